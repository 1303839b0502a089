"""What Lodeline's language room reads of a general Russian text, as facts of factRuEval-2016."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factrueval_deals import deals, holdings, meetings
from factrueval_gold import squeezed
from factrueval_match import Answer
from factrueval_page import Page, pages
from factrueval_posts import occupations, owners, sides

from lodeline.language.russian.analyse import analyse
from lodeline.language.zones import find_zones


def read_facts(text: str) -> list[Answer]:
    """All facts of a text, each once."""
    found: dict[Answer, None] = {}
    for page in (read := pages(analyse(text, find_zones(text), None))):
        found |= dict.fromkeys(map(plain_fact, facts_of(page)))
    found |= dict.fromkeys(map(plain_fact, deals(read)))
    return [*without_parts(list(found)), *map(plain_fact, held(read))]


def facts_of(page: Page) -> Iterator[Answer]:
    yield from owners(page)
    yield from holdings(page)
    yield from sides(page)
    yield from meetings(page)


def held(read: Sequence[Page]) -> list[Answer]:
    """Occupations: one person holds a post once, at the body that the text names with it."""
    found: dict[tuple[str, str], Answer] = {}
    for page in read:
        for noun, fact in occupations(page):
            key = (fact.slots[0][1].casefold(), noun)
            if key not in found or len(found[key].slots) < len(fact.slots):
                found[key] = fact
    return [f for f in found.values() if len(f.slots) > 2]


def plain_fact(fact: Answer) -> Answer:
    return Answer(fact.kind, tuple((name, squeezed(value.replace(":", " "))) for name, value in fact.slots))


def without_parts(facts: list[Answer]) -> list[Answer]:
    """Leave out a fact all of whose slots another one tells."""
    return [f for f in facts if not any(f is not o and f.kind == o.kind and set(f.slots) < set(o.slots) for o in facts)]
