"""The benchmark that kills a long read, in small: nothing told as read is lost, no half document stays."""

from __future__ import annotations

from kill import kill


def test_a_killed_read_loses_nothing_that_was_told() -> None:
    every = kill(kills=3, texts=25, seed=5)
    assert [each.faults for each in every] == [(), (), ()]
    assert all(each.held >= each.told for each in every)
