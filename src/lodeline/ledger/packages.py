"""Which entries belong together: what finances what, what is part of which package, what lies on the same asset.

A link never merges. `certain` tells whether the text or the arithmetic says so, or dates and parties merely fit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from lodeline.ledger.assets import Assets, asset_words_in, assets_of, near_spellings
from lodeline.ledger.commitment import AmountEntry, Entry, EntryId, Link, PartyEntry
from lodeline.ledger.days import Days, days, gap
from lodeline.ledger.facets import BYSTANDERS, goods_keys, other_goods, same_goods
from lodeline.ledger.neighbours import Key, Neighbours
from lodeline.ledger.parties import Names, fold, state_of
from lodeline.vocabulary.places import country_named

SIGNED_TOGETHER = 14
"""Days within which the parts of a package are signed: an assumption, one round of visits."""
STRETCH = 30
"""Days that are looked up together."""
ROUNDING = Decimal("0.01")
"""Parts that sum to a total within 1 % are its parts."""
INVERSE: Mapping[str, str] = {
    "finances": "financed_by",
    "part_of": "has_part",
    "same_asset": "same_asset",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """An entry as linking sees it: keys of its parties and assets, its places, time and sum."""

    entry: Entry
    keys: Mapping[str, frozenset[str]]
    """Role → keys of all names of the parties in it; bystanders left out."""
    assets: Assets
    date: Days | None
    names: Names
    amount: AmountEntry | None
    """The sum that the entry shows: the one that counts, or would but for its stage."""
    ground: frozenset[str]
    """Two entries share one of these where they name the same asset."""

    @property
    def everyone(self) -> frozenset[str]:
        return frozenset().union(*self.keys.values())

    def names_of(self, party: PartyEntry) -> frozenset[str]:
        return frozenset(self.names.key(name) for name in party.names)

    def documents(self) -> frozenset[str]:
        return frozenset(self.entry.sources)


@dataclass(frozen=True, slots=True)
class Bond:
    """One link before both ends are written: `child` stands in `relation` to `parent`."""

    child: EntryId
    relation: str
    parent: EntryId
    why: str
    certain: bool


def link(entries: Iterable[Entry], names: Names) -> tuple[Entry, ...]:
    """The entries with their links, sorted by relation and id; entries of other books have none yet."""
    every = sorted(entries, key=lambda entry: entry.id)
    commitments = [entry for entry in every if entry.book == "commitments"]
    near = near_spellings({fold(asset) for entry in commitments for asset in entry.assets})
    shapes = [_shape(entry, names, near) for entry in commitments]
    links: dict[EntryId, set[Link]] = defaultdict(set)
    for bond in _bonds(shapes):
        links[bond.child].add(Link(bond.relation, bond.parent, bond.why, bond.certain))
        links[bond.parent].add(Link(INVERSE[bond.relation], bond.child, bond.why, bond.certain))
    return tuple(replace(entry, links=tuple(sorted(links[entry.id], key=_link_order))) for entry in every)


def _link_order(each: Link) -> tuple[str, str, str]:
    return each.relation, each.entry, each.why


def _shape(entry: Entry, names: Names, near: Mapping[str, frozenset[str]]) -> Shape:
    keys: dict[str, frozenset[str]] = defaultdict(frozenset)
    for party in entry.parties:
        if party.role not in BYSTANDERS:
            keys[party.role] |= {names.key(name) for name in party.names} | {party.entity}
    assets = assets_of(entry.assets, names)
    return Shape(
        entry=entry,
        keys=keys,
        assets=assets,
        date=days(entry.date) or _day_of_stage(entry),
        names=names,
        amount=shown_amount(entry),
        ground=frozenset(assets.meeting(near)),
    )


def _day_of_stage(entry: Entry) -> Days | None:
    """The publication's day where the text gives none."""
    return next((days(point.date) for point in entry.status_history if point.stage == entry.stage), None)


def shown_amount(entry: Entry) -> AmountEntry | None:
    """The one sum that stands for the entry, counted or not for its stage; None where none is a total or a tranche."""
    counted = next((amount for amount in entry.amounts if amount.counts), None)
    summed = [amount for amount in entry.amounts if amount.kind in ("total", "revised_total", "tranche")]
    return counted or (summed[-1] if summed else None)


def _bonds(shapes: Sequence[Shape]) -> Iterator[Bond]:
    """Every rule in turn; entries that one rule has linked are not linked again as merely lying on one asset."""
    linked: set[frozenset[EntryId]] = set()
    for rule in RULES:
        for bond in rule(shapes):
            pair = frozenset({bond.child, bond.parent})
            if pair not in linked:
                linked.add(pair)
                yield bond


# --- financing ---------------------------------------------------------------------------------------------------

FINANCED = ("joint_venture", "project", "acquisition", "investment")
"""What money is lent for, the likeliest first."""


def financing_bonds(shapes: Sequence[Shape]) -> Iterator[Bond]:
    """A loan, grant or letter of interest beside the venture that it would pay for."""
    ventures = Neighbours((shape for shape in shapes if shape.entry.kind in FINANCED), _ways_to_be_financed)
    for loan in (shape for shape in shapes if shape.entry.kind == "financing"):
        near = ventures.of(_ways_to_finance(loan))
        fitting = [(strength, shape) for shape in near if (strength := _pays_for(loan, shape))]
        best = max(fitting, key=lambda pair: _financing_preference(*pair), default=None)
        if best is not None:
            (weight, why), venture = best
            yield Bond(loan.entry.id, "finances", venture.entry.id, why, weight > 1)


def _financing_preference(strength: tuple[int, str], venture: Shape) -> tuple[int, int, bool, str]:
    return strength[0], -FINANCED.index(venture.entry.kind), venture.amount is not None, venture.entry.id


def _pays_for(loan: Shape, venture: Shape) -> tuple[int, str] | None:
    """How strongly, and why, a loan belongs to a venture; None where it does not."""
    if _opposed_ground(loan, venture):
        return None
    recipients = loan.keys.get("recipient", frozenset())
    if loan.assets.same(venture.assets):
        return 4, "both name the same asset"
    if any(venture.assets.named_in(name) for name in _recipient_names(loan)):
        return 3, "the recipient bears the name of the asset"
    related = loan.documents() & venture.documents() or _same_goods(loan, venture)
    if recipients & venture.everyone and related:
        return 2, "the recipient is a party to it"
    if not recipients and _same_goods(loan, venture) and _one_story(loan, venture):
        return 1, "told together, of the same commodity and country; the recipient is not told"
    return None


def _ways_to_be_financed(venture: Shape) -> Iterator[Key]:
    """A loan that pays for a venture has one of these in common with it."""
    yield from (("asset", name) for name in venture.ground)
    yield from (("name", name) for name in venture.assets.spellings | venture.assets.words)
    yield from (("document", document) for document in venture.documents())
    yield from (("party", party, about) for party in venture.everyone for about in _about(venture))


def _ways_to_finance(loan: Shape) -> Iterator[Key]:
    recipients = loan.keys.get("recipient", frozenset())
    yield from (("asset", name) for name in loan.ground)
    yield from (("name", name) for party in _recipient_names(loan) for name in asset_words_in(party))
    yield from (("party", party, about) for party in recipients for about in _about(loan))
    if not recipients:
        yield from (("document", document) for document in loan.documents())


def _about(shape: Shape) -> frozenset[str]:
    """What is related shares a document or a commodity."""
    return shape.documents().union(*map(goods_keys, shape.entry.commodities))


def _recipient_names(loan: Shape) -> Iterator[str]:
    return (name for party in loan.entry.parties if party.role == "recipient" for name in party.names)


def _one_story(left: Shape, right: Shape) -> bool:
    shared_place = set(left.entry.places) & set(right.entry.places)
    return bool(left.documents() & right.documents() and shared_place)


def _opposed_ground(left: Shape, right: Shape) -> bool:
    """Other countries, other assets or other minerals."""
    ours, theirs = set(left.entry.places), set(right.entry.places)
    other_place = bool(ours and theirs and not ours & theirs)
    other_goods_there = _other_goods(left, right) and not left.assets.same(right.assets)
    return other_place or left.assets.opposed(right.assets) or other_goods_there


def _same_goods(left: Shape, right: Shape) -> bool:
    return same_goods(left.entry.commodities, right.entry.commodities)


def _other_goods(left: Shape, right: Shape) -> bool:
    return other_goods(left.entry.commodities, right.entry.commodities)


# --- parts of a financing ----------------------------------------------------------------------------------------


def tranche_bonds(shapes: Sequence[Shape]) -> Iterator[Bond]:
    """A tranche is part of the larger loan to the same recipient; the smallest that can hold it."""
    loans = [shape for shape in shapes if shape.entry.kind == "financing" and shape.amount]
    beside = Neighbours(loans, _documents)
    for tranche in loans:
        if tranche.amount and tranche.amount.kind == "tranche":
            holders = [loan for loan in beside.of(_documents(tranche)) if _may_hold(loan, tranche)]
            if holders:
                whole = max(holders, key=lambda each: (_value(each), each.entry.id))
                yield Bond(tranche.entry.id, "part_of", whole.entry.id, "a tranche of the larger loan", True)


def debt_package_bonds(shapes: Sequence[Shape]) -> Iterator[Bond]:
    """Loans told beside the largest to the same recipient or asset: its parts where they sum to it, else perhaps."""
    loans = [s for s in shapes if s.entry.kind == "financing" and s.amount and s.amount.kind != "tranche"]
    beside = Neighbours(loans, _documents)
    for whole in loans:
        others = beside.of(_documents(whole))
        parts = [loan for loan in others if _may_hold(whole, loan) and not _same_lender(whole, loan)]
        told = sum(map(_value, parts), Decimal(0))
        is_largest = not any(_may_hold(other, whole) for other in others)
        if is_largest and parts and told <= _value(whole) * (1 + ROUNDING):
            yield from _debt_parts(whole, parts, exact=told >= _value(whole) * (1 - ROUNDING))


def _debt_parts(whole: Shape, parts: Sequence[Shape], exact: bool) -> Iterator[Bond]:
    why = "the parts sum to it" if exact else "told together, to the same recipient or asset: unknown overlap"
    for part in parts:
        yield Bond(part.entry.id, "part_of", whole.entry.id, why, exact)


def _documents(shape: Shape) -> Iterator[Key]:
    return ((document,) for document in shape.documents())


def _value(shape: Shape) -> Decimal:
    return shape.amount.money.value if shape.amount else Decimal(0)


def _may_hold(whole: Shape, part: Shape) -> bool:
    """Larger, in the same currency, to the same recipient or asset, told in a common document."""
    if whole.amount is None or part.amount is None or _value(whole) <= _value(part):
        return False
    one_currency = whole.amount.money.currency == part.amount.money.currency
    recipients = whole.keys.get("recipient", frozenset()) & part.keys.get("recipient", frozenset())
    together = bool(whole.documents() & part.documents())
    return one_currency and together and bool(recipients or whole.assets.same(part.assets))


def _same_lender(left: Shape, right: Shape) -> bool:
    return bool(left.keys.get("financier", frozenset()) & right.keys.get("financier", frozenset()))


# --- packages of deals -------------------------------------------------------------------------------------------

PACKED = frozenset({"joint_venture", "acquisition", "financing", "investment", "supply", "project", "agreement"})
SIGNED = frozenset({"preliminary", "struck", "committed", "implementing"})
"""Stages of what may have been signed in a package: neither plans nor what was done before."""


def package_bonds(shapes: Sequence[Shape]) -> Iterator[Bond]:
    """An agreement with a total may hold the deals of its parties signed in the same days: the overlap is unknown."""
    packages = [shape for shape in shapes if _is_package(shape)]
    packable = (s for s in shapes if s.entry.kind in PACKED and s.entry.stage in SIGNED and not _is_package(s))
    parts = Neighbours(packable, _ways_to_be_packed)
    for package in packages:
        for part in parts.of(_ways_to_pack(package)):
            if _fits(package, part):
                why = "signed in the same days by the same side: the package may contain it, unknown overlap"
                yield Bond(part.entry.id, "part_of", package.entry.id, why, False)


def _is_package(shape: Shape) -> bool:
    return shape.entry.kind == "agreement" and shape.amount is not None


def _ways_to_be_packed(part: Shape) -> Iterator[Key]:
    """A package that may hold a part shares a stretch of days with it, and a country or party."""
    on = part.everyone | set(part.entry.places)
    return ((name, stretch) for stretch in _stretches(part.date, 0) for name in on)


def _ways_to_pack(package: Shape) -> Iterator[Key]:
    on = package.everyone | _countries(package)
    return ((name, stretch) for stretch in _stretches(package.date, SIGNED_TOGETHER) for name in on)


def _stretches(date: Days | None, around: int) -> range:
    """Numbered stretches of days that a date may lie in, or so many days off."""
    if date is None:
        return range(0)
    return range((date.first - around) // STRETCH, (date.last + around) // STRETCH + 1)


def _fits(package: Shape, part: Shape) -> bool:
    if package.date is None or part.date is None or gap(package.date, part.date) > SIGNED_TOGETHER:
        return False
    countries = _countries(package)
    of_others = part.entry.kind == "agreement" and bool(_countries(part) - countries)
    on_its_ground = bool(countries & set(part.entry.places)) or _common_parties(package, part) >= 2
    return on_its_ground and not of_others and not _other_goods(package, part)


def _common_parties(package: Shape, part: Shape) -> int:
    """Parties, not names: one party may stand under several."""
    signatories = [party for party in part.entry.parties if party.role not in BYSTANDERS]
    return sum(1 for party in signatories if package.everyone & (part.names_of(party) | {party.entity}))


def _countries(shape: Shape) -> set[str]:
    """States that sign, themselves or through a ministry, by any of their names."""
    named = {name for party in shape.entry.parties for name in party.names}
    by_key = {state_of(key) for key in shape.everyone}
    by_name = {country.alpha2 for name in named if (country := country_named(name))}
    return by_name | {state for state in by_key if state}


# --- the same asset ----------------------------------------------------------------------------------------------


def asset_bonds(shapes: Sequence[Shape]) -> Iterator[Bond]:
    """Other commitments on one deposit, mine or plant: an earlier licence, a project, a sale of its output."""
    by_asset: dict[str, list[Shape]] = defaultdict(list)
    for shape in shapes:
        for key in shape.assets.keys:
            by_asset[key].append(shape)
    for together in by_asset.values():
        for left, right in combinations(together, 2):
            yield Bond(left.entry.id, "same_asset", right.entry.id, "both name the same asset", True)


def cost_bonds(shapes: Sequence[Shape]) -> Iterator[Bond]:
    """One sum told of a venture and of the works on its site is one cost: the site's is part of the venture's."""
    ventures = Neighbours((shape for shape in shapes if shape.entry.kind == "joint_venture"), _ground)
    for site in (shape for shape in shapes if shape.entry.kind == "project"):
        for venture in ventures.of(_ground(site)):
            if site.assets.same(venture.assets) and _same_sum(site.amount, venture.amount):
                yield Bond(site.entry.id, "part_of", venture.entry.id, "the same sum told of the same asset", True)


def _ground(shape: Shape) -> Iterator[Key]:
    return ((name,) for name in shape.ground)


def _same_sum(one: AmountEntry | None, other: AmountEntry | None) -> bool:
    if one is None or other is None:
        return False
    return (one.money.value, one.money.currency) == (other.money.value, other.money.currency)


RULES: tuple[Callable[[Sequence[Shape]], Iterator[Bond]], ...] = (
    financing_bonds,
    tranche_bonds,
    debt_package_bonds,
    package_bonds,
    cost_bonds,
    asset_bonds,
)
