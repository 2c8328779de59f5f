"""Flatten the playback reports of many app versions into rows of one form."""

import json
from collections.abc import Iterable, Iterator

MS_PER_SECOND = 1000


class TooManyBadLines(ValueError):
    """So many lines are bad that the source must be at fault."""


class BadLineError(ValueError):
    """A line does not hold a report that can be read."""


def flat_plays(lines: Iterable[str], max_bad: int = 10) -> Iterator[dict[str, object]]:
    """Yield one row for each play that is reported in a good line.

    Nothing of a line is kept once its rows are handed out.

    Args:
        lines: Lines of JSON, read one by one; blank ones are skipped.
        max_bad: How many bad lines are left out before the source is blamed.

    Yields:
        Rows with the keys line, device, title, watched_s and stalls.

    Raises:
        TooManyBadLines: When more than max_bad lines are bad.
    """
    bad_count = 0
    for line_number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            rows = _rows(line, line_number)
        except BadLineError as error:
            bad_count += 1
            if bad_count > max_bad:
                message = f"{bad_count} bad lines, the last is line {line_number}: {error}"
                raise TooManyBadLines(message) from error
            continue
        yield from rows


def _rows(line: str, line_number: int) -> list[dict[str, object]]:
    """Return the rows of a line, all of them or none."""
    report = _report(line)
    device = _id(report.get("device"), "device")
    return [
        {
            "line": line_number,
            "device": device,
            "title": _id(play.get("title"), "title"),
            "watched_s": _watched_seconds(play),
            "stalls": _stall_count(play.get("stalls")),
        }
        for play in _plays(report)
    ]


def _report(line: str) -> dict[str, object]:
    """Decode a line that must be a JSON object."""
    try:
        report = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadLineError(f"not JSON ({error})") from error
    return _object(report, "the line")


def _plays(report: dict[str, object]) -> list[dict[str, object]]:
    """Return the parts of a report that each describe one play."""
    if "plays" in report:
        plays = report["plays"]
        if not isinstance(plays, list):
            raise BadLineError(f"plays is not a list: {plays!r}")
        return [_object(play, "an item of plays") for play in plays]
    if "play" in report:
        return [_object(report["play"], "play")]
    return [report]


def _object(value: object, name: str) -> dict[str, object]:
    """Return value if it is a JSON object."""
    if not isinstance(value, dict):
        raise BadLineError(f"{name} is not an object: {value!r}")
    return value


def _id(value: object, name: str) -> str:
    """Return the id that stands there by itself or inside an object."""
    found = value.get("id") if isinstance(value, dict) else value
    if not isinstance(found, str) or not found:
        raise BadLineError(f"no usable {name}: {value!r}")
    return found


def _watched_seconds(play: dict[str, object]) -> int:
    """Return the whole seconds watched; milliseconds are preferred if they are sent."""
    if play.get("watched_ms"):
        return _count(play["watched_ms"], "watched_ms") // MS_PER_SECOND
    return _count(play.get("watched"), "watched")


def _stall_count(stalls: object) -> int:
    """Return how often the picture stopped."""
    if stalls is None:
        return 0
    if isinstance(stalls, list):
        return len(stalls)
    return _count(stalls, "stalls")


def _count(value: object, name: str) -> int:
    """Return value if it is a whole number from 0 up; JSON true is not one."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise BadLineError(f"{name} is not a whole number from 0 up: {value!r}")
    return value
