#--- fifty-one-statements
def run(row: int) -> int:
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    row = 1
    try:
        row = 1
    finally:
        row = 1
    with row as row:
        row = 1
    return row
#--- silenced-for-nothing
RATE = 3  # noqa: F401 it was used once
#--- session-windows
"""Group clicks into sessions."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

GAP = timedelta(minutes=30)


def sessions(clicks: Iterable[dict[str, object]], gap: timedelta = GAP) -> dict[str, list[list[datetime]]]:
    """Group each user's clicks into sessions that end after a silence.

    Args:
        clicks: Clicks in any order.
        gap: The silence that ends a session.

    Returns:
        The sessions of each user, the earliest first.
    """
    by_user: dict[str, list[datetime]] = defaultdict(list)
    for click in clicks:
        by_user[click["user"]].append(click["at"])
    found = {}
    for user, moments in by_user.items():
        found[user] = _split(sorted(moments), gap)
    return found


def _split(moments: list[datetime], gap: timedelta) -> list[list[datetime]]:
    """Split sorted moments where the silence is long."""
    parts: list[list[datetime]] = []
    for moment in moments:
        if parts and moment - parts[-1][-1] <= gap:
            parts[-1].append(moment)
        else:
            parts.append([moment])
    return parts
#--- csv-cleaning
import csv
import logging
from datetime import datetime

logger = logging.getLogger(__name__)


def clean(path, out=[]):
    global COUNT
    f = open(path)
    for line in csv.DictReader(f):
        try:
            amount = float(line["amount"])
            at = datetime.strptime(line["at"], "%Y-%m-%d")
            if amount > 1000:
                print("large", line)
            out.append((line["id"], amount, at))
        except Exception as e:
            logger.error(f"bad line {line}")
            continue
    COUNT = len(out)
    return out
#--- merge-records
from typing import Any, Dict, List, Optional


class Merger:
    def __init__(self, keys: List[str], default: Optional[str] = None) -> None:
        self.keys = keys
        self.default = default

    def merge(self, left: List[Dict[str, Any]], right: List[Dict[str, Any]], how="inner"):
        """Merges two lists of records
        by their keys."""
        index = {}
        for row in right:
            index[tuple(row[key] for key in self.keys)] = row
        result = []
        for row in left:
            key = tuple([row[key] for key in self.keys])
            other = index.get(key)
            if other == None:
                if how == "left":
                    result.append(dict(row))
            else:
                result.append({**row, **other})
        return result
#--- retry
import time
from collections.abc import Callable


def retry(call: Callable[[], object], attempts: int = 3, delay: float = 0.1) -> object:
    """Call until it succeeds.

    Args:
        call: What is called.
        attempts: How often.
    """
    for attempt in range(attempts):
        try:
            return call()
        except (OSError, TimeoutError) as error:
            if attempt == attempts - 1:
                raise RuntimeError("gave up")
            time.sleep(delay * 2 ** attempt)
#--- top-per-group
import heapq
from collections import defaultdict


def top(rows: list[dict], count: int) -> dict[str, list[dict]]:
    groups = defaultdict(list)
    for row in rows:
        groups[row["group"]].append(row)
    top = {}
    for name, members in groups.items():
        top[name] = heapq.nlargest(count, members, key=lambda row: row["score"])
    if len(top.keys()) == 0:
        return {}
    return {name: list(sorted(members, key=lambda row: row["id"])) for name, members in top.items()}
#--- dedupe-latest
def latest(events, key="id", by=lambda event: event["at"]):
    seen = dict()
    for event in events:
        id = event[key]
        if id in seen.keys():
            if by(event) > by(seen[id]):
                seen[id] = event
        else:
            seen[id] = event
    return [event for event in seen.values()]
#--- load-warehouse
import json
import subprocess
from datetime import datetime


def load(cursor, table, rows, day=datetime.now()):
    rows = list([json.loads(row) for row in rows])
    for row in rows:
        cursor.execute(f"INSERT INTO {table} (id, name) VALUES ('{row['id']}', '{row['name']}')")
    cursor.execute("DELETE FROM " + table + " WHERE day < '" + str(day) + "'")
    subprocess.call("analyze " + table, shell=True)
    if len(rows) > 0:
        return True
    else:
        return False
#--- validate-rows
class BadRow(Exception):
    pass


def validate(rows: list[dict], schema: dict[str, type]) -> list[dict]:
    """Return the rows that fit."""
    good = []
    for number, row in enumerate(rows):
        for name, kind in schema.items():
            if name not in row:
                raise BadRow(f"row {number} has no {name}")
            if not isinstance(row[name], kind):
                raise ValueError("wrong type")
        good.append(row)
    return good
#--- generators
from collections.abc import Iterable, Iterator
from itertools import islice


def batches(rows: Iterable[int], size: int) -> Iterator[list[int]]:
    """Yield lists of at most size rows.

    Raises:
        ValueError: If size is below 1.
    """
    if size < 1:
        message = f"size must be 1 or more, got {size}"
        raise ValueError(message)
    iterator = iter(rows)
    while batch := list(islice(iterator, size)):
        yield batch
#--- dataclass
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class Order:
    """An order as it was placed."""

    id: str
    lines: list[Decimal] = field(default_factory=list)

    @property
    def total(self) -> Decimal:
        """The sum of all lines."""
        return sum(self.lines, Decimal(0))

    def is_large(self, limit=Decimal(100)):
        return self.total > limit
#--- async-and-nested
async def fetch(client: object, urls: list[str]) -> list[object]:
    found = []
    for url in urls:
        async with client.get(url) as reply:
            found.append(await reply.json())

    async def one(url: str) -> object:
        return await client.get(url)

    return found + [await one(url) for url in urls]
#--- conditional-imports
try:
    import ujson as json
except ImportError:
    import json

if json:
    from decimal import Decimal
else:
    Decimal = float


def parse(text: str) -> object:
    return json.loads(text, parse_float=Decimal)
#--- star-and-try-else
def total(*rows: int, **options: int) -> int:
    try:
        first, *rest = rows
    except ValueError:
        return 0
    else:
        scale = options.get("scale", 1)
        return scale * (first + sum(rest))
    finally:
        del rows
#--- string-annotations
from __future__ import annotations

from typing import TYPE_CHECKING, List

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal


def total(rows: Iterable[Decimal], parts: "List[int]") -> Decimal:
    return sum(rows) + sum(parts)
#--- conversions
def convert(rows: list[str]) -> list[object]:
    numbers = list(map(int, rows))
    pairs = dict(zip(rows, numbers))
    unique = list(set(rows))
    flags = [True if number > 5 else False for number in numbers]
    first = [number for number in numbers if number > 0][0]
    keyed = {row: None for row in rows}
    return [pairs, unique, flags, first, keyed, [rows[0]] + rows]
#--- deep-branches
def grade(score: int, bonus: int) -> str:
    if score > 90:
        if bonus:
            return "a+"
        return "a"
    else:
        if score > 80:
            return "b"
        elif score > 70:
            return "c"
        else:
            if bonus:
                return "d"
            return "e"
#--- lookups
def any_negative(rows: list[int]) -> bool:
    for row in rows:
        if row < 0:
            return True
    return False


def all_known(rows: list[str], known: dict[str, int]) -> bool:
    for row in rows:
        if row not in known.keys():
            return False
    return True


def first_long(rows: list[str]) -> str:
    for row in rows:
        if len(row) > 12:
            return row
