"""The checker of values: what the words give agrees, what they contradict does not, and silence decides nothing."""

import ast
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lodeline import checking
from lodeline.checking.check import check, verdict
from lodeline.checking.figures import figures
from lodeline.claims.claim import Claim, ClaimId, Party
from lodeline.documents.document import DocumentId
from lodeline.vocabulary.quantities import Money, Quantity

PUBLISHED = "2031-05-14"


def claim(text: str, evidence: str | None = None, **slots: Any) -> Claim:
    evidence = evidence or text
    start = text.index(evidence)
    kind = slots.pop("kind", "financing")
    return Claim(ClaimId("c"), DocumentId("d"), kind, start, start + len(evidence), evidence, **slots)


def says(text: str, evidence: str | None = None, **slots: Any) -> str:
    return verdict(check(claim(text, evidence, **slots), text, PUBLISHED))


def money(value: str, currency: str | None = "USD", most: str | None = None) -> Money:
    return Money(Decimal(value), currency, "exact", Decimal(most) if most else None)


def quantity(value: str, unit: str) -> Quantity:
    return Quantity(Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Norvik lends Tamba $1.1bn.", money("1100000000")),
        ("Norvik lends Tamba half a billion dollars.", money("500000000")),
        ("Norvik lends Tamba A$250m.", money("250000000", "AUD")),
        ("Банк выдал «Тамбе» полмиллиарда евро.", money("500000000", "EUR")),
        ("Банк выдал «Тамбе» 1,1 млрд долларов.", money("1100000000")),
        ("Банк выдал «Тамбе» от 300 до 400 млн рублей.", money("300000000", "RUB", "400000000")),
        ("Банк «Тамбаға» 45 млрд теңге несие берді.", money("45000000000", "KZT")),
        ("Пакет оценён в 740 миллионов.", money("740000000", None)),
    ],
)
def test_a_sum_agrees_in_digits_and_words_of_three_languages(text: str, amount: Money) -> None:
    assert says(text, amount=amount) == "agree"


@pytest.mark.parametrize(
    "amount",
    [money("1100000000000"), money("1100000"), money("1100000000", "EUR"), money("1100000000", None)],
)
def test_a_sum_of_another_size_or_currency_disagrees(amount: Money) -> None:
    assert says("Norvik lends Tamba $1.1bn.", amount=amount) == "disagree"


def test_a_sum_that_stands_elsewhere_cannot_be_told_and_one_that_nobody_says_disagrees() -> None:
    text = "Norvik lends Tamba money. The loan is $40 million."
    assert says(text, "Norvik lends Tamba money", amount=money("40000000")) == "cannot_tell"
    assert says(text, "Norvik lends Tamba money", amount=money("41000000")) == "disagree"


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        ("The plant will make 12,000 tonnes a year.", quantity("12000", "t/year"), "agree"),
        ("The plant will make 12 kt a year.", quantity("12000", "t/year"), "agree"),
        ("The plant will make 12,000 tonnes.", quantity("12000", "t/year"), "disagree"),
        ("The plant will make 12,000 tonnes a year.", quantity("12000", "MW"), "disagree"),
        ("Завод даст сорок пять тысяч тонн.", quantity("45000", "t"), "agree"),
        ("Завод даст сорок пять тысяч тонн.", quantity("45", "t"), "disagree"),
        ("China takes two thirds of it.", quantity("66.7", "%"), "agree"),
        ("Buyers take its entire output.", quantity("100", "%"), "cannot_tell"),
        ("Өнімнің үштен екісін Қытай алады.", quantity("66.7", "%"), "agree"),
        ("Рабочих мест — 430.", quantity("430", "jobs"), "agree"),
        ("They will hire 430 people.", quantity("430", "aircraft"), "disagree"),
    ],
)
def test_quantities_are_read_with_their_units(text: str, told: Quantity, expected: str) -> None:
    assert says(text, kind="project", quantity=told) == expected


def venture(*shares: str) -> tuple[Party, ...]:
    return tuple(Party(f"P{n}", "partner", Decimal(share)) for n, share in enumerate(shares))


@pytest.mark.parametrize(
    ("shares", "expected"),
    [(("70", "30"), "agree"), (("30", "30"), "disagree"), (("30", "70"), "agree"), (("65", "35"), "disagree")],
)
def test_shares_must_be_told_or_be_the_rest_of_the_whole(shares: tuple[str, ...], expected: str) -> None:
    text = "Norvik holds 70% of the venture with Tamba."
    assert says(text, kind="joint_venture", parties=venture(*shares)) == expected


def test_a_stake_turned_round_disagrees() -> None:
    text = "Norvik buys 51% of Tamba."
    bought = (Party("Norvik", "acquirer", Decimal(51)), Party("Tamba", "target"))
    turned = (Party("Norvik", "acquirer", Decimal(49)), Party("Tamba", "target"))
    assert says(text, kind="acquisition", parties=bought) == "agree"
    assert says(text, kind="acquisition", parties=turned) == "disagree"


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("The plant opens in 2034.", "2034", "agree"),
        ("The plant opens in 2034.", "2033", "disagree"),
        ("The plant opened in March.", "2031-03", "agree"),
        ("The plant opened in March.", "2030-03", "disagree"),
        ("Завод откроют через три года.", "2034", "agree"),
        ("Завод откроют через три года.", "2038", "disagree"),
        ("Завод открыли в прошлом году.", "2030", "agree"),
        ("The plant opens.", "2031", "cannot_tell"),
        ("The plant opens.", "2028", "disagree"),
    ],
)
def test_years_are_derived_from_the_words_and_the_day_of_publication(text: str, date: str, expected: str) -> None:
    status = "completed" if "opened" in text or "открыли" in text else "proposed"
    assert says(text, kind="project", status=status, date=date) == expected


@pytest.mark.parametrize(
    ("text", "status", "expected"),
    [
        ("Norvik denied that it had bought Tamba.", "denied", "agree"),
        ("Norvik denied that it had bought Tamba.", "completed", "disagree"),
        ("«Норвик» опроверг покупку «Тамбы».", "agreed", "disagree"),
        ("«Норвик» не покупал «Тамбу».", "completed", "disagree"),
        ("Norvik bought Tamba.", "denied", "disagree"),
        ("Norvik bought Tamba for not less than it paid last time.", "completed", "cannot_tell"),
    ],
)
def test_polarity_is_read_from_the_words(text: str, status: str, expected: str) -> None:
    assert says(text, kind="acquisition", status=status) == expected


def test_a_claim_without_checkable_slots_cannot_be_told() -> None:
    assert says("Norvik met Tamba.", kind="meeting", status="completed") == "cannot_tell"


@settings(max_examples=150, deadline=None, database=None)
@given(text=st.text(alphabet="0123456789.,  %$€млрдkbnhalf twoполтора ", max_size=60))
def test_figures_of_any_text_lie_in_it_in_order(text: str) -> None:
    found = figures(text)
    assert all(0 <= f.start < f.stop <= len(text) and f.values for f in found)
    assert [f.start for f in found] == sorted(f.start for f in found)


def test_the_checker_is_written_apart_from_the_reader() -> None:
    for file in Path(checking.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("lodeline."):
                assert not node.module.startswith("lodeline.language"), file
                assert node.module in ALLOWED or node.module.startswith(("lodeline.checking", "lodeline.vocabulary")), (
                    file
                )


ALLOWED = ("lodeline.claims.claim", "lodeline.claims.files", "lodeline.documents.document")
