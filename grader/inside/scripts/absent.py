"""Stand-ins for packages that are not here: they draw nothing, or say that they are missing once used."""

from __future__ import annotations

import ast
import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Iterator
from typing import Any

from grader.inside.program import PLOTTING, Inert

DECORATION = (
    *PLOTTING,
    "IPython",
    "IPython.core",
    "IPython.core.interactiveshell",
    "IPython.core.pylabtools",
    "IPython.display",
    "google.colab",
    "matplotlib.font_manager",
    "matplotlib.gridspec",
    "matplotlib.image",
    "matplotlib.lines",
    "matplotlib.pylab",
    "matplotlib.style",
    "matplotlib_inline",
    "matplotlib_inline.backend_inline",
    "mpl_toolkits.mplot3d.axes3d",
    "plotly",
    "plotly.express",
    "plotly.graph_objects",
    "plotly.graph_objs",
    "plotly.offline",
    "plotly.subplots",
    "prettytable",
    "tabulate",
    "tensorboardX",
    "termcolor",
    "torch.utils.tensorboard",
    "torchsummary",
    "torchviz",
    "visdom",
)
"""Modules without which the numbers are the same."""

TEXTBOOKS = frozenset({"d2l"})
"""Packages of which a script may use the drawing alone."""

DRAWING = frozenset({"Animator", "plot", "plt", "set_axes", "set_figsize", "show_images", "use_svg_display"})
"""What such a package draws with."""

BARS = ("tqdm", "tqdm.auto", "tqdm.notebook", "tqdm.autonotebook", "tqdm.std")


class Missing(ImportError):
    """The script uses a package that is not here."""


class Absent(types.ModuleType):
    """A package that is not here: importing it is no harm, using it is."""

    def __getattr__(self, name: str) -> Any:
        """Hand out a part, as an import statement wants it."""
        if name.startswith("__"):
            raise AttributeError(name)
        return type(self)(f"{self.__name__}.{name}")

    def __call__(self, *args: Any, **words: Any) -> Any:
        """Say which package is missing.

        Raises:
            Missing: always.
        """
        raise Missing(self.__name__.partition(".")[0])

    __getitem__ = __iter__ = __add__ = __mul__ = __enter__ = __call__

    def __mro_entries__(self, bases: Any) -> Any:
        """Say which package is missing where a class is built upon it.

        Raises:
            Missing: always.
        """
        raise Missing(self.__name__.partition(".")[0])


class Textbook(Absent):
    """A package that also draws: drawing is no harm."""

    def __getattr__(self, name: str) -> Any:
        """Hand out a part."""
        return Inert(name) if name in DRAWING else super().__getattr__(name)


class AbsentFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Find the packages that the script imports and nobody else finds, as absent ones.

    Other packages ask for what may be missing, and mean to be told.
    """

    def __init__(self, names: frozenset[str]) -> None:
        """Remember the packages that the script imports by itself."""
        self.names = names

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
        """Return a specification for a top-level package, or for a part of an absent one."""
        if name.partition(".")[0] not in self.names:
            return None
        parent = sys.modules.get(name.rpartition(".")[0])
        if "." in name and not isinstance(parent, Absent):
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: Any) -> types.ModuleType:
        """Return the stand-in."""
        return (Textbook if spec.name.partition(".")[0] in TEXTBOOKS else Absent)(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        """Run nothing."""


def install(names: frozenset[str]) -> None:
    """Put stand-ins in the place of what draws, and of the packages of these names that are not here."""
    for name in DECORATION:
        if name.partition(".")[0] in names:
            sys.modules[name] = stand_in(name)
    for name in BARS:
        module = stand_in(name)
        module.__dict__.update(tqdm=Bar, trange=lambda *sizes, **words: Bar(range(*sizes)), tqdm_notebook=Bar)
        sys.modules[name] = module
    if not any(isinstance(finder, AbsentFinder) for finder in sys.meta_path):
        sys.meta_path.append(AbsentFinder(names - {"torch", "numpy"}))


class Bar:
    """A progress bar that shows nothing: what it goes over, and methods of every name."""

    def __init__(self, items: Any = (), *args: Any, **words: Any) -> None:
        """Take over the items."""
        self.items = items if items is not None else range(words.get("total") or 0)

    def __iter__(self) -> Iterator[Any]:
        """Go over the items."""
        return iter(self.items)

    def __len__(self) -> int:
        """Count them."""
        return len(self.items)

    def __enter__(self) -> Bar:
        """Open the bar's block."""
        return self

    def __exit__(self, *fault: object) -> None:
        """Leave it."""

    def __getattr__(self, name: str) -> Any:
        """Accept every setting."""
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args, **words: None


def starred(tree: ast.Module) -> str:
    """Return the absent package of which a script imports all names, "" where there is none."""
    every = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module)
    found = (node.module or "" for node in every if node.names[0].name == "*")
    return next((name for name in found if isinstance(sys.modules.get(name), Absent)), "").partition(".")[0]


def explained(fault: BaseException | None, tree: ast.Module) -> BaseException | None:
    """Return a fault as it is, or as that of the absent package that would have given the missing name."""
    if not isinstance(fault, NameError) or not (package := starred(tree)):
        return fault
    return Missing(package).with_traceback(fault.__traceback__)


def stand_in(name: str) -> Inert:
    """Return a module that does nothing, and can be found as a real one."""
    module = Inert(name)
    module.__spec__ = importlib.machinery.ModuleSpec(name, None)
    return module
