"""Put together the browser edition: a static folder with a page for each exercise that needs no torch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment

from grader.course.course import Course
from grader.course.engine import engine as engine_of_course
from grader.errors import UsageError
from grader.inside.observation import Program
from grader.keys import keyfile
from grader.keys.key import AnswerKey
from grader.keys.profile import profile_of, torch_of
from grader.pages import page
from grader.release import release, stub, translated
from grader.release.student_key import public_part
from grader.release.web import judge, pack, story
from grader.release.web.pyodide import CORE, FOLDER, LOCK, PUBLIC, Pyodide, at
from grader.release.written import Bundle, demand_room, differences
from grader.release.written import write as write_files
from grader.report.html import environment
from grader.report.templates import TEMPLATES
from grader.words.catalogue import beginning
from grader.words.language import language
from grader.words.message import story_in
from grader.words.plain import in_words, many

SCRIPTS = ("app.js", "home.js", "runner.js", "worker.js", "editor.js", "web.css")
"""What pages load, as it stands in the templates."""


RESERVED = "index"
"""The name of the list's own page."""


@dataclass(frozen=True)
class Part:
    """One exercise as its page shows it; ``public`` judges it, ``texts`` are its texts in the language."""

    key: AnswerKey
    public: AnswerKey
    texts: str
    stub: str
    story: str


def write(course: Course, target: Path, ids: Sequence[str], source: str = PUBLIC) -> Iterator[str]:
    """Write exercises (all where none is named) as a folder for browsers; yield what to tell.

    ``source`` is where its Python comes from: a folder, or an address.

    Raises:
        UsageError: there is no such exercise, none without torch, no Pyodide, or no room.
        PageError: a page does not hold.
    """
    python = demand_place(target, source)
    files = bundle(course, tuple(ids) or course.order, python)
    write_files(files, target)
    pages = sum(name.endswith(".html") for name in files) - 1
    yield f"{target}: {many(pages, 'exercise')} for the browser, {many(len(files), 'file')}"
    yield f"put the folder on any web server; to try it here: python -m http.server --directory {target}"


def demand_place(target: Path, source: str = PUBLIC) -> Pyodide:
    """See to it that a folder can be written there, and return the Python that goes into it.

    Raises:
        UsageError: it cannot, no folder is meant, or there is no Pyodide; the message says what to do.
    """
    if target.suffix == ".zip":
        raise UsageError(f"{target}: a web server hands out folders; name a folder")
    demand_room(target)
    return at(source)


def stale(course: Course, target: Path, ids: Sequence[str], source: str = PUBLIC) -> Iterator[str]:
    """Yield a line for every file of an earlier browser edition that is not what the course says now.

    Raises:
        UsageError: as ``write`` does, or there is nothing to read at the target.
    """
    yield from differences(target, bundle(course, tuple(ids) or course.order, at(source)))


def bundle(course: Course, ids: Sequence[str], python: Pyodide) -> Bundle:
    """Return all files of the folder. Nothing gets in that is not put in here.

    Raises:
        UsageError: none of the exercises can be done without torch.
    """
    keys, parts = all_of(course, ids)
    if not parts:
        raise UsageError(f"{', '.join(ids)}: with torch or whole scripts, which no browser runs; name others")
    if any(one.key.id == RESERVED for one in parts):
        raise UsageError(f"{course.page(RESERVED)}: {RESERVED} is the list's own page; rename the exercise")
    files = {**python.files, "engine.zip": pack.engine(course.root / "templates")}
    made = engine_of_course()
    for one in parts:
        files[f"keys/{one.key.id}.json"] = keyfile.text(one.public, made).encode()
    files |= {f"web/{name}": read(name) for name in SCRIPTS}
    here = {one.key.id for one in parts}
    files |= pages(course, parts, [spoken_in(course, key) for key in keys if key.id not in here], python)
    files["service-worker.js"] = service_worker(files, python)
    return dict(sorted(files.items()))


def all_of(course: Course, ids: Sequence[str]) -> tuple[list[AnswerKey], list[Part]]:
    """Return the keys of these exercises, and those of them that a browser runs.

    Raises:
        UsageError: there is no such exercise.
    """
    for id in ids:
        course.page(id)  # an unknown name is said before anything runs
    course.refresh(ids)
    keys = [course.key(id) for id in ids]
    return keys, [one for one in (part(course, key) for key in keys if not key.is_script) if runs_here(one)]


def part(course: Course, whole: AnswerKey) -> Part:
    """Return one exercise as its page shows it, in the language in force."""
    public = public_part(whole)
    made, texts = stub.make(page.read(course.page(whole.id)), public), course.translation(whole.id)
    return Part(
        key=spoken_in(course, public),
        public=public,
        texts=translated.public_texts(course, whole.id, language(), public, made),
        stub=translated.stub_in(made, texts, public.title),
        story=story.html(story_in(public.story, texts)),
    )


def runs_here(one: Part) -> bool:
    """Tell whether an exercise is done with NumPy alone, whatever a student might use elsewhere."""
    torch = torch_of(one.key.scenarios, one.key.allows_torch)
    return profile_of(Program(one.stub), torch) == "numpy"


def spoken_in(course: Course, key: AnswerKey) -> AnswerKey:
    """Return a key with its texts in the language in force, as far as they are translated."""
    texts = course.translation(key.id)
    return in_words(key, texts) if texts else key


def read(name: str) -> bytes:
    """Return a file of the templates' ``web`` folder."""
    return next(path for path in (one / "web" / name for one in TEMPLATES) if path.is_file()).read_bytes()


# ---- the pages -------------------------------------------------------------------------------------


def pages(
    course: Course, parts: Sequence[Part], elsewhere: Sequence[AnswerKey], python: Pyodide
) -> dict[str, bytes]:
    """Return the list and the exercises as HTML."""
    made = web_environment(course.root / "templates")
    config = {
        "pyodide": python.base,
        "words": beginning("web.script."),
        "limits": vars(judge.LIMITS),
        "language": language(),
    }
    common = {"course": release.title(course), "python": python}
    listed = made.get_template("web/index.html.j2").render(
        units=list(units(course, parts)), elsewhere=elsewhere, script=script(config), **common
    )
    found = {"index.html": listed.encode()}
    ids = [one.key.id for one in parts]
    titles = {one.key.id: one.key.title for one in parts}
    for place, one in enumerate(parts):
        following = ids[place + 1] if place + 1 < len(ids) else ""
        text = made.get_template("web/exercise.html.j2").render(
            part=one,
            following=following,
            titles=titles,
            unit=unit_of(course, one.key.id),
            script=script({**config, "texts": one.texts}),
            **common,
        )
        found[f"{one.key.id}.html"] = text.encode()
    return found


def web_environment(own: Path) -> Environment:
    """Return what renders pages; a course's own templates come before ours."""
    return environment((own,))


def units(course: Course, parts: Sequence[Part]) -> Iterator[dict[str, Any]]:
    """Yield every unit that has exercises here; those that stand in none come last."""
    keys = {one.key.id: one.key for one in parts}
    for unit in course.units:
        shown = [keys.pop(id) for id in unit.exercises if id in keys]
        if shown:
            yield {"title": unit.heading, "exercises": shown}
    if keys:
        yield {"title": "", "exercises": list(keys.values())}


def unit_of(course: Course, id: str) -> str:
    """Return the title of the unit in which an exercise stands."""
    return next((unit.heading for unit in course.units if id in unit.exercises), "")


def script(data: object) -> str:
    """Return data as JSON that cannot end the element it stands in."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def service_worker(files: Mapping[str, bytes], python: Pyodide) -> bytes:
    """Return the script that keeps everything for the next visit, under the digest of all files."""
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    named = {
        "version": digest.hexdigest()[:16],
        "files": [name for name in sorted(files) if not name.startswith(FOLDER)],
        "pyodide": python.base,
        "core": CORE,
        # Kept from one release to the next, as long as it is the same.
        "python": hashlib.sha256(python.files.get(FOLDER + LOCK, python.base.encode())).hexdigest()[:16],
    }
    return f"const RELEASE = {script(named)};\n\n".encode() + read("service-worker.js")
