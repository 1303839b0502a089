"""Mines, plants and networks: outputs, capacities, jobs, stages and costs, and sites that are only places."""

import pytest
from told import claims, only, parties

from lodeline.claims.claim import Claim

KIND = "project"


def size(claim: Claim) -> tuple[float, str] | None:
    return None if claim.quantity is None else (float(claim.quantity.value), claim.quantity.unit)


# outputs and capacities


@pytest.mark.parametrize(
    ("text", "amount", "stage", "status", "date"),
    [
        ("The Kariba tungsten mine reached nameplate capacity of 3,000 tonnes a year in November.", (3000, "t/year"),
         "production", "completed", "2030-11"),
        ("Arden Zinc plans to double output at its Fenmore mine to 80,000 tonnes a year.", (80000, "t/year"),
         "production", "proposed", None),
        ("The smelter will be expanded from 120,000 to 200,000 tonnes a year by 2034.", (200000, "t/year"),
         "construction", "proposed", "2034"),
        ("Zambia produced 820,000 tonnes of copper in 2030.", (820000, "t"), "production", "completed", "2030"),
        ("Kestrel Lithium is building a 12 km access road to its Bergan mine.", (12, "km"), "construction",
         "under_way", None),
        ("Обогатительная фабрика «Ойкарагай» выведена на проектную мощность 1,2 млн тонн руды в год.",
         (1200000, "t/year"), "production", "completed", None),
        ("«Кызылмед» планирует нарастить выпуск катодной меди до 80 тыс. тонн в год.", (80000, "t/year"),
         "production", "proposed", None),
        ("Мощность завода увеличат со 120 до 200 тыс. тонн в год к 2034 году.", (200000, "t/year"), "production",
         "proposed", "2034"),
        ("В 2030 году Замбия добыла 820 тыс. тонн меди.", (820000, "t"), "production", "completed", "2030"),
        ("«Алтын-Тас» начал строить подъездную дорогу длиной 12 км к руднику Каратерек.", (12, "km"), "construction",
         "under_way", None),
        ("На фабрике появится 1300 рабочих мест.", (1300, "jobs"), "production", "proposed", None),
    ],
)  # fmt: skip
def test_a_project_tells_its_size_stage_and_step(
    text: str, amount: tuple[float, str], stage: str, status: str, date: str | None
) -> None:
    claim = only(text, KIND)
    assert (size(claim), claim.stage, claim.status, claim.date) == (amount, stage, status, date)
    assert claim.support["quantity"].spans


def test_a_plant_that_reopens_tells_its_jobs_and_its_month() -> None:
    claim = only("The Harrow smelter will reopen in June and employ 400 people, Delmar Metals said.", KIND)
    assert (size(claim), claim.status, claim.date) == ((400, "jobs"), "proposed", "2031-06")
    assert (parties(claim, "developer"), list(claim.assets)) == (["Delmar Metals"], ["Harrow"])


def test_jobs_that_a_mine_would_give_are_proposed() -> None:
    claim = only("The Harrow mine would employ 240 people.", KIND)
    assert (size(claim), claim.status) == ((240, "jobs"), "proposed")


def test_a_length_is_never_read_as_a_year() -> None:
    assert only("Kestrel Lithium is building a 2030 km railway to its Bergan mine.", KIND).date is None


def test_an_aim_for_years_to_come_is_not_yet_reached() -> None:
    found = claims("Zambia produced 820,000 tonnes of copper in 2030 and aims for 3 million tonnes by 2037.", KIND)
    assert [(c.status, c.date) for c in found] == [("completed", "2030"), ("proposed", "2037")]


def test_the_state_where_a_plant_lies_is_not_its_developer() -> None:
    claim = only(
        "Harrier Gold has commissioned its Nyeri plant in Kenya, which will process 1.2 million tonnes of ore a year.",
        KIND,
    )
    assert (parties(claim, "developer"), list(claim.places)) == (["Harrier Gold"], ["KE"])


# stages


@pytest.mark.parametrize(
    ("text", "stage", "status"),
    [
        ("First ore was mined at the Salta Norte pit in January.", "production", "completed"),
        ("Corvus Lithium has completed a feasibility study on the Blackmoor lithium project.", "feasibility",
         "completed"),
        ("Redpath Mining has put its Kalgar nickel mine on care and maintenance.", "production", "suspended"),
        ("Baltor Mining halted work at its Sondre nickel mine in Finland in February.", "production", "suspended"),
        ("The second phase of the Tolima refinery will come on stream in 2033.", "production", "proposed"),
        ("Drilling at the Tarn Hill prospect will begin in June.", "exploration", "proposed"),
        ("Tenor Metals has shelved plans to build a $700m smelter in Ghana.", "construction", "suspended"),
        ("Обогатительная фабрика рудника Ойкарагай введена в эксплуатацию в ноябре.", "production", "completed"),
        ("Вторая очередь завода «Кызылмед» будет запущена в 2033 году.", "production", "proposed"),
        ("«Северолитий» завершил технико-экономическое обоснование проекта Чёрная Сопка.", "feasibility", "completed"),
        ("«Алтай Полиметаллы» остановили шахту «Глубокая» после аварии.", "production", "suspended"),
        ("Близ Навои началось строительство завода по разделению редких земель.", "construction", "under_way"),
        ("Завод в Темиртау возобновил выпуск ферросплавов 1 февраля.", "production", "completed"),
        ("Tenor Metals отложила строительство плавильного завода за 700 млн долларов в Гане.", "construction",
         "suspended"),
    ],
)  # fmt: skip
def test_a_stage_without_a_figure_is_told_by_its_word(text: str, stage: str, status: str) -> None:
    claim = only(text, KIND)
    assert (claim.stage, claim.status, claim.quantity) == (stage, status, None)


# costs


def test_a_site_told_with_its_cost_is_a_project_of_its_owner() -> None:
    claim = only("«Северолитий» представил проект Чёрная Сопка стоимостью 450 млн долларов.", KIND)
    assert claim.amount is not None
    assert (int(claim.amount.value), claim.amount.currency) == (450_000_000, "USD")
    assert (parties(claim, "developer"), list(claim.assets)) == (["Северолитий"], ["Чёрная Сопка"])


def test_an_investment_decision_makes_a_project_agreed() -> None:
    text = (
        "«Северолитий» принял окончательное инвестиционное решение по проекту Чёрная Сопка стоимостью 450 млн долларов."
    )
    assert only(text, KIND).status == "agreed"


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel Lithium will spend $85m on the Bergan and Olden deposits.",
        "«Северный молибден» вложит 85 млн долларов в освоение месторождений Кызылсай и Бестерек.",
    ],
)
def test_a_sum_for_two_deposits_is_told_once(text: str) -> None:
    assert [int(c.amount.value) for c in claims(text) if c.amount is not None] == [85_000_000]


# no project


@pytest.mark.parametrize(
    "text",
    [
        "The truck convoy passed the Mbala mine on Friday.",
        "Delmar Metals has a job to do in Chile, its chairman said.",
        "The power line can carry 220 MW.",
        "Zambia's mines lack 400 MW of power.",
        "The Harrow mine employs 400 people.",
        "In the Soviet era the Akchi mine produced 3,000 tonnes of tungsten a year.",
        "A storm closed the port of Vallar on Monday.",
        "The road to the Mbala mine is 90 km long.",
        "Copper traded at $9,800 a tonne in London.",
        "China banned exports of gallium to Japan in December.",
        "Колонна грузовиков прошла мимо рудника Мбала.",
        "Линия электропередачи рассчитана на 220 МВт.",
        "Рудникам Замбии не хватает 400 МВт мощности.",
        "На руднике Ойкарагай работают 400 человек.",
        "В советское время рудник Акчи давал 3 тыс. тонн вольфрама в год.",
        "Шторм закрыл порт Валлар в понедельник.",
        "Первая партия концентрата объёмом 500 тонн отправлена из Казахстана в Южную Корею.",
        "Медь подорожала до 9800 долларов за тонну.",
    ],
)
def test_a_mine_as_a_place_and_a_want_of_power_are_no_project(text: str) -> None:
    assert claims(text, KIND) == []


@pytest.mark.parametrize(
    "text",
    [
        "If Vega Copper builds a smelter, it will produce 100,000 tonnes a year.",
        "Если «Вега Медь» построит завод, он будет выпускать 100 тыс. тонн в год.",
    ],
)
def test_a_condition_builds_nothing(text: str) -> None:
    assert claims(text, KIND) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Selby plant, designed to process 900,000 tonnes of ore a year, was commissioned in March.", "completed"),
        ("Kerrow Copper commissioned its 12,000 t/y lithium plant at Selby ahead of schedule.", "completed"),
        ("Kerrow Copper is building a 20,000-tonne-a-year refinery at Selby, scheduled to open in 2034.", "under_way"),
        (
            "Construction of the Selby plant, which will make 8,000 tonnes of nickel a year, is 60% complete.",
            "under_way",
        ),
        ("Фабрика «Селби», рассчитанная на 900 тыс. т руды в год, введена в эксплуатацию в марте.", "completed"),
        ("Kerrow Copper plans to build a 20,000-tonne-a-year refinery at Selby by 2034.", "proposed"),
        ("The Selby plant, designed for 9,000 tonnes a year, is to be commissioned in 2034.", "proposed"),
        (
            "Фабрика «Селби», рассчитанная на 900 тыс. т руды в год, будет введена в эксплуатацию в 2034 году.",
            "proposed",
        ),
    ],
)
def test_a_size_stands_at_the_step_that_its_site_has_reached(text: str, status: str) -> None:
    told = only(text, "project")
    assert (told.status, told.quantity is not None) == (status, True)


def test_capital_costs_are_those_of_the_site() -> None:
    claim = only("«Гранит» владеет медным рудником «Берёза» в Перу. Капитальные затраты – 412 млн долларов.", "project")
    assert claim.amount is not None
    assert claim.amount.value == 412_000_000


def test_a_beginning_ahead_is_planned() -> None:
    told = claims("Granite Metals builds a smelter in Peru. Earthworks begin in October.", "project")
    assert [(claim.status, claim.date) for claim in told][-1] == ("proposed", "2031-10")
