"""Claims in files: the form of docs/reference/claims.md, read from files of others and written for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from lodeline.claims.claim import Claim, ClaimId, Party, Reading, Support
from lodeline.claims.confidence import tier_of
from lodeline.claims.contract import Json, is_span, name_of, problems
from lodeline.claims.identity import claim_id
from lodeline.documents.cleaning import decode, freeze
from lodeline.documents.document import Document
from lodeline.documents.isolation import PageCleaner
from lodeline.documents.items import item_of, parse
from lodeline.documents.library import Library, sha256
from lodeline.documents.loading import Loader, Raw
from lodeline.documents.sources import Failure, Source, sources
from lodeline.errors import BadClaims, LodelineError
from lodeline.vocabulary.quantities import Money, Quantity

READER = "file"
BY_HAND = "typed by hand"
"""Reader of claims that a person typed in (claims.by_hand)."""
RULE = "given"
Number = int | float


def load_claims(path: Path, library: Library | None = None) -> tuple[Document, Reading]:
    """The document and the claims of one file; BadClaims tells all its problems at once."""
    (source,) = sources((str(path),), BytesIO())
    if isinstance(source, Failure):
        raise source.error
    held = parse(decode(source.raw, source.where), source.where)
    if not isinstance(held, dict) or not isinstance(held.get("claims"), list):
        raise BadClaims(str(path), ('it must be an object with a list "claims"',))
    document = document_of(source, held, library)
    return document, Reading(document.id, claims_of(held["claims"], document, str(path)))


def claim_files(paths: Iterable[str], library: Library | None = None) -> Iterator[tuple[Document, Reading] | Failure]:
    """Every claim file behind the paths (folders: `*.json`, sorted); a bad one stops no other."""
    for path in paths:
        folder = Path(path)
        for file in sorted(folder.rglob("*.json")) if folder.is_dir() else [folder]:
            try:
                yield load_claims(file, library)
            except LodelineError as error:
                yield Failure(str(file), error)


def document_of(source: Source, held: Json, library: Library | None, typed_by: str | None = None) -> Document:
    """The text of the file itself, or of its `text_file`, which is then the same document as when read alone."""
    told = held.get("text_file")
    if isinstance(told, str) and "text" not in held:
        (text_source,) = sources((str(Path(source.where).parent / told),), BytesIO())
        if isinstance(text_source, Failure):
            raise text_source.error
        held = {**held, "text": decode(text_source.raw, text_source.where)}
        source = replace(text_source, stem=source.stem)
    item = item_of(source, held, source.where)
    if isinstance(item, Failure):
        raise item.error
    raw_sha256 = library.keep(source.raw) if library else sha256(source.raw)
    with PageCleaner() as pages:
        return replace(Loader(None, pages).document(Raw(item, source.where, raw_sha256)), typed_by=typed_by)


def claims_of(entries: list[Any], document: Document, where: str) -> tuple[Claim, ...]:
    """The claims in order of the text; BadClaims tells all that breaks the contract."""
    bad = [f"claim {_label(entry, n)}: {problem}" for n, entry in enumerate(entries, 1) for problem in problems(entry)]
    bad += [
        f"claim {_label(entry, n)}: its evidence is not in the text"
        for n, entry in enumerate(entries, 1)
        if isinstance(entry, dict) and _span(entry, document.text) is None
    ]
    if bad:
        raise BadClaims(where, tuple(bad))
    return tuple(sorted((_claim(entry, document) for entry in entries), key=lambda claim: (claim.start, claim.stop)))


def _label(entry: Any, number: int) -> str:
    return str(entry.get("id") or number) if isinstance(entry, dict) else str(number)


def _span(entry: Json, text: str) -> tuple[int, int] | None:
    """Where the evidence stands: at the told span if it is there, else where the text has it first."""
    evidence = entry.get("evidence")
    if not isinstance(evidence, str) or not evidence.strip():
        return None
    evidence = freeze(evidence)
    told = entry.get("span")
    if is_span(told) and text[told[0] : told[1]] == evidence:
        return told[0], told[1]
    start = text.find(evidence)
    return None if start < 0 else (start, start + len(evidence))


def _claim(entry: Json, document: Document) -> Claim:
    """A claim of an entry that keeps the contract."""
    start, stop = _span(entry, document.text) or (0, 0)
    claim = Claim(
        id=ClaimId(""),
        document=document.id,
        kind=entry["kind"],
        start=start,
        stop=stop,
        evidence=document.text[start:stop],
        status=entry.get("status"),
        parties=tuple(_party(party) for party in entry.get("parties") or ()),
        commodities=tuple(entry.get("commodities") or ()),
        assets=_names(entry.get("assets")),
        places=tuple(entry.get("places") or ()),
        amount=_money(entry.get("amount")),
        quantity=_quantity(entry.get("quantity")),
        instrument=entry.get("instrument"),
        action=entry.get("action"),
        stage=entry.get("stage"),
        date=None if entry.get("date") is None else str(entry["date"]),
        period=entry.get("period"),
        subject=entry.get("subject"),
        attributed_to=_names(entry.get("attributed_to")),
        confidence=float(entry.get("confidence") or 1.0),
        rule=str(entry.get("rule", RULE)),
        reader=str(entry.get("reader", READER)),
        support={slot: _support(held) for slot, held in (entry.get("support") or {}).items()},
        also=_spans(entry.get("also")),
    )
    return replace(claim, id=claim_id(claim))


def _names(value: Any) -> tuple[str, ...]:
    entries = value if isinstance(value, list) else [] if value is None else [value]
    return tuple(name_of(entry) for entry in entries)


def _party(held: Json) -> Party:
    return Party(held["name"], held["role"], _decimal(held.get("share")), tuple(held.get("aliases") or ()))


def _money(held: Json | None) -> Money | None:
    if held is None:
        return None
    value, value_max = Decimal(str(held["value"])), _decimal(held.get("value_max"))
    return Money(_whole(value), held.get("currency"), held.get("qualifier", "exact"), value_max)


def _quantity(held: Json | None) -> Quantity | None:
    if held is None:
        return None
    value, value_max = Decimal(str(held["value"])), _decimal(held.get("value_max"))
    return Quantity(_whole(value), held["unit"], held.get("qualifier", "exact"), value_max, held.get("form"))


def _decimal(value: Number | None) -> Decimal | None:
    return None if value is None else _whole(Decimal(str(value)))


def _whole(value: Decimal) -> Decimal:
    """1.1e9 and 1100000000.0 as 1100000000: one number has one form."""
    return Decimal(format(value.normalize(), "f"))


def _support(held: Any) -> Support:
    if isinstance(held, dict):
        return Support(_spans(held.get("spans")), held.get("rule"))
    return Support(_spans(held))


def _spans(held: Any) -> tuple[tuple[int, int], ...]:
    return tuple((int(start), int(stop)) for start, stop in held or ())


def dump(document: Document, reading: Reading) -> Json:
    """The document and its claims in the form of the contract, with plain numbers; what is not known is left out."""
    head: Json = {
        "id": document.name,
        "language": document.language,
        "published": document.published.date,
        "published_how": f"{document.published.origin}: {document.published.reason}",
        "url": document.url,
        "title": document.title,
        "publisher": document.publisher,
        "invented": document.invented or None,
        "text": document.text,
    }
    return {**_known(head), "claims": [claim_json(claim) for claim in reading.claims]}


def claim_json(claim: Claim) -> Json:
    """One claim in the form of the contract, with its span, confidence, supports and the rule that made it."""
    slots: Json = {
        "id": claim.id,
        "kind": claim.kind,
        "status": claim.status,
        "parties": [_party_json(party) for party in claim.parties],
        "commodities": list(claim.commodities),
        "assets": list(claim.assets),
        "places": list(claim.places),
        "amount": _money_json(claim.amount),
        "quantity": _quantity_json(claim.quantity),
        "instrument": claim.instrument,
        "action": claim.action,
        "stage": claim.stage,
        "date": claim.date,
        "period": claim.period,
        "subject": claim.subject,
        "attributed_to": list(claim.attributed_to),
        "evidence": claim.evidence,
        "span": [claim.start, claim.stop],
        "also": [list(span) for span in claim.also],
        "confidence": claim.confidence,
        "tier": tier_of(claim.confidence) if claim.reader != READER else None,
        "rule": claim.rule,
        "reader": claim.reader,
        "support": {slot: _support_json(support) for slot, support in claim.support.items()},
        "slot_confidence": {slot: sure for slot, s in claim.support.items() if (sure := s.confidence) is not None},
    }
    return _known(slots)


def _known(slots: Mapping[str, Any]) -> Json:
    return {slot: value for slot, value in slots.items() if value is not None and value != [] and value != {}}


def _party_json(party: Party) -> Json:
    share = None if party.share is None else plain(party.share)
    return _known({"name": party.name, "role": party.role, "share": share, "aliases": list(party.aliases)})


def _money_json(money: Money | None) -> Json | None:
    if money is None:
        return None
    ends = {} if money.value_max is None else {"value_max": plain(money.value_max)}
    return {"value": plain(money.value), **ends, "currency": money.currency, "qualifier": money.qualifier}


def _quantity_json(quantity: Quantity | None) -> Json | None:
    if quantity is None:
        return None
    ends = {} if quantity.value_max is None else {"value_max": plain(quantity.value_max)}
    form = {} if quantity.form is None else {"form": quantity.form}
    return {"value": plain(quantity.value), **ends, "unit": quantity.unit, "qualifier": quantity.qualifier, **form}


def _support_json(support: Support) -> Any:
    spans = [list(span) for span in support.spans]
    if support.rule is None:
        return spans
    return {"rule": support.rule, "spans": spans} if spans else {"rule": support.rule}


def plain(value: Decimal) -> Number:
    """A Decimal as a JSON number: whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)
