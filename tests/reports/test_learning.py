"""The history of an entry: what was known when, by which source, and what has been corrected since."""

from __future__ import annotations

from exports_factory import entries

from lodeline.ledger.book import ALWAYS
from lodeline.ledger.commitment import Telling
from lodeline.ledger.learning import Learned
from lodeline.reports.learning import learning_lines

EARLY, LATE = "2031-03-02T10:00:00", "2031-05-01T10:00:00"


def learned(kind: str, place: int, since: str, until: str = ALWAYS) -> Learned:
    (entry,) = [each for each in entries() if each.kind == kind]
    return Learned(Telling(entry.claims[place], f"2031-03-0{place + 1}", f"text-{place}"), since, until)


def test_lines_come_in_the_order_of_learning_and_tell_what_stood_until_when() -> None:
    lines = learning_lines([learned("joint_venture", 1, LATE), learned("joint_venture", 0, EARLY, LATE)])
    first, second = lines
    assert (first.learned, first.until, first.published, first.source) == (EARLY, LATE, "2031-03-01", "text-0")
    assert (first.status, first.stage) == ("memorandum", "preliminary")
    assert first.told == ("memorandum", "=HYPERLINK(1) Mining 60.5\u202f%")
    assert (second.learned, second.until, second.stage) == (LATE, None, "committed")


def test_only_commitments_have_a_stage() -> None:
    (line,) = learning_lines([learned("restriction", 0, EARLY)])
    assert (line.status, line.stage, line.told) == ("in_force", None, ("in force",))


def test_a_quote_is_cut() -> None:
    (line,) = learning_lines([learned("joint_venture", 0, EARLY)])
    assert len(line.quote) == 300
