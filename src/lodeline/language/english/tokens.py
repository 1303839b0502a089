"""Words as read → tokens of the shared interface: Universal Dependencies parts of speech and features."""

from __future__ import annotations

from collections.abc import Sequence

from lodeline.language.analysis import Token
from lodeline.language.english.word import Word

UD = {
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "JJ": "ADJ",
    "RB": "ADV",
    "CD": "NUM",
    "SYM": "SYM",
    "DT": "DET",
    "PRPS": "PRON",
    "PRP": "PRON",
    "POS": "PART",
    "WH": "PRON",
    "EX": "PRON",
    "IN": "ADP",
    "SC": "SCONJ",
    "CC": "CCONJ",
    "TO": "PART",
    "MD": "AUX",
    "PU": "PUNCT",
}


def finished(words: Sequence[Word]) -> tuple[Token, ...]:
    return tuple(token(word) for word in words)


def token(word: Word) -> Token:
    return Token(
        word.start,
        word.stop,
        word.text,
        word.lemma,
        part_of_speech(word),
        number=number(word),
        tense=word.tense,
        voice=word.voice,
        form=word.form,
        head=word.head,
        relation=word.relation,
    )


def part_of_speech(word: Word) -> str:
    if word.aux:
        return "PART" if word.tag == "TO" else "AUX"
    if word.tag == "RB" and word.lemma in ("not", "n't"):
        return "PART"
    if word.tag == "TO" and word.relation == "case":
        return "ADP"
    if word.tag == "IN" and word.relation == "mark":
        return "SCONJ"
    return UD.get(word.tag, "VERB")


def number(word: Word) -> str:
    return {"NNS": "Plur", "NN": "Sing", "NNP": "Sing"}.get(word.tag, "")
