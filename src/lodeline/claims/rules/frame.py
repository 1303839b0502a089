"""What the rules share: opening a draft on a sentence, the verb over a noun, and a claim's subject in a few words."""

from __future__ import annotations

from decimal import Decimal

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft
from lodeline.claims.scene import View
from lodeline.claims.slots import Pick
from lodeline.claims.words import words
from lodeline.language.tree import children, governors, is_verb, subtree

SUBJECT_WORDS = 10
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


def governing_verb(view: View, at: int) -> int | None:
    """The nearest verb over a word, itself included; else the predicate of its clause («близки к созданию»)."""
    if is_verb(view.tokens[at]):
        return at
    verb = next((g for g in governors(view.sentence, at) if is_verb(view.tokens[g])), None)
    head = view.clauses[at]
    return head if verb is None and children(view.sentence, head, "nsubj") else verb


def phrase(view: View, at: int) -> str:
    """The words that hang on a token, in the text's own order, cut to a few."""
    tokens = [view.tokens[i] for i in subtree(view.sentence, at)]
    words = [t.text for t in tokens][:SUBJECT_WORDS]
    return " ".join(words).replace(" ,", ",").replace("« ", "«").replace(" »", "»")


def clause_span(view: View, at: int) -> tuple[int, int]:
    """The stretch of the clause of a token: what hangs on its head."""
    tokens = subtree(view.sentence, view.clauses[at])
    return view.tokens[tokens[0]].start, view.tokens[tokens[-1]].stop


def is_bare(view: View, hit: Hit) -> bool:
    """The word by itself, with nothing that says which instrument it is."""
    return not children(view.sentence, hit.at, "nmod", "amod", "acl")


def is_named(view: View, hit: Hit) -> bool:
    """The word is part of a name («Авраамовы соглашения»), not an instrument of this text."""
    token = view.tokens[hit.at]
    over = [m for _, m in view.mentions if m.start <= token.start < m.stop]
    firms = [m for m in over if m.kind == "organisation" and m.top != hit.at and any(c.isupper() for c in m.name)]
    return bool(firms) or any(m.kind == "institution" for m in over)


def share_of(pick: Pick) -> Decimal:
    value = pick[1].quantity.value if pick[1].quantity else pick[1].number
    return value if value is not None else Decimal(0)
