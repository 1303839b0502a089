"""Many texts read by several processes: the same answers in the same order, whatever becomes of one of them."""

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from lodeline.cli import screen
from lodeline.cli.setting import MUCH, jobs_for
from lodeline.documents.items import Item
from lodeline.documents.loading import Raw, raw_items
from lodeline.documents.sources import Failure
from lodeline.documents.workers import WINDOW, Workers, cores
from lodeline.errors import MissingModel, NotADate, ReaderFailed
from lodeline.reading import Told, read_all
from lodeline.workspace import Workspace

STORY = (
    "GRANITE CITY, May {day}, 2031 — Birch Copper signed a binding contract to sell 12,000 tonnes of copper ore "
    "a year to Slate Holding. The contract is worth ${day} million."
)
RUSSIAN = (
    "ГРАНИТОГОРСК, {day} мая 2031 — Компания «Берёзовая медь» подписала с холдингом «Сланец» контракт о поставке "
    "12 тысяч тонн медного концентрата в год."
)
PAGE = "<html><body><nav><p>Home, markets and mines of the week</p></nav><article><p>{}</p></article></body></html>"


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Thirty files, some of which cannot be read."""
    folder = tmp_path / "news"
    folder.mkdir()
    for n in range(24):
        story = (RUSSIAN if n % 2 else STORY).format(day=n + 1)
        (folder / f"{n:02}.{'html' if n % 3 == 0 else 'txt'}").write_text(PAGE.format(story) if n % 3 == 0 else story)
    lines = [json.dumps({"id": f"item {n}", "text": STORY.format(day=n)}) for n in range(1, 9)]
    (folder / "list.jsonl").write_text("\n".join([*lines[:4], "{broken", *lines[4:]]))
    (folder / "03.txt").write_text("")
    (folder / "04.txt").write_bytes(b"%PDF-1.7 what it holds is no text")
    (folder / "05.txt").write_text("1234567890 " * 4000)
    return folder


def told(folder: Path, jobs: int) -> list[Told | str]:
    results = read_all(raw_items([str(folder)]), jobs=jobs)
    return [str(each.error) if isinstance(each, Failure) else replace(each, analysis=None) for each in results]


def test_two_processes_answer_as_one_does_and_in_the_same_order(mixed: Path) -> None:
    one = told(mixed, 1)
    assert told(mixed, 2) == one
    assert sum(isinstance(each, str) for each in one) == 4
    assert sum(bool(each.reading.claims) for each in one if isinstance(each, Told)) >= 30


def test_the_ledger_and_the_files_of_claims_are_the_same_byte_for_byte(mixed: Path, tmp_path: Path) -> None:
    books = {jobs: Workspace.open(tmp_path / f"book {jobs}", "2031-06-01") for jobs in (1, 3)}
    for jobs, book in books.items():
        assert sum(isinstance(each, Told) for each in book.read([str(mixed)], jobs=jobs)) > 25
    assert books[1].export() == books[3].export()


def test_a_date_that_is_none_is_refused_before_anything_is_read() -> None:
    with pytest.raises(NotADate):
        read_all((), "soon", jobs=2)


# --- the pool -----------------------------------------------------------------------------------------------------


def raw(*bodies: str) -> Iterator[Raw]:
    return (Raw(Item(f"item {body}", body, body, is_html=False), "here", "") for body in bodies)


def test_a_process_that_dies_loses_its_own_text_only() -> None:
    with Workers(2, "odd_worker") as workers:
        answers = list(workers.answers(raw("a", "die", "b", "c", "die", "die", "d")))
    assert [each if isinstance(each, str) else type(each.error) for each in answers] == [
        *("A", ReaderFailed, "B", "C", ReaderFailed, ReaderFailed, "D")
    ]
    assert "item die: " in str(answers[1].error)


def test_a_process_that_died_while_it_was_idle_costs_nothing() -> None:
    with Workers(1, "odd_worker") as workers:
        assert list(workers.answers(raw("a"))) == ["A"]
        workers.idle[0].process.kill()
        workers.idle[0].process.wait()
        assert list(workers.answers(raw("b"))) == ["B"]


def test_what_ends_a_run_ends_it_and_every_process() -> None:
    with Workers(2, "odd_worker") as workers, pytest.raises(MissingModel):
        list(workers.answers(raw("a", "b", "end", "c")))
    assert not workers.idle
    assert not workers.busy


def test_no_more_is_drawn_than_may_wait() -> None:
    drawn = []

    def endless() -> Iterator[Raw]:
        while True:
            drawn.append(1)
            yield from raw("a")

    with Workers(2, "odd_worker") as workers:
        answers = workers.answers(endless())
        for _ in range(3):
            assert next(answers) == "A"
    assert len(drawn) <= 2 * WINDOW + 3


def test_processes_end_when_nobody_waits_for_their_answers() -> None:
    with Workers(2, "odd_worker") as workers:
        next(workers.answers(raw("a", "b", "c", "d")))
        children = [*workers.idle, *(child for child, _ in workers.busy.values())]
    assert children
    assert all(child.process.returncode is not None for child in children)


# --- the command --------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="sees processes end by Linux's own means")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_whatever_ends_the_command_leaves_no_process_behind(tmp_path: Path, end: int) -> None:
    story = PAGE.format(" ".join(STORY.format(day=day) for day in range(1, 28)))
    lines = [json.dumps({"html": story, "id": str(n)}) for n in range(400)]
    (tmp_path / "long.jsonl").write_text("\n".join(lines))
    command = [sys.executable, "-c", "from lodeline.cli import main; main()", "extract", str(tmp_path), "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, start_new_session=True
    ) as run:
        assert run.stdout
        assert run.stdout.readline()
        ends = [os.pidfd_open(process) for process in group_of(run.pid)]
        assert len(ends) >= 3
        os.killpg(run.pid, end) if end == signal.SIGINT else run.send_signal(end)
        assert run.wait(30) != 0
        for process in ends:
            assert select.select([process], [], [], 30)[0], "a process goes on"
            os.close(process)


def group_of(leader: int) -> list[int]:
    """Processes that the system shows in a group."""
    processes = [int(each.name) for each in Path("/proc").iterdir() if each.name.isdigit()]
    return [process for process in processes if _group(process) == leader]


def _group(process: int) -> int | None:
    try:
        return os.getpgid(process)
    except ProcessLookupError:
        return None


def test_several_processes_read_only_where_there_is_much_to_read(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("a" * 100)
    assert jobs_for([str(tmp_path)], None) == 1
    assert jobs_for([str(tmp_path)], 3) == 3
    (tmp_path / "two.txt").write_text("a" * MUCH)
    assert jobs_for([str(tmp_path), "nowhere", "-"], None) == cores()


def test_progress_is_a_bar_on_a_terminal_and_silent_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    for stream in (Terminal(), StringIO()):
        monkeypatch.setattr(sys, "stderr", stream)
        with screen.progress("reading", 2) as advance:
            for name in ("one", "two", "three of a list"):
                advance(name)
        assert ("3/3" in stream.getvalue()) is stream.isatty()
