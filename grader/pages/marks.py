"""Marks on a page's functions: what the student writes, and other right and wrong definitions of it.

They return records or the function itself; nothing is registered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import EllipsisType
from typing import Any, TypeVar

from grader.pages.scripts import Script

Anything = TypeVar("Anything")


def task(function: Anything) -> Anything:
    """Mark what the student writes. The stub keeps its signature and docstring and drops its body."""
    return function


@dataclass(frozen=True)
class Marked:
    """A wrong or another right definition of one or several tasks, as the page wrote it.

    It is ``definition``, or the text of the definition ``base`` with ``edits``, pairs of old and new pieces.
    ``text`` is what a student reads, hints included; the title follows from the name where it is empty.
    """

    right: bool
    targets: tuple[str, ...]
    definition: Any = None
    title: str = ""
    text: str = ""
    base: str = ""
    edits: tuple[tuple[str | EllipsisType, str], ...] = ()

    def says(self, text: str) -> Marked:
        """Return the same with what the student reads, written as a misconception's docstring is."""
        return replace(self, text=text)


def misconception(*targets: Any, title: str = "") -> Callable[[Any], Marked]:
    """Mark a wrong definition of a task (or a helper, or ``"Class.method"``).

    Its docstring is what the student reads; paragraphs that start with ``Hint:`` are graded hints,
    at most three, shown one by one. Several targets at once are given as a class with a method for each.
    """
    return lambda definition: Marked(False, names_of(targets), definition, title, definition.__doc__ or "")


def alternative(*targets: Any, title: str = "") -> Callable[[Any], Marked]:
    """Mark another right definition of a task: it must pass and must never be diagnosed."""
    return lambda definition: Marked(True, names_of(targets), definition, title)


def slip(target: Any, *pieces: Any, says: str = "", hints: Sequence[str] = (), title: str = "") -> Any:
    """Describe a misconception as an edit: the target's code with each old piece exchanged for a new one.

    ``pieces`` are old, new, old, new …; every old piece stands once in the code, and all are exchanged at
    the same time. ``...`` in place of an old piece is all of the code. The target is a task, a helper,
    ``"Class.method"``, an ``@alternative``, whose text is edited then, or a whole script. What the student
    reads, hints included, may also be given by ``says``, as a docstring is.

    Raises:
        TypeError: the pieces are no pairs of texts, or the target has no text of its own.
    """
    if isinstance(target, Script):
        return target.slip(*pieces, says=says, hints=hints)
    text = "\n\n".join((says, *(f"Hint: {hint}" for hint in hints)))
    return replace(rewrite(target, *pieces, title=title), right=False, text=text.strip())


def rewrite(target: Any, *pieces: Any, title: str = "") -> Marked:
    """Describe an alternative as an edit of the target's code; see ``slip``.

    Raises:
        TypeError: the pieces are no pairs of texts, or the target has no text of its own.
    """
    if not pieces or len(pieces) % 2:
        raise TypeError("give an old piece of code and a new one, or several such pairs")
    for place, piece in enumerate(pieces):
        if not isinstance(piece, str) and not (piece is ... and place % 2 == 0):
            raise TypeError(f"{piece!r} is no piece of code; write it as text: {str(piece)!r}")
    edits = tuple(zip(pieces[::2], pieces[1::2], strict=True))
    if not isinstance(target, Marked):
        names = names_of((target,))
        return Marked(True, names, title=title, base=names[0], edits=edits)
    if target.definition is None:
        raise TypeError("an edit of an edit; edit the definition that stands on the page")
    return Marked(True, target.targets, title=title, base=target.definition.__name__, edits=edits)


@dataclass(frozen=True)
class Intermediates:
    """Local variables of a task's reference, in their order on the way: a student's are held against them."""

    task: str
    names: tuple[str, ...]


def intermediates(task: Any, *names: str) -> Intermediates:
    """Name quantities on the way through a task, in the order in which one is worked out from the other.

    They are local variables of the reference, and students know the names from what they read. Where a public
    check fails, those variables of a student's function that have these names are held against them.
    """
    return Intermediates(names_of((task,))[0], names)


def names_of(targets: Any) -> tuple[str, ...]:
    """Return the names of the tasks, helpers or methods, one or several, that a mark or a check is about."""
    several = targets if isinstance(targets, list | tuple) else (targets,)
    return tuple(target if isinstance(target, str) else target.__qualname__ for target in several)
