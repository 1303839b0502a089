"""The balance of partners as a page: rows by country, each with its words and the lengths of its bar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from lodeline.assessment.balance import Power, Row, Stake, balance, power
from lodeline.errors import NoSuchRegion
from lodeline.ledger.commitment import Entry, EntryId, Total
from lodeline.reports.figures import percent, range_shown
from lodeline.reports.labels import keys, label
from lodeline.reports.pages import Shown
from lodeline.reports.sources import version
from lodeline.vocabulary.places import country, country_named, country_names, region_named, regions

NOTE = (
    "A deal of several powers stands in the row of each: rows never add up. Announced money holds the firm. Parties "
    "whose home is not known give no row. Members of the European Union stand under it."
)


@dataclass(frozen=True, slots=True)
class StagePart:
    """How many commitments stand at one stage; `off` where it has left the ladder."""

    stage: str
    label: str
    count: int
    off: bool


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """One country and one partner in words; `entries` are ids of the ledger, parts of trade in percent or None."""

    partner: str
    meetings: int
    stages: tuple[StagePart, ...]
    announced: tuple[Shown, ...]
    firm: tuple[Shown, ...]
    delivered: tuple[Shown, ...]
    stakes: tuple[str, ...]
    measures: int
    exports_percent: float | None
    imports_percent: float | None
    entries: tuple[EntryId, ...]


@dataclass(frozen=True, slots=True)
class CountryBalance:
    """All rows of one country; none where the ledger tells of no dealings."""

    country: str
    rows: tuple[BalanceRow, ...]


@dataclass(frozen=True, slots=True)
class BalancePage:
    """The page of `lodeline balance`; `most` commitments of a row make a full bar."""

    title: str
    today: str
    version: str
    countries: tuple[CountryBalance, ...]
    most: int
    trade_year: int | None
    note: str


def balance_page(entries: Iterable[Entry], asked: Sequence[str], partners: Sequence[str], today: date) -> BalancePage:
    """The balance of the states that `asked` names, states or groups of them; raises NoSuchRegion."""
    powers = tuple(dict.fromkeys(each for name in asked for each in members(name)))
    rows = balance(entries, powers, tuple(map(named_power, partners)))
    shown = [CountryBalance(each.name, tuple(_row(row) for row in rows if row.country == each)) for each in powers]
    return BalancePage(
        title=f"Balance of partners: {', '.join(map(_title, asked))}",
        today=today.isoformat(),
        version=version(),
        countries=tuple(shown),
        most=max((sum(row.stages.values()) for row in rows), default=0),
        trade_year=next((row.trade.year for row in rows), None),
        note=NOTE,
    )


def members(name: str) -> tuple[Power, ...]:
    """The states that a name or code means: one, or each member of a group; raises NoSuchRegion."""
    state = country_named(name) or country(name.upper())
    if state is not None:
        return (power(state),)
    group = region_named(name)
    if group is None or not group.members:
        raise NoSuchRegion(name, _near(name))
    return tuple(power(state) for code in group.members if (state := country(code)))


def _title(name: str) -> str:
    group = region_named(name)
    each = members(name)
    return each[0].name if len(each) == 1 else group.key if group else name


def named_power(name: str) -> Power:
    """One power: a state, or a group of states taken as one; raises NoSuchRegion."""
    each = members(name)
    return each[0] if len(each) == 1 else Power(name, name, frozenset().union(*(one.members for one in each)))


def _near(name: str) -> tuple[str, ...]:
    known = {name for name, _ in country_names()} | {each.key.casefold() for each in regions() if each.members}
    return tuple(get_close_matches(name.casefold(), sorted(known), n=3, cutoff=0.6))


def _row(row: Row) -> BalanceRow:
    return BalanceRow(
        partner=row.partner.name,
        meetings=len(row.meetings),
        stages=_stages(row.stages),
        announced=tuple(map(_money, row.totals.announced)),
        firm=tuple(map(_money, row.totals.firm)),
        delivered=tuple(map(_money, row.totals.delivered)),
        stakes=tuple(map(_stake, row.stakes)),
        measures=len(row.measures),
        exports_percent=_percent(row.trade.exports),
        imports_percent=_percent(row.trade.imports),
        entries=(*row.meetings, *row.commitments, *row.measures),
    )


def _stages(counts: Mapping[str, int]) -> tuple[StagePart, ...]:
    """The furthest rung first, those off the ladder last."""
    ladder = keys("rung")
    order = (*reversed(ladder), *(stage for stage in keys("stage") if stage not in ladder))
    return tuple(
        StagePart(stage, label("stage", stage), counts[stage], stage not in ladder)
        for stage in order
        if counts.get(stage)
    )


def _money(total: Total) -> Shown:
    return range_shown(total.low, total.high, total.currency)


def _stake(stake: Stake) -> str:
    """`70 % of X (holder Y; not firm yet)`."""
    doubt = "" if stake.is_firm else "; not firm yet"
    return f"{percent(stake.percent)} of {stake.asset} ({stake.holder}{doubt})"


def _percent(part: float | None) -> float | None:
    return None if part is None else round(100 * part, 1)
