"""Read what a student handed in."""

from __future__ import annotations

import codecs
import contextlib
import difflib
import hashlib
import io
import os
import re
import stat
import tokenize
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from grader.errors import UsageError
from grader.inside.observation import Program
from grader.intake import naming, whole
from grader.intake.modules import HELPERS_AT_MOST, HELPERS_BYTES, imported
from grader.intake.notebooks import document, marimo
from grader.intake.notebooks.document import Document
from grader.intake.notebooks.gather import gather
from grader.words.catalogue import sentence
from grader.words.meant import meant
from grader.words.message import Said

BYTES_AT_MOST = 256 << 10
"""What a homework never has; the grader reads a text several times, in time that grows with its length."""

TOO_SLOW = frozenset({"punycode", "idna"})
"""Encodings whose decoding takes the square of the length, which nobody writes programs in."""


@dataclass(frozen=True)
class Submission:
    """A student's file: the exercise it answers, its program, the digest of its bytes, notes on its cells."""

    exercise: str
    path: str
    program: Program
    sha256: str
    notes: tuple[Said, ...] = ()


Handout = tuple[Sequence[str], str]
"""The names of an exercise's tasks, and the text of the stub with which they were handed out."""


def no_handout(exercise: str) -> Handout:
    """Say that nothing is known of what was handed out."""
    return (), ""


def read(
    path: Path,
    exercise: str | None,
    exercises: Sequence[str] = (),
    handout: Callable[[str], Handout] = no_handout,
) -> Submission:
    """Read a Python file or a notebook as a submission to an exercise, by default the one it is named after.

    ``handout`` returns what was handed out for an exercise; it puts back what a notebook has lost.

    Raises:
        UsageError: it is no readable text, or its exercise is not known; the message says what to do.
    """
    made = parse(read_bytes(path), path, exercise, exercises, handout)
    return with_modules(made, imports(made, path, exercises))


def parse(
    data: bytes,
    path: Path,
    exercise: str | None,
    exercises: Sequence[str] = (),
    handout: Callable[[str], Handout] = no_handout,
) -> Submission:
    """Turn a file's bytes into a submission; the path names it and need not exist.

    Raises:
        UsageError: as ``read`` does.
    """
    digest = hashlib.sha256(data).hexdigest()
    notebook = document.is_notebook(data, path.name)
    text = "" if notebook else decode(data, path)
    found = document.parse(data, path) if notebook else Document(marimo.cells(text))
    in_cells = notebook or bool(found.cells)
    known = found.exercise if found.exercise in exercises else None
    answered = exercise or known or recognise(path, exercises)
    tasks, stub = handout(answered)
    if in_cells and not is_whole(tasks):
        made = gather(found.cells, tasks, stub, path.name)
        return Submission(answered, str(path), made.program, digest, made.notes)
    if is_whole(tasks):
        text = whole.cells(found.cells) if in_cells else whole.in_python(text)
    return Submission(answered, str(path), Program(text, filename=path.name), digest)


def is_whole(tasks: Sequence[str]) -> bool:
    """Tell whether a whole script is asked for: its tasks are named by words, and no functions."""
    return any(" " in task for task in tasks)


def with_modules(made: Submission, files: Mapping[str, bytes]) -> Submission:
    """Return a submission whose program may import these files; one that is no text is not there for it."""
    modules = {}
    for name, data in files.items():
        with contextlib.suppress(UsageError):
            modules[name] = decode(data, Path(f"{name}.py"))
    return replace(made, program=replace(made.program, modules=modules)) if modules else made


def imports(made: Submission, path: Path, exercises: Sequence[str]) -> Mapping[str, bytes]:
    """Return the files in the same folder that a program imports, by their modules' names.

    None that answers an exercise by its name: where many hand-ins lie in one folder, that is somebody else's.
    """
    found: dict[str, bytes] = {}
    todo = [made.program.text.encode("utf-8", "replace")]
    while todo:
        for name in sorted(imported(todo.pop()) - found.keys()):
            other = path.with_name(f"{name}.py")
            there = other != path and os.path.isfile(other)  # false also for a name that no disk takes
            if not there or len(found) >= HELPERS_AT_MOST or is_answer(other, exercises):
                continue
            with contextlib.suppress(UsageError):
                data = read_bytes(other)
                if sum(map(len, found.values())) + len(data) <= HELPERS_BYTES:
                    found[name] = data
                    todo.append(data)
    return found


def is_answer(path: Path, exercises: Sequence[str]) -> bool:
    """Tell whether a file's name says that it answers one of the exercises."""
    with contextlib.suppress(UsageError):
        return bool(recognise(path, exercises))
    return False


def is_notebook(path: Path) -> bool:
    """Tell whether a file is a notebook, by its name."""
    return naming.kind(path.name) == "ipynb"


def read_bytes(path: Path) -> bytes:
    """Return a regular file's bytes; a pipe, a device, a folder or a huge file is refused unread.

    A link is followed only within its own folder, so that nothing else is ever read and quoted.

    Raises:
        UsageError: there is no such file, or it is none of the above.
    """
    try:
        handle = os.open(without_links(path), READ_ONLY)
    except FileNotFoundError:
        near = in_its_place(path)
        id = "refused.no_file.near" if near else "refused.no_file"
        raise UsageError(sentence(id, path=path, near=near)) from None
    except OSError as fault:
        raise UsageError(sentence("refused.unopened", path=path, reason=fault.strerror)) from None
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise UsageError(sentence("refused.folder", path=path, example=an_answer_in(path)))
        if not stat.S_ISREG(mode):
            raise UsageError(sentence("refused.no_ordinary_file", path=path))
        with open(handle, "rb", closefd=False) as file:
            data = file.read(limit(path) + 1)
    finally:
        os.close(handle)
    demand_size(data, path)
    return data


def in_its_place(path: Path) -> str:
    """Return the path that was meant by one without a file, empty where none is near.

    Its name or its folder's is misspelt, or it is the bare name of an exercise or of its file.
    """
    with contextlib.suppress(OSError):
        above = meant(path.parent) or path.parent
        for folder in dict.fromkeys((above, above / "exercises")):
            if folder.is_dir():
                names = [one for one in sorted(os.listdir(folder)) if naming.kind(one) and one.isprintable()]
                files = {one.partition(".")[0]: one for one in reversed(names)}
                # Endings are left out: alike in all, they would make any two short names near.
                near = difflib.get_close_matches(path.name.partition(".")[0], files, 1)
                if near:
                    return str(folder / files[near[0]])
    return ""


def an_answer_in(folder: Path) -> Path:
    """Return a program in a folder, for an example; where none is, what one might be called."""
    with contextlib.suppress(OSError):
        names = (name for name in sorted(os.listdir(folder)) if naming.kind(name) and name.isprintable())
        return folder / next(names, "forward.py")
    return folder / "forward.py"


READ_ONLY = sum({getattr(os, name, 0) for name in ("O_RDONLY", "O_NONBLOCK", "O_NOFOLLOW", "O_BINARY")})
"""Without waiting, so that a named pipe cannot hold us up. What was opened is looked at afterwards, so that
nobody can exchange the file in between. On Windows as bytes, line ends as they are."""


def without_links(path: Path) -> Path:
    """Return where a file really lies.

    Raises:
        UsageError: it is a link that leads out of its folder, or a device, which opening alone may disturb.
        OSError: it cannot be looked at.
    """
    real, folder = Path(os.path.realpath(path)), os.path.realpath(path.parent)
    if path.is_symlink() and not real.is_relative_to(folder):
        raise UsageError(sentence("refused.link", path=path))
    mode = os.stat(real).st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise UsageError(sentence("refused.no_ordinary_file", path=path))
    return real


def limit(path: Path) -> int:
    """Return how many bytes a file of that name may have."""
    return document.BYTES_AT_MOST if is_notebook(path) else BYTES_AT_MOST


def demand_size(data: bytes, path: Path) -> None:
    """Raise UsageError where a file is larger than it may be; a byte too many is enough to tell."""
    if len(data) > limit(path):
        id = "refused.large.notebook" if is_notebook(path) else "refused.large"
        raise UsageError(sentence(id, path=path, size=limit(path) >> 10))


def decode(data: bytes, path: Path) -> str:
    """Return the text of a Python file: UTF-8 (with or without a mark), or the encoding it declares.

    Raises:
        UsageError: it is not text, or not in the encoding that it declares or is taken to have.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UsageError(sentence("refused.utf16", path=path))
    if b"\0" in data:
        raise UsageError(sentence("refused.no_text", path=path))
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        if codecs.lookup(encoding).name in TOO_SLOW:
            raise LookupError(f"{encoding} is no encoding for programs")
        text = data.decode(encoding)
    except (SyntaxError, UnicodeDecodeError, LookupError) as fault:
        raise UsageError(sentence("refused.no_utf8", path=path, reason=fault)) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def recognise(path: Path, exercises: Sequence[str]) -> str:
    """Return the exercise that a file answers, by its name: ``quadratic.py``, ``alice_quadratic (1).py``.

    Where several names fit, the longest is meant (``zero_grad_loss.py`` is ``zero_grad``).

    Raises:
        UsageError: none fits, or two equally long ones.
    """
    stem = path.stem.lower()
    fits = [id for id in exercises if re.search(rf"(?<![a-z0-9]){re.escape(id)}(?![a-z0-9])", stem)]
    longest = [id for id in fits if len(id) == max(map(len, fits))]
    if len(longest) == 1:
        return longest[0]
    told = None if longest else naming.told(path.name, exercises)
    if told is not None:
        return told.exercise
    raise UsageError(sentence("refused.which", path=path))
