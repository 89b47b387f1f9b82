"""Several loops of a script are looked at, and the one that is off stands for the script."""

from __future__ import annotations

import json

import pytest
from conftest import ROOT

from grader.grading.scripts.looking import look
from grader.intake import scripts
from grader.numbers.scripts.evidence.records import Look
from grader.report import script_html, script_json, script_terminal
from grader.report.screen import Screen
from grader.sandbox.client import Sandbox


@pytest.fixture(scope="module")
def seen(sandbox: Sandbox) -> Look:
    """Return what is said of three trainings, of which the second is wrong."""
    return look(scripts.read(ROOT / "examples" / "homework" / "three_lines_second_b_times_x.py"), sandbox)


def test_the_wrong_loop_stands_for_the_script(seen: Look) -> None:
    """The others follow in the order of their lines."""
    assert seen.verdict == "wrong"
    assert [one.name for one in seen.parameters] == ["w", "b"]
    assert [one.verdict for one in seen.others] == ["right", "right"]
    assert seen.others[0].loop < seen.loop < seen.others[1].loop


def test_every_report_says_what_was_seen_of_each_loop(seen: Look) -> None:
    """The terminal, the page and the JSON name the lines of all three."""
    text = script_terminal.render(seen, Screen(width=100, colour=False, encoding="utf-8"))
    assert text.count("What else trains") == 2
    assert script_html.render(seen).count("What else trains: lines") == 2
    others = json.loads(script_json.render(seen))["others"]
    assert [one["verdict"] for one in others] == ["right", "right"]
    assert [one["name"] for one in others[1]["parameters"]] == ["b", "w1", "w2"]
