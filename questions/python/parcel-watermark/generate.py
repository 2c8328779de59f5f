"""Make a state and a pull of parcel updates, some of them late, early or repeated."""

import random
from datetime import datetime, timedelta, timezone

WATERMARK = datetime(2024, 3, 1, 0, 10, tzinfo=timezone.utc)
PULLED_AT = WATERMARK + timedelta(minutes=25)
ZONES = tuple(timezone(timedelta(hours=hours)) for hours in (0, 0, 1, -5))
STATUSES = ("announced", "in transit", "zugestellt 📦", "", None)


def generate(seed: int, size: int) -> list:
    """Return a state, about size updates, the time of the pull and a grace."""
    rng = random.Random(seed)
    parcel_count = max(3, size // 2)
    grace_minutes = rng.choice((0, 10, 30))
    # Late ones need a parcel that is not held, or an old record.
    parcels = {
        _parcel(number): _record(rng, number)
        for number in range(parcel_count)
        if rng.random() < 0.4
    }
    late = [
        {"parcel": _parcel(number + parcel_count), **_record(rng, number)}
        for number in range(size // 4)
    ]
    late.sort(key=lambda update: (update["updated_at"], update["parcel"], update["seq"]))
    state = {
        "watermark": None if rng.random() < 0.15 else WATERMARK,
        "parcels": parcels,
        "late": late,
    }
    updates = [_update(rng, parcel_count) for _ in range(size)]
    updates += [dict(rng.choice(updates)) for _ in range(size // 10)]
    updates += [dict(entry) for entry in late[::3]]
    rng.shuffle(updates)
    return [state, updates, PULLED_AT, grace_minutes]


def _parcel(number: int) -> str:
    """Return the id of a parcel."""
    return f"{'pP'[number % 2]}{number}"


def _record(rng: random.Random, number: int) -> dict[str, object]:
    """Return what is held of a parcel since well before the watermark."""
    minutes, seq = -rng.randrange(31, 300), rng.randrange(12)
    moment = WATERMARK + timedelta(minutes=minutes)
    return {"updated_at": moment, "seq": seq, "status": _status(number, minutes, seq)}


def _status(number: int, minutes: int, seq: int) -> str | None:
    """Return a status that is the same for the same update."""
    return STATUSES[(number + minutes + seq) % len(STATUSES)]


def _update(rng: random.Random, parcel_count: int) -> dict[str, object]:
    """Return an update around the watermark."""
    number = rng.randrange(parcel_count)
    minutes = rng.choice((-30, -10, 0, 25, 40, rng.randrange(-120, 25), rng.randrange(-40, 25)))
    moment = WATERMARK + timedelta(minutes=minutes, microseconds=rng.choice((0, 0, -1, 1)))
    seq = rng.randrange(12)
    return {
        "parcel": _parcel(number),
        "updated_at": moment.astimezone(rng.choice(ZONES)),
        "seq": seq,
        "status": _status(number, minutes, seq),
    }
