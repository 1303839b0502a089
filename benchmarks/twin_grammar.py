"""Russian enough to put one name in the place of another: cases, agreement of the verb, capitals."""

import re
from functools import cache
from typing import Any

from twin_names import PARTICLES

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")

PREPOSITIONS = {
    **dict.fromkeys(["в", "во", "на"], ("accs", "loct")),
    **dict.fromkeys(["о", "об", "при"], ("loct",)),
    **dict.fromkeys(["с", "со", "между", "над", "перед"], ("ablt",)),
    **dict.fromkeys(["к", "ко", "по"], ("datv",)),
    **dict.fromkeys(["из", "от", "до", "у", "для", "без", "после", "против"], ("gent",)),
    **dict.fromkeys(["через", "про"], ("accs",)),
}


@cache
def morph() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def like(pattern: str, word: str) -> str:
    """`word` with the capitals of `pattern`, part by part of a compound."""
    parts = zip(pattern.split("-"), word.split("-"), strict=False)
    return "-".join(w.upper() if p.isupper() else w.capitalize() if p[:1].isupper() else w for p, w in parts)


@cache
def nominative(word: str, plural: bool = False) -> Any:
    """The dictionary reading of a base form: nominative, a noun or (words in -ий, -ый, -ой) a full adjective."""
    number = "plur" if plural else "sing"
    readings = [p for p in morph().parse(word) if p.tag.case == "nomn" and p.tag.POS in ("NOUN", "ADJF", "PRTF")]
    readings.sort(key=lambda p: p.tag.POS != "ADJF" and word.endswith("ский"))
    return next((p for p in readings if p.tag.number == number), readings[0] if readings else None)


def inflected(word: str, case: str, plural: bool = False) -> str:
    reading = nominative(word, plural)
    if case == "accs" and reading and reading.tag.POS in ("ADJF", "PRTF") and reading.tag.gender == "masc":
        return word  # things, not people: the accusative is the nominative
    form = reading.inflect({case}) if reading else None
    return like(word, form.word if form else word)


def man_in(word: str, case: str) -> str:
    """One part of a man's name: names in -o, -u, -i do not decline, Russian surnames take the adjective's ending."""
    if word in PARTICLES or word[-1] in "оуиеюэ" or case == "nomn":
        return word
    endings = dict(zip(CASES[1:], ("а", "у", "а", "ом", "е"), strict=True))
    if word[-1] == "ь":
        return word[:-1] + dict(zip(CASES[1:], ("я", "ю", "я", "ем", "е"), strict=True))[case]
    if case == "ablt" and re.search(r"(ов|ев|тин)$", word):
        return word + "ым"
    return word + endings[case]


Paradigm = dict[str, str]


def paradigm(phrase: str, fixed_from: int = 9, plural: bool = False) -> Paradigm:
    """Six cases of a phrase; words from `fixed_from` on ("банк развития") stay as they are."""
    words = phrase.split(" ")
    return {
        case: " ".join(w if i >= fixed_from else inflected(w, case, plural) for i, w in enumerate(words))
        for case in CASES
    }


def name_paradigm(name: str) -> Paradigm:
    return {case: " ".join(man_in(part, case) for part in name.split(" ")) for case in CASES}


def indeclinable(name: str) -> Paradigm:
    return dict.fromkeys(CASES, name)


def state_paradigm(name: str) -> Paradigm:
    plural = name.startswith(("Объединенн", "Соединенн", "Соединённ"))
    return indeclinable(name) if name in ("США", "Марокко") else paradigm(name, plural=plural)


def gender(name: str) -> str:
    """Gender of a subject, or "plur"."""
    if name == "США" or name.startswith(("Объединенн", "Соединенн", "Соединённ")):
        return "plur"
    reading = nominative(name.split(" ")[-1])
    return str(reading.tag.gender) if reading else "masc"


def plurals(noun: str) -> Paradigm:
    return {case: nominative(noun).inflect({case, "plur"}).word for case in CASES}


def chosen_case(cases: list[str], before: str) -> str:
    """One of the cases that a form may stand in, by the word before it."""
    words = re.findall(r"\w+|[^\w\s]", before[-60:])
    last = words[-1].lower() if words else ""
    readings = morph().parse(last) if last.isalpha() else []
    wanted: tuple[str, ...] = PREPOSITIONS.get(last, ())
    if not wanted and readings and readings[0].tag.POS == "NOUN" and "Abbr" not in readings[0].tag:
        wanted = ("gent",)
    if not wanted and readings and readings[0].tag.POS == "VERB" and "tran" in readings[0].tag:
        wanted = ("accs",)
    return next((case for case in wanted if case in cases), cases[0])


def written_like(text: str, span: tuple[int, int], new: str) -> str:
    """`new` in the capitals of what it replaces; an abbreviation is in capitals only where its neighbours are."""
    old = text[span[0] : span[1]]
    beside = re.findall(r"\w+$", text[: span[0]].rstrip()) + re.findall(r"^\w+", text[span[1] :].lstrip())
    if old.isupper() and (len(old) > 4 or any(len(word) > 2 and word.isupper() for word in beside)):
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def agreeing_verb(text: str, after: int, new_gender: str) -> tuple[int, int, str] | None:
    """Where the finite verb right after a subject stands, and its form for the new subject."""
    m = re.match(r"\s+(?:также\s+)?([а-яё]+)", text[after:])
    reading = next((p for p in morph().parse(m[1]) if p.tag.POS == "VERB"), None) if m else None
    if not m or not reading:
        return None
    wanted = {"plur"} if new_gender == "plur" else {"sing"}
    if reading.tag.tense == "past" and new_gender != "plur":
        wanted.add(new_gender)
    form = reading.inflect(wanted)
    return (after + m.start(1), after + m.end(1), form.word) if form else None
