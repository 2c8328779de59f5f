"""Load a carrier's parcel updates into our table, up to a watermark."""

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from typing import NamedTuple


class Update(NamedTuple):
    """A checked update; the time is in UTC."""

    updated_at: datetime
    parcel: str
    seq: int
    status: str | None

    def as_late(self) -> dict[str, object]:
        """Return the update as it stands in the list of late ones."""
        return self._asdict()

    def as_held(self) -> dict[str, object]:
        """Return the update as the table of parcels holds it."""
        return {"updated_at": self.updated_at, "seq": self.seq, "status": self.status}


def load_updates(
    state: dict[str, object],
    updates: Iterable[dict[str, object]],
    pulled_at: datetime,
    grace_minutes: int = 30,
) -> dict[str, object]:
    """Return the state after one pull was loaded.

    Loading the same pull again changes nothing, and neither does the order of the
    updates.

    Args:
        state: Watermark, parcels and late updates so far; left unchanged.
        updates: The updates of the pull in any order, read once.
        pulled_at: When the pull was made; the watermark is not moved past it.
        grace_minutes: How far behind the watermark an update is still in time.

    Returns:
        A new state with the same three keys.

    Raises:
        ValueError: If any update is broken; nothing is loaded then.
    """
    checked = [_checked(position, raw) for position, raw in enumerate(updates)]
    watermark = state["watermark"]
    in_time, too_late = checked, []
    if watermark is not None:
        oldest = watermark - timedelta(minutes=grace_minutes)
        in_time = [update for update in checked if update.updated_at >= oldest]
        too_late = [update for update in checked if update.updated_at < oldest]

    parcels = dict(state["parcels"])
    for update in in_time:
        if _is_newer(update, parcels.get(update.parcel)):
            parcels[update.parcel] = update.as_held()
    return {
        "watermark": _moved(watermark, in_time, pulled_at),
        "parcels": parcels,
        "late": _with_late(state["late"], too_late, parcels),
    }


def _checked(position: int, raw: object) -> Update:
    """Turn one raw update into an Update, or raise ValueError."""
    if not isinstance(raw, dict):
        raise ValueError(f"update {position} is not a dict: {raw!r}")
    parcel = raw.get("parcel")
    if not isinstance(parcel, str) or not parcel:
        raise ValueError(f"update {position} has no usable parcel: {raw!r}")
    updated_at = raw.get("updated_at")
    if not isinstance(updated_at, datetime) or updated_at.utcoffset() is None:
        raise ValueError(f"update {position} has no time with an offset: {raw!r}")
    seq = raw.get("seq")
    if not isinstance(seq, int) or isinstance(seq, bool) or seq < 0:
        raise ValueError(f"update {position} has no usable seq: {raw!r}")
    if "status" not in raw or not isinstance(raw["status"], (str, type(None))):
        raise ValueError(f"update {position} has no usable status: {raw!r}")
    return Update(updated_at.astimezone(timezone.utc), parcel, seq, raw["status"])


def _is_newer(update: Update, held: dict[str, object] | None) -> bool:
    """Tell whether the update is newer than what is held for its parcel, if anything."""
    if held is None:
        return True
    return (update.updated_at, update.seq) > (held["updated_at"], held["seq"])


def _moved(
    watermark: datetime | None, in_time: list[Update], pulled_at: datetime
) -> datetime | None:
    """Return the watermark after the updates that were in time."""
    latest = max((update.updated_at for update in in_time), default=None)
    if latest is None:
        return watermark
    reached = min(latest, pulled_at)
    return reached if watermark is None else max(watermark, reached)


def _with_late(
    late: list[dict[str, object]],
    too_late: list[Update],
    parcels: dict[str, dict[str, object]],
) -> list[dict[str, object]]:
    """Return the late list with the newer ones among too_late added, sorted."""
    by_identity = {_identity(entry): entry for entry in late}
    for update in too_late:
        if _is_newer(update, parcels.get(update.parcel)):
            entry = update.as_late()
            by_identity.setdefault(_identity(entry), entry)
    return [by_identity[identity] for identity in sorted(by_identity)]


def _identity(entry: dict[str, object]) -> tuple[datetime, str, int]:
    """Return what makes two late updates the same, in the order of sorting."""
    return entry["updated_at"], entry["parcel"], entry["seq"]
