"""Works at a site told in rarer ways: beginning, load and end, halts, what only may be and what is done in part."""

import pytest
from told import claims, only, parties

SITE = "Ferrox Nickel owns the Quillan nickel mine in Chile. "
RUSSIAN_SITE = "«Феррокс» строит никелевый завод «Квиллан» в Карелии. "
KIND = "project"


def step(text: str) -> tuple[str | None, str | None]:
    told = claims(text, KIND)[-1]
    return told.stage, told.status


@pytest.mark.parametrize(
    ("news", "told"),
    [
        ("Quillan will be back in production by the end of next year.", ("production", "proposed")),
        ("A pilot plant has been running since March.", ("production", "completed")),
        ("Mining at Quillan ended in 2029.", ("production", "suspended")),
        ("The plant caught fire in March and has not worked since.", ("production", "suspended")),
        ("Construction of a second mill should wrap up in mid-2032.", ("construction", "proposed")),
        ("Work on the plant started in March.", ("construction", "under_way")),
        ("The refinery is three-quarters built.", ("construction", "under_way")),
        ("A definitive feasibility study is due by November.", ("feasibility", "proposed")),
        ("The company is drilling 9,000 metres at the southern lobe.", ("exploration", "under_way")),
        ("The start date has moved to 2033.", ("production", "proposed")),
        ("Ferrox halted construction of the smelter in April.", ("construction", "suspended")),
        ("The mill, rebuilt after a flood, was restarted on Monday.", ("production", "completed")),
    ],
)
def test_the_stage_of_a_site_told_in_a_sentence_of_its_own(news: str, told: tuple[str, str]) -> None:
    assert step(SITE + news) == told


@pytest.mark.parametrize(
    ("news", "told"),
    [
        ("На полную мощность он выйдет в 2033 году.", ("production", "proposed")),
        ("Запуск сдвинули на 2033 год.", ("production", "proposed")),
        ("Срок сдвинут на 2033 год.", ("production", "proposed")),
        ("Работы на площадке начались в марте.", ("construction", "under_way")),
        ("Построить его обещают к 2033 году.", ("construction", "proposed")),
        ("Построено 40% объектов.", ("construction", "under_way")),
        ("Готовность завода — 80%.", ("construction", "under_way")),
        ("Стройка стоит с марта.", ("construction", "suspended")),
        ("Завод запускают в октябре.", ("production", "proposed")),
        ("Комбинат возобновил плавку.", ("production", "completed")),
        ("Работы начались в феврале и завершатся осенью.", ("construction", "under_way")),
    ],
)
def test_the_stage_of_a_russian_site_told_in_a_sentence_of_its_own(news: str, told: tuple[str, str]) -> None:
    assert step(RUSSIAN_SITE + news) == told


@pytest.mark.parametrize(
    "news",
    [
        "Ferrox declined to say whether it would build a smelter.",
        "If prices recover, the mine will reopen in 2033.",
        "The ministry revoked the permit over its failure to build a refinery.",
        "The proceeds will finance construction of the smelter.",
        "In a separate development, Ferrox named a new chairman.",
    ],
)
def test_what_is_open_supposed_failed_or_paid_for_is_no_stage(news: str) -> None:
    assert not claims(SITE + news, KIND)


@pytest.mark.parametrize(
    "news",
    ["Если найдут деньги, завод запустят в 2033 году.", "Компания не раскрывает, построит ли она рудник."],
)
def test_what_is_open_or_supposed_in_russian_is_no_stage(news: str) -> None:
    assert len(claims(RUSSIAN_SITE + news, KIND)) == 1


@pytest.mark.parametrize(
    "news",
    [
        "Ferrox is looking for partners to develop the mine.",
        "The licence obliges Ferrox to build a smelter within four years.",
        "Ferrox is weighing whether to build a smelter.",
    ],
)
def test_who_is_to_build_has_not_built(news: str) -> None:
    assert step(SITE + news)[1] == "proposed"


def test_whom_a_state_lets_build_is_the_developer_and_the_step_is_agreed() -> None:
    told = only("Ghana's government has cleared Ferrox Lithium to build the country's first lithium mine.", KIND)
    assert (told.status, parties(told, "developer")) == ("agreed", ["Ferrox Lithium"])


def test_who_halts_the_site_of_another_is_no_developer() -> None:
    told = claims(SITE + "A court ordered the mine shut in April.", KIND)[-1]
    assert parties(told, "developer") == ["Ferrox Nickel"]


@pytest.mark.parametrize(
    ("news", "status"),
    [
        ("Ferrox has taken a final investment decision on the Quillan mine.", "agreed"),
        ("Ferrox expects to make a final investment decision in the first half of 2032.", "proposed"),
    ],
)
def test_an_investment_decision_is_a_step_of_its_site(news: str, status: str) -> None:
    assert claims(SITE + news, KIND)[-1].status == status


def test_completion_in_the_news_of_a_deal_is_the_deals_own() -> None:
    text = "Ferrox Nickel has agreed to buy 60% of the Quillan nickel mine for $90m. Completion is expected in July."
    assert not [claim for claim in claims(text, KIND) if claim.stage == "construction"]


@pytest.mark.parametrize(
    ("text", "value", "unit", "status"),
    [
        (SITE + "That is 8,000 tonnes a year.", 8_000, "t/year", "proposed"),
        (SITE + "It will yield 1,800 tonnes of nickel in concentrate a year.", 1_800, "t/year", "proposed"),
        (SITE + "Nickel production of 11,900 tonnes, down 14%.", 11_900, "t", "completed"),
        (SITE + "Production guidance for 2031 was trimmed to 9,000 tonnes.", 9_000, "t", "proposed"),
        (RUSSIAN_SITE + "На первом этапе — 50 тысяч тонн концентрата в год.", 50_000, "t/year", "proposed"),
        (
            RUSSIAN_SITE + "Новая линия позволит получать 500 тонн металла в концентрате ежегодно.",
            500,
            "t/year",
            "proposed",
        ),
    ],
)
def test_an_output_told_without_a_verb_of_making(text: str, value: int, unit: str, status: str) -> None:
    told = [c for c in claims(text, KIND) if c.quantity is not None][-1]
    assert told.quantity is not None
    assert (int(told.quantity.value), told.quantity.unit, told.status) == (value, unit, status)


@pytest.mark.parametrize(
    "news",
    [
        "World demand is 80,000 tonnes a year.",
        "The fund wants to own 40,000 tonnes a year of nickel output abroad.",
    ],
)
def test_demand_and_what_is_owned_are_no_output(news: str) -> None:
    assert not [c for c in claims(SITE + news, KIND) if c.quantity is not None]


@pytest.mark.parametrize(
    "news",
    [
        "It will take $640 million to build.",
        "Investment is put at $640 million.",
        "Capital expenditure is estimated at $640 million.",
    ],
)
def test_what_a_site_takes_to_build_is_its_cost(news: str) -> None:
    told = claims(SITE + news, KIND)[-1]
    assert told.amount is not None
    assert int(told.amount.value) == 640_000_000


def test_the_price_of_a_kilogram_and_foreign_investment_are_no_cost() -> None:
    assert not claims(SITE + "The mine's metal was assessed at $700 per kg.", KIND)
    assert not claims(SITE + "Foreign investment in Chile is put at $3 billion.", KIND)
