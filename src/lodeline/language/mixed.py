"""Texts in two languages: which sentences are Kazakh and which Russian or English, so that each has its own reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from lodeline.documents.detect import Tongue, tongues
from lodeline.language.analysis import READ_ZONES, ZoneSpan
from lodeline.language.kazakh.segment import sentences

KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"\b[a-z]{2,}\b")
SHORTEST = 4
"""Words: a shorter sentence goes with the text around it."""
ENGLISH = 4
"""Small Latin words from which on a sentence is English and no Kazakh one that names a company."""


def parts(text: str, zones: Sequence[ZoneSpan], language: str) -> Mapping[str, list[ZoneSpan]]:
    """Zones by the language that they are in, those of two languages cut where they meet; the text's own is first."""
    found: dict[str, list[ZoneSpan]] = {language: []}
    if language not in ("kk", "ru") or not KAZAKH.search(text):
        return {language: list(zones)}
    for zone in zones:
        for tongue, span in runs(text, zone, language) if zone.zone in READ_ZONES else [(language, zone)]:
            found.setdefault(tongue, []).append(span)
    return found


def runs(text: str, zone: ZoneSpan, language: str) -> Iterator[tuple[str, ZoneSpan]]:
    """Stretches of sentences of one language."""
    first, held = zone.start, ""
    last = zone.start
    for start, stop in sentences(text, zone.start, zone.stop):
        tongue = language_of(text[start:stop], held or language)
        if held and tongue != held:
            yield held, replace(zone, start=first, stop=last)
            first = start
        held, last = tongue, stop
    yield held or language, replace(zone, start=first)


def language_of(sentence: str, around: str) -> str:
    """Kazakh, Russian or English; where too little tells, what stands around it."""
    words = WORD.findall(sentence)
    if len(words) < SHORTEST:
        return around
    latin = len(LATIN.findall(sentence))
    if latin >= ENGLISH and latin * 2 > len(words):
        return "en"
    if any(KAZAKH.search(word) for word in words if word.islower()):
        return "kk"
    russian, kazakh = (sum(word.lower() in tongue(code).words for word in words) for code in ("ru", "kk"))
    return around if russian == kazakh else "ru" if russian > kazakh else "kk"


@cache
def tongue(code: str) -> Tongue:
    return next(each for each in tongues() if each.code == code)
