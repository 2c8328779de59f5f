"""Add up what a payment provider settled for each merchant."""

import csv
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple, TextIO

COLUMNS = ("payment id", "merchant", "status", "kind", "amount", "currency")
STATUSES = ("settled", "pending", "failed")
SIGN_OF = {"payment": 1, "refund": -1}
AMOUNT = re.compile(r"([0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,([0-9]{1,2}))?")
CURRENCY = re.compile(r"[A-Za-z]{3}")


class _BadRow(Exception):
    """A row that cannot be counted and has to be reported."""


class _Entry(NamedTuple):
    payment_id: str
    merchant: str
    currency: str
    cents: int


def settled_totals(export: TextIO) -> tuple[dict[str, dict[str, Decimal]], list[int]]:
    """Return the settled amounts by merchant and currency, and the rejected rows.

    Args:
        export: The provider's file, semicolons and German amounts, read once.

    Returns:
        Totals exact to the cent, and the numbers of the rejected rows from 1.

    Raises:
        ValueError: If there is no header, or it lacks a column.
    """
    rows = csv.reader(_content_lines(export), delimiter=";")
    positions, width = _read_header(next(rows, None))
    cents_of: dict[str, dict[str, int]] = {}
    rejected: list[int] = []
    counted_ids: set[str] = set()
    for number, row in enumerate(rows, start=1):
        try:
            entry = _read_row(row, positions, width)
        except _BadRow:
            rejected.append(number)
            continue
        if entry is None:
            continue
        if entry.payment_id in counted_ids:
            rejected.append(number)
            continue
        counted_ids.add(entry.payment_id)
        by_currency = cents_of.setdefault(entry.merchant, {})
        by_currency[entry.currency] = by_currency.get(entry.currency, 0) + entry.cents
    totals = {
        merchant: {currency: Decimal(cents).scaleb(-2) for currency, cents in sums.items()}
        for merchant, sums in cents_of.items()
    }
    return totals, rejected


def _content_lines(export: TextIO) -> Iterator[str]:
    """Yield the lines that are neither blank nor comments."""
    return (line for line in export if line.strip() and not line.startswith("#"))


def _read_header(header: list[str] | None) -> tuple[dict[str, int], int]:
    """Return where each column stands and how many there are."""
    if header is None:
        raise ValueError("the export has no header")
    names = [name.strip().lower() for name in header]
    missing = [column for column in COLUMNS if column not in names]
    if missing:
        raise ValueError(f"the header lacks {', '.join(missing)}")
    return {column: names.index(column) for column in COLUMNS}, len(names)


def _read_row(row: list[str], positions: dict[str, int], width: int) -> _Entry | None:
    """Return what a row adds, None if it does not count; raise _BadRow to reject it."""
    if len(row) != width:
        raise _BadRow("number of fields")
    payment_id, merchant, status, kind, amount, currency = (
        row[positions[column]].strip() for column in COLUMNS
    )
    status = status.lower()
    if not payment_id or status not in STATUSES:
        raise _BadRow("payment id or status")
    if status != "settled":
        return None
    sign = SIGN_OF.get(kind.lower())
    if not merchant or sign is None or not CURRENCY.fullmatch(currency):
        raise _BadRow("merchant, kind or currency")
    return _Entry(payment_id, merchant, currency.upper(), sign * _read_cents(amount))


def _read_cents(amount: str) -> int:
    """Read a German amount into cents, or raise _BadRow."""
    match = AMOUNT.fullmatch(amount)
    if match is None:
        raise _BadRow("amount")
    whole, fraction = match.groups("")
    return int(whole.replace(".", "") + fraction.ljust(2, "0"))
