import heapq
from collections.abc import Iterable


class PipelineError(ValueError):
    """The pipeline cannot work."""


def rehearse(
    tasks: Iterable[dict[str, object]], outcomes: dict[str, list[str]]
) -> list[dict[str, object]]:
    """Return what becomes of the tasks, in order."""
    by_name = {}
    for task in tasks:
        check(task)
        if task["name"] in by_name:
            raise PipelineError(f"two tasks named {task['name']!r}")
        by_name[task["name"]] = task
    needed = {name: set(task.get("after", [])) for name, task in by_name.items()}
    followers = {name: [] for name in by_name}
    for name, others in needed.items():
        for other in others:
            if other not in by_name:
                raise PipelineError(f"{name!r} needs {other!r}, which does not exist")
            followers[other].append(name)

    waiting = {name: len(others) for name, others in needed.items()}
    status = {}
    report = []
    gone = set()
    ready = [turn(by_name[name]) for name in by_name if waiting[name] == 0]
    heapq.heapify(ready)
    while ready:
        _, name = heapq.heappop(ready)
        if name in gone:
            continue
        task = by_name[name]
        runs = task.get("always", False) or all(status[other] == "done" for other in needed[name])
        status[name], attempts = attempt(task, outcomes) if runs else ("skipped", 0)
        report.append({"name": name, "status": status[name], "attempts": attempts})
        below = sorted(followers[name]) if status[name] == "failed" else []
        while below:
            reached = below.pop(0)
            if reached not in gone and not by_name[reached].get("always", False):
                gone.add(reached)
                status[reached] = "skipped"
                report.append({"name": reached, "status": "skipped", "attempts": 0})
                for later in followers[reached]:
                    waiting[later] -= 1
                    if waiting[later] == 0 and by_name[later].get("always", False):
                        heapq.heappush(ready, turn(by_name[later]))
                below.extend(sorted(followers[reached]))
        for follower in followers[name]:
            waiting[follower] -= 1
            if waiting[follower] == 0:
                heapq.heappush(ready, turn(by_name[follower]))
    if len(report) < len(by_name):
        raise PipelineError("tasks in a circle")
    return report


def turn(task: dict[str, object]) -> tuple[int, str]:
    """Return what orders ready tasks."""
    return -task.get("priority", 0), task["name"]


def attempt(task: dict[str, object], outcomes: dict[str, list[str]]) -> tuple[str, int]:
    """Try a task until it is done or has failed."""
    endings = outcomes.get(task["name"], [])
    for number in range(task.get("retries", 0) + 1):
        ending = endings[number] if number < len(endings) else "ok"
        if ending == "ok":
            return "done", number + 1
        if ending == "fatal":
            return "failed", number + 1
    return "failed", number + 1


def check(task: object) -> None:
    """Raise PipelineError if a task is broken."""
    if not isinstance(task, dict):
        raise PipelineError(f"not a dict: {task!r}")
    name = task.get("name")
    if not isinstance(name, str) or not name:
        raise PipelineError(f"no name: {task!r}")
    after = task.get("after", [])
    if not isinstance(after, list) or not all(isinstance(other, str) for other in after):
        raise PipelineError(f"bad after: {task!r}")
    if type(task.get("priority", 0)) is not int:
        raise PipelineError(f"bad priority: {task!r}")
    retries = task.get("retries", 0)
    if type(retries) is not int or retries < 0:
        raise PipelineError(f"bad retries: {task!r}")
    if type(task.get("always", False)) is not bool:
        raise PipelineError(f"bad always: {task!r}")
