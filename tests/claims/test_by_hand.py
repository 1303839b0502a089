"""Claims typed by hand: what the form allows is read with its source, and each thing wrong is told by its key."""

from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest

from lodeline.claims.by_hand import load_deal
from lodeline.claims.claim import Party
from lodeline.claims.files import BY_HAND
from lodeline.errors import BadClaims, MissingFile
from lodeline.vocabulary.quantities import Money

TEMPLATE = files("lodeline.claims").joinpath("data", "by_hand.toml").read_text(encoding="utf-8")


def typed(folder: Path, text: str) -> Path:
    path = folder / "deal.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_template_is_a_claim_with_its_source(tmp_path: Path) -> None:
    document, reading = load_deal(typed(tmp_path, TEMPLATE), "Jane Roe")
    (claim,) = reading.claims
    assert (document.url, document.publisher) == ("https://example.org/birch-sale", "Example Gazette")
    assert (document.published.date, document.typed_by, document.invented) == ("2031-05-09", "Jane Roe", True)
    assert document.quote(claim.start, claim.stop) == claim.evidence == document.text
    assert (claim.reader, claim.rule, claim.amount) == (BY_HAND, "press", Money(Decimal(250_000_000), "USD"))
    assert claim.parties[0] == Party("Granite Metals", "acquirer", Decimal(40))


def test_dates_may_stand_without_quotes_and_a_citation_in_the_place_of_an_address(tmp_path: Path) -> None:
    text = TEMPLATE.replace('"2031-05-08"', "2031-05-08").replace(
        'url = "https://example.org/birch-sale"', 'cite = "G"'
    )
    document, reading = load_deal(typed(tmp_path, text))
    assert (document.title, document.url, reading.claims[0].date) == ("G", None, "2031-05-08")


def test_several_claims_stand_on_the_quotes_of_one_source(tmp_path: Path) -> None:
    more = '\n[[claim]]\nquote = "The state agreed."\nkind = "agreement"\nstatus = "agreed"\n'
    document, reading = load_deal(typed(tmp_path, TEMPLATE + more))
    assert [claim.kind for claim in reading.claims] == ["acquisition", "agreement"]
    assert document.text.endswith("\n\nThe state agreed.")


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ('kind = "acq', 'kynd = "acq', "[[claim]] 1: kynd: no such key; did you mean kind?"),
        ('"acquisition"', '"purchase"', "[[claim]] 1: kind: met 'purchase'; use one of joint_venture"),
        ('"agreed"', '"done"', "[[claim]] 1: status: met 'done'; use one of rumoured"),
        ('"acquirer"', '"buyer"', "[[claim]] 1: role 'buyer' of Granite Metals is not one of acquirer"),
        ('["copper"]', '["coper"]', "[[claim]] 1: commodities: 'coper' is not known; did you mean copper?"),
        ('"USD"', '"US"', "[[claim]] 1: amount.currency: 'US' is not known; write the code"),
        ("250_000_000", '"much"', "[[claim]] 1: amount needs a number as its value"),
        ("{ value =", "{ valu =", "[[claim]] 1: amount.valu: no such key; did you mean value?"),
        ('"2031-05-08"', '"in May"', "[[claim]] 1: date 'in May' is not an ISO day, month or year"),
        ('"2031-05-09"', '"Friday"', "[source] published: 'Friday' is not a date; write 2031-05-09"),
        ('url = "', 'link = "', "[source] link: no such key"),
        ('url = "', 'title = "', "[source] url: missing; give the address"),
        ('"https://example.org/birch-sale"', '"example"', "[source] url: 'example' is no address"),
        ('"press"', '"hearsay"', "[source] evidence: met 'hearsay'; use one of party document"),
        ("[source]", "[sources]", "source: missing; write a table [source]"),
        ("[[claim]]", "[claim]", "claim: none; write at least one [[claim]] with two brackets"),
        ("quote =", "subject =", "[[claim]] 1: quote: missing; copy the words"),
        ("places =", "places", "broken TOML: "),
    ],
)
def test_what_is_wrong_is_told_by_file_and_key(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    with pytest.raises(BadClaims) as refused:
        load_deal(typed(tmp_path, TEMPLATE.replace(right, wrong)))
    assert str(refused.value).startswith(str(tmp_path / "deal.toml"))
    assert told in str(refused.value)
    assert "`lodeline add --template` prints the form" in str(refused.value)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(BadClaims) as refused:
        load_deal(typed(tmp_path, TEMPLATE.replace('"USD"', '"US"').replace("[source]", "[sources]")))
    assert len(refused.value.problems[:-1]) == 3


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        load_deal(tmp_path / "nothing.toml")
