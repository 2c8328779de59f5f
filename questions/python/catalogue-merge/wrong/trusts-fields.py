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
        try:
            change = json.loads(line)
            op = change["op"]
            if op == "end":
                announced = change["lines"]
                continue
            product_id, version = change["id"], change["version"]
            attributes = {} if op == "delete" else change["attributes"]
        except (ValueError, KeyError, TypeError) as error:
            raise CorruptFeedError(f"bad line: {line!r}") from error
        count += 1
        old = merged.get(product_id)
        if old is not None and version <= old["version"]:
            continue
        if op == "update" and old is not None:
            attributes = {**old["attributes"], **attributes}
        merged[product_id] = {
            "version": version,
            "deleted": op == "delete",
            "attributes": attributes,
        }
    if announced is None or announced != count:
        raise CorruptFeedError("the trailer is missing or wrong")
    return merged
