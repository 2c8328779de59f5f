"""Rehearse a pipeline: say what the runner would do, without running anything."""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field


class PipelineError(ValueError):
    """The pipeline cannot work, and nothing of it was run."""


@dataclass
class Task:
    """A checked task, and what the runner knows about it so far."""

    name: str
    needed: frozenset[str]
    priority: int
    retries: int
    always: bool
    unfinished_count: int = 0
    followers: list[str] = field(default_factory=list)
    all_done: bool = True


def rehearse(
    tasks: Iterable[dict[str, object]], outcomes: dict[str, list[str]]
) -> list[dict[str, object]]:
    """Return what becomes of each task, in the order in which they finish.

    Of the tasks whose dependencies have all finished, the one with the highest
    priority goes next, and among equals the one whose name sorts first.

    Args:
        tasks: The tasks of the pipeline in any order; read once.
        outcomes: How the attempts at each task end; "ok" where nothing is said.

    Returns:
        A dict with name, status and number of attempts for each task.

    Raises:
        PipelineError: If a task is broken, named twice, depends on an unknown task
            or stands in a circle.
    """
    task_by_name = _read_tasks(tasks)
    _link(task_by_name)
    _refuse_circles(task_by_name)
    report: list[dict[str, object]] = []
    ready = [_turn(task) for task in task_by_name.values() if task.unfinished_count == 0]
    heapq.heapify(ready)
    while ready:
        _, name = heapq.heappop(ready)
        task = task_by_name[name]
        status, attempt_count = _finish(task, outcomes.get(name, []))
        report.append({"name": name, "status": status, "attempts": attempt_count})
        for follower in (task_by_name[follower_name] for follower_name in task.followers):
            follower.all_done = follower.all_done and status == "done"
            follower.unfinished_count -= 1
            if follower.unfinished_count == 0:
                heapq.heappush(ready, _turn(follower))
    return report


def _turn(task: Task) -> tuple[int, str]:
    """Return what decides which ready task goes first; the smallest does."""
    return -task.priority, task.name


def _finish(task: Task, outcomes: list[str]) -> tuple[str, int]:
    """Return the status that a ready task gets, and how often it is tried."""
    if not task.all_done and not task.always:
        return "skipped", 0
    for attempt in range(task.retries + 1):
        outcome = outcomes[attempt] if attempt < len(outcomes) else "ok"
        if outcome == "ok":
            return "done", attempt + 1
        if outcome == "fatal":
            return "failed", attempt + 1
    return "failed", task.retries + 1


def _read_tasks(tasks: Iterable[dict[str, object]]) -> dict[str, Task]:
    """Check the tasks one by one and return them by name."""
    task_by_name: dict[str, Task] = {}
    for number, raw in enumerate(tasks, start=1):
        task = _read_task(raw, number)
        if task.name in task_by_name:
            raise PipelineError(f"task {number}: there is another one named {task.name!r}")
        task_by_name[task.name] = task
    return task_by_name


def _read_task(raw: object, number: int) -> Task:
    """Return raw as a task, or raise PipelineError if it is broken."""
    if not isinstance(raw, dict):
        raise PipelineError(f"task {number}: not a dict, but {raw!r}")
    name, after = raw.get("name"), raw.get("after", [])
    priority, retries = raw.get("priority", 0), raw.get("retries", 0)
    always = raw.get("always", False)
    if not isinstance(name, str) or not name:
        raise PipelineError(f"task {number}: the name is {name!r}")
    if not isinstance(after, list) or not all(isinstance(needed, str) for needed in after):
        raise PipelineError(f"task {name!r}: after must be a list of names, got {after!r}")
    if not _is_whole(priority):
        raise PipelineError(f"task {name!r}: the priority is {priority!r}")
    if not _is_whole(retries) or retries < 0:
        raise PipelineError(f"task {name!r}: retries is {retries!r}")
    if not isinstance(always, bool):
        raise PipelineError(f"task {name!r}: always is {always!r}")
    return Task(name, frozenset(after), priority, retries, always)


def _is_whole(value: object) -> bool:
    """Tell whether value is an int and not a bool."""
    return isinstance(value, int) and not isinstance(value, bool)


def _link(task_by_name: dict[str, Task]) -> None:
    """Tell every task who follows it, and refuse unknown dependencies."""
    for task in task_by_name.values():
        task.unfinished_count = len(task.needed)
        for needed in task.needed:
            if needed not in task_by_name:
                raise PipelineError(f"task {task.name!r} depends on {needed!r}, which does not exist")
            task_by_name[needed].followers.append(task.name)


def _refuse_circles(task_by_name: dict[str, Task]) -> None:
    """Raise PipelineError if some tasks could never get ready."""
    waiting = {name: task.unfinished_count for name, task in task_by_name.items()}
    free = [name for name, count in waiting.items() if count == 0]
    for name in free:
        for follower in task_by_name[name].followers:
            waiting[follower] -= 1
            if waiting[follower] == 0:
                free.append(follower)
    stuck = sorted(name for name, count in waiting.items() if count > 0)
    if stuck:
        raise PipelineError(f"tasks in a circle, or behind one: {', '.join(stuck)}")
