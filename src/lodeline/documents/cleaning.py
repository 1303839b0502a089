"""From bytes to a text that never changes again. Stages: binary or text? → encoding → the one frozen normalisation.

The version of the normalisation is part of every document's id; a change of rules is a new version, never an edit.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from lodeline.errors import EmptyText, NotText

VERSION = "text-1"
"""NFC; line ends as \\n; leading byte-order marks dropped; control characters (but \\n, \\t) and lone surrogates
removed. No-break spaces, soft hyphens, blank lines and outer spaces stay: evidence must be found in the source."""

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a SQLite database"),
)
MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,30})""", re.IGNORECASE)
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
BINARY_SHARE = 0.01
"""Above one control byte in a hundred, bytes are not text: real texts have none, or a stray form feed."""
CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\t\n\r\f\x1b")


def decode(raw: bytes, where: str) -> str:
    """Text of the bytes: byte-order mark, else UTF-8, else the page's own charset, else cp1251 or cp1252."""
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _decode_marked(raw, encoding, where)
    refuse_binary(raw, where)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(raw) or _one_byte(raw)


def refuse_binary(raw: bytes, where: str) -> None:
    for signature, kind in SIGNATURES:
        if raw.startswith(signature):
            raise NotText(where, kind)
    sample = raw[:65536]
    controls = len(sample) - len(sample.translate(None, CONTROL_BYTES))
    if b"\x00" in sample or controls > BINARY_SHARE * len(sample):
        raise NotText(where, "binary data")


def _decode_marked(raw: bytes, encoding: str, where: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText(where, f"broken {encoding} at byte {error.start}") from error


def _declared(raw: bytes) -> str | None:
    """The text by the charset that a page names in its head, where that decodes it without an error."""
    match = CHARSET.search(raw[:4096])
    try:
        return raw.decode(match[1].decode("ascii")) if match else None
    except (LookupError, UnicodeDecodeError):
        return None


def _one_byte(raw: bytes) -> str:
    """cp1251 where that gives whole Cyrillic words; cp1252 where it would put Cyrillic letters into Latin words."""
    text = raw.decode("cp1251", errors="replace")
    whole = len(re.findall(r"\b[А-яЁё]{2,}\b", text))
    mixed = len(re.findall(r"[A-Za-z][А-яЁё]|[А-яЁё][A-Za-z]", text))
    return text if whole >= mixed else raw.decode("cp1252", errors="replace")


def freeze(text: str) -> str:
    """The frozen normalisation (see VERSION)."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", CONTROLS.sub("", text))


def normalise(text: str, where: str) -> str:
    """The frozen text of a document. One without a letter or digit raises EmptyText."""
    text = freeze(text)
    if not any(character.isalnum() for character in text):
        raise EmptyText(where)
    return text
