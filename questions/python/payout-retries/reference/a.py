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
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be 1 or more, got {max_attempts}")
    if min(first_wait, longest_wait) < 0:
        raise ValueError(f"waits must be 0 or more, got {first_wait} and {longest_wait}")

    report: list[dict[str, object]] = []
    known_payouts: set[str] = set()
    given_up_in_a_row = 0
    for payout in payouts:
        if payout in known_payouts:
            continue
        known_payouts.add(payout)
        if given_up_in_a_row >= GIVEN_UP_IN_A_ROW:
            report.append(_report_line(payout, "skipped", attempts=0, waits=[]))
            continue
        line = _send(payout, replies, max_attempts, first_wait, longest_wait)
        report.append(line)
        if line["outcome"] == "given_up":
            given_up_in_a_row += 1
        else:
            given_up_in_a_row = 0
    return report


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
        reply = _call_or_time_out(replies)
        outcome = _outcome_of(reply)
        if outcome:
            return _report_line(payout, outcome, attempts=attempt, waits=waits)
        if attempt < max_attempts:
            waits.append(_wait_after(reply, min(own_wait, longest_wait)))
            own_wait *= 2
    return _report_line(payout, "given_up", attempts=max_attempts, waits=waits)


def _call_or_time_out(
    replies: Iterator[dict[str, object] | None],
) -> dict[str, object]:
    """Make one call; a timeout becomes a reply that says nothing."""
    try:
        return call_bank(replies)
    except TimeoutError:
        # Whether the money went out is unknown; the payout's id makes a retry harmless.
        return {}


def _outcome_of(reply: dict[str, object]) -> str | None:
    """Return what a reply settles, None if another call is worth while."""
    if not reply:
        return None
    status = reply["status"]
    if status == CONFLICT or 200 <= status <= 299:
        return "paid"
    if status == TOO_MANY_REQUESTS or 500 <= status <= 599:
        return None
    return "refused"


def _wait_after(reply: dict[str, object], own_wait: int) -> int:
    """Return the longer of our own wait and a whole number that the bank asked for."""
    asked_wait = reply.get("retry_after")
    return max(own_wait, asked_wait) if isinstance(asked_wait, int) else own_wait


def _report_line(
    payout: str, outcome: str, *, attempts: int, waits: list[int]
) -> dict[str, object]:
    """Build the report's entry for one payout."""
    return {"payout": payout, "outcome": outcome, "attempts": attempts, "waits": waits}
