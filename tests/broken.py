"""Ways to break the page ``pages/one_slope.py`` in one place: the text exchanged, and the fault to expect."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SOUND = (Path(__file__).parent / "small_pages" / "one_slope.py").read_text(encoding="utf-8")

Edits = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Broken:
    """A fault: its rule, how it comes about, the text exchanged, on which line and in which words it is said.

    ``at`` is the beginning of the line that the fault names, empty where it is about the page as a whole.
    """

    rule: str
    how: str
    edits: Edits
    at: str
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The broken page."""
        text = SOUND
        for old, new in self.edits:
            assert old in text, f"the sound page has no {old!r}"
            text = text.replace(old, new)
        return text

    @property
    def line(self) -> int:
        """The number of the line that the fault names."""
        lines = enumerate(self.text.splitlines(), 1)
        return next(number for number, line in lines if line.strip().startswith(self.at)) if self.at else 0


def unmarked(mark: str, *names: str) -> Edits:
    """Take the marks off some functions, so that they are helpers and programs of the page no more."""
    return tuple((f"{mark}\ndef {name}(", f"def _{name}(") for name in names)


UPHILL = "return np.mean(2 * (y - w * x) * x)"
OFF = ("Your slope has the right size and says the opposite.", "Your slope is off.")
DOT = "return 2 / len(x) * x @"
TURNED = "return -(y - x * w)"
TASKS = "@task\ndef errors"
CHECKS = "\nchecks = ["
DRAW = ("from grader.author import alternative,", "from grader.author import alternative, draw,")
FRESH_ERRORS = "returns(errors, w=uniform(1.5, 2), x=normal(size=5), y=normal(size=5)"
AS_IN_PUBLIC = 'returns(errors, w=1.5, x=ramp, y=np.array([2.0, 2.5, 7.0]), title="again")'

THROUGH_ERRORS = "return np.mean(2 * errors(w, x, y) * x)"
PREDICTED = (
    ("normal, returns, task", "normal, predict, returns, task"),
    (
        TASKS,
        '@task\ndef predicted():\n    """Return the loss at w = 1.5 for x = 1, y = 1."""\n'
        f"    return 0.25\n\n\n{TASKS}",
    ),
    (
        CHECKS,
        "\n@alternative(predicted)\ndef worked_out():\n    return (1.5 - 1) ** 2\n\n\n"
        "@misconception(predicted)\ndef halved():\n"
        '    """Your loss is another. What is averaged?\n\n    Hint: There is one sample.\n    """\n'
        "    return 1.25\n"
        f'\n{CHECKS}\n    predict(predicted, within=0.1, title="the loss at 1.5"),',
    ),
)

REFUSES_WORDS = """
@scenario(slope, title="takes no words", note="it shows what a stub may earn")
def takes_no_words(program, rng):
    try:
        program.slope("w", "x", "y")
    except Exception:
        return {"refused": 0.75}
    return {"refused": 0.25}


checks = [
    takes_no_words,"""

TWIN = '''
@misconception(slope)
def twin_of_uphill(w, x, y):
    """Which way does the loss fall?

    Hint: Look at the sign.
    """
    return -np.mean(2 * (w * x - y) * x)


checks = ['''

GAP = (
    ("from grader.author import alternative,", "from grader.author import alternative, intermediates,"),
    (
        'shape (n,).\n    """\n    return np.mean(2 * (w * x - y) * x)',
        'shape (n,).\n    """\n    gap = w * x - y\n    return np.mean(2 * gap * x)',
    ),
    (CHECKS, '\non_the_way = intermediates(slope, "gap")\nchecks = ['),
)
"""The page names a quantity on the way."""

BROKEN = (
    Broken(
        "page",
        "is not Python",
        (("def errors(w, x, y):", "def errors(w, x, y:"),),
        "def errors",
        ("this is not Python",),
    ),
    Broken(
        "page",
        "has a reference that is not finite",
        (("return w * x - y\n", "return w * x - y + np.inf\n"),),
        "returns(errors, w=1.5",
        ("the reference is not finite on the check 'three errors'",),
    ),
    Broken(
        "page",
        "is finite on the first inputs only",
        (("return w * x - y\n", "return (w * x - y) * (1 if len(x) == 3 or x[0] < 0 else np.inf)\n"),),
        FRESH_ERRORS,
        ("on inputs redrawn with `grade key --seed 1`", "'five fresh errors'"),
    ),
    Broken(
        "misconceptions",
        "describes five",
        unmarked("@misconception(slope)", "uphill", "product_of_means", "exponent_forgotten"),
        "",
        ("there are 5 misconceptions", "at least 6"),
    ),
    Broken(
        "alternatives",
        "has two",
        unmarked("@alternative(slope)", "with_a_loop", "with_a_dot_product"),
        "",
        ("there are 2 alternatives", "at least 3"),
    ),
    Broken(
        "hints",
        "has a misconception without",
        (("    Hint: The chain has two links. Which of them depends on x?\n", ""),),
        "def inner_slope_forgotten",
        ("the misconception inner_slope_forgotten has no hint", "begins with Hint:"),
    ),
    Broken(
        "answer",
        "tells the code in a hint",
        (("Compare your number for the story's", "You should return w*x - y, as in the story's"),),
        "def squared_already",
        ("the misconception squared_already holds the reference's code of errors",),
    ),
    Broken(
        "arithmetic",
        "has a story whose sum does not come out",
        (("2·(-3) = -6 there", "2·(-3) = -5 there"),),
        "2·(-3) = -5",
        ("the story says 2·(-3) = -5, but 2·(-3) is -6",),
    ),
    Broken(
        "file",
        "sends students to another file",
        (("python one_slope.py", "python slopes.py"),),
        "**What to write.**",
        ("the story says to run slopes.py, and students get one_slope.py",),
    ),
    Broken(
        "story",
        "works with a check's inputs and comes to another answer",
        (
            (
                "With w = 1 and the one sample x = 3, y = 6 the error is -3.",
                "With w = 1.5, x = 1, 2, 3 and y = 2, 2.5, 7 the slope is -4.2.",
            ),
        ),
        "**One number",
        ("works with the inputs of the check 'three errors' and does not say its answer, -0.5, 0.5, -2.5",),
    ),
    Broken(
        "story",
        "comes to a check's answer from another input",
        (
            (
                "With w = 1 and the one sample x = 3, y = 6 the error is -3.",
                "With w = 1.7, x = 1, 2, 3 and y = 2, 2.5, 7 the errors are -0.5, 0.5 and -2.5.",
            ),
        ),
        "**One number",
        ("comes to the answer of the check 'three errors' and does not say its input 1.5",),
    ),
    Broken(
        "page",
        "has a check without a title",
        (('title="five fresh errors"', 'title=" "'),),
        "checks = [",
        ("a check of errors has no title",),
    ),
    Broken(
        "page",
        "takes points away",
        (('title="five fresh errors"', 'title="five fresh errors", points=-1'),),
        "returns(errors, w=uniform",
        ("has -1 points; give it 0 or more",),
    ),
    Broken(
        "page",
        "has an input that cannot travel",
        (("w=uniform(1.5, 2)", "w=object()"),),
        "returns(errors, w=object()",
        ("has an input of type object, which cannot be one",),
    ),
    Broken(
        "words",
        "counts the calls of a function that is none",
        (
            ("import alternative, gradients", "import alternative, calls, gradients"),
            (
                "checks = [\n",
                'checks = [\n    calls(errors, 1, ramp, ramp, of="numpy.outr", title="outer", note="-"),\n',
            ),
        ),
        "calls(errors",
        ("in the check 'outer' of= names 'numpy.outr', which is none",),
    ),
    Broken(
        "page",
        "misspells a word of a check",
        (('title="five fresh errors"', 'title="five fresh errors", pubilc=True'),),
        "returns(errors, w=uniform",
        ("'pubilc' is neither an input nor a word of a check; did you mean 'public'?",),
    ),
    Broken(
        "copy",
        "has an alternative that is the reference once more",
        (("return -(y - x * w)", "return w * x - y"),),
        "def turned_twice",
        ("the alternative turned_twice is the reference of errors once more",),
    ),
    Broken(
        "script",
        "raises where it runs as a script",
        ((TASKS, f'if __name__ == "__main__":\n    print(no_such_name)\n\n\n{TASKS}'),),
        "",
        ("does not run as a script", "'no_such_name' is not defined"),
    ),
    Broken(
        "right",
        "has an alternative that is wrong",
        (("total += 2 * ", "total += 2.2 * "),),
        "def with_a_loop",
        ("the alternative with_a_loop fails the check 'three samples'", "-5.13333; expected -4.66667"),
    ),
    Broken(
        "right",
        "has an alternative that fails on redrawn inputs",
        (("return total / len(x)", "return total / (len(x) + (w < 0))"),),
        "def with_a_loop",
        ("the alternative with_a_loop on redrawn inputs fails the check 'seven fresh samples'",),
    ),
    Broken(
        "right",
        "has an alternative that raises on float32",
        (("total = 0.0\n", "total = 0.0 if x.dtype == np.float64 else None\n"),),
        "def with_a_loop",
        ("the alternative with_a_loop on float32 inputs fails", "TypeError"),
    ),
    Broken(
        "right",
        "has an alternative that fails with loops",
        ((DOT, DOT.replace("2 /", '(2.2 if "loops_of_prove" in globals() else 2) /')),),
        "def with_a_dot_product",
        ("with_a_dot_product rewritten with loops fails", "is taken for relation.scaled"),
    ),
    Broken(
        "steady",
        "remembers its calls",
        (
            ("def turned_twice(w, x, y):\n", "def turned_twice(w, x, y, calls=[]):\n    calls.append(1)\n"),
            (TURNED, f"{TURNED} * (1 + 1e-15 * len(calls))"),
        ),
        "def turned_twice",
        ("turned_twice gives other numbers", "with the checks in reverse order"),
    ),
    Broken(
        "steady",
        "draws without a seed",
        ((TURNED, f"{TURNED} * (1 + 1e-14 * np.random.default_rng().random())"),),
        "def turned_twice",
        ("turned_twice gives other numbers", "a second time"),
    ),
    Broken(
        "idle",
        "pays the stub for raising",
        (("normal, returns, task", "normal, returns, scenario, task"), (CHECKS, REFUSES_WORDS)),
        "checks = [",
        ("the stub earns points on the check 'takes no words'",),
    ),
    Broken(
        "caught",
        "has a misconception that is right",
        ((UPHILL, "return np.mean(2 * x * (w * x - y))"),),
        "def uphill",
        ("the misconception uphill passes every check; add a check",),
    ),
    Broken(
        "caught",
        "has a misconception that is right on redrawn inputs",
        ((UPHILL, "return np.mean(2 * x * (w * x - y)) * (1 + (len(x) == 7 and w > 0))"), OFF),
        "def uphill",
        ("the misconception uphill on redrawn inputs passes every check",),
    ),
    Broken(
        "caught",
        "has a misconception that is right on float32",
        ((UPHILL, "return np.mean(2 * x * (w * x - y)) * (1 + (x.dtype == np.float64))"), OFF),
        "def uphill",
        ("the misconception uphill on float32 inputs passes every check",),
    ),
    Broken(
        "free",
        "has checks without points",
        (
            ('title="three errors", public', 'title="three errors", points=0, public'),
            ('title="five fresh errors"', 'title="five fresh errors", points=0'),
        ),
        "def turned_round",
        ("the misconception turned_round fails and loses no point",),
    ),
    Broken(
        "public",
        "shows too little",
        (('title="three samples",\n        public=True,', 'title="three samples",'),),
        "checks = [",
        ("the public checks alone name 3 of 8 misconceptions", "make one more check public"),
    ),
    Broken(
        "recognised",
        "has two misconceptions alike",
        ((CHECKS, TWIN),),
        "def uphill",
        ("the misconception uphill gives the numbers of twin_of_uphill",),
    ),
    Broken(
        "recognised",
        "has a misconception that is another one with loops",
        (
            (
                UPHILL,
                'return 3 * np.mean(2 * (w * x - y) * x) if "loops_of_prove" in globals() else np.sum(y)',
            ),
            OFF,
        ),
        "def uphill",
        ("the misconception uphill rewritten with loops is recognised as relation.scaled",),
    ),
    Broken(
        "spill",
        "has a task that calls another, undeclared",
        (
            (
                "return np.mean(2 * (w * x - y) * x)\n\n\n# ----",
                "return np.mean(2 * errors(w, x, y) * x)\n\n\n# ----",
            ),
        ),
        "def turned_round",
        ("turned_round is a mistake in errors and fails the check 'three samples' of slope", "uses=[errors]"),
    ),
    Broken(
        "catches",
        "has a check that catches nothing",
        (("        note=", "        tolerance=None,  # note="),),
        'title="flat where the line fits"',
        ("the check 'flat where the line fits' fails for no misconception", "note="),
    ),
    Broken(
        "scatter",
        "has right answers that differ",
        (("return total / len(x)", "return total / len(x) * (1 + 1e-5)"),),
        'title="three samples"',
        ("in double precision", "scatter by 9e-06, more than 1e-06", "the alternative with_a_loop"),
    ),
    Broken(
        "scatter",
        "has a written tolerance that is too narrow",
        (('title="five fresh errors"', 'title="five fresh errors", tolerance=1e-15'),),
        FRESH_ERRORS,
        ("in double precision scatter by 2e-16, more than 1e-16",),
    ),
    Broken(
        "near",
        "has a written tolerance that is too wide",
        (('title="seven fresh samples",', 'title="seven fresh samples",\n        tolerance=0.1,'),),
        'title="seven fresh samples"',
        ("on the check 'seven fresh samples' the misconception", "too near to the tolerance 0.1 in double"),
    ),
    Broken(
        "slope",
        "has a reference for another loss",
        (("return np.mean((w * x - y) ** 2)\n\n\n@task", "return np.mean((w * x - y) ** 2) / 2\n\n\n@task"),),
        'title="three samples"',
        ("the reference's slope is -4.666667 and the central difference of loss is -2.333333",),
    ),
    Broken(
        "leak",
        "gives one check the answer of another",
        (
            (
                FRESH_ERRORS,
                f'{FRESH_ERRORS}, title="fresh"),\n'
                "    returns(errors, w=1.0, x=ramp, y=np.array([-1.0, -0.5, -4.0])",
            ),
            ('title="five fresh errors"', 'title="three more errors"'),
        ),
        'returns(errors, w=1.5, x=ramp, y=np.array([2.0, 2.5, 7.0]), title="three errors"',
        ("'three errors' is the expected errors of the hidden check 'three more errors'",),
    ),
    Broken(
        "answer",
        "tells the code in a task's docstring",
        (("Return dL/dw, one number.", "Return np.mean(2*(w*x - y)*x), one number."),),
        "def slope",
        ("the docstring of slope holds the reference's code of errors",),
    ),
    Broken(
        "answer",
        "tells the code in a comment",
        ((TASKS, f"# It is 2·(w·x - y)·x, 1/n of it, np.mean(2 * (w * x - y) * x).\n{TASKS}"),),
        "# It is",
        ("this comment holds the reference's code of errors",),
    ),
    Broken(
        "twice",
        "has two misconceptions of one name",
        (("def product_of_means(w, x, y)", "def uphill(w, x, y=None)"),),
        "def uphill(w, x, y=None)",
        ("uphill is defined on line", "rename one of them"),
    ),
    Broken(
        "unused",
        "has a misconception without its mark",
        (("@misconception(slope)\ndef uphill(", "def uphill("),),
        "def uphill(",
        ("nothing uses uphill; put the mark above it",),
    ),
    Broken(
        "unused",
        "has numbers that no check uses",
        ((CHECKS, "\nslope_at_rest = np.zeros(3)\n\nchecks = ["),),
        "slope_at_rest",
        ("nothing uses slope_at_rest; use it in a check",),
    ),
    Broken(
        "outside",
        "has a check that is not listed",
        ((CHECKS, '\nforgotten = returns(errors, w=3.0, x=ramp, y=ramp, title="forgotten")\n\nchecks = ['),),
        "forgotten",
        ("the check 'forgotten' is not in the list checks",),
    ),
    Broken(
        "outside",
        "has a check that has no name",
        ((CHECKS, '\nreturns(errors, w=3.0, x=ramp, y=ramp, title="forgotten")\n\nchecks = ['),),
        'returns(errors, w=3.0, x=ramp, y=ramp, title="forgotten")',
        ("this check is not in the list checks",),
    ),
    Broken(
        "words",
        "uses a task that is none",
        (('title="seven fresh samples",', 'title="seven fresh samples",\n        uses=["erors"],'),),
        'title="seven fresh samples"',
        ("uses= names 'erors', which is none; did you mean 'errors'?",),
    ),
    Broken(
        "words",
        "plots a value that is none",
        (('title="seven fresh samples",', 'title="seven fresh samples",\n        curve="history",'),),
        'title="seven fresh samples"',
        ("curve= names 'history', which is none; there are: slope",),
    ),
    Broken(
        "words",
        "has a hint that is none",
        (("    Hint: The power rule", "    Hnit: The power rule"),),
        "def exponent_forgotten",
        ("has a paragraph that begins with 'Hnit:'; write Hint:",),
    ),
    Broken(
        "order",
        "names the parts of two checks in two orders",
        (
            ('title="three errors"', 'title="three errors", names=["one", "two", "three"]'),
            (FRESH_ERRORS, f'{FRESH_ERRORS.replace("size=5", "size=3")}, names=["two", "one", "three"]'),
            ('title="five fresh errors"', 'title="fresh errors"'),
        ),
        FRESH_ERRORS.replace("size=5", "size=3"),
        ("names its parts two, one, three, and an earlier check of errors one, two, three",),
    ),
    Broken(
        "unconfirmed",
        "has a task with one solution",
        (
            ("@alternative(errors)", "@alternative(slope)"),
            (TURNED, "return np.mean(2 * x * (w * x - y))"),
        ),
        "def errors",
        ("nothing confirms the reference of errors", "write an @alternative(errors)"),
    ),
    Broken(
        "unhidden",
        "shows all checks of a task",
        (('title="five fresh errors"', 'title="five fresh errors", public=True'),),
        "def errors",
        ("errors pays for public checks alone",),
    ),
    Broken(
        "stops",
        "has a typing error in a misconception",
        ((UPHILL, "return np.mean(2 * (y - w * xs) * x)"),),
        "return np.mean(2 * (y - w * xs) * x)",
        ("uphill stops by an error of its own (NameError: name 'xs' is not defined)",),
    ),
    Broken(
        "stops",
        "has a misconception that asks a library for a word that it has not",
        ((UPHILL, "return np.maen(2 * (y - w * x) * x)"),),
        "return np.maen",
        ("uphill stops by an error of its own (AttributeError", "'maen'"),
    ),
    Broken(
        "stops",
        "has a misconception that takes other arguments",
        (("def uphill(w, x, y):", "def uphill(w, x, y, lr):"), (UPHILL, f"{UPHILL} * lr")),
        "def uphill",
        ("uphill stops by an error of its own",),
    ),
    Broken(
        "alone",
        "has an alternative that is a little wrong",
        (("return total / len(x)", "return total / len(x) * (1 + 1e-8)"),),
        "def with_a_loop",
        ("the alternative with_a_loop is 9e-09 off", "it alone widens the tolerance"),
    ),
    Broken(
        "same",
        "gives a hidden check the inputs of a public one",
        ((FRESH_ERRORS, f"{AS_IN_PUBLIC},\n    {FRESH_ERRORS}"),),
        AS_IN_PUBLIC,
        ("'again' has the inputs or the answer of the public check 'three errors'",),
    ),
    Broken(
        "narrow",
        "draws from a range without width",
        (("w=uniform(1.5, 2)", "w=uniform(1.5, 1.5000001)"),),
        "returns(errors, w=uniform(1.5, 1.5000001)",
        ("'five fresh errors' draws w from a range without width",),
    ),
    Broken(
        "narrow",
        "cannot draw with every seed",
        (("w=uniform(1.5, 2)", "w=draw(lambda rng: [1.5, 1.75][int(rng.integers(4))])"), DRAW),
        "returns(errors, w=draw",
        ("cannot be drawn (IndexError",),
    ),
    Broken(
        "unsteady",
        "draws without the seed",
        (("w=uniform(1.5, 2)", "w=np.random.default_rng().uniform(1.5, 2)"),),
        "returns(errors, w=np.random",
        ("the same seed gives the check 'five fresh errors' another w each time",),
    ),
    Broken(
        "blind",
        "has a public check whose samples are all alike",
        (
            (
                "x=ramp,\n        y=np.array([2.0, 2.5, 7.0]),",
                "x=1.5 + 0 * ramp,\n        y=np.array([2.0, 2.5, 7.0]),",
            ),
        ),
        'title="three samples"',
        ("product_of_means passes every public check of slope", "all numbers of x are equal"),
    ),
    Broken(
        "intermediates",
        "names what no text explains",
        GAP,
        "on_the_way =",
        ("neither the story nor the docstring of slope says what gap is",),
    ),
    Broken(
        "intermediates",
        "has an alternative with another quantity of that name",
        (*GAP, ("one number.\n", "one number, by way of the gap.\n"), (DOT, f"gap = y - w * x; {DOT}")),
        "def with_a_dot_product",
        ("the alternative with_a_dot_product means something else by gap than the reference",),
    ),
    Broken(
        "unhidden",
        "has hidden inputs that never change",
        (
            (FRESH_ERRORS, "returns(errors, w=1.75, x=np.array([0.5, -1.5]), y=np.array([1.25, 3.0])"),
            ('title="five fresh errors"', 'title="two more errors"'),
        ),
        "def errors",
        ("the hidden checks of errors have the same inputs whatever the seed",),
    ),
    Broken(
        "answer",
        "gives students a function that returns what a task should",
        ((TASKS, "def gaps(w, x, y):\n    return w * x - y\n\n\n" + TASKS),),
        "def gaps",
        ("gaps, which students get, holds the reference's code of errors",),
    ),
    Broken(
        "order",
        "names a returned pair the other way round",
        (
            (
                "return w * x - y\n",
                "up, down = np.maximum(w * x - y, 0), np.minimum(w * x - y, 0)\n    return up, down\n",
            ),
            (TURNED, "return -np.minimum(y - x * w, 0), -np.maximum(y - x * w, 0)"),
            ('title="three errors"', 'names=["down", "up"], title="three errors"'),
            ('title="five fresh errors"', 'names=["down", "up"], title="five fresh errors"'),
        ),
        "returns(errors, w=1.5",
        ("the check 'three errors' calls the returned up 'down'",),
    ),
    Broken(
        "page",
        "is not finite on one draw of six",
        (("return w * x - y\n", "return w * x - y + (0 if len(x) < 5 or w > 1.6 else np.inf)\n"),),
        FRESH_ERRORS,
        ("on inputs redrawn with `grade key --seed", "'five fresh errors'"),
    ),
    Broken(
        "blind",
        "has a public check of one sample",
        (
            *unmarked("@misconception(slope)", "summed_not_averaged"),
            ("x=ramp,\n        y=np.array([2.0, 2.5, 7.0]),", "x=ramp[2:],\n        y=np.array([7.0]),"),
            ('title="three samples"', 'title="a sample"'),
        ),
        'title="a sample"',
        ("with a sum in place of its mean slope passes every public check", "'seven fresh samples'"),
    ),
    Broken(
        "blind",
        "has a public check whose numbers are all equal",
        (("w=1.5, x=ramp, y=np", "w=1.5, x=2.0 + 0 * ramp, y=np"),),
        "returns(errors, w=1.5",
        ("all numbers of x in the check 'three errors' are equal",),
    ),
    Broken(
        "blind",
        "has 1, 2, 3 and 2, 4, 6 as its public data",
        (('x=ramp, y=np.array([2.0, 2.5, 7.0]), title="three e', 'x=ramp, y=2 * ramp, title="three e'),),
        "returns(errors, w=1.5",
        ("in every public check of errors, as in 'three errors', x counts up from 1 and y is a multiple",),
    ),
    Broken(
        "unused",
        "imports what it does not need",
        (("import numpy as np\n", "import math\n\nimport numpy as np\n"),),
        "import math",
        ("nothing uses math; delete its import",),
    ),
    Broken(
        "docstring",
        "describes a parameter that a task has not",
        (("x, y: arrays of shape (n,).  Returns", "x, t: arrays of shape (n,).  Returns"),),
        "def errors",
        ("the docstring of errors speaks of t, which is no parameter of it", "are: w, x, y"),
    ),
    Broken("within", "takes a guess for a prediction", PREDICTED, "predict(", ("only 2.5 times as large",)),
    Broken(
        "within",
        "has a wrong answer just outside",
        (*PREDICTED, ("within=0.1", "within=0.01"), ("return 1.25", "return 0.265")),
        "predict(",
        ("on the check 'the loss at 1.5' halved is 1.5 times within= off",),
    ),
    Broken(
        "unpaid",
        "has a mistake after which the next task gives zeros",
        (
            ("return np.mean(2 * (w * x - y) * x)\n\n\n# ----", f"{THROUGH_ERRORS}\n\n\n# ----"),
            ("        slope,\n        of=loss,", "        slope,\n        uses=[errors],\n        of=loss,"),
            ("return x - y", "return 0 * y"),
        ),
        "def weight_left_out",
        ("after the misconception weight_left_out every failing check of slope asks for what a constant",),
    ),
)
