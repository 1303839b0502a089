"""Units of measure and counted things by their names in three languages, with the factor to the contract's unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from lodeline.vocabulary.tables import rows

Family = Literal["mass", "grade", "volume", "area", "length", "power", "energy", "hours", "counted"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A named unit: one of it is `factor` of `key`."""

    key: str
    factor: Decimal
    family: Family


COLUMNS = {"en": ("english",), "ru": ("english", "russian"), "kk": ("english", "russian", "kazakh")}


@cache
def unit_names(language: str) -> Mapping[str, Unit]:
    """Names as they follow a number → unit; a trailing `*` marks a stem, `=` keeps the case; Kazakh in base form."""
    names: dict[str, Unit] = {}
    for row in rows("units"):
        unit = Unit(row["unit"], Decimal(row["factor"]), row["family"])  # type: ignore[arg-type]  # tested
        columns = COLUMNS.get(language, COLUMNS["kk"])
        names.update({name: unit for column in columns for name in row[column].split("|") if name})
    return names
