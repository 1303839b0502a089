"""The brief in Markdown: open questions and figures first, then the text itself with what was read in it."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.reports.marking import badges, bullets, claims, figure, link, plain, table, words
from lodeline.reports.pages import Block, BriefPage, ClaimLine, Fact, NumberRow, Passed, SumRow, TimelineRow


def brief_body(page: BriefPage) -> list[str]:
    told = f"{plain(page.source.outlet)} reports; what follows is what rules read in its text, as of {page.today}."
    head = [f"# {plain(page.title)}", f"{told} {badges(page.source.invented)}"]
    facts = bullets(_head_fact(fact, page) for fact in page.header)
    parts = (*_questions(page), *_money(page), *_timeline(page), *_people(page), *_text(page), *_numbers(page))
    return [*head, facts, *parts, *_left_out(page)]


def _head_fact(fact: Fact, page: BriefPage) -> str:
    shown = link(fact.value.text, page.source.url) if fact.label == "Address" else figure(fact.value)
    return f"{fact.label}: {shown}{f' ({plain(fact.note)})' if fact.note else ''}"


def _questions(page: BriefPage) -> Iterator[str]:
    yield "## Open questions"
    asked = bullets(f"*{each.topic}*: {plain(each.text)} {claims(each.claims)}" for each in page.questions)
    yield asked or "The rules found nothing left open."


def _money(page: BriefPage) -> Iterator[str]:
    yield "## Money"
    if not page.money:
        yield "The text names no sum of money."
        return
    yield "Each sum stands alone. Sums that may hold each other are marked; none are added up."
    yield table(("Sum", "What it is", "Told as", "Mind", "Claim"), map(_sum, page.money))


def _sum(row: SumRow) -> list[str]:
    warnings = "; ".join(map(plain, row.warnings))
    return [figure(row.value), plain(row.what), row.status, warnings, claims([row.claim] if row.claim else [])]


def _timeline(page: BriefPage) -> Iterator[str]:
    yield "## Timeline"
    yield bullets(map(_dated, page.timeline)) or "No claim has a date."
    if page.undated:
        yield f"Without a date: {claims(page.undated)}"


def _dated(row: TimelineRow) -> str:
    how = "; ".join(part for part in (row.status, f"date {plain(row.how)}") if part)
    return f"**{plain(row.date)}** {plain(row.title)} ({how}) {claims([row.claim])}"


def _people(page: BriefPage) -> Iterator[str]:
    yield "## People and posts"
    rows = (
        [plain(row.name), "; ".join(map(plain, row.posts)) or "post not stated", claims(row.claims), str(row.times)]
        for row in page.people
    )
    named = table(("Name", "Post in this text", "Claims", "Mentions"), rows)
    yield named if page.people else "The text names nobody."


def _text(page: BriefPage) -> Iterator[str]:
    yield "## The text, as read"
    for block in page.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    zone = f"({block.zone}) " if block.zone != "body text" else ""
    yield f"> {zone}{plain(block.text)}"
    also = f"Words of this paragraph also stand in {claims(block.elsewhere)}"
    elsewhere = [also] if block.elsewhere else []
    yield bullets([*map(_claim, block.claims), *elsewhere, *map(_passed, block.passed)])


def _claim(line: ClaimLine) -> str:
    slots = bullets((_slot(fact) for fact in line.slots), "  ")
    again = "".join(f"\n  - told again: “{plain(text)}”" for text in line.again)
    rule = f"rule “{plain(line.rule) or 'not named'}”, {plain(line.reader) or 'reader not named'}"
    status = f" {line.status}" if line.status else ""
    head = f"\\[{line.number}\\] **{line.kind}**{status} {badges(False)} ({rule}, confidence {line.confidence})"
    return head + (f"\n{slots}" if slots else "") + again


def _slot(fact: Fact) -> str:
    return f"{fact.label}: {figure(fact.value)} {''.join(map(words, fact.citations))}".rstrip()


def _passed(passed: Passed) -> str:
    told = f"“{plain(passed.words)}”: " if passed.words else ""
    return f"Passed over. {told}{plain(passed.reason)}"


def _numbers(page: BriefPage) -> Iterator[str]:
    yield "## Every number"
    yield table(("Number", "Where", "Explained by"), map(_number, page.numbers)) if page.numbers else "None."


def _number(row: NumberRow) -> list[str]:
    where = f"…{plain(row.before)} **{plain(row.words)}** {plain(row.after)}…"
    return [plain(row.words), where, f"{plain(row.reason)} {claims([row.claim] if row.claim else [])}".rstrip()]


def _left_out(page: BriefPage) -> Iterator[str]:
    if page.left_out:
        yield "## Left out"
        yield "Paragraphs of the page that the cleaner left out and nobody read:"
        yield bullets(map(plain, page.left_out))
