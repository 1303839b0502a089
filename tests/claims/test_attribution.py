"""Attribution: source, cue and content of a sentence, and floors on the marked sentences."""

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold" / "attribution"
FLOORS = {"source": 0.97, "cue": 0.97, "content": 0.97}
MOST_FALSE = 1
"""Texts without an attribution that may get one."""


@cache
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("attribution_benchmark", ROOT / "benchmarks" / "attribution.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def told(text: str) -> list[tuple[str, str, str]]:
    """(source, cue, content) of each attribution; '' for a null cue."""
    parts = ("source", "cue", "content")
    spans = [[getattr(found, part) for part in parts] for found in benchmark().answer(text)]
    return [tuple(text[s[0] : s[1]] if s else "" for s in row) for row in spans]  # type: ignore[misc]


def test_the_marked_sentences_are_read_as_well_as_before() -> None:
    result = benchmark().measure((GOLD / "open.jsonl").read_text("utf-8").splitlines())
    found = {part: score.row()["f1"] for part, score in result.parts.items()}
    assert {part: value for part, value in found.items() if value < FLOORS[part]} == {}
    assert result.false <= MOST_FALSE


TOLD = [
    ("«Печь остановлена», — уточнили на комбинате.", "комбинате", "уточнили", "Печь остановлена"),
    ("«Нужна подстанция», — развёл руками Лусинян.", "Лусинян", "развёл руками", "Нужна подстанция"),
    ("О задержке поставок предупредил перевозчик.", "перевозчик", "предупредил", "О задержке поставок"),
    ("Экологи уверены: дамба не выдержит паводка.", "Экологи", "уверены", "дамба не выдержит паводка"),
    ("Рабочие потребовали вернуть надбавки.", "Рабочие", "потребовали", "вернуть надбавки"),
    ("Посол отрицает, что давление оказывалось.", "Посол", "отрицает", "давление оказывалось"),
    ("По его мнению, цены достигли дна.", "его", "По его мнению", "цены достигли дна"),
    ("Из письма министра следует, что квоты вырастут.", "письма министра", "следует", "квоты вырастут"),
    ("Завод встал. Такую информацию распространила мэрия.", "мэрия", "распространила", "Завод встал"),
    ("Тимур Оразов, технолог: «Пески тут богатые».", "Тимур Оразов, технолог", "", "Пески тут богатые"),
    ("Цены, как полагают эксперты, упали.", "эксперты", "полагают", "Цены, как полагают эксперты, упали"),
    ("Министр назвал срок нереальным.", "Министр", "назвал", "срок нереальным"),
    ('"We wait," said Vera Moss, a trader.', "Vera Moss, a trader", "said", "We wait"),
    ("The union told workers that the pit would close.", "The union", "told", "the pit would close"),
    ("Prices fell by 4%, according to Bramley Research.", "Bramley Research", "according to", "Prices fell by 4%"),
    (
        "In the minister's view, the quota is a mistake.",
        "the minister's",
        "In the minister's view",
        "the quota is a mistake",
    ),
    ("High rates hurt mines, Bramley Research said.", "Bramley Research", "said", "High rates hurt mines"),
    ("The board rejected the offer as too low.", "The board", "rejected", "the offer as too low"),
    ("Prices will recover, Reuters reported, citing a trader.", "a trader", "citing", "Prices will recover"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), TOLD, ids=[row[0][:40] for row in TOLD])
def test_source_cue_and_content_are_told_apart(text: str, source: str, cue: str, content: str) -> None:
    assert told(text) == [(source, cue, content)]


def test_two_quotations_of_one_speaker_are_one_stretch() -> None:
    text = '"We are late," said Vera Moss, "and we know it."'
    assert told(text) == [("Vera Moss", "said", text[1:-2])]


def test_a_voice_inside_what_is_said_is_a_voice_of_its_own() -> None:
    found = told("Министр сообщил, что инвесторы жалуются на сроки.")
    assert found == [
        ("Министр", "сообщил", "инвесторы жалуются на сроки"),
        ("инвесторы", "жалуются", "на сроки"),
    ]


def test_a_verb_that_goes_on_behind_the_clause_has_the_same_speaker() -> None:
    found = told("Он подчеркнул, что меморандум не обязывает, и напомнил о сроках.")
    assert found == [("Он", "подчеркнул", "меморандум не обязывает"), ("Он", "напомнил", "о сроках")]


@pytest.mark.parametrize(
    "text",
    [
        "На воротах висела табличка: «Вход посторонним строго воспрещён».",
        "Памятник напоминает о погибших шахтёрах.",
        "Стрелка прибора указывает на север.",
        "Его добавляют в сталь, чтобы повысить твёрдость.",
        "Карту построили по данным датчиков.",
        "Новый рудник назвали «Заря».",
        "Расписание: поезд отправится в шесть утра.",
        "The company declined to comment.",
        "The rock is said to hold gold.",
        "The company reported revenue of 2 million euros.",
        "The ministry may say more next week.",
        "(Reporting by V. Moss; editing by A. Lind)",
    ],
)
def test_signs_tools_names_and_silence_say_nothing(text: str) -> None:
    assert told(text) == []
