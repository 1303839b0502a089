"""The command that measures reading against gold claims: `evaluate`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lodeline.cli import screen
from lodeline.cli.news import AsJson
from lodeline.cli.setting import MinConfidence, as_text, confidence, exit_code, plain, write_out

if TYPE_CHECKING:
    from lodeline.claims.claim import Reading
    from lodeline.documents.sources import Failure
    from lodeline.evaluation.evaluate import Evaluation, GoldText
    from lodeline.evaluation.scoring import Rate, Score

HEADS = ("", "gold", "read", "precision", "recall", "F1", "slots P", "slots R", "slots F1")


def evaluate(
    gold: Annotated[list[str], typer.Argument(metavar="GOLD...", help="Gold files, or folders of them.")],
    answers: Annotated[
        str | None, typer.Option(metavar="DIR", help="Score the claim files in DIR instead of reading the texts.")
    ] = None,
    min_confidence: MinConfidence = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every error under its cause.")] = False,
    as_json: AsJson = False,
) -> None:
    """Measure the reader on texts whose claims are known.

    A gold file is one text with its claims in the form of the claims contract (docs/reference/claims.md). Printed are
    precision, recall and F1 of claims and slots per kind and language, and how many errors had which cause. Deals are
    the kinds in which something is promised, done or restricted; the others are their context.

    \b
    lodeline evaluate gold/
    lodeline evaluate gold/ --errors
    lodeline evaluate gold/ --min-confidence auto --json
    lodeline evaluate gold/ --answers claims-of-another-reader/
    """
    from lodeline.evaluation.evaluate import Evaluation

    result, failed, least = Evaluation(), 0, confidence(min_confidence)
    for item in _read(gold, answers):
        if isinstance(item, tuple):
            result.add(*item, least)
        else:
            failed += 1
            screen.error(item.error)
    if as_json:
        write_out(as_text(_form(result)))
    elif result.documents:
        _print(result, errors)
    raise typer.Exit(exit_code(result.documents, failed))


def _read(gold: list[str], answers: str | None) -> Iterator[tuple[GoldText, Reading] | Failure]:
    """Each gold text with what was read of it."""
    from lodeline.documents.sources import Failure
    from lodeline.evaluation.evaluate import gold_texts
    from lodeline.reading import try_read

    given = _given(answers) if answers else None
    texts = list(gold_texts(gold))
    with screen.progress("reading", len(texts)) as done:
        for text in texts:
            if isinstance(text, Failure):
                yield text
                continue
            done(text.document.name)
            if given is not None:
                yield text, given(text)
                continue
            told = try_read(text.document)
            yield told if isinstance(told, Failure) else (text, told.reading)


def _given(folder: str) -> Any:
    """What another reader answered, by the name of the text; a text without a file has no claim."""
    from lodeline.claims.claim import Reading
    from lodeline.claims.files import claim_files
    from lodeline.documents.sources import Failure

    known: dict[str, Reading] = {}
    for item in claim_files([folder]):
        if isinstance(item, Failure):
            screen.error(item.error)
        else:
            known[item[0].name] = item[1]
    return lambda text: known.get(text.document.name, Reading(text.document.id, ()))


def _print(result: Evaluation, errors: bool) -> None:
    rows = [(name, *_cells(score)) for name, score in result.rows()]
    screen.table(HEADS, rows, title=screen.count(result.documents, "text"))
    causes = Counter((mistake.side, mistake.cause) for mistake in result.mistakes)
    for (side, cause), number in causes.most_common():
        screen.line(f"{number:5}  {side}: {cause}")
        if errors:
            for mistake in result.mistakes:
                if (mistake.side, mistake.cause) == (side, cause):
                    screen.line(f"       {mistake.document} {mistake.kind}: {mistake.detail}")
                    screen.line(f"           {' '.join(mistake.evidence.split())[:200]}", "dim")


def _cells(score: Score) -> tuple[str, ...]:
    tally = score.all
    return (str(tally.gold), str(tally.answers), *_rates(tally.claims), *_rates(tally.slots))


def _rates(rate: Rate) -> tuple[str, str, str]:
    return f"{rate.precision:.3f}", f"{rate.recall:.3f}", f"{rate.f1:.3f}"


def _form(result: Evaluation) -> dict[str, Any]:
    return {
        "documents": result.documents,
        "scores": {
            name: {
                "gold": score.all.gold,
                "read": score.all.answers,
                "claims": _measures(score.all.claims),
                "slots": _measures(score.all.slots),
            }
            for name, score in result.rows()
        },
        "errors": plain(result.mistakes),
    }


def _measures(rate: Rate) -> dict[str, float]:
    return {"precision": round(rate.precision, 4), "recall": round(rate.recall, 4), "f1": round(rate.f1, 4)}
