"""The page on a whole script: what is right is calm, what is wrong stands out."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT

from grader.grading.scripts.looking import look
from grader.intake import scripts
from grader.numbers.scripts.evidence.records import Run
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


@pytest.mark.parametrize("many", [2, 100, 101, 250, 3001])
def test_a_long_run_is_drawn_by_means(many: int) -> None:
    """Losses of single samples, that come by turns, give a line and no block; none is left out or doubled."""
    losses = tuple(float(place % 2) for place in range(many))
    drawn = script_html.losses(Run(losses=losses, rounds=many, count=many), "loss")
    assert len(drawn.got) <= script_html.POINTS_AT_MOST + 1
    assert drawn.along[-1] == many
    ends = [0, *drawn.along]
    total = sum(mean * (end - start) for mean, start, end in zip(drawn.got, ends[:-1], ends[1:], strict=True))
    assert total == pytest.approx(sum(losses))


def test_the_source_has_colours_and_a_marked_line(page: str) -> None:
    """The line that makes the wrong step is marked, and the words of the script have colours."""
    (marked,) = re.findall(r'<span class="line stop" data-line="(\d+)">([^\n]*)', page)
    assert marked[0] == "30"
    assert "b1 -= lr * db1" in marked[1]
    assert '<i class="keyword">import</i>' in page
