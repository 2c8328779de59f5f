from collections import defaultdict, deque
from collections.abc import Iterable


def refused_requests(
    requests: Iterable[dict[str, object]], limit: int, window_seconds: int
) -> list[str]:
    """Return the ids of the requests that the limiter would refuse."""
    if limit < 0 or window_seconds < 1:
        raise ValueError(f"bad limit {limit} or window {window_seconds}")
    window_ms = window_seconds * 1000
    now_ms = 0
    passed = defaultdict(deque)
    used = defaultdict(int)
    refused = []
    for request in requests:
        if not is_valid(request):
            continue
        now_ms = max(now_ms, request["at_ms"])
        shop = request["shop"]
        units = request.get("units", 1)
        while passed[shop] and now_ms - passed[shop][0][0] >= window_ms:
            used[shop] -= passed[shop].popleft()[1]
        if used[shop] + units > limit:
            refused.append(request["id"])
            continue
        passed[shop].append((now_ms, units))
        used[shop] += units
    return list(dict.fromkeys(refused))


def is_valid(request: object) -> bool:
    """Check the fields of a line."""
    if not isinstance(request, dict):
        return False
    names = (request.get("id"), request.get("shop"))
    if not all(isinstance(name, str) and name for name in names):
        return False
    return is_int(request.get("at_ms"), 0) and is_int(request.get("units", 1), 1)


def is_int(value: object, smallest: int) -> bool:
    """Check for a whole number from smallest up."""
    return type(value) is int and value >= smallest
