def late_counts(deliveries):
    return {delivery["courier"]: int(delivery["late"] is True) for delivery in deliveries}
