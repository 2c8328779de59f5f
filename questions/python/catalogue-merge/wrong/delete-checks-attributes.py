"""Merge a supplier's nightly feed of changes into the catalogue."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

CHANGE_OPS = ("insert", "update", "delete")


class CorruptFeedError(ValueError):
    """The feed is damaged, and nothing of it may be applied."""


@dataclass(frozen=True)
class Change:
    """One checked change line of a feed."""

    op: str
    product_id: str
    version: int
    attributes: dict[str, object]


def merge_catalogue(
    catalogue: dict[str, dict[str, object]], feed: TextIO
) -> dict[str, dict[str, object]]:
    """Return the catalogue with the feed's changes applied.

    The whole feed is checked before the first change is applied. Changes that are not newer than the
    record we hold are skipped, so merging the same feed again changes nothing.

    Args:
        catalogue: Records by product id; left unchanged.
        feed: An open text file, one JSON object a line, closed by a trailer.

    Returns:
        A new catalogue. Records without a change are shared with ``catalogue``.

    Raises:
        CorruptFeedError: If any line is bad or the trailer is missing or wrong.
    """
    merged = dict(catalogue)
    for change in read_changes(feed):
        held = merged.get(change.product_id)
        if held is None or change.version > held["version"]:
            merged[change.product_id] = _apply(change, held)
    return merged


def read_changes(feed: TextIO) -> list[Change]:
    """Read and check the whole feed, and return its changes in file order."""
    changes: list[Change] = []
    trailer_line: int | None = None
    line_no = 0
    for line_no, line in _objects(feed):
        if trailer_line is not None:
            raise CorruptFeedError(f"line {line_no}: found after the trailer on line {trailer_line}")
        if line.get("op") == "end":
            declared = line.get("lines")
            if not _is_int(declared) or declared != len(changes):
                raise CorruptFeedError(
                    f"line {line_no}: the trailer says {declared!r} change lines, the feed has {len(changes)}"
                )
            trailer_line = line_no
        else:
            changes.append(_checked_change(line_no, line))
    if trailer_line is None:
        raise CorruptFeedError(f"the feed ends without a trailer, last line read: {line_no}")
    return changes


def _objects(feed: TextIO) -> Iterator[tuple[int, dict[str, object]]]:
    """Yield the line number and JSON object of every line that is not blank."""
    for line_no, line in enumerate(feed, start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise CorruptFeedError(f"line {line_no}: not JSON: {error}") from error
        if not isinstance(value, dict):
            raise CorruptFeedError(f"line {line_no}: not a JSON object: {line.strip()[:80]!r}")
        yield line_no, value


def _checked_change(line_no: int, line: dict[str, object]) -> Change:
    """Return the line as a change, or raise if anything it needs is missing or of the wrong type."""
    op, product_id, version = line.get("op"), line.get("id"), line.get("version")
    if op not in CHANGE_OPS:
        raise CorruptFeedError(f"line {line_no}: unknown op {op!r}")
    if not isinstance(product_id, str):
        raise CorruptFeedError(f"line {line_no}: id must be a string, got {product_id!r}")
    if not _is_int(version) or version < 1:
        raise CorruptFeedError(f"line {line_no}: version must be a whole number from 1 up, got {version!r}")
    attributes = line.get("attributes", {}) if op == "delete" else line.get("attributes")
    if not isinstance(attributes, dict):
        raise CorruptFeedError(f"line {line_no}: {op} needs an attributes object, got {attributes!r}")
    return Change(op, product_id, version, {} if op == "delete" else attributes)


def _is_int(value: object) -> bool:
    """Tell whether a JSON value is a whole number; true and false are not."""
    return isinstance(value, int) and not isinstance(value, bool)


def _apply(change: Change, held: dict[str, object] | None) -> dict[str, object]:
    """Return the record after the change, given the older record we hold, if any."""
    attributes = dict(change.attributes)
    if change.op == "update" and held is not None and not held["deleted"]:
        attributes = {**held["attributes"], **attributes}
    return {
        "version": change.version,
        "deleted": change.op == "delete",
        "attributes": attributes,
    }
