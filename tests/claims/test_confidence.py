"""Confidence is a number that features explain, falls with doubt, and parts claims into two tiers."""

from dataclasses import replace

import pytest
from told import reading

from lodeline.claims.confidence import family, graded, score, tier_of, weights
from lodeline.claims.doubts import DOUBTED

TEXT = (
    "Kerrow Copper agreed to sell 12,000 tonnes of copper a year to Brightwater for $45 million.\n"
    "Chile banned exports of raw lithium from 1 March 2031."
)


def test_every_claim_and_slot_is_graded_between_nothing_and_certainty() -> None:
    for claim in reading(TEXT).claims:
        assert 0 < claim.confidence < 1
        assert claim.support
        for support in claim.support.values():
            assert support.confidence is not None
            assert 0 <= support.confidence <= 1


def test_a_doubted_sum_keeps_its_claim_low() -> None:
    claims = [replace(claim, confidence=DOUBTED) for claim in reading(TEXT).claims]
    assert all(claim.confidence <= DOUBTED for claim in graded(claims, "en"))


def test_more_of_a_claim_on_words_makes_it_surer() -> None:
    assert weights("claim")["inferred parties"] < 0
    assert weights("claim")["crowded"] < 0
    assert weights("slot")["claim"] > 0


def test_the_tier_line_parts_claims() -> None:
    line = weights("tier")["auto"]
    assert 0.5 < line < 1
    assert (tier_of(line), tier_of(line - 0.01)) == ("auto", "proposed")


def test_unknown_features_weigh_nothing() -> None:
    assert score("claim", [("no such feature", 1.0)]) == 0.5


@pytest.mark.parametrize(
    ("rule", "expected"), [("stage told: build", "stage told"), ("goods supplied", "goods supplied")]
)
def test_rules_that_differ_by_a_word_are_one_family(rule: str, expected: str) -> None:
    assert family(rule) == expected
