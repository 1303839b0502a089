"""Word classes that readers of all languages share: posts, heads of organisation and asset names, legal forms…"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from lodeline.vocabulary.tables import rows

TermClass = Literal[
    "post",
    "organisation_head",
    "asset_head",
    "legal_form",
    "name_particle",
    "group_of_states",
    "government_word",
    "treaty_head",
    "pronoun_company",
    "pronoun_person",
    "pronoun_state",
    "pronoun_asset",
    "outlet_word",
    "source_word",
]


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase in its base form."""

    language: str
    term: str
    """Lemma or phrase as usually written (ООО, и. о.); its last noun in the nominative, ё written е."""
    kind: str
    """One of `TermClass`."""
    value: str
    """post: `state`, `company`, `other`; organisation_head: `company`, `bank`, `fund`, `state`, `body`, `research`;
    asset_head: `deposit`, `mine`, `plant`, `project`, `transport`, `power`; '' where the class has no finer value."""


@cache
def terms() -> tuple[Term, ...]:
    """Every term of the vocabulary."""
    return tuple(Term(row["lang"], row["term"], row["class"], row["value"]) for row in rows("terms"))


@cache
def terms_of(kind: TermClass, language: str) -> Mapping[str, str]:
    """The terms of a class in `ru`, `en` or `kk`, as they stand in the table, with their value."""
    return {each.term: each.value for each in terms() if each.kind == kind and each.language == language}
