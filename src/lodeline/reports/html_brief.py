"""The brief in HTML: open questions and figures first, then the text itself with what was read in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lodeline.reports.html_parts import invented, marked, table, unreviewed, value, words
from lodeline.reports.markup import Child, Markup, inside_link, join, outside_link, tag
from lodeline.reports.pages import Block, BriefPage, ClaimLine, Fact, NumberRow, Passed, SumRow

PARTS = (
    ("questions", "Open questions"),
    ("money", "Money"),
    ("timeline", "Timeline"),
    ("people", "People and posts"),
    ("text", "The text, as read"),
    ("numbers", "Every number"),
)
MONEY_NOTE = "Each sum stands alone. Sums that may hold each other are marked; none are added up."
PEOPLE_NOTE = "Names and posts as this text gives them, nothing else."


def brief_main(page: BriefPage) -> list[Child]:
    bodies: tuple[Child, ...] = (
        _questions(page),
        _money(page),
        _timeline(page),
        _people(page),
        _text(page),
        _numbers(page),
    )
    sections = [
        tag("section", tag("h2", title), body, id=anchor) for (anchor, title), body in zip(PARTS, bodies, strict=True)
    ]
    return [_header(page), tag("main", sections, _left_out(page))]


def _header(page: BriefPage) -> Markup:
    outlet = page.source.outlet
    told = f"{outlet} reports; what follows is what rules read in its text, as of {page.today}."
    facts = (_head_fact(fact, page) for fact in page.header)
    return tag(
        "header",
        tag("p", "Lodeline · brief of one text", class_="brand"),
        tag("h1", page.title),
        tag("p", told, " ", unreviewed(), " ", invented(page.source.invented), class_="standfirst"),
        tag("dl", facts, class_="head-facts"),
        tag("nav", [inside_link(title, anchor) for anchor, title in PARTS], aria_label="Parts of this page"),
    )


def _head_fact(fact: Fact, page: BriefPage) -> Markup:
    shown = outside_link(fact.value.text, page.source.url) if fact.label == "Address" else value(fact.value)
    return tag(
        "div", tag("dt", fact.label), tag("dd", shown, tag("span", fact.note, class_="note") if fact.note else None)
    )


def _claim_links(numbers: Iterable[int]) -> Markup:
    return join(tag("span", inside_link(f"[{number}]", f"claim-{number}"), " ", class_="cite") for number in numbers)


def _questions(page: BriefPage) -> Markup:
    if not page.questions:
        return tag("p", "The rules found nothing left open.")
    rows: Iterator[list[Child]] = ([each.topic, each.text, _claim_links(each.claims)] for each in page.questions)
    return table(("About", "Question", "Claims"), rows, "questions")


def _money(page: BriefPage) -> list[Child]:
    if not page.money:
        return [tag("p", "The text names no sum of money.")]
    heads = ("Sum", "What it is", "Told as", "Mind", "Claim")
    return [tag("p", MONEY_NOTE, class_="lede"), table(heads, map(_sum, page.money), "sums")]


def _sum(row: SumRow) -> list[Child]:
    warnings = tag("ul", (tag("li", text) for text in row.warnings), class_="plain") if row.warnings else None
    return [value(row.value), row.what, row.status, warnings, _claim_links([row.claim] if row.claim else [])]


def _timeline(page: BriefPage) -> list[Child]:
    items = (
        tag(
            "li",
            tag("time", row.date),
            tag("span", row.title, " ", _claim_links([row.claim])),
            tag("span", "; ".join(part for part in (row.status, f"date {row.how}") if part), class_="note"),
        )
        for row in page.timeline
    )
    undated = tag("p", "Without a date: ", _claim_links(page.undated), class_="lede") if page.undated else None
    return [tag("ol", items, class_="timeline") if page.timeline else tag("p", "No claim has a date."), undated]


def _people(page: BriefPage) -> list[Child]:
    if not page.people:
        return [tag("p", "The text names nobody.")]
    rows: Iterator[list[Child]] = (
        [row.name, "; ".join(row.posts) or "post not stated", _claim_links(row.claims), str(row.times)]
        for row in page.people
    )
    heads = ("Name", "Post in this text", "Claims", "Mentions")
    return [tag("p", PEOPLE_NOTE, class_="lede"), table(heads, rows, "people")]


def _text(page: BriefPage) -> list[Child]:
    key = tag(
        "p",
        tag("mark", "Evidence", class_="told"),
        " of a claim; ",
        tag("mark", "words", class_="slot"),
        " that a value stands on; plain: passed over, with the reason beside it.",
        class_="lede",
    )
    return [key, *(_block(block, page.source.code) for block in page.blocks)]


def _block(block: Block, code: str) -> Markup:
    also = tag("p", "Words of this paragraph also stand in ", _claim_links(block.elsewhere), class_="passed")
    elsewhere = [also] if block.elsewhere else []
    beside = [*(_claim(line) for line in block.claims), *elsewhere, *(_passed(each) for each in block.passed)]
    zone = tag("p", block.zone, class_="kicker") if block.zone != "body text" else None
    text = tag("p", marked(block.pieces), class_="told-text", lang=code or None)
    return tag("div", tag("div", zone, text), tag("div", beside, class_="beside"), class_=f"block {_kind(block)}")


def _kind(block: Block) -> str:
    return "read" if block.claims or any(piece.claims for piece in block.pieces) else "silent"


def _claim(line: ClaimLine) -> Markup:
    head = [f"{line.number}. {line.kind}", tag("span", line.status, class_="status") if line.status else None]
    facts = (_slot(fact) for fact in line.slots)
    again = (tag("p", "Told again: ", tag("q", text), class_="note") for text in line.again)
    how = f"Rule “{line.rule or 'not named'}”, {line.reader or 'reader not named'}, confidence {line.confidence}"
    return tag(
        "section",
        tag("h3", head, " ", unreviewed()),
        tag("dl", facts, class_="facts"),
        again,
        tag("p", how, class_="from"),
        id=f"claim-{line.number}",
        class_="claim",
    )


def _slot(fact: Fact) -> Markup:
    return tag("div", tag("dt", fact.label), tag("dd", value(fact.value), _words(fact)))


def _words(fact: Fact) -> Markup:
    return join(tag("span", words(each), class_="cite") for each in fact.citations)


def _passed(passed: Passed) -> Markup:
    told: Child = [tag("q", passed.words), ": "] if passed.words else None
    return tag("p", tag("strong", "Passed over. "), told, passed.reason, class_="passed")


def _numbers(page: BriefPage) -> Markup:
    if not page.numbers:
        return tag("p", "The text has no numbers.")
    return table(("Number", "Where", "Explained by"), map(_number, page.numbers), "numbers")


def _number(row: NumberRow) -> list[Child]:
    where = tag("span", "…", row.before, tag("mark", row.words, class_="slot"), row.after, "…", class_="context")
    return [
        tag("span", row.words, class_="value"),
        where,
        [row.reason, " ", _claim_links([row.claim] if row.claim else [])],
    ]


def _left_out(page: BriefPage) -> Markup | None:
    if not page.left_out:
        return None
    items = tag("ul", (tag("li", text) for text in page.left_out))
    told = tag("summary", f"{len(page.left_out)} paragraphs of the page were left out by the cleaner and not read")
    return tag("section", tag("h2", "Left out"), tag("details", told, items), id="left-out")
