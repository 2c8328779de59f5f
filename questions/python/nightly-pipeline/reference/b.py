"""Rehearse a pipeline of dependent tasks whose outcomes are given."""

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


class PipelineError(ValueError):
    """The pipeline cannot work, and nothing of it was run."""


@dataclass
class Task:
    """A checked task, and what is known about the tasks it waits for."""

    name: str
    dependencies: set[str]
    priority: int
    retries: int
    always: bool
    dependents: list["Task"] = field(default_factory=list)
    waiting_for: int = 0
    blocked: bool = False

    def turn(self) -> tuple[int, str]:
        """Return what decides which of the ready tasks comes first."""
        return -self.priority, self.name


def rehearse(
    tasks: Iterable[dict[str, object]], outcomes: dict[str, list[str]]
) -> list[dict[str, object]]:
    """Say what the runner would do with the tasks if their attempts ended as given.

    Args:
        tasks: The tasks of the pipeline, read once and left unchanged.
        outcomes: How the attempts of a task end, by name; what is missing is "ok".

    Returns:
        One dict with name, status and attempts per task, in order of finishing.

    Raises:
        PipelineError: If a task is broken or repeated, or the dependencies are
            unknown or form a circle.
    """
    pipeline = _linked(tasks)
    _refuse_circles(pipeline)
    return [
        {"name": task.name, "status": status, "attempts": attempts}
        for task, status, attempts in _finish_all(pipeline, outcomes)
    ]


def _linked(tasks: Iterable[dict[str, object]]) -> dict[str, Task]:
    """Check the tasks and connect each with those that depend on it."""
    pipeline: dict[str, Task] = {}
    for raw in tasks:
        task = _checked(raw)
        if task.name in pipeline:
            raise PipelineError(f"two tasks are named {task.name!r}")
        pipeline[task.name] = task
    for task in pipeline.values():
        task.waiting_for = len(task.dependencies)
        for dependency in task.dependencies:
            if dependency not in pipeline:
                raise PipelineError(f"{task.name!r} is after {dependency!r}, which is no task")
            pipeline[dependency].dependents.append(task)
    return pipeline


def _checked(raw: object) -> Task:
    """Turn a raw task into a Task, or refuse it."""
    if not isinstance(raw, dict):
        raise PipelineError(f"a task is not a dict: {raw!r}")
    name = raw.get("name")
    if not isinstance(name, str) or not name:
        raise PipelineError(f"a task has no usable name: {raw!r}")
    after = raw.get("after", [])
    if not isinstance(after, list) or not all(isinstance(other, str) for other in after):
        raise PipelineError(f"{name!r}: after is not a list of strings: {after!r}")
    priority = raw.get("priority", 0)
    if not _is_int(priority):
        raise PipelineError(f"{name!r}: priority is no whole number: {priority!r}")
    retries = raw.get("retries", 0)
    if not _is_int(retries) or retries < 0:
        raise PipelineError(f"{name!r}: retries is no whole number from 0 up: {retries!r}")
    always = raw.get("always", False)
    if not isinstance(always, bool):
        raise PipelineError(f"{name!r}: always is neither True nor False: {always!r}")
    return Task(name, set(after), priority, retries, always)


def _is_int(value: object) -> bool:
    """Tell whether value is an int and not a bool."""
    return isinstance(value, int) and not isinstance(value, bool)


def _refuse_circles(pipeline: dict[str, Task]) -> None:
    """Raise PipelineError unless every task can be reached by taking away free ones."""
    missing = {task.name: task.waiting_for for task in pipeline.values()}
    free = [task for task in pipeline.values() if not missing[task.name]]
    for task in free:
        for dependent in task.dependents:
            missing[dependent.name] -= 1
            if not missing[dependent.name]:
                free.append(dependent)
    if len(free) < len(pipeline):
        stuck = sorted(name for name, count in missing.items() if count)
        raise PipelineError(f"tasks in or behind a circle: {', '.join(stuck)}")


def _finish_all(
    pipeline: dict[str, Task], outcomes: dict[str, list[str]]
) -> Iterator[tuple[Task, str, int]]:
    """Yield every task with its status and its attempts, in the runner's order."""
    ready = [(task.turn(), task.name) for task in pipeline.values() if not task.waiting_for]
    heapq.heapify(ready)
    while ready:
        _, name = heapq.heappop(ready)
        task = pipeline[name]
        if task.blocked and not task.always:
            status, attempts = "skipped", 0
        else:
            status, attempts = _attempt(task.retries, outcomes.get(name, []))
        yield task, status, attempts
        for dependent in task.dependents:
            dependent.waiting_for -= 1
            dependent.blocked = dependent.blocked or status != "done"
            if not dependent.waiting_for:
                heapq.heappush(ready, (dependent.turn(), dependent.name))


def _attempt(retries: int, endings: list[str]) -> tuple[str, int]:
    """Try a task until it is done or may not be tried again."""
    for attempts, ending in enumerate(endings[: retries + 1], start=1):
        if ending == "ok":
            return "done", attempts
        if ending == "fatal" or attempts > retries:
            return "failed", attempts
    return "done", min(len(endings), retries) + 1
