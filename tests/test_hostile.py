"""Hostile text: no crash, and time that grows with the text and no faster. Ratios of processor time only."""

import ast
import functools
import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from re import _parser as re_parser  # type: ignore[attr-defined]  # the only way to a pattern's parts
from types import ModuleType
from typing import Any

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
TRIES = 3
"""What other work does to the caches of a machine can only raise a ratio."""
LEAST_S = 0.05
"""Below this, what is measured is noise."""
LEAST_OF_PATTERN_S = 0.01
"""The same for one pattern over a few thousand signs."""
DEEPEST = 16
"""Places of a pattern at which its repetition is tried."""
CLASSES = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}


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
    ratios = (seconds(lambda: read(long)) / seconds(lambda: read(short)) for _ in range(TRIES))
    assert any(ratio <= WORST for ratio in ratios)


# --- regular expressions ------------------------------------------------------------------------------------------

Work = Callable[[str], object]


def patterns() -> Iterator[tuple[str, Work, re.Pattern[str]]]:
    """Every pattern of the package: held by a module, alone or with others, made by a function or written in a call."""
    seen: set[str] = set()
    for info in pkgutil.walk_packages(lodeline.__path__, "lodeline."):
        module = importlib.import_module(info.name)
        source = Path(module.__file__ or "").read_text("utf-8")
        for name, work, pattern in (*held(module, source), *written(source)):
            if isinstance(pattern.pattern, str) and pattern.pattern not in seen:
                seen.add(pattern.pattern)
                yield f"{info.name}.{name}", work, pattern


def held(module: ModuleType, source: str) -> Iterator[tuple[str, Work, re.Pattern[str]]]:
    """As the module uses them: over the whole text, or at one place only."""
    for name, value in vars(module).items():
        if callable(value) and isinstance(value, functools._lru_cache_wrapper):
            told = inspect.signature(value)
            value = value() if "Pattern" in str(told.return_annotation) and not told.parameters else ()
        searches = re.search(rf"\b{name}(?:\(\))?\.(?:finditer|search|sub|subn|split|findall)\(", source)
        for pattern in inside(value):
            yield name, partial(all_of, pattern) if searches else pattern.match, pattern


def inside(value: object) -> Iterator[re.Pattern[str]]:
    """Patterns in lists, tuples and mappings, however deep."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from inside(each)


def written(source: str) -> Iterator[tuple[str, Work, re.Pattern[str]]]:
    """Those that stand in a call as they are: `re.search(r"…", text)`, `re.compile(r"…").match(text)`."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name("re"), attr=use), args=[ast.Constant(str(words)), _, *_]):
                pass
            case ast.Attribute(
                value=ast.Call(func=ast.Attribute(attr="compile"), args=[ast.Constant(str(words)), *_]), attr=use
            ):
                pass
            case _:
                continue
        pattern = re.compile(words)
        yield f"line {node.lineno}", pattern.match if "match" in use else partial(all_of, pattern), pattern


def all_of(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def signs(parsed: Iterable[tuple[object, Any]]) -> Iterator[str]:
    """One sign for each place of a pattern, in order: what it may meet there."""
    for operator, value in parsed:
        if str(operator) == "LITERAL":
            yield chr(value)
        elif str(operator) == "IN":
            yield sign_of_class(*value[0])
        elif str(operator) == "BRANCH":
            for branch in value[1]:
                yield from signs(branch)
        elif isinstance(value, tuple) and hasattr(value[-1], "data"):
            yield from signs(value[-1])
        elif hasattr(value, "data"):
            yield from signs(value)


def sign_of_class(kind: object, first: Any) -> str:
    if str(kind) == "LITERAL":
        return chr(first)
    return chr(first[0]) if str(kind) == "RANGE" else CLASSES.get(str(first), "-")


def attacks(pattern: re.Pattern[str]) -> set[tuple[str, str]]:
    """Beginnings and the pieces to repeat behind them: what a pattern is made of, and what often makes one run wild."""
    own = "".join(signs(re_parser.parse(pattern.pattern, pattern.flags)))
    pieces = {own[:1], own[:3], own[:8], own[:20], *own[:6], "a", " ", "1", "1,", "а ", "- ", '"', "A. ", "\n"}
    return {("", piece) for piece in pieces - {""}} | {(own[:n], own[n]) for n in range(1, min(len(own), DEEPEST))}


def test_no_regular_expression_runs_wild() -> None:
    found = list(patterns())
    assert len(found) > 100
    wild = []
    for name, work, pattern in found:
        for opening, piece in attacks(pattern):
            short, long = (opening + piece * (n // len(piece)) + "\u0001" for n in (2_500, 5_000))
            if (taken := seconds(partial(work, long), 1)) < LEAST_OF_PATTERN_S:
                continue
            if min(taken, seconds(partial(work, long))) > WORST * (before := seconds(partial(work, short))):
                wild.append((name, opening, piece, before, taken))
    assert wild == []


@pytest.mark.parametrize("text", ["7" * 100_000, "\u202e" * 1000, "\x00"])
def test_endless_digits_and_strange_signs_are_read_over(text: str) -> None:
    assert read(document(text, "en"))[1].claims == ()
