"""Late deliveries per courier."""


def late_counts(deliveries: list[dict[str, object]]) -> dict[str, int]:
    """Count the late deliveries of every courier; not known is not late."""
    counts: dict[str, int] = {}
    for delivery in deliveries:
        courier = str(delivery["courier"])
        counts[courier] = counts.get(courier, 0) + (delivery["late"] is True)
    return counts
