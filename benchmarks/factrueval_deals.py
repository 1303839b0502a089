"""Deals, meetings and holdings that a verb or a noun tells, with the parties that grammar gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factrueval_match import Answer
from factrueval_page import PARTIES, Page, words

from lodeline.language.analysis import Mention
from lodeline.language.tree import children, governors, is_verb, preposition, subtree

SALE, INVESTMENT, LOAN, SERVICE, FINE = (
    "купля/продажа",
    "инвестиции",
    "займ/возвращение займа",
    "услуги",
    "наложение/выплата штрафа",
)
OWN = ("nsubj", "obj", "iobj", "obl", "nmod", "amod", "appos")
PREPOSITIONS = {
    SALE: ("", "у", "от", "с", "между", "для"),
    INVESTMENT: ("", "в", "на", "для", "от", "у"),
    LOAN: ("", "у", "от", "перед", "с", "для", "между", "в"),
    SERVICE: ("", "с", "между", "для", "у"),
    FINE: ("", "на", "с", "со", "для", "в", "у"),
}
LOOSE = ("партнерство", "сотрудничество", "альянс")
TREATIES = ("соглашение", "договор", "сделка")
TAKEN = ("контроль", "собственность", "владение")
FIRMS = ("organisation", "asset")
TRADED = ("person", "organisation", "institution", "country", "group", "asset")


def deals(pages: Sequence[Page]) -> Iterator[Answer]:
    """Deals of a text; one told with one side next to another of its kind is that of the side told first there."""
    struck: dict[str, tuple[int, str]] = {}
    for number, page in enumerate(pages):
        for at, token in enumerate(page.tokens):
            kind = kind_of(page, at)
            if not kind or at in page.places:
                continue
            found = parties(page, at, kind, PARTIES if kind == INVESTMENT and is_verb(token) else TRADED)
            names = told(page, found)
            if not is_trade(token.lemma, found):
                continue
            near, first = struck.get(kind, (-NEAR - 1, ""))
            if len(names) == 1 and number - near <= NEAR and continues(page, at):
                names = list(dict.fromkeys((first, *names)))
            if names:
                struck[kind] = (number, first if first in names else told(page, sorted(found, key=by_place))[0])
            if len(names) >= (1 if is_plain(page, at, kind) else 2):
                yield Answer("deal", (*(("participant", n) for n in names), ("type", kind)))


def by_place(mention: Mention) -> int:
    return mention.start


NEAR = 1
"""Sentences over which a deal goes on."""


def continues(page: Page, at: int) -> bool:
    """Whether a word takes up a deal told before: a paper, or a verb that leaves out who acts."""
    token = page.tokens[at]
    return token.lemma in words("paper") or (is_verb(token) and token.voice == "Pass")


def is_trade(lemma: str, found: Sequence[Mention]) -> bool:
    """States agree on much that is no deal; firms that work together make one where both are named."""
    if lemma in LOOSE:
        return all(m.kind == "organisation" for m in found) and len(found) > 1
    return lemma not in TREATIES or not all(m.kind in ("country", "person", "group") for m in found)


def is_plain(page: Page, at: int, kind: str) -> bool:
    """A deal that the word alone tells, though the text names one side only."""
    token = page.tokens[at]
    if token.lemma in words("payment"):
        return kind == FINE
    return kind == FINE or (is_verb(token) and kind == SALE and is_traded(page, at, kind))


def is_traded(page: Page, at: int, kind: str) -> bool:
    """Whether a word has a thing of trade or money below it, or describes one («проданный завод»)."""
    token = page.tokens[at]
    below = [c for c in children(page.sentence, at) if page.tokens[c].relation not in ("nsubj", *CLAUSES)]
    if token.relation in ("acl", "amod") and token.head >= 0:
        below.append(token.head)
    lemmas = {page.tokens[i].lemma for c in below for i in subtree(page.sentence, c, without=CLAUSES)}
    if kind == SALE:
        return bool(lemmas & words("thing").keys())
    return bool(lemmas & words("money").keys()) or has_amount(page, at)


def has_amount(page: Page, at: int) -> bool:
    """Whether a sum of money is told after a word, wherever a parser hung it."""
    numbered = zip(page.tokens[at:], page.tokens[at + 1 :], strict=False)
    return any(t.lemma in words("money") and b.relation.startswith("nummod") for b, t in numbered)


CLAUSES = ("acl", "advcl", "ccomp", "parataxis", "conj")


def kind_of(page: Page, at: int) -> str:
    """What deal a word tells; a contract that of its matter, a payment that of its ground."""
    lemma = page.tokens[at].lemma
    if lemma in words("payment"):
        lemmas = {t.lemma for s in page.paragraph for t in s.tokens}
        return FINE if lemmas & words("court").keys() else LOAN if lemmas & words("debt").keys() else SALE
    if lemma in words("pass_over"):
        about = {page.tokens[c].lemma for c, _ in page.dependents(at, "obl", "nsubj")}
        return SALE if about & {*TAKEN, *words("share")} else ""
    if any(page.tokens[c].lemma in words("chair") for c, _ in page.dependents(at, "obj", "nsubj")):
        return ""
    doubtful = words("deal_if").get(lemma, "")
    if doubtful:
        return doubtful if is_traded(page, at, doubtful) else ""
    return matter(page, at) or words("deal").get(lemma, "")


def matter(page: Page, at: int) -> str:
    """What a paper is about: «договор купли-продажи», «кредитная линия»."""
    if page.tokens[at].lemma not in words("paper"):
        return ""
    about = (words("deal").get(page.tokens[c].lemma) for c, _ in page.dependents(at, "nmod"))
    told = (words("matter").get(page.tokens[c].lemma) for c, _ in page.dependents(at, "amod"))
    return next((m for m in (*about, *told) if m), "")


def meetings(page: Page) -> Iterator[Answer]:
    for at, token in enumerate(page.tokens):
        if token.lemma in words("meeting"):
            found = [*hanging(page, at, ("", "с", "между"), ("person",)), *over(page, at), *visited(page, at)]
        elif token.lemma in ("принять", "принимать") and is_verb(token):
            found = list(hanging(page, at, ("",), ("person",)))
        else:
            continue
        names = told(page, [m for m in found if m.kind == "person"])
        if len(names) > 1:
            yield Answer("meeting", tuple(("participant", n) for n in names))


def over(page: Page, at: int) -> Iterator[Mention]:
    """«на встрече с N M сказал»: who acts there."""
    verb = next((i for i in (at, *governors(page.sentence, at)) if is_verb(page.tokens[i])), None)
    for child in page.actors(verb) if verb is not None else ():
        yield from page.parties_at(page.antecedent(child))


def visited(page: Page, at: int) -> Iterator[Mention]:
    """«приехал к M на встречу»."""
    head = page.tokens[at].head
    if preposition(page.sentence, at) == "на" and head >= 0:
        yield from hanging(page, head, ("к", "с"), ("person",))


def parties(page: Page, at: int, kind: str, kinds: Sequence[str]) -> list[Mention]:
    """Names that hang on a word, and on the verb that carries it («N подписал контракт с M»)."""
    prepositions = (*PREPOSITIONS[kind], *words("way").get(page.tokens[at].lemma, "").split())
    found = list(hanging(page, at, prepositions, kinds))
    here = at
    for _ in range(3):
        head = page.tokens[here].head
        if head < 0 or not carries(page, head, here):
            break
        outer = [p for p in prepositions if (p != "в" or kind == LOAN) and (p != "на" or kind == FINE)]
        found += hanging(page, head, outer, kinds)
        here = head
    verb = page.tokens[here]
    if is_verb(verb) and not any(c for c, _ in page.dependents(here, "nsubj")):
        found += [m for h in page.actors(here) for m in page.parties_at(page.antecedent(h)) if m.kind in kinds]
    bare = is_verb(page.tokens[at]) and kind in (SALE, FINE) and page.tokens[at].lemma not in words("payment")
    return [*found, *beside(page, at, kinds)] if bare and len(told(page, found)) < 2 else found


def beside(page: Page, at: int, kinds: Sequence[str]) -> Iterator[Mention]:
    """Where the tree gives a verb one side: the name right before it in its clause, and the name right after."""
    before = next((i for i in range(at - 1, -1, -1) if i in page.places or ends_clause(page, i)), None)
    after = next(
        (i for i in range(at + 1, min(len(page.tokens), at + REACH)) if i in page.places or ends_clause(page, i)), None
    )
    for here in (before, after):
        mention = page.places.get(here) if here is not None else None
        bare = mention is not None and (
            page.span(mention).start == 0 or page.tokens[page.span(mention).start - 1].pos != "ADP"
        )
        if mention is not None and bare and mention.kind in kinds and page.is_named(mention):
            yield mention


REACH = 5


def ends_clause(page: Page, at: int) -> bool:
    token = page.tokens[at]
    return token.text in (",", ";", "—", ":", "(", ")") or token.pos == "ADP" or is_verb(token)


def told(page: Page, mentions: Sequence[Mention]) -> list[str]:
    """Their names, each once."""
    return list(dict.fromkeys(name for m in mentions if (name := page.told(m))))


def carries(page: Page, head: int, here: int) -> bool:
    """A verb over its object or infinitive, a light one over other nouns, a word for a paper or deal over another."""
    relation = page.tokens[here].relation
    if relation in ("xcomp", "csubj", "ccomp") and page.tokens[here].form == "Inf":
        return True
    if preposition(page.sentence, here) == "по" and page.tokens[here].lemma in words("deal"):
        return True
    if relation == "obj" and is_verb(page.tokens[head]):
        return page.tokens[head].lemma not in words("judge")
    light = page.tokens[head].lemma in words("light") and relation.split(":")[0] in ("obl", "nsubj", "nmod")
    return light or (page.tokens[head].lemma in words("deal") and relation in ("nmod", "obl", "obj"))


def hanging(page: Page, at: int, prepositions: Sequence[str], kinds: Sequence[str]) -> Iterator[Mention]:
    for child, before in page.dependents(at, *OWN):
        if page.tokens[child].pos == "ADJ":
            yield from (m for m in page.mentions if m.adjective and child in page.span(m) and m.kind in kinds)
            continue
        parts = list(page.parts(child))
        if before in prepositions or parts != [child]:
            found = (m for p in parts for m in page.parties_at(page.antecedent(p)))
            yield from (m for m in found if m.kind in kinds)
        for other, inner in page.dependents(child, "nmod"):
            if inner in ("с", "у") and inner in prepositions:  # parsers hang «с N» on the name before it
                yield from (m for m in page.parties_at(other) if m.kind in kinds)


def holdings(page: Page) -> Iterator[Answer]:
    """«N владеет M», «M принадлежит N», «N, которому принадлежит M», «основанный N», «дочерняя компания N — M»."""
    for at, token in enumerate(page.tokens):
        pairs: Iterator[tuple[Sequence[Mention], Sequence[Mention]]]
        if token.lemma in words("own_verb") and is_verb(token):
            pairs = iter([by_verb(page, at, words("own_verb")[token.lemma])])
        elif token.lemma in ("входить", "войти"):
            pairs = iter([in_group(page, at)])
        elif token.lemma in words("share"):
            pairs = iter([share(page, at)])
        elif is_daughter(page, at):
            pairs = iter([daughter(page, at)])
        else:
            continue
        for owners, held in pairs:
            for owner in told(page, owners)[:1]:
                for thing in told(page, [h for h in held if h.kind in TRADED and h.kind != "person"]):
                    if thing != owner:
                        yield Answer("ownership", (("owner", owner), ("property", thing)))


def by_verb(page: Page, at: int, role: str) -> tuple[Sequence[Mention], Sequence[Mention]]:
    verb = page.tokens[at]
    passive = verb.voice == "Pass" or any(page.tokens[c].relation == "nsubj:pass" for c, _ in page.dependents(at))
    subjects = [verb.head] if verb.form == "Part" and verb.head >= 0 else list(page.subject(at))
    subject = [m for s in subjects for m in page.parties_at(page.antecedent(s))]
    case = "Dat" if role == "property" else "Ins" if passive else ""
    other = []
    for child, before in page.dependents(at, "obj", "obl", "iobj"):
        for part in page.parts(child):
            fits = not case or page.tokens[child].case in (case, "") or page.tokens[child].lemma == "который"
            if fits and not before:
                other += list(page.parties_at(page.antecedent(part)))
    return (other, subject) if role == "property" or passive else (subject, other)


def in_group(page: Page, at: int) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """«M входит в состав N», «в холдинг N»."""
    held = [m for s in page.subject(at) for m in page.parties_at(page.antecedent(s)) if m.kind in FIRMS]
    owners: list[Mention] = []
    for child, before in page.dependents(at, "obl"):
        if before == "в" and page.tokens[child].lemma in words("group"):
            for part in page.parts(child):
                owners += [m for m in page.parties_at(part) if m.kind in FIRMS]
    return owners, held


def share(page: Page, at: int) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """«доля N в M», «у N 30% акций M»."""
    of = [(m, p) for c, p in page.dependents(at, "nmod", "obl") for m in page.parties_at(c)]
    owners = [m for m, p in of if p == ""]
    return owners, [m for m, p in of if p == "в"]


def is_daughter(page: Page, at: int) -> bool:
    marked = any(page.tokens[c].lemma in words("daughter") for c, _ in page.dependents(at, "amod"))
    return marked or page.tokens[at].lemma in words("daughter_noun")


def daughter(page: Page, at: int) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """The owner stands in the genitive, the daughter beside or before."""
    below = [c for c, p in page.dependents(at, "nmod", "appos") if not p]
    owners = [m for c in below if page.tokens[c].case in ("Gen", "") for m in page.parties_at(c)]
    held = [m for c, _ in page.dependents(at, "appos", "flat") for m in page.parties_at(c) if m not in owners]
    if page.tokens[at].relation in ("appos", "parataxis") and page.tokens[at].head >= 0:
        held += list(page.parties_at(page.tokens[at].head))
    if owners and not held:
        after = [
            m for m in page.mentions if 0 < m.start - owners[0].stop <= 6 and m.kind in TRADED and page.is_named(m)
        ]
        before = [m for m in page.mentions if 0 < page.tokens[at].start - m.stop <= 12 and m.kind in FIRMS]
        held = after[:1] or before[-1:]
    return owners[:1], [h for h in held if h not in owners]
