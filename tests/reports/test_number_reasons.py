"""Every number of a text is explained once: by the claim that uses it, or by what it is."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lodeline.claims.extract import read
from lodeline.documents.document import Document, DocumentId, Language, Publication
from lodeline.reports.number_reasons import KINDS
from lodeline.reports.numbers import number_rows
from lodeline.reports.pages import NumberRow
from lodeline.reports.textual import ReadText

OPEN = sorted((Path(__file__).parents[1] / "gold" / "open").glob("*.json"))
DAY = "2031-05-14"


def explained(text: str, language: Language, published: str | None = DAY) -> tuple[NumberRow, ...]:
    origin = Publication(published, "given" if published else "unknown", "")
    document = Document(DocumentId("told"), "told", text, language, origin, "", "", "test")
    analysis, reading = read(document)
    return number_rows(ReadText.of(document, analysis, reading, []))


def digits_outside(text: str, rows: tuple[NumberRow, ...]) -> Iterator[str]:
    """Runs of digits that no row covers, or more than one."""
    for run in re.finditer(r"\d+", text):
        over = [row for row in rows if row.start <= run.start() < row.start + len(row.words)]
        if len(over) != 1:
            yield text[max(0, run.start() - 20) : run.end() + 20]


@pytest.mark.parametrize("path", OPEN, ids=lambda path: path.stem)
def test_each_number_of_the_open_texts_has_one_claim_or_one_reason(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    rows = explained(gold["text"], gold["language"], gold.get("published"))
    assert list(digits_outside(gold["text"], rows)) == []
    assert [row.start for row in rows] == sorted({row.start for row in rows})
    assert all(row.claim is not None or row.reason for row in rows)
    assert not any(row.reason.startswith("nobody") for row in rows)


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("Copper traded at $9,800 a tonne in London.", "$9,800", "a price"),
        ("Output of the smelter rose by 4% in May.", "4%", "how far something has changed"),
        ("Revenue for the half came to $310 million.", "$310 million", "revenue or profit"),
        ("1. Talks go on.\n2. Rain fell.", "2", "the number of an item or a paragraph"),
        ("Call +44 20 7946 0958 for details.", "+44", "an identifier"),
        ("The notes carry interest of 7.5%.", "7.5%", "an interest rate"),
        ("The duty on ingot stays at 12%.", "12%", "the rate of a duty or tax"),
        ("See page 14 of the report.", "page 14", "an identifier"),
        ("The camp lies 90 km from the town.", "90 km", "a distance or an area"),
        ("Mara Quill, 54, runs the harbour.", "54", "a count of something"),
        ("Тонна меди на бирже стоит 9 800 долларов.", "9 800 долларов", "a price"),
        ("Выработка смены выросла на 4%.", "4%", "how far something has changed"),
        ("Чистая прибыль завода достигла 3,7 млрд тенге.", "3,7 млрд тенге", "revenue or profit"),
        ("Ставка по облигациям — 17% годовых.", "17%", "an interest rate"),
        ("Среднее содержание золота — 1,6 г/т.", "1,6 г/т", "the grade of an ore"),
        ("На митинг вышли двести человек.", "двести", "a count of people"),
        ("Стадо выросло в 2,3 раза.", "2,3", "how many times"),
    ],
)
def test_what_a_number_is_stands_beside_it(text: str, words: str, reason: str) -> None:
    language: Language = "ru" if re.search("[а-я]", text) else "en"
    row = next(row for row in explained(text, language) if row.words.startswith(words))
    assert row.claim is None
    assert row.reason.startswith(reason), row.reason


def test_where_nothing_beside_it_tells_the_kind_of_the_number_does() -> None:
    rows = explained("The choir sang seven songs. The roof is 12 metres. It holds 40 birds.", "en")
    assert rows
    assert all(row.reason.startswith((*KINDS.values(), "a distance")) for row in rows)
