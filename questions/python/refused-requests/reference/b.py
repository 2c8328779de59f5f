"""Replay an access log against a sliding rate limit per shop."""

from collections import deque
from collections.abc import Iterable

MS_PER_SECOND = 1000


class Window:
    """The units of one shop that passed within the last stretch of time."""

    def __init__(self, limit: int, length_ms: int) -> None:
        self._limit = limit
        self._length_ms = length_ms
        self._passed: deque[tuple[int, int]] = deque()
        self._units_in_use = 0

    def admit(self, now_ms: int, units: int) -> bool:
        """Tell whether a request passes at now_ms, and book its units if so."""
        while self._passed and now_ms - self._passed[0][0] >= self._length_ms:
            _, freed = self._passed.popleft()
            self._units_in_use -= freed
        if self._units_in_use + units > self._limit:
            return False
        self._passed.append((now_ms, units))
        self._units_in_use += units
        return True


def refused_requests(
    requests: Iterable[dict[str, object]], limit: int, window_seconds: int
) -> list[str]:
    """Return the ids of the requests that the rate limit would have refused.

    Only what passed uses up the limit. A stamp earlier than the latest one so far
    counts as the latest one. Broken requests are skipped.

    Args:
        requests: The log, read once and left unchanged.
        limit: How many units of a shop may pass in any window.
        window_seconds: How long the sliding window is.

    Returns:
        The ids in the order of the log, one for each refused request.

    Raises:
        ValueError: If limit is negative or window_seconds is less than 1.
    """
    if limit < 0:
        raise ValueError(f"limit must be 0 or more, got {limit}")
    if window_seconds < 1:
        raise ValueError(f"window_seconds must be 1 or more, got {window_seconds}")

    windows: dict[str, Window] = {}
    refused: list[str] = []
    clock_ms = 0
    for request in requests:
        if not _is_good(request):
            continue
        clock_ms = max(clock_ms, request["at_ms"])
        shop = request["shop"]
        if shop not in windows:
            windows[shop] = Window(limit, window_seconds * MS_PER_SECOND)
        if not windows[shop].admit(clock_ms, request.get("units", 1)):
            refused.append(request["id"])
    return refused


def _is_good(request: object) -> bool:
    """Tell whether the request has all it takes to be decided."""
    return (
        isinstance(request, dict)
        and _is_name(request.get("id"))
        and _is_name(request.get("shop"))
        and _is_whole(request.get("at_ms"), least=0)
        and _is_whole(request.get("units", 1), least=1)
    )


def _is_name(value: object) -> bool:
    """Tell whether value is a string that is not empty."""
    return isinstance(value, str) and value != ""


def _is_whole(value: object, least: int) -> bool:
    """Tell whether value is an int, no bool, and not below least."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= least
