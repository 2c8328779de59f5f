"""Make logs of handheld scanners with the oddities that the facts describe."""

import random
from datetime import datetime, timedelta

START = datetime(2024, 2, 28, 21, 0)
OFFSETS = {"Z": 0, "": 0, "+00:00": 0, "+01:00": 60, "-05:30": -330}
NAMES = [["anna", "Anna", '" ANNA "'], ["ben", "BEN"], ["özlem", "Özlem"], ['"anna k"'], ["王芳"]]
ACTIONS = ["scan"] * 9 + ["login", "logout", "ping", "Scan", '"scan"']
LEVELS = ["INFO", "INFO", "DEBUG", "WARN"]
NOTES = ["", ' note=""', ' note="worker=eve action=logout"', " url=a?worker=eve", " last_worker=eve"]
OTHER_OUTPUT = [
    "", "Traceback (most recent call last):", '  File "scan.py", line 3',
    "2024-02-30T10:00:00Z INFO action=scan worker=anna", "2024-02-29T10:00Z INFO action=scan worker=anna",
    '2024-02-29T10:00:00Z INFO action=scan worker=anna note="cut', "2024-02-29T10:00:00Z INFO scan worker=ben",
    "2024-02-29T10:00:00Z INFO action=scan", '2024-02-29T10:00:00Z INFO action=scan worker=" "',
]
LINE_ENDS = ["", "\n", "\r\n"]


def generate(seed: int, size: int) -> list:
    """Return about `size` lines over some hours, and how many idle minutes are borne."""
    rng = random.Random(seed)
    idle_minutes = rng.choice([1, 5, 15, 15])
    minutes = max(1, size * idle_minutes // 4)
    lines = []
    for _ in range(size):
        lines.append(_line(rng, minutes))
        if rng.random() < 0.06:
            lines.append(rng.choice(lines).rstrip("\r\n") + rng.choice(LINE_ENDS))
        if rng.random() < 0.05:
            lines.append(rng.choice(OTHER_OUTPUT) + rng.choice(LINE_ENDS))
    return [lines, idle_minutes]


def _line(rng: random.Random, minutes: int) -> str:
    """Write one line of some worker at some moment."""
    # Whole and half minutes make pauses of exactly the limit common.
    moment = START + timedelta(seconds=30 * rng.randrange(2 * minutes))
    if rng.random() < 0.1:
        moment += timedelta(milliseconds=rng.choice([1, 250, 999]))
    offset = rng.choice(list(OFFSETS))
    local = moment + timedelta(minutes=OFFSETS[offset])
    precision = "milliseconds" if local.microsecond or rng.random() < 0.2 else "seconds"
    pairs = [f"worker={rng.choice(rng.choice(NAMES))}", f"action={rng.choice(ACTIONS)}"]
    rng.shuffle(pairs)
    head = f"{local.isoformat(timespec=precision)}{offset} {rng.choice(LEVELS)}"
    parcel = rng.choice(["", f" parcel=P-{rng.randrange(99)}"])
    return f"{head} {' '.join(pairs)}{rng.choice(NOTES)}{parcel}{rng.choice(LINE_ENDS)}"
