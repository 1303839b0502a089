"""Signs in figures: sums of money and quantities that agree, fit each other, or cannot be of one thing."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from lodeline.ledger.amounts import amount_kind, is_doubted
from lodeline.ledger.days import gap
from lodeline.ledger.facets import Facets, other_goods
from lodeline.ledger.parties import matched
from lodeline.ledger.ranges import apart, ratio
from lodeline.ledger.signs import Sign, agrees, kinds_of, opposes, same_text
from lodeline.ledger.stages import PAPERS_OF_INTENT

CLOSE = Decimal("1.05")
"""Numbers within 5 % are one number told twice (rule 7)."""

GROWTH: Mapping[str, Decimal] = {
    "acquisition": Decimal(2),
    "joint_venture": Decimal(3),
    "project": Decimal(3),
    "resource": Decimal(3),
}
"""How many times a figure of one thing may grow between two texts before it must be of another; 1.5 where not listed.
Costs of mines overrun by a half as a rule and seldom treble: an assumption of this ledger, to be measured."""
USUAL_GROWTH = Decimal("1.5")
REVISED_IN_ONE_TEXT = frozenset({"joint_venture", "project"})
"""Kinds whose cost a text may tell twice, the older figure beside the new one."""


def _growth(left: Facets, right: Facets) -> Decimal:
    return max(GROWTH.get(kind, USUAL_GROWTH) for kind in kinds_of(left, right))


def amounts(left: Facets, right: Facets) -> Sign | None:
    ours, theirs = left.claim.amount, right.claim.amount
    if ours is None or theirs is None or is_doubted(left.claim) or is_doubted(right.claim):
        return None
    times = ratio(ours.value, theirs.value)
    known = ours.currency and theirs.currency
    if ours.currency != theirs.currency and (known or times > CLOSE):
        return None  # sums in two currencies, or in one that is not told, neither agree nor differ
    if times <= CLOSE:
        return agrees("amount", 2.0, "the same amount")
    if _is_tranche_of(left, right) or _is_tranche_of(right, left):
        return agrees("amount_part", 1.0, "a tranche that the other sum can hold")
    if not apart(ours, theirs):
        return agrees("amount_near", 1.0, "amounts that fit each other")
    if times > _growth(left, right):
        return opposes("amount", "amounts too far apart for one promise")
    if same_text(left, right) and not kinds_of(left, right) & REVISED_IN_ONE_TEXT and not _is_step(left, right):
        return opposes("amount", "one text tells two different amounts")
    return agrees("amount_differs", -0.5, "amounts differ")


def _is_tranche_of(part: Facets, whole: Facets) -> bool:
    """A part of a loan that is told beside the whole, or later: the smaller of two sums, and told as a tranche."""
    ours, theirs = part.claim.amount, whole.claim.amount
    if ours is None or theirs is None or part.claim.kind != "financing" or whole.claim.kind != "financing":
        return False
    return amount_kind(part.claim) == "tranche" != amount_kind(whole.claim) and ours.value < theirs.value


def _is_step(left: Facets, right: Facets) -> bool:
    """A letter of one lender with its sum, recalled beside the loan that came of it."""
    letters = [each.claim.instrument in PAPERS_OF_INTENT for each in (left, right)]
    return kinds_of(left, right) == {"financing"} and sum(letters) == 1


def revision(left: Facets, right: Facets) -> Sign | None:
    """A sum that a text tells as grown revises one already known: beside a partner's venture it is the venture's."""
    if not same_text(left, right) or {left.claim.kind, right.claim.kind} != {"joint_venture", "investment"}:
        return None
    money, venture = (left, right) if left.claim.kind == "investment" else (right, left)
    grown = money.claim.amount is not None and amount_kind(money.claim) == "revised_total"
    if not grown or venture.claim.amount is not None or not matched(money.principals, venture.principals):
        return None
    return agrees("revision", 1.5, "a grown sum told beside the venture of its investor")


def quantities(left: Facets, right: Facets) -> Sign | None:
    ours, theirs = left.claim.quantity, right.claim.quantity
    if ours is None or theirs is None or ours.unit != theirs.unit:
        return None
    if "project" in kinds_of(left, right) and not _same_facet(left, right):
        return None
    times = ratio(ours.value, theirs.value)
    if times <= CLOSE:
        return agrees("quantity", 1.5, f"the same quantity ({ours.unit})")
    if same_text(left, right) or times > _growth(left, right) or left.claim.kind == "restriction":
        return opposes("quantity", f"another quantity ({ours.unit})")
    is_figure = left.claim.kind in ("share", "resource")
    return agrees("quantity_differs", 0.0 if is_figure else -1.0, "quantities differ")


def _same_facet(left: Facets, right: Facets) -> bool:
    """Outputs of two products, jobs of two stages, tonnes of two years do not contradict each other."""
    if other_goods(left.claim.commodities, right.claim.commodities):
        return False
    if left.date and right.date and gap(left.date, right.date):
        return False
    return left.claim.stage == right.claim.stage or None in (left.claim.stage, right.claim.stage)
