"""A text set out for the rules: sentences with cues, mentions, values and clauses, and what the text is about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from lodeline.claims.cues import Hit, find_cues
from lodeline.claims.focus import Focus, Topic, find_focus
from lodeline.claims.words import words
from lodeline.documents.publication import DateFound, is_dateline
from lodeline.language.analysis import READ_ZONES, Analysis, Mention, Quote, Sentence, Token
from lodeline.language.quotes import touching
from lodeline.language.tree import is_verb, matches
from lodeline.language.values import Value
from lodeline.vocabulary.quantities import Quantity

if TYPE_CHECKING:
    from lodeline.claims.draft import Draft
    from lodeline.claims.voice import Attribution

CLAUSE_RELATIONS = ("root", "ccomp", "advcl", "acl", "parataxis", "csubj")
PARTY_KINDS = ("person", "organisation", "institution", "country", "group")


@dataclass(frozen=True, slots=True)
class View:
    """One sentence as the rules see it. Indexes are token indexes of the sentence unless said otherwise."""

    index: int
    sentence: Sentence
    hits: tuple[Hit, ...]
    mentions: tuple[tuple[int, Mention], ...]
    """(index in the analysis, mention)."""
    values: tuple[tuple[int, Value], ...]
    clauses: tuple[int, ...]
    """For each token, the index of the token that heads its clause."""
    quotes: tuple[Quote, ...] = ()
    """Quotations that lie in the sentence or reach into it."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    def cues(self, *groups: str, value: str | None = None) -> list[Hit]:
        return [h for h in self.hits if h.cue.group in groups and value in (None, h.cue.value)]

    def has(self, *groups: str, value: str | None = None) -> bool:
        return bool(self.cues(*groups, value=value))

    def near(self, at: int, *groups: str, reach: int = 8) -> list[Hit]:
        """Cues of the same clause as `at`, or within `reach` words, nearest first."""
        found = [h for h in self.cues(*groups) if self.clauses[h.at] == self.clauses[at] or abs(h.at - at) <= reach]
        return sorted(found, key=lambda h: abs(h.at - at))

    def beside(self, at: int, *groups: str, reach: int) -> list[Hit]:
        """Cues within `reach` words of a token, whatever the clause, nearest first."""
        return sorted((h for h in self.cues(*groups) if abs(h.at - at) <= reach), key=lambda h: abs(h.at - at))

    def token_of(self, offset: int) -> int:
        """Index of the token at a code point, or the last one before it."""
        return max(0, bisect_right(self.sentence.starts, offset) - 1)

    def distance(self, at: int, start: int, stop: int) -> int:
        """Words between a token and a stretch, with a toll for leaving the clause."""
        first, last = self.token_of(start), self.token_of(max(start, stop - 1))
        gap = 0 if first <= at <= last else min(abs(at - first), abs(at - last))
        return gap + (0 if self.clauses[first] == self.clauses[at] else CLAUSE_TOLL)


CLAUSE_TOLL = 6
"""Words: a value in another clause must be that much nearer to be taken."""


@dataclass
class Scene:
    """All views of a document, and which values the claims made so far have used up."""

    analysis: Analysis
    views: tuple[View, ...]
    focus: Focus
    other_names: Mapping[int, tuple[str, ...]]
    """By the index of a mention, the other names that the text gives for it: short forms, abbreviations in brackets."""
    looked_at: int | None = None
    """Index of the view that is being read."""
    about: Topic = field(default_factory=Topic)
    """What sentences beside these are about, where these do not tell."""
    used: set[int] = field(default_factory=set)
    """Indexes of values that a claim already states."""
    struck: set[tuple[int, int]] = field(default_factory=set)
    """(view, token) of instruments that a claim already stands on."""
    dealt: set[tuple[int, int]] = field(default_factory=set)
    """(view, token) of the words that a venture, purchase, loan or sale stands on."""
    shared: list[tuple[int, str, tuple[str, ...]]] = field(default_factory=list)
    """(view, stage, minerals) of the shares told so far, for one that goes on in the next words."""
    trades: list[tuple[int, Draft]] = field(default_factory=list)
    """(view, draft) of the supplies told so far, for one that leaves its sides out."""
    bought: list[tuple[int, Draft]] = field(default_factory=list)
    """(view, draft) of the purchases told so far, for goods that come with a stake."""
    limits: list[tuple[int, Draft]] = field(default_factory=list)
    """(view, draft) of the limits on trade told so far, for one that is spoken of again."""
    told: set[int] = field(default_factory=set)
    """Indexes of views from which a claim has been drawn."""
    voices: dict[int, tuple[Attribution, ...]] = field(default_factory=dict)
    """By the index of a view, who says what in it, once that has been asked."""

    @property
    def text(self) -> str:
        return self.analysis.text

    def mention(self, index: int) -> Mention:
        """The mention, or the one that it refers to."""
        mention = self.analysis.mentions[index]
        return mention if mention.refers_to is None else self.analysis.mentions[mention.refers_to]

    def look_at(self, view: View) -> None:
        """Rules are about to read this sentence."""
        self.looked_at = view.index

    @property
    def topic(self) -> Topic:
        """What is told about around the sentence that is being read; worked out for those that need it."""
        return Topic() if self.looked_at is None else self.focus.around(self.looked_at).filled(self.about)

    def free(self, view: View, *kinds: str) -> list[tuple[int, Value]]:
        return [
            (i, v) for i, v in view.values if v.kind in kinds and i not in self.used and not self.is_conversion(view, v)
        ]

    def is_conversion(self, view: View, value: Value) -> bool:
        """ "180 billion francs ($320 million)": the sum in brackets is the one before it in another currency."""
        if value.kind != "money" or self.text[value.start - 1 : value.start] != "(":
            return False
        return any(v.kind == "money" and 0 < value.start - v.stop <= BRACKET for _, v in view.values)

    def view_at(self, offset: int) -> View | None:
        """The view that holds a code point of the text."""
        at = bisect_right(self.views, offset, key=lambda v: v.sentence.start) - 1
        return self.views[at] if at >= 0 and offset < self.views[at].sentence.stop else None

    def before(self, view: View) -> View | None:
        """The read sentence before this one in the same or the preceding paragraph."""
        return self.views[view.index - 1] if view.index > 0 else None

    def after(self, view: View) -> View | None:
        return self.views[view.index + 1] if view.index + 1 < len(self.views) else None


BRACKET = 2
"""Characters between a sum and its conversion: a space and a bracket."""


NEAR = 90
"""Characters of a line around a day that tell whether it stands in a dateline."""


def set_scene(analysis: Analysis) -> Scene:
    """Prepare the sentences of the zones that are read; teasers, subheads and credits are left out."""
    read = [s for s in analysis.sentences if s.zone in READ_ZONES]
    views = tuple(view_of(analysis, n, s) for n, s in enumerate(read))
    return Scene(analysis, views, find_focus(analysis, views), other_names(analysis.mentions))


def other_names(mentions: Sequence[Mention]) -> Mapping[int, tuple[str, ...]]:
    found: dict[int, dict[str, None]] = {}
    for mention in mentions:
        root = mention.refers_to
        if root is not None and mention.name[:1].isupper() and mention.name != mentions[root].name:
            found.setdefault(root, {})[mention.name] = None
    return {root: tuple(names) for root, names in found.items()}


def view_of(analysis: Analysis, index: int, sentence: Sentence) -> View:
    hits = find_cues(sentence.tokens, analysis.language)
    return View(
        index=index,
        sentence=sentence,
        hits=tuple(h for h in hits if not in_quoted_name(analysis, sentence, h)),
        mentions=tuple((i, analysis.mentions[i]) for i in sentence.mentions),
        values=tuple(
            (i, with_unit(analysis, i, sentence))
            for i in sentence.values
            if not is_day_of_news(analysis, analysis.values[i])
        ),
        clauses=clause_heads(sentence),
        quotes=touching(analysis.quotes, sentence.start, sentence.stop),
    )


def is_day_of_news(analysis: Analysis, value: Value) -> bool:
    """The day in a dateline ("LIMA, 14 May — ") that is the day of publication: nothing is said to happen on it."""
    if value.date is None or value.date.iso is None or value.date.iso != analysis.anchor:
        return False
    text = analysis.text
    before = text[max(0, value.start - NEAR) : value.start].rpartition("\n")[2]
    after = text[value.stop : value.stop + NEAR].partition("\n")[0]
    return is_dateline(DateFound(value.date.iso, text[value.start : value.stop], before, after, 1))


def in_quoted_name(analysis: Analysis, sentence: Sentence, hit: Hit) -> bool:
    """A word inside «…» that a company is called by signals nothing («Степные ресурсы», «Первая добыча»)."""
    token = sentence.tokens[hit.at]
    firms = [analysis.mentions[i] for i in sentence.mentions if analysis.mentions[i].kind == "organisation"]
    if not any(m.start <= token.start and token.stop <= m.stop for m in firms):
        return False
    around = touching(analysis.quotes, token.start, token.stop)
    return any(q.start < token.start and token.stop < q.stop and q.stop - q.start <= NAME for q in around)


NAME = 60
"""Characters: longer quotations are speech."""


def with_unit(analysis: Analysis, index: int, sentence: Sentence) -> Value:
    """A large bare number after a quantity goes on in its unit («820 тыс. т …, а к 2031-му — 3 млн»)."""
    value = analysis.values[index]
    if value.kind != "number" or value.number is None or is_year(value):
        return value
    following = next((t for t in sentence.tokens if t.start >= value.stop), None)
    if following is not None and following.lemma in PEOPLE and hires(sentence):
        return replace(value, kind="quantity", quantity=Quantity(value.number, "jobs"))
    left_out = following is not None and (following.pos == "AUX" or goes_on_from(sentence, value))
    if value.number < ELLIPTIC and not left_out:
        return counted_again(analysis, value, sentence)
    if following is not None and following.pos in ("NOUN", "PROPN", "ADJ"):
        return value
    before = [v for v in analysis.values[max(0, index - 4) : index] if v.kind == "quantity" and v.quantity]
    if not before or before[-1].quantity is None or value.start - before[-1].stop > SAME_TALK:
        return value
    return replace(value, kind="quantity", quantity=Quantity(value.number, before[-1].quantity.unit))


def hires(sentence: Sentence) -> bool:
    return any({t.lemma, t.text.casefold()} & HIRING_FORMS for t in sentence.tokens)


def counted_again(analysis: Analysis, value: Value, sentence: Sentence) -> Value:
    """«Из 40 самосвалов 24 уже поставлены»: a bare number as a subject or object counts what was counted before it."""
    at = next((i for i, t in enumerate(sentence.tokens) if t.start == value.start), None)
    if at is None or sentence.tokens[at].relation.split(":")[0] not in ("nsubj", "obj"):
        return value
    counted = [v.quantity for i in sentence.values if (v := analysis.values[i]).stop <= value.start and v.quantity]
    unit = counted[-1].unit if counted else ""
    if len(unit) < COUNTED or not unit.isalpha() or value.number is None:
        return value
    return replace(value, kind="quantity", quantity=Quantity(value.number, unit))


COUNTED = 5
"""Letters: units of counted things are whole words ("wagons"), those of measures are short."""
PEOPLE = words("people")
HIRING_FORMS = frozenset(words("hiring"))


def goes_on_from(sentence: Sentence, value: Value) -> bool:
    """ "…, of which it sold 900": a part of what was counted just before."""
    before = [t.lemma for t in sentence.tokens if t.stop <= value.start][-PART_REACH:]
    return any(pair in PART_OF for pair in pairwise(before))


PART_OF = (("of", "which"), ("of", "them"), ("of", "these"), ("из", "который"), ("из", "он"), ("из", "они"))
PART_REACH = 6
"""Words between "of which" and its number."""


def is_year(value: Value) -> bool:
    return value.number is not None and 1900 <= value.number <= 2100 and value.stop - value.start == len("2025")


ELLIPTIC = 1000
"""Smaller bare numbers are counts of something else."""
SAME_TALK = 200
"""Characters within which a number goes on in the unit of the quantity before it."""


def clause_heads(sentence: Sentence) -> tuple[int, ...]:
    """For each token, the verb (or the top word of a verbless clause) that it belongs to; itself where there is none.

    What is found for a token holds for all on the way to it, so that a long chain is walked once.
    """
    found: dict[int, int] = {-1: -1}
    for at in range(len(sentence.tokens)):
        way, here = [], at
        while here not in found:
            found[here] = here if heads_clause(sentence.tokens[here]) else -1
            way.append(here)
            here = here if found[here] == here else sentence.tokens[here].head
        found.update(dict.fromkeys(way, found[here]))
    return tuple(head if (head := found[at]) >= 0 else at for at in range(len(sentence.tokens)))


def heads_clause(token: Token) -> bool:
    clausal = matches(token.relation, CLAUSE_RELATIONS) or (token.relation == "conj" and is_verb(token))
    return clausal and (is_verb(token) or token.relation == "root")
