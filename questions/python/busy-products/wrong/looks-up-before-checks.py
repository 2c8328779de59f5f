"""Find products with unusually many events within one hour."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

WINDOW = timedelta(hours=1)
EPOCH = datetime(1970, 1, 1)


def busy_products(events: Iterable[dict[str, object]], limit: int = 3) -> list[str]:
    """Return the products with more than ``limit`` events in some window of one hour.

    Two events exactly one hour apart do not share a window. Events may come in any order; redelivered
    events (same id) count once and broken events are skipped. A timestamp without an offset is in UTC.

    Args:
        events: The events, read once and left unchanged.
        limit: How many events in one hour are still normal.

    Returns:
        The busy product ids, sorted.

    Raises:
        ValueError: If ``limit`` is negative.
    """
    if limit < 0:
        raise ValueError(f"limit must not be negative, got {limit}")

    moments_of: defaultdict[str, dict[str, timedelta]] = defaultdict(dict)
    seen: set[object] = set()
    for event in events:
        if isinstance(event, dict) and event.get("id") in seen:
            continue
        parsed = _parse(event)
        if parsed is not None:
            event_id, product, moment = parsed
            seen.add(event_id)
            moments_of[product][event_id] = moment

    return sorted(
        product
        for product, moment_of in moments_of.items()
        if _exceeds(limit, sorted(moment_of.values()))
    )


def _parse(event: object) -> tuple[str, str, timedelta] | None:
    """Return the event's id, product and moment, or None if it is broken."""
    if not isinstance(event, dict):
        return None
    event_id, product, at = event.get("id"), event.get("product"), event.get("at")
    if not (isinstance(event_id, str) and event_id):
        return None
    if not (isinstance(product, str) and product):
        return None
    if not isinstance(at, datetime):
        return None
    return event_id, product, _since_epoch(at)


def _since_epoch(at: datetime) -> timedelta:
    """Return the time since the epoch in UTC.

    A timedelta, because converting a datetime near year 1 or 9999 to UTC can leave the range of datetime.
    """
    return at.replace(tzinfo=None) - EPOCH - (at.utcoffset() or timedelta(0))


def _exceeds(limit: int, moments: list[timedelta]) -> bool:
    """Tell whether more than ``limit`` of the sorted moments lie within one window."""
    return any(
        last - first < WINDOW for first, last in zip(moments, moments[limit:])
    )
