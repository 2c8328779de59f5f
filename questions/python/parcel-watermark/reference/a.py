"""Load a carrier's parcel updates incrementally, up to a watermark."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone


def load_updates(
    state: dict[str, object],
    updates: Iterable[dict[str, object]],
    pulled_at: datetime,
    grace_minutes: int = 30,
) -> dict[str, object]:
    """Return the state after the updates of one pull.

    Every update is checked before the first is loaded. Loading the same updates
    into the result again changes nothing.

    Args:
        state: Watermark, parcels and late updates so far; left unchanged.
        updates: The pulled updates, in any order; read once.
        pulled_at: When they were pulled; the watermark is not moved past it.
        grace_minutes: How far behind the watermark an update is still in time.

    Returns:
        A new state. Records that did not change are shared with the old one.

    Raises:
        ValueError: If any update is broken; nothing is loaded then.
    """
    in_time, too_late = _split(
        list(_checked(updates)), state["watermark"], timedelta(minutes=grace_minutes)
    )
    parcels = _merged(state["parcels"], in_time)
    return {
        "watermark": _moved_watermark(state["watermark"], in_time, pulled_at),
        "parcels": parcels,
        # Only the complete table can say what a late update would have changed.
        "late": _with_late(state["late"], [u for u in too_late if _is_newer(u, parcels)]),
    }


def _checked(updates: Iterable[dict[str, object]]) -> Iterator[dict[str, object]]:
    """Yield each update with its four keys and its time in UTC, or raise."""
    for number, update in enumerate(updates, start=1):
        problem = _problem_of(update)
        if problem:
            raise ValueError(f"update {number} ({update!r}): {problem}")
        yield {
            "parcel": update["parcel"],
            "updated_at": update["updated_at"].astimezone(timezone.utc),
            "seq": update["seq"],
            "status": update["status"],
        }


def _problem_of(update: object) -> str:
    """Say what is wrong with an update, or nothing."""
    if not isinstance(update, dict):
        return "not a dict"
    parcel, updated_at, seq = (update.get(key) for key in ("parcel", "updated_at", "seq"))
    if not isinstance(parcel, str) or not parcel:
        return "no parcel id"
    if not isinstance(updated_at, datetime) or updated_at.utcoffset() is None:
        return "updated_at is not a time with a UTC offset"
    if not isinstance(seq, int) or isinstance(seq, bool) or seq < 0:
        return "seq is not a whole number from 0 up"
    if "status" not in update or not isinstance(update["status"], str | None):
        return "status is missing or neither a text nor None"
    return ""


def _split(
    updates: list[dict[str, object]], watermark: datetime | None, grace: timedelta
) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Part the updates that are in time from those that are too late."""
    if watermark is None:
        return updates, []
    earliest = watermark - grace
    in_time = [update for update in updates if update["updated_at"] >= earliest]
    too_late = [update for update in updates if update["updated_at"] < earliest]
    return in_time, too_late


def _merged(
    parcels: dict[str, dict[str, object]], in_time: list[dict[str, object]]
) -> dict[str, dict[str, object]]:
    """Return the table after the updates that are newer than what it holds."""
    merged = dict(parcels)
    for update in in_time:
        if _is_newer(update, merged):
            merged[update["parcel"]] = {
                key: update[key] for key in ("updated_at", "seq", "status")
            }
    return merged


def _is_newer(update: dict[str, object], parcels: dict[str, dict[str, object]]) -> bool:
    """Tell whether the table holds nothing as new as update for its parcel."""
    held = parcels.get(update["parcel"])
    return held is None or _version(update) > _version(held)


def _version(record: dict[str, object]) -> tuple[datetime, int]:
    """Return what orders the updates of one parcel."""
    return record["updated_at"], record["seq"]


def _moved_watermark(
    watermark: datetime | None, in_time: list[dict[str, object]], pulled_at: datetime
) -> datetime | None:
    """Return the watermark for the next load."""
    if not in_time:
        return watermark
    latest = min(max(update["updated_at"] for update in in_time), pulled_at)
    return latest if watermark is None else max(watermark, latest)


def _with_late(
    late: list[dict[str, object]], newcomers: list[dict[str, object]]
) -> list[dict[str, object]]:
    """Return the late updates in order, each once."""
    late_by_key = {_late_key(update): update for update in (*newcomers, *late)}
    return [late_by_key[key] for key in sorted(late_by_key)]


def _late_key(update: dict[str, object]) -> tuple[datetime, str, int]:
    """Return what identifies a late update, and sorts it."""
    return update["updated_at"], update["parcel"], update["seq"]
