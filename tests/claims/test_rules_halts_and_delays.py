"""Halts told by a negation, denied halts, and what is put off to a later day."""

import pytest
from told import claims, only

KIND = "project"


@pytest.mark.parametrize(
    "text",
    [
        "Вольфрамовая фабрика «Верхняя» в апреле не работала.",
        "Медный рудник «Туманный» не работает с марта.",
        "Литиевый завод «Салаир» не функционирует второй год.",
    ],
)
def test_a_site_that_does_not_work_is_halted(text: str) -> None:
    assert only(text, KIND).status == "suspended"


def test_a_denied_closure_is_denied() -> None:
    assert only("Слухи о закрытии рудника «Туманный» в «Салаире» опровергли.", KIND).status == "denied"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Запуск медной фабрики «Туманная» перенесён с апреля на сентябрь.", "2031-09"),
        ("Пуск литиевого завода «Салаир» сдвинут с июня на март.", "2032-03"),
        ("Ввод литиевого завода «Салаир» отложили с 2032 до 2034 года.", "2034"),
        ("Срок пуска медного завода «Салаир» сдвинут на 2033 год.", "2033"),
    ],
)
def test_what_is_put_off_is_due_on_the_later_day(text: str, date: str) -> None:
    assert only(text, KIND).date == date


@pytest.mark.parametrize(
    "text",
    [
        "Правительство не работает над проектом медного рудника.",
        "Закрытие форума по меди прошло в среду.",
        "Сделать карьеру геолога мечтают 5 тысяч студентов, которых манит медь.",
        "Встреча по меди перенесена на июнь.",
    ],
)
def test_what_is_no_site_is_neither_halted_nor_put_off(text: str) -> None:
    assert not claims(text, KIND)
