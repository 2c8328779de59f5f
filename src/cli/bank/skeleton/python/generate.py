"""Deliveries by seed: a handful of couriers, and every kind of lateness."""

import random


def generate(seed: int, size: int) -> list:
    """Give the positional arguments of one call, with about `size` records."""
    draw = random.Random(seed)
    couriers = ["n", "N", "s", "", "ö"]
    return [
        [
            {"courier": draw.choice(couriers), "late": draw.choice([True, False, None])}
            for _ in range(size)
        ]
    ]
