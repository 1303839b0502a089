"""Names of the vocabulary found in a sentence: states, places, materials, institutions and the words that go with them.

Look-up is by dictionary forms, so that inflected names are found; each language gives its own `normal`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lodeline.vocabulary.institutions import institutions
from lodeline.vocabulary.lexicon import LateLexicon, Lexicon
from lodeline.vocabulary.materials import materials
from lodeline.vocabulary.places import countries, places, regions
from lodeline.vocabulary.terms import terms


@dataclass(frozen=True, slots=True)
class Known:
    """What the vocabulary knows of a name. `kind`: country, capital, country_adjective, demonym, region, place,
    material, material_adjective, institution, or a class of terms (post, organisation_head, asset_head…)."""

    kind: str
    key: str
    country: str | None = None
    name: str = ""
    ambiguous: bool = False
    """True for a name that also means something else: a reader wants a second sign."""


@dataclass(frozen=True, slots=True)
class Found:
    """A known name over tokens [first, last)."""

    first: int
    last: int
    known: tuple[Known, ...]

    def of(self, *kinds: str) -> Known | None:
        return next((k for k in self.known if k.kind in kinds), None)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    lexicons: tuple[Lexicon[Known] | LateLexicon[Known], ...]

    def find(self, words: Sequence[str], forms: Sequence[str] | None = None) -> Iterator[Found]:
        """All longest names per lexicon, left to right; different lexicons may overlap.

        `words` are dictionary forms; `forms` the words as the text has them, where they differ.
        """
        for lexicon in self.lexicons:
            for match in lexicon.matches(words) if isinstance(lexicon, Lexicon) else lexicon.matches(words, forms):
                yield Found(match.start, match.stop, match.values)


def build(language: str, normal: Callable[[str], str]) -> Gazetteer:
    small = (commodities(language), bodies(language), words(language))
    whole = (Lexicon.build(list(group), normal) for group in small)
    return Gazetteer((LateLexicon(geography(language), normal), *whole))


def geography(language: str) -> Iterator[tuple[str, Known]]:
    for country in countries():
        code = country.alpha2
        for kind, names in (
            ("country", country.names(language)),
            ("capital", country.stand_ins(language)),
            ("country_adjective", country.adjectives_ru if language == "ru" else country.adjectives_en),
            ("demonym", country.demonyms_ru if language == "ru" else country.demonyms_en),
        ):
            for name in names:
                yield name, Known(kind, code, code, name)
    for region in regions():
        for name in region.names(language):
            yield name, Known("region", region.key, None, name)
    for place in places():
        for name in place.names(language):
            yield name, Known("place", name, place.country, name, place.ambiguous)


def commodities(language: str) -> Iterator[tuple[str, Known]]:
    for material in materials():
        for name in material.names(language):
            yield name, Known("material", material.key, None, name)
        for name in material.adjectives(language):
            yield name, Known("material_adjective", material.key, None, name)


def bodies(language: str) -> Iterator[tuple[str, Known]]:
    for body in institutions():
        for name in body.names(language):
            yield name, Known("institution", body.key, body.country, name, name in body.ambiguous)


def words(language: str) -> Iterator[tuple[str, Known]]:
    for term in terms():
        if term.language != language:
            continue
        yield term.term, Known(term.kind, term.value or term.term, None, term.term)
