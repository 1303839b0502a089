"""A claimed share of the world against the tables: supported, close, contradicted, or unknowable with the reason.

Only what the tables can carry is compared: the same commodity, the same stage, a state as holder. News of one year is
held against the newest table year that is not later, because no outlet knows the year that is running.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lodeline.claims.claim import Claim
from lodeline.supply.indicators import Range, Share, share_of
from lodeline.supply.output import Absent, Output, output
from lodeline.vocabulary.materials import within
from lodeline.vocabulary.places import Country, country_named

Verdict = Literal["supported", "close", "contradicted", "unknowable"]

STAGES = {"mining": ("mining",), "processing": ("refining", "smelting", "conversion")}
"""Stage of a claim → stages of the tables, the first that has a table counts."""
ROUNDED = 2.5
"""Points by which a share told as "about" may be off: news round to five."""
CLOSE = 5.0
"""Points outside the range of the table within which a share still counts as close."""


@dataclass(frozen=True, slots=True)
class Check:
    """One claimed share beside the table's. Percent; `told` and `table` are ranges, `year` and `made` the table's."""

    claim: Claim
    verdict: Verdict
    told: Range
    reason: str
    table: Range | None = None
    made: Output | None = None
    share: Share | None = None


def check(claim: Claim, published: str | None) -> Check | None:
    """The check of a share claim; None for claims that are no share in percent. `published`: ISO day, month, year."""
    if claim.kind != "share" or claim.quantity is None or claim.quantity.unit != "%":
        return None
    told = _told(claim)
    holder = _holder(claim)
    if holder is None:
        return Check(claim, "unknowable", told, "the holder is no state: the tables tell shares of states")
    if claim.stage not in STAGES:
        return Check(claim, "unknowable", told, f"the tables tell no {claim.stage or 'stage that the text names'}")
    made = _table(claim, published)
    if isinstance(made, Absent):
        return Check(claim, "unknowable", told, made.reason)
    share = share_of(made, holder.alpha3)
    if isinstance(share, Absent):
        return Check(claim, "unknowable", told, share.reason, made=made)
    verdict = _verdict(told, share.percent)
    return Check(claim, verdict, told, _reason(verdict, share, made), share.percent, made, share)


def _told(claim: Claim) -> Range:
    """The range of percents that the words leave open."""
    assert claim.quantity is not None
    value = float(claim.quantity.value)
    top = float(claim.quantity.value_max) if claim.quantity.value_max is not None else value
    match claim.quantity.qualifier:
        case "at_least":
            return Range(value, value, 100.0)
        case "at_most":
            return Range(0.0, value, top)
        case "about":
            return Range(max(0.0, value - ROUNDED), value, min(100.0, top + ROUNDED))
        case _:
            return Range(value, (value + top) / 2, top)


def _holder(claim: Claim) -> Country | None:
    names = [name for party in claim.parties for name in (party.name, *party.aliases)]
    return next((found for name in names if (found := country_named(name)) is not None), None)


def _table(claim: Claim, published: str | None) -> Output | Absent:
    """The table of the commodity or of one that contains it; the first reason where there is none."""
    first: Absent | None = None
    for commodity in [wide for told in claim.commodities for wide in within(told)]:
        for stage in STAGES[claim.stage or ""]:
            found = _newest_not_later(commodity, stage, published)
            if isinstance(found, Output):
                return found
            if first is None or (found.why == "licence" and first.why != "licence"):
                first = found
    return first or Absent("no such mineral", "the claim names no mineral that a table has")


def _newest_not_later(commodity: str, stage: str, published: str | None) -> Output | Absent:
    newest = output(commodity, stage)
    if isinstance(newest, Absent) or published is None or newest.year < int(published[:4]):
        return newest
    for year in range(int(published[:4]) - 1, newest.year - 10, -1):
        older = output(commodity, stage, year)
        if isinstance(older, Output):
            return older
    return newest


def _verdict(told: Range, table: Range) -> Verdict:
    apart = max(told.low - table.high, table.low - told.high)
    return "supported" if apart <= 0 else "close" if apart <= CLOSE else "contradicted"


def _reason(verdict: Verdict, share: Share, made: Output) -> str:
    low, high = share.percent.low, share.percent.high
    words = {
        "supported": "lies within the table's range",
        "close": f"lies within {CLOSE:g} points of the table's range",
        "contradicted": "lies outside the table's range",
    }
    return f"{words[verdict]} of {low:.0f}–{high:.0f} % ({made.form}, {made.year}, {share.figure.source.name})"
