"""Things found by the keys that they share, so that a rule looks at a few of them and not at each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Key = tuple[object, ...]


class Neighbours(Generic[Thing]):
    """Things by all their keys; made once and then only asked."""

    def __init__(self, things: Iterable[Thing], keys: Callable[[Thing], Iterable[Key]]) -> None:
        self.by_key: dict[Key, list[Thing]] = defaultdict(list)
        for thing in things:
            for key in dict.fromkeys(keys(thing)):
                self.by_key[key].append(thing)

    def of(self, keys: Iterable[Key]) -> list[Thing]:
        """All that have one of these keys, each once."""
        found = {id(thing): thing for key in keys for thing in self.by_key.get(key, ())}
        return list(found.values())
