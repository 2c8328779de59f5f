"""Pass each scooter trip on to billing once, and corrections only if they are late."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass
class Trip:
    """What is known of a trip that is held or remembered."""

    name: str
    opened_at_s: int
    revision: int
    cents: int | None
    held: bool = True
    billed: bool = False


def billable_trips(
    updates: Iterable[dict[str, object]], hold: int, remember: int
) -> Iterator[dict[str, object]]:
    """Yield what billing has to know of each trip.

    A trip is held for a while, so that corrections replace each other, and is then
    remembered for a while, so that repeated messages are recognised. Nothing else is
    kept.

    Args:
        updates: Updates in order of arrival, read one by one and left unchanged.
        hold: For how many seconds from its first update a trip is held.
        remember: For how many seconds after its hold a trip is remembered.

    Yields:
        Dicts with trip, revision, cents and late; cents is None when a trip that was
        billed turns out to be cancelled.
    """
    trips: dict[str, Trip] = {}
    held: deque[Trip] = deque()
    remembered: deque[Trip] = deque()
    for update in updates:
        if not _is_usable(update):
            continue
        name, revision, cents = update["trip"], update["revision"], update["cents"]
        now_s = update["received"]

        # All holds are equally long, so both queues are in the order in which time runs out.
        while held and held[0].opened_at_s + hold <= now_s:
            released = held.popleft()
            remembered.append(released)
            yield from _release(released)
        while remembered and remembered[0].opened_at_s + hold + remember <= now_s:
            del trips[remembered.popleft().name]

        trip = trips.get(name)
        if trip is None:
            trips[name] = Trip(name, now_s, revision, cents)
            held.append(trips[name])
        elif revision > trip.revision:
            is_changed = cents != trip.cents
            trip.revision, trip.cents = revision, cents
            if not trip.held and is_changed:
                yield from _correct(trip)
    for trip in held:
        yield from _release(trip)


def _release(trip: Trip) -> Iterator[dict[str, object]]:
    """End the hold of a trip; a cancelled one is not worth a message."""
    trip.held = False
    if trip.cents is not None:
        yield _message(trip, late=False)


def _correct(trip: Trip) -> Iterator[dict[str, object]]:
    """Pass on a late change, unless it cancels what billing never heard of."""
    if trip.cents is not None or trip.billed:
        yield _message(trip, late=True)


def _message(trip: Trip, *, late: bool) -> dict[str, object]:
    """Build what billing gets, and note whether it now believes in a price."""
    trip.billed = trip.cents is not None
    return {"trip": trip.name, "revision": trip.revision, "cents": trip.cents, "late": late}


def _is_usable(update: object) -> bool:
    """Tell whether an update has everything it needs, in the right types."""
    if not isinstance(update, dict) or "cents" not in update:
        return False
    trip, cents = update.get("trip"), update["cents"]
    if not isinstance(trip, str) or not trip:
        return False
    if not _is_whole(update.get("received")):
        return False
    if not _is_whole(update.get("revision")) or update["revision"] < 1:
        return False
    return cents is None or (_is_whole(cents) and cents >= 0)


def _is_whole(value: object) -> bool:
    """Tell whether value is an int that is not a bool."""
    return isinstance(value, int) and not isinstance(value, bool)
