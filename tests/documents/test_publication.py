"""When a text was published, and why we think so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lodeline.documents.publication import infer, iso_date, publication

CAPTION = "Участники встречи на ступенях дворца. Гранитогорск, 14 мая 2031 года"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2031-05-14", "2031-05-14"),
        ("2031-05-14T09:30:00+05:00", "2031-05-14"),
        ("2031-05", "2031-05"),
        ("2031", "2031"),
        ("14 мая 2031 г.", "2031-05-14"),
        ("May 14th, 2031", "2031-05-14"),
        ("14.05.2031", "2031-05-14"),
        ("2031-13-01", None),
        ("2031-02-30", None),
        ("20310514", None),
        ("soon", None),
    ],
)
def test_a_field_is_an_iso_date_of_its_own_precision(words: str, day: str | None) -> None:
    assert iso_date(words) == day


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("ГРАНИТОГОРСК, 14 мая 2031 — Завод сдан.", "2031-05-14", "dateline"),
        ("GRANITE CITY, May 14, 2031 (Wire) - The plant is open since 2 May 2030.", "2031-05-14", "dateline"),
        ("14.05.2031\nЗавод сдан.", "2031-05-14", "dateline"),
        ("ГРАНИТТАУ, 2031 жылғы 14 мамыр. Зауыт іске қосылды.", "2031-05-14", "dateline"),
        ("Published by the desk on May 14th, 2031\nA plant agreed on 3 March 2029.", "2031-05-14", "publishing"),
        ("Опубликовано: 14 мая 2031\nДоговор от 3 марта 2029 года.", "2031-05-14", "publishing"),
        (f"Завод сдан.\n{CAPTION}\nДоговор подписан 3 марта 2029 года в столице.", "2031-05-14", "caption"),
        ("Договор подписан 3 марта 2029 года и дополнен 5 июня 2030 года в столице.", "2030-06-05", "most often"),
        ("Цех пустят до 1 января 2040 года, решили они 3 марта 2029 года на сходе.", "2029-03-03", "most often"),
        ("Завод сдан.\nУчастники встречи, Гранитогорск, 2031", "2031", 'the year "2031" in a caption'),
    ],
)
def test_the_text_itself_shows_when_it_was_published(text: str, day: str, place: str) -> None:
    found = infer(text)
    assert (found.date, found.origin) == (day, "inferred")
    assert place in found.reason


def test_the_reason_shows_the_words_and_the_paragraph() -> None:
    reason = infer(f"Завод сдан.\n\nЕго строили долго.\n{CAPTION}").reason
    assert reason == '"14 мая 2031 года" in a caption (paragraph 3)'


@pytest.mark.parametrize(
    "text",
    [
        "Завод сдан вчера.",
        "Добыча выросла в 2030 году.",
        "Версия 1.2.2031.5 прибора.",
        "Их было 45 мая 2031.",
        "Архивное фото. Гранитогорск, 2031",
        "Один, 2030\nДва, 2031",
    ],
)
def test_what_is_no_publication_date_leaves_it_unknown(text: str) -> None:
    found = infer(text)
    assert (found.date, found.origin) == (None, "unknown")


def test_metadata_go_before_the_given_date_and_the_text() -> None:
    text = "ГРАНИТОГОРСК, 14 мая 2031 — Завод сдан."
    assert publication(text, "2031-05-15", "2031-05-16").date == "2031-05-15"
    assert "2031-05-16 was not used" in publication(text, "2031-05-15", "2031-05-16").reason
    assert publication(text, None, "2031-05-16").origin == "given"
    assert publication(text, None, None).date == "2031-05-14"


def test_metadata_that_are_no_date_are_told_and_not_used() -> None:
    found = publication("Завод сдан.", "yesterday", None)
    assert (found.date, found.origin) == (None, "unknown")
    assert "yesterday" in found.reason


@given(st.text(alphabet="aA1 .,-—\n2 мая2031/"))
def test_any_text_gets_an_answer(text: str) -> None:
    assert infer(text).origin in ("inferred", "unknown")


def test_a_long_line_of_dates_is_read_in_a_moment() -> None:
    assert infer("14 мая 2031 года. " * 20_000).date == "2031-05-14"
    assert infer("a-" * 2_000 + "! 14 мая 2031 — b").date == "2031-05-14"
