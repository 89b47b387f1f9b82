"""Watch many programs at once: one warm sandbox for each of some threads."""

from __future__ import annotations

import contextlib
import queue
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Protocol

from grader.errors import SandboxError
from grader.grading.grade import observe
from grader.grading.observer import Observer
from grader.inside.observation import Limits, Observed
from grader.intake.submission import Submission
from grader.keys.key import AnswerKey
from grader.sandbox.client import Sandbox
from grader.sandbox.zygotes import Zygotes

TRIES = 2
"""How often a program is watched where the sandbox itself fails; each time in a new one."""


class Watching(Observer, Protocol):
    """A sandbox, or what stands in its place."""

    def __exit__(self, *fault: object) -> None:
        """End it."""


def sandbox(limits: Limits, zygotes: Zygotes) -> Sandbox:
    """Return a sandbox that shares its libraries with others."""
    return Sandbox(limits, zygotes=zygotes)


class Pool:
    """Some sandboxes, each used by one thread at a time; started when there is something to watch."""

    def __init__(
        self, zygotes: Zygotes, limits: Limits, make: Callable[[Limits, Zygotes], Watching] = sandbox
    ) -> None:
        """Start nothing yet; there are as many threads as the zygotes are for, and this ends them, too."""
        self.jobs, self.limits, self.make = zygotes.at_once, limits, make
        self.zygotes = zygotes
        self.idle: queue.SimpleQueue[Watching] = queue.SimpleQueue()
        self.stopping = False
        self.threads = ThreadPoolExecutor(self.jobs, thread_name_prefix="observer")

    def __enter__(self) -> Pool:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End every sandbox: after a fault or Ctrl-C at once, whatever they are doing."""
        self.stopping = True
        self.threads.shutdown(wait=kind is None, cancel_futures=True)
        if kind is not None:
            self.zygotes.close()  # the threads that wait for a server come back
            self.threads.shutdown(wait=True)
        while not self.idle.empty():
            self.idle.get().__exit__()
        self.zygotes.close()

    def submit(self, submission: Submission, key: AnswerKey) -> Future[Observed]:
        """Have a submission watched on the key's scenarios; the future may raise SandboxError."""
        return self.threads.submit(self.watch, submission, key)

    def watch(self, submission: Submission, key: AnswerKey) -> Observed:
        """Watch a submission in an idle sandbox, in a new one where that fails."""
        for attempt in range(TRIES):
            sandbox = self.take()
            try:
                seen = observe(submission, key, sandbox)
            except SandboxError:
                self.drop(sandbox)
                if self.stopping or attempt + 1 == TRIES:
                    raise
            except BaseException:
                self.drop(sandbox)
                raise
            else:
                self.idle.put(sandbox)
                return seen
        raise AssertionError("a last try returns or raises")

    def take(self) -> Watching:
        """Return an idle sandbox or a new one; there are never more than threads."""
        with contextlib.suppress(queue.Empty):
            return self.idle.get_nowait()
        return self.make(self.limits, self.zygotes)

    def drop(self, sandbox: Watching) -> None:
        """End a sandbox that is not to be trusted further."""
        with contextlib.suppress(SandboxError, OSError):
            sandbox.__exit__()
