"""A sentence of the language room set out for factRuEval's facts: names by token, word classes, dependents."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from lodeline.language.analysis import Analysis, Mention, Sentence, Token
from lodeline.language.russian.morphology import parses
from lodeline.language.tree import children, conjuncts, governors, is_verb, preposition
from lodeline.vocabulary.places import country

BODIES = ("organisation", "institution", "country", "place", "group", "asset")
PARTIES = ("person", *BODIES)


@cache
def words(kind: str) -> Mapping[str, str]:
    """Words of a class → what they stand for."""
    table = Path(__file__).with_name("factrueval_words.csv").read_text("utf-8").splitlines()
    rows = [row for row in csv.DictReader(table) if row["class"] == kind]
    return {word: row["value"] for row in rows for word in row["words"].split("|")}


@cache
def names_a_person(word: str) -> bool:
    """Whether a noun is one for living beings."""
    return any("NOUN" in p.tag and "anim" in p.tag for p in parses(word)[:2])


@dataclass(frozen=True)
class Page:
    """One sentence with its document."""

    analysis: Analysis
    sentence: Sentence
    described: Sequence[tuple[str, Mention]] = ()
    """Names of the text with the common noun before each («телеканал N»)."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    @property
    def paragraph(self) -> Sequence[Sentence]:
        return [s for s in self.analysis.sentences if s.paragraph == self.sentence.paragraph]

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        found = [self.analysis.mentions[i] for i in self.sentence.mentions]
        return (*found, *self.abbreviated(found))

    def abbreviated(self, found: Sequence[Mention]) -> Iterator[Mention]:
        """Bodies that the recogniser does not know, named by their capitals («УЕФА»)."""
        if all(t.text.isupper() for t in self.tokens if t.text.isalpha()):
            return
        for at, token in enumerate(self.tokens):
            if (
                token.pos in ("PROPN", "NOUN")
                and token.text.isupper()
                and token.text.isalpha()
                and 3 <= len(token.text) <= 6
                and self.tokens[max(0, at - 1)].lemma not in words("paper")
                and not any(m.start < token.stop and token.start < m.stop for m in found)
            ):
                yield Mention(token.start, token.stop, "organisation", token.text, head=at, top=at)

    @cached_property
    def places(self) -> Mapping[int, Mention]:
        """Token index → the party named there; a name beats the phrase that stands for one."""
        found: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda m: (self.is_named(m), m.stop - m.start)):
            if mention.kind in PARTIES and not mention.adjective:
                found |= dict.fromkeys(self.span(mention), mention)
        return found

    @cached_property
    def tops(self) -> Mapping[int, Mention]:
        """Token index → the name that hangs on the word there («компания Бета»)."""
        return {m.top: m for m in self.mentions if m.kind in PARTIES and not m.adjective and m.top >= 0}

    def span(self, mention: Mention) -> range:
        inside = [i for i, t in enumerate(self.tokens) if t.start < mention.stop and t.stop > mention.start]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def is_named(self, mention: Mention) -> bool:
        """Whether it is a proper name, and not a phrase that stands for one."""
        written = self.analysis.text[mention.start : mention.stop]
        first = self.span(mention)
        opens = bool(first) and first[0] == 0 and self.tokens[0].pos != "PROPN"
        return any(c.isupper() for c in written[1:]) or (written[:1].isupper() and not opens)

    def party_at(self, at: int) -> Mention | None:
        """The party that a word names, or that is named beside it («с главой фонда Петром Беловым»)."""
        found = self.places.get(at) or self.tops.get(at)
        if found is not None and found.kind == "person":
            return found
        beside = [(self.places.get(c), self.tokens[c]) for c in children(self.sentence, at, "appos", "flat")]
        apposed = (m for m, _ in beside if m is not None and self.is_named(m))
        return self.holder(at) or found or next(apposed, None)

    def holder(self, at: int) -> Mention | None:
        """The person named behind a title, in its case («чемпионом мира Петром Беловым»)."""
        if at in self.places or not names_a_person(self.tokens[at].text):
            return None
        for here in range(at + 1, min(len(self.tokens), at + REACH)):
            found = self.places.get(here)
            if found is not None and found.kind == "person":
                return found if found.case in (self.tokens[at].case, "") else None
            if self.tokens[here].pos not in ("NOUN", "ADJ", "PROPN", "ADP") and self.tokens[here].text not in '«»"':
                return None
        return None

    def parties_at(self, at: int) -> Iterator[Mention]:
        """The party at a word and those coordinated with its name («компаний N и M»)."""
        found = self.party_at(at)
        if found is None or not self.told(found):
            found = self.meant(at) or found
        if found is None:
            return
        yield found
        for each in conjuncts(self.sentence, found.head) if 0 <= found.head < len(self.tokens) else ():
            other = self.party_at(each)
            if other is not None and other is not found:
                yield other

    def meant(self, at: int) -> Mention | None:
        """«телеканал» → the name last told before with that word; «последняя» → the last party named before."""
        token = self.tokens[at]
        if token.lemma == "последний" and token.relation.split(":")[0] in ("nsubj", "obj", "obl"):
            before = [m for m in self.analysis.mentions if m.stop < self.sentence.start and not m.adjective]
            return next((m for m in reversed(before) if m.kind in ("person", "organisation", "asset")), None)
        if token.lemma not in words("generic") or token.number == "Plur":
            return None
        return next((m for noun, m in reversed(self.described) if noun == token.lemma and m.stop < token.start), None)

    def told(self, mention: Mention) -> str:
        """The name as written; of a pronoun or a common noun, that of what it stands for, else ''."""
        written = self.analysis.text[mention.start : mention.stop].strip(' «»"')
        if mention.adjective:
            state = country(mention.country or "")
            return state.names_ru[0] if state else ""
        if mention.kind == "person":
            return self.full_name(mention)
        first = self.span(mention).start
        if mention.kind == "country" and first > 0 and self.tokens[first - 1].lemma in words("office"):
            return self.text(first - 1, self.span(mention).stop)
        if written[:1].isupper() and (written.casefold() not in PRONOUNS):
            return written
        if mention.refers_to is not None:
            root = self.analysis.mentions[mention.refers_to]
            name = self.analysis.text[root.start : root.stop].strip(' «»"')
            return name if name[:1].isupper() and name.casefold() not in PRONOUNS else ""
        quoted = self.analysis.text[max(0, mention.start - 1)] in QUOTES and mention.kind == "organisation"
        office = quoted or any(self.tokens[i].lemma in words("office") for i in self.span(mention))
        return written if office or any(c.isupper() for c in written) else ""

    def full_name(self, mention: Mention) -> str:
        """The longest way in which the text names a person."""
        root = mention.refers_to
        same = [
            mention,
            *(
                (m for i, m in enumerate(self.analysis.mentions) if root in (i, m.refers_to))
                if root is not None
                else ()
            ),
        ]
        names = [self.analysis.text[m.start : m.stop].strip(' «»"') for m in same if m.kind == "person"]
        names = [n for n in names if n[:1].isupper() and n.casefold() not in PRONOUNS]
        return max(names, key=lambda n: (n.count(" "), n == names[0]), default="")

    def text(self, first: int, stop: int) -> str:
        if first >= stop:
            return ""
        return self.analysis.text[self.tokens[first].start : self.tokens[stop - 1].stop].strip(' «»"')

    def dependents(self, at: int, *relations: str) -> Iterator[tuple[int, str]]:
        """Words that hang on a token, and those set beside them, with the preposition of the first."""
        for child in children(self.sentence, at, *relations):
            before = preposition(self.sentence, child)
            for each in conjuncts(self.sentence, child):
                yield each, before

    def subject(self, verb: int) -> Iterator[int]:
        """Subjects of a verb; one that has none shares that of the verb that it goes on from."""
        for here in (verb, *governors(self.sentence, verb)):
            found = [c for c, _ in self.dependents(here, "nsubj")]
            if found:
                yield from found
                return
            if is_verb(self.tokens[here]) and self.tokens[here].relation not in GOES_ON:
                return

    def actors(self, verb: int) -> Iterator[int]:
        """Subjects of a verb, or the noun that a participle describes."""
        token = self.tokens[verb]
        if token.form != "Part" or token.relation not in ("acl", "appos", "amod"):
            yield from self.subject(verb)
        elif token.head >= 0:
            yield token.head
        elif verb > 1 and self.tokens[verb - 1].text == "," and token.voice != "Pass":
            yield from (i for i in range(max(0, verb - 3), verb) if i in self.places)

    def parts(self, at: int) -> Iterator[int]:
        """A word, or, where it counts a part («30% акций N», «долю в N»), what it is a part of."""
        if self.tokens[at].lemma not in words("part") or at in self.places:
            yield at
            return
        for child, _ in self.dependents(at, "nmod", "obl", "appos"):
            yield from self.parts(child)

    def antecedent(self, at: int) -> int:
        """«который» → the noun that its clause describes."""
        if self.tokens[at].lemma != "который":
            return at
        here = self.tokens[at].head
        while here >= 0 and not self.tokens[here].relation.startswith("acl"):
            here = self.tokens[here].head
        noun = self.tokens[here].head if here >= 0 else -1
        return noun if noun >= 0 else at


REACH = 8
"""Words between a title and its holder."""
QUOTES = '«„“"'
GOES_ON = ("conj", "xcomp", "advcl", "acl:relcl", "csubj", "ccomp", "parataxis")
PRONOUNS = ("он", "она", "они", "оно", "его", "её", "ее", "их", "ему", "ей", "им", "него", "неё", "них", "кто")


def pages(analysis: Analysis) -> Sequence[Page]:
    described = tuple(described_names(analysis))
    return [Page(analysis, s, described) for s in analysis.sentences if s.tokens]


def described_names(analysis: Analysis) -> Iterator[tuple[str, Mention]]:
    for page in (Page(analysis, s) for s in analysis.sentences if s.tokens):
        for mention in page.mentions:
            first = page.span(mention).start
            while first > 0 and page.tokens[first - 1].text in QUOTES:
                first -= 1
            if first > 0 and page.tokens[first - 1].lemma in words("generic") and page.is_named(mention):
                yield page.tokens[first - 1].lemma, mention
