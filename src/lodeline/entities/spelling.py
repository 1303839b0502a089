"""Spellings: one folded form for the many ways of writing a name in Russian, Kazakh and Latin letters.

Folding is made for comparing, never for showing. It errs to the near side: Сергеев, Sergeyev and Sergeev fold to one,
while names that differ in a consonant stay apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

CYRILLIC = {
    **dict(zip("абвгдезийклмнопрстуфхэы", "abvgdeziiklmnoprstufhei", strict=True)),
    **{"ё": "yo", "ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ь": "", "ю": "iu", "я": "ia"},
    **dict(zip("әғқңөұүһіўҳїєґӣӯҷ", "agknouuhiuhiegiuj", strict=True)),
}
"""Russian, Kazakh, Kyrgyz, Uzbek, Tajik and Ukrainian letters as news commonly romanise them."""

ROMAN: tuple[tuple[str, str], ...] = (
    ("shch|sch", "sh"),
    ("tsch|tch", "ch"),
    ("ce(?=[sz]?$)", "s"),  # Resource, Alliance: an e that is not spoken
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("dzh|dj|zh|j", "J"),
    ("ch", "C"),
    ("sh", "S"),
    ("ts|tz", "T"),
    ("c(?=[eiy])", "s"),
    ("c", "k"),
    ("q", "k"),
    ("^x", "s"),  # Xi, Xinjiang
    ("x", "ks"),
    ("w", "v"),
    ("yo(?!u)", "e"),
    ("y", "i"),
    ("ff$", "v"),
    ("ou", "u"),
    (r"(.)\1+", r"\1"),
    ("ie", "e"),
    (r"(.)\1+", r"\1"),
)
"""How common romanisations vary, in the order of folding; capitals are single sounds (C for ч, J for ж)."""
_ROMAN = tuple((re.compile(pattern), to) for pattern, to in ROMAN)

_ADJECTIVE = re.compile(r"(?<=[сц]к)(ий|ая|ое|ие|ого|ому|им|ими|их|ую|ой|ом)$")
_ABSTRACT = re.compile(r"(ия|ии|ию|ией|ие|ий|ием|иям|иями|иях)$")
_ENDING = re.compile(
    r"(ыми|ими|ого|его|ому|ему|ами|ями|ая|яя|ое|ее|ые|ый|ой|ых|их|ым|им|ую|юю|ах|ях|ам|ям|ов|ев|ей|ом|ем|ою"
    r"|ай|[аяоеыиуюьй])$"
)
FLEETING = {"египет": "египт", "орел": "орл"}
"""Places whose stem loses a vowel in other cases."""
_KAZAKH = re.compile(r"(?<=..)(ның|нің|дың|дің|тың|тің)$")
ENDINGS = frozenset(
    [
        *("", "а", "я", "о", "е", "ы", "и", "у", "ю", "ь", "й", "ия", "ии", "ию", "ией"),
        *("ов", "ев", "ей", "ом", "ем", "ою", "ам", "ям", "ах", "ях", "ами", "ями"),
        *("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю", "ых", "их", "ым", "им"),
        *("ого", "его", "ому", "ему", "ыми", "ими"),
    ]
)
"""Endings of Russian nouns and adjectives: two words that differ in these alone are cases of one."""
_INFLECTED_CAPITALS = re.compile(r"([А-Я]{2,5})(?:а|у|ом|е|ы|ов|ам|ами|ах)")
"""An abbreviation in another case: МИДа, ВЭБом."""
_SURNAME = re.compile(r"(ов|ев|ин|ын|ск|цк)(а|ой|у|ая)?$")
_QUOTES = re.compile(r"[«»“”„\"‚‘]")


def bare(name: str) -> str:
    """A name as shown: without quotes around it or in it, and single spaces."""
    return " ".join(_QUOTES.sub(" ", name).split()) or name


def is_quoted(name: str) -> bool:
    """A name in quotes is a company, ship or work, whatever its words mean elsewhere."""
    return bool(re.fullmatch(r"[«“„\"].+[»”“\"]", name.strip()))


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of a name as written: quotes, brackets and possessive marks fall away, hyphens stay."""
    plain = _QUOTES.sub(" ", name).replace("’", "'")
    plain = re.sub(r"\([^)]{0,200}\)", " ", plain)
    parts = map(in_one_script, re.findall(r"[^\W_]+(?:[-'&.+/][^\W_]+)*\+?", plain))
    return tuple(re.sub(r"'s?$|'$", "", part) for part in parts)


_ALIKE = ("аеорсухівһАВЕКМНОРСТУХІ", "aeopcyxibhABEKMHOPCTYXI")
_TO_LATIN, _TO_CYRILLIC = (str.maketrans(*pair) for pair in (_ALIKE, _ALIKE[::-1]))


def in_one_script(word: str) -> str:
    """A word with look-alike letters of another script in it («Boreas» with a Cyrillic о), in that of the rest."""
    cyrillic, latin = (len(re.findall(letters, word)) for letters in ("[Ѐ-ӿ]", "[A-Za-zÀ-ɏ]"))
    if not cyrillic or not latin:
        return word
    for pattern, table in (("[Ѐ-ӿ]", _TO_LATIN), ("[A-Za-zÀ-ɏ]", _TO_CYRILLIC)):
        turned = word.translate(table)
        if not re.search(pattern, turned) and (cyrillic <= latin) == (table is _TO_LATIN):
            return turned
    return word


_JOINED = str.maketrans("", "", "-'.")


@cache
def folded(word: str) -> str:
    """One word without case, script, marks and the variance of romanisation; hyphens fall away."""
    lower = word.casefold().translate(_JOINED).replace("йо", "ё").replace("цз", "j")  # as Chinese j is written
    latin = "".join(CYRILLIC.get(letter, letter) for letter in unicodedata.normalize("NFC", lower))
    plain = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    plain = plain.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("ß", "ss").replace("æ", "e")
    for pattern, to in _ROMAN:
        plain = pattern.sub(to, plain)
    return plain


@cache
def consonants(word: str) -> str:
    """The consonants of a folded word, voiced and unvoiced hiss as one, with its first letter: Джозеф like Joseph."""
    first, rest = folded(word)[:1], folded(word)[1:]
    return (first + re.sub(r"[aeiou]", "", rest)).replace("z", "s").replace("T", "s")


@cache
def stem(word: str) -> str:
    """A word without its Russian or Kazakh ending, for looking up names in any case; abbreviations stay as they are."""
    if word.isupper() and len(word) <= 5:
        return word
    if inside := _INFLECTED_CAPITALS.fullmatch(word):
        return inside.group(1)
    lower = word.casefold().replace("ё", "е")
    if not re.search(r"[а-яәіңғүұқөһ]", lower) or len(lower) <= 3:
        return lower
    if _ADJECTIVE.search(lower):
        return _ADJECTIVE.sub("", lower)
    lower = _KAZAKH.sub("", lower)
    if _ABSTRACT.search(lower) and len(lower) > 4:
        return _ABSTRACT.sub("и", lower)
    cut = _ENDING.sub("", lower)
    return FLEETING.get(cut, cut) if len(cut) >= 3 else lower


def same_inflected(one: str, other: str) -> bool:
    """Two Cyrillic words that differ in a case ending alone; never two surnames, where the ending tells the person."""
    left, right = one.casefold().replace("ё", "е"), other.casefold().replace("ё", "е")
    shared = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    if not re.search(r"[а-я]", left) or shared < 3:
        return left == right
    endings = {left[shared:], right[shared:]} <= ENDINGS or {left[shared - 1 :], right[shared - 1 :]} <= ENDINGS
    return endings and not (_SURNAME.search(left) and _SURNAME.search(right) and left != right and _bare(left, right))


def _bare(left: str, right: str) -> bool:
    """One of the two is the bare masculine surname: Иванов beside Иванова may be two people."""
    return bool(re.search(r"(ов|ев|ин|ын)$", left) or re.search(r"(ов|ев|ин|ын)$", right))
