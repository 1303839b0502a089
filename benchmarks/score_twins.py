"""How much worse the twins of a gold text are read than the text itself.

usage: score_twins.py --shared DIR [--out DIR] [--count 20] [--seed 1]

Makes the twins, reads them with `lodeline extract`, scores each with the scorer beside the gold, and prints F1 of
claims, deals and slots per twin, then mean, minimum and the distance from the unchanged text (twin00).
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import twins

COMMAND = [sys.executable, "-c", "from lodeline.cli import main; main()"]


@dataclass(frozen=True)
class Score:
    """F1 of one twin, each in [0, 1]."""

    name: str
    claims: float
    deals: float
    slots: float


def scored(scorer: Path, gold: Path, answers: Path) -> Score:
    call = [sys.executable, str(scorer), str(gold), str(answers), "--json"]
    kinds = json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout)["kinds"]
    none = {"claim_f1": 0.0, "slot_f1": 0.0}
    every, deals = kinds.get("all", none), kinds.get("deals", none)
    return Score(gold.name, every["claim_f1"], deals["claim_f1"], every["slot_f1"])


def line(name: str, values: Iterable[float], sign: str = "") -> str:
    return f"{name:18}" + "".join(f" {value:{sign}7.3f}" for value in values)


def table(scores: list[Score]) -> str:
    rows = [(s.claims, s.deals, s.slots) for s in scores]
    own, columns = rows[0], list(zip(*rows[1:], strict=True))
    means, lowest = [mean(column) for column in columns], [min(column) for column in columns]
    return "\n".join(
        [
            f"{'':18} {'claims':>7} {'deals':>7} {'slots':>7}",
            *(line(s.name, row) for s, row in zip(scores, rows, strict=True)),
            line("mean of twins", means),
            line("lowest twin", lowest),
            line("mean - original", (m - o for m, o in zip(means, own, strict=True)), "+"),
            line("lowest - original", (m - o for m, o in zip(lowest, own, strict=True)), "+"),
        ]
    )


def run(shared: Path, out: Path, count: int, seed: int) -> list[Score]:
    folders = twins.make(shared, out, count, seed)
    answers = out / "answers"
    subprocess.run(
        [*COMMAND, "extract", str(out / "texts"), "--out", str(answers)], check=True, stdout=subprocess.DEVNULL
    )
    return [scored(shared / "gold" / "score_claims.py", folder, answers) for folder in folders]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, help="kept; a folder that is removed afterwards where none is given")
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if not (args.shared / "gold" / "score_claims.py").is_file():
        sys.exit(f"{args.shared}/gold has no gold text to make twins of; name another folder with --shared")
    with tempfile.TemporaryDirectory() as scratch:
        print(table(run(args.shared, args.out or Path(scratch), args.count, args.seed)))


if __name__ == "__main__":
    main()
