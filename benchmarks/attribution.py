"""Who says what: the reader's sources, cues and contents against marked sentences.

usage: attribution.py FILE.jsonl [--show]

A line of FILE is {"id", "text", "attributions": [{"source", "cue", "content"}]} with code points [start, stop). Gold
and answers of a text are paired by the overlap of their contents; a part counts as right where its words agree
(Dice >= 0.75, case endings kept), and `exact` where the words are the same. A null cue is not counted.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lodeline.claims.attribution import attributions
from lodeline.claims.scene import set_scene
from lodeline.claims.stretches import Span
from lodeline.claims.voice import Attribution
from lodeline.language.analysis import ZoneSpan

PARTS = ("source", "cue", "content")
ENOUGH = 0.75
WORD = re.compile(r"\w+")


@dataclass
class Score:
    """Counts of one part: right, right word for word, told by the gold, told by the reader."""

    right: int = 0
    exact: int = 0
    gold: int = 0
    answers: int = 0

    def f1(self, right: int) -> float:
        return 2 * right / (self.gold + self.answers) if self.gold + self.answers else 0.0

    def row(self) -> dict[str, float]:
        precision = self.right / self.answers if self.answers else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        return {"p": precision, "r": recall, "f1": self.f1(self.right), "exact": self.f1(self.exact)}


@dataclass
class Result:
    """The scores by part, and how many texts without an attribution got one."""

    parts: dict[str, Score] = field(default_factory=lambda: {part: Score() for part in PARTS})
    silent: int = 0
    false: int = 0
    missed: list[str] = field(default_factory=list)


def answer(text: str) -> list[Attribution]:
    """What the reader finds in a text taken as running text."""
    zones = [ZoneSpan(0, len(text), "body", "given")]
    if re.search("[а-яё]", text):
        from lodeline.language.russian.analyse import analyse
    else:
        from lodeline.language.english.analyse import analyse
    scene = set_scene(analyse(text, zones, None))
    return [found for view in scene.views for found in attributions(scene, view)]


def words_of(text: str, span: Span | None) -> Counter[str]:
    return Counter(WORD.findall(text[span[0] : span[1]].casefold())) if span else Counter()


def agree(text: str, gold: Span | None, told: Span | None) -> float:
    a, b = words_of(text, gold), words_of(text, told)
    return 2 * (a & b).total() / (a.total() + b.total()) if a.total() + b.total() else 0.0


def paired(gold: Sequence[Span], told: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Gold and answers whose contents overlap most, each once."""
    shared = [
        (min(g[1], t[1]) - max(g[0], t[0]) - abs((g[1] - g[0]) - (t[1] - t[0])) / 1e4, i, j)
        for i, g in enumerate(gold)
        for j, t in enumerate(told)
    ]
    left, right = set(range(len(gold))), set(range(len(told)))
    for size, i, j in sorted(shared, reverse=True):
        if size > 0 and i in left and j in right:
            left.discard(i)
            right.discard(j)
            yield i, j


def measure(lines: Sequence[str], show: bool = False) -> Result:
    """Scores of the reader on the lines of a file."""
    result = Result()
    for line in lines:
        told = json.loads(line)
        add(result, told["id"], told["text"], told["attributions"], show)
    return result


def add(result: Result, name: str, text: str, gold: list[dict[str, Span | None]], show: bool) -> None:
    found = answer(text)
    answers: list[dict[str, Span | None]] = [{p: getattr(a, p) for p in PARTS} for a in found]
    if not gold:
        result.silent += 1
        result.false += bool(found)
    pairs = dict(paired([g["content"] or (0, 0) for g in gold], [a.content for a in found]))
    bad = len(gold) != len(found)
    for part in PARTS:
        score = result.parts[part]
        score.gold += sum(g[part] is not None for g in gold)
        score.answers += sum(a[part] is not None for a in answers)
        for i, j in pairs.items():
            likeness = agree(text, gold[i][part], answers[j][part])
            score.right += likeness >= ENOUGH
            score.exact += likeness == 1.0
            bad = bad or (likeness < ENOUGH and gold[i][part] is not None)
    if bad and show:
        print(f"\n{name} {text}")
        for label, rows in (("gold", gold), ("told", answers)):
            for row in rows:
                print(" ", label, *(text[s[0] : s[1]] if (s := row[p]) else "-" for p in PARTS), sep=" | ")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="store_true", help="print the texts that are read wrongly")
    args = parser.parse_args()
    lines = args.file.read_text("utf-8").splitlines()
    began = time.perf_counter()
    result = measure(lines, args.show)
    for part, score in result.parts.items():
        row = "  ".join(f"{name} {value:.3f}" for name, value in score.row().items())
        print(f"{part:8} {row}  (gold {score.gold}, told {score.answers})")
    print(f"false on {result.false} of {result.silent} texts without attribution")
    print(f"{time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
