"""Stand in for torch where an exercise is solved without it: an import costs nothing, a use is refused."""

from __future__ import annotations

import ast
import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Sequence
from typing import Any

NAME = "torch"


class Torch(types.ModuleType):
    """The module and whatever is looked up in it: good for imports, annotations and ``isinstance``."""

    def __getattr__(self, name: str) -> Any:
        """Answer every public name; a seed does nothing, where no torch draws."""
        if name.startswith("__"):
            raise AttributeError(name)
        return seeded if name == "manual_seed" else Torch(f"{self.__name__}.{name}")

    def __call__(self, *args: Any, **words: Any) -> Any:
        """Refuse to be used."""
        raise ImportError(f"{self.__name__} is not here")

    __mro_entries__ = __call__
    """Nor does it have classes to derive from."""

    def __instancecheck__(self, value: object) -> bool:
        """Nothing is of a kind that is not here."""
        return False

    def __or__(self, other: object) -> Torch:
        """Be one of several types in an annotation."""
        return self

    __ror__ = __or__


def seeded(seed: object) -> None:
    """Take a seed."""


class Refuses(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds torch and all of its parts, as modules of which nothing can be used."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Return how to load torch or a part of it, None for all else."""
        if name.partition(".")[0] != NAME:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        """Make the stand-in."""
        return Torch(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        """Have nothing to run."""


def refuse() -> None:
    """Put the stand-in before all that could find torch, also where it is in view."""
    sys.meta_path.insert(0, Refuses())


def heed(text: str) -> None:
    """Where torch is refused, have none at all for a program that has another way without it."""
    refuses = any(isinstance(finder, Refuses) for finder in sys.meta_path)
    if refuses and NAME in text and is_prepared(text):
        sys.modules[NAME] = None  # type: ignore[assignment]  # its import fails at once


def is_prepared(text: str) -> bool:
    """Tell whether a program tries to import torch and catches that there is none."""
    try:
        nodes = list(ast.walk(ast.parse(text)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    tried = [part for node in nodes if isinstance(node, ast.Try) and node.handlers for part in node.body]
    return any(NAME in modules(node) for part in tried for node in ast.walk(part))


def modules(node: ast.AST) -> set[str]:
    """Return the packages that a node imports."""
    names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
    names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
    return {name.partition(".")[0] for name in names}
