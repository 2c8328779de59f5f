"""Rolling statistics of temperature sensors, one stream pass."""

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone


class SensorWindow:
    """The readings of one sensor that are less than a window old.

    Next to the readings it keeps two shorter queues: the readings that can still
    become the lowest, and those that can still become the highest.
    """

    def __init__(self, length: timedelta) -> None:
        """Start with nothing measured."""
        self._length = length
        self._readings: deque[tuple[datetime, int]] = deque()
        self._lowest: deque[tuple[datetime, int]] = deque()
        self._highest: deque[tuple[datetime, int]] = deque()
        self._sum = 0

    def is_news(self, moment: datetime) -> bool:
        """Tell whether moment is later than all that was measured so far."""
        return not self._readings or moment > self._readings[-1][0]

    def add(self, moment: datetime, value: int) -> None:
        """Take in the newest reading and let go of what is too old now."""
        self._readings.append((moment, value))
        self._sum += value
        while self._lowest and self._lowest[-1][1] >= value:
            self._lowest.pop()
        self._lowest.append((moment, value))
        while self._highest and self._highest[-1][1] <= value:
            self._highest.pop()
        self._highest.append((moment, value))
        self._expire(moment)

    def statistics(self) -> dict[str, object]:
        """Return count, min, max and mean of the window."""
        count = len(self._readings)
        return {
            "count": count,
            "min": self._lowest[0][1],
            "max": self._highest[0][1],
            "mean": self._sum / count,
        }

    def _expire(self, now: datetime) -> None:
        """Drop the readings that are a whole window older than now."""
        while now - self._readings[0][0] >= self._length:
            self._sum -= self._readings.popleft()[1]
        # The newest reading is in every queue, so none of them runs empty.
        for queue in (self._lowest, self._highest):
            while now - queue[0][0] >= self._length:
                queue.popleft()


def rolling_stats(
    readings: Iterable[dict[str, object]], window: int = 600
) -> Iterator[dict[str, object]]:
    """Yield the statistics of a sensor's last window seconds with each good reading.

    Broken readings are skipped, and so are those that are not later than the newest
    good one of their sensor.

    Args:
        readings: The stream; the next item is taken only for the next result.
        window: How many seconds to look back; exactly that old is too old.

    Yields:
        A dict with sensor, at, count, min, max and mean.

    Raises:
        ValueError: If window is less than a second.
    """
    if window < 1:
        raise ValueError(f"window must be at least 1 second, got {window}")
    length = timedelta(seconds=window)
    windows: dict[str, SensorWindow] = {}
    for reading in readings:
        if not _is_good(reading):
            continue
        sensor, at = reading["sensor"], reading["at"]
        moment = at.astimezone(timezone.utc)
        if sensor not in windows:
            windows[sensor] = SensorWindow(length)
        if not windows[sensor].is_news(moment):
            continue
        windows[sensor].add(moment, reading["value"])
        yield {"sensor": sensor, "at": at, **windows[sensor].statistics()}


def _is_good(reading: object) -> bool:
    """Tell whether a reading has a sensor, a moment and a whole-numbered value."""
    if not isinstance(reading, dict):
        return False
    sensor, at, value = reading.get("sensor"), reading.get("at"), reading.get("value")
    return (
        isinstance(sensor, str)
        and sensor != ""
        and isinstance(at, datetime)
        and at.utcoffset() is not None
        and isinstance(value, int)
        and not isinstance(value, bool)
    )
