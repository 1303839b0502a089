"""Clusters of names: alike anywhere where the spelling is near, as short forms where one long form alone can be meant.

A form is what all spellings of a name fold to: the key of a known entity, or `name/` with the folded words. Forms are
joined from the strongest link down and ties go by spelling, so that the order of names never matters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations

from lodeline.entities.entity import Entity, EntityKey, Judgement, Name, Verdict
from lodeline.entities.names import ALONE, SAME, SHORT, Score, compare, spelling
from lodeline.entities.spelling import bare, consonants
from lodeline.entities.unknown import KINDS, alone, at_first, proper

BLOCK = 3
"""Two names are compared where they have as many words, and a telling word of each begins with these many equal
consonants. Names of more words and fewer may be alike only where they run together into one and the same."""
JUDGED = 2.0
"""The value of a link that a person made: above any score."""
Judgements = Mapping[tuple[str, str], Judgement]
Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Link:
    """Two forms that may be one, in the order of their spelling."""

    value: float
    left: str
    right: str
    why: str


class Clusters:
    """All names of a run, joined; made once and then only read."""

    def __init__(self, names: Sequence[Name], judgements: Judgements) -> None:
        self.names = names
        self.entity_of: dict[Name, Entity] = {name: at_first(name) for name in names}
        self.forms = dict(self._split(judgements))
        self.texts: dict[str, set[str]] = defaultdict(set)
        self.kinds: dict[str, set[str]] = defaultdict(set)
        for name, form in self.forms.items():
            self.texts[form].add(proper(name.text))
            self.kinds[form].update({name.kind} - {""})
        self.spelt = {form: _each_spelling_once(texts) for form, texts in self.texts.items()}
        self.apart = self._judged(judgements, "different")
        self.parent: dict[str, str] = {form: form for form in self.texts}
        self.reasons: dict[str, str] = {}
        same = self._judged(judgements, "same")
        self.judged = {form for pair in same for form in pair}
        links = [Link(JUDGED, a, b, "judged the same") for a, b in same]
        for link in sorted([*links, *self._alike()], key=lambda link: (-link.value, link.left, link.right)):
            self._join(link)
        self.short = dict(self._short_forms())

    def _split(self, judgements: Judgements) -> Iterator[tuple[Name, str]]:
        """The form of each name; of two that fold to one but were judged different, the second gets its own."""
        apart = {pair[1]: pair[0] for pair, judgement in judgements.items() if judgement.verdict == "different"}
        key = {name.text: entity.key for name, entity in self.entity_of.items()}
        for name, entity in self.entity_of.items():
            other = apart.get(name.text)
            told_apart = other is not None and key.get(other) == entity.key
            yield name, f"{alone(name).key}~{name.text}" if told_apart else entity.key

    def _judged(self, judgements: Judgements, verdict: Verdict) -> Pairs:
        """Pairs of forms on which the last judgement has that verdict, each in the order of spelling."""
        by_text: dict[str, set[str]] = defaultdict(set)
        for name, form in self.forms.items():
            by_text[name.text].add(form)
        pairs = [pair for pair, judgement in judgements.items() if judgement.verdict == verdict]
        return frozenset(
            (min(a, b), max(a, b)) for one, two in pairs for a in by_text[one] for b in by_text[two] if a != b
        )

    # --- near spellings ---------------------------------------------------------------------------------------

    def _alike(self) -> Iterator[Link]:
        """Links between forms near enough in spelling to be one wherever they stand."""
        blocks: dict[tuple[int | str, str], set[str]] = defaultdict(set)
        for form in filter(is_free, self.texts):
            for key in {key for text in self.spelt[form] for key in _block_keys(text)}:
                blocks[key].add(form)
        for left, right in sorted({pair for block in blocks.values() for pair in combinations(sorted(block), 2)}):
            score = self._score(left, right)
            if score.value >= SAME:
                yield Link(score.value, left, right, score.why)

    def _score(self, one: str, other: str) -> Score:
        """The best score of any two spellings of two forms; a person and a company are never one."""
        if self.kinds[one] and self.kinds[other] and not self.kinds[one] & self.kinds[other]:
            return Score(0.0, "different kinds")
        scores = (compare(a, b) for a in self.spelt[one] for b in self.spelt[other])
        return max(scores, key=lambda score: (score.value, score.why))

    def _join(self, link: Link) -> None:
        left, right = self.root(link.left), self.root(link.right)
        if left == right or self._forbidden(left, right):
            return
        if link.value < JUDGED and not is_open(left) and not is_open(right):
            return  # two things that the vocabulary tells apart
        low, high = sorted((left, right), key=lambda form: (is_open(form), form))
        self.parent[high] = low
        self.reasons[link.left] = self.reasons[link.right] = link.why

    def _forbidden(self, left: str, right: str) -> bool:
        """A judgement holds two clusters apart."""
        return any({self.root(a), self.root(b)} == {left, right} for a, b in self.apart)

    def root(self, form: str) -> str:
        while self.parent[form] != form:
            form = self.parent[form]
        return form

    # --- short forms ------------------------------------------------------------------------------------------

    def _short_forms(self) -> Iterator[tuple[Name, str]]:
        """Names that are short for the one cluster that fits within their document, else in all documents."""
        here: dict[str, set[str]] = defaultdict(set)
        for name, form in self.forms.items():
            here[name.document].add(form)
        longer = self._longer()
        for name, form in self.forms.items():
            if form in self.judged:
                continue  # a person has said whose name it is
            anywhere = {other for other, value in longer[form].items() if value >= ALONE}
            near = self._roots(form, longer[form].keys() & here[name.document], longer)
            fitting = near or self._roots(form, anywhere, longer)
            if len(fitting) == 1:
                yield name, fitting.pop()

    def _longer(self) -> Mapping[str, Mapping[str, float]]:
        """For each form the longer forms that it may be short for, with the score."""
        by_word: dict[str, set[str]] = defaultdict(set)
        forms = sorted(filter(is_free, self.texts))
        for form in forms:
            for text in self.texts[form]:
                for head in (*_heads(text), "".join(word[0] for word in spelling(text).written).casefold()):
                    by_word[head].add(form)
        longer: dict[str, dict[str, float]] = defaultdict(dict)
        for form in forms:
            heads = {head for text in self.texts[form] for head in _heads(text)}
            candidates = {other for head in heads for other in by_word[head]} - {form}
            scored = {other: self._score(form, other).value for other in candidates if len(other) > len(form)}
            longer[form] = {other: value for other, value in scored.items() if SHORT <= value < SAME}
        return longer

    def _roots(self, form: str, fitting: Set[str], longer: Mapping[str, Mapping[str, float]]) -> set[str]:
        """The clusters of the longest fitting forms, without its own and those judged apart from it."""
        own = self.root(form)
        longest = {other for other in fitting if not longer.get(other, {}).keys() & fitting}
        return {root for root in map(self.root, longest) if root != own and not self._forbidden(own, root)}

    # --- entities ---------------------------------------------------------------------------------------------

    def entities(self) -> Mapping[Name, Entity]:
        """Every name with the entity of its cluster."""
        roots = {name: self.root(self.short.get(name, form)) for name, form in self.forms.items()}
        members: dict[str, list[Name]] = defaultdict(list)
        for name, root in roots.items():
            members[root].append(name)
        made = {root: self._entity(root, group) for root, group in members.items()}
        return {name: replace(made[root], why=self._why(name, root)) for name, root in roots.items()}

    def _why(self, name: Name, root: str) -> str:
        if name in self.short:
            return "short for a longer name"
        form, own = self.forms[name], self.entity_of[name].why
        return own if form == root and not is_open(form) else self.reasons.get(form, own)

    def _entity(self, root: str, group: Sequence[Name]) -> Entity:
        """One entity of a cluster: known where a member is known, else named by its fullest and commonest name."""
        known_here = [self.entity_of[name] for name in sorted(group) if self.forms[name] == root]
        if not is_open(root) and known_here:
            return known_here[0]
        full = [name for name in group if name not in self.short] or list(group)
        counted = Counter(bare(proper(name.text)) for name in full)
        shown = min(counted, key=lambda text: (-len(spelling(text).folded), -counted[text], len(text), text))
        kinds = Counter(name.kind for name in group if name.kind)
        lands = {name.country for name in group if name.country}
        key = min((self.forms[name] for name in full), key=lambda form: (-form.count("-"), form))
        kind = min(kinds, key=lambda each: (-kinds[each], each), default="")
        return Entity(EntityKey(key), shown, KINDS.get(kind, "party"), lands.pop() if len(lands) == 1 else None)


def is_open(form: str) -> bool:
    """A form that the vocabulary does not know."""
    return form.startswith("name/")


def is_free(form: str) -> bool:
    """An open form that is bound to no state or document: it may be one with others of near spelling."""
    return is_open(form) and "@" not in form


def _each_spelling_once(texts: Set[str]) -> tuple[str, ...]:
    """One text of those that differ in legal form alone: all compare alike."""
    return tuple({spelling(text): text for text in sorted(texts)}.values())


def _block_keys(text: str) -> Iterator[tuple[int | str, str]]:
    parts = spelling(text)
    sounded = (word for word, weak in zip(parts.sounded, parts.weak, strict=True) if not weak)
    for word in {*(parts.strong or parts.folded), *sounded}:
        yield len(parts.folded), _start(word)
    for joined in {"".join(parts.folded), "".join(parts.sounded)}:
        yield joined, _start(joined)


def _start(word: str) -> str:
    return consonants(word).replace("S", "s")[:BLOCK]


def _heads(text: str) -> Iterator[str]:
    """By what a short form finds its long ones: their first telling word, their last one, or their initials."""
    strong = spelling(text).strong
    yield from (strong[0], strong[-1]) if strong else ()
    yield text.casefold()
