"""How fast texts are read, in characters and documents per second and as a multiple of a plain tokenisation pass.

usage: reading_speed.py [FILE_OR_FOLDER ...] [--rounds 3] [--json]

Seconds depend on the machine, so each is set beside razdel's tokeniser over the same texts in the same process:
the ratio is what may be compared. Tables and models are loaded before the clock starts. Files are JSON with `text`
and `language`; without an argument, the gold texts of this repository.
"""

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lodeline.claims.extract import extract
from lodeline.documents.document import Document, DocumentId, Publication

GOLD = Path(__file__).parents[1] / "tests" / "gold"
READ = ("ru", "en")


@dataclass(frozen=True)
class Speed:
    """One language: what was read, and the best round's seconds for reading and for tokens alone."""

    language: str
    documents: int
    characters: int
    reading_s: float
    tokens_s: float

    @property
    def ratio(self) -> float:
        return self.reading_s / self.tokens_s

    def row(self) -> dict[str, float | str]:
        return {
            "language": self.language,
            "documents": self.documents,
            "characters": self.characters,
            "documents_per_s": round(self.documents / self.reading_s, 2),
            "characters_per_s": round(self.characters / self.reading_s),
            "times_a_tokenisation_pass": round(self.ratio, 1),
        }


def document(path: Path) -> Document | None:
    told = json.loads(path.read_text("utf-8"))
    if not isinstance(told, dict) or "text" not in told or told.get("language") not in READ:
        return None
    date = told.get("published")
    published = Publication(date, "metadata" if date else "unknown", "told by the file" if date else "not told")
    return Document(
        id=DocumentId(path.stem),
        name=path.stem,
        text=told["text"],
        language=told["language"],
        published=published,
        raw_sha256="",
        cleaner="",
        source=path.name,
    )


def documents(paths: list[Path]) -> list[Document]:
    files = [file for path in paths for file in (sorted(path.rglob("*.json")) if path.is_dir() else [path])]
    return [found for file in files if (found := document(file))]


def tokenise(text: str) -> int:
    import razdel

    return sum(1 for _ in razdel.tokenize(text))


def best_of(rounds: int, work: Callable[[], object]) -> float:
    """The fastest round, in seconds: what else the machine does can only slow a round down."""
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def speed(language: str, texts: list[Document], rounds: int) -> Speed:
    extract(texts[0])
    tokenise(texts[0].text)
    return Speed(
        language,
        len(texts),
        sum(len(each.text) for each in texts),
        best_of(rounds, lambda: [extract(each) for each in texts]),
        best_of(rounds, lambda: [tokenise(each.text) for each in texts]),
    )


def table(speeds: list[Speed]) -> str:
    rows = [each.row() for each in speeds]
    heads = list(rows[0])
    return "\n".join(["  ".join(heads), *("  ".join(f"{row[head]!s:>{len(head)}}" for head in heads) for row in rows)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[GOLD])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found = documents(args.paths)
    by_language = {language: [d for d in found if d.language == language] for language in READ}
    speeds = [speed(language, texts, args.rounds) for language, texts in by_language.items() if texts]
    if not speeds:
        raise SystemExit("no text in Russian or English among these files")
    print(json.dumps([each.row() for each in speeds], indent=1) if args.json else table(speeds))


if __name__ == "__main__":
    main()
