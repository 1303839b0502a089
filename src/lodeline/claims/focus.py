"""What a text is about around each of its sentences: the state, mineral, site and company nearest and told most.

A sentence that leaves out where, of what or by whom is about what its neighbours tell: what was told just before
counts most and fades with distance; the lead of the text weighs on. A round-up is cut into its items, and nothing
crosses from one item to another.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from lodeline.claims.words import words
from lodeline.language.analysis import Analysis, Mention
from lodeline.language.tree import children, matches, preposition
from lodeline.language.values import Value
from lodeline.vocabulary.materials import material
from lodeline.vocabulary.terms import terms_of

if TYPE_CHECKING:
    from lodeline.claims.scene import View

BACK, AHEAD = 10, 3
"""Sentences before and after one that it may take its topic from, beside the lead."""
FADE = 0.75
"""What a word loses of its weight with each sentence between."""
LATER = 0.5
"""What is told after a sentence counts less than what is told before it."""
LEAD = 2
"""Sentences that open an item and tell what it is about."""
LEAD_WEIGHT, TOLD_WEIGHT = 0.5, 0.15
"""How much a mention weighs from afar: one in the lead, and any other of the item."""
LABEL = re.compile(r"(?:\d{1,2}[:.]\d{2}|[A-ZА-ЯЁ][\w-]*(?: [\w-]+){0,2})\. \S")
"""What opens an item of a round-up: the hour, or a short label with a full stop."""
ROUND_UP = 3
"""Items: fewer are one story."""
LOCATIVE = words("locative")
LENDER_WORDS = words("lender")
LENDER_ENDINGS = ("bank", "банк")
NOT_MINERALS = ("resource", "energy", "farm good", "product")
NEAR = 200
"""Characters between a site and whatever a sentence may tie to it."""
HOME_REACH = 10
"""Words between a site and the place where it lies."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What is told about, for slots that a sentence leaves out. None where the text does not tell."""

    country: str | None = None
    commodity: str | None = None
    asset: str | None = None
    organisation: int | None = None
    """Index of a mention."""
    companies: tuple[int, ...] = ()
    """Mentions of the companies told of, the one told most first."""

    def filled(self, other: Topic) -> Topic:
        """This topic; what it does not tell is that of another."""
        return replace(
            self,
            country=self.country or other.country,
            commodity=self.commodity or other.commodity,
            asset=self.asset or other.asset,
        )


Weights = dict[tuple[str, Hashable], float]


@dataclass
class Focus:
    """Topics by sentence, and what the text tells of its sites: where they lie, whose they are, what they yield."""

    items: tuple[int, ...]
    """For each view, the number of its item."""
    told: tuple[Weights, ...]
    """For each view, what it tells and how much that weighs."""
    lasting: dict[int, Weights]
    """For each item, what weighs on in all of it."""
    mentions: Sequence[Mention]
    homes: Mapping[int, str] = field(default_factory=dict)
    owners: Mapping[int, int] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)

    def around(self, index: int) -> Topic:
        """The topic of the view at an index."""
        if index not in self.topics:
            self.topics[index] = self.topic(index)
        return self.topics[index]

    def homes_of(self, site: str) -> list[str]:
        """Where the sites of a name lie."""
        return [home for root, home in self.homes.items() if self.mentions[root].name == site]

    def owner_of(self, site: str) -> int | None:
        """The mention of the company whose site it is, where the text tells one."""
        return next((firm for root, firm in self.owners.items() if self.mentions[root].name == site), None)

    def topic(self, index: int) -> Topic:
        item = self.items[index]
        scores: Weights = defaultdict(float, self.lasting[item])
        for here in range(max(0, index - BACK), min(len(self.items), index + AHEAD + 1)):
            if self.items[here] == item:
                near = FADE ** abs(index - here) * (LATER if here > index else 1)
                for key, weight in self.told[here].items():
                    scores[key] += weight * near
        return self.leading(scores)

    def whole(self) -> Topic:
        """What the text is about as a whole."""
        scores: Weights = defaultdict(float)
        for row in self.lasting.values():
            for key, weight in row.items():
                scores[key] += weight
        return self.leading(scores)

    def leading(self, scores: Weights) -> Topic:
        ranked: dict[str, list[Hashable]] = defaultdict(list)
        for sort, value in sorted(scores, key=scores.__getitem__, reverse=True):
            ranked[sort].append(value)
        first = {sort: values[0] for sort, values in ranked.items()}
        site, firms = first.get("asset"), tuple(ranked["organisation"])
        asset = self.mentions[site].name if isinstance(site, int) else None
        return Topic(first.get("country"), first.get("commodity"), asset, firms[0] if firms else None, firms)  # type: ignore[arg-type]


def find_focus(analysis: Analysis, views: Sequence[View]) -> Focus:
    items = tuple(items_of(analysis, views))
    homes = site_homes(views)
    told = tuple(weights(analysis, view, homes) for view in views)
    lasting: dict[int, Weights] = defaultdict(dict)
    opened: Counter[int] = Counter()
    for item, row in zip(items, told, strict=True):
        opened[item] += 1
        share = LEAD_WEIGHT if opened[item] <= LEAD else TOLD_WEIGHT
        for key, weight in row.items():
            lasting[item][key] = lasting[item].get(key, 0.0) + weight * share
    return Focus(items, told, lasting, analysis.mentions, homes, site_owners(analysis, views))


# items of a round-up


def items_of(analysis: Analysis, views: Sequence[View]) -> Iterator[int]:
    """The number of each view's item; a text that is one story has one."""
    starts = item_starts(analysis, views)
    item, last = 0, None
    for view in views:
        paragraph = view.sentence.paragraph
        item += paragraph in starts and last not in (None, paragraph)
        last = paragraph
        yield item


def item_starts(analysis: Analysis, views: Sequence[View]) -> set[int]:
    """Paragraphs that open an item: by a label or a subhead of its own, or as their parties and state are all new."""
    paragraphs: dict[int, list[View]] = {}
    for view in views:
        paragraphs.setdefault(view.sentence.paragraph, []).append(view)
    subheads = [zone.start for zone in analysis.zones if zone.zone == "subhead"]
    labelled, headed, before = set(), set(), 0
    for number, inside in paragraphs.items():
        start = inside[0].sentence.start
        if LABEL.match(analysis.text, start):
            labelled.add(number)
        if any(before <= head < start for head in subheads):
            headed.add(number)
        before = start
    for marked in (labelled, headed):
        if len(marked) >= ROUND_UP and len(marked) * 2 >= len(paragraphs):
            return marked
    apart = set(strangers(paragraphs))
    return apart if len(apart) >= ROUND_UP and len(apart) * 2 >= len(paragraphs) else set()


def strangers(paragraphs: Mapping[int, Sequence[View]]) -> Iterator[int]:
    """Paragraphs that name a party, and a state, and none that the item before them has named."""
    parties: set[int] = set()
    states: set[str] = set()
    for number, inside in paragraphs.items():
        own = {root for view in inside for root in roots(view)}
        where = {m.country for view in inside for _, m in view.mentions if m.country}
        if parties and own and where and not own & parties and not where & states:
            yield number
            parties, states = set(), set()
        parties |= own
        states |= where


def roots(view: View) -> Iterator[int]:
    for index, mention in view.mentions:
        if mention.kind in ("organisation", "asset", "person") and not mention.adjective:
            yield index if mention.refers_to is None else mention.refers_to


# what a sentence tells


def weights(analysis: Analysis, view: View, homes: Mapping[int, str]) -> Weights:
    found: Weights = {}

    def add(sort: str, value: Hashable, weight: float) -> None:
        if value is not None and weight:
            found[sort, value] = found.get((sort, value), 0.0) + weight

    for index, mention in view.mentions:
        root = index if mention.refers_to is None else mention.refers_to
        target = analysis.mentions[root]
        if mention.kind == "material" and mention.key and is_mineral(mention.key):
            add("commodity", mention.key, 1.0)
        elif mention.kind == "asset" or target.kind == "asset":
            add("asset", root, 1.0)
            add("country", homes.get(root), 2.0)
        elif target.kind == "organisation" and not mention.adjective:
            add("organisation", root, firm_weight(analysis.text, view, mention, target))
        add("country", mention.country, state_weight(analysis.language, view, mention))
    for _, value in view.values:
        add("country", currency_home(value), COIN_WEIGHT)
    return found


def currency_home(value: Value) -> str | None:
    """The state whose money a sum is in, unless all the world trades in it."""
    code = value.money.currency if value.money else None
    return code[:2] if code and code not in WORLD_MONEY else None


COIN_WEIGHT = 0.5
WORLD_MONEY = ("USD", "EUR", "GBP", "CNY", "JPY", "CHF", "XAF", "XOF")
"""Currencies that tell no state: of the world's trade, or of several states."""


def firm_weight(text: str, view: View, mention: Mention, target: Mention) -> float:
    """A subject counts double; what is no company of this news, nothing."""
    if not is_company(target) or is_label(text, target):
        return 0.0
    return 2.0 if matches(view.tokens[mention.top].relation, ("nsubj",)) else 1.0


def is_label(text: str, mention: Mention) -> bool:
    """Initials before a colon at the head of a line, by which an interview marks who speaks."""
    return text[mention.stop : mention.stop + 1] == ":" and text[max(0, mention.start - 1) : mention.start] in (
        "",
        "\n",
    )


def is_company(mention: Mention) -> bool:
    """A named company: no lender, office, outlet, initials of who speaks, or description without a name."""
    parts = mention.name.casefold().split()
    named = mention.name[:1].isupper() and len(mention.name) >= SHORTEST and not mention.surface[:1].islower()
    code = len(parts) == 1 and (any(c.isdigit() for c in mention.name) or parts[0].endswith(ADJECTIVES))
    office = any(word.startswith(NO_TOPIC) for word in parts)
    return named and not code and not office and not is_lender_name(mention.name)


SHORTEST = 3
ADJECTIVES = ("ский", "ская", "ltd", "inc")
"""Ends of single words that are a home or a legal form whose name was lost."""
NO_TOPIC = words("no_topic")


def state_weight(language: str, view: View, mention: Mention) -> float:
    """A place tells most where things lie; a state that acts, less; a company's home, a people and a bloc, nothing."""
    if mention.country == "EU" or mention.kind not in ("country", "place"):
        return 0.0
    token = view.tokens[mention.top]
    if mention.adjective or token.relation == "nmod:poss":
        return owned_weight(language, view, token.head)
    if mention.kind == "place" or preposition(view.sentence, mention.top) in LOCATIVE:
        return 2.0
    return 0.0 if mention.surface[:1].islower() and mention.post is None else 1.0


def owned_weight(language: str, view: View, head: int) -> float:
    """Whose a thing is: "Mali's gold", «малийский рудник»; a company that has its home there tells nothing."""
    if head < 0:
        return 0.0
    noun = view.tokens[head]
    if noun.lemma in site_words(language):
        return 1.5
    parties = [m for _, m in view.mentions if m.kind in ("organisation", "person", "post", "group") and not m.adjective]
    over = any(head in (m.top, m.head) or m.start <= noun.start < m.stop for m in parties)
    return 0.0 if over or noun.pos == "PROPN" else 0.7


@cache
def site_words(language: str) -> frozenset[str]:
    return frozenset(terms_of("asset_head", language))


def is_lender_name(name: str) -> bool:
    parts = name.casefold().split()
    return any(w.startswith(("банк", "фонд")) or w in LENDER_WORDS or w.endswith(LENDER_ENDINGS) for w in parts)


def is_mineral(key: str) -> bool:
    known = material(key)
    return known is None or known.family not in NOT_MINERALS


# what the text tells of its sites


def site_homes(views: Sequence[View]) -> dict[int, str]:
    """Site → the state where it lies: its own, or that of a place or state beside its name."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for view in views:
        for index, mention in view.mentions:
            if mention.kind != "asset" or mention.adjective:
                continue
            root = index if mention.refers_to is None else mention.refers_to
            code = mention.country or place_beside(view, mention)
            if code:
                votes[root][code] += 1
    return {root: codes.most_common(1)[0][0] for root, codes in votes.items()}


def place_beside(view: View, site: Mention) -> str | None:
    """ "the Kirra mine in Mali", "Mali's Kirra", «малийский рудник Кирра»: no other site may stand between."""
    others = [m.start for _, m in view.mentions if m.kind == "asset" and m.start != site.start]
    found: list[tuple[int, str]] = []
    for _, m in view.mentions:
        if not m.country or m.country == "EU" or m.kind not in ("country", "place"):
            continue
        low, high = sorted((m.start, site.start))
        if high - low > NEAR or any(low < start < high for start in others):
            continue
        gap = abs(view.token_of(m.start) - view.token_of(site.start))
        if gap <= HOME_REACH and lies_at(view, m, site):
            found.append((gap, m.country))
    return min(found)[1] if found else None


def lies_at(view: View, place: Mention, site: Mention) -> bool:
    token = view.tokens[place.top]
    if place.adjective or token.relation == "nmod:poss":
        phrase = {site.head, site.top, *children(view.sentence, site.top), *children(view.sentence, site.head)}
        return place.start < site.start and (token.head in (site.top, site.head) or place.top in phrase)
    return place.kind == "place" or (preposition(view.sentence, place.top) in LOCATIVE)


def site_owners(analysis: Analysis, views: Sequence[View]) -> dict[int, int]:
    """Site → the company that owns, runs or builds it, by what the sentences that name both say of them."""
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for view in views:
        sites = [(i, m) for i, m in view.mentions if m.kind == "asset" and not m.adjective]
        firms = [(i, m) for i, m in view.mentions if m.kind == "organisation" and not m.adjective] if sites else []
        for i, site in sites:
            for j, firm in firms:
                root = j if firm.refers_to is None else firm.refers_to
                target = analysis.mentions[root]
                near = abs(firm.start - site.start) <= NEAR
                if near and is_company(target) and alone(site, firm, [m for _, m in firms]):
                    votes[i if site.refers_to is None else site.refers_to][root] += ties(view, site, firm)
    best = {root: firms.most_common(1)[0] for root, firms in votes.items()}
    return {root: firm for root, (firm, tied) in best.items() if tied >= FIRM_TIE}


def alone(site: Mention, firm: Mention, firms: Sequence[Mention]) -> bool:
    """No other company stands between the two."""
    low, high = sorted((firm.start, site.start))
    return not any(low < other.start < high for other in firms)


def ties(view: View, site: Mention, firm: Mention) -> int:
    """How firmly a sentence ties a company to a site: possession, a noun like "operator", a subject over its object."""
    top, over = view.tokens[firm.top], view.tokens[site.top]
    if top.head in (site.top, site.head) and matches(top.relation, ("nmod", "compound")):
        return 4
    between = view.tokens[slice(*sorted((view.token_of(firm.start), view.token_of(site.start))))]
    if len(between) <= OWNER_REACH and any(t.lemma in OWNERS for t in between):
        return 3
    if matches(top.relation, ("nsubj",)) and view.clauses[firm.top] == view.clauses[site.top]:
        return 2 if matches(over.relation, ("obj",)) else 1
    return 0


FIRM_TIE = 2
"""Votes: to be the subject of one sentence about a site makes no owner."""
OWNERS = words("owner_word")
OWNER_REACH = 12
"""Words between a company and its site in "A, operator of the B mine"."""
