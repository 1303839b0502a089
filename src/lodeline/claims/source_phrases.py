"""Source phrases: «по словам N», "according to N" — whose words they are, and the clause that they are put into."""

from __future__ import annotations

from lodeline.claims.contents import BARE_MARKERS
from lodeline.claims.scene import PARTY_KINDS, Scene, View
from lodeline.claims.stretches import Span, clean, span_of
from lodeline.claims.tellers import DASHES, OPENERS, noun_phrase
from lodeline.claims.telling import is_finite
from lodeline.claims.words import words
from lodeline.language.analysis import Token
from lodeline.language.tree import children

NEWS = (*PARTY_KINDS, "post")
"""Kinds of names that can be a source."""
SOURCE_NOUNS = frozenset(words("source_nouns"))
SOURCE_PREPOSITIONS = words("source_prepositions")
GAP = ("DET", "ADJ", "PRON")
GAP_REACH = 6
"""Words from the preposition to the noun: "in the energy minister's view"."""


def owner_before(view: View, noun: int) -> int | None:
    """The owner of the words where it stands before them: "his", "the minister's"."""
    owners = children(view.sentence, noun, "nmod:poss")
    return next((i for i in owners if i < noun), None)


def phrase_cues(view: View) -> list[tuple[int, int]]:
    """«по словам», «по его словам», "according to": tokens [first, last)."""
    found = {(h.first, h.last) for h in view.cues("source")}
    for i, token in enumerate(view.tokens[:-1]):
        if token.lemma not in SOURCE_PREPOSITIONS or any(first == i for first, _ in found):
            continue
        near = range(i + 1, min(i + GAP_REACH, len(view.tokens)))
        noun = next((j for j in near if view.tokens[j].lemma in SOURCE_NOUNS), None)
        if noun is not None and (
            owner_before(view, noun) or all(view.tokens[j].pos in GAP for j in range(i + 1, noun))
        ):
            found.add((i, noun + 1))
    return sorted(found)


def read_phrase(scene: Scene, view: View, first: int, last: int) -> tuple[int, tuple[int, int], Span] | None:
    """Head and tokens of the source, and the content; none where the phrase tells how a thing is done."""
    source = phrase_source(view, first, last)
    if source is None:
        return None
    head, (start, stop) = source
    stop = with_participle(view, stop)
    over = max(last, stop)
    set_off = (first == 0 or view.tokens[first - 1].text in STOPS_BEFORE) and over < len(view.tokens)
    set_off = set_off and view.tokens[over].pos == "PUNCT"
    if not set_off and not is_news(view, start, stop) and not hands_on(view, first):
        return None
    content = around_phrase(scene, view, first, over)
    return (head, (start, stop), content) if content[1] > content[0] else None


def with_participle(view: View, stop: int) -> int:
    """«опросу, проведённому институтом, …»: the participle clause up to its comma belongs to the source."""
    tokens = view.tokens
    if stop + 1 >= len(tokens) or tokens[stop].text != "," or not is_participle(tokens[stop + 1]):
        return stop
    return next((i for i in range(stop + 2, len(tokens)) if tokens[i].text == ","), stop)


def is_participle(token: Token) -> bool:
    return token.form == "Part" or token.relation in ("acl", "acl:relcl")


STOPS_BEFORE = (",", "—", "–", "(", "«", "но", "а", "и", "что", "that", "but", "and")


def phrase_source(view: View, first: int, last: int) -> tuple[int, tuple[int, int]] | None:
    """Whose words they are: what follows, or the possessive inside the phrase."""
    for i in range(first + 1, last - 1):
        if view.tokens[i].text.casefold() in POSSESSIVES:
            return i, (i, i + 1)
    owner = owner_before(view, last - 1)
    if owner is not None and owner > first:
        return owner, noun_phrase(view, owner, (first, last - 1))
    for i in range(last, min(len(view.tokens), last + HEAD_REACH)):
        token = view.tokens[i]
        if token.pos in ("NOUN", "PROPN", "PRON", "X") and not is_modifier(view, i):
            return i, noun_phrase(view, i, (last - 1, len(view.tokens)))
        if token.pos == "PUNCT" and token.text not in ("«", "“", '"'):
            return None
    return None


HEAD_REACH = 6
POSSESSIVES = frozenset(words("possessives"))


def is_modifier(view: View, at: int) -> bool:
    """The first part of an English compound, whose head comes after it."""
    return view.tokens[at].relation in ("compound", "nmod:poss") and view.tokens[at].head > at


def is_news(view: View, first: int, last: int) -> bool:
    """Somebody whom the text names: a person, a house, an office."""
    start, stop = span_of(view, (first, last))
    return any(m.kind in NEWS and start <= m.start < stop for _, m in view.mentions)


def hands_on(view: View, at: int) -> bool:
    return any(t.lemma in HANDING or t.text in HANDING for t in view.tokens[at : at + 2])


HANDING = frozenset(words("handing"))


def around_phrase(scene: Scene, view: View, first: int, last: int) -> Span:
    """The clause that «по словам N» is put into: what follows where it opens the clause, what precedes at its end."""
    tokens = view.tokens
    low, high = clause_bounds(view, first, last)
    after = last + 1 if last < high and tokens[last].text in (",", *DASHES) else last
    begins = first <= low or all(t.pos in ("PUNCT", "CCONJ", "SCONJ") for t in tokens[low:first])
    rest = [t for t in tokens[after:high] if t.pos != "PUNCT"]
    if begins:
        return clean(scene.text, tokens[after].start, tokens[len(tokens) - 1].stop) if rest else (0, 0)
    stop = high if rest else first
    while low < first and tokens[low].pos in ("PUNCT", "CCONJ", "SCONJ") and tokens[low].text not in OPENERS:
        low += 1
    return clean(scene.text, tokens[low].start, tokens[stop - 1].stop)


def clause_bounds(view: View, first: int, last: int) -> tuple[int, int]:
    """Tokens [low, high) between «, а», «;», «, что» on either side that part it from other finite verbs."""
    tokens = view.tokens
    low, high = 0, len(tokens)
    for i in range(1, first):
        if is_joint(view, i) and any(is_finite(t) or t.text == ":" for t in tokens[low:i]):
            low = i
    for i in range(high - 1, last, -1):
        if is_joint(view, i) and any(is_finite(t) for t in tokens[i:]) and any(is_finite(t) for t in tokens[low:i]):
            high = i
    return low, high


JOINING = (*BARE_MARKERS, "while", "whereas", "although", "хотя", "тогда")


def is_joint(view: View, at: int) -> bool:
    token, before = view.tokens[at], view.tokens[at - 1]
    return before.text in (";", ":") or (before.text == "," and (token.pos == "CCONJ" or token.lemma in JOINING))
