"""The records that cross the sandbox: what to run, and what happened."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:  # not loaded by a command that only starts the sandbox
    import numpy as np

PRINTED_KEPT = 2_000
"""Characters of a program's own printing that an observation keeps."""

TEXT_KEPT = 500
"""Characters of an exception's text that an observation keeps."""

NUMERIC = "~numeric."
"""Prefix of values that are recorded but never graded: central differences of the program's own loss."""

CHANGED = f"{NUMERIC}changed."
"""Prefix of the names of arguments in which a call that should only return something left other numbers."""


INTERMEDIATE = f"{NUMERIC}intermediate."
"""Prefix of the names of a task's local variables that the page asks for, as they are when the task ends."""


def is_slope(name: str) -> bool:
    """Tell whether a value is a central difference of the program's own loss."""
    return name.startswith(NUMERIC) and not name.startswith((CHANGED, INTERMEDIATE))


class Outcome(enum.Enum):
    """The fate of one call. It is always the student's, never the author's and never ours."""

    RETURNED = "returned"
    RAISED = "raised"
    MISSING = "missing"
    UNFINISHED = "unfinished"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    CRASHED = "crashed"


class Source(enum.Enum):
    """Where an error came from: who has to do something about it hangs on this, not on its name or text."""

    PROGRAM = "program"
    """Raised while the program's own code ran, by it or by a library that it called."""
    FILE = "file"
    """The file as a whole is not Python."""
    CALL = "call"
    """The observer's: the function is not there, or cannot be called as the page promises."""
    PROCESS = "process"
    """The process ended, or its answer was none."""


@dataclass(frozen=True)
class Error:
    """Why a call gave no result.

    ``kind`` is the exception's type by name, or the observer's word ("Missing", "NotCallable",
    "WrongSignature", "TooLarge", "Signal", "Exit", "Pipe"), to be read together with ``source``: a program
    may call an exception of its own anything. ``line``, ``end_line`` and ``column`` count from 1, 0 where
    there is none.
    """

    kind: str
    text: str = ""
    line: int = 0
    column: int = 0
    source: Source = Source.PROGRAM
    end_line: int = 0

    def __str__(self) -> str:
        """Return "kind: text", as Python shows an exception."""
        return f"{self.kind}: {self.text}" if self.text else self.kind


@dataclass(frozen=True)
class Leaf:
    """A tensor described by its numbers; the child builds a real ``torch`` leaf from it.

    ``grad`` is the content of its gradient buffer, ``None`` for a buffer that was never filled.
    """

    value: np.ndarray
    grad: np.ndarray | None = None
    requires_grad: bool = True


@dataclass(frozen=True)
class Seeded:
    """A random generator described by its seed; the child builds a fresh ``np.random.Generator`` from it."""

    seed: int


@dataclass(frozen=True)
class Function:
    """A function as an input: the program's own of that name, or what ``text`` calls ``experiment``."""

    name: str
    text: str = ""


@dataclass(frozen=True)
class Program:
    """Source text, and the names under which it offers the tasks (the tasks' own by default).

    ``modules`` are the texts of files beside it that it may import, by their dotted names.
    """

    text: str
    names: Mapping[str, str] = field(default_factory=dict)
    filename: str = "program.py"
    modules: Mapping[str, str] = field(default_factory=dict)


WHOLE = "whole"
"""The kind of a scenario that asks for a whole script; it is run by other means than the kinds of calls."""


@dataclass(frozen=True)
class Scenario:
    """One small experiment: which kind, on which task, with which inputs.

    ``args`` are passed by position; ``labels`` are the parameter names of the task, in order.
    ``parts`` names the items of a sequence argument (``{"params": ("w", "b")}``) or of the result.
    ``fields`` names what is written down of each thing: of a tensor its state, of a returned instance its
    attributes, for ``unchanged`` the arguments, for ``raises`` the words in the exception's text.
    ``of`` is the loss that is differenced, or the exception that is expected.
    ``text`` is Python source of an experiment function and only used by the kind ``experiment``.
    ``names`` maps tasks to names of the program for this scenario alone, on top of the program's own map.
    ``intermediates`` are local variables of the task to write down beside its result, ungraded.
    ``only`` are the values to keep, none for all: one experiment may feed several checks.
    """

    kind: str
    task: str
    args: tuple[Any, ...]
    labels: tuple[str, ...] = ()
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    result: str | None = None
    fields: tuple[str, ...] = ()
    of: str = ""
    of_args: tuple[str, ...] = ()
    wrt: tuple[str, ...] = ()
    text: str = ""
    seed: int = 0
    names: Mapping[str, str] = field(default_factory=dict)
    intermediates: tuple[str, ...] = ()
    only: tuple[str, ...] = ()

    @property
    def is_direct(self) -> bool:
        """Whether its numbers are those of one call of the task.

        An experiment puts several calls together; some kinds give truth values only.
        """
        return self.kind in ("returns", "gradients", "state")


@dataclass(frozen=True)
class Observation:
    """What happened: the outcome, every number by name, and the words that came with it.

    ``kinds`` says what a value was before it became an array ("Tensor", "int", "NoneType"); a name
    that has a kind and no value was no number at all. ``error`` says why there is no result.
    ``seconds`` is measured by the observer's side of the pipe, not by this one.
    """

    outcome: Outcome
    values: Mapping[str, np.ndarray] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    error: Error | None = None
    printed: str = ""
    seconds: float = 0.0

    @property
    def line(self) -> int:
        """The program's line at which it stopped, 0 where there is none."""
        return self.error.line if self.error else 0

    @property
    def end_line(self) -> int:
        """The last line of what stopped at ``line``: what Python runs as one piece may span several."""
        return max(self.error.line, self.error.end_line) if self.error else 0

    def cut_to(self, names: tuple[str, ...]) -> Observation:
        """Return this with the values of these names and those inside them alone; with all without names."""
        if not names:
            return self
        kept = {
            name: value
            for name, value in self.values.items()
            if name.startswith(NUMERIC) or re.split(r"[.\[]", name, maxsplit=1)[0] in names or name in names
        }
        return replace(self, values=kept)

    def stopped_with(self, kind: str, source: Source = Source.PROGRAM) -> bool:
        """Tell whether the call ended with an error of that kind from that source."""
        return self.error is not None and (self.error.kind, self.error.source) == (kind, source)


# ---- a program's row -----------------------------------------------------------------------------

Tier = Literal["namespaces", "kernel-only", "container", "process", "none", "weakened", "browser"]
"""What stands between a program and the machine, the strongest first.

namespaces: bubblewrap round the server, Landlock and seccomp round every program.
kernel-only: Landlock and seccomp, where there is no bubblewrap or no user namespace.
container: seccomp and limits, and a user without rights where it is started as root; only for
``--trust-container``, which says that the machine around it is thrown away.
process: a process with limits; only for the same, or where a student runs their own code beside a public key.
none: the same, for ``--allow-unsafe``; the report is marked.
weakened: a test switched layers off.
browser: a worker of the student's own browser, which keeps every page away from the machine.
"""

LOAD_SECONDS = 10.0
CALL_SECONDS = 5.0


@dataclass(frozen=True)
class Limits:
    """Seconds of processor time for running a program's text and for one call of it."""

    load: float = LOAD_SECONDS
    call: float = CALL_SECONDS


@dataclass(frozen=True)
class Repair:
    """A change to the program after which a task is right, by its kind and line (0 where several would do).

    ``words`` quote the program. ``names`` are the values that it makes right, none where it is all of them;
    ``together`` says how many such changes it takes at once. ``adds`` marks what is missing, not wrong.
    """

    task: str
    kind: str
    line: int
    words: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    together: int = 1
    adds: bool = False


@dataclass(frozen=True)
class Observed:
    """A program's row: what loading it did, one observation a scenario, and what held while it ran.

    ``repairs`` are changes that were tried on it afterwards, where checks failed.
    """

    load: Observation
    row: tuple[Observation, ...]
    protections: tuple[str, ...] = ()
    tier: Tier = "none"
    repairs: tuple[Repair, ...] = ()
