"""Find products that draw an unusual number of events within an hour."""

from collections import defaultdict, deque
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

WINDOW = timedelta(hours=1)


def busy_products(events: Iterable[dict[str, object]], limit: int = 3) -> list[str]:
    """Return the sorted ids of products with too many events in one sliding hour.

    Broken events are skipped and redelivered events count once. Two events exactly
    one hour apart do not share a window.

    Args:
        events: Raw events in any order; read once and left unchanged.
        limit: The largest number of events in a window that is still normal.

    Returns:
        Each busy product once, in string order.

    Raises:
        ValueError: If limit is negative.
    """
    if limit < 0:
        message = f"limit must be 0 or more, got {limit}"
        raise ValueError(message)

    moments_by_product = _collect_moments(events)
    return sorted(
        product
        for product, moments in moments_by_product.items()
        if _exceeds_limit(moments, limit)
    )


def _collect_moments(events: Iterable[dict[str, object]]) -> dict[str, list[datetime]]:
    """Group the UTC moments of the usable, distinct events by product."""
    seen_ids: set[str] = set()
    moments_by_product: dict[str, list[datetime]] = defaultdict(list)
    for event in events:
        if not isinstance(event, dict):
            continue
        event_id = event.get("id")
        product = event.get("product")
        moment = event.get("at")
        if not _is_name(event_id) or not _is_name(product):
            continue
        if not isinstance(moment, datetime) or event_id in seen_ids:
            continue
        seen_ids.add(event_id)
        moments_by_product[product].append(_to_utc(moment))
    return moments_by_product


def _is_name(value: object) -> bool:
    """Tell whether value is a non-empty string."""
    return isinstance(value, str) and value != ""


def _to_utc(moment: datetime) -> datetime:
    """Convert a timestamp to UTC; one without an offset is UTC already."""
    if moment.utcoffset() is None:
        return moment.replace(tzinfo=timezone.utc)
    return moment.astimezone(timezone.utc)


def _exceeds_limit(moments: list[datetime], limit: int) -> bool:
    """Tell whether any window of one hour holds more than limit of the moments."""
    window: deque[datetime] = deque()
    for moment in sorted(moments):
        window.append(moment)
        while moment - window[0] >= WINDOW:
            window.popleft()
        if len(window) > limit:
            return True
    return False
