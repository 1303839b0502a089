"""A claim while a rule is putting it together, and how it is finished: evidence cut, id given, supports kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import cast

from lodeline.claims.claim import Claim, ClaimId, Kind, Party, Status, Support
from lodeline.claims.identity import claim_id
from lodeline.documents.document import DocumentId
from lodeline.vocabulary.quantities import Money, Quantity

READER = "rules/1"


@dataclass(frozen=True, slots=True)
class PartyRef:
    """A party as found: its name in the base form, the stretch that names it, and how it was found if by inference."""

    name: str
    start: int
    stop: int
    mention: int | None = None
    country: str | None = None
    kind: str = "organisation"
    rule: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass
class Draft:
    """Slots so far. `start` and `stop` bound the evidence and grow with every slot that lies in the same paragraph."""

    kind: str
    rule: str
    start: int
    stop: int
    status: str | None = None
    parties: list[tuple[PartyRef, str, Decimal | None]] = field(default_factory=list)
    commodities: list[str] = field(default_factory=list)
    assets: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    amount: Money | None = None
    quantity: Quantity | None = None
    instrument: str | None = None
    action: str | None = None
    stage: str | None = None
    date: str | None = None
    period: str | None = None
    subject: str | None = None
    attributed_to: list[str] = field(default_factory=list)
    confidence: float = 0.7
    support: dict[str, Support] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    """Slots that the sentence leaves out and its surroundings may tell."""

    def add_party(self, ref: PartyRef, role: str, share: Decimal | None = None) -> None:
        """Add a party once per role, a state by whichever of its names; a share told later completes it."""
        for i, (known, known_role, known_share) in enumerate(self.parties):
            if known_role == role and (known.name == ref.name or is_same_state(known, ref)):
                self.parties[i] = (known, role, share if known_share is None else known_share)
                return
        self.support[f"parties.{len(self.parties)}"] = Support(((ref.start, ref.stop),), ref.rule)
        self.parties.append((ref, role, share))

    def drop_parties(self, gone: Callable[[PartyRef], bool]) -> None:
        """Take parties out; the supports of the others keep to their parties."""
        kept = [n for n, (ref, _, _) in enumerate(self.parties) if not gone(ref)]
        stood = {n: self.support.pop(f"parties.{n}", None) for n in range(len(self.parties))}
        self.parties = [self.parties[n] for n in kept]
        self.support.update({f"parties.{new}": s for new, old in enumerate(kept) if (s := stood[old]) is not None})

    def names(self, role: str) -> list[str]:
        return [ref.name for ref, r, _ in self.parties if r == role]

    def holds(self, slot: str, start: int, stop: int, rule: str | None = None) -> None:
        self.support[slot] = Support(((start, stop),), rule)

    def infers(self, slot: str, rule: str) -> None:
        self.support.setdefault(slot, Support((), rule))

    def widen(self, start: int, stop: int) -> None:
        self.start, self.stop = min(self.start, start), max(self.stop, stop)


def is_same_state(one: PartyRef, other: PartyRef) -> bool:
    """A state and its capital («Париж», «Франция»)."""
    return one.kind == other.kind == "country" and one.country == other.country is not None


def finish(draft: Draft, document: DocumentId, text: str) -> Claim:
    """The claim of a draft; its id hashes the document, the slots and the stretch."""
    start, stop = trimmed(text, draft.start, draft.stop)
    claim = Claim(
        id=ClaimId(""),
        document=document,
        kind=cast(Kind, draft.kind),
        start=start,
        stop=stop,
        evidence=text[start:stop],
        status=cast("Status | None", draft.status),
        parties=tuple(Party(ref.name, role, share, ref.aliases) for ref, role, share in draft.parties),
        commodities=tuple(dict.fromkeys(draft.commodities)),
        assets=tuple(dict.fromkeys(draft.assets)),
        places=tuple(dict.fromkeys(draft.places)),
        amount=draft.amount,
        quantity=draft.quantity,
        instrument=draft.instrument,
        action=draft.action,
        stage=draft.stage,
        date=draft.date,
        period=draft.period,
        subject=draft.subject,
        attributed_to=tuple(dict.fromkeys(draft.attributed_to)),
        confidence=round(draft.confidence, 2),
        rule=draft.rule,
        reader=READER,
        support=dict(draft.support),
    )
    return with_id(claim)


def with_id(claim: Claim) -> Claim:
    return replace(claim, id=claim_id(claim))


def trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    """A stretch without white space at its ends."""
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return start, stop
