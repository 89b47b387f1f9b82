"""Stand in for torch where an exercise is solved without it: an import costs nothing, a use is refused."""

from __future__ import annotations

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
