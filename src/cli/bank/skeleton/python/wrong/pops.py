def late_counts(deliveries):
    counts = {}
    for delivery in deliveries:
        courier = delivery.pop("courier")
        counts[courier] = counts.get(courier, 0) + (delivery["late"] is True)
    return counts
