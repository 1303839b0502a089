"""Trades whose sides or goods stand outside their sentence, and words of motion that move no goods."""

import pytest
from told import claims, only, parties

KIND = "supply"


@pytest.mark.parametrize(
    ("text", "seller", "buyer"),
    [
        (
            "Подписан протокол, предусматривающий отгрузку 4 тыс. т сурьмяного концентрата до конца года. "
            "Покупателем выступит завод «Сибсталь», поставщиком — комбинат «Туман-Руда».",
            "Туман-Руда",
            "Сибсталь",
        ),
        (
            "Подписан договор на поставку 900 т вольфрамового концентрата. "
            "Поставщик — рудник «Туманный», получатель — завод «Победит».",
            "Туманный",
            "Победит",
        ),
        (
            "Комбинат «Салаир» продаст 5 тыс. т олова. Покупатель — корейская Hanjin Metals.",
            "Салаир",
            "Hanjin Metals",
        ),
    ],
)
def test_the_next_sentence_names_the_sides_by_their_roles(text: str, seller: str, buyer: str) -> None:
    claim = only(text, KIND)
    assert (parties(claim, "seller"), parties(claim, "buyer")) == ([seller], [buyer])


@pytest.mark.parametrize(
    "text",
    [
        "Рудник «Туманный» добывает олово. Контракт с Orlaine на 300 тонн ежегодно подписан в марте.",
        "Завод «Салаир» выпускает литий. Предварительное соглашение о 15 тыс. т ежегодно заключено с Orlaine.",
    ],
)
def test_a_contract_over_tonnes_is_over_the_mineral_that_the_text_is_about(text: str) -> None:
    claim = only(text, KIND)
    assert parties(claim, "buyer") == ["Orlaine"]
    assert claim.commodities


def test_goods_that_go_somewhere_are_supplied() -> None:
    claim = only("Весь концентрат рудника «Туманный» идёт в Китай.", KIND)
    assert parties(claim, "buyer") == ["Китай"]


def test_whoever_stops_buying_ends_the_trade() -> None:
    assert only("Японская Sanryo перестала закупать сурьму у комбината «Салаир».", KIND).status == "cancelled"


@pytest.mark.parametrize(
    "text",
    [
        "На заводе «Салаир» идёт монтаж оборудования на 5 тыс. т олова.",
        "Подписано соглашение на 5 млн тонн. Покупатели довольны медью.",
        "Заказчик строительства медной фабрики на 30 тыс. т — компания «Салаир».",
        "Рудник «Туманный» получит скидку 60% на медный концентрат.",
    ],
)
def test_what_moves_no_goods_is_no_supply(text: str) -> None:
    assert not claims(text, KIND)
