"""The texts of the ledger as BibTeX references, for papers and reference managers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lodeline.documents.document import Document
from lodeline.reports.quoting import one_line, safe_url

SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
ESCAPED = re.compile(r"[\\~^{}&%$#_]")
KEY = 12
"""Hexadecimal digits of the document's id: enough to tell texts apart."""


def bibtex(documents: Iterable[Document]) -> bytes:
    """One @online entry a text, sorted by key; what is not known of a text is left out."""
    return "\n".join(sorted(map(_reference, documents))).encode()


def _reference(document: Document) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(document))
    return f"@online{{lodeline-{document.id[:KEY]},\n{fields}}}\n"


def _fields(document: Document) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_escape(document.title or document.name)}}}"
    if document.publisher:
        yield "organization", f"{{{_escape(document.publisher)}}}"
    if document.published.date:
        yield "date", document.published.date
    address = safe_url(document.url)
    if address:
        yield "url", address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    if document.language in ("ru", "en", "kk"):
        yield "language", {"ru": "russian", "en": "english", "kk": "kazakh"}[document.language]
    if document.invented:
        yield "note", "INVENTED sample"


def _escape(text: str) -> str:
    return ESCAPED.sub(lambda sign: SPECIAL.get(sign.group(), f"\\{sign.group()}"), one_line(text))
