"""The balance page: groups of states by name, figures in words, bars that tell what the words tell."""

import re
from datetime import date
from decimal import Decimal

import pytest

from lodeline.claims.claim import Claim, ClaimId, Party, Status
from lodeline.documents.document import DocumentId
from lodeline.errors import NoSuchRegion
from lodeline.ledger.commitment import Entry, Telling
from lodeline.ledger.history import derive
from lodeline.reports.balance import BalancePage, balance_page, members
from lodeline.reports.html import balance_html
from lodeline.vocabulary.quantities import Money


def deal(number: int, partner: str, status: Status = "memorandum", value: int | None = None) -> Claim:
    return Claim(
        ClaimId(str(number)),
        DocumentId(f"d{number}"),
        "financing",
        0,
        5,
        "words",
        parties=(Party(partner, "financier"), Party("Chile", "recipient")),
        assets=(f"Site {number}",),
        status=status,
        amount=None if value is None else Money(Decimal(value), "USD"),
    )


def entries(*claims: Claim) -> tuple[Entry, ...]:
    return tuple(derive([Telling(made, "2030-03-10", str(made.document), (), str(made.document)) for made in claims]))


def page(*claims: Claim, asked: tuple[str, ...] = ("chile",), partners: tuple[str, ...] = ()) -> BalancePage:
    return balance_page(entries(*claims), asked, partners, date(2030, 4, 1))


def test_a_group_of_states_gives_a_part_for_each_member_even_without_dealings() -> None:
    shown = page(asked=("central-asia",))
    assert shown.title == "Balance of partners: Central Asia"
    assert [each.country for each in shown.countries] == [
        "Kazakhstan",
        "Kyrgyzstan",
        "Tajikistan",
        "Turkmenistan",
        "Uzbekistan",
    ]
    assert "tells of no dealings" in balance_html(shown)


@pytest.mark.parametrize("name", ["Казахстан", "kazakhstan", "KZ", "kaz"])
def test_a_state_is_named_in_any_language_or_by_its_code(name: str) -> None:
    assert [each.code for each in members(name)] == ["KAZ"]


def test_an_unknown_region_is_an_error_that_tells_near_names() -> None:
    with pytest.raises(NoSuchRegion, match="central asia"):
        page(asked=("centrl asia",))
    with pytest.raises(NoSuchRegion):
        page(asked=("Sahel",))  # a part of the world whose members are not clear


def test_the_furthest_rung_comes_first_and_what_is_off_last() -> None:
    shown = page(deal(1, "Japan"), deal(2, "Japan", "binding"), deal(3, "Japan", "cancelled"), deal(4, "Japan"))
    (row,) = shown.countries[0].rows
    assert [(part.stage, part.count, part.off) for part in row.stages] == [
        ("committed", 1, False),
        ("preliminary", 2, False),
        ("cancelled", 1, True),
    ]


def test_the_parts_of_a_bar_fill_it_in_the_longest_row_and_tell_their_words() -> None:
    shown = page(deal(1, "Japan"), deal(2, "Japan", "binding"), deal(3, "India"))
    html = balance_html(shown)
    bars = re.findall(r'<svg[^>]*aria-label="(1 committed, 1 preliminary|1 preliminary)"[^>]*>(.*?)</svg>', html)
    widths = [sum(float(width) for width in re.findall(r'width="([\d.]+)%"', inside)) for _, inside in bars]
    assert widths == [100.0, 50.0]


def test_money_is_shown_by_currency_and_its_absence_is_no_zero() -> None:
    shown = page(deal(1, "Japan", "binding", 30_000_000), deal(2, "India"))
    by_partner = {row.partner: row for row in shown.countries[0].rows}
    assert [each.text.replace("\u202f", " ") for each in by_partner["Japan"].firm] == ["30 m USD"]
    assert by_partner["India"].announced == ()
    assert "none known" in balance_html(shown)


def test_a_group_asked_as_partner_is_one_power() -> None:
    shown = page(deal(1, "Japan"), deal(2, "Canada"), deal(3, "China"), partners=("G7",))
    assert [(row.partner, len(row.entries)) for row in shown.countries[0].rows] == [("G7", 2)]


def test_the_page_is_one_file_that_loads_nothing() -> None:
    html = balance_html(page(deal(1, "Japan")))
    assert not re.search(r"<script|src=|url\(|@import", html)
