"""Claims drawn from a few words, for tests of the rules."""

from functools import cache

from lodeline.claims.claim import Claim, Reading
from lodeline.claims.extract import extract
from lodeline.documents.document import Document, DocumentId, Language, Publication

DAY = "2031-05-14"


def reading(text: str, published: str | None = DAY) -> Reading:
    """What the reader makes of a text; the language follows from its script."""
    return _reading(text, published)


def claims(text: str, kind: str | None = None) -> list[Claim]:
    """The claims of a text in its order, of one kind where it is named."""
    return [claim for claim in reading(text).claims if kind in (None, claim.kind)]


def only(text: str, kind: str) -> Claim:
    """The one claim of its kind; the test fails where there is none or more."""
    found = claims(text, kind)
    assert len(found) == 1, [(claim.kind, claim.evidence) for claim in claims(text)]
    return found[0]


def parties(claim: Claim, role: str) -> list[str]:
    return [party.name for party in claim.parties if party.role == role]


def shares(claim: Claim) -> dict[str, int | None]:
    """Party → percent."""
    return {party.name: None if party.share is None else int(party.share) for party in claim.parties}


@cache
def _reading(text: str, published: str | None) -> Reading:
    return extract(document(text, published))


def document(text: str, published: str | None = DAY) -> Document:
    language: Language = "ru" if any("а" <= letter <= "я" for letter in text) else "en"
    origin = Publication(published, "given" if published else "unknown", "")
    return Document(DocumentId("told"), "told", text, language, origin, "", "", "test")
