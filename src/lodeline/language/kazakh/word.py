"""A word of a Kazakh sentence while it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lodeline.language.analysis import Token
from lodeline.language.kazakh.morphology import Reading, fold, reading

LATIN_END = "abcdefghijklmnopqrstuvwxyz"
ABBREVIATION = 4
"""Letters of an abbreviation: АҚ is a form of company, and not white."""
MARKS = frozenset('«»“”„"()[],.;:!?…–—-')


@dataclass(slots=True)
class Word:
    """A word with its reading, and what the parser adds."""

    start: int
    stop: int
    text: str
    read: Reading
    head: int = -1
    relation: str = ""

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def fold(self) -> str:
        return fold(self.text)

    @property
    def mark(self) -> bool:
        return self.text in MARKS


def read_words(text: str, spans: Sequence[tuple[int, int]]) -> list[Word]:
    """The words of one sentence with their readings; the last word before a mark may be the verb."""
    pieces = [text[start:stop] for start, stop in spans]
    found = []
    for n, (start, stop) in enumerate(spans):
        following = pieces[n + 1] if n + 1 < len(pieces) else "."
        found.append(Word(start, stop, pieces[n], read_piece(pieces[n], following)))
    return found


def read_piece(piece: str, following: str) -> Reading:
    if piece in MARKS or not any(letter.isalnum() for letter in piece):
        return Reading(piece, "PUNCT")
    if piece[0].isdigit():
        return Reading(piece, "NUM")
    read = reading(fold(piece), following in MARKS)
    short = piece.isupper() and 1 < len(piece) <= ABBREVIATION and read.pos == "ADJ"
    return Reading(read.lemma, "NOUN", "Nom", "Sing") if short else read


def token(word: Word) -> Token:
    """The word as the one interface gives it."""
    read = word.read
    return Token(
        start=word.start,
        stop=word.stop,
        text=word.text,
        lemma=read.lemma,
        pos="PROPN" if read.pos == "NOUN" and word.capital and not read.known else read.pos,
        case=read.case,
        number=read.number,
        tense=read.tense,
        voice=read.voice,
        form=read.form,
        polarity="Neg" if read.negative else "",
        head=word.head,
        relation=word.relation,
    )


def as_verb(word: Word, form: str, tense: str) -> None:
    """Settle a verb's form by where it stands."""
    word.read = replace(word.read, pos="VERB", form=form, tense=tense, case="")
