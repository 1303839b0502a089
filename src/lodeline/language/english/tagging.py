"""Which reading each word of an English sentence has: the best path through weighted readings and tag transitions.

Capital letters in the middle of a running sentence make a name; in a headline in Title Case only words that no table
knows do. What a text writes in capitals elsewhere is a name at the start of a sentence too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from lodeline.language.english.mending import FINITE, find_verb, join_verbs, mend
from lodeline.language.english.morphology import Reading, is_unknown, nouns, readings
from lodeline.language.english.name_words import OPENING, is_coded_name, join_names, widen_names
from lodeline.language.english.tables import rows
from lodeline.language.english.word import Word
from lodeline.vocabulary.currencies import currency_codes
from lodeline.vocabulary.places import countries, regions

Known = frozenset[str]
Places = frozenset[int]
NOWHERE: Places = frozenset()
NAME_WEIGHT = 2.5
NAME_AT_START = 0.8
MONTHS = frozenset(
    {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    }
)
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
SCALES = frozenset({"bn", "mn", "mln", "m", "b", "tn", "k", "million", "billion", "trillion", "thousand"})
OPENING_ENDINGS = ("ed", "ing", "ly")
"""Of words that open a sentence before a comma and are no name: "Undeterred, the firm …"."""
TITLE_SHARE = 0.7
BE_FORMS = frozenset({"is", "are", "was", "were", "be", "been", "'s", "being"})
START_PENALTY = -1.5


@cache
def transitions() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for row in rows("transitions"):
        cells = row["scores"].split()
        table[row["previous"]] = {tag: float(score) for tag, score in zip(cells[::2], cells[1::2], strict=True)}
    return table


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...]]:
    """First word → phrases that begin with it, longest first: words, tags, what must follow."""
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str]]] = {}
    for row in rows("phrases"):
        parts = tuple(row["words"].split())
        table.setdefault(parts[0], []).append((parts, tuple(row["tags"].split()), row["before"]))
    return {first: tuple(sorted(found, key=lambda p: -len(p[0]))) for first, found in table.items()}


def adjectives_of_states() -> list[str]:
    states = [name for each in countries() for name in each.adjectives_en]
    return [*states, *(name for each in regions() for name in each.adjectives_en)]


@cache
def nationalities() -> Known:
    """Words of the adjectives of states and regions: "Chilean", "US", both of "South Korean"."""
    return frozenset(part.lower() for name in adjectives_of_states() for part in name.split())


@cache
def single_nationalities() -> Known:
    """Without the parts of longer ones: "South" alone tells no state."""
    return frozenset(name.lower() for name in adjectives_of_states() if " " not in name)


def names_in(text_words: Iterable[Sequence[Word]]) -> Known:
    """Lower-case forms of words that running sentences of the text write with a capital inside the sentence."""
    found: set[str] = set()
    for sentence in text_words:
        if is_title_case(sentence):
            continue
        for previous, word in pairwise(sentence):
            if word.text[0].isupper() and previous.text not in OPENING and previous.text[-1] not in ".!?":
                found.add(word.text.lower())
    return frozenset(found)


def is_title_case(sentence: Sequence[Word]) -> bool:
    """A headline: nearly all long words with a capital, and no full stop at the end."""
    long = [w.text for w in sentence if len(w.text) > 3 and w.text[0].isalpha()]
    if len(long) < 3 or sentence[-1].text == ".":
        return False
    return sum(t[0].isupper() for t in long) / len(long) >= TITLE_SHARE


def tag(sentence: list[Word], names: Known, fixed: Places = NOWHERE, common: Places = NOWHERE) -> None:
    """Set the tag and lemma of every word of a sentence; words at `fixed` are parts of a known name, those at `common`
    end a known term."""
    title = is_title_case(sentence)
    options = [candidates(sentence, i, names, title) for i in range(len(sentence))]
    for at, reading in fixed_phrases(sentence):
        options[at] = (reading,)
    for at in common:
        options[at] = (Reading("NN", sentence[at].text.lower()),)
    for at in fixed:
        options[at] = (Reading("NNP", sentence[at].text.lower()),)
    for word, reading in zip(sentence, best_path(options), strict=True):
        word.tag, word.lemma = reading.tag, reading.lemma
    if not title and not any(word.tag in FINITE for word in sentence):
        find_verb(sentence, options)
    for at in range(len(sentence)):
        mend(sentence, at)
    join_verbs(sentence, options)
    if not title:
        widen_names(sentence, single_nationalities())
    join_names(sentence)


def candidates(sentence: Sequence[Word], at: int, names: Known, title: bool) -> tuple[Reading, ...]:
    word = sentence[at].text
    first = word[0]
    if is_currency(sentence, at):
        return (Reading("SYM", word),)
    if is_coded_name(word):
        return (Reading("NNP", word.lower()),)
    if not first.isalpha() and not (first in "'’" and len(word) > 1):
        return mark(sentence, at)
    lower = word.lower().replace("’", "'")
    if at and sentence[at - 1].stop == sentence[at].start and sentence[at - 1].text[-1].isdigit():
        return (Reading("CD", lower),) if lower in SCALES else (Reading("NN", lower),)
    if lower == "'s":
        return ending_s(sentence, at)
    if lower in SCALES and at and sentence[at - 1].text[-1].isdigit():
        return (Reading("CD", lower),)
    if lower in ("last", "next") and at + 1 < len(sentence) and is_time_word(sentence[at + 1].text.lower()):
        return (Reading("JJ", lower),)
    if first.islower() or first == "'":
        return readings(lower)
    return capitalised(sentence, at, lower, names, title)


def is_currency(sentence: Sequence[Word], at: int) -> bool:
    """As in "A$", and "NOK" or "Rs" before a number."""
    word = sentence[at].text
    if word[-1] in "$€£¥₽₸₹":
        return True
    before_number = at + 1 < len(sentence) and sentence[at + 1].text[0].isdigit()
    return before_number and word[0].isupper() and (word in currency_codes() or word.rstrip(".") == "Rs")


def mark(sentence: Sequence[Word], at: int) -> tuple[Reading, ...]:
    word = sentence[at].text
    if word[0].isdigit():
        return number(word)
    if word[-1] in "$€£¥₽₸₹%":
        return (Reading("SYM", word),)
    if word in "'’" and at and sentence[at - 1].stop == sentence[at].start and sentence[at - 1].text[-1] in "sS":
        return (Reading("POS", "'s"),)
    return (Reading("CC", "and"),) if word == "&" else (Reading("PU", word),)


def number(word: str) -> tuple[Reading, ...]:
    tail = word.lstrip("0123456789.,:/-–")
    if tail in ("st", "nd", "rd", "th"):
        return (Reading("JJ", word.lower()), Reading("CD", word.lower()))
    if tail in ("", "s"):
        return (Reading("CD", word.lower()),)
    return (Reading("JJ", word.lower()),)


def ending_s(sentence: Sequence[Word], at: int) -> tuple[Reading, ...]:
    if at and sentence[at - 1].text.lower() in ("it", "he", "she", "that", "there", "what", "who", "here"):
        return (Reading("BE", "be"),)
    return (Reading("POS", "'s"),)


def capitalised(sentence: Sequence[Word], at: int, lower: str, names: Known, title: bool) -> tuple[Reading, ...]:
    word = sentence[at].text
    if lower in MONTHS | WEEKDAYS and (lower not in ("may", "march") or at):
        return (Reading("NNP", lower),)
    if lower in nationalities() and not (word.isupper() and lower in ("us",) and title):
        return (Reading("JJ", lower, 1.0), Reading("NNP", lower, -0.5))
    if word == "I":
        return (Reading("PRP", "i"),)
    tail = word.rpartition("-")[2]
    if tail.islower() and any(r.tag in ("VED", "VBN", "VBG") for r in readings(tail)):
        return (Reading("JJ", lower),)
    known = readings(lower)
    opens = at == 0 or sentence[at - 1].text in OPENING
    name = Reading("NNP", lower, NAME_WEIGHT)
    following = sentence[at + 1].text if at + 1 < len(sentence) else ""
    if opens and is_unknown(lower) and lower.endswith(OPENING_ENDINGS) and following in (",", "?"):
        return tuple(r._replace(weight=r.weight + 1) for r in known)
    if title and not (word.isupper() and len(word) > 1):
        return (*known, name._replace(weight=title_weight(lower, known)))
    if not opens:
        return (name, *(r._replace(weight=r.weight - 2) for r in known if r.tag in ("NN", "NNS", "JJ")))
    if is_unknown(lower) or word[1:] != lower[1:]:
        return (name, *(r._replace(weight=r.weight + START_PENALTY) for r in known))
    return (*known, name._replace(weight=start_weight(sentence, at, lower, names)))


def title_weight(lower: str, known: tuple[Reading, ...]) -> float:
    """How readily a capitalised word of a headline is a name: unknown words are, verbs and small words never."""
    if is_unknown(lower):
        return 1.5
    return -1.0 if any(r.tag in ("NN", "NNS", "JJ") for r in known) else -4.0


def is_time_word(lower: str) -> bool:
    noun = nouns().get(lower) or nouns().get(lower.rstrip("s"))
    return noun is not None and noun.kind == "time"


def start_weight(sentence: Sequence[Word], at: int, lower: str, names: Known) -> float:
    """A known word with the capital of a sentence start is a name where the text or its neighbour says so."""
    following = sentence[at + 1].text if at + 1 < len(sentence) else ""
    weight = -1.5 + (NAME_AT_START if lower in names else 0.0)
    closed = all(r.tag not in ("NN", "NNS", "JJ", "VED", "VBG", "NNP", "VB", "VBZ") for r in readings(lower))
    if closed or not following[:1].isupper():
        return weight if not closed else weight - 3
    common = lower in nouns() and (following.lower() in nouns() or nouns()[lower].kind in ("firm", "person"))
    return weight + (0.0 if common else 2.2)


def fixed_phrases(sentence: Sequence[Word]) -> Iterable[tuple[int, Reading]]:
    at = 0
    while at < len(sentence):
        found = phrase_at(sentence, at)
        for step, name in enumerate(found):
            yield at + step, Reading(name, sentence[at + step].text.lower())
        at += max(1, len(found))


def phrase_at(sentence: Sequence[Word], at: int) -> tuple[str, ...]:
    for parts, tags, before in phrases().get(sentence[at].text.lower(), ()):
        after = at + len(parts)
        if tuple(w.text.lower() for w in sentence[at:after]) != parts:
            continue
        if before == "noun" and at and sentence[at - 1].text.lower() in BE_FORMS:
            continue
        if before != "number" or (after < len(sentence) and is_number(sentence[after])):
            return tags
    return ()


def is_number(word: Word) -> bool:
    return (
        word.text[0].isdigit() or word.text[-1] in "$€£¥₽₸₹" or any(r.tag == "CD" for r in readings(word.text.lower()))
    )


def best_path(options: Sequence[tuple[Reading, ...]]) -> list[Reading]:
    """The readings that score best together (Viterbi)."""
    table = transitions()
    scores: list[float] = [0.0]
    before: tuple[Reading, ...] = (Reading("^", ""),)
    back: list[list[int]] = []
    for readings_here in options:
        if len(before) == 1:
            row = table.get(before[0].tag, {})
            scores = [scores[0] + r.weight + row.get(r.tag, 0.0) for r in readings_here]
            back.append([0] * len(readings_here))
        else:
            scores, links = extend(table, before, scores, readings_here)
            back.append(links)
        before = readings_here
    return walk_back(options, back, scores)


def extend(
    table: dict[str, dict[str, float]], before: tuple[Reading, ...], scores: list[float], here: tuple[Reading, ...]
) -> tuple[list[float], list[int]]:
    rows_before = [table.get(r.tag, {}) for r in before]
    new: list[float] = []
    links: list[int] = []
    for reading in here:
        sums = [score + row.get(reading.tag, 0.0) for score, row in zip(scores, rows_before, strict=True)]
        best = max(range(len(sums)), key=sums.__getitem__)
        new.append(sums[best] + reading.weight)
        links.append(best)
    return new, links


def walk_back(options: Sequence[tuple[Reading, ...]], back: list[list[int]], scores: list[float]) -> list[Reading]:
    if not options:
        return []
    at = max(range(len(scores)), key=scores.__getitem__)
    path: list[Reading] = []
    for readings_here, links in zip(reversed(options), reversed(back), strict=True):
        path.append(readings_here[at])
        at = links[at]
    return path[::-1]
