"""What is done with pages in processes of their own: keys are made, titles and stories read.

So the pages, their solutions and their libraries are never in the memory of a command that grades or lists.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import grader
from grader.errors import PageError, SandboxError

if TYPE_CHECKING:  # a command whose keys are current starts no process
    import subprocess


@dataclass(frozen=True)
class Synopsis:
    """What an exercise is about; of a page that cannot be read only ``fault``, which says why."""

    title: str = ""
    points: float = 0.0
    story: str = ""
    fault: str = ""


def make_keys(root: Path, pages: Sequence[Path], fresh: bool = False, students: Sequence[str] = ()) -> None:
    """Make the keys of some pages of the course at ``root``, in one process a core.

    They are drawn with fresh seeds, or for some students, where that is asked for.

    Raises:
        PageError, SandboxError: as such a process says.
    """
    from concurrent.futures import ThreadPoolExecutor

    cores = os.cpu_count() or 1
    shares = [pages[start::cores] for start in range(cores)]
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda share: make_share(root, share, fresh, students), filter(None, shares)))


def make_share(root: Path, pages: Sequence[Path], fresh: bool, students: Sequence[str]) -> None:
    """Make some keys, one after the other, in a process of their own.

    Raises:
        PageError, SandboxError: as that process says.
    """
    words = [*(page.stem for page in pages), *(["--fresh"] if fresh else [])]
    words += [f"--student={student}" for student in students]
    done = run_python("grader", "key", *words, "--course", str(root.absolute()))
    if done.returncode != 0:
        said = done.stderr.strip().removeprefix("grade: ") or f"exit status {done.returncode}"
        for page in pages:
            place = re.search(rf"{re.escape(str(page.absolute()))}(?::(\d+))?: ", said)
            if place is not None:
                raise PageError(page, int(place[1] or 0), said[place.end() :])
        raise SandboxError(f"no answer key could be made: {said}")


def read_synopses(pages: Sequence[Path]) -> list[Synopsis]:
    """Return what pages say of themselves, read in a process of its own.

    Raises:
        PageError: one of them ends that process.
    """
    done = run_python("grader.pages.synopsis", *(str(page.absolute()) for page in pages))
    lines = done.stdout.splitlines()
    if done.returncode != 0 or len(lines) != len(pages):
        said = done.stderr.strip().rpartition("\n")[2] or f"exit status {done.returncode}"
        raise PageError(pages[min(len(lines), len(pages) - 1)], 0, f"cannot be read ({said})")
    return [Synopsis(**json.loads(line)) for line in lines]


def run_python(module: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a module of the grader in a process of its own, whatever folder this one was started in.

    Nothing is imported from that folder: it may be a hand-in.
    """
    import subprocess

    root = str(Path(grader.__file__).resolve().parent.parent)
    paths = json.dumps([*grader.search_path(), root])
    command = [sys.executable, "-I", "-X", "utf8", "-c", RUN, paths, module, *words]
    try:
        return subprocess.run(
            command,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            cwd=os.path.abspath(os.sep),
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, "", f"it did not end within {SECONDS:g} seconds")


RUN = (
    "import json, runpy, sys; sys.path[:] = json.loads(sys.argv[1]); del sys.argv[:2]; "
    "runpy.run_module(sys.argv[0], run_name='__main__', alter_sys=True)"
)
"""Searches where this process does, and nowhere else."""

SECONDS = 3600.0
"""A page that keeps such a process for so long never ends."""
