"""The ledger on a map, as GeoJSON (RFC 7946): one feature an entry and place, with how exact the place is.

A point is that of a mine or plant in the projects table, else of a city that the text names, else of the capital of a
state that it names: `precision` says which, and a map should not draw the last as if it were a site. An entry without
any of them has no geometry, and is there all the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lodeline.assessment.matching import match
from lodeline.ledger.commitment import Entry
from lodeline.ledger.views import entry_json
from lodeline.vocabulary.places import city_named, country, country_named


@dataclass(frozen=True, slots=True)
class Point:
    """A place in degrees, WGS 84. `precision`: that of the projects table (exact, area, district…), city or state."""

    name: str
    latitude: float
    longitude: float
    precision: str
    why: str


def geojson(entries: Iterable[Entry]) -> bytes:
    """A feature collection as UTF-8, sorted by entry."""
    features = [feature for entry in sorted(entries, key=lambda each: each.id) for feature in _features(entry)]
    note = "Points of states are their capitals. Borders are not part of this file."
    told = {"type": "FeatureCollection", "features": features, "note": note}
    return (json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def points(entry: Entry) -> tuple[Point, ...]:
    """Where an entry lies, by the most exact thing that is known; empty where nothing is."""
    return tuple(_of_projects(entry)) or tuple(_of_cities(entry)) or tuple(_of_states(entry))


def _of_projects(entry: Entry) -> Iterator[Point]:
    found = match(entry)
    for project in found.projects:
        if project.latitude is not None and project.longitude is not None:
            yield Point(project.name, project.latitude, project.longitude, project.precision, found.why)


def _of_cities(entry: Entry) -> Iterator[Point]:
    for name in entry.places:
        place = city_named(name)
        if place and place.latitude is not None and place.longitude is not None:
            yield Point(place.name, place.latitude, place.longitude, "city", "named in the text")


def _of_states(entry: Entry) -> Iterator[Point]:
    for name in entry.places:
        state = country(name) or country_named(name)
        capital = next((city for each in state.capitals_en if (city := city_named(each))), None) if state else None
        if state and capital and capital.latitude is not None and capital.longitude is not None:
            why = f"drawn at {capital.name}, its capital"
            yield Point(state.names_en[0], capital.latitude, capital.longitude, "state", why)


def _features(entry: Entry) -> Iterator[dict[str, Any]]:
    found = points(entry)
    for at in found:
        geometry = {"type": "Point", "coordinates": [at.longitude, at.latitude]}
        place = {"place": at.name, "precision": at.precision, "why": at.why}
        yield {"type": "Feature", "geometry": geometry, "properties": {**_told(entry), **place}}
    if not found:
        nowhere = {"place": None, "precision": None, "why": "no place of it is known"}
        yield {"type": "Feature", "geometry": None, "properties": {**_told(entry), **nowhere}}


KEPT = ("id", "book", "kind", "title", "stage", "bindingness", "date", "commodities", "assets")
"""What of the stable form of an entry a map needs."""


def _told(entry: Entry) -> dict[str, Any]:
    told = entry_json(entry)
    return {
        **{key: told[key] for key in KEPT},
        "states": sorted({state.alpha2 for name in entry.places if (state := country(name) or country_named(name))}),
        "invented": any(each.invented for each in entry.evidence),
    }
