"""Is a restriction that the news told in force on a day: yes, no, or unknown since when; the table's word beside it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from lodeline.ledger.commitment import Entry
from lodeline.supply.measures import FREEING, Force, Measure, Standing, displaced_by, of_state, standing
from lodeline.vocabulary.materials import within
from lodeline.vocabulary.places import country, country_named

PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
SAME_DAYS = 45
"""Days between the news and a row of the table within which both may be one act: announced, signed, in effect."""
PLANNED = frozenset({"rumoured", "proposed", "intent"})
DONE = frozenset({"in_force", "under_way", "completed", "suspended"})
"""Status of what a text tells as having happened."""


@dataclass(frozen=True, slots=True)
class InForce:
    """What the news' own dates say on a day, and rows of the table that may be the same act, each with its standing."""

    entry: Entry
    told: Standing
    until: str | None
    """Where the period that the texts tell ends, as precise as they are."""
    table: tuple[tuple[Measure, Standing], ...]


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a date may mean: one, or all of a month or year."""

    first: date
    last: date

    def __str__(self) -> str:
        first, last = self.first.isoformat(), self.last.isoformat()
        if first == last:
            return first
        if self == span(first[:4]):
            return first[:4]
        return first[:7] if self == span(first[:7]) else f"{first} to {last}"


def span(iso: str) -> Span:
    """The days of an ISO day, month or year."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 3:
        return Span(date(*parts), date(*parts))
    first, last = (parts[1], parts[1]) if len(parts) == 2 else (1, 12)
    return Span(date(parts[0], first, 1), date(parts[0], last, monthrange(parts[0], last)[1]))


@dataclass(frozen=True, slots=True)
class _News:
    """What the texts tell of a restriction: its newest status and action, when it begins and ends."""

    status: str | None
    action: str
    begun: Span
    is_dated: bool
    """False where only the day of the text is known."""
    published: str | None
    until: Span | None

    @property
    def what(self) -> str:
        return {"suspend": "suspension", "lift": "lifting", "ease": "easing"}.get(self.action, "restriction")


def in_force(entry: Entry, today: str, published: str | None = None) -> InForce:
    """The standing of a restriction of the ledger on an ISO day; `published` of its newest text."""
    news = _news(entry, published)
    if news is None:
        return InForce(entry, Standing("unknown", "the texts give no date"), None, ())
    told = _told(news, date.fromisoformat(today))
    until = str(news.until) if news.until else None
    return InForce(entry, told, until, tuple(dict(_table(entry, today, news)).items()))


def _news(entry: Entry, published: str | None) -> _News | None:
    begun = entry.date or published
    if begun is None:
        return None
    newest = list(reversed(entry.claims))
    period = next((claim.period for claim in newest if claim.period), None)
    return _News(
        status=next((claim.status for claim in newest if claim.status), None),
        action=next((claim.action for claim in newest if claim.action), "impose"),
        begun=span(begun),
        is_dated=entry.date is not None,
        published=published,
        until=_until(span(begun), period) if period else None,
    )


def _told(news: _News, today: date) -> Standing:
    """By what the texts tell. Past the end that they tell, nothing is known until another text tells it."""
    since = news.begun.first.isoformat()
    early = _not_effective(news, today)
    if early is not None:
        return early
    if news.until is not None and today > news.until.first:
        sure = today > news.until.last
        after = "no text tells what came after" if sure else "the day is not told"
        end = news.until.last if sure else news.until.first
        return Standing("unknown", f"told to last until {news.until}; {after}", end.isoformat())
    force, words = _effect(news)
    last = f" until {news.until}" if news.until else ""
    return Standing(force, f"{words} {news.begun}{last}", since)


def _not_effective(news: _News, today: date) -> Standing | None:
    """Where the act is withdrawn, only planned, or has not begun; None where it has effect."""
    frees, since = news.action in FREEING, news.begun.first.isoformat()
    if news.status == "denied":
        return Standing("unknown", "a party denies it", since)
    if news.status == "cancelled":
        return Standing("in force" if frees else "ended", f"its {news.what} is told as cancelled", since)
    if news.status in PLANNED:
        return Standing("in force" if frees else "not yet", f"the {news.what} is only {news.status}", since)
    if today < news.begun.first:
        return Standing("in force" if frees else "not yet", f"the {news.what} begins {news.begun}", since)
    if not news.is_dated and news.status not in DONE:
        return Standing("unknown", "no day of effect is told", since)
    if today < _begun_at_the_latest(news):
        return Standing("unknown", f"the {news.what} begins {news.begun}, the day is not told", since)
    return None


def _begun_at_the_latest(news: _News) -> date:
    """What a text tells as done had begun when the text came out."""
    if news.status in DONE and news.published is not None:
        return min(news.begun.last, span(news.published).last)
    return news.begun.last


def _effect(news: _News) -> tuple[Force, str]:
    if news.action == "lift":
        return "ended", "lifted"
    if news.action == "suspend" or news.status == "suspended":
        return "suspended", "from"
    if news.action == "ease":
        return "in force", "eased from"
    return ("ended", "told as completed") if news.status == "completed" else ("in force", "from")


def _until(begun: Span, period: str) -> Span | None:
    """The days on which an ISO 8601 period from `begun` may end; None where it is no period."""
    found = PERIOD.fullmatch(period)
    if found is None or not any(found.groups()):
        return None
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    first, last = (_later(day, 12 * years + months, 7 * weeks + days) for day in (begun.first, begun.last))
    return Span(first, last) if first and last else None


def _later(day: date, months: int, days: int) -> date | None:
    """A month after 31 January is the last of February; None past the end of the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year >= MAXYEAR or days > 366 * MAXYEAR:
        return None
    moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])).toordinal() + days
    return date.fromordinal(moved) if moved <= date.max.toordinal() else None


def _table(entry: Entry, today: str, news: _News) -> Iterator[tuple[Measure, Standing]]:
    """Rows of the same state, mineral, target and direction that begin near the day that the news tell.

    Where they free trade, the rows that they displace stand in their place: those are what is in force or not.
    """
    states = _codes(entry, "imposer")
    targets = frozenset(_codes(entry, "target"))
    wanted = frozenset(wide for told in entry.commodities for wide in within(told))
    for state in states:
        for measure in of_state(state):
            same_way = (measure.action in FREEING) == (news.action in FREEING)
            if same_way and measure.names(wanted) and measure.meets(targets) and _near(measure, news.begun):
                displaced = [other for other in displaced_by(measure) if other.names(wanted)]
                for each in displaced or [measure]:
                    yield each, standing(each, today)


def _near(measure: Measure, begun: Span) -> bool:
    margin = timedelta(days=SAME_DAYS)
    days = [date.fromisoformat(day) for day in (measure.announced, measure.begins) if day]
    return any(begun.first - margin <= day <= begun.last + margin for day in days)


def _codes(entry: Entry, role: str) -> tuple[str, ...]:
    """Alpha-3 of the states that are parties in a role."""
    found = {
        state.alpha3
        for party in entry.parties
        if party.role == role
        for name in party.names
        if (state := country_named(name) or country(party.entity.rsplit(":", 1)[-1].upper())) is not None
    }
    return tuple(sorted(found))
