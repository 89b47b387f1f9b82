"""What the shell that started us allows: a program that got less than it is promised is not to blame."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from grader.inside.observation import Observation, Observed, Outcome
from grader.sandbox.policy import THREADS, tasks

try:
    import resource
except ImportError:  # Windows knows no such limits
    resource = None  # type: ignore[assignment]

NO_THREAD = ("can't start new thread", "Resource temporarily unavailable")
"""What Python, and a library by way of the system's EAGAIN, say where there is no thread left."""

FEW_FILES = 64

PROMISED = {
    "AS": (2 << 30, "address space", "ulimit -v unlimited"),
    "DATA": (2 << 30, "data", "ulimit -d unlimited"),
    "STACK": (8 << 20, "stack", "ulimit -s 8192"),
    "CPU": (120, "processor time", "ulimit -t unlimited"),
}
"""What a program is promised at most, the libraries' part included: bytes or seconds, and what to type."""

STARVED = frozenset({Outcome.OUT_OF_MEMORY, Outcome.CRASHED})
"""What becomes of a program that is allowed too little: the kernel refuses it memory, or kills it."""


def few_files() -> list[str]:
    """Return what to do where this process may hardly open a file; what then breaks names no reason."""
    many = allowed("NOFILE")
    return [f"only {many} files may be open here; allow more: ulimit -n 256"] if many < FEW_FILES else []


def shortages() -> Iterator[str]:
    """Yield what this process may use less of than a program is promised, and what to type."""
    for name, (promised, what, remedy) in PROMISED.items():
        if allowed(name) < promised:
            yield f"this shell limits {what} to less than a program is promised; allow more: {remedy}"
    if allowed("NPROC") < THREADS + tasks(os.getuid() if hasattr(os, "getuid") else 0):
        yield "this shell allows fewer threads than a program is promised; allow more: ulimit -u"


def allowed(name: str) -> float:
    """Return a limit that nothing here can raise; infinite where there is none."""
    what = getattr(resource, f"RLIMIT_{name}", None)
    hard = -1 if what is None else resource.getrlimit(what)[1]
    return float("inf") if hard in (-1, getattr(resource, "RLIM_INFINITY", -1)) else hard


def starved(seen: Observed) -> bool:
    """Tell whether a program may have got too little of something."""
    return got_no_thread(seen) or any(one.outcome in STARVED for one in observations(seen))


def got_no_thread(seen: Observed) -> bool:
    """Tell whether the system refused a program a thread."""
    texts = [one.error.text for one in observations(seen) if one.error is not None]
    return any(words in text for text in texts for words in NO_THREAD)


def observations(seen: Observed) -> Sequence[Observation]:
    """Return what loading gave and what every call gave."""
    return (seen.load, *seen.row)
