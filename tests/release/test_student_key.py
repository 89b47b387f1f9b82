"""What students take home holds nothing private, in whatever way it might be written."""

from __future__ import annotations

import ast
import base64
import io
import json
import struct
import zipfile
from dataclasses import replace
from pathlib import Path

import canaries
import pytest
from programs import check, key, known, seen

from grader.commands import key as key_command
from grader.course.course import Course
from grader.grading.comparison import hold
from grader.grading.diagnose import diagnose
from grader.inside.observation import Error, Observation, Outcome, Scenario
from grader.keys.key import AnswerKey
from grader.release import release, student_key

SEED = 48213999911122233344


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Return a course of one page, with a mark in every private place of page and course."""
    root = tmp_path_factory.mktemp("canary-folder")
    for folder in ("solutions", "exercises"):
        (root / folder).mkdir()
    (root / "solutions" / "marked.py").write_text(canaries.PAGE, encoding="utf-8")
    (root / "course.toml").write_text('title = "T"\n# canary-course\n', encoding="utf-8")
    course = Course(root)
    key_command.make_keys(course, ["marked"], SEED)
    course.notes.note("results", {"marked": "canary-result"})
    return course


WORDS = canaries.words() | {"canary-course", "canary-folder", "canary-result", str(SEED)}


# ---- the bundle --------------------------------------------------------------------------------------


def test_a_bundle_holds_no_mark(marked: Course, tmp_path: Path) -> None:
    """None of the page's private texts and numbers stands in the zip or in any of its files."""
    whole = marked.key("marked")
    secret = canaries.private_numbers(whole, student_key.public_part(whole))
    assert len(secret) > 50
    list(release.release(marked, tmp_path / "out.zip", ["marked"]))
    packed = (tmp_path / "out.zip").read_bytes()
    assert canaries.found_in(packed, WORDS, secret) == set()
    for content in release.bundle(marked, ["marked"]).values():
        assert canaries.found_in(content, WORDS, secret) == set()


def test_the_search_finds_every_mark_where_it_is(marked: Course) -> None:
    """The same search finds every text in the page and every number in the whole key."""
    whole = marked.key("marked")
    secret = canaries.private_numbers(whole, student_key.public_part(whole))
    page, kept = marked.page("marked").read_bytes(), marked.key_path("marked").read_bytes()
    assert canaries.words() <= canaries.found_in(page, canaries.words(), ())
    found = canaries.found_in(kept + b"8.125037", (), secret)
    assert {repr(number) for number in secret} <= found


@pytest.mark.parametrize("how", ["plain", "hex", "base64", "utf-16", "zip", "packed", "float hex", "json"])
def test_the_search_sees_through_every_encoding(how: str) -> None:
    """A mark is found however it is written."""
    word, number = "canary-ö", 7.390517
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", f"{word} {number}")
    data = {
        "plain": f"{word} {number:.7f}".encode(),
        "hex": word.encode().hex().encode() + b" " + struct.pack("<d", number).hex().encode(),
        "base64": base64.b64encode(b"xy" + word.encode() + b" " * 20 + str(number).encode()),
        "utf-16": f"{word} {number}".encode("utf-16"),
        "zip": buffer.getvalue(),
        "packed": word.encode() + struct.pack(">d", number),
        "float hex": f"{word} {number.hex()}".encode(),
        "json": json.dumps([word, number]).encode(),
    }[how]
    assert canaries.found_in(data, [word], [number]) == {word, repr(number)}


# ---- the key -----------------------------------------------------------------------------------------


def test_what_is_public_stays(marked: Course) -> None:
    """Public checks keep their inputs, numbers, tolerances and points; the key says what it is."""
    whole, shown = marked.key("marked"), student_key.public_part(marked.key("marked"))
    kept = [place for place, one in enumerate(whole.checks) if one.public]
    assert [one.id for one in shown.checks] == [whole.checks[place].id for place in kept]
    for one, place in zip(shown.checks, kept, strict=True):
        same = whole.checks[place]
        assert (one.points, one.bound, one.call) == (same.points, same.bound, same.call)
        assert one.scenario.args == same.scenario.args
    assert (shown.public_only, whole.public_only) == (True, False)
    assert (shown.digest, shown.title, shown.story) == (whole.digest, whole.title, whole.story)


def test_only_mistakes_that_can_be_named_stay(marked: Course) -> None:
    """A misconception that the public checks do not tell from right answers is left out, texts and all."""
    shown = student_key.public_part(marked.key("marked"))
    assert [one.id for one in shown.misconceptions] == ["plus_two", "helper_is_off", "raises"]
    for one in shown.misconceptions:
        assert [found.id for found in diagnose(hold(shown, one.row))] == [one.id]
    assert (shown.alternatives, shown.mutants, shown.seed) == ((), (), 0)


def test_a_helper_is_not_named(marked: Course) -> None:
    """A mistake in a helper that students never see is said to be in the task where it shows."""
    shown = student_key.public_part(marked.key("marked"))
    targets = {one.id: one.targets for one in shown.misconceptions}
    assert targets["helper_is_off"] == ("single",)


def a_key(*prerequisite: str) -> AnswerKey:
    """Return a key of a public, a hidden and a second public check, with partners."""
    names = ("open", "closed", "shown")
    checks = [
        check(name, public=name != "closed", prerequisite=other)
        for name, other in zip(names, prerequisite, strict=True)
    ]
    row, off = ([seen(f=start + place) for place in range(3)] for start in (1.0, 2.0))
    return key(checks, row, [known("off", ["f"], off, names)])


@pytest.mark.parametrize(("partner", "kept"), [("closed", ""), ("shown", "shown"), ("", "")])
def test_a_check_does_not_wait_for_a_hidden_one(partner: str, kept: str) -> None:
    """Where a check pays together with one that stays at home, it pays by itself."""
    assert student_key.public_part(a_key(partner, "", "")).checks[0].prerequisite == kept


def test_an_observation_is_stripped() -> None:
    """Of a page's program its fate and numbers stay, an exception's type and a mark of its text."""
    numbers = seen(f=1.0).values["f"]
    whole = Observation(
        Outcome.RAISED,
        {"f": numbers, "~numeric.f": numbers},
        {"f": "float"},
        Error("ValueError", "at line 7 of the reference", 7),
        printed="words",
        seconds=0.5,
    )
    bare = student_key.bare(whole)
    assert (bare.printed, bare.seconds) == ("", 0.0)
    assert bare.error is not None
    assert (bare.error.kind, bare.error.line) == ("ValueError", 0)
    assert "reference" not in bare.error.text
    assert list(bare.values) == ["f"]


def test_a_seed_stays_where_an_experiment_draws() -> None:
    """Only an experiment can draw with its seed; any other scenario's is dropped."""
    plain = Scenario("returns", "f", (1.0,), ("x",), seed=5)
    drawing = replace(plain, kind="experiment", text="def e(program, rng):\n    return {}\nexperiment = e\n")
    assert (student_key.scenario_of(plain).seed, student_key.scenario_of(drawing).seed) == (0, 5)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", ""),
        ('def f(x):\n    """Words."""\n    return x  # words\n', "def f(x):\n    return x\n"),
        ('def f():\n    """Words."""\n', "def f():\n    pass\n"),
        ('class A:\n    """Words."""\n\n    x = 1\n', "class A:\n    x = 1\n"),
        ('"""Words."""\nx = "kept"\n', "x = 'kept'\n"),
    ],
)
def test_an_experiment_keeps_its_code_alone(text: str, code: str) -> None:
    """Comments and docstrings are the author's; the code is what runs."""
    assert student_key.code_of(text) == code
    ast.parse(code)
