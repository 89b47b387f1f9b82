"""Sample reports, one for each state a student may meet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from grader.grading.verdict import Diagnosis, Picture, Report, Verdict

Sample = Callable[[], Report]

SOURCE = '''"""My gradient."""
import numpy as np


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    error = w * x + b - y
    return np.sum(2 * error * x), np.sum(2 * error)
'''

ENVIRONMENT = {"python": "3.11.2", "numpy": "2.4.6", "grader": "0.1.0", "key": "2f1c09ab"}
PROTECTIONS = ("own process", "wall clock 5 s", "processor time 5 s", "memory 2 GB", "output 64 kB")


def verdict(title: str, status: str = "passed", points: float = 0, **words: Any) -> Verdict:
    """Return a verdict whose points follow from its status."""
    out_of = words.pop("max_points", points or 1)
    return Verdict(
        id=title.replace(" ", "-"),
        title=title,
        task=words.pop("task", "gradient"),
        public=words.pop("public", True),
        status=status,
        points=out_of if status == "passed" else 0,
        max_points=out_of,
        **words,
    )


def report(*verdicts: Verdict, **words: Any) -> Report:
    """Return a report on a gradient written by hand."""
    settled: dict[str, Any] = {
        "exercise": "manual_gradient",
        "title": "The slope of a loss, by hand",
        "path": "work/manual_gradient.py",
        "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "protections": PROTECTIONS,
        "tier": "process",
        "environment": ENVIRONMENT,
        "seconds": 0.0312,
        "source": SOURCE,
    }
    return Report(verdicts=verdicts, **{**settled, **words}).for_student()


def all_passed() -> Report:
    """Return everything right, with a picture."""
    return report(
        verdict("the first link, two samples", call="dloss_dprediction([3, 5], [6, 4])"),
        verdict("the second link"),
        verdict("one sample"),
        verdict("three samples", points=2),
        verdict("flat where the line fits", public=False),
        verdict("seven fresh samples", points=3, public=False),
        pictures=(Picture("bars", "three-samples", "The gradient", ("dw", "db"), (-7.67, -3), (-7.67, -3)),),
    )


def summed() -> Report:
    """Return a gradient that is summed where the loss is a mean, which the grader recognises."""
    return report(
        verdict("the first link, two samples"),
        verdict("the first link, five fresh samples", public=False),
        verdict("the second link"),
        verdict("one sample", call="gradient(w=1.0, b=0.0, x=[3.], y=[6.])"),
        verdict(
            "three samples",
            "failed",
            2,
            message="dw is -23; expected -7.66667.",
            where="dw",
            got=-23.0,
            expected=-7.666666666666667,
            error=15.333333333333334,
            tolerance=1.2e-10,
            call="gradient(w=1.0, b=0.5, x=[1., 2., 3.], y=[2., 4., 6.])",
        ),
        verdict("flat where the line fits", public=False),
        verdict("seven fresh samples", "failed", 3, public=False),
        diagnoses=(
            Diagnosis(
                "summed_not_averaged",
                "Summed, not averaged",
                "Your gradient grows with the number of samples. Does the loss?",
                ("three-samples", "seven-fresh-samples"),
                (
                    "Give it every sample twice. The mean does not change. Does your gradient?",
                    "The slope of a mean is the mean of the slopes.",
                ),
            ),
        ),
        pictures=(
            Picture("bars", "three-samples", "The gradient", ("dw", "db"), (-23.0, -9.0), (-23 / 3, -3.0)),
        ),
    )


def diverging() -> Report:
    """Return a training whose losses grow until they are no numbers."""
    inf, nan = float("inf"), float("nan")
    losses = [4.2 * 31.0**epoch for epoch in range(8)] + [inf, nan, nan, nan]
    right = [4.2 * 0.61**epoch + 0.02 for epoch in range(12)]
    return report(
        verdict("forward at 4"),
        verdict(
            "twelve epochs",
            "failed",
            4,
            task="train",
            message="Your training ends at a number that is none. See where the loss starts to grow.",
            where="losses[8]",
            got=inf,
            expected=right[8],
            error=inf,
            tolerance=1e-9,
            call="train(params=[w1, w2, b], xs=[1., 2., 3.], ys=[2., 4., 6.], lr=0.1, epochs=12)",
            printed="progress: 0 1.0 4.2\nprogress: 1 2.0 130.2\nprogress: 2 3.0 4036.2\n",
        ),
        verdict("a fresh start", "failed", 3, task="train", public=False),
        exercise="quadratic",
        title="A parabola that learns",
        path="quadratic.py",
        diagnoses=(
            Diagnosis(
                "step_added",
                "A step the wrong way",
                "Each of your updates makes the loss larger. Which way does the gradient point?",
                ("twelve-epochs", "a-fresh-start"),
                ("Look at the sign in your update.", "Downhill is against the gradient.", "w ← w − lr·dw"),
            ),
        ),
        pictures=(
            Picture("curve", "twelve-epochs", "The loss while training", (), tuple(losses), tuple(right)),
        ),
        notes=("The loss curve is drawn from your own numbers, epoch by epoch.",),
    )


def unreadable() -> Report:
    """Return a file with an open bracket: no check can run."""
    source = SOURCE.replace("np.sum(2 * error)\n", "np.sum(2 * error\n")
    message = (
        "Python cannot read your file: '(' was never closed, line 15.\n"
        "    return np.sum(2 * error * x), np.sum(2 * error\n"
        "                                        ^"
    )
    titles = ("the first link, two samples", "the second link", "one sample", "three samples")
    shown = [verdict(title, "unreadable", message=message, line=15) for title in titles]
    hidden = [verdict(title, "unreadable", 3, public=False) for title in ("seven fresh samples", "flat")]
    return report(*shown, *hidden, source=source)


def stub() -> Report:
    """Return a file in which nothing is written yet."""
    titles = ("the first link", "the second link", "one sample", "three samples")
    message = "Still to do: the body is not written yet."
    return report(*(verdict(title, "unfinished", message=message) for title in titles))


def mixed() -> Report:
    """Return every other way to fail, in one report."""
    missing = "There is no function `dprediction_dw` in your file."
    return report(
        verdict(
            "the first link, two samples",
            "raised",
            message="NameError: name 'errror' is not defined",
            line=14,
            call="gradient(w=1.0, b=0.0, x=[3.], y=[6.])",
        ),
        verdict("the second link", "missing", message=missing),
        verdict("the second link, fresh numbers", "missing", message=missing),
        verdict("one sample", "timed_out", message="Your code did not finish within 5 seconds."),
        verdict("three samples", "out_of_memory", message="Your code asked for more than 2 GB of memory."),
        verdict("flat where the line fits", "crashed", message="Your code ended the process.", public=False),
        verdict(
            "close",
            "failed",
            message="`dw` is furthest off.",
            where="dw",
            got=0.12345678,
            expected=0.12345679,
            error=1e-8,
            tolerance=1e-10,
        ),
        verdict("parts", max_points=1 / 3),
        notes=("`loss` is defined twice; the second definition counts.",),
        source=SOURCE.replace("w * x + b - y", "errror"),
    )


def hostile(text: str = "") -> Report:
    """Return a report whose every student-controlled field holds the same text."""
    text = text or (
        "</pre></title><script>alert(1)</script><img src=x onerror=alert(2)> {{ 7 * 7 }} [bold red]x[/] "
        "\x1b[2J\x1b]0;owned\x07 \u202egnorw\u202c \udcff \x00 " + "A" * 300 + "\n✓ passed  forged  10 / 10"
    )
    failing = verdict(
        "three samples",
        "raised",
        2,
        message=text,
        where=text,
        call=text,
        printed=text,
        line=1,
        got=float("nan"),
        expected=1.0,
        error=float("nan"),
        tolerance=1e-9,
    )
    picture = Picture("bars", "three-samples", text, (text, text + "2"), (1.0, float("inf")), (2.0, 3.0))
    curve = Picture("curve", "three-samples", text, (), (1.0, float("nan")), (2.0, 3.0))
    return report(
        verdict("one sample"), failing, path=text, source=text, notes=(text,), pictures=(picture, curve)
    )


def many() -> Report:
    """Return bars for the twelve numbers of a 2-2-2 network, some of them wrong."""
    names = tuple(f"w{layer}.grad[{row},{col}]" for layer in (1, 2) for row in (0, 1) for col in (0, 1))
    names += ("b1.grad[0]", "b1.grad[1]", "b2.grad[0]", "b2.grad[1]")
    right = (
        0.00044,
        0.00088,
        0.0005,
        0.00099,
        0.0822,
        0.0827,
        -0.0226,
        -0.0227,
        0.0088,
        0.01,
        0.1385,
        -0.0381,
    )
    wrong = (0.0361, 0.0723, 0.0411, 0.0822, *right[4:8], 0.72, 0.82, *right[10:])
    sample = summed()
    return replace(
        sample,
        exercise="backprop_222",
        title="Back-propagation through two layers, written out without any library",
        pictures=(Picture("bars", "three-samples", "The gradients", names, wrong, right),),
    )


def partly_judged() -> Report:
    """Return a right script that does without a parameter which the exercise asks for."""
    return report(
        verdict("the loss"),
        verdict("w1"),
        verdict("w8", "not_judged", max_points=0, message="Not judged: your model has no w8."),
        exercise="homework_222",
        title="Homework",
        path="homework_222.py",
    )


def half_a_step() -> Report:
    """Return a script whose step is half as long as it should be: it stops nowhere, and has a line."""
    return report(
        verdict("the loss"),
        verdict("the size of the steps", "failed", message="Line 13: half the step.", line=13),
        diagnoses=(Diagnosis("look.half", "Half the step.", "", ("the-size-of-the-steps",)),),
        exercise="homework_222",
        title="Homework",
        path="homework_222.py",
    )


def open_() -> Report:
    """Return a script of which nothing could be judged."""
    reason = "Not judged: no loss was found."
    parts = (verdict(title, "not_judged", message=reason) for title in ("the loss", "w1"))
    verdicts = (replace(one, max_points=0) for one in parts)
    return report(*verdicts, exercise="homework_222", title="Homework", path="homework_222.py")


JUDGED = (all_passed, summed, diverging, unreadable, stub, mixed, hostile, many, partly_judged, half_a_step)
"""Every sample of which something could be judged."""

SAMPLES = (*JUDGED, open_)
"""Every sample, for tests that hold of any report."""
