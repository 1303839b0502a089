"""The brief of changes between two days as a page model, in English or Russian, and as Markdown."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from lodeline.claims.claim import ClaimId
from lodeline.ledger.changes import Changes, Move
from lodeline.ledger.commitment import AmountEntry, Conflict, Entry, Evidence
from lodeline.ledger.deadlines import Deadline
from lodeline.reports.figures import money_shown, readable
from lodeline.reports.labels import label
from lodeline.reports.marking import bullets
from lodeline.reports.marking import plain as unmarked
from lodeline.vocabulary.materials import material

Language = Literal["en", "ru"]
LANGUAGES: tuple[Language, ...] = ("en", "ru")
By = Literal["published", "known"]
BYS: tuple[By, ...] = ("published", "known")
SOURCES = 3
"""Sources named in a line; of more, the first."""
ID = 8
"""Characters of an id: enough to name an entry to `lodeline show`."""
ENGLISH = {"kind": "kind", "stage": "stage", "slot": "conflict", "amount_kind": "amount_kind"}
"""Tables whose English words are those of all pages."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change of one entry; `what` is empty where there is nothing to say beside its title."""

    entry: str
    title: str
    what: str
    sources: tuple[str, ...]
    """Who tells it, with the day of publication."""


@dataclass(frozen=True, slots=True)
class ChangeSection:
    """Changes of one sort."""

    key: str
    title: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The whole brief; sections without a line are left out."""

    title: str
    note: str
    since: str
    until: str
    language: Language
    sections: tuple[ChangeSection, ...]


@cache
def _tables() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads(files("lodeline.reports").joinpath("changes_words.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    language: Language

    def say(self, table: str, key: str, **slots: str) -> str:
        own = _tables()[self.language].get(table, {})
        if key not in own and self.language == "en":
            return label(ENGLISH[table], key).lower()
        return own.get(key, key.replace("_", " ")).format(**slots)

    def figure(self, told: str) -> str:
        """A sum as English pages write it, in this language."""
        for english, own in _tables()[self.language].get("figure", {}).items():
            told = re.sub(rf"(?<![^\W\d_]){re.escape(english)}(?![^\W\d_])", own, told)
        return told

    def mineral(self, key: str) -> str:
        """The usual name of a mineral; its key where the vocabulary has none."""
        known = material(key)
        return next(iter(known.names(self.language)), key) if known and self.language != "en" else key

    def title(self, entry: Entry) -> str:
        """The entry's title with its kind and minerals in this language; samples are marked."""
        _, _, rest = entry.title.partition(": ")
        for key in entry.commodities:
            rest = re.sub(rf"(?<=[;,] ){re.escape(key)}(?=[;,]|$)", self.mineral(key), rest)
        named = f"{self.say('kind', entry.kind)}: {rest}" if rest else self.say("kind", entry.kind)
        invented = entry.evidence and all(each.invented for each in entry.evidence)
        mark = f" ({self.say('head', 'invented')})" if invented else ""
        return " ".join(named.split()) + mark


def changes_page(found: Changes, days: tuple[str, str], by: By = "published", language: Language = "en") -> ChangesPage:
    """The page; `days` are those between which it looks, `by` tells in which time."""
    words = Words(language)
    lines = {key: [_line(words, *each) for each in told] for key, told in _told(found, words)}
    return ChangesPage(
        title=words.say("head", "title", since=days[0], until=days[1]),
        note=words.say("head", by),
        since=days[0],
        until=days[1],
        language=language,
        sections=tuple(
            ChangeSection(key, words.say("section", key), tuple(inside)) for key, inside in lines.items() if inside
        ),
    )


Told = tuple[Entry, str, frozenset[ClaimId]]
"""An entry, what is said of it, and the claims that tell so."""


def _told(found: Changes, words: Words) -> Iterator[tuple[str, list[Told]]]:
    """Sections in their order. New voices, figures and events are left out."""
    news = [entry for entry in found.new if entry.book in ("commitments", "measures")]
    yield "new", [(entry, _standing(words, entry), frozenset(claim.id for claim in entry.claims)) for entry in news]
    for direction in ("up", "again", "off", "down"):
        yield direction, [_moved(words, move) for move in found.moved if move.direction == direction]
    yield "conflicts", [(each.entry, *_conflict(words, each.conflict)) for each in found.conflicts]
    yield "sums", [(each.entry, _sum(words, each.amount), frozenset([each.amount.claim])) for each in found.sums]
    yield "overdue", [(e.entry, _due(words, e.deadline), frozenset([e.deadline.claim.id])) for e in found.overdue]


def _standing(words: Words, entry: Entry) -> str:
    """Where a new entry stands, and the sum that counts of it."""
    stage = [words.say("stage", entry.stage)] if entry.stage else []
    return "; ".join([*stage, *(_sum(words, amount) for amount in entry.amounts if amount.counts)])


def _sum(words: Words, amount: AmountEntry) -> str:
    return f"{words.figure(money_shown(amount.money).text)} ({words.say('amount_kind', amount.kind)})"


def _due(words: Words, deadline: Deadline) -> str:
    published = deadline.published or words.say("head", "unknown")
    return words.say("head", "due", date=deadline.date, published=published)


def _moved(words: Words, move: Move) -> Told:
    what = words.say("head", "from_to", before=words.say("stage", move.before), after=words.say("stage", move.after))
    return move.entry, what, frozenset(p.claim for p in move.entry.status_history if p.stage == move.after)


def _conflict(words: Words, conflict: Conflict) -> tuple[str, frozenset[ClaimId]]:
    values = " / ".join(dict.fromkeys(words.figure(readable(value)) for value, _ in conflict.values))
    shown = words.figure(readable(conflict.shown))
    what = words.say("head", "shown", slot=words.say("slot", conflict.slot), values=values, shown=shown)
    return what, frozenset(claim for _, claim in conflict.values)


def _line(words: Words, entry: Entry, what: str, claims: frozenset[ClaimId]) -> ChangeLine:
    told = [evidence for evidence in entry.evidence if evidence.claim in claims]
    return ChangeLine(entry.id, words.title(entry), what, tuple(dict.fromkeys(map(_source, told)))[:SOURCES])


def _source(evidence: Evidence) -> str:
    return f"{evidence.name} ({evidence.published})" if evidence.published else evidence.name


def text_lines(page: ChangesPage) -> Iterator[tuple[str, bool]]:
    """The brief as plain lines, and which of them are heads."""
    words = Words(page.language)
    yield f"{page.title} ({page.note})", True
    if not page.sections:
        yield words.say("head", "nothing"), False
    for section in page.sections:
        yield "", False
        yield section.title, True
        yield from ((f"  {each.entry[:ID]}  {_said(each, words)}", False) for each in section.lines)


def changes_markdown(page: ChangesPage) -> str:
    """The brief as Markdown."""
    words = Words(page.language)
    parts = [f"# {unmarked(page.title)}", unmarked(f"{page.note[:1].upper()}{page.note[1:]}.")]
    for section in page.sections:
        parts += [f"## {unmarked(section.title)}", bullets(_marked(section.lines, words))]
    if not page.sections:
        parts.append(unmarked(words.say("head", "nothing")))
    return "\n\n".join(parts) + "\n"


def _marked(lines: Iterable[ChangeLine], words: Words) -> list[str]:
    return [f"`{each.entry[:ID]}` {unmarked(_said(each, words))}" for each in lines]


def _said(line: ChangeLine, words: Words) -> str:
    what = f" — {line.what}" if line.what else ""
    told = f" [{words.say('head', 'told')} {', '.join(line.sources)}]" if line.sources else ""
    return f"{line.title}{what}{told}"
