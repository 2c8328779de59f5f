"""Rebuild how long handheld scanners were in use from their log."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

LINE = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{3}))?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})?"
    r" [A-Z]+"
    r'((?: [a-z_]+=(?:[^\s"]+|"[^"]*"))+)'
)
PAIR = re.compile(r' ([a-z_]+)=([^\s"]+|"[^"]*")')
ACTIONS = ("login", "scan", "logout")


@dataclass
class _Session:
    worker: str
    start: datetime
    end: datetime
    scans: int = 0


def scanner_sessions(lines: Iterable[str], idle_minutes: int = 15) -> list[dict[str, object]]:
    """Return the sessions of all workers, by start and then by worker.

    Lines that are no session lines are ignored, and a repeated line counts once.

    Args:
        lines: The log in any order, read once.
        idle_minutes: The longest pause within a session.

    Returns:
        Worker, first and last moment in UTC and number of scans of each session.
    """
    actions_of: defaultdict[str, list[tuple[datetime, str]]] = defaultdict(list)
    for line in dict.fromkeys(_without_end(line) for line in lines):
        parsed = _parse(line)
        if parsed is not None:
            worker, moment, action = parsed
            actions_of[worker].append((moment, action))

    longest_pause = timedelta(minutes=idle_minutes)
    sessions = [
        session
        for worker, actions in actions_of.items()
        for session in _split(worker, actions, longest_pause)
    ]
    sessions.sort(key=lambda session: (session.start, session.worker))
    return [
        {"worker": s.worker, "start": s.start, "end": s.end, "scans": s.scans}
        for s in sessions
    ]


def _without_end(line: str) -> str:
    """Cut off one line feed and the carriage return before it."""
    return line.removesuffix("\n").removesuffix("\r")


def _parse(line: str) -> tuple[str, datetime, str] | None:
    """Return worker, moment and action of a session line, None for any other."""
    match = LINE.fullmatch(line)
    if match is None:
        return None
    values = {key: value.strip('"') for key, value in PAIR.findall(match[9])}
    worker, action = values.get("worker", "").strip().lower(), values.get("action")
    if not worker or action not in ACTIONS:
        return None
    try:
        moment = _moment(match)
    except ValueError:
        # The digits are in place, but there is no such day or time.
        return None
    return worker, moment, action


def _moment(match: re.Match[str]) -> datetime:
    """Build the moment in UTC; raise ValueError for a time that does not exist."""
    year, month, day, hour, minute, second = map(int, match.groups()[:6])
    microsecond = int(match[7] or 0) * 1000
    local = datetime(year, month, day, hour, minute, second, microsecond, timezone.utc)
    return local - _offset(match[8])


def _offset(text: str | None) -> timedelta:
    """Return how far a written offset is ahead of UTC."""
    if text is None or text == "Z":
        return timedelta(0)
    hours, minutes = int(text[1:3]), int(text[4:6])
    if hours > 23 or minutes > 59:
        raise ValueError(f"no such offset: {text}")
    ahead = timedelta(hours=hours, minutes=minutes)
    return -ahead if text[0] == "-" else ahead


def _split(
    worker: str, actions: list[tuple[datetime, str]], longest_pause: timedelta
) -> Iterator[_Session]:
    """Yield one worker's sessions."""
    session: _Session | None = None
    for moment, action in sorted(actions, key=lambda entry: entry[0]):
        is_over = session is not None and moment - session.end > longest_pause
        if session is not None and (is_over or action == "login"):
            yield session
            session = None
        if session is None:
            if action == "logout":
                continue
            session = _Session(worker, moment, moment)
        session.end = moment
        if action == "scan":
            session.scans += 1
        if action == "logout":
            yield session
            session = None
    if session is not None:
        yield session
