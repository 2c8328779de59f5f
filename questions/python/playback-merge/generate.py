"""Sorted feeds with copies of each other's events and some broken ones."""

import random
from datetime import datetime, timedelta, timezone

START = datetime(2024, 2, 29, 23, 0, tzinfo=timezone.utc)
OFFSETS = tuple(timezone(timedelta(minutes=minutes)) for minutes in (0, 60, -480, 330))
ODD_REVISIONS = (None, True, False, "2", 1.0)
# From the first size on there are many feeds, from the second on a long one; one offset keeps the time short.
MANY_FEEDS = 100
LONG_FEED = 1_000


def generate(seed: int, size: int) -> list:
    """Return the feeds; sometimes one is missing, and rarely one goes back in time."""
    rng = random.Random(seed)
    if size >= LONG_FEED:
        lengths = (size, 40, 0, 25)
        return [_make_feed(rng, length, size // 3, OFFSETS[:1]) for length in lengths]
    if size >= MANY_FEEDS:
        return [_make_feed(rng, 3, size, OFFSETS[:1]) for _ in range(size // 3)]
    feed_count = rng.randint(1, 6)
    feeds: list = [_make_feed(rng, size // feed_count, max(1, size // 6), OFFSETS) for _ in range(feed_count)]
    if rng.random() < 0.3:
        feeds.insert(rng.randint(0, feed_count), rng.choice((None, [])))
    if rng.random() < 0.15 and feeds[-1]:
        feeds[-1].append(_make_event(rng, START - timedelta(seconds=1), OFFSETS))
    return feeds


def _make_feed(
    rng: random.Random, length: int, second_count: int, offsets: tuple[timezone, ...]
) -> list:
    """Return events at whole seconds, so that feeds meet at many moments, and broken ones among them."""
    seconds = sorted(rng.randint(0, second_count) for _ in range(length))
    feed: list = []
    for second in seconds:
        event: object = _make_event(rng, START + timedelta(seconds=second), offsets)
        if rng.random() < 0.04:
            event = rng.choice((None, "e1", {}, {"id": "e1"}, {"id": "", "at": START}, {"id": "e1", "at": datetime(2024, 1, 1)}))
        feed.append(event)
    return feed


def _make_event(rng: random.Random, moment: datetime, offsets: tuple[timezone, ...]) -> dict:
    """Return an event with one of few ids, with or without a revision."""
    event: dict = {"id": f"e{rng.randint(1, 6)}", "at": moment.astimezone(rng.choice(offsets))}
    if rng.random() < 0.7:
        event["revision"] = rng.randint(-1, 3)
    elif rng.random() < 0.1:
        event["revision"] = rng.choice(ODD_REVISIONS)
    event["film"] = rng.randint(1, 1000)
    return event
