"""The benchmark that harms the audit at random, in small."""

from __future__ import annotations

from tamper import ACTS, tamper


def test_every_act_of_harm_is_found() -> None:
    done, found = tamper(acts=300, rows=20, seed=7)
    assert set(done) == {act.__name__ for act in ACTS}
    assert found == done
