"""A verb of speech in its sentence, with its cue and its source, and stretches of what may be its content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lodeline.claims.scene import Scene, View
from lodeline.claims.stretches import Span, clean
from lodeline.claims.tellers import CLOSERS, DASHES, OPENERS, STOPS, resumes
from lodeline.language.analysis import Quote, Token
from lodeline.language.tree import children, is_verb

Found = tuple[Span, str]
"""The stretch of a content, and where it stands."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A verb of speech in its sentence: the tokens of the cue and of the source, and the frame that it may fill."""

    scene: Scene
    view: View
    verb: int
    cue: tuple[int, int]
    source: tuple[int, int]
    speech: Sequence[Quote]
    frame: tuple[int, int]
    """Tokens of the sentence, or of the quotation that the verb itself stands in."""
    narrates: bool = False
    """The verb tells only by its place beside a quotation."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.view.tokens

    @property
    def left(self) -> int:
        """The first token of the words that report: cue, source and what stands between delimiters with them."""
        at = min(self.cue[0], self.source[0] if is_near(self) else self.cue[0])
        while at > self.frame[0] and self.tokens[at - 1].text not in (*STOPS, *CLOSERS, *OPENERS):
            at -= 1
        return at

    @property
    def right(self) -> int:
        """One past the last token of the words that report."""
        return max(self.cue[1], self.source[1])


def is_near(telling: Telling) -> bool:
    """The source stands right before the cue, with no delimiter between."""
    between = telling.tokens[telling.source[1] : telling.cue[0]]
    stopped = (
        any(t.text in STOPS and t.text != "," for t in between) or sum(t.pos != "PUNCT" for t in between) > BETWEEN
    )
    return telling.source[0] < telling.cue[0] and not stopped


BETWEEN = 4
"""Words between a source and its verb: «также», "on Monday"."""


def stretch(telling: Telling, first: int, last: int) -> Span:
    """From token to token [first, last), without marks at the ends."""
    tokens = telling.tokens
    if first >= last:
        return (0, 0)
    return clean(telling.scene.text, tokens[first].start, tokens[last - 1].stop)


def end_of(telling: Telling, start: int) -> int:
    """One past the content: the frame's end, or where words go on that hang on the verb or report in their turn."""
    tokens, verb = telling.tokens, telling.verb
    for i in range(start + 1, telling.frame[1]):
        token = tokens[i]
        loose = token.head == verb and token.relation in ("conj", "advcl") and is_verb(token)
        if loose and i > start + 1:
            return before_joint(telling, i, start)
        if reports_on(telling, i, start):
            return before_joint(telling, i, start)
    return telling.frame[1]


def reports_on(telling: Telling, at: int, start: int) -> bool:
    """«…, передаёт ТАСС»: a verb of speech right behind a comma or a dash, with its subject after it."""
    hits = {h.at for h in telling.view.cues("speak")}
    if at in hits and resumes(telling.view, telling.verb, at):
        return True
    behind = telling.tokens[at - 1].text in (",", *DASHES) and at - 1 > start
    return at in hits and behind and any(c > at for c in children(telling.view.sentence, at, "nsubj"))


def before_joint(telling: Telling, at: int, start: int) -> int:
    """The comma, dash or conjunction before a word."""
    for i in range(at, start, -1):
        if telling.tokens[i - 1].text in (",", ";", *DASHES) or telling.tokens[i].pos == "CCONJ":
            return i - 1 if telling.tokens[i - 1].text in (",", ";", *DASHES) else i
    return at


def is_finite(token: Token) -> bool:
    return is_verb(token) and token.form in ("Fin", "") and token.tense != ""
