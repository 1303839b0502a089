"""Two small drawings in SVG: where a commitment stood and when, and the three totals of a currency.

Places are in percent of the width and text in pixels, so that a drawing fits a telephone and a printed page alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from lodeline.reports.figures import short
from lodeline.reports.labels import keys, label
from lodeline.reports.markup import Child, Markup, tag
from lodeline.reports.pages import Bar, BarGroup, StagePoint

HEAD = 40
"""Pixels above the first dot, for the heads of the columns in two staggered lines."""
ROW = 26
DOT = 6
GUTTER = 20
"""Percent of the width that the dates take."""
OFF = "off the ladder"
BAR_HEIGHT = 26
AXIS_HEIGHT = 20
NICE = ((Decimal(1), 5), (Decimal(2), 4), (Decimal("2.5"), 5), (Decimal(5), 5), (Decimal(10), 5))
"""Ends of an axis, in powers of ten, and the steps that each is cut into."""


def stage_strip(points: Sequence[StagePoint], now: str | None) -> Markup:
    """Rungs as columns, time downwards, one dot for each day on which sources told a rung, and the way of the stage.

    A lower rung told later is a dot beside the way: it moves no stage back. `now` is the stage that the entry has.
    """
    columns = _columns(points)
    return tag(
        "svg",
        _heads(columns, now),
        _paths(_way(points, columns, now), columns),
        [_dot(point, at, columns) for at, point in enumerate(points)],
        class_="strip",
        width="100%",
        height=HEAD + ROW * len(points),
        role="img",
        aria_label="Stage as told, in order of time: " + "; ".join(f"{each.date} {each.label}" for each in points),
    )


def _columns(points: Sequence[StagePoint]) -> tuple[str, ...]:
    ladder = keys("rung")
    return ladder if all(point.stage in ladder for point in points) else (*ladder, OFF)


def _column(point: StagePoint, columns: Sequence[str]) -> int:
    return columns.index(point.stage) if point.stage in columns else len(columns) - 1


def _across(column: int, columns: Sequence[str]) -> str:
    """Middle of a column in percent; dates stand in the gutter before the first."""
    return f"{GUTTER + (column + 0.5) / len(columns) * (100 - GUTTER):.2f}%"


def _heads(columns: Sequence[str], now: str | None) -> Iterator[Child]:
    for at, rung in enumerate(columns):
        x = _across(at, columns)
        name = OFF if rung == OFF else label("rung", rung)
        yield tag("line", x1=x, x2=x, y1=HEAD - 10, y2="100%", class_="rail")
        yield tag("text", name, x=x, y=12 + 14 * (at % 2), class_="rung now" if rung == now else "rung")


def _way(points: Sequence[StagePoint], columns: Sequence[str], now: str | None) -> list[int]:
    """The column where the stage stands at each dot: the furthest rung so far, until it leaves the ladder or returns.

    One party's denial leaves the stage where it is, unless the entry itself is held for denied.
    """
    way: list[int] = []
    for point in points:
        told = _column(point, columns)
        resumed = bool(way) and columns[way[-1]] == OFF
        only_said = bool(way) and point.stage == "denied" != now
        way.append(way[-1] if only_said else told if not way or resumed else max(told, way[-1]))
    return way


def _paths(way: Sequence[int], columns: Sequence[str]) -> Iterator[Child]:
    """A staircase: down to the next day, then across to its rung."""
    for at, pair in enumerate(pairwise(way)):
        x1, x2 = (_across(column, columns) for column in pair)
        yield tag("line", x1=x1, x2=x1, y1=_down(at), y2=_down(at + 1), class_="path")
        yield tag("line", x1=x1, x2=x2, y1=_down(at + 1), y2=_down(at + 1), class_="path")


def _down(row: int) -> int:
    return HEAD + ROW * row + ROW // 2 - 4


def _dot(point: StagePoint, row: int, columns: Sequence[str]) -> Child:
    """The date in the gutter, the dot in its column, the quotes beside it."""
    column = _column(point, columns)
    off = columns[column] == OFF
    quotes = f"[{', '.join(map(str, point.quotes))}]" if point.quotes else ""
    x, y = _across(column, columns), _down(row)
    return [
        tag("text", point.date, x=0, y=y + 4, class_="day"),
        tag("circle", cx=x, cy=y, r=DOT, class_=f"dot {'off' if off else f's{column}'}"),
        tag(
            "text",
            f"{point.label} {quotes}" if off else quotes,
            x=x,
            y=y + 4,
            dx=-11 if off else 10,
            class_="told-by end" if off else "told-by",
        ),
    ]


def total_bars(group: BarGroup) -> Markup:
    """Three bars over one axis from 0; the part of a bar that may overlap is drawn light."""
    end, steps = _axis(max((bar.high for bar in group.bars if bar.high), default=Decimal(1)))
    return tag(
        "div",
        [_bar_row(bar, end, steps) for bar in group.bars],
        tag("div", _ticks(end, steps, group.currency), class_="axis-row"),
        class_="bars",
    )


def _bar_row(bar: Bar, end: Decimal, steps: int) -> Markup:
    return tag(
        "div",
        tag("div", tag("strong", bar.label), tag("span", bar.meaning, class_="meaning"), class_="bar-name"),
        tag("div", _bar(bar, end, steps), class_="bar-line"),
        tag("div", bar.value.text, class_="bar-value", title=bar.value.exact or None),
        class_="bar-row",
    )


def _bar(bar: Bar, end: Decimal, steps: int) -> Markup:
    low, high = bar.low or Decimal(0), bar.high or Decimal(0)
    return tag(
        "svg",
        [tag("line", x1=x, x2=x, y1=0, y2=BAR_HEIGHT, class_="grid") for x in _steps(steps)],
        _rectangle(Decimal(0), low, end, f"bar {bar.label.lower()}"),
        _rectangle(low, high, end, f"bar {bar.label.lower()} range"),
        width="100%",
        height=BAR_HEIGHT,
        role="img",
        aria_label=f"{bar.label}: {bar.value.text}",
    )


def _rectangle(start: Decimal, stop: Decimal, end: Decimal, kind: str) -> Markup | None:
    if stop <= start:
        return None
    x, width = (f"{float(value / end * 100):.2f}%" for value in (start, stop - start))
    return tag("rect", x=x, y=4, width=width, height=BAR_HEIGHT - 8, class_=kind)


def _axis(high: Decimal) -> tuple[Decimal, int]:
    """A round end at or above the largest value, and how many steps lead there."""
    power = Decimal(10) ** high.adjusted()
    return next((mantissa * power, steps) for mantissa, steps in NICE if mantissa * power >= high)


def _steps(steps: int) -> list[str]:
    return [f"{100 * step / steps:.2f}%" for step in range(steps + 1)]


def _ticks(end: Decimal, steps: int, currency: str) -> Markup:
    return tag(
        "svg",
        [
            tag("text", short(end * step / steps), x=x, y=13, class_=_side(step, steps))
            for step, x in enumerate(_steps(steps))
        ],
        width="100%",
        height=AXIS_HEIGHT,
        class_="axis",
        role="img",
        aria_label=f"Axis from 0 to {short(end)}, {currency}",
    )


def _side(step: int, steps: int) -> str:
    """The outermost labels are written inwards."""
    return "tick first" if step == 0 else "tick last" if step == steps else "tick"
