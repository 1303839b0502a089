"""Names that the vocabulary knows: states and who speaks for them, offices, institutions, groups, places."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lodeline.entities.entity import Entity, EntityKey, EntityKind
from lodeline.entities.names import spelling
from lodeline.entities.spelling import bare, is_quoted, stem, words
from lodeline.vocabulary.institutions import Institution, institutions, institutions_by_key
from lodeline.vocabulary.lexicon import Lexicon, split
from lodeline.vocabulary.materials import materials
from lodeline.vocabulary.places import countries, country, fold, place_named, regions
from lodeline.vocabulary.tables import rows, several
from lodeline.vocabulary.terms import terms_of

Stems = tuple[str, ...]
LANGUAGES = ("en", "ru", "kk")
ABBREVIATION = 5
"""Letters: capitals up to so many are an abbreviation, and shorter ones are looked up only as they are written."""
LITTLE = frozenset(
    {"the", "of", "and", "a", "an", "in", "to", "for", "и", "в", "по", "при", "на", "для", "г", "мен", "және"}
)
"""Words between the words of a title: they never tell titles apart."""
PEOPLE = ("official", "officials", "representatives", "чиновник", "официальное лицо", "официальный представитель")
"""Some who speak for a state without being named: kept apart from the state itself."""


@dataclass(frozen=True, slots=True)
class Title:
    """A name cut into the state that it names and what is left: «министр торговли» + US."""

    country: str | None
    rest: Stems


def known(name: str, kind: str = "", where: str = "") -> Entity | None:
    """The entity that a name stands for by the vocabulary alone; None where it stands for something else."""
    if kind == "material":
        return _material(name)
    if kind in ("person", "asset"):
        return None
    if is_quoted(name):
        return _institution(name, where) or _firm(name, where)
    for lookup in LOOKUPS if name != name.casefold() else OF_COMMON_WORDS:
        found = lookup(name, where)
        if found is not None and (kind != "organisation" or found.kind != "place"):
            return found
    return None


# --- states ------------------------------------------------------------------------------------------------------


def state(code: str, why: str) -> Entity:
    """The entity of a state: its English short name is shown."""
    found = country(code)
    return Entity(EntityKey(code), found.names_en[0] if found else code, "state", code, why=why)


def stems(name: str) -> Stems:
    """The words of a name without endings and without little words."""
    return tuple(stem(word) for word in words(name) if word.casefold() not in LITTLE)


@cache
def _states() -> Mapping[Stems, tuple[str, str]]:
    """Stems of every proper name, capital and seat of power, with the state and what the name is to it."""
    found: dict[Stems, tuple[str, str]] = {}
    for each in countries():
        for language in LANGUAGES:
            for name in each.names(language):
                found.setdefault(stems(name), (each.alpha2, "name of the state"))
    for each in reversed(countries()):  # EU comes before Belgium for Brussels
        for language in LANGUAGES:
            for name in each.stand_ins(language):
                found.setdefault(stems(name), (each.alpha2, "capital or seat of power stands for the state"))
    return found


def _state(name: str, _where: str) -> Entity | None:
    found = _states().get(stems(name))
    return state(*found) if found else None


@cache
def _state_words() -> Lexicon[str]:
    """Names and adjectives of states, as they stand inside longer names."""
    return Lexicon.build(_state_entries(), stem)


def _state_entries() -> Iterator[tuple[str, str]]:
    for each in countries():
        names = [name for language in LANGUAGES for name in each.names(language)]
        for name in (*names, *each.adjectives_en, *each.adjectives_ru):
            yield " ".join(word for word in words(name) if word.casefold() not in LITTLE), each.alpha2


def title(name: str) -> Title:
    """The first state that a name names, and the other words."""
    parts = stems(name)
    for at in range(len(parts)):
        found = _state_words().match(parts, at)
        if found is not None:
            return Title(found.value, parts[:at] + parts[found.stop :])
    return Title(None, parts)


# --- governments, ministries, offices -----------------------------------------------------------------------------


@cache
def _government() -> frozenset[Stems]:
    own = (
        *terms_of("government_word", "ru"),
        *terms_of("government_word", "en"),
        "үкімет",
        "үкіметі",
        "билік",
        "тарап",
    )
    others = ("office", "organ", "ministry", "abbreviation")
    kept_apart = {stems(term) for kind in others for _, terms in _offices(kind) for term in terms}
    return frozenset({stems(term) for term in own} - kept_apart - _people())


@cache
def _people() -> frozenset[Stems]:
    return frozenset(map(stems, PEOPLE))


@cache
def _offices(kind: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(key, words in all languages) of a class of offices.csv."""
    return tuple(
        (row["key"], tuple(word for language in LANGUAGES for word in several(row[f"words_{language}"])))
        for row in rows("offices")
        if row["class"] == kind
    )


@cache
def _office_words(kind: str) -> Lexicon[str]:
    pairs = ((word, key) for key, all_words in _offices(kind) for word in all_words)
    return Lexicon.build(((" ".join(w for w in words(word) if w not in LITTLE), key) for word, key in pairs), stem)


def _of_government(name: str, where: str) -> Entity | None:
    """The government, authorities or side of a state is that state; its nameless officials are a group of their own."""
    cut = title(name)
    code = cut.country or where
    if not code:
        return None
    if cut.rest in _people():
        return Entity(EntityKey(f"{code}/officials"), name, "group", code, EntityKey(code), "officials of a state")
    return state(code, "its government stands for the state") if cut.rest in _government() else None


def _organ(name: str, where: str) -> Entity | None:
    """A parliament, embassy, central bank or the like of a state."""
    cut = title(name)
    code = cut.country or where
    found = _office_words("organ").match(cut.rest, 0) if code and cut.rest else None
    if found is None or found.stop < len(cut.rest):
        return None
    return Entity(
        EntityKey(f"{code}/{found.value}"), name, "organisation", code, EntityKey(code or ""), "body of a state"
    )


def _ministry_or_post(name: str, where: str) -> Entity | None:
    """A ministry, or an office of a state: both are kept as themselves, with the state as parent."""
    cut = title(name)
    code = cut.country or where
    if not code:
        return None
    office, rest = _taken(cut.rest, "office")
    if office == ("ambassador",):
        return _ambassador(name, code, rest)
    body, rest = _taken(rest, "ministry")
    short, rest = _taken(rest, "abbreviation")
    fields, rest = _taken(rest, "portfolio")
    if rest or len(office) > 1:
        return None
    portfolio = "+".join(sorted({part for key in (*fields, *short) for part in key.split("|")}))
    if office:
        return _post(name, code, office[0], portfolio)
    return _ministry(name, code, portfolio) if portfolio and (body or short) else None


def is_body_of_some_state(name: str) -> bool:
    """A government, ministry or office of a state that the name does not tell."""
    if title(name).country:
        return False
    return any(lookup(name, "US") is not None for lookup in (_of_government, _organ, _ministry_or_post))


def _taken(parts: Stems, kind: str) -> tuple[tuple[str, ...], Stems]:
    """The keys of that class named in the words, and the words left."""
    found = list(_office_words(kind).matches(parts))
    covered = {at for match in found for at in range(match.start, match.stop)}
    return tuple(match.value for match in found), tuple(part for at, part in enumerate(parts) if at not in covered)


def _ministry(name: str, code: str, portfolio: str) -> Entity:
    return Entity(
        EntityKey(f"{code}/ministry/{portfolio}"), name, "ministry", code, EntityKey(code), "ministry of a state"
    )


def _ambassador(name: str, code: str, rest: Stems) -> Entity | None:
    """An ambassador has the state that sends and, where told, the one that receives."""
    to = _state_words().match(rest, 0) if rest else None
    if rest and (to is None or to.stop < len(rest)):
        return None
    key = f"{code}/post/ambassador" + (f"/{to.value}" if to else "")
    return Entity(EntityKey(key), name, "post", code, EntityKey(code), "office of a state")


def _post(name: str, code: str, office: str, portfolio: str) -> Entity | None:
    """An office; the head of a ministry is its minister. A minister or head of nothing named is no single office."""
    if office == "foreign-secretary":
        office, portfolio = "minister", "foreign-affairs"
    if office in ("minister", "deputy-minister") and not portfolio:
        return None
    key = "/".join(part for part in (code, "post", office, portfolio) if part)
    return Entity(EntityKey(key), name, "post", code, EntityKey(code), "office of a state")


def without_post(name: str) -> str:
    """A full name without the post before it: «министр торговли Имя Фамилия» is Имя Фамилия."""
    parts = name.split()
    for tail in (3, 2):
        head, rest = parts[:-tail], parts[-tail:]
        if head and all(map(_is_personal, rest)) and any(stem(word) in _posts() for word in head):
            return " ".join(rest)
    return name


def _is_personal(word: str) -> bool:
    """May be a given name or surname: capitalised, no abbreviation, and neither a post nor a state."""
    plain = word.replace("-", "").replace("’", "").replace("'", "")
    named = plain.isalpha() and plain[0].isupper() and not (len(plain) > 1 and plain.isupper())
    return named and stem(word) not in _posts() and (stem(word),) not in _states()


@cache
def _posts() -> frozenset[str]:
    posts = (term for language in ("ru", "en", "kk") for term in terms_of("post", language))
    return frozenset(stem(term) for term in posts if " " not in term)


# --- institutions, groups, places, materials ----------------------------------------------------------------------


@cache
def _institutions() -> Mapping[Stems, tuple[str, ...]]:
    found: dict[Stems, list[str]] = {}
    for each in institutions():
        for name in each.all_names:
            if each.key not in (keys := found.setdefault(stems(name), [])):
                keys.append(each.key)
    return {parts: tuple(keys) for parts, keys in found.items()}


@cache
def _institutions_of_states() -> Mapping[tuple[str, Stems], str]:
    """(state, other words of a name in any order) → institution."""
    found: dict[tuple[str, Stems], str] = {}
    for each in institutions():
        for name in each.all_names:
            cut = title(name)
            if each.country and cut.country in (None, each.country) and len(cut.rest) > 1:
                found.setdefault((each.country, tuple(sorted(cut.rest))), each.key)
    return found


def _institution(name: str, where: str) -> Entity | None:
    cut = title(name)
    code = cut.country or where
    by_state = _institutions_of_states().get((code, tuple(sorted(cut.rest)))) if code else None
    keys = (by_state,) if by_state else _institutions().get(stems(name), ())
    fitting = [k for k in keys if where in ("", institutions_by_key()[k].country or "")] or list(keys)
    return _of_institution(institutions_by_key()[fitting[0]]) if len(fitting) == 1 else None


def _of_institution(found: Institution) -> Entity:
    if found.kind == "ministry":
        return _ministry_of(found)
    kind: EntityKind = "treaty" if found.kind == "treaty" else "organisation"
    return Entity(EntityKey(found.key), found.names_en[0], kind, found.country, why="institution of the vocabulary")


def _ministry_of(found: Institution) -> Entity:
    """A ministry of the vocabulary under the same key as any other way of naming it."""
    for name in found.all_names:
        plain = _ministry_or_post(name, found.country or "")
        if plain is not None and plain.kind == "ministry":
            return Entity(plain.key, found.names_en[0], "ministry", found.country, plain.parent, "ministry of a state")
    parent = EntityKey(found.country or "")
    return Entity(EntityKey(found.key), found.names_en[0], "ministry", found.country, parent, "ministry of a state")


@dataclass(frozen=True, slots=True)
class _Firms:
    """Ways to a firm: all its names as they are written, those that are no abbreviations by stems and folds too."""

    written: Mapping[str, Entity]
    stems: Mapping[Stems, Entity]
    folded: Mapping[str, Entity]


@cache
def _firms() -> _Firms:
    """Firms of data/firms.csv; one that is an institution of the vocabulary is that institution."""
    written: dict[str, Entity] = {}
    by_stems: dict[Stems, Entity] = {}
    by_fold: dict[str, Entity] = {}
    text = files("lodeline.entities").joinpath("data", "firms.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        names = several(row["names"])
        institution = next((found for name in names if (found := _listed(name))), None)
        made = Entity(
            EntityKey(f"firm/{row['key']}"), names[0], "organisation", row["country"] or None, why="list of firms"
        )
        for name in names:
            written.setdefault(name, institution or made)
            if not is_abbreviation(name):
                by_stems.setdefault(stems(" ".join(spelling(name).written)), institution or made)
                by_fold.setdefault("".join(spelling(name).folded), institution or made)
    return _Firms(written, by_stems, by_fold)


def _listed(name: str) -> Entity | None:
    """A body that the vocabulary knows by this name."""
    return next(
        (found for lookup in (_institution, _region, _organ, _ministry_or_post) if (found := lookup(name, ""))), None
    )


def is_abbreviation(name: str) -> bool:
    """Five capitals or fewer: they mean something else in small letters, or with another word beside them."""
    return len(name) <= ABBREVIATION and name[:1].isupper() and name[-1:].isupper()


def _firm(name: str, _where: str) -> Entity | None:
    kept = " ".join(spelling(name).written)
    found = _firms().written.get(bare(name)) or _firms().written.get(kept)
    if found or (is_abbreviation(kept) and len(kept) < ABBREVIATION):
        return found
    return _firms().stems.get(stems(kept)) or _firms().folded.get("".join(spelling(name).folded))


@cache
def _regions() -> Mapping[Stems, str]:
    return {stems(name): each.key for each in regions() for language in LANGUAGES for name in each.names(language)}


def _region(name: str, _where: str) -> Entity | None:
    key = _regions().get(stems(name))
    return Entity(EntityKey(key), key, "group", why="group of states") if key else None


def _place(name: str, where: str) -> Entity | None:
    found = place_named(name)
    if found is None or (found.ambiguous and where != found.country):
        return None
    key = EntityKey(f"place/{found.country}/{fold(found.name)}".replace(" ", "-"))
    return Entity(key, found.name, "place", found.country, EntityKey(found.country), "place inside a state")


@cache
def _materials() -> Mapping[str, str]:
    return {
        fold(name): each.key
        for each in materials()
        for language in LANGUAGES
        for name in (*each.names(language), *each.adjectives(language))
    }


def _material(name: str) -> Entity | None:
    key = _materials().get(fold(" ".join(split(name))))
    return Entity(EntityKey(key), key, "material", why="commodity of the vocabulary") if key else None


LOOKUPS = (_state, _institution, _firm, _region, _of_government, _organ, _ministry_or_post, _place)
"""Tried in this order; the first that knows the name decides."""
OF_COMMON_WORDS = (_region, _of_government, _organ, _ministry_or_post)
"""The same for a name without a capital letter: it is no proper name («власти» is no newspaper Власть)."""
