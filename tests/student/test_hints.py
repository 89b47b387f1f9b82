"""Hints come one step after the other, are noted once, and cost what the course says."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import reports
from bad_programs import RIGHT
from conftest import Run, copy

from grader.course.course import Course
from grader.errors import UsageError
from grader.grading import hints as finding
from grader.grading.verdict import Diagnosis, Report
from grader.release import release
from grader.student import hints
from grader.words.catalogue import sentence, sentences
from grader.words.plain import in_words

STORY = "First.\n\n**One number worked out.** With w = 1\nit is -18.\n\n**What to write.** The slope.\n"
PASSAGE = sentence("hint.story", passage="With w = 1 it is -18.")

WRONG = RIGHT.replace("(prediction - y) ** 2", "abs(prediction - y)")

GENERAL = (
    "repair.",
    "relation.",
    "derived.",
    "stops",
    "nothing_returned",
    "part_returned",
    "text_returned",
    "mapping_returned",
    "library_replaced",
    "fixed_length",
    "one_too_deep",
    "own_loss",
)
"""How the ids of mistakes begin that no page names."""

OFF = reports.verdict("off", "failed", call="gradient(w=1)", message="dw is 2; expected 1.")
HIDDEN = reports.verdict("closed", "failed", public=False)
RIGHT_ONE = reports.verdict("fine")
TODO = reports.verdict("to do", "unfinished", message="gradient is not written yet.")


def found(id: str, *texts: str, checks: tuple[str, ...] = ("off",)) -> Diagnosis:
    """Return a diagnosis with hints."""
    return Diagnosis(id, f"Title of {id}", f"Sentence of {id}.", checks, texts)


def wrong(*diagnoses: Diagnosis) -> Report:
    """Return a report of one failing check with these diagnoses."""
    return reports.report(OFF, diagnoses=diagnoses)


@pytest.fixture
def home(tmp_path: Path) -> Course:
    """Return a course of one exercise, whose page nobody reads."""
    (tmp_path / "solutions").mkdir()
    (tmp_path / "solutions" / "manual_gradient.py").write_text("")
    return Course(tmp_path)


@pytest.fixture
def taken(tmp_path: Path) -> Course:
    """Return a folder that was handed out, in which a hint costs half a point."""
    for name in ("keys", "exercises"):
        (tmp_path / name).mkdir()
    (tmp_path / "keys" / "manual_gradient.json").write_text("")
    (tmp_path / "course.toml").write_text("[released]\n[hints]\ncost = 0.5\n")
    return Course(tmp_path)


# ---- the steps ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("own", "steps"),
    [
        (("Look.",), ("Look.", PASSAGE)),
        (("Look.", "Rule."), ("Look.", "Rule.", PASSAGE)),
        (("Look.", "Rule.", "Line."), ("Look.", "Rule.", "Line.")),
        ((), (sentence("hint.look", title="off", call="gradient(w=1)"), PASSAGE)),
    ],
)
def test_three_steps_at_most(own: tuple[str, ...], steps: tuple[str, ...]) -> None:
    """The page's hints come first, or where to look; then the story's worked number, as there is room."""
    told = finding.with_steps(wrong(found("off", *own)), STORY)
    assert in_words(told.diagnoses[0].hints) == steps


def test_a_story_without_a_worked_number() -> None:
    """Nothing is quoted from a story that works no number out."""
    assert finding.steps(("Look.",), "A story.") == ("Look.",)


@pytest.mark.parametrize("verdict", [HIDDEN, RIGHT_ONE, TODO])
def test_where_there_is_nothing_to_look_at(verdict: reports.Verdict) -> None:
    """A hidden check, one that passes and one that was never called are no place to look."""
    assert finding.look(reports.report(verdict), [verdict.id]) == ()


def test_what_nobody_recognises_has_hints_too() -> None:
    """Without a diagnosis the first check that fails in the open is what the hints are about."""
    (mistake,) = finding.mistakes(reports.report(RIGHT_ONE, HIDDEN, OFF), STORY)
    assert (mistake.title, mistake.message) == ("off", "dw is 2; expected 1.")
    assert in_words(mistake.steps) == (sentence("hint.look", title="off", call="gradient(w=1)"), PASSAGE)


def test_what_is_not_written_yet() -> None:
    """Whoever has not begun is sent to the docstrings, then to the story."""
    (mistake,) = finding.mistakes(reports.report(TODO), STORY)
    assert in_words(mistake.steps) == (sentence("hint.write", exercise="manual_gradient"), PASSAGE)


def test_a_hidden_check_tells_no_call() -> None:
    """Where only hidden checks fail, no hint is about their inputs."""
    (mistake,) = finding.mistakes(reports.report(RIGHT_ONE, HIDDEN), "")
    assert in_words(mistake.steps) == (sentence("hint.write", exercise="manual_gradient"),)


# ---- one after the other -----------------------------------------------------------------------------


def ask(course: Course) -> tuple[str, int]:
    """Ask for a hint; return which mistake it is about and how many of its steps are shown."""
    mistake = hints.following(course, "manual_gradient")
    assert mistake is not None
    return mistake.id, mistake.shown


def test_each_asking_shows_one_more(home: Course) -> None:
    """Hints of the first mistake come first, then those of the next; at the end nothing more is noted."""
    hints.settle(home, wrong(found("one", "a", "b"), found("two", "c")), "")
    assert [ask(home) for _ in range(5)] == [("one", 1), ("one", 2), ("two", 1), ("two", 1), ("two", 1)]
    assert hints.uses(home, "manual_gradient") == {"one": 2, "two": 1}


def test_what_was_shown_is_remembered_over_gradings(home: Course) -> None:
    """The same mistake in a later grading goes on where its hints were left."""
    for _ in range(2):
        hints.settle(home, wrong(found("one", "a", "b")), "")
        ask(home)
    assert hints.uses(home, "manual_gradient") == {"one": 2}


def test_submit_notes_what_it_shows(home: Course) -> None:
    """--hint shows steps of every diagnosis, and they are noted; asking for fewer takes none back."""
    report = wrong(found("one", "a", "b"), found("two", "c"))
    hints.settle(home, report, "", asked=2)
    hints.settle(home, report, "", asked=1)
    assert hints.uses(home, "manual_gradient") == {"one": 2, "two": 1}


def test_a_pass_needs_no_hint(home: Course) -> None:
    """After a pass there is nothing to hint at."""
    hints.settle(home, reports.report(RIGHT_ONE), STORY)
    assert hints.following(home, "manual_gradient") is None
    assert list(hints.lines(home, "manual_gradient", None)) == [
        sentence("hint.none", exercise="manual_gradient")
    ]
    assert hints.onward("manual_gradient", None) == ""


def test_nothing_was_graded_yet(home: Course) -> None:
    """Without a grading there is nothing to hint at, and the message says what to do."""
    with pytest.raises(
        UsageError, match=r"was not graded yet; begin with `grade submit .*manual_gradient.py"
    ):
        hints.following(home, "manual_gradient")


def test_an_unknown_exercise(home: Course) -> None:
    """An exercise that is not there is no exercise to hint at."""
    with pytest.raises(UsageError, match="there is no exercise 'x'"):
        hints.following(home, "x")


@pytest.mark.parametrize(
    "note",
    [
        "",
        "[]",
        '{"manual_gradient": 5}',
        '{"manual_gradient": {"last": [5]}}',
        '{"manual_gradient": {"last": 5}}',
    ],
)
def test_a_damaged_note_is_none(home: Course, note: str) -> None:
    """What cannot be read counts as nothing graded."""
    (home.root / ".grade").mkdir()
    (home.root / ".grade" / "hints.json").write_text(note)
    with pytest.raises(UsageError, match="was not graded yet"):
        hints.following(home, "manual_gradient")


@pytest.mark.parametrize("used", ["5", '{"one": "two"}', '{"one": -1}', '{"one": 99}'])
def test_damaged_counts_are_none(home: Course, used: str) -> None:
    """A count that cannot be is no count."""
    (home.root / ".grade").mkdir()
    (home.root / ".grade" / "hints.json").write_text(f'{{"manual_gradient": {{"last": [], "used": {used}}}}}')
    assert hints.uses(home, "manual_gradient") == {}


# ---- in words ----------------------------------------------------------------------------------------


def test_what_a_student_reads(run: Run, course: Course, tmp_path: Path) -> None:
    """`grade hint` tells the mistake, then one more step each time, and at last that there are no more."""
    small = copy(course.root, tmp_path / "small", ["loss"])
    (tmp_path / "loss.py").write_text(WRONG)
    assert run("hint", "loss", on=small).exit_code == 2
    run("submit", tmp_path / "loss.py", on=small)
    texts = [" ".join(run("hint", "loss", on=small).stdout.split()) for _ in range(4)]
    steps = hints.last(small, "loss")[0].steps
    for number, text in enumerate(texts, 1):
        shown = min(number, len(steps))
        assert [f"Hint {place} of {len(steps)}:" in text for place in (shown, shown + 1)] == [True, False]
    assert "For the next hint: grade hint loss" in texts[0]
    assert "There are no further hints." in texts[-1]
    assert "costs" not in texts[0]


# ---- what it costs -----------------------------------------------------------------------------------


def test_a_hint_costs_nothing_unless_the_course_says_so(home: Course) -> None:
    """Without a price the report is the same, with all its steps for whoever asks."""
    told = hints.settle(home, wrong(found("one", "a", "b")), "", asked=2)
    assert (told.deducted, told.notes, told.diagnoses[0].hints) == (0, (), ("a", "b"))


def test_where_many_are_graded_nothing_is_taken_off(home: Course) -> None:
    """In the instructor's course the note is not about one student, so that hints have no price there."""
    (home.root / "course.toml").write_text("[hints]\ncost = 0.5\n")
    told = hints.settle(home, wrong(found("one", "a", "b")), "", asked=2)
    assert told.deducted == 0


def test_each_hint_has_its_price_once(taken: Course) -> None:
    """Every step that was shown is paid once, however often it is read; the report says how many."""
    report = reports.report(
        OFF, replace(RIGHT_ONE, points=5, max_points=5), diagnoses=(found("one", "a", "b"),)
    )
    hints.settle(taken, report, "")
    ask(taken)
    for _ in range(2):
        told = hints.settle(taken, report, "", asked=1)
        assert (told.deducted, told.score, told.max_score) == (0.5, 4.5, 6)
        assert told.notes == (
            sentence("note.hints", exercise="manual_gradient", cost="0.5", count=1, taken="0.5"),
        )
    assert sentence("hint.cost", points="0.5") in hints.lines(
        taken, "manual_gradient", finding.Mistake(*"abc", ())
    )


def test_a_score_does_not_fall_below_zero(taken: Course) -> None:
    """Hints cost at most what was earned."""
    told = hints.settle(taken, wrong(found("one", "a", "b", "c")), "", asked=3)
    assert (told.deducted, told.score) == (1.5, 0)


def test_a_pass_stays_a_pass(taken: Course) -> None:
    """Points taken off do not make a finished exercise unfinished."""
    hints.settle(taken, wrong(found("one", "a")), "", asked=1)
    told = hints.settle(taken, reports.report(RIGHT_ONE), "")
    assert (told.score, told.passed) == (0.5, True)
    taken.notes.remember("manual_gradient", told.score, told.max_score, told.passed)
    assert taken.unfinished() == ()


def test_what_was_not_paid_is_not_in_the_report(taken: Course) -> None:
    """Where hints have a price, a report keeps those only that were asked for."""
    report = wrong(found("one", "a", "b"), found("two", "c"))
    assert [one.hints for one in hints.settle(taken, report, "").diagnoses] == [(), ()]
    ask(taken)
    assert [one.hints for one in hints.settle(taken, report, "").diagnoses] == [("a",), ()]


def test_a_price_goes_home_with_the_course(run: Run, course: Course, tmp_path: Path) -> None:
    """A released folder asks what the course asks, on the terminal, the web page and in the JSON."""
    small = copy(course.root, tmp_path / "small", ["loss"])
    settings = small.root / "course.toml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}\n[hints]\ncost = 0.25\n", encoding="utf-8")
    list(release.release(small, tmp_path / "out", ()))
    assert "Each hint costs 0.25 points." in (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    path = tmp_path / "out" / "exercises" / "loss.py"
    path.write_text(WRONG)
    words = ["submit", path, "--html", tmp_path / "report.html"]
    run(*words, on=Course(tmp_path / "out"))
    step = hints.last(Course(tmp_path / "out"), "loss")[0].steps[0]
    assert step.partition("?")[0] not in (tmp_path / "report.html").read_text(encoding="utf-8")
    told = json.loads(run("submit", path, "--hint", "--json", on=Course(tmp_path / "out")).stdout)
    earned = sum(check["points"] for check in told["checks"])
    assert told["deducted"] == 0.25 * len(told["diagnosis"])
    assert told["score"] == earned - told["deducted"]


# ---- every kind of diagnosis -------------------------------------------------------------------------

OF_ONE = "look.parameter."
"""How the ids begin of what is said of one parameter of a whole script."""

NO_MISTAKES = re.compile(r"right\b|unknown|apart|coordinate|moved_again")

KINDS = sorted(
    {id.removesuffix(".title") for id in sentences() if id.startswith(GENERAL) and id.endswith(".title")}
    | {"look." + id.removeprefix("look.wrong.") for id in sentences() if id.startswith("look.wrong.")}
    | {
        "look." + mistake
        for id in sentences()
        if (mistake := id.removeprefix(OF_ONE)) != id and not NO_MISTAKES.match(mistake)
    }
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_hint_of_its_own(kind: str) -> None:
    """What no page names has a hint on its kind, beside the place to look at, and both can be read."""
    told = finding.with_steps(wrong(found(kind)), "")
    look, own = in_words(told.diagnoses[0].hints)
    assert look == sentence("hint.look", title="off", call="gradient(w=1)")
    assert own in {sentence(id) for id in sentences() if id.startswith("hint.on.")}
