"""Copies of one wire story: texts that share most of their word triples and came out within days of each other.

A newspaper that prints an agency's report with a word changed here and a paragraph cut there is no second witness.
Triples of words survive such edits; texts on the same event by other hands share few of them. Each text is set beside
its next neighbours under every triple, so the work grows with the length of the texts and not with their pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING
from zlib import crc32

from lodeline.documents.document import Document, DocumentId

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Triples = NDArray[np.uint64]

WORD = re.compile(r"[^\W_]+")
SHARED = 0.45
"""Part of the shorter text's triples that a copy shares: with 15 % of the words changed .61 are left (.85 cubed), and
that is a mean."""
PARTS = 4
LEAST = 0.25
"""Part of the triples of each quarter of the shorter text that a copy shares."""
PART = 0.33
"""A text shorter than this part of another is an item inside it (a digest, a live page) and no copy of it."""
FEWEST = 12
"""Triples below which a text is too short to tell a copy from a stock phrase, unless it is the very same."""
DAYS = 7
"""A copy comes out within a week; a text that repeats an older one later is a new story on an old ground."""
NEIGHBOURS = 4
"""Texts beside which each is set under one triple; the copies of one story form a chain."""
MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
"""Odd constants that spread word hashes over 64 bits, one for each place in a triple."""


def stories(documents: Iterable[Document]) -> Mapping[DocumentId, DocumentId]:
    """Each text → the text that stands for its story: the one published first, itself where it has no copy.

    A text joins the story of the earlier text that it is likest to, and never makes one story of two.

    The order of the documents does not matter. Where a date of publication is unknown, the words alone decide.
    """
    ordered = sorted(documents, key=_earliest)
    triples = [_triples(document.text) for document in ordered]
    likest: dict[int, tuple[float, int]] = {}
    for early, late in _pairs(triples):
        like = _likeness(ordered[early], ordered[late], triples[early], triples[late])
        if like >= SHARED:
            likest[late] = max(likest.get(late, (0.0, 0)), (like, -early))
    home = list(range(len(ordered)))
    for late in sorted(likest):
        home[late] = home[-likest[late][1]]
    return {document.id: ordered[home[index]].id for index, document in enumerate(ordered)}


def _earliest(document: Document) -> tuple[str, DocumentId]:
    return document.published.date or "9999", document.id


def _triples(text: str) -> Triples:
    """Hashes of the word triples of a text, each where it first stands; case, ё and punctuation do not count."""
    import numpy as np

    words = [crc32(word.encode()) for word in WORD.findall(text.casefold().replace("ё", "е"))]
    hashes = np.array(words, dtype=np.uint64)
    if len(hashes) < len(MIX):
        return _once(hashes)
    places = len(hashes) - len(MIX) + 1
    mixed = np.zeros(places, dtype=np.uint64)
    for at, factor in enumerate(MIX):
        mixed = (mixed ^ (mixed >> np.uint64(29))) + hashes[at : at + places] * np.uint64(factor)
    return _once(mixed)


def _once(hashes: Triples) -> Triples:
    import numpy as np

    _, first = np.unique(hashes, return_index=True)
    return hashes[np.sort(first)]


def _pairs(triples: Sequence[Triples]) -> Iterator[tuple[int, int]]:
    """Pairs, the earlier text first, that share enough triples to be worth a closer look."""
    import numpy as np

    if len(triples) < 2:
        return
    owner = np.repeat(np.arange(len(triples), dtype=np.uint64), [len(each) for each in triples])
    hashes = np.concatenate(triples)
    order = np.argsort(hashes, kind="stable")  # stable: under one triple the texts stand in their order
    hashes, owner = hashes[order], owner[order]
    found = []
    for step in range(1, NEIGHBOURS + 1):
        same = hashes[step:] == hashes[:-step]
        found.append((owner[:-step][same] << np.uint64(32)) | owner[step:][same])
    together, shared = np.unique(np.concatenate(found), return_counts=True)
    for pair, count in zip(together.tolist(), shared.tolist(), strict=True):
        left, right = pair >> 32, pair & 0xFFFFFFFF
        if count * NEIGHBOURS >= SHARED * min(len(triples[left]), len(triples[right])):
            yield left, right


def _likeness(left: Document, right: Document, ours: Triples, theirs: Triples) -> float:
    """The part of the shorter text's triples that the other has; 0 where the two cannot be copies.

    A copy shares words all along; a paragraph of background that two stories share lies in one place.
    """
    import numpy as np

    shorter, longer = sorted((ours, theirs), key=len)
    if _days_apart(left, right) > DAYS or len(shorter) < PART * len(longer):
        return 0.0
    if len(shorter) < FEWEST:
        return float(len(shorter) > 0 and np.array_equal(ours, theirs))
    common = np.isin(shorter, longer)
    everywhere = all(part.mean() >= LEAST for part in np.array_split(common, PARTS))
    return float(common.mean()) if everywhere else 0.0


def _days_apart(left: Document, right: Document) -> int:
    """Days between two publications; 0 where one of the days is not known."""
    told = [each.published.date for each in (left, right)]
    first, second = (date.fromisoformat(day) if day and len(day) == 10 else None for day in told)
    return abs((first - second).days) if first and second else 0
