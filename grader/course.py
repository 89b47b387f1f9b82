"""Where things are: pages, stubs, keys, the students' last results."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import grader
from grader import keyfile
from grader.errors import PageError, SandboxError, UsageError
from grader.key import AnswerKey

FAR_SIDE = ("observation.py", "observe.py", "values.py", "check.py", "compare.py", "tolerance.py", "key.py")
"""The grader's own files on which the numbers in a key depend."""


@dataclass(frozen=True)
class Course:
    """A folder with ``solutions/`` and ``exercises/``; what is derived from them lies in ``.grade/``."""

    root: Path

    @property
    def order(self) -> tuple[str, ...]:
        """The exercises' ids in teaching order; pages that ``course.toml`` does not name come last.

        Raises:
            UsageError: course.toml cannot be read.
        """
        pages = {path.stem for path in (self.root / "solutions").glob("*.py")}
        named = [id for id in self.settings.get("exercises", ()) if id in pages]
        return (*named, *sorted(pages - set(named)))

    @property
    def settings(self) -> dict[str, Any]:
        """The content of ``course.toml``, empty where there is none."""
        path = self.root / "course.toml"
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as fault:
            raise UsageError(f"{path}: cannot be read ({fault}); correct it") from None

    def page(self, id: str) -> Path:
        """Return the path of an exercise's page.

        Raises:
            UsageError: there is no such exercise; the message names those there are.
        """
        path = self.root / "solutions" / f"{id}.py"
        if id not in self.order:
            known = ", ".join(self.order) or "none"
            raise UsageError(f"there is no exercise {id!r} in {self.root}; there are: {known}")
        return path

    def stub(self, id: str) -> Path:
        """Return the path of an exercise's stub."""
        return self.root / "exercises" / f"{id}.py"

    def key_path(self, id: str) -> Path:
        """Return where an exercise's key is kept."""
        return self.root / ".grade" / "keys" / f"{id}.json"

    def key(self, id: str, seed: int | None = None) -> AnswerKey:
        """Return an exercise's key, made anew where the page or the grader has changed.

        It is made by a process of its own, so that the page, its solutions and its libraries are never
        in the memory of the one that grades.

        Raises:
            UsageError: there is no such exercise.
            PageError: the page does not hold.
            SandboxError: the sandbox failed.
        """
        page, path = self.page(id), self.key_path(id)
        digest = hashlib.sha256(page.read_bytes()).hexdigest()
        if keyfile.stale(path, digest, engine(), seed):
            make_key(self, id, seed or 0)
        return keyfile.load(path)

    def results(self) -> dict[str, Any]:
        """Return the last result of each exercise, as ``remember`` wrote them; empty where unreadable."""
        try:
            found = json.loads((self.root / ".grade" / "results.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def remember(self, id: str, score: float, max_score: float) -> None:
        """Note an exercise's last result for ``grade list``; a folder that cannot be written costs no more than that."""
        path = self.root / ".grade" / "results.json"
        results = {**self.results(), id: {"score": score, "max_score": max_score}}
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            new = path.with_suffix(f".{os.getpid()}.new")
            new.write_text(json.dumps(results, indent=1), encoding="utf-8")
            os.replace(new, path)
        except OSError:
            return


def find(asked: Path | None, start: Path) -> Course:
    """Return the course: the folder asked for, or the nearest one at or above ``start``, or our own.

    Raises:
        UsageError: there is none.
    """
    if asked is not None:
        if not (asked / "solutions").is_dir():
            raise UsageError(f"{asked}: holds no course; a course is a folder with solutions/ in it")
        return Course(asked.resolve())
    own = Path(grader.__file__).resolve().parent.parent
    for folder in (start.resolve(), *start.resolve().parents, own):
        if (folder / "solutions").is_dir() and (folder / "exercises").is_dir():
            return Course(folder)
    raise UsageError("no course here; go to the course's folder or name it with --course DIR")


def engine() -> str:
    """Return a digest of the grader's own files that a key depends on."""
    folder = Path(grader.__file__).resolve().parent
    data = b"".join((folder / name).read_bytes() for name in FAR_SIDE)
    return f"{grader.__version__}-{hashlib.sha256(data).hexdigest()[:16]}"


def make_key(course: Course, id: str, seed: int) -> None:
    """Make one key in a process of its own.

    Raises:
        PageError, SandboxError: as that process says.
    """
    words = [sys.executable, "-m", "grader", "key", id, "--course", str(course.root), "--seed", str(seed)]
    root = str(Path(grader.__file__).resolve().parent.parent)
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", ""))))
    done = subprocess.run(
        words,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": paths},
        check=False,
    )
    if done.returncode != 0:
        words_said = done.stderr.strip().removeprefix("grade: ") or f"exit status {done.returncode}"
        if str(course.page(id)) in words_said:
            raise PageError(course.page(id), 0, words_said.removeprefix(f"{course.page(id)}:").strip())
        raise SandboxError(f"the answer key of {id} could not be made: {words_said}")
