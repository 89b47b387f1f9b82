"""Whole scripts of every style, right and wrong, get the verdict that their headers say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from samples import sample

from grader.grading.scripts.looking import look
from grader.intake import scripts
from grader.sandbox.client import Sandbox

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "homework"

SCRIPTS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".py", ".ipynb"))


def header(path: Path) -> dict[str, str]:
    """Return what a script's header says is true of it."""
    found = re.findall(r"# (truth|parameters|mistake): ([^\n\r\"\\]*)", path.read_text(encoding="utf-8"))
    return {key: value.strip() for key, value in found}


def test_a_third_of_the_scripts_is_right() -> None:
    """There are at least thirty scripts, and a third of them holds no mistake."""
    truths = [header(path)["truth"] for path in SCRIPTS]
    assert len(truths) >= 30
    assert truths.count("right") >= len(truths) / 3


def kind(path: Path) -> tuple[str, ...]:
    """Return what a script is an example of."""
    return header(path)["truth"], path.suffix


@pytest.mark.parametrize("path", sample(SCRIPTS, kind), ids=lambda path: path.stem)
def test_a_script_gets_its_verdict(path: Path, sandbox: Sandbox) -> None:
    """The script, each of its parameters and the mistake are called what they are."""
    truth, seen = header(path), look(scripts.read(path), sandbox)
    assert seen.verdict == truth["truth"], seen.message
    if seen.parameters:
        said = {f"{one.name} {one.verdict}" for one in seen.parameters}
        assert said == set(truth["parameters"].split(", "))
    assert truth.get("mistake", "") in ("", *seen.mistakes)
