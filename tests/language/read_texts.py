"""Analyses of a few words, for tests of names, mentions and referents."""

from __future__ import annotations

from functools import cache

from lodeline.documents.document import Document, DocumentId, Language, Publication
from lodeline.language.analysis import Analysis, Mention
from lodeline.language.reader import analyse


@cache
def read(text: str) -> Analysis:
    """The analysis of a text; its language follows from its script."""
    language: Language = "ru" if any("а" <= letter <= "я" for letter in text) else "en"
    origin = Publication("2031-05-14", "given", "")
    return analyse(Document(DocumentId("told"), "told", text, language, origin, "", "", "test"))


def mentions(text: str, *kinds: str) -> list[Mention]:
    """Mentions in order of the text, adjectives left out."""
    return [m for m in read(text).mentions if not m.adjective and (not kinds or m.kind in kinds)]


def names(text: str, *kinds: str) -> list[str]:
    return [m.name for m in mentions(text, *kinds)]


def only(text: str, kind: str) -> Mention:
    """The one mention of a kind; the test fails where there is none or more."""
    found = mentions(text, kind)
    assert len(found) == 1, [(m.kind, m.name) for m in mentions(text)]
    return found[0]


def antecedent(text: str, surface: str) -> str | None:
    """The name that the last mention with that surface stands for."""
    analysis = read(text)
    found = [m for m in analysis.mentions if m.surface == surface]
    assert found, [m.surface for m in analysis.mentions]
    refers_to = found[-1].refers_to
    return None if refers_to is None else analysis.mentions[refers_to].name
