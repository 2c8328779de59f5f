from collections.abc import Iterable


def refused_requests(
    requests: Iterable[dict[str, object]], limit: int, window_seconds: int
) -> list[str]:
    """Return the ids of the requests that the limiter would refuse."""
    if limit < 0 or window_seconds < 1:
        raise ValueError(f"bad limit {limit} or window {window_seconds}")
    now_ms = 0
    windows = {}
    refused = []
    for request in requests:
        if not is_valid(request):
            continue
        now_ms = max(now_ms, request["at_ms"])
        shop = request["shop"]
        start_ms, used = windows.get(shop, (now_ms, 0))
        if now_ms - start_ms >= window_seconds * 1000:
            start_ms, used = now_ms, 0
        units = request.get("units", 1)
        if used + units > limit:
            refused.append(request["id"])
        else:
            used += units
        windows[shop] = (start_ms, used)
    return refused


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
