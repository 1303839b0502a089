"""One small invented report with its analysis, claims and ledger entries, built by hand for the tests of pages.

Everybody and everything in it is made up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from lodeline.claims.claim import Claim, ClaimId, Kind, Party, Reading, Step, Support
from lodeline.documents.document import Document, DocumentId, Publication
from lodeline.language.analysis import Analysis, Mention, MentionKind, Sentence, Zone, ZoneSpan
from lodeline.language.values import DateValue, Value
from lodeline.ledger.commitment import (
    AmountEntry,
    Conflict,
    Entry,
    EntryId,
    Link,
    PartyEntry,
    StatusPoint,
    Total,
    Totals,
)
from lodeline.vocabulary.quantities import Money, Quantity

TODAY = date(2031, 9, 1)
BRIEF_ID = DocumentId("doc-brief")
PARAGRAPHS: tuple[tuple[Zone, str], ...] = (
    (
        "body",
        "Tin Lantern Mining will hold 60 percent of a venture with state-owned Marrow Ores in Chile, the companies "
        "said on 4 March 2031. The venture is valued at about 1.25 billion dollars. "
        "Harbour Bank sent a letter of interest for 400 million dollars.",
    ),
    (
        "body",
        "Energy minister Ada Quill, aged 52, said the G7 welcomed the plan. "
        "The two governments signed papers worth 3 billion; details were not disclosed.",
    ),
    ("caption", "Photo: Ada Quill, head of the delegation, in 2030"),
    ("teaser", "READ ALSO: Seven mines that never opened, and 12 that closed"),
    ("body", "The mine would yield 12,000 tonnes a year from 2034. Some 300 people came to the ceremony."),
)
TEXT = "\n".join(text for _, text in PARAGRAPHS)


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    """Where the words stand in the text, the first time."""
    start = text.index(words)
    return start, start + len(words)


def document(**changes: Any) -> Document:
    base = Document(
        id=BRIEF_ID,
        name="lantern",
        text=TEXT,
        language="en",
        published=Publication("2031-03-05", "given", "named on the command line"),
        raw_sha256="ab" * 32,
        cleaner="text/1",
        source="/tmp/lantern.txt",
        title="A venture for tin",
        url="https://example.org/tin",
        publisher="The Invented Herald",
        invented=True,
        left_out=("Subscribe to our letter.",),
    )
    return replace(base, **changes)


def usd(value: str, qualifier: Any = "exact", currency: str | None = "USD") -> Money:
    return Money(Decimal(value), currency, qualifier)


def claim(number: int, kind: Kind, evidence: str, words: Mapping[str, str] | None = None, **slots: Any) -> Claim:
    """A claim on a stretch of TEXT; `words` gives the words that each slot stands on."""
    start, stop = span(evidence)
    support = {name: Support((span(told),)) for name, told in (words or {}).items()}
    support.update(slots.pop("support", {}))
    base = Claim(ClaimId(f"claim-{number}"), BRIEF_ID, kind, start, stop, evidence, support=support)
    return replace(base, rule="a_rule", reader="rules/1", confidence=0.8, **slots)


VENTURE = claim(
    1,
    "joint_venture",
    PARAGRAPHS[0][1].split(" Harbour")[0],
    {
        "parties.0": "Tin Lantern Mining",
        "parties.0.share": "60 percent",
        "parties.1": "Marrow Ores",
        "amount": "about 1.25 billion dollars",
        "date": "4 March 2031",
        "places": "Chile",
    },
    status="agreed",
    parties=(
        Party("Tin Lantern Mining", "partner", Decimal(60)),
        Party("Marrow Ores", "partner", aliases=("Marrow",)),
    ),
    commodities=("tin",),
    places=("CL",),
    amount=usd("1250000000", "about"),
    date="2031-03-04",
    support={"commodities": Support(rule="mineral_of_the_company")},
)
LOAN = claim(
    2,
    "financing",
    "Harbour Bank sent a letter of interest for 400 million dollars.",
    {"parties.0": "Harbour Bank", "amount": "400 million dollars", "instrument": "letter of interest"},
    status="intent",
    parties=(Party("Harbour Bank", "financier"),),
    commodities=("tin",),
    amount=usd("400000000"),
    instrument="letter_of_interest",
    date="2031-03-05",
    support={"date": Support(rule="day_of_publication")},
)
PACKAGE = claim(
    3,
    "agreement",
    "The two governments signed papers worth 3 billion",
    {"amount": "3 billion", "parties.0": "The two governments"},
    status="agreed",
    parties=(Party("two governments", "signatory"),),
    amount=usd("3000000000", currency=None),
    attributed_to=("Ada Quill",),
)
MINE = claim(
    4,
    "project",
    "The mine would yield 12,000 tonnes a year from 2034.",
    {"quantity": "12,000 tonnes a year", "date": "2034"},
    status="proposed",
    quantity=Quantity(Decimal(12000), "t/year"),
    commodities=("tin",),
    date="2034",
)
CLAIMS = (VENTURE, LOAN, PACKAGE, MINE)


def reading(*claims: Claim) -> Reading:
    refused = Step(
        "crowd", *span("Some 300 people came to the ceremony."), "refused", "people at an event are no figure"
    )
    return Reading(BRIEF_ID, claims or CLAIMS, (refused,))


def _sentences(text: str, paragraphs: tuple[tuple[Zone, str], ...]) -> tuple[Sentence, ...]:
    found, at = [], 0
    for number, (zone, paragraph) in enumerate(paragraphs):
        for part in paragraph.replace(". ", ".\t").split("\t"):
            start = text.index(part, at)
            at = start + len(part)
            found.append(Sentence(start, at, zone, (), number))
    return tuple(found)


def _zones(text: str, paragraphs: tuple[tuple[Zone, str], ...]) -> tuple[ZoneSpan, ...]:
    return tuple(ZoneSpan(*span(each, text), zone, f"a {zone} by its place") for zone, each in paragraphs)


def mention(words: str, kind: MentionKind, name: str = "") -> Mention:
    return Mention(*span(words), kind, name or words)


MENTIONS = (
    mention("Tin Lantern Mining", "organisation"),
    mention("Energy minister", "post"),
    mention("Ada Quill", "person"),
    mention("G7", "institution"),
    Mention(TEXT.index("Ada Quill, head"), TEXT.index("Ada Quill, head") + 9, "person", "Ada Quill"),
    mention("head of the delegation", "post"),
)
VALUES = (
    Value(*span("60 percent"), "percent", quantity=Quantity(Decimal(60), "%"), number=Decimal(60)),
    Value(*span("4 March 2031"), "date", date=DateValue("2031-03-04")),
    Value(*span("about 1.25 billion dollars"), "money", money=usd("1250000000", "about")),
    Value(*span("1.25"), "number", number=Decimal("1.25")),
    Value(*span("400 million dollars"), "money", money=usd("400000000")),
    Value(*span("3 billion"), "money", money=usd("3000000000", currency=None)),
    Value(*span("2030"), "date", date=DateValue("2030")),
    Value(*span("Seven"), "number", number=Decimal(7)),
    Value(*span("12,000 tonnes a year"), "quantity", quantity=Quantity(Decimal(12000), "t/year")),
    Value(*span("2034"), "date", date=DateValue("2034")),
)


def analysis(**changes: Any) -> Analysis:
    base = Analysis(TEXT, "en", "2031-03-05", _zones(TEXT, PARAGRAPHS), _sentences(TEXT, PARAGRAPHS), MENTIONS, VALUES)
    return replace(base, **changes)


def entry(name: str, *claims: Claim, **slots: Any) -> Entry:
    """An entry told by claims; everything else is empty unless given."""
    empty: dict[str, Any] = dict.fromkeys(
        ("status_history", "parties", "amounts", "quantities", "commodities", "assets", "places"), ()
    )
    empty |= dict.fromkeys(("conditions", "conflicts", "links"), ())
    first = claims[0]
    fields = {
        "book": "commitments",
        "kind": first.kind,
        "title": name,
        "stage": "struck",
        "bindingness": "not_stated",
        "date": first.date,
        "sources": tuple(sorted({each.document for each in claims})),
    }
    return Entry(id=EntryId(f"e-{name}"), claims=claims, **(empty | fields | slots))


def amount(told: Claim, counts: bool = True, why: str = "total, the latest told", **slots: Any) -> AmountEntry:
    assert told.amount is not None
    fields: dict[str, Any] = {"kind": "total", "promisor": None, "instrument": told.instrument}
    return AmountEntry(told.amount, claim=told.id, counts=counts, why=why, **(fields | slots))


VENTURE_ENTRY = entry(
    "Tin venture",
    VENTURE,
    status_history=(
        StatusPoint("2031-01-10", "proposed", "announced", VENTURE.id, BRIEF_ID),
        StatusPoint("2031-03-04", "agreed", "struck", VENTURE.id, BRIEF_ID),
    ),
    parties=(
        PartyEntry("tin-lantern", "Tin Lantern Mining", "partner", Decimal(60), ("Tin Lantern", "Tin Lantern Mining")),
        PartyEntry("marrow", "Marrow Ores", "partner", None, ("Marrow Ores",)),
    ),
    amounts=(amount(VENTURE),),
    commodities=("tin",),
    places=("CL",),
    conditions=("ratification",),
    conflicts=(
        Conflict("amount", (("1.25 bn USD", VENTURE.id), ("1.4 bn USD", VENTURE.id)), "1.25 bn USD", "recency"),
    ),
    links=(Link("financed_by", EntryId("e-Letter of interest"), "same mineral and day"),),
)
LOAN_ENTRY = entry(
    "Letter of interest",
    LOAN,
    stage="preliminary",
    bindingness="non_binding",
    status_history=(StatusPoint("2031-03-05", "intent", "preliminary", LOAN.id, BRIEF_ID),),
    amounts=(amount(LOAN, False, "may pay for the venture", promisor="Harbour Bank"),),
)
MINE_ENTRY = entry("Tin mine", MINE, stage="announced", quantities=(MINE.quantity,))
PACKAGE_ENTRY = entry("Package", PACKAGE, amounts=(amount(PACKAGE),))
ENTRIES = (VENTURE_ENTRY, LOAN_ENTRY, PACKAGE_ENTRY, MINE_ENTRY)
TOTALS = Totals(
    announced=(
        Total("USD", Decimal(1250000000), Decimal(1650000000), (VENTURE_ENTRY.id, LOAN_ENTRY.id), "parts may overlap"),
        Total(None, Decimal(3000000000), Decimal(3000000000), (PACKAGE_ENTRY.id,), ""),
    ),
    firm=(Total("USD", Decimal(250000000), Decimal(250000000), (VENTURE_ENTRY.id,), ""),),
    delivered=(),
)
