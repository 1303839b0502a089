"""An attribution as a value: who says what, each part as a stretch of the text."""

from __future__ import annotations

from dataclasses import dataclass

from lodeline.claims.stretches import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Stretches of the text, code points `[start, stop)`. `cue` is None for a name before a colon."""

    source: Span
    cue: Span | None
    content: Span
    form: str
    """Where the content stands: quote, clause, before, about, deed, object, phrase, colon, back."""
    head: int
    """The token that the source hangs on."""
    at: int
    """The token of the cue, the first one of a phrase; of a colon, that."""
    outlet: Span | None = None
    """The medium that carries the words of the source, where it is told beside it."""
