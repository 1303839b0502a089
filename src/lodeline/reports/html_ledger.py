"""The ledger page in HTML: totals, an index of each book, the cards, the documents."""

from __future__ import annotations

from lodeline.reports.charts import total_bars
from lodeline.reports.html_card import card_of, count, sources_of, stage_of
from lodeline.reports.html_chain import chain_section
from lodeline.reports.html_parts import invented, table, unreviewed, value
from lodeline.reports.markup import Child, Markup, inside_link, tag
from lodeline.reports.pages import BarGroup, Card, LedgerPage, Shelf

BARS_NOTE = (
    "Only totals, tranches and revised totals enter; ceilings, yearly rates and values of resources do not. "
    "A light bar is a range: its parts may be the same money. Each bar lies within the one above: they never add up."
)


def ledger_main(page: LedgerPage) -> list[Child]:
    return [
        _header(page),
        tag(
            "main",
            _totals(page),
            chain_section(page.chapter) if page.chapter else None,
            [_shelf(shelf, page) for shelf in page.shelves],
            sources_of(page),
        ),
    ]


def _header(page: LedgerPage) -> Markup:
    entries = sum(len(shelf.cards) for shelf in page.shelves)
    known = f"As known on {page.today}: {count(entries, 'entry', 'entries')} from {count(len(page.sources), 'text')}."
    links = [(shelf.anchor, f"{shelf.title} {len(shelf.cards)}") for shelf in page.shelves]
    chain = [("supply", "Supply")] if page.chapter else []
    return tag(
        "header",
        tag("p", "Lodeline", class_="brand"),
        tag("h1", page.title),
        tag("p", known, " ", unreviewed(), " ", invented(page.invented), class_="standfirst"),
        tag(
            "nav",
            [
                inside_link(text, anchor)
                for anchor, text in [("totals", "Totals"), *chain, *links, ("sources", "Texts")]
            ],
            aria_label="Parts of this page",
        ),
    )


def _totals(page: LedgerPage) -> Markup:
    groups = [_bar_group(group, page) for group in page.totals] or [tag("p", "No sum of money counts yet.")]
    return tag("section", tag("h2", "Money: announced, firm, delivered"), groups, id="totals")


def _bar_group(group: BarGroup, page: LedgerPage) -> Markup:
    entries = {anchor for bar in group.bars for anchor, _ in bar.entries}
    told = f"Source: {count(len(entries), 'entry', 'entries')} of this ledger as of {page.today}. {BARS_NOTE}"
    caption = tag("figcaption", f"{group.currency}: sums as told, not adjusted for inflation")
    return tag(
        "figure",
        caption,
        total_bars(group),
        tag("details", tag("summary", "What each bar is made of"), _made_of(group)),
        tag("p", told, class_="source"),
    )


def _made_of(group: BarGroup) -> Markup:
    return tag(
        "ul",
        (
            tag(
                "li",
                tag("strong", f"{bar.label}: "),
                bar.value.exact or bar.value.text,
                f" ({bar.note})" if bar.note else None,
                tag("ul", (tag("li", inside_link(title, anchor)) for anchor, title in bar.entries)),
            )
            for bar in group.bars
        ),
    )


def _shelf(shelf: Shelf, page: LedgerPage) -> Markup:
    index = _index(shelf) if len(shelf.cards) > 1 else None
    cards = [card_of(card, page) for card in shelf.cards]
    return tag("section", tag("h2", shelf.title), tag("p", shelf.note, class_="lede"), index, cards, id=shelf.anchor)


def _index(shelf: Shelf) -> Markup:
    staged = any(card.stage for card in shelf.cards)
    heads = ("Entry", "Stage", "Bindingness", "Money", "Date") if staged else ("Entry", "Date")
    return table(heads, (_index_row(card, staged) for card in shelf.cards), "index")


def _index_row(card: Card, staged: bool) -> list[Child]:
    name = inside_link(card.title, card.anchor)
    if not staged:
        return [name, card.date]
    return [name, stage_of(card), card.bindingness.removeprefix("bindingness "), _main_sum(card), card.date]


def _main_sum(card: Card) -> Child:
    """The sum that counts, else the first told, marked as not counted."""
    counted = next((line for line in card.money if line.counts), None)
    if counted or not card.money:
        return value(counted.value) if counted else None
    return [value(card.money[0].value), tag("span", "not counted", class_="note")]
