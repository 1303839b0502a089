"""Mentions in a Russian sentence: names and the noun phrases that stand for parties, sites, minerals and states.

Policy, in order: a longer known name beats a shorter; a name in quotes or Latin letters beats the recogniser; a head
word on the left («рудник», «банк») decides what the name names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Literal, cast

from lodeline.language.analysis import Mention, MentionKind, Quote, Token
from lodeline.language.gazetteer import Found, Gazetteer, Known, build
from lodeline.language.russian.inflection import name_word, nominative_phrase, person_name
from lodeline.language.russian.morphology import normal
from lodeline.language.russian.names import NameSpan, latin_names, model_names, name_pairs, proper_after, quoted_names
from lodeline.vocabulary.places import country as country_of

Heads = dict[int, str]
HEAD_CLASSES = (
    "treaty_head",
    "organisation_head",
    "asset_head",
    "post",
    "government_word",
    "pronoun_company",
    "group_of_states",
)
DESCRIPTOR_LEFT = 3
"""How many words may stand between a head word and its name («рудник имени Петрова» is out of scope)."""


@cache
def gazetteer() -> Gazetteer:
    return build("ru", normal)


def find_mentions(text: str, tokens: Sequence[Token], quotes: Sequence[Quote]) -> list[Mention]:
    """All mentions of one sentence in order of the text; names never overlap one another."""
    found = list(gazetteer().find([normal(t.text) for t in tokens]))
    heads = head_words(found)
    names: list[Mention] = []
    for mention in candidates(text, tokens, quotes, found, heads):
        if not any(overlaps(mention, other) for other in names):
            names.append(mention)
    rest = [*adjectives(tokens, found), *posts(tokens, found, names), *described(tokens, heads, names, found)]
    names += [
        m
        for m in rest
        if not any(overlaps(m, n) and m.kind != "post" and not (m.kind == "country" and not m.adjective) for n in names)
    ]
    names = [about(tokens, m, names) for m in names]
    return sorted(names, key=lambda m: (m.start, m.stop))


def about(tokens: Sequence[Token], mention: Mention, others: Sequence[Mention]) -> Mention:
    """What the words beside a name tell of it: a company's home and owner, a person's post."""
    if mention.kind == "organisation":
        before = adjectives_before(tokens, mention)
        home = next(
            (o.country for o in others if o.adjective and o.country and any(o.start == t.start for t in before)), None
        )
        owned = any(t.lemma == "государственный" for t in before) or (mention.post or "").startswith("гос")
        return replace(mention, country=mention.country or home, state_owned=owned)
    if mention.kind == "person":
        post = next((o for o in others if o.kind == "post" and is_beside(o, mention)), None)
        return replace(mention, post=post.name, country=post.country) if post else mention
    return mention


def adjectives_before(tokens: Sequence[Token], mention: Mention) -> list[Token]:
    """The run of adjectives before a name or before the head word that it belongs to."""
    first = min(i for i, t in enumerate(tokens) if t.start >= mention.start)
    at = min(first, mention.top if mention.top >= 0 else first)
    found = []
    while at > 0 and (tokens[at - 1].pos in ("ADJ", "DET") or tokens[at - 1].text in '«"('):
        at -= 1
        found.append(tokens[at])
    return found + [t for t in tokens[at:first] if t.pos == "ADJ"]


def is_beside(post: Mention, person: Mention) -> bool:
    """«министр N», or «N, министр …»."""
    return 0 <= person.start - post.stop <= 1 or 0 <= post.start - person.stop <= 2


def overlaps(a: Mention, b: Mention) -> bool:
    return a.start < b.stop and b.start < a.stop


def head_words(found: Sequence[Found]) -> Heads:
    """Token index → class of the head word that stands there («месторождение» → asset_head)."""
    heads: Heads = {}
    for hit in found:
        known = hit.of(*HEAD_CLASSES)
        if known:
            heads.setdefault(hit.last - 1, known.kind)
    return heads


def candidates(
    text: str, tokens: Sequence[Token], quotes: Sequence[Quote], found: Sequence[Found], heads: Heads
) -> Iterator[Mention]:
    """Names by falling trust; the caller keeps the first of any that overlap."""
    model = list(model_names(text, tokens))
    yield from known_names(tokens, found, "institution")
    for span in quoted_names(text, tokens, quotes):
        yield named(tokens, span, heads)
    yield from (person(tokens, span) for span in model if span.source == "PER" and not is_known(span, found, "country"))
    yield from known_names(tokens, [f for f in found if f.last - f.first > 1], "country", "region", "material")
    yield from (person(tokens, span) for span in name_pairs(tokens) if not is_known(span, found, "country"))
    for span in latin_names(tokens):
        if not is_known(span, found, "country", "material", "region"):
            yield named(tokens, span, heads)
    yield from known_names(tokens, found, "country", "region", "capital", "material")
    yield from asset_names(tokens, heads)
    yield from treaty_names(tokens, heads)
    model = [s for s in model if not all(i in heads for i in range(s.first, s.last))]
    yield from (named(tokens, span, heads) for span in model if span.source == "ORG")
    yield from known_names(tokens, found, "place")
    yield from (named(tokens, span, heads) for span in model if span.source == "LOC")


def is_known(span: NameSpan, found: Sequence[Found], *kinds: str) -> bool:
    return any(f.first == span.first and f.last == span.last and f.of(*kinds) for f in found)


def known_names(tokens: Sequence[Token], found: Sequence[Found], *kinds: str) -> Iterator[Mention]:
    for hit in sorted(found, key=lambda f: f.first - f.last):
        known = hit.of(*kinds)
        if known and written_as_name(tokens, hit, known.kind):
            if known.ambiguous and not is_quoted(tokens, hit):
                continue
            kind = cast(MentionKind, {"capital": "country", "region": "group"}.get(known.kind, known.kind))
            span = NameSpan(hit.first, hit.last, known.kind)
            yield known_mention(tokens, span, kind, known)


def same_start(word: str, name: str) -> bool:
    """A dictionary form may be another word's («Неом» and «не»): a place name keeps its first letters in every case."""
    return word.casefold().replace("ё", "е")[:3] == name.casefold().replace("ё", "е")[:3]


def is_quoted(tokens: Sequence[Token], hit: Found) -> bool:
    return hit.first > 0 and tokens[hit.first - 1].text in '«„“"'


def written_as_name(tokens: Sequence[Token], hit: Found, kind: str) -> bool:
    """Materials stand in small letters; the name of all else begins with a capital."""
    words = tokens[hit.first : hit.last]
    if kind == "material":
        return words[0].pos != "VERB"
    known = hit.of(kind)
    if known is not None and known.name.isupper():
        return all(t.text.isupper() for t in words)
    if known is not None and kind == "place" and not same_start(words[0].text, known.name):
        return False
    return words[0].text[:1].isupper() or (kind == "region" and any(t.text[:1].isupper() for t in words))


def person(tokens: Sequence[Token], span: NameSpan) -> Mention:
    words = list(tokens[span.first : span.last])
    return mention(tokens, span, "person", person_name(words))


def named(tokens: Sequence[Token], span: NameSpan, heads: Heads) -> Mention:
    """A name whose kind the head word on its left decides; without one it is an organisation, or a place for LOC."""
    at = descriptor(tokens, span, heads)
    cls = heads.get(at, "") if at is not None else ""
    kind: MentionKind = (
        "asset" if cls == "asset_head" else "place" if span.source == "LOC" and not cls else "organisation"
    )
    name = surface_name(tokens, span) if at is None else text_of(tokens[span.first : span.last])
    return mention(tokens, span, kind, name, at)


def descriptor(tokens: Sequence[Token], span: NameSpan, heads: Heads) -> int | None:
    """The head word that the name belongs to: just before it, or the one it hangs on as an apposition."""
    heads = {
        i: cls for i, cls in heads.items() if cls not in ("post", "government_word", "group_of_states", "treaty_head")
    }
    at = span.first - 1
    while at >= 0 and span.first - at <= DESCRIPTOR_LEFT and tokens[at].text in '«»"“”„(':
        at -= 1
    if at in heads:
        return at
    top = top_token(tokens, span)
    if tokens[top].relation not in ("appos", "flat", "flat:foreign", "nmod", "flat:name"):
        return None
    head = tokens[top].head
    for here in (head, tokens[head].head if head >= 0 else -1):
        between = tokens[here + 1 : span.first]
        if here in heads and here < span.first and all(is_inner(t) for t in between):
            return here
    return None


def is_inner(token: Token) -> bool:
    """A word that may stand between a head word and its name: «месторождение меди Верхнее»."""
    return token.pos in ("ADJ", "NOUN", "PROPN") or token.text in '«„“"('


def top_token(tokens: Sequence[Token], span: NameSpan) -> int:
    for i in range(span.first, span.last):
        if not span.first <= tokens[i].head < span.last and tokens[i].pos != "PUNCT":
            return i
    return span.first


def surface_name(tokens: Sequence[Token], span: NameSpan) -> str:
    words = list(tokens[span.first : span.last])
    if span.source in ("quoted", "latin") or len(words) == 0:
        return text_of(words)
    top = top_token(tokens, span) - span.first
    if len(words) == 1:
        return name_word(words[0], "masc") if words[0].pos == "PROPN" else nominative_phrase(words, 0)
    return nominative_phrase(words, top)


def text_of(words: Sequence[Token]) -> str:
    out = words[0].text
    for previous, token in pairwise(words):
        out += (" " if token.start > previous.stop else "") + token.text
    return out


def mention(
    tokens: Sequence[Token],
    span: NameSpan,
    kind: MentionKind,
    name: str,
    top: int | None = None,
) -> Mention:
    """A mention over the tokens of a span; `top` is the word that names its sort («министр», «рудник»)."""
    head = top_token(tokens, span)
    start, stop = tokens[span.first].start, tokens[span.last - 1].stop
    return Mention(
        start=start,
        stop=stop,
        kind=kind,
        name=name,
        case=tokens[head if top is None else top].case,
        head=head,
        top=head if top is None else top,
        surface=text_of(tokens[span.first : span.last]),
        post=tokens[top].lemma if top is not None else None,
    )


def known_mention(tokens: Sequence[Token], span: NameSpan, kind: MentionKind, known: Known) -> Mention:
    """A mention of what the vocabulary knows."""
    return replace(mention(tokens, span, kind, known.name), key=known.key, country=known.country)


def adjectives(tokens: Sequence[Token], found: Sequence[Found]) -> Iterator[Mention]:
    """Whose and of what: «казахстанский», «медный»."""
    for hit in found:
        known = hit.of("country_adjective", "material_adjective")
        if known and tokens[hit.first].pos in ("ADJ", "NOUN", "PROPN", "VERB"):
            kind: Literal["country", "material"] = "country" if known.kind == "country_adjective" else "material"
            span = NameSpan(hit.first, hit.last, known.kind)
            yield replace(known_mention(tokens, span, kind, known), adjective=True)
        elif hit.of("demonym") and tokens[hit.first].number == "Plur":
            known = hit.of("demonym")
            assert known is not None
            span = NameSpan(hit.first, hit.last, known.kind)
            yield known_mention(tokens, span, "country", known)


def asset_names(tokens: Sequence[Token], heads: Heads) -> Iterator[Mention]:
    """«рудник Дальний», «Дальнегорское месторождение»: a proper word after or an adjective with a capital before."""
    for at, cls in heads.items():
        if cls != "asset_head":
            continue
        after = proper_after(tokens, at)
        if after:
            yield mention(tokens, after, "asset", text_of(tokens[after.first : after.last]), at)
        elif at > 0 and is_name_adjective(tokens, at - 1, at):
            span = NameSpan(at - 1, at + 1, "before head")
            yield mention(tokens, span, "asset", nominative_phrase(list(tokens[at - 1 : at + 1]), 1))


def treaty_names(tokens: Sequence[Token], heads: Heads) -> Iterator[Mention]:
    """«Пражские соглашения»: a treaty word with a capitalised adjective before it, not at the head of the sentence."""
    for at, cls in heads.items():
        if cls == "treaty_head" and at > 0 and is_name_adjective(tokens, at - 1, at):
            span = NameSpan(at - 1, at + 1, "treaty")
            yield mention(tokens, span, "institution", nominative_phrase(list(tokens[at - 1 : at + 1]), 1))
        elif cls == "treaty_head" and at == 1 and tokens[0].text[:1].isupper() and tokens[at].number == "Plur":
            span = NameSpan(0, 2, "treaty")
            yield mention(tokens, span, "institution", nominative_phrase(list(tokens[0:2]), 1))


def is_name_adjective(tokens: Sequence[Token], at: int, head: int) -> bool:
    token = tokens[at]
    opens = at == 0 or tokens[at - 1].text in '«"“—'
    return token.pos == "ADJ" and token.text[:1].isupper() and not opens and token.case == tokens[head].case


def posts(tokens: Sequence[Token], found: Sequence[Found], names: Sequence[Mention]) -> Iterator[Mention]:
    """«министр торговли США»: a post with its chain of genitives; its state is that of the chain."""
    for hit in found:
        top = top_token(tokens, NameSpan(hit.first, hit.last, "post"))
        if not hit.of("post") or tokens[top].pos not in ("NOUN", "PROPN"):
            continue
        span = NameSpan(hit.first, chain_end(tokens, hit.last - 1, names), "post")
        words = list(tokens[span.first : span.last])
        head = top - hit.first
        country = next((n.country for n in names if within(n, words) and n.country), None)
        yield replace(mention(tokens, span, "post", nominative_phrase(words, head).strip(), top), country=country)


def within(mention: Mention, words: Sequence[Token]) -> bool:
    return words[0].start <= mention.start and mention.stop <= words[-1].stop


def chain_end(tokens: Sequence[Token], at: int, names: Sequence[Mention] = ()) -> int:
    """One past the last word of the genitive chain that begins after `at`."""
    last = at + 1
    while last < len(tokens):
        token = tokens[last]
        if starts_person(token, names):
            break
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        before_name = token.pos == "ADJ" and (following is None or following.case != "Gen")
        genitive = token.case == "Gen" and token.pos in ("NOUN", "PROPN", "ADJ") and not before_name
        linked = token.text == "и" and last + 1 < len(tokens) and tokens[last + 1].case == "Gen"
        linked = linked and tokens[last + 1].relation == "conj" and tokens[last + 1].head > at
        named = any(n.start <= token.start < n.stop and n.kind in ("country", "institution") for n in names)
        if not (genitive or linked or (named and last == at + 1)):
            break
        last += 1
    return last


def starts_person(token: Token, names: Sequence[Mention]) -> bool:
    return any(n.kind == "person" and n.start <= token.start < n.stop for n in names)


def state_name(code: str) -> str:
    known = country_of(code)
    return known.names_ru[0] if known else code


def described(
    tokens: Sequence[Token], heads: Heads, names: Sequence[Mention], found: Sequence[Found]
) -> Iterator[Mention]:
    """Parties without a name: «казахстанский государственный холдинг», «министерство энергетики», «компания»."""
    tops = {n.top for n in names}
    for at, cls in heads.items():
        if cls in ("post", "group_of_states", "treaty_head") or at in tops or tokens[at].pos not in ("NOUN", "PROPN"):
            continue
        first = at
        while first > 0 and tokens[first - 1].pos == "ADJ" and tokens[first - 1].case == tokens[at].case:
            first -= 1
        if any(t.lemma == "совместный" for t in tokens[first:at]):
            continue
        span = NameSpan(first, chain_end(tokens, at, names), "described")
        words = list(tokens[span.first : span.last])
        kind: MentionKind = {"government_word": "country", "asset_head": "asset"}.get(cls, "organisation")  # type: ignore[assignment]
        inside = [n for n in [*names, *adjectives(tokens, found)] if within(n, words) and n.country]
        country = inside[0].country if inside else None
        if kind == "country" and country is None:
            country = next((n.country for n in names if n.top == at and n.country), None)
        name = state_name(country) if kind == "country" and country else nominative_phrase(words, at - first)
        told = mention(tokens, span, kind, name, at)
        yield replace(told, country=country, key=country if kind == "country" else None)
