"""The supply chapter in HTML: checks, measures in force, shares, and what each commitment would change."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.reports.chain_charts import lines, share_bars
from lodeline.reports.chain_pages import Chapter, CheckRow, ForceRow, InputRow, LineChart, OutlookShown, SupplyChart
from lodeline.reports.html_parts import table
from lodeline.reports.markup import Child, Markup, inside_link, outside_link, tag

NOTE = "Figures of the tables with their sources; futures are “if it is built as told”, without any chance in them."


def chain_section(chapter: Chapter) -> Markup:
    return tag(
        "section",
        tag("h2", "What it changes in supply"),
        tag("p", NOTE, class_="lede"),
        _checks(chapter),
        _forces(chapter),
        [_supply(chart) for chart in chapter.supplies],
        [_outlook(each) for each in chapter.outlooks],
        _silent(chapter),
        id="supply",
    )


def _checks(chapter: Chapter) -> Iterator[Child]:
    if chapter.checks:
        yield tag("h3", "Claimed shares against the tables")
        heads = ("Claim", "Told", "Table", "Verdict", "Why")
        yield table(heads, map(_check, chapter.checks), "checks")


def _check(row: CheckRow) -> list[Child]:
    name = inside_link(row.claim, row.anchor) if row.anchor else row.claim
    return [name, row.told, row.table, tag("strong", row.verdict, class_=f"verdict {row.verdict}"), row.reason]


def _forces(chapter: Chapter) -> Iterator[Child]:
    if chapter.forces:
        yield tag("h3", f"Measures on {chapter.today}")
        yield table(("Measure", "By the news", "Why", "Measures table"), map(_force, chapter.forces), "forces")


def _force(row: ForceRow) -> list[Child]:
    rows = tag("ul", (tag("li", each) for each in row.table)) if row.table else "no row that may be the same act"
    return [inside_link(row.title, row.anchor), tag("strong", row.force), row.reason, rows]


def _supply(chart: SupplyChart) -> Markup:
    return tag(
        "figure",
        tag("figcaption", tag("strong", chart.title), f": {chart.unit}"),
        share_bars(chart.bars, chart.unit),
        tag("p", ". ".join(chart.notes), ".", class_="source"),
        tag("p", f"Source: {chart.source}. The thin line is the range that the table leaves.", class_="source"),
    )


def _outlook(shown: OutlookShown) -> Markup:
    heads = ("Future", f"World in {shown.year}", "By place", "By control")
    rows = ([row.future, row.world, ", ".join(row.place), ", ".join(row.control)] for row in shown.rows)
    return tag(
        "article",
        tag("h3", inside_link(shown.title, shown.anchor)),
        tag("ul", (tag("li", each) for each in shown.summary)),
        [_lines(chart) for chart in shown.charts],
        table(heads, rows, "futures"),
        tag("p", shown.unsure, class_="source"),
        tag("details", tag("summary", f"All {len(shown.inputs)} inputs"), _inputs(shown)),
        class_="outlook",
    )


def _lines(chart: LineChart) -> Markup:
    kinds = {"nobody": "nobody builds it", "as told": "built as told", "rival": "the rival builds it"}
    told = [kind for kind in kinds if any(series.kind == kind for series in chart.series)]
    keys = [tag("span", kinds[kind], class_=f"key {kind.replace(' ', '-')}") for kind in told]
    return tag("figure", tag("figcaption", tag("strong", chart.title), f": {chart.unit}. ", keys), lines(chart))


def _inputs(shown: OutlookShown) -> Markup:
    return table(("Input", "Value", "Evidence", "Source"), map(_input, shown.inputs), "inputs")


def _input(row: InputRow) -> list[Child]:
    return [row.name, row.value, row.evidence, outside_link(row.source, row.source)]


def _silent(chapter: Chapter) -> Markup | None:
    if not chapter.silent:
        return None
    told = (tag("li", tag("strong", title), f": {reason}") for title, reason in chapter.silent)
    return tag("details", tag("summary", f"Not computed: {len(chapter.silent)} commitments, and why"), tag("ul", told))
