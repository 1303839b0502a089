"""What is said: where the content of a verb of speech or opinion begins and ends in the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from lodeline.claims.complements import about, deed, thing
from lodeline.claims.scene import Scene, View
from lodeline.claims.stretches import Span, clean
from lodeline.claims.tellers import DASHES, MARKERS, OPENERS
from lodeline.claims.telling import Found, Telling, end_of, is_finite, stretch
from lodeline.claims.words import words
from lodeline.language.analysis import Quote, Token
from lodeline.language.tree import children, governors, is_verb, subtree

BARE_MARKERS = ("что", "that")
BACK = frozenset(words("back_words"))
POINTING = ("этот", "такой", "это", "this", "such", "об", "о", "с")
AS = ("как", "as")
REACH = 14
"""Words from a verb to the colon that hands over."""


def find_content(telling: Telling) -> Found | None:
    """The first reading that holds."""
    plain = telling.narrates or any(h.at == telling.verb for h in telling.view.cues("speak"))
    for reading in READINGS if plain else PHRASES:
        found = reading(telling)
        if found is not None and found[0][1] > found[0][0]:
            return found
    return None


PHRASES = (deed, about, thing)
"""What a verb that is none of speech itself may tell: «выступил за запрет», "blames the weather"."""


# quotations


def split(telling: Telling) -> Found | None:
    """«A, — говорит N, — B»: the reporting words stand inside the marks, behind a dash."""
    token = telling.tokens[telling.verb]
    quote = next((q for q in telling.speech if q.start < token.start < q.stop), None)
    if quote is None or not is_narrated(telling.view, telling.left):
        return None
    return inner(telling.scene, quote.start, quote.stop), "quote"


def is_narrated(view: View, left: int) -> bool:
    return left > 1 and view.tokens[left - 1].text in DASHES


def after_colon(telling: Telling) -> Found | None:
    tokens = telling.tokens
    stop = min(telling.frame[1], telling.right + REACH)
    colon = next((i for i in range(telling.cue[1], stop) if tokens[i].text == ":"), None)
    if colon is None or any(is_finite(tokens[i]) for i in range(telling.right, colon)):
        return None
    return behind(telling, colon)


def behind(telling: Telling, mark: int) -> Found | None:
    """What follows a colon or a comma: the quotation that opens there, else all up to the end."""
    quote = opening_at(telling, mark + 1)
    if quote is not None:
        return inner(telling.scene, quote.start, quote.stop), "quote"
    if telling.tokens[mark].text != ":":
        return None
    return stretch(telling, mark + 1, telling.frame[1]), "colon"


def opening_at(telling: Telling, at: int) -> Quote | None:
    if at >= telling.frame[1]:
        return None
    start = telling.tokens[at].start
    return next((q for q in telling.view.quotes if q.start == start), None)


def quoted(telling: Telling) -> Found | None:
    """A quotation right before the reporting words, or right after them; two make one stretch."""
    start = telling.tokens[telling.left].start
    before = [q for q in telling.speech if q.stop <= start and only_marks(telling, q.stop, start)]
    after = quote_after(telling)
    if before:
        stop = after.stop if after is not None else before[-1].stop
        return inner(telling.scene, before[-1].start, stop), "quote"
    if after is not None:
        return inner(telling.scene, after.start, after.stop), "quote"
    return None


def quote_after(telling: Telling) -> Quote | None:
    stop = telling.tokens[telling.right - 1].stop
    return next((q for q in telling.speech if q.start >= stop and only_marks(telling, stop, q.start)), None)


def only_marks(telling: Telling, start: int, stop: int) -> bool:
    between = telling.scene.text[start:stop]
    return not any(c.isalnum() for c in between) and "." not in between and "\n" not in between


def inner(scene: Scene, start: int, stop: int) -> Span:
    """Without the marks, and without a comma or a full stop at the end."""
    return clean(scene.text, start + 1, stop - 1)


# clauses


def clause(telling: Telling) -> Found | None:
    """«…, что A», "that A", or a clause that hangs on the verb without a word to open it."""
    tokens, verb = telling.tokens, telling.verb
    start = marker_after(telling)
    if start is None:
        heads = [c for c in children(telling.view.sentence, verb, "ccomp", "csubj") if c > verb and takes_bare(telling)]
        start = opens_at(telling, heads[0]) if heads else None
    if start is None or start >= telling.frame[1]:
        return None
    first = start + 1 if tokens[start].text.casefold() in BARE_MARKERS else start
    return stretch(telling, first, end_of(telling, start)), "clause"


def takes_bare(telling: Telling) -> bool:
    """English verbs that open a clause without "that"; in Russian the tree knows."""
    token = telling.tokens[telling.verb]
    return not token.text.isascii() or any(
        h.cue.text in BARE_VERBS for h in telling.view.cues("speak") if h.at == telling.verb
    )


BARE_VERBS = frozenset(words("bare_clause"))
PURPOSE = frozenset(words("purpose"))


def marker_after(telling: Telling) -> int | None:
    """The word that opens the clause: behind a comma in Russian, anywhere behind the verb in English."""
    for i in range(telling.cue[1], telling.frame[1]):
        token = telling.tokens[i]
        if telling.source[0] <= i < telling.source[1]:
            continue
        if token.lemma in MARKERS or token.text.casefold() in BARE_MARKERS:
            if token.lemma in PURPOSE and not demands(telling):
                return None
            comma = telling.tokens[i - 1].text == ","
            sure = token.text.casefold() in BARE_MARKERS or telling.verb in governors(telling.view.sentence, i)
            if sure and (comma or token.text.isascii()):
                return i
        if is_finite(token) or token.text in (";", ":", *DASHES):
            return None
    return None


def demands(telling: Telling) -> bool:
    return (
        any(h.at == telling.verb for h in telling.view.cues("speak_to_do"))
        or telling.tokens[telling.verb].lemma in SAID
    )


SAID = ("сказать", "говорить", "написать", "настаивать")


def opens_at(telling: Telling, head: int) -> int | None:
    """The first word of a clause; none where it opens in front of the verb or inside the source."""
    inside = [i for i in subtree(telling.view.sentence, head) if i >= telling.right]
    first = min(inside, default=None)
    while first is not None and first < head and telling.tokens[first].pos == "PUNCT":
        first += 1
    return first


# what stands before, and what is pointed at


def told_back(telling: Telling) -> Found | None:
    """«Об этом сообщил N», «Такие данные приводит N»: the sentence before."""
    opened = telling.tokens[telling.frame[0] : telling.frame[0] + 3]
    before = telling.scene.before(telling.view)
    pointing = any(t.lemma in POINTING[:4] for t in opened) and any(t.lemma in BACK for t in opened)
    if before is None or not pointing or opened[0].lemma not in POINTING:
        return None
    return clean(telling.scene.text, before.sentence.start, before.sentence.stop), "back"


def before(telling: Telling) -> Found | None:
    """«A, сообщил N», "A, N said", also put into the middle: «A1, уверяет N, A2»."""
    view, tokens = telling.view, telling.tokens
    if leads_on(telling):
        return None
    left = telling.left
    if left - 1 <= telling.frame[0] or tokens[left - 1].text not in (",", *DASHES):
        return None
    dashed = tokens[left - 1].text in DASHES
    inverted = telling.source[0] >= telling.cue[1]
    in_front = telling.source[0] >= left and telling.source[1] <= telling.cue[0]
    if not inverted and not (in_front and (dashed or view.tokens[0].text.isascii())):
        return None
    said = tokens[telling.frame[0] : left - 1]
    stop = goes_on_to(telling, left)
    if sum(t.pos != "PUNCT" for t in said) < 2 and not dashed and not stop:
        return None
    if not dashed and not tells(telling, (*said, *tokens[telling.right : stop])):
        return None
    begun = past_opening(telling, telling.frame[0])
    span = stretch(telling, begun, stop if stop > left else left - 1)
    return (in_dialogue(telling, span, dashed), "before")


def tells(telling: Telling, said: Sequence[Token]) -> bool:
    """A verb; in Russian a short adjective or an adverb will do, in English no mere "at the terminal"."""
    if any(is_verb(t) for t in said):
        return True
    english = telling.tokens[telling.verb].text.isascii()
    return said[0].pos != "ADP" if english else any(t.pos in ("ADJ", "ADV") for t in said)


def leads_on(telling: Telling) -> bool:
    """A participle, or a verb with a thing of its own ("shows off a shed"): what stands before is not said by it."""
    token = telling.tokens[telling.verb]
    things = [c for c in children(telling.view.sentence, telling.verb, "obj") if c > telling.verb]
    listeners = {
        m.head for _, m in telling.view.mentions if m.kind in ("person", "organisation", "institution", "post", "group")
    }
    owned = any(
        c not in listeners
        and not telling.source[0] <= c < telling.source[1]
        and not telling.cue[0] <= c < telling.cue[1]
        for c in things
    )
    return (
        token.form == "Conv"
        or (token.relation == "advcl" and token.text.endswith("ing"))
        or (token.text.isascii() and owned)
    )


def past_opening(telling: Telling, at: int) -> int:
    """Behind «О том, что», a leading dash or a sign."""
    texts = [t.text.casefold() for t in telling.tokens[at : at + 4]]
    if texts == ["о", "том", ",", "что"]:
        return at + 4
    while telling.tokens[at].pos in ("PUNCT", "SYM") and telling.tokens[at].text not in OPENERS:
        at += 1
    return at


def goes_on_to(telling: Telling, left: int) -> int:
    """Where the content goes on behind the reporting words, its end; else 0."""
    tokens, right = telling.tokens, telling.right
    if right >= telling.frame[1] or tokens[right].text not in (",", *DASHES):
        return 0
    rest = range(right + 1, telling.frame[1])
    said = range(telling.frame[0], left - 1)
    root = any(i in rest and tokens[i].head < 0 and tokens[i].pos != "PUNCT" for i in rest)
    verbless = not any(is_finite(tokens[i]) for i in said)
    leaning = all(tokens[i].form in ("Conv", "Part") for i in rest if is_verb(tokens[i]))
    has_more = sum(tokens[i].pos != "PUNCT" for i in rest) > 0
    if has_more and (tokens[right].text in DASHES or root or (verbless and not leaning) or (verbless and root)):
        return telling.frame[1]
    return telling.frame[1] if has_more and verbless and not any(is_verb(tokens[i]) for i in rest) else 0


def in_dialogue(telling: Telling, span: Span, dashed: bool) -> Span:
    """«— A, — сказал N. — B»: the next sentence goes on where it opens with a dash."""
    after = telling.scene.after(telling.view)
    opened = telling.tokens[telling.frame[0]].text in DASHES
    if not (dashed and opened and after is not None and after.tokens[0].text in DASHES):
        return span
    if after.sentence.paragraph != telling.view.sentence.paragraph:
        return span
    return clean(telling.scene.text, span[0], after.sentence.stop)


def as_told(telling: Telling) -> Found | None:
    """«Как сообщил N, A»: the sentence without the clause that is put in front of it."""
    tokens, left = telling.tokens, telling.left
    if tokens[left].lemma not in AS or left > telling.frame[0]:
        return None
    comma = next((i for i in range(telling.right, telling.frame[1]) if tokens[i].text == ","), None)
    return None if comma is None else (stretch(telling, comma + 1, telling.frame[1]), "before")


def is_sentence(view: View, first: int) -> bool:
    """What follows tells something: it has a finite verb or a short adjective."""
    return any(is_finite(t) or (t.pos == "ADJ" and not t.case) for t in view.tokens[first:])


READINGS = (split, after_colon, quoted, clause, told_back, deed, before, as_told, about, thing)
"""Those with surer marks first."""
