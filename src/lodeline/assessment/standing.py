"""Is a restriction that the news told in force on a day: yes, no, or unknown since when; the table's word beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lodeline.ledger.commitment import Entry
from lodeline.supply.measures import Measure, Standing, of_state, standing
from lodeline.vocabulary.materials import within
from lodeline.vocabulary.places import country, country_named

PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
SAME_DAYS = 75
"""Days between the news and a row of the table within which both may be one act: announced, signed, in effect."""
FREEING = ("suspend", "lift", "ease")


@dataclass(frozen=True, slots=True)
class InForce:
    """What the news' own dates say on a day, and rows of the table that may be the same act, each with its standing."""

    entry: Entry
    told: Standing
    until: str | None
    table: tuple[tuple[Measure, Standing], ...]


def in_force(entry: Entry, today: str, published: str | None = None) -> InForce:
    """The standing of a restriction of the ledger on an ISO day; `published` of its newest text."""
    begun = entry.date or published
    until = _until(entry, begun)
    return InForce(entry, _told(entry, today, begun, until), until, tuple(_table(entry, today, begun)))


def _told(entry: Entry, today: str, begun: str | None, until: str | None) -> Standing:
    """By the dates that the texts give. Past the end that they tell, nothing is known until another text tells it."""
    action = next((claim.action for claim in reversed(entry.claims) if claim.action), "impose")
    status = entry.claims[-1].status
    if begun is None:
        return Standing("unknown", "the texts give no date")
    if status in ("cancelled", "denied", "completed"):
        return Standing("ended", f"told as {status}", begun)
    if status in ("proposed", "rumoured") and action not in FREEING:
        return Standing("not yet", f"only {status}", begun)
    if today < begun[: len(today)]:
        return Standing("not yet", f"from {begun}", begun)
    if until is not None and today > until:
        return Standing("unknown", f"told to last until {until}; no text tells what came after", until)
    end = f" until {until}" if until else ""
    if action == "suspend":
        return Standing("suspended", f"from {begun}{end}", begun)
    return (
        Standing("ended", f"lifted {begun}", begun)
        if action == "lift"
        else Standing("in force", f"from {begun}{end}", begun)
    )


def _until(entry: Entry, begun: str | None) -> str | None:
    """The last day of the period that the texts tell, counted from the last day that `begun` may mean."""
    period = next((claim.period for claim in reversed(entry.claims) if claim.period), None)
    found = PERIOD.fullmatch(period) if period else None
    if found is None or begun is None:
        return None
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    start = _last_day(begun)
    month = start.month - 1 + months
    year = start.year + years + month // 12
    day = date(year, month % 12 + 1, min(start.day, 28))
    return date.fromordinal(day.toordinal() + (start.day - day.day) + 7 * weeks + days).isoformat()


def _last_day(iso: str) -> date:
    """The last day of an ISO day, month or year."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else 12
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def _table(entry: Entry, today: str, begun: str | None) -> Iterator[tuple[Measure, Standing]]:
    """Rows of the same state, mineral and direction that begin near the day that the news tells."""
    action = next((claim.action for claim in reversed(entry.claims) if claim.action), "impose")
    states = {code for party in entry.parties if party.role == "imposer" for code in _codes(party.names, party.entity)}
    wanted = {wide for told in entry.commodities for wide in within(told)}
    for state in sorted(states):
        for measure in of_state(state):
            same_way = (measure.action in FREEING) == (action in FREEING)
            if same_way and wanted & set(measure.commodities) and _near(measure.begins, begun):
                yield measure, standing(measure, today)


def _near(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return False
    return abs((_last_day(one) - _last_day(other)).days) <= SAME_DAYS


def _codes(names: tuple[str, ...], entity: str) -> Iterator[str]:
    for name in names:
        found = country_named(name) or country(entity.rsplit(":", 1)[-1].upper())
        if found is not None:
            yield found.alpha3
