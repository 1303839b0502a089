"""Copies of one wire report count once: small edits and cuts keep them together, other reports stay apart."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lodeline.documents.document import Document, DocumentId, Publication
from lodeline.documents.stories import stories

REPORT = """
The government of a mountain republic and a foreign miner announced on Tuesday that they would open an antimony mine
near the southern border, where the state geologists drilled forty years ago. The miner will hold sixty percent of the
new company and the state the rest. The two sides put the cost at three hundred million dollars, most of it for a plant
and a road of fifty kilometres. Work on the road begins in spring, the minister of industry told reporters after the
ceremony, while the first concentrate is not expected before the end of the decade. Villagers who had gathered at the
gate asked who would pay for the water. A spokesman promised an answer within a month and left by helicopter.
"""
OTHER = """
Villagers near the southern border have waited for a month to hear who will pay for their water. The foreign miner that
is to open an antimony mine there says that a study is under way. The republic's government, which holds the rest of the
company, did not answer questions. Forty years ago the pits were closed when state geologists lost their funds, and the
wells that they had drilled ran dry soon after. The cost of the project has not been told again since the ceremony.
"""


def document(number: int, text: str, day: str | None = "2031-03-04") -> Document:
    published = Publication(day, "given" if day else "unknown", "")
    key = f"{number:04d}"
    return Document(DocumentId(key), f"text-{key}", text, "en", published, key * 16, "text/1", "/nowhere")


def together(*documents: Document) -> int:
    """How many stories the documents make."""
    return len(set(stories(documents).values()))


def changed(text: str, part: float, seed: int = 1) -> str:
    """The text with that part of its words replaced."""
    chance, words = random.Random(seed), text.split()
    for at in chance.sample(range(len(words)), int(part * len(words))):
        words[at] = f"word{chance.randrange(10**6)}"
    return " ".join(words)


@pytest.mark.parametrize("part", [0.05, 0.10, 0.15])
def test_a_text_with_some_words_changed_is_a_copy(part: float) -> None:
    assert together(document(1, REPORT), document(2, changed(REPORT, part))) == 1


def test_a_shortened_copy_in_capitals_is_a_copy() -> None:
    half = REPORT[: len(REPORT) // 2].upper()
    assert together(document(1, REPORT), document(2, half)) == 1


def test_another_report_on_the_same_event_is_no_copy() -> None:
    assert together(document(1, REPORT), document(2, OTHER)) == 2


def test_a_text_that_repeats_an_old_one_much_later_is_a_new_story() -> None:
    assert together(document(1, REPORT), document(2, REPORT + " And so on.", "2031-04-04")) == 2
    assert together(document(1, REPORT), document(2, REPORT + " And so on.", None)) == 1


def test_an_item_inside_a_long_page_is_no_copy_of_it() -> None:
    page = OTHER + " ".join(f"another{n} item{n} of{n} the{n} day{n}" for n in range(200)) + REPORT
    assert together(document(1, REPORT), document(2, page)) == 2


def test_two_stories_inside_one_digest_stay_two() -> None:
    first, second = document(1, REPORT), document(2, OTHER)
    found = stories([first, second, document(3, REPORT + OTHER)])
    assert found[first.id] != found[second.id]


def test_short_texts_are_copies_only_where_they_are_the_same() -> None:
    assert together(document(1, "Copper rose."), document(2, "copper ROSE")) == 1
    assert together(document(1, "Copper rose again."), document(2, "Copper fell again.")) == 2
    assert together(document(1, ""), document(2, "")) == 2


def test_the_first_published_stands_for_the_story() -> None:
    later, first = document(1, REPORT, "2031-03-06"), document(2, changed(REPORT, 0.1), "2031-03-04")
    assert set(stories([later, first]).values()) == {first.id}


def test_a_story_printed_by_many_is_one_story() -> None:
    assert together(*(document(n, changed(REPORT, 0.1, n)) for n in range(40))) == 1


@given(order=st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter(order: random.Random) -> None:
    texts = [document(n, changed(REPORT, 0.05 * n, n)) for n in range(4)] + [document(9, OTHER)]
    shuffled = list(texts)
    order.shuffle(shuffled)
    assert stories(shuffled) == stories(texts)


@given(st.lists(st.text(max_size=60), max_size=8))
def test_every_text_has_a_story_that_stands_for_itself(texts: list[str]) -> None:
    documents = [replace(document(n, text), name=f"t{n}") for n, text in enumerate(texts)]
    found = stories(documents)
    assert set(found) == {each.id for each in documents}
    assert all(found[story] == story for story in found.values())
