"""Money, quantities and shares as the field writes them: value, unit, how exact it is. Unknown is None, never 0."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Qualifier = Literal["exact", "about", "up_to", "over"]


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in whole units of its currency (1100000000, not 1.1)."""

    value: Decimal
    currency: str | None
    """ISO 4217; None where the text names no currency."""
    qualifier: Qualifier = "exact"
    value_max: Decimal | None = None
    """Upper end where the text gives a range."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something: `t`, `t/year`, `%`, `MW`, `km`, `oz`, `aircraft`, `jobs`…"""

    value: Decimal
    unit: str
    qualifier: Qualifier = "exact"
    value_max: Decimal | None = None
    form: str | None = None
    """What the tonnes are of, where told: `metal`, `oxide`, `concentrate`, `ore`."""
