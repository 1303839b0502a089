"""Voices: who said what, and what holds supply back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import all_parties, parties_at, parties_under, subject, subject_tokens
from lodeline.claims.phase import is_negated
from lodeline.claims.rules.frame import open_draft, phrase
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import fill_assets, fill_places
from lodeline.claims.words import words
from lodeline.language.analysis import Quote
from lodeline.language.tree import children, is_verb
from lodeline.vocabulary.institutions import institution
from lodeline.vocabulary.terms import TermClass, terms_of

SPEECH_WORDS = 4
"""Quoted words from which a quotation counts as speech and not as a name or a term."""
ADDRESSEE = ("to", "для")


def statements(scene: Scene, view: View) -> Iterator[Draft]:
    """A quotation with its speaker, or a speech verb with a named speaker that introduces a clause."""
    quotes = [
        q for q in scene.analysis.quotes if view.sentence.start <= q.start < view.sentence.stop and is_speech(scene, q)
    ]
    if quotes:
        yield from quoted(scene, view, quotes)
    else:
        yield from reported(scene, view)


def is_speech(scene: Scene, quote: Quote) -> bool:
    words = scene.text[quote.start : quote.stop].split()
    return len(words) >= SPEECH_WORDS or scene.text[quote.start : quote.stop].rstrip('»”"').endswith(
        (",", ".", "!", "?")
    )


def quoted(scene: Scene, view: View, quotes: list[Quote]) -> Iterator[Draft]:
    """One claim for the quotations of a sentence; the speaker in it, or in the sentences just around it."""
    speaker = speaker_of(scene, view) or neighbour_speaker(scene, view)
    if speaker is None:
        return
    draft = open_draft("statement", "quoted speech", view, 0)
    draft.add_party(speaker, "speaker")
    draft.widen(quotes[0].start, quotes[-1].stop)
    add_addressee(scene, view, draft)
    draft.subject = " ".join(scene.text[quotes[0].start + 1 : quotes[0].stop - 1].split()[:10])
    yield draft


def speaker_of(scene: Scene, view: View) -> PartyRef | None:
    """The subject of a speech verb outside quotations; «по словам N»; "NAME:" before a quotation."""
    for hit in view.cues("speak"):
        if inside_quote(scene, view.tokens[hit.at].start) or not is_verb(view.tokens[hit.at]):
            continue
        refs = [
            *subject(scene, view, hit.at),
            *described_speaker(scene, view, hit.at),
            *speaking_house(scene, view, hit.at),
        ]
        if refs:
            return person_told(scene, view, hit.at, refs[0]) or refs[0]
    return source_phrase(scene, view) or colon_speaker(scene, view) or document_author(scene, view)


def speaking_house(scene: Scene, view: View, verb: int) -> list[PartyRef]:
    """«в компании напомнили»: a plural verb without a subject, and the house it is said in."""
    token = view.tokens[verb]
    if token.number != "Plur" or subject_tokens(view, verb):
        return []
    return parties_under(scene, view, verb, ("в",))


def is_media(scene: Scene, ref: PartyRef) -> bool:
    """An outlet is told things; it speaks itself only where nobody else does."""
    mention = scene.mention(ref.mention) if ref.mention is not None else None
    known = institution(mention.key) if mention is not None and mention.key else None
    return known is not None and known.kind == "media"


def person_told(scene: Scene, view: View, verb: int, subject: PartyRef) -> PartyRef | None:
    """The person named before the verb, where what looks its subject stands after it («N говорит Агентству, что…»)."""
    if subject.kind == "person" or (subject.start < view.tokens[verb].start and not is_media(scene, subject)):
        return None
    people = [r for r in all_parties(scene, view) if r.kind == "person" and r.start < view.tokens[verb].start]
    return people[0] if people and not inside_quote(scene, people[0].start) else None


DOCUMENTS = words("documents")


def document_author(scene: Scene, view: View) -> PartyRef | None:
    """«в докладе Центра говорится»: whose report it is."""
    if not view.has("speak"):
        return None
    for i, token in enumerate(view.tokens):
        if token.lemma in DOCUMENTS:
            refs = parties_under(scene, view, i, ("of", "by", "'s"), ("Gen",))
            if refs:
                return refs[0]
    return None


def inside_quote(scene: Scene, offset: int) -> bool:
    return any(q.start < offset < q.stop for q in scene.analysis.quotes)


def described_speaker(scene: Scene, view: View, verb: int) -> list[PartyRef]:
    """A speaker who is described rather than named: «второй источник», "a trader"."""
    found = []
    for at in subject_tokens(view, verb):
        token = view.tokens[at]
        speaks = token.lemma in speaking_words(scene.analysis.language)
        if speaks and not inside_quote(scene, token.start) and not parties_at(scene, view, at):
            found.append(
                PartyRef(phrase(view, at).strip(" ,"), token.start, token.stop, None, None, "group", "described")
            )
    return found


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


SOURCE_PHRASES = {"слово": "по", "данные": "по", "оценка": "по", "мнение": "по", "сведение": "по", "информация": "по"}


def source_phrase(scene: Scene, view: View) -> PartyRef | None:
    """«по словам министра», "according to the ministry"."""
    for i, token in enumerate(view.tokens):
        before = view.tokens[i - 1].lemma if i else ""
        if SOURCE_PHRASES.get(token.lemma) == before and before:
            refs = parties_under(scene, view, i, ("of",), ("Gen",))
            if refs:
                return refs[0]
        if token.lemma == "according" and i + 2 < len(view.tokens):
            refs = [r for r in all_parties(scene, view) if r.start > token.start]
            if refs:
                return refs[0]
    return None


def colon_speaker(scene: Scene, view: View) -> PartyRef | None:
    """«Юрист N: „…“»: a name right before a colon and a quotation mark."""
    for quote in scene.analysis.quotes:
        if not view.sentence.start <= quote.start <= view.sentence.stop:
            continue
        before = scene.text[view.sentence.start : quote.start].rstrip()
        if before.endswith(":"):
            refs = [r for r in all_parties(scene, view) if r.stop <= quote.start]
            return refs[-1] if refs else None
    return None


def neighbour_speaker(scene: Scene, view: View) -> PartyRef | None:
    """A quotation that runs over sentences: the speaker told in the same paragraph after or before it."""
    before = scene.before(view)
    if (
        before is not None
        and before.index in scene.told
        and any(before.sentence.start <= q.start < before.sentence.stop for q in scene.analysis.quotes)
    ):
        return None
    for near in (scene.after(view), before):
        if near is not None and near.sentence.paragraph == view.sentence.paragraph:
            speaker = speaker_of(scene, near)
            if speaker is not None:
                return speaker
    return None


def add_addressee(scene: Scene, view: View, draft: Draft) -> None:
    """«сообщил Агентству», "told the paper": whom it was told to."""
    for hit in view.cues("speak"):
        outlets = [r for r in all_parties(scene, view) if is_media(scene, r) or follows(view, hit.at, r)]
        for ref in [*parties_under(scene, view, hit.at, ADDRESSEE, ("Dat",)), *outlets]:
            if ref.kind in ("organisation", "institution") and ref.name not in draft.names("speaker"):
                draft.add_party(ref, "addressee")
                return


MODALS = words("modals")


def follows(view: View, verb: int, ref: PartyRef) -> bool:
    """An organisation right after the speech verb, where the speaker stands before it."""
    return ref.kind in ("organisation", "institution") and view.token_of(ref.start) == verb + 1


def reported(scene: Scene, view: View) -> Iterator[Draft]:
    """Indirect speech by a person or an institution: a statement of its own only where a position or a view is told."""
    if any(q.start < view.sentence.start < q.stop for q in scene.analysis.quotes):
        return
    source = source_phrase(scene, view)
    if source is not None and view.index not in scene.told:
        draft = open_draft("statement", "source phrase", view, 0)
        draft.add_party(source, "speaker")
        draft.confidence = 0.5
        yield draft
        return
    for hit in view.cues("speak"):
        if not is_verb(view.tokens[hit.at]):
            continue
        speaker = speaker_of(scene, view)
        if is_negated(view, hit.first) or any(
            view.tokens[c].lemma in MODALS for c in children(view.sentence, hit.at, "aux")
        ):
            continue
        position = hit.cue.value == "position"
        if speaker is None or (not position and (view.index in scene.told or speaker.kind == "country")):
            return
        draft = open_draft("statement", "reported speech", view, hit.at)
        draft.add_party(speaker, "speaker")
        add_addressee(scene, view, draft)
        draft.subject = phrase(view, hit.at)
        draft.confidence = 0.5
        yield draft
        return


def constraints(scene: Scene, view: View) -> Iterator[Draft]:
    """What holds supply back: a barrier about energy, water, routes, law or money; a lack; a need; a slow permit."""
    at = barrier(view) or lacking(view) or needing(view) or waiting(view)
    if at is None:
        return
    draft = open_draft("constraint", "barrier told", view, at)
    draft.subject = phrase(view, at)
    fill_places(scene, view, draft)
    fill_assets(scene, view, draft, topic=False)
    yield draft


def barrier(view: View) -> int | None:
    """A barrier word that tells enough by itself, or one with what is scarce, or with a hindering verb."""
    barriers = view.cues("barrier")
    hinders = [h for h in view.cues("hinder") if is_verb(view.tokens[h.at])]
    means = view.cues("infrastructure")
    strong = [h for h in barriers if h.cue.value == "self"]
    if strong or (barriers and (means or hinders)) or (hinders and means):
        return (strong or barriers or hinders)[0].at
    return None


def lacking(view: View) -> int | None:
    """«нет дорог», "no water", "cannot supply more than 70 MW": a negation right at what is needed."""
    means = [(h.at, 3) for h in view.cues("infrastructure")]
    power = [(view.token_of(v.start), 6) for _, v in view.values if v.quantity and v.quantity.unit in UTILITIES]
    for hit in view.cues("negation"):
        near = [at for at, reach in (*means, *power) if 0 < at - hit.at <= reach]
        if near and view.tokens[hit.at].lemma in LACK:
            return near[0]
    return None


LACK = words("lack")
UTILITIES = ("MW", "GW", "m3/year", "m3", "MWh")


def needing(view: View) -> int | None:
    """A need of power or water with its quantity: "the mine needs 30 million cubic metres"."""
    needs = view.cues("need")
    utility = any(v.quantity and v.quantity.unit in UTILITIES for _, v in view.values)
    return needs[0].at if needs and utility else None


def waiting(view: View) -> int | None:
    """ "A licence takes three months": a permit and how long it takes."""
    permits = view.cues("licence")
    takes = [i for i, t in enumerate(view.tokens) if t.lemma in ("take", "занимать", "ждать", "wait")]
    long = any(v.kind == "duration" or (v.quantity and v.quantity.unit == "days") for _, v in view.values)
    return permits[0].at if permits and takes and long else None


def attribution(scene: Scene, view: View) -> list[PartyRef]:
    """Who says a whole sentence, where it says it: for claims that are themselves what was said."""
    speaker = speaker_of(scene, view)
    return [speaker] if speaker is not None else []
