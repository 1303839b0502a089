"""Quotes: clipped to a limit, cut into pieces at the stretches that carry claims, led by who reports them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import category
from urllib.parse import urlsplit

from lodeline.claims.claim import Claim
from lodeline.documents.document import Document
from lodeline.reports.pages import QUOTE_LIMIT, Piece

ELLIPSIS = "…"
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that belongs to claim `claim`: its evidence, or the words of one slot."""

    start: int
    stop: int
    claim: int
    slot: str = ""


def one_line(text: str) -> str:
    """Line ends, control and direction signs as single spaces, one for one, so that offsets stay true.

    Other spaces stay as they are: no-break and thin ones belong to a quote. So do soft hyphens, which do not show.
    """
    return "".join(each if _is_kept(each) else " " for each in text)


def _is_kept(sign: str) -> bool:
    return sign.isprintable() or sign == SOFT_HYPHEN or category(sign) == "Zs"


def clip(text: str, limit: int) -> str:
    """At most `limit` characters on one line, cut between words where it can be, with an ellipsis where cut."""
    line = one_line(text).strip()
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    return (head.rpartition(" ")[0].rstrip() or head) + ELLIPSIS


def pieces(text: str, start: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """`text`, which begins at offset `start`, cut wherever a mark begins or ends; joined, the pieces are the text."""
    stop = start + len(text)
    inside = [mark for mark in marks if mark.start < stop and mark.stop > start]
    cuts = {start, stop}
    for mark in inside:
        cuts |= {max(start, mark.start), min(stop, mark.stop)}
    edges = sorted(cuts)
    return tuple(_piece(text[left - start : right - start], left, right, inside) for left, right in pairwise(edges))


def _piece(text: str, start: int, stop: int, marks: list[Mark]) -> Piece:
    over = [mark for mark in marks if mark.start <= start and stop <= mark.stop]
    claims = tuple(sorted({mark.claim for mark in over}))
    return Piece(text, claims, tuple(sorted({mark.slot for mark in over if mark.slot})))


def outlet(document: Document) -> str:
    """Who reports: the publisher, else the host of its address, else what the user calls the text."""
    host = urlsplit(safe_url(document.url) or "").hostname or ""
    return (
        one_line(document.publisher or "").strip() or host.removeprefix("www.") or f"Text “{one_line(document.name)}”"
    )


def lead(document: Document | None, claim: Claim) -> str:
    """`OUTLET reports, citing NAME:`, so that a report never reads as our own finding."""
    who = outlet(document) if document else "A source that is not at hand"
    cited = ", ".join(map(one_line, claim.attributed_to))
    return f"{who} reports, citing {cited}:" if cited else f"{who} reports:"


def safe_url(url: str | None) -> str | None:
    """An http(s) address with a host, free of blanks and control characters; anything else is no link."""
    if not url or any(not each.isprintable() or each.isspace() for each in url):
        return None
    try:
        parts = urlsplit(url)
        return url if parts.scheme in {"http", "https"} and parts.hostname else None
    except ValueError:
        return None


def titled(title: str) -> str:
    """The title of an entry as a heading."""
    line = clip(title, QUOTE_LIMIT)
    return line[:1].upper() + line[1:]
