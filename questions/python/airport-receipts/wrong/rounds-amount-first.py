import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal


def monthly_takings(
    receipts: Iterable[dict[str, object]],
    rates: dict[str, dict[date, Decimal | None]],
    utc_offsets: dict[str, int],
) -> tuple[dict[str, Decimal], list[str]]:
    """Return the total in euro per month and the ids that cannot be booked."""
    latest = {}
    for receipt in receipts:
        latest[receipt["id"]] = receipt
    totals = {}
    unbooked = []
    for receipt_id, receipt in latest.items():
        day = utc_day(receipt, utc_offsets)
        euros = None if day is None else to_euro(receipt, day, rates)
        if euros is None:
            unbooked.append(receipt_id)
            continue
        month = day.isoformat()[:7]
        totals[month] = totals.get(month, Decimal(0)) + euros
    return totals, sorted(unbooked)


def utc_day(receipt: dict[str, object], utc_offsets: dict[str, int]) -> date | None:
    """Return the day of the receipt in UTC."""
    at = receipt.get("at")
    if not isinstance(at, datetime):
        return None
    if at.tzinfo is not None:
        return at.astimezone(timezone.utc).date()
    airport = receipt.get("airport")
    if not isinstance(airport, str) or airport not in utc_offsets:
        return None
    return (at - timedelta(minutes=utc_offsets[airport])).date()


def to_euro(
    receipt: dict[str, object], day: date, rates: dict[str, dict[date, Decimal | None]]
) -> Decimal | None:
    """Return the amount in euro, rounded to cents."""
    amount = parse_amount(receipt.get("amount"))
    currency = receipt.get("currency")
    if amount is None or not isinstance(currency, str):
        return None
    currency = currency.strip().upper()
    rate = Decimal(1) if currency == "EUR" else find_rate(rates.get(currency, {}), day)
    if rate is None:
        return None
    return (amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP) / rate).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def find_rate(by_day: dict[date, Decimal | None], day: date) -> Decimal | None:
    """Return the latest rate of the last seven days."""
    for age in range(8):
        rate = by_day.get(day - timedelta(days=age))
        if rate is not None:
            return rate
    return None


def parse_amount(text: object) -> Decimal | None:
    """Read an amount."""
    if not isinstance(text, str) or not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        return None
    return Decimal(text)
