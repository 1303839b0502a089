"""The supply chapter in HTML: checks, measures in force, shares, and what each commitment would change."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.reports.chain_charts import panels, share_bars
from lodeline.reports.chain_pages import Chapter, CheckRow, ForceRow, FutureRow, InputRow, OutlookShown, SupplyChart
from lodeline.reports.chain_words import SIDES, capital, percent_text, tonnes_text
from lodeline.reports.html_parts import invented, table
from lodeline.reports.markup import Child, Markup, inside_link, tag

NOTE = "Figures of the tables with their sources; futures are “if it is built as told”, without any chance in them."


def chain_section(chapter: Chapter) -> Markup:
    return tag(
        "section",
        tag("h2", "What it changes in supply"),
        tag("p", NOTE, class_="lede"),
        _checks(chapter),
        _forces(chapter),
        _supplies(chapter),
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


def _supplies(chapter: Chapter) -> Iterator[Child]:
    if chapter.supplies:
        yield tag("h3", "Who makes how much")
        yield from map(supply_figure, chapter.supplies)


def supply_figure(chart: SupplyChart) -> Markup:
    """One table as bars, with its notes and source."""
    return tag(
        "figure",
        tag("figcaption", chart.title, tag("span", chart.unit, class_="unit")),
        share_bars(chart.bars, chart.unit),
        tag("p", ". ".join(chart.notes), ".", class_="source"),
        tag("p", f"Source: {chart.source}. The thin line is the range that the table leaves.", class_="source"),
        class_="chart",
    )


def _outlook(shown: OutlookShown) -> Markup:
    source = f"Source: {shown.source}; the ledger; assumptions listed below. All charts have the same step."
    return tag(
        "article",
        tag("h3", shown.title, " ", invented(shown.invented)),
        tag("p", inside_link(shown.commitment, shown.anchor), class_="standing"),
        tag("ul", (tag("li", each, ".") for each in shown.summary), class_="answer"),
        tag(
            "figure",
            tag("figcaption", "Parts of world output", tag("span", "percent", class_="unit")),
            tag("p", (tag("span", capital(name), class_=f"key {_css(key)}") for key, name in shown.futures)),
            panels(shown.charts),
            tag("p", source, class_="source"),
            class_="chart",
        ),
        _futures(shown),
        tag("p", ". ".join(shown.unsure), ".", class_="source"),
        tag("details", tag("summary", f"All {len(shown.inputs)} inputs"), _inputs(shown)),
        class_="outlook",
    )


def _css(key: str) -> str:
    return key.replace(" ", "-")


def _futures(shown: OutlookShown) -> Markup:
    """One column a state; heads name the side, so that a cell can stand alone on a telephone."""
    parts = shown.rows[0].parts
    heads = ("Future", f"World in {shown.year}", *(f"{capital(SIDES[part.by])} {part.state}" for part in parts))
    return table(heads, map(_future, shown.rows), "futures-table")


def _future(row: FutureRow) -> list[Child]:
    return [
        capital(row.name),
        tonnes_text(row.world_tonnes),
        *(percent_text(part.percent_of_world) for part in row.parts),
    ]


def _inputs(shown: OutlookShown) -> Markup:
    heads = ("Input", "Value", "Evidence", "Carries the difference", "Source")
    return table(heads, map(_input, shown.inputs), "inputs")


def _input(row: InputRow) -> list[Child]:
    return [row.name, row.value, row.evidence, "yes" if row.carries else "no", row.source]


def _silent(chapter: Chapter) -> Markup | None:
    if not chapter.silent:
        return None
    told = (tag("li", tag("strong", title), f": {reason}") for title, reason in chapter.silent)
    return tag("details", tag("summary", f"Not computed, and why ({len(chapter.silent)})"), tag("ul", told))
