"""The same fact told twice in one text is one claim: the fuller telling stands, the other stretch is kept with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lodeline.claims.claim import Claim, Step
from lodeline.vocabulary.places import country_named


def fold_retold(claims: Sequence[Claim]) -> tuple[list[Claim], list[Step]]:
    """Claims without repetitions, and a step for each that was folded into another."""
    kept: list[Claim] = []
    told: dict[object, list[int]] = {}
    """By kind and figures, which no retelling changes, the places in `kept`."""
    steps: list[Step] = []
    for claim in claims:
        alike = told.setdefault((claim.kind, amounts(claim)), [])
        index = next((i for i in alike if same_fact(kept[i], claim)), None)
        if index is None:
            alike.append(len(kept))
            kept.append(claim)
            continue
        fuller, other = by_fullness(kept[index], claim)
        kept[index] = replace(fuller, also=(*fuller.also, *other.also, (other.start, other.stop)))
        reason = "the same fact told again"
        steps.append(Step(other.rule, other.start, other.stop, "merged", reason, fuller.id))
    return kept, steps


def by_fullness(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    return (b, a) if fullness(b) > fullness(a) else (a, b)


def fullness(claim: Claim) -> int:
    slots = (claim.amount, claim.quantity, claim.date, claim.instrument, claim.period, claim.stage)
    return len(claim.parties) + len(claim.commodities) + len(claim.assets) + sum(s is not None for s in slots)


def same_fact(a: Claim, b: Claim) -> bool:
    """Same kind, parties in common, and nothing that tells them apart.

    Leaders meet often: of two meetings that one date does not bind, only those of the same people are one.
    """
    if a.kind != b.kind or amounts(a) != amounts(b) or a.kind in ("statement", "constraint"):
        return False
    if differ(a.status, b.status) or differ(a.instrument, b.instrument) or differ(a.action, b.action):
        return False
    if differ(a.date, b.date) or differ(a.stage, b.stage):
        return False
    if a.assets and b.assets and not set(a.assets) & set(b.assets):
        return False
    ours, theirs = names(a), names(b)
    if not ours or not theirs:
        return amounts(a) != (None, None) and a.commodities == b.commodities
    if a.kind == "meeting" and (a.date is None or b.date is None):
        return ours == theirs
    return len(ours & theirs) * 2 > min(len(ours), len(theirs))


def differ(a: str | None, b: str | None) -> bool:
    """Both told, and not the same; a coarser date does not differ from a finer one of the same time."""
    return a is not None and b is not None and not (a.startswith(b) or b.startswith(a))


def amounts(claim: Claim) -> tuple[object, object]:
    money = claim.amount and (claim.amount.value, claim.amount.currency)
    quantity = claim.quantity and (claim.quantity.value, claim.quantity.unit)
    return money, quantity


def names(claim: Claim) -> set[tuple[str, str]]:
    return {(party_key(p.name), p.role) for p in claim.parties}


def party_key(name: str) -> str:
    """A state under any of its names is one party («Лима», «Перу»)."""
    state = country_named(name)
    return state.alpha2 if state else name.casefold()
