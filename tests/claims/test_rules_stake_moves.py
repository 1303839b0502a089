"""Stakes told without a word of trade: growing, shrinking, had, won, taken by a state, looking for a buyer."""

import pytest
from told import claims, only, parties

KIND = "acquisition"


def part(text: str, role: str) -> tuple[str, int | None, str | None, str | None]:
    """Who has the part, how large it is, in what, and how far it has come."""
    claim = only(text, KIND)
    holder = next(p for p in claim.parties if p.role == role)
    share = None if holder.share is None else int(holder.share)
    return holder.name, share, next(iter(parties(claim, "target")), None), claim.status


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Kyowa's stake in Lakehead Lithium has risen to 19% from 12%.",
            ("Kyowa", 19, "Lakehead Lithium", "completed"),
        ),
        ("Доля «Сибниобия» в «Томторе» выросла до 74%.", ("Сибниобия", 74, "Томтор", "completed")),
        (
            "Lakehead owns 12% of a Finnish nickel producer, Kainuu Sulfat.",
            ("Lakehead", 12, "Kainuu Sulfat", "completed"),
        ),
        (
            "Haoyu Group won the tender for a 60% stake in the copper producer Tasmet.",
            ("Haoyu Group", 60, "Tasmet", "agreed"),
        ),
        ("The agreement gives Kyowa a 10% stake in the Marten nickel mine.", ("Kyowa", 10, "Marten", "agreed")),
    ],
)
def test_whoever_comes_to_have_more_acquires(text: str, told: tuple[str, int, str, str]) -> None:
    assert part(text, "acquirer") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rosvik's holding in the Orhei mine fell to 10% after the offering.", ("Rosvik", 10, "Orhei", "completed")),
        ("Доля Rosvik в проекте «Туман» снизилась до 22%.", ("Rosvik", 22, "Туман", "completed")),
    ],
)
def test_whoever_is_left_with_less_sells(text: str, told: tuple[str, int, str, str]) -> None:
    assert part(text, "seller") == told


@pytest.mark.parametrize(
    ("text", "acquirer", "target"),
    [
        ("Burkina Faso has nationalised the Wahgo gold mine.", "Burkina Faso", "Wahgo"),
        ("Control of the Yukaru antimony deposit has passed to Hunan Goldstar.", "Hunan Goldstar", "Yukaru"),
        ("Рудник «Туман» перешёл под контроль китайской Zhonghe Mining.", "Zhonghe Mining", "Туман"),
        ("Arden Antimony and Sable Metals have agreed to merge.", "Arden Antimony", "Sable Metals"),
        ("ФАС одобрила ходатайство «Норд Голд» о приобретении 75% акций «Вольфрама».", "Норд Голд", "Вольфрама"),
        ("Сделка по продаже литиевого проекта «Колмо» структурам холдинга «Арктика» закрыта.", "Арктика", "Колмо"),
        (
            "The board of Havel Nickel spurned a $2.3bn approach from Montrose Mining.",
            "Montrose Mining",
            "Havel Nickel",
        ),
    ],
)
def test_sides_of_a_purchase_told_otherwise(text: str, acquirer: str, target: str) -> None:
    claim = only(text, KIND)
    assert (parties(claim, "acquirer"), parties(claim, "target")) == ([acquirer], [target])


@pytest.mark.parametrize(
    "text",
    [
        "Rosvik is seeking a buyer for its 40% stake in the Orhei tungsten mine.",
        "«Росвик» ищет покупателя на свой вольфрамовый рудник «Туман».",
    ],
)
def test_whoever_looks_for_a_buyer_proposes_to_sell(text: str) -> None:
    claim = only(text, KIND)
    assert (len(parties(claim, "seller")), claim.status) == (1, "proposed")


@pytest.mark.parametrize(
    "text",
    [
        "China's share of world lithium refining rose to 65%.",
        "Доля Китая в мировой переработке лития выросла до 65%.",
        "The share of nickel in the concentrate of the Orhei mine rose to 12%.",
        "If Lakehead owned 12% of Kainuu Sulfat, the nickel producer would be foreign.",
        "Lakehead does not own 12% of the nickel producer Kainuu Sulfat.",
        "Lakehead holds 12% of the nickel stored in Rotterdam.",
        "Nobody has said by whom the beryllium metal will be bought.",
        "The rules give Kyowa a 10% discount on copper.",
    ],
)
def test_other_parts_and_questions_are_no_acquisition(text: str) -> None:
    assert not claims(text, KIND)
