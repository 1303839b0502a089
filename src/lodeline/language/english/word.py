"""A word of an English sentence while it is read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Word:
    """A word while its sentence is being read: the tag first, then what the parser adds."""

    start: int
    stop: int
    text: str
    tag: str = ""
    lemma: str = ""
    head: int = -1
    relation: str = ""
    voice: str = ""
    form: str = ""
    tense: str = ""
    aux: bool = False
