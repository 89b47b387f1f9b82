"""A program in memory: run its text, then find and call what it left behind."""

from __future__ import annotations

import inspect
import sys
import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from grader.attempt import Missing, WrongSignature, attempt
from grader.observation import Observation, Program


class Inert(types.ModuleType):
    """A plotting library that accepts everything and draws nothing, so that a plot costs no points."""

    def __init__(self, name: str = "inert") -> None:
        """Pretend to be a package, so that submodules can be imported from it."""
        super().__init__(name)
        self.__path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        """Answer every public name with another inert thing."""
        if name.startswith("__"):
            raise AttributeError(name)
        return Inert(name)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Accept any call."""
        return Inert()

    def __iter__(self) -> Any:
        """Unpack as the pair that ``plt.subplots()`` returns."""
        return iter((Inert(), Inert()))


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
    for name in ("matplotlib", "matplotlib.pyplot"):
        sys.modules[name] = Inert(name)

    def run() -> dict[str, Any]:
        exec(compile(program.text, program.filename, "exec"), module.__dict__)
        return module.__dict__

    seen: dict[str, Any] = {}
    observation = attempt(lambda: seen.update(run()), program.filename)
    return seen, observation


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
        Missing: there is no function of that name.
        WrongSignature: it takes other arguments.
    """
    function = getattr(program, task)
    if not callable(function):
        raise Missing(f"{task} is of type {type(function).__name__}")
    try:
        inspect.signature(function).bind(*args)
    except TypeError as fault:
        raise WrongSignature(f"{task}{inspect.signature(function)} — {fault}") from None
    except ValueError:
        pass  # Some built-in callables tell no signature; the call itself will show.
    return function(*args)
