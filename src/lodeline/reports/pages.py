"""Page models: what a page says, before any renderer decides how it looks. HTML and Markdown show the same models.

Texts here are plain and untrusted: each renderer escapes them. Quotes of a ledger page are clipped to QUOTE_LIMIT.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lodeline.ledger.commitment import Stage
from lodeline.reports.chain_pages import Chapter

QUOTE_LIMIT = 300
"""Most characters of one quote in anything that may leave the machine."""
FOOT = "Conditional, not advice; read by rules, unreviewed."
"""Stands at the foot of every page."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as people read it; `exact` is the full figure where the text is a short one."""

    text: str
    exact: str = ""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A document as it is cited: by its number, outlet and date; `how` says how the date is known."""

    number: int
    name: str
    title: str
    outlet: str
    language: str
    code: str
    """Language code, '' where the language is not one that is told apart."""
    published: str
    how: str
    url: str | None
    fingerprint: str
    invented: bool


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a value stands: the numbers of the quotes that give it in these words, or by this rule of inference."""

    quotes: tuple[int, ...]
    words: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One value under its label, with what must be said about it and where it stands."""

    label: str
    value: Shown
    note: str = ""
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the numbers of the claims it carries and the slots whose words it holds."""

    text: str
    claims: tuple[int, ...] = ()
    slots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteShown:
    """The words of one claim: who reports them, and the rule that read them."""

    number: int
    source: int
    lead: str
    pieces: tuple[Piece, ...]
    told: str
    """The status that the text gives, or ''."""
    rule: str
    reader: str
    confidence: str
    again: tuple[str, ...] = ()
    """Other stretches of the same text that tell it again."""
    origin: str = ""
    """`starter`: a note of ours, and no quotation."""

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class StagePoint:
    """One dot of a stage strip: the rung as told on a day, and the quotes that tell it."""

    date: str
    stage: Stage
    label: str
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """A sum, what kind of sum it is, and why it enters the totals or not."""

    value: Shown
    kind: str
    who: str
    counts: bool
    why: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class ConflictShown:
    """Sources disagree: all values with their quotes, the one shown, and the rule that picked it."""

    label: str
    values: tuple[Fact, ...]
    shown: str
    rule: str


@dataclass(frozen=True, slots=True)
class LinkShown:
    """Entries that belong with this one in the same way and for the same reason."""

    relation: str
    why: str
    entries: tuple[tuple[str | None, str], ...]
    """(anchor, title) of each; no anchor where the entry is not on this page."""


@dataclass(frozen=True, slots=True)
class Card:
    """One entry of a book. Nothing on it has been seen by a person unless `reviewed`."""

    anchor: str
    kind: str
    title: str
    date: str
    stage: Stage | None
    stage_label: str
    bindingness: str
    strip: tuple[StagePoint, ...]
    facts: tuple[Fact, ...]
    money: tuple[MoneyLine, ...]
    conflicts: tuple[ConflictShown, ...]
    links: tuple[LinkShown, ...]
    quotes: tuple[QuoteShown, ...]
    stories: int
    """Independent sources, copies of one wire story counted once; 0 where not counted."""
    joined: tuple[str, ...]
    """Why the quotes are held to speak of one thing."""
    invented: bool
    reviewed: bool = False
    origins: tuple[str, ...] = ()
    """`starter`, `typed by hand`: what it stands on besides texts."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A book with its cards, the furthest stage first."""

    anchor: str
    title: str
    note: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One total of one currency as a range; None where nothing of it is known."""

    label: str
    meaning: str
    low: Decimal | None
    high: Decimal | None
    value: Shown
    note: str
    entries: tuple[tuple[str, str], ...]
    """(anchor, title) of the entries it is made of."""


@dataclass(frozen=True, slots=True)
class BarGroup:
    """The three totals of one currency, apart."""

    currency: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class LedgerPage:
    title: str
    today: str
    version: str
    totals: tuple[BarGroup, ...]
    shelves: tuple[Shelf, ...]
    sources: tuple[SourceRow, ...]
    invented: bool
    chapter: Chapter | None = None
    """What it changes in supply; None where only the ledger is shown."""

    def source(self, number: int) -> SourceRow:
        return self.sources[number - 1]


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """What one text added on the day it came out, and where the entry stood after it."""

    published: str
    source: int
    told: str
    """The statuses that it tells, or ''."""
    stage: Stage | None
    stage_label: str
    quotes: tuple[int, ...]
    values: tuple[str, ...]
    """Sums, shares and quantities that no earlier text had told."""


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry of the ledger on a page of its own, with how it came about and how to cite it."""

    id: str
    title: str
    today: str
    version: str
    card: Card
    history: tuple[HistoryRow, ...]
    sources: tuple[SourceRow, ...]
    citation: str
    invented: bool

    def source(self, number: int) -> SourceRow:
        return self.sources[number - 1]


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim of the text, numbered in order of the text."""

    number: int
    kind: str
    title: str
    status: str
    slots: tuple[Fact, ...]
    rule: str
    reader: str
    confidence: str
    again: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passed:
    """A stretch that gave no claim, and why."""

    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or the part of one that lies in one zone: its text, what was read in it, what was passed over."""

    zone: str
    pieces: tuple[Piece, ...]
    claims: tuple[ClaimLine, ...]
    elsewhere: tuple[int, ...]
    """Claims that stand beside another paragraph and take words from this one too."""
    passed: tuple[Passed, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One number of the text, explained once: by the claim that uses it, or by the reason why none does."""

    start: int
    words: str
    before: str
    after: str
    claim: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class TimelineRow:
    date: str
    how: str
    claim: int
    title: str
    status: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person named in the text with the post that the text gives; never more than that."""

    name: str
    posts: tuple[str, ...]
    claims: tuple[int, ...]
    times: int


@dataclass(frozen=True, slots=True)
class SumRow:
    """A sum of money in the text: what it is, and what it may overlap with."""

    value: Shown
    what: str
    status: str
    claim: int | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the text leaves open: `topic` names the rule that asks."""

    topic: str
    text: str
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BriefPage:
    """One text on one page. It shows the whole text: private, for the user's own machine."""

    title: str
    today: str
    version: str
    source: SourceRow
    header: tuple[Fact, ...]
    blocks: tuple[Block, ...]
    left_out: tuple[str, ...]
    numbers: tuple[NumberRow, ...]
    timeline: tuple[TimelineRow, ...]
    undated: tuple[int, ...]
    people: tuple[PersonRow, ...]
    money: tuple[SumRow, ...]
    questions: tuple[Question, ...]

    @property
    def claims(self) -> tuple[ClaimLine, ...]:
        return tuple(line for block in self.blocks for line in block.claims)
