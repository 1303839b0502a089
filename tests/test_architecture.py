"""The law of the rooms: imports run one way, nothing heavy loads early, and pieces stay small."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

import pytest

SRC = Path(__file__).parents[1] / "src" / "lodeline"

TEXT_ROOMS = ["documents", "language", "claims", "checking", "evaluation", "entities", "ledger"]
ORDER = [
    "errors",
    "vocabulary",
    "storage",
    *TEXT_ROOMS,
    "supply",
    "assessment",
    "scenarios",
    "samples",
    "reports",
    "reading",
    "workspace",
    "worker",
    "web",
    "cli",
    "lodeline",  # the package itself: public names only, so it stands above every room
]
HEAVY = {"trafilatura", "lxml", "nh3", "pymorphy3", "slovnet", "navec", "razdel", "numpy", "rapidfuzz", "babel", "rich"}
FORBIDDEN = {"utils", "helpers", "common", "core", "misc", "main", "manager"}


@dataclass(frozen=True)
class Import:
    """One imported module, where it stands, and whether it runs when the file is imported."""

    file: Path
    line: int
    module: str
    early: bool

    def __str__(self) -> str:
        return f"{self.file.relative_to(SRC.parent)}:{self.line} imports {self.module}"


def files() -> list[Path]:
    return sorted(SRC.rglob("*.py"))


def room(dotted: str) -> str:
    """`lodeline.claims.claim` lies in `claims`; the bare package is a room of its own, the highest."""
    parts = dotted.split(".")
    return parts[1] if len(parts) > 1 else "lodeline"


def dotted(file: Path) -> str:
    parts = file.relative_to(SRC.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def modules(node: ast.Import | ast.ImportFrom, file: Path) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
        return
    package = dotted(file).split(".")
    if file.name != "__init__.py":
        package = package[:-1]
    start = package[: len(package) - node.level + 1] if node.level else []
    base = ".".join([*start, *([node.module] if node.module else [])])
    # `from lodeline import claims` names a room, `from lodeline.claims import Claim` names its room already.
    yield from (f"{base}.{alias.name}" if base == "lodeline" else base for alias in node.names)


def early_nodes(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """What runs at import: everything but bodies of functions and blocks for the type checker alone."""
    for statement in body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.dump(statement.test):
            continue
        yield statement
        for field in ("body", "orelse", "finalbody"):
            yield from early_nodes(getattr(statement, field, []))
        for handler in getattr(statement, "handlers", []):
            yield from early_nodes(handler.body)


def imports(file: Path) -> Iterator[Import]:
    tree = ast.parse(file.read_text("utf-8"))
    early = {id(node) for node in early_nodes(tree.body)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for module in modules(node, file):
                yield Import(file, node.lineno, module, id(node) in early)


def may_import(importer: str, imported: str) -> bool:
    if importer == imported or imported == "lodeline":
        return importer == imported
    if (importer in TEXT_ROOMS and imported == "supply") or (importer == "supply" and imported in TEXT_ROOMS):
        return False
    return ORDER.index(imported) < ORDER.index(importer)


def functions() -> Iterator[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for file in files():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield file, node


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def arguments(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    named = [
        a for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs) if a.arg not in ("self", "cls")
    ]
    return len(named)


def test_every_folder_and_module_is_a_known_room() -> None:
    met = {room(dotted(file)) for file in files()}
    assert met <= set(ORDER), f"name the place of {met - set(ORDER)} in the order of rooms"


def test_a_room_imports_lower_rooms_only() -> None:
    ours = [i for file in files() for i in imports(file) if i.module.split(".")[0] == "lodeline"]
    assert len(ours) > 5
    assert [str(i) for i in ours if not may_import(room(dotted(i.file)), room(i.module))] == []


@pytest.mark.parametrize(
    ("importer", "imported", "allowed"),
    [
        ("claims", "documents", True),
        ("claims", "claims", True),
        ("claims", "ledger", False),
        ("ledger", "workspace", False),
        ("ledger", "supply", False),
        ("supply", "claims", False),
        ("supply", "vocabulary", True),
        ("supply", "assessment", False),
        ("supply", "entities", False),
        ("assessment", "scenarios", False),
        ("scenarios", "assessment", True),
        ("scenarios", "supply", True),
        ("scenarios", "reports", False),
        ("reports", "scenarios", True),
        ("assessment", "supply", True),
        ("assessment", "ledger", True),
        ("cli", "lodeline", False),
        ("lodeline", "workspace", True),
    ],
)
def test_the_order_of_rooms_is_the_written_one(importer: str, imported: str, allowed: bool) -> None:
    assert may_import(importer, imported) is allowed


def test_an_import_inside_a_function_counts_but_is_not_early(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "SRC", tmp_path / "lodeline")
    file = tmp_path / "lodeline" / "claims" / "extract.py"
    file.parent.mkdir(parents=True)
    file.write_text("import numpy\ndef read():\n    from ..ledger import fold\n    from lodeline import cli\n")
    met = [(i.module, i.early) for i in imports(file)]
    assert met == [("numpy", True), ("lodeline.ledger", False), ("lodeline.cli", False)]


def test_nothing_heavy_is_imported_at_module_level() -> None:
    early = [i for file in files() for i in imports(file) if i.early and i.module.split(".")[0] in HEAVY]
    assert [str(i) for i in early] == []


def test_natasha_is_never_imported() -> None:
    assert [str(i) for file in files() for i in imports(file) if i.module.split(".")[0] == "natasha"] == []


def test_file_names_say_what_a_file_holds() -> None:
    assert [str(file) for file in files() if file.stem in FORBIDDEN] == []


def test_no_file_is_longer_than_400_lines() -> None:
    long = {str(f.relative_to(SRC)): n for f in files() if (n := len(f.read_text("utf-8").splitlines())) > 400}
    assert long == {}


def test_no_function_is_longer_than_60_lines() -> None:
    long = [f"{f.relative_to(SRC)}:{n.lineno} {n.name} has {lines(n)}" for f, n in functions() if lines(n) > 60]
    assert long == []


def test_nine_functions_in_ten_have_at_most_25_lines() -> None:
    lengths = [lines(node) for _, node in functions()]
    if len(lengths) < 50:
        pytest.skip("too few functions to speak of a share")
    assert quantiles(lengths, n=10)[-1] <= 25


def test_no_function_takes_more_than_five_arguments() -> None:
    # A command's options are its manual, so the commands may have as many as they document.
    many = [
        f"{f.relative_to(SRC)}:{n.lineno} {n.name}" for f, n in functions() if arguments(n) > 5 and "cli" not in f.parts
    ]
    assert many == []
