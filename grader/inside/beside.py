"""Let a program import the files that were handed in beside it: from memory, there is no disk."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Mapping, Sequence


class Beside(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds modules in a mapping of texts. It is asked last, so that no library is ever hidden by a file."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        """Keep the texts by their dotted names; what is above a dot becomes a package."""
        self.modules = modules
        self.packages = {name.rpartition(".")[0] for name in modules} - {""}

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Return how to load a module of that name, None where it is none of these."""
        if name not in self.modules and name not in self.packages:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=name in self.packages)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType | None:
        """Have an ordinary module made."""
        return None

    def exec_module(self, module: types.ModuleType) -> None:
        """Run a module's text in it; a package without a text stays empty."""
        module.__file__ = file = file_of(module.__name__)
        exec(compile(self.modules.get(module.__name__, ""), file, "exec", dont_inherit=True), module.__dict__)


def file_of(name: str) -> str:
    """Return the file of a module, as it was handed in."""
    return f"{name.replace('.', '/')}.py"


def files() -> frozenset[str]:
    """Return the files that were handed in beside the program."""
    offered = (finder.modules for finder in sys.meta_path if isinstance(finder, Beside))
    return frozenset(file_of(name) for modules in offered for name in modules)


def offer(modules: Mapping[str, str]) -> None:
    """Make these modules importable for the rest of this process."""
    if modules:
        sys.meta_path.append(Beside(modules))
