"""The sentences that were read by hand are still the ones that are shown, and none of them is false."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import BLOCKS, Grade
from diagnosis.programs import FOLDER, read
from samples import sample


def exercise_of(id: str) -> str:
    """Return the exercise to which a judged program is an answer."""
    return id.partition("/")[0]


JUDGED: dict[str, dict[str, str]] = json.loads(
    (Path(__file__).parent / "judgements.json").read_text(encoding="utf-8")
)
KNOWN = sample(sorted(id for id in JUDGED if exercise_of(id) in BLOCKS), exercise_of)
VERDICTS = ("true", "useful", "empty", "false")


def test_verdicts() -> None:
    """Every judgement names a diagnosis of a program that is there, and none says that it is false."""
    for id, one in JUDGED.items():
        exercise, name, _ = id.split("/")
        assert (FOLDER / exercise / f"{name}.py").is_file(), id
        assert one["verdict"] in VERDICTS
        assert one["verdict"] != "false", id


@pytest.fixture(autouse=True)
def processor_time_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no busy machine cut the search for changes short: the clock counts for next to nothing."""
    monkeypatch.setattr("grader.grading.repairs.allowance.PATIENCE", 30.0)


@pytest.mark.parametrize("id", KNOWN)
def test_the_sentences_are_those_that_were_read(id: str, graded: Grade) -> None:
    """A sentence that has changed has to be read again beside its program."""
    exercise, name, found = id.split("/")
    report = graded(exercise, read(FOLDER / exercise / f"{name}.py").text)
    assert JUDGED[id]["says"] in [str(one.message) for one in report.diagnoses if one.id == found]
