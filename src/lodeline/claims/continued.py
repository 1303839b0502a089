"""A deal that goes on in the next sentence: the price told there is the price of the deal told before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lodeline.claims.draft import Draft
from lodeline.claims.rules.sums import is_damage
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import Pick, take_money
from lodeline.claims.words import words

PRICED = ("acquisition", "joint_venture", "supply", "agreement")
"""Kinds that have a price."""
NEXT = 2
"""Sentences after the one that strikes a deal in which its price may stand."""
PRICE_REACH = 6
"""Words between a sum and the word that makes it a price."""
PRICE = words("deal_price")


def add_prices(scene: Scene, drafts: Sequence[tuple[View, Draft]]) -> None:
    """Give deals without a sum the price of the next sentence, where no claim has used it."""
    struck = {view.index for view, draft in drafts if draft.kind in PRICED}
    for view, draft in drafts:
        if draft.kind not in PRICED or draft.amount is not None:
            continue
        for near in going_on(scene, view, struck):
            pick = price(scene, near)
            if pick is not None and take_money(scene, draft, pick):
                if near.sentence.paragraph == view.sentence.paragraph:
                    draft.widen(draft.start, pick[1].stop)
                break


def going_on(scene: Scene, view: View, struck: set[int]) -> Iterator[View]:
    """The sentence itself and those after it, up to the next deal or the next item of a round-up."""
    yield view
    for index in range(view.index + 1, min(len(scene.views), view.index + 1 + NEXT)):
        if index in struck or scene.focus.items[index] != scene.focus.items[view.index]:
            return
        yield scene.views[index]


def price(scene: Scene, view: View) -> Pick | None:
    """The one unused sum of a sentence that a word of price stands beside."""
    if view.has("loan"):
        return None
    found = [pick for pick in scene.free(view, "money") if not is_damage(view, pick)]
    return found[0] if len(found) == 1 and is_price(view, found[0]) else None


def is_price(view: View, pick: Pick) -> bool:
    first, last = view.token_of(pick[1].start), view.token_of(pick[1].stop - 1)
    near = view.tokens[max(0, first - PRICE_REACH) : first] + view.tokens[last + 1 : last + 1 + PRICE_REACH]
    return any(token.lemma in PRICE for token in near)
