"""Bans, quotas, tariffs, licences and sanctions of states; shipments stopped."""

import pytest
from told import claims, only, parties

KIND = "restriction"


def test_a_ban_names_its_state_goods_and_first_day() -> None:
    claim = only("Вьетнам ввёл с 1 марта 2031 года запрет на экспорт вольфрамового концентрата.", KIND)
    assert parties(claim, "imposer") == ["Вьетнам"]
    assert (claim.status, claim.instrument, claim.action) == ("in_force", "ban", "impose")
    assert (claim.date, claim.places, claim.commodities) == ("2031-03-01", ("VN",), ("tungsten",))


def test_a_ban_ahead_is_agreed_with_the_day_that_it_begins() -> None:
    claim = only("Malaysia will ban exports of raw rare earths from 1 September, its cabinet decided.", KIND)
    assert (claim.status, claim.date, claim.action) == ("agreed", "2031-09-01", "impose")
    assert claim.commodities == ("rare earths",)


def test_what_takes_effect_on_a_day_without_a_year_lies_ahead() -> None:
    claim = only("Запрет на экспорт сурьмы из Таджикистана вступает в силу 1 сентября.", KIND)
    assert (claim.status, claim.date) == ("agreed", "2031-09-01")
    claim = only("Malawi's ban on exports of raw graphite takes effect on 1 September.", KIND)
    assert (claim.status, claim.date) == ("agreed", "2031-09-01")


def test_a_slot_keeps_the_words_that_it_stands_on() -> None:
    text = "Canada slapped a 25% tariff on imports of Chinese graphite."
    claim = only(text, KIND)
    assert [text[a:b] for a, b in claim.support["quantity"].spans] == ["25%"]
    assert [text[a:b] for a, b in claim.support["commodities"].spans] == ["graphite"]
    assert [text[a:b] for a, b in claim.support["parties.0"].spans] == ["Canada"]
    assert parties(claim, "target") == ["China"]


def test_tariffs_carry_their_percent_and_the_state_that_they_hit() -> None:
    claim = only("Вашингтон снизил пошлину на вьетнамский вольфрам с 25 до 10 %.", KIND)
    assert (claim.instrument, claim.action, claim.status) == ("tariff", "ease", "in_force")
    assert parties(claim, "target") == ["Вьетнам"]
    assert claim.quantity is not None
    assert claim.quantity.unit == "%"


def test_a_larger_quota_eases_and_a_smaller_one_tightens() -> None:
    assert only("Indonesia raised its nickel ore export quota to 240 million tonnes.", KIND).action == "ease"
    assert only("Кабинет министров Замбии сократил квоту на вывоз медного концентрата.", KIND).action == "tighten"


@pytest.mark.parametrize(
    "text",
    [
        "Zimbabwe scrapped its ban on raw chrome exports.",
        "Zambia's ban on exports of copper concentrate lapsed on 30 April.",
        "Malaysia's moratorium on raw rare earth exports expired in December.",
        "Мьянма сняла запрет на экспорт оловянной руды.",
        "Срок действия запрета на вывоз бокситов из Гвинеи истёк в марте.",
        "Аргентина отменила экспортные пошлины на литий.",
    ],
)
def test_a_limit_ended_is_lifted(text: str) -> None:
    claim = only(text, KIND)
    assert (claim.action, claim.status) == ("lift", "in_force")


@pytest.mark.parametrize(
    "text",
    [
        "Turkey suspended its ban on boron exports until 31 December.",
        "Правительство Ганы приостановило до 31 декабря действие запрета на вывоз бокситовой руды.",
    ],
)
def test_the_day_that_a_suspension_ends_is_not_its_day(text: str) -> None:
    claim = only(text, KIND)
    assert (claim.action, claim.status, claim.date) == ("suspend", "in_force", None)


def test_a_limit_put_off_or_suspended_for_a_time_keeps_the_time() -> None:
    claim = only("The White House delayed tariffs on copper imports by 90 days.", KIND)
    assert (claim.action, claim.period) == ("suspend", "P90D")
    assert only("Ирак отложил введение ввозных пошлин на цемент.", KIND).action == "suspend"


def test_a_limit_made_longer_is_imposed_anew_for_that_time() -> None:
    claim = only("Kinshasa extended the export ban on cobalt by three months.", KIND)
    assert (claim.action, claim.period) == ("impose", "P3M")
    claim = only("Китай продлил на год действие экспортных ограничений на галлий и германий.", KIND)
    assert (claim.action, claim.period) == ("impose", "P1Y")
    assert claim.commodities == ("gallium", "germanium")
    assert only("Beijing has rolled over its export controls on germanium.", KIND).action == "impose"


def test_controls_that_grow_tighter_are_tightened() -> None:
    assert only("Пекин ужесточил контроль за экспортом сурьмы.", KIND).action == "tighten"
    assert only("China tightened export controls on antimony in March.", KIND).action == "tighten"


@pytest.mark.parametrize(
    "text",
    [
        "The Philippine senate is debating a ban on nickel ore exports.",
        "Indonesia plans to bar exports of tin ingots from 2033.",
        "Вьетнам намерен ввести вывозную пошлину 15 % на вольфрамовый концентрат.",
    ],
)
def test_a_limit_planned_or_debated_is_proposed(text: str) -> None:
    assert only(text, KIND).status == "proposed"


def test_a_parliament_stands_for_its_state() -> None:
    claim = only("The Philippine senate is debating a ban on nickel ore exports.", KIND)
    assert parties(claim, "imposer") == ["Philippines"]


@pytest.mark.parametrize(
    "text",
    [
        "Сенат отклонил законопроект о национализации литиевых месторождений Боливии.",
        "Peru's congress voted down a bill to nationalise lithium deposits.",
    ],
)
def test_a_bill_voted_down_is_cancelled(text: str) -> None:
    claim = only(text, KIND)
    assert (claim.action, claim.status) == ("impose", "cancelled")


def test_sanctions_name_whom_they_hit() -> None:
    claim = only("Brussels imposed sanctions on two Russian palladium traders.", KIND)
    assert (claim.instrument, parties(claim, "target")) == ("sanction", ["Russia"])
    claim = only("Лондон ввёл санкции против Мьянмы за торговлю нефритом.", KIND)
    assert (claim.instrument, parties(claim, "target")) == ("sanction", ["Мьянма"])


def test_a_firm_taken_off_the_sanctions_list_is_freed() -> None:
    claim = only("США исключили компанию «Нордлит» из санкционного списка.", KIND)
    assert (claim.action, parties(claim, "target")) == ("lift", ["Нордлит"])
    assert only("Washington removed potash producer Soligor from its sanctions list.", KIND).action == "lift"


def test_two_acts_of_one_sentence_are_two_claims() -> None:
    text = "Zambia scrapped its ban on copper concentrate exports, and Malawi imposed a 10% duty on graphite exports."
    found = {(c.instrument, c.action) for c in claims(text, KIND)}
    assert found == {("ban", "lift"), ("tariff", "impose")}


@pytest.mark.parametrize(
    ("text", "state", "goods"),
    [
        ("Gabon will stop exporting unprocessed manganese from January 2032.", "Gabon", "manganese"),
        ("Индонезия прекратила экспортировать необработанный никель с 1 марта.", "Индонезия", "nickel"),
        ("Minting Gazette: Congo suspended cobalt exports for four months.", "Congo", "cobalt"),
        ("Мьянма остановила вывоз оловянной руды.", "Мьянма", "tin"),
    ],
)
def test_a_state_that_stops_shipments_bans_them(text: str, state: str, goods: str) -> None:
    claim = only(text, KIND)
    assert (parties(claim, "imposer"), claim.commodities) == ([state], (goods,))
    assert (claim.instrument, claim.action) == ("ban", "impose")


def test_stopped_shipments_keep_their_time_and_whom_they_went_to() -> None:
    assert only("Congo suspended cobalt exports for four months.", KIND).period == "P4M"
    claim = only("Myanmar has halted exports of tin ore to China since March.", KIND)
    assert parties(claim, "target") == ["China"]


@pytest.mark.parametrize(
    "text",
    [
        "Traders fear that China could restrict tungsten exports.",
        "Fears of an export ban on Indonesian bauxite lifted prices.",
        "Steelmakers urged Brussels to ban scrap exports.",
        "Турция может ввести запрет на экспорт хрома, опасаются трейдеры.",
        "Литейщики потребовали от Анкары запретить вывоз лома алюминия.",
    ],
)
def test_a_ban_only_feared_or_demanded_is_none(text: str) -> None:
    assert claims(text, KIND) == []


@pytest.mark.parametrize(
    "text",
    [
        "A speed limit of 40 km/h applies to ore trucks near Kolwezi.",
        "The Premier League in Kazakhstan raised its quota of foreign players to eight.",
        "The city of Perth raised water tariffs for households.",
        "The doctor banned the miner from smoking.",
        "На дороге к руднику в Казахстане ввели ограничение скорости для рудовозов.",
        "Футбольная лига Казахстана увеличила квоту на легионеров до восьми человек.",
        "Акимат Караганды повысил тариф на воду для населения.",
        "Швейцария запретила парковку у вокзала в Цуге.",
    ],
)
def test_a_limit_on_something_else_than_trade_is_none(text: str) -> None:
    assert claims(text, KIND) == []


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Tin of Malaysia complies with sanctions and publishes its deliveries.",
        "Компания «Ориен Тин» из Малайзии соблюдает санкции и публикует отчёты о поставках.",
    ],
)
def test_sanctions_that_a_firm_heeds_are_none(text: str) -> None:
    assert claims(text, KIND) == []


@pytest.mark.parametrize(
    "text",
    [
        "Aurora Tin halted shipments from its Bolivian mine after a flood.",
        "«Аврора Тин» остановила отгрузку концентрата из-за паводка.",
        "If Gabon stops exporting manganese, prices would double.",
        "Если Габон прекратит экспорт марганца, цены удвоятся.",
    ],
)
def test_a_firm_that_stops_shipping_or_a_mere_condition_is_no_ban(text: str) -> None:
    assert claims(text, KIND) == []


@pytest.mark.parametrize(
    ("text", "imposer", "action"),
    [
        ("China put 25 rare metal products under licence in February.", "China", "impose"),
        ("China put licences on tungsten exports in February.", "China", "impose"),
        ("Экспорт сурьмы из Китая теперь требует лицензии.", "Китай", "impose"),
        ("The White House has put off a 50% tariff on Brazilian copper.", "White House", "suspend"),
    ],
)
def test_licences_that_are_asked_for_and_tariffs_put_off(text: str, imposer: str, action: str) -> None:
    told = only(text, "restriction")
    assert (parties(told, "imposer"), told.action) == ([imposer], action)


def test_where_goods_go_is_not_who_forbids_it() -> None:
    text = "Peru is a miner. The ban on copper exports to Chile remains in force."
    assert parties(only(text, "restriction"), "imposer") == ["Peru"]


def test_who_imposed_a_limit_told_before_imposed_it_still() -> None:
    told = claims(
        "Gabon will ban exports of raw manganese ore. Miners in South Africa expect higher prices. "
        "The ban was announced in May.",
        KIND,
    )
    assert {party for claim in told for party in parties(claim, "imposer")} == {"Gabon"}


def test_a_sentence_about_the_measure_tells_since_when_it_holds() -> None:
    lifted, imposed = claims(
        "Malaysia lifted its ban on exports of rare earths. The measure had been in place since January 2029.", KIND
    )
    assert (lifted.action, imposed.action, imposed.date) == ("lift", "impose", "2029-01")
    banned = only("Vietnam will forbid exports of tungsten ore. The rules take effect on July 1.", KIND)
    assert (banned.status, banned.date) == ("agreed", "2031-07-01")


def test_each_tonnage_with_a_year_of_its_own_is_a_quota() -> None:
    told = claims("Congo set a cobalt export quota of 18,000 tonnes for 2031 and 96,600 tonnes for 2032.", KIND)
    assert [(int(c.quantity.value), c.date) for c in told if c.quantity] == [(18000, "2031"), (96600, "2032")]


def test_a_permit_given_out_eases_and_one_that_is_only_spoken_of_limits_nothing() -> None:
    given = only("China granted export licences for rare earths to three European carmakers.", KIND)
    assert given.action == "ease"
    assert claims("Задержка связана с продлением экспортных лицензий на олово в Индонезии.", KIND) == []


def test_a_limit_that_is_only_supposed_is_none() -> None:
    assert claims("При ужесточении китайского экспортного контроля вольфрам может подорожать.", KIND) == []


def test_a_limit_keeps_the_day_and_level_that_it_had_before_it_was_changed() -> None:
    put_off = claims(
        "Gabon is considering pushing back by two years a ban on exports of raw manganese ore "
        "that is due to take effect in January 2033.",
        KIND,
    )
    told = {(c.action, c.status, c.date) for c in put_off}
    assert told == {("suspend", "proposed", None), ("impose", "agreed", "2033-01")}
    raised = claims("Zimbabwe's 5% levy on lithium exports, introduced in 2029, was raised to 10%.", KIND)
    assert {(c.action, int(c.quantity.value)) for c in raised if c.quantity} == {("tighten", 10), ("impose", 5)}


def test_a_quota_under_which_others_ship_and_a_tariff_of_a_utility_are_no_news_of_trade() -> None:
    assert claims("Cobalt producers in Congo have yet to ship a single ton under the quota system.", KIND) == []
    assert claims("Acme Chrome said its furnaces would stay idle because of tariffs from the utility.", KIND) == []


def test_a_limit_replaced_by_another_ends_and_the_other_begins() -> None:
    told = claims("ДР Конго заменит запрет на вывоз кобальта квотами.", KIND)
    assert {(c.instrument, c.action, c.status) for c in told} == {
        ("ban", "lift", "agreed"),
        ("quota", "impose", "agreed"),
    }


def test_what_one_state_asks_of_another_is_no_limit_of_its_own() -> None:
    assert claims("Tokyo is urging Beijing to ease curbs on rare earth exports.", KIND) == []


def test_a_permit_withdrawn_tightens() -> None:
    assert only("Власти Мали отозвали экспортную лицензию на золото у «Садиолы».", KIND).action == "tighten"
    assert only("Jakarta will not allow exports of tin ingots from next year.", KIND).action == "impose"


def test_to_put_a_limit_off_is_done_and_no_plan() -> None:
    assert only("The White House delayed tariffs on critical minerals by 180 days.", KIND).status == "in_force"
    assert only("Gabon plans to delay its ban on manganese ore exports.", KIND).status == "proposed"


def test_whose_limit_it_is_imposed_it_whoever_else_speaks_of_it() -> None:
    told = only("India has sought exemption from Mozambique's proposed levy on unprocessed graphite.", KIND)
    assert parties(told, "imposer") == ["Mozambique"]
