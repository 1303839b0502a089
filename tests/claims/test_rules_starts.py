"""Starts, halts and ends of projects told by other words than the usual verbs."""

import pytest
from told import claims, only


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("Kerrow Copper expects first lithium from the Selby mine in 2033.", "proposed", "2033"),
        ("Kerrow Copper poured its first gold at the Selby mine last month.", "completed", "2031-04"),
        ("«Керроу» осваивает месторождение Селби. Первую продукцию ждут в 2033 году.", "proposed", "2033"),
        ("«Керроу» осваивает месторождение Селби. Производство там началось в прошлом году.", "under_way", "2030"),
        (
            "«Керроу» осваивает месторождение Селби. Начать добычу партнёры рассчитывают в 2034 году.",
            "proposed",
            "2034",
        ),
        ("Перуанская Kerrow Copper объявила, что перезапустит фабрику «Селби» 1 июня.", "proposed", "2031-06-01"),
    ],
)
def test_first_goods_and_production_that_begins_start_a_project(text: str, status: str, date: str) -> None:
    [claim] = [c for c in claims(text, "project") if c.stage == "production"]
    assert (claim.status, claim.date) == (status, date)


@pytest.mark.parametrize(
    "text",
    [
        "The first meeting of the board of Kerrow Copper took place in April.",
        "Kerrow Copper owns the Selby mine. The first quarter was good.",
        "«Керроу» владеет рудником Селби. Первое заседание совета прошло в апреле.",
    ],
)
def test_other_first_things_start_nothing(text: str) -> None:
    assert [c for c in claims(text, "project") if c.stage == "production"] == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kerrow Copper owns the Selby mine. The project has been shelved until prices recover.", "suspended"),
        ("Plans for a cobalt refinery in Arizona were scrapped in 2030.", "cancelled"),
        ("Kerrow Copper has dropped plans for a lithium smelter in Bavaria.", "cancelled"),
    ],
)
def test_plans_given_up_end_a_project(text: str, status: str) -> None:
    assert only(text, "project").status == status


@pytest.mark.parametrize(
    "text",
    [
        "Kerrow Copper may shelve the project.",
        "The two companies scrapped their agreement in May.",
        "Kerrow Copper shelved the contract for the smelter.",
    ],
)
def test_what_may_be_given_up_or_is_a_paper_ends_no_project(text: str) -> None:
    assert claims(text, "project") == []


def test_drilled_metres_are_the_quantity_of_exploration() -> None:
    first, told = claims(
        "«Керроу» разведывает участок Селби. К настоящему времени здесь пробурено 14 тысяч метров скважин.", "project"
    )
    assert (first.stage, first.status, told.stage) == ("exploration", "under_way", "exploration")
    assert told.quantity is not None
    assert (int(told.quantity.value), told.quantity.unit) == (14_000, "m")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Construction of the Selby refinery, budgeted at $610 million, got under way in January.", "under_way"),
        ("Construction of the $610 million Selby refinery began in January and should end in 2033.", "under_way"),
        ("Construction of the $610 million Selby refinery will begin in January.", "proposed"),
    ],
)
def test_a_costed_site_whose_works_have_begun_is_under_way(text: str, status: str) -> None:
    assert only(text, "project").status == status


def test_of_two_estimates_the_earlier_is_no_claim() -> None:
    costs = "Capital costs have risen to $890 million from an earlier estimate of $640 million."
    told = only(f"Kerrow Copper owns the Selby mine. {costs}", "project")
    assert told.amount is not None
    assert int(told.amount.value) == 890_000_000
