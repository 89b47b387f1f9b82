"""A sentence about a program's source is said only where what it speaks of stands in it."""

from __future__ import annotations

import pytest

from grader.grading.needs import NEEDS, can_be_said
from grader.grading.source import UNKNOWN, Source
from grader.words.catalogue import sentences

TEXTS = (
    "f'{x}'",
    "str(x)",
    "'%s' % x",
    "'{}'.format(x)",
    "'a' + x",
    "'a' if x else 'b'",
    "('n', 'y')[x > 0]",
)


@pytest.mark.parametrize("value", TEXTS)
def test_a_function_whose_results_are_texts(value: str) -> None:
    """Every return gives a text; another result, or one of a function inside it, does not."""
    text = f"def f(x):\n    if x > 2:\n        return 'much'\n    return {value}\n"
    assert Source(text).returns_text("f")
    assert not Source(text.replace("'much'", "2")).returns_text("f")
    assert not Source(f"def f(x):\n    def g(x):\n        return {value}\n    return 1\n").returns_text("f")


LOOP = "def f(x):\n    for a in x:\n        {}\n    return 1\n"


@pytest.mark.parametrize(
    ("sentence", "words", "holds", "lacks"),
    [
        ("plus_for_times", {}, "x = a + b", "x = a * b"),
        ("power_for_times", {}, "x = a ** b", "x = a * b"),
        ("divided_for_times", {}, "x = a / b", "x = a * b"),
        ("times_for_plus", {}, "x = a * b", "x = a + b"),
        ("elementwise", {}, "x = a * b", "x = a @ b"),
        ("factors_exchanged", {}, "x = a @ b", "x = a * b"),
        ("absolute_for_squared", {}, "x = abs(a)", "x = a ** 2"),
        ("squared", {}, "x = a * a", "x = a * b"),
        ("squared", {}, "x = np.square(a)", "x = np.sin(a)"),
        ("sign_alone", {}, "x = np.sign(a)", "x = a"),
        ("summed_inside", {}, "x = np.sum(a)", "x = a"),
        ("averaged_inside", {}, "x = a.mean()", "x = a"),
        ("other_name", {"name": "w"}, "x = w", "x = b"),
        ("names_exchanged", {"one": "w", "other": "b"}, "x = w + b", "x = w"),
        ("transpose", {}, "x = a.dot(b)", "x = a * b"),
        ("axis", {}, "x = a.sum(axis=0)", "x = a"),
        ("index", {}, "x = a[0]", "x = a"),
        ("sum_for_mean", {}, "x = sum(a)", "x = a"),
        ("mean_for_sum", {}, "x = sum(a) / n", "x = a / n"),
        ("median_for_mean", {}, "x = np.median(a)", "x = np.mean(a)"),
        ("max_for_mean", {}, "x = max(a)", "x = min(a)"),
        ("arguments_exchanged", {"function": "outer"}, "x = np.outer(a, b)", "x = a * b"),
        ("condition_turned", {}, "if a:\n    x = 1", "x = 1"),
        ("one_round_more", {}, LOOP.format("pass"), "x = 1"),
        ("overwritten", {}, LOOP.format("s = a"), LOOP.format("s = s - a")),
        ("stops_early", {}, LOOP.format("break"), LOOP.format("pass")),
        ("return_in_loop", {}, LOOP.format("return a"), LOOP.format("pass")),
        ("loop_reversed", {}, "for a in x[::-1]:\n    pass", "for a in x:\n    pass"),
        ("loop_reversed", {}, "for a in reversed(x):\n    pass", "for a in x:\n    pass"),
        ("loop_reversed", {}, "for i in range(n, 0, -1):\n    pass", "for i in range(0, n, 1):\n    pass"),
        ("loop_first_missing", {}, "for a in x[1:]:\n    pass", "for a in x:\n    pass"),
        (
            "after_the_loop",
            {},
            LOOP.replace("1", "[a]").format("pass"),
            LOOP.replace("1", "x").format("pass"),
        ),
        ("loop_second", {}, "for a in x[::2]:\n    pass", "for a in x[1:]:\n    pass"),
    ],
)
def test_what_a_sentence_needs(sentence: str, words: dict[str, str], holds: str, lacks: str):
    """With it the sentence can be said, without it not; where no text is known nothing is held back."""
    assert can_be_said(sentence, words, Source(holds))
    assert not can_be_said(sentence, words, Source(lacks))
    assert can_be_said(sentence, words, UNKNOWN)


def test_every_sentence_with_a_need_is_there():
    """A need belongs to a sentence of the catalogue."""
    assert {f"derived.{name}" for name in NEEDS} <= set(sentences())


def test_only_what_a_task_reaches_counts():
    """A square in another function of the file is not in this one, unless it is called."""
    text = "def loss(p):\n    return p ** 2\n\ndef f(x):\n    return x\n\ndef g(x):\n    return loss(x)\n"
    assert not can_be_said("squared", {}, Source(text).reached_from("f"))
    assert can_be_said("squared", {}, Source(text).reached_from("g"))
    assert UNKNOWN.reached_from("f") is UNKNOWN


def test_a_method_reaches_its_class():
    """For a task that is a method the whole class counts, and names that the file assigns."""
    text = "k = [1][0]\nclass Value:\n    def __mul__(self, other):\n        return k\n"
    assert can_be_said("index", {}, Source(text).reached_from("Value.__mul__"))


def test_what_is_not_python_holds_nothing():
    """No sentence about its source is said of a file that cannot be read."""
    assert not can_be_said("squared", {}, Source("x = ("))
