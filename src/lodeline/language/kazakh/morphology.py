"""Kazakh words: dictionary form, part of speech and the features that suffixes add. No model: tables and harmony.

A word is looked up as it stands, then as a known noun or verb with endings, then read by its endings alone.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache

from lodeline.language.kazakh.endings import Ending, endings, harmonious, joins, longest
from lodeline.language.kazakh.tables import fixed, nouns, peoples, rows
from lodeline.language.kazakh.verb_forms import PLANS, Form, infinitive, read
from lodeline.vocabulary.institutions import institutions
from lodeline.vocabulary.lexicon import split
from lodeline.vocabulary.materials import materials
from lodeline.vocabulary.places import countries, places, regions
from lodeline.vocabulary.terms import terms

OF_ADJECTIVES = ("лық", "лік", "дық", "дік", "тық", "тік", "сыз", "сіз", "лы", "лі", "дай", "дей")
LOCAL = ("ндағы", "ндегі", "дағы", "дегі", "тағы", "тегі")
WHOSE = ("нікі", "дікі", "тікі")
SAYING = ("ынша", "інше", "нша", "нше", "ша", "ше")
DENIED = "-ма"
"""Follows the lemma of a denied verb where tables and texts are compared."""
BY_WORDS = "-ынша"
"""The lemma of "айтуынша", "мәліметінше": as somebody says, by somebody's figures."""
SAID = frozenset(
    [
        "айту",
        "мәлімет",
        "есеп",
        "дерек",
        "пікір",
        "сөз",
        "болжам",
        "болжау",
        "бағалау",
        "хабарлау",
        "ақпарат",
        "хабар",
        "мәлімдеу",
        "түсіндіру",
        "баға",
        "мәлімдеме",
        "сөзі",
        "ой",
        "пайымдау",
        "жазу",
        "жазуы",
    ]
)
STATIVE = frozenset(
    [
        "құрау",
        "тұру",
        "қамту",
        "жетіспеу",
        "деу",
        "айту",
        "санау",
        "есептеу",
        "істеу",
        "тежеу",
        "иелену",
        "жету",
        "жатыр",
    ]
)
"""Verbs whose present tells what is, and not what will be; of others also "салатынын айтты" tells what will be."""
VOICED = {"б": "п", "г": "к", "ғ": "қ"}
STRONG = {
    "ады": Form("Fin", "Fut"), "еді": Form("Fin", "Fut"), "йды": Form("Fin", "Fut"), "йді": Form("Fin", "Fut"),
    "мақ": Form("Fin", "Plan"), "мек": Form("Fin", "Plan"), "пақ": Form("Fin", "Plan"), "пек": Form("Fin", "Plan"),
    "бақ": Form("Fin", "Plan"), "бек": Form("Fin", "Plan"), "ып": Form("Conv"), "іп": Form("Conv"),
    "атын": Form("Part", "Pres"), "етін": Form("Part", "Pres"), "йтын": Form("Part", "Pres"),
    "йтін": Form("Part", "Pres"), "ған": Form("Part", "Past"), "ген": Form("Part", "Past"),
    "қан": Form("Part", "Past"), "кен": Form("Part", "Past"),
}  # fmt: skip
PAST = ("ды", "ді", "ты", "ті")
FOREIGN = frozenset("фвцщэч")
"""Letters of loan words, whose verbs have a suffix before the ending: "сульфатын" is a noun, "экспорттайтын" none."""
INFINITIVES = ("лау", "леу", "дау", "деу", "тау", "теу")
PASSIVES = ("ыл", "іл", "ын", "ін", "лан", "лен", "дан", "ден", "тал", "тел")
PRONOUNS = frozenset(("ол", "бұл", "сол", "олар", "біз", "өз", "қалған", "соңғы"))
BEING = {"екенін": "Acc", "екендігін": "Acc", "екеніне": "Dat", "екендігіне": "Dat"}
"""That something is so, as what is said or known: "дайын екенін айтты"."""
SHORTEST = 3
"""Letters that a word which no table knows keeps before its ending."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One word out of context."""

    lemma: str
    pos: str
    case: str = ""
    number: str = ""
    possessed: bool = False
    tense: str = ""
    form: str = ""
    voice: str = ""
    negative: bool = False
    frame: str = ""
    known: bool = True


def normal(word: str) -> str:
    """The dictionary form of a word out of context: tables and texts are compared by it.

    A denied verb has a form of its own, so that "мүмкіндік бермеу" in a table is never found in "берді".
    """
    read = reading(fold(word), False)
    return f"{read.lemma}{DENIED}" if read.negative else read.lemma


def fold(word: str) -> str:
    return word.lower().replace("ё", "е")


@cache
def reading(word: str, last: bool) -> Reading:
    """The likeliest reading of a folded word; `last` where it ends its clause and so may well be the verb."""
    if "-" in word and (hyphened := suffixed(word)) is not None:
        return hyphened
    if word in fixed() and not (last and is_finite(word)):
        return Reading(word, fixed()[word], tense="Pres" if fixed()[word] == "VERB" else "")
    if word in irregular():
        return irregular()[word]
    if word in BEING:
        return Reading("екен", "VERB", BEING[word], "Sing", True, "Pres", "Part")
    mineral, as_verb = noun(word, minerals()), verb(word)
    if mineral is not None and (as_verb is None or as_verb.form != "Part"):
        return mineral
    as_noun = noun(word, nouns())
    if as_verb is not None and (as_noun is None or (last and as_verb.form in ("Fin", "Part"))):
        return as_verb
    if as_noun is not None and (as_noun.lemma == word or word not in vocabulary()):
        return as_noun
    return described(word) or noun(word, vocabulary()) or as_noun or guessed(word, last)


def is_finite(word: str) -> bool:
    """A small word that is also a finite verb: "қатысты" ends a clause as "took part"."""
    as_verb = verb(word)
    return as_verb is not None and as_verb.form == "Fin" and as_verb.tense == "Past"


def suffixed(word: str) -> Reading | None:
    """An abbreviation or a foreign name with its ending behind a hyphen: "АҚШ-тың", "BHP-мен"."""
    stem, _, ending = word.rpartition("-")
    if stem and ending in endings():
        return noun_reading(stem, endings()[ending][0], known=stem in vocabulary())
    if stem and ending in LOCAL:
        return Reading(stem, "ADJ", "Ine", "Sing")
    return None


def core(word: str) -> Reading | None:
    """A reading that the word tables alone give."""
    if word in fixed() or word in irregular():
        return fixed_reading(word)
    return noun(word, nouns()) or verb(word)


def fixed_reading(word: str) -> Reading:
    return Reading(word, fixed()[word]) if word in fixed() else irregular()[word]


@cache
def irregular() -> dict[str, Reading]:
    return {
        row["form"]: Reading(
            row["lemma"],
            "PRON" if row["lemma"] in PRONOUNS else "NOUN",
            row["case"],
            row["number"],
            bool(row["possessed"]),
        )
        for row in rows("irregular")
    }


@cache
def minerals() -> frozenset[str]:
    """Minerals of one word: themselves also where they look like a verb (қорғасын), but for a participle (болатын)."""
    return frozenset(fold(name) for one in materials() for name in one.names("kk") if name.isalpha() and len(name) > 2)


@cache
def vocabulary() -> frozenset[str]:
    """Words of the names that the vocabulary tables know, but for forms of other words (облысы, Қазақстанның).

    A state is itself also where its name looks like a case of a common word (Судан, судан).
    """
    split_names = [[fold(word) for word in split(name)] for name in names()]
    whole = {each[0] for each in split_names if len(each) == 1} | set(peoples())
    whole = {word for word in whole if len(word) > 1 and core(word) is None}
    inner = {word for each in split_names if len(each) > 1 for word in each}
    states = {fold(name) for state in countries() for name in state.names("kk") if " " not in name}
    inner = {word for word in inner if len(word) > 1 and core(word) is None and noun(word, whole) is None}
    return frozenset(whole | states | inner)


def names() -> Iterator[str]:
    for state in countries():
        yield from state.names("kk")
        yield from state.stand_ins("kk") or state.stand_ins("ru")
    for region in regions():
        yield from region.names("kk")
    for body in institutions():
        yield from body.names("kk")
    for place in places():
        yield from place.names("kk") or place.names("ru")
    for one in materials():
        yield from one.names("kk")
    yield from (term.term for term in terms() if term.language == "kk")


def noun(word: str, known: Container[str]) -> Reading | None:
    """A known noun with its endings, the longest stem first."""
    for cut in range(len(word), max(0, len(word) - longest() - 1), -1):
        stem, ending = word[:cut], word[cut:]
        if not stem or ending not in endings():
            continue
        base = stem if stem in known else None
        if base is None and ending[:1] in ("ы", "і") and stem[-1] in VOICED:
            softened = stem[:-1] + VOICED[stem[-1]]
            base = softened if softened in known else None
        if base is not None and joins(stem, ending) and (len(stem) > 2 or harmonious(stem, ending)):
            return noun_reading(base, endings()[ending][0])
    return agent(word)


def agent(word: str) -> Reading | None:
    """Who does it: "жасаушылары", "алушы"."""
    for mark in ("ушы", "уші", "юшы", "юші"):
        stem, found, ending = word.rpartition(mark)
        if found and len(stem) > 1 and ending in endings():
            return noun_reading(stem + found, endings()[ending][0])
    return None


def noun_reading(lemma: str, ending: Ending, *, known: bool = True) -> Reading:
    number = "Plur" if ending.plural else "Sing"
    return Reading(lemma, "NOUN", ending.case, number, ending.possessed, known=known)


def verb(word: str) -> Reading | None:
    for stem, form in read(word):
        return verb_reading(stem.lemma, form, stem.voice, stem.frame)
    return None


def verb_reading(lemma: str, form: Form, voice: str, frame: str, *, known: bool = True) -> Reading:
    number = "Plur" if form.plural else ""
    if lemma in STATIVE and form.tense == "Fut":
        form = form._replace(tense="Pres")
    if form.form == "Part" and form.case == "Acc" and form.tense == "Pres" and lemma not in STATIVE:
        form = form._replace(tense="Fut")
    return Reading(
        lemma, "VERB", form.case, number, form.possessed, form.tense, form.form, voice, form.negative, frame, known
    )


def described(word: str) -> Reading | None:
    """A word made of a noun by a further suffix: "қазақстандық", "өңірдегі", "тарапынікі", "есебінше"."""
    for suffix in (*LOCAL, *WHOSE, *SAYING, *OF_ADJECTIVES):
        stem = word[: -len(suffix)] if word.endswith(suffix) else ""
        if len(stem) < SHORTEST:
            continue
        if suffix in SAYING:
            inner = noun_of(stem + suffix[:-2]) if suffix[:1] in ("ы", "і") else noun_of(stem)
            if said(inner, word):
                return Reading(BY_WORDS, "ADV")
            continue
        base = noun_of(stem + ("н" if suffix.startswith("нд") else "")) or noun_of(stem)
        if base is None:
            continue
        if suffix in LOCAL:
            return Reading(base.lemma, "ADJ", "Ine", base.number, base.possessed)
        if suffix in WHOSE:
            return Reading(base.lemma, "NOUN", "Gen", base.number, base.possessed)
        return Reading(word, "ADJ")
    return None


def said(inner: Reading | None, word: str) -> bool:
    heads = [stem for stem in SAID if word.startswith(stem) or word.startswith(stem[:-1])]
    return bool(heads) and (inner is not None or len(word) > SHORTEST + 2)


def noun_of(stem: str) -> Reading | None:
    return (
        irregular().get(stem)
        or noun(stem, nouns())
        or noun(stem, vocabulary())
        or (verb(stem) if stem.endswith(("у", "уы", "уі")) else None)
    )


def guessed(word: str, last: bool) -> Reading:
    """A word that no table knows, by its endings."""
    as_verb = guessed_verb(word, last)
    if as_verb is not None:
        return as_verb
    if word.endswith(OF_ADJECTIVES[:8]) and len(word) > SHORTEST + 3:
        return Reading(word, "ADJ", known=False)
    for cut in range(SHORTEST, len(word)):
        stem, ending = word[:cut], word[cut:]
        if ending not in endings() or ending == "н" or not joins(stem, ending):
            continue
        if harmonious(stem, ending) and has_vowel(stem):
            found = endings()[ending][0]
            return noun_reading(hardened(stem, ending), found, known=False)
    return Reading(word, "NOUN", "Nom", "Sing", known=False)


def has_vowel(stem: str) -> bool:
    return any(letter in "аәоөұүыіеэияюу" for letter in stem)


def hardened(stem: str, ending: str) -> str:
    return stem[:-1] + VOICED[stem[-1]] if ending[:1] in ("ы", "і") and stem[-1] in VOICED else stem


def guessed_verb(word: str, last: bool) -> Reading | None:
    for ending, form in STRONG.items():
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= SHORTEST and has_vowel(stem):
            if (ending in PLANS and not last) or (ending[0] in "ае" and any(letter in FOREIGN for letter in stem)):
                continue
            return verb_reading(infinitive(stem), form, voice_of(stem), "ti", known=False)
    for mark in INFINITIVES:
        stem, found, ending = word.rpartition(mark)
        if found and len(stem) > 1 and ending in endings():
            case, plural, possessed = endings()[ending][0]
            return verb_reading(stem + found, Form("Inf", "", case, plural, possessed), "", "ti", known=False)
    if last and word.endswith(("сақ", "сек")):
        return verb_reading(infinitive(word[:-3]), Form("Cnd"), "", "ti", known=False)
    stem = word[:-2]
    if last and word.endswith(PAST) and len(stem) >= SHORTEST and harmonious(stem, word[-2:]):
        return verb_reading(infinitive(stem), Form("Fin", "Past"), voice_of(stem), "ti", known=False)
    return None


def voice_of(stem: str) -> str:
    return "Pass" if stem.endswith(PASSIVES) else ""
