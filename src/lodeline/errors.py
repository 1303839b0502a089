"""The one tree of errors: each is named by its condition, keeps its fields, pickles, and is also a builtin.

A message says where, what was met, and what to do. Only `cli` and `web` turn errors into text for people.

LodelineError
├── MissingFile, UnreadableFile, EmptyText, TooLarge, NotText, UnknownFormat
├── BrokenJson, WithoutText, NothingInFolder, NotADate
├── PageTooCostly, PageWithoutText, NotReadYet
├── TooLong, ReaderFailed, Unforeseen
├── BadClaims
├── NewerStorage, StorageBusy, NotALedger, CannotWrite
├── Forgotten, NoSuchEntry, AmbiguousEntry
├── NoSuchName: NoSuchMineral, NoSuchCountry, NoSuchRegion, NotOneDocument
└── MissingModel
"""

from __future__ import annotations

import traceback
from pathlib import Path

PACKAGE = Path(__file__).parent


class LodelineError(Exception):
    """Anything that Lodeline refuses, with a text for people."""


class MissingFile(LodelineError, LookupError):
    """A path leads nowhere."""

    def __init__(self, where: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(where, near)
        self.where, self.near = where, near

    def __str__(self) -> str:
        hint = f"did you mean {' or '.join(self.near)}?" if self.near else "check the path"
        return f"{self.where}: no such file or folder; {hint}"


class UnreadableFile(LodelineError, PermissionError):
    """The system refuses to open a file or folder."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(where, reason)
        self.where, self.reason = where, reason

    def __str__(self) -> str:
        return f"{self.where}: cannot be opened ({self.reason}); check its permissions"


class EmptyText(LodelineError, ValueError):
    """A file or item holds no text at all."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: the text is empty; give a file with at least one sentence"


class TooLarge(LodelineError, ValueError):
    """A file, item or page is above the limit of its kind; sizes in bytes."""

    def __init__(self, where: str, size: int, limit: int) -> None:
        super().__init__(where, size, limit)
        self.where, self.size, self.limit = where, size, limit

    def __str__(self) -> str:
        size, limit = self.size / 1_000_000, self.limit / 1_000_000
        return f"{self.where}: {size:.1f} MB, and the limit is {limit:.0f} MB; cut it or save the article's text alone"


class NotText(LodelineError, ValueError):
    """The bytes are not text in an encoding that can be told."""

    def __init__(self, where: str, met: str) -> None:
        super().__init__(where, met)
        self.where, self.met = where, met

    def __str__(self) -> str:
        return f"{self.where}: not a text but {self.met}; save it as UTF-8 text or HTML"


class UnknownFormat(LodelineError, ValueError):
    """A value that must be one of a few is none of them."""

    def __init__(self, where: str, met: str, known: tuple[str, ...]) -> None:
        super().__init__(where, met, known)
        self.where, self.met, self.known = where, met, known

    def __str__(self) -> str:
        return f"{self.where}: {self.met!r} is not known; use one of {', '.join(self.known)}"


class BrokenJson(LodelineError, ValueError):
    """A JSON file does not parse; line and column count from 1."""

    def __init__(self, where: str, line: int, column: int, problem: str) -> None:
        super().__init__(where, line, column, problem)
        self.where, self.line, self.column, self.problem = where, line, column, problem

    def __str__(self) -> str:
        return f"{self.where}: broken JSON at line {self.line}, column {self.column} ({self.problem}); mend it there"


class WithoutText(LodelineError, TypeError):
    """A JSON item is not an object with `text` or `html`."""

    def __init__(self, where: str, met: str) -> None:
        super().__init__(where, met)
        self.where, self.met = where, met

    def __str__(self) -> str:
        return f'{self.where}: {self.met}; each item must be an object with "text" or "html" as a string'


class NothingInFolder(LodelineError, LookupError):
    """A folder holds no file that can be read."""

    def __init__(self, where: str, wanted: tuple[str, ...]) -> None:
        super().__init__(where, wanted)
        self.where, self.wanted = where, wanted

    def __str__(self) -> str:
        return f"{self.where}: nothing to read in this folder; put files ending in {', '.join(self.wanted)} there"


class NotADate(LodelineError, ValueError):
    """A date is not an ISO day, month or year."""

    def __init__(self, where: str, met: str) -> None:
        super().__init__(where, met)
        self.where, self.met = where, met

    def __str__(self) -> str:
        return f"{self.where}: {self.met!r} is not a date; write it as 2025-11-06, 2025-11 or 2025"


class PageTooCostly(LodelineError, RuntimeError):
    """Taking the text out of a page needed more time or memory than the child process may use."""

    def __init__(self, where: str, limit: str) -> None:
        super().__init__(where, limit)
        self.where, self.limit = where, limit

    def __str__(self) -> str:
        return f"{self.where}: the page could not be cleaned within {self.limit}; save the article's text as .txt"


class PageWithoutText(LodelineError, ValueError):
    """A page holds no paragraphs that look like an article."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: no article text was found in this page; save the article's text as .txt"


class NotReadYet(LodelineError, NotImplementedError):
    """A text in a language that Lodeline cannot read."""

    def __init__(self, where: str, language: str, reason: str) -> None:
        super().__init__(where, language, reason)
        self.where, self.language, self.reason = where, language, reason

    def __str__(self) -> str:
        return (
            f"{self.where}: looks like {self.language} ({self.reason}), which is not read yet; "
            "give a text in Russian, English or Kazakh"
        )


class BadClaims(LodelineError, ValueError):
    """A claim file breaks the contract for claims; all problems at once."""

    def __init__(self, where: str, problems: tuple[str, ...]) -> None:
        super().__init__(where, problems)
        self.where, self.problems = where, problems

    def __str__(self) -> str:
        return f"{self.where}: {'; '.join(self.problems)}; mend these claims (docs/reference/claims.md)"


class Forgotten(LodelineError, ValueError):
    """A text comes again that the ledger was asked to forget."""

    def __init__(self, where: str, day: str) -> None:
        super().__init__(where, day)
        self.where, self.day = where, day

    def __str__(self) -> str:
        return f"{self.where}: forgotten on {self.day} and not read again; read it into another --workspace"


class NewerStorage(LodelineError, RuntimeError):
    """A workspace was written by a newer Lodeline than this one."""

    def __init__(self, where: str, room: str, number: int, known: int) -> None:
        super().__init__(where, room, number, known)
        self.where, self.room, self.number, self.known = where, room, number, known

    def __str__(self) -> str:
        return (
            f"{self.where}: its {self.room} tables are of version {self.number}, and this Lodeline knows {self.known}; "
            "update Lodeline or use another --workspace"
        )


class StorageBusy(LodelineError, TimeoutError):
    """Another process holds the workspace for longer than we wait."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: another Lodeline is writing here; wait until it ends, or use another --workspace"


class NotALedger(LodelineError, ValueError):
    """The file at the place of the ledger is no database, or the folder cannot hold one."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(where, reason)
        self.where, self.reason = where, reason

    def __str__(self) -> str:
        return f"{self.where}: cannot be used as a workspace ({self.reason}); choose another with --workspace"


class NoSuchEntry(LodelineError, LookupError):
    """No entry of the ledger has this id."""

    def __init__(self, entry: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(entry, near)
        self.entry, self.near = entry, near

    def __str__(self) -> str:
        hint = f"did you mean {' or '.join(self.near)}?" if self.near else "see `lodeline ledger` for the ids"
        return f"{self.entry}: no such entry in the ledger; {hint}"


class NoSuchName(LodelineError, LookupError):
    """A name that nothing of its sort in the vocabulary bears."""

    what = "thing of this name"

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        super().__init__(name, near)
        self.name, self.near = name, near

    def __str__(self) -> str:
        return f"{self.name}: no {self.what} here; {_meant(self.near)}"


class NoSuchMineral(NoSuchName):
    """A name that no mineral of the vocabulary bears."""

    what = "such mineral"


class NoSuchCountry(NoSuchName):
    """A name that no state of the vocabulary bears."""

    what = "such country"


class NoSuchRegion(NoSuchName):
    """A name that neither a state nor a group of states of the vocabulary bears, or a group without clear members."""

    what = "state or group of states with known members"


class NotOneDocument(NoSuchName):
    """What is to be forgotten is no document or several (their ids are `near`), and no person that a text names."""

    what = "single document with this id or name, and no text that names such a person"


def _meant(near: tuple[str, ...]) -> str:
    return f"did you mean {' or '.join(near)}?" if near else "names in English, Russian and Kazakh are known"


class AmbiguousEntry(LodelineError, LookupError):
    """The start of an id fits more than one entry."""

    def __init__(self, entry: str, fits: tuple[str, ...]) -> None:
        super().__init__(entry, fits)
        self.entry, self.fits = entry, fits

    def __str__(self) -> str:
        return f"{self.entry}: fits {len(self.fits)} entries ({', '.join(self.fits[:5])}); give more of the id"


class MissingModel(LodelineError, RuntimeError):
    """Data that a language needs are not installed."""

    def __init__(self, package: str, purpose: str, remedy: str) -> None:
        super().__init__(package, purpose, remedy)
        self.package, self.purpose, self.remedy = package, purpose, remedy

    def __str__(self) -> str:
        return f"{self.purpose}: the models in package {self.package} were not found; {self.remedy}"


class MissingExtra(LodelineError, RuntimeError):
    """A form of output needs a library of an extra that is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(what, extra)
        self.what, self.extra = what, extra

    def __str__(self) -> str:
        return f"{self.what}: needs the extra `{self.extra}`; install it with: pip install 'lodeline[{self.extra}]'"


class BinaryOutput(LodelineError, ValueError):
    """A form that is no text was to be printed on a terminal."""

    def __init__(self, form: str) -> None:
        super().__init__(form)
        self.form = form

    def __str__(self) -> str:
        return f"{self.form}: is no text for a terminal; name a file with --out FILE, or send it on with > FILE"


class CannotWrite(LodelineError, PermissionError):
    """An output file or folder cannot be written."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(where, reason)
        self.where, self.reason = where, reason

    def __str__(self) -> str:
        return f"{self.where}: cannot be written ({self.reason}); choose another place"


class TooLong(LodelineError, ValueError):
    """A text is longer than what the reader takes at once; lengths in characters."""

    def __init__(self, where: str, length: int, limit: int) -> None:
        super().__init__(where, length, limit)
        self.where, self.length, self.limit = where, length, limit

    def __str__(self) -> str:
        return (
            f"{self.where}: {self.length:,} characters, and a text of more than {self.limit:,} is not read at once; "
            "split it, or keep the part that tells of the deals"
        )


class ReaderFailed(LodelineError, RuntimeError):
    """The reader broke on one text: a fault of Lodeline, not of the text; `what` is the exception and where it rose."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(where, what)
        self.where, self.what = where, what

    def __str__(self) -> str:
        return (
            f"{self.where}: the reader failed on this text ({self.what}), which is a fault of Lodeline; "
            "please report it with the text and the output of --debug, and leave the text out for now"
        )

    @classmethod
    def by(cls, where: str, problem: Exception) -> ReaderFailed:
        """The failure that an unforeseen exception is, which stays its cause."""
        failure = cls(where, where_it_rose(problem))
        failure.__cause__ = problem
        return failure


class Unforeseen(LodelineError, RuntimeError):
    """The command broke in a way that nobody thought of; `what` is the exception and where it rose."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    def __str__(self) -> str:
        return (
            f"lodeline itself failed: {self.what}, which is a fault of Lodeline; nothing that was told as read is "
            "lost; please report the command and what it prints with --debug"
        )


def where_it_rose(problem: BaseException) -> str:
    """The exception's class and the last line of Lodeline that it passed: what a report needs, and no text."""
    ours = [f for f in traceback.extract_tb(problem.__traceback__) if Path(f.filename).is_relative_to(PACKAGE)]
    if not ours:
        return type(problem).__name__
    return f"{type(problem).__name__} at {Path(ours[-1].filename).relative_to(PACKAGE)}:{ours[-1].lineno}"
