"""The one interface to a language: a text as zones, sentences, tokens, mentions, values, clauses and speech.

Every layer is stand-off: offsets are code points of the document's text, and `text[start:stop]` is the piece.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from lodeline.language.values import Value

Zone = Literal["title", "body", "caption", "subhead", "teaser", "boilerplate"]
READ_ZONES: tuple[Zone, ...] = ("body", "caption")
"""Zones whose text is read for claims; names are looked for only there."""
MentionKind = Literal["person", "organisation", "country", "place", "material", "asset", "institution", "post", "group"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word. `lemma` is lower-case; `case`, `number` and so on are Universal Dependencies values or ''."""

    start: int
    stop: int
    text: str
    lemma: str
    pos: str
    case: str = ""
    number: str = ""
    gender: str = ""
    tense: str = ""
    voice: str = ""
    form: str = ""
    """Verb form: Fin, Inf, Part, Conv, Cnd (of a condition)."""
    head: int = -1
    """Index of the head token in the sentence; -1 for the root or where no tree is built."""
    relation: str = ""
    polarity: str = ""
    """Neg where a suffix or a word after it denies a verb; languages that deny by a word before it leave it out."""


@dataclass(frozen=True, slots=True)
class ZoneSpan:
    start: int
    stop: int
    zone: Zone
    reason: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch that names or stands for something; `name` is its base form in the text's own language."""

    start: int
    stop: int
    kind: MentionKind
    name: str
    key: str | None = None
    """Canonical key from the vocabulary (alpha-2 code, English mineral name, institution key), where known."""
    country: str | None = None
    """ISO alpha-2 of the state that it is, belongs to or lies in, where known."""
    case: str = ""
    head: int = -1
    """Index of the head token in its sentence."""
    refers_to: int | None = None
    """Index, in `Analysis.mentions`, of the antecedent that this mention stands for ("компания", "он")."""
    surface: str = ""
    adjective: bool = False
    """True for «казахстанский», «медный», "Chilean": tells whose or of what, but is no party by itself."""
    top: int = -1
    """Index of the token that the whole phrase hangs on («компания» in «компания Бета»); `head` for bare names."""
    state_owned: bool = False
    """True where the text calls an organisation a state one («государственный», "state-owned", «госкомпания»)."""
    post: str | None = None
    """For a person, the post told with the name; for a name, the descriptor («рудник», "operator")."""
    stands_for: tuple[int, ...] = ()
    """Indexes of the mentions that it stands for together ("тараптар", the parties of the deal told before)."""


@dataclass(frozen=True)
class Sentence:
    """A sentence with its tree; without slots, so that what is derived from the tokens is kept beside them."""

    start: int
    stop: int
    zone: Zone
    tokens: tuple[Token, ...]
    paragraph: int
    mentions: tuple[int, ...] = ()
    """Indexes into `Analysis.mentions`, in order of the text."""
    values: tuple[int, ...] = ()
    """Indexes into `Analysis.values`."""

    @cached_property
    def dependents(self) -> tuple[tuple[int, ...], ...]:
        """For each token, the indexes of those that hang on it, in order; last, at -1, of those that hang on none."""
        found: list[list[int]] = [[] for _ in (*self.tokens, None)]
        for at, token in enumerate(self.tokens):
            if token.head != at:
                found[token.head].append(at)
        return tuple(map(tuple, found))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each token begins, for look-ups by offset."""
        return tuple(token.start for token in self.tokens)


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted speech: what stands between the quotation marks, marks included."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """All layers of one text."""

    text: str
    language: str
    anchor: str | None
    """Publication date that dates were resolved against."""
    zones: tuple[ZoneSpan, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    values: tuple[Value, ...]
    quotes: tuple[Quote, ...] = field(default=())
    others: tuple[Analysis, ...] = field(default=())
    """The sentences in other languages, where the text has any: each an analysis of its own over the same text."""
