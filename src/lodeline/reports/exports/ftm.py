"""The ledger as FollowTheMoney entities, one JSON object a line, for Aleph, OpenAleph and OpenSanctions tools.

Our own writer (the library would weigh more than Lodeline); CI runs the real `ftm validate` over it, which must drop
nothing. Commitments are Projects, measures and meetings Events, voices and figures Notes; parties in a role are
ProjectParticipants; texts are Articles without their body, and each quote is a Documentation. Positions of persons are
their institutions: persons are never profiled. What the model has no place for (bindingness, two times, the kind of a
sum) stands in `notes`. Schema: https://followthemoney.tech, version 4.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from lodeline.documents.document import Document
from lodeline.entities.known import known
from lodeline.ledger.commitment import Entry, EntryId, PartyEntry
from lodeline.ledger.views import clip, number
from lodeline.reports.exports.spreadsheet import amount_words
from lodeline.reports.quoting import one_line, safe_url

Json = dict[str, Any]
SCHEMA = {"commitments": "Project", "measures": "Event", "events": "Event", "figures": "Note", "voices": "Note"}
PUBLIC = frozenset({"state", "ministry"})
LANGUAGES = {"ru": "rus", "en": "eng", "kk": "kaz"}


def ftm(entries: Iterable[Entry], documents: Iterable[Document]) -> bytes:
    """All entities as UTF-8 lines sorted by id; each id is a hash of the ledger's own key."""
    told = tuple(entries)
    made = [*(each for entry in told for each in _of_entry(entry)), *map(_article, documents)]
    once = {each["id"]: each for each in [*_parties(told), *made]}
    return "".join(f"{json.dumps(once[key], ensure_ascii=False, sort_keys=True)}\n" for key in sorted(once)).encode()


def _id(kind: str, *parts: object) -> str:
    return "lodeline-" + hashlib.sha256("\n".join([kind, *map(str, parts)]).encode()).hexdigest()[:24]


def _entity(key: str, schema: str, **properties: Iterable[str | None]) -> Json:
    """Values in order, each once; properties without a value are left out."""
    kept = {name: list(dict.fromkeys(value for value in values if value)) for name, values in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _parties(entries: Iterable[Entry]) -> Iterator[Json]:
    """Each party once, with all its names: the first by alphabet is the name."""
    met: dict[str, list[PartyEntry]] = {}
    for entry in entries:
        for party in entry.parties:
            met.setdefault(party.entity, []).append(party)
    for key, several in met.items():
        name = min(party.name for party in several)
        body = known(name)
        if body is not None and body.kind == "person":
            continue
        schema = "PublicBody" if body is not None and body.kind in PUBLIC else "LegalEntity"
        country = body.country.lower() if body is not None and body.country else None
        aliases = sorted({spelling for party in several for spelling in party.names} - {name})
        yield _entity(_id("party", key), schema, name=[name], alias=aliases, country=[country])


def _of_entry(entry: Entry) -> Iterator[Json]:
    schema = SCHEMA[entry.book]
    key = _id("entry", entry.id)
    quotes = [each.quote for each in entry.evidence]
    common: dict[str, Iterable[str | None]] = {
        "name": [one_line(entry.title)],
        "notes": [*_notes(entry), *(["INVENTED sample"] if any(each.invented for each in entry.evidence) else [])],
        "keywords": entry.commodities,
        "country": [place.lower() for place in entry.places if len(place) == 2],
    }
    if schema == "Project":
        yield _entity(key, schema, **common, **_project(entry))
    elif schema == "Event":
        involved = [_id("party", party.entity) for party in entry.parties if not _is_person(party)]
        yield _entity(key, schema, **common, date=[entry.date], involved=involved)
    else:
        yield _entity(key, schema, **common, description=[clip(quote) for quote in quotes[:1]])
    if schema == "Project":
        yield from (_participant(entry.id, party) for party in entry.parties if not _is_person(party))
    yield from _documentations(entry)


def _is_person(party: PartyEntry) -> bool:
    body = known(party.name)
    return body is not None and body.kind == "person"


def _project(entry: Entry) -> Json:
    """The sum that counts, the stage as the phase, the newest rung told as the status."""
    counted = next((each.money for each in entry.amounts if each.counts), None)
    return {
        "projectId": [entry.id],
        "phase": [entry.stage],
        "status": [point.status for point in entry.status_history[-1:]],
        "startDate": [entry.date],
        "amount": [] if counted is None else [str(number(counted.value))],
        "currency": [] if counted is None else [counted.currency],
    }


def _notes(entry: Entry) -> Iterator[str]:
    """What FollowTheMoney has no property for."""
    yield f"kind: {entry.kind}"
    if entry.bindingness:
        yield f"bindingness: {entry.bindingness}"
    if entry.assets:
        yield f"assets: {', '.join(entry.assets)}"
    for each in entry.amounts:
        yield f"money: {amount_words(each)} ({'in totals' if each.counts else 'not in totals'})"
    for conflict in entry.conflicts:
        yield f"sources disagree on {conflict.slot}: {'; '.join(value for value, _ in conflict.values)}"


def _participant(entry: EntryId, party: PartyEntry) -> Json:
    share = None if party.share is None else f"holds {number(party.share)} %"
    key = _id("participant", entry, party.entity, party.role)
    project, participant = [_id("entry", entry)], [_id("party", party.entity)]
    return _entity(
        key, "ProjectParticipant", project=project, participant=participant, role=[party.role], summary=[share]
    )


def _documentations(entry: Entry) -> Iterator[Json]:
    for each in entry.evidence:
        yield _entity(
            _id("quote", entry.id, each.document, each.start, each.stop, each.claim),
            "Documentation",
            document=[_id("text", each.document)],
            entity=[_id("entry", entry.id)],
            role=["evidence"],
            date=[each.published],
            summary=[clip(each.quote)],
        )


def _article(document: Document) -> Json:
    """A text by its title, address and hash; its body stays private."""
    return _entity(
        _id("text", document.id),
        "Article",
        name=[one_line(document.title or document.name)],
        title=[one_line(document.title)] if document.title else [],
        fileName=[one_line(document.name)],
        contentHash=[document.raw_sha256],
        publisher=[document.publisher],
        sourceUrl=[safe_url(document.url)],
        publishedAt=[document.published.date],
        language=[LANGUAGES.get(document.language)],
    )
