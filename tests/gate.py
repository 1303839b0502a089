"""The gate: no change may make the reader worse than the floors in gate.toml.

usage: gate.py [CORPUS ...] [--raise] [--lower] [--json]

Reads every corpus with `lodeline extract`, scores it per language, per kind and in all, prints what was measured
beside its floor, and ends with 1 where something fell below. --raise lifts the floors to what is measured; --lower
may let them sink too.
"""

import argparse
import hashlib
import json
import math
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lodeline.evaluation import scoring
from lodeline.evaluation.scoring import Json

ROOT = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("gate.toml")
MARK = "# Below this line gate.py writes.\n"
EXTRACT = [sys.executable, "-c", "from lodeline.cli import main; main()", "extract"]
PARTS = ("claims", "deals", "slots")
MEASURES = ("precision", "recall", "f1")
STEP = 0.001
"""Floors are rounded down to this step."""
TOLERANCE = 1e-9
"""What the last bit of a ratio may be off by."""

Figures = dict[str, dict[str, float]]
"""Part (claims, deals, slots) → measure → value."""


@dataclass(frozen=True)
class Corpus:
    """Gold documents, and what their floors stand at per language and in `all`."""

    name: str
    path: Path
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    on_request: bool = False
    note: str = ""
    digest: str = ""
    floors: Mapping[str, Figures] = field(default_factory=dict)

    def files(self) -> list[Path]:
        listed = sorted(self.path.glob("*.json")) if self.path.is_dir() else [self.path]
        wanted = (
            p for p in listed if p.is_file() and p.stem not in self.skip and (not self.only or p.stem in self.only)
        )
        return [path for path in wanted if "claims" in json.loads(path.read_text("utf-8"))]

    def documents(self) -> list[Json]:
        return [document(path) for path in self.files()]


@dataclass(frozen=True)
class Measured:
    """One corpus as read now."""

    corpus: Corpus
    digest: str
    figures: Mapping[str, Figures]

    def fallen(self) -> list[str]:
        """Floors that are not reached, as text."""
        return [
            f"{self.corpus.name} {row} {part} {measure}: {value:.3f}, floor {floor:.3f}"
            for row, part, measure, value, floor in self.lines()
            if value < floor - TOLERANCE
        ]

    def lines(self) -> Iterator[tuple[str, str, str, float, float]]:
        for row, parts in self.figures.items():
            for part in parts:
                for measure in MEASURES:
                    floor = self.corpus.floors.get(row, {}).get(part, {}).get(measure, 0.0)
                    yield row, part, measure, parts[part][measure], floor

    @property
    def is_another_corpus(self) -> bool:
        return bool(self.corpus.digest) and self.corpus.digest != self.digest


def document(path: Path) -> Json:
    loaded: Json = json.loads(path.read_text("utf-8"))
    if "text" not in loaded:
        loaded["text"] = (path.parent / loaded["text_file"]).read_text("utf-8")
    return loaded


def corpora(settings: Path = FLOORS) -> list[Corpus]:
    table = tomllib.loads(settings.read_text("utf-8"))
    measured = table.get("floor", {})
    return [corpus(name, row, measured.get(name, {})) for name, row in table["corpus"].items()]


def corpus(name: str, row: Json, floor: Json) -> Corpus:
    rows = {key: value for key, value in floor.items() if key != "digest"}
    return Corpus(
        name=name,
        path=ROOT / row["path"],
        only=tuple(row.get("only", ())),
        skip=tuple(row.get("skip", ())),
        on_request=row.get("on_request", False),
        note=row["note"],
        digest=floor.get("digest", ""),
        floors=rows,
    )


def answers(documents: list[Json]) -> dict[str, list[Json]]:
    """Claims per document id, by the command that users have."""
    with tempfile.TemporaryDirectory() as scratch:
        texts, out = Path(scratch, "texts"), Path(scratch, "answers")
        texts.mkdir()
        for doc in documents:
            told = {key: doc[key] for key in ("id", "text", "published", "language", "url", "title") if doc.get(key)}
            (texts / f"{doc['id']}.json").write_text(json.dumps(told, ensure_ascii=False), "utf-8")
        subprocess.run([*EXTRACT, str(texts), "--out", str(out)], check=False, stdout=subprocess.DEVNULL)
        given = {path.stem: json.loads(path.read_text("utf-8"))["claims"] for path in out.glob("*.json")}
    if not given:
        sys.exit("lodeline extract wrote no answer at all; run it on one file to see why")
    return given


def measure(corpus: Corpus) -> Measured:
    documents = corpus.documents()
    given = answers(documents)
    scores: dict[str, list[scoring.Score]] = defaultdict(list)
    for doc in documents:
        score = scoring.score(doc["claims"], given.get(doc["id"], []), doc["text"])
        for row in (doc["language"], "all"):
            scores[row].append(score)
        for kind, tally in score.kinds.items():
            scores[kind].append(scoring.Score({kind: tally}))
    figures = {row: figures_of(scoring.merged(of_row)) for row, of_row in sorted(scores.items())}
    return Measured(corpus, digest(documents), figures)


def figures_of(score: scoring.Score) -> Figures:
    rates = {"claims": score.all.claims, "deals": score.deals.claims, "slots": score.all.slots}
    if len(score.kinds) == 1:
        del rates["deals"]  # one kind is a deal or it is not
    return {part: {m: getattr(rate, m) for m in MEASURES} for part, rate in rates.items()}


def digest(documents: list[Json]) -> str:
    """Of texts and claims; the order of keys and the layout of the files do not matter."""
    whole = json.dumps(documents, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


def table(measured: list[Measured]) -> str:
    head = f"{'corpus':10} {'row':13} {'part':7}" + "".join(f"{m:>18}" for m in MEASURES)
    lines = [head]
    for one in measured:
        for row, parts in one.figures.items():
            for part in parts:
                floors = one.corpus.floors.get(row, {}).get(part, {})
                cells = "".join(f"{cell(parts[part][m], floors.get(m)):>18}" for m in MEASURES)
                lines.append(f"{one.corpus.name:10} {row:13} {part:7}{cells}")
    return "\n".join(lines)


def cell(value: float, floor: float | None) -> str:
    if floor is None:
        return f"{value:.3f} (no floor)"
    return f"{value:.3f} {'<' if value < floor else '≥'} {floor:.3f}"


def new_floors(one: Measured, lower: bool) -> Mapping[str, Figures]:
    """Rounded down; without `lower` a floor never sinks."""
    floors: dict[str, Figures] = {row: {part: {} for part in parts} for row, parts in one.figures.items()}
    for row, part, name, value, floor in one.lines():
        rounded = math.floor(value / STEP + 1e-9) * STEP
        floors[row][part][name] = round(rounded if lower else max(rounded, floor), 3)
    return floors


def written(settings: str, floors: Mapping[str, tuple[str, Mapping[str, Figures]]]) -> str:
    """The settings with the floors below the mark; `floors` is corpus → (digest, rows)."""
    lines = [settings.split(MARK)[0] + MARK]
    for name, (stamp, rows) in floors.items():
        lines.append(f'\n[floor.{name}]\ndigest = "{stamp}"\n')
        for row, parts in rows.items():
            lines.append(f"\n[floor.{name}.{row}]\n")
            for part, values in parts.items():
                told = ", ".join(f"{measure} = {value:.3f}" for measure, value in values.items())
                lines.append(f"{part} = {{ {told} }}\n")
    return "".join(lines)


def write(known: list[Corpus], measured: list[Measured], lower: bool) -> None:
    floors = {c.name: (c.digest, c.floors) for c in known if c.digest}
    floors |= {one.corpus.name: (one.digest, new_floors(one, lower)) for one in measured}
    FLOORS.write_text(written(FLOORS.read_text("utf-8"), floors), "utf-8")


def chosen(known: list[Corpus], names: list[str]) -> list[Corpus]:
    unknown = set(names) - {c.name for c in known}
    if unknown:
        sys.exit(f"gate.toml knows no corpus {', '.join(sorted(unknown))}; it has {', '.join(c.name for c in known)}")
    wanted = [c for c in known if c.name in names or not (names or c.on_request)]
    for absent in (c for c in wanted if not c.files()):
        print(f"{absent.name}: no gold at {absent.path.parent.name}/{absent.path.name}, passed over")
    return [c for c in wanted if c.files()]


def verdict(measured: list[Measured]) -> list[str]:
    changed = [f"{m.corpus.name}: not the corpus its floors were measured on" for m in measured if m.is_another_corpus]
    return changed + [line for m in measured for line in m.fallen()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="*", help="names from gate.toml; without one, all but those on request")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift floors to what is measured")
    parser.add_argument("--lower", action="store_true", help="let floors sink to what is measured as well")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    known = corpora()
    measured = [measure(one) for one in chosen(known, args.corpus)]
    if args.json:
        print(json.dumps({one.corpus.name: one.figures for one in measured}, indent=1))
    else:
        print(table(measured))
    failures = (
        [] if args.lower else [line for line in verdict(measured) if not (args.lift and "not the corpus" in line)]
    )
    if args.lift or args.lower:
        write(known, measured, args.lower)
    for line in failures:
        print(line, file=sys.stderr)
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
