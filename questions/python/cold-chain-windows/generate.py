"""Readings of a few sensors, some of them late, sent again or broken."""

import random
from datetime import datetime, timedelta, timezone

START = datetime(2024, 2, 28, 22, 0, tzinfo=timezone.utc)
OFFSETS = tuple(timezone(timedelta(minutes=minutes)) for minutes in (0, 60, 120, -300, 330))
ODD_VALUES = (None, True, False, "4200", 4200.0, float("nan"))
# Streams as long as this are about memory: their windows are small, and one offset keeps the time short.
LONG_STREAM = 1_000


def generate(seed: int, size: int) -> list:
    """Return the readings in order of arrival, and the window."""
    rng = random.Random(seed)
    window = rng.choice((5, 60, 600))
    sensors = ["s1", "S1", " ", "🚚"][: rng.randint(1, 4)]
    if size >= LONG_STREAM:
        step, offsets = timedelta(seconds=window) / 4, OFFSETS[:1]
    else:
        step, offsets = timedelta(seconds=window) / rng.choice((2, 4, 10)), OFFSETS
    clocks = {sensor: START + timedelta(hours=rng.randint(-30, 30)) for sensor in sensors}
    readings: list = []
    for _ in range(size):
        sensor = rng.choice(sensors)
        clocks[sensor] += step * rng.choice((1, 1, 1, 2, 3, 6 if rng.random() < 0.2 else 1))
        readings.append(_make_reading(rng, sensor, clocks[sensor], step, offsets))
    return [readings, window]


def _make_reading(
    rng: random.Random, sensor: str, moment: datetime, step: timedelta, offsets: tuple[timezone, ...]
) -> object:
    """Return a reading, which may be late or broken."""
    chance = rng.random()
    if chance < 0.02:
        return rng.choice((None, sensor, {}, {"sensor": sensor}, {"at": moment, "value": 1}, [sensor, moment, 1]))
    if chance < 0.04:
        return {"sensor": sensor, "at": moment.replace(tzinfo=None), "value": 4_000}
    if chance < 0.06:
        return {"sensor": sensor, "at": moment, "value": rng.choice(ODD_VALUES)}
    if chance < 0.14:
        # Late by whole steps, so that some are at the very moment of an earlier one.
        moment -= step * rng.randint(1, 4)
    value = rng.choice((0, -1, rng.randint(-20, 20), rng.randint(-18_500, 9_000)))
    reading = {"sensor": sensor, "at": moment.astimezone(rng.choice(offsets)), "value": value}
    if rng.random() < 0.1:
        reading["truck"] = "B-7"
    return reading
