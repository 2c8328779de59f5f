"""Check the records of a manifest against a schema and report every problem."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal

RULE_KEYS = ("type", "required", "null", "min", "max", "values", "unique")


class SchemaError(ValueError):
    """The schema itself is wrong, so nothing can be checked against it."""


def check_manifest(
    schema: Mapping[str, dict[str, object]],
    records: Iterable[dict[str, object]],
    max_errors: int = 100,
) -> dict[str, object]:
    """Report which fields of which records break the schema.

    Args:
        schema: The rule for each field.
        records: The records in order of arrival; read once and never held.
        max_errors: How many problems are listed one by one; all are counted.

    Returns:
        The number of records and of valid ones, the number of problems by name, and
        the first problems with record number (from 1) and field.

    Raises:
        SchemaError: If a rule lacks its type or holds something unknown.
        ValueError: If max_errors is negative.
    """
    if max_errors < 0:
        raise ValueError(f"max_errors must be 0 or more, got {max_errors}")
    _check_schema(schema)

    seen_values = {field: set() for field, rule in schema.items() if rule.get("unique")}
    record_count = valid_count = 0
    problem_counts: Counter[str] = Counter()
    errors: list[dict[str, object]] = []
    for record in records:
        record_count += 1
        valid = True
        for field, problem in _find_problems(schema, record, seen_values):
            valid = False
            problem_counts[problem] += 1
            if len(errors) < max_errors:
                errors.append({"record": record_count, "field": field, "problem": problem})
        valid_count += valid
    return {
        "records": record_count,
        "valid": valid_count,
        "problems": dict(problem_counts),
        "errors": errors,
    }


def _check_schema(schema: Mapping[str, dict[str, object]]) -> None:
    """Raise SchemaError for the first rule that cannot be followed."""
    for field, rule in schema.items():
        unknown_keys = [key for key in rule if key not in RULE_KEYS]
        if unknown_keys:
            raise SchemaError(f"field {field!r}: unknown rule keys {unknown_keys}")
        if "type" not in rule:
            raise SchemaError(f"field {field!r}: the rule has no type")
        if rule["type"] not in TYPE_CHECKS:
            raise SchemaError(f"field {field!r}: unknown type {rule['type']!r}")


def _find_problems(
    schema: Mapping[str, dict[str, object]],
    record: object,
    seen_values: dict[str, set[object]],
) -> Iterator[tuple[str | None, str]]:
    """Yield field and problem for all that is wrong with one record, noting its values."""
    if not isinstance(record, dict):
        yield None, "not_a_record"
        return
    for field, rule in schema.items():
        problem = _find_problem(rule, field, record, seen_values.get(field))
        if problem is not None:
            yield field, problem
    for field in record:
        if field not in schema:
            yield field, "unknown"


def _find_problem(
    rule: dict[str, object],
    field: str,
    record: dict[str, object],
    seen: set[object] | None,
) -> str | None:
    """Return the first problem of one field, or None; seen is given for unique fields."""
    if field not in record:
        return "missing" if rule.get("required", True) else None
    value = record[field]
    if value is None:
        return None if rule.get("null") else "null"
    problem = _judge_value(rule, value)
    if problem is not None or seen is None:
        return problem
    if value in seen:
        return "duplicate"
    seen.add(value)
    return None


def _judge_value(rule: dict[str, object], value: object) -> str | None:
    """Return the problem that a value has by itself, or None."""
    if not TYPE_CHECKS[rule["type"]](value):
        return "type"
    # A bound may be 0, so its presence decides and not its truth.
    if "min" in rule and value < rule["min"]:
        return "below_min"
    if "max" in rule and value > rule["max"]:
        return "above_max"
    if "values" in rule and value not in rule["values"]:
        return "not_allowed"
    return None


def _is_int(value: object) -> bool:
    """Tell whether value is a whole number; Python counts True and False as such."""
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    """Tell whether value is a finite number of any kind."""
    if isinstance(value, Decimal):
        return value.is_finite()
    return _is_int(value) or (isinstance(value, float) and math.isfinite(value))


def _is_date(value: object) -> bool:
    """Tell whether value is a date without a time; a datetime is a date by class."""
    return isinstance(value, date) and not isinstance(value, datetime)


TYPE_CHECKS: dict[str, Callable[[object], bool]] = {
    "str": lambda value: isinstance(value, str),
    "int": _is_int,
    "number": _is_number,
    "bool": lambda value: isinstance(value, bool),
    "date": _is_date,
}
