import heapq
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby


class FeedOrderError(ValueError):
    """A feed goes back in time."""


def merge_feeds(
    *feeds: Iterable[dict[str, object]] | None,
) -> Iterator[dict[str, object]]:
    """Give the events of all feeds in one sorted stream, copies only once."""
    streams = [clean(feed) for feed in feeds if feed is not None]
    merged = heapq.merge(*streams, key=lambda event: event["at"])
    for _, group in groupby(merged, key=lambda event: (event["at"], event["id"])):
        best = {}
        for event in group:
            old = best.get(event["id"])
            if old is None or event.get("revision", 0) > old.get("revision", 0):
                best[event["id"]] = event
        yield from best.values()


def clean(feed: Iterable[dict[str, object]]) -> Iterator[dict[str, object]]:
    """Give the good events of a feed and see that it is sorted."""
    last = None
    for event in feed:
        if not is_good(event):
            continue
        if last is not None and event["at"] < last:
            raise FeedOrderError(f"{event['id']} is earlier than {last}")
        last = event["at"]
        yield event


def is_good(event: object) -> bool:
    """Check id, moment and revision of an event."""
    if not isinstance(event, dict):
        return False
    if not isinstance(event.get("id"), str) or event["id"] == "":
        return False
    if not isinstance(event.get("at"), datetime) or event["at"].utcoffset() is None:
        return False
    revision = event.get("revision", 0)
    return isinstance(revision, int) and not isinstance(revision, bool)
