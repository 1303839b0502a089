"""From names to entities: what a name stands for, given all names met and all judgements, whatever their order.

Names that the vocabulary knows have fixed entities. All others are clustered by spelling (`clusters`). Judgements of
people stand before both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lodeline.entities.clusters import Clusters, is_open
from lodeline.entities.entity import Entity, Judgement, Name
from lodeline.entities.unknown import at_first


class Resolver:
    """Entities of names, pure given the names and judgements it was made with."""

    def __init__(self, names: Iterable[Name] = (), judgements: Iterable[Judgement] = ()) -> None:
        self._judgements = live(judgements)
        self._names = frozenset(names)
        self._by_text = {name.text: entity for name, entity in sorted(self.cluster(()).items(), reverse=True)}

    def resolve(self, name: str, *, kind: str | None = None, country: str | None = None) -> Entity:
        """The entity of a name: that of its cluster where the name was met, else what the name alone tells."""
        met = self._by_text.get(name)
        if met is not None and kind is None and country is None:
            return met
        asked = at_first(Name(name, kind=kind or "", country=country or ""))
        return met if met is not None and is_open(asked.key) else asked

    def cluster(self, names: Iterable[Name]) -> Mapping[Name, Entity]:
        """Every name, those met before included, with its entity; names of one thing share one, in whatever order."""
        return Clusters(sorted(self._names | set(names)), self._judgements).entities()


def live(judgements: Iterable[Judgement]) -> Mapping[tuple[str, str], Judgement]:
    """The last judgement on each pair of names: a later day stands before an earlier one, then the order given."""
    last: dict[tuple[str, str], Judgement] = {}
    for each in sorted(judgements, key=lambda judgement: judgement.day):
        last[each.pair] = each
    return last
