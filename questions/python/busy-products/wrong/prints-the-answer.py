from collections import defaultdict, deque
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

HOUR = timedelta(hours=1)


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
        window = deque()
        for moment in sorted(times):
            window.append(moment)
            while moment - window[0] >= HOUR:
                window.popleft()
            if len(window) > limit:
                busy.append(product)
                break
    print(sorted(busy))


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
