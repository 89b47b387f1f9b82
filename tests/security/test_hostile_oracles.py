"""What a student is told of a hidden check never tells a number: passed, failed, or did not run."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grader.grading.verdict import STATUSES, Diagnosis, Report, Verdict

BLANK = Verdict("open", "open", "f", True, "failed", 0, 1)


def report(*verdicts: Verdict, found: tuple[Diagnosis, ...] = ()) -> Report:
    """Return a report on a public check and some hidden ones."""
    return Report("f", "F", "f.py", "0" * 64, (BLANK, *verdicts), found)


def hidden(status: str, **more: object) -> Verdict:
    """Return the verdict on a hidden check, with all that it may say."""
    full = replace(BLANK, id="hid", public=False, status=status, message="w = 0.25", where="w", got=0.25)
    return replace(
        full, expected=0.5, error=0.25, tolerance=1e-9, call="f(0.25)", line=3, printed="0.25", **more
    )  # type: ignore[arg-type]


NO_NUMBERS = [status for status in STATUSES if status not in ("passed", "failed")]


@pytest.mark.parametrize("status", NO_NUMBERS)
def test_whatever_kept_a_call_from_numbers_looks_alike(status: str) -> None:
    """An error, the time, the memory, a missing function: a program could choose among them."""
    told = report(hidden(status)).for_student().verdicts[1]
    assert told == report(hidden("raised")).for_student().verdicts[1]
    assert (told.status, str(told.message)) == (
        "not_run",
        "Your code gave no numbers on inputs that you do not see.",
    )


@pytest.mark.parametrize("status", ["failed", *NO_NUMBERS])
def test_nothing_else_is_told(status: str) -> None:
    """No number, no place, no word of the program's own."""
    told = report(hidden(status)).for_student().verdicts[1]
    assert (told.where, told.got, told.expected, told.error, told.tolerance) == (None,) * 5
    assert (told.call, told.line, told.printed) == ("", 0, "")
    assert "0.25" not in str(told)


@pytest.mark.parametrize("checks", [("hid",), ("hid", "hid2"), ()])
def test_a_mistake_that_only_hidden_checks_show_is_not_named(checks: tuple[str, ...]) -> None:
    """Its name would answer a question about hidden inputs."""
    found = Diagnosis("summed", "summed", "You sum.", checks)
    assert report(hidden("failed"), found=(found,)).for_student().diagnoses == ()


def test_a_mistake_that_a_public_check_shows_is_named() -> None:
    """Also where hidden checks fail by it."""
    found = Diagnosis("summed", "summed", "You sum.", ("open", "hid"))
    assert report(hidden("failed"), found=(found,)).for_student().diagnoses == (found,)


@pytest.mark.parametrize(("checks", "told"), [(("open",), True), (("open", "hid"), False)])
def test_no_hidden_number_is_measured_by_closeness(checks: tuple[str, ...], told: bool) -> None:
    """That numbers come close is said where public checks alone show it: halving finds a number."""
    found = Diagnosis("relation.approximate", "close", "comes close", checks)
    assert bool(report(hidden("failed"), found=(found,)).for_student().diagnoses) == told


def test_an_instructor_is_told_everything() -> None:
    """Only the student's copy is silent."""
    found = Diagnosis("summed", "summed", "You sum.", ("hid",))
    whole = report(hidden("raised"), found=(found,))
    assert (whole.verdicts[1].got, whole.diagnoses) == (0.25, (found,))


@pytest.mark.parametrize("status", ["failed", *NO_NUMBERS])
def test_a_course_may_fold_what_did_not_pass(status: str) -> None:
    """Then a hidden check is one bit: whatever kept it from passing looks like a failure."""
    told = report(hidden(status)).for_student(folded=True).verdicts[1]
    assert told == report(hidden("failed")).for_student(folded=True).verdicts[1]
    assert (told.status, str(told.message)) == (
        "failed",
        "It did not pass. This check uses inputs that you do not see.",
    )


def test_folding_keeps_what_passed() -> None:
    """A check that passed says so, and a file that is no Python is said to be that."""
    assert report(hidden("passed")).for_student(folded=True).verdicts[1].status == "passed"
    broken = replace(BLANK, status="unreadable")
    whole = Report("f", "F", "f.py", "0" * 64, (broken, hidden("unreadable")))
    assert whole.for_student(folded=True).verdicts[1].status == "unreadable"


def test_other_tasks_hidden_checks_are_not_said_to_show_a_mistake() -> None:
    """Which of them have a mistake's numbers a program could choose; those of its own task all have them."""
    other = replace(hidden("failed"), id="other", task="g")
    paid = replace(other, id="paid", points=1.0, follows=True)
    found = Diagnosis(
        "summed", "summed", "You sum.", ("open", "hid", "other", "paid"), task="f", follows=("paid",)
    )
    (told,) = report(hidden("failed"), other, paid, found=(found,)).for_student().diagnoses
    assert told.checks == ("open", "hid", "paid")
