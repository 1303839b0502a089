"""Mentions of an English text: names, and the noun phrases that stand for parties, posts, sites, minerals and states.

Policy, in order: what the vocabulary knows of several words; runs of capitals by the rules of `names`; single known
names; then described parties ("the miner", "seven lenders"), posts and minerals on what is left. A name that its own
words do not explain takes the kind that the same name has elsewhere in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lodeline.language.analysis import Mention, MentionKind, Token
from lodeline.language.english.known_names import NameReader
from lodeline.language.english.morphology import nouns
from lodeline.language.english.names import (
    WHERE,
    Name,
    organisation_heads,
    posts,
)
from lodeline.language.english.tables import words_of
from lodeline.language.gazetteer import Found
from lodeline.vocabulary.places import country as state_of

KINDS: Mapping[str, MentionKind] = {
    "firm": "organisation",
    "body": "organisation",
    "state": "country",
    "facility": "asset",
}
STATE_OWNED_LEFT = 4
"""How many words before a name or head may say that it is the state's."""
OFFICE_REACH = 8
DEFINITE = frozenset({"the", "this", "that", "its", "their", "both"})


def find_mentions(
    text: str, sentences: Sequence[Sequence[Token]], known: Sequence[Sequence[Found]]
) -> list[list[Mention]]:
    """All mentions of each sentence in order of the text; names never overlap one another."""
    readers = [Reader(text, tokens, found) for tokens, found in zip(sentences, known, strict=True)]
    for reader in readers:
        reader.read_names()
    singles = {reader.form(name) for reader in readers for name in reader.names if name.last - name.first == 1}
    for reader in readers:
        reader.settle(singles)
    told = {form: name.kind for reader in readers for name in reader.names if name.sure for form in reader.forms(name)}
    return [reader.mentions(told) for reader in readers]


class Reader(NameReader):
    """All mentions of one sentence: its names, then what is described without a name."""

    def mentions(self, told: Mapping[str, MentionKind]) -> list[Mention]:
        result = [self.retold(m, told) for m in self.known]
        for name in self.names:
            form = self.form(name)
            kind = name.kind if name.sure else told.get(form) or self.unsure_kind(name, result)
            result.append(self.named(replace(name, kind=kind)))
        result += [*self.minerals(), *self.described(result)]
        offices = list(self.posts(result))
        result = [*(self.in_office(m, offices) for m in result), *offices]
        return sorted(result, key=lambda m: (m.start, m.stop))

    def in_office(self, mention: Mention, offices: Sequence[Mention]) -> Mention:
        """A person is of the state whose post stands before the name in the same phrase."""
        if mention.kind != "person" or mention.country is not None:
            return mention
        before = [o for o in offices if o.country and o.stop <= mention.start]
        if not before:
            return mention
        between = [t for t in self.tokens if before[-1].stop <= t.start < mention.start]
        apart = any(t.pos in ("VERB", "AUX", "CCONJ") and t.lemma != "and" for t in between)
        apart = apart or sum(t.text == "," for t in between) > 1 or len(between) > OFFICE_REACH
        return mention if apart else replace(mention, country=before[-1].country)

    def retold(self, mention: Mention, told: Mapping[str, MentionKind]) -> Mention:
        """A place name by which the text calls a company or person ("Altai" for "Altai Tungsten")."""
        kind = told.get(mention.surface)
        before = self.tokens[mention.head - 1].text.lower() if mention.head else ""
        if mention.kind == "place" and kind in ("organisation", "person") and before not in WHERE:
            return replace(mention, kind=kind, country=None)
        return mention

    def unsure_kind(self, name: Name, before: Sequence[Mention]) -> MentionKind:
        """A name that nothing explains: a place beside a place, or before "governor"; else as the rules had it."""
        token = self.tokens[name.last - 1]
        following = self.tokens[name.last] if name.last < len(self.tokens) else None
        if name.last - name.first == 1 and following is not None and following.lemma in words_of("local_post"):
            return "place"
        if token.relation in ("conj", "appos") and token.head >= 0:
            start = self.tokens[token.head].start
            if any(m.kind == "place" and m.start <= start < m.stop for m in before):
                return "place"
        return name.kind

    def named(self, name: Name) -> Mention:
        made = self.make(name.first, name.last, name.kind)
        place = next((h.of("place") for h in self.found if (h.first, h.last) == (name.first, name.last)), None)
        country = self.country_of(name.first) or (place.country if place else None)
        country = country or self.country_after(name.last - 1, self.known)
        owned = self.is_state_owned(name.first, name.kind)
        return replace(made, top=name.top, post=name.post, country=country, state_owned=owned)

    def is_state_owned(self, first: int, kind: MentionKind) -> bool:
        """Whether the words before a name or a head call the party a state one ("state miner", "state-run")."""
        if kind not in ("organisation", "group"):
            return False
        for token in reversed(self.tokens[max(0, first - STATE_OWNED_LEFT) : first]):
            if token.text.lower() in words_of("state_owned"):
                return True
            if token.pos not in ("NOUN", "ADJ"):
                return False
        return False

    def minerals(self) -> Iterator[Mention]:
        for hit in self.found:
            known = hit.of("material", "material_adjective")
            if known is None or not self.is_free(hit) or self.tokens[hit.last - 1].pos in ("VERB", "AUX", "ADP", "ADV"):
                continue
            made = self.make(hit.first, hit.last, "material")
            yield replace(made, name=known.name, key=known.key, adjective=known.kind == "material_adjective")

    def described(self, names: Sequence[Mention]) -> Iterator[Mention]:
        """Parties and sites without a name: heads of noun phrases of a telling class."""
        tops = {m.top for m in names}
        for at, token in enumerate(self.tokens):
            if token.pos != "NOUN" or self.taken[at] or token.relation in ("compound", "case") or at in tops:
                continue
            if token.lemma in words_of("side"):
                yield from self.side(at, names)
                continue
            noun = nouns().get(token.lemma)
            people = noun is not None and noun.kind in ("person", "people") and token.number == "Plur"
            if noun is not None and (noun.kind in KINDS or people) and not self.is_part(at):
                yield from self.party(at, noun.kind, names)

    def is_part(self, at: int) -> bool:
        """ "Its 12 per cent holding": a part of a company, and no company."""
        before = [t.text for t in self.tokens[max(0, at - 1) : at]]
        return self.tokens[at].lemma == "holding" and before[:1] in (["%"], ["cent"], ["percent"])

    def party(self, at: int, noun_kind: str, names: Sequence[Mention]) -> Iterator[Mention]:
        """The phrase around one head, where it stands for a party, a site or a state."""
        first = self.phrase_start(at)
        kind = self.described_kind(self.tokens[at], noun_kind, first)
        if kind is None:
            return
        country = next((m.country for m in names if self.covers(first, at, m) and m.country), None)
        made = self.make(first, self.body_end(at, noun_kind), kind)
        country, owned = country or self.country_of(first), self.is_state_owned(at, kind)
        yield replace(made, country=country, post=self.tokens[at].lemma, state_owned=owned)

    def side(self, at: int, names: Sequence[Mention]) -> Iterator[Mention]:
        """As in "the Kazakh side": the state itself."""
        first = self.phrase_start(at)
        for mention in names:
            if self.covers(first, at, mention) and mention.adjective and mention.country:
                made = self.make(first, at + 1, "country")
                state = state_of(mention.country)
                name = state.names("en")[0] if state else made.name
                yield replace(made, name=name, key=mention.country, country=mention.country, post=self.tokens[at].lemma)
                return

    def body_end(self, at: int, kind: str) -> int:
        """One past "ministry of mines": a body keeps the common nouns that say which it is."""
        if kind != "body" or at + 2 >= len(self.tokens) or self.tokens[at + 1].text != "of":
            return at + 1
        last = at + 2
        while last < len(self.tokens) and self.tokens[last].pos == "NOUN" and not self.taken[last]:
            last += 1
            if last + 1 < len(self.tokens) and self.tokens[last].text == "and" and self.tokens[last + 1].pos == "NOUN":
                last += 1
        return last if last > at + 2 else at + 1

    def phrase_start(self, at: int) -> int:
        """First word of the phrase behind its article or possessor."""
        first = at
        while (
            first > 0
            and self.tokens[first - 1].pos in ("ADJ", "NOUN", "NUM", "PROPN", "VERB")
            and self.inside(first - 1, at)
        ):
            first -= 1
        return first

    def inside(self, at: int, head: int) -> bool:
        token = self.tokens[at]
        return token.head == head and token.relation in ("amod", "compound", "nummod")

    def described_kind(self, token: Token, noun_kind: str, first: int) -> MentionKind | None:
        definite = first > 0 and self.tokens[first - 1].text.lower() in DEFINITE
        if token.number == "Plur" and noun_kind != "facility":
            return "country" if token.lemma == "authority" else "group"
        if noun_kind == "facility":
            return "asset" if definite and token.number != "Plur" else None
        if noun_kind == "state":
            named = definite or token.lemma in words_of("government")
            return "country" if named and token.lemma in words_of("country_word") else None
        return KINDS.get(noun_kind)

    def covers(self, first: int, last: int, mention: Mention) -> bool:
        return self.tokens[first].start <= mention.start and mention.stop <= self.tokens[last].stop

    def posts(self, names: Sequence[Mention]) -> Iterator[Mention]:
        """As in "mines minister", "chief executive of Acme": singular, with the words that make it a post."""
        for at, token in enumerate(self.tokens):
            if token.pos not in ("NOUN", "PROPN") or token.number == "Plur" or token.lemma not in posts():
                continue
            if self.taken[at]:
                continue
            if token.relation == "compound" and self.tokens[token.head].pos == "NOUN":
                continue
            if token.lemma in organisation_heads():
                continue
            first = self.post_start(at)
            country = next((m.country for m in names if self.covers(max(0, first - 2), at, m) and m.country), None)
            made = self.make(first, self.post_end(at), "post")
            yield replace(made, country=country or self.country_after(at, names))

    def post_end(self, at: int) -> int:
        """One past "Secretary of State": the field of an office belongs to the post."""
        last = at + 1
        if last < len(self.tokens) and self.tokens[last].pos == "PROPN" and self.tokens[last].text == "of":
            while last < len(self.tokens) and self.tokens[last].pos == "PROPN" and not self.taken[last]:
                last += 1
        return last

    def post_start(self, at: int) -> int:
        first = at
        while first > 0 and self.tokens[first - 1].pos in ("NOUN", "ADJ", "PROPN") and not self.taken[first - 1]:
            first -= 1
        return first

    def country_after(self, at: int, names: Sequence[Mention]) -> str | None:
        if at + 1 >= len(self.tokens) or self.tokens[at + 1].text.lower() != "of":
            return None
        start = self.tokens[at + 1].stop
        return next((m.country for m in names if 0 < m.start - start < 6 and m.country), None)
