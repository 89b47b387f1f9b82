"""A sound page has no fault; a page broken in one place has the fault of that place and no other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from broken import BROKEN, CHECKS, SOUND, Broken
from broken_claims import CLAIMS
from broken_references import REFERENCES
from broken_texts import MORE
from conftest import ROOT

from grader.commands.key import make_keys
from grader.course.course import Course
from grader.errors import UsageError
from grader.inside.observation import Leaf, Observation, Outcome
from grader.keys.making.remembering import Remembering
from grader.keys.making.tolerance import Margins
from grader.pages import page
from grader.prove import gather
from grader.prove.evidence import handout, matrix
from grader.prove.evidence.proof import Evidence, Fault, Stub
from grader.prove.inputs import leaks
from grader.prove.programs import checks, names, programs, uses
from grader.prove.prove import committed, notes, prove, prove_all
from grader.prove.rules import RULES
from grader.prove.texts import texts

PAGES = ROOT / "tests" / "small_pages"
RIGHT = ROOT / "tests" / "right_pages"


@pytest.fixture(scope="module")
def evidence(remembering: Remembering) -> Evidence:
    """All there is to see of the sound page."""
    return gather.gather(page.read(PAGES / "one_slope.py"), remembering, 0, None)


def faults(text: str, folder: Path, remembering: Remembering) -> list[Fault]:
    """Prove a page that has no stub beside it, and leave that one fault out."""
    path = folder / "one_slope.py"
    path.write_text(text, encoding="utf-8")
    return [fault for fault in prove(path, remembering).faults if fault.rule != "stub"]


# ---- whole pages --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["one_slope", "value"])
def test_a_sound_page_has_no_fault(name: str, remembering: Remembering) -> None:
    """A page is sound whether its tasks are functions or methods of a class."""
    path = PAGES / f"{name}.py"
    text = gather.gather(page.read(path), remembering, 0, None).stub.text
    assert prove(path, remembering, committed=text).faults == ()


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "right_pages").glob("*.py")), ids=lambda one: one.stem
)
def test_a_right_page_of_a_strange_kind_has_no_fault(path: Path, remembering: Remembering) -> None:
    """Split slopes, labels, expected exceptions and a single worked entry are nothing to accuse."""
    assert {fault.rule for fault in prove(path, remembering).faults} == {"stub"}


@pytest.mark.parametrize("seed", [1, 2])
def test_a_sound_page_is_sound_on_any_inputs(seed: int, remembering: Remembering) -> None:
    """What holds does not hang on one draw of the inputs."""
    assert {fault.rule for fault in prove(PAGES / "one_slope.py", remembering, seed).faults} == {"stub"}


@pytest.mark.parametrize(
    "case", [*BROKEN, *MORE, *CLAIMS, *REFERENCES], ids=lambda case: f"{case.rule}: {case.how}"
)
def test_a_page_broken_in_one_place_has_one_fault(
    case: Broken, tmp_path: Path, remembering: Remembering
) -> None:
    """Every rule can be broken by itself: it says where and what, and no other rule speaks up."""
    found = faults(case.text, tmp_path, remembering)
    assert {fault.rule for fault in found} == {case.rule}
    assert found[0].line == case.line
    for words in case.words:
        assert words in found[0].message


def test_every_rule_is_broken_by_a_page() -> None:
    """There is a broken page for every rule but "stub", which is about another file."""
    rules = {rule for names in RULES.values() for rule in names} | {"page"}
    assert rules - {"stub"} == {case.rule for case in (*BROKEN, *MORE, *CLAIMS, *REFERENCES)}


def test_loops_written_in_by_the_proof_count_for_nobody(tmp_path: Path, remembering: Remembering) -> None:
    """A check on how a task works is held against the programs as they are written."""
    samples = (
        "def samples(rng, size):\n    return dict(w=1.5, x=rng.normal(size=size), y=rng.normal(size=size))\n"
    )
    check = 'vectorised(errors, inputs=samples, title="no loop", note="some write one"),\n    '
    text = SOUND.replace("uniform\n", "uniform, vectorised\n").replace(
        "return w * x - y", "return np.max([w * x], axis=0) - y"
    )
    text = text.replace(CHECKS, f"\n\n{samples}{CHECKS}{check}")
    assert not faults(text, tmp_path, remembering)


# ---- rules on records ---------------------------------------------------------------------------


@pytest.mark.parametrize(("by_experiment", "said"), [(True, 0), (False, 2)])
def test_experiments_may_use_each_others_tasks(by_experiment: bool, said: int, evidence: Evidence) -> None:
    """One task may undo another: only checks that call one task alone cannot use each other's."""
    other = {"errors": "slope", "slope": "errors"}
    experiment = dict if by_experiment else None
    turned = [
        replace(one, uses=(other[one.task],), experiment=experiment) for one in evidence.exercise.checks
    ]
    first = [next(one for one in turned if one.task == task) for task in other]
    mutual = replace(evidence, exercise=replace(evidence.exercise, checks=tuple(first)))
    assert len([*uses.misused_uses(mutual)]) == said


@pytest.mark.parametrize(
    ("committed", "words"), [(None, "is not written yet"), ("old text", "is not what the page says")]
)
def test_a_stub_must_be_committed_and_current(committed: str | None, words: str, evidence: Evidence) -> None:
    """A missing stub and a stale one are told apart; the remedy is the same."""
    changed = replace(evidence, stub=replace(evidence.stub, committed=committed))
    (fault,) = texts.stale_stub(changed)
    assert words in fault.message
    assert "grade stub one_slope" in fault.message


def test_a_stub_that_is_current_is_no_fault(evidence: Evidence) -> None:
    """The committed text is compared as it is."""
    stub = Stub(evidence.stub.text, evidence.stub.text, 0, "")
    assert not list(texts.stale_stub(replace(evidence, stub=stub)))


def test_lazy_programs_earn_nothing_only_because_checks_pay_with_others(evidence: Evidence) -> None:
    """Without prerequisite the zeros would be paid at the optimum, and that is a fault."""
    checks_alone = tuple(replace(check, prerequisite="") for check in evidence.key.checks)
    unpaired = replace(evidence.key, checks=checks_alone)
    idle = tuple(
        matrix.line(unpaired, line.id, line.kind, matrix.Observed(matrix.LOADED, line.row))
        for line in evidence.idle
    )
    found = list(programs.paid_idle_programs(replace(evidence, idle=idle)))
    assert any("'flat where the line fits'" in fault.message for fault in found)
    assert not list(programs.paid_idle_programs(evidence))


@pytest.mark.parametrize(
    ("size", "near"),
    [
        (0.0, False),
        (1e-15, False),
        (1e-9, True),
        (5e-9, True),
        (1e-7, True),
        (2e-7, False),
        (float("inf"), False),
    ],
)
def test_a_misconception_agrees_or_is_ten_tolerances_off(size: float, near: bool) -> None:
    """Between a hundred scatters and ten tolerances lies no man's land."""
    assert checks.is_near(size, Margins(scatter=1e-16, nearest=1.0, tolerance=1.5e-8)) is near


def test_a_reference_without_central_differences_is_reported(evidence: Evidence) -> None:
    """A loss that cannot be differenced leaves the gradient unproved, which is a fault."""
    row = tuple(
        replace(seen, values={name: array for name, array in seen.values.items() if not name.startswith("~")})
        for seen in evidence.key.reference
    )
    trials = tuple(replace(trial, key=replace(trial.key, reference=row)) for trial in evidence.trials)
    found = list(checks.wrong_slopes(replace(evidence, trials=trials)))
    assert [fault.rule for fault in found] == ["slope"] * 3
    assert "loss has 0 slopes in w" in found[0].message


@pytest.mark.parametrize(
    ("array", "trivial"),
    [
        (np.array(3.0), True),
        (np.array(11.0), False),
        (np.array(0.5), False),
        (np.zeros(4), True),
        (np.array([1.0, 2.0]), False),
        (np.array([True, False]), True),
        (np.zeros(0), True),
    ],
)
def test_small_whole_numbers_are_no_secret(array: np.ndarray, trivial: bool) -> None:
    """An answer such as 0 or 3 may stand anywhere."""
    assert leaks.trivial(array) is trivial


def test_inputs_are_searched_to_the_bottom() -> None:
    """Numbers count as inputs in lists, in dictionaries and in the buffers of tensors."""
    given = ([Leaf(np.array(1.5), grad=np.array([2.5]))], {"x": np.array([3.5])}, [4.5, 5.5], "text", None)
    found = [array.tolist() for array in leaks.numbers_in(given)]
    assert found == [1.5, [2.5], [3.5], [4.5, 5.5], 4.5, 5.5]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Try w*x - y here.", True),
        ("Is it `w * x - y`?", True),
        ("Is it w·x - y?", False),
        ("Is it 2 * w * x - y?", False),
        ("Is it w * x - y ** 2?", False),
        ("Is it w * x - y(1)?", False),
        ("Is it w * x?", False),
    ],
)
def test_an_answer_is_told_as_code_and_as_a_whole(text: str, told: bool) -> None:
    """A part of a longer expression, or the story's formula, is not the answer."""
    assert bool(texts.pattern("w * x - y").search(text)) is told


def test_a_task_that_returns_nothing_is_given_away_by_its_assignments(evidence: Evidence) -> None:
    """For a task that works in place the line that changes something is the answer."""
    source = "def step(p, lr):\n    for q in p:\n        q -= lr * q.grad\n"
    assert texts.solutions(texts.ast.parse(source).body[0]) == ["q -= lr * q.grad"]


def test_rows_are_compared_to_the_last_bit() -> None:
    """One unit in the last place is a change; NaN in the same place is none."""
    one = Observation(Outcome.RETURNED, {"a": np.array([1.0, np.nan])})
    other = Observation(Outcome.RETURNED, {"a": np.array([np.nextafter(1.0, 2.0), np.nan])})
    assert programs.first_change((one, one), (one, one)) is None
    assert programs.first_change((one, one), (one, other)) == 1
    assert programs.first_change((one,), (Observation(Outcome.RAISED),)) == 0


def test_a_helper_stands_for_the_tasks_that_use_it(tmp_path: Path, remembering: Remembering) -> None:
    """A misconception of a helper below another helper may cost points in the tasks that use them."""
    helpers = (
        "def deepest(v):\n    return 2 * v\n\n\ndef middle(v):\n    return deepest(v)\n\n\n@task\ndef errors"
    )
    text = SOUND.replace("@task\ndef errors", helpers).replace(
        "np.mean(2 * (w * x - y) * x)", "np.mean(middle(w * x - y) * x)", 1
    )
    text = text.replace(
        "@misconception(slope)\ndef uphill(w, x, y):", "@misconception(deepest)\ndef uphill(v):"
    )
    text = text.replace("return np.mean(2 * (y - w * x) * x)", "return -2 * v")
    assert faults(text, tmp_path, remembering) == []


def test_what_an_edit_names_is_used(tmp_path: Path, evidence: Evidence) -> None:
    """A helper may stand in a slip's text alone."""
    edit = (
        'def turned(x):\n    return -x\n\n\nback = slip(slope, "y) * x", "y) * turned(x)").says("Why?")\n\n\n'
    )
    path = tmp_path / "one_slope.py"
    path.write_text(
        SOUND.replace("checks = [", f"{edit}checks = [").replace(
            "import alternative,", "import alternative, slip,"
        )
    )
    assert not list(names.unused_names(replace(evidence, exercise=page.read(path))))


def test_a_check_that_catches_nothing_for_a_reason_is_a_note(evidence: Evidence) -> None:
    """A check whose author says why it stands there is no fault."""
    assert any("flat where the line fits" in note for note in notes(evidence))


@pytest.mark.parametrize(("named", "count"), [(3, 1), (4, 0), (8, 0)])
def test_half_of_the_misconceptions_suffice(named: int, count: int, evidence: Evidence) -> None:
    """At home at least half of a page's eight mistakes can be named."""
    ids = sorted(variant.id for variant in evidence.exercise.misconceptions)
    changed = replace(evidence, public=frozenset(ids[:named]))
    assert len(list(programs.unnamed_in_public(changed))) == count


def test_a_slow_check_is_a_note(evidence: Evidence) -> None:
    """A long training is no fault, but everybody waits for it."""
    row = tuple(
        replace(seen, seconds=2.0 * (place == 4)) for place, seen in enumerate(evidence.key.reference)
    )
    once = replace(evidence, key=replace(evidence.key, reference=row))
    always = replace(once, repeats={"reference": {"a second time": row}})
    assert not any("takes" in note for note in notes(once))
    assert any("takes 2.0 s on the check 'seven fresh samples'" in note for note in notes(always))


# ---- courses ------------------------------------------------------------------------------------


@pytest.fixture
def one_page(tmp_path: Path) -> Course:
    """Return a course of a page that cannot be read and a sound one without a stub."""
    (tmp_path / "solutions").mkdir()
    (tmp_path / "exercises").mkdir()
    (tmp_path / "solutions" / "broken.py").write_text("no page", encoding="utf-8")
    (tmp_path / "solutions" / "one_slope.py").write_text(SOUND, encoding="utf-8")
    return Course(tmp_path)


def test_pages_are_proved_in_order_and_one_that_cannot_be_read_stops_no_other(one_page: Course) -> None:
    """Two pages run at a time; the proofs come in the course's order."""
    proofs = list(prove_all(one_page, ()))
    assert [(proof.exercise, [fault.rule for fault in proof.faults]) for proof in proofs] == [
        ("broken", ["page"]),
        ("one_slope", ["stub"]),
    ]


def test_an_unknown_exercise_is_said_before_anything_runs(one_page: Course) -> None:
    """A misspelt name is wrong usage, not a fault of a page."""
    with pytest.raises(UsageError, match="no exercise 'one_slop'"):
        list(prove_all(one_page, ["one_slop"]))


def test_a_page_is_proved_on_the_inputs_that_students_are_graded_with(one_page: Course) -> None:
    """The seed is that of the key; 0 where there is none yet, as in CI."""
    (first,) = prove_all(one_page, ["one_slope"])
    make_keys(one_page, ["one_slope"], 5)
    (second,) = prove_all(one_page, ["one_slope"])
    assert [proof.evidence and proof.evidence.key.seed for proof in (first, second)] == [0, 5]


@pytest.mark.parametrize(("data", "text"), [(None, None), (b"\xff\xfe\x00", None), (b"x = 1\n", "x = 1\n")])
def test_a_stub_that_cannot_be_read_is_none(data: bytes | None, text: str | None, one_page: Course) -> None:
    """Missing or no text, it has to be written."""
    if data is not None:
        one_page.stub("one_slope").write_bytes(data)
    assert committed(one_page, "one_slope") == text


# ---- scripts ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        ("import numpy\nprint(numpy.ones(1))\n", 0, "exit status 0"),
        ("if __name__ == '__main__':\n    raise SystemExit(4)\n", 4, "exit status 4"),
        ("import grader.author\n", 1, "ModuleNotFoundError"),
        ("import helper\n", 1, "ModuleNotFoundError"),
        ("print(\n", 1, "SyntaxError"),
        ("while True:\n    pass\n", 1, "did not end within 2 seconds"),
    ],
)
def test_a_stub_runs_by_itself(text: str, status: int, words: str, tmp_path: Path) -> None:
    """A script has Python and its libraries, and neither the grader nor anything beside it."""
    (tmp_path / "script.py").write_text(text, encoding="utf-8")
    done, said = handout.run("script.py", str(tmp_path), seconds=2 if "while" in text else handout.SECONDS)
    assert done == status
    assert words in said
