"""Whether two names stand for one institution, state or company: precision, recall and F1 over pairs.

usage: entity_pairs.py PAIRS.csv… [--errors] [--json]

A file has the columns left, right, left_language, right_language, kind, verdict (same or different), why and source,
as those in tests/gold/entities. Each pair is judged by itself, as two names of two texts. --errors lists what went
wrong: never use it on the held-out file.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lodeline.entities.entity import Name
from lodeline.entities.resolver import Resolver


@dataclass(frozen=True)
class Judged:
    """A pair, what people say of it, and what the resolver says."""

    row: Mapping[str, str]
    said: bool
    found: bool


def judged(path: Path) -> list[Judged]:
    with path.open(encoding="utf-8", newline="") as table:
        return [
            Judged(row, row["verdict"] == "same", is_same(row["left"], row["right"])) for row in csv.DictReader(table)
        ]


def is_same(left: str, right: str) -> bool:
    names = [Name(left, "one"), Name(right, "two")]
    found = Resolver().cluster(names)
    return found[names[0]].key == found[names[1]].key


def figures(pairs: Iterable[Judged]) -> dict[str, float | int]:
    pairs = list(pairs)
    both = sum(each.said and each.found for each in pairs)
    said, found = sum(each.said for each in pairs), sum(each.found for each in pairs)
    precision, recall = both / found if found else 0.0, both / said if said else 0.0
    f1 = 2 * precision * recall / (precision + recall) if both else 0.0
    told = {"precision": precision, "recall": recall, "f1": f1}
    return {"pairs": len(pairs), "same": said, **{name: round(value, 3) for name, value in told.items()}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    told = {str(path): judged(path) for path in asked.files}
    if asked.json:
        print(json.dumps({path: figures(pairs) for path, pairs in told.items()}, indent=1))
        return
    for path, pairs in told.items():
        print(path, figures(pairs))
        by_kind: dict[str, list[Judged]] = defaultdict(list)
        for each in pairs:
            by_kind[each.row["kind"]].append(each)
        for kind, inside in sorted(by_kind.items()):
            print(f"  {kind:12}", figures(inside))
        for each in pairs if asked.errors else ():
            if each.said != each.found:
                sign = "missed" if each.said else "wrong "
                print(f"  {sign} {each.row['left']} | {each.row['right']} ({each.row['kind']}: {each.row['why']})")


if __name__ == "__main__":
    main()
