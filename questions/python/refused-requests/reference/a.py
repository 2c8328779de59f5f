"""Replay an access log against a rate limit that is not switched on yet."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

MILLISECONDS_PER_SECOND = 1000
DEFAULT_UNITS = 1


@dataclass
class PassedUnits:
    """What passed for one shop and may still be in the window."""

    total: int = 0
    arrivals: deque[tuple[int, int]] = field(default_factory=deque)

    def forget_until(self, expired_ms: int) -> None:
        """Drop everything that arrived at expired_ms or before."""
        while self.arrivals and self.arrivals[0][0] <= expired_ms:
            _, units = self.arrivals.popleft()
            self.total -= units

    def add(self, arrival_ms: int, units: int) -> None:
        """Remember a request that passed."""
        self.arrivals.append((arrival_ms, units))
        self.total += units


def refused_requests(
    requests: Iterable[dict[str, object]], limit: int, window_seconds: int
) -> list[str]:
    """Return the ids of the requests that the limiter would have refused.

    Broken lines are skipped. Only what passed uses up the limit, and it leaves the
    window exactly window_seconds after it arrived. A stamp earlier than the latest
    one so far counts as the latest one.

    Args:
        requests: The access log; read once, in its order, and left unchanged.
        limit: The most units that may pass for a shop within a window.
        window_seconds: The length of the sliding window.

    Returns:
        One id for each refused request, in the order of the log.

    Raises:
        ValueError: If limit is negative or the window is shorter than a second.
    """
    if limit < 0:
        raise ValueError(f"limit must be 0 or more, got {limit}")
    if window_seconds < 1:
        raise ValueError(f"window_seconds must be 1 or more, got {window_seconds}")

    window_ms = window_seconds * MILLISECONDS_PER_SECOND
    clock_ms = 0
    passed_by_shop: dict[str, PassedUnits] = {}
    refused: list[str] = []
    for request in requests:
        if not _is_usable(request):
            continue
        clock_ms = max(clock_ms, request["at_ms"])
        units = request.get("units", DEFAULT_UNITS)
        passed = passed_by_shop.setdefault(request["shop"], PassedUnits())
        passed.forget_until(clock_ms - window_ms)
        if passed.total + units <= limit:
            passed.add(clock_ms, units)
        else:
            refused.append(request["id"])
    return refused


def _is_usable(request: object) -> bool:
    """Tell whether a line of the log holds a request that can be decided."""
    return (
        isinstance(request, dict)
        and _is_name(request.get("id"))
        and _is_name(request.get("shop"))
        and _is_whole_from(request.get("at_ms"), 0)
        and _is_whole_from(request.get("units", DEFAULT_UNITS), 1)
    )


def _is_name(value: object) -> bool:
    """Tell whether value is a non-empty string."""
    return isinstance(value, str) and value != ""


def _is_whole_from(value: object, smallest: int) -> bool:
    """Tell whether value is an int, not a bool, of at least smallest."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= smallest
