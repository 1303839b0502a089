"""The words of the pages: one English label for each key of the contracts, from `labels.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("lodeline.reports").joinpath("labels.toml").read_text(encoding="utf-8"))


def label(table: str, key: str) -> str:
    """The label of a key; a key without one is shown as it is, with spaces for underscores."""
    return _tables()[table].get(key) or key.replace("_", " ")


def keys(table: str) -> tuple[str, ...]:
    """The keys of a table in the order in which pages show them."""
    return tuple(_tables()[table])
