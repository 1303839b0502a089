"""Pairs of public names compiled by somebody who has not seen the code: floors for the open and the held-out file."""

from pathlib import Path

import pytest
from entity_pairs import figures, is_same, judged

PAIRS = Path(__file__).parents[1] / "gold" / "entities"


@pytest.mark.parametrize(("name", "precision", "f1"), [("pairs_open", 0.98, 0.95), ("pairs_held", 0.98, 0.83)])
def test_names_are_told_apart_and_together_as_people_do(name: str, precision: float, f1: float) -> None:
    found = figures(judged(PAIRS / f"{name}.csv"))
    assert found["precision"] >= precision
    assert found["f1"] >= f1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kаzakhmys", "Казахмыс"),  # the second letter is Cyrillic
        ("Кутессай II", "Kutessay-2"),
        ("МИДа РК", "МИД Казахстана"),
        ("Norilsk Nickel", "Норникеля"),
        ("Верхнее Кайракты", "Upper Kairakty"),
        ("Реко-Дик", "Reko Diq"),
    ],
)
def test_spellings_of_one_name_are_one(left: str, right: str) -> None:
    assert is_same(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ёшлик I", "Ёшлик II"),
        ("NMDC", "NMDC Steel"),
        ("Министерство энергетики Казахстана", "Министерство энергетики Узбекистана"),
        ("Chinalco", "Chalco"),
    ],
)
def test_names_that_look_alike_stay_two(left: str, right: str) -> None:
    assert not is_same(left, right)
