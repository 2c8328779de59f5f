"""Add up what a payment provider settled for each merchant."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import TextIO

ID, MERCHANT, STATUS = "payment id", "merchant", "status"
KIND, AMOUNT, CURRENCY = "kind", "amount", "currency"
COLUMNS = (ID, MERCHANT, STATUS, KIND, AMOUNT, CURRENCY)

SETTLED = "settled"
STATUSES = (SETTLED, "pending", "failed")
SIGNS = {"payment": 1, "refund": -1}

AMOUNT_FORM = re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,[0-9]{1,2})?")
CURRENCY_FORM = re.compile(r"[A-Z]{3}")


class BadRowError(ValueError):
    """A row cannot be counted and has to be reported."""


def settled_totals(export: TextIO) -> tuple[dict[str, dict[str, Decimal]], list[int]]:
    """Return the settled totals and the numbers of the rows that had to be rejected.

    A payment id counts once, with its first good settled row.

    Args:
        export: Open settlement file, separated by semicolons; read once.

    Returns:
        The totals by merchant and currency, and the numbers of the rejected rows in
        ascending order, where 1 is the first row below the header.

    Raises:
        ValueError: If there is no header or it lacks a column.
    """
    rows = csv.reader(_content_lines(export), delimiter=";")
    header = [name.strip().lower() for name in next(rows, [])]
    missing = [name for name in COLUMNS if name not in header]
    if missing:
        raise ValueError(f"the header lacks {', '.join(missing)}: {header}")

    totals: defaultdict[str, defaultdict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    rejected: list[int] = []
    counted_ids: set[str] = set()
    for row_number, fields in enumerate(rows, start=1):
        try:
            row = _named_values(header, fields)
            if row[STATUS].lower() != SETTLED:
                continue
            merchant, currency, amount = _settled_amount(row)
        except BadRowError:
            rejected.append(row_number)
            continue
        if row[ID] not in counted_ids:
            counted_ids.add(row[ID])
            totals[merchant][currency] += amount
    return {merchant: dict(amounts) for merchant, amounts in totals.items()}, rejected


def _content_lines(export: TextIO) -> Iterator[str]:
    """Yield the lines that are neither blank nor a comment."""
    # No field holds a line break, so lines can be told apart before quotes are read.
    return (line for line in export if line.strip() and not line.startswith("#"))


def _named_values(header: list[str], fields: list[str]) -> dict[str, str]:
    """Return the stripped values by column, once what every row needs is checked."""
    if len(fields) != len(header):
        raise BadRowError(f"{len(fields)} fields under {len(header)} columns")
    row = {name: value.strip() for name, value in zip(header, fields, strict=True)}
    if not row[ID]:
        raise BadRowError("no payment id")
    if row[STATUS].lower() not in STATUSES:
        raise BadRowError(f"unknown status {row[STATUS]!r}")
    return row


def _settled_amount(row: dict[str, str]) -> tuple[str, str, Decimal]:
    """Return merchant, currency and signed amount of a settled row."""
    if not row[MERCHANT]:
        raise BadRowError("no merchant")
    sign = SIGNS.get(row[KIND].lower())
    if sign is None:
        raise BadRowError(f"unknown kind {row[KIND]!r}")
    currency = row[CURRENCY].upper()
    if not CURRENCY_FORM.fullmatch(currency):
        raise BadRowError(f"bad currency {currency!r}")
    if not AMOUNT_FORM.fullmatch(row[AMOUNT]):
        raise BadRowError(f"bad amount {row[AMOUNT]!r}")
    amount = Decimal(row[AMOUNT].replace(".", "").replace(",", "."))
    return row[MERCHANT], currency, sign * amount
