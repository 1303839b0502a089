"""One question about supply answered: who makes a mineral, at which stage, what a state's part and reliance are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from lodeline.errors import NoSuchCountry, NoSuchMineral, UnknownFormat
from lodeline.reports.chain import supply_chart
from lodeline.reports.chain_pages import SupplyChart
from lodeline.reports.chain_words import state_name
from lodeline.reports.figures import THIN
from lodeline.supply.indicators import Reliance, net_import_reliance, share_of
from lodeline.supply.output import STAGES, Absent, Output, commodities, left_out, output, parts_of, table_years
from lodeline.vocabulary.materials import material_named, materials, within
from lodeline.vocabulary.places import Country, country, country_named, country_names

STOCK = "reserves"
"""Nothing is traded at this stage."""


@dataclass(frozen=True, slots=True)
class SupplyAnswer:
    """Charts of the tables that answer, and in words what is missing and why."""

    mineral: str
    charts: tuple[SupplyChart, ...]
    notes: tuple[str, ...]


def supply_answer(
    mineral: str, stage: str | None = None, year: int | None = None, state: str | None = None
) -> SupplyAnswer:
    """Raises NoSuchMineral, NoSuchCountry and UnknownFormat with what may be meant; a gap of the tables is a note."""
    keys = mineral_keys(mineral)
    holder = None if state is None else find_country(state)
    if stage is not None and stage not in STAGES:
        raise UnknownFormat("stage", stage, STAGES)
    found, notes = _tables(keys, (stage,) if stage else STAGES, year)
    told = [*notes, *(note for made in found for note in _of_state(made, holder, year))]
    return SupplyAnswer(keys[0], tuple(map(supply_chart, found)), tuple(dict.fromkeys(told)))


def mineral_keys(name: str) -> tuple[str, ...]:
    """The mineral and those that contain it, nearest first. A name that has a table of its own means that table."""
    known = material_named(name)
    if name.casefold() in commodities():
        above = within(known.key) if known else ()
        return tuple(dict.fromkeys((name.casefold(), *above)))
    if known is None:
        named = {each: m.key for m in materials() for language in ("en", "ru", "kk") for each in m.names(language)}
        near = get_close_matches(name.casefold(), [*named, *commodities()], n=3, cutoff=0.6)
        raise NoSuchMineral(name, tuple(dict.fromkeys(named.get(each, each) for each in near)))
    return within(known.key)


def find_country(name: str) -> Country:
    found = country_named(name) or country(name.upper())
    if found is None:
        near = get_close_matches(name.casefold(), [known for known, _ in country_names()], n=3, cutoff=0.6)
        meant = (known.names("en")[0] for each in near if (known := country_named(each)) is not None)
        raise NoSuchCountry(name, tuple(dict.fromkeys(meant)))
    return found


def _tables(keys: tuple[str, ...], stages: tuple[str, ...], year: int | None) -> tuple[list[Output], list[str]]:
    """The tables of the nearest mineral that has any, in the order of the chain; and what is missing, with the reason.

    Of all stages only those are told missing that exist: a metal without a table of smelting lacks nothing.
    """
    notes: list[str] = []
    for key in keys:
        kept_out = {at for at, _, _ in left_out(key)}
        known = [at for at in stages if table_years(key, at) or at in kept_out] or list(
            stages if len(stages) == 1 else ()
        )
        made = [output(key, at, year) for at in known]
        found = [each for each in made if isinstance(each, Output)]
        notes += [each.reason for each in made if isinstance(each, Absent)]
        if found:
            alone = [] if key == keys[0] else [f"no table of {keys[0]} alone: {key}, which contains it, is shown"]
            return found, [*alone, *notes]
    return [], [*(notes or [_nothing(keys[0])]), *_parts(keys[0])]


def _nothing(key: str) -> str:
    return f"no table of {key}: no figure is known here, which does not mean that there is none"


def _parts(key: str) -> Iterator[str]:
    parts = parts_of(key)
    if parts:
        yield f"there are tables of {', '.join(parts)}"


def _of_state(made: Output, holder: Country | None, year: int | None) -> Iterator[str]:
    """`year` is the one asked for; without one, trade answers for the newest year that it shares with production."""
    if holder is None:
        return
    name = holder.names("en")[0]
    share = share_of(made, holder.alpha3)
    if isinstance(share, Absent):
        yield f"{name}: {share.reason}"
    else:
        span = f"{share.percent.low:.0f}–{share.percent.high:.0f}"
        yield f"{name}: {share.percent.mid:.1f}{THIN}% ({span}) of {made.stage} in {made.year}"
    if made.stage != STOCK:
        yield _of_reliance(name, made.stage, net_import_reliance(made.commodity, made.stage, holder.alpha3, year))


def _of_reliance(name: str, stage: str, told: Reliance | Absent) -> str:
    if isinstance(told, Absent):
        return f"{name}, net import reliance: {told.why}: {told.reason}"
    spread = f"{told.percent.low:.0f} to {told.percent.high:.0f}"
    suppliers = ", ".join(f"{state_name(code)} {_tonnes(part)}" for code, part in told.imports.partners[:3]) or "none"
    words = f"{name}, net import reliance in {stage} {told.year}: {told.percent.mid:.0f}{THIN}% ({spread})"
    return "; ".join(filter(None, (words, f"largest suppliers: {suppliers}", told.note)))


def _tonnes(value: float) -> str:
    return f"{value:,.0f} t".replace(",", THIN)
