from collections.abc import Iterable
from datetime import datetime, timedelta, timezone


def load_updates(
    state: dict[str, object],
    updates: Iterable[dict[str, object]],
    pulled_at: datetime,
    grace_minutes: int = 30,
) -> dict[str, object]:
    """Return the state after the updates of a pull."""
    checked = [check(update) for update in updates]
    watermark = state["watermark"]
    next_watermark = watermark
    parcels = dict(state["parcels"])
    too_late = []
    for update in checked:
        if watermark is not None and update["updated_at"] < watermark - timedelta(minutes=grace_minutes):
            too_late.append(update)
            continue
        if is_newer(update, parcels):
            parcels[update["parcel"]] = to_record(update)
        reached = update["updated_at"]
        if next_watermark is None or reached > next_watermark:
            next_watermark = reached
    late = list(state["late"])
    known = {late_key(update) for update in late}
    for update in too_late:
        if is_newer(update, parcels) and late_key(update) not in known:
            known.add(late_key(update))
            late.append(update)
    return {
        "watermark": next_watermark,
        "parcels": parcels,
        "late": sorted(late, key=late_key),
    }


def check(update: object) -> dict[str, object]:
    """Return the four keys of an update, or raise ValueError."""
    if not isinstance(update, dict):
        raise ValueError(f"not a dict: {update!r}")
    parcel = update.get("parcel")
    if not isinstance(parcel, str) or not parcel:
        raise ValueError(f"no parcel: {update!r}")
    updated_at = update.get("updated_at")
    if not isinstance(updated_at, datetime) or updated_at.tzinfo is None:
        raise ValueError(f"no time with an offset: {update!r}")
    seq = update.get("seq")
    if type(seq) is not int or seq < 0:
        raise ValueError(f"no seq: {update!r}")
    if "status" not in update or not isinstance(update["status"], (str, type(None))):
        raise ValueError(f"no status: {update!r}")
    return {
        "parcel": parcel,
        "updated_at": updated_at.astimezone(timezone.utc),
        "seq": seq,
        "status": update["status"],
    }


def is_newer(update: dict[str, object], parcels: dict[str, dict[str, object]]) -> bool:
    """Compare an update with what is held."""
    held = parcels.get(update["parcel"])
    if held is None:
        return True
    return (update["updated_at"], update["seq"]) > (held["updated_at"], held["seq"])


def to_record(update: dict[str, object]) -> dict[str, object]:
    """Return what the table holds of an update."""
    return {key: update[key] for key in ("updated_at", "seq", "status")}


def late_key(update: dict[str, object]) -> tuple[datetime, str, int]:
    """Return what late is sorted by."""
    return update["updated_at"], update["parcel"], update["seq"]
