"""Commands that read news into the ledger: `demo`, `read`."""

from __future__ import annotations

import itertools
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lodeline.cli import screen
from lodeline.cli.setting import Jobs, Setting, as_text, exit_code, jobs_for, write, write_out

if TYPE_CHECKING:
    from lodeline.claims.claim import Step
    from lodeline.documents.sources import Failure
    from lodeline.reading import Told
    from lodeline.workspace import Workspace

DEMO_FOLDER = Path("lodeline-demo")
DEMO_BRIEF = "02-summit.json"
DEMO_HEAD = "Reading invented reports of an invented deal (INVENTED: no company or deposit in them is real)."
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Date of publication of texts that do not tell it: 2025-11-06, 2025-11 or 2025."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")]


def demo(context: typer.Context, as_json: AsJson = False) -> None:
    """Read eight invented reports: ledger and outlook.

    Shows their ledger, checks of what they claim, and what the deal would change in supply.

    The ledger and its pages go to ./lodeline-demo, or to the --workspace that you name.

    \b
    lodeline demo
    lodeline --workspace somewhere demo
    """
    from lodeline.cli import chain

    setting: Setting = context.obj
    workspace = replace(setting, starter=False).workspace(fallback=DEMO_FOLDER)
    with as_file(files("lodeline").joinpath("samples")) as samples:
        if not as_json:
            screen.line(DEMO_HEAD)
        told: list[Told] = []
        tally = _read_all(workspace.read([str(samples)]), _count([str(samples)]), told.append, quiet=as_json)
    _write_pages(workspace, next(each for each in told if each.document.source.endswith(DEMO_BRIEF)))
    if as_json:
        _print_json(workspace, [_document_json(each) for each in told], tally.failures)
        return
    _show_ledger(workspace)
    chain.show(workspace.chapter())
    _tell_pages(workspace.directory)


def _write_pages(workspace: Workspace, sample: Told) -> None:
    from lodeline.cli import pages
    from lodeline.workspace import brief_page

    page = workspace.ledger_page()
    folder = workspace.directory
    write(folder / "report.html", pages.html(page))
    write(folder / "report.md", pages.markdown(page))
    write(folder / "brief.html", pages.html(brief_page(sample, workspace.today)))


def _tell_pages(folder: Path) -> None:
    screen.line(f"The ledger as a page:    {folder / 'report.html'}, {folder / 'report.md'}")
    screen.line(f"One report as a page:    {folder / 'brief.html'}")
    screen.line(f"Look further:            lodeline --workspace {shlex.quote(str(folder))} show ID")
    screen.line("Read your own:           lodeline read YOUR.txt")


def read(
    context: typer.Context,
    news: Annotated[
        list[str] | None, typer.Argument(metavar="NEWS", help="Files, folders, or - for standard input.")
    ] = None,
    published: Published = None,
    claims: Annotated[
        list[str] | None,
        typer.Option(metavar="DIR", help="Record claims from files in the form of the claims contract."),
    ] = None,
    jobs: Jobs = None,
    as_json: AsJson = False,
) -> None:
    """Read news into the ledger.

    Takes .txt, .html, .json, .jsonl, folders, or - for standard input.

    \b
    lodeline read report.txt
    lodeline read news/ --published 2025-11
    curl -s https://example.org/story | lodeline read -
    lodeline read --claims checked-claims/
    """
    if not news and not claims:
        raise typer.BadParameter("give at least one file, folder or -, or --claims DIR", param_hint="NEWS")
    from lodeline.cli.shelf import short_brief
    from lodeline.workspace import brief_page

    setting: Setting = context.obj
    workspace = setting.workspace()
    paths = news or []
    read_news = workspace.read(paths, published, jobs=jobs_for(paths, jobs))
    results = itertools.chain(read_news, workspace.read_claims(claims or ()))
    kept: list[dict[str, Any]] = []

    def keep(told: Told) -> None:
        kept.append(_document_json(told))

    tally = _read_all(results, _count(paths), keep if as_json else None, quiet=as_json)
    if as_json:
        _print_json(workspace, kept, tally.failures)
    elif tally.read:
        _show_ledger(workspace)
        if tally.sole and (tally.sole.analysis or not claims):
            short_brief(brief_page(tally.sole, workspace.today), tally.sole.document.source)
    raise typer.Exit(exit_code(tally.read, len(tally.failures)))


def _count(paths: list[str]) -> int:
    from lodeline.documents.sources import count_files

    return count_files(tuple(paths))


@dataclass
class Tally:
    """What a run came to. No text stays in memory but a sole one, so that long runs take no more of it."""

    read: int = 0
    sole: Told | None = None
    failures: list[Failure] = field(default_factory=list)

    def add(self, told: Told) -> None:
        self.read += 1
        self.sole = told if self.read == 1 else None


def _read_all(
    results: Iterator[Told | Failure], total: int, keep: Callable[[Told], Any] | None = None, quiet: bool = False
) -> Tally:
    """Everything that was read and everything that failed, each told as it comes, and kept where that is wanted."""
    from lodeline.documents.sources import Failure

    tally = Tally()
    with screen.progress("reading", total) as advance:
        for item in results:
            if isinstance(item, Failure):
                tally.failures.append(item)
                screen.error(item.error)
                advance(item.source)
                continue
            tally.add(item)
            if keep:
                keep(item)
            if not quiet:
                screen.line(_told_line(item))
                for step in _refused(item):
                    screen.line(f"    refused: {step.reason}", "dim")
            advance(item.document.name)
    return tally


def _told_line(told: Told) -> str:
    """One line per text: language, when it was published and how that is known, claims found."""
    from lodeline.checking.refusing import CHECKER
    from lodeline.reports.labels import label

    document = told.document
    language, published = label("language", document.language), document.published
    claims = screen.count(len(told.reading.claims), "claim")
    refused = len(_refused(told))
    claims += f" · {refused} refused by the {CHECKER}" if refused else ""
    held = "" if told.new else " · already in the ledger"
    invented = " · INVENTED" if document.invented else ""
    day = f"published {published.date} ({published.origin}: {published.reason})"
    if published.date is None:
        day = f"published: unknown ({published.reason}); give it with --published"
    unread = f" · {language} is not read yet, only kept" if told.unread else ""
    return f"{document.name}: {language} · {day} · {claims}{unread}{held}{invented}"


def _refused(told: Told) -> list[Step]:
    """What the checker refused, with its reasons."""
    from lodeline.checking.refusing import CHECKER

    return [step for step in told.reading.steps if step.rule == CHECKER]


def _show_ledger(workspace: Workspace) -> None:
    from lodeline.cli.shelf import ledger_tables

    ledger_tables(workspace.state())


def _print_json(workspace: Workspace, documents: list[dict[str, Any]], failures: list[Failure]) -> None:
    from lodeline.ledger.views import entry_json, totals_json

    state = workspace.state()
    write_out(
        as_text(
            {
                "documents": documents,
                "failures": [{"source": each.source, "error": str(each.error)} for each in failures],
                "entries": [entry_json(entry) for entry in state.entries],
                "totals": totals_json(state.totals),
            }
        )
    )


def _document_json(told: Told) -> dict[str, Any]:
    """A text's claims and what was refused, without the text."""
    from lodeline.claims.files import dump

    form = {key: value for key, value in dump(told.document, told.reading).items() if key != "text"}
    return {**form, "refused": _refused_json(told)}


def _refused_json(told: Told) -> list[dict[str, Any]]:
    return [{"span": [step.start, step.stop], "reason": step.reason} for step in _refused(told)]
