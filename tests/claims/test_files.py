"""Claims in files: what the contract allows is read, what it forbids is told, and what is written reads back."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lodeline.claims.claim import ROLES, WITHOUT_STATUS, Claim, ClaimId, Kind, Party, Reading, Support
from lodeline.claims.files import claim_files, dump, load_claims
from lodeline.claims.identity import claim_id
from lodeline.documents.document import Document, DocumentId, Publication
from lodeline.documents.loading import Failure, load
from lodeline.errors import BadClaims, LodelineError
from lodeline.vocabulary.quantities import Money, Quantity

DEAL = "Granite Metals will buy 40 % of the Birch copper mine from Slate Holding for 250 million dollars."
TEXT = f"Granite City. {DEAL} The buyer said so again: {DEAL}"
GOLD: dict[str, Any] = {
    "id": "c1",
    "kind": "acquisition",
    "status": "agreed",
    "parties": [
        {"name": "Granite Metals", "role": "acquirer", "share": 40, "aliases": ["Granite"]},
        {"name": "Slate Holding", "role": "seller"},
    ],
    "commodities": ["copper"],
    "assets": [{"name": "Birch", "aliases": ["Birch mine"]}],
    "places": ["CA"],
    "amount": {"value": 2.5e8, "currency": "USD", "qualifier": "exact"},
    "date": "2031-05",
    "attributed_to": "Granite Metals",
    "evidence": DEAL,
    "key": ["parties", "amount"],
    "status_alt": ["binding"],
    "note": "for people",
}


def file(folder: Path, *claims: Any, **head: Any) -> Path:
    path = folder / "deal.json"
    path.write_text(json.dumps({"id": "deal", "text": TEXT, "published": "2031-05-14", "claims": list(claims), **head}))
    return path


def broken(**slots: Any) -> dict[str, Any]:
    return {**GOLD, **slots}


def test_a_gold_claim_is_read_with_all_its_slots(tmp_path: Path) -> None:
    document, reading = load_claims(file(tmp_path, GOLD))
    (claim,) = reading.claims
    assert document.quote(claim.start, claim.stop) == claim.evidence == DEAL
    assert claim.parties[0] == Party("Granite Metals", "acquirer", Decimal(40), ("Granite",))
    assert claim.amount == Money(Decimal(250_000_000), "USD")
    assert (claim.assets, claim.attributed_to) == (("Birch",), ("Granite Metals",))
    assert (claim.rule, claim.reader, claim.document) == ("given", "file", document.id)
    assert document.published.date == "2031-05-14"


def test_a_number_has_one_form_however_it_is_written(tmp_path: Path) -> None:
    plain = broken(amount={"value": 250000000, "currency": "USD", "qualifier": "exact"})
    amounts = [load_claims(file(tmp_path, entry))[1].claims[0].amount for entry in (GOLD, plain)]
    assert [str(amount and amount.value) for amount in amounts] == ["250000000", "250000000"]


def test_the_text_may_lie_in_a_file_beside(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "deal.txt").write_text(TEXT)
    path = tmp_path / "gold.json"
    path.write_text(json.dumps({"text_file": "news/deal.txt", "published": "2031-05-14", "claims": [GOLD]}))
    document, reading = load_claims(path)
    (alone,) = load([str(tmp_path / "news" / "deal.txt")])
    assert isinstance(alone, Document)
    assert (document.id, document.text, document.name) == (alone.id, TEXT, "gold")
    assert document.published.date == "2031-05-14"
    assert len(reading.claims) == 1


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("words", "met str instead of an object"),
        (broken(kind="marriage"), "kind 'marriage' is not one of the fourteen"),
        (broken(status="hoped"), "status 'hoped' is not on the ladder"),
        (broken(status=None), "status None is not on the ladder"),
        (broken(kind="share", parties=[]), "a share has no status"),
        (broken(parties=[{"role": "acquirer"}]), "a party without a name"),
        (
            broken(parties=[{"name": "X", "role": "lender"}]),
            "role 'lender' of X is not one of acquirer, seller, target",
        ),
        (broken(parties=[{"name": "X", "role": "seller", "share": 140}]), "share 140 of X is no percent"),
        (broken(amount=7), "amount needs a number as its value"),
        (broken(amount={"value": "7"}), "amount needs a number as its value"),
        (broken(quantity={"value": 7}), "quantity needs a unit"),
        (broken(amount={"value": 7, "qualifier": "nearly"}), "qualifier 'nearly' is not one of"),
        (broken(date="May 2031"), "date 'May 2031' is not an ISO day, month or year"),
        (broken(places=["Canada"]), "two-letter codes"),
        (broken(assets=[7]), "assets must be a list of names"),
        (broken(support={"amount": 7}), "pairs of [start, stop]"),
        (broken(evidence="not there"), "its evidence is not in the text"),
        (broken(evidence=None), "its evidence is not in the text"),
    ],
)
def test_a_claim_that_breaks_the_contract_is_told_by_what_is_wrong(tmp_path: Path, entry: Any, problem: str) -> None:
    with pytest.raises(BadClaims) as caught:
        load_claims(file(tmp_path, GOLD, entry))
    assert any(problem in told for told in caught.value.problems), caught.value.problems


def test_all_problems_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(BadClaims) as caught:
        load_claims(file(tmp_path, broken(kind="x", id="c7"), broken(places=["Canada"], date="soon")))
    assert len(caught.value.problems) == 3
    assert str(caught.value.problems[0]).startswith("claim c7:")


def test_a_bad_file_stops_no_other(tmp_path: Path) -> None:
    file(tmp_path, GOLD)
    (tmp_path / "a.json").write_text("{broken")
    (tmp_path / "b.json").write_text('{"claims": []}')
    first, second, good = claim_files([str(tmp_path)])
    assert isinstance(first, Failure)
    assert isinstance(second, Failure)
    assert not isinstance(good, Failure)


@pytest.mark.parametrize(
    "content", ["[]", "{}", '{"claims": 1, "text": "Copper is sold."}', '{"text_file": "x", "claims": []}']
)
def test_a_file_of_another_form_is_an_error_for_people(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    with pytest.raises(LodelineError):
        load_claims(path)


def test_support_is_written_as_spans_or_as_the_rule_that_inferred_it(tmp_path: Path) -> None:
    document, reading = load_claims(file(tmp_path, GOLD))
    support = {
        "amount": Support(((70, 90),)),
        "date": Support((), "the dateline"),
        "status": Support(((1, 2),), "both"),
    }
    (written,) = dump(document, Reading(document.id, (replace(reading.claims[0], support=support),)))["claims"]
    assert written["support"] == {
        "amount": [[70, 90]],
        "date": {"rule": "the dateline"},
        "status": {"rule": "both", "spans": [[1, 2]]},
    }


def test_numbers_are_plain_and_unknown_slots_are_absent(tmp_path: Path) -> None:
    document, reading = load_claims(file(tmp_path, GOLD))
    (written,) = dump(document, reading)["claims"]
    assert written["amount"] == {"value": 250000000, "currency": "USD", "qualifier": "exact"}
    assert type(written["amount"]["value"]) is int
    assert "quantity" not in written


words = st.text(alphabet="abcdef Цшл", min_size=1).filter(lambda text: bool(text.strip()) and text == text.strip())
spans = st.tuples(st.integers(0, 50), st.integers(0, 50))
decimals = st.decimals("0.01", "1e12", places=2).map(lambda value: Decimal(format(value.normalize(), "f")))
qualifiers: Any = st.sampled_from(["exact", "about", "up_to", "over"])
supports = st.builds(Support, st.lists(spans, max_size=2).map(tuple), st.none()) | st.builds(
    Support, st.lists(spans, max_size=1).map(tuple), words
)
document = Document(
    DocumentId("d1"), "deal", TEXT, "en", Publication("2031-05-14", "metadata", "told"), "0" * 64, "text-1", "deal.json"
)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    kind: Kind = draw(st.sampled_from(sorted(ROLES)))
    start, stop = sorted((draw(st.integers(0, 40)), draw(st.integers(60, len(TEXT)))))
    start, stop = next(a for a in range(start, stop) if TEXT[a].isalnum()), stop
    shares = st.none() | st.integers(0, 100).map(Decimal)
    roles = st.sampled_from(sorted(ROLES[kind]))
    names = st.lists(words, max_size=2, unique=True).map(tuple)
    amounts = st.builds(Money, decimals, st.none() | st.just("USD"), qualifiers, st.none() | decimals)
    forms = st.none() | st.just("oxide")
    quantities = st.builds(Quantity, decimals, st.just("t/year"), qualifiers, st.none() | decimals, forms)
    claim = Claim(
        ClaimId(""),
        document.id,
        kind,
        start,
        stop,
        TEXT[start:stop],
        status=None if kind in WITHOUT_STATUS else "binding",
        parties=tuple(draw(st.lists(st.builds(Party, words, roles, shares, names), max_size=3))),
        assets=draw(names),
        amount=draw(st.none() | amounts),
        quantity=draw(st.none() | quantities),
        date=draw(st.sampled_from([None, "2031", "2031-05", "2031-05-14"])),
        subject=draw(st.none() | words),
        attributed_to=draw(names),
        confidence=draw(st.sampled_from([0.25, 0.5, 1.0])),
        rule=draw(words),
        reader="rules/1",
        support=draw(st.dictionaries(st.sampled_from(["amount", "date", "parties.0"]), supports, max_size=2)),
        also=tuple(draw(st.lists(spans, max_size=2))),
    )
    return replace(claim, id=claim_id(claim))


@given(st.lists(claims(), max_size=4))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_reads_back_the_same_but_for_ids(tmp_path: Path, told: list[Claim]) -> None:
    told = sorted(told, key=lambda claim: (claim.start, claim.stop))
    path = tmp_path / "deal.json"
    path.write_text(json.dumps(dump(document, Reading(document.id, tuple(told)))))
    _, again = load_claims(path)
    blank = [replace(claim, id=ClaimId(""), document=document.id) for claim in (*told, *again.claims)]
    assert blank[: len(told)] == blank[len(told) :]
