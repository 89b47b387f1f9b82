"""A story's plain formulas become TeX; programs, tables and drawings stay."""

from __future__ import annotations

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latexwalker import LatexWalker

from grader.course.course import Course
from grader.pages import page
from grader.release.formulas import BLOCK, rendered


@pytest.mark.parametrize(
    ("line", "formula"),
    [
        ("ŷ = w·x + b", r"\hat y = w \cdot  x + b"),
        ("ŷ = w1·x² + w2·x", r"\hat y = w_{1} \cdot  x^{2} + w_{2} \cdot  x"),
        ("(a + b) / (n·k) = 2", r"\frac{a + b}{n \cdot  k} = 2"),
        ("M = m / (1 - 0.9^t)", r"M = \frac{m}{1 - 0.9^{t}}"),
        ("a = (b)(c) / d", r"a = \left( b \right) \frac{c}{d}"),
        ("a = ((b) + (c)) / d", r"a = \frac{\left( b \right) + \left( c \right)}{d}"),
        ("s_i = e^(o_i)", r"s_{i} = e^{o_{i}}"),
        ("p₁ = √V + 10⁻⁸", r"p_{1} = \sqrt{V} + 10^{-8}"),
        (
            "squared error = (prediction - y)²",
            r"\text{ squared error } = \left( \text{ prediction } - y \right)^{2}",
        ),
        ("new w = w - lr·dL/dw", r"\text{ new } w = w - \mathit{lr} \cdot  \frac{dL}{dw}"),
        ("a = b          c = d", r"a = b \qquad c = d"),
        ("a = b     of shape (n, 1)", r"a = b \qquad \text{of shape (n, 1)}"),
        ("-( y·log(p) )", r"- \left( y \cdot  \log \left( p \right) \right)"),
        ("m becomes 2·m", r"m \text{ becomes } 2 \cdot  m"),
    ],
)
def test_formula(line: str, formula: str) -> None:
    """A line with a relation, or a single product, is a formula."""
    assert rendered(f"Look:\n\n    {line}\n\nSo.") == f"Look:\n\n$$\n{formula}\n$$\n\nSo."


def test_several_lines() -> None:
    """Several formulas stand below each other."""
    assert (
        rendered("    a = b\n    c = d\n")
        == "$$\n\\begin{gathered}\na = b \\\\\nc = d\n\\end{gathered}\n$$\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        "w = torch.tensor(1.0)",
        "loss = (3 * w - 6)",
        "print(w)  # = 3",
        "x1 ──w1──▶ h1 = a",
        "W1 =  1   2      z = 3",
        "0.5  0.25  = 3",
        "1243,  718501",
        "8·1    8·2    8·3",
        "x (n, d)    y (k,)",
        "a = (b",
        "a = b)",
        "a = [b",
        "= / b",
        "a = b /",
        "a = ^",
        "/ 2 = b",
        "a = $b$",
        "a = 'b'",
        "a = \\b",
        "plain words",
    ],
)
def test_no_formula(line: str) -> None:
    """What is not certainly a formula stays as it is, and keeps the lines around it as they are."""
    story = f"Look:\n\n    {line}\n    a = b\n\nSo."
    assert rendered(story) == story


def test_other_text() -> None:
    """Nothing but lines set in is touched."""
    assert rendered("a = b, and $c = d$\n\n1. a = b") == "a = b, and $c = d$\n\n1. a = b"


@pytest.mark.parametrize("id", Course(ROOT).order)
def test_stories(id: str) -> None:
    """The formulas of the course's stories are TeX that a strict parser reads, whose brackets match."""
    story = page.read(Course(ROOT).page(id)).story
    for formula in rendered(story).split("$$")[1::2]:
        LatexWalker(f"$${formula}$$", tolerant_parsing=False).get_latex_nodes()
        assert formula.count(r"\left") == formula.count(r"\right")
    kept = [block[0] for block in BLOCK.finditer(rendered(story))]
    assert all(block in story for block in kept)


@given(st.text("a1x·=/^()[] ²₁√½,.ŷwlog\n", max_size=30))
def test_any_line(text: str) -> None:
    """Whatever stands in a line, it is TeX that a strict parser reads, or as it was."""
    story = f"    {text}"
    shown = rendered(story)
    if "$$" in shown:
        LatexWalker(shown, tolerant_parsing=False).get_latex_nodes()
        assert shown.count(r"\left") == shown.count(r"\right")
