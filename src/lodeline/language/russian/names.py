"""Candidates for names in a Russian sentence: quoted, Latin, recognised by the model, or after a head word.

Each finder yields spans of tokens [first, last); `mentions.py` ranks them and turns them into mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lodeline.language.analysis import Quote, Token
from lodeline.language.russian.morphology import parses
from lodeline.language.russian.networks import networks

LATIN = re.compile(r"[A-Z][\w.&'’-]*+$|[a-z]*+[A-Z]{2}\w*+$")
LATIN_INNER = re.compile(r"[A-Za-z][\w.'’-]*$|&$|\d{1,2}$")
FORMULA = re.compile(r"(?=.*[0-9₀-₉])(?:[A-Z][a-z]?[0-9₀-₉]*){2,}$")
LATIN_LINKS = {"of", "and", "de", "do", "da", "del", "la", "for", "the", "&", "y", "e"}
LATIN_FORMS = {"Ltd", "Inc", "LLC", "LP", "Limited", "Corp"}
LONGEST_SYLLABLE = 5
"""Letters of a part of a Korean, Chinese or Vietnamese name written apart."""
NAME_IN_QUOTES = 7
"""Longest quoted name, in words: longer quotations are speech."""
OPENING_QUOTES = "«„“"
SPEECH_SIGNS = re.compile(r"[.!?…,:;]\s|[.!?…]$")


Piece = tuple[int, int, str]
"""A word with its stretch of the text."""
Recognised = tuple[int, int, str]
"""A stretch of the text and the recogniser's type of it: PER, ORG, LOC."""


@dataclass(frozen=True, slots=True)
class NameSpan:
    first: int
    last: int
    source: str
    """`quoted`, `latin`, or the model's type: PER, ORG, LOC."""


def quoted_names(text: str, tokens: Sequence[Token], quotes: Sequence[Quote]) -> Iterator[NameSpan]:
    """«Альфа», «Северный рудник»: begins with a capital or a digit, short, no sentence inside."""
    for quote in quotes:
        inside = [i for i, t in enumerate(tokens) if quote.start < t.start and t.stop < quote.stop]
        words = [i for i in inside if tokens[i].pos != "PUNCT"]
        content = text[quote.start + 1 : quote.stop - 1]
        speaks = any(tokens[i].pos == "PRON" or tokens[i].form in ("Fin", "Inf") for i in words[1:])
        if words and len(words) <= NAME_IN_QUOTES and is_title(content) and not speaks:
            yield NameSpan(inside[0], inside[-1] + 1, "quoted")


def is_title(content: str) -> bool:
    return (content[:1].isupper() or content[:1].isdigit()) and not SPEECH_SIGNS.search(content)


def latin_names(tokens: Sequence[Token]) -> Iterator[NameSpan]:
    """Runs of Latin words that begin with a capital: foreign companies stand so in Russian news."""
    at = 0
    while at < len(tokens):
        if not LATIN.match(tokens[at].text):
            at += 1
            continue
        last = at + 1
        while last < len(tokens) and (step := continues_latin(tokens, last)):
            last += step
        while tokens[last - 1].text in LATIN_LINKS:
            last -= 1
        if not is_formula(tokens[at:last]):
            yield NameSpan(at, last, "latin")
        at = last


def is_formula(words: Sequence[Token]) -> bool:
    """«V2O5», «U₃O₈»: signs of elements with their numbers."""
    return FORMULA.match("".join(t.text for t in words)) is not None


def continues_latin(tokens: Sequence[Token], at: int) -> int:
    """How many tokens go on with a Latin name: a word, a link and its word, "., Ltd", the stops of "U.S."."""
    word = tokens[at].text
    if word in ".,":
        return stops_inside(tokens, at)
    if word in LATIN_LINKS:
        return int(at + 1 < len(tokens) and bool(LATIN.match(tokens[at + 1].text)))
    close = tokens[at].start - tokens[at - 1].stop <= 1
    if word.isdigit() and at + 1 < len(tokens) and tokens[at + 1].lemma in ("процент", "%"):
        return 0
    return int(bool(LATIN_INNER.match(word)) and not word[0].islower() and close)


def stops_inside(tokens: Sequence[Token], at: int) -> int:
    after = at + 1
    while after < len(tokens) and tokens[after].text in ".,":
        after += 1
    following = tokens[after].text if after < len(tokens) else ""
    initial = after == at + 1 and tokens[at].text == "." and len(tokens[at - 1].text) == 1
    if following in LATIN_FORMS or (initial and tokens[at].start == tokens[at - 1].stop and LATIN.match(following)):
        return after + 1 - at
    return int(initial and len(tokens[at - 2].text) == 1 and at > 2 and bool(LATIN.match(following)))


def recognise(sentences: Sequence[Sequence[Piece]]) -> list[list[Recognised]]:
    """The names that slovnet's recogniser finds among the words of each sentence, as stretches of the text."""
    told = networks().names([[text for _, _, text in pieces] for pieces in sentences])
    return [list(runs(pieces, parts)) for pieces, parts in zip(sentences, told, strict=True)]


def runs(pieces: Sequence[Piece], parts: Sequence[str]) -> Iterator[Recognised]:
    """Stretches of B-… and I-… between words that stand outside; a stretch keeps the type that it began with."""
    open_run: Recognised | None = None
    for (start, stop, _), part in zip(pieces, parts, strict=True):
        if part.startswith("I-") and open_run:
            open_run = (open_run[0], stop, open_run[2])
            continue
        if open_run:
            yield open_run
        open_run = (start, stop, part[2:]) if part.startswith("B-") else None
    if open_run:
        yield open_run


def model_names(tokens: Sequence[Token], recognised: Sequence[Recognised]) -> Iterator[NameSpan]:
    """What the recogniser found in the sentence, cut to whole words and mended."""
    for start, stop, kind in recognised:
        inside = [i for i, t in enumerate(tokens) if t.start < stop and t.stop > start]
        if inside:
            yield from mend(tokens, NameSpan(inside[0], inside[-1] + 1, kind))


def name_pairs(tokens: Sequence[Token]) -> Iterator[NameSpan]:
    """A first name that the dictionary knows and a capitalised word right after it: a person whom the model missed."""
    for i in range(len(tokens) - 1):
        first, second = tokens[i], tokens[i + 1]
        known = any("Name" in p.tag for p in parses(first.text)[:2]) and first.text[:1].isupper()
        if known and second.pos == "PROPN" and second.text[:1].isupper() and not second.text.isupper():
            yield NameSpan(i, i + 2, "PER")


def mend(tokens: Sequence[Token], span: NameSpan) -> Iterator[NameSpan]:
    """Cut a name at a bracket, and a first and last name before a common noun that begins with a capital.

    A surname may itself be a common noun, so two words always stay; a plain noun that opens a sentence is no name.
    """
    first = span.first
    last = next((i for i in range(first, span.last) if tokens[i].text in "()[]"), span.last)
    if span.source == "PER":
        while last - first > 2 and is_common_noun(tokens[last - 1]):
            last -= 1
        first += begins_with_other(tokens[first:last])
        last = person_end(tokens, last)
    opens = first == 0 and last == 1 and is_common_noun(tokens[0])
    unclosed = last > first and tokens[last - 1].text in OPENING_QUOTES
    formula = is_formula(tokens[first:last])
    if last > first and not tokens[first].text.islower() and not opens and not unclosed and not formula:
        yield NameSpan(first, last, span.source)


def begins_with_other(words: Sequence[Token]) -> bool:
    """The genitive of an office before a name in another case: «Минпрома | Асель Токтарова»."""
    if len(words) < 3 or "" in (words[0].case, words[1].case):
        return False
    return words[0].case == "Gen" != words[1].case and not is_first_name(words[0].text)


def is_first_name(word: str) -> bool:
    return any("Name" in p.tag for p in parses(word)[:3])


def person_end(tokens: Sequence[Token], last: int) -> int:
    """A person's name goes on over unknown capitalised words of the same kind: «Ким Чжон Хван»."""
    while last < len(tokens) and goes_on_person(tokens[last - 1], tokens[last]):
        last += 1
    return last


def goes_on_person(before: Token, token: Token) -> bool:
    short = len(token.text) <= LONGEST_SYLLABLE
    syllable = token.relation == "appos" and short
    flat = token.relation == "flat:name" and (short or not is_common_noun(token))
    unknown = syllable or flat or not any(p.is_known for p in parses(token.text))
    name = token.pos == "PROPN" and token.text[:1].isupper() and not token.text.isupper()
    return name and unknown and before.pos == "PROPN" and token.case == before.case


def is_common_noun(token: Token) -> bool:
    """Known to the dictionary as a plain noun, and not as a name."""
    found = parses(token.text)
    known = [p for p in found if p.is_known]
    named = any(tag in p.tag for p in found[:4] for tag in ("Name", "Surn", "Patr"))
    return bool(known) and not named and known[0].tag.POS == "NOUN"


def proper_after(tokens: Sequence[Token], at: int) -> NameSpan | None:
    """The run of capitalised words right after a head word: «рудник Дальний Лог»."""
    last = at + 1
    while last < len(tokens) and is_proper(tokens[last]):
        last += 1
    return NameSpan(at + 1, last, "after head") if last > at + 1 else None


def is_proper(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos in ("PROPN", "ADJ", "X", "NOUN") and not token.text.isupper()
