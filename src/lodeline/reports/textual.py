"""A text with everything that was read in it: what the parts of a brief look up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lodeline.claims.claim import Claim, ClaimId, Reading, Step
from lodeline.documents.document import Document
from lodeline.language.analysis import Analysis, Mention, Sentence, ZoneSpan
from lodeline.ledger.commitment import Entry
from lodeline.reports.labels import label
from lodeline.reports.placed import Placed, Span
from lodeline.reports.quoting import Mark
from lodeline.reports.slots import rule_text, slots

Told = tuple[Span, Claim]
"""A stretch that tells a claim: its evidence, or words that tell it again."""
Worded = tuple[Span, str, Claim]
"""The words of one slot of a claim."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """One document, its analysis and its claims, numbered in order of the text; `entries` tell them in the ledger."""

    document: Document
    analysis: Analysis
    claims: tuple[Claim, ...]
    entries: tuple[Entry, ...]
    numbers: Mapping[ClaimId, int]
    told: Placed[Told]
    worded: Placed[Worded]
    steps: Placed[Step]
    sentences: Placed[Sentence]
    zones: Placed[ZoneSpan]
    mentions: Placed[Mention]

    @classmethod
    def of(cls, document: Document, analysis: Analysis, reading: Reading, entries: Sequence[Entry]) -> ReadText:
        claims = tuple(sorted(reading.claims, key=lambda each: (each.start, each.stop, each.id)))
        return cls(
            document=document,
            analysis=analysis,
            claims=claims,
            entries=_own(entries, claims),
            numbers={claim.id: number for number, claim in enumerate(claims, 1)},
            told=Placed.of(((span, each) for each in claims for span in (whole(each), *each.also)), _first),
            worded=Placed.of(((span, name, each) for each in claims for name, span in slot_spans(each)), _first),
            steps=Placed.of(reading.steps, _span),
            sentences=Placed.of(analysis.sentences, _span),
            zones=Placed.of(analysis.zones, _span),
            mentions=Placed.of(analysis.mentions, _span),
        )

    def number(self, claim: Claim) -> int:
        return self.numbers[claim.id]

    def touching(self, start: int, stop: int) -> Iterator[Claim]:
        """Claims that tell something in the stretch, by their evidence or by other words, in order of their numbers."""
        found = {self.number(claim): claim for _, claim in self.told.touching(start, stop)}
        return (found[number] for number in sorted(found))

    def entries_of(self, claim: Claim) -> Iterator[Entry]:
        return (entry for entry in self.entries if any(each.id == claim.id for each in entry.claims))

    def zone(self, start: int, stop: int) -> ZoneSpan | None:
        return next(iter(self.zones.touching(start, stop)), None)

    def sentence(self, start: int) -> Sentence | None:
        return next(iter(self.sentences.touching(start, start + 1)), None)

    def marks(self, start: int, stop: int) -> list[Mark]:
        """Evidence of every claim in the stretch, and the words of its slots."""
        told = [Mark(*span, self.number(claim)) for span, claim in self.told.touching(start, stop)]
        worded = self.worded.touching(start, stop)
        return told + [Mark(*span, self.number(claim), name) for span, name, claim in worded]

    def is_unread(self, start: int, stop: int) -> bool:
        """Whether the stretch lies in a teaser or in boilerplate."""
        zone = self.zone(start, stop)
        return zone is not None and zone.zone in ("teaser", "boilerplate")

    def why_not(self, start: int, stop: int) -> str:
        """Why a stretch gave no claim: what rules said of it, else its zone, else that no rule fired."""
        zone = self.zone(start, stop)
        if zone and self.is_unread(start, stop):
            return zone_reason(zone)
        reasons = dict.fromkeys(step_reason(step) for step in self.steps.touching(start, stop) if _tells_why(step))
        return "; ".join(reasons) or (zone_reason(zone) if zone else label("zone_reason", "body"))


def _own(entries: Iterable[Entry], claims: Iterable[Claim]) -> tuple[Entry, ...]:
    """The entries that tell one of the claims."""
    ids = {claim.id for claim in claims}
    told = (entry for entry in entries if any(claim.id in ids for claim in entry.claims))
    return tuple(sorted(told, key=lambda entry: entry.id))


def _first(each: Told | Worded) -> Span:
    return each[0]


def _span(each: Step | Sentence | ZoneSpan | Mention) -> Span:
    return each.start, each.stop


def _tells_why(step: Step) -> bool:
    return step.outcome in ("refused", "passed_over")


def step_reason(step: Step) -> str:
    """What the trace says of a stretch without a claim; a rule that refused it is named."""
    return step.reason if step.outcome == "passed_over" else f"{rule_text(step.rule)}: {step.reason}"


def zone_reason(zone: ZoneSpan) -> str:
    reason = label("zone_reason", zone.zone)
    return f"{reason} ({zone.reason})" if zone.reason and zone.zone != "body" else reason


def whole(claim: Claim) -> Span:
    return claim.start, claim.stop


def slot_spans(claim: Claim) -> Iterator[tuple[str, Span]]:
    """(label, stretch) of everything in the claim that stands on words, shares of parties and the status too."""
    named = {slot.name: slot.label.lower() for slot in slots(claim)}
    for name, support in claim.support.items():
        shown = named.get(name) or named.get(f"{name}.0") or _label(name)
        yield from ((shown, span) for span in support.spans)


def _label(name: str) -> str:
    """`parties.0.share` and `share.NAME` → `share`, `status` → `status`."""
    return label("slot", "share" if name.endswith(".share") else name.partition(".")[0]).lower()
