"""Drawings of the supply chapter in SVG: bars of shares with their range, and lines of futures over years."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from lodeline.reports.chain_pages import LineChart, Series, ShareBar
from lodeline.reports.markup import Child, Markup, tag

BAR = 24
NAMES = 26
"""Percent of the width for the names of bars."""
NUMBERS = 16
"""Percent of the width for their figures."""
WIDE, HIGH = 640, 260
LEFT, RIGHT, TOP, FOOT = 46, 12, 14, 30
STEPS = 4


def share_bars(bars: Sequence[ShareBar], unit: str) -> Markup:
    """One bar a country from 0 to 100 percent; the thin line is the range that the table leaves."""
    height = BAR * len(bars) + 22
    told = "; ".join(f"{bar.name} {bar.percent:.1f} %" for bar in bars)
    return tag(
        "svg",
        [_share_row(bar, at) for at, bar in enumerate(bars)],
        _share_axis(height),
        width="100%",
        height=height,
        class_="shares",
        role="img",
        aria_label=f"{unit}: {told}",
    )


def _share_row(bar: ShareBar, at: int) -> Iterator[Child]:
    y = BAR * at
    yield tag("text", bar.name, x=0, y=y + 16, class_="name")
    yield tag("rect", x=_x(0), y=y + 5, width=_wide(bar.percent), height=BAR - 10, class_="part")
    if bar.high > bar.low:
        yield tag("line", x1=_x(bar.low), x2=_x(bar.high), y1=y + BAR // 2, y2=y + BAR // 2, class_="range")
    yield tag("text", f"{bar.percent:.1f} %", x="100%", y=y + 16, class_="figure end")


def _share_axis(height: int) -> Iterator[Child]:
    for percent in (0, 25, 50, 75, 100):
        yield tag("line", x1=_x(percent), x2=_x(percent), y1=0, y2=height - 18, class_="grid")
        yield tag("text", str(percent), x=_x(percent), y=height - 4, class_="tick")


def _x(percent: float) -> str:
    return f"{NAMES + percent * (100 - NAMES - NUMBERS) / 100:.2f}%"


def _wide(percent: float) -> str:
    return f"{percent * (100 - NAMES - NUMBERS) / 100:.2f}%"


def lines(chart: LineChart) -> Markup:
    """Every series over the years; lines of one kind look alike and carry their name at the end."""
    points = [point for series in chart.series for point in series.points]
    low, high = _span([value for _, value in points])
    first, last = min(year for year, _ in points), max(year for year, _ in points)
    told = "; ".join(f"{series.name}: {series.points[-1][1]:.1f} in {last}" for series in chart.series)
    return tag(
        "svg",
        _grid(low, high),
        _years(first, last),
        [_line(series, (first, last), (low, high)) for series in chart.series],
        viewBox=f"0 0 {WIDE} {HIGH}",
        class_="futures",
        role="img",
        aria_label=f"{chart.title}, {chart.unit}. {told}",
    )


def _span(values: Sequence[float]) -> tuple[float, float]:
    """Round ends: from 0 where the values are low, else from a multiple of ten."""
    step = 10.0
    low, high = math.floor(min(values) / step) * step, math.ceil(max(values) / step) * step
    return (0.0, high) if low <= 2 * step else (low, high if high > low else low + step)


def _grid(low: float, high: float) -> Iterator[Child]:
    for at in range(STEPS + 1):
        value = low + (high - low) * at / STEPS
        y = _down(value, low, high)
        yield tag("line", x1=LEFT, x2=WIDE - RIGHT, y1=y, y2=y, class_="grid")
        yield tag("text", f"{value:g} %", x=LEFT - 6, y=f"{float(y) + 4:.1f}", class_="tick end")


def _years(first: int, last: int) -> Iterator[Child]:
    for year in range(first + (-first) % 5, last + 1, 5):
        yield tag("text", str(year), x=_across(year, first, last), y=HIGH - 8, class_="tick")


def _line(series: Series, years: tuple[int, int], values: tuple[float, float]) -> Iterator[Child]:
    places = [(_across(year, *years), _down(value, *values)) for year, value in series.points]
    path = " ".join(f"{'M' if at == 0 else 'L'}{x} {y}" for at, (x, y) in enumerate(places))
    yield tag("path", tag("title", series.name), d=path, class_=f"line {series.kind.replace(' ', '-')}")


def _across(year: int, first: int, last: int) -> str:
    return f"{LEFT + (year - first) / max(1, last - first) * (WIDE - LEFT - RIGHT):.1f}"


def _down(value: float, low: float, high: float) -> str:
    return f"{TOP + (high - value) / (high - low) * (HIGH - TOP - FOOT):.1f}"
