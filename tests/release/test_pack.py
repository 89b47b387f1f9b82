"""A pack runs where the platform unpacks it, in the platform's places, and nowhere else is needed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from bad_programs import RIGHT
from conftest import Run

from grader.course.course import Course
from grader.keys import keyfile
from grader.release import pack

WRONG = RIGHT.replace("(prediction - y) ** 2", "abs(prediction - y)")
BOTH = ("forward", "loss")


@pytest.fixture(scope="module")
def unpacked(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Pack two exercises for every platform and unpack each as the platform does."""
    found = {}
    for platform in pack.PLATFORMS:
        root = tmp_path_factory.mktemp(platform)
        out = root / f"{platform}.zip"
        list(pack.pack(course, platform, BOTH, out))
        with zipfile.ZipFile(out) as archive:
            for info in archive.infolist():
                archive.extract(info, root / "in")
                (root / "in" / info.filename).chmod(info.external_attr >> 16)
        found[platform] = root / "in"
    return found


def go(words: list[str | Path], cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a pack's program as a platform does: without our environment and from its own folder."""
    environment = {"PATH": os.environ["PATH"], "GRADE_PYTHON": sys.executable, **more}
    return subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def gradescope(unpacked: Mapping[str, Path], root: Path, files: Mapping[str, str]) -> dict[str, object]:
    """Hand files in on Gradescope and return the results."""
    shutil.copytree(unpacked["gradescope"], root / "source")
    shutil.copy(root / "source" / "run_autograder", root)
    for folder in ("submission", "results"):
        (root / folder).mkdir()
    for name, text in files.items():
        (root / "submission" / name).write_text(text, encoding="utf-8")
    done = go([root / "run_autograder"], root, GRADE_ROOT=str(root))
    assert done.returncode == 0, done.stderr
    return json.loads((root / "results" / "results.json").read_text(encoding="utf-8"))


def test_gradescope(unpacked: Mapping[str, Path], references: Mapping[str, str], tmp_path: Path) -> None:
    """Both exercises of a hand-in are graded; the mistake is named, and a total shows."""
    files = {"forward.py": references["forward"], "my_loss.py": WRONG, "results.json": '{"score": 1000}'}
    made = gradescope(unpacked, tmp_path, files)
    tests = made["tests"]
    assert isinstance(tests, list)
    assert {test["visibility"] for test in tests} == {"visible"}
    assert made["score"] == pytest.approx(sum(test["score"] for test in tests), abs=1e-6)
    right = [test for test in tests if test["name"].startswith("forward: ")]
    assert all(test["status"] == "passed" for test in right)
    assert "forward: hidden checks" in {test["name"] for test in right}
    assert any(test["status"] == "failed" for test in tests if test["name"].startswith("loss: "))
    assert "### loss" in str(made["output"])


def test_gradescope_names_what_is_unreadable(
    unpacked: Mapping[str, Path], references: Mapping[str, str], tmp_path: Path
) -> None:
    """A file that cannot be read is one test without points, with the reason."""
    made = gradescope(unpacked, tmp_path, {"forward.py": references["forward"], "loss.py": "x" * 300_000})
    tests = made["tests"]
    assert isinstance(tests, list)
    (unreadable,) = [test for test in tests if test["name"].startswith("loss: ")]
    assert (unreadable["score"], unreadable["max_score"] > 0) == (0, True)
    assert "larger than" in unreadable["output"]


def test_missing_file(unpacked: Mapping[str, Path], references: Mapping[str, str], tmp_path: Path) -> None:
    """An exercise without a file says how the file is called."""
    made = gradescope(unpacked, tmp_path, {"forward.py": references["forward"]})
    tests = made["tests"]
    assert isinstance(tests, list)
    (missing,) = [test for test in tests if test["name"].startswith("loss: ")]
    assert "`loss.py`" in missing["output"]
    assert missing["score"] == 0


def test_a_fault_of_ours_is_no_zero(unpacked: Mapping[str, Path], tmp_path: Path) -> None:
    """Where the pack is damaged, the results say so and hold no score."""
    root = tmp_path / "autograder"
    shutil.copytree(unpacked["gradescope"], root / "source")
    (root / "source" / "grade" / "keys" / "loss.json").write_text("{}")
    (root / "submission").mkdir()
    (root / "submission" / "forward.py").write_text("")
    done = go([root / "source" / "run_autograder"], root, GRADE_ROOT=str(root))
    assert done.returncode == 3
    made = json.loads((root / "results" / "results.json").read_text())
    assert "score" not in made
    assert "no fault of yours" in made["output"]


def test_prairielearn(unpacked: Mapping[str, Path], references: Mapping[str, str], tmp_path: Path) -> None:
    """The share of the points, from /grade/student into /grade/results; the question names its files."""
    shutil.copytree(unpacked["prairielearn"] / "tests", tmp_path / "tests")
    (tmp_path / "student").mkdir()
    for id in BOTH:
        (tmp_path / "student" / f"{id}.py").write_text(references[id], encoding="utf-8")
    done = go([tmp_path / "tests" / "run.sh"], tmp_path, GRADE_ROOT=str(tmp_path))
    assert done.returncode == 0, done.stderr
    made = json.loads((tmp_path / "results" / "results.json").read_text())
    assert (made["gradable"], made["score"]) == (True, 1.0)
    info = json.loads((unpacked["prairielearn"] / "info.json").read_text())
    assert info["externalGradingOptions"]["entrypoint"] == "/grade/tests/run.sh"
    assert 'file-names="forward.py,loss.py"' in (unpacked["prairielearn"] / "question.html").read_text()


def test_classroom50(unpacked: Mapping[str, Path], references: Mapping[str, str], tmp_path: Path) -> None:
    """The checkout is the working directory; a result that a student brings is not the result."""
    for id in BOTH:
        (tmp_path / f"{id}.py").write_text(references[id], encoding="utf-8")
    (tmp_path / "result.json").write_text('{"score": 999}')
    words = [sys.executable, unpacked["classroom50"] / "autograder.py"]
    done = go(words, tmp_path, USERNAME="ada", ASSIGNMENT="hw1")
    assert done.returncode == 0, done.stderr
    made = json.loads((tmp_path / "result.json").read_text())
    assert (made["owner"], made["assignment"]) == ("ada", "hw1")
    assert (made["score"], made["max-score"]) == (200, 200)


def test_github(unpacked: Mapping[str, Path], references: Mapping[str, str], tmp_path: Path) -> None:
    """A push is annotated at its lines; no hidden check lies among the students' files."""
    shutil.copytree(unpacked["github"], tmp_path, dirs_exist_ok=True)
    (tmp_path / "forward.py").write_text(references["forward"], encoding="utf-8")
    (tmp_path / "loss.py").write_text(WRONG, encoding="utf-8")
    workflow = yaml.safe_load((tmp_path / ".github/workflows/grade.yml").read_text())
    step = workflow["jobs"]["grade"]["steps"][-1]["run"].split()
    summary = tmp_path / "summary.md"
    done = go([sys.executable, *step[1:]], tmp_path, GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 1, done.stderr
    assert "::error file=loss.py,line=" in done.stdout
    assert summary.read_text(encoding="utf-8").startswith("## forward")
    for id in BOTH:
        assert keyfile.load(tmp_path / ".github" / "grade" / "keys" / f"{id}.json").public_only


def test_gradescope_places(unpacked: Mapping[str, Path]) -> None:
    """Its two scripts lie at the root, may be run, and have the line ends of Unix."""
    for name in ("setup.sh", "run_autograder"):
        path = unpacked["gradescope"] / name
        assert os.access(path, os.X_OK)
        assert path.read_bytes().startswith(b"#!")
        assert b"\r" not in path.read_bytes()
        assert subprocess.run(["bash", "-n", path], check=False).returncode == 0
    assert "numpy==" in (unpacked["gradescope"] / "setup.sh").read_text()


def test_a_pack_needs_numpy_alone(unpacked: Mapping[str, Path], tmp_path: Path) -> None:
    """Images without a network have no other library of the grader's, and none is loaded."""
    code = "import sys; sys.path.insert(0, '.'); import grader.student.handed, grader.student.platforms"
    code += "; print(*sys.modules)"
    done = go([sys.executable, "-I", "-c", code], unpacked["gradescope"] / "grade")
    assert "numpy" in done.stdout.split()
    assert not {"click", "rich", "jinja2", "msgspec", "torch"} & {*done.stdout.split()}


def test_a_pack_without_its_list(unpacked: Mapping[str, Path], tmp_path: Path) -> None:
    """A pack whose list is damaged says how to mend it, and nothing is graded."""
    shutil.copytree(unpacked["classroom50"], tmp_path / "pack")
    (tmp_path / "pack" / "grade" / "pack.json").write_text("[]")
    done = go([sys.executable, tmp_path / "pack" / "autograder.py"], tmp_path)
    assert done.returncode == 3
    assert "make the pack again" in done.stderr
    assert not (tmp_path / "result.json").exists()


def test_the_command(run: Run, tmp_path: Path) -> None:
    """The command says what it wrote; a name that is no zip and an unknown exercise are refused."""
    out = tmp_path / "pack.zip"
    done = run("pack", "github", "forward", "--out", out)
    assert done.exit_code == 0
    assert "1 exercise for github" in done.stdout
    assert "public checks only" in done.stdout
    assert run("pack", "github", "forward", "--out", tmp_path / "pack.tar").exit_code == 2
    assert run("pack", "github", "nothing", "--out", out).exit_code == 2
    assert run("pack", "github", "forward", "--out", tmp_path / "none" / "\0.zip").exit_code != 0
