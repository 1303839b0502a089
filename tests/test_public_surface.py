"""The names that the package promises, and the manners of its errors and its command."""

import builtins
import importlib.metadata
import inspect
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any, get_type_hints

import pytest

import lodeline
from lodeline import errors

HEAVY = ["trafilatura", "pymorphy3", "slovnet", "navec", "numpy", "rapidfuzz", "lxml", "nh3", "babel", "razdel"]


def error_classes() -> list[type[errors.LodelineError]]:
    found: list[type[errors.LodelineError]] = []
    queue: list[type[errors.LodelineError]] = [errors.LodelineError]
    while queue:
        parent = queue.pop()
        queue += parent.__subclasses__()
        found += [cls for cls in parent.__subclasses__() if cls not in found]
    return sorted(found, key=lambda cls: cls.__name__)


def value_for(annotation: Any, name: str) -> Any:
    """Some value of the annotated type; text where the type is a union or unknown."""
    plain = {int: 3, float: 0.5, bool: True, Path: Path("a.txt"), bytes: b"a", str: f"<{name}>"}
    if annotation in plain:
        return plain[annotation]
    if getattr(annotation, "__origin__", None) in (tuple, list, set, frozenset):
        return annotation.__origin__(["a", "b"])
    return f"<{name}>"


def example(cls: type[errors.LodelineError]) -> errors.LodelineError:
    hints = get_type_hints(cls.__init__)
    parameters = [
        p for p in list(inspect.signature(cls.__init__).parameters.values())[1:] if p.kind.name != "VAR_KEYWORD"
    ]
    return cls(*(value_for(hints.get(p.name, str), p.name) for p in parameters if p.kind.name != "VAR_POSITIONAL"))


@pytest.mark.parametrize("cls", error_classes(), ids=lambda cls: cls.__name__)
def test_an_error_survives_pickling_with_its_text(cls: type[errors.LodelineError]) -> None:
    error = example(cls)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is cls
    assert str(again) == str(error)
    assert vars(again) == vars(error)


@pytest.mark.parametrize("cls", error_classes(), ids=lambda cls: cls.__name__)
def test_an_error_is_also_a_builtin_that_plain_code_can_catch(cls: type[errors.LodelineError]) -> None:
    general = {Exception, BaseException, object}
    assert [base for base in cls.__mro__ if base.__module__ == builtins.__name__ and base not in general]


@pytest.mark.parametrize("cls", error_classes(), ids=lambda cls: cls.__name__)
def test_an_error_is_named_by_its_condition_and_explained(cls: type[errors.LodelineError]) -> None:
    assert cls.__doc__
    assert not cls.__name__.endswith("Exception")


def test_there_are_errors_to_speak_of() -> None:
    assert len(error_classes()) > 3


def test_the_package_exports_these_names() -> None:
    assert set(lodeline.__all__) == {"LodelineError", "Workspace", "__version__"}
    assert all(hasattr(lodeline, name) for name in lodeline.__all__)


def test_the_version_is_that_of_the_distribution() -> None:
    try:
        installed = importlib.metadata.version("lodeline")
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("the package is not installed, only on the path")
    assert lodeline.__version__ == installed


def loaded_after(code: str) -> set[str]:
    """Top-level modules in a fresh interpreter after running `code`, which may end in SystemExit."""
    script = f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\nprint('LOADED', *sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    line = next(line for line in done.stdout.splitlines() if line.startswith("LOADED"))
    return {name.split(".")[0] for name in line.split()[1:]}


@pytest.mark.parametrize(
    "code",
    [
        "import lodeline",
        "from lodeline import Workspace",
        "from lodeline.cli import main; sys.argv = ['lodeline', '--help']; main()",
    ],
)
def test_nothing_heavy_loads_before_there_is_work(code: str) -> None:
    loaded = loaded_after(code)
    assert "lodeline" in loaded
    assert loaded.isdisjoint(HEAVY), f"{loaded & set(HEAVY)} loaded"
