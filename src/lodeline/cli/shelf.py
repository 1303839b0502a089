"""The ledger, an entry and a brief in the terminal: tables and lines, short enough to read."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from lodeline.cli.screen import count, line, table

if TYPE_CHECKING:
    from lodeline.ledger.commitment import Entry, Evidence, Total, Totals
    from lodeline.reports.pages import BriefPage
    from lodeline.workspace import State

ID_LENGTH = 8
"""Characters of an id on the screen: enough to name an entry to `lodeline show`."""
TITLE_LENGTH = 72
LINE = 92
"""Characters of a claim in a brief in short."""
QUESTIONS = 8
"""Questions of a brief in short; the page has them all."""
IN_FULL = ("commitments", "measures")
"""Books shown by default; of the others the number of entries."""


def ledger_tables(state: State, books: tuple[str, ...] = IN_FULL) -> None:
    """Books as tables, then the three totals; what is not shown is counted."""
    from lodeline.reports.labels import keys, label

    line()
    for title, entries in _parts(state):
        for book in keys("book"):
            inside = [entry for entry in entries if entry.book == book]
            if inside and book in books:
                _book(f"{label('book', book)}{title}", inside, state)
    _rest(state, books)
    totals_lines(state.totals)


def _parts(state: State) -> Iterator[tuple[str, list[Entry]]]:
    """The user's own entries, then those of the starter ledger with the day to which they are known."""
    from lodeline.ledger.starter import is_starter, known_to

    real = [entry for entry in state.entries if is_starter(entry)]
    yield "", [entry for entry in state.entries if not is_starter(entry)]
    if real:
        newest = max(filter(None, map(known_to, real)), default="an unknown day")
        yield f": starter ledger, real public deals, known to {newest}", real


def _book(title: str, entries: list[Entry], state: State) -> None:
    """One book; a column that would stay empty is left out."""
    columns = [column for column in COLUMNS if any(map(column[1], entries))]
    invented = {document.id for document in state.documents if document.invented}
    rows = [tuple(cell(entry) for _, cell in columns) for entry in sorted(entries, key=_order)]
    marked = " (INVENTED)" if all(invented.issuperset(entry.sources) for entry in entries) else ""
    table(tuple(head for head, _ in columns), rows, f"{title}{marked}")


def _order(entry: Entry) -> tuple[int, str, str]:
    """The furthest stage first, as on the page; then by date."""
    from lodeline.reports.labels import keys

    rungs = keys("rung")
    return -rungs.index(entry.stage) if entry.stage in rungs else 1, entry.date or "9999", entry.id


def _stage(entry: Entry) -> str:
    from lodeline.reports.labels import label

    return label("stage", entry.stage) if entry.stage else ""


def _binding(entry: Entry) -> str:
    from lodeline.reports.labels import label

    return label("bindingness", entry.bindingness) if entry.bindingness else ""


def _binding_in_short(entry: Entry) -> str:
    return _binding(entry).removeprefix("bindingness ")


def _money(entry: Entry) -> str:
    """The sum that counts, else all that are told; others are counted behind it."""
    from lodeline.ledger.amounts import DOUBTFUL
    from lodeline.reports.figures import money_shown

    mark = {DOUBTFUL: " (doubtful)"}
    told = list(dict.fromkeys(money_shown(amount.money).text + mark.get(amount.why, "") for amount in entry.amounts))
    shown = next((money_shown(amount.money).text for amount in entry.amounts if amount.counts), None)
    if shown is None or len(told) == 1:
        return "; ".join(told)
    return f"{shown} (+{len(told) - 1} more)"


def _date(entry: Entry) -> str:
    """The day that the texts give, else that of the oldest text."""
    told = min((each.published for each in entry.evidence if each.published), default=None)
    return entry.date or (f"told {told}" if told else "unknown")


def _told(entry: Entry) -> str:
    from lodeline.claims.files import BY_HAND

    by_hand = {each.origin for each in entry.evidence if each.origin == BY_HAND}
    return ", ".join([str(len(entry.sources)), *by_hand, *(["disagree"] if entry.conflicts else [])])


def _title(entry: Entry) -> str:
    title = " ".join(entry.title.split())
    return title if len(title) <= TITLE_LENGTH else f"{title[: TITLE_LENGTH - 1]}…"


COLUMNS: tuple[tuple[str, Callable[[Entry], str]], ...] = (
    ("id", lambda entry: entry.id[:ID_LENGTH]),
    ("what", _title),
    ("stage", _stage),
    ("binding?", _binding_in_short),
    ("money", _money),
    ("date", _date),
    ("texts", _told),
)


def _rest(state: State, books: tuple[str, ...]) -> None:
    from lodeline.ledger.starter import is_starter
    from lodeline.reports.labels import keys, label

    counts = {book: sum(entry.book == book for entry in state.entries) for book in keys("book") if book not in books}
    told = ", ".join(f"{count} in {label('book', book)}" for book, count in counts.items() if count)
    if told:
        line(f"Also {told}: `lodeline ledger --book all`.", "dim")
    if not state.entries:
        line("The ledger is empty. Read something: lodeline read FILE", "dim")
    elif all(map(is_starter, state.entries)):
        line("Nothing of yours is in it yet. Read something: lodeline read FILE", "dim")


def totals_lines(totals: Totals) -> None:
    """Announced, firm and delivered: three totals that stand apart, each by currency."""
    from lodeline.reports.labels import keys, label

    line("Totals (they stand apart: never add them to each other)", "bold")
    for kind in keys("total"):
        sums: tuple[Total, ...] = getattr(totals, kind)
        shown = "; ".join(_total(each) for each in sums) or "none known"
        line(f"  {label('total', kind):10} {shown}   — {label('total_note', kind)}")


def _total(total: Total) -> str:
    from lodeline.reports.figures import range_shown

    return range_shown(total.low, total.high, total.currency).text


def entry_lines(entry: Entry) -> Iterator[str]:
    """One entry in full: every value, what sources disagree on, and the words it stands on."""
    yield f"{entry.title}"
    yield f"id {entry.id} · {entry.kind.replace('_', ' ')} · {' · '.join(filter(None, _standing(entry)))}"
    yield from _section("Parties", (_party(entry, number) for number in range(len(entry.parties))))
    yield from _section("Money", _amounts(entry))
    yield from _section("What and where", _things(entry))
    yield from _section(
        "History", (f"{p.date or 'undated'}  {p.stage.replace('_', ' ')} ({p.status})" for p in entry.status_history)
    )
    yield from _section("Open conditions", entry.conditions)
    yield from _section("Sources disagree", _conflicts(entry))
    yield from _section(
        "Linked", (f"{link.relation.replace('_', ' ')} {link.entry[:ID_LENGTH]}: {link.why}" for link in entry.links)
    )
    yield from _section("Why one entry", entry.why)
    yield from _section("Evidence", _quotes(entry))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    told = list(lines)
    if told:
        yield ""
        yield title
        yield from (f"  {each}" for each in told)


def _standing(entry: Entry) -> Iterator[str]:
    yield _stage(entry)
    yield _binding(entry)
    yield f"date {entry.date or 'unknown'}"
    yield f"{len(entry.sources)} text{'' if len(entry.sources) == 1 else 's'}"
    yield "unreviewed"
    yield "INVENTED" if entry.evidence and all(each.invented for each in entry.evidence) else ""
    yield from sorted({_origin(each) for each in entry.evidence if each.origin})


def _origin(evidence: Evidence) -> str:
    return f"{evidence.origin} by {evidence.typed_by}" if evidence.typed_by else evidence.origin


def _party(entry: Entry, number: int) -> str:
    from lodeline.reports.figures import percent

    party = entry.parties[number]
    share = "" if party.share is None else f", {percent(party.share)}"
    others = ", ".join(name for name in party.names if name != party.name)
    return f"{party.role}: {party.name}{share}{f' (also {others})' if others else ''}"


def _amounts(entry: Entry) -> Iterator[str]:
    from lodeline.reports.figures import money_shown, readable
    from lodeline.reports.labels import label

    for amount in entry.amounts:
        counted = "in the totals" if amount.counts else "not in the totals"
        who = f" by {amount.promisor}" if amount.promisor else ""
        what = f"{money_shown(amount.money).text}, {label('amount_kind', amount.kind)}{who}"
        yield f"{what}; {counted}: {readable(amount.why)}"


def _things(entry: Entry) -> Iterator[str]:
    from lodeline.reports.figures import quantity_shown

    for name, values in (("minerals", entry.commodities), ("assets", entry.assets), ("places", entry.places)):
        if values:
            yield f"{name}: {', '.join(values)}"
    for quantity in entry.quantities:
        yield f"quantity: {quantity_shown(quantity).text}"


def _conflicts(entry: Entry) -> Iterator[str]:
    from lodeline.reports.figures import readable
    from lodeline.reports.labels import label

    for conflict in entry.conflicts:
        values = " | ".join(readable(value) for value, _ in conflict.values)
        name, rule = label("conflict", conflict.slot), label("inference", conflict.rule)
        yield f"{name}: {values}; shown: {readable(conflict.shown)} ({rule})"


def _quotes(entry: Entry) -> Iterator[str]:
    from lodeline.reports.quoting import clip

    for name, told, quote in dict.fromkeys((each.name, _source(each), each.quote) for each in entry.evidence):
        yield f"{name} ({told}): “{clip(quote, 300)}”"


def _source(evidence: Evidence) -> str:
    """Its day; of what was not read from a text also whose it is, how good as evidence, and where to look it up."""
    day = evidence.published or "undated"
    if not evidence.origin:
        return day
    return f"{day}; {_origin(evidence)}; evidence: {evidence.level}; {evidence.url or 'no address'}"


def short_brief(page: BriefPage, source: str) -> None:
    """A brief in short: its claims, its sums with their warnings, what is open, and how much was passed over."""
    from lodeline.reports.quoting import clip

    line(f"Brief: {page.title}", "bold")
    for claim in page.claims:
        line(f"  {claim.number:>3}. {clip(claim.title, LINE)}{f' ({claim.status})' if claim.status else ''}")
    for row in page.money:
        for warning in row.warnings:
            line(f"  ! {row.value.text}: {warning}", "yellow")
    passed = sum(len(block.passed) for block in page.blocks)
    stretches, numbers = count(passed, "stretch", "stretches"), count(len(page.numbers), "number")
    line(f"  {stretches} passed over, {numbers} explained, {count(len(page.people), 'person', 'people')} named.")
    _open_questions(page)
    line(f"  The whole page: lodeline brief {shlex.quote(source)} --html brief.html", "dim")


def _open_questions(page: BriefPage) -> None:
    from lodeline.reports.quoting import clip

    if page.questions:
        line("  Open questions")
        for question in page.questions[:QUESTIONS]:
            line(f"    ? {clip(question.text, 2 * LINE)}")
    if len(page.questions) > QUESTIONS:
        line(f"    and {len(page.questions) - QUESTIONS} more", "dim")
