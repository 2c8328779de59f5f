"""Make a pipeline with failures, retries, priorities and clean-ups, sometimes one that cannot work."""

import random

PREFIXES = ("load", "clean", "Report", "bill", "ärger", "🎬")
ENDINGS = ("error", "error", "ok", "fatal")
SPOILED_SHARE = 0.1


def generate(seed: int, size: int) -> list:
    """Return size tasks in any order, and how the attempts at them end."""
    rng = random.Random(seed)
    tasks: list[dict[str, object]] = []
    for number in range(size):
        tasks.append(_task(rng, number, tasks))
    outcomes = {
        task["name"]: [rng.choice(ENDINGS) for _ in range(rng.choice((0, 1, 2, 3)))]
        for task in tasks
        if rng.random() < 0.35
    }
    if tasks and rng.random() < SPOILED_SHARE:
        _spoil(rng, tasks)
    rng.shuffle(tasks)
    return [tasks, outcomes]


def _task(
    rng: random.Random, number: int, earlier: list[dict[str, object]]
) -> dict[str, object]:
    """Return a task that depends on some of the earlier ones."""
    task: dict[str, object] = {"name": f"{rng.choice(PREFIXES)}-{number}"}
    dependency_count = min(len(earlier), rng.choice((0, 1, 1, 2, 3)))
    if dependency_count:
        # Every other dependency is a recent one, so that chains get long.
        recent = earlier[-4:]
        names = [
            rng.choice(recent if rng.random() < 0.5 else earlier)["name"]
            for _ in range(dependency_count)
        ]
        task["after"] = names
    if rng.random() < 0.4:
        task["priority"] = rng.randrange(-2, 3)
    if rng.random() < 0.4:
        task["retries"] = rng.randrange(3)
    if rng.random() < 0.2:
        task["always"] = rng.random() < 0.8
    return task


def _spoil(rng: random.Random, tasks: list[dict[str, object]]) -> None:
    """Turn the pipeline into one that has to be refused."""
    victim = rng.choice(tasks)
    spoiler = rng.randrange(4)
    if spoiler == 0:
        victim["after"] = [*victim.get("after", []), "ghost"]
    elif spoiler == 1:
        victim["after"] = [*victim.get("after", []), victim["name"]]
    elif spoiler == 2:
        tasks.append({"name": victim["name"]})
    else:
        victim["retries"] = -1
