"""Where a Russian sentence ends: full stops of units, years and currencies."""

import pytest

from lodeline.language.russian.segment import sentences


def cut(text: str) -> list[str]:
    return [text[start:stop] for start, stop in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Экспорт цинка за восемь месяцев составил 1 020 т.|Квота на вывоз пока не установлена.",
        "Первую линию запустили в 2021 г.|Вторая должна удвоить выпуск.",
        "Договор подписан в 2019 г.|Стороны его не раскрыли.",
        "Рудник дал 5 тыс. т.|По данным ведомства, это рекорд.",
        "На баланс поставлено 3 млн т.|«Запасы выросли», — сказал геолог.",
    ],
)
def test_the_full_stop_of_a_unit_or_a_year_ends_a_sentence_that_is_whole(text: str) -> None:
    assert cut(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "В 2021 г. Казахстан купил долю.",
        "По словам министра, в 2021 г. Перу добыло меньше.",
        "Цена выросла до 43 долл. США за тонну.",
        "Фабрика даст 120 тыс. т в год.",
        "Рудник выпустил 5 тыс. т. концентрата.",
    ],
)
def test_an_abbreviation_inside_a_sentence_ends_nothing(text: str) -> None:
    assert cut(text) == [text]
