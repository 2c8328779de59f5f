"""Add up what the airport shops took in, per month and in euro."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal

EURO = "EUR"
CENT = Decimal("0.01")
OLDEST_RATE = timedelta(days=7)
AMOUNT = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class UnbookableError(ValueError):
    """A receipt lacks something that is needed to book it."""


class RateTable:
    """The published rates of one currency, ready to be looked up by day."""

    def __init__(self, rate_by_day: dict[date, Decimal | None]) -> None:
        """Keep the days on which a rate was published, in order."""
        self._rate_by_day = rate_by_day
        self._days = sorted(day for day, rate in rate_by_day.items() if rate is not None)

    def rate_on(self, day: date) -> Decimal:
        """Return the latest rate published up to day, if it is not too old."""
        position = bisect_right(self._days, day)
        if position == 0 or day - self._days[position - 1] > OLDEST_RATE:
            raise UnbookableError(f"no rate for {day} that is at most a week old")
        return self._rate_by_day[self._days[position - 1]]


def monthly_takings(
    receipts: Iterable[dict[str, object]],
    rates: dict[str, dict[date, Decimal | None]],
    utc_offsets: dict[str, int],
) -> tuple[dict[str, Decimal], list[str]]:
    """Return the euro total of each month and the ids that could not be booked.

    The last receipt of an id is the one that counts. Days and months are in UTC,
    and each receipt is rounded to cents, half away from zero, before it is added.

    Args:
        receipts: Receipts of the tills; read once and left unchanged.
        rates: What one euro was worth, by currency and day; None on closed days.
        utc_offsets: Minutes that the clock of an airport is ahead of UTC.

    Returns:
        The totals by month, such as "2024-02", and the sorted ids.
    """
    last_by_id = {receipt["id"]: receipt for receipt in receipts}
    tables = {currency: RateTable(by_day) for currency, by_day in rates.items()}
    totals: dict[str, Decimal] = {}
    unbookable: list[str] = []
    for receipt_id, receipt in last_by_id.items():
        try:
            day = _utc_day(receipt, utc_offsets)
            euros = _in_euro(receipt, day, tables)
        except UnbookableError:
            unbookable.append(receipt_id)
            continue
        month = f"{day:%Y-%m}"
        totals[month] = totals.get(month, Decimal(0)) + euros
    return totals, sorted(unbookable)


def _utc_day(receipt: dict[str, object], utc_offsets: dict[str, int]) -> date:
    """Return the calendar day in UTC on which the receipt was printed."""
    printed_at = receipt.get("at")
    if not isinstance(printed_at, datetime):
        raise UnbookableError(f"{printed_at!r} is not a time")
    if printed_at.utcoffset() is not None:
        return printed_at.astimezone(timezone.utc).date()
    airport = receipt.get("airport")
    if not isinstance(airport, str) or airport not in utc_offsets:
        raise UnbookableError(f"no UTC offset is known for the airport {airport!r}")
    return (printed_at - timedelta(minutes=utc_offsets[airport])).date()


def _in_euro(
    receipt: dict[str, object], day: date, tables: dict[str, RateTable]
) -> Decimal:
    """Return the amount of the receipt in euro, in whole cents."""
    amount = _parse_amount(receipt.get("amount"))
    currency = receipt.get("currency")
    if not isinstance(currency, str):
        raise UnbookableError(f"{currency!r} is not a currency")
    code = currency.strip().upper()
    if code != EURO:
        if code not in tables:
            raise UnbookableError(f"no rates for the currency {code!r}")
        amount /= tables[code].rate_on(day)
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def _parse_amount(text: object) -> Decimal:
    """Read an amount that is written in plain digits."""
    if not isinstance(text, str) or AMOUNT.fullmatch(text) is None:
        raise UnbookableError(f"{text!r} is not an amount")
    return Decimal(text)
