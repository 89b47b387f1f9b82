"""`grade doctor` says what holds on a machine, and what to do where something does not."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from click.testing import CliRunner
from machine import needs

from grader.cli import main
from grader.course.course import Course
from grader.errors import SandboxError
from grader.sandbox import policy
from grader.sandbox.policy import PHRASES
from grader.student import doctor
from grader.words.language import speaking


@pytest.fixture
def without_bubblewrap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Make bubblewrap impossible to find."""
    monkeypatch.setenv("PATH", str(tmp_path))
    policy.bubblewrap.cache_clear()
    yield
    policy.bubblewrap.cache_clear()


def states(findings: list[doctor.Finding], name: str) -> list[str]:
    """Return how the findings of a name stand."""
    return [one.state for one in findings if one.name == name]


def test_here_all_is_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where bubblewrap works every protection passes, and the exit code is 0."""
    needs("namespaces")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["doctor"])
    assert done.exit_code == 0, done.output
    phrases = [phrase for phrases in PHRASES.values() for phrase in phrases]
    held = "".join(line for line in done.output.splitlines() if line.startswith("PASS     protection "))
    assert all(phrase in held for phrase in phrases)
    assert "FAIL" not in done.output


def test_in_chinese() -> None:
    """Every finding and every remedy is said in the language in force."""
    with speaking("zh"):
        findings = [*doctor.sandbox(), doctor.without_torch(), *doctor.layers(())]
        said = [*(text for one in findings for text in (one.says, one.remedy)), doctor.verdict(findings)[0]]
    assert [text for text in said if len(text.split()) > 5 and text.isascii()] == []
    assert any("没有网络" in text for text in said)


def test_without_bubblewrap(without_bubblewrap: None) -> None:
    """Grading goes on with the kernel's means; what is weaker is a caution with a remedy."""
    needs("kernel-only")
    findings = list(doctor.sandbox())
    assert states(findings, "bubblewrap") == states(findings, "namespaces") == ["CAUTION"]
    assert any("apt install bubblewrap" in one.remedy for one in findings)
    assert [one.says for one in findings if one.name == "sandbox"] == ["kernel-only: passed its self-test"]
    assert doctor.verdict(findings) == (
        "Submissions can be graded here. CAUTION marks what is weaker than it might be.",
        0,
    )


def test_where_nothing_holds(without_bubblewrap: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every tier that fails has its reason, and the exit code is 1."""
    monkeypatch.setattr("grader.sandbox.tiers.LEAST_LANDLOCK", 99)
    findings = list(doctor.sandbox())
    assert states(findings, "kernel-only") == ["FAIL"]
    assert any("Linux 6.2 or newer" in one.remedy for one in findings)
    assert doctor.verdict(findings)[1] == doctor.FAILED


@pytest.mark.parametrize(
    ("system", "advice"), [("darwin", "Linux container"), ("win32", "WSL2"), ("freebsd14", "Linux on x86_64")]
)
def test_other_systems(monkeypatch: pytest.MonkeyPatch, system: str, advice: str) -> None:
    """There is no sandbox elsewhere, and it is said where to go, and what works all the same."""
    monkeypatch.setattr("sys.platform", system)
    first, second = doctor.sandbox()
    assert (first.state, second.state) == ("FAIL", "PASS")
    assert advice in first.remedy
    assert (second.name, second.says.split(",")[0]) == ("your own code", "runs: separate process")
    own, _ = doctor.sandbox(students=True)
    assert (own.state, own.remedy) == ("CAUTION", "")
    assert doctor.verdict([own, second], students=True) == ("You can work here.", 0)


def test_without_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    """What needs no PyTorch works, and the rest is named with the command that installs it."""
    monkeypatch.setitem(sys.modules, "torch", None)
    found = {one.name: one for one in doctor.examine()}
    assert found["torch"].state == "CAUTION"
    assert "chainrule[torch]" in found["torch"].remedy
    assert "torch inside" not in found


def test_a_students_folder(tmp_path: Path, course: Course) -> None:
    """A folder that was handed out is looked at as a student's own."""
    assert not doctor.is_students(course.root)
    (tmp_path / "keys").mkdir()
    (tmp_path / "course.toml").write_text("[released]\n")
    assert doctor.is_students(tmp_path)
    assert not doctor.is_students(tmp_path / "nothing")
    failed = doctor.Finding("FAIL", "Python", "3.9")
    assert doctor.verdict([failed], students=True) == ("Something must be mended.", doctor.FAILED)


@pytest.mark.parametrize(
    ("reason", "advice"),
    [
        ("bwrap: setting up uid map: Permission denied", "AppArmor"),
        ("bwrap: Creating new namespace failed: Operation not permitted", "container"),
        ("bubblewrap (bwrap) is not installed", "apt install"),
        ("this kernel has no Landlock of version 3", "6.2"),
        ("something else", "fault of the grader"),
    ],
)
def test_every_reason_has_a_remedy(reason: str, advice: str) -> None:
    """What the system says leads to what helps."""
    assert advice in doctor.refused("namespaces", SandboxError(f"no sandbox\n  namespaces: {reason}")).remedy


def test_a_package_that_is_missing_or_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both have their command."""
    assert doctor.package("no-such-package", (1, 0)).remedy.startswith("`pip install no-such-package`")
    monkeypatch.setattr(metadata, "version", lambda name: "1.9.1+cpu")
    found = doctor.package("torch", doctor.LEAST_TORCH)
    assert (found.state, found.remedy) == ("FAIL", "`pip install --upgrade torch`")


def test_an_old_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said which one is needed."""
    monkeypatch.setattr("sys.version_info", (3, 10, 0, "final", 0))
    assert doctor.python().remedy == "use Python 3.11 or newer"


def test_a_folder_without_a_course(tmp_path: Path) -> None:
    """There is nothing to write then."""
    assert doctor.writable(tmp_path).state == "PASS"


def test_a_course_that_cannot_be_written(small_course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys and results could not be kept."""
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    found = doctor.writable(small_course.root)
    assert (found.state, found.says) == ("FAIL", f"{small_course.root / '.grade'} cannot be written")


@pytest.mark.parametrize(
    ("root", "readable", "state"), [(1000, True, "PASS"), (0, True, "PASS"), (0, False, "CAUTION")]
)
def test_as_whom(monkeypatch: pytest.MonkeyPatch, root: int, readable: bool, state: str) -> None:
    """Root becomes somebody else, unless nobody else can read the interpreter."""
    monkeypatch.setattr(os, "getuid", lambda: root)
    monkeypatch.setattr(doctor, "can_be_another", lambda seen, apart: readable)
    assert doctor.identity("kernel-only").state == state


def test_torch_that_does_not_start() -> None:
    """The reason is told."""

    class Broken:
        def ready(self, profile: str) -> None:
            raise SandboxError("no module named torch")

    found = doctor.torch(Broken())  # type: ignore[arg-type]
    assert (found.state, found.says) == ("FAIL", "no module named torch")


def test_long_findings_stay_in_their_column() -> None:
    """On a terminal a finding's further lines begin below its first."""
    one = doctor.Finding("PASS", "protection", "no network, no sockets, no new processes")
    assert list(doctor.show([one], 45)) == [
        "PASS     protection    no network, no",
        "                       sockets, no new",
        "                       processes",
    ]
