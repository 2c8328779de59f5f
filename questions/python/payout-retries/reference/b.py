"""Send payouts through a bank that fails now and then."""

from collections.abc import Iterable, Iterator

ROW_THAT_MEANS_DOWN = 3
ALREADY_PAID = 409
TOO_MANY_CALLS = 429


def call_bank(replies: Iterator[dict[str, object] | None]) -> dict[str, object]:
    """Make one call and return the reply, or raise TimeoutError if none came."""
    reply = next(replies)
    if reply is None:
        raise TimeoutError("the bank did not reply in time")
    return reply


def send_payouts(
    payouts: Iterable[str],
    replies: Iterator[dict[str, object] | None],
    max_attempts: int = 4,
    first_wait: int = 1,
    longest_wait: int = 30,
) -> list[dict[str, object]]:
    """Send each payout once, with retries where another call may help.

    After three payouts in a row that were given up the bank counts as down, and
    the rest is skipped.

    Args:
        payouts: The ids in the order to send them; repeated ids are left out.
        replies: The bank; each item taken is one call.
        max_attempts: The most calls for one payout.
        first_wait: Seconds before the first retry; doubled before each further one.
        longest_wait: The most seconds we wait unless the bank asks for more.

    Returns:
        One dict per payout with payout, outcome, attempts and waits.

    Raises:
        ValueError: If one of the three settings is too small.
    """
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be 1 or more, got {max_attempts}")
    if first_wait < 0 or longest_wait < 0:
        raise ValueError(f"waits must be 0 or more, got {first_wait} and {longest_wait}")
    own_waits = _own_waits(max_attempts - 1, first_wait, longest_wait)
    results: list[dict[str, object]] = []
    given_up_in_a_row = 0
    for payout in dict.fromkeys(payouts):
        if given_up_in_a_row == ROW_THAT_MEANS_DOWN:
            outcome, waits, attempts = "skipped", [], 0
        else:
            outcome, waits = _settle(replies, own_waits)
            attempts = len(waits) + 1
            given_up_in_a_row = given_up_in_a_row + 1 if outcome == "given_up" else 0
        results.append(
            {"payout": payout, "outcome": outcome, "attempts": attempts, "waits": waits}
        )
    return results


def _own_waits(retry_count: int, first_wait: int, longest_wait: int) -> list[int]:
    """Return how long to wait before each retry if the bank asks for nothing."""
    waits: list[int] = []
    wait = first_wait
    for _ in range(retry_count):
        waits.append(min(wait, longest_wait))
        wait *= 2
    return waits


def _settle(
    replies: Iterator[dict[str, object] | None], own_waits: list[int]
) -> tuple[str, list[int]]:
    """Call for one payout until it is settled; return the outcome and the waits."""
    waits: list[int] = []
    for own_wait in own_waits:
        outcome, asked_wait = _call(replies)
        if outcome != "given_up":
            return outcome, waits
        waits.append(max(own_wait, asked_wait))
    outcome, _ = _call(replies)
    return outcome, waits


def _call(replies: Iterator[dict[str, object] | None]) -> tuple[str, int]:
    """Make one call; return the outcome if it stays the last, and the wait asked for."""
    try:
        reply = call_bank(replies)
    except TimeoutError:
        return "given_up", 0
    status = reply["status"]
    if status == ALREADY_PAID or 200 <= status <= 299:
        return "paid", 0
    if status == TOO_MANY_CALLS or 500 <= status <= 599:
        asked_wait = reply.get("retry_after")
        return "given_up", asked_wait if isinstance(asked_wait, int) else 0
    return "refused", 0
