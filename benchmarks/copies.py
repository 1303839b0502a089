"""Copies among other texts: how many are found, and how many texts are wrongly held for copies.

3,000 texts in Russian and English are drawn from a chain of word pairs of this repository's open gold texts, so that
they share stock phrases as news does. In each of forty topics they share names as well, a paragraph of background word
by word, as reports of one agency do, and sometimes a quotation. Of 300 of them a copy is made with 5 to 15 percent of
the words changed; every third copy loses its last sentences too, every fifth gets the line of another outlet before
it. The seed is fixed.

    python benchmarks/copies.py [--texts 3000] [--copies 300] [--seed 1] [--json]
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from lodeline.documents.document import Document, DocumentId, Language, Publication
from lodeline.documents.stories import stories

OPEN = Path(__file__).parents[1] / "tests" / "gold" / "open"
TOPICS = 40
STEMS = ("Bor", "Tal", "Ker", "Zan", "Mur", "Sol", "Vek", "Ash", "Dun", "Lim", "Pet", "Ras", "Ulu", "Yar", "Gol", "Hem")
ENDS = ("a-Tau", "omir", "ibek", "antal", "evo", "stan", "ovka", "uran", "elit", "agor", "insk", "olot")
LANGUAGES: tuple[Language, ...] = ("en", "ru")
BACKGROUND = 30
"""Words that all texts of a topic share."""
QUOTATION = 15
"""Words that every third text of a topic has besides."""

Chain = Mapping[str, Sequence[str]]


def chain(language: Language) -> Chain:
    """Word → the words that follow it in the open gold texts, each as often as it does."""
    following: dict[str, list[str]] = defaultdict(list)
    for path in sorted(OPEN.glob("*.json")):
        told = json.loads(path.read_text("utf-8"))
        if told.get("language") == language:
            words = [word for word in told["text"].split() if not word.isdigit()]
            for word, then in pairwise(words):
                following[word].append(then)
    return following


def drawn(of: Chain, chance: random.Random, length: int) -> Iterator[str]:
    starts = sorted(of)
    word = chance.choice(starts)
    for _ in range(length):
        yield word
        word = chance.choice(of[word]) if word in of else chance.choice(starts)


def texts(count: int, chance: random.Random) -> Iterator[tuple[Language, str]]:
    """Texts of all topics in turn: words of the chain, names of the topic among them, its background at the end."""
    chains = {language: chain(language) for language in LANGUAGES}
    topics = []
    for number in range(TOPICS):
        language = LANGUAGES[number % 2]
        names = [chance.choice(STEMS) + chance.choice(ENDS) for _ in range(5)]
        background, quotation = (" ".join(drawn(chains[language], chance, each)) for each in (BACKGROUND, QUOTATION))
        topics.append((language, names, background, quotation))
    for number in range(count):
        language, names, background, quotation = topics[number % TOPICS]
        own = list(drawn(chains[language], chance, chance.randrange(80, 350)))
        for at in chance.sample(range(len(own)), 10):
            own[at] = chance.choice(names)
        said = f" “{quotation}”" if chance.random() < 1 / 3 else ""
        yield language, f"{' '.join(own)}{said} {background}"


def copied(text: str, number: int, words: Sequence[str], chance: random.Random) -> str:
    """The text with 5 to 15 percent of its words changed for others of the same language."""
    told = text.split()
    if number % 3 == 0:
        told = told[: int(len(told) * chance.uniform(0.7, 0.9))]
    for at in chance.sample(range(len(told)), int(len(told) * chance.uniform(0.05, 0.15))):
        told[at] = chance.choice(words)
    return ("OUTLET " if number % 5 == 0 else "") + " ".join(told)


def measure(texts_wanted: int, copies_wanted: int, seed: int) -> dict[str, float | int]:
    chance = random.Random(seed)
    originals = list(texts(texts_wanted, chance))
    words = {language: sorted(chain(language)) for language in LANGUAGES}
    first = date(2031, 1, 1)
    documents = [
        _document(f"o{number:05d}", text, language, first + timedelta(days=chance.randrange(30)))
        for number, (language, text) in enumerate(originals)
    ]
    planted = {}
    for number, at in enumerate(chance.sample(range(len(documents)), copies_wanted)):
        original, (language, text) = documents[at], originals[at]
        day = date.fromisoformat(original.published.date or "") + timedelta(days=chance.randrange(3))
        made = _document(f"c{number:05d}", copied(text, number, words[language], chance), language, day)
        documents.append(made)
        planted[made.id] = original.id
    chance.shuffle(documents)
    began = time.perf_counter()
    found = stories(documents)
    seconds = time.perf_counter() - began
    return {
        "texts": len(documents),
        "copies": len(planted),
        "found": sum(found[copy] == found[original] for copy, original in planted.items()),
        "recall": round(sum(found[copy] == found[original] for copy, original in planted.items()) / len(planted), 4),
        "false_pairs": _false_pairs(found, planted),
        "seconds": round(seconds, 2),
    }


def _false_pairs(found: Mapping[DocumentId, DocumentId], planted: Mapping[DocumentId, DocumentId]) -> int:
    """Pairs of texts in one story of which neither is a copy of the other."""
    inside: dict[DocumentId, set[DocumentId]] = {}
    for text, story in found.items():
        inside.setdefault(story, set()).add(planted.get(text, text))
    return sum(len(each) * (len(each) - 1) // 2 for each in inside.values())


def _document(key: str, text: str, language: Language, day: date) -> Document:
    published = Publication(day.isoformat(), "given", "")
    return Document(DocumentId(key), key, text, language, published, key, "text/1", "/nowhere")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=3000)
    parser.add_argument("--copies", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    told = measure(asked.texts, asked.copies, asked.seed)
    print(json.dumps(told) if asked.json else "\n".join(f"{key:12} {value}" for key, value in told.items()))


if __name__ == "__main__":
    main()
