"""Pieces that both pages use: badges, values, citations, quotes with their marked words, tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lodeline.reports.markup import Child, Markup, inside_link, join, outside_link, tag
from lodeline.reports.pages import Citation, Piece, Shown, SourceRow
from lodeline.reports.slots import rule_text


def unreviewed() -> Markup:
    return tag("span", "unreviewed", class_="badge unreviewed", title="Read by rules; no person has confirmed it")


def invented(is_so: bool) -> Markup | None:
    title = "A made-up sample: no such deal exists"
    return tag("span", "INVENTED", class_="badge invented", title=title) if is_so else None


def origins(told: Iterable[str]) -> Markup:
    """A badge for what stands on no text that was read: the starter ledger, or a person's own hand."""
    return join([" ", tag("span", each, class_="badge origin", title=ORIGINS.get(each))] for each in told)


ORIGINS = {
    "starter": "From the starter ledger: a note of ours after the page that is named",
    "typed by hand": "A person typed it in, with the source that is named",
}


def value(shown: Shown) -> Markup:
    """A figure; the exact one shows on hover."""
    exact = shown.exact if shown.exact != shown.text else ""
    return tag("span", shown.text, class_="value", title=exact or None)


def citations(found: Iterable[Citation], place: str) -> Markup:
    """Words and the number of the quote that holds them; `place` is the anchor that numbers are added to."""
    return join(tag("span", words(each), " ", _numbers(each, place), class_="cite") for each in found)


def words(citation: Citation) -> Markup:
    """The words that a value stands on, and the rule where it is inferred."""
    told = tag("q", citation.words) if citation.words else None
    rule = tag("span", f"inferred: {rule_text(citation.rule)}", class_="inferred") if citation.rule else None
    return join([told, " " if told and rule else None, rule])


def _numbers(citation: Citation, place: str) -> Markup:
    return join(inside_link(f"[{quote}]", f"{place}{quote}") for quote in citation.quotes)


def marked(pieces: Sequence[Piece]) -> Markup:
    """Text with the words of slots marked, and the evidence they lie in marked lighter."""
    return join(_piece(piece) for piece in pieces)


def _piece(piece: Piece) -> Child:
    if piece.slots:
        numbers = ", ".join(map(str, piece.claims))
        return tag("mark", piece.text, class_="slot", title=f"{', '.join(piece.slots)} (claim {numbers})")
    return tag("mark", piece.text, class_="told") if piece.claims else piece.text


def table(heads: Sequence[str], rows: Iterable[Sequence[Child]], class_: str = "") -> Markup:
    """A table whose cells know their head, so that a telephone can show each row as a list."""
    return tag(
        "table",
        tag("thead", tag("tr", (tag("th", head, scope="col") for head in heads))),
        tag("tbody", (_row(heads, row) for row in rows)),
        class_=class_ or None,
    )


def _row(heads: Sequence[str], cells: Sequence[Child]) -> Markup:
    return tag("tr", (tag("td", cell, data_head=head) for head, cell in zip(heads, cells, strict=True)))


def source_link(source: SourceRow) -> Markup:
    return outside_link(source.title, source.url)


def published(source: SourceRow) -> Markup:
    return join([tag("time", source.published), tag("span", source.how, class_="note")])
