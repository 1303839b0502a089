"""Figures as the ranges that their words leave open: "up to", "over", "about" and from–to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lodeline.vocabulary.quantities import Money, Quantity

ABOUT = Decimal("0.05")
"""Half-width of "about": the 5 % below which two figures are no conflict (rule 7)."""


@dataclass(frozen=True, slots=True)
class Range:
    """Lowest and highest value meant; None on a side that is open."""

    low: Decimal | None
    high: Decimal | None


def meant(figure: Money | Quantity) -> Range:
    """What values a figure leaves open; an exact one is taken 5 % wide, since texts round."""
    if figure.qualifier == "up_to":
        return Range(None, figure.value * (1 + ABOUT))
    if figure.qualifier == "over":
        return Range(figure.value * (1 - ABOUT), None)
    top = figure.value_max or figure.value
    return Range(figure.value * (1 - ABOUT / 2), top * (1 + ABOUT / 2))


def apart(left: Money | Quantity, right: Money | Quantity) -> bool:
    """True where no value fits both figures."""
    ours, theirs = meant(left), meant(right)
    return _below(ours, theirs) or _below(theirs, ours)


def _below(left: Range, right: Range) -> bool:
    return left.high is not None and right.low is not None and left.high < right.low


def ratio(left: Decimal, right: Decimal) -> Decimal:
    """How many times the larger is the smaller; infinite against nothing."""
    small, large = sorted((abs(left), abs(right)))
    if small == 0:
        return Decimal(1) if large == 0 else Decimal("Infinity")
    return large / small
