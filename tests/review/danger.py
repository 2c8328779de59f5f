#--- exec-and-eval
def run(text: str) -> object:
    exec(text)
    return eval(text)
#--- own-eval
def eval(text: str) -> str:
    return text


def run(text: str) -> object:
    return eval(text)
#--- literal-eval
import ast


def run(text: str) -> object:
    return ast.literal_eval(text)
#--- pickle
import pickle


def load(data: bytes) -> object:
    return pickle.loads(data)
#--- pickle-from
from pickle import load, loads as read


def get(data: bytes, file: object) -> list[object]:
    return [read(data), load(file)]
#--- pickle-write
import pickle


def save(data: object) -> bytes:
    return pickle.dumps(data)
#--- shelve
import shelve


def open_store(path: str) -> object:
    return shelve.open(path)
#--- yaml
import yaml


def load(text: str) -> object:
    first = yaml.load(text)
    second = yaml.load(text, Loader=yaml.SafeLoader)
    third = yaml.load(text, yaml.FullLoader)
    return [first, second, third, yaml.safe_load(text)]
#--- shell
import subprocess


def run(name: str) -> None:
    subprocess.run("ls " + name, shell=True)
    subprocess.Popen(f"ls {name}", shell=True)
    subprocess.check_output("ls", shell=True)
#--- no-shell
import subprocess


def run(name: str) -> None:
    subprocess.run(["ls", name], check=True)
    subprocess.run(["ls", name], shell=False)
#--- sql-f-string
def query(name: str) -> str:
    return f"SELECT * FROM orders WHERE name = '{name}'"
#--- sql-concatenated
def query(name: str) -> str:
    return "select id from orders where name = '" + name + "'"
#--- sql-percent
def query(name: str) -> str:
    return "delete from orders where name = '%s'" % name
#--- sql-format
def query(name: str) -> str:
    return "update orders set state = 'x' where name = '{}'".format(name)
#--- sql-insert
def query(name: str) -> str:
    text = f"INSERT INTO orders (name) VALUES ('{name}')"
    return text
#--- sql-with
def query(name: str) -> str:
    return f"WITH a AS (SELECT 1) SELECT * FROM {name}"
#--- sql-parameters
def query(db: object, name: str) -> object:
    return db.execute("SELECT * FROM orders WHERE name = ?", (name,))
#--- sql-constant-concatenation
def query() -> str:
    return "select id " + "from orders"
#--- prose-like-sql
def say(name: str) -> list[str]:
    return [f"select one of {name}", f"Updated {name} and set it", f"from {name} select"]
#--- sql-multiline
def query(table: str) -> str:
    return f"""
        SELECT id, total
        FROM {table}
        WHERE total > 0
    """
#--- none-equal
def pick(row: object) -> bool:
    return row == None or None != row
#--- none-is
def pick(row: object) -> bool:
    return row is None or row is not None
#--- is-literal
def pick(row: object) -> bool:
    return row is "a" or row is not 3 or row is () or row is True
#--- is-list
def pick(row: object) -> bool:
    return row is [] or row is {} or row is {1}
#--- print
def show(rows: list[int]) -> None:
    print(rows)
#--- print-to-file
import sys


def show(rows: list[int], sink: object) -> None:
    print(rows, file=sink)
    print(rows, file=sys.stderr)
#--- own-print
def show(print: object) -> None:
    print(1)
#--- zip-plain
def pairs(a: list[int], b: list[int]) -> list[object]:
    return list(zip(a, b))
#--- zip-strict
def pairs(a: list[int], b: list[int]) -> list[object]:
    return [list(zip(a, b, strict=True)), list(zip(a, b, strict=False))]
#--- zip-one
def pairs(a: list[int]) -> list[object]:
    return [list(zip(a)), list(zip(*a))]
#--- zip-endless
import itertools


def pairs(a: list[int]) -> list[object]:
    return [
        list(zip(a, itertools.count())),
        list(zip(a, itertools.cycle("ab"))),
        list(zip(a, itertools.repeat(1))),
        list(zip(a, itertools.repeat(1, 3))),
    ]
#--- open-plain
def read(path: str) -> str:
    file = open(path, encoding="utf-8")
    return file.read()
#--- open-chained
def read(path: str) -> str:
    return open(path).read()
#--- open-with
def read(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()
#--- open-with-two
def read(path: str, other: str) -> str:
    with open(path) as file, open(other, "w") as sink:
        sink.write(file.read())
    return path
#--- open-binary
def read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
#--- open-returned
def reader(path: str) -> object:
    return open(path, encoding="utf-8")
#--- open-exit-stack
import contextlib


def read(paths: list[str]) -> list[str]:
    with contextlib.ExitStack() as stack:
        files = [stack.enter_context(open(path, encoding="utf-8")) for path in paths]
        return [file.read() for file in files]
#--- open-closed-at-once
def touch(path: str) -> None:
    open(path, "w", encoding="utf-8").close()
#--- path-texts
from pathlib import Path


def read(name: str) -> str:
    Path(name).write_text("x")
    Path(name).write_text("x", encoding="utf-8")
    with Path(name).open() as file:
        file.read()
    return Path(name).read_text() + Path(name).read_text("utf-8")
#--- path-variable
from pathlib import Path


def read(name: str) -> str:
    path = Path(name)
    return path.read_text()
#--- gzip-open
import gzip


def read(name: str) -> list[str]:
    with gzip.open(name, "rt") as file:
        lines = list(file)
    with gzip.open(name) as file:
        lines.append(file.read())
    return lines
#--- gzip-unmanaged
import gzip


def read(name: str) -> object:
    file = gzip.open(name, "rb")
    return file.read()
#--- open-mode-unknown
def read(name: str, mode: str) -> str:
    with open(name, mode) as file:
        return file.read()
#--- now-naive
import datetime


def stamp() -> object:
    return [datetime.datetime.now(), datetime.datetime.now(None), datetime.datetime.now(tz=None)]
#--- now-aware
from datetime import datetime, timezone


def stamp() -> object:
    return [datetime.now(timezone.utc), datetime.now(tz=timezone.utc), datetime.now().astimezone()]
#--- utcnow
from datetime import datetime


def stamp() -> object:
    return datetime.utcnow()
#--- strptime
from datetime import datetime, timezone


def parse(text: str, form: str) -> object:
    first = datetime.strptime(text, "%Y-%m-%d")
    second = datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z")
    third = datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=timezone.utc)
    fourth = datetime.strptime(text, "%Y-%m-%d").astimezone()
    fifth = datetime.strptime(text, form)
    return [first, second, third, fourth, fifth, datetime.strptime(text, "%Y").date()]
#--- alias-of-datetime
import datetime as dt


def parse(text: str) -> object:
    return [dt.datetime.strptime(text, "%Y"), dt.datetime.now()]
