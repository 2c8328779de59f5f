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
    if max_attempts < 1 or first_wait < 0 or longest_wait < 0:
        raise ValueError("the settings are too small")
    report = []
    sent = set()
    failed_in_a_row = 0
    for payout in payouts:
        if payout in sent:
            continue
        sent.add(payout)
        if failed_in_a_row >= 3:
            report.append(entry(payout, "skipped", 0, []))
            continue
        outcome, attempts, waits = "given_up", 0, []
        while attempts < max_attempts:
            attempts += 1
            asked = 0
            try:
                reply = call_bank(replies)
            except TimeoutError:
                status = None
            else:
                status = reply["status"]
                if isinstance(reply.get("retry_after"), int):
                    asked = reply["retry_after"]
            if status is not None and 200 <= status < 300:
                outcome = "paid"
                break
            if status is not None and status != 429 and not 500 <= status < 600:
                outcome = "refused"
                break
            if attempts < max_attempts:
                wait = min(first_wait * 2 ** (attempts - 1), longest_wait)
                waits.append(max(wait, asked))
        failed_in_a_row = failed_in_a_row + 1 if outcome == "given_up" else 0
        report.append(entry(payout, outcome, attempts, waits))
    return report


def entry(payout: str, outcome: str, attempts: int, waits: list[int]) -> dict[str, object]:
    """Make one line of the report."""
    return {"payout": payout, "outcome": outcome, "attempts": attempts, "waits": waits}
