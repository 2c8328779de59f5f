"""Recovery of parcel scans: read what a line holds, repair each column, keep the newest version."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, timezone

CODES = {"EUR", "GBP", "PLN", "CHF", "SEK"}
UNITS = {"g": 1.0, "kg": 1000.0, "lb": 453.59237}
SEPARATORS = ",. '"
UTC = timezone.utc
FIRST_YEAR, END_YEAR = 2020, 2030
ABSURD = 1e15
BEYOND_CALENDAR = "0001-01-01T00:00:00Z"


class Refused(Exception):
    """Something in the stream is no usable record."""

    def __init__(self, reason: str) -> None:
        """Remember the reason, one of the agreed words."""
        super().__init__(reason)
        self.reason = reason


class Ledger:
    """Holds the newest version of every scan, and why others were refused."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.scans: dict[str, dict[str, object]] = {}
        self.refused: list[tuple[int, str]] = []

    def take(self, line_number: int, text: str) -> None:
        """Take in one text that should be a JSON object, and whatever is glued to its end."""
        while text:
            try:
                payload, text = split_payload(text)
                self.enter(payload)
            except Refused as refusal:
                self.refused.append((line_number, refusal.reason))
                if refusal.reason == "unreadable":
                    return
            text = text if text.startswith("{") else ""

    def enter(self, payload: object) -> None:
        """Enter a decoded payload unless it is a heartbeat or older than what is held."""
        if not isinstance(payload, dict):
            raise Refused("unreadable")
        if payload.get("type") == "heartbeat":
            return
        scan = repair(payload)
        held = self.scans.setdefault(scan["id"], scan)
        if scan["version"] > held["version"]:
            self.scans[scan["id"]] = scan
        elif scan["version"] == held["version"] and scan != held:
            raise Refused("conflict")


def recover(lines: Iterable[str]) -> tuple[list[dict[str, object]], list[tuple[int, str]]]:
    """Return what can be recovered from a stream of raw lines, and what cannot.

    Args:
        lines: The raw lines; read once, and not kept.

    Returns:
        The newest version of each scan, sorted by id, and the line number and reason
        of everything that goes to the dead letters.
    """
    ledger = Ledger()
    line_number = 0
    for line in lines:
        line_number += 1
        ledger.take(line_number, line.strip().lstrip("\ufeff").lstrip())
    return sorted(ledger.scans.values(), key=lambda scan: scan["id"]), ledger.refused


def split_payload(text: str) -> tuple[object, str]:
    """Decode what stands at the start of text, and return it with the rest."""
    try:
        payload, end = json.JSONDecoder().raw_decode(text)
    except ValueError:
        at = text.find(', "trace"')
        if at < 0:
            raise Refused("unreadable") from None
        return whole(text[:at] + "}"), ""
    if isinstance(payload, str):
        return whole(payload), ""
    return payload, text[end:].strip()


def whole(text: str) -> object:
    """Decode a text that should be one JSON value and no more."""
    try:
        return json.loads(text)
    except ValueError:
        raise Refused("unreadable") from None


def repair(payload: dict[str, object]) -> dict[str, object]:
    """Return the clean scan that a payload stands for."""
    meta = payload.get("meta")
    columns = dict(meta) if isinstance(meta, dict) else {}
    columns.update(payload)
    for name in ("id", *COLUMNS):
        if columns.get(SOURCES.get(name, name)) is None:
            raise Refused("incomplete")
    unswap(columns)
    scan: dict[str, object] = {"id": columns["id"]}
    if not isinstance(scan["id"], str) or scan["id"] == "":
        raise Refused("bad-value")
    for name, read in COLUMNS.items():
        try:
            scan[name] = read(columns[SOURCES.get(name, name)], columns)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise Refused("bad-value") from error
    for name, (least, most) in LIMITS.items():
        if not least <= scan[name] <= most:
            raise Refused("out-of-range")
    if "note" in columns:
        scan["note"] = columns["note"]
    return scan


def unswap(columns: dict[str, object]) -> None:
    """Put depot and currency back where they belong."""
    depot, currency = columns["depot"], columns["currency"]
    if str(depot).strip().upper() in CODES and str(currency).strip().upper() not in CODES:
        columns["depot"], columns["currency"] = currency, depot


def read_depot(value: object, _: dict[str, object]) -> str:
    """Read a depot's name, in the letters it was written in."""
    if value == "":
        raise ValueError("an empty name")
    try:
        raw = value.encode("latin-1")
    except UnicodeEncodeError:
        return value
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return value


def read_version(value: object, _: dict[str, object]) -> int:
    """Read a version, which may be written as text or with a fraction of zero."""
    if isinstance(value, bool) or (isinstance(value, str) and not is_digits(value)):
        raise ValueError("not a number")
    version = int(value) if isinstance(value, str) else int(plain_number(value))
    if version < 1 or (isinstance(value, float) and version != value):
        raise ValueError("not a version")
    return version


def read_time(value: object, _: dict[str, object]) -> str:
    """Read a stamp of any of the four kinds as UTC."""
    if isinstance(value, str):
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=timezone(timedelta(hours=1)))
        try:
            return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        except OverflowError:
            return BEYOND_CALENDAR
    number = plain_number(value)
    seconds = int(number // 1000 if number >= 1e11 else number)
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=max(-(10**10), min(seconds, 10**11)))
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def read_weight(value: object, columns: dict[str, object]) -> int:
    """Read a weight in the unit beside it as whole grams."""
    factor = UNITS[columns.get("unit", "g")]
    if isinstance(value, str):
        return ungrouped(value)
    return nearest(max(-ABSURD, min(plain_number(value), ABSURD)) * factor)


def read_fee(value: object, _: dict[str, object]) -> int:
    """Read an amount as cents."""
    if not isinstance(value, str):
        return nearest(plain_number(value) * 100)
    whole, sign, cents = value[:-3], value[-3:-2], value[-2:]
    if sign not in (",", ".") or sign in whole or not is_digits(cents):
        raise ValueError("no decimal sign before two digits")
    return ungrouped(whole) * 100 + int(cents)


def read_currency(value: object, _: dict[str, object]) -> str:
    """Read one of the known currency codes."""
    code = value.strip().upper()
    if code not in CODES:
        raise ValueError("unknown currency")
    return code


def plain_number(value: object) -> int | float:
    """Return a finite number as it is."""
    if type(value) not in (int, float) or not abs(value) < float("inf"):
        raise ValueError("not a number")
    return value


def nearest(amount: int | float) -> int:
    """Round to the nearest whole number; what no scan can have stays absurd, if less so."""
    return round(max(-ABSURD, min(amount, ABSURD)))


def is_digits(text: str) -> bool:
    """Tell whether text is one or more of the ten digits."""
    return text.isascii() and text.isdigit()


def ungrouped(text: str) -> int:
    """Read a whole number that may be grouped in thousands."""
    for separator in SEPARATORS:
        head, *groups = text.split(separator)
        well_grouped = all(len(group) == 3 and is_digits(group) for group in groups)
        if is_digits(head) and well_grouped and (not groups or len(head) <= 3):
            return int(head + "".join(groups))
    raise ValueError("not a whole number")


Reader = Callable[[object, dict[str, object]], object]
COLUMNS: dict[str, Reader] = {
    "version": read_version,
    "depot": read_depot,
    "scanned_at": read_time,
    "weight_g": read_weight,
    "fee_cents": read_fee,
    "currency": read_currency,
}
SOURCES = {"weight_g": "weight", "fee_cents": "fee"}
LIMITS = {
    "scanned_at": (f"{FIRST_YEAR}-01-01T00:00:00Z", f"{END_YEAR - 1}-12-31T23:59:59Z"),
    "weight_g": (1, 50_000),
    "fee_cents": (0, 500_000),
}
