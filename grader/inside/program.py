"""A program in memory: run its text, then find and call what it left behind."""

from __future__ import annotations

import inspect
import sys
import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from grader.inside import beside, refused
from grader.inside.attempt import Missing, NotCallable, NotPython, WrongSignature, attempt
from grader.inside.observation import Observation, Program

PLOTTING = (
    "matplotlib",
    "matplotlib.animation",
    "matplotlib.cm",
    "matplotlib.colors",
    "matplotlib.font_manager",
    "matplotlib.patches",
    "matplotlib.pyplot",
    "matplotlib.ticker",
    "mpl_toolkits",
    "mpl_toolkits.mplot3d",
    "pylab",
    "seaborn",
)
"""Modules that draw; programs may import them, and nothing is drawn."""


class Inert(types.ModuleType):
    """A plotting library that accepts everything and draws nothing, so that a plot costs no points."""

    def __init__(self, name: str = "inert", parts: tuple[Any, ...] = ()) -> None:
        """Pretend to be a package, so that submodules can be imported from it."""
        super().__init__(name)
        self.__path__: list[str] = []
        self.__parts = parts

    def __getattr__(self, name: str) -> Any:
        """Answer every public name with another inert thing."""
        if name.startswith("__"):
            raise AttributeError(name)
        return Inert(name)

    def __call__(self, *args: Any, **words: Any) -> Any:
        """Accept any call; ``subplots`` gives a figure and as many axes as it is asked for."""
        if self.__name__ != "subplots":
            return Inert()
        rows, columns = (*args, 1, 1)[:2]
        sizes = (words.get("nrows", rows), words.get("ncols", columns))
        return Inert("pair", (Inert(), grid([size for size in sizes if size > 1])))

    def __iter__(self) -> Any:
        """Unpack into its parts, or into one thing, as ``line, = plot(...)`` wants it."""
        return iter(self.__parts or (Inert(),))

    def __getitem__(self, key: Any) -> Any:
        """Have an entry of every name: one of several axes, a setting."""
        return Inert()

    def __setitem__(self, key: Any, value: Any) -> None:
        """Accept any setting."""

    def __enter__(self) -> Any:
        """Open a style's block."""
        return self

    def __exit__(self, *fault: object) -> None:
        """Leave it."""


def grid(sizes: Sequence[int]) -> Inert:
    """Return inert axes that unpack into so many rows, and those into so many columns."""
    return Inert("axes", tuple(grid(sizes[1:]) for _ in range(sizes[0])) if sizes else ())


def load(program: Program) -> tuple[dict[str, Any], Observation]:
    """Run the program's text as a module; return the names it left behind and what happened.

    The module's name is not ``__main__``, so a guarded main block does not run.
    """
    space: dict[str, Any] = {
        "__name__": "submission",
        "__file__": program.filename,
        "__builtins__": __builtins__,
    }
    # Dataclasses, pickling and typing look a class's module up by its name.
    module = types.ModuleType("submission")
    module.__dict__.update(space)
    sys.modules["submission"] = module
    for name in PLOTTING:
        sys.modules[name] = Inert(name)
    beside.offer(program.modules)
    refused.heed(program.text)

    def run() -> dict[str, Any]:
        exec(compiled(program), module.__dict__)
        return module.__dict__

    seen: dict[str, Any] = {}
    observation = attempt(lambda: seen.update(run()), program.filename)
    return seen, observation


def compiled(program: Program) -> types.CodeType:
    """Compile a program's text.

    Raises:
        NotPython: it is none, or is nested too deeply for the compiler.
    """
    try:
        return compile(program.text, program.filename, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError) as fault:
        raise NotPython from fault


@dataclass(frozen=True)
class Names:
    """A program's names, as an experiment sees them: ``program.gradient`` is the student's function."""

    space: Mapping[str, Any]
    names: Mapping[str, str]

    def __getattr__(self, task: str) -> Any:
        """Return the program's thing of that name; raise Missing where it has none."""
        if task.startswith("__"):
            raise AttributeError(task)
        return find(self.space, self.names.get(task, task))


def find(space: Mapping[str, Any], name: str) -> Any:
    """Look up a name, dotted for a method (``Value.__mul__``).

    Raises:
        Missing: the program does not define it.
    """
    first, *rest = name.split(".")
    if first not in space:
        raise Missing(name)
    found = space[first]
    for part in rest:
        if not hasattr(found, part):
            raise Missing(name)
        found = getattr(found, part)
    return found


def call(program: Names, task: str, args: Sequence[Any]) -> Any:
    """Call one task of the program.

    Raises:
        Missing: there is no function of that name (NotCallable: it is something else).
        WrongSignature: it takes other arguments.
    """
    function = getattr(program, task)
    if not callable(function):
        raise NotCallable(type(function).__name__)
    try:
        inspect.signature(function).bind(*args)
    except TypeError as fault:
        raise WrongSignature(f"{task}{inspect.signature(function)} — {fault}") from None
    except ValueError:
        pass  # Some built-in callables tell no signature; the call itself will show.
    return function(*args)
