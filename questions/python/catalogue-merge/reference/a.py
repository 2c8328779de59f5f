"""Merge a supplier's line-delimited change feed into a product catalogue."""

import json
from typing import TextIO

TRAILER_OP = "end"
DELETE_OP = "delete"
WRITE_OPS = ("insert", "update")
FIRST_VERSION = 1


class CorruptFeedError(ValueError):
    """The feed is damaged, and nothing of it was applied."""


def merge_catalogue(
    catalogue: dict[str, dict[str, object]], feed: TextIO
) -> dict[str, dict[str, object]]:
    """Return the catalogue as it is after the changes in feed.

    The whole feed is read and checked before the first change is applied. A change
    is applied only if its version is later than the one held, so that merging the
    same feed again has no effect.

    Args:
        catalogue: Records by product id; left unchanged.
        feed: Open text file with one JSON object a line and a trailer at the end.

    Returns:
        A new dict with a record for every known product, deleted ones included.
        Records that did not change are shared with catalogue.

    Raises:
        CorruptFeedError: If a line is bad or the trailer does not fit.
    """
    changes = _read_changes(feed)
    merged = dict(catalogue)
    for change in changes:
        held = merged.get(change["id"])
        if held is not None and change["version"] <= held["version"]:
            continue
        merged[change["id"]] = _changed_record(held, change)
    return merged


def _changed_record(
    held: dict[str, object] | None, change: dict[str, object]
) -> dict[str, object]:
    """Build the record that follows held once change is applied."""
    operation = change["op"]
    attributes: dict[str, object] = {}
    if operation == "update" and held is not None:
        attributes.update(held["attributes"])
    if operation in WRITE_OPS:
        attributes.update(change["attributes"])
    return {
        "version": change["version"],
        "deleted": operation == DELETE_OP,
        "attributes": attributes,
    }


def _read_changes(feed: TextIO) -> list[dict[str, object]]:
    """Read all change lines and check them against the trailer."""
    changes: list[dict[str, object]] = []
    announced: object = None
    trailer_seen = False
    for line_number, line in enumerate(feed, start=1):
        if not line.strip():
            continue
        if trailer_seen:
            raise CorruptFeedError(f"line {line_number}: text after the trailer")
        entry = _parse_line(line, line_number)
        if entry.get("op") == TRAILER_OP:
            trailer_seen = True
            announced = entry.get("lines")
        else:
            _check_change(entry, line_number)
            changes.append(entry)
    if not trailer_seen:
        raise CorruptFeedError(f"no trailer after {len(changes)} change lines")
    if not _is_whole_number(announced) or announced != len(changes):
        raise CorruptFeedError(f"trailer says {announced!r} lines, found {len(changes)}")
    return changes


def _parse_line(line: str, line_number: int) -> dict[str, object]:
    """Decode one line that must be a JSON object."""
    try:
        entry = json.loads(line)
    except json.JSONDecodeError as error:
        raise CorruptFeedError(f"line {line_number}: not JSON ({error})") from error
    if not isinstance(entry, dict):
        raise CorruptFeedError(f"line {line_number}: not a JSON object")
    return entry


def _check_change(entry: dict[str, object], line_number: int) -> None:
    """Raise CorruptFeedError unless entry is a usable change."""
    operation = entry.get("op")
    if operation != DELETE_OP and operation not in WRITE_OPS:
        raise CorruptFeedError(f"line {line_number}: unknown op {operation!r}")
    if not isinstance(entry.get("id"), str):
        raise CorruptFeedError(f"line {line_number}: no usable id")
    version = entry.get("version")
    if not _is_whole_number(version) or version < FIRST_VERSION:
        raise CorruptFeedError(f"line {line_number}: bad version {version!r}")
    if operation in WRITE_OPS and not isinstance(entry.get("attributes"), dict):
        raise CorruptFeedError(f"line {line_number}: {operation} without attributes")


def _is_whole_number(value: object) -> bool:
    """Tell whether value is an integer; JSON true and false are not."""
    return isinstance(value, int) and not isinstance(value, bool)
