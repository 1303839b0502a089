"""Shows that the measure here gives what the organisers' program gives, wherever that program ends in time.

    python benchmarks/factrueval_check.py DEVSET SCRIPTS

DEVSET: the folder with the layers. SCRIPTS: the folder of the organisers' `t3_eval.py` (it needs numpy). The answers
compared are the gold spoilt at random and what the reader reads; matchings of equal F1 may differ in their sums.
"""

from __future__ import annotations

import random
import signal
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

from factrueval_facts import read_facts
from factrueval_gold import KINDS, load, plain
from factrueval_match import Answer, Gold, Tally, measure

SECONDS = 4
ROUNDS = 8


def main() -> None:
    folder, scripts = Path(sys.argv[1]), Path(sys.argv[2])
    sys.path.insert(0, str(scripts))
    positions = position_table(scripts / "dialent" / "jobs_processed.txt")
    count: Counter[str] = Counter()
    for path in sorted(folder.glob("*.facts")):
        gold = load(folder, path.stem, positions)
        text = path.with_suffix(".txt").read_text("utf-8")
        for answers in (*(spoilt(gold, random.Random(f"{path.stem}{n}")) for n in range(ROUNDS)), read_facts(text)):
            ours = measure(gold, answers, KINDS)
            for kind in KINDS:
                count[compare(folder, path.stem, answers, kind, ours[kind])] += 1
    print(*(f"{n:6d} {what}" for what, n in sorted(count.items())), sep="\n")
    if count["lower"] or count["higher"]:
        sys.exit(1)


def position_table(path: Path) -> dict[str, str]:
    rows = (line.split("|") for line in path.read_text("utf-8").splitlines() if line.strip())
    return {row[0].strip(): row[1].strip() for row in rows}


def spoilt(gold: Sequence[Gold], chance: random.Random) -> list[Answer]:
    """The gold with facts and arguments left out, doubled and mixed up."""
    answers = []
    for fact in gold:
        for _ in range(chance.choice((0, 1, 1, 1, 2))):
            slots = [
                (name, plain(chance.choice(sorted(values)))) for name, values in fact.slots if chance.random() < 0.8
            ]
            other = chance.choice(gold).slots
            if other and chance.random() < 0.3:
                name, values = chance.choice(other)
                slots.append((name, plain(chance.choice(sorted(values)))))
            if slots:
                answers.append(Answer(fact.kind, tuple(slots)))
    return answers


def compare(folder: Path, document: str, answers: Sequence[Answer], kind: str, ours: Tally) -> str:
    theirs = official(folder, document, [a for a in answers if a.kind == kind], kind)
    if theirs is None:
        return "not ended in time"
    if abs(theirs.f1 - ours.f1) > 1e-9:
        word = "lower" if ours.f1 < theirs.f1 else "higher"
        print(document, kind, word, theirs, ours)
        return word
    sums = (theirs.gold, theirs.answers) == (ours.gold, ours.answers) and abs(theirs.found - ours.found) < 1e-9
    return "equal" if sums and abs(theirs.right - ours.right) < 1e-9 else "equal F1, other sums"


def official(folder: Path, document: str, answers: Sequence[Answer], kind: str) -> Tally | None:
    """The organisers' tally; None where their search takes longer than SECONDS."""
    from dialent.objects.fact import Fact  # type: ignore[import-not-found]
    from dialent.standard import Standard  # type: ignore[import-not-found]
    from dialent.task3.eval import Optimizer  # type: ignore[import-not-found]

    gold: list[Any] = [f for f in Standard(document, str(folder)).facts if f.tag == kind]
    given = [Fact.fromTest("\n".join([kind, *(f"{name}:{value}" for name, value in a.slots)])) for a in answers]
    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(SECONDS)
    try:
        search = Optimizer(gold, given, False)
        search.findSolution()
    except TimeoutError:
        return None
    finally:
        signal.alarm(0)
    m = search.metrics
    return Tally(m.tp_std, m.tp_test, m.n_std, m.n_test)


def give_up(_signal: int, _frame: FrameType | None) -> Iterator[None]:
    raise TimeoutError


if __name__ == "__main__":
    main()
