from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from math import isfinite

TYPES = {"str": str, "int": int, "number": (int, float, Decimal), "bool": bool, "date": date}
KEYS = {"type", "required", "null", "min", "max", "values", "unique"}


class SchemaError(ValueError):
    """The schema is wrong."""


def check_manifest(
    schema: Mapping[str, dict[str, object]],
    records: Iterable[dict[str, object]],
    max_errors: int = 100,
) -> dict[str, object]:
    """Check the records against the schema and report the problems."""
    if max_errors < 0:
        raise ValueError("max_errors must not be negative")
    for name, rule in schema.items():
        if rule.get("type") not in TYPES:
            raise SchemaError(f"wrong rule for {name}")

    report = {"records": 0, "valid": 0, "problems": {}, "errors": []}
    seen = {name: set() for name in schema}

    def add(field: str | None, problem: str) -> None:
        report["problems"][problem] = report["problems"].get(problem, 0) + 1
        if len(report["errors"]) < max_errors:
            report["errors"].append(
                {"record": report["records"], "field": field, "problem": problem}
            )

    for record in records:
        report["records"] += 1
        if not isinstance(record, dict):
            add(None, "not_a_record")
            continue
        before = sum(report["problems"].values())
        for name, rule in schema.items():
            if name not in record:
                if rule.get("required", True):
                    add(name, "missing")
                continue
            problem = find_problem(rule, record[name], seen[name])
            if problem:
                add(name, problem)
        for name in record:
            if name not in schema:
                add(name, "unknown")
        if sum(report["problems"].values()) == before:
            report["valid"] += 1
    return report


def find_problem(rule: dict[str, object], value: object, seen: set[object]) -> str | None:
    """Name the first problem of a value."""
    if value is None:
        return None if rule.get("null", False) else "null"
    if not has_type(value, rule["type"]):
        return "type"
    if "min" in rule and value < rule["min"]:
        return "below_min"
    if "max" in rule and value > rule["max"]:
        return "above_max"
    if "values" in rule and value not in rule["values"]:
        return "not_allowed"
    if rule.get("unique", False):
        if value in seen:
            return "duplicate"
        seen.add(value)
    return None


def has_type(value: object, name: str) -> bool:
    """Say whether a value has the type of that name."""
    if not isinstance(value, TYPES[name]):
        return False
    if name in ("int", "number") and isinstance(value, bool):
        return False
    if name == "date" and isinstance(value, datetime):
        return False
    if name == "number" and isinstance(value, Decimal):
        return value.is_finite()
    return name != "number" or isfinite(value)
