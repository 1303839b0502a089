"""Raw bytes are kept by their hash before anything else happens to them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lodeline.documents.library import Library, sha256
from lodeline.errors import MissingFile, NotALedger


@given(st.binary(max_size=100))
def test_what_is_kept_comes_back_byte_for_byte(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    library = Library(tmp_path_factory.getbasetemp() / "raw")
    assert library.fetch(library.keep(raw)) == raw


def test_the_same_bytes_are_kept_once_and_nothing_temporary_stays(tmp_path: Path) -> None:
    library = Library(tmp_path)
    assert library.keep(b"copper") == library.keep(b"copper") == sha256(b"copper")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [sha256(b"copper")]


def test_unknown_bytes_are_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        Library(tmp_path).fetch("0" * 64)


def test_a_folder_that_cannot_hold_files_is_an_error_for_people(tmp_path: Path) -> None:
    (tmp_path / "raw").write_text("a file in the way")
    with pytest.raises(NotALedger, match="cannot be used as a workspace"):
        Library(tmp_path / "raw").keep(b"copper")
