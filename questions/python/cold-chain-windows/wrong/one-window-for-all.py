from collections import deque
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta


def rolling_stats(
    readings: Iterable[dict[str, object]], window: int = 600
) -> Iterator[dict[str, object]]:
    """Give the statistics of the last seconds with every good reading."""
    if window < 1:
        raise ValueError("window must be 1 or more")
    length = timedelta(seconds=window)
    windows = {}
    for reading in readings:
        if not is_good(reading):
            continue
        sensor, at, value = reading["sensor"], reading["at"], reading["value"]
        recent = windows.setdefault("all", deque())
        if recent and at <= recent[-1][0]:
            continue
        recent.append((at, value))
        while at - recent[0][0] >= length:
            recent.popleft()
        values = [value for _, value in recent]
        yield {
            "sensor": sensor,
            "at": at,
            "count": len(values),
            "min": min(values),
            "max": max(values),
            "mean": sum(values) / len(values),
        }


def is_good(reading: object) -> bool:
    """Check the three fields of a reading."""
    if not isinstance(reading, dict):
        return False
    sensor, at, value = reading.get("sensor"), reading.get("at"), reading.get("value")
    if not isinstance(sensor, str) or sensor == "":
        return False
    if not isinstance(at, datetime) or at.utcoffset() is None:
        return False
    return isinstance(value, int) and not isinstance(value, bool)
