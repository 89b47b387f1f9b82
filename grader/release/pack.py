"""Put together all that a platform runs to grade exercises: the grader, the keys, its own files."""

from __future__ import annotations

import json
import sys
import uuid
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import grader
from grader.course.course import Course
from grader.course.engine import engine
from grader.course.whole import instead
from grader.errors import UsageError
from grader.keys import keyfile
from grader.keys.key import AnswerKey
from grader.release.student_key import public_part
from grader.release.written import EARLIEST, Bundle
from grader.report.templates import TEMPLATES
from grader.words.catalogue import sentence

EXECUTABLE, PLAIN = 0o755, 0o644


@dataclass(frozen=True)
class Platform:
    """How a platform is served.

    ``files`` are its own files, from a template each; ``home`` is the folder of the grader in the pack. Where
    the pack lies among the students' files, it may hold ``public`` checks only.
    """

    files: Mapping[str, str]
    home: str
    public: bool = False


PLATFORMS: Mapping[str, Platform] = {
    "gradescope": Platform(
        {"setup.sh": "gradescope_setup.sh", "run_autograder": "gradescope_run.sh"}, "grade"
    ),
    "classroom50": Platform({"autograder.py": "classroom50.py"}, "grade"),
    "prairielearn": Platform(
        {
            "info.json": "prairielearn_info.json",
            "question.html": "prairielearn_question.html",
            "tests/run.sh": "prairielearn_run.sh",
        },
        "tests/grade",
    ),
    "github": Platform({".github/workflows/grade.yml": "github.yml"}, ".github/grade", public=True),
}


def pack(course: Course, platform: str, ids: Sequence[str], out: Path) -> Iterator[str]:
    """Write a pack as a zip, made anew with current keys; yield what to tell.

    Raises:
        UsageError: there is no such exercise, or the zip cannot be written.
        PageError: a page does not hold.
    """
    if out.suffix != ".zip":
        raise UsageError(sentence("pack.no_zip", path=out, name=out.with_suffix(".zip").name))
    if course.released:
        raise UsageError(sentence("pack.handed_out", path=course.root))
    named = tuple(dict.fromkeys(ids))
    files = bundle(course, PLATFORMS[platform], named)
    write(files, out)
    yield sentence("pack.done", path=out, count=len(named), platform=platform, files=len(files))
    if PLATFORMS[platform].public:
        yield sentence("pack.public")


def bundle(course: Course, platform: Platform, ids: Sequence[str]) -> Bundle:
    """Return all files of a pack by their paths in it."""
    for id in ids:
        course.page(id)  # an unknown name is said before anything runs
    course.refresh(ids)
    keys = [course.key(id) for id in ids]
    files = dict(platforms_own(platform, keys))
    for name, data in (*ours(), *of_exercises(course, keys, platform.public)):
        files[f"{platform.home}/{name}"] = data
    return dict(sorted(files.items()))


def platforms_own(platform: Platform, keys: Sequence[AnswerKey]) -> Iterator[tuple[str, bytes]]:
    """Yield the platform's own files, with the names and versions that they need."""
    words = {
        "@EXERCISES@": " ".join(key.id for key in keys),
        "@TITLE@": json.dumps(", ".join(key.title for key in keys), ensure_ascii=False)[1:-1],
        "@NAMES@": ",".join(f"{key.id}.py" for key in keys),
        "@UUID@": str(uuid.uuid5(uuid.NAMESPACE_URL, " ".join(key.digest for key in keys))),
        "@PACKAGES@": " ".join(packages(keys)),
        "@PYTHON@": f"{sys.version_info.major}.{sys.version_info.minor}",
    }
    for name, template in platform.files.items():
        text = from_templates(template)
        for word, value in words.items():
            text = text.replace(word, value)
        yield name, text.encode()


def from_templates(name: str) -> str:
    """Return the text of a template."""
    folder = next(one / "pack" for one in TEMPLATES if (one / "pack").is_dir())
    return (folder / name).read_text(encoding="utf-8")


def packages(keys: Sequence[AnswerKey]) -> Iterator[str]:
    """Yield the packages that grading needs, in the versions with which the keys were made."""
    yield f"numpy=={version('numpy')}"
    if any(key.allows_torch for key in keys):
        try:
            yield f"torch=={version('torch').partition('+')[0]}"
        except PackageNotFoundError:
            raise UsageError(sentence("pack.no_torch")) from None


def ours() -> Iterator[tuple[str, bytes]]:
    """Yield the files of the grader that grade, and the script that starts it."""
    yield "run.py", from_templates("run.py").encode()
    package = Path(grader.__file__).resolve().parent
    for path in sorted(package.rglob("*")):
        parts = path.relative_to(package).parts
        packed = parts[0] not in LEFT_AT_HOME or parts in WRITING
        if path.is_file() and "__pycache__" not in parts and packed:
            yield f"grader/{'/'.join(parts)}", path.read_bytes()


LEFT_AT_HOME = frozenset({"batch", "commands", "course", "gradebook", "prove", "release", "templates"})
"""Folders that grading one hand-in does not need."""

WRITING = (("course", "__init__.py"), ("course", "whole.py"))
"""What of them it needs all the same: how a result is written whole."""


def of_exercises(course: Course, keys: Sequence[AnswerKey], public: bool) -> Iterator[tuple[str, bytes]]:
    """Yield the keys, the stubs, and the list of what was packed."""
    made = engine()
    for key in keys:
        packed = public_part(key) if public else key
        yield f"keys/{key.id}.json", keyfile.text(packed, made).encode()
        yield f"exercises/{key.id}.py", course.stub(key.id).read_bytes()
    said = {"exercises": [key.id for key in keys], "seconds": course.seconds}
    yield "pack.json", (json.dumps(said, indent=1) + "\n").encode()


def write(files: Bundle, out: Path) -> None:
    """Write the zip whole; its files lie at its root, and scripts may be run.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with instead(out) as new, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                info = zipfile.ZipInfo(name, EARLIEST)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = (EXECUTABLE if data.startswith(b"#!") else PLAIN) << 16
                archive.writestr(info, data)
    except OSError as fault:
        raise UsageError(sentence("asked.unwritable", path=out, reason=fault.strerror)) from None
