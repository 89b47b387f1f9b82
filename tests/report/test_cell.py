"""A report below a notebook's cell keeps its style to itself and shows what students write as text."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import reports
from html_pages import HOSTILE, Page, known
from hypothesis import given, settings

from grader.grading.verdict import Report
from grader.report import cell


def test_style_stays_inside() -> None:
    """Every rule stands inside the report's own element, and every length is in the notebook's pixels."""
    shown = cell.render(reports.mixed(), "here")
    [style] = re.findall(r"<style>(.*?)</style>", shown, re.DOTALL)
    assert style.startswith(".chainrule.chainrule { &")
    assert style.count("{") == style.count("}")
    depth = [style[:place].count("{") - style[:place].count("}") for place in range(1, len(style))]
    assert min(depth[style.index("{") :]) == 1
    assert not re.search(r"\drem\b|:root|(?<![\w.-])body\b", style)


def test_what_is_said() -> None:
    """The cell says what the page says: summary, mistakes with their hints, checks, notes."""
    page = Page(cell.render(reports.summed(), "here"))
    assert reports.summed().title in page.text
    assert "Summed, not averaged" in page.text
    assert all("open" not in attributes for attributes in page.named("details"))


@pytest.mark.parametrize("sample", reports.SAMPLES)
def test_whole(sample: Callable[[], Report]) -> None:
    """Every kind of report is a balanced piece of our own tags, without an empty line."""
    shown = cell.render(sample(), "here")
    assert known(Page(shown))
    assert "\n\n" not in shown


def test_task() -> None:
    """A report of one task names it."""
    assert "manual_gradient.gradient" in Page(cell.render(reports.summed(), "here", "gradient")).text
    assert "manual_gradient." not in Page(cell.render(reports.summed(), "here")).text


def test_ids_differ() -> None:
    """Two cells' reports may stand on one page: their ids differ."""
    ids = [set(re.findall(r' id="([^"]+)"', cell.render(reports.diverging(), label))) for label in "ab"]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_plot() -> None:
    """A plot shows the trainings, and where there are none says so."""
    assert '<svg class="curve"' in cell.plot(reports.diverging(), "here")
    assert "There is nothing to plot yet" in cell.plot(reports.stub(), "here")


@settings(deadline=None, max_examples=30)
@given(HOSTILE)
def test_nothing_is_injected(text: str) -> None:
    """Whatever a student writes is shown as text: no tag, no attribute, no invisible character."""
    shown = cell.render(reports.hostile(text or "x"), "here")
    assert known(Page(shown))
    assert shown.replace("\n", "").isprintable()
