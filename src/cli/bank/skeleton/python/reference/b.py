"""Late deliveries per courier."""

from collections import Counter


def late_counts(deliveries: list[dict[str, object]]) -> dict[str, int]:
    """Count the late deliveries of every courier; not known is not late."""
    late = Counter(delivery["courier"] for delivery in deliveries if delivery["late"] is True)
    return {delivery["courier"]: late[delivery["courier"]] for delivery in deliveries}
