"""The door to the room: a document → its analysis, by the language that it is in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from lodeline.documents.document import Document
from lodeline.language.analysis import Analysis, ZoneSpan
from lodeline.language.mixed import parts
from lodeline.language.noise import without_noise
from lodeline.language.zones import find_zones

Analyser = Callable[[str, Sequence[ZoneSpan], str | None], Analysis]


def analyse(document: Document) -> Analysis:
    """All layers of a document's text, each sentence by the reader of its language.

    The text is read through a copy without noise, whose offsets are the document's own. A language without an analyser
    gives zones only, never an error.
    """
    text, anchor = without_noise(document.text, document.language), document.published.date
    zones = find_zones(text)
    analyser = analyser_of(document.language)
    if analyser is None:
        return Analysis(text, document.language, anchor, zones, (), (), ())
    own, *others = parts(text, zones, document.language).items()
    read = [a(text, spans, anchor) for language, spans in others if (a := analyser_of(language)) is not None]
    return replace(analyser(text, own[1], anchor), zones=zones, others=tuple(read))


def analyser_of(language: str) -> Analyser | None:
    """The reader of a language, loaded when the first text needs it."""
    if language == "ru":
        from lodeline.language.russian.analyse import analyse as russian

        return russian
    if language == "en":
        from lodeline.language.english.analyse import analyse as english

        return english
    if language == "kk":
        from lodeline.language.kazakh.analyse import analyse as kazakh

        return kazakh
    return None


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
