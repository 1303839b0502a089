"""A text with everything that was read in it: what the parts of a brief look up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lodeline.claims.claim import Claim, ClaimId, Reading, Step
from lodeline.documents.document import Document
from lodeline.language.analysis import Analysis, Sentence, ZoneSpan
from lodeline.ledger.commitment import Entry
from lodeline.reports.labels import label
from lodeline.reports.quoting import Mark
from lodeline.reports.slots import rule_text, slots


@dataclass(frozen=True, slots=True)
class ReadText:
    """One document, its analysis and its claims, numbered in order of the text; `entries` tell them in the ledger."""

    document: Document
    analysis: Analysis
    claims: tuple[Claim, ...]
    steps: tuple[Step, ...]
    entries: tuple[Entry, ...]
    numbers: Mapping[ClaimId, int]

    @classmethod
    def of(cls, document: Document, analysis: Analysis, reading: Reading, entries: Sequence[Entry]) -> ReadText:
        claims = tuple(sorted(reading.claims, key=lambda each: (each.start, each.stop, each.id)))
        own = {claim.id for claim in claims}
        told = [entry for entry in entries if any(claim.id in own for claim in entry.claims)]
        numbers = {claim.id: number for number, claim in enumerate(claims, 1)}
        return cls(document, analysis, claims, reading.steps, tuple(sorted(told, key=lambda each: each.id)), numbers)

    def number(self, claim: Claim) -> int:
        return self.numbers[claim.id]

    def touching(self, start: int, stop: int) -> Iterator[Claim]:
        """Claims that tell something in the stretch, by their evidence or by other words."""
        return (
            claim for claim in self.claims if any(overlap(span, (start, stop)) for span in (whole(claim), *claim.also))
        )

    def entries_of(self, claim: Claim) -> Iterator[Entry]:
        return (entry for entry in self.entries if any(each.id == claim.id for each in entry.claims))

    def zone(self, start: int, stop: int) -> ZoneSpan | None:
        return next((zone for zone in self.analysis.zones if overlap((zone.start, zone.stop), (start, stop))), None)

    def sentence(self, start: int) -> Sentence | None:
        return next((each for each in self.analysis.sentences if each.start <= start < each.stop), None)

    def marks(self) -> list[Mark]:
        """Evidence of every claim, and the words of its slots."""
        found = []
        for claim in self.claims:
            number = self.number(claim)
            found += [Mark(*span, number) for span in (whole(claim), *claim.also)]
            found += [Mark(*span, number, name) for name, span in slot_spans(claim)]
        return found

    def why_not(self, start: int, stop: int) -> str:
        """Why a stretch gave no claim: what rules said of it, else its zone, else that no rule fired."""
        zone = self.zone(start, stop)
        if zone and zone.zone in ("teaser", "boilerplate"):
            return zone_reason(zone)
        refusals = [
            step.reason if step.outcome == "passed_over" else f"{rule_text(step.rule)}: {step.reason}"
            for step in self.steps
            if step.outcome in ("refused", "passed_over") and overlap((step.start, step.stop), (start, stop))
        ]
        return "; ".join(dict.fromkeys(refusals)) or (zone_reason(zone) if zone else label("zone_reason", "body"))


def zone_reason(zone: ZoneSpan) -> str:
    reason = label("zone_reason", zone.zone)
    return f"{reason} ({zone.reason})" if zone.reason and zone.zone != "body" else reason


def whole(claim: Claim) -> tuple[int, int]:
    return claim.start, claim.stop


def slot_spans(claim: Claim) -> Iterator[tuple[str, tuple[int, int]]]:
    """(label, stretch) of everything in the claim that stands on words, shares of parties and the status too."""
    named = {slot.name: slot.label.lower() for slot in slots(claim)}
    for name, support in claim.support.items():
        shown = named.get(name) or named.get(f"{name}.0") or _label(name)
        yield from ((shown, span) for span in support.spans)


def _label(name: str) -> str:
    """`parties.0.share` and `share.NAME` → `share`, `status` → `status`."""
    return label("slot", "share" if name.endswith(".share") else name.partition(".")[0]).lower()


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
