"""Figures that cannot be meant as they stand: kept as the text has them, marked as doubtful, never mended.

A loan of «1,1 долларов» has lost a word for millions. Which one, nobody can tell from the text, so the sum stays,
its support says why it is doubted, and the confidence keeps the claim from what is shown at once.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from importlib.resources import files

from lodeline.claims.draft import Draft

MISSING_MILLION = "missing_million"
"""The inference named in the support of a doubted sum."""
DOUBTED = 0.2
"""Confidence of a claim with a doubted sum."""
SYMBOLIC = Decimal(1)
"""A company may well change hands for one dollar."""


def doubt(draft: Draft) -> None:
    """Mark a sum far below what a deal of its kind costs in any currency."""
    least = least_sums().get(draft.kind)
    if draft.amount is None or least is None or not is_doubtful(draft.amount.value, least):
        return
    draft.confidence = min(draft.confidence, DOUBTED)
    if "amount" in draft.support:
        draft.support["amount"] = replace(draft.support["amount"], rule=MISSING_MILLION)
    else:
        draft.infers("amount", MISSING_MILLION)


def is_doubtful(value: Decimal, least: Decimal) -> bool:
    return value < least and value != SYMBOLIC


@cache
def least_sums() -> Mapping[str, Decimal]:
    """By kind, the sum below which no news of it is heard of."""
    table = files("lodeline.claims").joinpath("data/least_sums.csv").read_text("utf-8").splitlines()
    return {row["kind"]: Decimal(row["least"]) for row in csv.DictReader(table)}
