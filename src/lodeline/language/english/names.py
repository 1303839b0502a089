"""Names in an English sentence: capitalised runs and where they are cut.

A run is cut at posts ("Altan Metals CEO Jane Doe" gives three pieces) and at what the vocabulary knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lodeline.language.analysis import MentionKind, Token
from lodeline.language.english.chunks import TIME_WORDS
from lodeline.language.english.morphology import lexicon, nouns
from lodeline.language.english.tables import rows, words_of
from lodeline.vocabulary.terms import terms_of

JOINING = frozenset({"of", "for"})
WHERE = frozenset({"in", "at", "near", "across", "around", "outside", "throughout"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name over tokens [first, last). `top` is the noun that it modifies or stands beside; `sure` where told."""

    first: int
    last: int
    kind: MentionKind
    sure: bool
    top: int
    post: str | None = None


@cache
def first_names() -> frozenset[str]:
    return frozenset(row["name"].lower() for row in rows("first_names"))


@cache
def asset_heads() -> frozenset[str]:
    own = {lemma for lemma, noun in nouns().items() if noun.kind == "facility"}
    return frozenset(own | {term.lower() for term in terms_of("asset_head", "en")})


@cache
def organisation_heads() -> frozenset[str]:
    own = {lemma for lemma, noun in nouns().items() if noun.kind in ("firm", "body")}
    table = {term.lower() for term in terms_of("organisation_head", "en")}
    return frozenset(own | table)


@cache
def organisation_endings() -> frozenset[str]:
    """Last words that make a capitalised run an organisation: legal forms, heads and their plurals."""
    forms = {term.lower().rstrip(".") for term in terms_of("legal_form", "en")}
    heads = organisation_heads()
    return frozenset(forms | heads | {h + "s" for h in heads} | {"resources", "authorities", "airways", "airlines"})


@cache
def posts() -> frozenset[str]:
    own = {lemma for lemma, noun in nouns().items() if noun.kind == "person"}
    return frozenset(own | {term.lower() for term in terms_of("post", "en")})


@cache
def particles() -> frozenset[str]:
    return frozenset(terms_of("name_particle", "en")) - {"as", "an", "ad", "e", "y", "op", "a"}


def runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words that belong to one name, left to right."""
    at = 0
    while at < len(tokens):
        if begins(tokens, at):
            last = run_end(tokens, at + 1)
            yield at, last
            at = last
        else:
            at += 1


def begins(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.pos == "ADJ" and token.text[0].isupper() and at + 1 < len(tokens) and tokens[at + 1].pos == "PROPN":
        rest = list(proper_after(tokens, at + 1))
        return at + 2 >= len(tokens) or all(map(is_common, rest)) or is_common_firm(rest)
    return token.pos == "PROPN" and token.lemma not in TIME_WORDS and token.text[0].isalnum()


def proper_after(tokens: Sequence[Token], at: int) -> Iterator[Token]:
    while at < len(tokens) and tokens[at].pos == "PROPN":
        yield tokens[at]
        at += 1


def is_common(token: Token) -> bool:
    """A name word that is also a common noun of the tables: "Bank", "Mines"."""
    lower = token.text.lower()
    return lower in organisation_heads() or lower in nouns() or lower.rstrip("s") in nouns()


def is_common_firm(words: Sequence[Token]) -> bool:
    """Dictionary words with a legal form behind them: "Rare Metals Ltd" wants the "Indian" before it."""
    return words[-1].text.rstrip(".") in legal_forms() and all(t.text.lower() in lexicon() for t in words[:-1])


def run_end(tokens: Sequence[Token], last: int) -> int:
    inside = False
    while last < len(tokens):
        step = joined(tokens, last, inside)
        if step == 0:
            return last
        inside = inside or tokens[last].text.lower() in JOINING
        last += step
    return last


def joined(tokens: Sequence[Token], at: int, inside: bool) -> int:
    """How many tokens from `at` go on with the name that ends before it."""
    word = tokens[at].text.lower()
    if is_proper(tokens, at):
        return 1
    if word == "&" and is_proper(tokens, at + 1):
        return 2
    if word in particles() and is_proper(tokens, at + 1) and tokens[at].text.islower():
        return 2
    if word in JOINING and tokens[at - 1].text[0].isupper() and of_head(tokens[at - 1]):
        skip = 1 if at + 1 < len(tokens) and tokens[at + 1].text.lower() == "the" else 0
        return 2 + skip if is_proper(tokens, at + 1 + skip) or is_capital_noun(tokens, at + 1 + skip) else 0
    if (
        word == "and"
        and inside
        and is_common(tokens[at - 1])
        and at + 1 < len(tokens)
        and tokens[at + 1].text[0].isupper()
    ):
        return 2 if is_common(tokens[at + 1]) else 0
    return 0


def is_proper(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].pos == "PROPN" and tokens[at].lemma not in TIME_WORDS


def is_capital_noun(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].pos in ("NOUN", "ADJ") and tokens[at].text[0].isupper()


def of_head(token: Token) -> bool:
    noun = nouns().get(token.text.lower())
    return token.text.lower() in ("port", "republic", "university", "house", "bank") or (
        noun is not None and noun.kind in ("body", "state")
    )


def pieces(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    """A run cut at posts and titles inside it; the post words themselves are left out."""
    begin = first
    for at in range(first, last):
        lower = tokens[at].text.lower()
        if at < begin or not cuts(tokens, at):
            continue
        office = office_start(tokens, begin, at)
        if office > begin and lower not in ("king", "prince"):
            yield begin, office
        if at + 1 < last or at > begin or lower in words_of("title"):
            begin = after_office(tokens, at + 1, last)
    if begin < last:
        yield begin, last


def cuts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of a run is a post or a title; "executive" is one behind "chief"."""
    lower = tokens[at].text.lower()
    if lower in ("executive", "officer"):
        return at > 0 and tokens[at - 1].text.lower() in words_of("post_qualifier")
    return lower in words_of("post_in_name") | words_of("title")


def office_start(tokens: Sequence[Token], begin: int, at: int) -> int:
    """Past the qualifiers before a post: "Former Prime" Minister, "Chief" Executive."""
    while at > begin and tokens[at - 1].text.lower() in words_of("post_qualifier"):
        at -= 1
    return at


def after_office(tokens: Sequence[Token], at: int, last: int) -> int:
    """Past "of State", "of Energy and Mines" behind a post."""
    if at >= last or tokens[at].text.lower() != "of":
        return at
    at += 1
    while at < last and (is_common(tokens[at]) or tokens[at].text.lower() in ("and", "the")):
        at += 1
    return at


@cache
def legal_forms() -> frozenset[str]:
    return frozenset(terms_of("legal_form", "en"))
