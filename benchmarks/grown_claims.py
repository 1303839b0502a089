"""A generator of invented news, already read: stories told by several documents, the same for the same seed.

Kinds of claims and how often their slots are filled follow the open gold texts of this repository. Companies, deposits,
banks and people grow with the ledger; states, commodities and years do not, so that the common gets ever more common,
as it does in a real ledger. A third of the documents are in Russian and spell all names in Cyrillic.
"""

import hashlib
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import accumulate
from typing import TypeVar, cast

from lodeline.claims.claim import WITHOUT_STATUS, Claim, ClaimId, Kind, Party, Reading, Status
from lodeline.claims.identity import claim_id
from lodeline.documents.document import Document, DocumentId, Language, Publication
from lodeline.vocabulary.materials import materials
from lodeline.vocabulary.places import country
from lodeline.vocabulary.quantities import Money, Quantity

Thing = TypeVar("Thing")
FIRST_DAY, DAYS = date(2016, 1, 1), 3650
RUSSIAN = 1 / 3
"""Part of the documents that are in Russian."""
TELLINGS = (1, 1, 1, 2, 2, 3, 4, 6, 9, 14)
"""How many documents tell one story: most are told once or twice, few are told everywhere."""
_STATES = (
    "US CN RU KZ AU CA IN CD CL ID JP DE FR UZ SA ZM BR KR UA TR ZA KG MN AR PE TJ NA TZ VN MY GB NO SE FI RS GH GN ML "
    "MZ MM PH BO MA EG AE QA PK AF ET BW MG PL CZ ES PT IT GR BE NL"
)
STATES = tuple(_STATES.split())
LATIN = "ka ro ben tal mir os ur gan dar zhe lin sar nok vel tor bek shan kul alm tem ner gor bra fen dol kir mas pet"
CYRILLIC = "ка ро бен тал мир ос ур ган дар же лин сар нок вел тор бек шан кул алм тем нер гор бра фен дол кир мас пет"
SYLLABLES = tuple(zip(LATIN.split(), CYRILLIC.split(), strict=True))
SORTS = (("Mining", "Майнинг"), ("Resources", "Ресурс"), ("Metals", "Металл"), ("Group", "Групп"), ("", ""))
SUBJECTS = 300
"""How many words may stand in a subject."""
LEGAL = ("", "", "", " Ltd", " LLC", " Inc")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in Latin and in Cyrillic letters."""

    en: str
    ru: str

    def within(self, language: Language) -> str:
        return self.ru if language == "ru" else self.en


Roles = tuple[tuple[str, str], ...]
"""Role of each party and who of the story fills it: `company` or `partner`, `bank`, `state` or `other`, `person`…"""
NAMELESS: Mapping[str, float] = {"constraint": 0.26, "project": 0.08, "meeting": 0.09, "agreement": 0.05}
"""Part of the tellings of a kind that name no party."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One kind of claim: how many of a hundred are such, who its parties are, how often each slot is filled."""

    weight: float
    roles: Roles
    fills: Mapping[str, float]
    ladder: tuple[str, ...] = ("agreed",)
    """Statuses as a story goes on."""
    instruments: tuple[str, ...] = ()
    unit: str = "t"


PROFILES: Mapping[str, Profile] = {
    "statement": Profile(28, (("speaker", "person"),), {"subject": 1}),
    "project": Profile(
        17,
        (("developer", "company"),),
        {
            "commodities": 0.87,
            "assets": 0.66,
            "places": 0.99,
            "stage": 0.7,
            "date": 0.6,
            "quantity": 0.4,
            "amount": 0.2,
        },
        ("proposed", "proposed", "under_way", "completed"),
        unit="t/year",
    ),
    "constraint": Profile(
        8, (("affected", "state"),), {"subject": 1, "places": 0.9, "assets": 0.3, "commodities": 0.5, "quantity": 0.3}
    ),
    "supply": Profile(
        8,
        (("seller", "company"), ("buyer", "other")),
        {"places": 0.8, "quantity": 0.8, "date": 0.57, "commodities": 0.93, "instrument": 0.32, "assets": 0.34},
        ("proposed", "agreed", "binding", "under_way"),
        ("contract",),
    ),
    "agreement": Profile(
        7,
        (("signatory", "state"), ("signatory", "other")),
        {"places": 0.84, "date": 0.7, "subject": 0.95, "instrument": 0.7, "commodities": 0.5, "amount": 0.1},
        ("memorandum", "agreed", "in_force"),
        ("memorandum", "contract", "licence", "treaty", "joint_statement"),
    ),
    "financing": Profile(
        7,
        (("financier", "bank"), ("recipient", "company")),
        {"commodities": 0.6, "assets": 0.4, "places": 0.9, "amount": 0.85, "instrument": 0.8, "date": 0.36},
        ("proposed", "intent", "binding", "completed"),
        ("loan", "loan", "grant", "guarantee", "letter_of_interest"),
    ),
    "acquisition": Profile(
        6,
        (("acquirer", "partner"), ("target", "company")),
        {"commodities": 0.87, "places": 0.9, "date": 0.5, "assets": 0.36, "amount": 0.4},
        ("rumoured", "agreed", "completed"),
    ),
    "restriction": Profile(
        6,
        (("imposer", "state"),),
        {"commodities": 0.98, "places": 1, "action": 1, "instrument": 1, "date": 0.8, "quantity": 0.2},
        ("proposed", "agreed", "in_force"),
        ("export_control", "ban", "quota", "tariff", "sanction"),
        "%",
    ),
    "share": Profile(3.5, (("holder", "state"),), {"commodities": 1, "quantity": 1, "stage": 1, "date": 0.4}, unit="%"),
    "meeting": Profile(
        3,
        (("participant", "state"), ("participant", "other")),
        {"places": 0.94, "date": 0.85, "subject": 0.87},
        ("completed",),
    ),
    "joint_venture": Profile(
        3,
        (("partner", "company"), ("partner", "partner")),
        {"commodities": 0.9, "assets": 0.58, "places": 0.9, "date": 0.5, "amount": 0.25},
        ("proposed", "memorandum", "agreed", "binding"),
    ),
    "resource": Profile(2.3, (("holder", "company"),), {"commodities": 1, "assets": 0.86, "places": 1, "quantity": 1}),
    "investment": Profile(
        1.6,
        (("investor", "company"), ("host", "state")),
        {"places": 0.93, "amount": 0.82, "commodities": 0.7, "date": 0.14, "assets": 0.25},
        ("proposed", "agreed"),
    ),
    "accession": Profile(
        1.2, (("member", "state"), ("organisation", "group")), {"date": 0.77}, ("proposed", "agreed", "in_force")
    ),
}
STAGES = {"share": ("mining", "processing", "reserves", "imports"), "project": ("feasibility", "construction")}
ACTIONS = ("impose", "impose", "tighten", "ease", "suspend", "lift")


# --- the world ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class World:
    """All who may act in a story, the most famous first."""

    companies: Sequence[Named]
    banks: Sequence[Named]
    people: Sequence[Named]
    groups: Sequence[Named]
    deposits: Sequence[Named]
    words: Sequence[Named]
    """Those that sentences are made of; as many in every ledger."""


def world(claims: int, dice: random.Random) -> World:
    """As many names as a ledger of so many claims has."""
    return World(
        companies=[joined(name(dice), Named(*dice.choice(SORTS))) for _ in range(20 + claims // 15)],
        banks=[joined(word(dice), Named("Bank", "Банк")) for _ in range(10 + claims // 500)],
        people=[joined(word(dice), word(dice)) for _ in range(20 + claims // 20)],
        groups=[joined(word(dice), Named("Union", "Союз")) for _ in range(12)],
        deposits=[name(dice) for _ in range(15 + claims // 25)],
        words=[word(dice) for _ in range(4000)],
    )


def word(dice: random.Random) -> Named:
    latin, cyrillic = zip(*dice.choices(SYLLABLES, k=dice.choice((2, 2, 3))), strict=True)
    return Named("".join(latin).capitalize(), "".join(cyrillic).capitalize())


def name(dice: random.Random) -> Named:
    return word(dice) if dice.random() < 0.6 else joined(word(dice), word(dice))


def joined(first: Named, second: Named) -> Named:
    return Named(f"{first.en} {second.en}".strip(), f"{first.ru} {second.ru}".strip())


@cache
def fame(size: int) -> tuple[float, ...]:
    """The n-th is named as often as 1/(n + 3): weights of so many, added up."""
    return tuple(accumulate(1 / (rank + 3) for rank in range(size)))


def famous(things: Sequence[Thing], dice: random.Random) -> Thing:
    return dice.choices(things, cum_weights=fame(len(things)))[0]


@cache
def states() -> tuple[Named, ...]:
    found = [country(code) for code in STATES]
    return tuple(Named(each.names("en")[0], each.names("ru")[0]) for each in found if each is not None)


# --- stories ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Story:
    """Who, where, what and when: shared by the facts of one piece of news."""

    who: Mapping[str, Named]
    place: str
    goods: str
    asset: Named
    day: date


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a story tells. Each document leaves out some of `told`, rounds, or tells another rung."""

    kind: Kind
    story: Story
    told: Mapping[str, object]
    """Slot → value, but for names and dates, which every document writes in its own way."""
    words: tuple[Named, ...]
    """What its sentence is made of; the first three are its subject."""


def story(known: World, dice: random.Random) -> Story:
    place = famous(STATES, dice)
    who = {
        "state": states()[STATES.index(place)],
        "other": famous(states(), dice),
        "company": famous(known.companies, dice),
        "partner": famous(known.companies, dice),
        "bank": famous(known.banks, dice),
        "person": famous(known.people, dice),
        "group": famous(known.groups, dice),
    }
    day = FIRST_DAY + timedelta(days=dice.randrange(DAYS))
    return Story(who, place, famous(materials(), dice).key, famous(known.deposits, dice), day)


def fact(known: World, story: Story, dice: random.Random) -> Fact:
    kind = dice.choices(list(PROFILES), weights=[each.weight for each in PROFILES.values()])[0]
    profile = PROFILES[kind]
    size = Decimal(10 * round(10 ** dice.uniform(0, 2.7)))
    every: dict[str, object] = {
        "commodities": (story.goods,),
        "assets": (),
        "places": (story.place,),
        "amount": Money(size * 1_000_000, famous(("USD", "EUR", "CNY", "RUB", None), dice)),
        "quantity": Quantity(Decimal(dice.randrange(1, 99) * (1 if profile.unit == "%" else 1000)), profile.unit),
        "instrument": dice.choice(profile.instruments or (None,)),
        "action": dice.choice(ACTIONS),
        "stage": dice.choice(STAGES.get(kind, (None,))),
        "date": None,
        "subject": None,
    }
    told = {slot: every[slot] for slot, part in profile.fills.items() if dice.random() < part}
    words = (*dice.sample(known.words[:SUBJECTS], 3), *(famous(known.words, dice) for _ in range(20)))
    return Fact(cast(Kind, kind), story, told, words)


# --- tellings -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """One document in the making: what it is, and its lot."""

    id: DocumentId
    language: Language
    turn: float
    """How far the story has gone, in [0, 1]."""
    dice: random.Random

    def written(self, name: Named) -> str:
        """A name as this document spells it: in its script, sometimes with a legal form."""
        plain = name.ru if self.language == "ru" else name.en
        return plain + (self.dice.choice(LEGAL) if self.language == "en" and " " in plain else "")

    def slots(self, fact: Fact) -> dict[str, object]:
        """What is told of a fact here; one slot in ten is left out."""
        told = {slot: value for slot, value in fact.told.items() if slot == "action" or self.dice.random() < 0.9}
        if "assets" in told:
            told["assets"] = (self.written(fact.story.asset),)
        if "date" in told:
            told["date"] = fact.story.day.isoformat()[: self.dice.choice((10, 10, 10, 7, 4))]
        if "subject" in told:
            told["subject"] = ", ".join(map(self.written, fact.words[:3]))
        if isinstance(amount := told.get("amount"), Money):
            told["amount"] = self.rounded(amount)
        return told

    def rounded(self, amount: Money) -> Money:
        """One telling in twenty has another sum, one in eight gives it only about."""
        if self.dice.random() < 1 / 20:
            return replace(amount, value=amount.value * Decimal("1.2"))
        return replace(amount, qualifier="about") if self.dice.random() < 1 / 8 else amount

    def claim(self, fact: Fact, start: int) -> Claim:
        """The fact as told here, its sentence made of the words that it stands on."""
        profile = PROFILES[fact.kind]
        named = () if self.dice.random() < NAMELESS.get(fact.kind, 0) else profile.roles
        parties = tuple(Party(self.written(fact.story.who[sort]), role) for role, sort in named)
        said = [*(party.name for party in parties), fact.kind, *map(self.written, fact.words), fact.story.goods]
        evidence = " ".join(said) + "."
        rung = profile.ladder[min(int(self.turn * len(profile.ladder)), len(profile.ladder) - 1)]
        made = Claim(
            id=ClaimId(""),
            document=self.id,
            kind=fact.kind,
            start=start,
            stop=start + len(evidence),
            evidence=evidence,
            status=None if fact.kind in WITHOUT_STATUS else cast(Status, rung),
            parties=parties,
            **self.slots(fact),  # type: ignore[arg-type]
        )
        return replace(made, id=claim_id(made))


def page(number: int, facts: Sequence[Fact], turn: float, day: date, dice: random.Random) -> tuple[Document, Reading]:
    """One document that tells seven facts in ten, sentence by sentence."""
    language: Language = "ru" if dice.random() < RUSSIAN else "en"
    made = Page(DocumentId(hashlib.sha256(str(number).encode()).hexdigest()[:16]), language, turn, dice)
    claims: list[Claim] = []
    for each in facts:
        if dice.random() < 0.7:
            claims.append(made.claim(each, claims[-1].stop + 1 if claims else 0))
    document = Document(
        id=made.id,
        name=f"page-{number}",
        text="\n".join(claim.evidence for claim in claims),
        language=language,
        published=Publication(day.isoformat(), "given", "invented"),
        raw_sha256="",
        cleaner="none",
        source="",
        invented=True,
    )
    return document, Reading(made.id, tuple(claims))


def pages(claims: int, seed: int = 5) -> Iterator[tuple[Document, Reading]]:
    """Documents with their readings until so many claims are told, a few more at most."""
    dice = random.Random(seed)
    known = world(claims, dice)
    number = told = 0
    while told < claims:
        news = story(known, dice)
        facts = [
            fact(known, news if dice.random() < 0.75 else story(known, dice), dice) for _ in range(dice.randint(4, 16))
        ]
        times = dice.choice(TELLINGS)
        for turn in range(times):
            day = news.day + timedelta(days=round(turn * dice.expovariate(1 / 20)))
            document, reading = page(number, facts, turn / times, day, dice)
            number, told = number + 1, told + len(reading.claims)
            yield document, reading
