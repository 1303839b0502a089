"""The items of a source: one for a text or a page, one or many for JSON, each with what its source says about it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lodeline.documents.cleaning import decode
from lodeline.documents.sources import Failure, Form, Source, form_of, is_feed
from lodeline.errors import BrokenJson, EmptyText, LodelineError, NotText, WithoutText


@dataclass(frozen=True, slots=True)
class Item:
    """A text or page before cleaning, with its declared metadata. `place` tells the items of one file apart."""

    where: str
    name: str
    body: str
    is_html: bool
    place: str = ""
    published: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    language: str | None = None
    invented: bool = False


def items(source: Source) -> Iterator[Item | Failure]:
    """Every item of a source; a broken one comes out as a Failure and does not stop the rest."""
    try:
        text = decode(source.raw, source.where)
        if not text.strip():
            raise EmptyText(source.where)
        form: Form = source.form or form_of(text)
        if form in ("text", "html") and is_feed(text):
            raise NotText(source.where, "XML, a feed or the like")
        if form in ("text", "html"):
            yield Item(source.where, source.stem, text, form == "html")
            return
        yield from _lines(source, text) if form == "jsonl" else _parsed(source, parse(text, source.where))
    except LodelineError as error:
        yield Failure(source.where, error)


def parse(text: str, where: str, line: int = 1) -> Any:
    """The JSON value of `text`; BrokenJson with line and column. `line` is where `text` begins in its file."""
    try:
        return json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise BrokenJson(where, error.lineno + line - 1, error.colno, error.msg) from error
    except RecursionError as error:
        raise BrokenJson(where, line, 1, "nested too deeply") from error
    except ValueError as error:
        raise BrokenJson(where, line, 1, str(error).split(";")[0]) from error


def _parsed(source: Source, value: Any) -> Iterator[Item | Failure]:
    if not isinstance(value, list):
        yield item_of(source, value, source.where)
        return
    if not value:
        raise WithoutText(source.where, "an empty list")
    for number, entry in enumerate(value, 1):
        yield item_of(source, entry, f"{source.where}[{number}]", str(number))


def _lines(source: Source, text: str) -> Iterator[Item | Failure]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                value = parse(line, source.where, number)
            except BrokenJson as error:
                yield Failure(f"{source.where}:{number}", error)
                continue
            yield item_of(source, value, f"{source.where}:{number}", str(number))


def item_of(source: Source, value: Any, where: str, place: str = "") -> Item | Failure:
    """The item that a JSON object is; `place` tells it apart from others of the same file."""
    try:
        body, is_html = _body(value, where)
    except WithoutText as error:
        return Failure(where, error)
    name = _word(value, "id") or (f"{source.stem}-{place}" if place else source.stem)
    return Item(
        where,
        name,
        body,
        is_html,
        place,
        published=_word(value, "published"),
        url=_word(value, "url"),
        title=_word(value, "title"),
        publisher=_word(value, "publisher"),
        language=_word(value, "language"),
        invented=value.get("invented") is True,
    )


def _body(value: Any, where: str) -> tuple[str, bool]:
    if not isinstance(value, dict):
        raise WithoutText(where, f"met {type(value).__name__} instead of an object")
    for field in ("text", "html"):
        if isinstance(value.get(field), str):
            return value[field], field == "html"
        if value.get(field) is not None:
            raise WithoutText(where, f'"{field}" is {type(value[field]).__name__}')
    raise WithoutText(where, f"met an object with {_keys(value)}")


def _keys(value: dict[str, Any]) -> str:
    shown = ", ".join(f'"{key}"' for key in list(value)[:5])
    return f"only {shown}" if shown else "no fields"


def _word(value: dict[str, Any], field: str) -> str | None:
    """A metadata field as a word; absent, empty or of another shape is unknown."""
    word = value.get(field)
    if isinstance(word, int) and not isinstance(word, bool):
        return str(word)
    return word.strip() or None if isinstance(word, str) else None
