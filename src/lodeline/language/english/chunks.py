"""Chunks of an English sentence: noun phrases without their modifiers behind, verb groups, and the words between.

Inside a chunk the tree is built here; what hangs on what between chunks is the parser's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lodeline.language.english.morphology import Noun, nouns
from lodeline.language.english.tagging import MONTHS, WEEKDAYS
from lodeline.language.english.word import Word

NOUNS = frozenset({"NN", "NNS", "NNP"})
PREMODIFIERS = frozenset({"DT", "PRPS", "JJ", "CD", "SYM", "NN", "NNS", "NNP"})
VERBAL = frozenset({"MD", "BE", "HV", "DO", "VB", "VBP", "VBZ", "VBD", "VED", "VBN", "VBG"})
NEXT_IN_GROUP = {
    "MD": frozenset({"VB", "BE", "HV", "DO", "VBP"}),
    "DO": frozenset({"VB", "VBP"}),
    "HV": frozenset({"VED", "VBN", "BE", "HV", "DO"}),
    "BE": frozenset({"VBG", "VED", "VBN", "BE"}),
    "TO": frozenset({"VB", "BE", "HV", "DO", "VBP"}),
}
INSERTED = {"CD": "nummod", "SYM": "obl"}
BETWEEN = frozenset({"RB", "EX", "CD", "SYM"})
"""What may stand inside a verb group: "is still 60% owned"."""
TIME_WORDS = MONTHS | WEEKDAYS


@dataclass(slots=True)
class Chunk:
    """Words [first, last) with their head. `kind`: NP, VG, ADJ, or the tag of the single word."""

    kind: str
    first: int
    last: int
    head: int
    finite: bool | None = None
    """For a verb group; None where one form serves as past and participle and the clause must decide."""
    passive: bool = False
    infinitive: bool = False
    auxiliary: str = ""


def chunk(words: list[Word]) -> list[Chunk]:
    """All chunks in order; every word is in one."""
    found: list[Chunk] = []
    at = 0
    while at < len(words):
        piece = verb_group(words, at) or noun_phrase(words, at) or single(words, at)
        found.append(piece)
        at = piece.last
    return found


def single(words: Sequence[Word], at: int) -> Chunk:
    return Chunk("ADJ" if words[at].tag == "JJ" else words[at].tag, at, at + 1, at)


def attach(words: Sequence[Word], at: int, head: int, relation: str) -> None:
    words[at].head, words[at].relation = head, relation


def verb_group(words: list[Word], at: int) -> Chunk | None:
    """Auxiliaries, adverbs between them and the main verb; "to" opens an infinitive only before a verb."""
    members = group_members(words, at)
    if not members:
        return None
    main = members[-1]
    infinitive = words[members[0]].tag == "TO"
    tags = [words[m].tag for m in members]
    if "TO" in tags[1:]:
        infinitive = False
    piece = Chunk("VG", at, main + 1, main, infinitive=infinitive)
    build_group(words, members, piece)
    return piece


def group_members(words: Sequence[Word], at: int) -> list[int]:
    members: list[int] = []
    here = at
    while here < len(words):
        tag = words[here].tag
        if not members:
            if tag != "TO" and tag not in VERBAL:
                return []
        elif tag in BETWEEN and continues(words, here, words[members[-1]].tag):
            here += 1
            continue
        elif tag == "TO" and words[members[-1]].lemma == "be" and to_verb(words, here):
            pass
        elif tag not in NEXT_IN_GROUP.get(words[members[-1]].tag, frozenset()):
            break
        members.append(here)
        here += 1
    return [] if members and words[members[-1]].tag == "TO" else members


def to_verb(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].tag in NEXT_IN_GROUP["TO"]


def continues(words: Sequence[Word], at: int, tag: str) -> bool:
    """Whether, behind up to three adverbs, the group that stands at `tag` goes on."""
    wanted = NEXT_IN_GROUP.get(tag, frozenset())
    for here in range(at, min(at + 4, len(words))):
        if words[here].tag not in BETWEEN:
            return words[here].tag in wanted and (words[here].tag != "VED" or not is_noun_next(words, here))
    return False


def is_noun_next(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].tag in ("NN", "NNS")


def build_group(words: list[Word], members: list[int], piece: Chunk) -> None:
    main = members[-1]
    for here in range(piece.first, main):
        attach(words, here, main, "aux" if here in members else INSERTED.get(words[here].tag, "advmod"))
        words[here].aux = here in members
    for here in members[:-1]:
        if words[here].tag == "TO":
            attach(words, here, main, "mark")
        elif words[here].text.lower() in ("not", "n't", "n’t"):
            attach(words, here, main, "advmod")
    before = words[members[-2]] if len(members) > 1 else None
    if before is not None and before.tag == "BE" and words[main].tag in ("VED", "VBN"):
        piece.passive = True
        before.relation = "aux:pass"
    first = words[members[0]]
    piece.finite = finiteness(words, members)
    piece.auxiliary = first.lemma if len(members) > 1 else ""
    set_features(words[main], piece, first)


def finiteness(words: Sequence[Word], members: list[int]) -> bool | None:
    first = words[members[0]]
    if first.tag in ("TO", "VBG", "VBN") or first.text.lower() in ("having", "being", "been", "be"):
        return False
    if first.tag == "VB":
        return first.form == "Fin"
    return None if first.tag == "VED" else True


def set_features(main: Word, piece: Chunk, first: Word) -> None:
    main.voice = "Pass" if piece.passive else "Act"
    if piece.finite is None:
        return
    if piece.infinitive:
        main.form = "Inf"
    elif piece.finite:
        main.form = "Fin"
    elif main.form != "Fin":
        main.form = {"VBN": "Part", "VBG": "Part", "VB": "Inf"}.get(first.tag, "Part")
    if piece.finite:
        main.tense = tense(first)


def tense(first: Word) -> str:
    if first.lemma in ("will", "shall"):
        return "Fut"
    if first.tag in ("VBD", "VED") or first.text.lower() in ("was", "were", "had", "did"):
        return "Past"
    return "Pres"


def noun_phrase(words: list[Word], at: int) -> Chunk | None:
    """Determiner to head, with possessors inside: "Canada's two largest lenders" is one phrase."""
    if words[at].tag in ("PRP", "EX"):
        return Chunk("NP", at, at + 1, at)
    last = phrase_end(words, at)
    if last is None:
        return None
    head = head_of(words, at, last)
    if head is None:
        return None
    build_phrase(words, at, last, head)
    return Chunk("NP", at, last, head)


def phrase_end(words: Sequence[Word], at: int) -> int | None:
    here = at
    while here < len(words) and stays_inside(words, here, here == at):
        here += 1
    return here if here > at else None


def stays_inside(words: Sequence[Word], at: int, opens: bool) -> bool:
    """Whether a word begins a phrase or goes on with the one that it follows."""
    tag = words[at].tag
    if tag in PREMODIFIERS:
        return opens or not breaks_before(words, at)
    if tag == "RB":
        return adverb_inside(words, at)
    if opens:
        return False
    rule = INSIDE.get(tag)
    return rule is not None and rule(words, at)


def follows_owner(words: Sequence[Word], at: int) -> bool:
    return words[at - 1].tag in NOUNS


def breaks_before(words: Sequence[Word], at: int) -> bool:
    """A determiner, or a bare name after a complete phrase, opens a new phrase."""
    word, before = words[at], words[at - 1]
    if word.tag == "DT":
        return before.tag in NOUNS or before.tag in ("CD", "SYM", "JJ", "PRPS")
    if word.tag == "PRPS":
        return before.tag != "DT"
    if word.lemma in TIME_WORDS and word.tag == "NNP":
        return before.tag in NOUNS and before.lemma not in TIME_WORDS
    if word.tag in NOUNS and nouns().get(word.lemma, NO_NOUN).kind == "time" and word.text.lower() in CLOCK:
        return before.tag in NOUNS
    if word.tag == "JJ" and word.text.lower() in ("last", "next", "this", "late", "early", "worth"):
        return before.tag in NOUNS or before.tag in ("SYM", "CD")
    return word.tag == "SYM" and word.text != "%" and before.tag in NOUNS


NO_NOUN = Noun("", frozenset())
CLOCK = frozenset({"yesterday", "today", "tomorrow"})


def adverb_inside(words: Sequence[Word], at: int) -> bool:
    """As in "about 20 tonnes", "highly enriched uranium"."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None:
        return False
    if following.tag in ("CD", "SYM"):
        return words[at].text.lower() in APPROXIMATE
    if following.tag == "RB":
        return words[at].text.lower() in APPROXIMATE and adverb_inside(words, at + 1)
    return (
        following.tag == "JJ"
        and following.text.lower() not in ("last", "next")
        and at + 2 < len(words)
        and words[at + 2].tag in ("NN", "NNS", "JJ", "NNP")
    )


APPROXIMATE = frozenset(
    {
        "about",
        "around",
        "roughly",
        "approximately",
        "nearly",
        "almost",
        "over",
        "under",
        "some",
        "up",
        "to",
        "more",
        "than",
        "less",
        "fewer",
        "at",
        "least",
        "most",
        "no",
        "as",
        "much",
        "many",
        "little",
        "just",
        "only",
        "exactly",
        "well",
        "far",
        "even",
        "another",
        "a",
        "further",
        "close",
    }
)


def is_premodifier(words: Sequence[Word], at: int) -> bool:
    """A participle between determiner and noun: "the agreed price"."""
    opens = words[at - 1].tag in ("DT", "PRPS", "POS", "JJ", "CD")
    return opens and at + 1 < len(words) and words[at + 1].tag in ("NN", "NNS", "NNP", "JJ")


def joins_modifiers(words: Sequence[Word], at: int) -> bool:
    """As in "gold and copper mine", "lithium and cobalt projects": a conjunction between modifiers of one head."""
    if at + 2 >= len(words) or words[at].text.lower() not in ("and", "or", "&"):
        return False
    left, right, head = words[at - 1], words[at + 1], words[at + 2]
    if left.tag == "NNP" and words[at].text == "&":
        return right.tag == "NNP"
    if left.tag == "JJ" and right.tag == "JJ":
        return head.tag in ("NN", "NNS", "JJ")
    if left.tag == "NN" and right.tag == "NN" and head.tag in ("NN", "NNS"):
        return nouns().get(head.lemma, NO_NOUN).kind in ("facility", "firm")
    return False


def joins_date(words: Sequence[Word], at: int) -> bool:
    """The comma of "November 12, 2025"."""
    if at < 1 or at + 1 >= len(words) or words[at].text != "," or words[at + 1].tag != "CD":
        return False
    year = words[at + 1].text
    return len(year) == 4 and year.isdigit() and at >= 2 and any(w.lemma in MONTHS for w in words[at - 2 : at])


def joins_measure(words: Sequence[Word], at: int) -> bool:
    """The hyphen of "a 60,000-tonne plant", written without spaces."""
    if words[at].text not in ("-", "‑") or at < 1 or at + 1 >= len(words):
        return False
    before, after = words[at - 1], words[at + 1]
    close = before.stop == words[at].start and words[at].stop == after.start
    return close and before.tag == "CD" and after.tag in ("NN", "NNS", "JJ")


INSIDE: Mapping[str, Callable[[Sequence[Word], int], bool]] = {
    "POS": follows_owner,
    "VED": is_premodifier,
    "VBG": is_premodifier,
    "CC": joins_modifiers,
    "PU": lambda words, at: joins_date(words, at) or joins_measure(words, at),
}


def head_of(words: Sequence[Word], first: int, last: int) -> int | None:
    """The last noun; in a date the month; else the last number or, after a determiner, the last adjective."""
    for here in range(last - 1, first - 1, -1):
        if words[here].tag in NOUNS:
            return here
    for here in range(last - 1, first - 1, -1):
        if words[here].tag == "SYM" or words[here].tag == "CD":
            return here
    if words[first].tag in ("DT", "PRPS"):
        return last - 1
    return None


def build_phrase(words: list[Word], first: int, last: int, head: int) -> None:
    owner_head = head
    for here in range(last - 1, first - 1, -1):
        word = words[here]
        if word.tag == "POS":
            owner_head = here - 1
            attach(words, here, owner_head, "case")
            attach(words, owner_head, next_owner(words, here, last, head), "nmod:poss")
        elif here != head and here != owner_head:
            owner = head if here > head else owner_head
            attach(words, here, owner, modifier(words, here, owner))
    modifiers_joined(words, first, last)


def next_owner(words: Sequence[Word], possessive: int, last: int, head: int) -> int:
    """The head of the stretch between this possessive ending and the next, or of the whole phrase."""
    for here in range(possessive + 1, last):
        if words[here].tag == "POS":
            return here - 1
    return head


def modifier(words: Sequence[Word], at: int, owner: int) -> str:
    tag = words[at].tag
    if tag == "NNP" and words[owner].tag == "NNP" and at < owner:
        return "compound"
    table = {
        "DT": "det",
        "PRPS": "nmod:poss",
        "JJ": "amod",
        "CD": "nummod",
        "SYM": "dep",
        "RB": "advmod",
        "PU": "punct",
    }
    return table.get(tag, "amod" if tag in ("VED", "VBG") else "compound")


def modifiers_joined(words: list[Word], first: int, last: int) -> None:
    for here in range(first + 1, last - 1):
        if words[here].tag == "CC":
            attach(words, here, here + 1, "cc")
            if words[here + 1].head != here - 1 and words[here - 1].head != here + 1:
                attach(words, here + 1, here - 1, "conj")
