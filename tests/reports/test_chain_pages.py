"""The supply chapter in HTML and Markdown, and from entries over the shipped tables: the same figures everywhere."""

import re
from dataclasses import replace

import pytest
from chain_factory import CHAPTER, EMPTY, HOSTILE, OUTLOOK, TODAY, mine
from report_factory import ENTRIES, TOTALS, document

from lodeline.ledger.commitment import Entry
from lodeline.reports.assemble import ledger_page
from lodeline.reports.chain import chapter
from lodeline.reports.chain_outlook import Asked
from lodeline.reports.chain_pages import Chapter, FutureRow, OutlookShown
from lodeline.reports.html import ledger_html
from lodeline.reports.html_chain import chain_section
from lodeline.reports.markdown import ledger_markdown
from lodeline.reports.markdown_chain import chain_body
from lodeline.reports.pages import LedgerPage
from lodeline.supply.output import Output, output


def page(made: Chapter | None = CHAPTER) -> LedgerPage:
    return replace(ledger_page(ENTRIES, TOTALS, [document()], TODAY), chapter=made)


def html(made: Chapter = CHAPTER) -> str:
    return chain_section(made).source


def markdown(made: Chapter = CHAPTER) -> str:
    return "\n\n".join(chain_body(made))


@pytest.mark.parametrize("render", [html, markdown])
def test_both_renderers_show_all_of_the_chapter(render: object) -> None:
    source = render(CHAPTER)  # type: ignore[operator]
    told = ["Share: Nowhere; 70 %", "supported", "Measures on 2031-09-01", "suspended", "XX-1 (ban): in force"]
    told += ["Tin: mining by country, 2030", "A Survey", "Tin: mining to 2040", "INVENTED", "World in 2040"]
    told += ["Built as told (ore)", "62.0\u202f%", "1\u202f000\u202ft", "1 of 2 inputs (50 %)", "mining: no tonnes"]
    assert [each for each in told if each not in source] == []


def test_hostile_words_stay_words_in_html_and_in_markdown() -> None:
    assert "<script" not in html()
    assert html().count("&lt;script&gt;") == 4, "commitment, summary, source of an input, title of what is not computed"
    assert HOSTILE not in markdown()
    assert "[y](" not in markdown()


def test_the_page_holds_the_chapter_and_leads_to_it_only_where_there_is_one() -> None:
    assert '<section id="supply">' in ledger_html(page())
    assert '<a href="#supply">Supply</a>' in ledger_html(page())
    assert "supply" not in ledger_html(page(None)).split("</style>")[1]
    assert "## What it changes in supply" in ledger_markdown(page())
    assert "## What it changes in supply" not in ledger_markdown(page(None))


def test_empty_parts_leave_no_heading() -> None:
    assert re.findall(r"<h3>", html(EMPTY)) == []
    assert "###" not in markdown(EMPTY)


def test_what_is_not_an_invented_sample_carries_no_such_mark() -> None:
    real = replace(CHAPTER, outlooks=(replace(OUTLOOK, invented=False),))
    assert "invented" not in html(real)
    assert "INVENTED" not in markdown(real)


def test_each_cell_of_the_futures_knows_its_side_and_state() -> None:
    assert 'data-head="Made in China"' in html()
    assert 'data-head="Controlled from China"' in html()


def test_the_inputs_that_carry_the_difference_stand_in_the_markdown_and_all_of_them_on_the_page() -> None:
    assert "| capacity |" in markdown()
    assert "| base |" not in markdown()
    assert html().count('data-head="Evidence"') == 2


# --- from entries over the shipped tables -------------------------------------------------------------------------


def shown(*entries: Entry, asked: Asked | None = None) -> OutlookShown:
    made = chapter(entries or (mine(),), TODAY, asked)
    assert made.outlooks, made.silent
    return made.outlooks[0]


def row(found: OutlookShown, future: str) -> FutureRow:
    (only,) = [each for each in found.rows if each.future == future]
    return only


def percent(found: FutureRow, by: str, state: str) -> float:
    (part,) = [each for each in found.parts if (each.by, each.state) == (by, state)]
    return part.percent_of_world


def table() -> Output:
    made = output("tungsten", "mining")
    assert isinstance(made, Output)
    return made


def test_the_outlook_of_the_page_adds_what_the_news_tell() -> None:
    nobody, told = (row(shown(), future) for future in ("nobody", "as told"))
    assert nobody.world_tonnes == pytest.approx(table().whole)
    assert told.world_tonnes - nobody.world_tonnes == pytest.approx(10000 * 0.515)
    assert percent(told, "place", "Chile") == pytest.approx(100 * 5150 / told.world_tonnes)
    assert percent(told, "control", "France") == pytest.approx(60 * 5150 / told.world_tonnes)
    assert percent(told, "control", "Chile") == pytest.approx(40 * 5150 / told.world_tonnes)


def test_the_statement_tells_the_same_numbers_as_the_table() -> None:
    found = shown()
    nobody, told, rival = (percent(row(found, each), "control", "China") for each in ("nobody", "as told", "rival"))
    words = " ".join(found.summary).replace("\u202f", " ")
    assert "Adds 5 150 t (4 760–5 550 t by grade of concentrate) a year by 2040 (W content)" in words
    assert f"China controls {nobody:.1f} % in 2040 if nobody builds it, {told:.1f} % if it is built as told" in words
    assert f"{rival:.1f} % if China builds it" in words
    assert "Capacity from the news" in words
    assert found.invented


def test_charts_end_at_the_numbers_of_the_table() -> None:
    found = shown()
    for chart, part in zip(found.charts, found.rows[0].parts, strict=True):
        assert chart.by == part.by
        assert part.state in chart.title
        for series in chart.series:
            last = percent(row(found, series.future), part.by, part.state)
            year, value = series.points[-1]
            assert year == 2040
            assert value == pytest.approx(last)


def test_leading_state_and_the_states_of_the_deal_are_told_by_place_and_by_control() -> None:
    assert [(part.by, part.state) for part in shown().rows[0].parts] == [
        ("place", "China"),
        ("place", "Chile"),
        ("control", "China"),
        ("control", "France"),
        ("control", "Chile"),
    ]


def test_a_named_rival_stands_in_words_and_columns() -> None:
    found = shown(asked=Asked(rival="JPN"))
    assert found.futures[-1] == ("rival", "Japan builds it")
    assert percent(row(found, "rival"), "control", "Japan") > 5


def test_an_open_basis_gives_a_row_and_a_line_for_each_reading() -> None:
    deal = mine()
    quantity = replace(deal.quantities[0], form=None)
    found = shown(replace(deal, claims=(replace(deal.claims[0], quantity=quantity),), quantities=(quantity,)))
    assert [each.name for each in found.rows if each.future == "as told"] == [
        "built as told (concentrate)",
        "built as told (WO₃)",
        "built as told (W content)",
    ]
    assert "What the told tonnes are of is not told" in found.summary[1]
    worlds = [each.world_tonnes for each in found.rows if each.future == "as told"]
    assert worlds == sorted(worlds)


def test_a_start_after_the_last_year_says_that_nothing_is_added_by_then() -> None:
    deal = mine()
    late = replace(deal, claims=(replace(deal.claims[0], date="2045"),))
    assert shown(late).summary[0] == "First output in 2045, after 2040: nothing is added by then"


def test_only_the_asked_mineral_is_computed_and_its_groups_count() -> None:
    copper = mine("Copper venture", commodities=("copper",), assets=("Copper Hill",))
    entries = (mine(), copper)

    def titles(mineral: str | None) -> list[str]:
        return [each.title.split(":")[0] for each in chapter(entries, TODAY, Asked(mineral)).outlooks]

    assert titles("copper") == ["Copper"]
    assert titles("tungsten") == ["Tungsten"]
    assert titles("tin") == []
    assert sorted(titles("critical minerals")) == sorted(titles(None)) == ["Copper", "Tungsten"]


def test_what_cannot_be_computed_is_told_with_the_reason() -> None:
    deal = replace(mine(), claims=(replace(mine().claims[0], quantity=None),), quantities=())
    ((title, reason),) = chapter((deal,), TODAY).silent
    assert title == "Tin venture"
    assert reason.startswith("mining: no yearly tonnes in the news")


def test_the_share_of_soft_inputs_is_told_with_those_that_carry_the_difference() -> None:
    counted, carrying = shown().unsure
    assert re.fullmatch(r"\d+ of \d+ inputs \(\d+\u202f%\) are recalled or assumed", counted)
    assert carrying == (
        "Of the 6 inputs that the difference between the futures stands on, 2 are: "
        "t counted in 1 t of concentrate (assumed), stage (assumed)"
    )
    assert sum(each.evidence != "checked" for each in shown().inputs) == int(counted.split()[0])
