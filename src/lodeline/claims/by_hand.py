"""Claims that a person types in: a TOML file that cites one source and quotes the words of each claim.

The form is that of the claims contract, with the quote in the place of the evidence. A key that the form does not have
is refused and never passed over: what was typed is recorded whole or not at all.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from io import BytesIO
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlsplit

from lodeline.claims.claim import WITHOUT_STATUS, Kind, Reading, Status
from lodeline.claims.contract import DATE, Json, problems
from lodeline.claims.files import BY_HAND, claims_of, document_of
from lodeline.documents.cleaning import decode
from lodeline.documents.document import Document
from lodeline.documents.library import Library
from lodeline.documents.sources import Failure, sources
from lodeline.errors import BadClaims
from lodeline.vocabulary.currencies import currency_codes
from lodeline.vocabulary.materials import material, materials_by_key

LEVELS = ("party document", "official", "wire", "press")
"""How good a source is as evidence, best first."""
NOT_GRADED = "not graded"
SHOWN = "`lodeline add --template` prints the form"
TOP = ("source", "claim")
SOURCE = ("url", "cite", "title", "publisher", "published", "language", "evidence", "invented")
SUM = ("value", "value_max", "qualifier")
CLAIM: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("quote", "kind", "status", "date", "period", "instrument", "action", "stage", "subject"), ()),
    **dict.fromkeys(("commodities", "assets", "places", "attributed_to"), ()),
    "parties": ("name", "role", "share", "aliases"),
    "amount": (*SUM, "currency"),
    "quantity": (*SUM, "unit", "form"),
}
"""Keys of a claim, and the keys within those that hold tables."""


def load_deal(path: Path, by: str | None = None, library: Library | None = None) -> tuple[Document, Reading]:
    """The cited source and the claims of one file; its text are the quotes, a paragraph each.

    `by` is who typed it. Raises BadClaims with all problems at once, and the errors of reading a file.
    """
    (found,) = sources((str(path),), BytesIO())
    if isinstance(found, Failure):
        raise found.error
    held = _parsed(decode(found.raw, found.where), found.where)
    if wrong := tuple(_problems(held)):
        raise BadClaims(found.where, (*wrong, SHOWN))
    cited, claims = held["source"], held["claim"]
    text = "\n\n".join(dict.fromkeys(claim["quote"].strip() for claim in claims))
    head = {**cited, "title": cited.get("title") or cited.get("cite"), "text": text}
    document = document_of(found, head, library, by)
    entries = [_entry(claim, cited.get("evidence", NOT_GRADED)) for claim in claims]
    return document, Reading(document.id, claims_of(entries, document, found.where))


def _parsed(text: str, where: str) -> Json:
    try:
        held = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise BadClaims(where, (f"broken TOML: {error}", SHOWN)) from error
    return {key: _plain(value) for key, value in held.items()}


def _plain(value: Any) -> Any:
    """Dates of TOML as ISO days: 2031-05-08 may stand with quotes or without."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.isoformat()[:10] if isinstance(value, date) else value


def _entry(claim: Json, level: str) -> Json:
    """The claim in the form of the contract."""
    slots = {key: value for key, value in claim.items() if key != "quote"}
    return {**slots, "evidence": claim["quote"].strip(), "rule": level, "reader": BY_HAND}


# --- problems: each begins with the key -------------------------------------------------------------------------------


def _problems(held: Json) -> Iterator[str]:
    yield from _unknown("", held, TOP)
    yield from _source(held.get("source"))
    claims = held.get("claim")
    if not isinstance(claims, list) or not claims:
        yield "claim: none; write at least one [[claim]] with two brackets"
        return
    for number, claim in enumerate(claims, 1):
        yield from (f"[[claim]] {number}: {problem}" for problem in _claim(claim))


def _source(held: Any) -> Iterator[str]:
    if not isinstance(held, dict):
        yield "source: missing; write a table [source] with url or cite"
        return
    yield from (f"[source] {problem}" for problem in _unknown("", held, SOURCE))
    for key, value in held.items():
        if key in SOURCE and key != "invented" and not (isinstance(value, str) and value.strip()):
            yield f"[source] {key}: met {value!r}; write words between quotes"
    url, published = held.get("url"), held.get("published")
    if url is None and held.get("cite") is None:
        yield "[source] url: missing; give the address, or in cite the paper, number and page"
    if isinstance(url, str) and not (urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname):
        yield f"[source] url: {url!r} is no address; write it from https:// on, or use cite"
    if isinstance(published, str) and not DATE.fullmatch(published):
        yield f"[source] published: {published!r} is not a date; write 2031-05-09, 2031-05 or 2031"
    if "evidence" in held and held["evidence"] not in LEVELS:
        yield f"[source] evidence: met {held['evidence']!r}; use one of {', '.join(LEVELS)}"


def _claim(claim: Any) -> Iterator[str]:
    if not isinstance(claim, dict):
        yield f"met {claim!r}; write a table of keys"
        return
    yield from _unknown("", claim, CLAIM)
    for key, inside in CLAIM.items():
        held = claim.get(key)
        for table in held if isinstance(held, list) else [held]:
            yield from _unknown(f"{key}.", table, inside) if isinstance(table, dict) else ()
    if not isinstance(claim.get("quote"), str) or not claim["quote"].strip():
        yield "quote: missing; copy the words of the source that state it"
    yield from _listed(claim)
    if claim.get("kind") in get_args(Kind):
        yield from (problem for problem in problems(claim) if not problem.startswith("status"))
    yield from _words_of_the_vocabulary(claim)


def _listed(claim: Json) -> Iterator[str]:
    """Keys whose value is one of a few."""
    kinds, statuses = get_args(Kind), get_args(Status)
    if claim.get("kind") not in kinds:
        yield f"kind: met {claim.get('kind')!r}; use one of {', '.join(kinds)}"
    elif claim["kind"] not in WITHOUT_STATUS and claim.get("status") not in statuses:
        yield f"status: met {claim.get('status')!r}; use one of {', '.join(statuses)}"


def _words_of_the_vocabulary(claim: Json) -> Iterator[str]:
    minerals = claim.get("commodities")
    for name in minerals if isinstance(minerals, list) else ():
        if isinstance(name, str) and material(name) is None:
            yield f"commodities: {name!r} is not known{_meant(name, materials_by_key())}"
    currency = claim["amount"].get("currency") if isinstance(claim.get("amount"), dict) else None
    if isinstance(currency, str) and currency not in currency_codes():
        yield f"amount.currency: {currency!r} is not known; write the code, as USD, or leave it out"


def _unknown(within: str, held: Json, known: Iterable[str]) -> Iterator[str]:
    names = tuple(known)
    for key in held:
        if key not in names:
            yield f"{within}{key}: no such key{_meant(key, names)}"


def _meant(word: str, known: Iterable[str]) -> str:
    names = tuple(known)
    near = get_close_matches(word.casefold(), names, 1)
    return f"; did you mean {near[0]}?" if near else f"; use one of {', '.join(names[:20])}"
