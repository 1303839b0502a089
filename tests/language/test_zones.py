from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lodeline.language.zones import find_zones


def zones(text: str) -> list[tuple[str, str]]:
    return [(zone.zone, text[zone.start : zone.stop]) for zone in find_zones(text)]


def kinds(text: str) -> list[str]:
    return [zone for zone, _ in zones(text)]


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("Завод в Риддере запустят в мае, сообщила компания.", "body"),
        ("The smelter in Kabwe will open in May, the company said.", "body"),
        ("ЧТО СКАЗАЛ МИНИСТР", "subhead"),
        ("WHAT THE MINISTER SAID", "subhead"),
        ("Запасы и сроки", "subhead"),
        ("Reserves and dates", "subhead"),
        ("Министр осматривает печь. Риддер, 4 мая 2031 года", "caption"),
        ("ЧИТАЙТЕ ТАКЖЕ: Как строили рудник Дальний", "teaser"),
        ("Читайте ещё: как строили рудник", "teaser"),
        ("READ MORE: How the mine was built", "teaser"),
        ("Related: the mine that never opened", "teaser"),
        ("Тағы оқыңыз: кеніш қалай салынды", "teaser"),
        ("Фото: пресс-служба завода", "boilerplate"),
        ("Photo: Kabwe Smelters", "boilerplate"),
        ("Все права защищены. Перепечатка с согласия редакции.", "boilerplate"),
        ("Reporting by Ann Doe; editing by Joe Roe", "boilerplate"),
    ],
)
def test_a_line_gets_its_zone(line: str, zone: str) -> None:
    assert kinds(line) == [zone]


@pytest.mark.parametrize(
    "line",
    [
        "Related parties hold 30% of the venture, the filing said.",
        "Share prices of the miner fell by a tenth on Monday.",
        "Подробнее о сделке министр расскажет в пятницу.",
        "Recommended by the board, the offer lapsed in June.",
        "Фотография печи висит в кабинете директора.",
        "Sources said the loan had been signed.",
        "По теме редких земель стороны встретятся в мае.",
        "Copyright law does not cover the maps, the court said.",
    ],
)
def test_a_word_that_could_open_a_teaser_or_credit_may_open_a_sentence(line: str) -> None:
    assert kinds(line) == ["body"]


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("ЧИТАЙТЕ ТАКЖЕ: Как искали вольфрамКомпания вложит 20 млн долларов.", "Компания вложит 20 млн долларов."),
        ("READ MORE: Talks with the ministerThe plant will cost $20m.", "The plant will cost $20m."),
        ("READ ALSO: Will the smelter open?The owner says in May.", "The owner says in May."),
    ],
)
def test_the_sentence_glued_to_a_teaser_is_read(line: str, after: str) -> None:
    assert zones(line)[0][0] == "teaser"
    assert zones(line)[1] == ("body", after)


@pytest.mark.parametrize(
    "line",
    ["READ MORE: What McKinley Resources told DeGrey Metals", "ЧИТАЙТЕ ТАКЖЕ: Что McAllister обещала Казахстану"],
)
def test_a_capital_inside_a_name_does_not_end_a_teaser(line: str) -> None:
    assert kinds(line) == ["teaser"]


def test_empty_lines_have_no_zone_and_ends_are_trimmed() -> None:
    text = "  Завод запущен в мае, сообщила компания.  \n\n \nРудник закрыт до осени, сказал директор."
    assert zones(text) == [
        ("body", "Завод запущен в мае, сообщила компания."),
        ("body", "Рудник закрыт до осени, сказал директор."),
    ]


PIECES = st.sampled_from(
    ["ЧИТАЙТЕ ТАКЖЕ: ", "READ MORE: ", "Фото: ", "Завод", "The mine ", "McRae", "5", ".", "\n", " ", "»", "«Тау»", "…"]
)


@given(st.lists(PIECES, max_size=14).map("".join))
@settings(max_examples=150, deadline=None)
def test_zones_are_ordered_apart_and_cover_all_words(text: str) -> None:
    found = find_zones(text)
    assert all(zone.start < zone.stop <= len(text) for zone in found)
    assert all(left.stop <= right.start for left, right in itertools.pairwise(found))
    outside = [c for i, c in enumerate(text) if not any(z.start <= i < z.stop for z in found)]
    assert "".join(outside).strip() == ""
