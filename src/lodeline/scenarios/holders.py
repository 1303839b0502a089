"""Who controls output: owners by part, each with the state that it is run from, as far as known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from lodeline.assessment.homes import known_home
from lodeline.ledger.commitment import Entry
from lodeline.scenarios.plans import Plan
from lodeline.supply.output import Evidence
from lodeline.supply.projects import Owner, Project
from lodeline.vocabulary.places import countries, country_named, fold

OWNING = frozenset({"partner", "acquirer"})
BUILDERS = frozenset({"developer", "investor"})
STATE = re.compile(r"state\b(?! with)")
"""An owner that the projects table tells as the state where the project lies."""
BEFORE = 2
"""Words before a name among which an adjective tells where its bearer is from: «the Tajik state firm X»."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A part of the output in percent, and the state of its holder; `country` None where nobody tells."""

    name: str
    country: str | None
    percent: float
    evidence: Evidence = "assumed"
    source: str = ""


def project_holders(project: Project) -> tuple[Holder, ...]:
    """Owners of a row of the projects table whose part it tells."""
    told = [owner for owner in project.owners if owner.percent is not None]
    return within_whole([_of_table(owner, project) for owner in told])


def plan_holders(plan: Plan, projects: Sequence[Project]) -> tuple[Holder, ...]:
    """Owners by the news where they tell parts, else by the projects table."""
    table = [owner for project in projects for owner in project.owners]
    told = {p.entity: p for p in plan.lead.parties if p.role in OWNING and p.share}
    if told:
        quotes = tuple(each.quote for entry in plan.entries for each in entry.evidence)
        named = [_of_news(Owner(p.name, float(p.share or 0)), p.names, table, quotes) for p in told.values()]
        return within_whole(named)
    return project_holders(projects[0]) if projects else _developer(plan)


def _developer(plan: Plan) -> tuple[Holder, ...]:
    """The only firm that is told to build it is taken for the owner of all."""
    firms = {p.entity: p for entry in plan.entries for p in entry.parties if p.role in BUILDERS}
    if len(firms) != 1:
        return ()
    (firm,) = firms.values()
    quotes = tuple(each.quote for entry in plan.entries for each in entry.evidence)
    found = _of_news(Owner(firm.name, 100.0), firm.names, (), quotes)
    return (replace(found, evidence="assumed", source="the only builder told, taken for the owner of all"),)


def within_whole(holders: Sequence[Holder]) -> tuple[Holder, ...]:
    """Parts that add up to more than all are scaled down to it: no tonne is controlled twice."""
    total = sum(holder.percent for holder in holders)
    scale = min(1.0, 100 / total) if total else 1.0
    return tuple(replace(holder, percent=holder.percent * scale) for holder in holders)


def _of_table(owner: Owner, project: Project) -> Holder:
    percent = owner.percent or 0.0
    if STATE.match(owner.name) or STATE.match(owner.beside):
        return Holder(owner.name, project.country, percent, project.evidence, project.address)
    home = known_home(owner.name)
    if home is None:
        return Holder(owner.name, None, percent, "assumed", "home of the owner not known")
    return Holder(owner.name, home[0], percent, _weaker(home[1], project.evidence), project.address)


def _of_news(owner: Owner, names: Iterable[str], table: Sequence[Owner], quotes: Sequence[str]) -> Holder:
    """A home by its name, by the owner of the table with the same part, or by the adjective before its name."""
    percent = owner.percent or 0.0
    spelled = tuple(dict.fromkeys((owner.name, *names)))
    known = next((home for name in spelled if (home := known_home(name))), None)
    if known:
        return Holder(owner.name, known[0], percent, known[1], "part by the news, home by the list of owners")
    same = {other.name for other in table if other.percent == owner.percent}
    if len(same) == 1 and (home := known_home(*same)):
        told = f"part by the news; taken for {next(iter(same))}, which has the same part in the projects table"
        return Holder(owner.name, home[0], percent, "assumed", told)
    state = next((state for name in spelled for quote in quotes if (state := _told_home(name, quote))), None)
    if state:
        return Holder(owner.name, state, percent, "checked", "part and home by the news")
    return Holder(owner.name, None, percent, "assumed", "part by the news, home not known")


def _told_home(name: str, quote: str) -> str | None:
    """The state whose adjective or genitive stands right before a name in a quote."""
    at = quote.find(name)
    clause = re.split(r"[.;:,]\s", quote[:at])[-1] if at > 0 else ""
    words = re.findall(r"[^\W\d_]+(?:['’]s)?", clause)[-BEFORE:]
    pair = [" ".join(words)] if len(words) == BEFORE else []
    return next((state for word in (*pair, *reversed(words)) if (state := _adjective(fold(word)))), None)


def _adjective(word: str) -> str | None:
    """The state of «Tajik», «South Korean», «Tajikistan's», «таджикская»."""
    owner = country_named(word.removesuffix("'s")) if word.endswith("'s") else None
    if owner is not None:
        return owner.alpha3
    fitting = (state for stem, ends, state in _adjectives() if word.startswith(stem) and word[len(stem) :] in ends)
    return next(fitting, None)


RUSSIAN_ENDINGS = frozenset(["ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими"])


@cache
def _adjectives() -> tuple[tuple[str, frozenset[str], str], ...]:
    return tuple(_stems())


def _stems() -> Iterator[tuple[str, frozenset[str], str]]:
    for state in countries():
        for word in state.adjectives_en:
            yield fold(word), frozenset({""}), state.alpha3
        for word in state.adjectives_ru:
            if word.endswith("ий"):
                yield fold(word)[:-2], RUSSIAN_ENDINGS, state.alpha3


def _weaker(one: Evidence, other: Evidence) -> Evidence:
    order: tuple[Evidence, ...] = ("checked", "recalled", "assumed")
    return max(one, other, key=order.index)


def parties_in(entries: Iterable[Entry], role: str) -> tuple[str, ...]:
    """Names of all parties in a role, each once."""
    return tuple(dict.fromkeys(party.name for entry in entries for party in entry.parties if party.role == role))
