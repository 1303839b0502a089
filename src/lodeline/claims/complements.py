"""What is said in a phrase under the verb: «о подписании», "to repay", the thing that is judged, denied or foretold."""

from __future__ import annotations

from lodeline.claims.scene import PARTY_KINDS
from lodeline.claims.tellers import DASHES
from lodeline.claims.telling import Found, Telling, end_of, is_finite, stretch
from lodeline.claims.words import words
from lodeline.language.tree import children, preposition, subtree


def about(telling: Telling) -> Found | None:
    """«сообщила о подписании», «заверил партнёров в готовности», "warned of delays"; also put in front of the verb."""
    hits = [h for h in telling.view.cues("speak_about") if h.at == telling.verb]
    if not hits or writes_a_work(telling):
        return None
    wide = next((h for h in hits if h.last - h.first > 1), None)
    if wide is not None:
        return phrase_from(telling, wide.last - 1, "about")
    prepositions = {p for h in hits for p in ([h.cue.value] if h.cue.value else ABOUT)}
    first = telling.tokens[telling.frame[0]]
    if first.lemma in ABOUT and first.lemma in prepositions and telling.source[0] >= telling.cue[1]:
        return stretch(telling, telling.frame[0], telling.cue[0]), "about"
    if not is_somebody(telling):
        prepositions &= set(ABOUT)
    for i in range(telling.cue[1], telling.frame[1]):
        token = telling.tokens[i]
        if token.text in (",", ";", ":", *DASHES):
            return None
        if token.lemma in prepositions and token.pos == "ADP":
            return phrase_from(telling, i, "about")
    return None


ABOUT = ("о", "об")


def is_somebody(telling: Telling) -> bool:
    """A person, a house or an office speaks; the needle that «указывает на север» does not."""
    view, (first, last) = telling.view, telling.source
    start, stop = telling.tokens[first].start, telling.tokens[last - 1].stop
    named = any(m.kind in (*PARTY_KINDS, "post") and start <= m.start < stop for _, m in view.mentions)
    return named or any(t.pos in ("PRON", "PROPN") for t in telling.tokens[first:last])


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
    if gives_name(telling):
        return None
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


def gives_name(telling: Telling) -> bool:
    """«назвал рудник „Надежда“», "named it Hope": a name is given and nothing judged."""
    if telling.tokens[telling.verb].lemma not in NAMES:
        return False
    rest = range(telling.cue[1], telling.frame[1] - 1)
    quoted = [i + 1 for i in rest if telling.tokens[i].text in ("«", "“", '"')]
    return any(telling.tokens[i].text[:1].isupper() and telling.tokens[i].case != "Ins" for i in quoted)


NAMES = frozenset(words("naming"))
JUDGING = "judging"
"""Verbs that speak only where they say as what a thing is seen: «считает товар своим»."""


def judged(telling: Telling) -> bool:
    rest = range(telling.cue[1], telling.frame[1])
    nouns = (i for i in rest if telling.tokens[i].case == "Ins" and telling.tokens[i].pos in ("NOUN", "ADJ", "PROPN"))
    return any(not preposition(telling.view.sentence, i) for i in nouns)


def phrase_from(telling: Telling, at: int, form: str) -> Found:
    return stretch(telling, at, end_of(telling, at)), form
