"""The script that builds the tables gives the shipped bytes again, and lets nothing through that may not be shipped."""

import gzip
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
FACTS = ROOT.parent / "shared" / "facts"
DATA = ROOT / "src" / "lodeline" / "supply" / "data"
BUILT = ("production", "reserves", "left_out", "projects", "measures", "trade_codes")
HEAD = "commodity,country,year,value_t,low_t,high_t,flag,stage,form,source,note\n"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    path = ROOT / "scripts" / "build_supply.py"
    if not path.is_file():
        pytest.skip("scripts/ is not here: an unpacked package without its repository")
    spec = spec_from_file_location("build_supply", path)
    assert spec
    assert spec.loader
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def run(script: ModuleType, monkeypatch: pytest.MonkeyPatch, facts: Path, out: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["build_supply.py", "--facts", str(facts), "--out", str(out)])
    script.main()


def test_the_script_gives_the_shipped_tables_again_byte_by_byte(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if not FACTS.is_dir():
        pytest.skip(f"the fact tables are not beside the repository ({FACTS.parent.name}/{FACTS.name})")
    run(script, monkeypatch, FACTS, tmp_path)
    different = [
        name for name in BUILT if (tmp_path / f"{name}.csv").read_bytes() != (DATA / f"{name}.csv").read_bytes()
    ]
    assert different == []


def few_facts(folder: Path, production: str) -> Path:
    folder.mkdir()
    (folder / "production.csv").write_text(HEAD + production, "utf-8")
    (folder / "reserves.csv").write_text("commodity,country,year,value_t,form,source,note\n", "utf-8")
    for name in ("projects", "measures", "trade_codes"):
        (folder / f"{name}.csv").write_text("id,implementer\nA,EUN\n", "utf-8")
    return folder


def test_rows_without_a_verified_licence_are_counted_and_not_shipped(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    free = "tin,PER,2030,5,4,6,estimated,mining,Sn,USGS MCS 2026 chapter tin,\n"
    shut = "tin,{},2030,5,4,6,estimated,refining,Sn,{},\n"
    rows = free + shut.format("WLD", "IEA Critical Minerals Dataset 2030") + shut.format("OTH", "computed residual")
    run(script, monkeypatch, few_facts(tmp_path / "facts", rows), tmp_path)
    shipped = script.table(tmp_path / "production.csv")
    left = script.table(tmp_path / "left_out.csv")
    assert [(row["country"], row["source"], row["evidence"]) for row in shipped] == [
        ("PER", "usgs-mcs-2026", "checked")
    ]
    assert [(row["stage"], row["source"], row["rows"]) for row in left] == [("refining", "iea-cmd-2025", "2")]


def test_an_unknown_source_stops_the_script(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    facts = few_facts(tmp_path / "facts", "tin,PER,2030,5,4,6,estimated,mining,Sn,Somebody's memory,\n")
    with pytest.raises(SystemExit, match="Somebody's memory"):
        run(script, monkeypatch, facts, tmp_path)


def test_an_assumption_is_told_as_evidence(script: ModuleType) -> None:
    source = {"id": "x", "evidence": "checked"}
    slots = dict.fromkeys(("commodity", "stage", "form", "country", "year", "value_t", "low_t", "high_t", "flag"), "")
    plain = {**slots, "source": "USGS", "note": ""}
    assert script.figure(plain, source)[9] == "checked"
    assert script.figure({**plain, "note": "scale: assumption"}, source)[9] == "assumed"
    assert script.figure({**plain, "source": "computed residual"}, source)[9] == "assumed"


def test_reserves_get_a_band_and_a_lower_bound_none_below(script: ModuleType) -> None:
    row = {"value_t": "2000000", "note": ""}
    made = script.reserve(row)
    assert (made["low_t"], made["high_t"], made["stage"], made["flag"]) == (
        "1600000",
        "2400000",
        "reserves",
        "estimated",
    )
    assert script.reserve({**row, "note": 'lower bound, USGS prints ">"'})["low_t"] == "2000000"


def test_the_european_union_gets_the_key_of_the_vocabulary(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run(script, monkeypatch, few_facts(tmp_path / "facts", ""), tmp_path)
    assert (tmp_path / "measures.csv").read_text("utf-8").splitlines()[1] == "A,EUR"


def test_a_missing_number_stays_missing(script: ModuleType) -> None:
    assert [script.thousandths(cell) for cell in ("", "NA", None, "  1.50 ", "100", "0.0004")] == [
        "",
        "",
        "",
        "1.5",
        "100",
        "0",
    ]
    assert [script.number(cell) for cell in ("nan", "", None, "0.5")] == ["", "", "", "0.5000"]


def test_a_packed_table_has_the_same_bytes_for_the_same_text(script: ModuleType, tmp_path: Path) -> None:
    for name in ("one.gz", "two.gz"):
        script.zipped(tmp_path / name, "year,hs6\n")
    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "two.gz").read_bytes()
    assert gzip.decompress((tmp_path / "one.gz").read_bytes()) == b"year,hs6\n"
