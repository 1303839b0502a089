"""A lexicon: names of one or more words, found in a run of normalised words by the longest match."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """`words[start:stop]` is a name of the lexicon; `values` are all that bear it, in order of registration."""

    start: int
    stop: int
    values: tuple[T, ...]

    @property
    def value(self) -> T:
        """The first bearer of the name."""
        return self.values[0]


@dataclass(frozen=True, slots=True)
class Lexicon(Generic[T]):
    """Names by their first word, longest first; words are compared as they stand, so both sides use one `normal`."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], tuple[T, ...]], ...]]

    @classmethod
    def build(cls, entries: Iterable[tuple[str, T]], normal: Callable[[str], str] = str.lower) -> Lexicon[T]:
        """`normal` brings one word of a name to the form in which the text's words will be given, its lemma for one."""
        named: dict[tuple[str, ...], list[T]] = {}
        for name, value in entries:
            words = tuple(normal(word) for word in split(name))
            if words and value not in (bearers := named.setdefault(words, [])):
                bearers.append(value)
        by_first: dict[str, list[tuple[tuple[str, ...], tuple[T, ...]]]] = {}
        for words in sorted(named, key=len, reverse=True):
            by_first.setdefault(words[0], []).append((words, tuple(named[words])))
        return cls({first: tuple(rest) for first, rest in by_first.items()})

    def match(self, words: Sequence[str], at: int) -> Match[T] | None:
        """The longest name that begins at that word; None where no name does."""
        for name, values in self.by_first.get(words[at], ()):
            stop = at + len(name)
            if tuple(words[at:stop]) == name:
                return Match(at, stop, values)
        return None

    def matches(self, words: Sequence[str]) -> Iterator[Match[T]]:
        """All names from left to right, each as long as can be, none overlapping another."""
        taken = 0
        for at, word in enumerate(words):
            if at >= taken and word in self.by_first and (found := self.match(words, at)) is not None:
                yield found
                taken = found.stop


@dataclass(slots=True)
class _Entry(Generic[T]):
    stem: str
    """What the first word keeps in every form."""
    name: str
    value: T
    words: tuple[str, ...] = ()


class LateLexicon(Generic[T]):
    """A large lexicon whose names are brought to their dictionary forms only when a text may hold them.

    It finds what a `Lexicon` finds, for names whose first word changes in its last letters alone.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], normal: Callable[[str], str] = str.lower) -> None:
        self._normal = normal
        self._by_letters: dict[str, list[_Entry[T]]] = {}
        for name, value in entries:
            first = folded(next(iter(split(name)), ""))
            if not first:
                continue
            part = first.split("-", 1)[0]
            entry = _Entry(part[: max(LETTERS, len(part) - ENDING)], name, value)
            self._by_letters.setdefault(first[:LETTERS], []).append(entry)

    def matches(self, words: Sequence[str], forms: Sequence[str] | None = None) -> Iterator[Match[T]]:
        """All names from left to right, none overlapping another; `forms` are the words as the text has them."""
        taken = 0
        for at, form in enumerate(words if forms is None else forms):
            found = self._match(words, at, folded(form)) if at >= taken else None
            if found is not None:
                yield found
                taken = found.stop

    def _match(self, words: Sequence[str], at: int, form: str) -> Match[T] | None:
        found: dict[tuple[str, ...], list[T]] = {}
        for entry in self._by_letters.get(form[:LETTERS], ()):
            if form.startswith(entry.stem):
                entry.words = entry.words or tuple(self._normal(word) for word in split(entry.name))
                if tuple(words[at : at + len(entry.words)]) == entry.words:
                    bearers = found.setdefault(entry.words, [])
                    bearers += [] if entry.value in bearers else [entry.value]
        longest = max(found, key=len, default=None)
        return None if longest is None else Match(at, at + len(longest), tuple(found[longest]))


LETTERS = 3
"""Letters that a name and its forms share at the least."""
ENDING = 3
"""Last letters that may change: «Череповец», «в Череповце»."""


def folded(word: str) -> str:
    return word.casefold().replace("ё", "е")


_QUOTES = str.maketrans(dict.fromkeys('«»“”„"', " ") | {"’": "'", "–": " ", "—": " ", ",": " "})


def split(name: str) -> list[str]:
    """The words of a name: quotes, commas and spaced dashes fall away, a hyphenated word stays one word."""
    return name.translate(_QUOTES).split()
