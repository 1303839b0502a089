"""Who speaks: the noun phrase of a source, from the verb or the words that name it."""

from __future__ import annotations

from lodeline.claims.parties import subject_tokens, under
from lodeline.claims.scene import View
from lodeline.claims.words import words
from lodeline.language.analysis import Quote
from lodeline.language.tree import children, governors, is_verb, preposition, subtree

DOCUMENTS = frozenset(words("documents"))
NOBODY = frozenset(words("nobody"))
MUTE = frozenset(words("mute"))
"""Things that only seem to speak: an exhibition, a monument."""
DASHES = ("—", "–", "-")
STOPS = (",", ";", ":", "?", "!", "…", ".", *DASHES)
OPENERS, CLOSERS = ("«", "“", "„", '"', "("), ("»", "”", '"', ")")
NAMING = ("Nom", "")
"""Cases of a subject; English nouns have none."""
NOUNS = ("NOUN", "PROPN", "PRON", "X", "NUM")
SPEECH_WORDS = 4
"""Quoted words from which a quotation counts as speech and not as a name or a term."""


def is_speech(text: str, quote: Quote) -> bool:
    """Several words, or a stop within the marks, or a dash that hands over to the speaker."""
    said, after = text[quote.start : quote.stop], text[quote.stop : quote.stop + 3]
    stopped = said.rstrip('»”"').endswith((",", ".", "!", "?", "…"))
    return len(said.split()) >= SPEECH_WORDS or stopped or after in (", —", ", –")


def speaker_tokens(view: View, verb: int, speech: list[Quote]) -> list[int]:
    """Head nouns of those who speak: subject, house («в компании сообщили»), document («в докладе говорится»)."""
    behind = noun_after(view, verb, speech) if is_inverted(view, verb, speech) else []
    acting = [*behind, *resumed(view, verb), *subject_tokens(view, verb), *led_subject(view, verb)]
    first = [*behind_comma(view, verb, acting), *teller_of_outlet(view, verb, acting)]
    found = [t for t in (*first, *acting) if may_speak(view, t, speech)]
    if found or (acting and view.tokens[acting[0]].lemma not in RELATIVES):
        return found[:1]
    return told_in(view, verb, speech) or noun_after(view, verb, speech)


def behind_comma(view: View, verb: int, acting: list[int]) -> list[int]:
    """ "High rates hurt mines, Acme said": no comma closes an apposition, so this speaks."""
    comma = next((i for i in range(verb - 1, -1, -1) if view.tokens[i].text == ","), None)
    if comma is None or comma == verb - 1 or not acting or acting[0] > comma or not view.tokens[verb].text.isascii():
        return []
    between = range(comma + 1, verb)
    nouns = [i for i in between if view.tokens[i].pos in ("NOUN", "PROPN", "PRON")]
    listed = any(
        view.tokens[i].pos in ("CCONJ", "VERB", "AUX", "SCONJ") or view.tokens[i].text in CLOSERS for i in between
    )
    return nouns[-1:] if not listed else []


def teller_of_outlet(view: View, verb: int, acting: list[int]) -> list[int]:
    """«N говорит Агентству, что…»: an outlet's name shows no case; a person before the verb tells it."""
    if not acting or acting[0] < verb or not any(opens_clause(view, i) for i in range(verb + 1, len(view.tokens))):
        return []
    named = any(m.kind == "institution" and m.start <= view.tokens[acting[0]].start < m.stop for _, m in view.mentions)
    people = [m.head for _, m in view.mentions if m.kind == "person" and m.head < verb and m.case in NAMING]
    return people[:1] if named else []


RELATIVES = ("который", "which", "that", "who")


def is_inverted(view: View, verb: int, speech: list[Quote]) -> bool:
    """Right behind a quotation, or behind a comma and before a nominative: whoever speaks comes after the verb."""
    before = view.tokens[verb - 1] if verb else None
    after = view.tokens[verb + 1] if verb + 1 < len(view.tokens) else None
    if before is None or after is None:
        return False
    parted = before.text in (",", *DASHES) and after.case == "Nom" and after.pos in ("NOUN", "PROPN")
    parted = parted and not any(opens_clause(view, i) for i in range(verb + 1, len(view.tokens)))
    return parted or any(0 <= before.stop - q.stop <= HANDING for q in speech)


HANDING = 3
"""Characters from a quotation to the end of the comma and the dash behind it: «…», —"""


def opens_clause(view: View, at: int) -> bool:
    return view.tokens[at - 1].text == "," and view.tokens[at].lemma in MARKERS


MARKERS = frozenset(words("markers"))


def resumed(view: View, verb: int) -> list[int]:
    """«подчеркнул, что A, и напомнил»: the comma closes the clause, and the speaker goes on."""
    earlier = [h.at for h in view.cues("speak") if h.at < verb]
    return children(view.sentence, earlier[0], "nsubj") if earlier and resumes(view, earlier[0], verb) else []


def resumes(view: View, first: int, verb: int) -> bool:
    """A second verb of speech behind «, и», of the same tense and number as the first."""
    tokens = view.tokens
    joined = verb > 1 and tokens[verb - 1].pos == "CCONJ" and tokens[verb - 2].text == ","
    alike = (tokens[first].tense, tokens[first].number) == (tokens[verb].tense, tokens[verb].number)
    return joined and alike and not children(view.sentence, verb, "nsubj")


def led_subject(view: View, verb: int) -> list[int]:
    """«…, заявив, что…», "saying that": whoever acts in the clause that the words hang on."""
    token = view.tokens[verb]
    if token.form not in ("Conv", "Part", "") or token.relation not in ("advcl", "acl", "parataxis", "conj"):
        return []
    near = {h.at for h in view.cues("speak") if 0 < verb - h.at <= LED}
    over = next((at for at in sorted(near, reverse=True) if children(view.sentence, at, "nsubj")), None)
    if over is None:
        over = next((g for g in governors(view.sentence, verb) if is_verb(view.tokens[g])), None)
    return children(view.sentence, over, "nsubj") if over is not None else []


LED = 6
"""Words from a verb of speech to the participle that goes on from it."""


def may_speak(view: View, at: int, speech: list[Quote]) -> bool:
    """A noun or a pronoun for somebody, outside of what is said."""
    token = view.tokens[at]
    if token.lemma in NOBODY or token.lemma in MUTE or token.pos not in (*NOUNS, "VERB", "ADJ", "DET"):
        return False
    return not any(q.start < token.start < q.stop for q in speech)


def told_in(view: View, verb: int, speech: list[Quote]) -> list[int]:
    """«в ведомстве пояснили», «говорится в отчёте»: a verb without a subject, and where it is said."""
    token = view.tokens[verb]
    impersonal = token.number == "Plur" or token.text.casefold().endswith(("ся", "сь")) or token.voice == "Pass"
    impersonal = impersonal or token.lemma in FOLLOWING
    if not impersonal or view.tokens[verb].form == "Inf":
        return []
    return [t for t in under(view, verb, HOUSED) if may_speak(view, t, speech) and speaks_as_house(view, t)][:1]


FOLLOWING = frozenset(words("following"))
HOUSED = ("в", "из", "на", "in")


def speaks_as_house(view: View, at: int) -> bool:
    """No time or occasion: «в среду», «в ходе встречи» tell when."""
    token = view.tokens[at]
    if token.lemma in OCCASIONS or any(v.kind == "date" and v.start <= token.start < v.stop for _, v in view.values):
        return False
    named = any(
        m.kind in HOUSES and (at in (m.head, m.top) or m.start <= token.start < m.stop) for _, m in view.mentions
    )
    return named or token.pos == "PROPN" or token.lemma in DOCUMENTS or token.lemma in OFFICES


HOUSES = ("organisation", "institution", "country", "place", "group")
OFFICES = frozenset(words("rulers")) | frozenset(words("offices"))
OCCASIONS = frozenset(words("occasions"))


def noun_after(view: View, verb: int, speech: list[Quote]) -> list[int]:
    """A noun in the nominative shortly after the verb, whatever the parser hung it on."""
    for i in range(verb + 1, min(len(view.tokens), verb + REACH)):
        token = view.tokens[i]
        if token.text in STOPS:
            return []
        free = token.pos in NOUNS and token.case in NAMING and not preposition(view.sentence, i)
        free = free and token.relation not in ("compound", "nummod")
        known = is_verb(view.tokens[verb]) and token.number and view.tokens[verb].number
        agrees = not known or token.number == view.tokens[verb].number
        if free and agrees and may_speak(view, i, speech):
            return [i]
    return []


REACH = 9


def noun_phrase(view: View, head: int, bar: tuple[int, int]) -> tuple[int, int]:
    """Tokens [first, last) of a source: the noun with all that hangs on it, kept within the bars.

    bar: the tokens on either side that belong to the cue or to what is said; the phrase never reaches them.
    """
    alien = {i for c in children(view.sentence, head) if is_alien(view, head, c) for i in subtree(view.sentence, c)}
    hanging = set(subtree(view.sentence, head, without=("ccomp", "parataxis"))) - alien
    inside = {i for i in hanging if bar[0] < i < bar[1]} | {head}
    first = last = head
    while first - 1 in inside or (
        first - 1 > bar[0] and view.tokens[first - 1].text in OPENERS and first - 2 in inside
    ):
        first -= 1
    while last + 1 < bar[1] and (last + 1 in inside or is_joint(view, last + 1, inside, bar[1])):
        last += 1
    return trimmed(view, first, last + 1, head)


def is_alien(view: View, head: int, child: int) -> bool:
    """An object put in front of its verb, which the parser hung on the subject: «программу министр назвал…»."""
    token = view.tokens[child]
    return (
        child < head
        and view.tokens[head].case == "Nom"
        and token.case == "Acc"
        and token.relation in ("acl", "obj", "nmod")
    )


def is_joint(view: View, at: int, inside: set[int], bar: int) -> bool:
    """A mark or a name inside the phrase that the parser hung elsewhere."""
    token, before = view.tokens[at], view.tokens[at - 1]
    if token.text in CLOSERS or (token.text in OPENERS and at + 1 < bar and view.tokens[at + 1].pos != "PUNCT"):
        return opened(view, at, inside) if token.text in CLOSERS else True
    if token.text in (",", "&") and at + 1 in inside:
        return True
    named = token.pos in ("PROPN", "X") and token.case in NAMING and before.text not in STOPS
    second = token.relation == "nsubj" and token.head == view.tokens[at - 1].head and at - 1 in inside
    return named or second or (token.pos == "PROPN" and view.tokens[token.head].pos == "PROPN" and token.head in inside)


def opened(view: View, at: int, inside: set[int]) -> bool:
    first = min(inside)
    texts = [view.tokens[i].text for i in range(first, at)]
    mark = view.tokens[at].text
    other = {"»": "«", "”": "“", ")": "(", '"': '"'}[mark]
    return texts.count(other) > texts.count(mark) if other != mark else texts.count(mark) % 2 == 1


def trimmed(view: View, first: int, last: int, head: int) -> tuple[int, int]:
    """Without loose marks, conjunctions and the preposition at its ends."""
    while first < head and (view.tokens[first].pos in LOOSE or view.tokens[first].text in STOPS):
        first += 1
    while last - 1 > head and view.tokens[last - 1].text in (*STOPS, "«", "“", "„", "("):
        last -= 1
    return first, last


LOOSE = ("ADP", "CCONJ", "SCONJ", "PART", "ADV")
