"""Thousands of mixed pages through the way of `lodeline read` (cleaning, claims, ledger) on several cores.

usage: many_pages.py [--pages 5000] [--jobs 2] [--json]

The pages are made of this repository's open gold texts and samples in Russian, English and Kazakh, one to five of
them a page: plain text, web pages with navigation, teasers, captions and credits, items of JSON; each with other
figures than its originals; one in forty is broken, empty, hostile or very long. Shown: pages, minutes, what failed by
its reason, resident memory of the reading processes at a tenth, half and all of the way, and then what the ledger of
all of them takes.
"""

import argparse
import html
import json
import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lodeline.documents.sources import Failure
from lodeline.documents.workers import cores
from lodeline.workspace import Workspace

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "tests" / "gold" / "open", ROOT / "tests" / "gold" / "drill", ROOT / "src" / "lodeline" / "samples")
MENUS = {"ru": "Главная Рынки Горное дело Мнения Подписка", "en": "Home Markets Mining Opinion Subscribe"}
TEASERS = {"ru": "ЧИТАЙТЕ ТАКЖЕ: Кто строит дороги к рудникам", "en": "READ ALSO: Who builds the roads to the mines"}
CREDITS = {"ru": "Фото: архив редакции", "en": "Photo: newsroom archive"}
ODD_EVERY = 40
POINTS = (0.1, 0.5, 1.0)


@dataclass(frozen=True)
class Text:
    language: str
    text: str


def texts() -> list[Text]:
    """All open texts, of each file its own."""
    found = []
    for file in (file for folder in FOLDERS for file in sorted(folder.glob("*.json"))):
        told = json.loads(file.read_text("utf-8"))
        if isinstance(told.get("text"), str) and told.get("language") in ("ru", "en", "kk"):
            found.append(Text(told["language"], told["text"]))
    return found


def varied(text: str, chance: random.Random) -> str:
    """The same news with other figures: the last digits of numbers that are no years."""
    return re.sub(r"(?<=\d)[1-9](?=\s|[.,]\s)(?<!20\d\d)", lambda _: str(chance.randint(1, 9)), text)


def page_text(known: list[Text], chance: random.Random) -> Text:
    """One to five texts of one language, as long as news usually is."""
    language = chance.choice(known).language
    some = chance.choices([text for text in known if text.language == language], k=chance.randint(1, 5))
    return Text(language, varied("\n".join(text.text for text in some), chance))


def web_page(text: Text, chance: random.Random) -> str:
    said = "ru" if text.language != "en" else "en"
    title, *paragraphs = [html.escape(line) for line in text.text.split("\n") if line.strip()]
    if len(paragraphs) > 1:
        paragraphs.insert(chance.randrange(1, len(paragraphs)), TEASERS[said])
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    menu = "".join(f'<li><a href="/{n}">{word}</a></li>' for n, word in enumerate(MENUS[said].split()))
    return (
        f'<!doctype html><html lang="{text.language}"><head><title>{title}</title></head><body><nav><ul>{menu}</ul>'
        f"</nav><article><h1>{title}</h1><figure><img src=a.jpg><figcaption>{CREDITS[said]}</figcaption></figure>{body}"
        f"</article><aside><p>{TEASERS[said]}</p></aside><footer><p>© 2031</p></footer></body></html>"
    )


def odd(number: int, text: Text) -> tuple[str, str]:
    """Endings and contents that give trouble, in turn."""
    kinds = (
        ("txt", ""),
        ("html", "<html><body><p " + "a=1 " * 20_000 + ">" + html.escape(text.text)),
        ("json", '{"text": "' + text.text[:50].replace("\n", " ")),
        ("txt", "«" * 20_000),
        ("txt", (text.text + "\n") * (100_000 // len(text.text))),
        ("txt", "%PDF-1.7\n" + text.text),
        ("html", "<div>" * 5_000 + html.escape(text.text)),
        ("txt", "7" * 50_000 + " " + text.text),
    )
    return kinds[number % len(kinds)]


def make(folder: Path, pages: int) -> int:
    """Write the pages; their size in bytes."""
    chance, known, size = random.Random(5), texts(), 0
    for number in range(pages):
        text = page_text(known, chance)
        if number % ODD_EVERY == ODD_EVERY - 1:
            ending, content = odd(number // ODD_EVERY, text)
        elif number % 5 < 2:
            ending, content = "html", web_page(text, chance)
        elif number % 5 == 2:
            ending, content = "json", json.dumps({"text": text.text, "published": "2031-05-14", "id": f"item {number}"})
        else:
            ending, content = "txt", text.text
        raw = content.encode()
        size += len(raw)
        (folder / f"{number:05}.{ending}").write_bytes(raw)
    return size


def resident() -> dict[int, int]:
    """Resident memory of this process and all below it, in MB, by process (Linux)."""
    parents = {}
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            told = dict(line.split(":", 1) for line in status.read_text().splitlines())
        except OSError:
            continue
        parents[int(status.parent.name)] = int(told["PPid"]), int(told.get("VmRSS", "0 kB").split()[0]) // 1024
    own = int(Path("/proc/self").resolve().name)
    family = {own}
    while more := {process for process, (parent, _) in parents.items() if parent in family} - family:
        family |= more
    return {process: parents[process][1] for process in sorted(family)}


@dataclass
class Run:
    """What one run came to."""

    pages: int
    megabytes: float
    jobs: int
    read: int = 0
    claims: int = 0
    minutes: float = 0.0
    failures: Counter[str] = field(default_factory=Counter)
    memory_mb: dict[str, list[int]] = field(default_factory=dict)
    ledger_seconds: float = 0.0
    entries: int = 0

    def row(self) -> dict[str, object]:
        seconds = self.minutes * 60
        return {
            **vars(self),
            "megabytes": round(self.megabytes, 1),
            "minutes": round(self.minutes, 2),
            "pages_per_s": round(self.pages / seconds, 1),
            "mb_per_s": round(self.megabytes / seconds, 2),
            "failures": dict(self.failures),
            "ledger_seconds": round(self.ledger_seconds, 1),
        }


def timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def read(folder: Path, book: Workspace, run: Run) -> None:
    points: Iterator[float] = iter(POINTS)
    point = next(points)
    for number, told in enumerate(book.read([str(folder)], jobs=run.jobs), 1):
        if isinstance(told, Failure):
            run.failures[type(told.error).__name__] += 1
        else:
            run.read += 1
            run.claims += len(told.reading.claims)
        if number >= point * run.pages:
            run.memory_mb[f"{point:.0%}"] = list(resident().values())
            point = next(points, 2.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--jobs", type=int, default=cores())
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as told:
        folder = Path(told, "pages")
        folder.mkdir()
        run = Run(args.pages, make(folder, args.pages) / 1e6, args.jobs)
        book = Workspace.open(Path(told, "book"), "2031-06-01")
        run.minutes = timed(lambda: read(folder, book, run)) / 60

        def whole() -> None:
            run.entries = len(book.state().entries)

        run.ledger_seconds = timed(whole)
    row = run.row()
    print(json.dumps(row) if args.json else "\n".join(f"{name:15} {value}" for name, value in row.items()))


if __name__ == "__main__":
    main()
