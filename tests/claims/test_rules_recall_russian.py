"""Russian sentences in which a side, a noun or a verb is left out, and what stays no claim."""

import pytest
from told import claims, only, parties, shares

LEAD = "«Горная Шория» осваивает рудник Тас-Юрях в Якутии. "


def test_a_shipment_without_sides_is_the_topic_firms_own() -> None:
    told = only(LEAD + "За год на экспорт ушло 112 тыс. т ферромарганца.", "supply")
    assert parties(told, "seller") == ["Горная Шория"]


def test_a_shipment_of_the_world_is_nobodys() -> None:
    assert claims(LEAD + "Мировой экспорт за год составил 112 тыс. т ферромарганца.", "supply") == []


def test_a_bare_number_counts_what_was_counted_before_it() -> None:
    told = only(LEAD + "Из 40 заказанных самосвалов 24 уже поставлены.", "supply")
    assert told.quantity is not None
    assert (int(told.quantity.value), told.quantity.unit) == (24, "trucks")
    assert parties(told, "buyer") == ["Горная Шория"]


@pytest.mark.parametrize(
    "text",
    [
        "Покупателем 25 тыс. т медного концентрата стала индийская Deccan Smelting.",
        "Покупателем 25 тыс. т медного концентрата выступит компания Deccan Smelting.",
    ],
)
def test_who_is_told_as_the_buyer_buys(text: str) -> None:
    told = only(text, "supply")
    assert (parties(told, "buyer"), parties(told, "seller")) == (["Deccan Smelting"], [])


def test_an_option_on_a_player_is_no_supply() -> None:
    assert claims("Двое хоккеистов арендованы у «Вымпела» на год, с опцией выкупа.", "supply") == []


def test_a_firm_named_by_a_cue_word_tells_nothing_of_it() -> None:
    assert claims("«Первая добыча» и «Степные ресурсы» сменили вывески.") == []


@pytest.mark.parametrize("verb", ["профинансируют", "прокредитуют"])
def test_a_rare_verb_of_the_future_binds_nobody_yet(verb: str) -> None:
    assert only(f"Банки {verb} строительство рудника Тас-Юрях на 5 млрд рублей.", "financing").status == "agreed"


def test_a_bank_gives_a_part_of_a_sum() -> None:
    told = only(LEAD + "Не более 55% затрат готов прокредитовать Банк развития.", "financing")
    assert told.quantity is not None
    assert int(told.quantity.value) == 55
    assert parties(told, "financier") == ["Банк развития"]


def test_a_bank_that_keeps_a_part_of_its_profit_lends_nothing() -> None:
    assert claims("Банк развития направит 70% прибыли на дивиденды.", "financing") == []


def test_a_sum_goes_on_in_the_currency_of_the_sentence_before() -> None:
    text = "Фонд вложил 20 млн долларов. Ещё 60 миллионов дал в долг Банк развития."
    told = only(text, "financing")
    assert told.amount is not None
    assert int(told.amount.value) == 60_000_000
    assert told.amount.currency == "USD"


def test_a_side_is_the_partner_from_there() -> None:
    text = "Казахстанский «Кенмет» и корейская Hanbyul создали СП. Корейской стороне отойдёт 65%, казахстанской — 35%."
    assert shares(only(text, "joint_venture")) == {"Кенмет": 35, "Hanbyul": 65}


@pytest.mark.parametrize(
    ("text", "acquirer"),
    [
        ("Контроль над «Алтын-Кеном» перешёл к китайской Sihai Mining.", "Sihai Mining"),
        ("Долю в 30% рудника Тас-Юрях получит фонд «Евразия-Инвест».", "Евразия-Инвест"),
        ("Доля в 20% рудника Тас-Юрях перешла к фонду «Сары-Арка».", "Сары-Арка"),
    ],
)
def test_a_stake_that_passes_has_a_new_holder_and_no_seller(text: str, acquirer: str) -> None:
    told = only(text, "acquisition")
    assert (parties(told, "acquirer"), parties(told, "seller")) == ([acquirer], [])


def test_a_part_that_is_sold_on_leaving_is_no_goods() -> None:
    text = "«Уральский хром» вышел из капитала «Степной руды», продав 17% за 3 млрд рублей."
    assert parties(only(text, "acquisition"), "seller") == ["Уральский хром"]
    assert claims(text, "supply") == []


@pytest.mark.parametrize("text", ["Рабочий день перейдёт в две смены.", "Управление рудником перешло к директору."])
def test_what_passes_without_a_stake_is_no_purchase(text: str) -> None:
    assert claims(text, "acquisition") == []


def test_a_site_and_its_yearly_rate_need_no_verb() -> None:
    told = only("«Литий-Юг» строит комплекс. Три фабрики, всего 9 тыс. т карбоната лития в год.", "project")
    assert told.quantity is not None
    assert (int(told.quantity.value), told.quantity.unit) == (9_000, "t/year")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Завод «Литий-Юг» обеспечит работой 700 человек.", 1),
        ("На заводе «Литий-Юг» побывали 700 человек.", 0),
    ],
)
def test_people_given_work_are_jobs_and_visitors_are_not(text: str, found: int) -> None:
    assert sum(c.quantity is not None and c.quantity.unit == "jobs" for c in claims(text, "project")) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Добраться до рудника можно только по зимнику.", 1),
        ("К рудникам области проложили зимник.", 0),
        ("Руду с карьера возят по ветхому мосту.", 1),
        ("Вместо ветхой линии построят новую.", 0),
        ("Если паводок не сорвёт график, сваи забьют до ледостава.", 0),
    ],
)
def test_a_weak_or_rough_way_holds_back_unless_it_is_mended(text: str, found: int) -> None:
    assert len(claims(text, "constraint")) == found


def test_of_two_levels_of_a_duty_the_new_one_holds() -> None:
    told = only("Индонезия поднимет экспортную пошлину на медный концентрат с 5% до 10%.", "restriction")
    assert told.quantity is not None
    assert int(told.quantity.value) == 10


def test_freed_from_duties_is_a_lift() -> None:
    assert only("США освободили от пошлин сурьму и графит.", "restriction").action == "lift"


def test_an_adjective_that_opens_the_sentence_names_the_state() -> None:
    told = only("Намибийские власти продлили запрет на экспорт кобальта.", "restriction")
    assert parties(told, "imposer") == ["Намибия"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LEAD + "Добычу возобновят весной.", 1),
        ("Врачи города возобновят приём весной.", 0),
    ],
)
def test_works_taken_up_again_are_a_project_where_the_text_is_about_a_site(text: str, found: int) -> None:
    assert sum(c.status == "proposed" for c in claims(text, "project")) == found


def test_a_mine_that_had_to_be_stopped_is_suspended() -> None:
    assert only("Фабрику «Сары-Булак» на прошлой неделе пришлось закрыть.", "project").status == "suspended"


def test_a_visit_that_had_to_be_cut_short_stops_no_mine() -> None:
    assert claims("Выставку «Сары-Булак» на прошлой неделе пришлось закрыть.", "project") == []
