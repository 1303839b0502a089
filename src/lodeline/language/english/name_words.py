"""Words that become parts of a name because of the words beside them: small words, legal forms, common nouns.

A name that stands in a running sentence keeps its capitals: what has one beside a name belongs to the name too
("Lifezone Star Limited", "First Copperbelt Ltd"), unless it tells a nationality.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lodeline.language.english.morphology import is_unknown, nouns
from lodeline.language.english.tables import words_of
from lodeline.language.english.word import Word
from lodeline.vocabulary.terms import terms_of

CODED = re.compile(
    r"\d{1,3}[A-Z]\w*$|[a-z]+[A-Z][A-Za-z]*[a-z]{2}[A-Za-z]*$|(?:al|el|ul|ad|ar|as|ash|an|at|az)-[A-Z]\w+$"
)
"""Names that do not begin with a capital: "5E", "29Alpha", "lynxAlpha", "al-Harbi"."""
OPENING = frozenset({"“", '"', "‘", "«", "(", "[", "—", "–", "-", ":", "•", "*", "·", "…"})
FOREIGN_PARTICLES = frozenset({"do", "la", "le", "los", "van"})
"""Particles that are English words too: only between words that no table knows ("Potassio do Norte")."""
COMMON = frozenset({"NN", "NNS", "JJ", "VED", "VBN", "VBG", "VB", "CD"})
SHORTEST_FORM = 3
"""Letters of a legal form that may stand in small letters ("plc"): shorter ones are also other words."""


SYLLABLES = frozenset({"won", "young", "sun", "min", "woo", "jun", "sung"})
"""Second parts of Korean names, of which some are English words too."""


def is_coded_name(word: str) -> bool:
    return CODED.match(word) is not None


def widen_names(sentence: Sequence[Word], nationalities: frozenset[str]) -> None:
    """In a running sentence: a capital right beside a name, a legal form and a particle in small letters."""
    for at in range(1, len(sentence)):
        before, word = sentence[at - 1], sentence[at]
        if before.tag == "NNP" and joins_tail(sentence, at):
            as_name(word)
        if before.tag == "NNP" and (
            is_capital(word, nationalities) or is_small_form(word) or is_particle(sentence, at)
        ):
            as_name(word)
    for at in range(len(sentence) - 2, 0, -1):
        follows = sentence[at + 1].tag == "NNP" and sentence[at + 1].text[0].isupper()
        if follows and is_capital(sentence[at], nationalities) and not opens(sentence, at):
            as_name(sentence[at])


def opens(sentence: Sequence[Word], at: int) -> bool:
    """A capital that the place gives: behind a stop, a colon, a quotation mark or a dash."""
    return sentence[at - 1].text in OPENING or sentence[at - 1].text[-1] in ".!?"


def joins_tail(sentence: Sequence[Word], at: int) -> bool:
    """As in "Hale and Sons": one firm."""
    following = sentence[at + 1].text if at + 1 < len(sentence) else ""
    tail = following[:1].isupper() and following.lower().rstrip(".") in words_of("joint_tail")
    return sentence[at].text in ("and", "&") and tail


def as_name(word: Word) -> None:
    word.tag, word.lemma = "NNP", word.text.lower()


def is_capital(word: Word, nationalities: frozenset[str]) -> bool:
    tail = word.text.rpartition("-")[2]
    syllable = tail in SYLLABLES or is_unknown(tail)
    compound = "-" in word.text and tail.islower() and not (syllable and is_unknown(word.text.lower()))
    return word.text[0].isupper() and word.tag in COMMON and not compound and word.text.lower() not in nationalities


def is_small_form(word: Word) -> bool:
    lower = word.text.lower()
    return len(lower) >= SHORTEST_FORM and is_unknown(lower) and lower in small_forms()


@cache
def particles() -> frozenset[str]:
    return frozenset(word for term in terms_of("name_particle", "en") for word in term.split())


@cache
def bare_forms() -> frozenset[str]:
    return frozenset(term.lower().rstrip(".") for term in terms_of("legal_form", "en"))


@cache
def small_forms() -> frozenset[str]:
    return frozenset(term.lower() for term in terms_of("legal_form", "en"))


def is_particle(sentence: Sequence[Word], at: int) -> bool:
    """As in "Van der Meer", "Rashid bin Salem": before a capital, or before another particle that is."""
    lower = sentence[at].text
    if at + 1 >= len(sentence) or lower not in particles():
        return False
    if not is_unknown(lower):
        foreign = all(is_unknown(sentence[i].text.lower()) for i in (at - 1, at + 1))
        return foreign and lower in FOREIGN_PARTICLES and sentence[at + 1].text[0].isupper()
    return sentence[at + 1].text[0].isupper() or is_particle(sentence, at + 1)


def join_names(sentence: Sequence[Word]) -> None:
    """As in "Ministry of Energy and Mines": the small words inside a body's name become parts of the name."""
    inside = False
    for at, word in enumerate(sentence):
        lower = word.text.lower()
        if lower in ("of", "for") and at and (is_body(sentence[at - 1]) or is_office(sentence, at)):
            inside = join_of(sentence, at)
        elif (lower == "," and at and follows_company(sentence, at)) or (
            (inside or before_office(sentence, at) or before_form(sentence, at)) and joins(sentence, at)
        ):
            word.tag = sentence[at + 1].tag = "NNP"
        elif word.tag != "NNP":
            inside = False


def join_of(sentence: Sequence[Word], at: int) -> bool:
    """Whether "of" with or without "the" goes on with the name; its words are then tagged so."""
    last = at + 1 + (at + 1 < len(sentence) and sentence[at + 1].text == "the")
    if last >= len(sentence) or not sentence[last].text[0].isupper():
        return False
    for part in sentence[at - 1 : last + 1]:
        part.tag, part.lemma = "NNP", part.text.lower()
    return True


def is_office(sentence: Sequence[Word], at: int) -> bool:
    """As in "Secretary of State Alan Brook", "Minister of Mines Joan Nakato"."""
    opens = sentence[at - 1].text in ("Secretary", "Minister") and at + 2 < len(sentence)
    return opens and sentence[at + 2].text[0].isupper() and not is_unknown(sentence[at + 1].text.lower())


def is_body(word: Word) -> bool:
    lower = word.text.lower()
    noun = nouns().get(lower)
    return word.text[0].isupper() and (lower in words_of("named_body") or (noun is not None and noun.kind == "body"))


def joins(sentence: Sequence[Word], at: int) -> bool:
    """Whether "and" stands between two capitalised common nouns: "Energy and Mines"."""
    if sentence[at].text.lower() not in ("and", "&") or at + 1 >= len(sentence):
        return False
    return all(w.text[0].isupper() and is_plain(w.text.lower()) for w in (sentence[at - 1], sentence[at + 1]))


def is_plain(lower: str) -> bool:
    """A word of the dictionary, or one of the beasts and things that firms are called by."""
    return not is_unknown(lower) or lower in words_of("emblem")


def before_office(sentence: Sequence[Word], at: int) -> bool:
    """As in "Energy and Mineral Resources Minister": an office follows the pair."""
    for word in sentence[at + 1 : at + 5]:
        if not word.text[0].isupper():
            return False
        if word.text.lower() in words_of("office_in_name"):
            return True
    return False


def before_form(sentence: Sequence[Word], at: int) -> bool:
    """As in "Fox and Hare Mining Inc": two plain words by themselves, and a legal form behind them."""
    if at == 0 or (at > 1 and sentence[at - 2].text[0].isupper()):
        return False
    for word in sentence[at + 1 : at + 5]:
        if word.text.rstrip(".").lower() in bare_forms():
            return True
        if not word.text[0].isupper():
            return False
    return False


def follows_company(sentence: Sequence[Word], at: int) -> bool:
    """The comma of "Trading Co., Ltd."."""
    following = sentence[at + 1].text if at + 1 < len(sentence) else ""
    return sentence[at - 1].tag == "NNP" and following.rstrip(".") in ("Ltd", "Inc", "LLC", "LP", "Limited")
