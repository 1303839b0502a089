"""The supply chapter in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.reports.chain_pages import Chapter, OutlookShown, SupplyChart
from lodeline.reports.chain_words import SIDES, capital, percent_text, tonnes_text
from lodeline.reports.marking import INVENTED, bullets, plain, table


def chain_body(chapter: Chapter) -> Iterator[str]:
    yield "## What it changes in supply"
    if chapter.checks:
        yield "### Claimed shares against the tables"
        rows = ([plain(c.claim), c.told, c.table, f"**{c.verdict}**", plain(c.reason)] for c in chapter.checks)
        yield table(("Claim", "Told", "Table", "Verdict", "Why"), rows)
    if chapter.forces:
        yield f"### Measures on {chapter.today}"
        told = ([plain(f.title), f"**{f.force}**", plain(f.reason), plain("; ".join(f.table))] for f in chapter.forces)
        yield table(("Measure", "By the news", "Why", "Measures table"), told)
    for chart in chapter.supplies:
        yield from _supply(chart)
    for shown in chapter.outlooks:
        yield from _outlook(shown)
    if chapter.silent:
        yield "### Not computed, and why"
        yield bullets(f"{plain(title)}: {plain(reason)}" for title, reason in chapter.silent)


def _supply(chart: SupplyChart) -> Iterator[str]:
    yield f"### {plain(chart.title)}"
    rows = (
        [plain(b.name), f"{b.percent:.1f}", f"{b.low_percent:.0f}–{b.high_percent:.0f}", tonnes_text(b.tonnes)]
        for b in chart.bars
    )
    yield table(("Country", plain(capital(chart.unit)), "Range", "Tonnes"), rows)
    yield bullets([*map(plain, chart.notes), f"Source: {plain(chart.source)}"])


def _outlook(shown: OutlookShown) -> Iterator[str]:
    yield f"### {plain(shown.title)}{f' {INVENTED}' if shown.invented else ''}"
    yield plain(shown.commitment)
    yield bullets(map(plain, shown.summary))
    parts = shown.rows[0].parts
    heads = ("Future", f"World in {shown.year}", *(f"{capital(SIDES[part.by])} {plain(part.state)}" for part in parts))
    yield table(
        heads,
        (
            [
                plain(capital(row.name)),
                tonnes_text(row.world_tonnes),
                *(percent_text(part.percent_of_world) for part in row.parts),
            ]
            for row in shown.rows
        ),
    )
    yield bullets(map(plain, shown.unsure))
    inputs = ([plain(i.name), plain(i.value), i.evidence, plain(i.source)] for i in shown.inputs if i.carries)
    yield "What the difference stands on:"
    yield table(("Input", "Value", "Evidence", "Source"), inputs)
