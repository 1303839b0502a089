"""The balance of partners in HTML: per country a table whose bars show how many commitments stand at which stage."""

from __future__ import annotations

from collections.abc import Iterable

from lodeline.reports.balance import BalancePage, BalanceRow, CountryBalance, StagePart
from lodeline.reports.html_parts import table, unreviewed, value
from lodeline.reports.labels import keys, label
from lodeline.reports.markup import Child, Markup, listed, tag
from lodeline.reports.pages import Shown

BAR = 18
HEADS = ("Partner", "Meetings", "Commitments by stage", "Announced", "Firm", "Stakes", "Mineral trade")


def balance_main(page: BalancePage) -> list[Child]:
    return [
        tag(
            "header",
            tag("p", "Lodeline", class_="brand"),
            tag("h1", page.title),
            tag("p", f"As known on {page.today}. ", unreviewed(), class_="standfirst"),
        ),
        tag("main", _key(), (_country(each, page) for each in page.countries), _note(page)),
    ]


def _key() -> Markup:
    """The colours of the ladder, from talks to fulfilled, and of what has left it."""
    rungs = (tag("span", label("rung", rung), class_=f"stage st-{rung}") for rung in keys("rung"))
    return tag("p", rungs, tag("span", "off the ladder", class_="stage"), class_="stage-key")


def _country(each: CountryBalance, page: BalancePage) -> Markup:
    if not each.rows:
        told: Child = tag("p", "The ledger tells of no dealings with another power.", class_="note")
    else:
        told = table(HEADS, (_row(row, page.most) for row in each.rows), class_="balance")
    return tag("section", tag("h2", each.country), told)


def _row(row: BalanceRow, most: int) -> tuple[Child, ...]:
    return (
        tag("strong", row.partner),
        str(row.meetings) if row.meetings else "none told",
        _stages(row.stages, most),
        _sums(row.announced),
        _sums(row.firm),
        listed(row.stakes) if row.stakes else "none told",
        _trade(row),
    )


def _stages(parts: Iterable[StagePart], most: int) -> Child:
    parts = tuple(parts)
    if not parts:
        return "none told"
    told = ", ".join(f"{part.count} {part.label}" for part in parts)
    return [
        tag("svg", _rectangles(parts, most), width="100%", height=BAR, role="img", aria_label=told),
        tag("span", told, class_="note"),
    ]


def _rectangles(parts: Iterable[StagePart], most: int) -> Iterable[Markup]:
    rungs, before = keys("rung"), 0
    for part in parts:
        kind = "off" if part.off else f"s{rungs.index(part.stage)}"
        x, width = (f"{100 * number / most:.2f}%" for number in (before, part.count))
        drawn = tag("rect", x=x, y=2, width=width, height=BAR - 4, class_=kind)
        yield tag("g", tag("title", f"{part.count} {part.label}"), drawn)
        before += part.count


def _sums(sums: Iterable[Shown]) -> Child:
    found = [value(each) for each in sums]
    return listed(found) if found else "none known"


def _trade(row: BalanceRow) -> Child:
    ways = (("sells to it", row.exports_percent), ("buys from it", row.imports_percent))
    return [_way(words, percent) for words, percent in ways]


def _way(words: str, percent: float | None) -> Markup:
    told = "not known" if percent is None else f"{percent:.1f} %"
    bar = tag("rect", x=0, y=1, width=f"{percent or 0:.1f}%", height=4, class_="part")
    return tag("span", f"{words} {told}", tag("svg", bar, width="100%", height=6, aria_hidden="true"), class_="trade")


def _note(page: BalancePage) -> Markup:
    trade = f" Trade: part of the country's trade in minerals, ores and metals in {page.trade_year}, by value (BACI)."
    return tag("p", page.note, trade if page.trade_year else "", class_="source")
