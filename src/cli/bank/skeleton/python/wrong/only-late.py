def late_counts(deliveries):
    counts = {}
    for delivery in deliveries:
        courier = delivery["courier"]
        if delivery["late"]:
            counts[courier] = counts.get(courier, 0) + 1
    return counts
