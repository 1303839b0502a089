"""The gold of factRuEval-2016, track 3: its layers of one document → facts with every spelling that is as good.

A value may be given as the fact names it, as any mention of the thing stands in the text, or by any of its names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import Literal

from factrueval_match import Gold, Slot

Half = Literal["development", "held-out"]
KINDS = ("ownership", "occupation", "meeting", "deal")
UNREAL = ("возможность", "будущее", "отрицание")
NAME_ORDERS = ("lfp", "fpl", "fp", "fl", "lf", "n", "f", "p", "l", "fn")
NAME_PARTS = {"f": "firstname", "l": "lastname", "p": "patronymic", "n": "nickname"}
OPENING, CLOSING = ('"', "'", "«"), {'"': '"', "'": "'", "«": "»"}


def half_of(document: str) -> Half:
    """Which half a document belongs to, by the hash of its name."""
    return "held-out" if int(sha256(document.encode()).hexdigest()[:8], 16) % 2 else "development"


def plain(text: str) -> str:
    """Small letters, one kind of quotation mark, dash and е."""
    text = text.lower().strip(" \r\n\t")
    for marks, one in (("«»“”„", '"'), ("’`", "'"), ("ё", "е"), ("-‐−‒–—―", "-")):
        for mark in marks:
            text = text.replace(mark, one)
    return text


def squeezed(text: str) -> str:
    """Plain, without the blanks that tokens joined by blanks have beside marks."""
    text = plain(text)
    for blank in (" ,", " .", " -"):
        text = text.replace(blank, blank[1:])
    return text.replace("- ", "-").replace("( ", "(").replace(" )", ")")


@dataclass(frozen=True, slots=True)
class Word:
    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    tag: str
    words: tuple[int, ...]
    """Indexes of tokens, in order of the text."""
    text: str


@dataclass
class Layers:
    """What the files of one document hold."""

    text: str
    words: list[Word] = field(default_factory=list)
    spans: dict[str, Span] = field(default_factory=dict)
    mentions: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    """Id of a mention → (type, spans)."""
    things: dict[str, frozenset[str]] = field(default_factory=dict)
    """Id of a thing → its accepted values."""


def load(folder: Path, document: str, positions: Mapping[str, str] | None = None, *, hard: bool = False) -> list[Gold]:
    """The facts of a document; `positions` maps positions as written to their base form.

    By default facts marked difficult are ignored and the phase does not count; `hard` asks for them and leaves out
    what is possible, to come or denied.
    """
    layers = read_layers(folder / document)
    facts = []
    for block in blocks((folder / f"{document}.facts").read_text("utf-8")):
        head, *lines = block
        kind = head.split(" ")[1].strip(" :\t").lower()
        slots = [slot_of(line, layers, positions or {}) for line in lines]
        facts.append(weigh(Gold(kind, tuple(slots)), hard=hard))
    return [f for f in facts if f is not None]


def weigh(fact: Gold, *, hard: bool) -> Gold | None:
    """Set aside the marks of modality, difficulty and phase."""
    marks = dict(fact.slots)
    dropped = ["модальность", "сложность", *([] if hard else ["фаза"])]
    slots = tuple(s for s in fact.slots if s[0] not in dropped)
    if hard and any(value in UNREAL for name, values in fact.slots if name == "модальность" for value in values):
        return None
    return replace(fact, slots=slots, ignored=not hard and "повышенная" in marks.get("сложность", ()))


def blocks(text: str) -> Iterator[list[str]]:
    """Groups of lines between empty lines."""
    group: list[str] = []
    for line in [*text.split("\n"), ""]:
        line = line.strip(" \t\r")
        if line:
            group.append(line)
        elif group:
            yield group
            group = []


def slot_of(line: str, layers: Layers, positions: Mapping[str, str]) -> Slot:
    """«Who obj48 Лужков Юрий», «Position span1 мэра | span2 глава», «Type купля/продажа»."""
    name, first, *rest = line.split(" ")
    name = {"job": "position"}.get(name.lower(), name.lower())
    if first.startswith("span"):
        values = {layers.spans[part.split()[0][4:]].text for part in " ".join([first, *rest]).split("|")}
        values |= {positions[v] for v in values if name == "position" and v in positions}
    elif first.startswith("obj"):
        values = {" ".join(rest), *layers.things[first[3:]]}
    else:
        values = set(" ".join([first, *rest]).split("|"))
    return name, frozenset(v.strip(" \t").lower().replace("ё", "е") for v in values)


def read_layers(stem: Path) -> Layers:
    layers = Layers(plain(stem.with_suffix(".txt").read_text("utf-8")))
    ids = read_words(stem, layers)
    for left, right in halves(stem.with_suffix(".spans")):
        number, tag, _, _, _, count = left[:6]
        chosen = sorted((ids[i] for i in right[: int(count)]), key=lambda i: layers.words[i].start)
        layers.spans[number] = Span(tag, tuple(chosen), squeezed(" ".join(right[int(count) :])))
    for left, _ in halves(stem.with_suffix(".objects")):
        layers.mentions[left[0]] = (left[1].lower(), tuple(left[2:]))
    for block in blocks(stem.with_suffix(".coref").read_text("utf-8")):
        number, *parts = block[0].split()
        layers.things[number] = frozenset(values_of(layers, parts, block[1:]))
    return layers


def read_words(stem: Path, layers: Layers) -> dict[str, int]:
    """Fill the tokens in order of the text; id → index."""
    rows = [line.split(" ") for line in stem.with_suffix(".tokens").read_text("utf-8").split("\n") if line.strip()]
    rows.sort(key=lambda row: int(row[1]))
    layers.words += [Word(int(r[1]), int(r[1]) + int(r[2]), squeezed(r[3])) for r in rows]
    return {row[0]: i for i, row in enumerate(rows)}


def halves(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Lines «fields # comment», each side split at blanks."""
    for line in path.read_text("utf-8").split("\n"):
        left, _, right = line.partition(" #")
        if left.strip():
            yield left.split(), right.split()


def values_of(layers: Layers, parts: Sequence[str], lines: Sequence[str]) -> Iterator[str]:
    """All values that name a thing: its mentions and its names."""
    mentions = [layers.mentions[p] for p in parts if p in layers.mentions]
    for _, numbers in mentions:
        indexes = sorted({i for n in numbers for i in layers.spans[n].words}, key=lambda i: layers.words[i].start)
        yield " ".join(layers.words[i].text for i in indexes)
        yield stretch(layers, indexes)
    attributes: dict[str, set[str]] = {}
    for line in lines:
        name, _, value = line.partition(" ")
        attributes.setdefault(name.lower(), set()).add(squeezed(value))
    spans = [layers.spans[p] for p in parts if p in layers.spans]
    spans += [layers.spans[n] for _, numbers in mentions for n in numbers]
    person = {kind for kind, _ in mentions} == {"person"}
    yield from person_values(attributes) if person else name_values(layers, attributes, spans)


def stretch(layers: Layers, indexes: Sequence[int]) -> str:
    """The text from the first word to the last, with quotation marks around it."""
    first, last = indexes[0], indexes[-1]
    while first > 0 and layers.words[first - 1].text == '"':
        first -= 1
    while last + 1 < len(layers.words) and layers.words[last + 1].text == '"':
        last += 1
    # The organisers' program leaves the last letter off: it takes the last letter's place for the end.
    return layers.text[layers.words[first].start : layers.words[last].stop - 1]


def person_values(attributes: Mapping[str, set[str]]) -> Iterator[str]:
    parts: dict[str, set[str]] = {}
    for name, values in attributes.items():
        parts.setdefault(name.rstrip("1234567890"), set()).update(values)
    for order in NAME_ORDERS:
        yield from map(" ".join, product(*(sorted(parts.get(NAME_PARTS[p], ())) for p in order)))


def name_values(layers: Layers, attributes: Mapping[str, set[str]], spans: Sequence[Span]) -> Iterator[str]:
    """Names, in quotation marks where the text has them, and with a word that tells what the thing is."""
    kinds = {v for name, values in attributes.items() if name.endswith(("descr", "descriptor")) for v in values}
    for name, values in attributes.items():
        if name.rstrip("1234567890") != "name":
            continue
        quoted = {q for v in values for q in in_quotes(layers, v, spans)} if name == "name" else set()
        for value in values | quoted:
            yield value
            for kind in kinds:
                if f" {kind} " not in f" {value} ":
                    yield from (f"{value} {kind}", f"{kind} {value}")


def in_quotes(layers: Layers, value: str, spans: Sequence[Span]) -> Iterator[str]:
    for span in spans:
        if span.text != value or "name" not in span.tag:
            continue
        first, last = span.words[0] - 1, span.words[-1] + 1
        left = layers.words[first].text if first >= 0 else ""
        right = layers.words[last].text if last < len(layers.words) else ""
        if left in OPENING and right == CLOSING[left]:
            yield left + value + right
            return
