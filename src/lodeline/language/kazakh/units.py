"""Phrases that the parser of Kazakh moves as one: names, values, and single words with their part in the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lodeline.language.kazakh.name_reader import Span
from lodeline.language.kazakh.tables import nouns
from lodeline.language.kazakh.word import Word
from lodeline.language.values import Value

PREDICATES = frozenset(
    [
        "мүмкін",
        "тиіс",
        "керек",
        "қажет",
        "дайын",
        "тең",
        "белгілі",
        "ниетті",
        "мүдделі",
        "зәру",
        "құқылы",
        "міндетті",
        "мақұл",
    ]
)
ASIDES = {"айта": ("кетейік", "кетерлігі", "кетсек"), "еске": ("салсақ", "сала"), "атап": ("айтқанда",)}
STRONG = frozenset(";:()")
ATTRIBUTIVE = frozenset(["жөніндегі", "арасындағы", "маңындағы", "туралы", "арналған", "бойынша", "дейінгі"])


@dataclass(slots=True)
class Unit:
    """A stretch of words with one head. kind: N nominal, Q value, A modifier, V verb, P postposition, C conjunction,
    D adverb, S mark, X what is left. `sort` tells what a nominal is."""

    first: int
    last: int
    head: int
    kind: str
    case: str = ""
    possessed: bool = False
    plural: bool = False
    sort: str = ""
    lemma: str = ""
    form: str = ""
    frame: str = ""
    voice: str = ""
    marked: str = ""
    """The postposition that follows."""
    parent: int = -1
    relation: str = ""
    subject: int = -1
    object: int = -1
    quoting: bool = False
    """A clause that "деп" hands to the verb behind it."""
    conjoined: list[int] = field(default_factory=list)
    begin: int = -1
    """Where it begins with what a verb has taken before it."""
    edge: int = -1
    """Where it ends with the small words and list members behind it."""

    def __post_init__(self) -> None:
        self.begin, self.edge = self.first, self.last


def units_of(words: Sequence[Word], spans: Sequence[Span], values: Sequence[Value]) -> list[Unit]:
    """The sentence as units in order."""
    return list(_units(words, spans, values))


def _units(words: Sequence[Word], spans: Sequence[Span], values: Sequence[Value]) -> Iterator[Unit]:
    at = 0
    while at < len(words):
        value = next((v for v in values if v.start <= words[at].start < v.stop), None)
        span = next((s for s in spans if s.first == at), None)
        if value is not None and (span is None or words[span.last - 1].stop <= value.stop):
            yield (unit := value_unit(words, at, value))
            at = unit.last
        elif span is not None and span.kind != "material" and not bare(words, span):
            yield name_unit(words, span)
            at = span.last
        else:
            yield word_unit(words, at)
            at += 1


def bare(words: Sequence[Word], span: Span) -> bool:
    """A single word that only describes ("зауыт", "қазақстандық") is read as the word that it is."""
    return span.last - span.first == 1 and (
        span.adjective or words[span.first].read.pos == "ADJ" or span.name == words[span.first].read.lemma
    )


def value_unit(words: Sequence[Word], at: int, value: Value) -> Unit:
    last = at + 1
    while last < len(words) and words[last].start < value.stop:
        last += 1
    head = next((n for n in range(last - 1, at - 1, -1) if not words[n].mark), last - 1)
    read = words[head].read
    sort = "date" if value.kind in ("date", "duration") else "value"
    case = read.case if read.pos == "NOUN" else ""
    if sort == "date":
        case = "Gen" if case == "Gen" else "date"
    return Unit(at, last, head, "Q", case or "Nom", read.possessed, False, sort, read.lemma)


def name_unit(words: Sequence[Word], span: Span) -> Unit:
    sort = {"person": "person", "country": "state", "group": "state"}.get(span.kind, "name")
    kind = "A" if span.adjective or words[span.head].read.pos == "ADJ" else "N"
    return Unit(span.first, span.last, span.head, kind, span.case, span.possessed, span.plural, sort, span.name)


def is_aside(words: Sequence[Word], at: int) -> bool:
    """ "айта кетейік", "еске салсақ": words to the reader, and no clause."""
    pair = tuple(word.fold for word in words[max(0, at - 1) : at + 2])
    return any(first in ASIDES and second.startswith(ASIDES[first]) for first, second in pairwise(pair))


def word_unit(words: Sequence[Word], at: int) -> Unit:
    word = words[at]
    read = word.read
    if is_aside(words, at):
        return Unit(at, at + 1, at, "D", lemma=read.lemma)
    unit = Unit(at, at + 1, at, "X", read.case, read.possessed, read.number == "Plur", "", read.lemma)
    if read.lemma == "мүше" and not any(w.read.lemma in ("болу", "ету") for w in words[at + 1 : at + 3]):
        unit.kind = "A"
    elif read.pos == "PUNCT":
        unit.kind = "S"
    elif read.pos == "VERB":
        unit.kind, unit.form, unit.frame, unit.voice = "V", read.form, read.frame, read.voice
    elif read.pos in ("NOUN", "PROPN", "PRON"):
        unit.kind, unit.sort = "N", nouns().get(read.lemma, "pronoun" if read.pos == "PRON" else "")
        unit.case = unit.case or "Nom"
    elif read.pos == "NUM":
        unit.kind, unit.case = "Q", "Nom"
    else:
        unit.kind = {"ADJ": "A", "DET": "A", "ADP": "P", "CCONJ": "C", "ADV": "D", "SCONJ": "D", "AUX": "U"}.get(
            read.pos, "X"
        )
    return unit
