"""Money in a text: each sum with what it is and what it may overlap with. Sums are never added here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lodeline.claims.claim import Claim
from lodeline.reports.figures import money_shown
from lodeline.reports.labels import label
from lodeline.reports.numbers import found_numbers
from lodeline.reports.pages import NumberRow, SumRow
from lodeline.reports.slots import claim_title, status_text
from lodeline.reports.textual import ReadText

WHOLES = frozenset({"joint_venture", "project", "investment", "acquisition"})
"""Kinds whose sum a financing may pay for."""


def sum_rows(read: ReadText, numbers: tuple[NumberRow, ...]) -> tuple[SumRow, ...]:
    """Sums of claims in order of the text, then sums that no claim uses."""
    told = tuple(_row(read, claim) for claim in read.claims if claim.amount)
    return told + tuple(_unclaimed(read, numbers))


def _row(read: ReadText, claim: Claim) -> SumRow:
    assert claim.amount is not None
    warnings = tuple(dict.fromkeys(text for rule in WARNINGS for text in rule(read, claim)))
    return SumRow(money_shown(claim.amount), claim_title(claim), status_text(claim), read.number(claim), warnings)


def _unclaimed(read: ReadText, numbers: tuple[NumberRow, ...]) -> Iterator[SumRow]:
    for found, row in zip(found_numbers(read), numbers, strict=True):
        sums = [value.money for value in found.values if value.money]
        if row.claim is None:
            yield from (SumRow(money_shown(money), row.reason, "", None, ()) for money in sums)


def without_currency(_: ReadText, claim: Claim) -> Iterator[str]:
    if claim.amount and claim.amount.currency is None:
        yield "the text names no currency: cannot be added to any other sum"


def package(read: ReadText, claim: Claim) -> Iterator[str]:
    """An agreement with a sum may hold the deals told beside it."""
    others = [read.number(each) for each in read.claims if each.amount and each is not claim]
    if claim.kind == "agreement" and others:
        yield f"may contain the sums of {claims_text(others)}: not added to them"


def pays_for(read: ReadText, claim: Claim) -> Iterator[str]:
    """A financing may pay for a part of a venture or project that shares its mineral, asset or party."""
    wholes = [each for each in read.claims if each.amount and each.kind in WHOLES and _shared(each, claim)]
    if claim.kind == "financing" and wholes:
        yield f"may pay for part of {claims_text(map(read.number, wholes))}: not added to it"


def same_figure(read: ReadText, claim: Claim) -> Iterator[str]:
    twins = [read.number(each) for each in read.claims if each is not claim and each.amount == claim.amount]
    if twins:
        yield f"the same figure as {claims_text(twins)}: may be the same money"


def in_the_ledger(read: ReadText, claim: Claim) -> Iterator[str]:
    """Why the ledger leaves this very sum out of its totals, where it does."""
    for entry in read.entries_of(claim):
        for amount in entry.amounts:
            if amount.claim == claim.id and not amount.counts:
                yield f"not in the totals of the ledger ({label('amount_kind', amount.kind)}): {amount.why}"


def claims_text(numbers: Iterator[int] | list[int] | map[int]) -> str:
    """`claim 3`, `claims 3, 5`."""
    shown = [str(number) for number in numbers]
    return f"claim{'s' if len(shown) > 1 else ''} {', '.join(shown)}"


def _shared(one: Claim, other: Claim) -> bool:
    parties = {party.name for party in one.parties} & {party.name for party in other.parties}
    return bool(parties or set(one.assets) & set(other.assets) or set(one.commodities) & set(other.commodities))


Warn = Callable[[ReadText, Claim], Iterator[str]]
WARNINGS: tuple[Warn, ...] = (without_currency, package, pays_for, same_figure, in_the_ledger)
