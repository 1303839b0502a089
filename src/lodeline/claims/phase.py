"""How far a thing has come, as its predicate tells it: denied, planned, signed, done… and from that the claim's status.

The phase is read off the chain of words that carry the trigger: the words it hangs on up to the head of its clause,
their auxiliaries and adverbs. The table data/status.csv turns (kind, phase) into a step of the status ladder.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from lodeline.claims.cues import Hit
from lodeline.claims.scene import Scene, View
from lodeline.claims.words import words
from lodeline.language.tree import children, governors, is_verb, matches, preposition, subtree

CHAIN_END = ("ccomp", "acl", "advcl", "parataxis", "root")
WORDS_AROUND = ("aux", "advmod", "cop", "xcomp", "acl", "amod", "mark", "fixed", "det", "expl", "csubj")
FUTURE_AUXILIARIES = ("will", "shall", "быть")
LASTING = ("done", "signed", "approved", "effect")
"""Phases that the future tense turns into promises («будет подписан», "will be paid")."""
DENIAL_REACH = 5
"""Words between a denial and what it denies, where the tree does not tell."""
BY_CUE = (
    ("deny", "denied"),
    ("cancel", "cancelled"),
    ("suspend", "suspended"),
    ("rumour", "rumour"),
    ("talk", "talk"),
    ("pledge", "pledge"),
    ("plan", "plan"),
    ("effect", "effect"),
    ("done", "done"),
    ("stop", "suspended"),
    ("approve", "approved"),
    ("sign", "signed"),
    ("agree", "agreed"),
)
"""Phase cues in order of precedence."""


@cache
def ladder() -> Mapping[str, Mapping[str, str]]:
    table = files("lodeline.claims").joinpath("data/status.csv").read_text("utf-8").splitlines()
    return {row["kind"]: row for row in csv.DictReader(table)}


def status_of(kind: str, phase: str) -> str | None:
    """The step of the ladder; None where a claim of that kind must not be made in that phase."""
    return ladder()[kind][phase] or None


STRUCK = ("agreed", "past", "none", "done", "signed", "present", "future", "plan", "pledge", "approved")


def status_by_form(view: View, kind: str, at: int, phase: str) -> str | None:
    """The status of a deal by the paper it stands on where one is told, else by its phase.

    A memorandum or a letter binds nobody, whatever it plans; a signed contract or a paper called binding does.
    """
    forms = {h.cue.value for h in view.cues("instrument") if is_form_of(view, h.at, at)}
    if phase in STRUCK:
        if "letter_of_intent" in forms:
            return "intent"
        loose = view.has("firm", value="non_binding")
        if loose or ("memorandum" in forms and not view.has("firm", value="binding")):
            return "memorandum"
        signed = "contract" in forms and (view.has("sign") or phase == "signed")
        if signed or (view.has("firm", value="binding") and phase != "plan"):
            return "binding"
    return status_of(kind, phase)


def signed_later(scene: Scene, view: View, status: str | None) -> str | None:
    """«Договор подписали ещё в феврале» right after a deal: the paper it stands on is signed, and binds."""
    after = scene.after(view)
    if (
        after is None
        or status not in ("agreed", "completed", "proposed")
        or after.sentence.paragraph != view.sentence.paragraph
    ):
        return status
    papers = [h for h in after.cues("instrument") if h.cue.value == "contract"]
    signed = any(phase_of(scene, after, h.at) == "signed" for h in papers)
    other = after.has("buy", "jv", "supply", "loan") and len(after.tokens) > SHORT
    return "binding" if signed and not other else status


OPEN = ("agreed", "completed", "proposed")
SHORT = 16
"""Words: a longer sentence with a deal of its own tells of another paper."""


def is_form_of(view: View, instrument: int, at: int) -> bool:
    """The deal hangs on the instrument, or the instrument stands in a clause of its own («— контракт подписан»)."""
    if preposition(view.sentence, instrument) in UNDER or view.tokens[instrument].head in chain(view, at):
        return True
    return (
        at in subtree(view.sentence, instrument)
        or instrument in chain(view, at)
        or view.clauses[instrument] != view.clauses[at]
    )


UNDER = ("under", "по", "согласно", "в")
"""«по меморандуму», "under the term sheet": the paper that a deal stands on."""


def chain(view: View, at: int) -> list[int]:
    """The trigger and the words it hangs on, up to the head of its clause."""
    found = [at]
    here = at
    for head in governors(view.sentence, at):
        if is_verb(view.tokens[here]) and (ends_clause(view, here) or stands_alone(view, here)):
            break
        found.append(head)
        here = head
    return found


def stands_alone(view: View, at: int) -> bool:
    """«собирались строить, но остановили»: a finite verb beside another shares neither its plan nor its doubt."""
    token = view.tokens[at]
    finite = token.form == "Fin" and bool(token.tense) and not token.text.isascii()
    return token.relation == "conj" and token.head >= 0 and finite and view.tokens[token.head].form == "Fin"


def ends_clause(view: View, at: int) -> bool:
    """The head of a clause: a verb joined by "and" too, where it has a subject of its own."""
    relation = view.tokens[at].relation
    return matches(relation, CHAIN_END) or (relation == "conj" and bool(children(view.sentence, at, "nsubj")))


def around(view: View, at: int) -> set[int]:
    """The chain with its auxiliaries, adverbs and the verbs that describe it."""
    words = set(chain(view, at))
    for here in list(words):
        words.update(
            c
            for c in children(view.sentence, here, *WORDS_AROUND)
            if not matches(view.tokens[c].relation, ("acl:relcl",))
        )
    return words


def phase_of(scene: Scene, view: View, at: int, *, skip: tuple[str, ...] = ()) -> str:
    """The phase of the thing that token `at` names; cue classes in `skip` say nothing here (they are the trigger)."""
    words = around(view, at) | outer(view, at)
    near = words | {i for i, t in enumerate(view.tokens) if t.relation == "dep" and t.head in words}
    found = [h for h in view.hits if h.cue.group not in skip and near & set(range(h.first, h.last)) and h.at != at]
    hits = [h for h in found if not is_unsaid(view, h)]
    leading = [h for h in view.cues("plan", "talk") if leads_to(view, h, at) and h.cue.group not in skip]
    hits += [h for h in leading if not is_unsaid(view, h)]
    led = {i for h in leading for i in around(view, h.at)}
    hits += [h for h in view.cues("cancel", "suspend") if h.at in led and h.cue.group not in skip]
    paused = [h for h in hits if h.cue.group == "suspend"]
    hits = [h for h in hits if not any(h.cue.group == "cancel" and p.first <= h.first < p.last for p in paused)]
    groups = {h.cue.group for h in hits} | ({"deny"} if is_denied(scene, view, at) else set())
    groups |= {"rumour"} if is_rumour(scene, view) else set()
    told = next((phase for group, phase in BY_CUE if group in groups and group not in skip), None)
    if told in LASTING and tense_of(view, at) == "future":
        return "future"
    if told is not None:
        return told
    unplanned = any(h.cue.group == "plan" and is_unsaid(view, h) for h in found)
    unplanned = unplanned or any(is_unsaid(view, h) for h in leading)
    if unplanned or negated(view, at):
        return "negated"
    return tense_of(view, at)


def leads_to(view: View, hit: Hit, at: int) -> bool:
    """A verb right before the trigger with only small words between («рассматривает кредит», "considering a loan").

    So does a noun right before an infinitive, wherever the parser hung it ("in talks to sell").
    """
    verb = hit.at
    if hit.last == at - 1 and view.tokens[hit.last].lemma == "to":
        return True
    between = view.tokens[verb + 1 : at]
    small = all(t.pos in ("DET", "ADJ", "NUM", "ADP", "PART") for t in between)
    spoken = is_verb(view.tokens[verb]) or (bool(between) and between[0].pos == "ADP")
    return spoken and verb < at and len(between) <= 3 and small


def outer(view: View, at: int) -> set[int]:
    """«Расторгнут договор, по которому…»: what happens to the paper happens to what it is about.

    Of "talks to sell" and "a plan to build" the noun itself tells the phase.
    """
    head = view.clauses[at]
    noun = view.tokens[head].head
    if not matches(view.tokens[head].relation, ("acl",)) or noun < 0:
        return set()
    if any(h.at == noun for h in view.cues("instrument", "bid", "plan", "pledge")):
        return around(view, noun)
    stopping = {i for h in view.cues("cancel", "suspend") for i in range(h.first, h.last)}
    stopped = around(view, noun) & stopping
    leading = {i for h in view.cues("talk", "plan") for i in range(h.first, h.last)}
    if not matches(view.tokens[head].relation, ("acl:relcl",)) and noun in leading:
        return {noun} | stopped
    return stopped


def is_negated(view: View, at: int) -> bool:
    """«не подписан», "not yet signed": the word before, or the one before that, denies; or a suffix, "сатпайды"."""
    return view.tokens[at].polarity == "Neg" or any(0 < at - h.last + 1 <= 2 for h in view.cues("negation", "pending"))


def is_unsaid(view: View, hit: Hit) -> bool:
    """A cue that is denied before its first word or by the suffix of its last."""
    return is_negated(view, hit.first) or view.tokens[hit.last - 1].polarity == "Neg"


def negated(view: View, at: int) -> bool:
    """Whether a word of the chain has a negation right before it, or nobody for its subject."""
    verbs = [here for here in chain(view, at) if is_verb(view.tokens[here]) and not describes(view, here)]
    nobody = {h.at for h in view.cues("negation")}
    unheld = any(is_negated(view, aux) for here in verbs for aux in children(view.sentence, here, "aux"))
    return unheld or any(is_negated(view, v) or nobody & set(children(view.sentence, v, "nsubj")) for v in verbs)


def describes(view: View, at: int) -> bool:
    """A participle that only describes a noun; «ещё не построена» tells something."""
    token = view.tokens[at]
    return token.form == "Part" and (token.relation.startswith(("acl", "amod")) or token.text.isascii())


def is_denied(scene: Scene, view: View, at: int) -> bool:
    """A denying verb over the trigger, beside it, or of the clause after a rumour («но группа это отрицает»)."""
    for hit in view.cues("deny"):
        over = view.clauses[hit.at] != view.clauses[at] and at in subtree(view.sentence, view.clauses[hit.at])
        if over or abs(hit.at - at) <= DENIAL_REACH or has_rumour(view):
            return True
    return refuted(scene, view)


def refuted(scene: Scene, view: View) -> bool:
    """A rumour, or a question, that is denied right after it («Это правда? — Я тоже читал. Это выдумка»)."""
    after = scene.after(view)
    if after is None or not (view.tokens[-1].text == "?" or is_rumour(scene, view)):
        return False
    if after.has("deny") and after.tokens[0].start - view.sentence.stop < GAP:
        return True
    second = scene.after(after)
    return second is not None and len(after.tokens) <= REPLY >= len(second.tokens) and second.has("deny")


GAP = 5
REPLY = 14
"""Words of a reply that is all about what was asked."""


def has_rumour(view: View) -> bool:
    """Unnamed sources; "to source ore" and "a source of copper" tell of goods."""
    return any(h.cue.text != "source" or is_teller(view, h) for h in view.cues("rumour"))


def is_teller(view: View, hit: Hit) -> bool:
    word, after = view.tokens[hit.at], view.tokens[hit.last : hit.last + 1]
    noun = word.pos == "NOUN" and word.text.casefold() in ("source", "sources")
    return noun and not any(t.lemma == "of" for t in after)


def is_rumour(scene: Scene, view: View) -> bool:
    """Unnamed sources in the sentence, or in one that refers back to it («Об этом рассказали три источника»)."""
    after = scene.after(view)
    back = (
        after is not None and after.tokens[:1] and after.tokens[0].lemma in ("об", "о", "this") and after.has("rumour")
    )
    before = scene.before(view)
    goes_on = (
        any(t.lemma in ("слово", "сведение") for t in view.tokens[:4]) and before is not None and before.has("rumour")
    )
    return has_rumour(view) or bool(back) or goes_on


def tense_of(view: View, at: int) -> str:
    """past, present or future by the nearest verb of the chain; none where there is no verb."""
    for here in chain(view, at):
        token = view.tokens[here]
        if not is_verb(token) and any(view.tokens[c].tense == "Past" for c in children(view.sentence, here, "cop")):
            return "past"
        if not is_verb(token) or (token.form == "Part" and is_negated(view, here)):
            continue
        if any(
            view.tokens[c].lemma in FUTURE_AUXILIARIES and is_future(view, c)
            for c in children(view.sentence, here, "aux")
        ):
            return "future"
        marked = token.form == "Inf" or any(view.tokens[c].lemma == "to" for c in children(view.sentence, here, "mark"))
        if marked and any(view.tokens[c].lemma == "be" for c in children(view.sentence, here, "aux")):
            return "future"
        if any(view.tokens[c].lemma == "have" for c in children(view.sentence, here, "aux")):
            return "past"
        tense = token.tense or ("Past" if token.form == "Part" and token.voice == "Pass" else "")
        if tense:
            return {"Past": "past", "Pres": "present", "Fut": "future", "Plan": "plan"}.get(tense, "none")
    return "none"


def is_future(view: View, at: int) -> bool:
    token = view.tokens[at]
    return token.lemma in ("will", "shall") or token.tense == "Fut" or token.text.casefold().startswith("буд")


UNREAL = ("would", "бы")
POSSIBLE = ("бы", "could", "might", "would")
THOUGHT = words("analysts")
"""What an analyst thinks could happen is nobody's deal."""
INVERTED = ("Were", "Should", "Had")


def conditional(view: View, at: int) -> bool:
    """Whether the trigger stands in a condition («если…», "if…", "Were X to…"): no claim is made then."""
    if view.tokens[0].text in INVERTED and len(view.tokens) > 1:
        return True
    if any(view.tokens[here].form == "Cnd" for here in chain(view, at)):
        return True
    if view.has("conditional") and any(t.lemma in UNREAL for t in view.tokens):
        return True
    if any(a.lemma in THOUGHT for a in view.tokens) and any(t.lemma in POSSIBLE for t in view.tokens):
        return True
    return any(h.at <= at and view.clauses[h.at] == view.clauses[at] for h in view.cues("conditional"))
