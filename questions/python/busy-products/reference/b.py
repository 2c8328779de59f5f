"""Detect bursts of product events by comparing each event with its limit-th successor."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

BURST_LENGTH = timedelta(hours=1)


class BrokenEventError(ValueError):
    """An event lacks a usable id, product or timestamp."""


class Event(NamedTuple):
    """One validated event; ordered by product, then by moment."""

    product: str
    moment: datetime
    event_id: str


def busy_products(events: Iterable[dict[str, object]], limit: int = 3) -> list[str]:
    """List products with more than limit events less than one hour apart.

    The distinct valid events are sorted by product and moment. A product is busy
    when some event and the one limit places later lie within one hour.

    Args:
        events: Raw events in any order; read once and left unchanged.
        limit: How many events a window may hold before the product is busy.

    Returns:
        Busy product ids in ascending order, without repeats.

    Raises:
        ValueError: If limit is below zero.
    """
    if limit < 0:
        raise ValueError(f"negative limit: {limit}")

    distinct = {event.event_id: event for event in _valid_events(events)}
    busy = []
    for product, group in groupby(sorted(distinct.values()), key=attrgetter("product")):
        moments = [event.moment for event in group]
        pairs = zip(moments, moments[limit:], strict=False)
        if any(later - earlier < BURST_LENGTH for earlier, later in pairs):
            busy.append(product)
    return busy


def _valid_events(events: Iterable[dict[str, object]]) -> Iterator[Event]:
    """Yield the events that pass validation and drop the others."""
    for raw in events:
        try:
            event = _parse(raw)
        except BrokenEventError:
            continue
        yield event


def _parse(raw: dict[str, object]) -> Event:
    """Turn a raw event into an Event in UTC.

    Args:
        raw: What the stream delivered, hopefully a dict.

    Raises:
        BrokenEventError: If a field is missing or has the wrong type.
    """
    try:
        event_id, product, moment = raw["id"], raw["product"], raw["at"]
    except (KeyError, TypeError) as error:
        raise BrokenEventError(f"field missing in {raw!r}") from error
    for name in (event_id, product):
        if not isinstance(name, str) or not name:
            raise BrokenEventError(f"unusable id or product in {raw!r}")
    if not isinstance(moment, datetime):
        raise BrokenEventError(f"unusable timestamp in {raw!r}")
    offset = moment.utcoffset() or timedelta(0)
    in_utc = (moment.replace(tzinfo=None) - offset).replace(tzinfo=timezone.utc)
    return Event(product, in_utc, event_id)
