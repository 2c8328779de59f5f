"""Events by seed: few products, moments close to the window's edge, redeliveries and broken events."""

import random
from datetime import date, datetime, timedelta, timezone

START = datetime(2026, 3, 1, 6, 0)
EDGES = (timedelta(0), timedelta(microseconds=1), timedelta(microseconds=-1), timedelta(minutes=-20))


def generate(seed: int, size: int) -> list:
    """Give the positional arguments of one call, with about `size` events."""
    draw = random.Random(seed)
    events: list[object] = []
    # A busy product has its events within about an hour; the span grows so that not all are busy.
    hours = max(2, size // 8)
    for number in range(size):
        chance = draw.random()
        if events and chance < 0.1:
            events.append(events[draw.randrange(len(events))])
        elif chance < 0.2:
            events.append(_broken(draw, number))
        else:
            events.append(_event(draw, number, hours))
    return [events, draw.choice([0, 1, 2, 3, 3, 4])]


def _event(draw: random.Random, number: int, hours: int) -> dict[str, object]:
    moment = START + timedelta(hours=draw.randrange(hours)) + draw.choice(EDGES)
    if draw.random() < 0.3:
        zone = timezone(timedelta(hours=draw.choice([-7, 1, 2]), minutes=draw.choice([0, 30])))
        moment = moment.replace(tzinfo=timezone.utc).astimezone(zone)
    product = draw.choice(["p1", "p2", "p10", "P1", " ", "ö"])
    return {"id": f"e{number}", "product": product, "at": moment}


def _broken(draw: random.Random, number: int) -> object:
    event = _event(draw, number, 2)
    kind = draw.randrange(6)
    if kind == 0:
        return None
    if kind == 1:
        return "event"
    if kind == 2:
        del event[draw.choice(["id", "product", "at"])]
    elif kind == 3:
        event[draw.choice(["id", "product"])] = draw.choice(["", 7, None])
    elif kind == 4:
        event["at"] = draw.choice(["2026-03-01T06:00:00", date(2026, 3, 1), None])
    else:
        event["at"] = 1772344800
    return event
