"""Words of Russian: part of speech, case, lemma and tree, by slovnet's models and pymorphy3's dictionary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any
from unicodedata import name

from lodeline.language.analysis import Token
from lodeline.language.russian.figures import Word
from lodeline.language.russian.networks import Mark, Tree, networks

DICTIONARY_POS = {
    "NOUN": ("NOUN", "NPRO"),
    "PROPN": ("NOUN",),
    "ADJ": ("ADJF", "ADJS", "COMP", "PRTF", "PRTS"),
    "VERB": ("VERB", "INFN", "PRTF", "PRTS", "GRND"),
    "AUX": ("VERB", "INFN", "PRTF", "PRTS", "GRND"),
    "PRON": ("NPRO", "NOUN", "ADJF"),
    "DET": ("ADJF", "NPRO"),
    "NUM": ("NUMR", "ADJF"),
    "ADV": ("ADVB", "PRED", "COMP"),
    "ADP": ("PREP",),
    "CCONJ": ("CONJ",),
    "SCONJ": ("CONJ",),
    "PART": ("PRCL",),
}
ADJECTIVE_OF_PLACE = re.compile(r"ск(?:ая|ой|ую|ого|ому|им|ом|ое|ие|их|ими|ий)$")
KEPT_WORDS = 1 << 14
"""Words whose readings are kept: more than a day's news uses over and over, and a bound on memory."""
CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}


@cache
def dictionary() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


@lru_cache(KEPT_WORDS)
def parses(word: str) -> tuple[Any, ...]:
    """The dictionary's readings of a word. It fails on letters that Unicode has no name for, so they are masked."""
    known = (letter if not letter.isalpha() or name(letter, "") != "" else "?" for letter in word)
    return tuple(dictionary().parse("".join(known)))


@lru_cache(KEPT_WORDS)
def normal(word: str) -> str:
    """The dictionary form of a word by itself, out of context: the key that vocabulary tables are looked up by."""
    found = parses(word)
    return dictionary_form(usual(word, found)) if found else word.casefold()


def usual(word: str, found: tuple[Any, ...]) -> Any:
    """The likeliest reading: an unknown word in -ский is an adjective; a capital rather names a place than a person."""
    if not found[0].is_known and ADJECTIVE_OF_PLACE.search(word):
        return next((p for p in found if p.tag.POS == "ADJF"), found[0])
    if word[:1].isupper() and "Name" in found[0].tag:
        return next((p for p in found if p.is_known and "Geox" in p.tag), found[0])
    return found[0]


def dictionary_form(parse: Any) -> str:
    """A guessed adjective ends in -ий or -ый: those in stressed -ой are few, and the dictionary knows them."""
    form = str(parse.normal_form).replace("ё", "е")
    if parse.is_known or parse.tag.POS != "ADJF" or not form.endswith(("ской", "ной", "вой")):
        return form
    return form[:-2] + ("ий" if form.endswith("ской") else "ый")


@lru_cache(KEPT_WORDS)
def lemma(word: str, pos: str, case: str) -> str:
    """The dictionary form that agrees with the tagger's part of speech and case."""
    return dictionary_form(best(word, pos, case))


@cache
def part_and_case(tag: Any) -> tuple[str | None, str | None]:
    """The dictionary has a few thousand tags, and takes its time over what they say."""
    return tag.POS, tag.case


def best(word: str, pos: str, case: str = "") -> Any:
    """The dictionary's reading that agrees best with the tagger's."""
    allowed = DICTIONARY_POS.get(pos)
    wanted = CASES.get(case)

    def rank(numbered: tuple[int, Any]) -> tuple[int, int]:
        order, parse = numbered
        part, case_of = part_and_case(parse.tag)
        agrees = 2 * (allowed is not None and part in allowed) + (wanted is not None and case_of == wanted)
        return -agrees, order

    return min(enumerate(parses(word)), key=rank)[1]


def analyse_tokens(sentences: Sequence[Sequence[Word]]) -> list[tuple[Token, ...]]:
    """Tag and parse the words of all sentences of a text."""
    told = networks().words([[word.heard for word in words] for words in sentences])
    return [built(words, marks, tree) for words, (marks, tree) in zip(sentences, told, strict=True)]


def built(words: Sequence[Word], marks: Sequence[Mark], tree: Tree) -> tuple[Token, ...]:
    heads = without_cycles(tree.heads, [mark.pos for mark in marks])
    tokens = [token(*told) for told in zip(words, marks, heads, tree.relations, strict=True)]
    return tuple(with_case(tokens, i) if t.pos == "X" else t for i, t in enumerate(tokens))


def without_cycles(heads: list[int], tags: list[str]) -> list[int]:
    """Heads that always lead to a root. The parser may close a loop: its verb, else its first word, becomes a root."""
    safe = list(heads)
    for start in range(len(safe)):
        path = [start]
        while safe[path[-1]] >= 0 and safe[path[-1]] not in path:
            path.append(safe[path[-1]])
        if safe[path[-1]] >= 0:
            loop = path[path.index(safe[path[-1]]) :]
            safe[min(loop, key=lambda i: (tags[i] != "VERB", i))] = -1
    return safe


def with_case(tokens: list[Token], at: int) -> Token:
    """A foreign word takes the case of the adjective that agrees with it («японской Beta»: dative)."""
    token = tokens[at]
    if token.pos != "X" or token.case:
        return token
    adjective = next((t for t in tokens[max(0, at - 2) : at] if t.pos == "ADJ" and t.head == at and t.case), None)
    return replace(token, case=adjective.case) if adjective else token


PERFECTIVE = ("про", "пере", "за", "до", "от")


def is_perfective_future(word: str, feats: Any) -> bool:
    """The tagger takes a rare verb («профинансируют») for a present that the dictionary knows has none.

    A verb that only its stem is known of («прокредитуют») has a future where the stem has a present.
    """
    if feats.get("VerbForm") != "Fin":
        return False
    if tenses(word):
        return feats.get("Tense") == "Pres" and tenses(word) == {"futr"}
    low = word.casefold()
    return any("pres" in tenses(low.removeprefix(p)) for p in PERFECTIVE if low.startswith(p))


@lru_cache(KEPT_WORDS)
def tenses(word: str) -> set[str]:
    """The tenses of a verb form that the dictionary knows; none for other words."""
    return {str(p.tag.tense) for p in parses(word) if p.is_known and p.tag.POS == "VERB"}


def token(piece: Word, mark: Mark, head: int, relation: str) -> Token:
    feats = mark.feats
    case = feats.get("Case", "")
    return Token(
        start=piece.start,
        stop=piece.stop,
        text=piece.text,
        lemma=lemma(piece.heard, mark.pos, case) if mark.pos not in ("PUNCT", "X", "SYM") else piece.text.casefold(),
        pos=mark.pos,
        case=case,
        number=feats.get("Number", ""),
        gender=feats.get("Gender", ""),
        tense="Fut" if is_perfective_future(piece.heard, feats) else feats.get("Tense", ""),
        voice=feats.get("Voice", ""),
        form=feats.get("VerbForm", ""),
        head=head,
        relation=relation,
    )
