"""Make access logs of a few shops, some of whom come close to the limit."""

import random

START_MS = 1_709_287_200_000
SHOPS = ("ada", "Ada", " bo", "café", "日本", "🛒")
BROKEN = (
    None,
    {},
    {"id": "broken", "shop": "ada"},
    {"id": "", "shop": "ada", "at_ms": START_MS},
    {"id": "broken", "shop": "ada", "at_ms": True},
    {"id": "broken", "shop": "ada", "at_ms": START_MS + 10**9, "units": 0},
    {"id": "broken", "shop": "ada", "at_ms": START_MS + 10**9, "units": None},
)


def generate(seed: int, size: int) -> list:
    """Return a log of about size requests, a limit and a window in seconds."""
    rng = random.Random(seed)
    window_seconds = rng.choice((1, 10, 60))
    limit = rng.choice((4, 6, 9))
    # Four of six shops share the load of a window evenly: most pass, some are refused.
    gap_ms = window_seconds * 1000 // (2 * limit)
    at_ms = START_MS
    requests: list[object] = []
    for number in range(size):
        if rng.random() < 0.03:
            requests.append(rng.choice(BROKEN))
            continue
        # A step of whole quarters makes stamps meet the edge of the window exactly.
        at_ms += gap_ms * rng.randrange(0, 5) // 2
        requests.append(_request(rng, number, at_ms, gap_ms))
    return [requests, limit, window_seconds]


def _request(rng: random.Random, number: int, at_ms: int, gap_ms: int) -> dict[str, object]:
    """Return one good request, stamped a little early now and then."""
    skew_ms = rng.choice((1, 2, 3)) * gap_ms if rng.random() < 0.15 else 0
    request: dict[str, object] = {
        "id": f"q{number if rng.random() < 0.95 else number // 2}",
        "shop": rng.choice(SHOPS),
        "at_ms": at_ms - skew_ms,
    }
    if rng.random() < 0.3:
        request["units"] = rng.choice((1, 1, 2, 3))
    return request
