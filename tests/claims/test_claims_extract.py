"""What holds for any text: offsets, ids, the trace; and that no text makes the reader fail."""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import claims, document, reading

from lodeline.claims.claim import ROLES, WITHOUT_STATUS, Claim
from lodeline.claims.extract import extract, read
from lodeline.documents.document import Language

EN = (
    "Kerrow Copper agreed to sell 12,000 tonnes of copper a year to Brightwater for $45 million.\n"
    '"The grid is the bottleneck," said Vera Moss, head of Kerrow Copper. The weather was warm.\n'
    "READ MORE: Brightwater bought the Sesheke mine for $9 million.\n"
    "NEW DEAL FOR THE SESHEKE MINE\n"
    "Chile banned exports of raw lithium from 1 March 2031."
)
RU = (
    "«Керроу Медь» договорилась поставлять 12 тыс. т меди в год компании «Брайтуотер» за 45 млн долларов.\n"
    "«Узкое место — сети», — сказала глава «Керроу Медь» Вера Мосс. Погода стояла тёплая.\n"
    "ЧИТАЙТЕ ТАКЖЕ: «Брайтуотер» купила рудник Сешеке за 9 млн долларов.\n"
    "НОВАЯ СДЕЛКА О РУДНИКЕ СЕШЕКЕ\n"
    "С 1 марта 2031 года Чили запретила экспорт сырого лития."
)
_WORDS = (
    "Керроу Медь купила рудник у компании за 40 млн долларов сказал что не если подписали договор о поставке меди "
    "Чили запретила экспорт вода не хватает он она 49% 12 тыс. т в 2032 году 3 марта «Альфа» «Бета» , . : — ? ! Kerrow "
    'Copper bought the mine from Brightwater for $40 million said that not if signed a contract of supply to "We '
    'know it," Chile banned exports water shortage he she 51 per cent 12,000 tonnes 2034 March 3 ( ) “ ” № \u200b €'
)
WORDS = st.sampled_from([*_WORDS.split(), "\n", "\u00a0"])
TEXTS = st.one_of(st.lists(WORDS, max_size=30).map(" ".join), st.lists(WORDS, max_size=12).map("".join))
FEW = settings(max_examples=60, deadline=None, database=None)


@FEW
@given(text=TEXTS, day=st.sampled_from([None, "2031-05-14", "nonsense"]))
def test_any_words_are_read_without_fail_and_every_claim_stands_in_the_text(text: str, day: str | None) -> None:
    found = extract(document(text, day))
    for claim in found.claims:
        assert text[claim.start : claim.stop] == claim.evidence != ""
        spans = [span for support in claim.support.values() for span in support.spans]
        assert all(0 <= start < stop <= len(text) for start, stop in (*spans, *claim.also))
    assert len({claim.id for claim in found.claims}) == len(found.claims)
    assert found == extract(document(text, day))


@settings(max_examples=60, deadline=None, database=None)
@given(text=st.text(max_size=80))
def test_any_characters_are_read_without_fail(text: str) -> None:
    languages: tuple[Language, ...] = get_args(Language)
    assert len(languages) > 2
    for language in languages:
        extract(replace(document(text), language=language))


def test_a_letter_without_a_name_in_unicode_is_read_over() -> None:
    text = f"Рудник \U00017000а. {RU}"
    assert evidence(list(extract(document(text)).claims)) == evidence(claims(RU))


@pytest.mark.parametrize("text", [EN, RU], ids=["en", "ru"])
def test_what_was_read_before_changes_nothing(text: str) -> None:
    first = extract(document(text))
    extract(document(RU if text == EN else EN, None))
    assert extract(document(text)) == first


@pytest.mark.parametrize("text", [EN, RU], ids=["en", "ru"])
def test_a_claim_keeps_to_its_kind(text: str) -> None:
    for claim in reading(text).claims:
        assert {party.role for party in claim.parties} <= ROLES[claim.kind]
        assert (claim.status is None) == (claim.kind in WITHOUT_STATUS)


@pytest.mark.parametrize("text", [EN, RU], ids=["en", "ru"])
def test_the_trace_has_a_step_for_every_claim(text: str) -> None:
    found = reading(text)
    told = {step.claim: step for step in found.steps if step.outcome == "claim"}
    assert set(told) == {claim.id for claim in found.claims} != set()
    for claim in found.claims:
        assert (told[claim.id].rule, told[claim.id].start, told[claim.id].stop) == (claim.rule, claim.start, claim.stop)
        assert claim.kind in told[claim.id].reason


@pytest.mark.parametrize("text", [EN, RU], ids=["en", "ru"])
def test_what_gave_no_claim_is_passed_over_with_a_reason(text: str) -> None:
    found = reading(text)
    passed = {text[s.start : s.stop]: s.reason for s in found.steps if s.outcome == "passed_over"}
    assert all(passed.values())
    dull = "The weather was warm." if text == EN else "Погода стояла тёплая."
    teaser, subhead = text.split("\n")[2:4]
    assert {dull, teaser, subhead} <= set(passed)


@pytest.mark.parametrize("text", [EN, RU], ids=["en", "ru"])
def test_every_read_stretch_is_told_or_passed_over(text: str) -> None:
    analysis, found = read(document(text))
    for sentence in analysis.sentences:
        touching = [s for s in found.steps if s.start < sentence.stop and sentence.start < s.stop]
        assert touching, text[sentence.start : sentence.stop]


@pytest.mark.parametrize("text", [EN, RU], ids=["en", "ru"])
def test_pointers_and_headings_carry_no_claim(text: str) -> None:
    teaser, subhead = text.split("\n")[2:4]
    for line in (teaser, subhead):
        start = text.index(line)
        assert [c for c in claims(text) if c.start < start + len(line) and start < c.stop] == []
    assert claims(teaser) == claims(subhead) == []


def test_an_empty_text_and_an_unread_language_give_no_claim() -> None:
    assert extract(document("")).claims == ()
    assert extract(replace(document(EN), language="kk")).claims == ()


def test_claims_stand_in_order_of_the_text() -> None:
    starts = [claim.start for claim in claims(EN)]
    assert len(starts) > 2
    assert starts == sorted(starts)


def evidence(found: list[Claim]) -> list[str]:
    return [claim.evidence for claim in found]


def test_twice_the_same_text_gives_the_same_evidence_once_more() -> None:
    assert evidence(list(extract(document(EN)).claims)) == evidence(claims(EN))


@pytest.mark.parametrize("text", [EN, RU], ids=["en", "ru"])
def test_every_value_of_a_claim_stands_on_words_or_names_its_inference(text: str) -> None:
    for claim in reading(text).claims:
        told = [slot for slot in (*SINGLES, "status") if getattr(claim, slot) is not None]
        told += [f"parties.{n}" for n in range(len(claim.parties))]
        for slot in told:
            assert claim.support[slot].spans or claim.support[slot].rule, slot
        for slot in ("commodities", "places", "assets", "attributed_to"):
            for n in range(len(getattr(claim, slot))):
                assert slot in claim.support or f"{slot}.{n}" in claim.support, (slot, claim.evidence)


@pytest.mark.parametrize(
    "text",
    [
        EN,
        RU,
        "President Mwale of Zambia and the chief executive of Kerrow Copper visited Peru on Monday.",
        "Brightwater Bank will lend Kerrow Copper $150m, comprising a $100m loan and $50m of equity.",
    ],
)
def test_every_support_of_a_party_has_its_party(text: str) -> None:
    for claim in reading(text).claims:
        told = sorted(slot for slot in claim.support if slot.startswith("parties."))
        assert told == sorted(f"parties.{n}" for n in range(len(claim.parties)))


def test_explained_reading_gives_the_same_claims_and_tells_what_was_tried_in_vain() -> None:
    text = "Kerrow Copper signed a contract. The weather was warm."
    plain, explained = read(document(text))[1], read(document(text), explain=True)[1]
    assert plain.claims == explained.claims
    refused = [step for step in explained.steps if step.outcome == "refused"]
    assert any("“contract” (instrument)" in step.reason for step in refused)
    assert not [step for step in plain.steps if step.outcome == "refused"]


SINGLES = ("amount", "quantity", "instrument", "action", "stage", "date", "period", "subject")
