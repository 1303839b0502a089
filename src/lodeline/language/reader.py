"""The door to the room: a document → its analysis, by the language that it is in."""

from __future__ import annotations

from collections.abc import Callable

from lodeline.documents.document import Document
from lodeline.language.analysis import Analysis
from lodeline.language.zones import find_zones


def analyse(document: Document) -> Analysis:
    """All layers of a document's text. A language without an analyser gives zones only, never an error."""
    zones = find_zones(document.text)
    anchor = document.published.date
    if document.language == "ru":
        from lodeline.language.russian.analyse import analyse as russian

        return russian(document.text, zones, anchor)
    if document.language == "en":
        from lodeline.language.english.analyse import analyse as english

        return english(document.text, zones, anchor)
    if document.language == "kk":
        from lodeline.language.kazakh.analyse import analyse as kazakh

        return kazakh(document.text, zones, anchor)
    return Analysis(document.text, document.language, anchor, zones, (), (), ())


def normal_of(language: str) -> Callable[[str], str]:
    """The function that gives a word's dictionary form out of context: tables are looked up by it."""
    if language == "ru":
        from lodeline.language.russian.morphology import normal as russian

        return russian
    if language == "en":
        from lodeline.language.english.morphology import normal as english

        return english
    if language == "kk":
        from lodeline.language.kazakh.morphology import normal as kazakh

        return kazakh
    return str.casefold
