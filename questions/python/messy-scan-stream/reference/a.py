"""Recover parcel scans from a stream of damaged lines."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone

BYTE_ORDER_MARK = "\ufeff"
TRACE_KEY = '"trace"'
REQUIRED = ("id", "version", "depot", "scanned_at", "weight", "fee", "currency")
CURRENCIES = frozenset({"EUR", "GBP", "PLN", "CHF", "SEK"})
GRAMS_PER_UNIT = {"g": 1, "kg": 1000, "lb": 453.59237}
HEAVIEST_GRAMS = 50_000
DEAREST_CENTS = 500_000
BEYOND_BELIEF = 10**13
FIRST_MILLISECOND_STAMP = 100_000_000_000
OLD_TERMINAL_ZONE = timezone(timedelta(hours=1))
START_OF_1970 = datetime(1970, 1, 1, tzinfo=timezone.utc)
EARLIEST = datetime(2020, 1, 1, tzinfo=timezone.utc)
TOO_LATE = datetime(2030, 1, 1, tzinfo=timezone.utc)
GROUPED = r"[0-9]{1,3}([,. '])[0-9]{3}(?:\1[0-9]{3})*"
WHOLE_TEXT = re.compile(f"[0-9]+|{GROUPED}")
FEE_TEXT = re.compile(f"(?:[0-9]+|{GROUPED}(?!\\1))[.,][0-9]{{2}}")

Record = dict[str, object]
DECODER = json.JSONDecoder()


class DeadLetter(ValueError):
    """A record that cannot be recovered; its argument is the reason."""


def recover(lines: Iterable[str]) -> tuple[list[Record], list[tuple[int, str]]]:
    """Return the recovered records and the dead letters of a stream.

    The stream is read once, and of each line only the cleaned record is kept.

    Args:
        lines: Raw lines, each with one JSON object that may be damaged.

    Returns:
        The newest version of every record by ascending id, and for everything that
        cannot be recovered its line number, counted from 1, with the reason.
    """
    held: dict[str, Record] = {}
    dead: list[tuple[int, str]] = []
    for line_number, line in enumerate(lines, start=1):
        for piece in _pieces(line):
            try:
                record = _clean(piece)
                if record is not None:
                    _keep(held, record)
            except DeadLetter as refusal:
                dead.append((line_number, str(refusal)))
    return [held[record_id] for record_id in sorted(held)], dead


def _pieces(line: str) -> Iterator[object]:
    """Yield every value a line carries; None stands for one that cannot be read."""
    rest = line.strip().removeprefix(BYTE_ORDER_MARK).strip()
    while rest:
        try:
            value, end = DECODER.raw_decode(rest)
        except ValueError:
            yield _without_trace(rest)
            return
        yield _loaded(value) if isinstance(value, str) else value
        rest = rest[end:].strip()
        if not isinstance(value, dict) or not rest.startswith("{"):
            return


def _without_trace(text: str) -> object:
    """Read an object that broke off within its last field."""
    head, key, _ = text.partition(TRACE_KEY)
    if not key:
        return None
    return _loaded(head.rstrip().removesuffix(",") + "}")


def _loaded(text: str) -> object:
    """Read text as JSON, or return None."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def _keep(held: dict[str, Record], record: Record) -> None:
    """Hold record if it is newer than what is held under its id."""
    rival = held.get(record["id"])
    if rival is None or record["version"] > rival["version"]:
        held[record["id"]] = record
    elif record["version"] == rival["version"] and record != rival:
        raise DeadLetter("conflict")


def _clean(raw: object) -> Record | None:
    """Build the clean record of one raw object, or None for a heartbeat."""
    if not isinstance(raw, dict):
        raise DeadLetter("unreadable")
    if raw.get("type") == "heartbeat":
        return None
    meta = raw.get("meta")
    fields = {**meta, **raw} if isinstance(meta, dict) else raw
    if any(fields.get(name) is None for name in REQUIRED):
        raise DeadLetter("incomplete")
    depot, currency = fields["depot"], fields["currency"]
    if _currency(depot) and not _currency(currency):
        depot, currency = currency, depot
    record: Record = {
        "id": _text(fields["id"]),
        "version": _version(fields["version"]),
        "depot": _mended(_text(depot)),
        "scanned_at": _instant(fields["scanned_at"]),
        "weight_g": _grams(fields["weight"], fields.get("unit", "g")),
        "fee_cents": _cents(fields["fee"]),
        "currency": _currency(currency),
    }
    if record["currency"] is None:
        raise DeadLetter("bad-value")
    if "note" in fields:
        record["note"] = fields["note"]
    _check_ranges(record)
    record["scanned_at"] = record["scanned_at"].astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return record


def _check_ranges(record: Record) -> None:
    """Refuse values that no scan can have."""
    believable = (
        EARLIEST <= record["scanned_at"] < TOO_LATE
        and 1 <= record["weight_g"] <= HEAVIEST_GRAMS
        and 0 <= record["fee_cents"] <= DEAREST_CENTS
    )
    if not believable:
        raise DeadLetter("out-of-range")


def _text(value: object) -> str:
    """Return value if it is a text with something in it."""
    if not isinstance(value, str) or not value:
        raise DeadLetter("bad-value")
    return value


def _mended(text: str) -> str:
    """Undo UTF-8 that was read as Latin-1."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _currency(value: object) -> str | None:
    """Return the currency code that value stands for, if it does."""
    code = value.strip().upper() if isinstance(value, str) else ""
    return code if code in CURRENCIES else None


def _number(value: object) -> float | int:
    """Return value if it is a finite JSON number."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not is_number or value != value or value in (float("inf"), float("-inf")):
        raise DeadLetter("bad-value")
    return value


def _near(value: float) -> float:
    """Return value, or where it is too large to be reckoned with, something else that nobody believes."""
    return max(-BEYOND_BELIEF, min(value, BEYOND_BELIEF))


def _version(value: object) -> int:
    """Return a whole version number from 1 up."""
    if isinstance(value, str):
        if not re.fullmatch("[0-9]+", value):
            raise DeadLetter("bad-value")
        value = int(value)
    version = _number(value)
    if version != int(version) or version < 1:
        raise DeadLetter("bad-value")
    return int(version)


def _grams(weight: object, unit: object) -> int:
    """Return a weight in whole grams."""
    if not isinstance(unit, str) or unit not in GRAMS_PER_UNIT:
        raise DeadLetter("bad-value")
    if isinstance(weight, str):
        if not WHOLE_TEXT.fullmatch(weight):
            raise DeadLetter("bad-value")
        weight = int(re.sub("[^0-9]", "", weight))
    return round(_near(_number(weight)) * GRAMS_PER_UNIT[unit])


def _cents(fee: object) -> int:
    """Return a fee in cents."""
    if not isinstance(fee, str):
        return round(_near(_number(fee)) * 100)
    if not FEE_TEXT.fullmatch(fee):
        raise DeadLetter("bad-value")
    return int(re.sub("[^0-9]", "", fee))


def _instant(stamp: object) -> datetime:
    """Return a stamp as an instant, in whatever zone."""
    if isinstance(stamp, str):
        try:
            moment = datetime.fromisoformat(stamp)
        except ValueError as error:
            raise DeadLetter("bad-value") from error
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=OLD_TERMINAL_ZONE)
        return moment
    seconds = _near(_number(stamp))
    if abs(seconds) >= FIRST_MILLISECOND_STAMP:
        seconds //= 1000
    return START_OF_1970 + timedelta(seconds=int(seconds))
