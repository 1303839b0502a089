"""Names that the vocabulary does not know: what of them is a name, and what binds them where they name nobody."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lodeline.entities.entity import Entity, EntityKey, EntityKind, Name
from lodeline.entities.known import is_body_of_some_state, known, title, without_post
from lodeline.entities.names import spelling
from lodeline.entities.spelling import bare, words

KINDS: Mapping[str, EntityKind] = {
    **dict.fromkeys(("organisation", "institution"), "organisation"),
    **{"person": "person", "asset": "asset", "group": "group", "post": "post"},
    **{"ministry": "ministry", "treaty": "treaty", "place": "place"},
}
"""Kinds of mentions as kinds of entities; what is not listed gives `party`."""
ONE_OF_A_STATE = frozenset({"national", "state"})
"""Words that make a description of a body mean one body of a state: its national carrier, its state holding."""
_QUOTED_WITHIN = re.compile(r"^[^«»“”\"A-ZА-ЯЁ]*([«“\"][^«»“”\"]+[»”\"])[^«»“”\"A-ZА-ЯЁ]*$")
_LATIN_WITHIN = re.compile(
    r"^(?:[а-яёәіңғүұқөһ-]+ )*([A-Z0-9][A-Za-z0-9À-ž .,&'/+-]*[A-Za-z0-9À-ž.])(?: [а-яёәіңғүұқөһ-]+)*$"
)


def at_first(name: Name) -> Entity:
    """The entity of a name by itself: what the vocabulary knows of the whole or of its proper part, else its own."""
    whole = known(name.text, name.kind, name.country)
    return whole or known(proper(name.text), name.kind, name.country) or _without_form(name) or alone(name)


def _without_form(name: Name) -> Entity | None:
    """An institution under its legal form: «Innovation Norway AS»; states and places have none."""
    bare_words = " ".join(spelling(name.text).written)
    found = known(bare_words, name.kind, name.country) if bare_words != name.text and " " in bare_words else None
    return found if found is not None and found.kind == "organisation" else None


def alone(name: Name) -> Entity:
    """The entity of a name that neither the vocabulary nor other names tell of; its key is its folded spelling."""
    text = proper(name.text)
    country = name.country or (title(text).country if is_described(text) else None)
    key = EntityKey(f"name/{spelling(text).key or text}{_scope(name, text, country)}")
    return Entity(key, bare(text), KINDS.get(name.kind, "party"), country, why="name as it stands")


def proper(name: str) -> str:
    """The name without a post before it or a description around it: «фонд Testbed», «Проба» қоры."""
    within = _QUOTED_WITHIN.match(name) or (_LATIN_WITHIN.match(name) if re.search("[а-яё]", name) else None)
    return within.group(1) if within else without_post(name)


def is_described(text: str) -> bool:
    """A description in common words (второй источник, Chinese group) or a body of an untold state: it names nobody."""
    common = title(text).country is not None and all(word.islower() for word in words(text)[1:]) and " " in text
    return text[:1].islower() or common or is_body_of_some_state(text)


def _scope(name: Name, text: str, country: str | None) -> str:
    """What a name that names nobody is bound to: its state where one is meant of it, else its document.

    A National Mining Company of one state is not that of another, nor is a nameless source that of another text.
    """
    if is_described(text):
        of_state = country and ONE_OF_A_STATE & set(spelling(text).folded)
        return f"@{country}" if of_state else f"@{name.document}" if name.document else ""
    return f"@{country}" if country and not spelling(text).strong else ""
