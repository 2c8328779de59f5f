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
    newest = {}
    states = {}
    for reading in readings:
        if not is_good(reading):
            continue
        sensor, at, value = reading["sensor"], reading["at"], reading["value"]
        if newest and at <= newest[0] and sensor in states:
            continue
        newest[0] = max(at, newest.get(0, at))
        if sensor not in states:
            states[sensor] = {"total": 0, "all": deque(), "low": deque(), "high": deque()}
        state = states[sensor]
        state["all"].append((at, value))
        state["total"] += value
        while state["low"] and state["low"][-1][1] > value:
            state["low"].pop()
        state["low"].append((at, value))
        while state["high"] and state["high"][-1][1] < value:
            state["high"].pop()
        state["high"].append((at, value))
        while at - state["all"][0][0] >= length:
            state["total"] -= state["all"].popleft()[1]
        while at - state["low"][0][0] >= length:
            state["low"].popleft()
        while at - state["high"][0][0] >= length:
            state["high"].popleft()
        count = len(state["all"])
        yield {
            "sensor": sensor,
            "at": at,
            "count": count,
            "min": state["low"][0][1],
            "max": state["high"][0][1],
            "mean": state["total"] / count,
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
