"""No value without its ground: what a rule left unsaid about where a slot comes from is found once more.

Words of the sentence that carry the value are its support; where none do, the support names the inference.
"""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft
from lodeline.claims.phase import BY_CUE, around, chain
from lodeline.claims.scene import Scene, View
from lodeline.language.tree import is_verb

PHASES = frozenset(group for group, _ in BY_CUE)
BY_VALUE = ("instrument", "action", "stage")
"""Slots whose values are those of cues."""
LISTS = ("commodities", "places", "assets", "attributed_to")
TENSE = "tense"
BY_VERB = "by_verb"
BY_KIND = "by_kind"
FROM_TEXT = "from_text"


def complete(scene: Scene, view: View, draft: Draft) -> None:
    """Give every value of a draft a support."""
    at = view.token_of(draft.support["kind"].spans[0][0]) if "kind" in draft.support else 0
    if draft.status and "status" not in draft.support:
        status_ground(view, draft, at)
    for slot in BY_VALUE:
        value = getattr(draft, slot)
        if value and slot not in draft.support:
            hold(draft, slot, view, [h for h in view.hits if h.cue.value == value], BY_VERB)
    if draft.subject and "subject" not in draft.support:
        start = scene.text.find(draft.subject, *view_span(view))
        if start >= 0:
            draft.holds("subject", start, start + len(draft.subject))
    for slot in missing(draft):
        draft.infers(slot, FROM_TEXT)


def status_ground(view: View, draft: Draft, at: int) -> None:
    """The words that tell the phase; else the verb, whose tense does; else that the kind has it by default."""
    words = around(view, at)
    told = [h for h in view.hits if h.cue.group in PHASES and words & set(range(h.first, h.last))]
    verb = next((here for here in chain(view, at) if is_verb(view.tokens[here])), None)
    if not told and verb is not None:
        draft.holds("status", view.tokens[verb].start, view.tokens[verb].stop, TENSE)
    else:
        hold(draft, "status", view, told, BY_KIND)


def hold(draft: Draft, slot: str, view: View, hits: list[Hit], otherwise: str) -> None:
    if not hits:
        draft.infers(slot, otherwise)
        return
    draft.holds(slot, view.tokens[hits[0].first].start, view.tokens[hits[0].last - 1].stop)


def missing(draft: Draft) -> Iterator[str]:
    """Slots that still stand on nothing."""
    singles = ("amount", "quantity", "date", "period", "subject")
    yield from (slot for slot in singles if getattr(draft, slot) is not None and slot not in draft.support)
    for slot in LISTS:
        for index in range(len(getattr(draft, slot))):
            if slot not in draft.support and f"{slot}.{index}" not in draft.support:
                yield f"{slot}.{index}"


def view_span(view: View) -> tuple[int, int]:
    return view.sentence.start, view.sentence.stop
