"""Voices: who said what, as statements of their own or as the source of another claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from lodeline.claims.attribution import attributions
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import all_parties, parties_at, parties_under, subject
from lodeline.claims.rules.frame import CLAUSE_LOOSE, open_draft, phrase, worded
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import LOOK_BACK
from lodeline.claims.tellers import DOCUMENTS, SPEECH_WORDS, is_speech
from lodeline.claims.voice import Attribution
from lodeline.claims.words import words
from lodeline.language.analysis import Quote, Token
from lodeline.language.tree import children, is_verb, subtree
from lodeline.vocabulary.institutions import institution
from lodeline.vocabulary.terms import TermClass, terms_of

ADDRESSEE = ("to", "для")
CLAUSES = ("clause", "before", "phrase", "colon")
"""Where a content stands that says something whole; a thing or a deed under the verb does so only as a position."""


def statements(scene: Scene, view: View) -> Iterator[Draft]:
    """A quotation with its speaker; reported speech by a person or a house; a position taken."""
    told = attributions(scene, view)
    spoken = [a for a in told if a.form == "quote"]
    for said in spoken[:1]:
        yield from quoted(scene, view, said)
    begun_before = any(q.start < view.sentence.start and is_speech(scene.text, q) for q in view.quotes)
    drafts = [] if begun_before else list(reported(scene, view, [a for a in told if a.form != "quote"]))
    yield from drafts
    open_quotes = [q for q in view.quotes if view.sentence.start <= q.start and is_speech(scene.text, q)]
    if not drafts and not told and open_quotes:
        yield from continued(scene, view, open_quotes)


def quoted(scene: Scene, view: View, said: Attribution) -> Iterator[Draft]:
    """One claim for the quotations of a sentence, all their words kept."""
    speaker = teller(scene, view, said)
    if speaker is None:
        return
    draft = open_draft("statement", "quoted speech", view, max(said.at, 0))
    draft.add_party(speaker, "speaker")
    draft.widen(*with_marks(scene, said.content))
    add_addressee(scene, view, draft)
    draft.subject = worded(content_tokens(scene, said.content), CLAUSE_LOOSE) or None
    yield draft


def with_marks(scene: Scene, content: tuple[int, int]) -> tuple[int, int]:
    """A quotation with its opening mark."""
    start, stop = content
    return (start - 1, stop) if scene.text[start - 1 : start] in ("«", "“", "„", '"') else (start, stop)


def continued(scene: Scene, view: View, quotes: list[Quote]) -> Iterator[Draft]:
    """A quotation by itself: its speaker is told in the same paragraph, right before or right after it."""
    before = scene.before(view)
    if (
        before is not None
        and before.index in scene.told
        and any(before.sentence.start <= q.start for q in before.quotes)
    ):
        return
    last = scene.view_at(quotes[-1].stop - 1) or view
    beside = signed(scene, last, last.token_of(quotes[-1].stop - 1) + 1)
    if beside is not None:
        yield from [continuing(scene, view, quotes, beside)]
        return
    for near in (scene.after(last), before):
        if near is None or near.sentence.paragraph != view.sentence.paragraph:
            continue
        told = [a for a in attributions(scene, near) if near is before or a.form == "back"]
        speaker = next((ref for a in told if (ref := teller(scene, near, a)) is not None), None)
        speaker = speaker or (signed(scene, near, 0) if near is not before else None)
        if speaker is None:
            continue
        yield continuing(scene, view, quotes, speaker)
        return


def continuing(scene: Scene, view: View, quotes: list[Quote], speaker: PartyRef) -> Draft:
    draft = open_draft("statement", "quoted speech", view, 0)
    draft.add_party(speaker, "speaker")
    draft.widen(quotes[0].start, quotes[-1].stop)
    if speaker.rule != "referent":
        draft.widen(speaker.start, speaker.stop)
    draft.subject = worded(content_tokens(scene, (quotes[0].start + 1, quotes[0].stop)), CLAUSE_LOOSE) or None
    return draft


def signed(scene: Scene, view: View, at: int) -> PartyRef | None:
    """ "“…” Ana Solis of the tin board", «„…“, — это Исламов на вопрос»: a person, with no verb, signs the words."""
    rest = view.tokens[at:]
    if not rest or any(is_verb(t) and t.lemma not in ("быть", "be") for t in rest):
        return None
    people = [r for r in all_parties(scene, view, (rest[0].start, rest[-1].stop)) if r.kind == "person"]
    near = people and sum(t.pos != "PUNCT" for t in rest if t.stop <= people[0].start) <= SIGNED
    return people[0] if near else None


SIGNED = 4
"""Words between a quotation and the name that signs it: a post."""


def content_tokens(scene: Scene, content: tuple[int, int]) -> list[Token]:
    """The words of a content in the sentence that it begins in, up to its first stop."""
    view = scene.view_at(content[0])
    tokens = [t for t in view.tokens if content[0] <= t.start and t.stop <= content[1]] if view else []
    ends = (n for n, t in enumerate(tokens) if n > SPEECH_WORDS and t.text in (".", "!", "?", "…"))
    return tokens[: next(ends, len(tokens))]


def reported(scene: Scene, view: View, told: list[Attribution]) -> Iterator[Draft]:
    """Speech that is retold: a statement of its own where no other claim tells its content, or a position is taken.

    Of one speaker a sentence gives one statement.
    """
    groups = ("speak", "speak_about", "speak_object", "speak_to_do")
    positions = {h.at for h in view.cues(*groups, value="position") if view.tokens[-1].text != "?"}
    speakers: set[str] = set()
    for said in told:
        position = said.at in positions and said.form != "phrase"
        if not position and not is_whole(scene, view, said) and not quotes_some(scene, view, said):
            continue
        speaker = teller(scene, view, said)
        if speaker is None or speaker.name in speakers or not may_state(scene, view, speaker, position):
            continue
        speakers.add(speaker.name)
        draft = open_draft("statement", "source phrase" if said.form == "phrase" else "reported speech", view, 0)
        draft.add_party(speaker, "speaker")
        draft.subject = subject_of(scene, view, said) or None
        draft.confidence = 0.5
        if said.cue is not None:
            draft.holds("kind", *said.cue)
        add_addressee(scene, view, draft)
        yield draft


def is_whole(scene: Scene, view: View, said: Attribution) -> bool:
    """A clause that nothing else has been drawn from, and no question, no bare label of an interview."""
    judges = said.form == "object" and any(h.at == said.at for h in view.cues("speak_object", value="judging"))
    if (said.form not in CLAUSES and not judges) or view.index in scene.told or view.tokens[-1].text == "?":
        return False
    return said.form != "colon" or said.source[1] - said.source[0] > LABEL


def quotes_some(scene: Scene, view: View, said: Attribution) -> bool:
    """ "says it is “under review”": some of the words told are quoted, and each quotation is a statement."""
    start, stop = said.content
    quoted = [scene.text[q.start + 1 : q.stop - 1] for q in view.quotes if start <= q.start and q.stop <= stop + 1]
    longest = max((told for told in quoted if not told[:1].isupper() or len(told.split()) > NAMED), key=len, default="")
    return said.form != "phrase" and len(longest.split()) > 1


NAMED = 3
"""Words: a capital opens a name in quotation marks up to that long."""
LABEL = 3
"""Letters: initials before a colon mark an answer, which is a statement only where it is more than that."""


def may_state(scene: Scene, view: View, speaker: PartyRef, position: bool) -> bool:
    """Somebody in particular who can speak; a state speaks where it takes a position."""
    if is_generic(scene, view, speaker) or (speaker.kind == "country" and not position):
        return False
    described = speaker.rule == DESCRIBED
    return not described or view.tokens[view.token_of(speaker.start)].lemma in speaking_words(scene.analysis.language)


def subject_of(scene: Scene, view: View, said: Attribution) -> str:
    """What was said in a few words; of a position the verb with what it judges."""
    if said.form in ("object", "deed", "about"):
        leave = [i for c in children(view.sentence, said.at, "nsubj") for i in subtree(view.sentence, c)]
        return phrase(view, said.at, leave)
    tokens = content_tokens(scene, said.content)
    parted = [said.source, said.cue or said.source]
    own = [t for t in tokens if not any(start <= t.start < stop for start, stop in parted)]
    return worded(own, CLAUSE_LOOSE)


# the speaker as a party


def teller(scene: Scene, view: View, said: Attribution) -> PartyRef | None:
    """Whom a source stands for: a person first, the house of a document or a spokesman, else a description."""
    word = view.tokens[said.head].lemma
    if view.tokens[said.head].pos in ("PRON", "DET", "NUM") or word in ANYBODY:
        return meant(scene, view, said.head) if word in PRONOUNS else None
    named = [r for r in all_parties(scene, view, said.source) if not is_carrier(said, r)]
    people = [r for r in named if r.kind == "person"]
    if people:
        return people[0]
    houses = [r for r in named if r.kind in ("organisation", "institution", "country")]
    if word in DOCUMENTS:
        return next(iter([*houses, *owner_meant(scene, view, said)]), None)
    refs = [r for r in parties_at(scene, view, said.head) if said.source[0] <= r.start < said.source[1]]
    own = word in speaking_words(scene.analysis.language) and word not in SPEAKING_FOR
    ref = next(iter([*refs[: word not in SPEAKING_FOR], *houses[: not own]]), described(view, said))
    return office_meant(scene, view, word, ref) if is_generic(scene, view, ref) else ref


def owner_meant(scene: Scene, view: View, said: Attribution) -> list[PartyRef]:
    """«в её сообщении», "its report": the house named last before it."""
    inside = [t for t in view.tokens if said.source[0] <= t.start < said.source[1]]
    if not any(t.text.casefold() in POSSESSIVES for t in inside):
        return []
    named = [
        ref
        for near in scene.views[max(0, view.index - LOOK_BACK) : view.index]
        for ref in all_parties(scene, near)
        if ref.kind in ("organisation", "institution")
    ]
    return [replace(named[-1], start=inside[0].start, stop=inside[0].stop, rule="referent")] if named else []


def office_meant(scene: Scene, view: View, word: str, ref: PartyRef) -> PartyRef:
    """«в ведомстве», "the regulator": the institution named last before it; «министр»: the holder named last."""
    for near in reversed(scene.views[max(0, view.index - LOOK_BACK) : view.index]):
        for index, mention in reversed(near.mentions):
            target = scene.mention(index)
            holds = target.kind == "person" and word in (target.post or "").casefold().split()
            office = word in OFFICE_WORDS and target.kind == "institution" and not mention.adjective
            if holds or (office and any(part.startswith(OFFICE_HEADS) for part in target.name.casefold().split())):
                kind = "person" if holds else "institution"
                return replace(ref, name=target.name, mention=index, country=target.country, kind=kind, rule="referent")
    return ref


OFFICE_WORDS = words("office_words")
OFFICE_HEADS = words("office_heads")


def meant(scene: Scene, view: View, at: int) -> PartyRef | None:
    """Whom a pronoun that speaks stands for: a person rather than a house, whoever spoke last rather than was named."""
    refs = parties_at(scene, view, at)
    if view.tokens[at].lemma in ("it", "they", "они", "оно"):
        return next(iter(refs), None)
    person = next((r for r in refs if r.kind == "person"), None)
    return spoke_last(scene, view, at) or person or next(iter([*told_before(scene, view, at), *refs]), None)


def spoke_last(scene: Scene, view: View, at: int) -> PartyRef | None:
    """The speaker of the sentence before, where it is a person or an office."""
    before = scene.before(view)
    for said in reversed(attributions(scene, before) if before is not None else ()):
        ref = teller(scene, before, said) if before is not None else None
        if ref is not None and ref.kind in ("person", "post"):
            token = view.tokens[at]
            return replace(ref, start=token.start, stop=token.stop, rule="referent")
    return None


def is_carrier(said: Attribution, ref: PartyRef) -> bool:
    """An outlet that only carries the words is no speaker."""
    return said.outlet is not None and said.outlet[0] <= ref.start < said.outlet[1]


PRONOUNS = (*words("pronouns"), "it")
ANYBODY = frozenset(words("anybody"))
POSSESSIVES = frozenset(words("possessives"))
SPEAKING_FOR = frozenset(words("speaking_for"))


def told_before(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Whom a pronoun stands for, where the text has told nobody else: the speaker just before, or the last person."""
    token = view.tokens[at]
    for near in reversed(scene.views[max(0, view.index - LOOK_BACK) : view.index]):
        verbs = [hit.at for hit in near.cues("speak") if is_verb(near.tokens[hit.at])]
        spoke = [ref for verb in verbs for ref in subject(scene, near, verb)]
        people = [ref for ref in (*all_parties(scene, near), *spoke) if ref.kind == "person"]
        if people:
            return [replace(people[-1], start=token.start, stop=token.stop, rule="referent")]
    return []


def described(view: View, said: Attribution) -> PartyRef:
    """Somebody told by a description: «второй источник», "an old hand at a trading house"."""
    token = view.tokens[said.head]
    start, stop = said.source
    told = [t for t in view.tokens if start <= t.start < stop]
    return PartyRef(worded(told), token.start, token.stop, None, None, "group", DESCRIBED)


DESCRIBED = "described"


def is_generic(scene: Scene, view: View, ref: PartyRef) -> bool:
    """Nobody in particular: «трейдеры», "the company" where the text has not told which."""
    at = view.token_of(ref.start)
    common = view.tokens[at].lemma in speaking_words(scene.analysis.language) and ref.rule in (None, DESCRIBED)
    return common and " " not in ref.name.strip() and not children(view.sentence, at, *TELLING)


TELLING = ("amod", "nmod", "nummod", "acl", "compound", "flat")
"""What says of a noun which one is meant."""


@cache
def speaking_words(language: str) -> frozenset[str]:
    """Nouns that can speak: sources, posts, offices, companies."""
    groups: tuple[TermClass, ...] = (
        "source_word",
        "post",
        "outlet_word",
        "organisation_head",
        "pronoun_company",
        "pronoun_person",
    )
    return frozenset(term.split()[-1] for group in groups for term in terms_of(group, language))


# the addressee


def add_addressee(scene: Scene, view: View, draft: Draft) -> None:
    """«сообщил Агентству», "told the paper": whom it was told to."""
    for hit in view.cues("speak"):
        outlets = [r for r in all_parties(scene, view) if is_media(scene, r) or follows(view, hit.at, r)]
        for ref in [*parties_under(scene, view, hit.at, ADDRESSEE, ("Dat",)), *outlets]:
            if ref.kind in ("organisation", "institution") and ref.name not in draft.names("speaker"):
                draft.add_party(ref, "addressee")
                return


def is_media(scene: Scene, ref: PartyRef) -> bool:
    """An outlet is told things; it speaks itself only where nobody else does."""
    mention = scene.mention(ref.mention) if ref.mention is not None else None
    known = institution(mention.key) if mention is not None and mention.key else None
    return known is not None and known.kind == "media"


def follows(view: View, verb: int, ref: PartyRef) -> bool:
    """An organisation right after the speech verb, where the speaker stands before it."""
    return ref.kind in ("organisation", "institution") and view.token_of(ref.start) == verb + 1


# the source of another claim


def sources(scene: Scene, view: View, offset: int) -> list[PartyRef]:
    """Who says the words at a code point: the speakers of the contents around it, in its sentence or just beside it."""
    found: list[PartyRef] = []
    for near in scene.views[max(0, view.index - 1) : view.index + AROUND]:
        if near.sentence.paragraph != view.sentence.paragraph:
            continue
        for said in attributions(scene, near):
            around = said.form not in DEEDS and said.content[0] <= offset < said.content[1]
            ref = teller(scene, near, said) if around and not is_inside(said, offset) else None
            if ref is not None and all(ref.name != known.name for known in found):
                found.append(ref)
    return found


DEEDS = ("deed", "object")
"""Who promises to build or rejects a bid acts, and does not report."""
AROUND = 4
"""Sentences: a quotation may end that much farther on, where its speaker is told."""


def is_inside(said: Attribution, offset: int) -> bool:
    """The words that report are not said themselves, though they may stand in the middle of what is."""
    return any(span[0] <= offset < span[1] for span in (said.source, said.cue) if span is not None)
