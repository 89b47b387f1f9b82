"""What is not installed by default is named in one sentence where it is needed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from grader.errors import MissingExtra, UsageError
from grader.inside.observation import Limits
from grader.intake.layouts.platforms import gradescope
from grader.release import starter
from grader.sandbox.client import Sandbox
from grader.student import reading


def absent(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    """Have a library not be installed."""
    for name in [name for name in sys.modules if name.split(".")[0] == library]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, library, None)


def test_a_sentence_names_the_extra() -> None:
    """It says what needs which library, and the whole command; the exit code is that of wrong usage."""
    fault = MissingExtra("this exercise", "PyTorch", "torch")
    assert str(fault) == "this exercise needs PyTorch; install it: pip install 'chainrule[torch]'"
    assert (isinstance(fault, UsageError), fault.exit_code) == (True, 2)


def test_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page with torch names it before anything starts; a page without does not ask for it."""
    absent(monkeypatch, "torch")
    with Sandbox(Limits(), demand="own") as sandbox:
        with pytest.raises(MissingExtra, match="PyTorch"):
            sandbox.server("torch")
        sandbox.server("numpy")


def test_nbformat(monkeypatch: pytest.MonkeyPatch) -> None:
    """Making a starter notebook names it."""
    absent(monkeypatch, "nbformat")
    with pytest.raises(MissingExtra, match=r"nbformat.*chainrule\[notebook\]"):
        starter.written([], {})


def test_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a download from Gradescope names it."""
    absent(monkeypatch, "yaml")

    class Listing:
        name = "submission_metadata.yml"

        def data(self, at_most: int) -> bytes:
            """Return nothing."""
            return b""

    with pytest.raises(MissingExtra, match=r"PyYAML.*chainrule\[gradescope\]"):
        gradescope.submissions(Listing())


@pytest.mark.parametrize(
    ("formula", "with_it", "without"),
    [
        (r"$\hat y = w x$", "ŷ = w x", "ŷ = w x"),
        (r"$\frac{a}{b}$", "a/b", r"$\frac{a}{b}$"),
        ("$w x + b$", "w x + b", "w x + b"),
    ],
)
def test_formulas(monkeypatch: pytest.MonkeyPatch, formula: str, with_it: str, without: str) -> None:
    """Without the library plain formulas are read as before, and others stay as they are written."""
    assert reading.in_characters(formula) == with_it
    absent(monkeypatch, "pylatexenc")
    assert reading.in_characters(formula) == without


def test_the_package_has_few_dependencies(pytestconfig: pytest.Config) -> None:
    """NumPy and four small libraries are installed with the grader; everything else is an extra."""
    import tomllib

    said = tomllib.loads((Path(pytestconfig.rootpath) / "pyproject.toml").read_text(encoding="utf-8"))
    names = {one.partition(">")[0] for one in said["project"]["dependencies"]}
    assert names == {"click", "jinja2", "msgspec", "numpy", "rich"}
