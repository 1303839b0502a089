"""The ledger as a data frame: one row an entry; parties, money, history, conflicts and quotes as nested lists.

Values that no text tells are null, never 0; money in whole units of its currency, shares in percent. Needs the extra
`frames`.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from lodeline.errors import MissingExtra
from lodeline.ledger.commitment import Entry
from lodeline.ledger.views import entry_json

if TYPE_CHECKING:
    import polars

Shape = str | list[Any] | dict[str, Any]
PARTY: Shape = {"name": "text", "role": "text", "share": "number", "entity": "text", "names": ["text"]}
AMOUNT: Shape = {
    **{"value": "number", "value_max": "number", "currency": "text", "qualifier": "text", "kind": "text"},
    **{"promisor": "text", "instrument": "text", "claim": "text", "counts": "truth", "why": "text"},
}
QUANTITY: Shape = {"value": "number", "value_max": "number", "unit": "text", "qualifier": "text", "form": "text"}
EVIDENCE: Shape = {
    **{"document": "text", "name": "text", "published": "text", "start": "whole", "stop": "whole"},
    **{"quote": "text", "claim": "text", "invented": "truth"},
}
SHAPE: dict[str, Shape] = {
    **dict.fromkeys(("id", "book", "kind", "title", "stage", "bindingness", "date"), "text"),
    "status_history": [{**dict.fromkeys(("date", "status", "stage", "claim", "document"), "text")}],
    "parties": [PARTY],
    "amounts": [AMOUNT],
    "quantities": [QUANTITY],
    **{key: ["text"] for key in ("commodities", "places", "assets", "conditions")},
    "conflicts": [{"slot": "text", "values": [{"value": "text", "claim": "text"}], "shown": "text", "rule": "text"}],
    "sources": [{"document": "text", "name": "text", "published": "text"}],
    "stories": "whole",
    "links": [{"relation": "text", "entry": "text", "why": "text", "certain": "truth"}],
    "evidence": [EVIDENCE],
    "why": ["text"],
    "reviewed": "truth",
}
"""Column → its type: a word, a list of one type, or named fields. Shares stand with their parties."""


def frame(entries: Iterable[Entry]) -> polars.DataFrame:
    """The entries sorted by book and id; raises MissingExtra without polars."""
    try:
        import polars
    except ImportError as missing:
        raise MissingExtra("parquet", "frames") from missing
    rows = [entry_json(entry) for entry in sorted(entries, key=lambda each: (each.book, each.id))]
    kept = [{key: row[key] for key in SHAPE} for row in rows]
    return polars.DataFrame(kept, schema={name: _type(shape) for name, shape in SHAPE.items()})


def parquet(entries: Iterable[Entry]) -> bytes:
    """The frame as one Parquet file."""
    out = io.BytesIO()
    frame(entries).write_parquet(out)
    return out.getvalue()


def _type(shape: Shape) -> Any:
    import polars

    if isinstance(shape, list):
        return polars.List(_type(shape[0]))
    if isinstance(shape, dict):
        return polars.Struct({name: _type(each) for name, each in shape.items()})
    return {"text": polars.String, "number": polars.Float64, "whole": polars.Int64, "truth": polars.Boolean}[shape]
