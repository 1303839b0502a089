"""What is said in a phrase under the verb: «о подписании», "to repay", the thing that is judged, denied or foretold."""

from __future__ import annotations

from lodeline.claims.tellers import DASHES
from lodeline.claims.telling import Found, Telling, end_of, is_finite, stretch
from lodeline.claims.words import words
from lodeline.language.tree import children, preposition, subtree


def about(telling: Telling) -> Found | None:
    """«сообщила о подписании», "warned of delays"."""
    hits = telling.view.cues("speak_about")
    wide = [h for h in hits if h.at == telling.verb and h.last - h.first > 1]
    if wide:
        return phrase_from(telling, wide[0].last - 1, "about")
    if not any(h.at == telling.verb for h in hits) or writes_a_work(telling):
        return None
    for i in range(telling.cue[1], telling.frame[1]):
        token = telling.tokens[i]
        if token.text in (",", ";", ":", *DASHES):
            return None
        if token.lemma in ("о", "об") and token.pos == "ADP":
            return phrase_from(telling, i, "about")
    return None


def writes_a_work(telling: Telling) -> bool:
    """«написал книгу о рудниках»: the thing written is told, and what it is about says nothing of its content."""
    view = telling.view
    things = [c for c in children(view.sentence, telling.verb, "obj") if not preposition(view.sentence, c)]
    named = [m.start for _, m in view.mentions if m.kind != "material"]
    return any(view.tokens[c].start not in named and view.tokens[c].case == "Acc" for c in things)


def deed(telling: Telling) -> Found | None:
    """«пообещал пересмотреть», "promised to repay"."""
    if not any(h.at == telling.verb for h in telling.view.cues("speak_to_do")):
        return None
    for i in range(telling.cue[1], telling.frame[1]):
        token = telling.tokens[i]
        if token.form == "Inf" or (token.text == "to" and token.pos == "PART"):
            if any(t.lemma in UNNAMED for t in telling.tokens[i : i + 5]):
                return None
            first = i
            while first > telling.cue[1] and telling.tokens[first - 1].pos in ("ADV", "PART"):
                first -= 1
            return phrase_from(telling, first, "deed")
        if is_finite(token) or token.text in (",", ";", ":", *DASHES):
            return None
    return None


UNNAMED = frozenset(words("unnamed"))
"""«просил не называть его имени» tells of the telling and nothing else."""


def thing(telling: Telling) -> Found | None:
    """«отвергло обвинения», "called the ruling absurd": what is judged, denied or foretold, with the judgement."""
    hits = [h for h in telling.view.cues("speak_object") if h.at == telling.verb]
    if not hits:
        return None
    within = range(*telling.cue)
    heads = children(telling.view.sentence, telling.verb, "obj", "iobj", "nsubj:pass", "obl")
    heads += [c for i in within if i != telling.verb for c in children(telling.view.sentence, i, "nmod", "obl")]
    for head in heads:
        if head in within or telling.source[0] <= head < telling.source[1] or preposition(telling.view.sentence, head):
            continue
        if hits[0].cue.value == JUDGING and not judged(telling):
            continue
        inside = subtree(telling.view.sentence, head)
        if head < telling.cue[0]:
            return (stretch(telling, inside[0], end_of(telling, telling.cue[1])), "object")
        return phrase_from(telling, min(i for i in inside if i >= telling.cue[1]), "object")
    if telling.source[0] > telling.frame[0] + 1 and judged(telling):
        return stretch(telling, telling.frame[0], end_of(telling, telling.cue[1])), "object"
    return None


JUDGING = "judging"
"""Verbs that speak only where they say as what a thing is seen: «считает товар своим»."""


def judged(telling: Telling) -> bool:
    rest = range(telling.cue[1], telling.frame[1])
    nouns = (i for i in rest if telling.tokens[i].case == "Ins" and telling.tokens[i].pos in ("NOUN", "ADJ", "PROPN"))
    return any(not preposition(telling.view.sentence, i) for i in nouns)


def phrase_from(telling: Telling, at: int, form: str) -> Found:
    return stretch(telling, at, end_of(telling, at)), form
