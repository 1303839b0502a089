"""Stages of sites told by process, phase verb or plan, and what only looks like one; costs that hold now."""

import pytest
from told import claims, only, parties

KIND = "project"


@pytest.mark.parametrize(
    ("text", "stage", "status"),
    [
        ("Commissioning of the magnet factory in Estonia began last month.", "production", "under_way"),
        ("Construction at the Fenwick mine has been on hold since February.", "construction", "suspended"),
        ("Halcyon Metals has started a drilling programme at its Wexley mine in Canada.", "exploration", "under_way"),
        ("Workers broke ground on Thursday on Halcyon's tungsten mill in Nevada.", "construction", "under_way"),
        ("Vale Verde suspended work on the tailings dam at its Itabra mine in Brazil.", "production", "suspended"),
        ("Arden's germanium line came on stream in March.", "production", "completed"),
        ("Contractors rebuilt the Orla smelter for Sable Mining in 2028.", "construction", "completed"),
        ("Kestrel will not build the Lakeview smelter after all.", "construction", "cancelled"),
        ("The Lakeview project has been closed, Kestrel said.", "production", "cancelled"),
        ("На Удинской фабрике начались пусконаладочные работы, сообщила «Тайга-Никель».", "construction", "under_way"),
        ("«Ак-Жол Металл» приостановила добычу сурьмы на руднике «Туманный».", "production", "suspended"),
        ("Ввод в эксплуатацию рудника «Туманный» отложен до 2034 года.", "production", "proposed"),
    ],
)
def test_a_process_at_a_site_tells_its_stage_and_how_far_it_is(text: str, stage: str, status: str) -> None:
    claim = only(text, KIND)
    assert (claim.stage, claim.status) == (stage, status)


@pytest.mark.parametrize(
    "text",
    [
        "The union asked a court to halt the Fenwick mine.",
        "The Fenwick mine could be closed if power prices stay high.",
        "No one is going to build a second smelter in Iceland.",
        "The sale of the Tarn mine to Norvik Zinc was completed on 12 March.",
        "The Fenwick railway was finished in 1931 by a Scottish engineer.",
        "Sable Mining said a furnace at Tarn takes a week to restart.",
        "Beijing has not been idle.",
        "A new hotel has opened near Kestrel's offices.",
        "Rules for the Tarn mine can change after the drilling is done.",
        "Никто второй завод в Исландии строить не будет.",
        "Экологи требуют остановить карьер «Туманный».",
        "После доразведки запасы сурьмы на месторождении Кара-Суу выросли вдвое.",
        "Суд приостановил действие экологического разрешения рудника «Туманный».",
        "Расширению рудника «Туманный» мешает нехватка воды.",
    ],
)
def test_wishes_fears_occasions_deals_and_history_are_no_stage(text: str) -> None:
    assert not claims(text, KIND)


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("The cost of the Fenwick mine has risen to $1.2 billion from $900 million.", 1_200_000_000),
        ("The Fenwick mine is now put at C$740m.", 740_000_000),
        ("Arden Resources abandoned plans for a €95 million gallium plant in Spain.", 95_000_000),
        ("Стоимость фабрики «Салаир» выросла с 30 до 42 млрд рублей.", 42_000_000_000),
        ("Проект «Салаир» оценивается в 640 млн долларов.", 640_000_000),
    ],
)
def test_the_cost_that_holds_now_is_told_of_its_site(text: str, sum_: int) -> None:
    claim = only(text, KIND)
    assert claim.amount is not None
    assert int(claim.amount.value) == sum_


@pytest.mark.parametrize(
    "text",
    [
        "Sable Mining's operating costs rose to $90 million.",
        "The incentive goes to projects worth more than $200 million.",
        "Комбинат перечислил в бюджет 71 млрд драмов.",
        "Стоимость активов «Тайга-Никеля» — 71 млрд рублей.",
    ],
)
def test_running_costs_taxes_and_assets_are_no_cost_of_a_site(text: str) -> None:
    assert not claims(text, KIND)


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        (
            "В 2030 году рудник «Туманный» добыл 820 тыс. т руды, в 2031-м планируется 900 тыс. т.",
            [(820_000, "t", "completed"), (900_000, "t", "proposed")],
        ),
        ("Мощность завода «Салаир» — 12 тыс. т карбоната лития.", [(12_000, "t/year", "proposed")]),
        ("Вместо обещанных 10 тыс. т фабрика даёт 4 тыс. т концентрата в год.", [(4_000, "t/year", "under_way")]),
        (
            "The plant is Orang Metals's, which opened at Kuantan in March and can turn out 6,000 tonnes a year.",
            [(6_000, "t/year", "completed")],
        ),
    ],
)
def test_a_quantity_has_the_phase_of_its_own_clause(text: str, sizes: list[tuple[int, str, str]]) -> None:
    found = [(int(c.quantity.value), c.quantity.unit, c.status) for c in claims(text, KIND) if c.quantity]
    assert sorted(found) == sorted(sizes)


@pytest.mark.parametrize(
    "text",
    [
        "The group said it would cut about 900 jobs in Kent.",
        "Prague's tender for 900 tonnes of uranium, opened in March, is still without a winner.",
        "The Tarn smelter needs 38 MW.",
        "На площадке рудника заняты 410 человек.",
        "The Tarn smelter, which employs 1,200 people, lies near Lusaka.",
    ],
)
def test_jobs_cut_tenders_needs_and_staff_are_no_output(text: str) -> None:
    assert not claims(text, KIND)


@pytest.mark.parametrize(
    ("text", "size", "status"),
    [
        ("Plans for a 60,000-tonne nickel sulphate plant near Turku were shelved, Sorvik Metals said.", 60_000,
         "suspended"),
        ("Завод на 5 тыс. тонн кремния появится в Навои.", 5_000, "proposed"),
    ],
)  # fmt: skip
def test_a_size_beside_its_site_is_a_yearly_capacity(text: str, size: int, status: str) -> None:
    claim = only(text, KIND)
    assert claim.quantity is not None
    assert (int(claim.quantity.value), claim.quantity.unit, claim.status) == (size, "t/year", status)


def test_an_output_of_a_year_to_come_is_not_under_way() -> None:
    assert only("The Tarn mine is forecast to produce 140,000 ounces of gold next year.", KIND).status == "proposed"


def test_a_planned_site_without_a_verb_of_works_is_proposed() -> None:
    claim = only("Kenya and Japan are discussing a tantalum smelter near Mombasa.", KIND)
    assert (claim.status, claim.stage, list(claim.commodities)) == ("proposed", None, ["tantalum"])


def test_a_lender_is_no_developer() -> None:
    assert not claims("Банк «Вуокса» рассматривает проект фабрики «Салаир».", KIND)


def test_the_developer_is_the_owner_of_the_plan_given_up() -> None:
    claim = only("Arden Resources abandoned plans for a €95 million gallium plant in Spain.", KIND)
    assert (claim.status, parties(claim, "developer")) == ("cancelled", ["Arden Resources"])


def test_two_companies_in_one_sentence_are_two_stages_each_with_its_sum() -> None:
    text = (
        "Kerrow Copper has finished two-thirds of a $270 million plant near Lusaka, while Fenwick Nickel mothballed "
        "its own after prices collapsed last year."
    )
    told = {parties(c, "developer")[0]: (c.status, c.amount and int(c.amount.value)) for c in claims(text, "project")}
    assert told == {"Kerrow Copper": ("under_way", 270_000_000), "Fenwick Nickel": ("suspended", None)}


def test_one_company_with_two_verbs_is_one_stage() -> None:
    assert len(claims("Kerrow Copper halted the Selby mine and closed its Aldan smelter.", "project")) == 1
