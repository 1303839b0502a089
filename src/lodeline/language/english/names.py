"""Names in an English sentence: capitalised runs, where they are cut, and what kind of thing each one names.

A run is cut at posts ("Altan Metals CEO Jane Doe" gives three pieces) and at what the vocabulary knows. The kind is
told by the last word (a legal form, "Ministry", "Mine"), by the word before ("miner", "minister"), by the noun that
the name modifies ("the Tavan mine"), by a first name, or by what the same name is elsewhere in the text.
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
NOT_HEADS = frozenset({"gold", "copper", "lithium", "uranium", "steel", "unit", "parent"})


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
        return at + 2 >= len(tokens) or all(is_common(t) for t in proper_after(tokens, at + 1))
    return token.pos == "PROPN" and token.lemma not in TIME_WORDS and token.text[0].isalpha()


def proper_after(tokens: Sequence[Token], at: int) -> Iterator[Token]:
    while at < len(tokens) and tokens[at].pos == "PROPN":
        yield tokens[at]
        at += 1


def is_common(token: Token) -> bool:
    """A name word that is also a common noun of the tables: "Bank", "Mines"."""
    lower = token.text.lower()
    return lower in organisation_heads() or lower in nouns() or lower.rstrip("s") in nouns()


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
        if at < begin or lower not in words_of("post_in_name") | words_of("title"):
            continue
        if at > begin and lower not in ("king", "prince"):
            yield begin, at - (tokens[at - 1].text.lower() in ("prime", "deputy", "vice"))
        if at + 1 < last or at > begin or lower in words_of("title"):
            begin = after_office(tokens, at + 1, last)
    if begin < last:
        yield begin, last


def after_office(tokens: Sequence[Token], at: int, last: int) -> int:
    """Past "of State", "of Energy and Mines" behind a post."""
    if at >= last or tokens[at].text.lower() != "of":
        return at
    at += 1
    while at < last and (is_common(tokens[at]) or tokens[at].text.lower() in ("and", "the")):
        at += 1
    return at


def kind_of(tokens: Sequence[Token], first: int, last: int) -> Name:
    """What a run names, by its own words and its neighbours."""
    for rule in RULES:
        found = rule(tokens, first, last)
        if found is not None:
            return found
    return Name(first, last, "organisation", False, last - 1)


def by_legal_form(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    word = tokens[last - 1].text
    form = word.rstrip(".") in legal_forms() or word in legal_forms()
    return (
        Name(first, last, "organisation", True, *descriptor(tokens, first, last)) if last - first > 1 and form else None
    )


@cache
def legal_forms() -> frozenset[str]:
    return frozenset(terms_of("legal_form", "en"))


def by_title(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    before = tokens[first - 1].text.lower() if first else ""
    if before in words_of("title") or (before in words_of("post_in_name") and tokens[first - 1].text[0].isupper()):
        post = None if before in words_of("title") else capital_post(tokens, first)
        return Name(first, last, "person", True, last - 1, post)
    return None


def capital_post(tokens: Sequence[Token], first: int) -> str:
    """The capitalised words before a name that make its post: "Foreign Minister"."""
    begin = first - 1
    while (
        begin > 0 and tokens[begin - 1].text.lower() in lexicon() and tokens[begin - 1].pos in ("PROPN", "ADJ", "NOUN")
    ):
        begin -= 1
    return " ".join(t.text for t in tokens[begin:first])


def by_head_after(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    """As in "the Tavan copper mine": the name modifies an asset word."""
    top = tokens[last - 1].head
    if tokens[last - 1].relation != "compound" or top <= last - 1 or tokens[top].text[0].isupper():
        return None
    if tokens[top].lemma in words_of("division") and top == last:
        return Name(first, last, "place", True, last - 1)
    if tokens[top].lemma in words_of("named_party"):
        return Name(first, last, "organisation", True, top, tokens[top].lemma)
    if tokens[top].lemma in asset_heads() and not ends_like_company(tokens, first, last):
        return Name(first, last, "asset", True, top, tokens[top].lemma)
    return None


def ends_like_company(tokens: Sequence[Token], first: int, last: int) -> bool:
    return last - first > 1 and tokens[last - 1].text.lower().rstrip(".") in organisation_endings()


def by_own_head(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    if last - first < 2:
        return None
    word = tokens[last - 1].text.lower().rstrip(".")
    if word in asset_heads() and word not in ("works", "line", "station", "complex"):
        return Name(first, last, "asset", True, last - 1, word)
    opening = tokens[first].text.lower()
    if ends_like_company(tokens, first, last) and not (opening in first_names() and word in NOT_HEADS):
        return Name(first, last, "organisation", True, *descriptor(tokens, first, last))
    if opening in organisation_heads() and any(t.text.lower() in JOINING for t in tokens[first:last]):
        return Name(first, last, "organisation", True, *descriptor(tokens, first, last))
    return None


FIRST_WORDS: dict[str, MentionKind] = {
    "port": "asset",
    "lake": "place",
    "mount": "place",
    "cape": "place",
    "gulf": "place",
    "river": "place",
    "fort": "place",
    "san": "place",
    "santa": "place",
    "saint": "place",
    "st.": "place",
    "north": "place",
    "south": "place",
}


def by_first_word(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    """As in "Port Qasim", "Lake Balkhash"."""
    kind = FIRST_WORDS.get(tokens[first].text.lower()) if last - first == 2 else None
    return Name(first, last, kind, True, last - 1) if kind else None


def by_word_before(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    """As in "mines minister Asel Karimova", "miner Altan Metals": a common noun directly before the name."""
    if first > 1 and tokens[first - 1].text == "," and 2 <= last - first <= 4 and tokens[first - 2].lemma in posts():
        singular = tokens[first - 2].pos == "NOUN" and tokens[first - 2].number != "Plur"
        if singular and tokens[first - 2].lemma not in organisation_heads():
            return Name(first, last, "person", True, last - 1, post_before(tokens, first - 1))
    if first == 0 or tokens[first - 1].pos != "NOUN" or tokens[first - 1].number == "Plur":
        return None
    before = tokens[first - 1].lemma
    if before in organisation_heads() and not (before in posts() and tokens[first].text.lower() in first_names()):
        return Name(first, last, "organisation", True, *descriptor(tokens, first, last))
    if before in posts():
        return Name(first, last, "person", True, last - 1, post_before(tokens, first))
    if before in asset_heads():
        return Name(first, last, "asset", True, first - 1, before)
    return None


def post_before(tokens: Sequence[Token], first: int) -> str:
    begin = first - 1
    while begin > 0 and tokens[begin - 1].pos in ("NOUN", "ADJ") and tokens[begin - 1].text[0].islower():
        begin -= 1
    return " ".join(t.text for t in tokens[begin:first])


def descriptor(tokens: Sequence[Token], first: int, last: int) -> tuple[int, str | None]:
    """The noun before a company's name and its lemma; the name's own last word where there is none."""
    if first and tokens[first - 1].pos == "NOUN" and tokens[first - 1].lemma in organisation_heads():
        return last - 1, tokens[first - 1].lemma
    return last - 1, None


def by_first_name(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    if 2 <= last - first <= 4 and tokens[first].text.lower() in first_names():
        return Name(first, last, "person", True, last - 1, post_after(tokens, last))
    return None


def by_post_after(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    """As in "Asel Karimova, the group's chief executive,"."""
    post = post_after(tokens, last) if 2 <= last - first <= 4 else None
    return Name(first, last, "person", True, last - 1, post) if post else None


def post_after(tokens: Sequence[Token], last: int) -> str | None:
    if last >= len(tokens) or tokens[last].text != ",":
        return None
    for at in range(last + 1, min(last + 8, len(tokens))):
        token = tokens[at]
        if token.pos in ("PUNCT", "VERB", "AUX", "ADP", "CCONJ"):
            return None
        ends = at + 1 >= len(tokens) or tokens[at + 1].pos not in ("NOUN", "PROPN")
        if (
            token.pos == "NOUN"
            and ends
            and tokens[at].text != "'s"
            and (at + 1 >= len(tokens) or tokens[at + 1].lemma != "'s")
        ):
            phrase = [t.text for t in tokens[last + 1 : at + 1] if t.pos not in ("DET", "PRON")]
            known = token.lemma in posts() or " ".join(phrase[-2:]).lower() in posts()
            return " ".join(phrase) if known else None
    return None


def by_shape(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    word = tokens[first].text
    letters = [c for c in word if c.isalpha()]
    camel = any(c.isupper() for c in word[1:]) and any(c.islower() for c in word)
    short = 2 <= len(letters) <= 6 and all(c.isupper() for c in letters)
    if last - first == 1 and (short or (camel and "-" not in word)):
        return Name(first, last, "organisation", True, last - 1)
    return Name(first, last, "organisation", True, last - 1) if any(t.text == "&" for t in tokens[first:last]) else None


def by_place(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    """After "in", "near": a place; after "mine at", an asset."""
    if not first:
        return None
    before = tokens[first - 1].text.lower()
    if before in ("at", "of") and first > 1 and tokens[first - 2].lemma in asset_heads():
        return Name(first, last, "asset", True, first - 2, tokens[first - 2].lemma)
    following = tokens[last] if last < len(tokens) else None
    if (
        before in WHERE
        and (following is None or following.pos not in ("NOUN",))
        and not (following and following.lemma == "'s")
    ):
        return Name(first, last, "place", False, last - 1)
    return None


RULES = (
    by_legal_form,
    by_title,
    by_head_after,
    by_own_head,
    by_first_word,
    by_word_before,
    by_first_name,
    by_post_after,
    by_shape,
    by_place,
)
