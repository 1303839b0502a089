"""The gate itself: floors rise on request, sink only with a second flag, and belong to one corpus."""

import json
import tomllib
from pathlib import Path

import gate
import pytest

SETTINGS = '[corpus.small]\npath = "tests/gold/open"\nnote = "for this test"\n\n' + gate.MARK


def figures(f1: float) -> gate.Figures:
    return {part: {"precision": 0.9, "recall": 0.8, "f1": f1} for part in gate.PARTS}


def corpus(f1: float | None = None, digest: str = "aa") -> gate.Corpus:
    floors = {} if f1 is None else {"all": figures(f1)}
    return gate.Corpus("small", Path("tests/gold/open"), digest=digest, floors=floors)


def measured(f1: float, floor: float | None = None, digest: str = "aa") -> gate.Measured:
    return gate.Measured(corpus(floor), digest, {"all": figures(f1)})


def test_reading_at_the_floor_passes_and_below_it_fails() -> None:
    assert gate.verdict([measured(0.7, floor=0.7)]) == []
    assert gate.verdict([measured(0.699, floor=0.7)]) == [
        f"small all {part} f1: 0.699, floor 0.700" for part in gate.PARTS
    ]


def test_a_corpus_without_floors_passes() -> None:
    assert gate.verdict([measured(0.1)]) == []


def test_floors_of_another_corpus_do_not_count() -> None:
    assert gate.verdict([measured(0.9, floor=0.7, digest="bb")]) == [
        "small: not the corpus its floors were measured on"
    ]


@pytest.mark.parametrize(
    ("value", "floor", "lower", "expected"),
    [(0.7519, 0.7, False, 0.751), (0.6, 0.7, False, 0.7), (0.6, 0.7, True, 0.6), (0.7, 0.7, False, 0.7)],
)
def test_a_floor_sinks_only_with_the_second_flag(value: float, floor: float, lower: bool, expected: float) -> None:
    assert gate.new_floors(measured(value, floor), lower)["all"]["deals"]["f1"] == expected


def test_written_floors_are_read_back_and_the_rest_of_the_file_stays(tmp_path: Path) -> None:
    settings = tmp_path / "gate.toml"
    settings.write_text(gate.written(SETTINGS, {"small": ("aa", {"all": figures(0.5)})}), "utf-8")
    [again] = gate.corpora(settings)
    assert again.floors == {"all": figures(0.5)}
    assert (again.digest, again.note) == ("aa", "for this test")
    assert settings.read_text("utf-8").startswith(SETTINGS)
    assert gate.written(settings.read_text("utf-8"), {"small": ("aa", again.floors)}) == settings.read_text("utf-8")


def test_a_corpus_on_request_is_left_alone_until_it_is_named() -> None:
    quiet = gate.Corpus("quiet", Path(__file__).parent / "gold" / "open", on_request=True)
    assert gate.chosen([quiet], []) == []
    assert gate.chosen([quiet], ["quiet"]) == [quiet]


def test_an_unknown_corpus_is_named_with_those_that_exist() -> None:
    with pytest.raises(SystemExit, match="no corpus nowhere; it has small"):
        gate.chosen([corpus()], ["nowhere"])


def test_the_digest_changes_with_a_claim_but_not_with_layout() -> None:
    one = [{"id": "a", "text": "t", "claims": [{"kind": "share"}]}]
    assert gate.digest(json.loads(json.dumps(one, indent=3))) == gate.digest(one)
    assert gate.digest([{**one[0], "claims": []}]) != gate.digest(one)


def test_every_corpus_of_the_settings_has_a_note_and_ours_are_there() -> None:
    table = tomllib.loads(gate.FLOORS.read_text("utf-8"))["corpus"]
    assert all(row["note"] for row in table.values())
    assert gate.corpora()[0].files()
