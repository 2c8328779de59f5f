"""Flatten play reports of many formats into one row for each play."""

import json
from collections.abc import Iterable, Iterator


class TooManyBadLines(ValueError):
    """More lines were bad than the caller puts up with."""


class _BadLine(Exception):
    """One line does not hold what a report must hold."""


def flat_plays(lines: Iterable[str], max_bad: int = 10) -> Iterator[dict[str, object]]:
    """Yield a row for every play of every good line, in the order of the file.

    Args:
        lines: Lines with one JSON object each, read once; blank ones are only numbered.
        max_bad: How many bad lines are left out in silence.

    Yields:
        Line number, device, title, whole seconds watched and number of stalls.

    Raises:
        TooManyBadLines: When one bad line more than max_bad has been read.
    """
    bad_count = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            rows = _rows(line)
        except _BadLine as fault:
            if bad_count > max_bad:
                raise TooManyBadLines(
                    f"{bad_count} bad lines, the last is line {number}: {fault}"
                ) from fault
            bad_count += 1
            continue
        for row in rows:
            yield {"line": number, **row}


def _rows(line: str) -> list[dict[str, object]]:
    """Read all plays of one line, or raise _BadLine."""
    try:
        report = json.loads(line)
    except ValueError as error:
        raise _BadLine(f"not JSON ({error})") from error
    report = _need_object(report, "the line")
    device = _identity(report, "device")
    return [
        {
            "device": device,
            "title": _identity(play, "title"),
            "watched_s": _watched_seconds(play),
            "stalls": _stall_count(play),
        }
        for play in _plays(report)
    ]


def _plays(report: dict[str, object]) -> list[dict[str, object]]:
    """Find the objects that describe the plays."""
    if "plays" in report:
        plays = report["plays"]
        if not isinstance(plays, list):
            raise _BadLine("plays is not a list")
        return [_need_object(play, "an item of plays") for play in plays]
    if "play" in report:
        return [_need_object(report["play"], "play")]
    return [report]


def _need_object(value: object, name: str) -> dict[str, object]:
    """Return value if it is an object, or raise _BadLine."""
    if not isinstance(value, dict):
        raise _BadLine(f"{name} is not an object")
    return value


def _identity(holder: dict[str, object], key: str) -> str:
    """Return the id under key, given as it is or inside an object."""
    identity = holder.get(key)
    if isinstance(identity, dict):
        identity = identity.get("id")
    if not isinstance(identity, str) or not identity:
        raise _BadLine(f"{key} has no id")
    return identity


def _watched_seconds(play: dict[str, object]) -> int:
    """Return the whole seconds watched; milliseconds go before seconds."""
    if "watched_ms" in play:
        return _count(play["watched_ms"], "watched_ms") // 1000
    return _count(play.get("watched"), "watched")


def _stall_count(play: dict[str, object]) -> int:
    """Return how often the picture stopped."""
    stalls = play.get("stalls")
    if stalls is None:
        return 0
    if isinstance(stalls, list):
        return len(stalls)
    return _count(stalls, "stalls")


def _count(value: object, name: str) -> int:
    """Return a whole number from 0 up, or raise _BadLine."""
    if type(value) is not int or value < 0:
        raise _BadLine(f"{name} is not a whole number from 0 up")
    return value
