import json
from typing import TextIO


class CorruptFeedError(ValueError):
    """The feed is damaged."""


def merge_catalogue(
    catalogue: dict[str, dict[str, object]], feed: TextIO
) -> dict[str, dict[str, object]]:
    """Return the catalogue with the changes of the feed."""
    merged = dict(catalogue)
    count = 0
    announced = None
    for line in feed:
        if not line.strip():
            continue
        if announced is not None:
            raise CorruptFeedError("line after the trailer")
        change = parse(line)
        if change["op"] == "end":
            announced = change["lines"]
            continue
        count += 1
        old = merged.get(change["id"])
        if old is not None and change["version"] <= old["version"]:
            continue
        if change["op"] == "delete" and old is None:
            continue
        if change["op"] == "delete":
            attributes = {}
        elif change["op"] == "update" and old is not None:
            attributes = {**old["attributes"], **change["attributes"]}
        else:
            attributes = change["attributes"]
        merged[change["id"]] = {
            "version": change["version"],
            "deleted": change["op"] == "delete",
            "attributes": attributes,
        }
    if announced is None or announced != count:
        raise CorruptFeedError("the trailer is missing or wrong")
    return merged


def parse(line: str) -> dict[str, object]:
    """Decode and check one line."""
    try:
        change = json.loads(line)
    except ValueError as error:
        raise CorruptFeedError(f"not JSON: {line!r}") from error
    if not isinstance(change, dict):
        raise CorruptFeedError(f"not an object: {line!r}")
    op = change.get("op")
    if op == "end" and type(change.get("lines")) is int:
        return change
    if op not in ("insert", "update", "delete"):
        raise CorruptFeedError(f"unknown op: {line!r}")
    if not isinstance(change.get("id"), str):
        raise CorruptFeedError(f"bad id: {line!r}")
    version = change.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise CorruptFeedError(f"bad version: {line!r}")
    if op != "delete" and not isinstance(change.get("attributes"), dict):
        raise CorruptFeedError(f"no attributes: {line!r}")
    return change
