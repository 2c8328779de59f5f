def late_counts(deliveries):
    counts = {}
    for delivery in deliveries:
        counts.setdefault(delivery["courier"], 0)
        if delivery["late"] is not False:
            counts[delivery["courier"]] += 1
    return counts
