"""Attribution: who says what. One function over a sentence gives the source, the cue and the content as stretches.

A cue is a verb of speech or opinion, a phrase such as «по словам» or "according to", or the colon after a name. The
content is found by where it stands: in quotation marks, in the clause under the verb, before the comma, in a phrase
under the verb, or in the sentence before («Об этом сообщил…»). A source or a content that cannot be told apart gives
no attribution.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lodeline.claims import contents, kazakh_voices
from lodeline.claims.cues import Cue, Hit
from lodeline.claims.parties import is_passive
from lodeline.claims.phase import is_negated
from lodeline.claims.scene import Scene, View
from lodeline.claims.source_phrases import NEWS, hands_on, phrase_cues, read_phrase
from lodeline.claims.stretches import Span, span_of
from lodeline.claims.tellers import DASHES, DOCUMENTS, MARKERS, is_speech, noun_phrase, speaker_tokens
from lodeline.claims.telling import Telling
from lodeline.claims.voice import Attribution
from lodeline.claims.words import words
from lodeline.language.analysis import Quote
from lodeline.language.tree import children, is_verb


def attributions(scene: Scene, view: View) -> tuple[Attribution, ...]:
    """All attributions of a sentence, outer before inner."""
    known = scene.voices.get(view.index)
    if known is None:
        if len(view.tokens) > LONGEST:
            return ()
        finder = kazakh_voices.find if scene.analysis.language == "kk" else find
        known = tuple(finder(scene, view))
        known = scene.voices[view.index] = known or tuple(told_by_colon(scene, view))
    return known


LONGEST = 400
"""Words: what runs on longer is a table or a list, and no sentence that reports anything."""


def find(scene: Scene, view: View) -> Iterator[Attribution]:
    speech = [q for q in view.quotes if is_speech(scene.text, q)]
    opened = phrase_cues(view)
    phrases = [a for first, last in opened if (a := told_by_phrase(scene, view, first, last)) is not None]
    hits = [h for h in cue_verbs(scene, view, speech) if not any(first <= h.at < last for first, last in opened)]
    verbs = [a for hit in hits if (a := told_by(scene, view, hit, speech)) is not None]
    for phrase in phrases:
        near = sorted((v for v in verbs if carries(view, v, phrase)), key=lambda v: abs(v.at - phrase.at))
        carrier = next(iter(near), None)
        if carrier is not None:
            verbs.remove(carrier)
            yield replace(phrase, content=carrier.content, form=carrier.form, outlet=carrier.source)
        else:
            yield phrase
    yield from sorted(verbs, key=lambda a: (a.content[0] - a.content[1], a.at))


def cue_verbs(scene: Scene, view: View, speech: list[Quote]) -> list[Hit]:
    """Verbs and predicates of speech or opinion, each once; behind a quotation with a dash any verb at all."""
    best: dict[int, Hit] = {}
    for hit in view.cues("speak", "speak_about", "speak_to_do", "speak_object"):
        known = best.get(hit.at)
        if can_say(view, hit) and (known is None or hit.last - hit.first > known.last - known.first):
            best[hit.at] = hit
    for at in narrating(scene, view, speech):
        if not any(abs(known - at) <= 2 for known in best):
            best[at] = Hit(at, at + 1, at, NARRATING)
    return [best[at] for at in sorted(best)]


NARRATING = Cue("speak", "", "narrating")
DENIABLE = frozenset(words("deniable"))
MODALS = frozenset(words("modals"))
SAYING_NOUNS = ("VERB", "AUX", "ADJ")


def can_say(view: View, hit: Hit) -> bool:
    """A predicate that tells: no participle before a noun, no bare infinitive, not denied (but «не исключил»)."""
    token = view.tokens[hit.at]
    if token.pos not in SAYING_NOUNS and not (token.relation in ("parataxis", "root") and token.pos in ("NOUN", "ADV")):
        return False
    if token.form == "Inf" or (
        token.form == "Part" and token.relation in ("amod", "acl") and not is_told_in(view, hit)
    ):
        return False
    if token.pos == "ADJ" and (token.case or token.relation == "amod"):
        return False
    if is_unsaid(view, hit.at):
        return False
    return not is_negated(view, hit.first) or token.lemma in DENIABLE or hit.cue.text in DENIABLE


def is_unsaid(view: View, at: int) -> bool:
    """ "would say"; "is said to hold", «призван показать»: nobody says anything, or somebody else does."""
    modal = any(view.tokens[c].lemma in MODALS for c in children(view.sentence, at, "aux"))
    return modal or (
        is_verb(view.tokens[at])
        and is_passive(view, at)
        and bool(children(view.sentence, at, "nsubj"))
        and not names_place(view, at)
    )


def names_place(view: View, at: int) -> bool:
    """«сказано в докладе»: a passive that tells where it is said."""
    return any(view.tokens[c].lemma in DOCUMENTS for c in children(view.sentence, at, "obl"))


def is_told_in(view: View, hit: Hit) -> bool:
    """A participle by its form that is the verb of its clause: "he conceded", or one with a clause of its own."""
    token = view.tokens[hit.at]
    near = token.head == hit.at - 1 and view.tokens[token.head].pos in ("PRON", "PROPN")
    tells = near or bool(children(view.sentence, hit.at, "ccomp")) or names_place(view, hit.at)
    return token.relation == "acl" and tells


def narrating(scene: Scene, view: View, speech: list[Quote]) -> Iterator[int]:
    """«„A“, — развёл руками N», «N вздыхает: „A“»: the verb beside a quotation, whatever it is."""
    tokens = view.tokens
    for quote in speech:
        small = ("PUNCT", "PART", "ADV")
        after = next((i for i, t in enumerate(tokens) if t.start >= quote.stop and t.pos not in small), None)
        if after is not None and is_handed(scene, view, quote, after):
            yield after
        before = next((i for i, t in enumerate(tokens) if t.start >= quote.start), 0) - 1
        if before > 0 and tokens[before].text == ":":
            yield from [i for i in range(before) if is_verb(tokens[i]) and tokens[i].head < 0 and leads_in(view, i)][:1]
    if tokens and tokens[0].text in DASHES:
        for i in range(2, len(tokens) - 1):
            if tokens[i - 1].text in DASHES and tokens[i - 2].text in (",", "?", "!", "…") and is_verb(tokens[i]):
                yield i


def leads_in(view: View, verb: int) -> bool:
    """Somebody acts, and on nothing: «в компании бодрятся», no «висела табличка», no «получил премию за рассказ»."""
    subjects = children(view.sentence, verb, "nsubj") or children(view.sentence, verb, "obl")
    things = [c for c in children(view.sentence, verb, "obj") if view.tokens[c].pos != "PRON"]
    named = any(m.kind in NEWS and at in (m.head, m.top) for at in subjects for _, m in view.mentions)
    return not things and (named or any(view.tokens[at].pos in ("PRON", "PROPN") for at in subjects))


def is_handed(scene: Scene, view: View, quote: Quote, at: int) -> bool:
    """A dash, or a comma inside the marks, hands over to the word right behind a quotation."""
    word = view.tokens[at]
    apart = any(c.isspace() or c in ",—–" for c in scene.text[quote.stop : word.start])
    between = scene.text[quote.stop : word.start]
    handed = any(c in DASHES for c in between) or scene.text[quote.stop - 2] in ",.!?"
    return apart and handed and (is_verb(word) or word.relation.startswith("parataxis"))


def cue_tokens(view: View, hit: Hit) -> tuple[int, int]:
    """Tokens [first, last) of the cue: its negation and its copula belong to it; a preposition does not."""
    first, last = hit.first, hit.last
    while last - first > 1 and view.tokens[last - 1].pos == "ADP":
        last -= 1
    if last < len(view.tokens) and view.tokens[last].relation == "fixed":
        last += 1
    for i in (first - 1, first - 2):
        near = i >= 0 and (view.tokens[i].lemma in ("не", "not") or is_copula(view, i, hit.at))
        first = i if near and i == first - 1 else first
    return first, last


def is_copula(view: View, at: int, predicate: int) -> bool:
    token = view.tokens[at]
    return token.head == predicate and token.relation.split(":")[0] in ("cop", "aux") and token.lemma in ("быть", "be")


def told_by(scene: Scene, view: View, hit: Hit, speech: list[Quote]) -> Attribution | None:
    """The attribution of a verb; none where nobody speaks or nothing is said."""
    cue = cue_tokens(view, hit)
    quoting = quoted_person(view, hit)
    outlet = None
    if quoting is not None:
        head, outlet, cue = quoting
    else:
        around = outside(view, hit.at, speech)
        heads = speaker_tokens(view, hit.at, around)
        if not heads:
            return None
        head = heads[0]
    frame = frame_of(view, hit.at, speech)
    source = noun_phrase(view, head, bars(view, head, cue, speech))
    telling = Telling(scene, view, hit.at, cue, source, speech, frame, hit.cue is NARRATING)
    found = contents.find_content(telling)
    if found is None or overlaps(view, source, found[0]):
        return None
    span, form = found
    return Attribution(span_of(view, source), span_of(view, cue), span, form, head, hit.at, outlet)


def outside(view: View, at: int, speech: list[Quote]) -> list[Quote]:
    """The quotations that a speaker cannot stand in: all but one that holds the verb itself."""
    start = view.tokens[at].start
    return [q for q in speech if not q.start < start < q.stop]


def frame_of(view: View, at: int, speech: list[Quote]) -> tuple[int, int]:
    """Tokens that the words of a verb may fill: the quotation that it stands in, else the sentence."""
    start = view.tokens[at].start
    quote = next((q for q in speech if q.start < start < q.stop), None)
    if quote is None:
        return 0, len(view.tokens)
    inside = [i for i, t in enumerate(view.tokens) if quote.start < t.start and t.stop < quote.stop]
    return (inside[0], inside[-1] + 1) if inside else (0, len(view.tokens))


def bars(view: View, head: int, cue: tuple[int, int], speech: list[Quote]) -> tuple[int, int]:
    """The tokens that a source cannot reach: the cue on one side, what is said on the other."""
    tokens = view.tokens
    if head < cue[0]:
        ends = [i for i in range(head) if any(q.stop == tokens[i].stop for q in speech) or tokens[i].text in DASHES]
        return max(ends, default=-1), cue[0]
    for i in range(head + 1, len(tokens)):
        opened = any(q.start == tokens[i].start for q in speech)
        if tokens[i].text in (":", *DASHES) or opened or (tokens[i].text == "," and hands_over(view, i + 1)):
            return cue[1] - 1, i
    return cue[1] - 1, len(tokens)


def hands_over(view: View, at: int) -> bool:
    return at < len(view.tokens) and view.tokens[at].lemma in MARKERS and view.tokens[at].lemma != "который"


def quoted_person(view: View, hit: Hit) -> tuple[int, Span | None, tuple[int, int]] | None:
    """«цитирует Агентство министра», «приводит Агентство слова министра»: (head of the source, outlet, cue)."""
    token = view.tokens[hit.at]
    if token.lemma not in QUOTING and hit.cue.text.split()[0] not in QUOTING:
        return None
    after = [i for i in range(hit.at + 1, min(len(view.tokens), hit.at + 8)) if view.tokens[i].pos in ("NOUN", "PROPN")]
    carried = next((i for i in after if view.tokens[i].lemma in ("слово", "word")), None)
    media = [m for _, m in view.mentions if m.kind == "institution" and any(m.head == i for i in after)]
    outlet = (media[0].start, media[0].stop) if media else None
    if carried is not None:
        owners = children(view.sentence, carried, "nmod")
        return (owners[0], outlet, (hit.at, carried + 1)) if owners else None
    people = [
        i
        for i in after
        if view.tokens[i].head == hit.at and not any(m.start <= view.tokens[i].start < m.stop for m in media)
    ]
    if not people or token.lemma not in ("цитировать", "процитировать", "quote", "cite"):
        return None
    return people[0], outlet, (hit.at, hit.at + 1)


QUOTING = frozenset(words("quoting"))


def overlaps(view: View, source: tuple[int, int], content: Span) -> bool:
    """A source at the very edge of the content, or under it, is read wrongly, save inside a stretch around it."""
    start, stop = span_of(view, source)
    return content[0] <= start < content[1] and not (content[0] < start and stop < content[1])


def told_by_phrase(scene: Scene, view: View, first: int, last: int) -> Attribution | None:
    """«по словам N, A», «A, according to N», also put into the middle."""
    found = read_phrase(scene, view, first, last)
    if found is None:
        return None
    head, source, content = found
    return Attribution(span_of(view, source), span_of(view, (first, last)), content, "phrase", head, first)


def carries(view: View, verb: Attribution, phrase: Attribution) -> bool:
    """«Агентство со ссылкой на N сообщает»: the verb's own subject only hands on what N says."""
    return hands_on(view, phrase.at) and abs(phrase.at - verb.at) <= CARRIED


CARRIED = 12
"""Words between the verb and the phrase."""


# a name and a colon


def told_by_colon(scene: Scene, view: View) -> Iterator[Attribution]:
    """«N: „A“», «Ведомство: A будет»: a name alone before a colon, where no word tells who speaks."""
    colon = next((i for i, t in enumerate(view.tokens[:LABEL]) if t.text == ":"), None)
    if colon is None or any((is_verb(t) and t.form != "Part") or t.text in BROKEN for t in view.tokens[:colon]):
        return
    if any(t.text == "," for t in view.tokens[:colon]) and not (quoted_at(view, colon) and is_person(view, 0)):
        return
    first = next((i for i in range(colon) if view.tokens[i].pos != "PUNCT"), colon)
    if first == colon or view.tokens[first].pos in ("ADP", "ADV", "CCONJ", "SCONJ") or not is_label(view, first, colon):
        return
    speech = [q for q in view.quotes if is_speech(scene.text, q)]
    telling = Telling(scene, view, colon, (colon, colon + 1), (first, colon), speech, (0, len(view.tokens)))
    found = contents.behind(telling, colon)
    person = any(m.kind == "person" for _, m in view.mentions if m.stop <= view.tokens[colon].start)
    if found is None or (found[1] == "colon" and not person and not contents.is_sentence(view, colon + 1)):
        return
    head = head_before(view, first, colon)
    owner = owner_of_answer(view, head)
    source = (first, colon) if owner is None else noun_phrase(view, owner, (head, colon))
    yield Attribution(span_of(view, source), None, found[0], found[1], head if owner is None else owner, colon)


BROKEN = ("(", ";")


def quoted_at(view: View, colon: int) -> bool:
    return any(q.start == t.start for t in view.tokens[colon + 1 : colon + 2] for q in view.quotes)


def is_person(view: View, at: int) -> bool:
    return any(m.kind == "person" and m.start <= view.tokens[at].start < m.stop for _, m in view.mentions)


def head_before(view: View, first: int, colon: int) -> int:
    return next((i for i in range(first, colon) if not first <= view.tokens[i].head < colon), first)


def owner_of_answer(view: View, head: int) -> int | None:
    """«Ответ министра: …», «Мнение N иное: …», "The board's verdict: …": whose answer it is."""
    answers = [i for i in (head, *children(view.sentence, head, "nsubj")) if view.tokens[i].lemma in ANSWERS]
    owners = [c for i in answers for c in children(view.sentence, i, "nmod", "nmod:poss")]
    return owners[0] if owners else None


ANSWERS = words("answers")


def is_label(view: View, first: int, colon: int) -> bool:
    """The head of the words before the colon names a person, a house or an office."""
    head = head_before(view, first, colon)
    owner = owner_of_answer(view, head)
    head = head if owner is None else owner
    token = view.tokens[head]
    over = [m for _, m in view.mentions if head in (m.head, m.top) or m.start <= token.start < m.stop]
    return any(m.kind in SPEAKERS for m in over) or (not over and token.pos == "PROPN" and colon == first + 1)


SPEAKERS = ("person", "organisation", "institution", "post")
LABEL = 12
"""Words that a name and its post may take before a colon."""
