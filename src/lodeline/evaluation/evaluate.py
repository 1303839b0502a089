"""A folder of gold files measured: what was read beside what is right, per kind and language, errors by cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lodeline.claims.claim import Reading
from lodeline.claims.contract import Json
from lodeline.claims.files import claim_files, claim_json
from lodeline.documents.cleaning import decode, freeze
from lodeline.documents.document import Document
from lodeline.documents.items import parse
from lodeline.documents.sources import Failure
from lodeline.evaluation.causes import Mistake, mistakes
from lodeline.evaluation.scoring import CONTEXT, Score, counts, mark, merged

ALL, DEALS, CONTEXTS = "all", "deals", "context"


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with the claims that careful people found in it, as JSON: with `key`, `optional` and alternatives."""

    document: Document
    claims: list[Json]


@dataclass
class Evaluation:
    """Scores per language, and every error; scores of single texts add up."""

    scores: dict[str, Score] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    documents: int = 0

    def add(self, gold: GoldText, reading: Reading, least: float = 0.0) -> None:
        """Mark one text. Claims with a confidence below `least` count as not given."""
        answers = [claim_json(claim) for claim in reading.claims if claim.confidence >= least]
        marked = mark(gold.claims, answers, gold.document.text)
        language = gold.document.language
        self.scores[language] = merged([self.scores.get(language, Score()), counts(marked)])
        self.mistakes += mistakes(gold.document.name, language, marked, reading.steps)
        self.documents += 1

    @property
    def whole(self) -> Score:
        return merged(self.scores.values())

    def rows(self) -> Iterator[tuple[str, Score]]:
        """Named parts in the order in which people read them: kinds, languages, deals and context, all."""
        whole = self.whole
        for kind in sorted(whole.kinds):
            yield kind, only(whole, kind)
        for language in sorted(self.scores):
            yield f"({language})", self.scores[language]
        yield DEALS, Score({kind: tally for kind, tally in whole.kinds.items() if kind not in CONTEXT})
        yield CONTEXTS, Score({kind: tally for kind, tally in whole.kinds.items() if kind in CONTEXT})
        yield ALL, whole


def only(score: Score, kind: str) -> Score:
    return Score({kind: score.kinds[kind]})


def gold_texts(paths: Iterable[str]) -> Iterator[GoldText | Failure]:
    """Every gold text behind the paths (files, or folders of `*.json`); a bad file is told and stops no other."""
    for path in paths:
        folder = Path(path)
        for file in sorted(folder.rglob("*.json")) if folder.is_dir() else [folder]:
            for item in claim_files([str(file)]):
                yield item if isinstance(item, Failure) else GoldText(item[0], raw_claims(file))


def raw_claims(file: Path) -> list[Json]:
    """The claims as they stand in a file that was found good, evidence in the form of the stored text."""
    held = parse(decode(file.read_bytes(), str(file)), str(file))
    return [{**claim, "evidence": freeze(claim["evidence"])} for claim in held["claims"]]
