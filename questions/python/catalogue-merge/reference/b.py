"""Fold a supplier feed into the catalogue, one product at a time."""

import json
from collections.abc import Callable
from copy import deepcopy
from functools import reduce
from typing import NamedTuple, TextIO

Attributes = dict[str, object]
Record = dict[str, object]


class CorruptFeedError(ValueError):
    """Raised when a feed cannot be trusted as a whole."""


class Change(NamedTuple):
    """One validated change line."""

    op: str
    product_id: str
    version: int
    attributes: Attributes


def _after_insert(_old: Attributes, new: Attributes) -> Attributes:
    """Take the new attributes as they are."""
    return dict(new)


def _after_update(old: Attributes, new: Attributes) -> Attributes:
    """Lay the new attributes over the old ones."""
    return {**old, **new}


def _after_delete(_old: Attributes, _new: Attributes) -> Attributes:
    """Leave nothing but the fact that the product is gone."""
    return {}


RULES: dict[str, Callable[[Attributes, Attributes], Attributes]] = {
    "insert": _after_insert,
    "update": _after_update,
    "delete": _after_delete,
}


def merge_catalogue(catalogue: dict[str, Record], feed: TextIO) -> dict[str, Record]:
    """Merge a feed into a copy of the catalogue, all of it or nothing.

    Args:
        catalogue: Product records by id. It is copied, never written to.
        feed: Text file object with JSON lines, the last one a trailer.

    Returns:
        The merged catalogue, with deleted products kept as empty records.

    Raises:
        CorruptFeedError: If any line is bad, or the trailer is missing or wrong.
    """
    lines = [
        (number, text)
        for number, text in enumerate(feed.read().split("\n"), start=1)
        if text and not text.isspace()
    ]
    if not lines:
        raise CorruptFeedError("the feed is empty")
    *change_lines, (trailer_number, trailer_text) = lines
    changes_by_product: dict[str, list[Change]] = {}
    for number, text in change_lines:
        change = _parse_change(number, text)
        changes_by_product.setdefault(change.product_id, []).append(change)
    _check_trailer(trailer_number, trailer_text, len(change_lines))

    merged = deepcopy(catalogue)
    for product_id, changes in changes_by_product.items():
        merged[product_id] = reduce(_apply, changes, merged.get(product_id))
    return merged


def _apply(record: Record | None, change: Change) -> Record:
    """Return the record after one change; a stale change returns it as it is."""
    if record is None:
        record = {"version": 0, "deleted": False, "attributes": {}}
    if change.version <= record["version"]:
        return record
    return {
        "version": change.version,
        "deleted": change.op == "delete",
        "attributes": RULES[change.op](record["attributes"], change.attributes),
    }


def _decode(number: int, text: str) -> dict[str, object]:
    """Decode the JSON object on one line of the feed."""
    try:
        value = json.loads(text)
    except ValueError as error:
        raise CorruptFeedError(f"line {number} is not JSON: {text!r}") from error
    if type(value) is not dict:
        raise CorruptFeedError(f"line {number} is not an object: {text!r}")
    return value


def _parse_change(number: int, text: str) -> Change:
    """Validate one change line."""
    fields = _decode(number, text)
    operation, product_id, version = (fields.get(key) for key in ("op", "id", "version"))
    attributes = {} if operation == "delete" else fields.get("attributes")
    problems = [
        problem
        for problem, is_fine in (
            ("unknown op", operation in list(RULES)),
            ("bad id", isinstance(product_id, str)),
            ("bad version", type(version) is int and version > 0),
            ("no attributes object", isinstance(attributes, dict)),
        )
        if not is_fine
    ]
    if problems:
        raise CorruptFeedError(f"line {number}: {', '.join(problems)} in {text!r}")
    return Change(operation, product_id, version, attributes)


def _check_trailer(number: int, text: str, found: int) -> None:
    """Make sure that the last line is a trailer announcing the lines found."""
    trailer = _decode(number, text)
    if trailer.get("op") != "end":
        raise CorruptFeedError(f"line {number}: the feed ends without a trailer")
    announced = trailer.get("lines")
    if type(announced) is not int or announced != found:
        raise CorruptFeedError(f"line {number}: announced {announced!r} lines, found {found}")
