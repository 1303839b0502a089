"""Base forms: a name phrase put into the nominative, its dependent words left as they are."""

from __future__ import annotations

from lodeline.language.analysis import Token
from lodeline.language.russian.morphology import CASES, best, parses

NUMBERS = {"Sing": "sing", "Plur": "plur"}
GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
NAME_TAGS = ("Name", "Surn", "Patr", "Geox", "Orgn")


def nominative_phrase(tokens: list[Token], head: int) -> str:
    """The words of a noun phrase with the head and what agrees with it in the nominative; spaces as in the text."""
    top = tokens[head]
    words = [
        nominative_word(token, top) if i == head or (i < head and agrees(token, top)) else token.text
        for i, token in enumerate(tokens)
    ]
    return join(tokens, words)


def agrees(token: Token, head: Token) -> bool:
    return token.pos in ("ADJ", "DET", "VERB", "NUM") and token.case == head.case and token.number == head.number


def nominative_word(token: Token, head: Token) -> str:
    parse = best(token.text, token.pos, token.case)
    wanted = {"nomn", NUMBERS.get(head.number, "sing")}
    gender = GENDERS.get(head.gender, "") if parse.tag.POS == "ADJF" and head.number != "Plur" else ""
    inflected = (gender and parse.inflect({*wanted, gender})) or parse.inflect(wanted)
    if not inflected:
        return token.text
    guessed = not parse.is_known and parse.tag.POS == "ADJF" and inflected.word.endswith("ской")
    return recase(inflected.word[:-2] + "ий" if guessed else inflected.word, token.text)


def person_name(tokens: list[Token]) -> str:
    """A person's name in the nominative; words that the dictionary cannot place are bent by their ending."""
    male = any(parse_is(token, "Name", "masc") for token in tokens)
    surname = tokens[-1]
    if surname.case in ("Nom", "") and surname.text.lower().endswith(("ова", "ева", "ёва", "ина", "ая")):
        return join(tokens, [t.text for t in tokens])
    female = not male and any(parse_is(token, "Name", "femn") for token in tokens)
    gender = "masc" if male else "femn" if female else gender_of(tokens)
    return join(tokens, [name_word(token, gender) for token in tokens])


def parse_is(token: Token, *grammemes: str) -> bool:
    return any(all(g in parse.tag for g in grammemes) for parse in parses(token.text)[:3])


def gender_of(tokens: list[Token]) -> str:
    return "femn" if all(token.gender == "Fem" for token in tokens) else "masc"


def name_word(token: Token, gender: str) -> str:
    if token.case in ("Nom", "") or not token.text[0].isupper():
        return token.text
    candidates = [p for p in parses(token.text) if any(tag in p.tag for tag in NAME_TAGS)]
    case = CASES.get(token.case)
    fitting = [p for p in candidates if p.tag.case == case and p.tag.gender in (gender, None)] or [
        p for p in candidates if p.tag.case == case
    ]
    for parse in fitting:
        inflected = parse.inflect({"nomn", "sing"})
        if inflected:
            return recase(inflected.word, token.text)
    return unbend(token.text, token.case, gender)


ENDINGS = {
    ("Gen", "masc"): ("а", "я"),
    ("Acc", "masc"): ("а", "я"),
    ("Dat", "masc"): ("у", "ю"),
    ("Ins", "masc"): ("ом", "ем", "ым"),
}


ADJECTIVAL = {
    "masc": {"ского": "ский", "скому": "ский", "ским": "ский", "цкого": "цкий", "цкому": "цкий", "цким": "цкий"},
    "femn": {"ской": "ская", "скую": "ская", "цкой": "цкая", "цкую": "цкая"},
}
"""Case endings of surnames that bend as adjectives, with their nominative."""


def unbend(word: str, case: str, gender: str) -> str:
    """Strip a masculine case ending from a name that no dictionary holds; leave all else as it stands."""
    for bent, base in ADJECTIVAL.get(gender, {}).items():
        if word.endswith(bent) and len(word) > len(bent) + 1:
            return word[: -len(bent)] + base
    for ending in ENDINGS.get((case, gender), ()):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2 and stem[-1].lower() not in "аеёиоуыэюя":
            return stem
    return word


def recase(word: str, like: str) -> str:
    """Give a dictionary word the capitals of the word in the text."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    parts = word.split("-")
    shapes = like.split("-")
    if len(parts) == len(shapes):
        return "-".join(p[:1].upper() + p[1:] if s[:1].isupper() else p for p, s in zip(parts, shapes, strict=True))
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def join(tokens: list[Token], words: list[str]) -> str:
    """Put words back with the white space that the text has between them."""
    out = words[0]
    for previous, token, word in zip(tokens, tokens[1:], words[1:], strict=False):
        out += (" " if token.start > previous.stop else "") + word
    return out
