"""Pages are cleaned in a child under limits: what is lost is one page, never the run."""

import time
from pathlib import Path

import pytest

from lodeline.documents.isolation import Limits, PageCleaner
from lodeline.documents.page import Page
from lodeline.errors import PageTooCostly, PageWithoutText, TooLarge

STORY = """<html lang="en"><head><title>Plant opens</title>
<meta property="article:published_time" content="2031-05-14T10:00:00Z">
<meta property="og:site_name" content="The Granite Post"></head><body>
<nav><p>A menu that is long enough to be a paragraph</p></nav>
<article><h1>Plant opens</h1>
<p>The copper plant in the valley was opened by the minister after two years of work.</p>
<figure><img src="a.jpg"><figcaption>Guests at the plant. Granite City, 14 May 2031</figcaption></figure>
<p>It will give work to four hundred people, the minister said at the ceremony.</p>
<p>Read more of our stories about copper and its many uses in the home.</p>
<p>Read more of our stories about copper and its many uses in the home.</p>
</article><footer><p>All rights reserved by the owners of this paper</p></footer></body></html>"""
HEAVY = "<html><body><p " + " ".join(f'a{n}="1"' for n in range(100_000)) + ">Copper</p></body></html>"


def test_the_article_comes_out_with_what_the_page_says_about_it() -> None:
    with PageCleaner() as pages:
        page = pages.clean(STORY, "a.html")
    assert "opened by the minister after two years" in page.text
    assert (page.title, page.date, page.publisher, page.language) == (
        "Plant opens",
        "2031-05-14",
        "The Granite Post",
        "en",
    )


def test_captions_are_kept_and_what_is_left_out_is_told() -> None:
    with PageCleaner() as pages:
        page = pages.clean(STORY, "a.html")
    assert "Guests at the plant. Granite City, 14 May 2031" in page.text
    assert "All rights reserved by the owners of this paper" in page.left_out
    told = page.text.count("Read more of our stories") + sum("Read more" in block for block in page.left_out)
    assert told == 2


def test_a_tag_with_a_hundred_thousand_attributes_ends_within_the_limit() -> None:
    with PageCleaner(Limits(seconds=1)) as pages:
        before = time.monotonic()
        with pytest.raises(PageTooCostly, match=r"a\.html: the page could not be cleaned within 1 seconds"):
            pages.clean(HEAVY, "a.html")
        assert time.monotonic() - before < 5


def test_a_child_that_dies_loses_its_own_page_only() -> None:
    with PageCleaner(Limits(seconds=1)) as pages:
        with pytest.raises(PageTooCostly):
            pages.clean(HEAVY, "a.html")
        assert isinstance(pages.clean(STORY, "b.html"), Page)


def test_a_page_that_eats_memory_is_an_error_of_its_own() -> None:
    fat = "<html><body>" + "<p><b><i>x" * 900_000 + "</body></html>"
    with PageCleaner(Limits(memory_bytes=150_000_000)) as pages:
        with pytest.raises((PageTooCostly, PageWithoutText)):
            pages.clean(fat, "a.html")
        assert isinstance(pages.clean(STORY, "b.html"), Page)


def test_modules_in_the_folder_at_hand_are_never_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("json", "trafilatura"):
        (tmp_path / f"{name}.py").write_text("open('run.txt', 'w').write('run')\n")
    with PageCleaner() as pages:
        assert "opened by the minister" in pages.clean(STORY, "a.html").text
    assert not (tmp_path / "run.txt").exists()


def test_one_child_serves_a_whole_run() -> None:
    with PageCleaner() as pages:
        pages.clean(STORY, "a.html")
        first = pages._child
        pages.clean(STORY, "b.html")
        assert first is not None
        assert pages._child is first
    assert first.process.poll() is not None


def test_a_page_above_the_limit_is_refused_before_it_is_parsed() -> None:
    with PageCleaner() as pages, pytest.raises(TooLarge, match="limit is 10 MB"):
        pages.clean("x" * 10_000_001, "a.html")
    assert pages._child is None


@pytest.mark.parametrize("html", ["<html></html>", "<html><body><script>var copper = 1</script></body></html>"])
def test_a_page_without_an_article_is_an_error(html: str) -> None:
    with PageCleaner() as pages, pytest.raises(PageWithoutText):
        pages.clean(html, "a.html")
