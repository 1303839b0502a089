"""The forms of `lodeline export`: their names, what they are for, and who writes them.

Every form gives the same bytes for the same ledger, whatever the order of reading. Quotes are cut to 300 characters;
texts themselves never leave.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lodeline.documents.document import Document
from lodeline.ledger.commitment import Entry

Writer = Callable[[Sequence[Entry], Sequence[Document]], bytes]


@dataclass(frozen=True, slots=True)
class Form:
    """One form: `suffix` of its files, what it is, and its writer. `binary`: not for a terminal."""

    suffix: str
    what: str
    write: Writer
    binary: bool = False


def _csv(entries: Sequence[Entry], _: Sequence[Document]) -> bytes:
    from lodeline.reports.exports.spreadsheet import entries_csv

    return entries_csv(entries).encode()


def _xlsx(entries: Sequence[Entry], documents: Sequence[Document]) -> bytes:
    from lodeline.reports.exports.workbook import workbook

    return workbook(entries, documents)


def _parquet(entries: Sequence[Entry], _: Sequence[Document]) -> bytes:
    from lodeline.reports.exports.frames import parquet

    return parquet(entries)


def _jsonl(entries: Sequence[Entry], documents: Sequence[Document]) -> bytes:
    from lodeline.ledger.export import canonical_bytes

    return canonical_bytes(entries, documents)


def _history(entries: Sequence[Entry], documents: Sequence[Document]) -> bytes:
    from lodeline.reports.exports.history import history

    return history(entries, documents)


def _graphml(entries: Sequence[Entry], _: Sequence[Document]) -> bytes:
    from lodeline.reports.exports.graph import graphml

    return graphml(entries)


def _geojson(entries: Sequence[Entry], _: Sequence[Document]) -> bytes:
    from lodeline.reports.exports.geo import geojson

    return geojson(entries)


def _ftm(entries: Sequence[Entry], documents: Sequence[Document]) -> bytes:
    from lodeline.reports.exports.ftm import ftm

    return ftm(entries, documents)


def _bibtex(_: Sequence[Entry], documents: Sequence[Document]) -> bytes:
    from lodeline.reports.exports.bibtex import bibtex

    return bibtex(documents)


FORMS: Mapping[str, Form] = {
    "csv": Form(".csv", "one row an entry, for spreadsheets", _csv),
    "xlsx": Form(".xlsx", "a workbook: entries, parties, money, history, conflicts, quotes, texts", _xlsx, binary=True),
    "parquet": Form(".parquet", "one row an entry, lists nested, for data frames", _parquet, binary=True),
    "jsonl": Form(".jsonl", "the canonical export, a hash on every line", _jsonl),
    "history": Form(".history.jsonl", "one line a claim, in order of publication: how each entry came to be", _history),
    "graphml": Form(".graphml", "parties and entries as a network", _graphml),
    "geojson": Form(".geojson", "entries on a map, each place with how exact it is", _geojson),
    "ftm": Form(".ftm.json", "FollowTheMoney entities, one a line", _ftm),
    "bibtex": Form(".bib", "the texts as references", _bibtex),
}


def form_of(path: str) -> str | None:
    """The form that a file's name asks for, the longest suffix first; None where none fits."""
    fitting = [name for name, form in FORMS.items() if path.endswith(form.suffix)]
    return max(fitting, key=lambda name: len(FORMS[name].suffix), default=None)
