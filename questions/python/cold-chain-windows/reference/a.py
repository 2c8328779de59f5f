"""Rolling temperature statistics for each sensor of a stream."""

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta


def rolling_stats(
    readings: Iterable[dict[str, object]], window: int = 600
) -> Iterator[dict[str, object]]:
    """Yield the statistics of each good reading's sensor over the last seconds.

    Broken, late and redelivered readings are skipped. Only the readings of the current
    windows are held, and one more reading costs the same on average however many those are.

    Args:
        readings: The stream, read once and only as far as results are asked for.
        window: Its length in seconds; a reading exactly that old is out.

    Yields:
        Sensor, moment, count, lowest and highest value and mean, in order of arrival.

    Raises:
        ValueError: If window is below 1.
    """
    if window < 1:
        raise ValueError(f"window must be 1 second or more, got {window}")
    length = timedelta(seconds=window)
    window_of: dict[str, _SensorWindow] = {}
    for reading in readings:
        if not _is_good(reading):
            continue
        sensor, moment = reading["sensor"], reading["at"]
        if sensor not in window_of:
            window_of[sensor] = _SensorWindow(length)
        sensor_window = window_of[sensor]
        if sensor_window.is_late(moment):
            continue
        sensor_window.add(moment, reading["value"])
        yield {"sensor": sensor, "at": moment, **sensor_window.statistics()}


def _is_good(reading: object) -> bool:
    """Tell whether a reading has a sensor, an unambiguous moment and a whole value."""
    if not isinstance(reading, dict):
        return False
    sensor, moment, value = (reading.get(key) for key in ("sensor", "at", "value"))
    return (
        isinstance(sensor, str)
        and sensor != ""
        and isinstance(moment, datetime)
        and moment.utcoffset() is not None
        and isinstance(value, int)
        and not isinstance(value, bool)
    )


class _SensorWindow:
    """The readings of one sensor that are young enough, and what is known about them."""

    def __init__(self, length: timedelta) -> None:
        self._length = length
        self._newest: datetime | None = None
        self._readings: deque[tuple[datetime, int]] = deque()
        self._total = 0
        # Readings that can still become the lowest or highest: each one is beaten by none
        # that came after it, so the extreme of the whole window stands first.
        self._lowest: deque[tuple[datetime, int]] = deque()
        self._highest: deque[tuple[datetime, int]] = deque()

    def is_late(self, moment: datetime) -> bool:
        """Tell whether moment is no later than the newest one, a redelivery included."""
        return self._newest is not None and moment <= self._newest

    def add(self, moment: datetime, value: int) -> None:
        """Take in a reading that is newer than all others, and drop those too old for it."""
        self._newest = moment
        self._readings.append((moment, value))
        self._total += value
        while self._lowest and self._lowest[-1][1] >= value:
            self._lowest.pop()
        self._lowest.append((moment, value))
        while self._highest and self._highest[-1][1] <= value:
            self._highest.pop()
        self._highest.append((moment, value))
        self._drop_old(moment)

    def statistics(self) -> dict[str, object]:
        """Return count, extremes and mean of the window, which holds a reading at least."""
        count = len(self._readings)
        return {
            "count": count,
            "min": self._lowest[0][1],
            "max": self._highest[0][1],
            "mean": self._total / count,
        }

    def _drop_old(self, moment: datetime) -> None:
        """Forget what is a window's length or more older than moment."""
        while moment - self._readings[0][0] >= self._length:
            _, value = self._readings.popleft()
            self._total -= value
        for candidates in (self._lowest, self._highest):
            while moment - candidates[0][0] >= self._length:
                candidates.popleft()
