"""The formats in which other programs read reports, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from grader.grading.verdict import Report
from grader.report.platforms import (
    classroom50,
    exercism,
    github,
    gradescope,
    junit,
    markdown,
    prairielearn,
    problems,
)

Renderer = Callable[[Sequence[Report]], str]

FORMATS: Mapping[str, Renderer] = MappingProxyType(
    {
        "gradescope": gradescope.render,
        "junit": junit.render,
        "github": github.render,
        "markdown": markdown.render,
        "exercism": exercism.render,
        "classroom50": classroom50.render,
        "prairielearn": prairielearn.render,
        "problems": problems.render,
    }
)
