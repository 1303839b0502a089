"""Every kind of value in Russian and English, in invented sentences (values_ru.txt, values_en.txt)."""

from __future__ import annotations

from pathlib import Path

import pytest
from value_rendering import rendered

Case = tuple[str, str, list[str]]


def _table(language: str) -> list[Case]:
    lines = Path(__file__).with_name(f"values_{language}.txt").read_text("utf-8").splitlines()
    cases: list[Case] = []
    for line in lines:
        if line.startswith("    "):
            cases[-1][2].append(line.strip())
        elif line and not line.startswith("#"):
            cases.append((language, line, []))
    return cases


@pytest.mark.parametrize(("language", "text", "expected"), _table("ru") + _table("en"))
def test_values_of_a_sentence_are_read_in_order(language: str, text: str, expected: list[str]) -> None:
    assert rendered(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("В октябре и 6 ноября", "ru", ["date ?", "date ?"]),
        ("В 2024 году, вчера, во вторник", "ru", ["date 2024", "date ?", "date ?"]),
        (
            "In October, on Tuesday, last year and on May 5, 2023",
            "en",
            ["date ?", "date ?", "date ?", "date 2023-05-05"],
        ),
        ("В октябре прошлого года, через два года", "ru", ["date ?", "date ?"]),
    ],
)
def test_without_a_publication_day_only_told_dates_are_resolved(text: str, language: str, expected: list[str]) -> None:
    assert rendered(text, language, anchor=None) == expected


def test_rupees_are_those_of_the_state_that_the_text_names() -> None:
    assert rendered("Karachi port will cost Rs40bn", "en") == ["money 40000000000 PKR"]
    assert rendered("Mumbai port in India will cost Rs40bn", "en") == ["money 40000000000 INR"]


def test_a_bare_large_number_after_tonnes_is_no_money() -> None:
    assert rendered("Произвели 640 тыс. т, а получить хотят 2 млн.", "ru") == ["quantity 640000 t", "number 2000000"]


def test_a_qualifier_before_a_date_is_no_ceiling() -> None:
    assert rendered("Лицензия действует до 2030 года", "ru") == ["date 2030 until"]
    assert rendered("Лицензия выдана до 30 компаниям", "ru") == ["number 30"]


def test_growth_to_a_figure_is_no_ceiling() -> None:
    assert rendered("Цена выросла до $520 млн", "ru") == ["money 520000000 USD"]
    assert rendered("Банк готов дать до $520 млн", "ru") == ["money 520000000 USD up_to"]


def test_years_later_count_from_the_year_told_before_in_the_paragraph() -> None:
    assert rendered("В 2008 году её купили, а спустя шесть года продали.", "ru") == ["date 2008", "date 2014 inferred"]
    assert rendered("В 2008 году её купили.\nСпустя шесть года продали.", "ru") == ["date 2008", "date ?"]


def test_both_amounts_of_a_pair_take_the_form_told_after_the_second() -> None:
    text = "Фабрика выпустила 3,5 тыс. т цинкового и 1,5 тыс. т медного концентрата"
    assert rendered(text, "ru") == ["quantity 3500 t concentrate", "quantity 1500 t concentrate"]


def test_a_month_lies_ahead_where_the_clause_plans() -> None:
    assert rendered("Завод запустят в марте", "ru") == ["date 2026-03 inferred"]
    assert rendered("Завод остановили в марте", "ru") == ["date 2025-03 inferred"]
    assert rendered("The line will open in March", "en") == ["date 2026-03 inferred"]
    assert rendered("The line opened in March", "en") == ["date 2025-03 inferred"]
