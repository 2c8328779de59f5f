"""Make receipts around two turns of a month, with rates on working days."""

import random
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

UTC_OFFSETS = {"NRT": 540, "JFK": -300, "ARN": 60, "LHR": 0, "DEL": 330}
PAR = {"SEK": 11.2, "JPY": 163.0, "USD": 1.08, "TND": 3.37, "XTS": 2.0}
FIRST_DAY = date(2024, 2, 26)
DAY_COUNT = 40
FRIDAY = 4
SPELLINGS = (str, str, str, str.lower, lambda code: f" {code} ")
BROKEN_AMOUNTS = ("1,5", "+1", " 1", "1e2", "NaN", "", None, 12.5)


def generate(seed: int, size: int) -> list:
    """Return about size receipts, the rates and the offsets of the airports."""
    rng = random.Random(seed)
    rates = {currency: _rates(rng, par) for currency, par in PAR.items()}
    receipts = [_receipt(rng, size) for _ in range(size)]
    return [receipts, rates, dict(UTC_OFFSETS)]


def _rates(rng: random.Random, par: float) -> dict[date, Decimal | None]:
    """Return rates near par for most of the working days."""
    by_day: dict[date, Decimal | None] = {}
    for number in range(DAY_COUNT):
        day = FIRST_DAY + timedelta(days=number)
        if day.weekday() > FRIDAY or rng.random() < 0.45:
            continue
        # Few digits make quotients that end in exactly half a cent.
        rate = Decimal(str(round(par * rng.uniform(0.95, 1.05), rng.choice((0, 1, 4)))))
        by_day[day] = None if rng.random() < 0.1 else max(rate, Decimal("0.5"))
    return by_day


def _receipt(rng: random.Random, size: int) -> dict[str, object]:
    """Return one receipt, which may correct another and may be broken."""
    currency = rng.choice((*PAR, "EUR", "GBP" if rng.random() < 0.2 else "EUR"))
    cents = rng.randrange(200_000)
    receipt: dict[str, object] = {
        "id": f"r{rng.randrange(size * 3)}",
        "airport": rng.choice((*UTC_OFFSETS, "XXX" if rng.random() < 0.2 else "LHR")),
        "at": _moment(rng),
        "currency": rng.choice(SPELLINGS)(currency),
        "amount": f"{rng.choice(('', '', '-'))}{cents // 1000}.{cents % 1000:03}",
    }
    if rng.random() < 0.04:
        receipt["amount"] = rng.choice(BROKEN_AMOUNTS)
    if rng.random() < 0.03:
        del receipt[rng.choice(("airport", "at", "currency", "amount"))]
    return receipt


def _moment(rng: random.Random) -> datetime:
    """Return a time, often close to midnight and often without an offset."""
    day = FIRST_DAY + timedelta(days=rng.choice((3, 4, 5, 34, 35, rng.randrange(DAY_COUNT))))
    minutes = rng.choice((0, 60, 330, 540, 1140, 1439, rng.randrange(1440)))
    wall = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)
    offset_minutes = rng.choice((None, None, 0, 540, -300, 330))
    if offset_minutes is None:
        return wall
    return wall.replace(tzinfo=timezone(timedelta(minutes=offset_minutes)))
