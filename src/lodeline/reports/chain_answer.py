"""One question about supply answered: who makes a mineral, at which stage, what a state's part and reliance are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from lodeline.errors import NoSuchCountry, NoSuchMineral
from lodeline.reports.chain import supply_chart
from lodeline.reports.chain_pages import SupplyChart
from lodeline.reports.chain_words import state_name
from lodeline.reports.figures import THIN
from lodeline.supply.indicators import net_import_reliance, share_of
from lodeline.supply.output import STAGES, Absent, Output, commodities, left_out, newest, output
from lodeline.supply.trade import years as trade_years
from lodeline.vocabulary.materials import material_named, materials, within
from lodeline.vocabulary.places import Country, country, country_named, country_names


@dataclass(frozen=True, slots=True)
class SupplyAnswer:
    """Charts of the tables that answer, and in words what is missing and why."""

    mineral: str
    charts: tuple[SupplyChart, ...]
    notes: tuple[str, ...]


def supply_answer(
    mineral: str, stage: str | None = None, year: int | None = None, state: str | None = None
) -> SupplyAnswer:
    """Raises NoSuchMineral and NoSuchCountry with what may be meant; a gap of the tables is a note, never an error."""
    keys = mineral_keys(mineral)
    holder = None if state is None else find_country(state)
    found, notes = _tables(keys, stage, year)
    told = [*notes, *(note for made in found for note in _of_state(made, holder))]
    return SupplyAnswer(keys[0], tuple(map(supply_chart, found)), tuple(dict.fromkeys(told)))


def mineral_keys(name: str) -> tuple[str, ...]:
    """The mineral and those that contain it, nearest first."""
    known = material_named(name)
    key = known.key if known is not None else name.casefold()
    if known is None and key not in commodities():
        named = {each: m.key for m in materials() for language in ("en", "ru", "kk") for each in m.names(language)}
        near = get_close_matches(key, [*named, *commodities()], n=3, cutoff=0.6)
        raise NoSuchMineral(name, tuple(dict.fromkeys(named.get(each, each) for each in near)))
    return within(key) or (key,)


def find_country(name: str) -> Country:
    found = country_named(name) or country(name.upper())
    if found is None:
        near = get_close_matches(name.casefold(), [known for known, _ in country_names()], n=3, cutoff=0.6)
        meant = tuple(
            dict.fromkeys(known.names("en")[0] for each in near if (known := country_named(each)) is not None)
        )
        raise NoSuchCountry(name, meant)
    return found


def _tables(keys: tuple[str, ...], stage: str | None, year: int | None) -> tuple[list[Output], list[str]]:
    """The tables of the nearest mineral that has any; else the reasons."""
    notes: list[str] = []
    for key in keys:
        stages = (stage,) if stage else STAGES
        made = [output(key, each, year) for each in stages] if stage or year else list(newest(key))
        found = [each for each in made if isinstance(each, Output)]
        shut_out = {each for each, _, _ in left_out(key)} & set(stages)
        reasons = [
            each.reason for each in made if isinstance(each, Absent) and each.why in ("year outside", "no table")
        ]
        notes += [absent.reason for at in sorted(shut_out) if isinstance(absent := output(key, at), Absent)]
        if found:
            if key != keys[0]:
                notes.insert(0, f"no table of {keys[0]} alone: {key}, which contains it, is shown")
            return found, [*notes, *reasons]
        notes += reasons
    return [], notes or [f"no table of {keys[0]}: no figure is known here, which does not mean that there is none"]


def _of_state(made: Output, holder: Country | None) -> Iterator[str]:
    if holder is None:
        return
    share = share_of(made, holder.alpha3)
    name = holder.names("en")[0]
    if isinstance(share, Absent):
        yield f"{name}: {share.reason}"
    else:
        span = f"{share.percent.low:.0f}–{share.percent.high:.0f}"
        yield f"{name}: {share.percent.mid:.1f}{THIN}% ({span}) of {made.stage} in {made.year}"
    year = min(made.year, max(trade_years()))
    reliance = net_import_reliance(made.commodity, made.stage, holder.alpha3, year)
    if isinstance(reliance, Absent):
        yield f"{name}, net import reliance: unknown: {reliance.reason}"
    else:
        spread = f"{reliance.percent.low:.0f} to {reliance.percent.high:.0f}"
        suppliers = ", ".join(f"{state_name(code)} {tonnes:,.0f} t" for code, tonnes in reliance.imports.partners[:3])
        yield (
            f"{name}, net import reliance in {made.stage} {reliance.year}: {reliance.percent.mid:.0f}{THIN}% "
            f"({spread}); largest suppliers: {suppliers.replace(',', THIN) or 'none'}. {reliance.note}".rstrip()
        )
