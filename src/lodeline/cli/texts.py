"""Commands that look at texts and record nothing: `extract`, `brief`."""

from __future__ import annotations

import itertools
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lodeline.cli import screen
from lodeline.cli.news import AsJson, Published
from lodeline.cli.setting import (
    Jobs,
    MinConfidence,
    Setting,
    as_text,
    confidence,
    exit_code,
    jobs_for,
    plain,
    write,
    write_out,
)
from lodeline.errors import CannotWrite

if TYPE_CHECKING:
    from lodeline.claims.claim import Claim
    from lodeline.documents.document import Document
    from lodeline.reading import Told

UNSAFE = re.compile(r"[^\w.-]+")


def extract(
    source: Annotated[str, typer.Argument(metavar="IN", help="A file, a folder, or - for standard input.")],
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write DIR/<id>.json per text instead of printing.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the rule and words of each claim, and what was dropped.")
    ] = False,
    min_confidence: MinConfidence = None,
    published: Published = None,
    jobs: Jobs = None,
    as_json: AsJson = False,
) -> None:
    """Print the claims of a text as JSON; records nothing.

    The form is that of the claims contract. With --out, a folder IN gives DIR/<id>.json for each <id>.json or <id>.txt
    in it. With --explain, what the rules made of each sentence is printed instead: for a claim its rule and the words
    of each slot, else what was tried and dropped. With --explain --json this stands in the JSON as "trace".

    \b
    lodeline extract report.txt
    lodeline extract report.txt --explain
    lodeline extract report.txt --min-confidence auto
    lodeline extract news/ --out claims/
    """
    texts = Texts(source, published, explain)
    least = confidence(min_confidence)
    for name, whole in texts.read(jobs_for([source], jobs), shown=out is not None):
        told = surer(whole, least)
        document = told.document
        if explain and not as_json:
            _print_trace(told)
        if out:
            target = _target(out, name, document)
            write(target, _form(told, explain, indent=1))
            screen.line(f"{document.name}: {screen.count(len(told.reading.claims), 'claim')} → {target}")
        elif as_json or not explain:
            write_out(_form(told, explain, indent=None if as_json or texts.many else 1))
    raise typer.Exit(texts.exit_code)


def surer(told: Told, least: float) -> Told:
    """The same text with the claims at or above a confidence."""
    from dataclasses import replace

    kept = tuple(claim for claim in told.reading.claims if claim.confidence >= least)
    return replace(told, reading=replace(told.reading, claims=kept))


class Texts:
    """The texts behind one argument; what fails is told on the way and counted."""

    def __init__(self, source: str, published: str | None, explain: bool = False) -> None:
        self.source, self.published, self.explain = source, published, explain
        self.good = self.failed = 0
        self.many = Path(source).is_dir() or source.endswith(".jsonl")

    @property
    def exit_code(self) -> int:
        return exit_code(self.good, self.failed)

    def read(self, jobs: int = 1, shown: bool = False) -> Iterator[tuple[str, Told]]:
        """Each text as read, with the name of its output: the file's stem, or the item's own in a list.

        `shown` where progress may be shown over what is printed meanwhile.
        """
        from lodeline.documents.sources import count_files

        used: dict[str, int] = {}
        total = count_files((self.source,))
        with screen.progress("reading", total, shown or not sys.stdout.isatty()) as advance:
            for _, group in itertools.groupby(self._results(jobs, advance), key=_origin):
                yield from self._named(group, used)

    def _results(self, jobs: int, advance: Callable[[str], Any]) -> Iterator[Told]:
        """What could be read; the rest is told at once."""
        from lodeline.documents.loading import raw_items
        from lodeline.documents.sources import Failure
        from lodeline.reading import read_all

        for item in read_all(raw_items([self.source]), self.published, self.explain, jobs):
            advance(item.source if isinstance(item, Failure) else item.document.name)
            if isinstance(item, Failure):
                self.failed += 1
                screen.error(item.error)
            else:
                self.good += 1
                yield item

    def _named(self, group: Iterator[Told], used: dict[str, int]) -> Iterator[tuple[str, Told]]:
        """The texts of one file; no more than two are looked at to tell whether it holds one or many."""
        first = list(itertools.islice(group, 2))
        for told in itertools.chain(first, group):
            yield _unused(_stem(told.document, alone=len(first) == 1), used), told


def _origin(told: Told) -> str:
    return told.document.source


def _stem(document: Document, alone: bool) -> str:
    name = Path(document.source).stem if alone and document.source != "<stdin>" else document.name
    return UNSAFE.sub("_", name).lstrip(".") or "text"


def _unused(name: str, used: dict[str, int]) -> str:
    used[name] = used.get(name, 0) + 1
    return name if used[name] == 1 else f"{name}-{used[name]}"


def _target(folder: Path, name: str, document: Document) -> Path:
    """Where a text's claims go; never over the text itself."""
    target = folder / f"{name}.json"
    if target.exists() and Path(document.source).exists() and target.samefile(document.source):
        raise CannotWrite(str(target), "it is the text itself")
    return target


def _form(told: Told, explain: bool, indent: int | None) -> str:
    from lodeline.claims.files import dump

    form = dump(told.document, told.reading)
    if explain:
        form["trace"] = plain(told.reading.steps)
    return as_text(form, indent)


def _print_trace(told: Told) -> None:
    """Stretch by stretch: which rule made which claim of which words, what was tried in vain, what was passed over."""
    screen.line(f"{told.document.name}: {screen.count(len(told.reading.claims), 'claim')}", "bold")
    claims = {claim.id: claim for claim in told.reading.claims}
    for (start, stop), steps in itertools.groupby(told.reading.steps, key=lambda step: (step.start, step.stop)):
        screen.line()
        screen.line(f"[{start}:{stop}] {_shown(told.document.quote(start, stop))}")
        for step in steps:
            claim = claims.get(step.claim) if step.claim and step.outcome == "claim" else None
            marked = f" [{step.claim}]" if step.claim else ""
            sure = f" (confidence {claim.confidence:.2f})" if claim else ""
            screen.line(f"    {step.outcome.replace('_', ' ')}: {step.rule}: {step.reason}{sure}{marked}")
            for line in _slots(told, claim) if claim else ():
                screen.line(f"        {line}", "dim")


def _slots(told: Told, claim: Claim) -> Iterator[str]:
    """Each value of a claim with the words, or the rule, that it stands on."""
    from lodeline.reports.pages import Shown
    from lodeline.reports.slots import Slot, cited, rule_text, slots, status_text

    status = [Slot("status", "status", Shown(status_text(claim)))] if claim.status else []
    for slot in (*status, *slots(claim)):
        ground = cited(claim, slot.name, 0, told.document.text)
        words = f" ← “{_shown(ground.words)}”" if ground.words else ""
        rule = f" ({rule_text(ground.rule)})" if ground.rule else ""
        yield f"{slot.label}: {slot.value.text}{words}{rule}"


def _shown(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 300 else f"{words[:299]}…"


def brief(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="One text, or - for standard input.")],
    html: Annotated[Path | None, typer.Option(metavar="OUT", help="Write a self-contained HTML page to OUT.")] = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print the whole page as Markdown.")] = False,
    published: Published = None,
    as_json: AsJson = False,
) -> None:
    """One text on one page; records nothing.

    What was read and passed over, every number, timeline, people, money, open questions.

    Without --html or --markdown a short form is printed.

    \b
    lodeline brief report.txt
    lodeline brief report.txt --html brief.html
    lodeline brief report.txt --markdown > brief.md
    """
    from lodeline.cli import pages
    from lodeline.cli.shelf import short_brief
    from lodeline.workspace import brief_page

    setting: Setting = context.obj
    texts = Texts(file, published)
    for name, told in texts.read():
        document, page = told.document, brief_page(told, setting.today)
        if html:
            target = html if not texts.many else html.with_name(f"{html.stem}-{name}{html.suffix}")
            write(target, pages.html(page))
            screen.line(f"{document.name}: {target}")
        if markdown:
            write_out(pages.markdown(page))
        if as_json:
            write_out(as_text(plain(page)))
        if not (html or markdown or as_json):
            short_brief(page, document.source)
    raise typer.Exit(texts.exit_code)
