"""What bare nouns, short names and pronouns refer to within a Kazakh text: one pass in order of the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from lodeline.language.analysis import Mention, Token
from lodeline.language.kazakh.mentions import SIDE

FIRMS = frozenset(
    ["компания", "серіктестік", "кәсіпорын", "корпорация", "холдинг", "концерн", "консорциум", "фирма", "топ"]
)
OWN_SORT = frozenset(
    [
        "банк",
        "қор",
        "ұйым",
        "министрлік",
        "агенттік",
        "комитет",
        "комиссия",
        "кеңес",
        "әкімдік",
        "корпорация",
        "биржа",
        "одақ",
    ]
)
SPEECH = frozenset(["айту", "деу", "мәлімдеу", "қосу", "хабарлау", "ескерту", "түсіндіру"])
STEM = 4


@dataclass
class Tracker:
    """Mentions so far, over all sentences."""

    mentions: list[Mention] = field(default_factory=list)
    subjects: list[int] = field(default_factory=list)
    pairs: tuple[int, ...] = ()
    """Those who acted together in the last sentence that told of several."""

    def nearest(self, fits: Callable[[Mention], bool]) -> int | None:
        """The nearest antecedent that fits, subjects of the last sentences first."""
        for pool in (reversed(self.subjects[-3:]), reversed(range(len(self.mentions)))):
            for index in pool:
                if fits(self.mentions[index]):
                    return self.root(index)
        return None

    def root(self, index: int) -> int:
        before = self.mentions[index].refers_to
        return index if before is None else before


def track(sentences: Sequence[tuple[Sequence[Token], Sequence[Mention]]]) -> list[list[Mention]]:
    """Give mentions their `refers_to`; bare nouns that resolve to nothing are dropped."""
    tracker = Tracker()
    result: list[list[Mention]] = []
    for tokens, mentions in sentences:
        own: list[Mention] = []
        first = len(tracker.mentions)
        for mention in sorted(
            [*mentions, *pronouns(tokens), *both_sides(tracker, tokens)], key=lambda m: (m.start, m.stop)
        ):
            resolved = resolve(tracker, tokens, mention)
            if resolved is not None:
                tracker.mentions.append(resolved)
                own.append(resolved)
        tracker.subjects += [
            first + n for n, m in enumerate(own) if tokens[m.top].relation.startswith("nsubj") and not is_described(m)
        ]
        tracker.pairs = together(tracker, tokens, first) or tracker.pairs
        result.append(own)
    return result


def together(tracker: Tracker, tokens: Sequence[Token], first: int) -> tuple[int, ...]:
    """Those who act together in a sentence: the subject with its list, and with whom it does it."""
    found: dict[int, None] = {}
    for index in range(first, len(tracker.mentions)):
        mention = tracker.mentions[index]
        token = tokens[mention.top]
        acts = token.relation.startswith("nsubj") or token.case == "Com"
        acts = acts or (token.relation == "conj" and tokens[token.head].relation.startswith("nsubj"))
        if acts and not mention.adjective and mention.kind in ("organisation", "institution", "country", "person"):
            found[tracker.root(index)] = None
    return tuple(found) if len(found) > 1 else ()


def both_sides(tracker: Tracker, tokens: Sequence[Token]) -> list[Mention]:
    """ "тараптар", "екі тарап": the parties of the deal told before."""
    if not tracker.pairs:
        return []
    return [
        Mention(t.start, t.stop, "group", t.text, case=t.case, head=i, top=i, surface=t.text, stands_for=tracker.pairs)
        for i, t in enumerate(tokens)
        if t.lemma == "тарап" and (t.number == "Plur" or (i and tokens[i - 1].lemma == "екі"))
    ]


def pronouns(tokens: Sequence[Token]) -> list[Mention]:
    return [
        Mention(t.start, t.stop, "person", t.lemma, case=t.case, head=i, top=i, surface=t.text)
        for i, t in enumerate(tokens)
        if t.pos == "PRON" and t.lemma == "ол" and t.case in ("Nom", "Gen")
    ]


def resolve(tracker: Tracker, tokens: Sequence[Token], mention: Mention) -> Mention | None:
    if mention.name == "ол":
        return pronoun(tracker, tokens, mention)
    if mention.post == SIDE:
        company = tracker.nearest(
            lambda m: m.kind == "organisation" and m.country == mention.country and not is_described(m)
        )
        return mention if company is None else replace(mention, refers_to=company)
    if mention.adjective or mention.kind in ("material", "group", "country", "post", "place"):
        return mention
    if is_described(mention):
        return described(tracker, tokens, mention)
    again = tracker.nearest(lambda m: not is_described(m) and m.kind != "country" and same_name(m, mention))
    return mention if again is None else replace(mention, refers_to=again)


def is_described(mention: Mention) -> bool:
    """A head noun without a name: "компания", "кен орны"."""
    return mention.post is not None and mention.name[:1].islower() and mention.kind != "country"


def pronoun(tracker: Tracker, tokens: Sequence[Token], mention: Mention) -> Mention | None:
    token = tokens[mention.head]
    speaks = token.head >= 0 and tokens[token.head].lemma in SPEECH
    kinds = ("person",) if speaks else ("person", "organisation")
    found = tracker.nearest(lambda m: m.kind in kinds and not is_described(m))
    if found is None or token.case == "Gen":
        return None
    target = tracker.mentions[found]
    return replace(mention, kind=target.kind, name=target.name, country=target.country, refers_to=found)


def described(tracker: Tracker, tokens: Sequence[Token], mention: Mention) -> Mention | None:
    """A bare noun stands for the nearest of its sort; with a state told ("неміс компаниясы") it may stay itself."""
    plural = tokens[mention.top].number == "Plur"
    found = None if plural else tracker.nearest(antecedent_of(mention))
    if found is not None:
        return replace(mention, refers_to=found)
    told = mention.country is not None and mention.kind != "asset"
    return phrase(tokens, mention) if told and not plural else None


def phrase(tokens: Sequence[Token], mention: Mention) -> Mention:
    """The noun with the word before it that tells its state."""
    before = [
        t for t in tokens if t.head == mention.top and t.start < mention.start and t.relation in ("amod", "nmod:poss")
    ]
    words = [*(t.text for t in before), mention.name]
    return replace(mention, name=" ".join(words), post=mention.post)


def antecedent_of(mention: Mention) -> Callable[[Mention], bool]:
    sort = mention.post or ""

    def fits(other: Mention) -> bool:
        if is_described(other) or other.adjective or other.kind not in ("organisation", "institution", "asset"):
            return False
        if mention.kind == "asset":
            named_so = other.post == sort or sort == "жоба"
            return other.kind == "asset" and named_so
        if other.kind == "asset":
            return False
        if sort in OWN_SORT:
            return other.post == sort or any(word.startswith(sort[:-1]) for word in other.name.lower().split())
        return sort in FIRMS and other.kind == "organisation" and other.post not in OWN_SORT

    return fits


def same_name(other: Mention, mention: Mention) -> bool:
    """The same name, or a part of a fuller one: a surname, the first word of a company."""
    if {other.kind, mention.kind} not in SAME_SORT and other.kind != mention.kind:
        return False
    ours, theirs = mention.name.lower().split(), other.name.lower().split()
    if ours == theirs:
        return True
    if mention.kind == "person" and other.kind == "person":
        return len(ours) == 1 and alike(ours[0], theirs[-1])
    return len(ours) < len(theirs) and len(mention.name) >= STEM and ours == theirs[: len(ours)]


SAME_SORT = ({"organisation", "institution"}, {"organisation", "asset"})


def alike(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) >= STEM and (a.startswith(b) or b.startswith(a)))
