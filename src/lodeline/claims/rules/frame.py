"""What the rules share: opening a draft on a sentence, the verb over a noun, and a claim's subject in a few words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from decimal import Decimal

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import is_passive, subject_tokens
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import Pick
from lodeline.claims.tellers import SPEECH_WORDS
from lodeline.claims.words import words
from lodeline.language.analysis import Quote, Token
from lodeline.language.tree import children, governors, is_verb, subtree

SUBJECT_WORDS = 10
LACK = words("lack")
LOOSE = ("PUNCT", "CCONJ", "SCONJ", "ADP")
CLAUSE_LOOSE = ("PUNCT", "CCONJ", "SCONJ")
"""A clause may well begin with a preposition."""
HALF = ("ADJ", "DET", "NUM", "AUX", "PART")
"""Words that a phrase cut short cannot end with."""
PAIRS = (("«", "»"), ("“", "”"), ("(", ")"))
OPENING = ("«", "“", "„", '"', "(")
CLOSING = ("»", "”", '"', ")")
MARKS = (*OPENING, *CLOSING)
ABOUT = "what the text is about"
WITH = words("with")
BETWEEN = words("between")
STATES = ("country", "group")
HUNDRED = Decimal(100)
NEAR = 6
"""Words between an instrument and the deal that it is about."""


def open_draft(kind: str, rule: str, view: View, at: int) -> Draft:
    """A draft whose evidence is the whole sentence; rules narrow or widen it."""
    draft = Draft(kind, rule, view.sentence.start, view.sentence.stop)
    draft.holds("kind", view.tokens[at].start, view.tokens[at].stop)
    return draft


def topic_firm(scene: Scene) -> PartyRef:
    """The company that the text is about, for a party that a sentence leaves out."""
    assert scene.topic.organisation is not None
    firm = scene.mention(scene.topic.organisation)
    return PartyRef(firm.name, firm.start, firm.stop, scene.topic.organisation, firm.country, "organisation", ABOUT)


def governing_verb(view: View, at: int) -> int | None:
    """The nearest verb over a word, itself included; else the predicate of its clause («близки к созданию»)."""
    if is_verb(view.tokens[at]):
        return at
    verb = next((g for g in governors(view.sentence, at) if is_verb(view.tokens[g])), None)
    head = view.clauses[at]
    return head if verb is None and children(view.sentence, head, "nsubj") else verb


def described(view: View, at: int) -> list[PartyRef]:
    """«индийский бизнес», "Gulf investors": a subject that is told and not named, by its own words."""
    tokens = subject_tokens(view, at) if is_verb(view.tokens[at]) and not is_passive(view, at) else []
    for top in tokens:
        inside = subtree(view.sentence, top, without=("acl", "advcl", "appos", "conj", "parataxis"))
        words_told = [view.tokens[i] for i in inside]
        short = 1 < sum(t.pos != "PUNCT" for t in words_told) <= DESCRIBED
        if view.tokens[top].pos == "NOUN" and short and inside[-1] - inside[0] == len(inside) - 1:
            name = worded(words_told)
            return [
                PartyRef(name, words_told[0].start, words_told[-1].stop, kind="described", rule="told and not named")
            ]
    return []


DESCRIBED = 4
"""Words: a longer description is no name."""


def phrase(view: View, at: int, leave: Collection[int] = ()) -> str:
    """The words that hang on a token, as the text has them, cut to a few; inside speech only what is said."""
    speech = next((q for q in view.quotes if q.start < view.tokens[at].start < q.stop), None)
    within = (speech.start, speech.stop) if speech and is_long(view, speech) else (0, view.sentence.stop)
    indexes = [
        i for i in subtree(view.sentence, at) if i not in leave and within[0] < view.tokens[i].stop < within[1] + 1
    ]
    return worded([view.tokens[i] for i in indexes], CLAUSE_LOOSE if is_verb(view.tokens[at]) else LOOSE)


def is_long(view: View, quote: Quote) -> bool:
    return sum(quote.start < t.start < quote.stop for t in view.tokens) > SPEECH_WORDS


def worded(tokens: Sequence[Token], opening: Sequence[str] = LOOSE) -> str:
    """A few words that can stand alone: no mark, conjunction or preposition at their ends, no half of a pair.

    «без» and "without" say what is wrong, and stay.
    """
    told = list(tokens)
    while told and told[0].pos in opening and told[0].lemma not in LACK and told[0].text not in OPENING:
        told.pop(0)
    ends = (n for n, t in enumerate(told) if sum(w.pos != "PUNCT" for w in told[: n + 1]) == SUBJECT_WORDS)
    kept = told[: next(ends, len(told)) + 1]
    loose = LOOSE if len(kept) == len(told) else (*LOOSE, *HALF)
    while kept and (kept[-1].pos in loose or kept[-1].lemma in LACK) and kept[-1].text not in CLOSING:
        kept.pop()
    signs = Counter(t.text for t in kept)
    paired = all(signs[left] == signs[right] for left, right in PAIRS) and signs['"'] % 2 == 0
    kept = kept if paired else [t for t in kept if t.text not in MARKS]
    return "".join(word.text if n == 0 or joined(kept[n - 1], word) else f" {word.text}" for n, word in enumerate(kept))


def joined(before: Token, word: Token) -> bool:
    return word.start == before.stop or word.text in (",", ";", ":", ".")


def is_bare(view: View, hit: Hit) -> bool:
    """The word by itself, with nothing that says which instrument it is."""
    told = children(view.sentence, hit.at, "nmod", "amod", "acl")
    return all(view.tokens[c].lemma in POINTING_BACK for c in told)


POINTING_BACK = words("pointing_back")
"""Adjectives that say of a paper only that it is the one meant: "тиісті шарт", the paper of the deal just told."""


def points_back(view: View, hit: Hit) -> bool:
    """ "тиісті шарт": the paper of what was told just before."""
    return any(view.tokens[c].lemma in POINTING_BACK for c in children(view.sentence, hit.at, "amod"))


def is_named(view: View, hit: Hit) -> bool:
    """The word is part of a name («Парижское соглашение»), not an instrument of this text."""
    token = view.tokens[hit.at]
    over = [m for _, m in view.mentions if m.start <= token.start < m.stop]
    firms = [m for m in over if m.kind == "organisation" and m.top != hit.at and any(c.isupper() for c in m.name)]
    return bool(firms) or any(m.kind == "institution" for m in over)


def share_of(pick: Pick) -> Decimal:
    value = pick[1].quantity.value if pick[1].quantity else pick[1].number
    return value if value is not None else Decimal(0)
