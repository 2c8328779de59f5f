"""Payouts and the replies of a bank that is now well and now down."""

import random

GOOD_STATUSES = (200, 200, 201, 202, 204, 409)
BAD_STATUSES = (199, 301, 400, 403, 404, 408, 410, 422, 428, 430, 499, 600)
BUSY_STATUSES = (429, 429, 500, 502, 503, 503, 504, 507, 599)
ASKED_WAITS = (0, 1, 2, 3, 5, 8, 20, 90, None, "30", "soon")


def generate(seed: int, size: int) -> list:
    """Return payouts with some repeated ids, more replies than can be needed, and settings."""
    rng = random.Random(seed)
    ids = [f"po-{number}" for number in range(max(1, size))]
    payouts = [rng.choice(ids[: place + 1]) if rng.random() < 0.1 else ids[place] for place in range(size)]
    max_attempts = rng.randint(1, 6)
    replies: list = []
    # The bank has good and bad stretches, so that rows of three come about, but not at once.
    trouble = 0.3
    for _ in range(size * max_attempts):
        if rng.random() < 0.02:
            trouble = rng.choice((0.1, 0.3, 0.5, 0.8))
        replies.append(_make_reply(rng, trouble))
    return [payouts, replies, max_attempts, rng.randint(0, 5), rng.choice((0, 1, 7, 16, 30, 1000))]


def _make_reply(rng: random.Random, trouble: float) -> dict | None:
    """Return a reply that means trouble with this probability, or None for a timeout."""
    if rng.random() >= trouble:
        return {"status": rng.choice(GOOD_STATUSES if rng.random() < 0.85 else BAD_STATUSES)}
    if rng.random() < 0.4:
        return None
    reply: dict = {"status": rng.choice(BUSY_STATUSES)}
    if rng.random() < 0.4:
        reply["retry_after"] = rng.choice(ASKED_WAITS)
    return reply
