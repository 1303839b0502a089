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


@pytest.mark.parametrize(
    ("text", "sellers", "buyers", "amount"),
    [
        (
            "Baltik Graphite and South Korea's Hanbit Cells have signed a six-year agreement"
            " for 14,000 tonnes a year of coated graphite.",
            ["Baltik Graphite"],
            ["Hanbit Cells"],
            (14000, "t/year"),
        ),
        (
            "The supply deal between Corvus Rare Earths and Nagano Magnet covers 900 tonnes a year of NdPr.",
            ["Corvus Rare Earths"],
            ["Nagano Magnet"],
            (900, "t/year"),
        ),
        (
            "Corvus Rare Earths and Nagano Magnet entered into a memorandum of understanding under which the parties"
            " will negotiate the sale of up to 400 tonnes a year of dysprosium oxide.",
            ["Corvus Rare Earths"],
            ["Nagano Magnet"],
            (400, "t/year"),
        ),
        (
            "Hanbit Cells has booked 30,000 tonnes of spodumene from Wattle Lithium for 2032.",
            ["Wattle Lithium"],
            ["Hanbit Cells"],
            (30000, "t"),
        ),
        (
            "Zambia supplies more than half of the cobalt hydroxide used by Finnish refiners.",
            ["Zambia"],
            ["Finland"],
            (50, "%"),
        ),
        ("China buys two thirds of Laos's potash.", ["Laos"], ["China"], (66.7, "%")),
        (
            "Hokusai Electric has bought 900 tonnes of uranium a year from 2033, the seller being Tengri Atom.",
            ["Tengri Atom"],
            ["Hokusai Electric"],
            (900, "t/year"),
        ),
        (
            "Pelham Copper is in talks with Tata Cables about selling it 20,000 tonnes of cathode a year.",
            ["Pelham Copper"],
            ["Tata Cables"],
            (20000, "t/year"),
        ),
        (
            "Rheinwerk отказалась продлевать договор, по которому закупала у «Тенгри Никель» треть выпуска.",
            ["Тенгри Никель"],
            ["Rheinwerk"],
            (33.3, "%"),
        ),
        (
            "Стороны расторгли договор о поставке 15 000 тонн концентрата в год между «Сары-Кен»"
            " и швейцарским трейдером Montblanc Metals.",
            ["Сары-Кен"],
            ["Montblanc Metals"],
            (15000, "t/year"),
        ),
        ("«Сары-Кен» ищет покупателя на 400 тонн феррованадия.", ["Сары-Кен"], [], (400, "t")),
        (
            "По меморандуму «Сары-Кен» будет поставлять Zellwerk до 700 тонн карбоната лития в месяц.",
            ["Сары-Кен"],
            ["Zellwerk"],
            (700, "t/month"),
        ),
        (
            "Контракт на поставку 40 тепловозов для угольной компании «Тас-Көмір» получил завод «Лугамаш».",
            ["Лугамаш"],
            ["Тас-Көмір"],
            (40, "locomotives"),
        ),
        (
            "Delmar secured the offtake for 40% of Kettuvaara's zinc concentrate.",
            ["Kettuvaara"],
            ["Delmar"],
            (40, "%"),
        ),
        (
            "Malawi Rail leased 20 locomotives and bought 60 ore wagons from India's Titan Rolling.",
            ["Titan Rolling"],
            ["Malawi Rail"],
            (60, "wagons"),
        ),
        (
            "«Тенгри Литий» законтрактовал 60% будущей продукции: покупателями стали Zellwerk и Hansol.",
            ["Тенгри Литий"],
            ["Zellwerk", "Hansol"],
            (60, "%"),
        ),
        (
            "Узбекистан и Франция подписали контракт на поставку 500 тонн урана ежегодно.",
            ["Узбекистан"],
            ["Франция"],
            (500, "t/year"),
        ),
        (
            "«КазТемир» договорился с турецкой Anadolu Vagon о покупке 120 платформ.",
            ["Anadolu Vagon"],
            ["КазТемир"],
            (120, "wagons"),
        ),
        (
            "Китай по-прежнему покупает четыре пятых монгольского угля.",
            ["Монголия"],
            ["Китай"],
            (80, "%"),
        ),
    ],
)
def test_papers_possessors_and_nouns_tell_the_sides(
    text: str, sellers: list[str], buyers: list[str], amount: tuple[float, str]
) -> None:
    claim = only(text, KIND)
    assert sides(claim) == (sellers, buyers)
    assert goods(claim) == amount


def test_the_sentence_after_a_trade_completes_it() -> None:
    told = "«Тенгри Атом» и чешская Vltava Energo заключили контракт на поставку урана."
    claim = only(f"{told} Документ предусматривает отгрузку 3 200 тонн в 2032–2034 годах.", KIND)
    assert sides(claim) == (["Тенгри Атом"], ["Vltava Energo"])
    assert (claim.status, goods(claim)) == ("binding", (3200, "t"))
    assert "3 200" in claim.evidence
    dear = only(f"{told} Сумма контракта — 140 млн евро.", KIND)
    assert dear.amount is not None
    assert dear.amount.value == 140_000_000


def test_machines_are_sold_by_whoever_a_mine_signs_with() -> None:
    claim = only("Договор с АО «Машпром» на поставку мельничного оборудования для «Кен-Тас» расторгнут.", KIND)
    assert sides(claim) == (["Машпром"], ["Кен-Тас"])
    assert claim.status == "cancelled"


def test_minerals_sold_for_a_sum_need_no_weight() -> None:
    claim = only("С января по июнь Узбекистан экспортировал меди на 640 млн долларов.", KIND)
    assert sides(claim) == (["Узбекистан"], [])
    assert claim.amount is not None


@pytest.mark.parametrize(
    "text",
    [
        "Pelham Copper declared force majeure on deliveries from its Sierra Alta mine.",
        "Казахстанская «Жезды-Марганец» объявила форс-мажор по контрактам с китайскими заводами.",
    ],
)
def test_force_majeure_suspends_the_supply(text: str) -> None:
    assert only(text, KIND).status == "suspended"


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
        ("About 62% of phase-one output is covered by binding contracts, Pelham Copper said.", "binding"),
        (
            "Расторгнут договор, по которому «Кен-Тас» должен был ежегодно отправлять 20 000 т вольфрамового"
            " концентрата китайскому заводу Jinshan New Materials.",
            "cancelled",
        ),
        ("Talks on the sale of 500 tonnes of gallium to Hansol broke down.", "cancelled"),
        ("Kasaba has yet to sign a contract to sell its first 10,000 tonnes.", "proposed"),
        ("Zellwerk отказалась от закупок российского титана.", "cancelled"),
        ("Весь медный концентрат рудника забирает китайская Jinshan Copper по десятилетнему контракту.", "binding"),
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
        "Exporters may ship no more than 96,600 tonnes a year, according to regulator ARDEX.",
        "Harbour United keep 15% of any profit on a future sale of the striker.",
        "Ships wait eighteen days at Beira, holding up copper from Zambia.",
        "Britain took silver in the relay on Saturday, and the gold went to Kenya.",
        "Rail shipments of copper rose by 15% in May.",
        "Pelham Copper lifted force majeure on deliveries from Sierra Alta.",
        "Revenue from copper sales was $300 million.",
        "Рост отгрузок меди ожидается в сентябре на 15%.",
        "Подрядчик поставил на руднике обогатительную фабрику за 40 млн долларов.",
        "Парламент отправил на доработку законопроект о 15% роялти.",
        "Директор по продажам компании «Кен-Тас» приехал на завод Zellwerk.",
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


def test_a_side_told_by_trade_and_home_is_a_side_without_a_name() -> None:
    sold = only("Acme Tin has sold 500 tonnes of concentrate to a Korean smelter.", "supply")
    assert (parties(sold, "seller"), parties(sold, "buyer")) == (["Acme Tin"], ["Korean smelter"])
    taken = only("A Korean smelter will take 40% of the concentrate from Acme Tin's mine.", "supply")
    assert (parties(taken, "seller"), parties(taken, "buyer")) == (["Acme Tin"], ["Korean smelter"])
    signed = only("«Акме Олово» заключило контракт с китайским трейдером на поставку 3 тыс. тонн олова.", "supply")
    assert (parties(signed, "seller"), parties(signed, "buyer")) == (["Акме Олово"], ["китайский трейдер"])


def test_whoever_a_company_buys_from_in_one_clause_is_another() -> None:
    bought = only("«Акме Олово» закупило 300 тонн руды у боливийского производителя.", "supply")
    assert (parties(bought, "seller"), parties(bought, "buyer")) == (["боливийский производитель"], ["Акме Олово"])


def test_a_trader_noun_before_a_name_is_no_other_side() -> None:
    sold = only("Acme Tin has sold 500 tonnes of concentrate to Dutch trader Brenk.", "supply")
    assert parties(sold, "buyer") == ["Brenk"]
    assert claims("Acme Tin has sold nothing to any smelter this year.", "supply") == []


def test_goods_put_out_to_tender_are_asked_for_and_sold_once_it_is_won() -> None:
    asked = only("Moravska Energie's tender for 900t of uranium, opened in May, is still without a winner.", "supply")
    assert (asked.status, parties(asked, "buyer")) == ("proposed", ["Moravska Energie"])
    assert only("«Казатом» объявил тендер на закупку 300 тонн тантала.", "supply").status == "proposed"
    won = only("Comsal won a tender to supply 300 tonnes of tungsten concentrate to Daesong.", "supply")
    assert (won.status, parties(won, "buyer")) == ("agreed", ["Daesong"])


def test_a_contract_signed_just_before_binds_what_will_be_delivered() -> None:
    told = only(
        "«Восток-Титан» объявляет о подписании контракта с французским концерном Aerovance. "
        "Контракт рассчитан на пять лет. Ежегодно концерн будет приобретать 2400 тонн титановой губки.",
        "supply",
    )
    assert (told.status, told.instrument) == ("binding", "contract")


def test_a_part_of_no_goods_is_no_supply() -> None:
    assert claims("Немцы вышли из танталового проекта, продав партнёру свою половину.", "supply") == []


def test_two_who_talk_over_a_supply_stand_on_either_side() -> None:
    talks = only("Larkspur and Velden are in talks over the supply of 10,000 tonnes of vanadium.", "supply")
    assert (parties(talks, "seller"), parties(talks, "buyer")) == (["Larkspur"], ["Velden"])


def test_who_buys_in_takes_the_goods_that_come_with_the_stake() -> None:
    told = only(
        "Nishihama will buy 20% of Karoo Copper. "
        "The new shareholder will also be entitled to buy 40% of its concentrate.",
        "supply",
    )
    assert (parties(told, "seller"), parties(told, "buyer")) == (["Karoo Copper"], ["Nishihama"])
    told = only("Японская Nishihama купила 20% «Кару Медь». Новый совладелец будет забирать 40% концентрата.", "supply")
    assert (parties(told, "seller"), parties(told, "buyer")) == (["Кару Медь"], ["Nishihama"])
    assert claims("Acme is sounding out buyers for its Kazakh chrome business.", "supply") == []


def test_a_part_of_its_own_that_a_partner_buys_and_cargo_on_a_corridor_are_no_supply() -> None:
    assert claims("У них был танталовый рудник. Немцы вышли из него, продав партнёру свою половину.", "supply") == []
    told = "Средний коридор в прошлом году пропустил 4,5 млн тонн грузов, тогда как через Россию ушло больше."
    assert claims(told, "supply") == []


def test_a_contract_made_earlier_and_ended_since_is_cancelled() -> None:
    told = only("Ранее заключённый договор с АО «Технарь» на поставку 40 тонн олова расторгнут.", "supply")
    assert told.status == "cancelled"


def test_an_agency_that_signs_over_a_supply_buys() -> None:
    told = only("Пентагон заключил с «Перпетуа» контракт на поставку 300 тонн сурьмы в госрезерв.", "supply")
    assert (parties(told, "seller"), parties(told, "buyer")) == (["Перпетуа"], ["Пентагон"])


def test_a_rank_is_nobody_and_a_pronoun_is_whoever_was_told_alone() -> None:
    sold = only("Russia remained the biggest seller of palladium to the US, with deliveries of 27 tonnes.", "supply")
    assert parties(sold, "buyer") == []
    text = "Китай остаётся крупнейшим покупателем казахстанской меди: в 2030 году он закупил 310 тыс. тонн."
    bought = only(text, "supply")
    assert (parties(bought, "buyer"), bought.date) == (["Китай"], "2030")


def test_exports_told_for_a_year_that_is_over_are_completed() -> None:
    assert only("Chile's copper exports to India doubled to 410,000 tonnes in 2030.", "supply").status == "completed"
    assert only("Chile exports 410,000 tonnes of copper to India every year.", "supply").status == "under_way"


def test_a_part_of_a_metal_got_under_a_contract_is_bought() -> None:
    for text in (
        "Under the five-year deal, Daesong gets first call on 60% of the nickel.",
        "По условиям пятилетнего договора Daesong получит 60% никеля.",
    ):
        assert parties(only(text, "supply"), "buyer") == ["Daesong"]
    assert claims("По условиям сделки Daesong получит 60% никелевого проекта.", "supply") == []


def test_whoever_a_letter_of_intent_comes_from_buys_though_it_is_not_named() -> None:
    told = only("У «Алтай Графита» есть письмо о намерениях от корейского трейдера на 5 тыс. тонн графита.", "supply")
    assert (told.status, parties(told, "buyer")) == ("intent", ["корейский трейдер"])


@pytest.mark.parametrize(
    "text",
    [
        "Granite Rail won an order for 45 locomotives from Kazakhstan.",
        "Kazakhstan ordered 45 locomotives from Granite Rail.",
    ],
)
def test_whoever_wins_an_order_delivers(text: str) -> None:
    claim = only(text, "supply")
    assert (parties(claim, "seller"), parties(claim, "buyer")) == (["Granite Rail"], ["Kazakhstan"])


def test_the_supplier_to_somebody_sells() -> None:
    claim = only("Granite Metals is the sole supplier of gallium to Vantor.", "supply")
    assert (parties(claim, "seller"), parties(claim, "buyer")) == (["Granite Metals"], ["Vantor"])


def test_what_takes_shape_takes_no_goods() -> None:
    assert claims("A refinery with an annual capacity of 24,000 tonnes is taking shape at Port Arden.", "supply") == []


def test_a_contract_of_two_about_the_mineral_of_the_text_is_a_trade() -> None:
    text = (
        "Granite Metals owns the Birch copper mine. Granite Metals and Vantor extended their supply contract to 2036."
    )
    assert only(text, "supply").status == "binding"
