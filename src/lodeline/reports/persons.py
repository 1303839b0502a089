"""People named in a text with the posts that the text gives them: public roles, and what they are cited for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lodeline.claims.claim import Claim
from lodeline.language.analysis import Mention
from lodeline.reports.pages import PersonRow
from lodeline.reports.quoting import one_line
from lodeline.reports.textual import ReadText

BETWEEN = 60
"""Most characters between a post and the person who holds it."""
BREAKS = frozenset(',;:.!?()«»“”"—–')
"""Marks that part a post from a name after it."""
APPOSITION = frozenset({",", "(", ", the", ", a", "— это"})
"""What may stand between a name and the post after it."""


def person_rows(read: ReadText) -> tuple[PersonRow, ...]:
    """One row a person, in order of first mention."""
    found: dict[str, list[Mention]] = {}
    for mention in read.analysis.mentions:
        person = antecedent(read, mention)
        if person.kind == "person":
            found.setdefault(person.key or person.name, []).append(mention)
    named = {name: mentions for name, mentions in found.items() if not name.islower()}  # "him" names nobody
    return tuple(_row(read, mentions) for mentions in _joined(named).values())


def _joined(found: Mapping[str, list[Mention]]) -> Mapping[str, list[Mention]]:
    """A surname alone is the person whose full name ends in it, where the text has but one such name."""
    full = {name: [each for each in found if each.split()[-1:] == [name] and each != name] for name in found}
    joined: dict[str, list[Mention]] = {}
    for name, mentions in found.items():
        joined.setdefault(full[name][0] if len(full[name]) == 1 else name, []).extend(mentions)
    return joined


def antecedent(read: ReadText, mention: Mention) -> Mention:
    """What the mention stands for in the end; a circle ends where it began."""
    seen = {id(mention)}
    while mention.refers_to is not None:
        mention = read.analysis.mentions[mention.refers_to]
        if id(mention) in seen:
            break
        seen.add(id(mention))
    return mention


def _row(read: ReadText, mentions: list[Mention]) -> PersonRow:
    name = max((antecedent(read, each).name for each in mentions), key=len)
    posts = {post.casefold(): post for each in mentions for post in _posts(read, each)}
    longest = [post for key, post in posts.items() if not any(key != other and key in other for other in posts)]
    claims = tuple(read.number(claim) for claim in read.claims if _has(claim, name))
    return PersonRow(one_line(name), tuple(longest), claims, len(mentions))


def _has(claim: Claim, name: str) -> bool:
    names = (*claim.attributed_to, *(each for party in claim.parties for each in (party.name, *party.aliases)))
    return name.casefold() in {each.casefold() for each in names}


def _posts(read: ReadText, person: Mention) -> Iterator[str]:
    for post in read.mentions.touching(person.start - BETWEEN, person.stop + BETWEEN):
        if post.kind == "post" and (_runs_into(read, post, person) or _follows(read, person, post)):
            rest = read.document.text[post.stop : _end(read, post, person)]
            yield one_line(post.name + rest).strip(" ,")


def _runs_into(read: ReadText, post: Mention, person: Mention) -> bool:
    """“minister of energy of the republic NAME”: nothing but words of the same phrase between them."""
    between = read.document.text[post.stop : person.start]
    near = post.stop <= person.start and len(between) <= BETWEEN
    return near and not BREAKS & set(between) and "\n" not in between and not _person_between(read, post, person)


def _follows(read: ReadText, person: Mention, post: Mention) -> bool:
    """“NAME, head of the company”: a comma or a bracket between them, and the post does not lead to another name."""
    between = read.document.text[person.stop : post.start]
    if person.stop > post.start or between.strip() not in APPOSITION:
        return False
    after = read.mentions.touching(post.stop, post.stop + BETWEEN)
    return not any(each.kind == "person" and _runs_into(read, post, each) for each in after)


def _person_between(read: ReadText, post: Mention, person: Mention) -> bool:
    between = read.mentions.touching(post.stop, person.start)
    return any(each.kind in ("person", "post") and each is not person for each in between)


def _end(read: ReadText, post: Mention, person: Mention) -> int:
    """The post with the body that it belongs to: up to the name, or to the end of the next mention."""
    if post.stop <= person.start:
        return person.start
    text = read.document.text
    after = read.mentions.touching(post.stop, post.stop + len(" of the ") + 1)
    body = next((each for each in after if each.start >= post.stop and each.kind != "person"), None)
    return body.stop if body and not BREAKS & set(text[post.stop : body.start]) else post.stop
