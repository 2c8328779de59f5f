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
    refused = []
    try:
        for request in requests:
            now_ms = max(now_ms, request["at_ms"])
            units = request.get("units", 1)
            window = passed[request["shop"]]
            while window and now_ms - window[0][0] >= window_ms:
                window.popleft()
            if sum(unit for _, unit in window) + units > limit:
                refused.append(request["id"])
            else:
                window.append((now_ms, units))
    except (AttributeError, KeyError, TypeError):
        pass
    return refused
