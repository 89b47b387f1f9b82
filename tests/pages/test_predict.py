"""Numbers that are worked out before anything runs, and answers to choose from."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import PageError
from grader.grading.grade import grade
from grader.grading.verdict import Report
from grader.inside.observation import Program
from grader.intake.submission import Submission
from grader.keys import keyfile
from grader.keys.key import AnswerKey
from grader.keys.making import keymaker
from grader.numbers.sealed import seal
from grader.pages import page
from grader.pages.page import Exercise
from grader.prove.evidence.proof import Proof
from grader.prove.inputs import leaks
from grader.prove.prove import prove
from grader.release import stub
from grader.release.student_key import public_part
from grader.sandbox.client import Sandbox

PAGE = '''
r"""
# Predict

With w = 2, x = 3 and y = 1 a step of descent is made at the rate 0.01. What is the loss after it?
"""

from grader.author import alternative, chooses, misconception, predict, task


@task
def loss_after():
    """Return the loss after the step, worked out on paper: a number."""
    return (2 - 0.01 * 2 * 5 * 3) ** 2 * 9 - 6 * (2 - 0.3) + 1 + 0 * 5


@task
def direction(rate):
    """Return "falls" or "rises": what the loss does at that rate."""
    return "falls" if rate < 0.1 else "rises"


@alternative(loss_after)
def by_steps():
    w = 2 - 0.01 * 30
    return (3 * w - 1) ** 2


@alternative(direction)
def looked_up(rate):
    return ["rises", "falls"][int(rate < 0.1)]


@misconception(loss_after)
def before_the_step():
    """Is this before or after?

    Hint: A step changes w.
    """
    return 25.0


@misconception(direction)
def turned(rate):
    """Which way is it?

    Hint: Try it.
    """
    return "rises" if rate < 0.1 else "falls"


small = True

checks = [
    predict(loss_after, within=0.02, title="one step"),
    chooses(direction, 0.01, among=["falls", "rises"], title="a small rate", public=True),
    chooses(direction, 0.5, among=["falls", "rises"], title="a large rate"),
]
'''

RIGHT = """
def loss_after():
    return 16.81

def direction(rate):
    return 'falls' if rate < 0.1 else 'rises'
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page into a course and return its path."""
    folder = tmp_path_factory.mktemp("course") / "solutions"
    folder.mkdir()
    (folder / "guess.py").write_text(PAGE.lstrip(), encoding="utf-8")
    return folder / "guess.py"


@pytest.fixture(scope="module")
def exercise(path: Path) -> Exercise:
    """Return the page as it is read."""
    return page.read(path)


@pytest.fixture(scope="module")
def key(exercise: Exercise, sandbox: Sandbox) -> AnswerKey:
    """Return its key."""
    return keymaker.make(exercise, sandbox, 0)


@pytest.fixture(scope="module", params=["whole", "public"])
def any_key(request: pytest.FixtureRequest, key: AnswerKey) -> AnswerKey:
    """Return the whole key, and what students have of it."""
    return key if request.param == "whole" else public_part(key)


@pytest.fixture(scope="module")
def proof(path: Path, exercise: Exercise, key: AnswerKey, sandbox: Sandbox) -> Proof:
    """Return the page's proof."""
    return prove(path, sandbox, 0, stub.make(exercise, key))


def of(key: AnswerKey, sandbox: Sandbox, *edits: tuple[str, str]) -> Report:
    """Grade the right program with some of its text exchanged."""
    text = RIGHT
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return grade(Submission("guess", "guess.py", Program(text), "0" * 64), key, sandbox)


@pytest.mark.parametrize("answer", ["16.81", "16.8", "16.825", "17 - 0.19"])
def test_a_number_near_enough_is_right(any_key: AnswerKey, sandbox: Sandbox, answer: str) -> None:
    """What is within 0.02 passes, with the whole key and with the students' part alike."""
    assert of(any_key, sandbox, ("16.81", answer)).score == any_key.points


@pytest.mark.parametrize("answer", ["16.9", "0.0", "-1.0", "33.62", "-16.81", "float('nan')"])
def test_another_number_is_wrong_and_nothing_tells_the_right_one(
    any_key: AnswerKey, sandbox: Sandbox, answer: str
) -> None:
    """No sentence says by which factor or how far the answer is off, nor what is expected."""
    report = of(any_key, sandbox, ("16.81", answer))
    verdict = report.verdicts[0]
    assert not verdict.passed
    assert not report.diagnoses
    assert (verdict.got, verdict.expected, verdict.error, verdict.tolerance) == (None,) * 4


@pytest.mark.parametrize(
    ("answer", "named"), [("'16.81'", ["text_returned"]), ("None", ["nothing_returned"])]
)
def test_what_is_no_number_is_called_so(
    any_key: AnswerKey, sandbox: Sandbox, answer: str, named: list[str]
) -> None:
    """A text is no prediction, whatever stands in it; nothing is said of the number."""
    report = of(any_key, sandbox, ("16.81", answer))
    verdict = report.verdicts[0]
    assert (verdict.passed, verdict.got, verdict.expected, verdict.error) == (False, None, None, None)
    assert [found.id for found in report.diagnoses] == named


def test_a_known_wrong_number_is_named(any_key: AnswerKey, sandbox: Sandbox) -> None:
    """Who predicts the loss before the step reads the misconception's question."""
    report = of(any_key, sandbox, ("16.81", "25"))
    assert [found.id for found in report.diagnoses] == ["before_the_step"]


def test_no_key_holds_the_number(key: AnswerKey) -> None:
    """Neither the whole key nor the students' has 16.81, or any number near it, in its file."""
    for made in (key, public_part(key)):
        assert "16.8" not in keyfile.text(made, "engine")


def test_the_salt_does_not_tell_the_seed(exercise: Exercise, key: AnswerKey, sandbox: Sandbox) -> None:
    """It is public: a guessed seed cannot be held against it."""
    other = keymaker.make(exercise, sandbox, 1, with_mutants=False)
    assert [check.sealed for check in other.checks] == [check.sealed for check in key.checks]


def test_the_stub_does_not_show_it(exercise: Exercise, key: AnswerKey) -> None:
    """The stub's list of numbers leaves predictions out."""
    text = stub.make(exercise, key)
    assert "16.8" not in text
    assert "one step" not in text


def test_a_text_to_choose_is_compared_to_the_letter(key: AnswerKey, sandbox: Sandbox) -> None:
    """Another text of the list, and one that is not in it, are told apart."""
    wrong = of(key, sandbox, ("return 'falls'", "return 'rises'"))
    other = of(key, sandbox, ("return 'falls'", "return 'Falls'"))
    assert "another of the texts 'falls', 'rises'" in str(wrong.verdicts[1].message)
    assert "one of these texts, to the letter: 'falls', 'rises'" in str(other.verdicts[1].message)


def test_a_mistaken_choice_is_recognised(key: AnswerKey, sandbox: Sandbox) -> None:
    """The other text on the public check is the page's misconception."""
    turned = of(public_part(key), sandbox, ("< 0.1", ">= 0.1"))
    assert [found.id for found in turned.diagnoses] == ["turned"]


def test_the_page_proves_without_fault(proof: Proof) -> None:
    """A prediction pays for a public check alone, since no key says it."""
    assert not proof.faults


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("Hint: A step changes w.", "Hint: It is about 16.8.", "this text says 16.8, which passes"),
        ('title="a small rate"', 'title="from 16.81 on"', "this text says 16.81, which passes"),
        ("chooses(direction, 0.5,", "chooses(direction, 0.05,", "whoever always answers 'falls' passes"),
    ],
)
def test_what_gives_an_answer_away_is_a_fault(
    tmp_path: Path, sandbox: Sandbox, old: str, new: str, says: str
) -> None:
    """A hint or title that holds the number, and a task with one right choice throughout, are faults."""
    path = tmp_path / "guess.py"
    path.write_text(PAGE.lstrip().replace(old, new), encoding="utf-8")
    assert any(says in fault.message for fault in prove(path, sandbox).faults)


@pytest.mark.parametrize(
    ("answer", "number", "told"),
    [(3.0, "3", False), (-10.0, "-10", False), (3.0, "3.0", True), (11.0, "11", True), (16.81, "16.8", True)],
)
def test_a_small_count_in_a_text_tells_nothing(answer: float, number: str, told: bool) -> None:
    """Whole numbers up to ten stand in every story."""
    assert leaks.tells(number, seal("salt", 0.02, [answer])) is told


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "predict(loss_after",
            "predict(direction",
            "direction takes arguments; a prediction is a task without",
        ),
        ("within=0.02", "within=0", "within=0 is no distance; give a number above 0"),
        ("    return (2 - 0.01", "    return 1, 2\n    return (2 - 0.01", "gives no single number on"),
    ],
)
def test_what_is_no_prediction_is_a_page_error(
    tmp_path: Path, sandbox: Sandbox, old: str, new: str, says: str
) -> None:
    """The error names what is wrong with the page."""
    path = tmp_path / "guess.py"
    path.write_text(PAGE.lstrip().replace(old, new), encoding="utf-8")
    with pytest.raises(PageError, match=says):
        keymaker.make(page.read(path), sandbox, 0)
