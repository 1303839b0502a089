"""Mentions in a Russian sentence: names and the noun phrases that stand for parties, sites, minerals and states.

Policy, in order: a longer known name beats a shorter; a name in quotes or Latin letters beats the recogniser; a head
word on the left («рудник», «банк») decides what the name names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Literal, cast

from lodeline.language.analysis import Mention, MentionKind, Quote, Token
from lodeline.language.gazetteer import Found, Gazetteer, build
from lodeline.language.russian.inflection import agrees, name_word, nominative_phrase, person_name
from lodeline.language.russian.making import known_mention, mention, text_of, top_token
from lodeline.language.russian.morphology import normal
from lodeline.language.russian.names import (
    NameSpan,
    Recognised,
    latin_names,
    model_names,
    name_pairs,
    proper_after,
    quoted_names,
)
from lodeline.language.russian.posts import chain_end, in_office, people_in_office, posts, within
from lodeline.language.russian.tables import words_of
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


def find_mentions(
    text: str, tokens: Sequence[Token], quotes: Sequence[Quote], recognised: Sequence[Recognised]
) -> list[Mention]:
    """All mentions of one sentence in order of the text; names never overlap one another."""
    forms = [t.text for t in tokens]
    found = list(gazetteer().find([normal(form) for form in forms], forms))
    heads = head_words(found)
    names: list[Mention] = []
    model = [s for s in model_names(tokens, recognised) if not is_plain_word(tokens, s, heads)]
    quoted = list(quoted_names(text, tokens, quotes))
    for name in candidates(tokens, (quoted, model), found, heads):
        if not any(overlaps(name, other) for other in names):
            names.append(name)
    names += abbreviations(tokens, names)
    rest = [
        *adjectives(tokens, found),
        *states_told(tokens),
        *posts(tokens, found, names),
        *described(tokens, heads, names, found),
    ]
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
        home = home or next((o.country for o in others if o.kind == "country" and owns(tokens, o, mention)), None)
        owned = any(t.lemma == "государственный" for t in before) or (mention.post or "").startswith("гос")
        return replace(mention, country=mention.country or home, state_owned=owned)
    if mention.kind == "person":
        return in_office(tokens, mention, [o for o in others if o.kind == "post"])
    return mention


def owns(tokens: Sequence[Token], state: Mention, body: Mention) -> bool:
    """«Банк развития Замбии»: a state right behind the name of a body, in the genitive or without a case."""
    return not state.adjective and 0 <= state.start - body.stop <= 1 and tokens[state.head].case in ("Gen", "")


def adjectives_before(tokens: Sequence[Token], mention: Mention) -> list[Token]:
    """The run of adjectives before a name or before the head word that it belongs to."""
    first = min(i for i, t in enumerate(tokens) if t.start >= mention.start)
    at = min(first, mention.top if mention.top >= 0 else first)
    found = []
    while at > 0 and (tokens[at - 1].pos in ("ADJ", "DET") or tokens[at - 1].text in '«"('):
        at -= 1
        found.append(tokens[at])
    return found + [t for t in tokens[at:first] if t.pos == "ADJ"]


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
    tokens: Sequence[Token], spans: tuple[Sequence[NameSpan], Sequence[NameSpan]], found: Sequence[Found], heads: Heads
) -> Iterator[Mention]:
    """Names by falling trust; the caller keeps the first of any that overlap. `spans`: in quotes, and recognised."""
    quoted, model = spans
    yield from known_names(tokens, found, "institution")
    for span in quoted:
        if not tokens[span.first].text[0].isdigit() or descriptor(tokens, span, heads) is not None:
            yield named(tokens, span, heads)
    people = [*(span for span in model if span.source == "PER"), *people_in_office(tokens, found)]
    for span in people:
        if heads.get(span.first - 1) == "asset_head":
            yield named(tokens, span, heads)
        elif not is_known(span, found, "country"):
            yield person(tokens, span)
    yield from known_names(tokens, [f for f in found if f.last - f.first > 1], "country", "region", "material")
    yield from (person(tokens, span) for span in name_pairs(tokens) if not is_known(span, found, "country"))
    for span in latin_names(tokens):
        if not is_known(span, found, "country", "material", "region"):
            yield named(tokens, span, heads)
    yield from known_names(tokens, found, "country", "region", "capital", "material")
    yield from asset_names(tokens, heads)
    yield from treaty_names(tokens, heads)
    yield from (named(tokens, span, heads) for span in model if span.source == "ORG")
    yield from known_names(tokens, found, "place")
    places = [s for s in model if s.source == "LOC" and not is_known(s, found, "country_adjective")]
    yield from (named(tokens, span, heads) for span in places)


def is_plain_word(tokens: Sequence[Token], span: NameSpan, heads: Heads) -> bool:
    """What the recogniser takes for a name only by its capital: head words, and for a place an adjective alone."""
    if span.source == "LOC":
        return span.last - span.first == 1 and tokens[span.first].pos == "ADJ"
    return all(i in heads for i in range(span.first, span.last))


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
    if at is None and span.source == "quoted" and bends(tokens, span):
        name = unbent(tokens, span)
    return mention(tokens, span, kind, name, at)


def bends(tokens: Sequence[Token], span: NameSpan) -> bool:
    """Whether a name in quotes takes a case: no word that it stands beside takes it instead («комбинат „…“»)."""
    before = tokens[max(0, span.first - 2)] if span.first else None
    if before is None or span.first < 2:
        return False
    other_case = before.pos == "NOUN" and before.case != tokens[top_token(tokens, span)].case
    return other_case or before.pos in ("VERB", "ADP", "ADJ", "ADV", "PART") or before.text in ("—", "–")


def unbent(tokens: Sequence[Token], span: NameSpan) -> str:
    """«Казметаллом» → «Казметалл»: only endings that leave a consonant, and phrases with an adjective that agrees."""
    words = list(tokens[span.first : span.last])
    top = top_token(tokens, span) - span.first
    base = nominative_phrase(words, top)
    oblique = words[top].case not in ("Nom", "") and words[top].pos in ("NOUN", "PROPN")
    agreeing = top > 0 and agrees(words[0], words[top])
    consonant = len(words) == 1 and base[-1:].lower() not in "аеёиоуыэюяь" and words[0].text.startswith(base)
    return base if oblique and (agreeing or consonant) else text_of(words)


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


def surface_name(tokens: Sequence[Token], span: NameSpan) -> str:
    words = list(tokens[span.first : span.last])
    if span.source in ("quoted", "latin") or len(words) == 0:
        return text_of(words)
    top = top_token(tokens, span) - span.first
    if len(words) == 1:
        return name_word(words[0], "masc") if words[0].pos == "PROPN" else nominative_phrase(words, 0)
    return nominative_phrase(words, top)


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


def state_name(code: str) -> str:
    known = country_of(code)
    return known.names_ru[0] if known else code


def abbreviations(tokens: Sequence[Token], names: Sequence[Mention]) -> list[Mention]:
    """«Банк развития недр (БРН)»: capitals in brackets right behind a name of a body."""
    bodies = {n.stop for n in names if n.kind in ("organisation", "institution")}
    found = []
    for at in range(2, len(tokens) - 1):
        word = tokens[at].text
        bracketed = tokens[at - 1].text == "(" and tokens[at + 1].text == ")" and word.isupper() and word.isalpha()
        taken = any(n.start <= tokens[at].start < n.stop for n in names)
        if bracketed and len(word) > 1 and not taken and tokens[at - 1].start - 1 in bodies:
            found.append(mention(tokens, NameSpan(at, at + 1, "abbreviation"), "organisation", word))
    return found


def states_told(tokens: Sequence[Token]) -> Iterator[Mention]:
    """«республика», «страна» by itself as a subject: stands for the state told before."""
    for at, token in enumerate(tokens):
        alone = token.relation.startswith("nsubj") and token.number != "Plur"
        if alone and token.lemma in words_of("state") and is_bare(tokens, at):
            yield mention(tokens, NameSpan(at, at + 1, "state"), "country", token.text, at)


def is_bare(tokens: Sequence[Token], at: int) -> bool:
    return not any(t.head == at and t.relation.split(":")[0] in ("amod", "nmod", "appos", "acl") for t in tokens)


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
