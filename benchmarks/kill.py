"""`kill -9` at random moments of a long read: what was told as read must be there, and nothing half of it.

usage: kill.py [--kills 100] [--texts 200] [--seed 1]

First the texts are read once without harm, to know how long it takes and what comes out. Then, as often as asked for, a
process reads them into a new workspace and is killed at a moment chosen evenly over that time. Each workspace is opened
again and looked through: every document that was told as read is there, each with its text, claims, name and raw bytes,
and the audit verifies. Every tenth is read on to its end: its export must be that of the undisturbed read, to the byte.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from lodeline.errors import LodelineError
from lodeline.reading import Told
from lodeline.storage.session import session
from lodeline.workspace import Workspace

DAY = "2031-06-01"
READER = f"""
import sys
from lodeline.reading import Told
from lodeline.workspace import Workspace
for told in Workspace.open(sys.argv[1], {DAY!r}).read([sys.argv[2]]):
    print(told.document.id if isinstance(told, Told) else "failed", flush=True)
"""
EVERY = 10
"""Of so many killed reads, one is read on to its end."""
TEXT = """{town}, May {day}, 2031. {company} will buy {share} % of the {mine} copper mine from {seller} for {sum}
million dollars, the companies said.

{company} and {seller} signed a memorandum on a smelter near {town}. It will make {tonnes} tonnes of copper a year."""


@dataclass(frozen=True, slots=True)
class Killed:
    """One killed read: how many documents had been told by then, how many are in the ledger, and what is wrong."""

    told: int
    held: int
    faults: tuple[str, ...]


def write_texts(folder: Path, texts: int, dice: random.Random) -> None:
    names = ("Granite", "Heron", "Slate", "Birch", "Lind", "Osprey", "Cedar", "Marl")
    folder.mkdir()
    for number in range(texts):
        one, other, third = dice.sample(names, 3)
        told = TEXT.format(
            town=f"{third} City",
            day=dice.randint(1, 28),
            company=f"{one} {number} Metals",
            share=dice.randint(5, 95),
            mine=f"{third} {number}",
            seller=f"{other} Holding",
            sum=dice.randint(10, 900),
            tonnes=dice.randint(10, 90) * 1000,
        )
        (folder / f"{number:04}.txt").write_text(told)


def read(workspace: Path, texts: Path, seconds: float | None = None) -> list[str]:
    """Read in a process of its own, which is killed after so many seconds; tells the documents that it told as read."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", READER, str(workspace), str(texts)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as reader:
        try:
            told, _ = reader.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            reader.kill()
            told, _ = reader.communicate()
    if reader.returncode not in (0, -signal.SIGKILL):
        raise RuntimeError(f"the reader ended by itself with {reader.returncode}")
    return [line for line in told.split("\n")[:-1] if line]


def look_through(folder: Path, told: list[str]) -> Killed:
    """Open the workspace of a killed read again."""
    try:
        workspace = Workspace.open(folder, DAY, starter=False)
        found = {document.id: document for document in workspace.state().documents}
        faults = [fault.what for fault in workspace.verify().faults]
        raw = {each.id: workspace.library.fetch(each.raw_sha256) for each in found.values()}
    except LodelineError as problem:
        return Killed(len(told), 0, (str(problem),))
    faults += [f"{document} was told as read and is lost" for document in told if document not in found]
    faults += [f"{each.id} has other raw bytes" for each in found.values() if _hash(raw[each.id]) != each.raw_sha256]
    with session(workspace.path, writes=False) as unit:
        rows = {
            table: Counter(str(document) for (document,) in unit.rows(f"SELECT document FROM {table}"))
            for table in ("ledger_document", "ledger_reading", "ledger_name")
        }
    faults += [f"{table} has half a document" for table, held in rows.items() if held != Counter(list(found))]
    return Killed(len(told), len(found), tuple(faults))


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def read_on(folder: Path, texts: Path) -> bytes:
    """The export after reading everything again, here."""
    workspace = Workspace.open(folder, DAY, starter=False)
    failed = [each for each in workspace.read([str(texts)]) if not isinstance(each, Told)]
    if failed:
        raise RuntimeError(f"{len(failed)} texts failed")
    return workspace.export()


def kill(kills: int, texts: int, seed: int) -> list[Killed]:
    """All killed reads, looked through."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        write_texts(home / "texts", texts, dice)
        start = time.perf_counter()
        read(home / "whole", home / "texts")
        seconds = time.perf_counter() - start
        whole = Workspace.open(home / "whole", DAY, starter=False).export()
        return [_killed(home, number, (dice.uniform(0, seconds), whole)) for number in range(kills)]


def _killed(home: Path, number: int, how: tuple[float, bytes]) -> Killed:
    seconds, whole = how
    workspace = home / f"killed-{number}"
    found = look_through(workspace, read(workspace, home / "texts", seconds))
    if number % EVERY == 0 and read_on(workspace, home / "texts") != whole:
        return Killed(found.told, found.held, (*found.faults, "read on, it says another thing"))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--texts", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    every = kill(given.kills, given.texts, given.seed)
    midway = sum(0 < each.held < given.texts for each in every)
    print(f"{len(every)} reads killed, {midway} of them midway (the others before the first or after the last text)")
    print(
        f"{sum(each.told for each in every)} documents told as read, {sum(each.held for each in every)} in the ledgers"
    )
    print(f"read on to the end and compared: {len(range(0, len(every), EVERY))}")
    faults = [fault for each in every for fault in each.faults]
    print(f"lost, half or harmed: {len(faults)}")
    for fault in faults[:20]:
        print(f"  {fault}")


if __name__ == "__main__":
    main()
