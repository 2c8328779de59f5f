#--- items-half
def total(table: dict[str, int]) -> int:
    whole = 0
    for key, value in table.items():
        whole += value
    for key, value in table.items():
        whole += len(key)
    for _, value in table.items():
        whole += value
    for key, value in table.items():
        whole += value + len(key)
    return whole
#--- items-half-comprehension
def total(table: dict[str, int]) -> object:
    return [value for _, value in table.items()], {key for key, _ in table.items()}
#--- items-nested
def total(table: dict[str, tuple[int, int]]) -> int:
    whole = 0
    for _, (first, second) in table.items():
        whole += first + second
    return whole
#--- append-loop
def doubled(rows: list[int]) -> list[int]:
    found = []
    for row in rows:
        found.append(row * 2)
    return found
#--- append-loop-filtered
def doubled(rows: list[int]) -> list[int]:
    found = []
    for row in rows:
        if row > 0:
            found.append(row)
    return found
#--- append-loop-copy
def doubled(rows: list[int]) -> list[int]:
    found = []
    for row in rows:
        found.append(row)
    return found
#--- append-loop-more
def doubled(rows: list[int]) -> list[int]:
    found = []
    for row in rows:
        found.append(row * 2)
        rows.sort()
    for row in rows:
        if row in found:
            found.append(row)
    return found
#--- append-to-argument
def doubled(rows: list[int], found: list[int]) -> None:
    for row in rows:
        found.append(row * 2)
#--- append-else
def doubled(rows: list[int]) -> list[int]:
    found = []
    for row in rows:
        if row:
            found.append(row * 2)
        else:
            found.append(0)
    return found
#--- append-annotated
def doubled(rows: list[int]) -> list[int]:
    found: list[int] = []
    for row in rows:
        found.append(row * 2)
    return found
#--- append-deque
from collections import deque


def doubled(rows: list[int]) -> object:
    found = deque()
    for row in rows:
        found.append(row * 2)
    return found
#--- append-name-later
def doubled(rows: list[int]) -> object:
    found = []
    for row in rows:
        found.append(row * 2)
    return found, row
#--- entry-loop
def index(rows: list[tuple[str, int]]) -> dict[str, int]:
    table = {}
    for key, value in rows:
        table[key] = value
    return table
#--- entry-loop-filtered
def index(rows: list[str]) -> dict[str, int]:
    table = {}
    for row in rows:
        if row:
            table[row] = len(row)
    return table
#--- entry-loop-itself
def index(rows: list[str]) -> dict[str, int]:
    table = {}
    for row in rows:
        table[row] = table.get(row, 0) + 1
    return table
#--- entry-loop-default
from collections import defaultdict


def index(rows: list[str]) -> dict[str, int]:
    table = defaultdict(int)
    for row in rows:
        table[row] = len(row)
    return table
#--- entry-loop-fixed
def index(rows: list[str]) -> dict[str, int]:
    table = {}
    for row in rows:
        table["last"] = row
    return table
#--- made-twice
def make(rows: list[int]) -> list[object]:
    return [
        list(row for row in rows if row),
        set(row for row in rows if row),
        dict((row, 1) for row in rows),
        set([row for row in rows if row]),
        dict([(row, 1) for row in rows]),
    ]
#--- made-from-literals
def make() -> list[object]:
    return [set([1, 2]), set((1, 2)), dict([("a", 1)]), dict((("a", 1),)), tuple([1]), list([1]), list((1,)), tuple((1,))]
#--- made-empty
def make() -> list[object]:
    return [dict(), list(), tuple(), set(), dict(a=1), dict(**{"a": 1})]
#--- made-again
def make(rows: list[int]) -> list[object]:
    return [
        list([row for row in rows if row]),
        list(sorted(rows)),
        reversed(sorted(rows)),
        set(list(rows)),
        sorted(list(rows)),
        list(list(rows)),
        sorted(sorted(rows)),
        set(sorted(rows)),
        tuple(list(rows)),
        sorted(set(rows)),
        list(set(rows)),
    ]
#--- copied
def make(rows: list[int], table: dict[str, int]) -> list[object]:
    return [
        [row for row in rows],
        {row for row in rows},
        {key: value for key, value in table.items()},
        [row for row in rows if row],
        [str(row) for row in rows],
        {value: key for key, value in table.items()},
    ]
#--- mapped
def make(rows: list[int]) -> list[object]:
    return [
        list(map(lambda row: row + 1, rows)),
        set(map(lambda row: row + 1, rows)),
        dict(map(lambda row: (row, 1), rows)),
        list(map(str, rows)),
        sum(map(lambda row: row * 2, rows)),
    ]
#--- any-list
def make(rows: list[int]) -> list[object]:
    return [any([row > 0 for row in rows]), all([row > 0 for row in rows]), any(row > 0 for row in rows), sum([row for row in rows if row])]
#--- from-keys
def make(rows: list[int]) -> list[object]:
    return [{row: 0 for row in rows}, {row: None for row in rows}, {row: [] for row in rows}, {str(row): 0 for row in rows}]
#--- dict-of-dict
def make(table: dict[str, int]) -> object:
    return [dict({"a": 1}), dict({key: 1 for key in table if key})]
#--- if-in-if
def pick(a: int, b: int) -> int:
    if a:
        if b:
            return 1
    return 0
#--- if-in-if-more
def pick(a: int, b: int) -> int:
    if a:
        if b:
            return 1
        else:
            return 2
    if a:
        if b:
            return 1
        a = 3
    if a:
        return 4
    elif b:
        if a:
            return 5
    return 0
#--- returns-truth
def pick(a: int) -> bool:
    if a > 0:
        return True
    return False
#--- returns-truth-else
def pick(a: int) -> bool:
    if a > 0:
        return False
    else:
        return True
#--- returns-truth-same
def pick(a: int) -> bool:
    if a > 0:
        return True
    elif a < 0:
        return False
    return True
#--- returns-truth-value
def pick(a: list[int]) -> bool:
    if a:
        return True
    return False
#--- search-any
def has(rows: list[int]) -> bool:
    for row in rows:
        if row > 0:
            return True
    return False
#--- search-all
def has(rows: list[int]) -> bool:
    for row in rows:
        if row > 0:
            return False
    return True
#--- search-more
def has(rows: list[int]) -> bool:
    for row in rows:
        if row > 0:
            return True
        rows.sort()
    return False
#--- keys
def has(table: dict[str, int], key: str) -> object:
    for one in table.keys():
        key += one
    return key in table.keys(), key not in table.keys(), [one for one in table.keys()], list(table.keys())
#--- keys-of-something
class Table:
    def keys(self) -> list[int]:
        return [key for key in self.keys()]
#--- magic
LIMIT = 10


def pick(a: int) -> bool:
    return a > 10 or a == 0 or a == 1 or a != -1 or a > LIMIT or a < 2.5 or 0.0 < a or a == "x"
#--- magic-elsewhere
def pick(a: int) -> object:
    return [a + 10, a[3], 3 == 4, len("abc") > 100]
#--- else-if
def pick(a: int) -> int:
    if a > 0:
        return 1
    else:
        if a < 0:
            return 2
        else:
            return 3
#--- else-if-more
def pick(a: int) -> int:
    if a > 0:
        a = 1
    elif a < 0:
        a = 2
    else:
        if a:
            a = 3
    if a > 0:
        a = 1
    else:
        if a:
            a = 3
        a += 1
    return a
#--- join-lists
def join(a: list[int], b: list[int]) -> list[object]:
    return [a + [1], [1] + a, a + b, [1] + [2], (1,) + tuple(a), a + [1] + b, [1] + [x for x in a]]
#--- first
def first(rows: object) -> list[object]:
    return [list(rows)[0], tuple(rows)[0], [row for row in rows][0], list(rows)[1], rows[0], list(rows)[0:1], [row.id for row in rows][0], sorted(rows)[0]]
#--- open-path
from pathlib import Path


def read(name: str) -> object:
    with open(name, encoding="utf-8") as file, Path(name).open(encoding="utf-8") as other:
        return file.read() + other.read()
#--- open-number
def read() -> object:
    with open(0, encoding="utf-8") as file:
        return file.read()
#--- code-in-comments
# total = sum(rows)
# return total
# Rows come in any order.
# if total:
# for row in rows:
# print(rows)
# TODO: split this
# note
# a = [1, 2]
# see http://example.org/a
# import json
# x: int
# pass
# }
# - first, second
# else:
RATE = 3
#--- silenced
def show(rows: list[int]) -> None:
    print(rows)  # noqa
#--- silenced-types
def show(rows: list[int]) -> int:
    return rows  # type: ignore
#--- silenced-types-named
def show(rows: list[int]) -> int:
    return rows  # type: ignore[return-value]
