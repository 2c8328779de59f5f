"""Find out from the log of the handheld scanners how long each was in use."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone
from operator import itemgetter
from typing import NamedTuple

TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{3})?"
OFFSET = r"Z|[+-][0-9]{2}:[0-9]{2}"
VALUE = r'(?:"[^"]*"|[^\s"]+)'
LINE = re.compile(
    rf"(?P<time>{TIME})(?P<offset>{OFFSET})? [A-Z]+(?P<pairs>(?: [a-z_]+={VALUE})+)"
)
PAIR = re.compile(rf" (?P<key>[a-z_]+)=(?P<value>{VALUE})")

LOGIN, SCAN, LOGOUT = "login", "scan", "logout"


class Event(NamedTuple):
    """Something a worker did."""

    moment: datetime
    action: str


def scanner_sessions(lines: Iterable[str], idle_minutes: int = 15) -> list[dict[str, object]]:
    """Return the sessions in which workers used a scanner.

    Lines of other forms and repeated lines are ignored; the order of the lines does
    not matter.

    Args:
        lines: Lines of the log, read once.
        idle_minutes: The longest pause within a session.

    Returns:
        One dict per session with worker, start, end (both in UTC) and scans, sorted
        by start and then by worker.
    """
    idle_limit = timedelta(minutes=idle_minutes)
    sessions = (
        {"worker": worker, **session}
        for worker, events in _events_by_worker(lines).items()
        for session in _sessions(events, idle_limit)
    )
    return sorted(sessions, key=itemgetter("start", "worker"))


def _events_by_worker(lines: Iterable[str]) -> dict[str, list[Event]]:
    """Collect what each worker did, without repeated lines, in order of time."""
    seen_lines: set[str] = set()
    events_by_worker: dict[str, list[Event]] = defaultdict(list)
    for raw_line in lines:
        line = raw_line.rstrip("\r\n")
        parsed = _parse(line)
        if parsed is None or line in seen_lines:
            continue
        seen_lines.add(line)
        worker, event = parsed
        events_by_worker[worker].append(event)
    for events in events_by_worker.values():
        # The sort is stable, so events of one moment stay in the order of their lines.
        events.sort(key=itemgetter(0))
    return events_by_worker


def _parse(line: str) -> tuple[str, Event] | None:
    """Return worker and event of a line, or None if it holds nothing of a session."""
    match = LINE.fullmatch(line)
    if match is None:
        return None
    values = {pair["key"]: pair["value"].strip('"') for pair in PAIR.finditer(match["pairs"])}
    worker = values.get("worker", "").strip().lower()
    action = values.get("action")
    if not worker or action not in (LOGIN, SCAN, LOGOUT):
        return None
    try:
        # Without an offset the time is in UTC.
        moment = datetime.fromisoformat(match["time"] + (match["offset"] or "Z"))
    except ValueError:
        # Well-formed but not on any calendar or clock, such as 30 February.
        return None
    return worker, Event(moment.astimezone(timezone.utc), action)


def _sessions(events: list[Event], idle_limit: timedelta) -> Iterator[dict[str, object]]:
    """Cut one worker's events, which are in order of time, into sessions."""
    session: dict[str, object] | None = None
    for moment, action in events:
        if session is not None and (action == LOGIN or (action != LOGOUT and moment - session["end"] > idle_limit)):
            yield session
            session = None
        if session is None:
            if action == LOGOUT:
                continue
            session = {"start": moment, "end": moment, "scans": 0}
        session["end"] = moment
        session["scans"] += action == SCAN
        if action == LOGOUT:
            yield session
            session = None
    if session is not None:
        yield session
