"""What short names, pronouns and definite phrases refer to within an English text: a first tracker.

One pass in order of the text. A short name goes to the fuller one; an abbreviation in brackets to the name before it;
"the company", "the bank", "the mine", "the country" and pronouns to the nearest mention of that sort, the subjects of
recent sentences first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from lodeline.language.analysis import Mention, Token
from lodeline.language.english.antecedents import (
    NAMED,
    PARTY,
    Tracker,
    about_nameless,
    antecedent_in_sentence,
    antecedent_of,
    count_state,
    is_described,
    is_inner_body,
    is_subject,
    nameless_sites,
    only_one,
    other_party,
    topic_state,
    within_states,
)
from lodeline.language.english.morphology import nouns, verbs
from lodeline.language.english.tables import words_of

PRONOUNS = {
    "it": "thing",
    "its": "thing",
    "he": "person",
    "she": "person",
    "his": "person",
    "her": "person",
    "him": "person",
    "they": "many",
    "their": "many",
}
QUOTE_MARKS = frozenset({'"', "“", "«"})


def track(sentences: Sequence[tuple[Sequence[Token], Sequence[Mention]]]) -> list[list[Mention]]:
    """Give every mention its `refers_to`, counting over all sentences; pronouns that resolve become mentions."""
    tracker = Tracker()
    result: list[list[Mention]] = []
    for tokens, mentions in sentences:
        own: list[int] = []
        for mention in sorted([*mentions, *pronouns(tokens)], key=lambda m: (m.start, m.stop)):
            resolved = resolve(tracker, tokens, mention)
            if resolved is not None:
                own.append(len(tracker.mentions))
                tracker.mentions.append(resolved)
                remember(tracker, resolved, own[-1])
                count_state(tracker, tokens, own[-1])
        tracker.nameless = max(tracker.nameless, nameless_sites(tokens))
        tracker.silent = about_nameless(tokens, [tracker.mentions[i] for i in own])
        row = appositions(tracker, tokens, own)
        tracker.subjects += [i for i in own if is_subject(tokens, tracker.mentions[i])]
        result.append(row)
    return result


def appositions(tracker: Tracker, tokens: Sequence[Token], own: Sequence[int]) -> list[Mention]:
    """As in "The contractor, Acme,": the description beside a name stands for the name."""
    heads = {tracker.mentions[i].head: i for i in own if not tracker.mentions[i].adjective}
    for i in own:
        at = tracker.mentions[i].head
        if tokens[at].relation != "appos" or tokens[at].head not in heads:
            continue
        first, second = sorted((i, heads[tokens[at].head]), key=lambda k: is_described(tracker.mentions[k]))
        name, description = tracker.mentions[first], tracker.mentions[second]
        settled = description.refers_to is not None and description.post in words_of("own_party")
        if (
            is_described(description)
            and not is_described(name)
            and {name.kind, description.kind} <= NAMED
            and not settled
        ):
            tracker.mentions[second] = replace(description, refers_to=tracker.root(first), kind=name.kind)
    return [tracker.mentions[i] for i in own]


def pronouns(tokens: Sequence[Token]) -> list[Mention]:
    return [
        Mention(t.start, t.stop, "organisation", t.text.lower(), head=i, top=i, surface=t.text)
        for i, t in enumerate(tokens)
        if t.pos == "PRON" and t.lemma in PRONOUNS
    ]


def remember(tracker: Tracker, mention: Mention, index: int) -> None:
    if mention.kind not in NAMED or mention.adjective or mention.surface.lower() in PRONOUNS or is_described(mention):
        return
    root = tracker.root(index)
    if mention.key and mention.kind == "institution":
        tracker.institutions.setdefault(mention.key, root)
    words = mention.name.split()
    forms = [mention.name, words[-1]] if mention.kind == "person" else [mention.name, words[0], " ".join(words[:-1])]
    if mention.kind != "person" and words[0].lower() in nouns():
        forms = [mention.name]
    for form in forms:
        if form:
            tracker.forms.setdefault(form.casefold(), root)


def resolve(tracker: Tracker, tokens: Sequence[Token], mention: Mention) -> Mention | None:
    """The mention with its antecedent; None for a pronoun or a bare site that finds none."""
    if mention.surface.lower() in PRONOUNS and tokens[mention.head].pos == "PRON":
        return pronoun(tracker, tokens, mention)
    if mention.kind == "post":
        return of_state(tracker, tokens, mention, words_of("state_post"))
    if mention.adjective or mention.kind in ("material", "place", "group"):
        return mention
    if is_described(mention) and mention.kind == "organisation":
        mention = of_state(tracker, tokens, mention, words_of("state_body"))
    found = bracketed(tracker, tokens, mention)
    if found is None and is_defined_term(tokens, mention):
        firms = antecedent_of("company", mention)
        found = tracker.forms.get(mention.name.casefold())
        found = only_one(tracker, tokens, firms) if found is None else found
        found = tracker.latest(firms) if found is None else found
    if found is None and mention.kind in NAMED and not is_described(mention):
        found = tracker.forms.get(mention.name.casefold())
        if found is None and mention.kind == "institution":
            found = tracker.institutions.get(mention.key or "")
    if found is None and is_described(mention):
        return described(tracker, tokens, mention)
    return mention if found is None else replace(mention, refers_to=found)


def is_defined_term(tokens: Sequence[Token], mention: Mention) -> bool:
    """As in "the Company", "the Group": a word for a firm in capitals, by which a paper calls its issuer."""
    noun = nouns().get(mention.name.lower())
    capital = mention.surface[:1].isupper()
    return capital and noun is not None and noun.kind == "firm" and is_definite(tokens, mention)


def pronoun(tracker: Tracker, tokens: Sequence[Token], mention: Mention) -> Mention | None:
    sort = PRONOUNS[tokens[mention.head].lemma]
    speaks = speech_subject(tokens, mention.head)
    subject = tokens[mention.head].relation.startswith(("nsubj", "nmod:poss"))
    if (
        sort == "many"
        or not subject
        or (tokens[0].text in QUOTE_MARKS and sort == "thing")
        or (sort == "thing" and is_expletive(tokens, mention.head))
    ):
        return None
    if sort == "person":
        found = tracker.latest(lambda m: m.kind == "person")
    else:
        wanted = PARTY | ({"country"} if speaks else {"asset", "country"})
        if owner_word(tokens, mention.head):
            wanted = frozenset({"asset"})
        found = antecedent_in_sentence(tracker, tokens, wanted)
        if found is None and not tracker.silent:
            found = tracker.latest(lambda m: m.kind in wanted and not is_inner_body(m))
    if found is None:
        return None
    target = tracker.mentions[found]
    return replace(mention, kind=target.kind, name=target.name, key=target.key, country=target.country, refers_to=found)


def owner_word(tokens: Sequence[Token], at: int) -> bool:
    """As in "its operator", "its owners": of a site."""
    head = tokens[at].head
    return head >= 0 and any(t.lemma in words_of("owner") for t in tokens[at + 1 : head + 1])


def speech_subject(tokens: Sequence[Token], at: int) -> bool:
    head = tokens[at].head
    return tokens[at].relation.startswith("nsubj") and head >= 0 and "s" in verbs().get(tokens[head].lemma, "")


def is_expletive(tokens: Sequence[Token], at: int) -> bool:
    """As in "it is likely that": nothing is meant."""
    if tokens[at].lemma != "it" or at + 1 >= len(tokens):
        return False
    head = tokens[at].head
    return any(t.head == head and t.relation in ("ccomp", "csubj") for t in tokens) and any(
        t.head == head and t.relation == "cop" for t in tokens
    )


def bracketed(tracker: Tracker, tokens: Sequence[Token], mention: Mention) -> int | None:
    """As in "European Investment Bank (EIB)": a name in brackets right after a name is its other name."""
    first = next((i for i, t in enumerate(tokens) if t.start == mention.start), 0)
    if first < 2 or tokens[first - 1].text != "(" or not tracker.mentions or mention.kind == "person":
        return None
    closes = next((t.text for t in tokens[first:] if t.start >= mention.stop), "")
    index = len(tracker.mentions) - 1
    before = tracker.mentions[index]
    close = 0 <= tokens[first - 1].start - before.stop <= 1
    return tracker.root(index) if close and closes in (")", ",") and before.kind in NAMED else None


def described(tracker: Tracker, tokens: Sequence[Token], mention: Mention) -> Mention | None:
    """As in "the miner" → the nearest mention of that sort; a site or state that finds none is no mention."""
    must = mention.kind in ("asset", "country")
    if not is_definite(tokens, mention):
        if mention.kind == "country" and mention.country is not None:
            return own_state(tracker, mention)
        return None if must and mention.country is None else mention
    head = tokens[mention.head]
    found = None
    if is_bare(tokens, mention):
        state = mention.kind == "country"
        fits = other_party(antecedent_of(head.lemma, mention), tokens, mention)
        found = topic_state(tracker, tokens, head.lemma) if state else called_so(tracker, mention, fits)
        if found is None and not state:
            found = only_one(tracker, tokens, fits)
        if found is None and not state:
            found = latest_of_state(tracker, fits, mention.country)
    if found is None:
        if mention.kind == "country" and mention.country is not None:
            return own_state(tracker, mention)
        return None if must else mention
    target = tracker.mentions[found]
    if mention.kind == "asset" and tracker.mentions[found].start < tracker.nameless:
        return None
    if mention.kind == "country":
        return replace(
            mention, key=target.key or target.country, country=target.country, name=target.name, refers_to=found
        )
    return replace(mention, refers_to=found, country=mention.country or target.country)


def called_so(tracker: Tracker, mention: Mention, fits: Callable[[Mention], bool]) -> int | None:
    """As in "the trader" after "Japanese trader Acme": told with that very word, where it tells companies apart."""
    if mention.kind != "organisation" or mention.post in words_of("any_company"):
        return None
    return tracker.nearest(lambda m: m.post == mention.post and not m.adjective and not is_described(m) and fits(m))


def latest_of_state(tracker: Tracker, fits: Callable[[Mention], bool], country: str | None) -> int | None:
    """As in "the Japanese trader": one known to be of that state, else one whose state is not told."""
    if country is None:
        return tracker.latest(fits)
    found = tracker.latest(within_states(fits, country))
    return tracker.latest(within_states(fits, None)) if found is None else found


def of_state(tracker: Tracker, tokens: Sequence[Token], mention: Mention, heads: frozenset[str]) -> Mention:
    """As in "the mines minister", "parliament": of the state that the text is about, where none is told."""
    if mention.country is not None or tokens[mention.head].lemma not in heads:
        return mention
    found = topic_state(tracker, tokens, "state")
    return mention if found is None else replace(mention, country=tracker.mentions[found].country)


def own_state(tracker: Tracker, mention: Mention) -> Mention:
    """As in "Mali's government", "the Kazakh side": the state named in the phrase."""
    found = tracker.nearest(lambda m: m.kind == "country" and m.key == mention.country and not m.adjective)
    return replace(mention, key=mention.country, refers_to=found)


def is_definite(tokens: Sequence[Token], mention: Mention) -> bool:
    first = next((i for i, t in enumerate(tokens) if t.start == mention.start), 0)
    return first > 0 and tokens[first - 1].text.lower() in ("the", "this", "that")


def is_bare(tokens: Sequence[Token], mention: Mention) -> bool:
    """At most a describing word before the head, and no name inside the phrase."""
    inside = [t for t in tokens if mention.start <= t.start < mention.stop]
    following = next((t for t in tokens if t.start >= mention.stop), None)
    return len(inside) <= 4 and all(t.pos != "PROPN" for t in inside) and not (following and following.lemma == "of")
