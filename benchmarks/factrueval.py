"""Reading of general Russian news, measured on factRuEval-2016, track 3 (facts), beside the published figures.

usage: factrueval.py FOLDER [--half development|held-out|all] [--hard] [--show KIND] [--json]

FOLDER holds the layers of the documents (`book_N.txt`, `.tokens`, `.spans`, `.objects`, `.coref`, `.facts`); the
corpus is MIT and not part of this repository. A document belongs to a half by the hash of its name: rules were
written with the development half in sight, the held-out half is only scored. `--show` prints gold and answers.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from factrueval_facts import read_facts
from factrueval_gold import KINDS, half_of, load
from factrueval_match import Answer, Gold, Tally, measure

BEST_OF_2016 = {"ownership": 0.259, "occupation": 0.662, "meeting": 0.242, "deal": 0.301, "overall": 0.508}
"""The best F1 of any entry, kind by kind, on the test set of the competition (its `reports/run_2`)."""
COLUMNS = ("kind", "P", "R", "F1", "gold", "answers", "best of 2016")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="factRuEval-2016, track 3")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("development", "held-out", "all"), default="all")
    parser.add_argument("--hard", action="store_true", help="ask for difficult facts, leave out unreal ones")
    parser.add_argument("--show", choices=KINDS, help="print gold and answers of a kind; development half only")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    tallies = dict.fromkeys(KINDS, Tally())
    for document in documents(given.folder, given.half):
        gold = load(given.folder, document, hard=given.hard)
        answers = read_facts((given.folder / f"{document}.txt").read_text("utf-8"))
        for kind, tally in measure(gold, answers, KINDS).items():
            tallies[kind] += tally
        if given.show and half_of(document) == "development":
            show(document, given.show, gold, answers)
    tallies["overall"] = sum(tallies.values(), Tally())
    print(as_json(tallies) if given.json else table(tallies))


def documents(folder: Path, half: str) -> list[str]:
    return [p.stem for p in sorted(folder.glob("*.facts")) if half in ("all", half_of(p.stem))]


def show(document: str, kind: str, gold: Sequence[Gold], answers: Sequence[Answer]) -> None:
    told = [("gold", [(n, min(v, key=len)) for n, v in g.slots]) for g in gold if g.kind == kind]
    told += [("read", list(a.slots)) for a in answers if a.kind == kind]
    for side, slots in told:
        print(document, side, *(f"{name}={value}" for name, value in slots), sep="  ")


def table(tallies: dict[str, Tally]) -> str:
    rows = [COLUMNS]
    for kind, t in tallies.items():
        figures = (f"{t.precision:.3f}", f"{t.recall:.3f}", f"{t.f1:.3f}", str(t.gold), str(t.answers))
        rows.append((kind, *figures, f"{BEST_OF_2016[kind]:.3f}"))
    return "\n".join("  ".join(cell.rjust(10) for cell in row) for row in rows)


def as_json(tallies: dict[str, Tally]) -> str:
    told = {
        kind: {"precision": t.precision, "recall": t.recall, "f1": t.f1, "gold": t.gold, "answers": t.answers}
        for kind, t in tallies.items()
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
