"""Make streams of trip updates with corrections, repeats and late ones."""

import random

BROKEN = [
    ("trip", ""), ("trip", None), ("trip", ["t1"]), ("revision", 0), ("revision", True), ("revision", "2"),
    ("received", None), ("received", 5.0), ("cents", -1), ("cents", "420"), ("cents", False), ("cents", 4.2),
]
PRICES = [None, None, 0, 100, 250, 420, 420, 999]


def generate(seed: int, size: int) -> list:
    """Return about `size` updates, the hold and for how long trips are remembered."""
    rng = random.Random(seed)
    hold = rng.choice([1, 60, 120])
    remember = rng.choice([0, 100, 300])
    now = rng.choice([-90, 0, 1_709_251_200])
    revisions = {}
    updates = []
    for number in range(size):
        # New trips begin all the time, and updates are about one of the latest.
        trip = f"t{max(0, number // 3 - rng.choice([0, 0, 1, 2, 5, 9]))}"
        revisions[trip] = max(1, revisions.get(trip, 0) + rng.choice([-1, 0, 1, 1, 2]))
        update = {"trip": trip, "revision": revisions[trip], "received": now, "cents": rng.choice(PRICES)}
        updates.append(_spoilt(rng, update) if rng.random() < 0.05 else update)
        now += rng.choice([0, 1, 10, 20, 60, hold, remember])
    return [updates, hold, remember]


def _spoilt(rng: random.Random, update: dict) -> object:
    """Break an update in one of the ways that are to be skipped."""
    if rng.random() < 0.2:
        return rng.choice([None, "t1", [], {}])
    key, value = rng.choice(BROKEN)
    if rng.random() < 0.2:
        return {name: held for name, held in update.items() if name != key}
    return {**update, key: value, "received": update["received"] + 50} if key != "received" else {**update, key: value}
