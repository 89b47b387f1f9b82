"""What is said of a whole script, on a screen."""

from __future__ import annotations

import pytest
from conftest import ROOT

from grader.grading.scripts.looking import look
from grader.intake import scripts
from grader.report import script_terminal
from grader.report.screen import Screen
from grader.sandbox.client import Sandbox


def test_what_holds_of_several_parameters_is_said_once(sandbox: Sandbox) -> None:
    """Their names stand before it as a list; each that moves as it should has a line of its own."""
    path = ROOT / "examples" / "homework" / "layers_moved_before_passed_back.py"
    seen = look(scripts.read(path), sandbox)
    text = script_terminal.render(seen, Screen(width=200, colour=False, encoding="utf-8"))
    names = "net.weights[0], net.weights[1], net.biases[0] and net.biases[1]"
    assert f"✗ {names}: worked out after another parameter has moved." in text
    assert text.count("✓") == 2


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("一二三四五六七八九十一二三四五六七八九", ["一二三四五六七八九十一二三四五", "六七八九"]),
        (
            "一二三四五六七八九十一二三四五，六七",
            ["一二三四五六七八九十一二三四", "五，六七"],
        ),
        ("a word of each of the lines of it", ["a word of each of the lines of", "it"]),
        ("", [""]),
    ],
)
def test_a_line_breaks_between_chinese_characters(line: str, lines: list[str]) -> None:
    """Each takes two columns, and a mark stays with what it ends."""
    assert script_terminal.wrapped(line, 30) == lines
