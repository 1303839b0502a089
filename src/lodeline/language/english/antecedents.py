"""What an English phrase can stand for: the mentions told so far, and which of them fits a head word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lodeline.language.analysis import Mention, Token
from lodeline.language.english.morphology import nouns
from lodeline.language.english.tables import words_of
from lodeline.vocabulary.places import country

NAMED = frozenset({"person", "organisation", "institution", "asset"})
PARTY = frozenset({"organisation", "institution"})
RECENT = 4


@dataclass
class Tracker:
    """Mentions so far in order of the text, and those that were subjects."""

    mentions: list[Mention] = field(default_factory=list)
    subjects: list[int] = field(default_factory=list)
    states: dict[str, list[int]] = field(default_factory=dict)
    """Key of a state → mentions of it by name, possessors and adjectives left out."""
    institutions: dict[str, int] = field(default_factory=dict)
    """Key of an institution → its first mention."""
    forms: dict[str, int] = field(default_factory=dict)
    """Full and short forms of names → index of the first mention that bears them."""
    silent: bool = False
    """Whether the last sentence was about a site without a name, which "it" then stands for."""
    nameless: int = -1
    """Offset of the last site that was told without a name ("a gallium refinery"): "the plant" may mean it."""

    def latest(self, fits: Callable[[Mention], bool]) -> int | None:
        """The nearest antecedent that fits: recent subjects first, then anything of the last hundred mentions."""
        every = range(len(self.mentions) - 1, max(-1, len(self.mentions) - 100), -1)
        for pool in (list(reversed(self.subjects[-RECENT:])), every):
            for index in pool:
                mention = self.mentions[index]
                if not mention.adjective and fits(mention):
                    return self.root(index)
        return None

    def nearest(self, fits: Callable[[Mention], bool]) -> int | None:
        for index in range(len(self.mentions) - 1, -1, -1):
            if fits(self.mentions[index]):
                return self.root(index)
        return None

    def root(self, index: int) -> int:
        before = self.mentions[index].refers_to
        return index if before is None else before


def is_subject(tokens: Sequence[Token], mention: Mention) -> bool:
    return tokens[mention.head].relation.startswith("nsubj") and (mention.kind in NAMED or mention.kind == "country")


def count_state(tracker: Tracker, tokens: Sequence[Token], index: int) -> None:
    mention = tracker.mentions[index]
    possessor = tokens[mention.head].relation == "nmod:poss" and tokens[mention.head].pos == "PROPN"
    if mention.kind == "country" and mention.key and mention.key != "EU" and not mention.adjective and not possessor:
        tracker.states.setdefault(mention.key, []).append(index)


def is_described(mention: Mention) -> bool:
    """A phrase without a name: "the miner", and with a nationality before it "the Japanese miner"."""
    if mention.kind in ("organisation", "group") and mention.post is not None:
        return mention.surface.split()[-1].islower()
    return mention.surface[:1].islower() and mention.kind != "person"


def within_states(fits: Callable[[Mention], bool], *states: str | None) -> Callable[[Mention], bool]:
    return lambda other: fits(other) and other.country in states


def is_inner_body(mention: Mention) -> bool:
    """As in "the board", "a unit": part of another party, seldom what "its" means."""
    return is_described(mention) and mention.refers_to is None and mention.post in words_of("own_party")


def antecedent_in_sentence(tracker: Tracker, tokens: Sequence[Token], wanted: frozenset[str]) -> int | None:
    """The subject of the same sentence before the pronoun."""
    for index in range(len(tracker.mentions) - 1, -1, -1):
        mention = tracker.mentions[index]
        if mention.start < tokens[0].start:
            return None
        fits = mention.kind in wanted and not mention.adjective and not is_inner_body(mention)
        if fits and tokens[mention.head].relation.startswith("nsubj"):
            return tracker.root(index)
    return None


def only_one(tracker: Tracker, tokens: Sequence[Token], fits: Callable[[Mention], bool]) -> int | None:
    """The antecedent before the phrase in its own sentence, where there is just one."""
    found: set[int] = set()
    for index in range(len(tracker.mentions) - 1, -1, -1):
        mention = tracker.mentions[index]
        if mention.start < tokens[0].start:
            break
        if not mention.adjective and fits(mention):
            found.add(tracker.root(index))
    return found.pop() if len(found) == 1 else None


def other_party(
    fits: Callable[[Mention], bool], tokens: Sequence[Token], mention: Mention
) -> Callable[[Mention], bool]:
    """Not the subject of the verb whose object the phrase is: "Hanil will lend the miner money" is about two."""
    verb = tokens[mention.head].head

    def differs(other: Mention) -> bool:
        here = other.start >= tokens[0].start
        return fits(other) and not (here and tokens[other.head].head == verb and tokens[other.head].relation == "nsubj")

    return differs


def nameless_sites(tokens: Sequence[Token]) -> int:
    """Offset of the last phrase of a sentence that brings in a site without naming it; -1 where there is none."""
    found = -1
    for at, token in enumerate(tokens):
        noun = nouns().get(token.lemma)
        if token.pos == "NOUN" and noun is not None and noun.kind == "facility" and token.relation != "compound":
            parts = [t for t in tokens[max(0, at - 8) : at] if t.head == at]
            if any(t.lemma in ("a", "new") for t in parts) and not any(t.pos == "PROPN" for t in parts):
                found = token.start
    return found


def about_nameless(tokens: Sequence[Token], mentions: Sequence[Mention]) -> bool:
    """Whether the subject of a sentence is a site that no mention stands for."""
    tops = {m.head for m in mentions}
    for at, token in enumerate(tokens):
        noun = nouns().get(token.lemma)
        if token.relation.startswith("nsubj") and noun is not None and noun.kind == "facility" and token.pos == "NOUN":
            return at not in tops and not any(t.head == at and t.pos == "PROPN" for t in tokens)
    return False


def topic_state(tracker: Tracker, tokens: Sequence[Token], lemma: str) -> int | None:
    """The state that the text is about: subject of this sentence or a recent one, else the one named most often."""
    if lemma == "bloc":
        return tracker.nearest(lambda m: m.key == "EU")
    for index in range(len(tracker.mentions) - 1, -1, -1):
        mention = tracker.mentions[index]
        if mention.start < tokens[0].start:
            break
        if (
            mention.kind == "country"
            and mention.key not in (None, "EU")
            and tokens[mention.head].relation.startswith("nsubj")
        ):
            return tracker.root(index)
    for index in reversed(tracker.subjects[-RECENT:]):
        if tracker.mentions[index].kind == "country" and tracker.mentions[index].key not in (None, "EU"):
            return tracker.root(index)
    if not tracker.states:
        return None
    key = max(tracker.states, key=lambda k: len(tracker.states[k]))
    known = country(key)
    names = known.names("en") if known else ()
    named = next((i for i in tracker.states[key][:RECENT] if tracker.mentions[i].name in names), tracker.states[key][0])
    return tracker.root(named)


def same_sort(lemma: str, other: str | None) -> bool:
    """Whether two words for a site can mean one: "the mine" for a project, but no refinery for a mine."""
    if lemma == other or not other or {lemma, other} & words_of("site"):
        return True
    return any({lemma, other} <= words_of(sort) for sort in ("mine_like", "plant_like"))


def antecedent_of(lemma: str, mention: Mention) -> Callable[[Mention], bool]:
    """Which earlier mentions a definite phrase with that head can stand for."""

    def fits(other: Mention) -> bool:
        if mention.kind == "asset":
            return other.kind == "asset" and same_sort(lemma, other.post)
        words = other.name.casefold().split()
        if lemma in words_of("own_party"):
            return other.post == lemma or lemma in words
        if lemma in words_of("bank"):
            return other.kind in PARTY and (
                lemma in words or other.post == lemma or (lemma != "fund" and "bank" in words)
            )
        if lemma in words_of("office"):
            return other.kind in PARTY and (lemma in words or other.post == lemma)
        vague = is_described(other) and other.post in words_of("own_party")
        return other.kind == "organisation" and not vague and not is_office(words)

    return fits


def is_office(words: Sequence[str]) -> bool:
    return any(w in words_of("office") or w in words_of("bank") for w in words)
