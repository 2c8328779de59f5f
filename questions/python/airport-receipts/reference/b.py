"""Add up what the airport shops took in each month, in euro."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

MAX_RATE_AGE = timedelta(days=7)
AMOUNT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
HOME_CURRENCY = "EUR"

RateTable = dict[str, tuple[list[date], list[Decimal]]]


class UnbookableError(ValueError):
    """A receipt lacks something that is needed to book it."""


def monthly_takings(
    receipts: Iterable[dict[str, object]],
    rates: dict[str, dict[date, Decimal | None]],
    utc_offsets: dict[str, int],
) -> tuple[dict[str, Decimal], list[str]]:
    """Total the receipts in euro by UTC month, and name those that cannot be booked.

    The last receipt of an id replaces all earlier ones. Every receipt is rounded to
    cents, half away from zero, before it is added.

    Args:
        receipts: Receipts of the tills, read once and left unchanged.
        rates: Units of a currency per euro, by currency and day.
        utc_offsets: Minutes that each airport's clock is ahead of UTC.

    Returns:
        The total by month such as "2024-02", and the sorted ids of the unbookable.
    """
    current = {receipt["id"]: receipt for receipt in receipts}
    table = _sorted_rates(rates)
    cents_by_month: dict[str, int] = {}
    unbookable: list[str] = []
    for receipt_id, receipt in current.items():
        try:
            day = _utc_day(receipt, utc_offsets)
            cents = _euro_cents(receipt, day, table)
        except UnbookableError:
            unbookable.append(receipt_id)
            continue
        month = day.isoformat()[:7]
        cents_by_month[month] = cents_by_month.get(month, 0) + cents
    totals = {
        month: Decimal(cents) / 100 for month, cents in cents_by_month.items()
    }
    return totals, sorted(unbookable)


def _sorted_rates(rates: dict[str, dict[date, Decimal | None]]) -> RateTable:
    """Bring each currency's published rates into order of day."""
    table: RateTable = {}
    for currency, by_day in rates.items():
        published = sorted((day, rate) for day, rate in by_day.items() if rate is not None)
        table[currency] = ([day for day, _ in published], [rate for _, rate in published])
    return table


def _utc_day(receipt: dict[str, object], utc_offsets: dict[str, int]) -> date:
    """Return the calendar day in UTC on which the receipt was printed."""
    printed_at = receipt.get("at")
    if not isinstance(printed_at, datetime):
        raise UnbookableError("the time is no datetime")
    if printed_at.utcoffset() is not None:
        return printed_at.astimezone(timezone.utc).date()
    airport = receipt.get("airport")
    if not isinstance(airport, str) or airport not in utc_offsets:
        raise UnbookableError("a local time at an unknown airport")
    return (printed_at - timedelta(minutes=utc_offsets[airport])).date()


def _euro_cents(receipt: dict[str, object], day: date, table: RateTable) -> int:
    """Return the receipt's amount in euro cents, rounded half away from zero."""
    amount_text = receipt.get("amount")
    if not isinstance(amount_text, str) or not AMOUNT.fullmatch(amount_text):
        raise UnbookableError("the amount is not a plain number")
    currency_text = receipt.get("currency")
    if not isinstance(currency_text, str):
        raise UnbookableError("the currency is no text")
    rate = _rate(currency_text.strip().upper(), day, table)
    cents = Fraction(amount_text) * 100 / Fraction(rate)
    magnitude = (2 * abs(cents) + 1) // 2
    return magnitude if cents > 0 else -magnitude


def _rate(currency: str, day: date, table: RateTable) -> Decimal:
    """Return the latest rate of the currency that may be used on the day."""
    if currency == HOME_CURRENCY:
        return Decimal(1)
    if currency not in table:
        raise UnbookableError("no rates for the currency")
    days, values = table[currency]
    position = bisect_right(days, day) - 1
    if position < 0 or day - days[position] > MAX_RATE_AGE:
        raise UnbookableError("no rate is recent enough")
    return values[position]
