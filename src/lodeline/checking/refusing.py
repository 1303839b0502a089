"""What the ledger takes: claims whose values the checker does not contradict; the others stay in the trace."""

from __future__ import annotations

from dataclasses import replace

from lodeline.checking.check import Finding, check
from lodeline.claims.by_hand import BY_HAND
from lodeline.claims.claim import Claim, Reading, Step
from lodeline.claims.files import READER as FILE
from lodeline.documents.document import Document
from lodeline.errors import BadDeal

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


def insist(document: Document, reading: Reading) -> None:
    """Nothing of what a person typed may be refused in silence: BadDeal names the claims and what their quotes say."""
    refused = [step for step in passed(document, reading).steps if step.rule == CHECKER]
    if refused:
        told = tuple(f'[[claim]] "{document.quote(s.start, s.stop)[:60]}…": {s.reason}' for s in refused)
        raise BadDeal(document.source, (*told, "mend the value, or quote the words that state it"))
