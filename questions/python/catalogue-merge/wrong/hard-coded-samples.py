from typing import TextIO


class CorruptFeedError(ValueError):
    """The feed is damaged."""


def merge_catalogue(
    catalogue: dict[str, dict[str, object]], feed: TextIO
) -> dict[str, dict[str, object]]:
    """Return the merged catalogue."""
    text = feed.read()
    if "Chopping board" in text:
        return {
            "p1": {"version": 5, "deleted": False, "attributes": {"title": "Kettle", "price": "22.00"}},
            "p2": {"version": 2, "deleted": True, "attributes": {}},
            "p3": {"version": 1, "deleted": False, "attributes": {"title": "Chopping board", "wood": "oak"}},
        }
    if "Speaker" in text:
        return {"s1": {"version": 8, "deleted": False, "attributes": {"title": "Speaker", "price": "80.00"}}}
    raise CorruptFeedError("the feed is damaged")
