from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime, timezone

def busy_products(events: Iterable[dict[str, object]], limit: int = 3) -> list[str]:
    """Return the products with more than limit events in a sliding hour."""
    if limit < 0:
        raise ValueError("limit must not be negative")
    seen = set()
    moments = defaultdict(list)
    for event in events:
        if not is_valid(event) or event["id"] in seen:
            continue
        seen.add(event["id"])
        moments[event["product"]].append(to_utc(event["at"]))

    busy = []
    for product, times in moments.items():
        hours = Counter(moment.replace(minute=0, second=0, microsecond=0) for moment in times)
        if any(count > limit for count in hours.values()):
            busy.append(product)
    return sorted(busy)


def is_valid(event: object) -> bool:
    """Check the three fields of an event."""
    if not isinstance(event, dict):
        return False
    names = (event.get("id"), event.get("product"))
    if not all(isinstance(name, str) and name for name in names):
        return False
    return isinstance(event.get("at"), datetime)


def to_utc(moment: datetime) -> datetime:
    """Bring a timestamp to UTC."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=timezone.utc)
    return moment.astimezone(timezone.utc)
