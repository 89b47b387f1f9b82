"""Ways to break ``small_pages/one_slope.py`` in what it claims: titles, docstrings, formulas, sentences."""

from __future__ import annotations

from broken import CHECKS, DRAW, FRESH_ERRORS, TURNED, UPHILL, Broken

CLAIMS = (
    Broken(
        "twice",
        "has misconceptions of two tasks that say the same",
        (
            ("Your errors do not change with w. What does the line predict?", "Look closely."),
            ("Hint: Call your function with w = 1 and with w = 2.", "Hint: Look."),
            (
                "Your slope has the right size and says the opposite. Which way does the loss fall?",
                "Look closely.",
            ),
            ('Hint: The minus of "downhill" belongs to the step, not to the slope.', "Hint: Look."),
        ),
        "def uphill",
        ("uphill says word for word what weight_left_out says of another task",),
    ),
    Broken(
        "formula",
        "has a formula that does not end",
        (("dL/dw = -18.", "$dL/dw = -18."),),
        "**One number",
        ("the story has a formula that begins with $ and does not end",),
    ),
    Broken(
        "formula",
        "misspells a command",
        (("the chain rule multiplies them: dL/dw", r"the chain rule multiplies them: $\parial L$, dL/dw"),),
        "**One number",
        (r"with \parial, which is none; did you mean \partial?",),
    ),
    Broken(
        "changes",
        "has a reference that changes what it is given",
        (("    return w * x - y\n", "    x *= w\n    return x - y\n"),),
        "def errors",
        ("the reference of errors changes its argument x",),
    ),
    Broken(
        "title",
        "counts what is not there",
        (('title="three samples"', 'title="six samples"'),),
        'title="six samples"',
        ("says 'six samples', and nothing in it has that size",),
    ),
    Broken(
        "title",
        "calls fresh what stands on the page",
        (('title="three errors"', 'title="three fresh errors"'),),
        "returns(errors, w=1.5",
        ("the check 'three fresh errors' says fresh, and its inputs are written on the page",),
    ),
    Broken(
        "experiment",
        "has an experiment that returns what no program can change",
        (
            ("normal, returns, task", "normal, returns, scenario, task"),
            (
                CHECKS,
                "\n\ndef twice(program, rng, w):\n"
                '    return {"errors": program.errors(w, ramp, 2 * ramp), "sum": ramp.sum()}\n\n' + CHECKS,
            ),
            (
                FRESH_ERRORS,
                f'scenario(errors, w=uniform(1.2, 1.7), title="twice")(twice),\n    {FRESH_ERRORS}',
            ),
        ),
        'return {"errors"',
        ("the experiment twice returns 'sum' without the student's program",),
    ),
    Broken(
        "docstring",
        "calls a mean a sum",
        (("Mean squared error of the predictions w·x", "The sum of the squared errors of w·x"),),
        "def loss",
        ("the docstring of loss speaks of a sum, and its code takes a mean",),
    ),
    Broken(
        "copy",
        "has an alternative that calls the task",
        ((TURNED, "return errors(w, x, y)"),),
        "def turned_twice",
        ("the alternative turned_twice is the reference of errors once more",),
    ),
    Broken(
        "unsteady",
        "takes the order of a set",
        (("w=uniform(1.5, 2)", 'w=draw(lambda rng: rng.uniform(1.5, 2) + len(list({"a"})))'), DRAW),
        "returns(errors, w=draw",
        ("the order of {'a'} is something else in the next run",),
    ),
    Broken(
        "says",
        "says that nothing is negative where something is",
        (("Your errors have the opposite sign.", "None of your errors is negative."),),
        "def turned_round",
        ("says 'None of your errors is negative', and some of its wrong numbers are negative",),
    ),
    Broken(
        "stops",
        "has a misconception that returns nothing",
        ((UPHILL, "None"),),
        "def uphill",
        ("the misconception uphill returns nothing, and a function without its return",),
    ),
    Broken(
        "words",
        "looks whether a number is changed",
        (
            ("import alternative, gradients", "import alternative, gradients, leaves_unchanged"),
            (
                FRESH_ERRORS,
                'leaves_unchanged(errors, 1.5, ramp, ramp, names="w", title="w", note="-"),\n    '
                + FRESH_ERRORS,
            ),
        ),
        "leaves_unchanged(errors",
        ("looks whether w is changed, and no program can change a number",),
    ),
)
