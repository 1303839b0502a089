"""Hostile text: no crash, and time that grows with the text and no faster. Ratios of processor time only."""

import importlib
import inspect
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

import lodeline
from lodeline.claims.extract import read
from lodeline.documents.document import Document, DocumentId, Language, Publication

RU = "Компания «Север» продала 12 тыс. т меди компании «Юг» за 45 млн долларов и сообщила о планах, "
EN = "Kerrow Copper agreed to sell 12,000 tonnes of copper a year to Brightwater for $45 million and said, "
KK = "Қазақстан мыс кенін Қытайға 45 млн долларға сатады, "
CASES: dict[str, tuple[str, Language]] = {
    "one line of Russian": (RU, "ru"),
    "one line of English": (EN, "en"),
    "one line of Kazakh": (KK, "kk"),
    "opening quotes": ("«", "ru"),
    "straight quotes": ('"', "en"),
    "digits": ("1234567890", "en"),
    "numbers": ("12 ", "ru"),
    "commas in numbers": ("1,", "en"),
    "letters": ("а", "ru"),
    "capitals": ("АБВ ", "ru"),
    "English capitals": ("Abc ", "en"),
    "brackets": ("(", "en"),
    "dashes": ("— ", "ru"),
    "names in a row": ("Alpha and ", "en"),
    "dates": ("6 ноября 2025 года, ", "ru"),
    "percentages": ("50% ", "en"),
    "lines": ("a\n", "en"),
    "invisible": ("\u200b", "en"),
    "colons": ("x: ", "en"),
}
SMALL, STEP = 4_000, 2
WORST = 2.5
"""How many times longer a text of twice the length may take."""
ROUNDS = 3
LEAST_S = 0.05
"""Below this, what is measured is noise."""


def document(text: str, language: Language) -> Document:
    published = Publication("2031-05-14", "given", "for the test")
    return Document(DocumentId("x"), "x", text, language, published, raw_sha256="", cleaner="", source="x")


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Processor time of the fastest round."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("name", CASES)
def test_twice_the_text_takes_little_more_than_twice_the_time(name: str) -> None:
    piece, language = CASES[name]
    short, long = (document((piece * (n // len(piece) + 1))[:n], language) for n in (SMALL, STEP * SMALL))
    read(short)
    one = seconds(lambda: read(short))
    if one < LEAST_S:
        return
    assert seconds(lambda: read(long)) <= WORST * one


# --- regular expressions ------------------------------------------------------------------------------------------


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern that a module of the package holds, alone or in a list or mapping."""
    seen: set[str] = set()
    for info in pkgutil.walk_packages(lodeline.__path__, "lodeline."):
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            held = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else (value,)
            for each in held:
                if isinstance(each, re.Pattern) and isinstance(each.pattern, str) and each.pattern not in seen:
                    seen.add(each.pattern)
                    yield f"{info.name}.{name}", each


def work_of(name: str, pattern: re.Pattern[str]) -> Callable[[str], object]:
    """As its module uses it: over the whole text, or at one place only."""
    module, _, short = name.rpartition(".")
    source = inspect.getsource(sys.modules[module])
    if re.search(rf"\b{short}\.(?:finditer|search|sub|subn|split|findall)\(", source):
        return lambda text: sum(1 for _ in pattern.finditer(text))
    return pattern.match


def attacks(pattern: re.Pattern[str]) -> Iterator[str]:
    """Pieces to repeat: what the pattern itself is made of, and what often makes patterns run wild."""
    letters = re.sub(r"\\.|[^\w\s.,%«»\"'-]", "", pattern.pattern)[:12]
    yield from (piece for piece in (letters, letters[:1], "a", " ", "1", "1,", "а ", "- ", '"', "A. ", "\n") if piece)


def test_no_regular_expression_runs_wild() -> None:
    found = dict(patterns())
    assert len(found) > 50
    wild = []
    for name, pattern in found.items():
        work = work_of(name, pattern)
        for piece in attacks(pattern):
            short, long = (piece * (n // len(piece)) + "\u0001" for n in (600, 1_200))
            if (taken := seconds(partial(work, long), 1)) < LEAST_S:
                continue
            if taken > WORST * (before := seconds(partial(work, short))):
                wild.append((name, piece, before, taken))
    assert wild == []


@pytest.mark.parametrize("text", ["7" * 100_000, "\u202e" * 1000, "\x00"])
def test_endless_digits_and_strange_signs_are_read_over(text: str) -> None:
    assert read(document(text, "en"))[1].claims == ()
