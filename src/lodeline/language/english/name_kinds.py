"""What kind of thing a capitalised run names, by its own words and its neighbours.

The kind is told by the last word (a legal form, "Ministry", "Mine"), by the word before ("miner", "minister"), by the
noun that the name modifies ("the Tavan mine"), by a first name, or by what the same name is elsewhere in the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from lodeline.language.analysis import Token
from lodeline.language.english.morphology import lexicon, nouns
from lodeline.language.english.names import (
    JOINING,
    WHERE,
    Name,
    asset_heads,
    first_names,
    is_common,
    legal_forms,
    organisation_endings,
    organisation_heads,
    posts,
)
from lodeline.language.english.tables import words_of

PEOPLE = ("person", "people")
POST_REACH = 8
"""How many words may stand between a post and the name behind its comma."""


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


def by_office(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    """As in "Secretary of Commerce Howard Lane"."""
    at = first - 1
    while at >= 0 and (tokens[at].text[0].isupper() or tokens[at].text in ("of", "and", "the")):
        if tokens[at].text.lower() in words_of("post_in_name") and tokens[at + 1].text == "of":
            office = " ".join(t.text for t in tokens[at:first])
            return Name(first, last, "person", True, last - 1, office) if last - first > 1 else None
        at -= 1
    return None


def by_post_phrase(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    """As in "the minister of solid minerals, Dele Adebayo,": a post whose field stands between it and the name."""
    closes = last >= len(tokens) or tokens[last].pos in ("PUNCT", "VERB", "AUX")
    if first < 3 or tokens[first - 1].text != "," or not 2 <= last - first <= 4 or not closes:
        return None
    if is_common(tokens[last - 1]):
        return None
    for at in range(first - 3, max(-1, first - 3 - POST_REACH), -1):
        token = tokens[at]
        if token.pos in ("PUNCT", "VERB", "AUX"):
            return None
        post = token.pos in ("NOUN", "PROPN") and token.number != "Plur" and token.lemma in posts()
        if post and token.lemma not in organisation_heads() and tokens[at + 1].pos == "ADP":
            return Name(first, last, "person", True, last - 1, post_before(tokens, at + 1))
    return None


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
    opening = tokens[first].text.lower()
    if opening in organisation_heads() and any(t.text.lower() in JOINING for t in tokens[first:last]):
        return Name(first, last, "organisation", True, *descriptor(tokens, first, last))
    if word in asset_heads() and word not in ("works", "line", "station", "complex"):
        return Name(first, last, "asset", True, last - 1, word)
    if ends_like_company(tokens, first, last) and not (opening in first_names() and word in words_of("mineral_ending")):
        return Name(first, last, "organisation", True, *descriptor(tokens, first, last))
    return None


def by_opening_post(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    """As in "Farmer Ana Duarte": a common noun for a person that opens the sentence, in its capital."""
    word = tokens[first].text.lower()
    noun = nouns().get(word)
    opens = first == 0 or tokens[first - 1].pos == "PUNCT"
    if (
        not opens
        or not 3 <= last - first <= 4
        or noun is None
        or noun.kind not in PEOPLE
        or word in organisation_heads()
    ):
        return None
    return None if is_common(tokens[last - 1]) else Name(first + 1, last, "person", True, last - 1, word)


def by_first_word(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    """As in "Port Qasim", "Lake Balkhash"."""
    opening = tokens[first].text.lower()
    if last - first != 2 or opening not in words_of("first_of_asset") | words_of("first_of_place"):
        return None
    return Name(first, last, "asset" if opening in words_of("first_of_asset") else "place", True, last - 1)


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
    if before in posts() or (before in nouns() and nouns()[before].kind in PEOPLE and last - first > 1):
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
    owner = tokens[first - 2].lemma if first > 1 else ""
    if before == "of" and owner in words_of("paper_right"):
        return Name(first, last, "organisation", False, last - 1)
    if before == "at" and owner in nouns() and nouns()[owner].kind in ("person", "people"):
        return Name(first, last, "organisation", True, last - 1)
    if before in ("at", "of") and owner in asset_heads():
        return Name(first, last, "asset", True, first - 2, owner)
    if before == "at" and owner in words_of("works_at"):
        return Name(first, last, "asset", True, last - 1)
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
    by_office,
    by_post_phrase,
    by_head_after,
    by_own_head,
    by_opening_post,
    by_first_word,
    by_word_before,
    by_first_name,
    by_post_after,
    by_shape,
    by_place,
)
