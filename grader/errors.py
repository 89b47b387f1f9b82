"""Failures that are not the student's, each with a message and a remedy.

GraderError
├── UsageError     the command was given something it cannot use (exit code 2)
│   └── MissingExtra   it needs a library that is not installed
├── PageError      the author's fault: a page that cannot be read or does not hold (exit code 3)
├── SandboxError   our fault: the sandbox did not start or broke (exit code 3)
└── StoreError     the gradebook cannot be read or written; what it holds stays as it is (exit code 3)
"""

from __future__ import annotations

from pathlib import Path


class GraderError(Exception):
    """A failure with a sentence that says what, where and what to do. Caught once, in the command line."""

    exit_code = 3


class UsageError(GraderError):
    """The command was given something it cannot use."""

    exit_code = 2


class MissingExtra(UsageError):
    """Something needs a library that is not installed."""

    def __init__(self, what: str, library: str, extra: str) -> None:
        """Say in one sentence what needs the library, and how it is installed."""
        super().__init__(f"{what} needs {library}; install it: pip install 'chainrule[{extra}]'")


class PageError(GraderError):
    """An exercise page cannot be read, or says something that does not hold."""

    def __init__(self, path: Path | str, line: int, message: str) -> None:
        """Name the page, the line (0 for the page as a whole), the fault and its remedy."""
        self.path, self.line = Path(path), line
        place = f"{self.path}:{line}" if line else str(self.path)
        super().__init__(f"{place}: {message}")


class SandboxError(GraderError):
    """The sandbox did not start, or broke. Nothing was graded and nobody loses points."""


class StoreError(GraderError):
    """The gradebook, or the disk it lies on, cannot be read or written. What is in it stays as it is."""
