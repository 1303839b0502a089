"""Trade between countries by six-digit code (BACI), turned into tonnes of contained element by stage.

Quantities that customs left out are counted by value and told, never taken as 0 tonnes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from lodeline.supply.tables import packed_lines, rows


@dataclass(frozen=True, slots=True)
class Code:
    """A six-digit code of the Harmonised System 1992: which stage it is, and how much of the element it holds."""

    hs6: str
    description: str
    commodity: str
    stage: str
    form: str
    low: float
    mid: float
    high: float
    """Tonnes of the element in a tonne of goods."""
    source: str

    @property
    def is_assumed(self) -> bool:
        return self.source.startswith("assumption")


@dataclass(frozen=True, slots=True)
class Flows:
    """Trade of one country and year in tonnes of contained element; `partners` from the largest down, alpha-3 → tonnes.

    `unweighed` is the part of the value, 0 to 1, whose quantity customs left out: those tonnes are missing.
    """

    low: float
    mid: float
    high: float
    partners: tuple[tuple[str, float], ...]
    codes: tuple[Code, ...]
    unweighed: float


@dataclass
class _Sum:
    tonnes: float = 0.0
    kusd: float = 0.0
    unweighed_kusd: float = 0.0


@cache
def codes() -> tuple[Code, ...]:
    return tuple(
        Code(
            row["hs6"],
            row["description"],
            row["commodity"],
            row["stage"],
            row["form"],
            float(row["factor_low"]),
            float(row["factor_mid"]),
            float(row["factor_high"]),
            row["source"],
        )
        for row in rows("trade_codes")
    )


def flows(commodity: str, stage: str, country: str, year: int) -> tuple[Flows | None, Flows | None]:
    """(imports, exports) of a country; both None where no code is of this stage or the year has no table."""
    fitting = tuple(code for code in codes() if (code.commodity, code.stage) == (commodity, stage))
    if not fitting or year not in years():
        return None, None
    imports: dict[tuple[str, str], _Sum] = {}
    exports: dict[tuple[str, str], _Sum] = {}
    for code in fitting:
        for seller, buyer, sums in _of_code(year, code.hs6):
            if buyer == country:
                imports[(code.hs6, seller)] = sums
            if seller == country:
                exports[(code.hs6, buyer)] = sums
    return _flows(imports, fitting), _flows(exports, fitting)


@cache
def years() -> frozenset[int]:
    """The years that the trade table has."""
    return frozenset(int(line[:4]) for line in packed_lines("trade"))


def _flows(sums: Mapping[tuple[str, str], _Sum], fitting: tuple[Code, ...]) -> Flows:
    of_code = {code.hs6: code for code in fitting}
    partners: dict[str, float] = {}
    for (hs6, partner), each in sums.items():
        partners[partner] = partners.get(partner, 0.0) + each.tonnes * of_code[hs6].mid
    low, mid, high = (
        sum(each.tonnes * getattr(of_code[hs6], bound) for (hs6, _), each in sums.items())
        for bound in ("low", "mid", "high")
    )
    value = sum(each.kusd for each in sums.values())
    unweighed = sum(each.unweighed_kusd for each in sums.values())
    ranked = tuple(sorted(partners.items(), key=lambda item: (-item[1], item[0])))
    return Flows(low, mid, high, ranked, fitting, unweighed / value if value else 0.0)


@cache
def _of_code(year: int, hs6: str) -> tuple[tuple[str, str, _Sum], ...]:
    """(seller, buyer, sums) of one code and year."""
    wanted = f"{year},{hs6},"
    found = []
    for line in packed_lines("trade"):
        if line.startswith(wanted):
            _, _, seller, buyer, kusd, tonnes = line.split(",")
            value = float(kusd or 0)
            found.append((seller, buyer, _Sum(float(tonnes), value) if tonnes else _Sum(0.0, value, value)))
    return tuple(found)
