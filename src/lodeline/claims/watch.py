"""Watching the rules at work, for people who ask why: which rule looked at which cue words and made no claim of them.

Only `explain` pays for it: the views of a usual reading are not watched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields

from lodeline.claims.claim import Step
from lodeline.claims.cues import Hit
from lodeline.claims.scene import View


@dataclass(frozen=True, slots=True)
class WatchedView(View):
    """A view that remembers which of its cues were asked for by the rule at work."""

    asked: dict[Hit, None] = field(default_factory=dict)

    def cues(self, *groups: str, value: str | None = None) -> list[Hit]:
        found = View.cues(self, *groups, value=value)
        self.asked.update(dict.fromkeys(found))
        return found


def watched(views: Sequence[View]) -> tuple[View, ...]:
    return tuple(WatchedView(**{f.name: getattr(view, f.name) for f in fields(View)}) for view in views)


def dropped(rule: str, view: View, told: bool) -> Iterator[Step]:
    """What a rule leaves behind in a watched view: a step over the sentence if it looked at cues and told nothing."""
    if not isinstance(view, WatchedView):
        return
    hits = sorted(view.asked, key=lambda hit: (hit.first, hit.last))
    view.asked.clear()
    if hits and not told:
        shown = [f"“{' '.join(t.text for t in view.tokens[h.first : h.last])}” ({h.cue.group})" for h in hits]
        reason = f"looked at {', '.join(dict.fromkeys(shown))}; not all that the claim needs is there"
        yield Step(rule, view.sentence.start, view.sentence.stop, "refused", reason)
