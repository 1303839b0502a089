"""Mines and plants of the table: names, owners, capacity."""

import pytest

from lodeline.supply.output import EVIDENCE
from lodeline.supply.projects import Owner, of_commodity, owners, projects


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("North Ores 70;State Fund 30", (Owner("North Ores", 70), Owner("State Fund", 30))),
        ("North Ores 39.6", (Owner("North Ores", 39.6),)),
        ("North Ores 50+;SQR 50-", (Owner("North Ores", 50), Owner("SQR", 50))),
        ("North Ores (Big Group) 51", (Owner("North Ores", 51, "Big Group"),)),
        ("North Ores 100 (A, B behind it)", (Owner("North Ores", 100, "A, B behind it"),)),
        ("North Ores (Big Group) 100, Cobbler offtake", (Owner("North Ores", 100, "Big Group; Cobbler offtake"),)),
        ("North Ores (rising to 92.5)", (Owner("North Ores", None, "rising to 92.5"),)),
        ("North Ores;Second", (Owner("North Ores", None), Owner("Second", None))),
        ("Ruritania (taken over 2025); North Ores claims 63.4", (Owner("Ruritania", None, "taken over 2025"),)),
        (
            "North Ores group (7.4 bn USD smelter); earlier Second",
            (Owner("North Ores group", None, "7.4 bn USD smelter"),),
        ),
        ("not checked", ()),
        ("private", ()),
        ("private (North Ores group)", ()),
        ("state offer", ()),
        ("state", (Owner("state", None),)),
        ("", ()),
    ],
)
def test_the_column_of_owners_is_read_part_by_part(cell: str, told: tuple[Owner, ...]) -> None:
    assert owners(cell) == told


def test_an_alias_keeps_its_comma() -> None:
    second = next(each for each in projects() if each.id == "KZ-BOGUTY-2")
    assert second.aliases == ("Богуты, 2-я очередь",)
    first = next(each for each in projects() if each.id == "KZ-BOGUTY")
    assert first.names[:3] == ("Boguty tungsten mine and plant", "Богуты", "Бугуты")


def test_no_project_belongs_to_owners_of_more_than_all_of_it() -> None:
    assert [p.id for p in projects() if sum(owner.percent or 0 for owner in p.owners) > 100] == []


def test_no_name_of_an_owner_holds_a_number_or_a_bracket() -> None:
    names = [owner.name for each in projects() for owner in each.owners if owner.name != "Element 25"]
    assert [name for name in names if any(sign in name for sign in "()%;") or name[-1].isdigit()] == []


def test_every_project_has_a_place_a_date_evidence_and_unless_recalled_an_address() -> None:
    assert len({each.id for each in projects()}) == len(projects()) == 218
    for each in projects():
        assert len(each.country) == 3, each.id
        assert each.as_of[:2] == "20", each.id
        assert each.address.startswith("http") or (not each.address and each.evidence == "recalled"), each.id
        assert each.evidence in EVIDENCE
        assert each.capacity is None or (each.capacity > 0 and each.unit), each.id


def test_a_capacity_that_is_not_told_is_none_and_not_zero() -> None:
    assert any(each.capacity is None for each in of_commodity("tungsten"))
    assert all(each.capacity != 0 for each in projects())
