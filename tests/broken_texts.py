"""More ways to break ``small_pages/one_slope.py`` in one place: in texts, in uses=, beside its programs."""

from __future__ import annotations

from broken import CHECKS, FRESH_ERRORS, TASKS, UPHILL, Broken

MORE = (
    Broken(
        "stops",
        "has a misconception that stops for its shapes and speaks of something else",
        ((UPHILL, "return np.mean(2 * (y[1:] - w * x) * x)"),),
        "return np.mean(2 * (y[1:]",
        ("uphill stops by an error of its own (ValueError: operands could not be broadcast",),
    ),
    Broken(
        "twice",
        "has two misconceptions of one title",
        (
            (
                "@misconception(slope)\ndef uphill",
                '@misconception(slope, title="Product of means")\ndef uphill',
            ),
        ),
        "def product_of_means",
        ("the misconception product_of_means has the title of uphill",),
    ),
    Broken(
        "answer",
        "tells the code in a check's title",
        (('title="seven fresh samples"', 'title="np.mean(2 * (w * x - y) * x)"'),),
        'title="np.mean',
        ("the title of the check 'np.mean(2 * (w * x - y) * x)' holds the reference's code of errors",),
    ),
    Broken(
        "answer",
        "tells the code in the story",
        (("The errors, then the slope.", "The errors, then the slope, np.mean(2*(w*x - y)*x)."),),
        'r"""',
        ("the story holds the reference's code of slope",),
    ),
    Broken(
        "story",
        "rounds an answer to another one",
        (
            (
                "With w = 1 and the one sample x = 3, y = 6 the error is -3.",
                "With w = 1.5, x = 1, 2, 3 and y = 2, 2.5, 7 the errors are -0.5, 0.6 and -2.5.",
            ),
        ),
        "**One number",
        ("the story says -0.5, 0.6, -2.5, and the answer of the check 'three errors' is -0.5, 0.5, -2.5",),
    ),
    Broken(
        "story",
        "has one other number in a list of inputs",
        (("A square has the slope", "On y = 2, 2.6, 7 it is another. A square has the slope"),),
        "**One number",
        ("the story says 2, 2.6, 7, and y of the check",),
    ),
    Broken(
        "story",
        "speaks of a number that the story has not",
        (("the story finds -3.", "compare with the story's -4."),),
        "def turned_round",
        ("turned_round speaks of the story's -4, and the story has no such number",),
    ),
    Broken(
        "prints",
        "has a reference that prints",
        (("    return w * x - y\n", "    print(w)\n    return w * x - y\n"),),
        "print(w)",
        ("the reference of errors prints on every call",),
    ),
    Broken(
        "prints",
        "prints when it is read",
        (("\nramp =", "\nprint(errors)\nramp ="),),
        "print(errors)",
        ("the page prints whenever it is read",),
    ),
    Broken(
        "unsteady",
        "has an input that hangs on the process",
        (("w=uniform(1.5, 2)", 'w=1.5 + hash("w") % 7'),),
        FRESH_ERRORS.replace("uniform(1.5, 2)", '1.5 + hash("w") % 7'),
        ("hash(…) gives something else in the next run",),
    ),
    Broken(
        "words",
        "uses the check's own task",
        (('title="five fresh errors"', 'title="five fresh errors", uses=errors'),),
        FRESH_ERRORS,
        ("has uses= with errors, which is its own task",),
    ),
    Broken(
        "words",
        "has two tasks that use each other",
        (
            ('title="five fresh errors"', 'title="five fresh errors", uses=[slope]'),
            ('title="seven fresh samples",', 'title="seven fresh samples", uses=[errors],'),
        ),
        FRESH_ERRORS,
        ("has uses= with slope, whose checks use errors in turn",),
    ),
    Broken(
        "outside",
        "adds a check to the list and lets go of the sum",
        ((CHECKS, '\nlist() + [returns(errors, w=3.0, x=ramp, y=ramp, title="four")]\nchecks = ['),),
        "list() +",
        ("this check is not in the list checks",),
    ),
    Broken(
        "unused",
        "gives students a number that nothing speaks of",
        ((TASKS, f"STEP = 0.25\n\n\n{TASKS}"),),
        "STEP",
        ("nothing uses STEP",),
    ),
    Broken(
        "docstring",
        "passes over a parameter",
        (("w: a number.  x, y: arrays of shape (n,).  Returns", "x, y: arrays of shape (n,).  Returns"),),
        "def errors",
        ("the docstring of errors says nothing of w",),
    ),
    Broken(
        "docstring",
        "says another shape than its checks give",
        (("x, y: arrays of shape (n,).  Returns", "x, y: arrays of shape (n, 1).  Returns"),),
        "def errors",
        ("the docstring of errors says that x has the shape (n, 1), and the checks give it 1 axis",),
    ),
    Broken(
        "hints",
        "has an empty hint",
        (("Hint: The chain has two links. Which of them depends on x?", "Hint:"),),
        "def inner_slope_forgotten",
        ("the misconception inner_slope_forgotten has no hint",),
    ),
    Broken(
        "docstring",
        "says of a result that it is one number",
        (("Returns an array of shape (n,).", "Returns one number."),),
        "def errors",
        ("the docstring of errors says that it returns one number, and the reference returns an array of 1",),
    ),
    Broken(
        "docstring",
        "says of one number that it is an array",
        (("Return dL/dw, one number.", "Return dL/dw, an array of shape (n,)."),),
        "def slope",
        ("the docstring of slope says that it returns an array of shape (n,), and the",),
    ),
    Broken(
        "docstring",
        "gives the result another size than the arguments",
        (("Returns an array of shape (n,).", "Returns an array of shape (n, 1)."),),
        "def errors",
        ("returns an array of shape (n, 1), and the reference returns an array of 1 axis",),
    ),
    Broken(
        "says",
        "says of a sum that it shrinks",
        (("Your slope grows with the number", "Your slope shrinks with the number"),),
        "def summed_not_averaged",
        ("summed_not_averaged says 'shrinks with the number', and its numbers are the right ones times",),
    ),
    Broken(
        "says",
        "says that half of the slope is twice as large",
        (("Your slope is off by one constant.", "Your slope is twice as large as it should be."),),
        "def exponent_forgotten",
        ("exponent_forgotten says 'twice as', and all its wrong numbers are smaller than the right ones",),
    ),
    Broken(
        "says",
        "says that a factor is forgotten which stands there twice",
        (
            ("Your slope is off by one constant.", "You forgot the factor 2."),
            ("return np.mean((w * x - y) * x)", "return np.mean(4 * (w * x - y) * x)"),
        ),
        "def exponent_forgotten",
        ("exponent_forgotten says 'forgot the factor 2', and its numbers are the right ones times 2",),
    ),
    Broken(
        "says",
        "says that numbers of the right sign have the opposite one",
        (("Your slope is off by one constant.", "Your slope has the opposite sign."),),
        "def exponent_forgotten",
        ("says 'opposite sign', and all its numbers have the sign of the right ones",),
    ),
    Broken(
        "says",
        "says that something is subtracted which is added",
        (
            ("None of your errors is negative.", "You subtract where the formula adds."),
            ("return (w * x - y) ** 2", "return w * x + y"),
        ),
        "def squared_already",
        ("squared_already says 'You subtract', and its program has a sum that the reference has not",),
    ),
    Broken(
        "story",
        "has a digit of an answer that slipped",
        (
            (
                "**What to write.**",
                "At w = 1.5, x = 1, 2, 3 and y = 2, 2.5, 7 it is\n-4.6767.\n\n**What to write.**",
            ),
        ),
        "-4.6767",
        ("the story says -4.6767, and on its numbers the reference comes to -4.6667",),
    ),
)
