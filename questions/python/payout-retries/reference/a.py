"""Send payouts through a bank that fails now and then."""

from collections.abc import Iterable, Iterator

CONFLICT = 409
TOO_MANY_REQUESTS = 429
GIVEN_UP_IN_A_ROW = 3


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
    """Send every payout once and report what became of it.

    A repeated id is left out. After three payouts in a row that were given up, the
    bank counts as down and the remaining ones are skipped without a call.

    Args:
        payouts: Ids in the order to send them; read once.
        replies: The bank; taking one item is one call.
        max_attempts: The most calls for one payout, the first included.
        first_wait: Seconds before the first retry of a payout, doubled each time.
        longest_wait: The most seconds to wait, unless the bank asks for more.

    Returns:
        For each distinct payout its outcome, its attempts and its waits in seconds.

    Raises:
        ValueError: If max_attempts is below 1 or a wait is below 0.
    """
    _check_settings(max_attempts, first_wait, longest_wait)
    report: list[dict[str, object]] = []
    given_up_in_a_row = 0
    for payout in dict.fromkeys(payouts):
        if given_up_in_a_row == GIVEN_UP_IN_A_ROW:
            report.append(_report_line(payout, "skipped", attempts=0, waits=[]))
            continue
        line = _send(payout, replies, max_attempts, first_wait, longest_wait)
        report.append(line)
        given_up = line["outcome"] == "given_up"
        given_up_in_a_row = given_up_in_a_row + 1 if given_up else 0
    return report


def _check_settings(max_attempts: int, first_wait: int, longest_wait: int) -> None:
    """Raise ValueError for settings with which nothing can be sent."""
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be 1 or more, got {max_attempts}")
    if first_wait < 0:
        raise ValueError(f"first_wait must be 0 or more, got {first_wait}")
    if longest_wait < 0:
        raise ValueError(f"longest_wait must be 0 or more, got {longest_wait}")


def _send(
    payout: str,
    replies: Iterator[dict[str, object] | None],
    max_attempts: int,
    first_wait: int,
    longest_wait: int,
) -> dict[str, object]:
    """Call the bank for one payout until it is settled or the attempts are used up."""
    waits: list[int] = []
    own_wait = first_wait
    for attempt in range(1, max_attempts + 1):
        outcome, asked_wait = _attempt(replies)
        if outcome is not None:
            return _report_line(payout, outcome, attempts=attempt, waits=waits)
        if attempt < max_attempts:
            waits.append(max(min(own_wait, longest_wait), asked_wait))
            own_wait *= 2
    return _report_line(payout, "given_up", attempts=max_attempts, waits=waits)


def _attempt(replies: Iterator[dict[str, object] | None]) -> tuple[str | None, int]:
    """Make one call: the outcome, None if it is worth a retry, and the wait asked for."""
    try:
        reply = call_bank(replies)
    except TimeoutError:
        # Whether the money went out is unknown; the payout's id makes a retry harmless.
        return None, 0
    status = reply["status"]
    if 200 <= status <= 299 or status == CONFLICT:
        return "paid", 0
    if status != TOO_MANY_REQUESTS and not 500 <= status <= 599:
        return "refused", 0
    asked_wait = reply.get("retry_after")
    return None, asked_wait if isinstance(asked_wait, int) else 0


def _report_line(
    payout: str, outcome: str, *, attempts: int, waits: list[int]
) -> dict[str, object]:
    """Build the report's entry for one payout."""
    return {"payout": payout, "outcome": outcome, "attempts": attempts, "waits": waits}
