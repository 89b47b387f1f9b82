"""The browser edition as a folder: what is in it, what is not, and what a judge without a browser says."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import Result
from conftest import ROOT

from grader.course.course import Course
from grader.errors import UsageError
from grader.inside.browser import Served
from grader.keys import keyfile
from grader.release.student_key import public_part
from grader.release.web import pack, pyodide, site, story
from grader.release.web.judge import Judge
from grader.words import language

EXAMPLES = ROOT / "examples"
"""Submissions of the demo."""

ADDRESS = "https://python.example/v1"


@pytest.fixture(scope="module")
def folder(course: Course) -> Mapping[str, bytes]:
    """Return the browser edition of two exercises, with Python at an address."""
    return site.bundle(course, ("manual_gradient", "zero_grad"), pyodide.at(ADDRESS))


@pytest.fixture
def judge(course: Course, tmp_path: Path) -> Judge:
    """Return a judge of ``manual_gradient`` with the key that is handed out."""
    path = tmp_path / "key.json"
    path.write_text(keyfile.text(public_part(course.key("manual_gradient")), "engine"), encoding="utf-8")
    return Judge(str(path))


def told(judge: Judge, text: str, ends: Mapping[int, str] | None = None) -> dict[str, Any]:
    """Grade a text as a page does; ``ends`` says at which checks a worker has to be ended, and how."""
    served, program = Served(), judge.begin(text)
    for place, frame in enumerate(judge.loaded(served.answer(program), 0.01)):
        judge.ran((ends or {}).get(place) or served.answer(frame), 0.01)
    found: dict[str, Any] = json.loads(judge.report())
    return found


# ---- the folder ------------------------------------------------------------------------------------


def test_a_page_for_each_exercise_without_torch(folder: Mapping[str, bytes]) -> None:
    """An exercise with torch has no page and no key here; the list names it all the same."""
    assert "manual_gradient.html" in folder
    assert not [name for name in folder if "zero_grad" in name]
    assert "zero_grad" in folder["index.html"].decode()


def test_torch_that_is_only_allowed_keeps_nobody_away(course: Course) -> None:
    """An exercise of NumPy is in the browser, though its page has a right answer with torch."""
    files = site.bundle(course, ("forward",), pyodide.at(ADDRESS))
    assert course.key("forward").allows_torch
    assert "forward.html" in files
    assert "keys/forward.json" in files


def test_only_the_public_key_is_in_it(folder: Mapping[str, bytes], course: Course, tmp_path: Path) -> None:
    """The key in the folder is the one that ``grade release`` hands out; no file speaks of hidden checks."""
    path = tmp_path / "key.json"
    path.write_bytes(folder["keys/manual_gradient.json"])
    assert keyfile.text(keyfile.load(path), "") == keyfile.text(
        public_part(course.key("manual_gradient")), ""
    )
    hidden = [check.title for check in course.key("manual_gradient").checks if not check.public]
    assert not [title for title in hidden for data in folder.values() if title.encode() in data]


def test_the_same_course_gives_the_same_folder(folder: Mapping[str, bytes], course: Course) -> None:
    """Nothing in it depends on the time or the place at which it was made."""
    assert site.bundle(course, ("manual_gradient", "zero_grad"), pyodide.at(ADDRESS)) == folder


def test_pages_may_load_from_here_and_from_pythons_address_only(folder: Mapping[str, bytes]) -> None:
    """The policy names the folder's own server and Pyodide's, and forms lead nowhere."""
    page = folder["manual_gradient.html"].decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    assert set(re.findall(r"https?://[^/ ;]+", policy)) == {"https://python.example"}
    assert "default-src 'none'" in policy


def test_everything_is_kept_for_a_visit_without_network(folder: Mapping[str, bytes]) -> None:
    """The service worker's list holds every file of the folder but itself, and Python's address."""
    script = folder["service-worker.js"].decode()
    named = json.loads(script.partition(";\n")[0].removeprefix("const RELEASE = "))
    assert {*named["files"], "service-worker.js"} == set(folder)
    assert named["pyodide"] == f"{ADDRESS}/"


def test_the_engine_needs_numpy_alone(folder: Mapping[str, bytes], tmp_path: Path) -> None:
    """From the zip and NumPy alone the judge and the observer are imported, and no processes, no sockets."""
    with zipfile.ZipFile(io.BytesIO(folder["engine.zip"])) as archive:
        archive.extractall(tmp_path / "engine")
    (tmp_path / "numpy").symlink_to(Path(np.__file__).parent)
    (tmp_path / "numpy.libs").symlink_to(Path(np.__file__).parents[1] / "numpy.libs")
    code = (
        f"import sys; sys.path[:0] = {[str(tmp_path / 'engine'), str(tmp_path)]!r}\n"
        "import grader.inside.browser, grader.release.web.judge, grader.report.html as page\n"
        "page.environment().get_template('report.html.j2')\n"
        "print(*sys.modules)"
    )
    words = [sys.executable, "-I", "-S", "-c", code]
    done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=tmp_path)
    loaded = set(done.stdout.split())
    assert not {"subprocess", "multiprocessing", "select", "socket", "nbformat", "click", "rich"} & loaded
    assert not [name for name in loaded if name.startswith(("grader.sandbox", "grader.pages", "grader.cli"))]


def test_licences_of_others_lie_in_the_zip() -> None:
    """Jinja and MarkupSafe come with their licences."""
    names = pack.files(Path("nowhere"))
    assert {name.partition("/")[0] for name in names if "LICEN" in name.upper()} == {"jinja2", "markupsafe"}


# ---- the command -----------------------------------------------------------------------------------


def test_the_command_writes_and_checks(run: Callable[..., Result], tmp_path: Path) -> None:
    """``--web`` writes a folder, and ``--check`` tells when it is no longer what the course says."""
    words = ("release", "--web", "--pyodide", ADDRESS)
    target = tmp_path / "site"
    done = run(*words, str(target), "manual_gradient")
    assert done.exit_code == 0
    assert "1 exercise for the browser" in done.output
    assert run(*words, "--check", str(target), "manual_gradient").exit_code == 0
    (target / "index.html").write_text("")
    done = run(*words, "--check", str(target), "manual_gradient")
    assert done.exit_code == 1
    assert "index.html is not what the course says" in done.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--pyodide", ADDRESS, "{}"), "add --web"),
        (("--web", "{}.zip"), "name a folder"),
        (("--web", "--pyodide", "{}/none", "{}"), "no folder and no address"),
        (("--web", "--pyodide", ADDRESS, "{}", "zero_grad"), "with torch or whole scripts"),
        (("--web", "--pyodide", ADDRESS, "{}", "nothing"), "nothing"),
    ],
)
def test_bad_words_are_refused(
    run: Callable[..., Result], tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    """What cannot be written is said with a remedy, and nothing is written."""
    done = run("release", *(word.format(tmp_path / "site") for word in words))
    assert done.exit_code == 2
    assert said in done.output
    assert not (tmp_path / "site").exists()


# ---- Pyodide ---------------------------------------------------------------------------------------


def distribution(place: Path, python: str = "3.12.7", numpy: bytes = b"wheel") -> Path:
    """Write the files of a distribution, all empty but the list and NumPy."""
    place.mkdir()
    for name in pyodide.CORE:
        (place / name).write_bytes(b"")
    (place / "numpy.whl").write_bytes(numpy)
    package = {"file_name": "numpy.whl", "sha256": hashlib.sha256(b"wheel").hexdigest()}
    lock = {"info": {"python": python}, "packages": {"numpy": package}}
    (place / pyodide.LOCK).write_text(json.dumps(lock))
    return place


def test_a_folder_is_copied(tmp_path: Path) -> None:
    """Of a distribution the files that are needed are taken, and no other."""
    place = distribution(tmp_path / "full")
    (place / "scipy.whl").write_bytes(b"large")
    found = pyodide.at(str(place))
    assert set(found.files) == {f"pyodide/{name}" for name in (*pyodide.CORE, "numpy.whl")}
    assert (found.base, found.origin) == ("pyodide/", "")


def test_a_damaged_package_is_refused(tmp_path: Path) -> None:
    """NumPy's file is held against the digest in the list."""
    with pytest.raises(UsageError, match="is damaged"):
        pyodide.at(str(distribution(tmp_path / "full", numpy=b"other")))


def test_a_distribution_too_old_is_refused(tmp_path: Path) -> None:
    """The grader needs Python 3.11."""
    with pytest.raises(UsageError, match=r"3\.10"):
        pyodide.at(str(distribution(tmp_path / "full", python="3.10.2")))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """What is missing from a distribution is said by name."""
    place = distribution(tmp_path / "full")
    (place / "python_stdlib.zip").unlink()
    with pytest.raises(UsageError, match=r"lacks python_stdlib\.zip"):
        pyodide.at(str(place))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"info": {"python": "x"}, "packages": {}}'])
def test_a_list_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    """A broken list of packages is no traceback."""
    (tmp_path / pyodide.LOCK).write_text(text)
    with pytest.raises(UsageError, match="is no list of Pyodide's packages"):
        pyodide.at(str(tmp_path))


# ---- stories ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("id", sorted(path.stem for path in (ROOT / "solutions").glob("*.py")))
def test_every_story_is_set(id: str, request: pytest.FixtureRequest) -> None:
    """Every story of the course becomes HTML; no formula is left as TeX, none is lost."""
    text = (ROOT / "solutions" / f"{id}.py").read_text(encoding="utf-8").split('"""')[1]
    page = story.html(text)
    assert not re.search(r"\\(frac|hat|cdot|left|begin|text)|\$\$|[\ue000\ue001]", page)
    assert "<h1>" not in page


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A price of `$5` and `$6`.", "<code>$5</code>"),
        ("    cost = $5 + $6\n", "cost = $5 + $6"),
        ("It is $x^2$.", "<msup>"),
        ("<script>alert(1)</script>", "&lt;script&gt;"),
        ("    y = w·x\n", '<div class="formula" tabindex="0"><math'),
    ],
)
def test_formulas_and_code_are_told_apart(text: str, shown: str) -> None:
    """A dollar in code is a dollar, a formula is MathML, and a story brings no HTML of its own."""
    assert shown in story.html(f"# Title\n\n{text}\n")


# ---- the judge -------------------------------------------------------------------------------------


def test_the_mistake_is_named(judge: Judge) -> None:
    """The example that sums is told the same as by ``grade submit``, and its hints come in steps."""
    found = told(judge, (EXAMPLES / "manual_gradient_summed.py").read_text(encoding="utf-8"))
    assert "Summed, not averaged" in found["page"]
    assert found["hints"][0]["title"] == "Summed, not averaged"
    assert len(found["hints"][0]["steps"]) == 3
    assert found["passed"] is False


def test_a_right_program_passes(judge: Judge, references: Mapping[str, str]) -> None:
    """The reference passes, and nothing is hinted at."""
    found = told(judge, references["manual_gradient"])
    assert (found["passed"], found["hints"], found["lines"]) == (True, [], [])


def test_a_course_in_chinese_is_judged_in_chinese(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Page and report are in the language of the course: story, mistake, hints, our own words."""
    monkeypatch.setattr(language, "CHOICE", language.Choice())
    monkeypatch.setattr("grader.release.web.judge.CHOICE", language.CHOICE)
    shutil.copytree(course.root, tmp_path / "course")
    shutil.copytree(ROOT / "solutions" / "zh", tmp_path / "course" / "solutions" / "zh")
    with language.speaking("zh"):
        files = site.bundle(Course(tmp_path / "course"), ("manual_gradient",), pyodide.at(ADDRESS))
    shown = files["manual_gradient.html"].decode()
    assert '<html lang="zh">' in shown
    assert "手算损失的梯度" in shown
    assert '"language": "zh"' in shown
    assert "A line" not in shown.partition("<main>")[2]
    path = tmp_path / "key.json"
    path.write_bytes(files["keys/manual_gradient.json"])
    summed = (EXAMPLES / "manual_gradient_summed.py").read_text(encoding="utf-8")
    config = re.search(r'id="config">(.*?)</script>', shown)
    assert config
    said = told(Judge(str(path), "zh", json.loads(config[1])["texts"]), summed)
    (hint,) = said["hints"]
    assert hint["title"] == "求了和，没有取平均"
    assert not re.search(r"[a-z]{4,} [a-z]{4,}", " ".join(hint["steps"]))
    assert '<html lang="zh">' in said["page"]


def test_nothing_speaks_of_commands(judge: Judge) -> None:
    """Who has no terminal is not told to type into one, and no note speaks of a missing sandbox."""
    found = told(judge, "def gradient(w, b, x, y):\n    raise NotImplementedError\n")
    said = found["page"] + json.dumps(found["hints"])
    assert "grade " not in re.sub(r"<style>.*?</style>", "", said, flags=re.DOTALL)
    assert "--allow-unsafe" not in said
    assert "browser: your browser" in said


@pytest.mark.parametrize(("end", "said"), [("timed_out", "within 8 s"), ("crashed", "broke down")])
def test_a_worker_that_was_ended_is_named(
    judge: Judge, references: Mapping[str, str], end: str, said: str
) -> None:
    """The check whose worker had to be ended says so; the others count as they came out."""
    found = told(judge, references["manual_gradient"], {0: end})
    assert said in found["page"]
    assert found["summary"] == "3 of 4 checks passed."


def test_a_file_that_does_not_end_is_named(judge: Judge) -> None:
    """Where the file itself was stopped, every check says so and none is run."""
    judge.begin("while True: pass")
    assert judge.loaded("timed_out", 10.0) == []
    assert "did not finish within 15 s" in json.loads(judge.report())["page"]


def test_a_program_that_does_not_load_twice_is_not_tried_a_third_time(
    judge: Judge, references: Mapping[str, str]
) -> None:
    """The checks that are left get what the second loading came to."""
    served = Served()
    judge.loaded(served.answer(judge.begin(references["manual_gradient"])), 0.1)
    judge.ran("timed_out", 5.0)
    assert not judge.reloaded("timed_out", 10.0)
    assert json.loads(judge.report())["summary"] == "None of the 4 checks passed."


def test_a_program_that_loads_again_goes_on(judge: Judge, references: Mapping[str, str]) -> None:
    """After a worker was ended the next check runs in a fresh one."""
    program = judge.begin(references["manual_gradient"])
    served = Served()
    judge.loaded(served.answer(program), 0.1)
    assert judge.reloaded(Served().answer(program), 0.1)


def test_a_result_too_large_to_travel_is_named(judge: Judge) -> None:
    """A huge array is the program's mistake and no fault of ours."""
    text = "import numpy as np\ndef dloss_dprediction(p, y):\n    return np.zeros(3_000_000)\n"
    assert "too large" in told(judge, text)["page"]
