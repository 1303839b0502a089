"""Mending trees: loops that lost an adjective, sums that act, words hung on the verb of the neighbouring clause.

Where «, а», «, но», «, и» or «;» part two stretches that each hold a finite verb, no noun depends across the joint: it
goes to the nearest finite verb on its own side. Coordinated nouns and verbs keep their links.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lodeline.language.analysis import Token
from lodeline.language.russian.morphology import lemma, parses, tenses

JOINTS = ("а", "но", "и", "однако", "зато")
CROSSING = ("conj", "cc", "punct", "parataxis", "advcl", "acl", "acl:relcl", "ccomp", "xcomp", "root", "mark", "csubj")


SCALES = ("миллион", "миллиард", "тысяча", "триллион")
SHORT_WAY = 3
"""Words from a cut-off adjective to its noun."""


def mend(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with heads that lie in their own stretch, no loose adjective and no sum that acts."""
    return across_joints(rejoined(acting_sums(missed_verbs(tokens))))


def missed_verbs(tokens: Sequence[Token]) -> Sequence[Token]:
    """A rare verb taken for an adjective («что перезапустит фабрику»): it stands over the noun that it was hung on."""
    missed = [i for i, t in enumerate(tokens) if t.pos in ("ADJ", "NOUN") and is_only_verb(t.text)]
    if not missed:
        return tokens
    mended = list(tokens)
    for i in missed:
        token = mended[i]
        (tense,) = tenses(token.text)
        verb = replace(
            token,
            lemma=lemma(token.text, "VERB", ""),
            pos="VERB",
            case="",
            form="Fin",
            voice="Act",
            tense=TENSES[tense],
        )
        noun = token.head if token.head > i else next((n for n in range(i + 1, len(mended)) if mended[n].head == i), -1)
        if noun > i and token.relation in ("amod", "nmod"):
            over = next((n for n in range(i - 1, -1, -1) if is_finite(mended[n])), -1)
            verb = replace(verb, head=over, relation="ccomp" if over >= 0 else "root")
            mended[noun] = replace(mended[noun], head=i, relation="obj")
        mended[i] = verb
        actor = next((n for n in range(i + 1, min(len(mended), i + 1 + SHORT_WAY)) if is_lost_actor(mended, n, i)), -1)
        if actor > 0 and not any(t.head == i and t.relation == "nsubj" for t in mended):
            mended[actor] = replace(mended[actor], head=i, relation="nsubj")
    return mended


def is_lost_actor(tokens: Sequence[Token], at: int, verb: int) -> bool:
    """«развёл руками Тадессе»: a name in the nominative that hangs on what stands between it and the verb."""
    token = tokens[at]
    named = token.pos == "PROPN" and token.case in ("Nom", "") and token.relation == "nmod"
    return named and verb < token.head < at


TENSES = {"futr": "Fut", "past": "Past", "pres": "Pres"}


def is_only_verb(word: str) -> bool:
    """A word of small letters that the dictionary knows as one form of a verb and as nothing else."""
    one = len(tenses(word)) == 1 and tenses(word) <= TENSES.keys()
    return one and word.islower() and all(p.tag.POS == "VERB" for p in parses(word))


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
    """A finite verb, or what stands for one («обещано включить»)."""
    impersonal = token.pos in ("ADJ", "VERB") and token.text.casefold().endswith(IMPERSONAL)
    return impersonal or (token.pos == "VERB" and token.form == "Fin")


IMPERSONAL = ("ано", "ено", "ято", "уто")


def has_finite(tokens: Sequence[Token]) -> bool:
    return any(is_finite(t) for t in tokens)


def nearest_verb(tokens: Sequence[Token], at: int, stretch: tuple[int, int]) -> int:
    verbs = [i for i in range(*stretch) if is_finite(tokens[i]) and i != at]
    return min(verbs, key=lambda i: abs(i - at))
