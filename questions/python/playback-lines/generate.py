"""Make lines of playback reports in the mixture of forms that the facts describe."""

import json
import random

DEVICES = ["tv-1", "tv-2", " TV-1", {"id": "ph-3"}, {"id": "tv-1", "os": {"v": 4}}, {"id": "电视 📺"}]
TITLES = ["t1", "t2", "  ", {"id": "t3"}, {"id": "t1", "season": None}, {"id": "Über"}]
STALLS = [0, 1, 7, None, [], [{"ms": 4}], [None, "x", 3]]
NOISE = [None, "", 0, -1, 5.0, True, "5", [], {}, {"id": ""}, float("nan")]
BLANKS = ["", "\n", "  \n", "\t\r\n"]
BROKEN = ["[]\n", "null", "7\n", '"text"', "{", "{}x", "# note\n", '{"device": "tv-1", "tit']
LINE_ENDS = ["\n", "\n", "\r\n", ""]


def generate(seed: int, size: int) -> list:
    """Return about `size` lines and how many bad ones are borne, at times too few."""
    rng = random.Random(seed)
    lines = [_line(rng) for _ in range(size)]
    return [lines, rng.choice([size, size, size // 4])]


def _line(rng: random.Random) -> str:
    """Write one line, seldom blank or broken."""
    chance = rng.random()
    if chance < 0.04:
        return rng.choice(BLANKS)
    if chance < 0.08:
        return rng.choice(BROKEN)
    text = json.dumps(_report(rng), ensure_ascii=rng.random() < 0.3)
    return rng.choice(["", "", " "]) + text + rng.choice(LINE_ENDS)


def _report(rng: random.Random) -> dict:
    """Make one report, in most cases a good one."""
    report = {"device": rng.choice(DEVICES)}
    form = rng.randrange(3)
    if form == 0:
        report.update(_play(rng))
    if form == 1 or rng.random() < 0.05:
        report["play"] = _play(rng)
    if form == 2 or rng.random() < 0.05:
        report["plays"] = [_play(rng) for _ in range(rng.randrange(4))]
    if rng.random() < 0.06:
        report[rng.choice(["device", "play", "plays", "title", "v"])] = rng.choice(NOISE)
    if rng.random() < 0.02:
        report.pop(rng.choice(list(report)))
    return report


def _play(rng: random.Random) -> dict:
    """Make the description of one play."""
    play = {"title": rng.choice(TITLES)}
    if rng.random() < 0.6:
        play["watched_ms"] = rng.choice([0, 999, 1000, rng.randrange(9_000_000), 10**20 + 999])
    if "watched_ms" not in play or rng.random() < 0.2:
        play["watched"] = rng.choice([0, 1, rng.randrange(9_000)])
    if rng.random() < 0.7:
        play["stalls"] = rng.choice(STALLS)
    if rng.random() < 0.05:
        play[rng.choice(["title", "watched", "watched_ms", "stalls", "device"])] = rng.choice(NOISE)
    return play
