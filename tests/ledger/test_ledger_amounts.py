"""Kinds of sums, and which one of an entry counts (rules 2, 3 and 6)."""

from __future__ import annotations

from typing import Any

import pytest
from ledger_factory import claim, entries_of, loan, only, party, told, usd, venture

from lodeline.claims.claim import Support
from lodeline.claims.doubts import MISSING_MILLION
from lodeline.ledger.amounts import DOUBTFUL, amount_kind, as_text, promisor
from lodeline.ledger.commitment import AmountEntry, Entry
from lodeline.ledger.totals import totals


def the(entry: Entry) -> AmountEntry:
    (counted,) = [amount for amount in entry.amounts if amount.counts]
    return counted


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The mine will cost $300m.", "total"),
        ("The first tranche of $300m was paid.", "tranche"),
        ("Первый транш в $300 млн уже поступил.", "tranche"),
        ("They will buy ore for $300m a year.", "annual_rate"),
        ("Смета выросла до $300 млн.", "revised_total"),
        ("The estimate rose to $300m.", "revised_total"),
        ("The deposit is valued at $300m.", "resource_value"),
        ("It paid the first tranche, $55 million, of its $300 million loan.", "total"),
        ("The mine starts a year later than planned, and the cost stands at $300 million.", "total"),
        ("The owner sells 2,000 tonnes a year; the mine cost $300 million.", "total"),
    ],
)
def test_words_beside_a_sum_tell_its_kind(sentence: str, kind: str) -> None:
    assert amount_kind(venture(amount=usd(300), evidence=sentence)) == kind


@pytest.mark.parametrize(("qualifier", "kind"), [("up_to", "ceiling"), ("over", "floor"), ("about", "total")])
def test_a_qualifier_tells_the_kind_before_words_do(qualifier: Any, kind: str) -> None:
    assert amount_kind(venture(amount=usd(300, qualifier))) == kind


def test_an_increment_is_told_just_before_its_number() -> None:
    sentence = "The bank pledged a further 50 million dollars."
    at = {"amount": Support(spans=((27, 45),))}
    assert amount_kind(venture(amount=usd(50), evidence=sentence, support=at)) == "increment"
    assert amount_kind(venture(amount=usd(50), evidence=sentence)) == "increment"
    assert amount_kind(venture(amount=usd(50), evidence="Another bank pledged 50 million dollars.")) == "total"


def test_words_far_from_the_sum_do_not_qualify_it() -> None:
    sentence = "The sale brings $30m." + " The region lies in the north." * 4 + " It pays royalties, $1m a year."
    at = {"amount": Support(spans=((16, 20),))}
    assert amount_kind(venture(amount=usd(30), evidence=sentence, support=at)) == "total"


def test_a_sum_belongs_to_the_party_that_promises_it() -> None:
    assert promisor(loan("A Bank", 95)) == "A Bank"
    assert promisor(loan(None, 95)) is None
    assert promisor(venture(amount=usd(95))) is None


def test_the_latest_figure_counts_and_the_earlier_ones_stay_with_their_reason() -> None:
    old, new = venture(doc="a", amount=usd(310, "about")), venture("binding", doc="b", amount=usd(340))
    (entry,) = entries_of(told(new, "2030-09-26"), told(old, "2030-05-28"))
    assert [(int(a.money.value), a.counts) for a in entry.amounts] == [(310_000_000, False), (340_000_000, True)]
    assert "to review" in entry.amounts[0].why


def test_a_sum_without_its_millions_is_shown_as_doubtful_and_never_added() -> None:
    doubted = venture(doc="a", amount=usd(0.0000011), support={"amount": Support(((3, 7),), MISSING_MILLION)})
    (alone,) = entries_of(told(doubted))
    assert [(a.counts, a.why) for a in alone.amounts] == [(False, DOUBTFUL)]
    assert totals([alone]).announced == ()
    whole = venture("binding", doc="b", amount=usd(1.1))
    (entry,) = entries_of(told(doubted, "2030-09-26"), told(whole, "2030-05-28"))
    assert [int(a.money.value) for a in entry.amounts if a.counts] == [1_100_000]


def test_a_revised_total_replaces_the_earlier_one() -> None:
    old = venture(doc="a", amount=usd(310))
    new = venture("binding", doc="b", amount=usd(340), evidence="The cost rose to $340m.")
    (entry,) = entries_of(told(old, "2030-05-28"), told(new, "2030-09-26"))
    assert "replaced by a revised total" in entry.amounts[0].why


def test_an_older_article_read_later_does_not_bring_back_an_old_figure() -> None:
    old, new = venture(doc="z", amount=usd(310)), venture("binding", doc="b", amount=usd(340))
    (entry,) = entries_of(told(old, "2030-05-28"), told(new, "2030-09-26"))
    assert the(entry).money.value == 340_000_000


def test_the_earlier_figure_recalled_by_its_day_in_one_text_is_not_shown() -> None:
    new, recalled = venture(amount=usd(340, "about")), venture(amount=usd(310), date="2029-05", start=200)
    (entry,) = entries_of(new, recalled)
    assert the(entry).money.value == 340_000_000


def test_a_rumoured_sum_does_not_count_beside_a_told_one() -> None:
    sure, rumour = venture(doc="a", amount=usd(310)), venture("rumoured", doc="b", amount=usd(500))
    (entry,) = entries_of(told(sure, "2030-05-28"), told(rumour, "2030-09-26"))
    assert the(entry).money.value == 310_000_000


@pytest.mark.parametrize("qualifier", ["up_to", "over"])
def test_a_ceiling_or_floor_is_shown_and_never_counts(qualifier: Any) -> None:
    (entry,) = entries_of(venture(amount=usd(300, qualifier)))
    assert [a.counts for a in entry.amounts] == [False]


@pytest.mark.parametrize("status", ["rumoured", "suspended", "cancelled", "denied"])
def test_nothing_counts_where_nothing_is_promised(status: str) -> None:
    (entry,) = entries_of(venture(status, amount=usd(300)))
    assert [a.counts for a in entry.amounts] == [False]


def test_the_same_sum_told_twice_counts_once() -> None:
    (entry,) = entries_of(venture(doc="a", amount=usd(300)), venture(doc="b", amount=usd(300)))
    assert [a.counts for a in entry.amounts].count(True) == 1


def test_a_tranche_told_later_does_not_replace_the_whole() -> None:
    tranche = venture("binding", doc="b", amount=usd(200), evidence="The first tranche of $200m was paid.")
    (entry,) = entries_of(told(venture(amount=usd(300)), "2030-03-01"), told(tranche, "2030-09-01"))
    assert the(entry).money.value == 300_000_000
    assert entry.amounts[1].why == "a part of the sum shown"


def test_a_sum_of_unknown_currency_does_not_stand_before_one_that_has_it() -> None:
    vague = venture("binding", doc="b", amount=usd(9000, currency=None))
    (entry,) = entries_of(told(venture(amount=usd(300)), "2030-03-01"), told(vague, "2030-09-01"))
    assert the(entry).money.currency == "USD"


def test_a_measure_has_no_sum_that_counts() -> None:
    fine = claim("restriction", "in_force", party("Freedonia", "imposer"), amount=usd(5))
    assert [a.counts for a in only(entries_of(fine), "restriction").amounts] == [False]


def test_a_sum_without_currency_says_so() -> None:
    assert as_text(usd(17000, currency=None)) == "17000000000 (currency not stated)"
