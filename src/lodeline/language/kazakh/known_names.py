"""What the vocabulary knows of a Kazakh sentence, and the case of a name that it does not know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from lodeline.language.gazetteer import Found, Gazetteer, Known, bodies, commodities, words
from lodeline.language.kazakh.endings import CASES, VOWELS, joins
from lodeline.language.kazakh.morphology import fold, normal, reading, vocabulary
from lodeline.language.kazakh.tables import first_names, peoples
from lodeline.vocabulary.lexicon import LateLexicon, Lexicon
from lodeline.vocabulary.places import countries, places, regions

ORDER = ("Gen", "Abl", "Com", "Ine", "Dat", "Acc")
SHORTEST = 3


@cache
def gazetteer() -> Gazetteer:
    small = (commodities("kk"), bodies("kk"), words("kk"))
    whole = (Lexicon.build(list(group), normal) for group in small)
    return Gazetteer((LateLexicon(geography(), normal), *whole))


def geography() -> Iterator[tuple[str, Known]]:
    """States, capitals, regions and places; a name that has no Kazakh form is written as in Russian."""
    for state in countries():
        code = state.alpha2
        yield from ((name, Known("country", code, code, name)) for name in state.names("kk"))
        for name in state.stand_ins("kk") or state.stand_ins("ru"):
            yield name, Known("capital", code, code, name)
    for region in regions():
        yield from ((name, Known("region", region.key, None, name)) for name in region.names("kk"))
    for place in places():
        for name in place.names("kk") or place.names("ru"):
            yield name, Known("place", name, place.country, name, place.ambiguous)


def find_known(texts: Sequence[str]) -> list[Found]:
    return list(gazetteer().find([normal(text) for text in texts], texts))


def state_of(text: str) -> str | None:
    """The state of "қазақстандық", "неміс", "британдықтар": a people, or a place with the suffix of belonging."""
    word = reading(fold(text), False)
    if word.lemma in peoples():
        return peoples()[word.lemma]
    for suffix in (
        "лықтар",
        "ліктер",
        "дықтар",
        "діктер",
        "тықтар",
        "тіктер",
        "лық",
        "лік",
        "дық",
        "дік",
        "тық",
        "тік",
    ):
        base = word.lemma.removesuffix(suffix)
        if base != word.lemma and len(base) > SHORTEST:
            return state_named(base)
    return None


@cache
def state_named(name: str) -> str | None:
    found = next(iter(gazetteer().lexicons[0].matches([normal(name)])), None)
    return next((known.country for known in found.values if known.country), None) if found else None


def parted(text: str) -> tuple[str, str]:
    """A name that no table knows, without its case ending, and the case: "Тоқаевтың" → ("Тоқаев", "Gen")."""
    word = fold(text)
    if word in vocabulary() or word in first_names():
        return text, "Nom"
    stem, hyphen, ending = text.rpartition("-")
    if hyphen and stem and (case := case_of(fold(ending))):
        return stem, case
    for case in ORDER:
        for form in CASES[case].split():
            base = word[: -len(form)]
            if word.endswith(form) and fits(base, form):
                return text[: -len(form)], case
    return text, "Nom"


def fits(base: str, form: str) -> bool:
    vowels = sum(letter in VOWELS or letter in "ую" for letter in base)
    longer = len(base) > SHORTEST or (len(form) > 2 and len(base) == SHORTEST)
    return longer and vowels > 0 and joins(base, form) and base[-1] not in "ьъ"


def case_of(ending: str) -> str | None:
    return next((case for case, forms in CASES.items() if ending in forms.split()), None)
