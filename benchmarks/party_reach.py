"""How often a party stands outside the sentence that tells its claim, and how well the reader finds it there.

usage: party_reach.py GOLD_FOLDER ... [--json]

Counted are the parties of gold claims that an answer of the same kind is paired with. A party is `inside` where one
of its names stands in the sentences of the claim's evidence (inflected forms included), else `outside`: told by a
pronoun, a description, or not at all. Recall is over gold parties, precision over answered ones, each by where it
stands from its own evidence.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lodeline.claims.extract import read
from lodeline.claims.files import dump
from lodeline.documents.document import Document, DocumentId, Publication
from lodeline.evaluation.scoring import Comparison, Rate, Slot, known_as, mark, place, plain, stem
from lodeline.language.analysis import Analysis

Json = dict[str, Any]
READ = ("ru", "en")
INSIDE, OUTSIDE = "inside", "outside"
SHORT = 4
"""Letters of a word that may begin another word by chance: such a word must be the same."""


def gold_files(folders: list[Path]) -> Iterator[Json]:
    for folder in folders:
        for file in sorted(folder.glob("*.json")) if folder.is_dir() else [folder]:
            gold = json.loads(file.read_text("utf-8"))
            if isinstance(gold, dict) and "claims" in gold and gold.get("language") in READ:
                if "text" not in gold:
                    gold["text"] = (file.parent / gold["text_file"]).read_text("utf-8")
                yield gold


def answers_of(gold: Json) -> tuple[Analysis, list[Json]]:
    day = gold.get("published")
    origin = Publication(day, "metadata" if day else "unknown", "")
    document = Document(DocumentId(gold["id"]), gold["id"], gold["text"], gold["language"], origin, "", "", "")
    analysis, reading = read(document)
    return analysis, json.loads(json.dumps(dump(document, reading)))["claims"]


def reach(party: Json, claim: Json, analysis: Analysis) -> str | None:
    """Where a party stands from the sentences of its claim's evidence; None where the evidence is not in the text."""
    span = place(claim, analysis.text)
    if span is None:
        return None
    told = [s for s in analysis.sentences if s.start < span[1] and span[0] < s.stop]
    words = plain(" ".join([analysis.text[slice(*span)], *(analysis.text[s.start : s.stop] for s in told)])).split()
    return INSIDE if any(stands(name.split(), words) for name in known_as(party)) else OUTSIDE


def stands(name: list[str], words: list[str]) -> bool:
    """Whether the words of a name follow one another in a sentence, in whatever case."""
    windows = (words[i : i + len(name)] for i in range(len(words) - len(name) + 1))
    return any(all(alike(x, y) for x, y in zip(name, window, strict=True)) for window in windows)


def alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > SHORT and stem(one) == stem(other, len(one)))


def count(gold: Json, tallies: dict[tuple[str, str], list[int]]) -> None:
    """Add one text's parties: agreed gold, gold, agreed answers, answers per language and place."""
    analysis, answers = answers_of(gold)
    marked = mark(gold["claims"], answers, gold["text"])
    for pair in marked.pairs:
        wanted, answer = gold["claims"][pair.gold], answers[pair.answer]
        same = Comparison(wanted["kind"] != answer["kind"], dated=False)
        for one, other, column in ((wanted, answer, 0), (answer, wanted, 2)):
            for party in one.get("parties") or ():
                where = reach(party, one, analysis)
                if where is None:
                    continue
                row = tallies[gold["language"], where]
                there = [Slot("parties", p) for p in other.get("parties") or ()]
                row[column] += any(same.same(Slot("parties", party), slot) for slot in there)
                row[column + 1] += 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    tallies: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for gold in gold_files(options.gold):
        count(gold, tallies)
    rows = [row(language, where, *tallies[language, where]) for language in READ for where in (INSIDE, OUTSIDE)]
    if options.json:
        print(json.dumps(rows, indent=1))
        return
    print(f"{'':3} {'':8} {'gold':>5} {'recall':>7} {'answers':>8} {'precision':>9}")
    for each in rows:
        print("{language:3} {where:8} {gold:5} {recall:7.3f} {answers:8} {precision:9.3f}".format(**each))


def row(language: str, where: str, agreed: int, gold: int, right: int, answers: int) -> Json:
    recall, precision = Rate(agreed, gold, gold).recall, Rate(right, answers, answers).precision
    return {"language": language, "where": where, "gold": gold, "recall": recall, "answers": answers,
            "precision": precision}  # fmt: skip


if __name__ == "__main__":
    main()
