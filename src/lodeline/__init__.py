"""Lodeline: news of critical-mineral deals as a sourced ledger of promises. Public names only, loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lodeline.errors import LodelineError
    from lodeline.workspace import Workspace

    __version__: str

__all__ = ["LodelineError", "Workspace", "__version__"]


def __getattr__(name: str) -> Any:
    if name == "Workspace":
        from lodeline.workspace import Workspace

        return Workspace
    if name == "LodelineError":
        from lodeline.errors import LodelineError

        return LodelineError
    if name == "__version__":
        from lodeline.reports.sources import version

        return version()
    raise AttributeError(f"module 'lodeline' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
