"""Programs that break in every way but by a wrong number, and odd ones that are right."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent


@dataclass(frozen=True)
class Bad:
    """A broken answer to the exercise ``loss``: the status of its check, and words that the message needs.

    ``text`` stands at the end of a right program, where it replaces a function or breaks the whole file.
    ``line`` is the text's line that the report must name, counted within ``text``; 0 for none.
    """

    id: str
    status: str
    words: tuple[str, ...]
    text: str
    line: int = 0


RIGHT = dedent(
    '''
    """Homework on losses."""
    import numpy as np


    def squared_error(prediction, y):
        return (prediction - y) ** 2


    def mean_squared_error(predictions, y):
        return np.mean((predictions - y) ** 2)


    def half_squared_error(outputs, targets):
        return 0.5 * np.sum((outputs - targets) ** 2)
    '''
).lstrip()


def bad(id: str, status: str, *words: str, text: str, line: int = 0) -> Bad:
    """Return a row of a table."""
    return Bad(id, status, words, dedent(text).lstrip("\n"), line)


def returning(id: str, value: str, status: str, *words: str) -> Bad:
    """Return a row whose function works the loss out and returns something else."""
    text = f"""
        def squared_error(prediction, y):
            e = (prediction - y) ** 2
            return {value}
        """
    return bad(id, status, *words, text=text)


LOADING = (
    bad(
        "raises",
        "raised",
        "stops before",
        "NameError",
        "'learning_rate' is not defined",
        "Check its spelling",
        text="""
        w = 1.0
        print(w - learning_rate * 2)
        """,
        line=2,
    ),
    bad(
        "asks_for_input",
        "raised",
        "EOFError",
        "nobody is there to type",
        text='rate = float(input("learning rate? "))',
        line=1,
    ),
    bad("reads_a_file", "raised", "'data.csv'", "Only this one file", text='open("data.csv")', line=1),
    bad(
        "imports_what_is_not_here",
        "raised",
        "No module named 'pandas'",
        "numpy",
        text="import pandas",
        line=1,
    ),
    bad("exits", "raised", "ends the program", "sys.exit()", text="import sys\nsys.exit(0)\n", line=2),
    bad("quits", "raised", "ends the program", "quit()", text="quit()", line=1),
    bad(
        "exits_the_process",
        "crashed",
        "stops before",
        "exit status 0",
        "os._exit()",
        text="import os\nos._exit(0)\n",
    ),
    bad(
        "crashes_the_interpreter",
        "crashed",
        "stops before",
        "broke down (SIGSEGV)",
        text="import ctypes\nctypes.string_at(0)\n",
    ),
    bad(
        "takes_all_memory",
        "out_of_memory",
        "more memory than there is",
        text="grid = np.zeros((1_000_000, 100_000))",
    ),
    bad(
        "writes_to_every_pipe",
        "crashed",
        "disturbed the grader's own connection",
        text="""
        import os
        for fd in range(3, 10):
            try:
                os.write(fd, b"passed" * 20)
            except OSError:
                pass
        """,
    ),
)

NO_PYTHON = (
    bad(
        "bracket_never_closed",
        "unreadable",
        "is not Python: '(' was never closed",
        "    print(squared_error(1, 2)",
        "         ^",
        text="# try it\nprint(squared_error(1, 2)\n",
        line=2,
    ),
    bad(
        "colon_missing",
        "unreadable",
        "expected ':'",
        "    for i in range(10)",
        "                      ^",
        text="for i in range(10)\n    print(i)\n",
        line=1,
    ),
    bad(
        "not_indented",
        "unreadable",
        "expected an indented block",
        "    return y",
        "    ^",
        text="def train(y):\nreturn y\n",
        line=2,
    ),
    bad(
        "tabs_and_spaces",
        "unreadable",
        "inconsistent use of tabs and spaces",
        "    return e",
        text="def train(y):\n        e = y\n\treturn e\n",
        line=3,
    ),
    bad(
        "python_2",
        "unreadable",
        "Missing parentheses in call to 'print'",
        '    print "loss", 3',
        "    ^",
        text='print "loss", 3\n',
        line=1,
    ),
    bad(
        "full_width_comma",
        "unreadable",
        "invalid character '，' (U+FF0C)",
        "    print(squared_error(1， 2))",
        "                         ^",
        text="print(squared_error(1， 2))\n",
        line=1,
    ),
    bad(
        "unfinished_f_string",
        "unreadable",
        "f-string",
        '    print(f"{1 +}")',
        text='print(f"{1 +}")\n',
        line=1,
    ),
)

CALLING = (
    bad(
        "missing",
        "missing",
        "no function squared_error",
        "Check its name",
        text="del squared_error",
    ),
    bad(
        "a_variable",
        "missing",
        "squared_error is there, but it is no function",
        text="squared_error = squared_error(3, 4)",
    ),
    bad(
        "wrong_signature",
        "raised",
        "called with 2 arguments (prediction, y)",
        "squared_error(w, x, y)",
        "missing a required argument",
        text="""
        def squared_error(w, x, y):
            return (w * x - y) ** 2
        """,
    ),
    bad(
        "returns_nothing",
        "failed",
        "squared_error returned None",
        "return missing?",
        text="""
        def squared_error(prediction, y):
            print((prediction - y) ** 2)
        """,
    ),
    bad(
        "not_written_yet",
        "unfinished",
        "squared_error is not written yet",
        text="""
        def squared_error(prediction, y):
            raise NotImplementedError("Write squared_error.")
        """,
    ),
    returning("a_row", "[e, e, e]", "failed", "has shape (3,)", "expected a single number"),
    returning("a_list_of_one", "[e]", "failed", "has shape (1,)", "expected a single number"),
    returning("complex", "e + 0j", "failed", "holds complex numbers", "expected plain numbers"),
    returning("bool", "e > 0", "failed", "holds True or False", "expected plain numbers"),
    returning("text", "str(e)", "failed", "is of type str, not a number"),
    returning("a_dict", "{'loss': e}", "failed", "is of type dict, not a number"),
    returning("a_generator", "(e for _ in range(3))", "failed", "is of type generator, not a number"),
    returning("ragged", "[1.0, [e]]", "failed", "is of type list, not a number"),
    returning("a_function", "squared_error", "failed", "is of type function, not a number"),
    returning("nan", "e * float('nan')", "failed", "not a number (nan)", "left the finite numbers"),
    returning("inf", "np.float64(e) / 0", "failed", "infinity (inf)", "left the finite numbers"),
    bad(
        "divides_by_zero",
        "raised",
        "ZeroDivisionError",
        "divided by zero",
        text="""
        def squared_error(prediction, y):
            n = 0
            return (prediction - y) ** 2 / n
        """,
        line=3,
    ),
    bad(
        "unknown_name",
        "raised",
        "NameError",
        "'targets' is not defined",
        text="""
        def squared_error(prediction, y):
            return (prediction - targets) ** 2
        """,
        line=2,
    ),
    bad(
        "calls_itself_without_end",
        "raised",
        "RecursionError",
        "call itself without end",
        text="""
        def squared_error(prediction, y):
            return squared_error(prediction, y)
        """,
        line=2,
    ),
    bad(
        "exits",
        "raised",
        "ends the program",
        text="""
        def squared_error(prediction, y):
            exit()
        """,
        line=2,
    ),
    bad(
        "exception_without_words",
        "raised",
        "Sorry",
        text="""
        class Sorry(BaseException):
            def __str__(self):
                raise ValueError

        def squared_error(prediction, y):
            raise Sorry
        """,
        line=6,
    ),
    bad(
        "too_much_memory",
        "out_of_memory",
        "more memory than there is",
        text="""
        def squared_error(prediction, y):
            rows = []
            while True:
                rows.append(np.zeros(20_000_000))
        """,
    ),
    bad(
        "huge_result",
        "raised",
        "too large",
        text="""
        def squared_error(prediction, y):
            return np.zeros(20_000_000)
        """,
    ),
    bad(
        "segfault",
        "crashed",
        "broke down (SIGSEGV)",
        text="""
        import ctypes

        def squared_error(prediction, y):
            return ctypes.string_at(0)
        """,
    ),
    bad(
        "exits_the_process",
        "crashed",
        "exit status 3",
        "os._exit()",
        text="""
        import os

        def squared_error(prediction, y):
            os._exit(3)
        """,
    ),
    bad(
        "writes_to_the_reply_pipe",
        "crashed",
        "disturbed the grader's own connection",
        text="""
        import os

        def squared_error(prediction, y):
            os.write(4, b"passed" * 100)
            return (prediction - y) ** 2
        """,
    ),
    bad(
        "closes_every_file",
        "crashed",
        "ended the whole process",
        text="""
        import os

        def squared_error(prediction, y):
            os.closerange(0, 64)
            return (prediction - y) ** 2
        """,
    ),
)

ODD_AND_RIGHT = (
    returning("int_where_whole", "int(e) if e == int(e) else e", "passed"),
    returning("array_of_no_dimension", "np.array(e)", "passed"),
    returning("numpy_scalar", "np.float64(e)", "passed"),
    returning("float32", "np.float32(e)", "passed"),
    returning("long_double", "np.longdouble(e)", "passed"),
    returning("a_tensor", "__import__('torch').tensor(e)", "passed"),
    returning(
        "a_tensor_that_requires_grad", "__import__('torch').tensor(e, requires_grad=True) * 1.0", "passed"
    ),
    bad(
        "prints_megabytes",
        "passed",
        text="""
        for i in range(100_000):
            print("epoch", i, "loss", 1 / (i + 1))

        def squared_error(prediction, y):
            print("x" * 3_000_000)
            return (prediction - y) ** 2
        """,
    ),
    bad(
        "changes_its_arguments",
        "passed",
        text="""
        def mean_squared_error(predictions, y):
            predictions -= y
            predictions **= 2
            return predictions.mean()
        """,
    ),
    bad(
        "draws_and_warns",
        "passed",
        text="""
        import warnings
        import matplotlib.pyplot as plt
        from matplotlib import cm
        from mpl_toolkits.mplot3d import Axes3D

        plt.rcParams["font.sans-serif"] = ["SimHei"]
        (line,) = plt.plot([1, 2, 3], color=cm.viridis(0.5))
        fig, ax = plt.subplots(figsize=(6, 4))
        fig, (left, right) = plt.subplots(1, 2)
        fig, ((a, b, c), (d, e, f)) = plt.subplots(nrows=2, ncols=3)
        fig, axes = plt.subplots(2, 2)
        for row in axes:
            row[0].set_title("loss")
        axes[0, 1].plot([1, 2, 3])[0].set_label("w")
        with plt.style.context("ggplot"):
            plt.show()
        warnings.warn("old")
        """,
    ),
    bad(
        "a_thread",
        "passed",
        text="""
        import threading

        def squared_error(prediction, y):
            threading.Thread(target=print).start()
            return (prediction - y) ** 2
        """,
    ),
    bad(
        "main_guard",
        "passed",
        text="""
        if __name__ == "__main__":
            raise SystemExit("only when run by hand")
        """,
    ),
)
