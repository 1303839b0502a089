"""Pieces of a text for the typed grammar: numbers, words, signs and codes in order; no piece overlaps another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, NamedTuple, TypeVar

PieceKind = Literal["number", "word", "sign", "code", "break"]

# Every alternative is deterministic or has a bounded repeat, so splitting is linear in the text.
_PIECE = re.compile(
    r"(?P<code>https?://\S+|\+\d[\d ()\-]{7,18}\d|(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d))"
    r"|(?P<number>\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)*|\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<break>[\n\r\u2028\u2029]+)"
    r"|(?P<sign>\S)"
)
SENTENCE_ENDS = frozenset(".!?…")
DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212")


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


def word_list(text: str) -> tuple[str, ...]:
    """The words of a text in order."""
    return tuple(text.split())


# Endings that may follow a stem of a Russian noun or adjective in the tables; "тонн*" is not "тоннаж".
ENDINGS = word_set(
    " а я у ю е и ы о ь й ой ей ою ею ом ем ам ям ов ев ах ях ами ями ий ый ая яя ое ее ые ие ого его ому ему "
    "им ым ую юю ых их ыми ими ью ии ия ию ием иям иях иями ией ьев ен ин ми ть"
) | {""}


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece; `fold` is lower-case with ё as е; `glued` means that no space stands before it."""

    start: int
    stop: int
    text: str
    fold: str
    kind: PieceKind
    glued: bool


def fold_word(word: str) -> str:
    """Lower case, ё as е: the form in which words are compared."""
    return word.lower().replace("ё", "е")


def split_pieces(text: str) -> list[Piece]:
    """All pieces of a text in order; spaces are left out."""
    pieces: list[Piece] = []
    end = 0
    for match in _PIECE.finditer(text):
        kind: PieceKind = match.lastgroup  # type: ignore[assignment]  # the groups are named by the kinds
        found = match.group()
        glued = bool(pieces) and match.start() == end
        pieces.append(Piece(match.start(), match.end(), found, fold_word(found), kind, glued))
        end = match.end()
    return pieces


Meaning = TypeVar("Meaning")


class Match(NamedTuple, Generic[Meaning]):
    """A phrase found: the index of the piece after it and what it means."""

    stop: int
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class _Element:
    form: str
    manner: Literal["fold", "stem", "exact"]

    def fits(self, piece: Piece) -> bool:
        if self.manner == "exact":
            return piece.text == self.form
        if self.manner == "stem":
            return piece.fold.startswith(self.form) and piece.fold[len(self.form) :] in ENDINGS
        return piece.fold == self.form


class Phrases(Generic[Meaning]):
    """Word sequences with a meaning, looked up at a place of the text; the longest wins.

    A phrase is written as in the text; `слов*` is a stem with any ending of a noun or adjective, `=Mt` keeps its case.
    """

    def __init__(self, table: Mapping[str, Meaning]) -> None:
        self._exact: dict[str, list[tuple[tuple[_Element, ...], Meaning]]] = {}
        self._stems: dict[str, list[tuple[tuple[_Element, ...], Meaning]]] = {}
        for phrase, meaning in table.items():
            elements = _elements(phrase)
            head = elements[0]
            index = self._stems if head.manner == "stem" else self._exact
            key = head.form[:3] if head.manner == "stem" else fold_word(head.form)
            index.setdefault(key, []).append((elements, meaning))

    def at(self, pieces: Sequence[Piece], index: int) -> Match[Meaning] | None:
        """The longest phrase that starts at the piece, or None."""
        if index >= len(pieces):
            return None
        head = pieces[index].fold
        whole, stems = self._exact.get(head), self._stems.get(head[:3])
        if whole is None and stems is None:
            return None
        found: Match[Meaning] | None = None
        for elements, meaning in (whole or []) + (stems or []):
            if (found is None or index + len(elements) > found.stop) and _fits(elements, pieces, index):
                found = Match(index + len(elements), meaning)
        return found


class FirstWords:
    """The words that any of some phrases or single words begins with, asked at once; stems count by three letters."""

    def __init__(self, tables: Iterable[Phrases[Any]], words: Iterable[str]) -> None:
        tables = list(tables)
        self._whole = frozenset(words).union(*(table._exact for table in tables))
        self._stems = frozenset().union(*(table._stems for table in tables))

    def __contains__(self, fold: str) -> bool:
        return fold in self._whole or fold[:3] in self._stems


def phrases(table: Mapping[Meaning, str]) -> Phrases[Meaning]:
    """A look-up from lists written with bars between the phrases: meaning → "phrase|phrase"."""
    return Phrases({phrase: meaning for meaning, text in table.items() for phrase in text.split("|")})


def _fits(elements: tuple[_Element, ...], pieces: Sequence[Piece], index: int) -> bool:
    if index + len(elements) > len(pieces):
        return False
    return all(element.fits(pieces[index + step]) for step, element in enumerate(elements))


def _elements(phrase: str) -> tuple[_Element, ...]:
    elements: list[_Element] = []
    for word in phrase.split():
        if word.startswith("="):
            elements += [_Element(piece.text, "exact") for piece in split_pieces(word[1:])]
        elif len(word) > 1 and word.endswith("*"):
            elements.append(_Element(fold_word(word[:-1]), "stem"))
        else:
            elements += [_Element(piece.fold, "fold") for piece in split_pieces(word)]
    return tuple(elements)
