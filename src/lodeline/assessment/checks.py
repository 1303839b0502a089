"""A claimed share of the world against the tables: supported, close, contradicted, or unknowable with the reason.

Only what the tables can carry is compared: the same commodity, the same stage, states as holders, a year that is near.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lodeline.claims.claim import Claim
from lodeline.supply.indicators import Share, share_of
from lodeline.supply.output import Absent, Output, output, parts_of, table_years
from lodeline.supply.ranges import Range
from lodeline.vocabulary.materials import within
from lodeline.vocabulary.places import Country, country_named

Verdict = Literal["supported", "close", "contradicted", "unknowable"]

STAGES = {"mining": ("mining",), "processing": ("refining", "smelting"), "reserves": ("reserves",)}
"""Stage of a claim → stages of the tables, the first that has a table counts. Conversion and enrichment of uranium are
no "processing": which of the two is meant changes the answer."""
ROUNDED = 2.5
"""Points by which a share told as "about" may be off: news round to five."""
CLOSE = 5.0
"""Points outside the range of the table within which a share still counts as close."""
FAR = 5
"""Years between news and table beyond which one says nothing about the other."""


@dataclass(frozen=True, slots=True)
class Check:
    """One claimed share beside the table's. Percent; `told` and `table` are ranges, `made` the table, with its year."""

    claim: Claim
    verdict: Verdict
    told: Range
    reason: str
    table: Range | None = None
    made: Output | None = None


def check(claim: Claim, published: str | None) -> Check | None:
    """The check of a share claim; None for claims that are no share in percent. `published`: ISO day, month, year."""
    told = _told(claim)
    if told is None:
        return None
    made = _table(claim, published)
    found = made if isinstance(made, Absent) else _table_shares(made, claim)
    if isinstance(found, Absent):
        return Check(claim, "unknowable", told, found.reason, made=None if isinstance(made, Absent) else made)
    assert isinstance(made, Output)
    table = _sum(found)
    verdict = _verdict(told, table)
    return Check(claim, verdict, told, _reason(verdict, table, found, made), table, made)


def _told(claim: Claim) -> Range | None:
    """The range of percents that the words leave open."""
    quantity = claim.quantity
    if claim.kind != "share" or quantity is None or quantity.unit != "%":
        return None
    value = float(quantity.value)
    top = value if quantity.value_max is None else max(value, float(quantity.value_max))
    middle = (value + top) / 2
    match quantity.qualifier:
        case "over":
            return Range(value, value, max(100.0, value))
        case "up_to":
            return Range(0.0, top, top)
        case "about":
            return Range(max(0.0, value - ROUNDED), middle, max(middle, min(100.0, top + ROUNDED)))
        case "exact":
            return Range(value, middle, top)


def _table(claim: Claim, published: str | None) -> Output | Absent:
    """The table that the claim can be held against; else why there is none."""
    stages = STAGES.get(claim.stage or "")
    if stages is None:
        words = f"the tables tell no {claim.stage} by country" if claim.stage else "the text tells no stage"
        return Absent("no table", words)
    if len(claim.commodities) != 1:
        several = "several minerals together" if claim.commodities else "no mineral"
        return Absent("no such mineral", f"the claim tells of {several}")
    commodity = claim.commodities[0]
    made = [_nearest(commodity, stage, claim, published) for stage in stages]
    tables = [each for each in made if isinstance(each, Output)]
    if tables:
        return tables[0]
    reasons = [each for each in made if isinstance(each, Absent)]
    best = min(reasons, key=lambda each: ("licence", "year outside").index(each.why) if each.why in KNOWN else 2)
    return best if best.why in KNOWN else Absent(best.why, best.reason + _beside(commodity, stages))


KNOWN = ("licence", "year outside")
"""Reasons that say more than that there is no table."""


def _beside(commodity: str, stages: tuple[str, ...]) -> str:
    """What the tables have instead: what contains the mineral, or parts of it. A share of one is none of the other."""
    near = [
        other for other in (*within(commodity)[1:], *parts_of(commodity)) if any(table_years(other, s) for s in stages)
    ]
    return f"; there is one of {', '.join(near)}, which is another thing" if near else ""


def _nearest(commodity: str, stage: str, claim: Claim, published: str | None) -> Output | Absent:
    """The table of the year that the claim tells; without one, of the year before the news, which news know best."""
    told = int(claim.date[:4]) if claim.date else None
    news = int(published[:4]) if published else None
    tables = [
        made for year in table_years(commodity, stage) if isinstance(made := output(commodity, stage, year), Output)
    ]
    with_states = [made for made in tables if made.countries]
    if not with_states:
        return output(commodity, stage)
    if told is not None and told > max(news or 0, with_states[-1].year):
        return Absent("year outside", f"the claim tells of {told}, which no table has yet")
    wanted = told if told is not None else news - 1 if news is not None else with_states[-1].year
    best = min(with_states, key=lambda made: (abs(made.year - wanted), made.year))
    if abs(best.year - wanted) > FAR:
        return Absent("year outside", f"{commodity}, {stage}: the table nearest to {wanted} is of {best.year}")
    return best


def _table_shares(made: Output, claim: Claim) -> tuple[Share, ...] | Absent:
    """The table's shares of all states that the claim names as holders."""
    if not claim.parties:
        return Absent("country not listed", "the claim names no holder")
    found = []
    for party in claim.parties:
        state = _state((party.name, *party.aliases))
        if state is None:
            return Absent("country not listed", f"{party.name} is no state: the tables tell shares of states")
        share = share_of(made, state.alpha3)
        if isinstance(share, Absent):
            return share
        found.append(share)
    return tuple({share.country: share for share in found}.values())


def _state(names: tuple[str, ...]) -> Country | None:
    return next((found for name in names if (found := country_named(name)) is not None), None)


def _sum(shares: tuple[Share, ...]) -> Range:
    low, mid, high = (sum(getattr(share.percent, end) for share in shares) for end in ("low", "mid", "high"))
    return Range.around(low, mid, min(100.0, high))


def _verdict(told: Range, table: Range) -> Verdict:
    apart = max(told.low - table.high, table.low - told.high)
    return "supported" if apart <= 0 else "close" if apart <= CLOSE else "contradicted"


def _reason(verdict: Verdict, table: Range, shares: tuple[Share, ...], made: Output) -> str:
    words = {
        "supported": "lies within the table's range",
        "close": f"lies within {CLOSE:g} points of the table's range",
        "contradicted": "lies outside the table's range",
    }
    source = "; ".join(dict.fromkeys(share.figure.source.name for share in shares))
    told = f"{words[verdict]} of {table.low:.0f}–{table.high:.0f} % ({made.form}, {made.stage}, {made.year}, {source})"
    if made.withheld:
        told += f"; the table's world leaves out {', '.join(made.withheld)}, whose figure is withheld"
    soft = sorted({share.figure.evidence for share in shares} - {"checked"})
    return f"{told}; the table's figure is {' and '.join(soft)}" if soft else told
