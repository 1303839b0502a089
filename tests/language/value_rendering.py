"""Values as short lines, so that tables of expectations read like prose."""

from __future__ import annotations

from lodeline.language.grammar import find_values
from lodeline.language.values import Value


def rendered(text: str, language: str, anchor: str | None = "2025-11-19") -> list[str]:
    """Each value of a text as one line: kind, what it is, qualifier where not exact."""
    return [_line(value) for value in find_values(text, language, anchor)]


def _line(value: Value) -> str:
    if value.money is not None:
        money = value.money
        words = [_range(money.value, money.value_max), money.currency or "?", money.qualifier]
    elif value.quantity is not None:
        quantity = value.quantity
        words = [_range(quantity.value, quantity.value_max), quantity.unit, quantity.form or "", quantity.qualifier]
    elif value.date is not None:
        words = [value.date.iso or "?", value.date.sense, "inferred" if value.date.inferred else ""]
    else:
        words = [value.period or ("" if value.number is None else f"{value.number:f}")]
    return " ".join([value.kind, *(word for word in words if word and word not in {"exact", "at"})])


def _range(low: object, high: object) -> str:
    return f"{low:f}" if high is None else f"{low:f}..{high:f}"
