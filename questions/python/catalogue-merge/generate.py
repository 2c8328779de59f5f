"""A catalogue and a feed by seed: versions in any order, tombstones, and now and then a damaged file."""

import json
import random

COLOURS = ["red", "blue", "", None, "grün"]


def generate(seed: int, size: int) -> list:
    """Give the positional arguments of one call, with about `size` change lines."""
    draw = random.Random(seed)
    ids = [f"p{number}" for number in range(max(2, size // 4))]
    catalogue = {product: _record(draw) for product in ids if draw.random() < 0.5}
    lines = [json.dumps(_change(draw, ids)) for _ in range(size)]
    lines.append(json.dumps({"op": "end", "lines": size}))
    if draw.random() < 0.25:
        _damage(draw, lines)
    newline = draw.choice(["\n", "\n", "\n\n"])
    return [catalogue, newline.join(lines) + newline]


def _attributes(draw: random.Random) -> dict[str, object]:
    names = draw.sample(["title", "colour", "price", "stock"], draw.randint(0, 3))
    values = [draw.choice([*COLOURS, 0, 19.5, True, ["a"], {"cm": 3}]) for _ in names]
    return dict(zip(names, values, strict=True))


def _record(draw: random.Random) -> dict[str, object]:
    deleted = draw.random() < 0.2
    attributes = {} if deleted else _attributes(draw)
    return {"version": draw.randint(1, 6), "deleted": deleted, "attributes": attributes}


def _change(draw: random.Random, ids: list[str]) -> dict[str, object]:
    operation = draw.choice(["insert", "update", "update", "delete"])
    change = {"op": operation, "id": draw.choice(ids), "version": draw.randint(1, 12)}
    if operation != "delete":
        change["attributes"] = _attributes(draw)
    return change


def _damage(draw: random.Random, lines: list[str]) -> None:
    kind = draw.randrange(4)
    place = draw.randrange(len(lines))
    if kind == 0:
        lines[place] = lines[place][: len(lines[place]) // 2]
    elif kind == 1:
        del lines[-1]
    elif kind == 2:
        lines.insert(place, '{"op": "rename", "id": "p1", "version": 3}')
    else:
        lines[place] = lines[place].replace('"version": ', '"version": -', 1)
