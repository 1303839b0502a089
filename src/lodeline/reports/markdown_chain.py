"""The supply chapter in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.reports.chain_pages import Chapter, OutlookShown, SupplyChart
from lodeline.reports.marking import bullets, plain, table


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
    rows = ([plain(b.name), f"{b.percent:.1f}", f"{b.low:.0f}–{b.high:.0f}", b.tonnes] for b in chart.bars)
    yield table(("Country", plain(chart.unit), "Range", "Tonnes"), rows)
    yield bullets([*map(plain, chart.notes), f"Source: {plain(chart.source)}"])


def _outlook(shown: OutlookShown) -> Iterator[str]:
    yield f"### {plain(shown.title)}"
    yield bullets(map(plain, shown.summary))
    rows = ([plain(r.future), r.world, plain(", ".join(r.place)), plain(", ".join(r.control))] for r in shown.rows)
    yield table(("Future", f"World in {shown.year}", "By place", "By control"), rows)
    yield plain(shown.unsure)
