"""Make settlement exports with the dirt that the facts describe."""

import random

NEEDED = ["Payment ID", "Merchant", "Status", "Kind", "Amount", "Currency"]
EXTRA = ["Fee", "Note", "Payout day"]
MERCHANTS = [
    "Teehaus", "Teehaus", "teehaus", " Teehaus ", "Lamp & Co", "Lamp & Co", '" Lamp & Co"', '"Nord; Süd"',
    '"Nord; Süd"', '"The ""Lamp"""', '"#1 Lamps"', '"#1 Lamps"', "京都屋 🍵", "Straße", "Kiosk", "Kiosk", "", "  ",
]
STATUSES = ["settled"] * 25 + [" Settled", "SETTLED", "pending", "Failed", "refunded", ""]
KINDS = ["payment"] * 15 + ["refund"] * 8 + ["PAYMENT ", "Refund", "fee", ""]
CURRENCIES = ["EUR"] * 20 + ["eur", " Sek ", "SEK", "USD"] * 3 + ["EURO", "€UR", ""]
BAD_AMOUNTS = ["12.50", "-5,00", "1.24,90", "NaN", "1e3", "1_000", "5²", "", ",5", "5,", "1,000", "+1"]
ASIDES = ["\n", "   \n", "# page 2; ignore\n", "#\n"]


def generate(seed: int, size: int) -> list:
    """Return the text of an export with about `size` rows."""
    rng = random.Random(seed)
    columns = NEEDED + rng.sample(EXTRA, rng.randrange(len(EXTRA) + 1))
    rng.shuffle(columns)
    lines = ["# Settlement export\n"] * rng.randrange(3)
    lines.append(";".join(_dressed(rng, name) for name in columns) + "\n")
    for _ in range(size):
        lines.append(_row(rng, columns, size))
        if rng.random() < 0.05:
            lines.append(rng.choice(ASIDES))
    text = "".join(lines)
    return [text.rstrip("\n") if rng.random() < 0.3 else text]


def _dressed(rng: random.Random, name: str) -> str:
    """Write a column name in one of the ways it may be written."""
    return rng.choice([name, name.upper(), name.lower(), f" {name} ", f'"{name}"'])


def _row(rng: random.Random, columns: list[str], size: int) -> str:
    """Write one row, seldom with a field too few or too many."""
    values = {
        "Payment ID": rng.choice(["p-", "P-"]) + str(rng.randrange(1 + size * 2 // 3)),
        "Merchant": rng.choice(MERCHANTS),
        "Status": rng.choice(STATUSES),
        "Kind": rng.choice(KINDS),
        "Amount": _amount(rng),
        "Currency": rng.choice(CURRENCIES),
    }
    if rng.random() < 0.04:
        values["Payment ID"] = rng.choice(["", " ", '"#7"', " p-1 "])
    fields = [values.get(name) or rng.choice(["", "0,12", '";"']) * (name in EXTRA) for name in columns]
    if rng.random() < 0.04:
        fields = rng.choice([fields[:-1], fields + [""], fields[:2]])
    return ";".join(fields) + "\n"


def _amount(rng: random.Random) -> str:
    """Write an amount the German way, or badly."""
    if rng.random() < 0.08:
        return rng.choice(BAD_AMOUNTS)
    whole, cents = rng.choice([rng.randrange(40), rng.randrange(2_000_000)]), rng.randrange(100)
    text = f"{whole:,}".replace(",", ".") if rng.random() < 0.6 else str(whole)
    return text + rng.choice([f",{cents:02}", f",{cents // 10}", "", f",{cents:02} "])
