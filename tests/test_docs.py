"""The manual: its examples run, its links lead somewhere, and every command and option is in it.

A fence of ```console holds commands after `$ ` (continued after `> `) and, below each, lines of its output. These
lines must come in this order; others may stand between. `…` in a line stands for any words.
"""

import importlib.util
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


@dataclass(frozen=True)
class Example:
    """One command with the lines that its output must hold."""

    command: str
    expected: tuple[str, ...]


def examples(page: str) -> Iterator[Example]:
    for block in FENCE.findall(page):
        yield from in_block(block.splitlines())


def in_block(lines: list[str]) -> Iterator[Example]:
    starts = [i for i, line in enumerate(lines) if line.startswith("$ ")]
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        rest = lines[start + 1 : stop]
        more = [line[2:] for line in rest if line.startswith("> ") or line == ">"]
        yield Example("\n".join([lines[start][2:], *more]), tuple(rest[len(more) :]))


def squeezed(line: str) -> str:
    """Words only: frames of tables and runs of blanks depend on the width of a terminal."""
    return " ".join(re.sub(r"[│┃|─━┏┓┗┛┡┩╇╭╮╰╯├┤┬┴┼]+", " ", line).split())


def missing(expected: tuple[str, ...], output: str) -> str | None:
    """The first expected line that does not come in its turn."""
    lines = iter([squeezed(line) for line in output.splitlines()])
    for line in expected:
        wanted = squeezed(line)
        pattern = re.compile(".*".join(re.escape(part.strip()) for part in wanted.split("…")))
        if wanted.strip("…") and not any(pattern.search(met) for met in lines):
            return line
    return None


@pytest.fixture(scope="module")
def command_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for PATH with `lodeline`, whether the package is installed or only on the path of modules."""
    folder = tmp_path_factory.mktemp("bin")
    code = "from lodeline.cli import main; main()"
    script = folder / "lodeline"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -c "{code}" "$@"\n')
    script.chmod(0o755)
    return folder


def run(command: str, folder: Path, commands: Path) -> subprocess.CompletedProcess[str]:
    env = {
        **os.environ,
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]),
        "NO_COLOR": "1",
        "TERM": "dumb",
        "COLUMNS": "160",
        "LC_ALL": "C.UTF-8",
    }
    return subprocess.run(["/bin/sh", "-c", command], cwd=folder, env=env, capture_output=True, text=True, check=False)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", [p for p in PAGES if FENCE.search(p.read_text("utf-8"))], ids=named)
def test_the_examples_of_a_page_run_and_print_what_it_shows(page: Path, tmp_path: Path, command_folder: Path) -> None:
    exports = ""
    for example in examples(page.read_text("utf-8")):
        if example.command.startswith("export "):
            exports += example.command + "\n"
        done = run(exports + example.command, tmp_path, command_folder)
        output = done.stdout + done.stderr
        assert done.returncode == 0, f"$ {example.command}\n{output}"
        absent = missing(example.expected, output)
        assert absent is None, f"$ {example.command}\nshows no line {absent!r} in its turn, but\n{output}"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text("utf-8")) if not re.match(r"[a-z]+:", link)]
    targets = [(page.parent / link).resolve() for link in links]
    assert [target for target in targets if not target.exists()] == []


def test_pictures_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in (ROOT / "docs" / "images").iterdir()}
    assert sizes
    assert max(sizes.values()) < 300_000


def test_the_page_of_the_command_is_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("write_cli_manual", ROOT / "scripts" / "write_cli_manual.py")
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.PAGE.read_text("utf-8") == script.manual(), "run `make manual`"


def test_the_manual_has_its_four_kinds_of_pages() -> None:
    kinds = {page.parent.name for page in PAGES}
    assert {"tutorial", "how-to", "reference", "explanation", "decisions"} <= kinds


def test_every_page_of_the_manual_is_in_its_index() -> None:
    index = ROOT / "docs" / "README.md"
    listed = {(index.parent / link).resolve() for link in LINK.findall(index.read_text("utf-8"))}
    pages = [page for page in PAGES if page.is_relative_to(index.parent) and page != index]
    assert [named(page) for page in pages if page not in listed] == []


def test_every_script_of_benchmarks_is_told_of() -> None:
    page = (ROOT / "docs" / "reference" / "benchmarks.md").read_text("utf-8")
    scripts = [path for path in (ROOT / "benchmarks").glob("*.py") if "def main" in path.read_text("utf-8")]
    assert sorted(path.name for path in scripts if f"benchmarks/{path.name}" not in page) == []


def test_decisions_are_numbered_without_gaps_and_name_the_rejected_way() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    assert [path.name for path in decisions if "**Rejected.**" not in path.read_text("utf-8")] == []


def test_an_example_is_cut_into_commands_and_expected_lines() -> None:
    page = "```console\n$ cat > a.txt <<'END'\n> one\n>\n> END\n$ wc -l a.txt\n2 … a.txt\n```\n```sh\n$ rm\n```\n"
    assert list(examples(page)) == [
        Example("cat > a.txt <<'END'\none\n\nEND", ()),
        Example("wc -l a.txt", ("2 … a.txt",)),
    ]


@pytest.mark.parametrize(
    ("expected", "absent"),
    [
        (("a b", "e"), None),
        (("… d", "e f"), None),
        (("e", "a"), "a"),
        (("a … z",), "a … z"),
        (("…",), None),
        ((), None),
    ],
)
def test_expected_lines_come_in_their_turn(expected: tuple[str, ...], absent: str | None) -> None:
    assert missing(expected, "│ a   b │\nc  d\n━━━\ne f\n") == absent
