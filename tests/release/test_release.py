"""A handed-out folder holds what students need, and the commands work in it as they do at home."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from bad_programs import RIGHT
from conftest import ROOT, Run, copy
from hypothesis import given
from hypothesis import strategies as st
from schemas import demand

from grader.commands import key as key_command
from grader.course import finding
from grader.course.course import Course
from grader.errors import UsageError
from grader.grading.grade import grade
from grader.inside.observation import Program
from grader.intake.submission import Submission
from grader.keys import keyfile, staleness
from grader.pages import page
from grader.release import release, written
from grader.release.student_key import public_part
from grader.sandbox.client import Sandbox
from grader.student import session

INSTALL = re.compile(r"^install = .*$", re.MULTILINE)
"""What the course says of installing the grader."""

IDS = ("forward", "loss", "manual_gradient")

WRONG = RIGHT.replace("(prediction - y) ** 2", "abs(prediction - y)")

SCHEMA = json.loads((ROOT / "grader/report/schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def home(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Return the instructor's course, with settings of its own."""
    home = copy(course.root, tmp_path_factory.mktemp("instructor"), IDS)
    settings = home.root / "course.toml"
    said = INSTALL.sub('install = "Ask the library."', settings.read_text(encoding="utf-8"))
    settings.write_text(said, encoding="utf-8")
    return home


@pytest.fixture(scope="module")
def packed(home: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a release as a zip."""
    target = tmp_path_factory.mktemp("packed") / "homework.zip"
    list(release.release(home, target, ()))
    return target


@pytest.fixture
def taken(packed: Path, tmp_path: Path) -> Course:
    """Return the folder as a student has unpacked it, on a machine without the course."""
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(tmp_path)
    return finding.find(None, tmp_path / "homework" / "exercises")


def answer(folder: Course, text: str, name: str = "loss.py") -> Path:
    """Write an answer where a student writes it."""
    path = folder.root / "exercises" / name
    path.write_text(text, encoding="utf-8")
    return path


# ---- what is in it -----------------------------------------------------------------------------------


def test_what_is_in_a_release(home: Course) -> None:
    """A release holds a README, the path, and for every exercise its stub, its notebook and its key."""
    files = release.bundle(home, IDS)
    parts = {f"{folder}{id}.{suffix}" for id in IDS for folder, suffix in FOLDERS}
    assert set(files) == {"README.md", "course.toml"} | parts


FOLDERS = (("exercises/", "py"), ("notebooks/", "ipynb"), ("keys/", "json"))


def test_stubs_are_the_course_s_own(home: Course) -> None:
    """Students get the stub that lies in the course."""
    files = release.bundle(home, IDS)
    for id in IDS:
        assert files[f"exercises/{id}.py"] == home.stub(id).read_bytes()


def test_the_path_leads_through_what_is_there(home: Course) -> None:
    """course.toml names the exercises that were handed out, in their units, and no other."""
    told = tomllib.loads(release.bundle(home, ["manual_gradient", "loss"])["course.toml"].decode())
    assert [id for unit in told["units"] for id in unit["exercises"]] == ["loss", "manual_gradient"]
    assert all("zh" in unit["titles"] for unit in told["units"])
    assert told["builds_on"] == {"manual_gradient": ["loss"]}
    assert told["released"] == {
        id: staleness.code_digest(home.page(id)) for id in ("manual_gradient", "loss")
    }
    assert set(told) == {"title", "titles", "units", "builds_on", "hints", "released"}


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_title_is_written_in_toml(text: str) -> None:
    """Whatever an author calls a unit, students read the same."""
    assert tomllib.loads(f"title = {release.quoted(text)}")["title"] == text


def test_the_readme_says_how_to_start(home: Course) -> None:
    """It names the course, every exercise with the points of its public checks, and how to get the grader."""
    text = release.bundle(home, IDS)["README.md"].decode()
    assert text.startswith("# Gradient descent and back-propagation\n")
    assert "Ask the library." in text
    for id in IDS:
        shown = public_part(home.key(id))
        assert f"| `{id}` | {shown.title} | {shown.points:g} |" in text
    assert "Each hint costs" not in text
    assert not re.search(r"\{[{%]|\n\n\n", text)


def test_every_command_in_the_readme_is_one(taken: Course, run: Run) -> None:
    """What the README tells students to type ends well in the folder as it was handed out."""
    text = (taken.root / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^\$ grade (\w+) ?(.*?) +#", text, re.MULTILINE)
    assert [command for command, _ in commands] == ["watch", "list", "show", "submit", "hint"]
    for command, words in commands[1:]:
        there = [taken.root / word if word.startswith("exercises/") else word for word in words.split()]
        assert run(command, *there, on=taken).exit_code in (0, 1)


def test_without_a_sentence_the_instructor_is_asked(small_course: Course) -> None:
    """Where course.toml does not say how to install the grader, the README says whom to ask."""
    settings = small_course.root / "course.toml"
    settings.write_text(INSTALL.sub("", settings.read_text(encoding="utf-8")), encoding="utf-8")
    assert release.INSTALL in release.bundle(small_course, ["forward"])["README.md"].decode()


def test_a_course_s_own_readme_comes_first(small_course: Course) -> None:
    """A course may bring the template of the README itself."""
    path = small_course.root / "templates" / "release" / "README.md.j2"
    path.parent.mkdir(parents=True)
    path.write_text("Hello {{ title }}\n", encoding="utf-8")
    said = release.bundle(small_course, ["forward"])["README.md"]
    assert said == b"Hello Gradient descent and back-propagation\n"


# ---- where it goes -----------------------------------------------------------------------------------


def test_a_zip_and_a_folder_hold_the_same(home: Course, packed: Path, tmp_path: Path) -> None:
    """A zip unpacks into one folder of its name, with what a released folder holds."""
    list(release.release(home, tmp_path / "new" / "folder", ()))
    assert written.read(tmp_path / "new" / "folder") == written.read(packed) == release.bundle(home, IDS)
    with zipfile.ZipFile(packed) as archive:
        assert {name.partition("/")[0] for name in archive.namelist()} == {"homework"}


def test_a_release_is_the_same_twice(home: Course, packed: Path, tmp_path: Path) -> None:
    """The same course gives the same bytes."""
    list(release.release(home, tmp_path / "homework.zip", ()))
    assert (tmp_path / "homework.zip").read_bytes() == packed.read_bytes()


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("full", "is not an empty folder; name a new one"),
        ("file", "is not an empty folder; name a new one"),
        ("file.zip", "is there already and no zip; name another file"),
        ("file/below", "cannot be written"),
    ],
)
def test_nothing_is_overwritten(home: Course, tmp_path: Path, target: str, said: str) -> None:
    """What is there and no release stays as it is."""
    (tmp_path / "full").mkdir()
    for name in ("full/kept", "file", "file.zip"):
        (tmp_path / name).write_text("kept")
    with pytest.raises(UsageError, match=said):
        list(release.release(home, tmp_path / target, ["loss"]))
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "file.zip", "full", "kept"]


def test_an_empty_folder_is_filled(home: Course, tmp_path: Path) -> None:
    """A folder without anything in it may be named."""
    (tmp_path / "empty").mkdir()
    list(release.release(home, tmp_path / "empty", ["loss"]))
    assert (tmp_path / "empty" / "keys" / "loss.json").is_file()


def test_an_earlier_zip_is_replaced(home: Course, tmp_path: Path) -> None:
    """A release again into the same zip is the newer one."""
    for ids in (["loss"], ["forward"]):
        list(release.release(home, tmp_path / "out.zip", ids))
    assert "keys/forward.json" in written.read(tmp_path / "out.zip")
    assert "keys/loss.json" not in written.read(tmp_path / "out.zip")


def test_an_unknown_exercise(home: Course, tmp_path: Path) -> None:
    """A name that is no exercise is said before anything is written."""
    with pytest.raises(UsageError, match="there is no exercise 'lost'"):
        list(release.release(home, tmp_path / "out", ["loss", "lost"]))
    assert list(tmp_path.iterdir()) == []


def test_small_seeds_are_named(small_course: Course, tmp_path: Path) -> None:
    """A seed that students can guess is a note; one of twenty digits is none."""
    lines = list(release.release(small_course, tmp_path / "one.zip", ()))
    assert lines[0].endswith("one.zip: 1 exercise, 5 files")
    assert "grade key --seed" in lines[1]
    key_command.make_keys(small_course, ["forward"], 10**20)
    assert len(list(release.release(small_course, tmp_path / "two.zip", ()))) == 1


# ---- is it still so? ---------------------------------------------------------------------------------


def test_a_current_release_is_not_stale(home: Course, packed: Path) -> None:
    """Nothing is said of a release that is what the course says."""
    assert list(release.stale(home, packed, ())) == []


def test_a_stale_release_is_named_file_by_file(taken: Course, home: Course) -> None:
    """What differs and what is missing is said."""
    answer(taken, RIGHT)
    (taken.root / "README.md").unlink()
    said = list(release.stale(home, taken.root, ()))
    assert len(said) == 2
    assert "README.md is missing; release it again" in said[0]
    assert "exercises/loss.py is not what the course says; release it again" in said[1]


def test_nothing_to_compare_with(home: Course, tmp_path: Path) -> None:
    """A release that is not there cannot be current."""
    with pytest.raises(UsageError, match="is neither a folder nor a zip; write it with `grade release"):
        list(release.stale(home, tmp_path / "none", ()))


@pytest.mark.parametrize(("changed", "code"), [(False, 0), (True, 1)])
def test_the_check_has_an_exit_code(
    run: Run, home: Course, packed: Path, tmp_path: Path, changed: bool, code: int
) -> None:
    """`grade release --check` ends with 1 where the release is stale."""
    list(release.release(home, tmp_path / "out", ()))
    if changed:
        (tmp_path / "out" / "course.toml").write_text("")
    assert run("release", tmp_path / "out", "--check", on=home).exit_code == code


def test_the_command_writes(run: Run, home: Course, tmp_path: Path) -> None:
    """`grade release DIR ID` writes the named exercise and says so."""
    done = run("release", tmp_path / "out", "loss", on=home)
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, f"{tmp_path / 'out'}: 1 exercise, 5 files")


# ---- a student's day ---------------------------------------------------------------------------------


def test_a_right_answer_passes_the_public_checks(run: Run, taken: Course) -> None:
    """The report counts public checks, and says that hidden ones are the instructor's."""
    done = run("submit", answer(taken, RIGHT), on=taken)
    assert done.exit_code == 0
    assert "public checks 5 of 5" in done.stdout.splitlines()[0]
    assert "All 5 checks passed. Hidden checks are your instructor's" in " ".join(done.stdout.split())


def test_a_known_mistake_is_named(run: Run, taken: Course) -> None:
    """Without any solution the mistake behind the numbers is recognised."""
    done = run("submit", answer(taken, WRONG), on=taken)
    assert done.exit_code == 1
    assert "absolute" in done.stdout.partition("What went wrong")[2].lower()
    assert "(hidden)" not in done.stdout


@pytest.mark.parametrize("id", IDS)
def test_mistakes_are_named_as_at_home(id: str, home: Course, taken: Course, sandbox: Sandbox) -> None:
    """Every misconception in the public key is recognised from its program, with the public checks alone."""
    programs = {one.id: one.program.text for one in page.read(home.page(id)).misconceptions}
    shown = taken.key(id)
    assert 2 * len(shown.misconceptions) >= len(programs)
    for known in shown.misconceptions:
        handed_in = Submission(id, f"{id}.py", Program(programs[known.id]), "0" * 64)
        found = grade(handed_in, shown, sandbox)
        assert known.id in [one.id for one in found.diagnoses]
        assert found.public_only


def test_the_report_as_data_says_what_it_is(run: Run, taken: Course) -> None:
    """The JSON keeps to its schema and says that only public checks were at hand."""
    done = run("submit", answer(taken, RIGHT), "--json", on=taken)
    told = json.loads(done.stdout)
    demand(told, SCHEMA)
    assert (told["public_only"], told["passed"], len(told["checks"])) == (True, True, 5)


def test_the_web_page_says_what_it_is(run: Run, taken: Course, tmp_path: Path) -> None:
    """The page shows how many public checks passed in place of the points."""
    run("submit", answer(taken, RIGHT), "--html", tmp_path / "report.html", on=taken)
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<strong>5</strong> <span>/ 5 public checks" in text
    assert "Hidden checks are your instructor" in text


def test_a_notebook_is_taken_too(run: Run, taken: Course) -> None:
    """The notebook that came with the folder can be handed in; nothing is written in it yet."""
    done = run("submit", taken.root / "notebooks" / "loss.ipynb", on=taken)
    assert done.exit_code == 1
    assert "public checks 0 of 5" in done.stdout


def test_the_list(run: Run, taken: Course) -> None:
    """The list shows the public checks' points and the last result, and says what they are."""
    run("submit", answer(taken, RIGHT), on=taken)
    text = " ".join(run("list", on=taken).stdout.split())
    assert "✓ 5 / 5" in text
    assert "1 of 3 done. Next: forward" in text
    assert "The hidden ones are your instructor's." in text


def test_the_story(run: Run, taken: Course) -> None:
    """The story is that of the page."""
    done = run("show", "forward", on=taken)
    assert "A line as a model" in done.stdout
    assert "grade submit" in done.stdout


def test_a_stub_without_answers_runs(run: Run, taken: Course) -> None:
    """What was handed out can be graded as it is: everything is still to do."""
    done = run("submit", taken.stub("forward"), on=taken)
    assert "Nothing is written yet" in done.stdout


def test_the_sandbox_may_be_the_best_there_is(taken: Course, home: Course) -> None:
    """Where students run their own code beside a public key, any sandbox will do; at home a whole one."""
    assert (session.demand(taken), session.demand(home)) == ("own", "full")


# ---- what is not there -------------------------------------------------------------------------------


def test_there_is_no_instructor_s_view(run: Run, taken: Course) -> None:
    """--instructor is refused where there is nothing more to show."""
    done = run("submit", answer(taken, WRONG), "--instructor", on=taken)
    assert done.exit_code == 2
    assert "holds no hidden checks, leave out --instructor" in done.stderr


@pytest.mark.parametrize("words", [["key"], ["stub"], ["prove"], ["notebook"], ["release", "again"]])
def test_what_needs_pages_is_refused(run: Run, taken: Course, words: list[str]) -> None:
    """Authors' commands say that only the instructor's own copy has the pages."""
    done = run(*words, on=taken)
    assert done.exit_code == 2
    assert "was handed out; only the instructor's own copy has the pages" in " ".join(done.stderr.split())


def test_an_exercise_that_was_not_handed_out(run: Run, taken: Course) -> None:
    """An unknown exercise is answered with how to find those there are."""
    done = run("show", "quadratic", on=taken)
    assert done.exit_code == 2
    assert "there is no exercise 'quadratic'" in done.stderr


def test_a_key_of_another_page_is_refused(taken: Course) -> None:
    """A key whose digest is not that of the page that was handed out is stale, and says so."""
    text = (taken.root / "course.toml").read_text(encoding="utf-8")
    digest = taken.key("loss").digest
    (taken.root / "course.toml").write_text(text.replace(digest, "0" * 64), encoding="utf-8")
    with pytest.raises(UsageError, match="belongs to another version of this exercise; get this folder anew"):
        taken.key("loss")


def test_a_whole_key_is_refused(taken: Course, home: Course) -> None:
    """A key with hidden checks has no place in a handed-out folder."""
    taken.key_path("loss").write_bytes(home.key_path("loss").read_bytes())
    with pytest.raises(UsageError, match="get this folder anew"):
        taken.key("loss")


@pytest.mark.parametrize("text", ["", "{}", '{"format": 1, "key": 5}', '{"format": 0, "key": 5}'])
def test_a_damaged_key_is_named_with_the_remedy(run: Run, taken: Course, text: str) -> None:
    """A student is not told to make a key, but to get the folder anew."""
    taken.key_path("loss").write_text(text)
    done = run("submit", answer(taken, RIGHT), on=taken)
    assert done.exit_code == 2
    assert "get this folder anew from your instructor" in done.stderr
    assert "grade key" not in done.stderr


def test_a_key_of_another_grader_is_used_with_a_note(run: Run, taken: Course) -> None:
    """The report says where the key comes from another version of the grader."""
    key = taken.key("loss")
    assert "another version of the grader" not in run("submit", answer(taken, RIGHT), on=taken).stdout
    taken.key_path("loss").write_text(keyfile.text(key, "0.0.1-abc"), encoding="utf-8")
    done = run("submit", answer(taken, RIGHT), on=taken)
    assert done.exit_code == 0
    assert "another version of the grader" in done.stdout


# ---- finding the folder ------------------------------------------------------------------------------


def test_keys_alone_make_no_course(tmp_path: Path) -> None:
    """A folder is taken for a handed-out one only where its course.toml says so."""
    for name in ("keys", "exercises"):
        (tmp_path / name).mkdir()
    with pytest.raises(UsageError, match="no course here"):
        finding.find(None, tmp_path)
    (tmp_path / "course.toml").write_text("[released]\n")
    assert finding.find(None, tmp_path) == Course(tmp_path)
    assert finding.find(tmp_path, Path("/")).released


@pytest.mark.parametrize(
    "text", ["released = 5", "hints = 5", "[hints]\ncost = -1", "[hints]\ncost = true", "[hints]\ncost = inf"]
)
def test_settings_that_cannot_be_meant(tmp_path: Path, text: str) -> None:
    """What is wrong in course.toml is said in one sentence."""
    (tmp_path / "course.toml").write_text(text)
    with pytest.raises(UsageError, match=r"course\.toml:[12]: .*; correct it"):
        _ = Course(tmp_path).hint_cost


# ---- notebooks at home -------------------------------------------------------------------------------

EXECUTE = """
import sys
import nbclient
import nbformat
path, folder = sys.argv[1:]
book = nbformat.read(path, 4)
for cell in book.cells:
    cell.source = cell.source.replace('raise NotImplementedError("Write forward.")', "return w * x")
place = {"metadata": {"path": folder}}
nbclient.NotebookClient(book, timeout=60, allow_errors=True, resources=place).execute()
for cell in book.cells:
    for output in cell.get("outputs", ()):
        print(output.get("ename", ""), output.get("evalue", ""), output.get("data", {}).get("text/plain", ""))
"""


def test_a_notebook_checks_itself(taken: Course, tmp_path: Path) -> None:
    """In a real kernel the notebook's cells pass what is right, and stop where something is left to write."""
    (tmp_path / "execute.py").write_text(EXECUTE)
    path = taken.root / "notebooks" / "forward.ipynb"
    words = [sys.executable, tmp_path / "execute.py", path, path.parent]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=True)
    assert "public checks 2 of 2" in done.stdout
    assert "public checks 0 of 2" in done.stdout
    assert "2 of 2 public checks did not pass" in done.stdout
