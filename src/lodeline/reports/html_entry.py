"""One entry of the ledger in HTML: stage over time, money line by line, conflicts, how it came about, citation."""

from __future__ import annotations

from lodeline.reports.html_card import (
    conflicts_of,
    facts_of,
    kicker_of,
    links_of,
    money_of,
    quotes_of,
    sources_of,
    standing_of,
    strip_of,
)
from lodeline.reports.html_parts import table
from lodeline.reports.markup import Child, Markup, inside_link, join, listed, tag
from lodeline.reports.pages import EntryPage, HistoryRow


def entry_main(page: EntryPage) -> list[Child]:
    card = page.card
    place = f"{card.anchor}-q"
    return [
        tag(
            "header",
            tag("p", "Lodeline", class_="brand"),
            kicker_of(card),
            tag("h1", page.title),
            standing_of(card),
            tag("p", f"As known on {page.today}. Entry {page.id}.", class_="standfirst"),
        ),
        tag(
            "main",
            _part("Stage over time", strip_of(card)),
            _part("Money, line by line", money_of(card, place)),
            _part("Where the sources disagree", join(conflicts_of(card, place)) if card.conflicts else None),
            _part("What is told", facts_of(card, place)),
            _part("How it came about", _history(page, place)),
            _part("Linked entries", links_of(card)),
            tag("section", quotes_of(card, page, place), id=card.anchor),
            sources_of(page),
            _part("How to cite", tag("p", page.citation)),
        ),
    ]


def _part(head: str, inside: Child) -> Markup | None:
    return tag("section", tag("h2", head), inside) if inside else None


def _history(page: EntryPage, place: str) -> Markup:
    heads = ("Published", "Text", "Told as", "Stage after it", "First told here", "Quotes")
    return table(heads, (_row(row, page, place) for row in page.history), "history")


def _row(row: HistoryRow, page: EntryPage, place: str) -> list[Child]:
    outlet = page.source(row.source).outlet if row.source else "text not at hand"
    stage = tag("span", row.stage_label, class_=f"stage st-{row.stage}") if row.stage else None
    quotes = listed((inside_link(f"[{number}]", f"{place}{number}") for number in row.quotes), " ")
    return [tag("time", row.published), outlet, row.told, stage, "; ".join(row.values), quotes]
