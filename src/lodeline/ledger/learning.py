"""What the ledger learned when: every telling it ever held, from when, until when, and which entry it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lodeline.claims.claim import Reading
from lodeline.documents.document import Document, DocumentId
from lodeline.documents.stories import stories
from lodeline.ledger.book import ALWAYS, Ledger, telling
from lodeline.ledger.commitment import Entry, EntryId, Telling
from lodeline.ledger.days import position


@dataclass(frozen=True, slots=True)
class Learned:
    """A telling in the time of the ledger: it stood from `since` until before `until`, ISO times; ALWAYS: it stands."""

    telling: Telling
    since: str
    until: str = ALWAYS

    @property
    def stands(self) -> bool:
        return self.until == ALWAYS


def learned(ledger: Ledger, documents: Iterable[DocumentId] | None = None) -> tuple[Learned, ...]:
    """Every telling ever held, those that a correction or a new reading replaced among them; sorted by document."""
    asked = ledger.versions(documents)
    # Copies are told apart as they now are: each document in its last version.
    last = {version.id: version for rows in asked.values() for _, version in rows if isinstance(version, Document)}
    story = stories(last.values())
    return tuple(each for document in sorted(last) for each in _of_document(asked[document], story[document]))


def _of_document(versions: Sequence[tuple[str, Document | Reading]], story: DocumentId) -> Iterator[Learned]:
    """Rows of one document by recorded time; each stretch of time between two of them has its tellings."""
    open_since: dict[tuple[str, str | None], tuple[str, Telling]] = {}
    document: Document | None = None
    reading: Reading | None = None
    times = [recorded for recorded, _ in versions]
    for (recorded, version), following in zip(versions, [*times[1:], None], strict=True):
        if isinstance(version, Document):
            document = version
        else:
            reading = version
        if document is None or reading is None or recorded == following:
            continue
        told = [telling(document, claim, story) for claim in reading.claims]
        now = {(each.claim.id, each.published): each for each in told}
        for key in [key for key in open_since if key not in now]:
            since, before = open_since.pop(key)
            yield Learned(before, since, recorded)
        for key, each in now.items():
            open_since.setdefault(key, (recorded, each))
    yield from (Learned(each, since) for since, each in open_since.values())


def homes(entries: Iterable[Entry], every: Iterable[Learned]) -> Mapping[EntryId, tuple[Learned, ...]]:
    """Entry → all that was ever told of it, oldest publication first.

    A telling that was replaced belongs with the claims of its kind that its document tells on the same stretch now.
    """
    home = {claim.id: entry.id for entry in entries for claim in entry.claims}
    standing: dict[tuple[str, str], list[Learned]] = defaultdict(list)
    past: list[Learned] = []
    found: dict[EntryId, list[Learned]] = defaultdict(list)
    for each in every:
        claim = each.telling.claim
        if claim.id in home:
            found[home[claim.id]].append(each)
            standing[claim.document, claim.kind].append(each)
        else:
            past.append(each)
    for each in past:
        claim = each.telling.claim
        beside = standing[claim.document, claim.kind]
        for entry in {home[other.telling.claim.id] for other in beside if _overlap(each, other)}:
            found[entry].append(each)
    return {entry: tuple(sorted(inside, key=_order)) for entry, inside in found.items()}


def _overlap(one: Learned, other: Learned) -> bool:
    left, right = one.telling.claim, other.telling.claim
    return left.start < right.stop and right.start < left.stop


def _order(each: Learned) -> tuple[tuple[int, int], str, str, int, str]:
    claim = each.telling.claim
    return position(each.telling.published), each.since, claim.document, claim.start, claim.id
