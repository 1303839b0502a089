"""Names in Kazakh news: exact spans of persons, places and organisations on the validation set of KazNERD.

usage: kaznerd_names.py FOLDER [--half odd|even] [--types] [--errors N]

FOLDER holds IOB2_valid.txt (KazNERD, CC BY 4.0; it is measured only and never shipped). Its types are mapped: PERSON
→ PER; GPE and LOCATION → LOC; ORGANISATION → ORG; all others are no names here. The reader's mentions are mapped in
the same way; described ones ("компания"), adjectives and pronouns are no names. With --half only sentences of one
parity are counted: the odd ones may be looked at while rules are written, the even ones stay for the figure.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lodeline.language.kazakh.name_reader import Span
from lodeline.language.kazakh.names import spans_of
from lodeline.language.kazakh.word import read_words

TYPES = {"PERSON": "PER", "GPE": "LOC", "LOCATION": "LOC", "ORGANISATION": "ORG"}
KINDS = {"person": "PER", "place": "LOC", "country": "LOC", "group": "LOC", "organisation": "ORG", "institution": "ORG"}
Named = tuple[int, int, str]


def sentences(path: Path) -> Iterator[tuple[list[str], list[Named]]]:
    """Words of each sentence and its gold names as (first, last, type)."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.strip():
            word, _, tag = line.rpartition(" ")
            words.append(word.strip())
            tags.append(tag)
        elif words:
            yield words, list(gold(tags))
            words, tags = [], []


def gold(tags: list[str]) -> Iterator[Named]:
    first = None
    for at, tag in enumerate([*tags, "O"]):
        if first is not None and not tag.startswith("I-"):
            yield first, at, TYPES[tags[first][2:]]
            first = None
        if tag.startswith("B-") and tag[2:] in TYPES:
            first = at


def found(words: list[str]) -> list[Named]:
    """The reader's names over the words of the corpus."""
    text = " ".join(words)
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    stops = [start + len(word) for start, word in zip(starts, words, strict=True)]
    row = read_words(text, list(zip(starts, stops, strict=True)))
    return [(*edges(words, span), KINDS[span.kind]) for span in spans_of(row) if is_name(words, span)]


def is_name(words: list[str], span: Span) -> bool:
    where = not span.adjective or span.case == "Ine"
    office = span.post in OFFICES and words[span.first][0].isupper() and span.first > 0
    return span.kind in KINDS and where and (office or any(letter.isupper() for letter in span.name))


OFFICES = ("үкімет", "парламент", "мәжіліс", "сенат")
"""Offices that the corpus counts as names where they are written with a capital."""


def edges(words: list[str], span: Span) -> tuple[int, int]:
    """The corpus keeps quotation marks, what stands behind them, and the noun for a district out of a name."""
    inside = [at for at in range(span.first, span.last) if words[at] in "«»"]
    if len(inside) > 1:
        return inside[0] + 1, inside[1]
    return span.first, span.last - (span.kind == "place" and span.post not in (None, "облыс"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=["odd", "even"])
    parser.add_argument("--errors", type=int, default=0)
    told = parser.parse_args()
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    shown = 0
    for number, (words, names) in enumerate(sentences(told.folder / "IOB2_valid.txt"), start=1):
        if told.half and (number % 2 == 1) != (told.half == "odd"):
            continue
        answers = found(words)
        for kind in ("PER", "LOC", "ORG"):
            ours, theirs = {n for n in answers if n[2] == kind}, {n for n in names if n[2] == kind}
            right[kind] += len(ours & theirs)
            wanted[kind] += len(theirs)
            given[kind] += len(ours)
        if shown < told.errors and set(answers) != set(names):
            shown += 1
            print(" ".join(words))
            for mark, rows in (("missed", set(names) - set(answers)), ("false", set(answers) - set(names))):
                print("  ", mark, [(" ".join(words[a:b]), kind) for a, b, kind in sorted(rows)])
    for kind in ("PER", "LOC", "ORG", "all"):
        kinds = ("PER", "LOC", "ORG") if kind == "all" else (kind,)
        hits, given_n, wanted_n = [sum(count[k] for k in kinds) for count in (right, given, wanted)]
        precision, recall = hits / (given_n or 1), hits / (wanted_n or 1)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{kind}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  ({wanted_n} names)")


if __name__ == "__main__":
    main()
