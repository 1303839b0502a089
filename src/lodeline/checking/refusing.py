"""What the ledger takes: claims whose values the checker does not contradict; the others stay in the trace."""

from __future__ import annotations

from dataclasses import replace

from lodeline.checking.check import Finding, check
from lodeline.claims.claim import Claim, Reading, Step
from lodeline.claims.files import BY_HAND
from lodeline.claims.files import READER as FILE
from lodeline.documents.document import Document

CHECKER = "check of values"
VALUES = ("amount", "quantity", "share")
"""Slots that count against a claim that a person wrote; its dates and denials are for that person to judge."""
WRITTEN = frozenset({FILE, BY_HAND})


def passed(document: Document, reading: Reading) -> Reading:
    """The reading without the claims that their own words contradict; each leaves a step that says why."""
    kept: list[Claim] = []
    refused: dict[str, Step] = {}
    for claim in reading.claims:
        against = objections(claim, document)
        if not against:
            kept.append(claim)
            continue
        reason = "; ".join(f"{finding.slot}: {finding.reason}" for finding in against)
        refused[claim.id] = Step(CHECKER, claim.start, claim.stop, "refused", reason)
    if not refused:
        return reading
    steps = [step for step in reading.steps if step.claim not in refused]
    order = sorted((*steps, *refused.values()), key=lambda step: (step.start, step.stop))
    return replace(reading, claims=tuple(kept), steps=tuple(order))


def objections(claim: Claim, document: Document) -> list[Finding]:
    findings = check(claim, document.text, document.published.date)
    counted = [f for f in findings if claim.reader not in WRITTEN or f.slot in VALUES]
    return [finding for finding in counted if finding.verdict == "disagree"]


def refusals(document: Document, reading: Reading) -> tuple[str, ...]:
    """What the checker refuses of a reading, in words: the quote, the slot and what is wrong with it."""
    refused = (step for step in passed(document, reading).steps if step.rule == CHECKER)
    return tuple(f"“{document.quote(step.start, step.stop)[:60]}…”: {step.reason}" for step in refused)
