"""Mending trees: loops that lost an adjective, sums that act, words hung on the verb of the neighbouring clause.

Where «, а», «, но», «, и» or «;» part two stretches that each hold a finite verb, no noun depends across the joint: it
goes to the nearest finite verb on its own side. Coordinated nouns and verbs keep their links.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lodeline.language.analysis import Token

JOINTS = ("а", "но", "и", "однако", "зато")
CROSSING = ("conj", "cc", "punct", "parataxis", "advcl", "acl", "acl:relcl", "ccomp", "xcomp", "root", "mark", "csubj")


SCALES = ("миллион", "миллиард", "тысяча", "триллион")
SHORT_WAY = 3
"""Words from a cut-off adjective to its noun."""


def mend(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with heads that lie in their own stretch, no loose adjective and no sum that acts."""
    return across_joints(rejoined(acting_sums(tokens)))


def acting_sums(tokens: Sequence[Token]) -> list[Token]:
    """«за 90 млн продала»: the scale of a sum is no second subject of a verb."""
    acting = [t.head for t in tokens if t.relation == "nsubj" and t.lemma not in SCALES]
    second = [t.relation == "nsubj" and t.lemma in SCALES and t.head in acting for t in tokens]
    return [replace(t, relation="obl") if odd else t for t, odd in zip(tokens, second, strict=True)]


def rejoined(tokens: Sequence[Token]) -> list[Token]:
    """An adjective that lost its head to a loop («доля медного проекта») goes back to its noun."""
    mended = list(tokens)
    for i, token in enumerate(tokens):
        nouns = (n for n in range(i + 1, min(len(tokens), i + 1 + SHORT_WAY)) if tokens[n].head == i)
        noun = next((n for n in nouns if tokens[n].pos in ("NOUN", "PROPN") and tokens[n].case == token.case), None)
        if token.head < 0 and token.relation == "amod" and noun is not None:
            over = next((n for n in range(i - 1, -1, -1) if tokens[n].pos in ("NOUN", "VERB")), None)
            if over is not None:
                mended[noun] = replace(tokens[noun], head=over, relation="nmod")
                mended[i] = replace(token, head=noun)
    return mended


def across_joints(tokens: Sequence[Token]) -> tuple[Token, ...]:
    stretches = clauses(tokens)
    if len(stretches) < 2:
        return tuple(tokens)
    side = {i: n for n, (first, last) in enumerate(stretches) for i in range(first, last)}
    mended = list(tokens)
    for i, token in enumerate(tokens):
        strays = token.head >= 0 and side[token.head] != side[i] and token.relation not in CROSSING
        if strays and not is_finite(token):
            verb = nearest_verb(tokens, i, stretches[side[i]])
            mended[i] = replace(token, head=verb, relation="obl" if token.relation == "nmod" else token.relation)
    return tuple(mended)


def clauses(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Stretches [first, last) between joints, each with a finite verb; a joint without one on both sides is none."""
    cuts = [i for i in range(1, len(tokens)) if is_joint(tokens, i)]
    stretches: list[tuple[int, int]] = []
    first = 0
    for cut in cuts:
        if has_finite(tokens[first:cut]) and has_finite(tokens[cut:]):
            stretches.append((first, cut))
            first = cut
    return [*stretches, (first, len(tokens))]


def is_joint(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at - 1].text == ";":
        return True
    return tokens[at].lemma in JOINTS and tokens[at].pos == "CCONJ" and tokens[at - 1].text == ","


def is_finite(token: Token) -> bool:
    return token.pos == "VERB" and token.form == "Fin"


def has_finite(tokens: Sequence[Token]) -> bool:
    return any(is_finite(t) for t in tokens)


def nearest_verb(tokens: Sequence[Token], at: int, stretch: tuple[int, int]) -> int:
    verbs = [i for i in range(*stretch) if is_finite(tokens[i]) and i != at]
    return min(verbs, key=lambda i: abs(i - at))
