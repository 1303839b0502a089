"""Forms of Kazakh verbs: stems with their passives, the endings that follow, and what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lodeline.language.kazakh.endings import BACK, VOWELS, endings, harmonious
from lodeline.language.kazakh.tables import verbs

PERSONS = ("", "м", "қ", "к", "ң", "ңыз", "ңіз", "мын", "мін", "мыз", "міз", "сыз", "сіз")
SHARPENED = {"п": "б", "к": "г", "қ": "ғ"}


class Form(NamedTuple):
    """What an ending makes of a verb. `case` and `possessed` only for verbal nouns and participles used as nouns."""

    form: str
    tense: str = ""
    case: str = ""
    plural: bool = False
    possessed: bool = False
    negative: bool = False


class Stem(NamedTuple):
    """A verb as it stands before an ending: the infinitive, its voice, and the letter that the ending took over."""

    lemma: str
    voice: str
    lost: str
    frame: str


def infinitive(stem: str) -> str:
    """The form of dictionaries: құр → құру, қой → қою, оқы → оқу, шық → шығу."""
    if stem.endswith("й"):
        return stem[:-1] + "ю"
    return (stem[:-1] if stem[-1] in "ыі" else stem[:-1] + SHARPENED.get(stem[-1], stem[-1])) + "у"


def passive(stem: str) -> tuple[str, ...]:
    """The passive stems of a verb: құр → құрыл, ал → алын, жаса → жасал, жоспарла → жоспарлан."""
    if stem[-1] in VOWELS:
        return (stem + "л", stem + "н", stem + ("лын" if last_back(stem) else "лін"))
    base = stem[:-1] + SHARPENED.get(stem[-1], stem[-1])
    vowel = "ы" if last_back(stem) else "і"
    return (base + vowel + ("н" if stem.endswith("л") else "л"), base + vowel + "л")


def last_back(stem: str) -> bool:
    return next((letter in BACK for letter in reversed(stem) if letter in VOWELS), True)


@cache
def stems() -> dict[str, tuple[Stem, ...]]:
    """Every stem as a text may show it."""
    found: dict[str, list[Stem]] = {}
    for stem, frame in verbs().items():
        for shown, lost in shapes(stem):
            found.setdefault(shown, []).append(Stem(infinitive(stem), "", lost, frame))
    for stem, frame in verbs().items():
        for derived in passive(stem) if "t" in frame or "d" in frame else ():
            if derived not in verbs():
                found.setdefault(derived, []).append(Stem(infinitive(stem), "Pass", "", frame))
    return {shown: tuple(every) for shown, every in found.items()}


def shapes(stem: str) -> Iterator[tuple[str, str]]:
    """A stem before its endings: a sharp consonant softens, й and a last ы melt into the ending."""
    yield stem, ""
    if stem[-1] in SHARPENED:
        yield stem[:-1] + SHARPENED[stem[-1]], "soft"
    if stem[-1] == "п":
        yield stem[:-1] + "у", "soft"
    if stem[-1] == "й":
        yield stem[:-1], "й"
    if stem[-1] in "ыі":
        yield stem[:-1], "ы"


@cache
def forms() -> dict[str, dict[str, Form]]:
    """For each letter that an ending may take over, the endings and what they mean."""
    plain = dict(every())
    melted = {"я" + e[1:]: f for e, f in plain.items() if e[:1] in ("а", "е")}
    melted |= {"ю" + e[1:]: f for e, f in plain.items() if e[:1] == "у"}
    dropped = {"и" + e[1:]: f for e, f in plain.items() if e[:1] == "й"}
    dropped |= {e: f for e, f in plain.items() if e[:1] == "у"} | {"и": Form("Conv")}
    soft = {e: f for e, f in plain.items() if e[:1] in VOWELS}
    return {"": plain, "й": melted, "ы": dropped, "soft": soft}


def every() -> Iterator[tuple[str, Form]]:
    yield from positive()
    for mark in ("ма", "ме", "ба", "бе", "па", "пе"):
        for ending, form in positive():
            if ending[:1] not in ("а", "е", "ы", "і", "м", "б", "п") or ending == "п":
                yield mark + ending, form._replace(negative=True)
        yield mark + "с", Form("Fin", "Fut", negative=True)
        yield mark + "й", Form("Conv", negative=True)


def positive() -> Iterator[tuple[str, Form]]:
    for person in PERSONS:
        yield from ((past + person, Form("Fin", "Past")) for past in ("ды", "ді", "ты", "ті"))
        yield from ((cond + person, Form("Cnd")) for cond in ("са", "се"))
        yield from ((now + person, Form("Fin", "Pres")) for now in ("а", "е", "й") if person and person[0] not in "қкң")
    yield from ((now, Form("Fin", "Fut")) for now in ("ады", "еді", "йды", "йді"))
    yield from ((seen, Form("Fin", "Past")) for seen in ("ыпты", "іпті", "пты", "пті"))
    yield from ((plan + shi, Form("Fin", "Plan")) for plan in PLANS for shi in ("", "шы", "ші"))
    yield from ((maybe, Form("Fin", "Fut")) for maybe in ("ар", "ер", "р"))
    yield from ((wish, Form("Imp")) for wish in ("сын", "сін"))
    yield from ((link, Form("Conv")) for link in ("ып", "іп", "п", "а", "е", "й"))
    for cause in ("дықтан", "діктен", "тықтан", "тіктен"):
        yield from ((part + cause, Form("Part", "Past", "Abl")) for part in PARTICIPLES if harmonious(part, cause))
    for text, meanings in endings().items():
        case, plural, possessed = meanings[0]
        used = case != "Nom" or plural or possessed
        for part in PARTICIPLES:
            if harmonious(part, text):
                tense = "Past" if part.endswith(("ан", "ен")) else "Pres"
                yield part + text, Form("Part", tense, case if used else "", plural, possessed)
        yield "у" + text, Form("Inf", "", case, plural, possessed)


PARTICIPLES = ("ған", "ген", "қан", "кен", "атын", "етін", "йтын", "йтін")
PLANS = ("мақ", "мек", "бақ", "бек", "пақ", "пек")


def read(word: str) -> Iterator[tuple[Stem, Form]]:
    """Every reading of a word as a form of a known verb, the longest stem first."""
    known = stems()
    for cut in range(len(word), 1, -1):
        for stem in known.get(word[:cut], ()):
            form = forms()[stem.lost].get(word[cut:]) if cut < len(word) else None
            if form is not None:
                yield stem, form
