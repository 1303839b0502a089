"""Goods sold, bought and delivered: who sells to whom, how much, for how long, and what is no supply."""

import pytest
from told import claims, only, parties

from lodeline.claims.claim import Claim

KIND = "supply"


def sides(claim: Claim) -> tuple[list[str], list[str]]:
    return parties(claim, "seller"), parties(claim, "buyer")


def goods(claim: Claim) -> tuple[float, str] | None:
    return None if claim.quantity is None else (float(claim.quantity.value), claim.quantity.unit)


# who sells to whom


@pytest.mark.parametrize(
    ("text", "sellers", "buyers", "amount"),
    [
        (
            "Uranium producer Tengri Atom delivered 300 tonnes of uranium to Finland's Pohja Energia in January.",
            ["Tengri Atom"],
            ["Pohja Energia"],
            (300, "t"),
        ),
        (
            "Chile's Norte Cobre supplied Hanover Cables with 20,000 tonnes of copper last year.",
            ["Norte Cobre"],
            ["Hanover Cables"],
            (20000, "t"),
        ),
        (
            "Pelham Copper has agreed to sell half of the output of its Sierra Alta mine to trader Mirai Metals.",
            ["Pelham Copper"],
            ["Mirai Metals"],
            (50, "%"),
        ),
        ("Tundra Air has ordered six jets from Skyforge.", ["Skyforge"], ["Tundra Air"], (6, "aircraft")),
        (
            "По условиям контракта Zellwerk будет ежегодно закупать у «Тенгри Никель» 12 тыс. т сульфата никеля.",
            ["Тенгри Никель"],
            ["Zellwerk"],
            (12000, "t/year"),
        ),
        (
            "«Восток-Медь» продаст японскому трейдеру Mirai Metals половину продукции рудника Сарыбулак.",
            ["Восток-Медь"],
            ["Mirai Metals"],
            (50, "%"),
        ),
        ("Таджикистан в январе поставил в США 200 тонн сурьмы.", ["Таджикистан"], ["США"], (200, "t")),
        ("Германская Zellwerk выкупит 30% графита, добытого на руднике Остра.", [], ["Zellwerk"], (30, "%")),
    ],
)
def test_goods_go_from_the_seller_to_the_buyer(
    text: str, sellers: list[str], buyers: list[str], amount: tuple[float, str]
) -> None:
    claim = only(text, KIND)
    assert sides(claim) == (sellers, buyers)
    assert goods(claim) == amount
    assert claim.support["quantity"].spans


def test_the_side_told_as_a_consumer_buys_under_an_offtake() -> None:
    claim = only(
        "Vardar Nickel signed a definitive offtake agreement with German battery maker Zellwerk"
        " for 12,000 tonnes of nickel sulphate a year over seven years.",
        KIND,
    )
    assert sides(claim) == (["Vardar Nickel"], ["Zellwerk"])
    assert (claim.status, goods(claim), claim.period) == ("binding", (12000, "t/year"), "P7Y")


def test_a_contract_over_goods_is_binding_once_signed() -> None:
    claim = only("«Тенгри Атом» заключил с финской Pohja Energia контракт на поставку 300 тонн урана в год.", KIND)
    assert sides(claim) == (["Тенгри Атом"], ["Pohja Energia"])
    assert (claim.status, goods(claim), list(claim.commodities)) == ("binding", (300, "t/year"), ["uranium"])


def test_a_contract_without_a_supply_word_makes_its_subject_the_seller() -> None:
    claim = only("«Кен-Тас» подписала с Zellwerk контракт на 5 тыс. тонн вольфрамового концентрата.", KIND)
    assert sides(claim) == (["Кен-Тас"], ["Zellwerk"])
    assert (goods(claim), claim.instrument) == ((5000, "t"), "contract")


# how far it has come


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ferrovia Andina ordered twelve locomotives from Kraftwerk Lok in March.", "agreed"),
        ("Mirai Metals has cancelled its order for 8,000 tonnes of cobalt from Kisanga Mining.", "cancelled"),
        ("Deliveries of antimony from Tajikistan to the United States are due to start in 2032.", "proposed"),
        ("Marlow Tungsten is in talks over the supply of 500 tonnes of tungsten oxide to Zellwerk.", "proposed"),
        ("Mirai Metals отказалась от покупки 8 тыс. т кобальта у Kisanga Mining.", "cancelled"),
        ("Стороны обсуждают поставку 500 тонн оксида вольфрама американской Marlow.", "proposed"),
        ("Партия в 500 тонн концентрата отправлена из Казахстана в Южную Корею.", "completed"),
    ],
)
def test_a_supply_stands_where_its_words_put_it(text: str, status: str) -> None:
    assert only(text, KIND).status == status


def test_the_whole_of_the_goods_is_a_hundred_percent() -> None:
    claim = only("Весь концентрат с рудника Каратерек пойдёт на завод Zellwerk в Германии.", KIND)
    assert (goods(claim), parties(claim, "buyer")) == ((100, "%"), ["Zellwerk"])
    assert claim.support["quantity"].spans


def test_a_further_lot_for_another_year_is_a_supply_of_its_own() -> None:
    found = claims(
        "«Шалкар-Атом» поставит чешской Vltava Energo в 2032 году 300 тонн урана, в 2033 году — 450 тонн.", KIND
    )
    assert [(goods(c), c.date) for c in found] == [((300, "t"), "2032"), ((450, "t"), "2033")]
    assert all(sides(c) == (["Шалкар-Атом"], ["Vltava Energo"]) for c in found)


# what is no supply


@pytest.mark.parametrize(
    "text",
    [
        "Borealis Metals and Sary Ken signed a binding contract on their tungsten joint venture on 10 June.",
        "Prices of cobalt fell 30% after China's exports rose.",
        "Germany imports no gallium from China.",
        "China banned exports of gallium to Japan in December.",
        "The contract miner moved 12 million tonnes of waste rock.",
        "The company bought back 3% of its shares.",
        "Copper traded at $9,800 a tonne in London.",
        "The government reserves the right to buy 10% of the output.",
        "Vega Copper sold its headquarters in London.",
        "После роста экспорта из Китая цены на кобальт упали на 30%.",
        "Германия не закупает галлий в Китае.",
        "Китай запретил экспорт галлия в Японию.",
        "Поставка вопроса на повестку дня заняла два года.",
        "Компания выкупила 3% собственных акций.",
        "Вольфрамовый концентрат стоит 340 долларов за тонну.",
        "Подрядчик вывез 12 млн тонн вскрышных пород.",
        "Если Zellwerk купит у «Кен-Тас» 500 тонн вольфрама, цены вырастут.",
    ],
)
def test_no_goods_change_hands(text: str) -> None:
    assert claims(text, KIND) == []
