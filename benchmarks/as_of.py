"""How long one entry takes to look up on a day, as known at a time, in a ledger of a million claims.

usage: as_of.py [--claims 1000000] [--lookups 2000] [--seed 1] [--folder DIR]

With --folder the ledger is kept there, and looked up without being written anew the next time.

Writes the index of a made-up ledger (commitments told by one to nineteen reports over three years, each recorded some
days after its publication, some read a year late, some corrected), then looks up random entries on random days and
times, each through a connection of its own as `Workspace.entry_on` does. Prints milliseconds of the clock, and of the
processor beside them, which a busy machine does not lengthen.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import cast

from lodeline.claims.claim import Claim, ClaimId, Party, Status
from lodeline.claims.identity import claim_id
from lodeline.documents.document import DocumentId
from lodeline.ledger import lookup
from lodeline.ledger.book import ALWAYS
from lodeline.ledger.commitment import EntryId, Evidence, Telling
from lodeline.ledger.learning import Learned
from lodeline.ledger.parties import names_of
from lodeline.storage.session import session
from lodeline.vocabulary.quantities import Money
from lodeline.workspace import Workspace

FIRST = date(2030, 1, 1)
DAYS = 1095
LADDER = ("rumoured", "proposed", "memorandum", "agreed", "binding", "in_force", "under_way", "completed")
MOST = 19
"""Reports of the most told commitment; ten on the average."""


def told(story: int, place: int, dice: random.Random) -> Learned:
    """One report of a story: later ones tell higher rungs, with the sum a little otherwise."""
    published = FIRST + timedelta(days=min(DAYS - 1, place * DAYS // MOST + dice.randrange(40)))
    document = DocumentId(f"{story:08x}{place:08x}")
    partners = (f"Company {story} Mining", f"Bank of Place {story % 977}")
    evidence = f"{partners[0]} and {partners[1]} tell of their venture {story} for the time {place}."
    claim = Claim(
        id=ClaimId(""),
        document=document,
        kind="joint_venture",
        start=0,
        stop=len(evidence),
        evidence=evidence,
        status=cast(Status, LADDER[min(place * len(LADDER) // MOST, len(LADDER) - 1)]),
        parties=tuple(Party(name, "partner", Decimal(50)) for name in partners),
        commodities=("copper",),
        assets=(f"Deposit {story}",),
        places=("PE",),
        amount=Money(Decimal(dice.randint(95, 105) * 1_000_000), "USD"),
        rule="given",
        reader="file",
    )
    claim = replace(claim, id=claim_id(claim))
    day = published.isoformat()
    quote = Evidence(document, f"report {story}-{place}", day, 0, len(evidence), evidence, claim.id)
    learned_on = published + timedelta(days=dice.choice((0, 1, 3, 365)))
    until = (learned_on + timedelta(days=90)).isoformat() if dice.random() < 0.05 else ALWAYS
    return Learned(Telling(claim, day, quote.name, (quote,), document), f"{learned_on}T10:00:00+00:00", until)


def stories(claims: int, dice: random.Random) -> Iterator[list[Learned]]:
    made = 0
    while made < claims:
        reports = [told(made, place, dice) for place in range(min(dice.randint(1, MOST), claims - made))]
        made += len(reports)
        yield reports


def kept(workspace: Workspace) -> list[EntryId]:
    """The entries of a ledger that is there already; none where there is none."""
    with session(workspace.path, writes=False) as unit:
        return [EntryId(str(entry)) for (entry,) in unit.rows("SELECT DISTINCT entry FROM ledger_index")]


def fill(workspace: Workspace, claims: int, dice: random.Random) -> list[EntryId]:
    """Write the index; tells the entries."""
    entries: list[EntryId] = []
    every = stories(claims, dice)
    with session(workspace.path) as unit:
        lookup.clear(unit)
        for reports in every:
            entry = EntryId(f"{dice.getrandbits(64):016x}")
            # Each story has names of its own, so that its entities are those that the whole ledger would give them.
            names = names_of([each.telling.claim for each in reports], lambda names: {name: name for name in names})
            lookup.add(unit, entry, reports, names)
            entries.append(entry)
        lookup.seal(unit)
    return entries


def measure(workspace: Workspace, entries: list[EntryId], lookups: int, dice: random.Random) -> None:
    """Look up and print how long it took."""
    clock: list[float] = []
    processor: list[float] = []
    known = 0
    for _ in range(lookups):
        entry = dice.choice(entries)
        as_of, known_at = (str(FIRST + timedelta(days=dice.randrange(DAYS + 365))) for _ in range(2))
        start = time.perf_counter(), time.process_time()
        known += workspace.entry_on(entry, as_of, known_at) is not None
        clock.append((time.perf_counter() - start[0]) * 1000)
        processor.append((time.process_time() - start[1]) * 1000)
    print(f"{known} of {lookups} look-ups found something that was known by then")
    for name, times in (("clock", sorted(clock)), ("processor", sorted(processor))):
        middle, high = times[lookups // 2], times[lookups * 95 // 100]
        print(f"{name:9} p50 {middle:.2f} ms, p95 {high:.2f} ms, worst {times[-1]:.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--lookups", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where the ledger is written [default: a temporary folder]")
    given = parser.parse_args()
    dice = random.Random(given.seed)
    with nullcontext(given.folder) if given.folder else tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.open(folder, "2034-01-01")
        start = time.perf_counter()
        entries = kept(workspace) or fill(workspace, given.claims, dice)
        size = workspace.path.stat().st_size / 1e6
        seconds = time.perf_counter() - start
        print(f"{given.claims} claims, {len(entries)} entries, {size:.0f} MB, {seconds:.0f} s to make ready")
        measure(workspace, entries, given.lookups, dice)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
