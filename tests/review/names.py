#--- default-list
def add(row: int, rows: list[int] = []) -> list[int]:
    return [*rows, row]
#--- default-kinds
import collections


def add(a: object = {}, b: object = set(), c: object = dict(), d: object = collections.deque(), *, e: object = [1]) -> object:
    return [a, b, c, d, e]
#--- default-fine
def add(a: object = (), b: object = None, c: str = "", d: object = frozenset(), e: int = len("a")) -> object:
    return [a, b, c, d, e]
#--- default-comprehension
def add(a: object = [x for x in "ab"], b: object = {x: 1 for x in "ab"}) -> object:
    return [a, b]
#--- default-lambda
add = lambda row, rows=[]: rows.append(row)
#--- default-annotated-immutable
from collections.abc import Sequence, Mapping


def add(a: Sequence[int] = [], b: Mapping[str, int] = {}, c: tuple[int, ...] = []) -> object:
    return [a, b, c]
#--- closure-lambda
def make(rows: list[int]) -> list[object]:
    calls = []
    for row in rows:
        calls.append(lambda: row)
    return calls
#--- closure-bound
def make(rows: list[int]) -> list[object]:
    calls = []
    for row in rows:
        calls.append(lambda row=row: row)
    return calls
#--- closure-key
def make(rows: list[int]) -> list[object]:
    found = []
    for limit in rows:
        found.append(max(rows, key=lambda row: row - limit))
        found.append(sorted(rows, key=lambda row: row - limit))
    return found
#--- closure-map
def make(rows: list[int]) -> list[object]:
    found = []
    for limit in rows:
        found.append(list(map(lambda row: row - limit, rows)))
        found.append(list(filter(lambda row: row > limit, rows)))
    return found
#--- closure-function
def make(rows: list[int]) -> list[object]:
    calls = []
    for row in rows:
        def call() -> int:
            return row
        calls.append(call)
    return calls
#--- closure-function-argument
def make(rows: list[int]) -> list[object]:
    calls = []
    for row in rows:
        def call(row: int = row) -> int:
            return row
        calls.append(call)
    return calls
#--- closure-body-variable
def make(rows: list[int]) -> list[object]:
    calls = []
    for row in rows:
        doubled = row * 2
        calls.append(lambda: doubled)
    return calls
#--- closure-while
def make(rows: list[int]) -> list[object]:
    calls = []
    while rows:
        row = rows.pop()
        calls.append(lambda: row)
    return calls
#--- closure-comprehension
def make(rows: list[int]) -> list[object]:
    return [lambda: row for row in rows]
#--- closure-outer-name
def make(rows: list[int], limit: int) -> list[object]:
    calls = []
    for _ in rows:
        calls.append(lambda: limit)
    return calls
#--- undefined
def total(rows: list[int]) -> int:
    return add_up(rows) + missing
#--- undefined-before
def total(rows: list[int]) -> int:
    count = later
    later = len(rows)
    return count + later
#--- defined-after-module
def total(rows: list[int]) -> int:
    return RATE * len(rows)


RATE = 2
#--- undefined-module-order
print(RATE)
RATE = 2
#--- comprehension-name-gone
def total(rows: list[int]) -> int:
    squares = [row * row for row in rows]
    return sum(squares) + row
#--- except-name-gone
def total(rows: list[int]) -> object:
    try:
        rows.sort()
    except TypeError as error:
        rows = [str(error)]
    return error
#--- class-scope
class Rows:
    limit = 3
    double = limit * 2

    def get(self) -> int:
        return limit
#--- global-used
COUNT = 0


def bump() -> None:
    global COUNT
    COUNT += 1
#--- global-read-only
COUNT = 0


def get() -> int:
    global COUNT
    return COUNT
#--- nonlocal
def outer() -> object:
    count = 0

    def inner() -> int:
        nonlocal count
        count += 1
        return count

    return inner
#--- walrus
def total(rows: list[int]) -> int:
    if (count := len(rows)) > 3:
        return count
    return [last := row for row in rows] and last
#--- match-names
def kind(row: object) -> object:
    match row:
        case {"id": key, **rest}:
            return [key, rest]
        case [first, *others]:
            return [first, others]
        case str() as text:
            return text
        case _:
            return None
#--- quoted-annotation
from decimal import Decimal


def total(rows: "list[Decimal]") -> "Decimal":
    return sum(rows)
#--- unused-import
import json
import os.path
from collections import deque, defaultdict as table


def total(rows: list[int]) -> int:
    return sum(rows)
#--- import-in-all
from collections import deque

__all__ = ["deque"]
#--- import-in-function
def total(rows: list[int]) -> int:
    import math
    return sum(rows)
#--- future
from __future__ import annotations


def total(rows: list[int]) -> int:
    return sum(rows)
#--- import-attribute
import os.path
import collections.abc


def total(rows: list[int]) -> object:
    return os.path.join("a", str(rows)), collections.abc.Iterable
#--- unused-variable
def total(rows: list[int]) -> int:
    count = len(rows)
    return sum(rows)
#--- unused-variable-kinds
def total(rows: list[int]) -> int:
    first, second = rows
    _spare = 1
    count: int = 3
    with rows as handle:
        pass
    for row in rows:
        pass
    if (size := len(rows)):
        pass
    return sum(rows)
#--- unused-then-set-again
def total(rows: list[int]) -> int:
    count = 0
    count = len(rows)
    total = 0
    total += 1
    return sum(rows)
#--- unused-in-closure
def total(rows: list[int]) -> object:
    count = len(rows)

    def get() -> int:
        return count

    return get
#--- unused-locals
def total(rows: list[int]) -> object:
    count = len(rows)
    return locals()
#--- unused-except-name
def total(rows: list[int]) -> int:
    try:
        return sum(rows)
    except TypeError as error:
        return 0
#--- unused-except-name-module
try:
    RATE = int("3")
except ValueError as error:
    RATE = 0
#--- redefined-function
def total(rows: list[int]) -> int:
    return sum(rows)


def total(rows: list[int]) -> int:
    return len(rows)
#--- redefined-after-use
def total(rows: list[int]) -> int:
    return sum(rows)


FIRST = total([1])


def total(rows: list[int]) -> int:
    return len(rows)
#--- redefined-import
import json
import json


def total(rows: list[int]) -> str:
    return json.dumps(rows)
#--- redefined-in-branches
try:
    import json
except ImportError:
    json = None

if json:
    def total() -> int:
        return 1
else:
    def total() -> int:
        return 2
#--- redefined-method
class Rows:
    def get(self) -> int:
        return 1

    def get(self) -> int:
        return 2
#--- redefined-property
class Rows:
    @property
    def size(self) -> int:
        return self._size

    @size.setter
    def size(self, value: int) -> None:
        self._size = value
#--- redefined-overload
from typing import overload


@overload
def get(key: int) -> int: ...
@overload
def get(key: str) -> str: ...
def get(key: object) -> object:
    return key
#--- redefined-by-argument
import json


def total(json: str) -> str:
    return json
#--- redefined-by-assignment
import json

json = 3
#--- function-name
def getTotal(rows: list[int]) -> int:
    return sum(rows)


def Total(rows: list[int]) -> int:
    return sum(rows)
#--- argument-name
def total(Rows: list[int], *Others: int, maxCount: int = 1) -> int:
    return sum(Rows) + sum(Others) + maxCount
#--- variable-name
LIMIT = 3


def total(rows: list[int]) -> int:
    Total = sum(rows)
    maxCount = 0
    LIMIT_HERE = 3
    for Row in rows:
        Total += Row
        maxCount += LIMIT_HERE
    return Total + maxCount
#--- variable-name-type
from collections import namedtuple
from typing import TypeVar


def make() -> object:
    Pair = namedtuple("Pair", "a b")
    T = TypeVar("T")
    return [Pair, T]
#--- ambiguous
def total(rows: list[int]) -> int:
    l = sum(rows)
    O = 1
    for I in rows:
        l += I
    return l + O + sum(l for l in rows)
#--- ambiguous-argument
def total(l: list[int]) -> int:
    return sum(l)
#--- shadow-variable
def total(rows: list[int]) -> int:
    sum = 0
    for id in rows:
        sum += id
    with open("a", "rb") as input:
        input.read()
    return sum
#--- shadow-argument
def total(list: object, id: int, *, type: str = "", **filter: int) -> object:
    return [list, id, type, filter]
#--- shadow-lambda
get = lambda id: id
#--- shadow-definition
def max(rows: object) -> object:
    return rows


class object:
    pass
#--- shadow-class-field
class Row:
    id: int
    type = 3

    def filter(self) -> int:
        return self.id
#--- shadow-import
from json import dumps as print


def total(rows: list[int]) -> str:
    return print(rows)
#--- shadow-comprehension
def total(rows: list[int]) -> object:
    return [id for id in rows], {type: 1 for type in rows}
#--- shadow-except
def total(rows: list[int]) -> object:
    try:
        return rows.sort()
    except TypeError as type:
        return type
#--- star-import
from os.path import *


def base(path: str) -> str:
    return basename(path)
#--- deleted
rate = 3
del rate
print(rate)
#--- redefined-on-condition
import json
import os
import os.path

if os.path.exists("a"):
    import json


def total() -> str:
    return json.dumps(1)
#--- asked-whether-defined
try:
    RATE
except NameError:
    RATE = 3
#--- made-by-another-function
def fill() -> None:
    global cache
    cache = {}


def read() -> object:
    return cache
#--- side-by-side
def total(rows: list[int]) -> int:
    first, second = 1, 2
    return first
#--- static-and-class-methods
class Rows:
    @staticmethod
    def one(row):
        return row

    @classmethod
    def other(cls, row):
        return row
