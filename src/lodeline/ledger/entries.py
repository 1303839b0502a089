"""A group of claims as one entry of a book: every value derived from all of them, in any order."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from lodeline.claims.claim import ROLES, Claim
from lodeline.ledger.amounts import amount_entries
from lodeline.ledger.commitment import Entry, EntryId, Evidence, PartyEntry, Stage, Telling
from lodeline.ledger.conflicts import Settled, conflicts, denied_details
from lodeline.ledger.days import days, position
from lodeline.ledger.merging import Group
from lodeline.ledger.parties import Names, Side, promising
from lodeline.ledger.stages import BOOKS, bindingness, conditions, current_stage, rung, status_history
from lodeline.vocabulary.quantities import Quantity

KIND_ORDER = ("joint_venture", "acquisition", "financing", "project", "investment", "supply", "accession", "agreement")
"""Where one promise is told under kindred kinds, the first of these names the entry: the most telling form."""


def entry(group: Group, names: Names) -> Entry:
    """One entry without links: those need the other entries."""
    tellings = tuple(sorted(group.tellings, key=by_publication))
    claims = tuple(telling.claim for telling in tellings)
    kind = _kind(claims)
    details = denied_details(tellings, names)
    history = status_history([telling for telling in tellings if telling.claim.id not in details])
    book = BOOKS[kind]
    stage = current_stage(history) if book == "commitments" else None
    settled = Settled(
        tellings=tellings,
        parties=_parties(tellings, kind, names),
        stage=stage,
        bindingness=bindingness(tellings) if book == "commitments" else None,
        date=_date(tellings, stage),
        denied_details=details,
        names=names,
    )
    return Entry(
        id=_entry_id(tellings),
        book=book,
        kind=kind,
        title=_title(kind, settled, claims),
        claims=claims,
        stage=settled.stage,
        bindingness=settled.bindingness,
        status_history=history,
        parties=settled.parties,
        amounts=amount_entries(tellings, stage),
        quantities=_quantities(settled.sound),
        commodities=_union(claim.commodities for claim in claims),
        assets=_union(claim.assets for claim in claims),
        places=_union(claim.places for claim in claims),
        date=settled.date,
        conditions=conditions(tellings) if book == "commitments" else (),
        conflicts=conflicts(settled),
        links=(),
        sources=tuple(dict.fromkeys(claim.document for claim in claims)),
        evidence=_evidence(tellings),
        why=group.why,
        stories=len({telling.story or telling.claim.document for telling in tellings}),
    )


def by_publication(telling: Telling) -> tuple[tuple[int, int], str, int, str]:
    """Oldest publication first; unknown dates before all."""
    claim = telling.claim
    return position(telling.published), claim.document, claim.start, claim.id


def _entry_id(tellings: Sequence[Telling]) -> EntryId:
    """Hash of the claim that was published first: later evidence joins the entry without renaming it."""
    return EntryId(hashlib.sha256(f"entry {tellings[0].claim.id}".encode()).hexdigest()[:16])


def _kind(claims: Sequence[Claim]) -> str:
    kinds = {claim.kind for claim in claims if claim.status != "denied"} or {claim.kind for claim in claims}
    return next((kind for kind in KIND_ORDER if kind in kinds), min(kinds))


def _union(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({value for several in values for value in several}))


def _sound(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Tellings that do not deny, or all where everything is denied."""
    return tuple(t for t in tellings if t.claim.status != "denied") or tuple(tellings)


Told = tuple[Side, Telling]
"""A party of a claim, and the telling of that claim."""

# --- parties -----------------------------------------------------------------------------------------------------


def _parties(tellings: Sequence[Telling], kind: str, names: Names) -> tuple[PartyEntry, ...]:
    """Each party once, however many names it is told under; what is only denied adds no party."""
    told = [(side, telling) for telling in _sound(tellings) for side in promising(telling.claim, names)]
    clusters = list(_clusters(told))
    own_keys = [{side.key for side, _ in inside} for inside in clusters]
    strangers = [frozenset().union(*own_keys[:i], *own_keys[i + 1 :]) for i in range(len(clusters))]
    return tuple(
        _party_entry(inside, kind, _spellings(inside, others, names))
        for inside, others in zip(clusters, strangers, strict=True)
    )


def _spellings(told: Sequence[Told], strangers: frozenset[str], names: Names) -> tuple[str, ...]:
    """Names and aliases of one party, without those under which the entry tells another."""
    met = {spelling for side, _ in told for spelling in (side.party.name, *side.party.aliases)}
    return tuple(sorted(spelling for spelling in met if names.key(spelling) not in strangers))


def _clusters(told: Sequence[Told]) -> Iterator[list[Told]]:
    """By key first, then a key joins the party that lists it as an alias: the most told party first, then by key.

    They come in the order in which the oldest text tells them.
    """
    by_key: dict[str, list[Told]] = defaultdict(list)
    for side, telling in told:
        by_key[side.key].append((side, telling))
    clusters: dict[str, list[Told]] = {}
    for key in sorted(by_key, key=lambda key: (-len(by_key[key]), key)):
        home = next((k for k, inside in clusters.items() if _one_party(by_key[key], inside)), key)
        clusters.setdefault(home, []).extend(by_key[key])
    order = {id(side): index for index, (side, _) in enumerate(told)}
    yield from sorted(clusters.values(), key=lambda inside: min(order[id(side)] for side, _ in inside))


def _one_party(ours: Sequence[Told], theirs: Sequence[Told]) -> bool:
    """A name listed as an alias of the other, and never a party beside it in one claim."""
    beside = {telling.claim.id for _, telling in ours} & {telling.claim.id for _, telling in theirs}
    return not beside and any(a.same(b) for a, _ in ours for b, _ in theirs)


def _party_entry(told: Sequence[Told], kind: str, spellings: tuple[str, ...]) -> PartyEntry:
    named = Counter(side.party.name for side, _ in told)
    name = min(named, key=lambda each: (-named[each], each))
    return PartyEntry(
        entity=min(side.key for side, _ in told if side.party.name == name),
        name=name,
        role=_role(told, kind),
        share=_share(told),
        names=spellings,
    )


def _role(told: Sequence[Told], kind: str) -> str:
    """The role most told that the entry's kind knows; a signatory or investor in a venture is a partner."""
    roles = Counter(side.role for side, _ in told)
    known = ROLES.get(kind, frozenset())
    fitting = {role: count for role, count in roles.items() if role in known} or dict(roles)
    role = min(fitting, key=lambda each: (-fitting[each], each))
    return "partner" if kind == "joint_venture" and role in ("signatory", "investor", "acquirer") else role


def _share(told: Sequence[Told]) -> Decimal | None:
    """The stake last told; None where nobody tells one."""
    with_share = [(by_publication(t), side.party.share) for side, t in told if side.party.share is not None]
    return max(with_share, key=lambda pair: pair[0])[1] if with_share else None


# --- the rest ----------------------------------------------------------------------------------------------------


def _date(tellings: Sequence[Telling], stage: Stage | None) -> str | None:
    """When the shown rung was reached, as told: the most precise of the days, then the earliest; None where untold."""
    told = [t.claim for t in _sound(tellings) if t.claim.date is not None]
    dates = [claim.date for claim in told if stage is None or (claim.status and rung(claim).stage == stage)]
    known = [date for date in dates if date is not None and days(date) is not None]
    return min(known, key=lambda date: (-len(date), position(date), date), default=None)


def _quantities(tellings: Sequence[Telling]) -> tuple[Quantity, ...]:
    told = {t.claim.quantity for t in tellings if t.claim.quantity is not None}
    return tuple(sorted(told, key=lambda q: (q.unit, q.value, q.form or "", q.qualifier, q.value_max or q.value)))


def _evidence(tellings: Sequence[Telling]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(quote for telling in tellings for quote in telling.quotes))


def _title(kind: str, settled: Settled, claims: Sequence[Claim]) -> str:
    """`joint venture: A, B; tungsten`: for people, never a key."""
    parties = ", ".join(party.name for party in settled.parties[:4] if party.role != "witness")
    subject = next((claim.subject.strip(" ,;:—–") for claim in claims if claim.subject), None)
    assets = ", ".join(_assets_named(settled, claims)[:2])
    commodities = ", ".join(_union(claim.commodities for claim in claims)[:3])
    what = (parties, assets or commodities, None if assets else subject, _figure(kind, claims))
    said = [part for part in what if part]
    return f"{kind.replace('_', ' ')}: {'; '.join(said)}" if said else kind.replace("_", " ")


def _assets_named(settled: Settled, claims: Sequence[Claim]) -> list[str]:
    """Each asset once, under the name that most claims give it, whatever its spellings."""
    told = Counter(asset for claim in claims for asset in claim.assets)
    by_key = {
        settled.names.asset_key(asset): asset
        for asset in sorted(told, key=lambda each: (told[each], each.isascii(), each))
    }
    return sorted(by_key.values())


def _figure(kind: str, claims: Sequence[Claim]) -> str | None:
    """What tells entries of one kind apart where parties and mineral do not: an act of trade, a share, an output."""
    last = claims[-1]
    if kind == "restriction":
        return " ".join(word.replace("_", " ") for word in (last.action, last.instrument) if word) or None
    if kind not in ("share", "resource", "supply") or last.quantity is None:
        return None
    figure = f"{last.quantity.value.normalize():f} {last.quantity.unit}"
    return f"{figure} of {last.stage}" if kind == "share" and last.stage else figure
