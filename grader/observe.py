"""Run scenarios against a program and write down what happened.

This is the only code that runs anybody's function: the student's, the reference's, a misconception's.
It lives on the far side of the sandbox, so it imports NumPy and the standard library and nothing of
ours; torch is used only where the server has loaded it.
"""

from __future__ import annotations

import contextlib
import inspect
import io
import random
import sys
import traceback
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from grader.observation import MESSAGE_KEPT, NUMERIC, PRINTED_KEPT, Observation, Outcome, Program, Scenario
from grader.values import as_float32, build, flatten, flatten_state


class Missing(Exception):
    """The program has no function of the name that a scenario asks for."""


class WrongSignature(Exception):
    """The program's function cannot be called with the arguments that the page promises."""


class Printed(io.TextIOBase):
    """A text stream that keeps its first characters and forgets the rest."""

    def __init__(self) -> None:
        """Start empty."""
        self.kept = ""

    def write(self, text: str) -> int:
        """Keep what still fits; report everything as written, as a terminal would."""
        room = PRINTED_KEPT - len(self.kept)
        if room > 0:
            self.kept += str(text)[:room]
        return len(text)

    def writable(self) -> bool:
        """Say yes, so that ``print`` accepts the stream."""
        return True


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


# ---- loading a program ---------------------------------------------------------------------------


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


def attempt(action: Callable[[], Any], filename: str) -> Observation:
    """Run ``action`` and turn whatever it does into an observation; nothing of it escapes."""
    printed = Printed()
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            result = action()
    except BaseException as fault:  # a program may raise anything, SystemExit and its own classes included
        outcome = outcome_of(fault)
        seen = Observation(outcome, message=describe(fault), line=line_of(fault, filename))
    else:
        seen = result if isinstance(result, Observation) else Observation(Outcome.RETURNED)
    return replace(seen, printed=printed.kept)


def outcome_of(fault: BaseException) -> Outcome:
    """Say what an exception means for the one whose program raised it."""
    if isinstance(fault, Missing):
        return Outcome.MISSING
    if isinstance(fault, NotImplementedError):
        return Outcome.UNFINISHED
    # torch reports a refused allocation as a RuntimeError of its allocator.
    if isinstance(fault, MemoryError) or "DefaultCPUAllocator" in describe(fault):
        return Outcome.OUT_OF_MEMORY
    return Outcome.RAISED


def describe(fault: BaseException) -> str:
    """Return "Type: text" of an exception, even where its own ``__str__`` is broken."""
    try:
        text = f"{fault.msg} (column {fault.offset or 0})" if isinstance(fault, SyntaxError) else str(fault)
    except BaseException:
        text = ""
    return f"{type(fault).__name__}: {text}"[:MESSAGE_KEPT]


def line_of(fault: BaseException, filename: str) -> int:
    """Return the last line of the program that the exception passed through, 0 if it met none."""
    if isinstance(fault, SyntaxError) and fault.filename == filename:
        return fault.lineno or 0
    frames = traceback.extract_tb(fault.__traceback__)
    return next((frame.lineno or 0 for frame in reversed(frames) if frame.filename == filename), 0)


# ---- running a scenario --------------------------------------------------------------------------


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


def run(space: Mapping[str, Any], names: Mapping[str, str], scenario: Scenario, filename: str) -> Observation:
    """Run one scenario against loaded names; in float32 where the program insists on it."""
    program = Names(space, names)

    def once(asked: Scenario) -> Observation:
        seed_all(asked.seed)
        return attempt(lambda: KINDS[asked.kind](program, asked), filename)

    seen = once(scenario)
    if seen.outcome is Outcome.RAISED and insists_on_float32(seen.message):
        again = once(as_float32(scenario))
        return again if again.outcome is Outcome.RETURNED else seen
    return seen


def insists_on_float32(message: str) -> bool:
    """Tell whether torch refused to mix the double inputs with the program's own float tensors."""
    mixed = ("dtype" in message or "type" in message) and "ouble" in message and "loat" in message
    return message.startswith("RuntimeError") and mixed


def seed_all(seed: int) -> None:
    """Give the program the same luck at every run."""
    random.seed(seed)
    np.random.seed(seed % 2**32)
    torch = sys.modules.get("torch")
    if torch is not None:
        torch.manual_seed(seed)


# ---- the kinds of scenario -----------------------------------------------------------------------


def returns(program: Names, scenario: Scenario) -> Observation:
    """Call the task and observe what it returns."""
    values: dict[str, np.ndarray] = {}
    kinds: dict[str, str] = {}
    result = call(program, scenario.task, build(scenario.args))
    name = scenario.result or scenario.task
    flatten(name, result, scenario.parts.get("", ()), values, kinds)
    return Observation(Outcome.RETURNED, values, kinds)


def gradients(program: Names, scenario: Scenario) -> Observation:
    """Observe a gradient, and beside it, ungraded, central differences of the program's own loss."""
    seen = returns(program, scenario)
    try:
        slopes = central_differences(program, scenario)
    except Exception:  # a missing or broken loss is observed by its own check
        slopes = {}
    return replace(seen, values={**seen.values, **{NUMERIC + name: slope for name, slope in slopes.items()}})


def central_differences(program: Names, scenario: Scenario, step: float = 1e-5) -> dict[str, np.ndarray]:
    """Differentiate the program's ``of`` function in each coordinate of the arguments ``wrt``.

    The slope is (f(v + h) - f(v - h)) / 2h with h = step * max(1, |v|); its error is of order h².
    """
    given = dict(zip(scenario.labels, scenario.args, strict=True))
    return {name: slopes_in(program, scenario, given, name, step) for name in scenario.wrt}


def slopes_in(
    program: Names, scenario: Scenario, given: dict[str, Any], name: str, step: float
) -> np.ndarray:
    """Return the central differences in one argument, in that argument's shape."""
    base = np.asarray(given[name], dtype=np.float64)
    slopes = np.empty(base.shape)
    for place in np.ndindex(base.shape):
        width = step * max(1.0, abs(float(base[place])))
        ends = []
        for sign in (1.0, -1.0):
            moved = base.copy()
            moved[place] += sign * width
            arguments = {**given, name: moved if base.ndim else float(moved)}
            ends.append(
                number(call(program, scenario.of, build([arguments[label] for label in scenario.of_args])))
            )
        slopes[place] = (ends[0] - ends[1]) / (2 * width)
    return slopes


def number(value: Any) -> float:
    """Return a scalar result as a float; raise where it is none."""
    return float(value.detach() if hasattr(value, "detach") else value)


def state(program: Names, scenario: Scenario) -> Observation:
    """Call the task, then observe what it did to the arguments it was given."""
    values: dict[str, np.ndarray] = {}
    kinds: dict[str, str] = {}
    arguments = build(scenario.args)
    # Held here, because a task may replace an item of a list instead of changing the tensor in it.
    held = {label: hold(argument) for label, argument in zip(scenario.labels, arguments, strict=True)}
    result = call(program, scenario.task, arguments)
    for label, parts in scenario.parts.items():
        if label:
            for part, item in zip(parts, held[label], strict=True):
                flatten_state(part, item, scenario.fields, values, kinds)
    if scenario.result:
        flatten(scenario.result, result, scenario.parts.get("", ()), values, kinds)
    return Observation(Outcome.RETURNED, values, kinds)


def hold(argument: Any) -> list[Any]:
    """Return the items of a sequence argument, or the argument itself as the only item."""
    return list(argument) if isinstance(argument, list | tuple) else [argument]


def experiment(program: Names, scenario: Scenario) -> Observation:
    """Run a page's own experiment: a function of the program, a generator and the inputs."""
    space: dict[str, Any] = {"__name__": "experiment", "np": np}
    exec(compile(scenario.text, "experiment.py", "exec"), space)
    rng = np.random.default_rng(scenario.seed)
    results = space["experiment"](program, rng, *build(scenario.args))
    values: dict[str, np.ndarray] = {}
    kinds: dict[str, str] = {}
    for name, value in results.items():
        flatten(name, value, (), values, kinds)
    return Observation(Outcome.RETURNED, values, kinds)


KINDS: Mapping[str, Callable[[Names, Scenario], Observation]] = types.MappingProxyType(
    {"returns": returns, "gradients": gradients, "state": state, "experiment": experiment}
)
