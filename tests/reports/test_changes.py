"""The brief of changes in two languages: every section by name, figures and kinds in the language of the brief."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from importlib.resources import files

from exports_factory import entries

from lodeline.ledger.changes import Changes, Move, NewConflict, NewSum, Overdue, changes
from lodeline.ledger.commitment import AmountEntry, Conflict, Entry
from lodeline.ledger.deadlines import Deadline
from lodeline.reports.changes import ChangesPage, Language, changes_markdown, changes_page, text_lines

DAYS = ("2031-03-01", "2031-03-08")


def of(kind: str) -> Entry:
    (entry,) = [each for each in entries() if each.kind == kind]
    return entry


def everything() -> Changes:
    venture, loan = of("joint_venture"), of("financing")
    (amount,) = loan.amounts
    sums_told = tuple(zip(("1250000 USD", "2000000 USD"), (claim.id for claim in venture.claims), strict=True))
    conflict = Conflict("amount", sums_told, "2000000 USD", "latest")
    deadline = Deadline("2031-03-05", venture.claims[0], "2031-03-01")
    moves = (Move(venture, "preliminary", "committed", "up"), Move(loan, "announced", "suspended", "off"))
    sums: tuple[AmountEntry, ...] = (amount, replace(amount, kind="tranche"))
    return Changes(
        new=entries(),
        moved=moves,
        conflicts=(NewConflict(venture, conflict),),
        sums=tuple(NewSum(loan, each) for each in sums),
        overdue=(Overdue(venture, deadline),),
    )


def page(language: Language) -> ChangesPage:
    return changes_page(everything(), DAYS, "published", language)


def test_every_section_has_its_lines_in_order() -> None:
    assert [section.key for section in page("en").sections] == ["new", "up", "off", "conflicts", "sums", "overdue"]
    assert {len(section.lines) for section in page("en").sections} == {1, 2, 3}


def test_only_commitments_and_measures_are_news() -> None:
    (new,) = [section for section in page("en").sections if section.key == "new"]
    assert {line.title.partition(":")[0] for line in new.lines} == {"joint venture", "financing", "restriction"}


def test_what_is_new_is_told_with_its_stage_and_sum() -> None:
    (amount,) = of("financing").amounts
    counted = replace(of("financing"), amounts=(replace(amount, counts=True),))
    found = replace(everything(), new=(counted,))
    line = changes_page(found, DAYS, language="ru").sections[0].lines[0]
    assert line.what == "предварительная договорённость; до 1.25\u202fмлн USD (верхний предел)"


def test_a_line_names_who_tells_the_change() -> None:
    (up,) = [section for section in page("en").sections if section.key == "up"]
    assert up.lines[0].sources == ("text-1 (2031-03-02)",)  # text-0 told of a memorandum
    assert up.lines[0].what == "preliminary → committed"


def test_it_speaks_russian() -> None:
    told = "\n".join(line for line, _ in text_lines(page("ru")))
    for words in (
        "Что изменилось с 2031-03-01 по 2031-03-08",
        "предварительная договорённость → обязывающий договор",
        "финансирование: ",
        "ограничение: China; олово; ",
        "до 1.25\u202fмлн USD (транш)",
        "сумма: 1.25\u202fмлн USD / 2\u202fмлн USD; показано: 2\u202fмлн USD",
        "срок 2031-03-05, назван 2031-03-01",
    ):
        assert words in told


def test_markdown_has_a_head_for_each_section_and_no_markup_of_sources() -> None:
    made = changes_markdown(page("en"))
    assert made.count("\n## ") == 6
    assert made.startswith("# What changed from 2031-03-01 to 2031-03-08")


def test_where_nothing_changed_it_says_so() -> None:
    nothing = changes_page(changes(entries(), entries(), DAYS), DAYS, "known", "ru")
    assert nothing.sections == ()
    assert [line for line, _ in text_lines(nothing)][-1] == "Изменений нет."
    assert changes_markdown(nothing).endswith("Изменений нет.\n")


def test_both_languages_know_the_same_heads_and_russian_every_key_of_the_labels() -> None:
    folder = files("lodeline.reports")
    names = ("changes_words.toml", "labels.toml")
    words, labels = (tomllib.loads(folder.joinpath(name).read_text("utf-8")) for name in names)
    for table in ("head", "section"):
        assert words["en"][table].keys() == words["ru"][table].keys()
    for table, english in (("kind", "kind"), ("stage", "stage"), ("slot", "conflict"), ("amount_kind", "amount_kind")):
        assert words["ru"][table].keys() == labels[english].keys()
