"""What the best path of tags cannot see: pairs of words, series of verbs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from lodeline.language.english.morphology import Reading
from lodeline.language.english.tables import rows
from lodeline.language.english.word import Word

OFTEN_ADVERBS = frozenset({"up", "down", "off", "out", "over", "about", "around"})
VERB_TAGS = frozenset({"VB", "VBP", "VBZ", "VBD", "VED", "VBN", "VBG"})
NOMINAL = frozenset({"NN", "NNS", "NNP", "CD", "JJ"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "VED", "MD", "BE", "HV", "DO"})
BEFORE_NOUN = frozenset({"DT", "PRPS", "NN", "NNS", "NNP", "JJ", "CD", "SYM", "PRP", "VBG"})


def mend(sentence: Sequence[Word], at: int) -> None:
    """Give a word the tag of the first rule that speaks for it."""
    following = sentence[at + 1].tag if at + 1 < len(sentence) else ""
    for rule in RULES:
        tag = rule(sentence, at, following)
        if tag:
            sentence[at].tag = tag
            break
    if at == 0 and sentence[at].tag == "VB":
        sentence[at].form = "Fin"


def particle(sentence: Sequence[Word], at: int, following: str) -> str:
    """As in "set up a venture", or "cools down." with nothing that could depend on it."""
    word, before = sentence[at], sentence[at - 1] if at else sentence[at]
    if before.lemma in phrasal().get(word.text.lower(), ()) and before.tag in VERB_TAGS:
        return "RB"
    alone = word.tag == "IN" and word.lemma in OFTEN_ADVERBS and following not in BEFORE_NOUN
    return "RB" if alone else ""


def that_word(sentence: Sequence[Word], at: int, following: str) -> str:
    word = sentence[at]
    return that_tag(sentence, at, following) if word.lemma == "that" and word.tag in ("DT", "SC", "WH") else ""


def quantifier(sentence: Sequence[Word], at: int, following: str) -> str:
    """As in "$200m each", "all the states"."""
    word = sentence[at]
    before = sentence[at - 1].tag if at else ""
    if word.lemma == "each" and (following in ("PU", "CC", "") or before in ("MD", "HV", "BE")):
        return "RB"
    if word.lemma == "since" and before == "HV":
        return "RB"
    return "DT" if word.lemma in ("all", "both", "half") and following == "DT" and word.tag == "PRP" else ""


def about_number(sentence: Sequence[Word], at: int, following: str) -> str:
    word = sentence[at]
    numeric = word.tag == "IN" and following in ("CD", "SYM")
    between = word.lemma == "between" and any(w.text == "and" for w in sentence[at + 2 : at + 6])
    return "RB" if numeric and (word.lemma in ("about", "around") or between) else ""


def inversion(sentence: Sequence[Word], at: int, following: str) -> str:
    """As in "Were the ban to …", "Should they go ahead, …": a condition without "if"."""
    opens = at == 0 and sentence[at].text in ("Were", "Should", "Had") and following in BEFORE_NOUN
    return "SC" if opens and sentence[-1].text != "?" else ""


def joins_modifier(sentence: Sequence[Word], at: int) -> bool:
    """As in "the issued and outstanding shares"."""
    tags = [w.tag for w in sentence[at + 1 : at + 4]]
    return len(tags) == 3 and tags[0] == "CC" and tags[1] in ("JJ", "VED") and tags[2] in NOMINAL


def participle_inside(sentence: Sequence[Word], at: int, following: str) -> str:
    """As in "the agreed price", "its remaining stake"."""
    if at == 0 or not (following in NOMINAL or following == "SYM" or joins_modifier(sentence, at)):
        return ""
    before = sentence[at - 1].tag
    past = sentence[at].tag == "VED" and before in ("DT", "PRPS", "POS", "JJ")
    return "JJ" if past or (sentence[at].tag == "VBG" and before in ("DT", "PRPS", "POS")) else ""


def state_by_initials(sentence: Sequence[Word], at: int, following: str) -> str:
    """As in "the U.S. and Peru": initials of a state with no noun behind them are its name, no adjective."""
    word = sentence[at]
    return "NNP" if word.tag == "JJ" and word.text.isupper() and following not in NOMINAL else ""


RULES = (state_by_initials, particle, that_word, quantifier, about_number, inversion, participle_inside)


def that_tag(sentence: Sequence[Word], at: int, following: str) -> str:
    if at + 1 < len(sentence) and sentence[at + 1].text == "of":
        return "PRP"
    before = sentence[at - 1].tag if at else ""
    if before in ("NN", "NNS", "NNP", "CD") and (following in FINITE or following == "RB"):
        return "WH"
    if before in ("VED", "VBD", "VBZ", "VBP", "VB", "VBG", "VBN", "JJ", "NN", "NNS", "NNP", "PU", "CC", "RB", "PRP"):
        return "PRP" if following in ("PU", "BE", "") else "SC"
    return "DT" if following in BEFORE_NOUN else "PRP"


def join_verbs(sentence: Sequence[Word], options: Sequence[tuple[Reading, ...]]) -> None:
    """As in "to mine and process copper", "will explore, process and ship": verbs of one series keep one form."""
    for at in range(1, len(sentence) - 1):
        if sentence[at].tag != "CC":
            continue
        if sentence[at - 1].tag == "VB" and sentence[at + 1].tag in ("NN", "NNS") and at + 2 < len(sentence):
            if sentence[at + 2].tag in BEFORE_NOUN:
                as_verb(sentence[at + 1], options[at + 1])
        elif sentence[at + 1].tag == "VB" and at > 2 and sentence[at - 2].text == "," and sentence[at - 3].tag == "VB":
            as_verb(sentence[at - 1], options[at - 1])


def as_verb(word: Word, options: Sequence[Reading]) -> None:
    reading = next((r for r in options if r.tag == "VB"), None)
    if reading is not None:
        word.tag, word.lemma = "VB", reading.lemma


def find_verb(sentence: Sequence[Word], options: Sequence[tuple[Reading, ...]]) -> None:
    """A sentence that got no finite verb takes the first noun that can be one after a noun or pronoun."""
    for at in range(1, len(sentence) - 1):
        if sentence[at - 1].tag not in ("NN", "NNS", "NNP", "PRP") or sentence[at + 1].tag in ("PU", "NNS"):
            continue
        wanted = "VBP" if is_plural(sentence, at - 1) else "VBZ"
        reading = next((r for r in options[at] if r.tag == wanted and r.weight > -1), None)
        if reading is not None:
            sentence[at].tag, sentence[at].lemma = wanted, reading.lemma
            return


def is_plural(sentence: Sequence[Word], at: int) -> bool:
    """A plural noun, or the second of two names: "EU, Kazakhstan sign"."""
    pair = at > 1 and sentence[at].tag == "NNP" and sentence[at - 1].text in (",", "and", "&")
    return sentence[at].tag == "NNS" or pair


@cache
def phrasal() -> dict[str, frozenset[str]]:
    """Particle → verbs that take it as part of themselves ("set up", "call off")."""
    return {row["particle"]: frozenset(row["verbs"].split()) for row in rows("phrasal")}
