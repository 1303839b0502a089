"""Posts with what they are over, their state, and the persons who hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lodeline.language.analysis import Mention, Token
from lodeline.language.gazetteer import Found
from lodeline.language.russian.inflection import nominative_phrase
from lodeline.language.russian.making import mention, top_token
from lodeline.language.russian.names import NameSpan

PHRASE_REACH = 6
"""How many words may stand between a post and its holder: «посол Японии в Казахстане N»."""
LONGEST_NAME = 4


def posts(tokens: Sequence[Token], found: Sequence[Found], names: Sequence[Mention]) -> Iterator[Mention]:
    """«министр торговли США»: a post with its chain of genitives; its state is that of the chain or the adjective."""
    for hit in found:
        top = top_token(tokens, NameSpan(hit.first, hit.last, "post"))
        if not hit.of("post") or tokens[top].pos not in ("NOUN", "PROPN"):
            continue
        span = NameSpan(hit.first, chain_end(tokens, hit.last - 1, names, top), "post")
        words = list(tokens[span.first : span.last])
        head = top - hit.first
        country = next((n.country for n in names if within(n, words) and n.country), None)
        country = country or state_before(tokens, hit.first, found)
        yield replace(mention(tokens, span, "post", nominative_phrase(words, head).strip(), top), country=country)


def state_before(tokens: Sequence[Token], at: int, found: Sequence[Found]) -> str | None:
    """«нигерийский министр»: the state of the adjective right before a post."""
    states = [f.of("country_adjective") for f in found if f.last == at and tokens[f.first].pos == "ADJ"]
    return next((known.country for known in states if known), None)


def in_office(tokens: Sequence[Token], person: Mention, posts: Sequence[Mention]) -> Mention:
    """A person with the post told beside the name; a title without a state takes that of the post before it."""
    post = next((o for o in posts if is_beside(o, person)), None) or next(
        (o for o in posts if holds_apart(tokens, o, person)), None
    )
    if post is None:
        return person
    before = next((o for o in posts if o is not post and 0 <= post.start - o.stop <= 1), None)
    return replace(person, post=post.name, country=post.country or (before.country if before else None))


def is_beside(post: Mention, person: Mention) -> bool:
    """«министр N», or «N, министр …»."""
    return 0 <= person.start - post.stop <= 1 or 0 <= post.start - person.stop <= 2


def holds_apart(tokens: Sequence[Token], post: Mention, person: Mention) -> bool:
    """«посол Японии в Казахстане N», «спецпосланник по вопросам недр N»: only a phrase of place or field between."""
    between = [t for t in tokens if post.stop <= t.start and t.stop <= person.start]
    if not 1 < len(between) <= PHRASE_REACH or between[0].pos != "ADP" or between[-1].pos == "ADP":
        return False
    return post.case in (person.case, "") and all(t.pos in ("ADP", "NOUN", "PROPN", "ADJ") for t in between)


def people_in_office(tokens: Sequence[Token], found: Sequence[Found]) -> Iterator[NameSpan]:
    """Two or more capitalised words that nothing knows, behind a post and its field: «министр недр Деле Адебайо»."""
    known = {i for f in found for i in range(f.first, f.last) if not f.of("post", "name_particle")}
    places = {i for f in found if f.of("country", "institution", "place", "region") for i in range(f.first, f.last)}
    for hit in found:
        if not hit.of("post") or tokens[hit.first].pos not in ("NOUN", "PROPN"):
            continue
        at = hit.last
        while at < len(tokens) and (at in places or is_field(tokens[at])):
            at += 1
        last = at
        while last < min(len(tokens), at + LONGEST_NAME) and last not in known and is_unknown_name(tokens[last]):
            last += 1
        if last - at > 1 and not any(f.of("organisation_head") and f.last <= at for f in found if f.first >= hit.last):
            yield NameSpan(at, last, "PER")


def is_field(token: Token) -> bool:
    """A word of what a post is over."""
    return token.text.islower() and token.case == "Gen" and token.pos in ("NOUN", "ADJ")


def is_unknown_name(token: Token) -> bool:
    return token.text[:1].isupper() and not token.text.isupper() and token.text[0] > "Z" and token.pos != "ADJ"


def within(mention: Mention, words: Sequence[Token]) -> bool:
    return words[0].start <= mention.start and mention.stop <= words[-1].stop


def chain_end(tokens: Sequence[Token], at: int, names: Sequence[Mention] = (), top: int | None = None) -> int:
    """One past the last word of the genitive chain that begins after `at`, hanging on `top`."""
    last = at + 1
    top = at if top is None else top
    while last < len(tokens) and not starts_person(tokens[last], names):
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        token = tokens[last]
        before_name = token.pos == "ADJ" and (following is None or following.case != "Gen")
        genitive = token.case == "Gen" and token.pos in ("NOUN", "PROPN", "ADJ") and not before_name
        named = any(n.start <= token.start < n.stop and n.kind in ("country", "institution") for n in names)
        named = named and (last == at + 1 or tokens[last - 1].case == "Gen")
        if not (genitive or named or is_link(tokens, top, last)):
            break
        last += 1
    return last


def is_link(tokens: Sequence[Token], top: int, here: int) -> bool:
    """«и», or the comma of a series that ends in «и», before a genitive that goes on with the chain of `top`."""
    noun = noun_after(tokens, here)
    if tokens[here].text not in ("и", ",") or noun is None:
        return False
    goes_on = tokens[noun].case == "Gen" and tokens[noun].relation == "conj" and tokens[noun].head > top
    return goes_on and (tokens[here].text == "и" or ends_in_and(tokens, noun))


def noun_after(tokens: Sequence[Token], here: int) -> int | None:
    after = here + 1
    while after < len(tokens) and tokens[after].pos == "ADJ" and tokens[after].case == "Gen":
        after += 1
    return after if after < len(tokens) and tokens[after].pos in ("NOUN", "PROPN") else None


def ends_in_and(tokens: Sequence[Token], noun: int) -> bool:
    for link in range(noun + 1, min(len(tokens), noun + 4)):
        last = noun_after(tokens, link) if tokens[link].text == "и" else None
        if last is not None:
            return tokens[last].relation == "conj" and tokens[last].case == "Gen"
    return False


def starts_person(token: Token, names: Sequence[Mention]) -> bool:
    return any(n.kind == "person" and n.start <= token.start < n.stop for n in names)
