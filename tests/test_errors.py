"""Every error is one of the tree, also a builtin, keeps its fields through pickling, and says where and what to do."""

import inspect
import pickle

import pytest

from lodeline import errors
from lodeline.errors import LodelineError

SAMPLES: dict[str, object] = {"str": "a.txt", "int": 1_000_000, "tuple[str, ...]": ("one", "two")}
CLASSES = [
    value
    for value in vars(errors).values()
    if inspect.isclass(value) and issubclass(value, LodelineError) and value is not LodelineError
]


def made(kind: type[LodelineError]) -> LodelineError:
    parameters = list(inspect.signature(kind.__init__).parameters.values())[1:]
    return kind(*(SAMPLES.get(str(parameter.annotation), "word") for parameter in parameters))


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_an_error_survives_pickling_with_its_fields(kind: type[LodelineError]) -> None:
    error = made(kind)
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is kind
    assert (vars(copy), str(copy)) == (vars(error), str(error))


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_an_error_is_also_a_builtin_and_speaks_in_a_line(kind: type[LodelineError]) -> None:
    builtins = [base for base in kind.__mro__ if base.__module__ == "builtins"]
    assert set(builtins) - {Exception, BaseException, object}
    assert "\n" not in str(made(kind))
    assert ":" in str(made(kind))
