"""From which state a party acts: by its name, else by the list of homes of firms and bodies."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from lodeline.entities.known import known
from lodeline.supply.output import Evidence
from lodeline.vocabulary.places import country, country_named

EVIDENCE: Mapping[str, Evidence] = {"checked": "checked", "recalled": "recalled", "assumed": "assumed"}


@cache
def homes() -> Mapping[str, tuple[str, Evidence]]:
    """Firm or body → (alpha-3 of the state that it is run from, evidence); the longest names first."""
    text = files("lodeline.assessment").joinpath("data", "homes.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    told = {row["owner"]: (row["country"], EVIDENCE[row["evidence"]]) for row in rows}
    return dict(sorted(told.items(), key=lambda item: -len(item[0])))


def known_home(name: str) -> tuple[str, Evidence] | None:
    """The state of an owner by the list of homes, or where it is itself called by a state's name."""
    state = country_named(name)
    if state is not None:
        return state.alpha3, "checked"
    return next((home for owner, home in homes().items() if re.search(rf"(?<!\w){re.escape(owner)}(?!\w)", name)), None)


def home(names: Iterable[str]) -> str | None:
    """Alpha-3 of the state behind a party with these spellings: itself, its ministry or bank, a firm run from it.

    None where nothing tells; an organisation of many states has no home.
    """
    return next((state for name in names if (state := _home(name))), None)


@cache
def _home(name: str) -> str | None:
    body = known(name)
    state = country(body.country) if body is not None and body.country else None
    if state is not None:
        return state.alpha3
    listed = known_home(name)
    return listed[0] if listed else None
