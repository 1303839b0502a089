"""The Python API: a folder with the ledger and the raw texts, and the verbs that people use on it.

A workspace decides nothing; it joins the rooms. It is the only place where the clock enters: `today`, and `now` for the
times at which the ledger learned something.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from lodeline.documents.document import Document
from lodeline.documents.library import Library
from lodeline.documents.loading import Failure, load, raw_items
from lodeline.errors import BadClaims, Forgotten, UnknownFormat
from lodeline.reading import Told, read_all
from lodeline.storage import scrubbing
from lodeline.storage.migrate import migrate
from lodeline.storage.session import session

if TYPE_CHECKING:
    from lodeline.entities.entity import Judgement
    from lodeline.entities.entity import Verdict as Said
    from lodeline.entities.explain import Explained
    from lodeline.ledger.book import Ledger
    from lodeline.ledger.commitment import Entry, Totals
    from lodeline.ledger.forgetting import Concern
    from lodeline.reports.balance import BalancePage
    from lodeline.reports.chain_answer import SupplyAnswer
    from lodeline.reports.chain_pages import Chapter
    from lodeline.reports.changes import By, ChangesPage, Language
    from lodeline.reports.learning import LearnedLine
    from lodeline.reports.pages import BriefPage, EntryPage, LedgerPage
    from lodeline.storage.vouchers import Verdict


@dataclass(frozen=True, slots=True)
class State:
    """The ledger at one moment: its entries, their totals and the documents that tell them."""

    entries: tuple[Entry, ...]
    totals: Totals
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with one ledger. Opening makes it where it is missing; raises NotALedger or NewerStorage."""

    directory: Path
    today: date
    now: str
    """ISO time at which what is recorded in this run was learned."""
    starter: bool | None = None
    """True shows the starter ledger beside one's own entries, False leaves it out, None shows it until a text is in."""

    @classmethod
    def open(
        cls, directory: Path | str | None = None, today: date | str | None = None, starter: bool | None = None
    ) -> Workspace:
        """The workspace in `directory` (default: the user's data folder), on `today` (default: the clock's)."""
        from lodeline.entities.tables import MIGRATIONS as JUDGEMENTS
        from lodeline.ledger.tables import MIGRATIONS
        from lodeline.storage import audit

        day = date.fromisoformat(today) if isinstance(today, str) else today
        folder = Path(directory) if directory else default_directory()
        now = f"{day}T00:00:00+00:00" if day else datetime.now(UTC).isoformat(timespec="seconds")
        workspace = cls(folder, day or clock_day(), now, starter)
        rooms = {"audit": audit.MIGRATIONS, "ledger": MIGRATIONS, "entities": JUDGEMENTS}
        migrate(workspace.path, rooms, workspace.today.isoformat())
        scrubbing.settle(workspace.path)
        return workspace

    @property
    def path(self) -> Path:
        return self.directory / "ledger.sqlite"

    @property
    def library(self) -> Library:
        return Library(self.directory / "raw")

    @contextmanager
    def ledger(self, writes: bool = False) -> Iterator[Ledger]:
        """The ledger in one unit of work, its names read by the judgements of people first."""
        from lodeline.entities.tables import judgements
        from lodeline.ledger.book import Ledger

        with session(self.path, writes=writes) as unit:
            yield Ledger(unit, partial(entity_keys, judgements=judgements(unit)))

    def judge(self, left: str, right: str, verdict: Said, by: str, why: str = "") -> Judgement:
        """Sign a word on two names: same, different, or unsure, which takes back what was said before."""
        from lodeline.entities.entity import Judgement
        from lodeline.entities.tables import judge

        said = Judgement(left, right, verdict, by, self.today.isoformat(), why)
        with session(self.path, writes=True) as unit:
            judge(unit, said, self.now)
        return said

    def judgements(self) -> tuple[Judgement, ...]:
        """Everything that people said of names, oldest first; of two words on one pair the later stands."""
        from lodeline.entities.tables import judgements

        with session(self.path, writes=False) as unit:
            return judgements(unit)

    def explain_names(self, left: str, right: str) -> Explained:
        """Whether two names are one, and the signs for and against."""
        from lodeline.entities.explain import explain

        return explain(left, right, self.judgements())

    def load(
        self, paths: Iterable[str], published: str | None = None, stdin: BinaryIO | None = None
    ) -> Iterator[Document | Failure]:
        """Documents behind the paths; their raw bytes are kept here first."""
        return load(paths, published=published, stdin=stdin, library=self.library)

    def read(
        self, paths: Iterable[str], published: str | None = None, stdin: BinaryIO | None = None, jobs: int = 1
    ) -> Iterator[Told | Failure]:
        """Read news and record it, text after text in order: each is in the ledger when it is told.

        With more `jobs` than one, so many processes read at once; told texts then come without their analysis.
        """
        for told in read_all(raw_items(paths, stdin, self.library), published, jobs=jobs):
            yield told if isinstance(told, Failure) else self._try_record(told)

    def read_claims(self, paths: Iterable[str]) -> Iterator[Told | Failure]:
        """Record claims from files in the form of the claims contract."""
        from lodeline.claims.files import claim_files

        for item in claim_files(paths, self.library):
            yield item if isinstance(item, Failure) else self._try_record(Told(*item))

    def add(self, path: Path | str, by: str | None = None) -> Told:
        """Record what a person, `by`, typed into a file (`lodeline.claims.by_hand`); raises BadClaims and Forgotten."""
        from lodeline.checking.refusing import refusals
        from lodeline.claims.by_hand import load_deal

        document, reading = load_deal(Path(path), by)
        if refused := refusals(document, reading):
            raise BadClaims(str(path), (*refused, "mend the value, or quote the words that state it"))
        told = self.record(Told(document, reading))
        self.library.keep(Path(path).read_bytes())  # not before: what is forgotten is not kept again
        return told

    def _try_record(self, told: Told) -> Told | Failure:
        """A text that was to be forgotten is not kept again: neither its claims nor its raw bytes."""
        try:
            return self.record(told)
        except Forgotten as problem:
            self.library.forget(told.document.raw_sha256)
            return Failure(told.document.source, problem)

    def record(self, told: Told) -> Told:
        """One document and its reading in one unit of work; recording it again changes nothing.

        Claims whose values the text contradicts are refused: they stand in the trace with the reason. Raises Forgotten
        where the ledger was asked to forget this document.
        """
        from lodeline.checking.refusing import passed

        told = replace(told, reading=passed(told.document, told.reading))
        with self.ledger(writes=True) as ledger:
            recorded = ledger.record(told.document, told.reading, self.now)
        return replace(told, new=recorded.changed)

    def state(self, as_of: str | None = None, known_at: str | None = None) -> State:
        """The ledger now, or as it stood: by what was published by `as_of`, and what it had learned by `known_at`.

        Both are days, months or years and count to their end. Totals are those of one's own entries, if there are any.
        """
        from lodeline.ledger.beside import beside
        from lodeline.ledger.book import ALWAYS
        from lodeline.ledger.days import end_of
        from lodeline.ledger.starter import starter_documents, starter_entries
        from lodeline.ledger.totals import totals

        recorded_by = end_of(known_at) if known_at else ALWAYS
        with self.ledger() as ledger:
            own, documents = ledger.entries(as_of, recorded_by), ledger.documents(recorded_by)
            shown = self.starter or (self.starter is None and not ledger.has_documents())
        telling = {document for entry in own for document in entry.sources}
        documents = tuple(each for each in documents if as_of is None or each.id in telling)
        real = () if self.starter is False else starter_entries(as_of)
        own = beside(own, real)
        real, notes = (real, starter_documents()) if shown else ((), ())
        return State((*own, *real), totals(own or real), (*documents, *notes))

    def entry_on(self, start: str, as_of: str | None = None, known_at: str | None = None) -> Entry | None:
        """One entry as it stood: by what was published by `as_of`, and what the ledger had learned by `known_at`.

        Both are days, months or years and count to their end. Looked up in an index, which is made anew after a change;
        without links to other entries. None where nothing of it was known yet. Raises NoSuchEntry or AmbiguousEntry.
        """
        from lodeline.ledger import lookup

        with session(self.path, writes=False) as unit:
            if lookup.is_current(unit):
                return lookup.entry_on(unit, start, as_of, known_at)
        with self.ledger(writes=True) as ledger:
            lookup.build(ledger)
            return lookup.entry_on(ledger.unit, start, as_of, known_at)

    def history(self, start: str) -> tuple[LearnedLine, ...]:
        """What the ledger knew of an entry when, and by which source; raises NoSuchEntry or AmbiguousEntry."""
        from lodeline.ledger.book import find
        from lodeline.ledger.learning import homes, learned
        from lodeline.reports.learning import learning_lines

        with self.ledger() as ledger:
            entry = find(ledger.entries(), start)
            return learning_lines(homes([entry], learned(ledger, entry.sources))[entry.id])

    def diff(self, since: str, until: str, by: By = "published", language: Language = "en") -> ChangesPage:
        """What changed between two days, in the time of the world (`published`) or in that of this ledger (`known`)."""
        from lodeline.ledger.changes import changes
        from lodeline.reports.changes import changes_page

        states = [self.state(day) if by == "published" else self.state(known_at=day) for day in (since, until)]
        found = changes(states[0].entries, states[1].entries, (since, until))
        return changes_page(found, (since, until), by, language)

    def verify(self, noted: str | None = None) -> Verdict:
        """Are the ledger and the raw bytes what was recorded? `noted` is the hash of a head written down elsewhere."""
        from lodeline.entities.tables import TABLES as OF_NAMES
        from lodeline.ledger.tables import TABLES
        from lodeline.storage.audit import Fault
        from lodeline.storage.vouchers import verdict

        with session(self.path, writes=False) as unit:
            found = verdict(unit, (*TABLES, *OF_NAMES), noted)
        harmed = (Fault(None, f"raw bytes {name} are not what was kept") for name in self.library.harmed())
        return replace(found, faults=(*found.faults, *harmed))

    def concern(self, name: str) -> Concern:
        """What forgetting a document (id or name) or a person would concern; raises NotOneDocument."""
        from lodeline.ledger.forgetting import concern

        with self.ledger() as ledger:
            return concern(ledger, name)

    def forget(self, name: str) -> Concern:
        """Forget a document, or a person in all documents, for good: no byte of it stays in this folder.

        Pages and exports that were written elsewhere are out of reach. What was interrupted is finished when the
        workspace is opened again. Raises NotOneDocument.
        """
        from lodeline.ledger.forgetting import concern, forget

        with self.ledger(writes=True) as ledger:
            asked = concern(ledger, name)
            # Before the commit: interrupted in between, the document is still found and can be forgotten again.
            for raw in forget(ledger, asked, self.now):
                self.library.forget(raw)
            scrubbing.owe(self.path)
        scrubbing.scrub(self.path)
        return asked

    def entry(self, start: str) -> Entry:
        """The entry whose id begins so, of the starter ledger too; raises NoSuchEntry or AmbiguousEntry."""
        from lodeline.ledger.book import find

        return find(replace(self, starter=self.starter is not False).state().entries, start)

    def entry_page(self, start: str, as_of: str | None = None) -> EntryPage:
        """The page of the entry whose id begins so; raises NoSuchEntry or AmbiguousEntry."""
        from lodeline.ledger.book import find
        from lodeline.reports.entry_page import entry_page

        state = replace(self, starter=self.starter is not False).state(as_of)
        titles = {entry.id: entry.title for entry in state.entries}
        return entry_page(find(state.entries, start), titles, state.documents, self.today)

    def export(self, form: str = "jsonl", as_of: str | None = None) -> bytes:
        """The ledger in one of the forms of `lodeline.reports.exports.forms`; the canonical export by default.

        The same texts give the same bytes, in whatever order they were read. Raises UnknownFormat and MissingExtra.
        """
        from lodeline.reports.exports.forms import FORMS

        if form not in FORMS:
            raise UnknownFormat("--format", form, tuple(FORMS))
        state = replace(self, starter=bool(self.starter)).state(as_of)  # of itself, only what was read or typed
        return FORMS[form].write(state.entries, state.documents)

    def ledger_page(self, as_of: str | None = None) -> LedgerPage:
        from lodeline.reports.assemble import ledger_page
        from lodeline.reports.chain import chapter

        state = self.state(as_of)
        page = ledger_page(state.entries, state.totals, state.documents, self.today)
        return replace(page, chapter=chapter(state.entries, self.today))

    def balance_page(
        self, asked: Sequence[str] = ("Central Asia",), partners: Sequence[str] = (), as_of: str | None = None
    ) -> BalancePage:
        """Whom states deal with, power by power; `asked` and `partners` name states or groups; raises NoSuchRegion."""
        from lodeline.reports.balance import balance_page

        return balance_page(self.state(as_of).entries, asked, partners, self.today)

    def chapter(self) -> Chapter:
        """Claimed shares checked, restrictions on the day, and what commitments would change in supply."""
        from lodeline.reports.chain import chapter

        return chapter(self.state().entries, self.today)

    def supply(
        self, mineral: str, stage: str | None = None, year: int | None = None, country: str | None = None
    ) -> SupplyAnswer:
        """Who makes a mineral, by the tables; raises NoSuchMineral and NoSuchCountry."""
        from lodeline.reports.chain_answer import supply_answer

        return supply_answer(mineral, stage, year, country)

    def outlooks(self, mineral: str | None = None, rival: str | None = None) -> Chapter:
        """The chapter of the commitments on one mineral; raises NoSuchMineral and NoSuchCountry."""
        from lodeline.reports.chain import chapter
        from lodeline.reports.chain_answer import find_country, mineral_keys
        from lodeline.reports.chain_outlook import Asked

        key = mineral_keys(mineral)[0] if mineral else None
        asked = Asked(key, find_country(rival).alpha3 if rival else None)
        return chapter(self.state().entries, self.today, asked)


def entity_keys(names: Sequence[str], judgements: Iterable[Judgement] = ()) -> Mapping[str, str]:
    """Names → keys of the entities they stand for, given all names of the ledger and what people said of them."""
    from lodeline.entities.entity import Name
    from lodeline.entities.resolver import Resolver

    found = Resolver(judgements=judgements).cluster(Name(name) for name in names)
    return {name.text: entity.key for name, entity in found.items()}


def brief_page(told: Told, today: date | None = None) -> BriefPage:
    """One text on one page, from that text alone; nothing is recorded."""
    from lodeline.claims.extract import read
    from lodeline.ledger.book import tellings
    from lodeline.ledger.history import derive
    from lodeline.reports.brief import brief_page

    document = told.document
    analysis = told.analysis or read(document)[0]
    entries = derive(tellings({document.id: document}, (told.reading,)), entity_keys)
    return brief_page(document, analysis, told.reading, entries, today or clock_day())


def clock_day() -> date:
    return datetime.now().date()


def default_directory() -> Path:
    from platformdirs import user_data_path

    return user_data_path("lodeline")
