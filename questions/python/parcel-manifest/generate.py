"""A schema and records that follow it now and then."""

import random
from datetime import date, datetime, timedelta
from decimal import Decimal

WORDS = ("", " ", "standard", "express", "Express", "größe", "📦", "P-1", "P-2", "p-1")
ODDITIES = (None, True, False, 0, -1, 5.0, "5", "", float("nan"), float("inf"), Decimal("NaN"), [], {}, b"x")
# Made once, because dates and decimals take long to make in the sealed interpreter.
DAYS = tuple(date(2024, 2, 26) + timedelta(days=days) for days in range(8))
PICKUPS = (*DAYS, datetime(2024, 2, 29, 10))
PRICES = tuple(Decimal(cents) / 100 for cents in (-100, -1, 0, 49, 50, 51, 1990, 5000, 5001))
NO_RECORDS = (None, 7, "record", ["parcel"], ())
# A manifest as long as this is about memory, so its schema asks for nothing that has to be held.
LONG_MANIFEST = 2_500


def generate(seed: int, size: int) -> list:
    """Return a schema, the records and the most errors to list."""
    rng = random.Random(seed)
    schema = _make_schema(rng)
    if size >= LONG_MANIFEST:
        for rule in schema.values():
            rule.pop("unique", None)
    records = [_make_record(rng, schema, number, size) for number in range(size)]
    return [schema, records, rng.choice((0, 1, 5, 30, 100))]


def _make_schema(rng: random.Random) -> dict:
    """Return rules for seven fields, some of them with bounds of 0."""
    day = date(2024, 2, 27) + timedelta(days=rng.randint(0, 3))
    schema = {
        "parcel": {"type": "str", "unique": True},
        "weight_g": {"type": "int", "min": rng.choice((-1, 0, 1)), "max": rng.choice((0, 40, 90))},
        "service": {"type": "str", "values": ["standard", "express", ""]},
        "pickup": {"type": "date", "min": day, "max": day + timedelta(days=2)},
        "value": {"type": "number", "min": rng.choice((0, 0.5, Decimal("0.50"))), "max": 50},
        "insured": {"type": "bool"},
        "dock": {"type": "int", "values": [0, 1, 2, 3], "unique": rng.random() < 0.5},
    }
    for rule in schema.values():
        if rng.random() < 0.4:
            rule["required"] = rng.random() < 0.3
        if rng.random() < 0.4:
            rule["null"] = rng.random() < 0.7
    return {field: schema[field] for field in rng.sample(sorted(schema), rng.randint(4, 7))}


def _make_record(rng: random.Random, schema: dict, number: int, size: int) -> object:
    """Return a record whose fields are mostly there and mostly of the right type."""
    if rng.random() < 0.03:
        return rng.choice(NO_RECORDS)
    record = {field: _make_value(rng, field, number, size) for field in schema if rng.random() < 0.95}
    if rng.random() < 0.08:
        record[rng.choice(("colour", "Parcel", "weight", "note"))] = rng.choice(ODDITIES)
    fields = list(record)
    rng.shuffle(fields)
    return {field: record[field] for field in fields}


def _make_value(rng: random.Random, field: str, number: int, size: int) -> object:
    """Return a value of the field's type, or an oddity."""
    if rng.random() < 0.06:
        return rng.choice(ODDITIES)
    if field == "parcel":
        return rng.choice(WORDS) if rng.random() < 0.1 else f"P-{rng.randint(0, number + size)}"
    if field == "service":
        return rng.choice(WORDS[:4])
    if field == "pickup":
        return rng.choice(PICKUPS)
    if field == "value":
        return rng.choice((rng.randint(-1, 60), rng.uniform(-1, 60), rng.choice(PRICES)))
    if field == "insured":
        return rng.random() < 0.5
    return rng.randint(-3, 100) if field == "weight_g" else rng.randint(-1, 4)
