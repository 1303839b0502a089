"""Balance of partners: for each country and partner power, meetings, instruments by stage, money, stakes and trade.

A deal of several powers stands in the row of each, so rows never add up. Members of the European Union stand under it
unless one of them is asked for by itself. A party whose home nobody tells gives no row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lodeline.assessment.homes import home
from lodeline.ledger.commitment import Entry, EntryId, Totals
from lodeline.ledger.stages import RANK
from lodeline.ledger.totals import totals
from lodeline.supply.trade import sales, trade_years
from lodeline.vocabulary.places import Country, countries, country, place_named, region

UNION = "EU"
OWNING = frozenset({"partner", "acquirer", "owner"})


@dataclass(frozen=True, slots=True)
class Power:
    """A state, or a group of states that is counted as one; `members` are alpha-3 codes."""

    code: str
    name: str
    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stake:
    """A part in percent that a party of the partner holds, or is to hold, in a mine, plant or venture."""

    entry: EntryId
    holder: str
    percent: Decimal
    asset: str
    is_firm: bool
    """True from a definitive contract on."""


@dataclass(frozen=True, slots=True)
class Trade:
    """Part of a country's trade in minerals, ores and metals, 0 to 1, that goes to and comes from a partner in a year.

    None where the country sells or buys nothing in the table.
    """

    year: int
    exports: float | None
    imports: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """One country and one partner power. `stages`: stage → number of commitments, those off the ladder among them."""

    country: Power
    partner: Power
    meetings: tuple[EntryId, ...]
    commitments: tuple[EntryId, ...]
    stages: Mapping[str, int]
    measures: tuple[EntryId, ...]
    totals: Totals
    stakes: tuple[Stake, ...]
    trade: Trade

    @property
    def has_dealings(self) -> bool:
        return bool(self.meetings or self.commitments or self.measures)


@dataclass(frozen=True, slots=True)
class _Placed:
    """An entry, the states that its parties act from, and those in which its mines and plants lie; alpha-3."""

    entry: Entry
    acting: frozenset[str]
    lying: frozenset[str]


def balance(entries: Iterable[Entry], asked: Sequence[Power], partners: Sequence[Power] = ()) -> tuple[Row, ...]:
    """A row per asked country and partner with dealings; with `partners` named, a row for each of these in any case.

    Within a country, the partner with most commitments comes first.
    """
    placed = [_placed(entry) for entry in entries]
    found = [row for each in asked for row in _rows(placed, each, partners)]
    return tuple(found)


def power(state: Country) -> Power:
    """One state by itself; the European Union with its members."""
    members = _union() if state.alpha2 == UNION else frozenset({state.alpha3})
    return Power(state.alpha3, state.names_en[0], members)


def _rows(placed: Sequence[_Placed], asked: Power, partners: Sequence[Power]) -> list[Row]:
    ours = [each for each in placed if (each.acting | each.lying) & asked.members]
    found = [_row(ours, asked, partner) for partner in partners or _powers(ours, asked)]
    kept = [row for row in found if partners or row.has_dealings]
    return sorted(kept, key=lambda row: (-len(row.commitments), -len(row.meetings), row.partner.name))


def _powers(ours: Sequence[_Placed], asked: Power) -> list[Power]:
    """Every power that acts in the entries of a country."""
    acting = frozenset[str]().union(*(each.acting for each in ours)) - asked.members
    union = acting & (_union() - asked.members)
    states = [state for state in countries() if state.alpha3 in acting - union]
    european = country(UNION)
    return [*map(power, states), *([power(european)] if union and european else [])]


def _row(ours: Sequence[_Placed], asked: Power, partner: Power) -> Row:
    theirs = [each.entry for each in ours if each.acting & (partner.members - asked.members)]
    commitments = [entry for entry in theirs if entry.book == "commitments"]
    return Row(
        country=asked,
        partner=partner,
        meetings=tuple(entry.id for entry in theirs if entry.kind == "meeting"),
        commitments=tuple(entry.id for entry in commitments),
        stages=Counter(entry.stage for entry in commitments if entry.stage),
        measures=tuple(entry.id for entry in theirs if entry.book == "measures"),
        totals=totals(commitments),
        stakes=tuple(_stakes(commitments, partner)),
        trade=_trade(asked, partner),
    )


def _stakes(commitments: Iterable[Entry], partner: Power) -> list[Stake]:
    """Stakes of the partner in mines, plants and firms; what has left the ladder gives none."""
    return [
        Stake(entry.id, party.name, party.share, _object(entry), _is_firm(entry))
        for entry in commitments
        if entry.stage in RANK
        for party in entry.parties
        if party.share and party.role in OWNING and home((party.name, *party.names)) in partner.members
    ]


def _object(entry: Entry) -> str:
    """The mine or plant; where none is named, the kind of the deal and its minerals."""
    kind = " ".join([entry.kind.replace("_", " "), *(["in"] if entry.commodities else [])])
    return ", ".join(entry.assets) or f"{kind} {', '.join(entry.commodities)}".strip()


def _is_firm(entry: Entry) -> bool:
    return entry.stage is not None and RANK[entry.stage] >= RANK["committed"]


def _trade(asked: Power, partner: Power) -> Trade:
    """Trade inside the asked country's own group is left out on both sides of the part."""
    year = max(trade_years())
    ours, theirs = asked.members, partner.members - asked.members
    sold = {flow: kusd for flow, kusd in sales(year).items() if flow[0] in ours and flow[1] not in ours}
    bought = {flow: kusd for flow, kusd in sales(year).items() if flow[1] in ours and flow[0] not in ours}
    return Trade(
        year,
        _part(sum(kusd for (_, buyer), kusd in sold.items() if buyer in theirs), sum(sold.values())),
        _part(sum(kusd for (seller, _), kusd in bought.items() if seller in theirs), sum(bought.values())),
    )


def _part(some: float, whole: float) -> float | None:
    return some / whole if whole else None


def _placed(entry: Entry) -> _Placed:
    acting = (home((party.name, *party.names)) for party in entry.parties if party.role != "witness")
    lying = (_state_of(place) for place in entry.places)
    return _Placed(entry, frozenset(filter(None, acting)), frozenset(filter(None, lying)))


def _state_of(place: str) -> str | None:
    """Alpha-3 of a place: a state's code or name, or a city or division inside it."""
    inside = place_named(place)
    state = country(place) or (country(inside.country) if inside else None)
    return state.alpha3 if state else home((place,))


def _union() -> frozenset[str]:
    """The European Union and its members."""
    union = region("European Union")
    codes = (UNION, *(union.members if union else ()))
    return frozenset(state.alpha3 for code in codes if (state := country(code)))
