"""Forgetting for good: a document whole, or a person in every document that names one.

The rows go, what the audit holds of them is erased behind a tombstone, and the id of the document stays, so that the
same bytes are not read again. A person is hidden letter for letter, so that every offset and every other word stays.
It errs to the side of hiding: in a document that tells the person, whoever shares a word of the name is hidden too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from lodeline.documents.document import DocumentId
from lodeline.entities.spelling import folded
from lodeline.errors import NotOneDocument
from lodeline.ledger import lookup
from lodeline.ledger.book import Ledger
from lodeline.ledger.tables import TEXTS, canonical
from lodeline.storage.session import Session
from lodeline.storage.vouchers import vouch, withdraw

What = Literal["document", "person"]

HIDDEN = "█"
"""Stands for each letter of a name that was forgotten."""
ID_START = 4
"""Characters of an id that are enough to look for a document by it."""
WORD = re.compile(r"[^\W\d_]+")
ENDING = 4
"""Letters that a case may add to a word of a name: Петров, Петровыми; Kazakh endings are as long."""
SHORT = 3
"""Letters of a folded word up to which a longer word is another name: Li is not Lima."""
BETWEEN = 6
"""Characters that may stand between two words of one name: a space, an initial with its full stop, a hyphen."""
LOOSE = frozenset({"url", "name"})
"""Fields in which names are often written small: addresses, names of files."""


@dataclass(frozen=True, slots=True)
class Concern:
    """What is to be forgotten, and the documents that it concerns; none where that was done already."""

    what: What
    name: str
    documents: tuple[DocumentId, ...]


def concern(ledger: Ledger, name: str) -> Concern:
    """A document by the start of its id or by its name, else a person by name. Raises NotOneDocument."""
    if _is_gone(ledger.unit, name):
        return Concern("document", name, ())
    fitting = sorted({found for found, called in _names(ledger.unit) if called == name or _starts(found, name)})
    if len(fitting) > 1:
        raise NotOneDocument(name, tuple(fitting))
    if fitting:
        return Concern("document", name, (DocumentId(fitting[0]),))
    person = Person(tuple(WORD.findall(name)))
    telling = {found for found, body in _bodies(ledger.unit) if person.words and person.told(json.loads(body))}
    if not telling:
        raise NotOneDocument(name, ())
    return Concern("person", name, tuple(map(DocumentId, sorted(telling))))


def forget(ledger: Ledger, asked: Concern, recorded: str) -> tuple[str, ...]:
    """Forget it in the caller's unit of work; tells the hashes of raw bytes that must go as well.

    The file still holds the words until it is scrubbed (storage.session.scrub).
    """
    unit = ledger.unit
    if not asked.documents:
        return ()
    kept = {document: {table: _rows(unit, table, document) for table in TEXTS} for document in asked.documents}
    raw = {json.loads(row["body"])["raw_sha256"] for tables in kept.values() for row in tables["ledger_document"]}
    for document in asked.documents:
        _mark(unit, document, asked.what, recorded)
    rows = {table: [row["number"] for tables in kept.values() for row in tables[table]] for table in TEXTS}
    withdraw(unit, rows, asked.what, recorded)
    lookup.clear(unit)
    for document in asked.documents:
        for table in TEXTS:
            unit.execute(f"DELETE FROM {table} WHERE document = ?", (document,))
        if asked.what == "person":
            _write_hidden(ledger, document, kept[document], Person(tuple(WORD.findall(asked.name))))
    return tuple(sorted(raw))


def _write_hidden(ledger: Ledger, document: DocumentId, kept: Mapping[str, Sequence[Any]], person: Person) -> None:
    """The same rows, learned at the same times, with the person hidden."""
    for table in ("ledger_document", "ledger_reading"):
        for row in kept[table]:
            hidden = canonical(person.hidden(json.loads(row["body"])))
            ledger.append(table, document, hidden, row["recorded"])
    for row in kept["ledger_name"]:
        ledger.add_name(document, person.hidden(row["name"], "name"), row["recorded"])


# --- the words of a person ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Person:
    """A name by its words, and where a text has them: in any case and either script."""

    words: tuple[str, ...]

    def told(self, value: Any) -> bool:
        """Does a text among these values tell the person: all words of the name side by side, in any order?"""
        return any(self._told_in(text, field) for field, text in _texts(value))

    def _told_in(self, text: str, field: str) -> bool:
        met = [(found, self.same(found.group(), field)) for found in WORD.finditer(text)]
        met = [(found, word) for found, word in met if word is not None]
        for at in range(len(met) - len(self.words) + 1):
            inside = met[at : at + len(self.words)]
            near = all(b.start() - a.end() <= BETWEEN for (a, _), (b, _) in pairwise(inside))
            if near and {word for _, word in inside} == set(self.words):
                return True
        return False

    def same(self, word: str, field: str) -> str | None:
        """The word of the name that this is a form of; a word written small is none, but in an address."""
        if field not in LOOSE and not word[0].isupper():
            return None
        return next((each for each in self.words if _same(folded(word), folded(each))), None)

    def hidden(self, value: Any, field: str = "") -> Any:
        """The same JSON values with the person's words hidden, each as long as it was."""
        if isinstance(value, Mapping):
            return {key: self.hidden(each, key) for key, each in value.items()}
        if isinstance(value, list):
            return [self.hidden(each, field) for each in value]
        if not isinstance(value, str):
            return value
        return WORD.sub(lambda met: HIDDEN * len(met.group()) if self.same(met.group(), field) else met.group(), value)


def _same(word: str, name: str) -> bool:
    """Equal but for a case ending, after folding to one script."""
    if not name:
        return False
    if len(name) <= SHORT:
        return word == name
    stem = name.rstrip("aeiou") if len(name.rstrip("aeiou")) > SHORT else name
    return word.startswith(stem) and len(word) - len(stem) <= ENDING


def _texts(value: Any, field: str = "") -> Iterator[tuple[str, str]]:
    """Every text among JSON values, with the name of its field."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _texts(each, key)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, field)
    elif isinstance(value, str):
        yield field, value


# --- rows --------------------------------------------------------------------------------------------------------


def _mark(unit: Session, document: DocumentId, what: What, recorded: str) -> None:
    """From now on rows of this document may go, and it is not read again."""
    sql = "INSERT INTO ledger_forgotten (document, what, recorded) VALUES (?, ?, ?)"
    number = unit.execute(sql, (document, what, recorded)).lastrowid or 0
    vouch(unit, "ledger_forgotten", number, recorded)


def _rows(unit: Session, table: str, document: DocumentId) -> list[dict[str, Any]]:
    cursor = unit.execute(f"SELECT * FROM {table} WHERE document = ? ORDER BY number", (document,))
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor]


def _names(unit: Session) -> Iterable[tuple[str, str]]:
    return ((str(document), str(name)) for document, name in unit.rows("SELECT document, name FROM ledger_name"))


def _bodies(unit: Session) -> Iterable[tuple[str, str]]:
    """Every row that holds words of a document; names as if they were a body."""
    for table in ("ledger_document", "ledger_reading"):
        yield from ((str(d), str(body)) for d, body in unit.execute(f"SELECT document, body FROM {table}"))
    yield from ((document, json.dumps({"name": name})) for document, name in _names(unit))


def _starts(document: str, start: str) -> bool:
    return len(start) >= ID_START and document.startswith(start)


def _is_gone(unit: Session, name: str) -> bool:
    """Was a document with this id forgotten before?"""
    gone = unit.rows("SELECT document FROM ledger_forgotten WHERE what = 'document'")
    return any(_starts(str(document), name) for (document,) in gone)
