"""Shares, concentration and import reliance: pure formulae over the tables, each with its range.

Where output stands without a country ("other countries", withheld figures) concentration has a range: the rest spread
thin gives the low end, all of it in one country the high end.
"""

from __future__ import annotations

from dataclasses import dataclass

from lodeline.supply.output import Absent, Figure, Output, output
from lodeline.supply.trade import Flows, flows


@dataclass(frozen=True, slots=True)
class Range:
    """A value with the bounds that its inputs leave. The unit is that of the formula."""

    low: float
    mid: float
    high: float


@dataclass(frozen=True, slots=True)
class Share:
    """A country's part of world output, in percent."""

    country: str
    percent: Range
    figure: Figure


@dataclass(frozen=True, slots=True)
class Reliance:
    """Net import reliance of a country, in percent of apparent use, with what it was computed from in tonnes."""

    percent: Range
    produced: float | None
    imports: Flows
    exports: Flows
    year: int
    note: str


def shares(made: Output) -> tuple[Share, ...]:
    """Parts of world output from the largest down, in percent of `made.whole`; withheld figures have none."""
    return tuple(share for figure in made.countries if (share := _share(made, figure)) is not None)


def share_of(made: Output, country: str) -> Share | Absent:
    """One country's part of world output; `Absent` where it is not listed or withheld."""
    figure = made.of(country)
    if isinstance(figure, Absent):
        return figure
    found = _share(made, figure)
    return (
        found if found is not None else Absent("no table", f"{made.told}: the table tells no total to take a part of")
    )


def _share(made: Output, figure: Figure) -> Share | None:
    """low: least of this country against most of the rest; high: the reverse. The rest keeps its own middle value."""
    if figure.value is None or not made.whole:
        return None
    rest = made.whole - figure.value
    middle = 100 * figure.value / made.whole
    if figure.source.is_relative:
        return Share(figure.country, _within(figure.low / made.whole, middle, figure.high / made.whole), figure)
    low, high = (bound / (bound + rest) if bound + rest else 0.0 for bound in (figure.low, figure.high))
    return Share(figure.country, _within(low, middle, high), figure)


def _within(low: float, middle: float, high: float) -> Range:
    return Range(min(100 * low, middle), middle, min(100.0, max(100 * high, middle)))


def hhi(made: Output) -> Range:
    """Herfindahl–Hirschman index of output by country, 0 to 1: Σ share² (Hirschman 1964).

    What no country is told for adds nothing at the low end and counts as one more country at the high end; the middle
    value is the mean of both.
    """
    parts = [f.value / made.whole for f in made.countries if f.value is not None and made.whole]
    known = sum(part**2 for part in parts)
    rest = max(0.0, 1.0 - sum(parts))
    return Range(known, known + rest**2 / 2, min(1.0, known + rest**2))


def net_import_reliance(commodity: str, stage: str, country: str, year: int | None = None) -> Reliance | Absent:
    """(imports − exports) / (production + imports − exports), in percent, of one stage and in contained tonnes.

    Formula: U.S. Geological Survey, Mineral commodity summaries, appendix. Net exporters come out negative. Stocks are
    not in it. A country without a figure of production is bounded by 0 and by all that "others" make.
    """
    made = output(commodity, stage, year)
    if isinstance(made, Absent):
        return made
    if made.is_relative:
        return Absent("no table", f"{made.told}: only shares are sound, no tonnes to set beside trade")
    imports, exports = flows(commodity, stage, country, made.year)
    if imports is None or exports is None:
        return Absent("no table", f"{commodity}, {stage}: no trade in a form of this stage in {made.year}")
    figure = made.of(country)
    own = None if isinstance(figure, Absent) else figure.value
    rest = made.others.high if made.others is not None else 0.0
    low_own, high_own = (0.0, rest) if own is None else (figure.low, figure.high)  # type: ignore[union-attr]
    net = imports.mid - exports.mid
    ends = [_reliance(net, each) for each in (low_own, own if own is not None else rest / 2, high_own)]
    known = [each for each in ends if each is not None]
    if len(known) < len(ends):
        return Absent(
            "no table", f"{made.told}: {country} sells abroad what it makes and buys; nothing is left to rely on"
        )
    note = "" if own is not None else f"production of {country} is not told: taken as 0 to {rest:,.0f} t"
    return Reliance(Range(min(known), known[1], max(known)), own, imports, exports, made.year, note)


def _reliance(net: float, own: float) -> float | None:
    use = own + net
    return 100 * net / use if use > 0 else None
