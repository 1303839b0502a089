"""What the contract for claims allows: every problem of a claim from a file, in words, before any claim is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeGuard, get_args

from lodeline.claims.claim import ROLES, WITHOUT_STATUS, Kind, Status
from lodeline.vocabulary.quantities import Qualifier

Json = dict[str, Any]

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
PLACE = re.compile(r"[A-Z]{2}")
WORDS = ("instrument", "action", "stage", "period", "subject")
LISTS = ("commodities", "places")
NAMED = ("assets", "attributed_to")


def problems(entry: Any) -> Iterator[str]:
    """Everything in one claim that breaks the contract; nothing where it may be used."""
    if not isinstance(entry, dict):
        yield f"met {type(entry).__name__} instead of an object"
        return
    if entry.get("kind") not in get_args(Kind):
        yield f"kind {entry.get('kind')!r} is not one of the fourteen"
        return
    yield from _status(entry)
    yield from _parties(entry)
    yield from _sum(entry, "amount", "currency")
    yield from _sum(entry, "quantity", "unit")
    yield from _plain_slots(entry)
    yield from _marks(entry)


def _status(entry: Json) -> Iterator[str]:
    status = entry.get("status")
    if entry["kind"] in WITHOUT_STATUS:
        if status is not None:
            yield f"a {entry['kind']} has no status"
    elif status not in get_args(Status):
        yield f"status {status!r} is not on the ladder"


def _parties(entry: Json) -> Iterator[str]:
    roles = ROLES[entry["kind"]]
    for party in _list(entry, "parties"):
        if not isinstance(party, dict) or not _is_word(party.get("name")):
            yield "a party without a name"
        elif party.get("role") not in roles:
            yield f"role {party.get('role')!r} of {party['name']} is not one of {', '.join(sorted(roles))}"
        elif not (party.get("share") is None or (_is_number(party["share"]) and 0 <= party["share"] <= 100)):
            yield f"share {party['share']!r} of {party['name']} is no percent"


def _sum(entry: Json, slot: str, unit: str) -> Iterator[str]:
    value = entry.get(slot)
    if value is None:
        return
    if not isinstance(value, dict) or not _is_number(value.get("value")):
        yield f"{slot} needs a number as its value"
    elif not (value.get("value_max") is None or _is_number(value["value_max"])):
        yield f"{slot}: value_max {value['value_max']!r} is no number"
    elif value.get("qualifier", "exact") not in get_args(Qualifier):
        yield f"{slot}: qualifier {value['qualifier']!r} is not one of {', '.join(get_args(Qualifier))}"
    elif not (_is_word(value.get(unit)) or (unit == "currency" and value.get(unit) is None)):
        yield f"{slot} needs a {unit}"


def _plain_slots(entry: Json) -> Iterator[str]:
    for slot in LISTS:
        if not all(_is_word(value) for value in _list(entry, slot)):
            yield f"{slot} must be a list of words"
    for slot in NAMED:
        if not all(name_of(value) for value in _list(entry, slot)):
            yield f"{slot} must be a list of names"
    if not all(PLACE.fullmatch(place) for place in _list(entry, "places") if isinstance(place, str)):
        yield "places must be two-letter codes of countries"
    for slot in WORDS:
        if entry.get(slot) is not None and not _is_word(entry[slot]):
            yield f"{slot} must be a word"
    if entry.get("date") is not None and not DATE.fullmatch(str(entry["date"])):
        yield f"date {entry['date']!r} is not an ISO day, month or year"


def _marks(entry: Json) -> Iterator[str]:
    """Where slots stand: `support`, `also` and `confidence`, which other readers may write."""
    support = entry.get("support")
    held = support.values() if isinstance(support, dict) else () if support is None else (0,)
    spans = [value.get("spans") if isinstance(value, dict) else value for value in held]
    if not all(value is None or _are_spans(value) for value in (*spans, entry.get("also"))):
        yield "support and also must hold pairs of [start, stop]"
    if entry.get("confidence") is not None and not _is_number(entry["confidence"]):
        yield "confidence must be a number"


def _are_spans(value: Any) -> bool:
    return isinstance(value, list) and all(is_span(span) for span in value)


def is_span(value: Any) -> TypeGuard[list[int]]:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(end, int) and end >= 0 for end in value)


def _list(entry: Json, slot: str) -> list[Any]:
    """The slot as a list; a single word may stand for a list of one."""
    value = entry.get(slot)
    return value if isinstance(value, list) else [] if value is None else [value]


def name_of(value: Any) -> str:
    """The name of an asset or speaker told as a word or as {"name", "aliases"}; '' where it has none."""
    name = value.get("name") if isinstance(value, dict) else value
    return name.strip() if isinstance(name, str) else ""


def _is_word(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_number(value: Any) -> bool:
    return (
        isinstance(value, int | float) and not isinstance(value, bool) and value == value and abs(value) != float("inf")
    )
