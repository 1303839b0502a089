"""The ledger page in HTML: totals, an index of each book, the cards, the documents."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.reports.charts import stage_strip, total_bars
from lodeline.reports.html_chain import chain_section
from lodeline.reports.html_parts import citations, invented, marked, published, source_link, table, unreviewed, value
from lodeline.reports.markup import Child, Markup, inside_link, listed, tag
from lodeline.reports.pages import (
    BarGroup,
    Card,
    ConflictShown,
    Fact,
    LedgerPage,
    LinkShown,
    MoneyLine,
    QuoteShown,
    Shelf,
)

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
            _sources(page),
        ),
    ]


def _header(page: LedgerPage) -> Markup:
    entries = sum(len(shelf.cards) for shelf in page.shelves)
    known = f"As known on {page.today}: {_count(entries, 'entry', 'entries')} from {_count(len(page.sources), 'text')}."
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


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _totals(page: LedgerPage) -> Markup:
    groups = [_bar_group(group, page) for group in page.totals] or [tag("p", "No sum of money counts yet.")]
    return tag("section", tag("h2", "Money: announced, firm, delivered"), groups, id="totals")


def _bar_group(group: BarGroup, page: LedgerPage) -> Markup:
    entries = {anchor for bar in group.bars for anchor, _ in bar.entries}
    told = f"Source: {_count(len(entries), 'entry', 'entries')} of this ledger as of {page.today}. {BARS_NOTE}"
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
    cards = [_card(card, page) for card in shelf.cards]
    return tag("section", tag("h2", shelf.title), tag("p", shelf.note, class_="lede"), index, cards, id=shelf.anchor)


def _index(shelf: Shelf) -> Markup:
    staged = any(card.stage for card in shelf.cards)
    heads = ("Entry", "Stage", "Bindingness", "Money", "Date") if staged else ("Entry", "Date")
    return table(heads, (_index_row(card, staged) for card in shelf.cards), "index")


def _index_row(card: Card, staged: bool) -> list[Child]:
    name = inside_link(card.title, card.anchor)
    if not staged:
        return [name, card.date]
    return [name, _stage(card), card.bindingness.removeprefix("bindingness "), _main_sum(card), card.date]


def _main_sum(card: Card) -> Child:
    """The sum that counts, else the first told, marked as not counted."""
    counted = next((line for line in card.money if line.counts), None)
    if counted or not card.money:
        return value(counted.value) if counted else None
    return [value(card.money[0].value), tag("span", "not counted", class_="note")]


def _stage(card: Card) -> Markup | None:
    return tag("span", card.stage_label, class_=f"stage st-{card.stage}") if card.stage else None


def _card(card: Card, page: LedgerPage) -> Markup:
    place = f"{card.anchor}-q"
    return tag(
        "article",
        tag("p", card.kind, " ", unreviewed(), " ", invented(card.invented), class_="kicker"),
        tag("h3", inside_link(card.title, card.anchor)),
        _standing(card),
        tag(
            "div",
            tag("div", _strip(card), _money(card, place), _facts(card, place), _conflicts(card, place), _links(card)),
            _quotes(card, page, place),
            class_="columns",
        ),
        id=card.anchor,
        class_="card",
    )


def _standing(card: Card) -> Markup | None:
    parts = [each for each in (_stage(card), card.bindingness, card.date) if each]
    return tag("p", (tag("span", each, class_="part") for each in parts), class_="standing") if parts else None


def _strip(card: Card) -> Markup | None:
    return tag("figure", stage_strip(card.strip, card.stage), class_="strip-figure") if card.strip else None


def _money(card: Card, place: str) -> Markup | None:
    if not card.money:
        return None
    heads = ("Sum", "What it is", "In the totals")
    return table(heads, (_money_row(line, place) for line in card.money), "money")


def _money_row(line: MoneyLine, place: str) -> list[Child]:
    what = ", ".join(part for part in (line.kind, line.who) if part)
    counts = tag("span", "counts" if line.counts else "not counted", class_="counts" if line.counts else "counts-not")
    return [[value(line.value), citations(line.citations, place)], what, [counts, ": ", line.why]]


def _facts(card: Card, place: str) -> Markup | None:
    return tag("dl", (_fact(fact, place) for fact in card.facts), class_="facts") if card.facts else None


def _fact(fact: Fact, place: str) -> Markup:
    note = tag("span", fact.note, class_="note") if fact.note else None
    return tag("div", tag("dt", fact.label), tag("dd", value(fact.value), citations(fact.citations, place), note))


def _conflicts(card: Card, place: str) -> Iterator[Markup]:
    return (_conflict(each, place) for each in card.conflicts)


def _conflict(conflict: ConflictShown, place: str) -> Markup:
    values = (tag("li", value(fact.value), citations(fact.citations, place)) for fact in conflict.values)
    shown = tag("p", "Shown: ", tag("strong", conflict.shown), f" (rule: {conflict.rule})")
    return tag(
        "div", tag("h4", f"Sources disagree: {conflict.label.lower()}"), tag("ul", values), shown, class_="conflict"
    )


def _links(card: Card) -> Markup | None:
    return tag("ul", (_link(link) for link in card.links), class_="links") if card.links else None


def _link(link: LinkShown) -> Markup:
    entries = (inside_link(title, anchor) if anchor else title for anchor, title in link.entries)
    return tag("li", f"{link.relation}: ", listed(entries), tag("span", link.why, class_="note"))


def _quotes(card: Card, page: LedgerPage, place: str) -> Markup:
    items = (_quote(quote, page, place) for quote in card.quotes)
    joined = (tag("p", reason, class_="note") for reason in card.joined)
    return tag("aside", tag("h4", _told_by(card)), tag("ol", items), joined, class_="quotes")


def _told_by(card: Card) -> str:
    stories = f", {_count(card.stories, 'independent source')}" if card.stories else ""
    return f"What the texts say: {_count(len(card.quotes), 'quote')}{stories}"


def _quote(quote: QuoteShown, page: LedgerPage, place: str) -> Markup:
    again = (tag("blockquote", text, class_="again") for text in quote.again)
    return tag(
        "li",
        tag("p", quote.lead, class_="lead"),
        tag("blockquote", marked(quote.pieces)),
        again,
        tag("p", _source_of(quote, page), class_="from"),
        id=f"{place}{quote.number}",
    )


def _source_of(quote: QuoteShown, page: LedgerPage) -> list[Child]:
    read = f"rule “{quote.rule or 'not named'}”, {quote.reader or 'reader not named'}, confidence {quote.confidence}"
    told = f"told as {quote.told}; " if quote.told else ""
    if not quote.source:
        return [told, read]
    source = page.source(quote.source)
    link = inside_link(f"Text {source.number}", f"text-{source.number}")
    return [link, f", {source.published}; ", told, read, " ", invented(source.invented)]


def _sources(page: LedgerPage) -> Markup:
    heads = ("No.", "Text", "Outlet", "Published", "Language", "Hash")
    rows: Iterator[list[Child]] = (
        [
            tag("span", str(source.number), id=f"text-{source.number}"),
            [source_link(source), " ", invented(source.invented)],
            source.outlet,
            published(source),
            source.language,
            tag("code", source.fingerprint),
        ]
        for source in page.sources
    )
    note = "Quotes are cut at 300 characters; the texts themselves stay with whoever read them."
    body = table(heads, rows, "sources")
    return tag("section", tag("h2", "Texts"), tag("p", note, class_="lede"), body, id="sources")
