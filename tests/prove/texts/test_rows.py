"""A vector in a text is that of a check, or another one: never all but for one number."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import ROOT, copy

from grader.pages import page
from grader.prove.evidence.proof import Evidence, Stub
from grader.prove.texts.rows import other_vectors


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    """Return what the rule reads of the page on softmax."""
    course = copy(ROOT, tmp_path_factory.mktemp("softmax") / "course", ["softmax_cross_entropy"])
    exercise = page.read(course.page("softmax_cross_entropy"))
    nothing = Stub("", None, 0, "")
    return Evidence(exercise, course.key(exercise.id), (), (), (), {}, frozenset(), nothing)


def told(evidence: Evidence, old: str, new: str) -> list[str]:
    """Return the faults of the page with other words in its story."""
    story = evidence.exercise.story
    assert old in story
    changed = replace(evidence.exercise, story=story.replace(old, new))
    return [fault.message for fault in other_vectors(replace(evidence, exercise=changed))]


def test_the_page_as_it_is(evidence: Evidence) -> None:
    """Its vectors are rows of its checks, or of no check at all."""
    assert not list(other_vectors(evidence))


def test_one_number_of_another_size(evidence: Evidence) -> None:
    """Both numbers are named, and the check."""
    (message,) = told(evidence, "(0.0420, 0.1142, 0.8438)", "(0.0420, 0.1412, 0.8438)")
    assert "the story has 0.1412 in (0.0420, 0.1412, 0.8438)" in message
    assert "the check 'two rows' 0.114195" in message


@pytest.mark.parametrize("vector", ["(0.1420, 0.1412, 0.8438)", "(0.0420, 0.1412)", "(1, 2, 5)"])
def test_another_vector(evidence: Evidence, vector: str) -> None:
    """Two other numbers, another length, or small whole numbers are an example of their own."""
    assert not told(evidence, "(0.0420, 0.1142, 0.8438)", vector)
