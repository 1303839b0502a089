"""Numbers as people read them: thin separators, short scale, currency code; the exact figure beside the short one."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal

from lodeline.reports.pages import Shown
from lodeline.vocabulary.quantities import Money, Qualifier, Quantity

THIN = "\u202f"
"""Narrow no-break space: separates thousands, and a number from its unit."""
CURRENCY_UNKNOWN = "(currency not stated)"
SCALES = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))
QUALIFIERS: dict[Qualifier, str] = {"exact": "", "about": "about ", "up_to": "up to ", "over": "over "}
SIGNIFICANT = 3
"""Digits of a short figure; the exact one always stands beside it."""


def plain(value: Decimal) -> str:
    """All digits, thousands apart: 1 100 000.5."""
    return f"{value.normalize():,f}".replace(",", THIN)


def short(value: Decimal) -> str:
    """Three digits and a scale from a million on: 1.1 bn; smaller numbers in full."""
    size, word = _scale(value)
    return f"{_scaled(value, size)}{word}"


def _scale(value: Decimal) -> tuple[Decimal, str]:
    return next(((size, THIN + word) for size, word in SCALES if abs(value) >= size), (Decimal(1), ""))


def _scaled(value: Decimal, size: Decimal) -> str:
    return plain(value if size == 1 else _rounded(value / size))


def _short_span(low: Decimal, high: Decimal) -> str:
    """Both ends on one scale where they have the same: 1.2–1.6 bn."""
    size, word = _scale(low)
    return f"{_scaled(low, size)}–{short(high)}" if _scale(high) == (size, word) else f"{short(low)}–{short(high)}"


def _rounded(value: Decimal) -> Decimal:
    places = max(0, SIGNIFICANT - 1 - value.adjusted())
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)


def money_shown(money: Money) -> Shown:
    """`about 1.1 bn USD`, and in full; a sum without a currency says so."""
    unit = money.currency or CURRENCY_UNKNOWN
    return Shown(
        f"{QUALIFIERS[money.qualifier]}{_short(money)} {unit}",
        f"{QUALIFIERS[money.qualifier]}{_exact(money.value, money.value_max)} {unit}",
    )


def quantity_shown(quantity: Quantity) -> Shown:
    """`about 70 %`, `12 000 t/year (concentrate)`."""
    number = _exact(quantity.value, quantity.value_max)
    form = f" ({quantity.form})" if quantity.form else ""
    return Shown(f"{QUALIFIERS[quantity.qualifier]}{number}{THIN}{quantity.unit}{form}")


def range_shown(low: Decimal, high: Decimal, currency: str | None) -> Shown:
    """A total: one figure where nothing overlaps, else both ends."""
    return money_shown(Money(low, currency, value_max=None if low == high else high))


def readable(told: str) -> str:
    """The ledger's own words on a sum, `replaced by 705000000 USD`, with the number as people read it."""
    return re.sub(r"(?<![\d.])\d{5,}(?:\.\d+)?(?!\d)", lambda number: short(Decimal(number.group())), told)


def percent(value: Decimal) -> str:
    return f"{plain(value)}{THIN}%"


def _short(money: Money) -> str:
    high = money.value_max
    return short(money.value) if high is None or high == money.value else _short_span(money.value, high)


def _exact(low: Decimal, high: Decimal | None) -> str:
    return plain(low) if high is None or high == low else f"{plain(low)}–{plain(high)}"
