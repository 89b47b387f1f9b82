"""The language in force: one for the whole process, chosen by its reader, the course or the system."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

SENTENCES = Path(__file__).resolve().parent / "sentences"
ENGLISH = "en"

DOMAIN = "grade"
"""The name of the compiled catalogues, ``zh/LC_MESSAGES/grade.mo``, as gettext looks for them."""

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The system's settings, the strongest first, as gettext reads them."""


@dataclass
class Choice:
    """Who asked for which language; empty where nobody did. The reader comes before the course.

    ``unwritable`` are the languages whose signs the screen lacks: English stands in their place.
    """

    reader: str = ""
    course: str = ""
    system: str = ""
    unwritable: tuple[str, ...] = ()


CHOICE = Choice()
"""The choice of this process. Threads share it: two of them never write for different readers."""


def languages() -> tuple[str, ...]:
    """Return the codes of all languages that there are sentences of, English first."""
    return (ENGLISH, *sorted(path.parts[-3] for path in SENTENCES.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")))


def language() -> str:
    """Return the code of the language in force."""
    code = CHOICE.reader or CHOICE.course or CHOICE.system
    return code if code and code not in CHOICE.unwritable else ENGLISH


def of_system(environment: Mapping[str, str]) -> str:
    """Return the language that the system is set to, empty where we do not speak it."""
    value = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    return spoken(value.partition(".")[0].partition("_")[0])


def spoken(code: str) -> str:
    """Return a language's code where there are sentences of it, else nothing."""
    return code if code in languages() else ""


def compiled(code: str, folder: Path = SENTENCES) -> Path:
    """Return where the compiled catalogue of a language lies."""
    return folder / code / "LC_MESSAGES" / f"{DOMAIN}.mo"


@contextlib.contextmanager
def in_files() -> Iterator[None]:
    """Put into force what was asked for, for a while: a file holds all signs, whatever the screen lacks."""
    before, CHOICE.unwritable = CHOICE.unwritable, ()
    try:
        yield
    finally:
        CHOICE.unwritable = before


@contextlib.contextmanager
def speaking(code: str) -> Iterator[None]:
    """Put a language into force for a while."""
    before, CHOICE.reader = CHOICE.reader, code
    try:
        yield
    finally:
        CHOICE.reader = before
