"""Who does what to whom: parties of a predicate, read off the tree by grammatical function.

The functions are the same for every language: subject, agent of a passive, object, genitive, and nouns under a
preposition or in an oblique case. A token stands for the mention that covers it or that is its apposition; a
government stands for its state; a plural post («президенты стран региона») for the states it names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lodeline.claims.draft import PartyRef
from lodeline.claims.scene import PARTY_KINDS, Scene, View
from lodeline.claims.words import words
from lodeline.language.analysis import Mention
from lodeline.language.tree import children, conjuncts, governors, is_verb, matches, preposition, subtree
from lodeline.vocabulary.places import country, regions

AGENT_PREPOSITION = "by"


def parties_at(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Parties that a token and what is coordinated with it stand for, in order of the text."""
    found: list[PartyRef] = []
    for here in sorted({*conjuncts(view.sentence, at), *listed_between(view, at)}):
        for ref in standing_for(scene, view, here):
            if all(ref.name != other.name for other in found):
                found.append(ref)
    return found


def listed_between(view: View, at: int) -> list[int]:
    """The B of "A, B and C" where the parser took it for an apposition of A: another company, and no comma after it."""
    last = max(children(view.sentence, at, "conj"), default=at)
    between = [c for c in children(view.sentence, at, "appos") if at < c < last] if last > at else []
    found = []
    for here in between:
        named = next((m for _, m in view.mentions if here in (m.top, m.head) and m.kind == "organisation"), None)
        after = [t.text for t in view.tokens if named is not None and t.start >= named.stop and t.text not in '»”"']
        if named is not None and not named.adjective and named.surface[:1].isupper() and after[:1] != [","]:
            found.append(here)
    return found


def standing_for(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Parties of one token without its conjuncts."""
    direct = covering(view, at)
    named = [m for m in direct if m[1].kind in PARTY_KINDS and not m[1].adjective]
    if named and view.tokens[at].number == "Plur" and named[0][1].kind == "organisation" and owners(view, at):
        return plural_of(scene, view, at)
    if named and is_another(scene, view, *named[0]):
        index, mention = named[0]
        return [PartyRef(mention.name, mention.start, mention.stop, index, mention.country, "described")]
    if named:
        return leaders(scene, view, at, named[0][1]) or expand(scene, *named[0])
    beside = person_beside(view, direct)
    if beside is not None:
        return expand(scene, *beside)
    attached = [m for c in children(view.sentence, at, "appos", "flat", "nmod") for m in covering(view, c)]
    for index, mention in sorted(attached, key=lambda pair: pair[1].kind != "person"):
        named_here = mention.kind in ("person", "organisation", "institution") and mention.top in (at, mention.head)
        if named_here and (mention.kind == "person" or children_relation(view, mention.head) != "nmod"):
            return expand(scene, index, mention)
    posts = [m for m in direct if m[1].kind == "post"]
    if posts:
        return post_parties(scene, view, at, *posts[0])
    assets = [m for m in direct if m[1].kind == "asset" and not m[1].adjective]
    return expand(scene, *assets[0]) if assets else []


def is_another(scene: Scene, view: View, index: int, mention: Mention) -> bool:
    """ "A sold ore to a Korean smelter": told by trade and home in the clause of A itself, it cannot be A."""
    home = any(m.adjective and m.country and mention.start <= m.start < mention.stop for _, m in view.mentions)
    if mention.refers_to is None or not home or not mention.name[:1].islower():
        return False
    return any(
        scene.mention(i) == scene.mention(index) and view.clauses[m.top] == view.clauses[mention.top]
        for i, m in view.mentions
        if m.start < mention.start and m.surface[:1].isupper()
    )


def leaders(scene: Scene, view: View, at: int, group: Mention) -> list[PartyRef]:
    """Who leads a group that has no name of its own: "a consortium led by A", «консорциум во главе с А»."""
    token = view.tokens[at]
    if token.lemma not in GROUPS or group.start < token.start:
        return []
    phrase = range(at + 1, min(len(view.tokens), at + LEADER_REACH))
    leading = next((i for i in phrase if view.tokens[i].lemma in LEADING), None)
    if leading is None or (is_verb(view.tokens[leading]) and view.tokens[leading].voice != "Pass"):
        return []
    after = view.tokens[leading].stop
    firms = [
        (i, m)
        for i, m in view.mentions
        if m.kind in LEADERS and m.start >= after and not m.adjective and view.tokens[m.top].relation != "nmod:poss"
    ]
    return expand(scene, *firms[0]) if firms and firms[0][1].start - after <= NEAR_LEADER else []


GROUPS, LEADING = words("group_of_firms"), words("leading")
LEADERS = ("organisation", "institution", "country")
LEADER_REACH = 6
"""Words after "consortium" within which it must be told who leads it."""
NEAR_LEADER = 60
"""Characters between "led by" and the name: a home and a trade may stand there."""


def person_beside(view: View, direct: list[tuple[int, Mention]]) -> tuple[int, Mention] | None:
    """The person whose name stands right after a post, whatever the parser hung it on."""
    for _, post in direct:
        if post.kind == "post":
            for index, mention in view.mentions:
                if mention.kind == "person" and 0 <= mention.start - post.stop <= 1:
                    return index, mention
    return None


def children_relation(view: View, at: int) -> str:
    return view.tokens[at].relation.split(":")[0]


def covering(view: View, at: int) -> list[tuple[int, Mention]]:
    """Mentions whose phrase hangs on a token or covers it, those hanging on it first."""
    token = view.tokens[at]
    hanging = [(i, m) for i, m in view.mentions if at in (m.top, m.head)]
    over = [(i, m) for i, m in view.mentions if m.start <= token.start < m.stop and (i, m) not in hanging]
    order = {"person": 0, "institution": 1, "organisation": 1, "country": 2, "group": 2, "post": 3}
    return sorted([*hanging, *over], key=lambda pair: (pair[1].adjective, order.get(pair[1].kind, 9)))


def expand(scene: Scene, index: int, mention: Mention) -> list[PartyRef]:
    """One party of a mention, or the members of a group of states."""
    if mention.kind == "group" and mention.key:
        members = next((r.members for r in regions() if r.key == mention.key), ())
        if 0 < len(members) <= FEW and scene.analysis.language in ("ru", "en"):
            return [member(scene, index, mention, code) for code in members]
    if mention.stands_for:
        told = [r for i in mention.stands_for for r in expand(scene, i, scene.analysis.mentions[i])]
        return [replace(ref, start=mention.start, stop=mention.stop, rule="referent") for ref in told]
    target = scene.mention(index)
    rule = "referent" if mention.refers_to is not None else None
    return [
        PartyRef(
            target.name,
            mention.start,
            mention.stop,
            index,
            target.country,
            target.kind,
            rule,
            scene.other_names.get(index if mention.refers_to is None else mention.refers_to, ()),
        )
    ]


FEW = 7
"""States of a region that stand one by one for it; «лидеры стран Южной Америки» need not be all twelve."""


def member(scene: Scene, index: int, mention: Mention, code: str) -> PartyRef:
    state = country(code)
    name = state.names(scene.analysis.language)[0] if state else code
    return PartyRef(name, mention.start, mention.stop, index, code, "country", "member of the group")


def owners(view: View, at: int) -> list[tuple[int, Mention]]:
    """States in the genitive under a token: «авиаперевозчики Чили и Перу»."""
    found: list[tuple[int, Mention]] = []
    told = [c for c in children(view.sentence, at, "nmod") if preposition(view.sentence, c) not in PLACED]
    for child in told:
        for here in subtree(view.sentence, child):
            found += [m for m in covering(view, here) if m[1].kind in ("country", "group") and not m[1].adjective]
    return found


PLACED = ("в", "на", "in", "at")
"""«встреча с лидерами региона в Лиме»: where they meet is not theirs."""


def plural_of(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """A plural head over coordinated states: one party for each."""
    return [ref for index, mention in owners(view, at) for ref in expand(scene, index, mention)]


def adjective_at(view: View, at: int) -> list[tuple[int, Mention]]:
    """A state told as an adjective: «чилийский и перуанский министры», "the Chinese and American leaders"."""
    token = view.tokens[at]
    return [(i, m) for i, m in view.mentions if m.adjective and m.country and m.start <= token.start < m.stop]


def expand_state(scene: Scene, index: int, mention: Mention) -> list[PartyRef]:
    if mention.adjective and mention.country:
        return [member(scene, index, mention, mention.country)]
    return expand(scene, index, mention)


def post_parties(scene: Scene, view: View, at: int, index: int, mention: Mention) -> list[PartyRef]:
    """A post without a name: several states' posts are the states, a single post stays itself."""
    states = owners(view, at)
    plural = view.tokens[at].number == "Plur"
    if plural:
        states = [(i, m) for i, m in states if m.kind != "group" or len(expand(scene, i, m)) > 1]
        states += [
            m
            for c in children(view.sentence, at, "amod")
            for d in conjuncts(view.sentence, c)
            for m in adjective_at(view, d)
        ]
    if states and plural:
        return [ref for i, m in states for ref in expand_state(scene, i, m)]
    return [PartyRef(mention.name, mention.start, mention.stop, index, mention.country, "post")]


# grammatical functions


def main_verb(view: View, at: int) -> int:
    """The verb whose subject a predicate shares: «намерен купить» → намерен, "plans to buy" → plans."""
    here = at
    while view.tokens[here].relation in ("xcomp", "aux", "cop") and view.tokens[here].head >= 0:
        here = view.tokens[here].head
    return here


def subject_tokens(view: View, at: int) -> list[int]:
    """Subjects of a verb, of the verb it is coordinated with, or the noun that a participle describes."""
    for here in (at, main_verb(view, at)):
        found = children(view.sentence, here, "nsubj")
        if len(found) == 1 and view.tokens[found[0]].lemma in RELATIVE and view.tokens[here].head >= 0:
            return [view.tokens[here].head]
        if found:
            return found
        token = view.tokens[here]
        if token.form == "Part" or (matches(token.relation, ("acl",)) and token.form != "Inf"):
            return [token.head] if token.head >= 0 and not is_verb(view.tokens[token.head]) else []
        if token.relation == "conj" and is_verb(token) and token.head >= 0:
            return subject_tokens(view, token.head)
    for here in governors(view.sentence, at):
        if is_verb(view.tokens[here]) and view.tokens[at].relation in ("advcl", "conj", "xcomp", "csubj", "ccomp"):
            return children(view.sentence, here, "nsubj")
    noun = view.tokens[at].head
    if view.tokens[at].form == "Inf" and noun >= 0 and view.tokens[noun].pos == "NOUN":
        verb = next((g for g in governors(view.sentence, noun) if is_verb(view.tokens[g])), None)
        return under(view, noun, ("of", "'s"), ("Gen",)) or (subject_tokens(view, verb) if verb is not None else [])
    return []


RELATIVE = ("который", "кто", "which", "that", "who")


def is_passive(view: View, at: int) -> bool:
    token = view.tokens[at]
    if token.lemma == "entitle":  # "is entitled to half of the ore": a state, and nobody entitles
        return False
    if token.relation == "acl" and token.text.isascii() and children(view.sentence, at, "obj"):
        return token.lemma in DITRANSITIVE and token.voice == "Pass"
    return token.voice == "Pass" or bool(children(view.sentence, at, "aux:pass", "nsubj:pass"))


DITRANSITIVE = ("give", "grant", "award", "offer", "hand", "pay", "lend", "allocate", "assign")
"""Only these have an object as participles; "In May Acme bought a mine" is no participle, whatever the parser says."""


def subject(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Who acts: the subject of an active verb, the agent of a passive one."""
    if is_passive(view, at):
        return agent(scene, view, at)
    described = described_name(scene, view, at)
    if described:
        return described
    tokens = subject_tokens(view, at)
    own = named_before(scene, view, at, after=view.tokens[at].head) if shares_subject(view, at) else []
    if own:
        return own
    found = [ref for token in tokens for ref in parties_at(scene, view, token)]
    return found or ([] if tokens else named_before(scene, view, at))


def described_name(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """The name right before the comma of an active participle («Акме, отгрузившая…»), whatever the parser says."""
    token = view.tokens[at]
    if token.form != "Part" or not token.case or at < 2 or view.tokens[at - 1].text != ",":
        return []
    comma = view.tokens[at - 1].start
    named = [
        (i, m) for i, m in view.mentions if m.kind in SUBJECTS and not m.adjective and 0 <= comma - m.stop <= len("»")
    ]
    fitting = [(i, m) for i, m in named if m.case in ("", token.case)]
    return expand(scene, *fitting[-1]) if fitting else []


def shares_subject(view: View, at: int) -> bool:
    """A coordinated verb without a subject of its own in the tree."""
    token = view.tokens[at]
    return token.relation == "conj" and token.head >= 0 and is_verb(token) and not children(view.sentence, at, "nsubj")


def named_before(scene: Scene, view: View, at: int, after: int = -1) -> list[PartyRef]:
    """Where the parser found no subject: the nearest name in the nominative, or without a case, before the verb."""
    if not is_verb(view.tokens[at]):
        return []
    names = [
        (i, m)
        for i, m in view.mentions
        if m.kind in SUBJECTS and not m.adjective and m.case in ("Nom", "") and after < m.top < at
    ]
    inside = [p for p in names if after >= 0 or view.clauses[p[1].top] == view.clauses[at]]
    free = [p for p in inside if not preposition(view.sentence, p[1].top) and view.tokens[p[1].top].relation != "nmod"]
    return expand(scene, *free[-1]) if free else []


SUBJECTS = ("organisation", "institution", "country", "person")


def agent(scene: Scene, view: View, at: int) -> list[PartyRef]:
    tokens = [
        c
        for c in children(view.sentence, at, "obl")
        if preposition(view.sentence, c) == AGENT_PREPOSITION
        or (view.tokens[c].case == "Ins" and not preposition(view.sentence, c))
    ]
    return [ref for token in tokens for ref in parties_at(scene, view, token)]


def patient_tokens(view: View, at: int) -> list[int]:
    """What is acted on: the object, or the subject of a passive."""
    if is_passive(view, at):
        return subject_tokens(view, at)
    return children(view.sentence, at, "obj")


def patient(scene: Scene, view: View, at: int) -> list[PartyRef]:
    return [ref for token in patient_tokens(view, at) for ref in parties_at(scene, view, token)]


def under(view: View, at: int, prepositions: tuple[str, ...] = (), cases: tuple[str, ...] = ()) -> list[int]:
    """Nouns that hang on a token with one of the prepositions, or bare in one of the cases."""
    found = []
    for child in children(view.sentence, at, "obl", "nmod", "iobj", "obj"):
        prep = preposition(view.sentence, child)
        if prep in prepositions or (not prep and fits_case(view, child, cases)):
            found.append(child)
    return found


def fits_case(view: View, at: int, cases: tuple[str, ...]) -> bool:
    """The case, or, for a foreign name that has none, what its place in the tree would give it."""
    token = view.tokens[at]
    if token.case or token.pos not in ("X", "PROPN"):
        return token.case in cases
    return ("Gen" if token.relation.startswith("nmod") else "Dat") in cases and not token.relation.startswith("obj")


def parties_under(
    scene: Scene, view: View, at: int, prepositions: tuple[str, ...] = (), cases: tuple[str, ...] = ()
) -> list[PartyRef]:
    return [ref for t in under(view, at, prepositions, cases) for ref in parties_at(scene, view, t)]


def all_parties(scene: Scene, view: View, within: tuple[int, int] | None = None) -> Iterator[PartyRef]:
    """Every named party of a sentence in order, a person's post and adjectives left out."""
    for index, mention in view.mentions:
        inside = within is None or within[0] <= mention.start < within[1]
        if inside and mention.kind in PARTY_KINDS and not mention.adjective:
            yield from expand(scene, index, mention)


def adjective_states(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Whose it is by an adjective: "the Philippine moratorium", «казахстанская квота»."""
    inside = children(view.sentence, at, "amod", "compound")
    return [
        ref
        for index, m in view.mentions
        if m.adjective and m.country and any(m.start <= view.tokens[i].start < m.stop for i in inside)
        for ref in expand_state(scene, index, m)
    ]
