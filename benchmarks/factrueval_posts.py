"""Who holds which post where, and who owns or founded what, told beside a name: «глава фонда N», «N, владелец M»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factrueval_match import Answer
from factrueval_page import BODIES, Page, names_a_person, words

from lodeline.language.analysis import Mention
from lodeline.language.tree import governors

LINKS = (",", "и", "а также")
FIELDS = ("по", "при")
SOURCES = ("от", "из")
CHOOSING = ("назначить", "избрать", "утвердить", "выбрать")
REACH = 6
RULING = ("управляющий", "командующий", "заведующий", "руководящий")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun for a person with what it is of: tokens [first, stop), the words of the post, the body."""

    first: int
    noun: int
    stop: int
    position: str
    body: str
    sort: str
    """post, owner, or the type of a deal that the noun is a side of"""


def occupations(page: Page) -> Iterator[tuple[str, Answer]]:
    """Facts, each with the noun of its post."""
    for person, phrase in holdings(page):
        if phrase.sort == "post" and (phrase.body or known_post(page, phrase)):
            where = [("where", phrase.body)] if phrase.body else []
            fact = Answer("occupation", (("who", person), ("position", phrase.position), *where))
            yield page.tokens[phrase.noun].lemma, fact


def owners(page: Page) -> Iterator[Answer]:
    for owner, phrase in holdings(page):
        if phrase.sort == "owner" and phrase.body:
            yield Answer("ownership", (("owner", owner), ("property", phrase.body)))


def sides(page: Page) -> Iterator[Answer]:
    """«спонсор клуба N», «M, кредитор N»: a noun that makes its holder one side of a deal."""
    for holder, phrase in holdings(page):
        if phrase.sort not in ("post", "owner") and phrase.body:
            yield Answer("deal", (("participant", holder), ("participant", phrase.body), ("type", phrase.sort)))


def known_post(page: Page, phrase: Phrase) -> bool:
    return any(m.kind == "post" and phrase.noun in page.span(m) for m in page.mentions)


def holdings(page: Page) -> Iterator[tuple[str, Phrase]]:
    """Holders and their phrases: beside the name, in a row of them, or through a verb."""
    found = phrases(page)
    for mention in page.mentions:
        name = page.told(mention) if holds(mention) else ""
        span = page.span(mention)
        if not name or not span:
            continue
        for phrase in [*before(page, found, span.start), *behind(page, found, span.stop)]:
            if mention.kind == "person" or phrase.sort != "post":
                yield name, phrase
    for phrase in found:
        for mention in by_verb(page, phrase):
            if page.told(mention):
                yield page.told(mention), phrase


def holds(mention: Mention) -> bool:
    return mention.kind in ("person", "organisation") and not mention.adjective


def phrases(page: Page) -> list[Phrase]:
    found: list[Phrase] = []
    for at in range(len(page.tokens)):
        named = page.places.get(at)
        free = named is None or (named.kind == "organisation" and not page.is_named(named))
        if free and is_post(page, at):
            found.append(phrase_at(page, at))
    return shared(page, found)


def is_post(page: Page, at: int) -> bool:
    """A noun for one person in some role."""
    token = page.tokens[at]
    known = any(m.kind == "post" and m.head == at for m in page.mentions)
    noun = token.pos == "NOUN" or (token.pos == "PROPN" and known)
    one = token.number != "Plur" or (
        at > 1 and page.tokens[at - 1].text == "из" and page.tokens[at - 2].lemma == "один"
    )
    into = at > 0 and page.tokens[at - 1].text in ("в", "во") and token.case != "Loc"
    role = token.lemma in words("dealer") or (
        token.lemma not in words("no_post")
        and (known or names_a_person(token.text) or names_a_person(token.text.rpartition("-")[2]))
    )
    return noun and one and not into and role


def shared(page: Page, found: list[Phrase]) -> list[Phrase]:
    """«основатель и директор фонда»: the first is of what the second is of."""
    for i in range(len(found) - 2, -1, -1):
        one, other = found[i], found[i + 1]
        if not one.body and one.stop + 1 == other.first and page.tokens[one.stop].lemma == "и":
            found[i] = Phrase(one.first, one.noun, one.stop, one.position, other.body, one.sort)
    return found


def phrase_at(page: Page, at: int) -> Phrase:
    first, home = start_of_post(page, at)
    start = first
    while start < at and (page.tokens[start].lemma in words("filler") or adjective_of_state(page, start)):
        start += 1
    sort = sort_of(page, at)
    if page.tokens[at + 1 : at + 2] and page.tokens[at + 1].lemma == "который":
        described = page.party_at(page.antecedent(at + 1))
        return Phrase(first, at, at + 2, page.text(start, at + 1), page.told(described) if described else "", sort)
    body_at = start_of_body(page, at)
    stop = end_of_body(page, body_at) if is_body(page, body_at) else at + 1
    body = body_name(page, body_at, stop) if stop > at + 1 else ""
    if not body:
        last = field_end(page, at)
        return Phrase(first, at, last, page.text(start, last), home or whose(page, first), sort)
    last = body_at - 1 if page.tokens[body_at - 1].pos == "ADP" else body_at
    return Phrase(first, at, stop, page.text(start, last), body, sort)


def start_of_post(page: Page, at: int) -> tuple[int, str]:
    """The first of the adjectives before a post, and the state that one of them tells."""
    first, home = at, ""
    while (
        first > 0 and page.tokens[first - 1].pos == "ADJ" and page.tokens[first - 1].case in (page.tokens[at].case, "")
    ):
        first -= 1
        home = home or next((page.told(m) for m in page.mentions if m.adjective and first in page.span(m)), "")
    return first, home


def sort_of(page: Page, at: int) -> str:
    lemma = page.tokens[at].lemma
    return "owner" if lemma in words("owner") else words("dealer").get(lemma, "post")


def whose(page: Page, first: int) -> str:
    """«его основатель»: the body that the text is about, the first that it names."""
    if first == 0 or page.tokens[first - 1].text.casefold() not in ("его", "её", "ее", "их"):
        return ""
    told = [m for m in page.analysis.mentions if m.stop < page.tokens[first - 1].start and m.kind == "organisation"]
    return next((n for n in map(page.told, told) if n), "")


def adjective_of_state(page: Page, at: int) -> bool:
    return any(m.adjective and at in page.span(m) for m in page.mentions)


def field_end(page: Page, at: int) -> int:
    """Where the words of the field end: «министр иностранных дел», «министр по делам разведки»."""
    here = at + 1
    tokens = page.tokens
    while here < len(tokens):
        token, last = tokens[here], tokens[here - 1]
        common = token.pos in ("NOUN", "ADJ") and token.text[0].islower() and here not in page.places
        of = token.case == "Gen" or (token.case == "Dat" and last.pos in ("ADP", "ADJ"))
        over = token.text == "по" and here + 1 < len(tokens) and tokens[here + 1].case == "Dat"
        if not (common and of) and not over:
            break
        here += 1
    return here - 1 if tokens[here - 1].text == "по" else here


def start_of_body(page: Page, at: int) -> int:
    """The first word after the post that is a name or a word for a body."""
    here, end = at + 1, field_end(page, at)
    tokens = page.tokens
    while here < end and not is_body(page, here):
        here += 1
    if here < len(tokens) and tokens[here].text in SOURCES and is_body(page, here + 1):
        return here + 1
    if here < len(tokens) and tokens[here].text in '«"' and is_body(page, here + 1):
        while here > at + 1 and tokens[here - 1].pos == "ADJ":
            here -= 1
        return here
    if tokens[at].lemma in RULING and here < len(tokens) and tokens[here].case == "Ins":
        return here
    while here > at + 1 and tokens[here - 1].pos == "ADJ":
        here -= 1
    return here


def is_body(page: Page, at: int) -> bool:
    """A name of a body, or a common word for one with its adjectives."""
    here = at
    while (
        here < len(page.tokens)
        and (page.tokens[here].pos == "ADJ" or page.tokens[here].text in '«"')
        and here not in page.places
    ):
        here += 1
    if here >= len(page.tokens):
        return False
    named = page.places.get(here)
    if named is not None and named.kind == "person":
        return False
    known = page.tokens[here].lemma in words("body") or page.tokens[here].lemma in words("generic")
    if named is not None and named.kind in BODIES:
        first = page.tokens[here]
        return known or (
            page.is_named(named)
            and (
                first.case in ("Gen", "")
                or not first.text[0].isalpha()
                or first.text[0] < "А"
                or page.tokens[here - 1].text in (*SOURCES, "«", '"')
            )
        )
    return known and page.tokens[here].case in ("Gen", "Ins", "")


def end_of_body(page: Page, at: int) -> int:
    """The body with its genitives and the names that go on («комитета по делам семьи Сената»)."""
    here, tokens = at, page.tokens
    while here < len(tokens):
        named = page.places.get(here)
        if named is not None and named.kind in BODIES:
            here = max(here + 1, page.span(named).stop)
        elif goes_on(page, at, here):
            here += 1
        else:
            break
    while here > at and tokens[here - 1].text in (*FIELDS, "«"):
        here -= 1
    return here


def goes_on(page: Page, at: int, here: int) -> bool:
    """Whether a word after the head of a body still belongs to its name."""
    tokens, token = page.tokens, page.tokens[here]
    if token.text in '«»"':
        return any(i in page.places for i in (here - 1, here + 1))
    if token.text in FIELDS:
        return at < here < len(tokens) - 1 and tokens[here + 1].pos in ("NOUN", "ADJ", "PROPN")
    if here in page.places or token.pos not in ("NOUN", "ADJ"):
        return False
    field = tokens[here - 1].text in FIELDS or (tokens[here - 1].pos == "ADJ" and tokens[here - 2].text in FIELDS)
    return here == at or field or (token.case == "Gen" and not person_noun(page, here))


def person_noun(page: Page, at: int) -> bool:
    return names_a_person(page.tokens[at].text) and page.tokens[at].pos == "NOUN" and page.tokens[at].case != "Gen"


def body_name(page: Page, first: int, stop: int) -> str:
    """The name alone after a plain word for its kind, else the whole phrase."""
    named = [page.places[i] for i in range(first, stop) if i in page.places]
    at = first
    while at < stop and (page.tokens[at].pos == "ADJ" or page.tokens[at].text in '«"') and at not in page.places:
        at += 1
    if at < stop and page.tokens[at - 1].text in '«"' and at in page.places:
        return page.told(page.places[at])
    if named and at < stop and page.tokens[at].lemma in words("generic") and page.tokens[stop - 1].text in '»"':
        return page.told(named[-1])
    if named and at < stop and page.tokens[at].lemma in words("generic"):
        name = next((m for m in named if page.is_named(m)), None)
        if name is not None and name.kind in ("organisation", "asset", "institution"):
            return page.told(name)
    return page.text(first, stop)


def before(page: Page, found: list[Phrase], at: int) -> Iterator[Phrase]:
    """Phrases that end at a name, and those in a row before them."""
    while True:
        phrase = next((p for p in found if p.stop == at or (p.stop < at and is_place(page, p.stop, at))), None)
        if phrase is None:
            return
        yield phrase
        at = phrase.first
        if at > 0 and page.tokens[at - 1].text in LINKS:
            at -= 1


def is_place(page: Page, first: int, stop: int) -> bool:
    """«посол N в M …», «глава делегации на переговорах …»: words of a place between a post and its holder."""
    between = page.tokens[first:stop]
    return (
        1 < len(between) <= REACH
        and between[0].text in ("в", "на", "при", "по", "во")
        and all(t.pos in ("NOUN", "PROPN", "ADJ") for t in between[1:])
        and not any(person_noun(page, i) for i in range(first, stop))
    )


def behind(page: Page, found: list[Phrase], at: int) -> Iterator[Phrase]:
    """Phrases after a name and its comma, dash or bracket; not those that lead to another name."""
    while at < len(page.tokens) and page.tokens[at].text in (",", "—", "–", "-", "(", "и"):
        phrase = next((p for p in found if p.first == at + 1), None)
        following = page.places.get(phrase.stop) if phrase is not None else None
        if phrase is None or (following is not None and following.kind == "person"):
            return
        if page.tokens[phrase.noun].lemma not in words("owner") and page.tokens[at].text == "и":
            return
        yield phrase
        at = phrase.stop


def by_verb(page: Page, phrase: Phrase) -> Iterator[Mention]:
    """«N стал главой фонда», «N занял пост главы», «N назначен главой»."""
    over = list(governors(page.sentence, phrase.noun))
    if over and page.tokens[over[0]].lemma in words("chair"):
        verb = next((i for i in over[1:3] if page.tokens[i].pos in ("VERB", "ADJ")), None)
    elif page.tokens[phrase.noun].case == "Ins" and over and page.tokens[over[0]].lemma in words("becoming"):
        verb = over[0]
    elif page.tokens[phrase.noun].case == "Nom" and page.tokens[phrase.noun].relation == "root":
        verb = phrase.noun
    else:
        return
    if verb is None:
        return
    active = page.tokens[verb].lemma in CHOOSING and page.tokens[verb].voice != "Pass"
    relations = ("obj",) if active else ("nsubj", "nsubj:pass")
    for child, _ in page.dependents(verb, *relations):
        mention = page.party_at(page.antecedent(child))
        if mention is not None and (mention.kind == "person" or (phrase.sort != "post" and holds(mention))):
            yield mention
