"""The copy that is read: as long as the text, and other than it only where noise stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lodeline.language.noise import without_noise

PIECES = st.sampled_from(
    ["мед", "copper", "a", "сo", "-", "\n", " ", ".", "<p>", "</b>", "<", "&amp;", "&#36;", "&", "7"]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["ru", "en"]))
def test_no_offset_moves(text: str, language: str) -> None:
    assert len(without_noise(text, language)) == len(text)


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        ("ru", "Пpавительствo продало", "Правительство продало"),
        ("en", "Сopper fell", "Copper fell"),
        ("en", "<b>Lead</b> at &#36;90", "   Lead     at     $90"),
        ("en", "they mined the cop-\nper there\nand sold it", "they mined the copper   there and sold it"),
        ("ru", "завод купил\nрудник и\nпродал его", "завод купил рудник и продал его"),
    ],
)
def test_noise_is_read_over(language: str, text: str, read: str) -> None:
    assert without_noise(text, language) == read


@pytest.mark.parametrize(
    "text",
    [
        "Tungsten rises\nThe price rose by 3% on Monday.\nMiners were pleased.",
        "Повестка:\nмедь;\nцинк;\nсвинец;",
        "Prices of the week\ncopper up\nThe rest fell.\nNobody knows why.",
        "Он купил iPhone'ом и USB-кабель за 5 < 6 и R&D.",
        "Станок ЧПУ-Fanuc и сплав ВТ6s",
    ],
)
def test_what_is_no_noise_stays(text: str) -> None:
    assert without_noise(text, "ru") == text
