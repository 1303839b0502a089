"""Names of an English text: those that the vocabulary knows, and runs of capitals read by the rules of `names`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from lodeline.language.analysis import Mention, MentionKind, Token
from lodeline.language.english.morphology import lexicon, nouns
from lodeline.language.english.name_kinds import kind_of
from lodeline.language.english.names import (
    WHERE,
    Name,
    asset_heads,
    organisation_endings,
    pieces,
    posts,
    runs,
)
from lodeline.language.english.tables import rows, words_of
from lodeline.language.english.word import Word
from lodeline.language.gazetteer import Found, Gazetteer, Known, build

GEOGRAPHY: Mapping[str, MentionKind] = {
    "country": "country",
    "capital": "country",
    "region": "group",
    "place": "place",
    "demonym": "country",
}
SMALL = frozenset({"the", "of", "and", "'s", "for", "on", "in", "de", "da", "do", "et", "la", "&", "to"})


@cache
def gazetteer() -> Gazetteer:
    return build("en", str.lower)


def find_known(words: Sequence[str]) -> list[Found]:
    """Names of the vocabulary, without the article that some of them are listed with."""
    lower = [w.lower().replace("’", "'") for w in words]
    return [Found(f.first + article(lower, f), f.last, f.known) for f in gazetteer().find(lower)]


def article(lower: Sequence[str], found: Found) -> bool:
    return lower[found.first] == "the" and found.last - found.first > 1


@cache
def not_names() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("not_names"))


def country_in(words: Sequence[Token]) -> str | None:
    """State of "Fiji-based", "Hong Kong-listed": the words before the hyphen."""
    single = words[-1].text.rsplit("-", 1)[0]
    double = f"{words[0].text} {single}"
    for phrase in (double, single):
        for hit in find_known(phrase.split()):
            known = hit.of("country", "capital", "place")
            if known and hit.last - hit.first == len(phrase.split()):
                return known.country
    return None


def fixed_names(words: Sequence[Word], found: Sequence[Found]) -> frozenset[int]:
    """Words inside known names of several words ("Bank for Reconstruction and Development"), small ones too."""
    fixed: set[int] = set()
    for hit in found:
        names = hit.of("institution", "country", "region", "place")
        if names and hit.last - hit.first > 1 and words[hit.last - 1].text[0].isupper():
            fixed.update(range(hit.first, hit.last))
    return frozenset(fixed)


def compound_materials(words: Sequence[Word], found: Sequence[Found]) -> frozenset[int]:
    """Last words of minerals with a name of several words ("rare earths"): nouns, whatever follows."""
    several = [hit for hit in found if hit.last - hit.first > 1 and hit.of("material")]
    return frozenset(hit.last - 1 for hit in several if words[hit.last - 1].text.islower())


class NameReader:
    """Names of one sentence while they are found; `taken` marks tokens that a name holds."""

    def __init__(self, text: str, tokens: Sequence[Token], found: Sequence[Found]) -> None:
        self.text, self.tokens, self.found = text, tokens, found
        self.taken = [False] * len(tokens)
        self.names: list[Name] = []
        self.known: list[Mention] = []

    def read_names(self) -> None:
        self.read_institutions()
        for first, last in runs(self.tokens):
            for begin, end in pieces(self.tokens, first, last):
                self.read_run(begin, end)
        for hit in self.found:
            self.read_geography(hit)

    def read_institutions(self) -> None:
        for hit in self.found:
            known = hit.of("institution")
            if known is None or self.of_another_state(hit, known):
                continue
            if self.is_free(hit) and self.written_as(hit, known) and not self.goes_on(hit.last):
                self.add_known(hit.first, hit.last, "institution", known)

    def of_another_state(self, hit: Found, known: Known) -> bool:
        """Whether the words before give it another state: "China's Exim Bank" is not the American one."""
        if known.country is None or known.country == "EU":
            return False
        owned = hit.first > 1 and self.tokens[hit.first - 1].lemma == "'s"
        for other in self.found:
            state = other.of("country", "country_adjective")
            if state and other.last == hit.first - owned and state.country != known.country:
                return True
        return False

    def goes_on(self, at: int) -> bool:
        """A known name is only the beginning of a longer one ("Middle Corridor Association")."""
        if at >= len(self.tokens) or self.tokens[at].pos != "PROPN":
            return False
        word = self.tokens[at].text.lower()
        return word in organisation_endings() and word not in posts()

    def read_run(self, first: int, last: int) -> None:
        """A run, without what the vocabulary knows at its ends."""
        while first < last and self.taken[first]:
            first += 1
        while last > first and self.taken[last - 1]:
            last -= 1
        if first >= last or any(self.taken[first:last]) or self.is_ticker(first):
            return
        if self.is_known_place(first, last):
            return
        if self.is_office_word(first, last):
            return
        name = kind_of(self.tokens, first, last)
        if self.is_shouted(first, last) and not (name.sure and last - first > 1):
            return
        self.names.append(name)
        self.take(first, last)

    def is_known_place(self, first: int, last: int) -> bool:
        """A run that is just a state or place; a place that names a mine is left to the rules of names."""
        hits = [h for h in self.found if h.first == first and h.last == last]
        if any(h.of("country", "capital", "region", "country_adjective", "demonym") for h in hits):
            return True
        top = self.tokens[last - 1].head
        modifies = (
            self.tokens[last - 1].relation == "compound" and top >= last and self.tokens[top].lemma in asset_heads()
        )
        person = first > 0 and self.tokens[first - 1].lemma in posts() and self.tokens[first - 1].pos == "NOUN"
        return any(h.of("place") for h in hits) and not modifies and not person

    def is_office_word(self, first: int, last: int) -> bool:
        """As in "Commerce Secretary": common words that only say which office it is."""
        following = self.tokens[last].text.lower() if last < len(self.tokens) else ""
        if following not in words_of("post_in_name") or not self.tokens[last].text[0].isupper():
            return False
        return all(t.text.lower() in lexicon() for t in self.tokens[first:last])

    def is_ticker(self, first: int) -> bool:
        """As in "(ASX: RGM)": what stands after the colon within brackets."""
        before = [t.text for t in self.tokens[max(0, first - 4) : first]]
        return before[-1:] == [":"] and "(" in before

    def is_shouted(self, first: int, last: int) -> bool:
        """Words in capitals that are common words: "READ MORE"."""
        words = [t.text for t in self.tokens[first:last]]
        return all((w.isupper() and w.lower() in lexicon()) or w in not_names() for w in words)

    def read_geography(self, hit: Found) -> None:
        known = hit.of("country", "region", "capital", "country_adjective", "place", "demonym")
        known = next((k for k in hit.known if k.key == "EU" and k.kind == "capital"), known)
        if known is None or not self.is_free(hit) or not self.written_as(hit, known):
            return
        if known.kind == "country_adjective" or (known.kind == "demonym" and self.tokens[hit.last - 1].pos == "ADJ"):
            self.add_known(hit.first, hit.last, "country", known, adjective=True)
        else:
            kind = "place" if known.kind == "capital" and self.tells_where(hit) else GEOGRAPHY[known.kind]
            self.add_known(hit.first, hit.last, kind, known)

    def tells_where(self, hit: Found) -> bool:
        """A capital after "in" is the city; elsewhere it stands for its state."""
        return hit.first > 0 and self.tokens[hit.first - 1].text.lower() in WHERE

    def written_as(self, hit: Found, known: Known) -> bool:
        """With a capital in the text, and in full capitals where the vocabulary writes it so ("US", "IDB")."""
        word = self.tokens[hit.first].text
        if hit.last - hit.first == 1 and known.name.isupper() and not word.isupper():
            return False
        words = [t.text for t in self.tokens[hit.first : hit.last] if t.text.lower() not in SMALL]
        return (
            bool(words)
            and all(word[0].isupper() or not word[0].isalpha() for word in words)
            and self.is_certain(hit, known)
        )

    def is_certain(self, hit: Found, known: Known) -> bool:
        """A place whose name is also a word or a person's name wants a preposition of place before it."""
        if known.kind != "place":
            return True
        before = self.tokens[hit.first - 1].text.lower() if hit.first else ""
        at = hit.last - 1
        top = self.tokens[at].head
        lower_head = self.tokens[at].relation == "compound" and self.tokens[top].text[0].islower()
        return before in WHERE or not (
            known.ambiguous or (hit.first == 0 and lower_head and self.tokens[top].lemma not in asset_heads())
        )

    def is_free(self, hit: Found) -> bool:
        return not any(self.taken[hit.first : hit.last])

    def take(self, first: int, last: int) -> None:
        for at in range(first, last):
            self.taken[at] = True

    def add_known(self, first: int, last: int, kind: MentionKind, known: Known, *, adjective: bool = False) -> None:
        self.take(first, last)
        key = None if kind == "place" else known.key
        made = self.make(first, last, kind)
        base = known.name.removeprefix("The ").removeprefix("the ") if kind == "country" else made.name
        self.known.append(replace(made, name=base, key=key, country=known.country, adjective=adjective))

    def form(self, name: Name) -> str:
        return " ".join(t.text for t in self.tokens[name.first : name.last])

    def settle(self, singles: Collection[str]) -> None:
        """Names of several words that no rule explained: who is named again by the last word alone is a person."""
        for at, name in enumerate(self.names):
            words = self.form(name).split()
            if not name.sure and name.kind == "organisation" and len(words) > 1:
                person = len(words) < 4 and words[-1] in singles and words[0] not in singles
                self.names[at] = replace(name, kind="person" if person else "organisation", sure=True)

    def forms(self, name: Name) -> Iterator[str]:
        """Shorter forms by which the text may call the same thing again."""
        words = [t.text for t in self.tokens[name.first : name.last]]
        yield " ".join(words)
        if name.kind == "person":
            yield words[-1]
        elif len(words) > 1 and words[0].lower() not in nouns():
            yield words[0]
            yield " ".join(words[:-1])

    def country_of(self, first: int) -> str | None:
        """State told before the name in its phrase ("Canada's Stonebridge", "Danish fund Nordlys")."""
        at = first - 1
        while at >= 0 and self.tokens[at].pos in ("ADJ", "NOUN", "PART", "PROPN", "NUM") and first - at < 8:
            for mention in self.known:
                if mention.country and mention.start <= self.tokens[at].start < mention.stop:
                    return mention.country if mention.adjective or self.owns(at) else None
            if "-" in self.tokens[at].text and self.tokens[at].text[0].isupper():
                return country_in(self.tokens[max(0, at - 1) : at + 1])
            at -= 1
        return None

    def owns(self, at: int) -> bool:
        return at + 1 < len(self.tokens) and self.tokens[at + 1].lemma == "'s" and self.tokens[at + 1].pos == "PART"

    def make(self, first: int, last: int, kind: MentionKind) -> Mention:
        """A mention of tokens [first, last) by their surface; its head is the token that hangs outside."""
        start, stop = self.tokens[first].start, self.tokens[last - 1].stop
        backwards = range(last - 1, first - 1, -1)
        head = next((i for i in backwards if not first <= self.tokens[i].head < last), last - 1)
        surface = self.text[start:stop]
        return Mention(start, stop, kind, surface, head=head, top=head, surface=surface)
