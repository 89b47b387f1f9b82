"""The page on a whole script: what is right is calm, what is wrong stands out."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT

from grader.grading.scripts.looking import look
from grader.intake import scripts
from grader.report import script_html
from grader.sandbox.client import Sandbox


@pytest.fixture(scope="module")
def page(sandbox: Sandbox) -> str:
    """Return the page on a script whose step of b1 alone is wrong."""
    return script_html.render(
        look(scripts.read(ROOT / "examples" / "homework" / "relu_batches_b_full_sum.py"), sandbox)
    )


def test_only_wrong_steps_alarm(page: str) -> None:
    """The bars of right parameters are calm, those of the wrong one are not."""
    rows = re.findall(r'<g transform="[^"]*"( class="calm")?>\s*<text class="name"[^>]*>(\w+)', page)
    assert {name for calm, name in rows if not calm} == {"b1"}
    assert {name for calm, name in rows if calm} == {"W1", "W2", "b2"}


def test_the_source_has_colours_and_a_marked_line(page: str) -> None:
    """The line that makes the wrong step is marked, and the words of the script have colours."""
    (marked,) = re.findall(r'<span class="line stop" data-line="(\d+)">([^\n]*)', page)
    assert marked[0] == "30"
    assert "b1 -= lr * db1" in marked[1]
    assert '<i class="keyword">import</i>' in page
