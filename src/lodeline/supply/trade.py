"""Trade between countries by six-digit code (BACI), turned into what the production tables count, by stage.

Quantities that customs left out are filled in by value at the code's mean price and told; never 0 tonnes. Where the
codes miss the main traded form of a stage, or count another thing than production does, there is no figure
(data/trade_bases.csv says which and why).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from lodeline.supply.output import Absent
from lodeline.supply.ranges import Range
from lodeline.supply.tables import packed_lines, rows


@dataclass(frozen=True, slots=True)
class Code:
    """A six-digit code of the Harmonised System 1992: its stage, and how much of the element a tonne of goods holds."""

    hs6: str
    description: str
    commodity: str
    stage: str
    form: str
    content: Range
    """Tonnes of the element in a tonne of goods."""
    source: str

    @property
    def is_assumed(self) -> bool:
        return self.source.startswith("assumption")


@dataclass(frozen=True, slots=True)
class Flows:
    """Trade of one country, direction and year, as production counts; `partners` (alpha-3, tonnes) largest first.

    `unweighed` is the part of the value, 0 to 1, whose quantity customs left out: those tonnes are filled in by value.
    """

    tonnes: Range
    partners: tuple[tuple[str, float], ...]
    goods: Mapping[str, Range]
    """Code → tonnes of goods; low without what was filled in."""
    content: Mapping[str, Range]
    """Code → tonnes of what production counts in a tonne of goods."""
    unweighed: float


@dataclass(frozen=True, slots=True)
class _Flow:
    """Goods from one state to another: 1000 USD, and tonnes where customs tell them."""

    seller: str
    buyer: str
    kusd: float
    tonnes: float | None


@cache
def codes() -> tuple[Code, ...]:
    return tuple(
        Code(
            hs6=row["hs6"],
            description=row["description"],
            commodity=row["commodity"],
            stage=row["stage"],
            form=row["form"],
            content=Range(*(float(row[f"factor_{end}"]) for end in ("low", "mid", "high"))),
            source=row["source"],
        )
        for row in rows("trade_codes")
    )


def flows(commodity: str, stage: str, country: str, year: int) -> tuple[Flows, Flows] | Absent:
    """(imports, exports) of a country, alpha-3; `Absent` where trade cannot be set beside production."""
    content = _content(commodity, stage)
    if isinstance(content, Absent):
        return content
    told = f"{commodity}, {stage}, {year}"
    if year not in trade_years():
        have = f"{min(trade_years())} to {max(trade_years())}"
        return Absent("no trade", f"{told}: the trade table has {have}")
    content = {hs6: each for hs6, each in content.items() if _price(year, hs6) is not None}
    if not content:
        return Absent("no trade", f"{told}: the trade table has no quantity under its codes")
    if country not in _states(year):
        return Absent("country not listed", f"{told}: the trade table knows no {country}")
    return _flows(content, year, country, "seller"), _flows(content, year, country, "buyer")


def net(imports: Flows, exports: Flows) -> Range:
    """Imports less exports, in tonnes as production counts. The content of a code is one unknown, the same both ways:
    its error cannot be high for imports and low for exports."""
    ends = [
        [
            content * goods
            for content, goods in product((each.low, each.high), _difference(imports.goods[hs6], exports.goods[hs6]))
        ]
        for hs6, each in imports.content.items()
    ]
    mid = sum(each.mid * (imports.goods[hs6].mid - exports.goods[hs6].mid) for hs6, each in imports.content.items())
    return Range.around(sum(map(min, ends)), mid, sum(map(max, ends)))


def _difference(more: Range, less: Range) -> tuple[float, float]:
    return more.low - less.high, more.high - less.low


@cache
def trade_years() -> frozenset[int]:
    """The years that the trade table has."""
    return frozenset(int(line[:4]) for line in packed_lines("trade"))


@cache
def sales(year: int) -> Mapping[tuple[str, str], float]:
    """(seller, buyer), alpha-3 → 1000 USD of all goods of the trade table in a year: minerals, ores and metals."""
    found: dict[tuple[str, str], float] = {}
    for line in packed_lines("trade"):
        if line.startswith(f"{year},"):
            _, _, seller, buyer, kusd, _ = line.split(",")
            found[seller, buyer] = found.get((seller, buyer), 0.0) + float(kusd)
    return found


def _content(commodity: str, stage: str) -> Mapping[str, Range] | Absent:
    """Code → tonnes of what production counts in a tonne of goods; `Absent` where the codes do not cover the stage."""
    fitting = [code for code in codes() if (code.commodity, code.stage) == (commodity, stage)]
    basis = next((row for row in rows("trade_bases") if (row["commodity"], row["stage"]) == (commodity, stage)), None)
    if not fitting or basis is None:
        return Absent("no trade", f"{commodity}, {stage}: no trade code of this stage in the tables")
    if basis["counts"] == "nothing":
        return Absent("no trade", f"{commodity}, {stage}: {basis['reason']}")
    gross = basis["counts"] == "gross"
    return {code.hs6: Range(1.0, 1.0, 1.0) if gross else code.content for code in fitting}


def _flows(content: Mapping[str, Range], year: int, country: str, partner: str) -> Flows:
    """`partner`: the side of a flow on which the others stand."""
    own = "buyer" if partner == "seller" else "seller"
    goods: dict[str, Range] = {}
    partners: dict[str, float] = {}
    value = missing = 0.0
    for hs6, each in content.items():
        mine = [flow for flow in _of_code(year, hs6) if getattr(flow, own) == country]
        weighed = sum(flow.tonnes for flow in mine if flow.tonnes is not None)
        filled = sum(_filled(flow, year, hs6) for flow in mine if flow.tonnes is None)
        goods[hs6] = Range(weighed, weighed + filled, weighed + filled)
        for flow in mine:
            other = getattr(flow, partner)
            partners[other] = partners.get(other, 0.0) + each.mid * _filled(flow, year, hs6)
        value += sum(flow.kusd for flow in mine)
        missing += sum(flow.kusd for flow in mine if flow.tonnes is None)
    low, mid, high = (
        sum(getattr(goods[hs6], end) * getattr(each, end) for hs6, each in content.items())
        for end in ("low", "mid", "high")
    )
    ranked = tuple(sorted(partners.items(), key=lambda item: (-item[1], item[0])))
    return Flows(Range.around(low, mid, high), ranked, goods, content, missing / value if value else 0.0)


def _filled(flow: _Flow, year: int, hs6: str) -> float:
    """Tonnes of a flow: as told, else its value at the mean price of the code."""
    price = _price(year, hs6)
    return flow.tonnes if flow.tonnes is not None else flow.kusd / price if price else 0.0


@cache
def _price(year: int, hs6: str) -> float | None:
    """Mean of the world, 1000 USD a tonne, over flows whose quantity is told; None where none is."""
    weighed = [(flow.kusd, flow.tonnes) for flow in _of_code(year, hs6) if flow.tonnes]
    return sum(kusd for kusd, _ in weighed) / sum(tonnes for _, tonnes in weighed) if weighed else None


@cache
def _of_code(year: int, hs6: str) -> tuple[_Flow, ...]:
    wanted = f"{year},{hs6},"
    return tuple(_flow(line) for line in packed_lines("trade") if line.startswith(wanted))


def _flow(line: str) -> _Flow:
    _, _, seller, buyer, kusd, tonnes = line.split(",")
    return _Flow(seller, buyer, float(kusd), float(tonnes) if tonnes else None)


@cache
def _states(year: int) -> frozenset[str]:
    wanted = f"{year},"
    return frozenset(state for line in packed_lines("trade") if line.startswith(wanted) for state in _sides(line))


def _sides(line: str) -> Iterator[str]:
    yield from line.split(",")[2:4]
