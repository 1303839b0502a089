"""One entry in HTML, part by part: the pages of the ledger and of a single entry are made of these."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from lodeline.reports.charts import stage_strip
from lodeline.reports.html_parts import (
    citations,
    invented,
    marked,
    origins,
    published,
    source_link,
    table,
    unreviewed,
    value,
)
from lodeline.reports.markup import Child, Markup, inside_link, listed, tag
from lodeline.reports.pages import Card, ConflictShown, Fact, LinkShown, MoneyLine, QuoteShown, SourceRow


class Sourced(Protocol):
    """A page whose documents are numbered from 1."""

    @property
    def sources(self) -> tuple[SourceRow, ...]: ...

    def source(self, number: int) -> SourceRow: ...


def stage_of(card: Card) -> Markup | None:
    return tag("span", card.stage_label, class_=f"stage st-{card.stage}") if card.stage else None


def kicker_of(card: Card) -> Markup:
    """The kind, and the badges that say what an entry stands on."""
    badges = (unreviewed(), " ", invented(card.invented), origins(card.origins))
    return tag("p", card.kind, " ", badges, class_="kicker")


def card_of(card: Card, page: Sourced) -> Markup:
    place = f"{card.anchor}-q"
    return tag(
        "article",
        kicker_of(card),
        tag("h3", inside_link(card.title, card.anchor)),
        standing_of(card),
        tag(
            "div",
            tag(
                "div",
                strip_of(card),
                money_of(card, place),
                facts_of(card, place),
                conflicts_of(card, place),
                links_of(card),
            ),
            quotes_of(card, page, place),
            class_="columns",
        ),
        id=card.anchor,
        class_="card",
    )


def standing_of(card: Card) -> Markup | None:
    parts = [each for each in (stage_of(card), card.bindingness, card.date) if each]
    return tag("p", (tag("span", each, class_="part") for each in parts), class_="standing") if parts else None


def strip_of(card: Card) -> Markup | None:
    return tag("figure", stage_strip(card.strip, card.stage), class_="strip-figure") if card.strip else None


def money_of(card: Card, place: str) -> Markup | None:
    if not card.money:
        return None
    heads = ("Sum", "What it is", "In the totals")
    return table(heads, (_money_row(line, place) for line in card.money), "money")


def _money_row(line: MoneyLine, place: str) -> list[Child]:
    what = ", ".join(part for part in (line.kind, line.who) if part)
    counts = tag("span", "counts" if line.counts else "not counted", class_="counts" if line.counts else "counts-not")
    return [[value(line.value), citations(line.citations, place)], what, [counts, ": ", line.why]]


def facts_of(card: Card, place: str) -> Markup | None:
    return tag("dl", (_fact(fact, place) for fact in card.facts), class_="facts") if card.facts else None


def _fact(fact: Fact, place: str) -> Markup:
    note = tag("span", fact.note, class_="note") if fact.note else None
    return tag("div", tag("dt", fact.label), tag("dd", value(fact.value), citations(fact.citations, place), note))


def conflicts_of(card: Card, place: str) -> Iterator[Markup]:
    return (_conflict(each, place) for each in card.conflicts)


def _conflict(conflict: ConflictShown, place: str) -> Markup:
    values = (tag("li", value(fact.value), citations(fact.citations, place)) for fact in conflict.values)
    shown = tag("p", "Shown: ", tag("strong", conflict.shown), f" (rule: {conflict.rule})")
    return tag(
        "div", tag("h4", f"Sources disagree: {conflict.label.lower()}"), tag("ul", values), shown, class_="conflict"
    )


def links_of(card: Card) -> Markup | None:
    return tag("ul", (_link(link) for link in card.links), class_="links") if card.links else None


def _link(link: LinkShown) -> Markup:
    entries = (inside_link(title, anchor) if anchor else title for anchor, title in link.entries)
    return tag("li", f"{link.relation}: ", listed(entries), tag("span", link.why, class_="note"))


def quotes_of(card: Card, page: Sourced, place: str) -> Markup:
    items = (_quote(quote, page, place) for quote in card.quotes)
    joined = (tag("p", reason, class_="note") for reason in card.joined)
    return tag("aside", tag("h4", _told_by(card)), tag("ol", items), joined, class_="quotes")


def _told_by(card: Card) -> str:
    stories = f", {count(card.stories, 'independent source')}" if card.stories else ""
    return f"What the texts say: {count(len(card.quotes), 'quote')}{stories}"


def _quote(quote: QuoteShown, page: Sourced, place: str) -> Markup:
    again = (tag("blockquote", text, class_="again") for text in quote.again)
    return tag(
        "li",
        tag("p", quote.lead, class_="lead"),
        tag("p" if quote.origin else "blockquote", marked(quote.pieces)),
        again,
        tag("p", _source_of(quote, page), class_="from"),
        id=f"{place}{quote.number}",
    )


def _source_of(quote: QuoteShown, page: Sourced) -> list[Child]:
    read = f"rule “{quote.rule or 'not named'}”, {quote.reader or 'reader not named'}, confidence {quote.confidence}"
    told = f"told as {quote.told}; " if quote.told else ""
    if not quote.source:
        return [told, read]
    source = page.source(quote.source)
    link = inside_link(f"Text {source.number}", f"text-{source.number}")
    return [link, f", {source.published}; ", told, read, " ", invented(source.invented)]


def sources_of(page: Sourced) -> Markup:
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


def count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
