"""What an English word can be: its readings (tag, lemma, weight) from the tables, by inflection rule or by its ending.

Tags are a small set of our own: NN NNS NNP JJ RB CD SYM DT PRPS PRP POS WH EX IN SC CC TO MD BE HV DO VB VBP VBZ VBD
VBN VBG, and VED for a form that is both past and participle, which the parser decides by the clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lodeline.language.english.tables import rows

NOUN_WEIGHT = {"0": None, "1": -1.5, "2": 0.0, "3": 0.7, "4": 0.7}
VERB_WEIGHT = {"0": 0.5, "1": 0.5, "2": 0.3, "3": -0.4, "4": -1.2}
VOWELS = "aeiou"
PREPOSITIONS_IN_ING = frozenset({"including", "excluding", "following", "regarding", "concerning"})


class Reading(NamedTuple):
    """One way to take a word; a higher weight is more usual."""

    tag: str
    lemma: str
    weight: float = 0.0


class Noun(NamedTuple):
    """A common noun: what it names and which prepositions hang on it."""

    kind: str
    frame: frozenset[str]


@cache
def verbs() -> dict[str, str]:
    """Verb → frame letters (see data/verbs.csv)."""
    return {row["lemma"]: row["frame"] for row in rows("verbs")}


@cache
def nouns() -> dict[str, Noun]:
    return {row["lemma"]: Noun(row["class"], frozenset(row["frame"].split())) for row in rows("nouns")}


@cache
def lexicon() -> dict[str, tuple[Reading, ...]]:
    """Lower-case form → its readings."""
    forms: dict[str, dict[tuple[str, str], float]] = {}
    for form, reading in [*closed_forms(), *noun_forms(), *verb_forms()]:
        known = forms.setdefault(form, {})
        key = (reading.tag, reading.lemma)
        known[key] = max(known.get(key, reading.weight), reading.weight)
    return {form: tuple(Reading(*key, weight) for key, weight in known.items()) for form, known in forms.items()}


def closed_forms() -> Iterator[tuple[str, Reading]]:
    for row in rows("words"):
        yield row["form"], Reading(row["tag"], row["lemma"], 0.5)


def noun_forms() -> Iterator[tuple[str, Reading]]:
    weights = {row["lemma"]: NOUN_WEIGHT[row["noun"]] for row in rows("verbs")}
    irregular = {row["lemma"]: row["plural"] for row in rows("plurals")}
    for lemma in nouns():
        weight = weights.get(lemma)
        yield lemma, Reading("NN", lemma, 0.3 if weight is None else weight)
        if lemma not in irregular:
            yield plural(lemma), Reading("NNS", lemma, 0.3 if weight is None else weight)
    for row in rows("plurals"):
        yield row["plural"], Reading("NNS", row["lemma"], 0.5)


def verb_forms() -> Iterator[tuple[str, Reading]]:
    irregular: dict[str, list[tuple[str, str]]] = {}
    for row in rows("irregular"):
        irregular.setdefault(row["lemma"], []).append((row["past"], row["participle"]))
    for row in rows("verbs"):
        lemma, weight = row["lemma"], VERB_WEIGHT[row["noun"]]
        if lemma in ("be", "have", "do"):
            continue
        yield lemma, Reading("VB", lemma, weight)
        yield lemma, Reading("VBP", lemma, weight)
        yield third_person(lemma), Reading("VBZ", lemma, weight)
        active = with_ending(lemma, "ing", row["double"])
        yield active, Reading("VBG", lemma, -1.5 if active in PREPOSITIONS_IN_ING else 0.3)
        if row["noun"] == "1":
            yield lemma, Reading("NN", lemma, -1.5)
            yield plural(lemma), Reading("NNS", lemma, -1.5)
        for past, participle in irregular.get(lemma, [(with_ending(lemma, "ed", row["double"]),) * 2]):
            yield from past_forms(lemma, past, participle)
    yield "having", Reading("HV", "have", 0.5)


def past_forms(lemma: str, past: str, participle: str) -> Iterator[tuple[str, Reading]]:
    if past == participle:
        yield past, Reading("VED", lemma, 0.5)
    else:
        yield past, Reading("VBD", lemma, 0.5)
        yield participle, Reading("VBN", lemma, 0.5)


def plural(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def third_person(lemma: str) -> str:
    return lemma + "es" if lemma.endswith("o") else plural(lemma)


def with_ending(lemma: str, ending: str, double: str) -> str:
    """The verb with -ed or -ing by the rules of spelling."""
    if double:
        return lemma + lemma[-1] + ending
    if ending == "ing":
        if lemma.endswith("ie"):
            return lemma[:-2] + "ying"
        return (lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "oe")) else lemma) + "ing"
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"


@cache
def suffixes() -> tuple[tuple[str, tuple[tuple[str, float], ...]], ...]:
    """Endings, longest first, each with its tags and weights."""
    table: dict[str, list[tuple[str, float]]] = {}
    for row in rows("suffixes"):
        table.setdefault(row["suffix"], []).append((row["tag"], float(row["weight"])))
    return tuple((suffix, tuple(table[suffix])) for suffix in sorted(table, key=lambda s: -len(s)))


@cache
def guesses(form: str) -> tuple[Reading, ...]:
    """Readings of a lower-case word that no table holds: by its last part after a hyphen, else by its ending."""
    if "-" in form[1:]:
        return compound(form)
    for suffix, tags in suffixes():
        if form.endswith(suffix) and len(form) > len(suffix) + 2:
            return tuple(Reading(tag, lemma_of(form, tag), weight) for tag, weight in tags)
    return (Reading("NN", form, 0.5), Reading("JJ", form, -1.0), Reading("VB", form, -1.5), Reading("VBP", form, -4.0))


def compound(form: str) -> tuple[Reading, ...]:
    last = form.rsplit("-", 1)[1]
    known = lexicon().get(last) or guesses(last)
    if any(r.tag in ("VED", "VBN", "VBG", "JJ") for r in known):
        return (Reading("JJ", form, 1.0),)
    nominal = [r for r in known if r.tag in ("NN", "NNS")]
    return (*(Reading(r.tag, form, 0.3) for r in nominal), Reading("JJ", form, 0.5))


def lemma_of(form: str, tag: str) -> str:
    if tag in ("NNS", "VBZ"):
        if form.endswith("ies") and len(form) > 4:
            return form[:-3] + "y"
        return form[:-2] if form.endswith(("sses", "xes", "ches", "shes")) else form[:-1]
    if tag == "VED":
        return form[:-1] if form.endswith("eed") else form[:-2]
    return form[:-3] if tag == "VBG" else form


def readings(form: str) -> tuple[Reading, ...]:
    """All readings of a lower-case form; never empty."""
    return lexicon().get(form) or guesses(form)


@cache
def normal(word: str) -> str:
    """The dictionary form of a word by itself, out of context: vocabulary and cue tables are looked up by it."""
    form = word.casefold()
    found = readings(form)
    return found[0].lemma if found else form


def is_unknown(lower: str) -> bool:
    """Whether no table holds the lower-case form."""
    return lower not in lexicon()
