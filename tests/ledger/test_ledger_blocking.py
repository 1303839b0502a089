"""Which claims are compared: all that may be one, and not many more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import grown_claims
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_factory import claim, party, quantity, told, usd

from lodeline.claims.claim import ROLES, Claim
from lodeline.ledger.blocking import ENOUGH, Pair, candidates
from lodeline.ledger.book import telling
from lodeline.ledger.commitment import Telling
from lodeline.ledger.facets import Facets, facets
from lodeline.ledger.merging import sameness
from lodeline.ledger.parties import entity_keys, names_of, state_of
from lodeline.ledger.signs import comparable
from lodeline.ledger.stages import BOOKS

KINDS = ("joint_venture", "financing", "investment", "project", "agreement", "supply", "statement", "restriction")
NAMES = ("Kazakhstan", "Ministry of Energy of Kazakhstan", "Northlight Mining", "Northlight", "Boz-Tag Mining", "Japan")
WORDS = ("ore", "copper", "plant", "rails", "northern", "works", "signed", "today", "deal", "about", "more", "over")


def members(tellings: Sequence[Telling]) -> list[Facets]:
    names = names_of([each.claim for each in tellings], entity_keys)
    return sorted((facets(each, names) for each in tellings), key=lambda each: each.order)


def grown(claims: int) -> list[Facets]:
    return members([telling(page, each) for page, read in grown_claims.pages(claims) for each in read.claims])


def anchors(each: Facets) -> Iterator[tuple[str, ...]]:
    """By what two claims may be compared at all, told once more and in the plainest way."""
    yield from (("party", state_of(key) or key) for side in each.principals for key in side.keys)
    yield from (("asset", key) for key in each.assets.keys)
    if each.claim.kind == "agreement" and each.claim.quantity is not None:
        yield "quantity", each.claim.quantity.unit, str(each.claim.quantity.value.normalize())
    if each.claim.amount is not None:
        yield "amount", str(each.claim.amount.value.normalize())


def meet(left: Facets, right: Facets) -> bool:
    if BOOKS[left.claim.kind] != BOOKS[right.claim.kind] or not comparable(left, right):
        return False
    nameless = not left.principals or not right.principals
    goods = set(left.claim.commodities) & set(right.claim.commodities)
    on_one_ground = nameless and goods and set(left.claim.places) & set(right.claim.places)
    return bool(set(anchors(left)) & set(anchors(right)) or on_one_ground)


def alike(every: Sequence[Facets]) -> set[Pair]:
    """All pairs that are held to be one, found by comparing each with each."""
    met = ((pair, every[pair[0]], every[pair[1]]) for pair in combinations(range(len(every)), 2))
    same = ((pair, sameness(left, right)) for pair, left, right in met if meet(left, right))
    return {pair for pair, found in same if found.score >= ENOUGH and not found.opposed}


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """Claims out of so few values that many pairs are nearly one."""
    kind = draw(st.sampled_from(KINDS))
    some = st.lists(st.sampled_from(NAMES), max_size=2, unique=True)
    stake = draw(st.sampled_from((None, 40, 41, 60)))
    maybe = {
        "commodities": st.sampled_from(((), ("neodymium",), ("rare earths",), ("copper",))),
        "assets": st.sampled_from(((), ("Boz-Tag",), ("Boz Tag deposit",), ("Bos-Tag",))),
        "places": st.sampled_from(((), ("KZ",), ("KG", "KZ"))),
        "date": st.sampled_from((None, "2030", "2030-03", "2030-02-27", "2030-03-01")),
        "subject": st.sampled_from((None, "copper ore", "ore and rails")),
        "instrument": st.sampled_from((None, "loan", "memorandum", "contract")),
        "amount": st.sampled_from((None, usd(100), usd(104), usd(40), usd(120, "up_to"))),
        "quantity": st.sampled_from((None, quantity(100, "t"), quantity(105, "t"), quantity(0, "t"))),
        "doc": st.sampled_from(("d1", "d2", "d3")),
    }
    status = None if kind == "statement" else draw(st.sampled_from(("agreed", "denied", "proposed")))
    words = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=8)))
    parties = [party(name, draw(st.sampled_from(sorted(ROLES[kind]))), stake) for name in draw(some)]
    slots = {slot: draw(values) for slot, values in maybe.items()}
    slots["action"] = draw(st.sampled_from(("impose", "tighten"))) if kind == "restriction" else None
    return claim(kind, status, *parties, evidence=words, start=draw(st.integers(0, 50)), **slots)  # type: ignore[arg-type]


@given(st.lists(claims(), min_size=12, max_size=24))
def test_no_pair_that_is_one_is_passed_over(made: list[Claim]) -> None:
    every = members([told(each) for each in {each.id: each for each in made}.values()])
    assert alike(every) - set(candidates(every)) == set()


def test_no_pair_that_is_one_is_passed_over_in_a_ledger_of_news() -> None:
    every = grown(500)
    assert alike(every) - set(candidates(every)) == set()


def test_ten_times_the_claims_want_no_more_than_twice_the_comparisons_of_each() -> None:
    few, many = (sum(1 for _ in candidates(every)) / len(every) for every in (grown(500), grown(5000)))
    assert many < 2 * few < 10


@pytest.mark.parametrize("kind", ["agreement", "statement"])
def test_what_one_famous_party_does_is_not_compared_with_all_else_that_it_does(kind: str) -> None:
    role, status = max(ROLES[kind]) if kind == "statement" else "signatory", None if kind == "statement" else "agreed"
    made = [
        claim(kind, status, party("Kazakhstan", role), doc=f"d{number}", subject=f"{number:03}", evidence=f"n{number}")  # type: ignore[arg-type]
        for number in range(100)
    ]
    assert list(candidates(members([told(each) for each in made]))) == []
