"""Attribution in Kazakh: the verb closes the sentence, and "деп", a participle or "айтуынша" mark what is said.

What is said stands in quotation marks, in the clause that "деп" hands to the verb, in a participle in the accusative,
or around "N-ның айтуынша"; "бұл туралы" points at the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.cues import Hit
from lodeline.claims.scene import Scene, View
from lodeline.claims.stretches import Span
from lodeline.claims.tellers import is_speech
from lodeline.claims.voice import Attribution
from lodeline.claims.words import words
from lodeline.language.analysis import Quote
from lodeline.language.tree import children, is_verb, subtree

SAYING = frozenset(words("according_suffix"))
BACK = frozenset(("бұл", "ол", "осы", "сол"))
ABOUT = frozenset(("туралы", "жөнінде", "жайында"))
CONTENT_FORMS = ("Part", "Inf")


def find(scene: Scene, view: View) -> Iterator[Attribution]:
    """All attributions of a sentence: quotations first, then retold speech."""
    speech = [q for q in view.quotes if is_speech(scene.text, q)]
    told = [*by_phrase(view)]
    for hit in speaking(view, speech):
        found = told_by(scene, view, hit, speech)
        if found is not None:
            told.append(found)
    yield from sorted(told, key=lambda a: (a.form != "quote", a.at))


def speaking(view: View, speech: list[Quote]) -> list[Hit]:
    """Predicates of speech outside the speech itself, each once, not denied."""
    best: dict[int, Hit] = {}
    for hit in view.cues("speak"):
        token = view.tokens[hit.at]
        outside = not any(q.start < token.start < q.stop for q in speech)
        if outside and is_verb(token) and token.form == "Fin" and token.polarity != "Neg":
            best.setdefault(hit.at, hit)
    return [best[at] for at in sorted(best)]


def told_by(scene: Scene, view: View, hit: Hit, speech: list[Quote]) -> Attribution | None:
    speakers = [c for c in children(view.sentence, hit.at, "nsubj") if view.tokens[c].pos in ("NOUN", "PROPN", "PRON")]
    if not speakers:
        return None
    head = speakers[0]
    source = noun_phrase(view, head)
    found = content(scene, view, hit, speech, source)
    if found is None:
        return None
    cue = (view.tokens[hit.first].start, view.tokens[hit.last - 1].stop)
    return Attribution(source, cue, found[0], found[1], head, hit.at)


def content(scene: Scene, view: View, hit: Hit, speech: list[Quote], source: Span) -> tuple[Span, str] | None:
    """What the verb reports, and where it stands."""
    quotes = [q for q in speech if view.sentence.start <= q.start or q.stop <= view.sentence.stop]
    quotes = [q for q in quotes if not q.start < source[0] < q.stop]
    if quotes:
        return (quotes[0].start + 1, quotes[-1].stop), "quote"
    clauses = children(view.sentence, hit.at, "ccomp")
    clauses += [
        c
        for c in children(view.sentence, hit.at, "obj", "xcomp", "advcl")
        if view.tokens[c].form in CONTENT_FORMS and view.tokens[c].case == "Acc"
    ]
    if clauses:
        return stretch(view, clauses[0], source), "clause"
    before = scene.before(view)
    if before is not None and any(t.lemma in BACK for t in view.tokens[:2]) and view.tokens[1].lemma in ABOUT:
        return (before.sentence.start, before.sentence.stop), "back"
    acts = [c for c in children(view.sentence, hit.at, "xcomp", "advcl") if view.tokens[c].form in CONTENT_FORMS]
    objects = [*children(view.sentence, hit.at, "obj"), *acts]
    if hit.cue.value == "position" and objects:
        return stretch(view, objects[0], source), "object"
    return None


def by_phrase(view: View) -> Iterator[Attribution]:
    """ "министрдің айтуынша", "геологтардың есебінше": all the rest of the sentence is what is said."""
    for at, token in enumerate(view.tokens):
        owners = children(view.sentence, at, "nmod:poss") if token.lemma in SAYING else []
        if not owners:
            continue
        source = noun_phrase(view, owners[0])
        rest = [t for t in view.tokens[at + 1 :] if t.pos != "PUNCT"]
        if rest:
            last = view.tokens[-1]
            yield Attribution(source, (token.start, token.stop), (rest[0].start, last.stop), "phrase", owners[0], at)


def noun_phrase(view: View, head: int) -> Span:
    """A noun with what stands before it, as far as no clause begins; of a name also its opening mark."""
    inside = subtree(view.sentence, head, without=("acl", "conj", "punct", "cc", "discourse"))
    inside = [i for i in inside if i <= head]
    first, stop = view.tokens[inside[0]].start, view.tokens[head].stop
    named = [m.start for _, m in view.mentions if m.start < first < m.stop]
    return min((*named, first)), stop


def stretch(view: View, head: int, source: Span) -> Span:
    """The words of a clause without those of the speaker."""
    own = [view.tokens[i] for i in subtree(view.sentence, head) if view.tokens[i].pos not in ("PUNCT", "VPART")]
    own = [t for t in own if not source[0] <= t.start < source[1]]
    return own[0].start, own[-1].stop
