"""Hold back scooter trips until their price has settled, and pass late corrections on."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass
class _Trip:
    name: str
    opened: int
    revision: int
    cents: int | None
    is_held: bool = True
    is_billed: bool = False

    def accept(self, update: dict[str, object]) -> bool:
        """Take over a higher revision and say so."""
        if update["revision"] <= self.revision:
            return False
        self.revision, self.cents = update["revision"], update["cents"]
        return True

    def row(self, *, late: bool) -> dict[str, object]:
        """Describe the trip for the billing service."""
        return {"trip": self.name, "revision": self.revision, "cents": self.cents, "late": late}


def billable_trips(
    updates: Iterable[dict[str, object]], hold: int, remember: int
) -> Iterator[dict[str, object]]:
    """Yield every trip once after its hold, and higher revisions that come too late for that.

    Args:
        updates: Messages in the order of receipt, read once.
        hold: Seconds from the first update of a trip during which updates are collected.
        remember: Seconds after the hold during which late corrections are known as such.

    Yields:
        Trip, revision, price in cents, and whether it corrects what was yielded before.
    """
    known: dict[str, _Trip] = {}
    held: deque[_Trip] = deque()
    remembered: deque[_Trip] = deque()
    for update in updates:
        if not _is_good(update):
            continue
        now = update["received"]
        while held and held[0].opened + hold <= now:
            trip = held.popleft()
            remembered.append(trip)
            yield from _release(trip)
        while remembered and remembered[0].opened + hold + remember <= now:
            del known[remembered.popleft().name]

        trip = known.get(update["trip"])
        if trip is None:
            trip = _Trip(update["trip"], now, update["revision"], update["cents"])
            known[trip.name] = trip
            held.append(trip)
        elif trip.accept(update) and not trip.is_held:
            yield from _correct(trip)
    for trip in held:
        yield from _release(trip)


def _release(trip: _Trip) -> Iterator[dict[str, object]]:
    """End the hold: yield the trip unless it was cancelled."""
    trip.is_held = False
    if trip.cents is not None:
        trip.is_billed = True
        yield trip.row(late=False)


def _correct(trip: _Trip) -> Iterator[dict[str, object]]:
    """Yield a late correction unless it cancels what was never billed."""
    was_billed, trip.is_billed = trip.is_billed, trip.cents is not None
    if was_billed or trip.is_billed:
        yield trip.row(late=True)


def _is_good(update: object) -> bool:
    """Tell whether an update has everything it needs."""
    if not isinstance(update, dict) or "cents" not in update:
        return False
    name, cents = update.get("trip"), update["cents"]
    return (
        isinstance(name, str)
        and name != ""
        and _is_whole(update.get("revision"), 1)
        and _is_whole(update.get("received"))
        and (cents is None or _is_whole(cents, 0))
    )


def _is_whole(value: object, least: int | None = None) -> bool:
    """Tell whether value is a whole number, of at least the least one if that is given."""
    return type(value) is int and (least is None or value >= least)
