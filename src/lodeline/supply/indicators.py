"""Shares, concentration and import reliance: pure formulae over the tables, each with its range.

Figures err one by one: a range puts one figure at a time to its bounds and leaves the rest of the world at its middle
value. What stands without a country ("other countries") is spread thin at the low end of concentration and is one more
country at the high end.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import hypot

from lodeline.supply.output import Absent, Figure, Output, output, table_years
from lodeline.supply.ranges import Range
from lodeline.supply.trade import Flows, flows, net, trade_years


@dataclass(frozen=True, slots=True)
class Share:
    """A country's part of the world, in percent."""

    country: str
    percent: Range
    figure: Figure


@dataclass(frozen=True, slots=True)
class Reliance:
    """Net import reliance of a country, in percent of apparent use, with what it was computed from in tonnes."""

    percent: Range
    produced: Range
    imports: Flows
    exports: Flows
    year: int
    note: str


def shares(made: Output) -> tuple[Share, ...]:
    """Parts of the world from the largest down, in percent of `made.whole`; withheld figures have none, and nobody has
    one where no world total is told."""
    return tuple(_share(made, figure) for figure in made.countries if figure.tonnes is not None and made.whole)


def share_of(made: Output, country: str) -> Share | Absent:
    """One country's part of the world; `Absent` where it is not listed or withheld, or no world total is told."""
    figure = made.of(country)
    if isinstance(figure, Figure) and not made.whole:
        return Absent("no total", f"{made.told}: {figure.source.name} tells no world total ({made.form})")
    return figure if isinstance(figure, Absent) else _share(made, figure)


def _share(made: Output, figure: Figure) -> Share:
    return Share(figure.country, _part(made, figure).times(100), figure)


def _part(made: Output, figure: Figure) -> Range:
    """Part of the whole, 0 to 1. Where only shares are sound, the bounds are points of share, not tonnes."""
    told = figure.tonnes or Range(0.0, 0.0, 0.0)
    if not made.whole:
        return Range(0.0, 0.0, 0.0)
    if made.is_relative:
        return Range.around(told.low / made.whole, told.mid / made.whole, min(1.0, told.high / made.whole))
    rest = made.whole - told.mid
    low, high = (bound / (bound + rest) if bound else 0.0 for bound in (told.low, told.high))
    return Range.around(low, told.mid / made.whole, high)


def hhi(made: Output) -> Range:
    """Herfindahl–Hirschman index by country, 0 to 1: Σ share² (Hirschman 1964).

    The effects of the figures' bounds add in quadrature; the middle value takes half of what the rest may add. Without
    a world total nothing is known: 0 to 1.
    """
    parts = [_part(made, figure) for figure in made.countries if figure.tonnes is not None]
    known = sum(part.mid**2 for part in parts)
    rest = max(0.0, 1.0 - sum(part.mid for part in parts)) ** 2
    down, up = (
        hypot(*(_with_one_moved(known, part.mid, end) - known for part, end in zip(parts, ends, strict=True)))
        for ends in ([part.low for part in parts], [part.high for part in parts])
    )
    return Range.around(max(0.0, known - down), min(1.0, known + rest / 2), min(1.0, known + rest + up))


def _with_one_moved(known: float, part: float, moved: float) -> float:
    """Σ share² when one share becomes `moved` and all others shrink or grow in proportion."""
    if part >= 1.0:
        return moved**2
    return moved**2 + (known - part**2) * ((1 - moved) / (1 - part)) ** 2


def net_import_reliance(commodity: str, stage: str, country: str, year: int | None = None) -> Reliance | Absent:
    """(imports − exports) / (production + imports − exports), in percent, of one stage and one year.

    Formula: U.S. Geological Survey, Mineral commodity summaries, appendix; stocks are not in it. Net exporters come
    out negative. By default the newest year that production and trade both have.
    """
    both = set(table_years(commodity, stage)) & trade_years()
    made = output(commodity, stage, max(both) if year is None and both else year)
    if isinstance(made, Absent):
        return made
    if made.is_relative:
        return Absent("no table", f"{made.told}: only shares are sound, no tonnes to set beside trade")
    traded = flows(commodity, stage, country, made.year)
    if isinstance(traded, Absent):
        return traded
    told = _own(made, country)
    if isinstance(told, Absent):
        return told
    (own, note), (imports, exports) = told, traded
    bought = net(imports, exports)
    percent = _reliance(own, bought)
    if percent is None:
        words = f"{made.told}: {country} exports more than it makes and imports in this count (stocks, grades)"
        return Absent("net exporter", words)
    return Reliance(percent, own, imports, exports, made.year, note)


def _own(made: Output, country: str) -> tuple[Range, str] | Absent:
    """Production of the country, in tonnes, and what was taken for it where the table lists none."""
    figure = made.of(country)
    if isinstance(figure, Figure) and figure.tonnes is not None:
        return figure.tonnes, ""
    if isinstance(figure, Absent) and figure.why == "withheld":
        return figure
    if not made.countries:
        return Absent("country not listed", f"{made.told}: only the world total is told, no country")
    most = made.others.tonnes.high if made.others is not None and made.others.tonnes is not None else 0.0
    note = f"production is not listed: taken as none, at most {most:,.0f} t among the others"
    return Range(0.0, 0.0, most), note if most else "production is not listed: taken as none"


def _reliance(own: Range, bought: Range) -> Range | None:
    """Percent; None where some value of the inputs leaves nothing that is used."""
    if min(own.low, own.mid) + min(bought.low, bought.mid) <= 0:
        return None
    ends = [100 * b / (o + b) for o, b in product((own.low, own.high), (bought.low, bought.high))]
    return Range.around(min(ends), 100 * bought.mid / (own.mid + bought.mid), max(ends))
