"""Stretches are found by place as a plain walk would find them."""

from hypothesis import given
from hypothesis import strategies as st

from lodeline.reports.placed import Placed, overlap

spans = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda each: (each[0], each[0] + each[1]))


@given(st.lists(spans, max_size=20), spans)
def test_what_touches_a_stretch_is_what_a_walk_finds(found: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    placed = Placed.of(found, lambda each: each)
    assert placed.touching(*asked) == sorted(each for each in found if overlap(each, asked))


def test_neighbours_that_only_meet_do_not_touch() -> None:
    assert not overlap((0, 3), (3, 5))
    assert overlap((0, 4), (3, 5))


class Watched(tuple[int, int]):
    """A stretch that counts how often it is looked at."""

    looks = 0

    def __getitem__(self, at: object) -> int:  # type: ignore[override]
        type(self).looks += 1
        return super().__getitem__(at)  # type: ignore[no-any-return, call-overload]


def test_a_search_looks_at_the_neighbourhood_alone() -> None:
    placed = Placed.of(range(10_000), lambda at: Watched((3 * at, 3 * at + 2)))
    Watched.looks = 0
    assert placed.touching(3000, 3004) == [1000, 1001]
    assert Watched.looks < 50
