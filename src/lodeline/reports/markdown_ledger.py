"""The ledger page in Markdown: totals, each book with its cards, the documents."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.reports.markdown_chain import chain_body
from lodeline.reports.marking import badges, bullets, cited, figure, link, plain, table
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
    SourceRow,
    StagePoint,
)


def ledger_body(page: LedgerPage) -> list[str]:
    entries = sum(len(shelf.cards) for shelf in page.shelves)
    texts = "1 text" if len(page.sources) == 1 else f"{len(page.sources)} texts"
    head = f"As known on {page.today}: {entries} entries from {texts}. {badges(page.invented)}"
    shelves = [part for shelf in page.shelves for part in _shelf(shelf, page)]
    chain = chain_body(page.chapter) if page.chapter else ()
    return [f"# {plain(page.title)}", head, *_totals(page), *chain, *shelves, *_sources(page)]


def _totals(page: LedgerPage) -> Iterator[str]:
    yield "## Money: announced, firm, delivered"
    if not page.totals:
        yield "No sum of money counts yet."
    yield from map(_bar_group, page.totals)


def _bar_group(group: BarGroup) -> str:
    rows = (
        [
            f"{bar.label}: {bar.meaning}",
            figure(bar.value),
            plain(bar.note),
            "; ".join(plain(title) for _, title in bar.entries),
        ]
        for bar in group.bars
    )
    return table((plain(group.currency), "Sum", "Note", "Made of"), rows)


def _shelf(shelf: Shelf, page: LedgerPage) -> Iterator[str]:
    yield f"## {shelf.title}"
    yield shelf.note
    for card in shelf.cards:
        yield from _card(card, page)


def _card(card: Card, page: LedgerPage) -> Iterator[str]:
    yield f"### {plain(card.title)}"
    standing = [card.kind, card.stage_label and f"**{card.stage_label}**", card.bindingness, card.date]
    yield f"{' · '.join(part for part in standing if part)} {badges(card.invented, card.origins)}"
    yield " → ".join(map(_point, card.strip))
    yield bullets(
        [*map(_money, card.money), *map(_fact, card.facts), *map(_conflict, card.conflicts), *map(_link, card.links)]
    )
    yield "\n".join(_quote(quote, page) for quote in card.quotes)
    yield bullets([*([f"Independent sources: {card.stories}"] if card.stories else []), *map(plain, card.joined)])


def _point(point: StagePoint) -> str:
    quotes = f" \\[{', '.join(map(str, point.quotes))}\\]" if point.quotes else ""
    return f"{plain(point.date)} {point.label}{quotes}"


def _money(line: MoneyLine) -> str:
    what = ", ".join(part for part in (line.kind, plain(line.who)) if part)
    counts = "counts" if line.counts else "not counted"
    return f"Sum: {figure(line.value)}{cited(line.citations)} ({what}) {counts}: {plain(line.why)}"


def _fact(fact: Fact) -> str:
    note = f" ({plain(fact.note)})" if fact.note else ""
    return f"{fact.label}: {figure(fact.value)}{cited(fact.citations)}{note}"


def _conflict(conflict: ConflictShown) -> str:
    values = bullets((f"{figure(fact.value)}{cited(fact.citations)}" for fact in conflict.values), "  ")
    shown = f"shown: **{plain(conflict.shown)}** (rule: {plain(conflict.rule)})"
    return f"Sources disagree: {conflict.label.lower()}; {shown}\n{values}"


def _link(shown: LinkShown) -> str:
    titles = "; ".join(plain(title) for _, title in shown.entries)
    return f"{shown.relation}: {titles} ({plain(shown.why)})"


def _quote(quote: QuoteShown, page: LedgerPage) -> str:
    again = "".join(f" … “{plain(text)}”" for text in quote.again)
    return f"> \\[{quote.number}\\] {plain(quote.lead)} “{plain(quote.text)}”{again}\n> {_source_of(quote, page)}\n>"


def _source_of(quote: QuoteShown, page: LedgerPage) -> str:
    read = f"rule “{plain(quote.rule) or 'not named'}”, {plain(quote.reader) or 'reader not named'}"
    told = f"told as {quote.told}; " if quote.told else ""
    where = f"Text {quote.source}, {page.source(quote.source).published}; " if quote.source else ""
    made_up = f" {badges(True)}" if quote.source and page.source(quote.source).invented else ""
    return f"({where}{told}{read}, confidence {quote.confidence}){made_up}"


def _sources(page: LedgerPage) -> list[str]:
    heads = ("No.", "Text", "Outlet", "Published", "Language", "Hash")
    return ["## Texts", table(heads, map(_source, page.sources))]


def _source(source: SourceRow) -> list[str]:
    title = f"{link(source.title, source.url)}{' **INVENTED**' if source.invented else ''}"
    published = f"{source.published} ({plain(source.how)})"
    return [str(source.number), title, plain(source.outlet), published, source.language, source.fingerprint]
