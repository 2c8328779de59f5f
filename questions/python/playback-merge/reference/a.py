"""Merge sorted playback feeds into one sorted stream without copies."""

import heapq
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby


class FeedOrderError(ValueError):
    """A feed goes back in time, so what was merged from it cannot be trusted."""


def merge_feeds(
    *feeds: Iterable[dict[str, object]] | None,
) -> Iterator[dict[str, object]]:
    """Yield the events of all feeds by moment, each event once.

    Events at one moment come in the order of the feeds. Of the copies of an event, which
    share id and moment, the highest revision stands in the place of the first. Broken
    events are skipped. One event of each feed and the events of one moment are held.

    Args:
        *feeds: Events sorted by moment; None for a feed that could not be had.

    Yields:
        The events as they came.

    Raises:
        FeedOrderError: If a feed goes back in time, when that event is reached.
    """
    checked = (
        _check_feed(feed, number)
        for number, feed in enumerate(feeds, start=1)
        if feed is not None
    )
    # merge keeps events at the same moment in the order of the feeds, so the moment alone is the key.
    merged = heapq.merge(*checked, key=_moment_of)
    for _, events in groupby(merged, key=_moment_of):
        yield from _best_copies(events)


def _check_feed(
    feed: Iterable[dict[str, object]], number: int
) -> Iterator[dict[str, object]]:
    """Yield the good events of a feed, and raise FeedOrderError if it goes back in time."""
    last_moment: datetime | None = None
    for event in feed:
        if not _is_good(event):
            continue
        moment = _moment_of(event)
        if last_moment is not None and moment < last_moment:
            raise FeedOrderError(
                f"feed {number}: event {event['id']!r} at {moment} comes after {last_moment}"
            )
        last_moment = moment
        yield event


def _best_copies(events: Iterable[dict[str, object]]) -> Iterable[dict[str, object]]:
    """Return the events of one moment with only the highest revision of each id."""
    best: dict[str, dict[str, object]] = {}
    for event in events:
        held = best.get(event["id"])
        if held is None or _revision_of(event) > _revision_of(held):
            # A key that is there keeps its place, which is that of the first copy.
            best[event["id"]] = event
    return best.values()


def _is_good(event: object) -> bool:
    """Tell whether an event has an id, an unambiguous moment and no odd revision."""
    if not isinstance(event, dict):
        return False
    event_id, moment, revision = event.get("id"), event.get("at"), _revision_of(event)
    return (
        isinstance(event_id, str)
        and event_id != ""
        and isinstance(moment, datetime)
        and moment.utcoffset() is not None
        and isinstance(revision, int)
        and not isinstance(revision, bool)
    )


def _moment_of(event: dict[str, object]) -> datetime:
    """Return when an event happened; datetimes with an offset compare by the moment."""
    return event["at"]


def _revision_of(event: dict[str, object]) -> int:
    """Return the revision, 0 for an event without one."""
    return event.get("revision", 0)
