#--- nothing-annotated
def total(rows, limit):
    return sum(rows) + limit
#--- partly
def total(rows: list[int], limit, *, sign=1) -> int:
    return sum(rows) + limit + sign
#--- result-missing
def total(rows: list[int]):
    return sum(rows)
#--- method
class Rows:
    def total(self, limit):
        return limit

    @classmethod
    def of(cls, rows) -> object:
        return cls()
#--- any
from typing import Any


def total(rows: Any, other: Any | None = None) -> Any:
    return [rows, other]
#--- any-inside
from typing import Any


def total(rows: list[Any], table: dict[str, Any]) -> dict[str, Any]:
    return {"a": rows, **table}
#--- any-optional
import typing
from typing import Optional, Union


def total(a: Optional[typing.Any], b: Union[int, typing.Any], c: "typing.Any") -> object:
    return [a, b, c]
#--- implicit-none
def total(rows: list[int] = None, limit: int = None) -> object:
    return [rows, limit]
#--- explicit-none
from typing import Optional, Union, Any


def total(a: list[int] | None = None, b: Optional[int] = None, c: Union[int, None] = None, d: object = None, e: "int | None" = None) -> object:
    return [a, b, c, d, e]
#--- implicit-none-text
def total(a: "int" = None) -> object:
    return a
#--- old-names
from typing import Dict, List, Optional, Set, Tuple, Union


def total(a: List[int], b: Dict[str, Set[int]], c: Optional[int], d: Union[int, str]) -> Tuple[int, int]:
    return [a, b, c, d]
#--- new-names
def total(a: list[int], b: dict[str, set[int]], c: int | None, d: int | str) -> tuple[int, int]:
    return [a, b, c, d]
#--- old-names-attribute
import typing


def total(a: typing.List[int], b: typing.Optional[int]) -> typing.Dict[str, int]:
    return [a, b]
#--- old-names-in-alias
from typing import DefaultDict, Deque, FrozenSet, List, Type

Rows = List[int]


def total(a: Rows, b: FrozenSet[int], c: Type[int], d: Deque[int], e: DefaultDict[str, int]) -> object:
    return [a, b, c, d, e]
#--- no-docstrings
def total(rows: list[int]) -> int:
    return sum(rows)


class Rows:
    def total(self) -> int:
        return 1

    def _part(self) -> int:
        return 1


def _helper(rows: list[int]) -> int:
    def inner() -> int:
        return 1
    return inner()
#--- docstrings
"""Totals of sellers."""


def total(rows: list[int]) -> int:
    """Add up the rows."""
    return sum(rows)
#--- docstring-arguments
def total(rows: list[int], limit: int, *parts: int, **names: int) -> int:
    """Add up the rows.

    Args:
        rows: What is added.
    """
    return sum(rows) + limit + sum(parts) + len(names)
#--- docstring-arguments-whole
def total(rows: list[int], limit: int) -> int:
    """Add up the rows.

    Args:
        rows: What is added.
        limit (int): Where to stop,
            in rows.

    Returns:
        The sum.
    """
    return sum(rows) + limit
#--- docstring-arguments-private
def _total(rows: list[int], _limit: int) -> int:
    """Add up the rows.

    Args:
        other: What is added.
    """
    return sum(rows) + _limit
#--- docstring-numpy
def total(rows: list[int], limit: int) -> int:
    """Add up the rows.

    Parameters
    ----------
    rows : list
        What is added.

    Returns
    -------
    int
        The sum.
    """
    return sum(rows) + limit
#--- docstring-method
class Rows:
    """Rows of an order."""

    def total(self, limit: int) -> int:
        """Add up.

        Args:
            other: nothing.
        """
        return limit
#--- docstring-shape
def total(rows: list[int]) -> int:
    """Add up the rows
    of one seller."""
    return sum(rows)
#--- docstring-no-period
def total(rows: list[int]) -> int:
    """Add up the rows"""
    return sum(rows)
#--- docstring-question
def total(rows: list[int]) -> int:
    """Add up the rows!"""
    return sum(rows)
#--- docstring-mood
def total(rows: list[int]) -> int:
    """Returns the sum."""
    return sum(rows)


def other(rows: list[int]) -> int:
    """Calculates the sum."""
    return sum(rows)


def third(rows: list[int]) -> int:
    """Computes the sum."""
    return sum(rows)


def fourth(rows: list[int]) -> int:
    """This adds up."""
    return sum(rows)
#--- docstring-mood-fine
def total(rows: list[int]) -> int:
    """Return the sum."""
    return sum(rows)


def other(rows: list[int]) -> int:
    """Process rows and give their sum."""
    return sum(rows)


def third(rows: list[int]) -> int:
    """Sum of all rows."""
    return sum(rows)
#--- docstring-multiline-summary
def total(rows: list[int]) -> int:
    """
    Add up the rows.

    Empty rows give 0.
    """
    return sum(rows)
#--- many-parameters
def total(a: int, b: int, c: int, d: int, e: int, f: int) -> int:
    return a + b + c + d + e + f
#--- many-parameters-spare
def total(a: int, b: int, c: int, d: int, e: int, _f: int) -> int:
    return a + b + c + d + e
#--- many-parameters-method
class Rows:
    def total(self, a: int, b: int, c: int, d: int, e: int) -> int:
        return a + b + c + d + e

    @staticmethod
    def other(a: int, b: int, c: int, d: int, e: int, *f: int) -> int:
        return a + b + c + d + e + len(f)
#--- many-paths
def kind(row: int) -> str:
    if row == 1:
        return "a"
    elif row == 0:
        return "b"
    elif row == 1:
        return "c"
    for part in range(row):
        if part:
            continue
        while row:
            row -= 1
    try:
        row += 1
    except ValueError:
        row = 0
    except TypeError:
        row = 1
    else:
        row = 2
    if row:
        row = 1
    if row:
        row = 0
    return "d"
#--- ten-paths
def kind(row: int) -> str:
    if row == 1:
        return "a"
    elif row == 0:
        return "b"
    for part in range(row):
        if part:
            continue
        while row:
            row -= 1
    try:
        row += 1
    except ValueError:
        row = 0
    if row:
        row = 1
    if row:
        row = 0
    if row:
        row = 0
    return "d"
#--- many-branches
def kind(row: int) -> int:
    if row:
        row = 1
    else:
        row = 0
    if row:
        row = 1
    else:
        row = 0
    if row:
        row = 1
    else:
        row = 0
    if row:
        row = 1
    else:
        row = 0
    if row:
        row = 1
    else:
        row = 0
    for part in range(row):
        row = part
    try:
        row = 1
    except ValueError:
        row = 0
    finally:
        row = 0
    return row
#--- twelve-branches
def kind(row: int) -> int:
    if row:
        row = 1
    else:
        row = 0
    if row:
        row = 1
    else:
        row = 0
    if row:
        row = 1
    else:
        row = 0
    if row:
        row = 1
    else:
        row = 0
    match row:
        case 1:
            row = 1
        case 2:
            row = 1
        case 3:
            row = 1
        case _:
            row = 1
    return row
#--- returns-implicitly
def find(rows: list[int]) -> object:
    for row in rows:
        if row:
            return row
#--- returns-explicitly
def find(rows: list[int]) -> object:
    for row in rows:
        if row:
            return row
    return None
#--- returns-in-branches
def find(row: int) -> object:
    if row:
        return 1
    elif row is None:
        return 2
#--- returns-in-all-branches
def find(row: int) -> object:
    if row:
        return 1
    else:
        return 2
#--- returns-in-try
def find(row: str) -> object:
    try:
        return int(row)
    except ValueError:
        row = ""
#--- returns-in-try-all
def find(row: str) -> object:
    try:
        return int(row)
    except ValueError:
        return 0
#--- returns-in-with
def find(row: object) -> object:
    with row as handle:
        return handle
#--- returns-while-true
def find(rows: list[int]) -> object:
    while True:
        if rows.pop():
            return 1
#--- returns-nothing
def find(rows: list[int]) -> None:
    for row in rows:
        if row:
            return
    rows.sort()
#--- returns-or-raises
def find(rows: list[int]) -> int:
    for row in rows:
        if row:
            return row
    raise LookupError(rows)
#--- returns-generator
def find(rows: list[int]) -> object:
    for row in rows:
        if row:
            return row
        yield row
#--- returns-match
def find(row: object) -> object:
    match row:
        case 1:
            return 1
        case _:
            return 2
#--- returns-match-open
def find(row: object) -> object:
    match row:
        case 1:
            return 1
        case 0:
            row = 3
#--- returns-exit
import sys


def find(row: object) -> object:
    if row:
        return 1
    sys.exit(3)
#--- returns-nested
def find(rows: list[int]) -> object:
    def inner() -> int:
        return 1

    for row in rows:
        row.append(inner())
#--- returns-last-call
def find(rows: list[int]) -> object:
    if rows:
        return 1
    rows.sort()
