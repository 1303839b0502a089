"""Whether a text is about minerals and their trade at all; one about airlines or football makes no claim."""

from __future__ import annotations

from lodeline.claims.focus import is_mineral
from lodeline.claims.scene import Scene
from lodeline.claims.words import words

ENOUGH = 5
"""Sentences: a shorter text may leave out what it is about."""
TRADE = frozenset(words("mining_trade"))
TRADE_STEMS = words("mining_stems")


def off_topic(scene: Scene) -> bool:
    """A text of some length that tells no mineral, and no word of mining or of carrying what is mined."""
    if len(scene.views) < ENOUGH:
        return False
    told = scene.analysis.mentions
    if any(m.kind == "material" and m.key and is_mineral(m.key) for m in told):
        return False
    return not any(
        t.text[:1].islower() and (t.lemma in TRADE or t.lemma.startswith(TRADE_STEMS))
        for view in scene.views
        for t in view.tokens
    )
