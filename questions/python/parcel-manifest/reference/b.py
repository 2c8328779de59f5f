"""Check a shipper's parcel manifest against a schema."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal

RULE_KEYS = {"type", "required", "null", "min", "max", "values", "unique"}


class SchemaError(ValueError):
    """The schema itself is wrong, so no record was checked."""


def check_manifest(
    schema: Mapping[str, dict[str, object]],
    records: Iterable[dict[str, object]],
    max_errors: int = 100,
) -> dict[str, object]:
    """Return a report of everything that is wrong with the records.

    Args:
        schema: A rule for each field; checked before the first record is read.
        records: The records of the manifest; read once and left unchanged.
        max_errors: How many problems are listed; all of them are counted.

    Returns:
        A dict with records, valid, problems and errors.

    Raises:
        SchemaError: If a rule has no type, an unknown one, or an unknown key.
        ValueError: If max_errors is negative.
    """
    if max_errors < 0:
        raise ValueError(f"max_errors must be 0 or more, got {max_errors}")
    _check_schema(schema)
    seen_values: dict[str, set[object]] = {field: set() for field in schema}
    problem_counts: Counter[str] = Counter()
    errors: list[dict[str, object]] = []
    record_count = valid_count = 0
    for record in records:
        record_count += 1
        found = list(_problems(schema, record, seen_values))
        valid_count += not found
        for field, problem in found:
            problem_counts[problem] += 1
            if len(errors) < max_errors:
                errors.append({"record": record_count, "field": field, "problem": problem})
    return {
        "records": record_count,
        "valid": valid_count,
        "problems": dict(problem_counts),
        "errors": errors,
    }


def _check_schema(schema: Mapping[str, dict[str, object]]) -> None:
    """Raise SchemaError for the first rule that cannot be used."""
    for field, rule in schema.items():
        unknown_keys = sorted(rule.keys() - RULE_KEYS)
        if unknown_keys:
            raise SchemaError(f"field {field!r}: unknown keys {unknown_keys}")
        if rule.get("type") not in TYPE_CHECKS:
            raise SchemaError(f"field {field!r}: the type is {rule.get('type')!r}")


def _problems(
    schema: Mapping[str, dict[str, object]],
    record: object,
    seen_values: dict[str, set[object]],
) -> Iterator[tuple[str | None, str]]:
    """Yield field and problem for all that is wrong with one record."""
    if not isinstance(record, dict):
        yield None, "not_a_record"
        return
    for field, rule in schema.items():
        if field not in record:
            problem = "missing" if rule.get("required", True) else None
        else:
            problem = _value_problem(rule, record[field])
            if problem is None and rule.get("unique", False) and record[field] is not None:
                problem = "duplicate" if record[field] in seen_values[field] else None
                seen_values[field].add(record[field])
        if problem is not None:
            yield field, problem
    for field in record:
        if field not in schema:
            yield field, "unknown"


def _value_problem(rule: dict[str, object], value: object) -> str | None:
    """Return the first thing wrong with a value that is there, leaving duplicates out."""
    if value is None:
        return None if rule.get("null", False) else "null"
    if not TYPE_CHECKS[rule["type"]](value):
        return "type"
    if "min" in rule and value < rule["min"]:
        return "below_min"
    if "max" in rule and value > rule["max"]:
        return "above_max"
    if "values" in rule and value not in rule["values"]:
        return "not_allowed"
    return None


def _is_int(value: object) -> bool:
    """Tell whether value is a whole number and not a bool."""
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    """Tell whether value is a finite number and not a bool."""
    if isinstance(value, Decimal):
        return value.is_finite()
    if isinstance(value, float):
        return math.isfinite(value)
    return _is_int(value)


def _is_day(value: object) -> bool:
    """Tell whether value is a date without a time."""
    return isinstance(value, date) and not isinstance(value, datetime)


TYPE_CHECKS: dict[object, Callable[[object], bool]] = {
    "str": lambda value: isinstance(value, str),
    "int": _is_int,
    "number": _is_number,
    "bool": lambda value: isinstance(value, bool),
    "date": _is_day,
}
