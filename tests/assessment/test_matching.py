"""Which projects of the table a commitment is about."""

from typing import Any

import pytest
from assessment_factory import claim, entry

from lodeline.assessment.matching import Match, match
from lodeline.claims.claim import Party
from lodeline.supply import projects as room
from lodeline.supply.projects import Owner, Project

PROJECTS = (
    ("ONE", "Upper Grey Ridge", ("Верхний Сизый",), (Owner("Northlight Mining", 70), Owner("Ruda Fund", 30))),
    ("TWO", "Lower Grey Ridge", (), (Owner("Northlight Mining", 70), Owner("Ruda Fund", 30))),
    ("THREE", "Salt Hollow", ("Солёная Падь",), (Owner("Northlight Mining", 100),)),
    ("FOUR", "Tern Bay", (), (Owner("Vehicle Nine", 49, "Halmet Holdings, Ostrov"),)),
)


@pytest.fixture(autouse=True)
def _invented_projects(monkeypatch: pytest.MonkeyPatch) -> None:
    made = tuple(
        Project(id, name, aliases, "KAZ", "tin", "mining", None, "t/y", "", owners, "pfs", None, "", "2030", "checked")
        for id, name, aliases, owners in PROJECTS
    )
    monkeypatch.setattr("lodeline.assessment.matching.projects", lambda: made)
    assert room.projects() != made


def matched(*partners: str, **slots: Any) -> Match:
    usual: dict[str, Any] = {"commodities": ("tin",), "places": ("KZ",), "status": "agreed"}
    parties = [Party(name, "partner") for name in partners or ("Nobody Known",)]
    return match(entry(claim("joint_venture", *parties, **(usual | slots))))


def ids(found: Match) -> set[str]:
    return {project.id for project in found.projects}


@pytest.mark.parametrize(
    ("asset", "expected"),
    [
        ("Upper Grey Ridge", "ONE"),
        ("Верхний Сизый", "ONE"),
        ("Верхнего Сизого", "ONE"),
        ("Verkhniy Sizyy", "ONE"),
        ("Salt Hollow deposit", "THREE"),
        ("Соленая Падь", "THREE"),
        ("Tern Bay mine", "FOUR"),
    ],
)
def test_an_asset_is_found_by_its_name_in_either_script(asset: str, expected: str) -> None:
    found = matched(assets=(asset,))
    assert ids(found) == {expected}
    assert found.why.startswith("named: ")


def test_two_owners_together_tell_the_projects_that_they_share() -> None:
    found = matched("Northlight Mining", "Ruda Fund")
    assert ids(found) == {"ONE", "TWO"}
    assert "same owners" in found.why


def test_an_owner_is_found_in_the_other_script_and_behind_a_vehicle() -> None:
    assert ids(matched("Нортлайт Майнинг", "Руда Фонд")) == {"ONE", "TWO"}
    assert ids(matched("Halmet Holdings")) == {"FOUR"}


def test_one_owner_of_several_projects_tells_none_of_them() -> None:
    found = matched("Northlight Mining")
    assert ids(found) == set()
    assert "does not say which" in found.why
    assert "Salt Hollow" in found.why


@pytest.mark.parametrize(
    ("slots", "words"),
    [
        ({"commodities": ()}, "names no mineral"),
        ({"commodities": ("copper",)}, "no project of copper"),
        ({"places": ("CL",)}, "no project of"),
        ({"assets": ("Dry Well",)}, "bears its names (4 of this mineral there)"),
        ({"assets": ("Grey",)}, "bears its names"),
    ],
)
def test_no_match_says_why(slots: dict[str, Any], words: str) -> None:
    found = matched(**slots)
    assert found.projects == ()
    assert words in found.why


def test_another_mineral_of_the_same_owner_is_no_match() -> None:
    assert matched("Northlight Mining", "Ruda Fund", commodities=("copper",)).projects == ()


def test_without_a_place_the_mineral_alone_narrows() -> None:
    assert ids(matched(places=(), assets=("Salt Hollow",))) == {"THREE"}
