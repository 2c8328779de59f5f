"""Merge the playback feeds of all regions into one feed for billing."""

import heapq
from collections.abc import Iterable, Iterator
from datetime import datetime, timezone
from itertools import groupby
from operator import itemgetter

MomentAndEvent = tuple[datetime, dict[str, object]]


class FeedOrderError(ValueError):
    """A feed went back in time."""


def merge_feeds(
    *feeds: Iterable[dict[str, object]] | None,
) -> Iterator[dict[str, object]]:
    """Yield the events of all feeds by moment, and of copies only the best one.

    Events of one moment come in the order of the feeds. The copy with the highest
    revision takes the place of the first copy. Broken events are left out.

    Args:
        feeds: Each sorted by moment and read once; None is an empty one.

    Yields:
        The events, as they are.

    Raises:
        FeedOrderError: When an event is reached that is earlier than the one before
            it in its feed.
    """
    streams = [_in_order(feed, position) for position, feed in enumerate(feeds) if feed is not None]
    merged = heapq.merge(*streams, key=itemgetter(0))
    for _, of_one_moment in groupby(merged, key=itemgetter(0)):
        best_by_id: dict[str, dict[str, object]] = {}
        for _, event in of_one_moment:
            # Replacing a value keeps the place of its key, which is that of the first copy.
            rival = best_by_id.setdefault(event["id"], event)
            if event.get("revision", 0) > rival.get("revision", 0):
                best_by_id[event["id"]] = event
        yield from best_by_id.values()


def _in_order(
    feed: Iterable[dict[str, object]], position: int
) -> Iterator[MomentAndEvent]:
    """Yield the good events of a feed with their moments in UTC."""
    latest: datetime | None = None
    for number, event in enumerate(feed, start=1):
        if not _is_good(event):
            continue
        moment = event["at"].astimezone(timezone.utc)
        if latest is not None and moment < latest:
            raise FeedOrderError(
                f"feed {position}, event {number} ({event['id']!r}): {moment} is before {latest}"
            )
        latest = moment
        yield moment, event


def _is_good(event: object) -> bool:
    """Tell whether an event has an id, a moment, and a usable revision if any."""
    if not isinstance(event, dict):
        return False
    event_id, at, revision = event.get("id"), event.get("at"), event.get("revision", 0)
    return (
        isinstance(event_id, str)
        and event_id != ""
        and isinstance(at, datetime)
        and at.utcoffset() is not None
        and isinstance(revision, int)
        and not isinstance(revision, bool)
    )
