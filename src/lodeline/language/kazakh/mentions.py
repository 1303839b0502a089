"""Mentions of a parsed Kazakh sentence: its names with their states, and whoever is told by a post or a trade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from lodeline.language.analysis import Mention
from lodeline.language.kazakh.name_reader import Span, possessed_base
from lodeline.language.kazakh.tables import nouns
from lodeline.language.kazakh.word import Word
from lodeline.vocabulary.places import country
from lodeline.vocabulary.terms import terms_of

OWNERS = ("nmod:poss", "amod", "nmod", "appos")
SIDES = ("жақ", "тарап")
SIDE = "side"
REGISTERED = ("тіркеу", "орналасу")


@cache
def posts() -> frozenset[str]:
    return frozenset(term.split()[-1] for term in terms_of("post", "kk"))


@cache
def sources() -> frozenset[str]:
    return frozenset(term.split()[-1] for term in terms_of("source_word", "kk"))


class Mentioner:
    """The mentions of one sentence."""

    def __init__(self, text: str, words: Sequence[Word], spans: Sequence[Span]) -> None:
        self.text, self.words, self.spans = text, words, spans
        self.children: dict[int, list[int]] = {}
        for at, word in enumerate(words):
            self.children.setdefault(word.head, []).append(at)

    def read(self) -> list[Mention]:
        named = [self.of_span(span) for span in self.spans]
        sided = [self.side(mention) for mention in named]
        placed = [self.with_state(mention, sided) for mention in sided]
        return sorted([*placed, *self.described(placed)], key=lambda m: (m.start, m.stop))

    def of_span(self, span: Span) -> Mention:
        start, stop = self.words[span.first].start, self.words[span.last - 1].stop
        return Mention(
            start=start,
            stop=stop,
            kind=span.kind,
            name=span.name,
            key=span.key,
            country=span.country,
            case=self.words[span.head].read.case or span.case,
            head=span.head,
            surface=self.text[start:stop],
            adjective=span.adjective,
            top=span.head,
            state_owned=span.state_owned,
            post=span.post,
        )

    def side(self, mention: Mention) -> Mention:
        """ "неміс жағы", "қазақ тарапы", "британдықтар": a state, or its company where the text knows one."""
        if mention.kind != "country" or mention.country is None:
            return mention
        at = mention.head + 1
        state = country(mention.country)
        name = state.names("kk")[0] if state else mention.name
        if mention.adjective and at < len(self.words) and self.words[at].read.lemma in SIDES:
            word = self.words[at]
            surface = self.text[mention.start : word.stop]
            told = replace(mention, stop=word.stop, name=name, case=word.read.case, surface=surface)
            return replace(told, head=at, top=at, adjective=False, post=SIDE)
        people = not mention.adjective and mention.name == self.words[mention.head].fold
        return replace(mention, name=name, post=SIDE) if people else mention

    def with_state(self, mention: Mention, all_named: Sequence[Mention]) -> Mention:
        if mention.country or mention.kind not in ("organisation", "institution", "asset", "post"):
            return mention
        return replace(mention, country=self.state_over(mention.top, all_named))

    def state_over(self, at: int, named: Sequence[Mention], depth: int = 0) -> str | None:
        """The state told with a noun: as its owner, as an adjective, or by where it is registered."""
        for child in self.children.get(at, []):
            word = self.words[child]
            if word.relation in OWNERS:
                own = next((m.country for m in named if m.head == child and m.country), None)
                deeper = self.state_over(child, named, depth + 1) if own is None and depth < 2 else None
                if own or deeper:
                    return own or deeper
            if word.relation == "acl" and word.read.lemma in REGISTERED:
                places = [m for m in named if m.head in self.children.get(child, []) and m.country]
                if places:
                    return places[0].country
        return None

    def described(self, named: Sequence[Mention]) -> Iterator[Mention]:
        """Posts, and people told by what they do: "министрдің орынбасары", "сарапшылар", "дереккөздер"."""
        taken = {at for span in self.spans if not span.adjective for at in range(span.first, span.last)}
        for at, word in enumerate(self.words):
            if at in taken or word.read.pos != "NOUN" or nouns().get(word.read.lemma) != "person":
                continue
            first = self.first_of(at)
            base = possessed_base(word)
            name = " ".join(filter(None, (self.text[self.words[first].start : word.start].strip(), base)))
            post = word.read.lemma in posts()
            if not post and word.read.number != "Plur" and word.read.lemma not in sources():
                continue
            yield Mention(
                start=word.start,
                stop=word.stop,
                kind="post" if post else "group",
                name=name[:1].lower() + name[1:] if first == 0 and not self.names_at(first) else name,
                country=self.state_over(at, named),
                case=word.read.case,
                head=at,
                surface=word.text,
                top=at,
            )

    def names_at(self, at: int) -> bool:
        return any(span.first <= at < span.last and span.kind != "material" for span in self.spans)

    def first_of(self, at: int) -> int:
        """Where the phrase of a noun begins: its adjectives and owners, no clause and no list."""
        first = at
        for child in self.children.get(at, []):
            if child < at and self.words[child].relation in ("amod", "nmod", "nmod:poss", "flat"):
                first = min(first, self.first_of(child))
        return first
