"""Voices: who said what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import all_parties, parties_at, parties_under, subject, subject_tokens
from lodeline.claims.phase import is_negated
from lodeline.claims.rules.frame import CLAUSE_LOOSE, SPEECH_WORDS, open_draft, phrase, worded
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import LOOK_BACK
from lodeline.claims.words import words
from lodeline.language.analysis import Quote, Token
from lodeline.language.tree import children, governors, is_verb, matches, subtree
from lodeline.vocabulary.institutions import institution
from lodeline.vocabulary.terms import TermClass, terms_of

ADDRESSEE = ("to", "для")


def statements(scene: Scene, view: View) -> Iterator[Draft]:
    """A quotation with its speaker, or a speech verb with a named speaker that introduces a clause."""
    quotes = [q for q in view.quotes if view.sentence.start <= q.start and is_speech(scene, q)]
    if quotes:
        yield from quoted(scene, view, quotes)
    else:
        yield from reported(scene, view)


def is_speech(scene: Scene, quote: Quote) -> bool:
    """Several words, or a stop within the marks, or a dash that hands over to the speaker."""
    said, after = scene.text[quote.start : quote.stop], scene.text[quote.stop : quote.stop + 3]
    stopped = said.rstrip('»”"').endswith((",", ".", "!", "?"))
    return len(said.split()) >= SPEECH_WORDS or stopped or after in (", —", ", –")


def quoted(scene: Scene, view: View, quotes: list[Quote]) -> Iterator[Draft]:
    """One claim for the quotations of a sentence; the speaker in it, or in the sentences just around it."""
    own = told_after(scene, view, quotes) or speaker_of(scene, view) or anybody(view)
    speaker = own or neighbour_speaker(scene, view, quotes[-1])
    if speaker is None:
        return
    draft = open_draft("statement", "quoted speech", view, 0)
    draft.add_party(speaker, "speaker")
    draft.widen(quotes[0].start, quotes[-1].stop)
    if own is None and speaker.rule != "referent":
        draft.widen(speaker.start, speaker.stop)
    add_addressee(scene, view, draft)
    draft.subject = worded(quoted_tokens(scene, quotes[0]), CLAUSE_LOOSE) or None
    yield draft


def quoted_tokens(scene: Scene, quote: Quote) -> list[Token]:
    """The words of a quotation in the sentence that it begins in."""
    view = scene.view_at(quote.start)
    tokens = [t for t in view.tokens if quote.start < t.start and t.stop < quote.stop] if view else []
    ends = (n for n, t in enumerate(tokens) if n > SPEECH_WORDS and t.text in (".", "!", "?", "…"))
    return tokens[: next(ends, len(tokens))]


def told_after(scene: Scene, view: View, quotes: list[Quote]) -> PartyRef | None:
    """«„…“, — развёл руками N», "…," muttered N: whatever the verb, who stands after it speaks."""
    for quote in quotes:
        at = next((i for i, t in enumerate(view.tokens) if t.start >= quote.stop and t.pos != "PUNCT"), None)
        if at is None or not (is_verb(view.tokens[at]) or matches(view.tokens[at].relation, ("parataxis",))):
            continue
        nouns = [i for i in range(at + 1, len(view.tokens)) if speaks_after(view, at, i)]
        named = subject(scene, view, at) or [ref for i in nouns[:1] for ref in parties_at(scene, view, i)]
        refs = unquoted(scene, view, named)
        if refs:
            return person_told(scene, view, at, refs[0]) or refs[0]
        if nouns:
            return described(view, nouns[0])
    return None


def anybody(view: View) -> PartyRef | None:
    """Whatever noun a speech verb has for its subject: beside a quotation it speaks ("an old hand told me")."""
    for hit in view.cues("speak"):
        if is_verb(view.tokens[hit.at]) and not inside_quote(view, view.tokens[hit.at].start):
            nouns = [at for at in subject_tokens(view, hit.at) if view.tokens[at].pos == "NOUN"]
            if nouns and not inside_quote(view, view.tokens[nouns[0]].start):
                return described(view, nouns[0])
    return None


def speaks_after(view: View, verb: int, at: int) -> bool:
    """A noun that hangs on the verb as its subject, or as its object where the tree knows no inversion."""
    token = view.tokens[at]
    subjects = children(view.sentence, verb, "nsubj")
    fits = at in subjects or (not subjects and token.head == verb and token.relation == "obj" and token.case in NAMING)
    return fits and token.pos in ("NOUN", "PROPN")


NAMING = ("Nom", "")
"""Cases of a subject; English nouns have none."""


def speaker_of(scene: Scene, view: View) -> PartyRef | None:
    """The subject of a speech verb outside quotations; «по словам N»; "NAME:" before a quotation."""
    for hit in view.cues("speak"):
        if inside_quote(view, view.tokens[hit.at].start) or not is_verb(view.tokens[hit.at]):
            continue
        refs = [
            *unquoted(scene, view, subject(scene, view, hit.at)),
            *he_told(scene, view, hit.at),
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
    return people[0] if people and not inside_quote(view, people[0].start) else None


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


def unquoted(scene: Scene, view: View, refs: list[PartyRef]) -> list[PartyRef]:
    """Without those that the speech itself names; a company's name has quotation marks of its own."""
    speech = [q for q in view.quotes if is_speech(scene, q)]
    return [ref for ref in refs if not any(q.start <= ref.start < q.stop for q in speech)]


def inside_quote(view: View, offset: int) -> bool:
    return any(q.start < offset < q.stop for q in view.quotes)


def he_told(scene: Scene, view: View, verb: int) -> list[PartyRef]:
    """Whom a pronoun stands for, where the text has told nobody else: the speaker just before, or the last person."""
    pronouns = [at for at in subject_tokens(view, verb) if view.tokens[at].lemma in PRONOUNS]
    if not pronouns or parties_at(scene, view, pronouns[0]):
        return []
    token = view.tokens[pronouns[0]]
    for near in reversed(scene.views[max(0, view.index - LOOK_BACK) : view.index]):
        verbs = [hit.at for hit in near.cues("speak") if is_verb(near.tokens[hit.at])]
        spoke = [ref for verb in verbs for ref in subject(scene, near, verb)]
        people = [ref for ref in (*all_parties(scene, near), *spoke) if ref.kind == "person"]
        if people:
            return [replace(people[-1], start=token.start, stop=token.stop, rule="referent")]
    return []


PRONOUNS = words("pronouns")


def described_speaker(scene: Scene, view: View, verb: int) -> list[PartyRef]:
    """A speaker who is described rather than named: «второй источник», "a trader"."""
    return [
        described(view, at)
        for at in subject_tokens(view, verb)
        if view.tokens[at].lemma in speaking_words(scene.analysis.language)
        and view.tokens[at].lemma not in PRONOUNS
        and not inside_quote(view, view.tokens[at].start)
        and not parties_at(scene, view, at)
    ]


def described(view: View, at: int) -> PartyRef:
    clauses = [i for c in children(view.sentence, at, "acl", "appos") for i in subtree(view.sentence, c)]
    token = view.tokens[at]
    return PartyRef(phrase(view, at, clauses), token.start, token.stop, None, None, "group", DESCRIBED)


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


SOURCE_PHRASES = {"слово": "по", "данные": "по", "оценка": "по", "мнение": "по", "сведение": "по", "информация": "по"}


def source_words(view: View) -> list[int]:
    """The words «по словам N» or "according to N", with all that hangs on them."""
    for i, token in enumerate(view.tokens):
        if token.lemma == "according" or (i and SOURCE_PHRASES.get(token.lemma) == view.tokens[i - 1].lemma):
            over = [i, *(g for g in governors(view.sentence, i) if token.lemma == "according")][:2]
            top = over[-1] if len(over) > 1 and view.tokens[over[-1]].pos in ("NOUN", "PROPN") else i
            return sorted({*subtree(view.sentence, top), i, i + 1})
    return []


def source_head(view: View) -> int:
    """The head of the clause that a source phrase is put into."""
    words = source_words(view)
    return next((i for i, t in enumerate(view.tokens) if t.head < 0 and i not in words), view.clauses[0])


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
    for quote in view.quotes:
        before = scene.text[view.sentence.start : quote.start].rstrip()
        if before.endswith(":"):
            refs = [r for r in all_parties(scene, view) if r.stop <= quote.start]
            return refs[-1] if refs else None
    return None


def neighbour_speaker(scene: Scene, view: View, quote: Quote) -> PartyRef | None:
    """A quotation that runs over sentences: the speaker told in the same paragraph where it ends, after or before."""
    before = scene.before(view)
    if (
        before is not None
        and before.index in scene.told
        and any(before.sentence.start <= q.start for q in before.quotes)
    ):
        return None
    last = scene.view_at(quote.stop - 1) or view
    for near in (last, scene.after(last), before):
        if near is not None and near.sentence.paragraph == view.sentence.paragraph:
            speaker = told_after(scene, near, [quote]) or speaker_of(scene, near)
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
    if any(q.start < view.sentence.start for q in view.quotes):
        return
    source = source_phrase(scene, view)
    if source is not None and view.index not in scene.told:
        yield said(view, "source phrase", source, phrase(view, source_head(view), source_words(view)))
        return
    for hit in view.cues("speak"):
        if not is_verb(view.tokens[hit.at]) or is_unsaid(view, hit):
            continue
        speaker = speaker_of(scene, view)
        position = hit.cue.value == "position"
        if speaker is None or is_generic(scene, view, speaker):
            return
        if not position and (view.index in scene.told or speaker.kind == "country"):
            return
        draft = said(view, "reported speech", speaker, content(view, hit.at, speaker))
        draft.holds("kind", view.tokens[hit.at].start, view.tokens[hit.at].stop)
        add_addressee(scene, view, draft)
        yield draft
        return


def said(view: View, rule: str, speaker: PartyRef, subject: str) -> Draft:
    draft = open_draft("statement", rule, view, 0)
    draft.add_party(speaker, "speaker")
    draft.subject = subject or None
    draft.confidence = 0.5
    return draft


def is_unsaid(view: View, hit: Hit) -> bool:
    """«не сказал», "would say", "declined to comment": nothing has been said."""
    modal = any(view.tokens[c].lemma in MODALS for c in children(view.sentence, hit.at, "aux"))
    refused = any(view.tokens[g].lemma in REFUSING for g in governors(view.sentence, hit.at))
    return is_negated(view, hit.first) or modal or refused


REFUSING = words("refusing")


def content(view: View, verb: int, speaker: PartyRef) -> str:
    """What was said: the clause under the verb, the one that it is put into, or what a position is taken on."""
    clauses = children(view.sentence, verb, "ccomp")
    if clauses:
        return phrase(view, clauses[0])
    breaks = [i for i, t in enumerate(view.tokens[:verb]) if t.text in (",", "—", "–")]
    if breaks and breaks[-1] > SPEECH_WORDS and speaker.start > view.tokens[breaks[-1]].start:
        return worded(view.tokens[: breaks[-1]], CLAUSE_LOOSE)
    over = view.tokens[verb].head
    if matches(view.tokens[verb].relation, ("parataxis",)) and over >= 0:
        return phrase(view, over, subtree(view.sentence, verb))
    leave = [i for c in children(view.sentence, verb, "nsubj") for i in subtree(view.sentence, c)]
    return phrase(view, verb, leave)


def attribution(scene: Scene, view: View) -> list[PartyRef]:
    """Who says a whole sentence, where it says it: for claims that are themselves what was said."""
    speaker = speaker_of(scene, view)
    return [speaker] if speaker is not None else []
