"""Whether two claims are one commitment: pairs of which people say that they are two, or one.

usage: deal_pairs.py PAIRS.jsonl… [--reader] [--errors] [--json]

Each line has `left` and `right`, claims in the form of the contract with the language, date and publisher of their
text, the `trap` that it sets and the reason why. A pair counts as merged where one entry of the ledger holds a claim of
each text. --reader sends the words themselves through the reader instead of the claims that people wrote down; --errors
lists merged pairs of a file of negatives, parted ones of a file of positives (by the name of the file).
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lodeline.claims.claim import Reading
from lodeline.claims.files import load_claims
from lodeline.documents.document import Document
from lodeline.ledger.book import tellings
from lodeline.ledger.history import derive
from lodeline.reading import read_document

HEAD = ("language", "published", "publisher")


@dataclass(frozen=True)
class Pair:
    """One line of a file and whether the ledger made one entry of it."""

    row: Mapping[str, Any]
    merged: bool


def pairs(path: Path, by_reader: bool = False) -> Iterator[Pair]:
    with tempfile.TemporaryDirectory() as folder:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            told = [_told(row[side], Path(folder) / f"{side}.json", by_reader) for side in ("left", "right")]
            yield Pair(row, _is_merged(told))


def _told(claim: Mapping[str, Any], file: Path, by_reader: bool) -> tuple[Document, Reading]:
    slots = {key: value for key, value in claim.items() if key not in HEAD}
    head = {key: claim[key] for key in HEAD if key in claim}
    file.write_text(json.dumps({**head, "text": claim["evidence"], "claims": [slots]}), encoding="utf-8")
    document, reading = load_claims(file)
    return document, read_document(document).reading if by_reader else reading


def _is_merged(told: list[tuple[Document, Reading]]) -> bool:
    documents = {document.id: document for document, _ in told}
    entries = derive(tellings(documents, [reading for _, reading in told]))
    return any(len({claim.document for claim in entry.claims}) > 1 for entry in entries)


def figures(found: list[Pair]) -> dict[str, Any]:
    """How many pairs were merged, in all and by trap."""
    merged = Counter(pair.row["trap"] for pair in found if pair.merged)
    every = Counter(pair.row["trap"] for pair in found)
    traps = {trap: f"{merged[trap]}/{count}" for trap, count in sorted(every.items())}
    return {"pairs": len(found), "merged": merged.total(), **traps}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--reader", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    told = {path: list(pairs(path, asked.reader)) for path in asked.files}
    if asked.json:
        print(json.dumps({str(path): figures(found) for path, found in told.items()}, indent=1))
        return
    for path, found in told.items():
        print(path, figures(found))
        wrong = [pair for pair in found if pair.merged == ("negative" in path.name)] if asked.errors else []
        for pair in wrong:
            left, right = pair.row["left"], pair.row["right"]
            print(
                f"  {pair.row['id']} {pair.row['trap']}: {left['evidence']} | {right['evidence']} ({pair.row['why']})"
            )


if __name__ == "__main__":
    main()
