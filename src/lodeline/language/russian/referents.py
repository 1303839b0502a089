"""What short names, pronouns and definite phrases refer to within a Russian text: a first tracker.

One pass in order of the text keeps the mentions met so far. A short name goes to the fuller one; an abbreviation in
brackets to the name before it; «компания», «банк», «ведомство», «рудник» and pronouns to the nearest that fits, the
subject of an earlier sentence first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from lodeline.language.analysis import Mention, Token
from lodeline.language.russian.morphology import parses
from lodeline.language.russian.tables import words_of
from lodeline.vocabulary.places import countries

PERSON_PRONOUNS = {"он": "Masc", "она": "Fem"}
STEM = 4


LOOK_BACK = 500
"""Mentions among which «компания» or «он» seeks what it stands for: more than any one piece of news holds."""


@dataclass
class Tracker:
    """Mentions so far, as indexes into the growing list."""

    mentions: list[Mention] = field(default_factory=list)
    subjects: list[int] = field(default_factory=list)
    by_sentence: list[list[int]] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    """Those that refer to nothing before them."""
    again: dict[str, int] = field(default_factory=dict)
    """Other names introduced in the text."""
    by_stem: dict[str, list[int]] = field(default_factory=dict)
    """Names told first, by the beginning of each of their words."""
    surnames: dict[str, list[str]] = field(default_factory=dict)
    """Stems of the surnames told first, by their beginning."""

    def add(self, mention: Mention) -> int:
        index = len(self.mentions)
        self.mentions.append(mention)
        if mention.refers_to is not None:
            if mention.surface == mention.name:
                self.again.setdefault(mention.name, index)
            return index
        self.firsts.append(index)
        if mention.kind in NAMED:
            words = stems(mention.name)
            for beginning in dict.fromkeys(word[:STEM] for word in words):
                self.by_stem.setdefault(beginning, []).append(index)
            if mention.kind == "person" and " " in mention.name and words:
                self.surnames.setdefault(words[-1][:STEM], []).append(words[-1])
        return index

    def latest(self, fits: Callable[[Mention], bool]) -> int | None:
        """The nearest antecedent that fits: subjects of earlier sentences first, then anything named."""
        for pool in (reversed(self.subjects[-4:]), reversed(self.firsts[-LOOK_BACK:])):
            for index in pool:
                mention = self.mentions[index]
                if mention.refers_to is None and fits(mention):
                    return index
        return None

    def nearest(self, fits: Callable[[Mention], bool]) -> int | None:
        start = max(0, len(self.mentions) - LOOK_BACK)
        return next((i for i in reversed(range(start, len(self.mentions))) if fits(self.mentions[i])), None)


def track(sentences: Sequence[tuple[Sequence[Token], Sequence[Mention]]]) -> list[list[Mention]]:
    """Give every mention its `refers_to`, counting over all sentences; pronouns that resolve become mentions."""
    tracker = Tracker()
    result: list[list[Mention]] = []
    for tokens, mentions in sentences:
        result.append([])
        own: list[int] = []
        tracker.by_sentence.append(own)
        for mention in sorted(
            [*mentions, *pronouns(tokens), *surnames(tracker, tokens, mentions)], key=lambda m: (m.start, m.stop)
        ):
            resolved = resolve(tracker, tokens, mention)
            if resolved is None:
                continue
            own.append(tracker.add(resolved))
            result[-1].append(resolved)
        tracker.subjects += [i for i in own if is_subject(tokens, tracker.mentions[i])]
    return result


def is_subject(tokens: Sequence[Token], mention: Mention) -> bool:
    token = tokens[mention.top]
    return token.relation.startswith("nsubj") and mention.kind in ("person", "organisation", "institution", "asset")


def surnames(tracker: Tracker, tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention]:
    """The surname of a person named earlier, standing by itself where no finder saw a name."""
    found = []
    for i, token in enumerate(tokens):
        free = token.text[:1].isupper() and not any(m.start <= token.start < m.stop for m in mentions)
        if free and is_surname(tracker, token.text):
            found.append(
                Mention(
                    token.start, token.stop, "person", token.text, case=token.case, head=i, top=i, surface=token.text
                )
            )
    return found


def is_surname(tracker: Tracker, word: str) -> bool:
    found = stems(word)
    return bool(found) and any(alike(known, found[0]) for known in tracker.surnames.get(found[0][:STEM], ()))


def pronouns(tokens: Sequence[Token]) -> list[Mention]:
    return [
        Mention(
            t.start, t.stop, "person", t.text.lower(), case=t.case, head=i, top=i, surface=t.text,
        )
        for i, t in enumerate(tokens)
        if t.pos == "PRON" and t.lemma in ("он", "она", "оно", "они") and t.case in ("Nom", "Dat")
    ]  # fmt: skip


def resolve(tracker: Tracker, tokens: Sequence[Token], mention: Mention) -> Mention | None:
    """The mention with its antecedent; None for a pronoun that finds none."""
    if mention.surface.lower() in ("он", "она", "оно", "они"):
        return pronoun(tracker, tokens, mention)
    if mention.kind == "country":
        return state_word(tracker, mention)
    if mention.adjective or mention.kind in ("material", "group"):
        return mention
    antecedent = bracketed(tracker, tokens, mention)
    if antecedent is None:
        antecedent = fuller_name(tracker, mention)
    if antecedent is None:
        antecedent = definite(tracker, tokens, mention)
    if antecedent is None and mention.kind == "asset" and is_described(mention):
        return None
    return mention if antecedent is None else replace(mention, refers_to=root(tracker, antecedent))


def root(tracker: Tracker, index: int) -> int:
    before = tracker.mentions[index].refers_to
    return index if before is None else before


def pronoun(tracker: Tracker, tokens: Sequence[Token], mention: Mention) -> Mention | None:
    token = tokens[mention.head]
    speaks = tokens[token.head].lemma in words_of("saying") if token.head >= 0 else False
    if token.lemma == "они":
        return None
    if speaks:
        return as_person(tracker, mention, PERSON_PRONOUNS.get(token.lemma, ""))
    wanted = ("organisation", "institution", "person")
    gender = PERSON_PRONOUNS.get(token.lemma, "")

    def fits(other: Mention) -> bool:
        return other.kind in wanted and gender_of(other) in (gender, "") and not is_described(other)

    found = tracker.latest(fits)
    if found is None:
        return None
    target = tracker.mentions[found]
    return replace(mention, kind=target.kind, name=target.name, country=target.country, refers_to=root(tracker, found))


def as_person(tracker: Tracker, mention: Mention, gender: str) -> Mention | None:
    """Who goes on speaking: of the last sentence that names a person, its subject, else the first one named."""
    for mentions in reversed(tracker.by_sentence):
        people = [
            i for i in mentions if tracker.mentions[i].kind == "person" and gender_of(tracker.mentions[i]) == gender
        ]
        people = people or [i for i in mentions if tracker.mentions[i].kind == "person"]
        if people:
            found = next((i for i in people if i in tracker.subjects), people[0])
            target = tracker.mentions[root(tracker, found)]
            return replace(
                mention, kind="person", name=target.name, country=target.country, refers_to=root(tracker, found)
            )
    return None


def gender_of(mention: Mention) -> str:
    """Grammatical gender that a pronoun would take; '' where it cannot be told."""
    if mention.kind == "person":
        words = mention.name.split()
        female = [p for p in parses(words[0]) if "Name" in p.tag and "femn" in p.tag] if words else []
        return "Fem" if female or (words and words[-1].lower().endswith(("ова", "ева", "ина", "ая"))) else "Masc"
    if mention.post in words_of("masculine"):
        return "Masc"
    return "Fem" if mention.post in words_of("feminine") else ""


def is_described(mention: Mention) -> bool:
    """A head word with its adjectives and no name: «компания», «новый рудник»."""
    return mention.top == mention.head and mention.post is not None and mention.kind != "person"


def state_word(tracker: Tracker, mention: Mention) -> Mention | None:
    """«правительство», «власти» without a name stand for the nearest state."""
    if mention.key is not None:
        return mention
    found = tracker.nearest(lambda m: m.kind == "country" and m.key is not None and not m.adjective)
    if found is None:
        return None
    target = tracker.mentions[found]
    return replace(mention, key=target.key, country=target.country, name=target.name, refers_to=root(tracker, found))


def bracketed(tracker: Tracker, tokens: Sequence[Token], mention: Mention) -> int | None:
    """«Центр исследований (ЦИ)»: a name in brackets right after a name is its other name."""
    first = next((i for i, t in enumerate(tokens) if t.start == mention.start), None)
    if first is None or first < 2 or tokens[first - 1].text != "(" or mention.kind == "person":
        return None
    if not tracker.mentions:
        return None
    index = len(tracker.mentions) - 1
    before = tracker.mentions[index]
    close = tokens[first - 1].start - before.stop <= 1
    return index if close and before.kind in ("organisation", "institution", "asset") else None


def fuller_name(tracker: Tracker, mention: Mention) -> int | None:
    """A surname or a short name that an earlier, fuller name contains."""
    if mention.kind not in NAMED or is_described(mention):
        return None
    words = stems(mention.name)
    if not words:
        return None
    if mention.name in tracker.again:
        return tracker.again[mention.name]

    def contains(other: Mention) -> bool:
        same = other.kind == mention.kind or {other.kind, mention.kind} in SAME_SORT
        return same and covers(stems(other.name), words)

    return next((i for i in tracker.by_stem.get(words[0][:STEM], ()) if contains(tracker.mentions[i])), None)


NAMED = ("person", "organisation", "asset", "institution", "place")
SAME_SORT = ({"organisation", "institution"}, {"asset", "place"}, {"organisation", "asset"})
"""Kinds that one name may be given in different sentences: a deposit told without its head word looks like a place."""


def stems(name: str) -> list[str]:
    words = [w.strip('«»"“”.,()').casefold().replace("ё", "е") for w in name.split()]
    return [w if len(w) <= STEM else w[: max(STEM, len(w) - 2)] for w in words if w]


def covers(full: list[str], short: list[str]) -> bool:
    if len(short) == len(full):
        return all(alike(a, b) for a, b in zip(full, short, strict=True))
    if len(short) > len(full):
        return False
    windows = [full[i : i + len(short)] for i in range(len(full) - len(short) + 1)]
    return any(all(alike(a, b) for a, b in zip(window, short, strict=True)) for window in windows)


def alike(a: str, b: str) -> bool:
    """Of one beginning: the tracker's tables lean on it that words alike share their first letters."""
    return a == b or (min(len(a), len(b)) >= STEM and (a.startswith(b) or b.startswith(a)))


def definite(tracker: Tracker, tokens: Sequence[Token], mention: Mention) -> int | None:
    """«компания», «банк», «рудник» by itself: the nearest mention of that sort."""
    token = tokens[mention.top] if mention.top >= 0 else None
    if token is None or not is_bare(tokens, mention):
        return None
    if mention.kind == "asset":
        own = tracker.nearest(lambda m: is_works(m, token.lemma))
        return tracker.nearest(lambda m: m.kind == "asset" and m.refers_to is None) if own is None else own
    if mention.kind == "organisation":
        state = mention.country if has_state(tokens, mention) else None
        called = called_so(tracker, token.lemma, state)
        return latest_of_state(tracker, antecedent_of(token.lemma), state) if called is None else called
    return None


def called_so(tracker: Tracker, lemma: str, country: str | None) -> int | None:
    """«концерн» after «концерн „Акме“»: the company told with that very word, where the word tells companies apart."""
    if lemma in words_of("any_company"):
        return None
    return tracker.nearest(
        lambda m: (
            m.post == lemma
            and m.kind == "organisation"
            and m.refers_to is None
            and not is_described(m)
            and (country is None or m.country in (None, country))
        )
    )


def is_works(mention: Mention, lemma: str) -> bool:
    """«завод» after «Ульбинский магниевый завод»: a company that is called by the works it is."""
    called = mention.name.casefold().split()[-1:] == [lemma]
    return called and mention.kind == "organisation" and mention.refers_to is None and not is_described(mention)


def has_state(tokens: Sequence[Token], mention: Mention) -> bool:
    return mention.country is not None and any(
        t.pos == "ADJ" and is_state_adjective(t.lemma) for t in tokens if mention.start <= t.start < mention.stop
    )


def latest_of_state(tracker: Tracker, fits: Callable[[Mention], bool], country: str | None) -> int | None:
    """«шведская компания»: one known to be of that state, else the only one of late whose state is not told."""
    if country is None:
        return tracker.latest(fits)
    found = tracker.latest(lambda other: fits(other) and other.country == country)
    if found is not None:
        return found
    recent = [i for mentions in tracker.by_sentence[-3:] for i in mentions]
    nameless = {root(tracker, i) for i in recent if fits(tracker.mentions[i]) and tracker.mentions[i].country is None}
    return nameless.pop() if len(nameless) == 1 else None


def is_bare(tokens: Sequence[Token], mention: Mention) -> bool:
    """Only the head word, or with «эта», «сама», «новый» before it."""
    inside = [t for t in tokens if mention.start <= t.start < mention.stop]
    return all(
        t.start == tokens[mention.top].start or t.lemma in words_of("pointing") or is_state_adjective(t.lemma)
        for t in inside
    )


@cache
def state_adjectives() -> frozenset[str]:
    return frozenset(name.replace("ё", "е") for each in countries() for name in each.adjectives_ru)


def is_state_adjective(lemma: str) -> bool:
    return lemma in state_adjectives()


def antecedent_of(lemma: str) -> Callable[[Mention], bool]:
    def fits(other: Mention) -> bool:
        if other.kind not in ("organisation", "institution") or is_described(other):
            return False
        if lemma.startswith("гос"):
            return other.state_owned
        if lemma in words_of("bank"):
            same = lemma in (other.post, *other.name.casefold().split()) or other.kind == "institution"
            lends = lemma == "кредитор" and any(w in other.name.casefold() for w in words_of("lender_name"))
            return same or lends
        if lemma in words_of("office"):
            return "минист" in other.name.casefold() or other.post in words_of("office")
        return lemma in words_of("company") and other.kind == "organisation"

    return fits
