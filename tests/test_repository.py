"""What stands beside the code: licences, versions, catalogue, and files that know nothing of their machine."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "DATA-LICENSES.md"

# Split in two, so that this file does not match itself.
MACHINE_PATHS = ["/wo" + "rk/", "/ro" + "ot/", "/op" + "t/", f"{ROOT}/"]
REGISTRY_HOSTS = ["pypi." + "org", "python" + "hosted", "arti" + "factory", "--index" + "-url", "--find" + "-links"]


def project() -> dict[str, object]:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert isinstance(table, dict)
    return table


def repository_files() -> Iterator[Path]:
    """Files that are or would be tracked; a tree that was unpacked without its history is walked as it is."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    if listed.returncode:
        pytest.skip("not a git checkout: nothing says which files are tracked")
    yield from (ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file())


def texts() -> Iterator[tuple[Path, str]]:
    for path in repository_files():
        try:
            yield path, path.read_text("utf-8")
        except UnicodeDecodeError:
            continue


@pytest.mark.parametrize("word", [*MACHINE_PATHS, *REGISTRY_HOSTS])
def test_no_file_knows_the_machine_or_a_registry(word: str) -> None:
    # A path may follow a space, a quote or a bracket; a relative path that holds such a folder is fine.
    pattern = re.compile(rf"(?<![\w.~-]){re.escape(word)}")
    assert [str(path.relative_to(ROOT)) for path, text in texts() if pattern.search(text)] == []


def test_the_licence_is_there_in_full() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_package_changelog_and_citation_tell_one_version() -> None:
    version = project()["version"]
    released = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    cited = re.search(r"^version: (\S+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)
    assert released
    assert cited
    assert (released[1], cited[1]) == (version, version)


def test_every_shipped_table_is_in_the_catalogue() -> None:
    catalogue = CATALOGUE.read_text("utf-8")
    tables = [p.relative_to(ROOT).as_posix() for p in (ROOT / "src" / "lodeline").rglob("data/*") if p.suffix != ".py"]
    assert tables
    assert [table for table in tables if f"`{table}`" not in catalogue] == []


def test_the_catalogue_names_only_tables_that_exist() -> None:
    named = re.findall(r"`(src/lodeline/[^`*]+\.\w+)`", CATALOGUE.read_text("utf-8"))
    assert named
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_every_library_that_carries_data_is_in_the_catalogue() -> None:
    catalogue = CATALOGUE.read_text("utf-8").lower()
    assert [name for name in ("natasha", "pymorphy3-dicts-ru") if name not in catalogue] == []


def test_every_target_of_the_makefile_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    explained = set(re.findall(r"^([a-z]+):.*## \S", makefile, re.MULTILINE))
    assert set(phony[1].split()) == explained
