"""Drawings of the supply chapter: bars of shares with their range, and small charts of one state's part over years.

All small charts of one outlook have the same step between their lines, so that moves can be compared by eye.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lodeline.reports.chain_pages import LineChart, Series, ShareBar
from lodeline.reports.chain_words import percent_text, tonnes_text
from lodeline.reports.markup import Child, Markup, tag

BAR = 22
WIDE, HIGH = 360, 236
LEFT, RIGHT, TOP, FOOT = 42, 96, 12, 26
STEPS = 5
"""Lines above the lowest one."""
ROUND = (1, 2, 5, 10, 20)
"""Percent between two lines; the least that all charts fit."""
LINE = 13
"""Pixels between two labels."""
SAME = 0.1
"""Percent by which two lines may differ and still be drawn as one."""


def share_bars(bars: Sequence[ShareBar], unit: str) -> Markup:
    """One bar a country from 0 to 100 percent; the thin line is the range that the table leaves."""
    told = "; ".join(f"{bar.name} {percent_text(bar.percent)}" for bar in bars)
    axis = tag("div", _axis(), class_="share-axis")
    return tag("div", map(_share_row, bars), axis, class_="shares", role="img", aria_label=f"{unit}: {told}")


def _share_row(bar: ShareBar) -> Markup:
    middle = BAR // 2
    spread = tag("line", x1=_x(bar.low_percent), x2=_x(bar.high_percent), y1=middle, y2=middle, class_="range")
    drawn = tag(
        "svg",
        (tag("line", x1=_x(percent), x2=_x(percent), y1=0, y2=BAR, class_="grid") for percent in (0, 25, 50, 75, 100)),
        tag("rect", x=0, y=4, width=_x(bar.percent), height=BAR - 8, class_="part"),
        spread if bar.high_percent > bar.low_percent else None,
        width="100%",
        height=BAR,
    )
    return tag(
        "div",
        tag("span", bar.name, class_="share-name"),
        tag("span", drawn, class_="share-bar"),
        tag("span", percent_text(bar.percent), class_="share-figure"),
        tag("span", tonnes_text(bar.tonnes), class_="share-tonnes"),
        class_="share-row",
    )


def _axis() -> Markup:
    ends = {0: "tick first", 100: "tick last"}
    ticks = (tag("text", f"{at} %", x=_x(at), y=13, class_=ends.get(at, "tick")) for at in (0, 25, 50, 75, 100))
    return tag("svg", ticks, width="100%", height=18)


def _x(percent: float) -> str:
    return f"{percent:.2f}%"


@dataclass(frozen=True, slots=True)
class Scale:
    """The window of one small chart: from `low` up over STEPS steps, and its years."""

    low: float
    step: float
    first: int
    last: int

    def across(self, year: int) -> float:
        return LEFT + (year - self.first) / max(1, self.last - self.first) * (WIDE - LEFT - RIGHT)

    def down(self, value: float) -> float:
        return TOP + (1 - (value - self.low) / (self.step * STEPS)) * (HIGH - TOP - FOOT)


def panels(charts: Sequence[LineChart]) -> Iterator[Markup]:
    """The small charts, each under its title: those by place side by side, below them those by control."""
    step = _step([_ends(chart) for chart in charts])
    for side in dict.fromkeys(chart.by for chart in charts):
        yield tag("p", f"By {side}", class_="side")
        shown = (_panel(chart, _scale(chart, step)) for chart in charts if chart.by == side)
        yield tag("div", shown, class_="panels")


def _panel(chart: LineChart, scale: Scale) -> Markup:
    drawn = _drawn(chart.series)
    told = "; ".join(f"{name}: {percent_text(each.points[-1][1])} in {scale.last}" for name, each in drawn)
    svg = tag(
        "svg",
        _grid(scale),
        _years(scale),
        (_path(each, scale) for _, each in drawn),
        _labels(drawn, scale),
        viewBox=f"0 0 {WIDE} {HIGH}",
        class_="futures",
        role="img",
        aria_label=f"{chart.title}, percent of world output. {told}",
    )
    return tag("div", tag("p", chart.title, class_="panel-title"), svg, class_="panel")


def _ends(chart: LineChart) -> tuple[float, float]:
    values = [value for series in chart.series for _, value in series.points]
    return min(values), max(values)


def _step(ends: Sequence[tuple[float, float]]) -> float:
    return next((step for step in ROUND if all(_fits(low, high, step) for low, high in ends)), ROUND[-1])


def _fits(low: float, high: float, step: float) -> bool:
    return high <= _lowest(low, step) + step * STEPS


def _lowest(low: float, step: float) -> float:
    """A round value at or below the least, so that the window does not go past 100."""
    return max(0.0, min(math.floor(low / step) * step, 100 - step * STEPS))


def _scale(chart: LineChart, step: float) -> Scale:
    years = [year for series in chart.series for year, _ in series.points]
    return Scale(_lowest(_ends(chart)[0], step), step, min(years), max(years))


def _drawn(series: Sequence[Series]) -> list[tuple[str, Series]]:
    """(label, line): lines that coincide are drawn once, and named together."""
    groups: list[list[Series]] = []
    for each in series:
        same = next((group for group in groups if _coincide(group[0], each)), None)
        if same is None:
            groups.append([each])
        else:
            same.append(each)
    return [(_label(group, series), group[0]) for group in groups]


def _coincide(one: Series, other: Series) -> bool:
    return all(abs(a - b) < SAME for (_, a), (_, b) in zip(one.points, other.points, strict=True))


def _label(group: Sequence[Series], every: Sequence[Series]) -> str:
    """The reading where a future has several lines; the future's own name where all of its lines are in the group."""
    names: dict[str, None] = {}
    for each in group:
        is_whole = all(other in group for other in every if other.future == each.future)
        names[each.group if is_whole or not each.name else each.name] = None
    return ", ".join(names)


def _grid(scale: Scale) -> Iterator[Child]:
    for at in range(STEPS + 1):
        value = scale.low + scale.step * at
        y = f"{scale.down(value):.1f}"
        yield tag("line", x1=LEFT, x2=WIDE - RIGHT, y1=y, y2=y, class_="grid")
        yield tag("text", f"{value:g} %", x=LEFT - 6, y=f"{scale.down(value) + 4:.1f}", class_="tick last")


def _years(scale: Scale) -> Iterator[Child]:
    for year in range(scale.first + (-scale.first) % 5, scale.last + 1, 5):
        yield tag("text", str(year), x=f"{scale.across(year):.1f}", y=HIGH - 6, class_="tick")


def _path(series: Series, scale: Scale) -> Markup:
    places = (f"{scale.across(year):.1f} {scale.down(value):.1f}" for year, value in series.points)
    return tag("path", d="M" + " L".join(places), class_=f"line {_css(series)}")


def _labels(drawn: Sequence[tuple[str, Series]], scale: Scale) -> Iterator[Child]:
    ordered = sorted(drawn, key=lambda each: -each[1].points[-1][1])
    wanted = [scale.down(series.points[-1][1]) + 4 for _, series in ordered]
    for (name, series), y in zip(ordered, spread(wanted, HIGH - FOOT + 4), strict=True):
        yield tag("text", name, x=WIDE - RIGHT + 6, y=f"{y:.1f}", class_=f"label {_css(series)}")


def spread(wanted: Sequence[float], lowest: float) -> list[float]:
    """Heights, from the top down, at least a line apart and none below the lowest: near where they are wanted."""
    placed: list[float] = []
    for y in wanted:
        placed.append(max(y, placed[-1] + LINE) if placed else y)
    for at in reversed(range(len(placed))):
        limit = lowest if at == len(placed) - 1 else placed[at + 1] - LINE
        placed[at] = min(placed[at], limit)
    return placed


def _css(series: Series) -> str:
    return series.future.replace(" ", "-")
