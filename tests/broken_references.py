"""Ways to break ``small_pages/one_slope.py`` in what it refers to: names, numbers, examples, words."""

from __future__ import annotations

from broken import FRESH_ERRORS, TURNED, UPHILL, Broken

WRITE = "**What to write.** The errors"
HINT = "Hint: Call your function with w = 1 and with w = 2."
SLOPE_TEXT = '"""Return dL/dw, one number.\n'
ERRORS_TEXT = "w: a number.  x, y: arrays of shape (n,).  Returns an array of shape (n,)."
UPHILL_TEXT = "Your slope has the right size and says the opposite."


def with_check(check: str, word: str) -> tuple[tuple[str, str], ...]:
    """Return the edits that add a check of another kind."""
    return (
        ("import alternative, gradients", f"import alternative, {word}, gradients"),
        (FRESH_ERRORS, f"{check},\n    {FRESH_ERRORS}"),
    )


REFERENCES = (
    Broken(
        "story",
        "points to a name that students do not have",
        ((WRITE, "**What to write.** The loss is `los` below. The errors"),),
        "**What to write",
        ("the story points to los, and there is nothing of that name in students' file",),
    ),
    Broken(
        "story",
        "names a page that is none",
        ((WRITE, "**What to write.** See the page `one_slop`. The errors"),),
        "**What to write",
        ("the story speaks of the page one_slop, which is none; did you mean one_slope?",),
    ),
    Broken(
        "story",
        "promises other points",
        ((WRITE, "**What to write.** This is worth ten points. The errors"),),
        "**What to write",
        ("the story promises 'worth ten points', and the checks give 6 in all",),
    ),
    Broken(
        "story",
        "quotes a number that the story does not have",
        ((HINT, "Hint: The story gets 7.25. What do you get?"),),
        "def weight_left_out",
        ("speaks of the story's 7.25, and the story has no such number",),
    ),
    Broken(
        "story",
        "tells a number of the worked one that the story does not have",
        ((HINT, "Hint: In the worked number the error is 7.25. What is yours?"),),
        "def weight_left_out",
        ("speaks of the story's 7.25, and the story has no such number",),
    ),
    Broken(
        "story",
        "tells two numbers of the story of each other",
        (
            (WRITE, "**Two.** Here m = 0.3 and v = 0.9. **What to write.** The errors"),
            (HINT, "Hint: In the story m is 0.9 and v is 0.3. What are yours?"),
        ),
        "def weight_left_out",
        ("speaks of the story's m as 0.9 and v as 0.3, and there it is the other way round",),
    ),
    Broken(
        "story",
        "has two digits of a number in another order than a hint",
        (
            (WRITE, "**Two.** It comes to 3.3586. **What to write.** The errors"),
            (HINT, "Hint: Should it be 3.3856?"),
        ),
        "**Two.**",
        ("the story says 3.3586, and the misconception weight_left_out 3.3856; correct one of them",),
    ),
    Broken(
        "story",
        "gives an input of a check another number",
        (
            (
                "**What to write.** The errors",
                "**A batch worked out.** With w = 2.5, x = 1, 2, 3 and y = 2, 2.5, 7 it is -0.5, 0.5, "
                "-2.5, half as far as 1.5.\n\n"
                "**What to write.** The errors",
            ),
        ),
        "**A batch worked out",
        ("the story has w = 2.5, and the check 'three errors', whose other inputs it has, 1.5",),
    ),
    Broken(
        "story",
        "slips in a number on the way",
        (
            (
                "**What to write.** The errors",
                "**A batch worked out.** With w = 1.5, x = 1, 2, 3 and y = 2, 2.5, 7 the errors are -0.5, "
                "0.5, -2.5, and the slope is -4.6767.\n\n**What to write.** The errors",
            ),
        ),
        "**A batch worked out",
        ("the story says -4.6767, and on its numbers the reference comes to -4.6667",),
    ),
    Broken(
        "file",
        "names a data file that is not there",
        ((WRITE, "**What to write.** The samples are those of `data/samples.csv`. The errors"),),
        "**What to write",
        ("the story speaks of data/samples.csv, and there is no such file beside the page",),
    ),
    Broken(
        "hints",
        "says a hint twice",
        ((HINT, f"{HINT}\n    {HINT}"),),
        "def weight_left_out",
        ("the misconception weight_left_out has a hint that repeats what stands before it",),
    ),
    Broken(
        "answer",
        "tells the answer in another order",
        ((HINT, "Hint: Try np.mean(x * (x * w - y) * 2) there."),),
        "def weight_left_out",
        ("holds the reference's code of",),
    ),
    Broken(
        "docstring",
        "shows another result than there is",
        ((ERRORS_TEXT, f"{ERRORS_TEXT}\n\n    >>> errors(2.0, 3.0, 5.0)\n    2.0"),),
        "def errors",
        ("the docstring of errors says that errors(2.0, 3.0, 5.0) gives 2.0, and it gives 1.0",),
    ),
    Broken(
        "docstring",
        "tells another result in a sentence",
        ((ERRORS_TEXT, f"{ERRORS_TEXT} So errors(2.0, 3.0, 5.0) is 4."),),
        "def errors",
        ("says that errors(2.0, 3.0, 5.0) gives 4, and it gives 1.0",),
    ),
    Broken(
        "docstring",
        "tells another default",
        (
            ("def errors(w, x, y):", "def errors(w, x, y=1.5):"),
            (ERRORS_TEXT, f"{ERRORS_TEXT} The targets y: arrays, 2.5 by default."),
        ),
        "def errors",
        ("the docstring of errors says that y is 2.5 by default, and it is 1.5",),
    ),
    Broken(
        "docstring",
        "promises a pair",
        ((SLOPE_TEXT, '"""Return the pair of slopes.\n'),),
        "def slope",
        ("the docstring of slope says that it returns a pair, and the reference returns one number",),
    ),
    Broken(
        "docstring",
        "names another exception",
        (
            *with_check(
                'raises(errors, w=1.5, x=np.ones(2), y=np.ones(3), error=ValueError, says="shape", '
                'title="a", note="-")',
                "raises",
            ),
            (ERRORS_TEXT, f"{ERRORS_TEXT} Raises TypeError where they differ."),
        ),
        "def errors",
        ("speaks of TypeError, and the check 'a' expects ValueError",),
    ),
    Broken(
        "changes",
        "says in place where nothing is changed",
        ((ERRORS_TEXT, f"{ERRORS_TEXT} x is changed in place."),),
        "def errors",
        ("the docstring of errors says 'in place', and the reference leaves its arguments alone",),
    ),
    Broken(
        "words",
        "expects an exception that does not come",
        with_check(
            'raises(errors, w=1.5, x=np.ones(2), y=np.ones(3), error=ValueError, says="color", title="a", '
            'note="-")',
            "raises",
        ),
        "raises(errors",
        ("on the check 'a' the reference does not raise that exception with these words",),
    ),
    Broken(
        "title",
        "says a number that is none of the check's",
        (('title="flat where the line fits"', 'title="flat at 2.5 where the line fits"'),),
        'title="flat at',
        ("says 2.5, which is none of its numbers",),
    ),
    Broken(
        "copy",
        "has an alternative that only names its result",
        ((TURNED, "found = w * x - y\n    return found"),),
        "def turned_twice",
        ("the alternative turned_twice is the reference of errors once more",),
    ),
    Broken(
        "says",
        "calls a wrong size right",
        ((UPHILL, "return np.mean(3 * (y - w * x) * x)"),),
        "def uphill",
        ("says 'has the right size', and none of its wrong numbers has the size of the right one",),
    ),
    Broken(
        "says",
        "calls an opposite sign right",
        ((UPHILL_TEXT, "Your slope has the right sign."),),
        "def uphill",
        ("says 'has the right sign', and all its wrong numbers have the opposite sign",),
    ),
    Broken(
        "says",
        "names another input than the one left out",
        (("Your errors do not change with w.", "Your errors do not change with x."),),
        "def weight_left_out",
        ("says 'Your errors do not change with x.', and its program uses x, and not w",),
    ),
)
