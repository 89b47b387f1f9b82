"""A notebook's cells become one program: what the tasks need, and nothing that could fail beside it."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.intake.notebooks.document import Cell
from grader.intake.notebooks.gather import STATEMENTS_AT_MOST, Gathered, gather
from grader.intake.notebooks.units import Kind, units
from grader.words.plain import in_words

STUB = '''"""A story."""
import numpy as np

scale = 2.0

def helper(x):
    """Return twice x."""
    return scale * x

def f(x):
    """Return x."""
    raise NotImplementedError("Write f.")

def g(x):
    raise NotImplementedError("Write g.")

if __name__ == "__main__":
    for title in ["a"]:
        print(f(1))
'''
F, G = "def f(x):\n    return x", "def g(x):\n    return f(x)"


def program(
    *texts: str, tasks: Sequence[str] = ("f", "g"), stub: str = "", ids: Sequence[str] = ()
) -> Gathered:
    """Return the program of some cells."""
    named = [*ids, *[""] * len(texts)]
    cells = [
        Cell(f"cell {place}", text, id)
        for place, (text, id) in enumerate(zip(texts, named, strict=False), start=1)
    ]
    return gather(cells, tasks, stub, "f.ipynb")


def names(made: Gathered) -> Mapping[str, object]:
    """Return what a program leaves behind when it runs."""
    space: dict[str, object] = {}
    exec(made.program.text, space)
    return space


def call(made: Gathered, name: str = "f", *args: object) -> object:
    """Return what a program's function returns."""
    function = names(made)[name]
    assert callable(function)
    return function(*args)


def test_marked_with_their_cells() -> None:
    """A program's lines stand below a mark with their cell and their first line; comments stay."""
    made = program("# mine\ndef f(x):\n    return x", "a = 1\n\n\n\n\n\nb = 2", "def g(x):\n    return a + b")
    assert made.program.text == (
        "# %% cell 1, line 1\n# mine\ndef f(x):\n    return x\n"
        "# %% cell 2, line 1\na = 1\n# %% cell 2, line 7\nb = 2\n"
        "# %% cell 3, line 1\ndef g(x):\n    return a + b\n"
    )


def test_lines_between_stay() -> None:
    """A short gap between two statements stays, so that a cell reads as it was written."""
    assert program("a = 1\n\n\ndef f(x):\n    return a", G).program.text.startswith(
        "# %% cell 1, line 1\na = 1\n\n\ndef f(x):"
    )


@pytest.mark.parametrize(
    "scratch",
    [
        "raise RuntimeError",
        "1 / 0",
        "f(3)",
        "while True: f(1)",
        "import nothing_like_it",
        "print(undefined)",
        "assert f(1) == 2",
        "from grader.notebook import check\ncheck('loss')",
        "%timeit f(1)",
        "!rm -r ~",
        "open('x', 'w').write('y')",
        "for f in range(3): pass",
        "f",
        "await f(1)",
    ],
)
def test_scratch_costs_nothing(scratch: str) -> None:
    """What is tried out in other cells does not run, whatever it would do."""
    made = program(scratch, F, scratch, G, scratch)
    assert made.program.text == f"# %% cell 2, line 1\n{F}\n# %% cell 4, line 1\n{G}\n"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["a = 3", "def f(x): return a"], 3),
        (["def f(x): return a", "a = 3"], 3),
        (["a = 1", "a = 3", "def f(x): return a"], 3),
        (["def f(x): return h()", "def h(): return a", "a = 3"], 3),
        (["b = a + 1", "a = 2", "def f(x): return b"], 3),
        (["b = h()", "def h(): return a", "a = 3", "def f(x): return b"], 3),
        (["def f(x, y=a): return y", "a = 3"], 3),
        (["@h\ndef f(x): return 1", "def h(k): return lambda x: 3"], 3),
        (["class A(B): pass", "class B:\n    c = 3", "def f(x): return A.c"], 3),
        (["f = lambda x: 3"], 3),
        (["f = h(3)", "def h(a): return lambda x: a"], 3),
        (["f = h", "def h(x): return 3"], 3),
        (["a = []\na.append(3)", "def f(x): return a[0]"], 3),
        (["a = [0]\na[0] = 3", "def f(x): return a[0]"], 3),
        (["a = 1", "a += 2", "def f(x): return a"], 3),
        (["class A: pass", "A.b = 3", "def f(x): return A.b"], 3),
        (["try:\n    import nothing\nexcept ImportError:\n    nothing = 3", "def f(x): return nothing"], 3),
        (["if True:\n    a = 3", "def f(x): return a"], 3),
        (["for a in range(4): pass", "def f(x): return a"], 3),
        (["a = 1; b = 2", "def f(x): return a + b"], 3),
        (["a, (b, c) = 1, (1, 1)", "def f(x): return a + b + c"], 3),
        (["from math import *", "def f(x): return floor(3.5)"], 3),
        (["import math", "def f(x): return [math.floor(i) for i in (3.5,)][0]"], 3),
        (["from __future__ import annotations", "def f(x: Nothing): return 3"], 3),
        (["def f(x: Nothing): return 3", "from __future__ import annotations"], 3),
        (["def f(x):\n    global a\n    a = 3\n    return a"], 3),
        (["a: int = 3", "a: int", "def f(x): return a"], 3),
        (["import random\nrandom.seed(3)", "def f(x): return random.Random(3).random() == 3 or 3"], 3),
        (["def f(x): return 1", "def f(x): return 3"], 3),
        (["def f(x): return 3", "f = 5"], 3),
        (["def f(x): return 3", "for f in [1]: pass"], 3),
        (["def f(x): return 3", "del f"], 3),
        (["def f(x): return 3", "f: int"], 3),
        (["%%time\ndef f(x): return 3"], 3),
        (["a = (1\n% 5) + 2", "def f(x): return a"], 3),
    ],
    ids=lambda value: " | ".join(value)[:40] if isinstance(value, list) else "",
)
def test_what_a_task_needs(cells: list[str], expected: int) -> None:
    """Whatever a definition needs comes along, in an order that runs, from wherever it stands."""
    assert call(program(*cells, tasks=["f"]), "f", 0) == expected


def test_seeds_are_kept() -> None:
    """A call that sets a library up is kept where the library is used, others are not."""
    text = program(
        "import random\nrandom.seed(3)\nrandom.shuffle([1])", "def f(x): return random", tasks=["f"]
    )
    assert text.program.text.count("random.seed(3)") == 1
    assert "shuffle" not in text.program.text


def test_given_code_is_put_back() -> None:
    """What was given and is gone comes from the stub, with a note."""
    made = program("def f(x): return helper(x) + np.pi", G, stub=STUB)
    assert call(made, "f", 1.0) == pytest.approx(5.14159265)
    assert in_words(made.notes) == (
        "Given code was gone from the notebook and was put back: helper, np, scale.",
    )
    assert "print" not in made.program.text


def test_given_code_that_is_there() -> None:
    """The notebook's own given code comes before the stub's, and needs no note."""
    given = STUB.partition("def f")[0]
    made = program(given.replace("2.0", "3.0"), "def f(x): return helper(x)", G, stub=STUB)
    assert call(made, "f", 1.0) == 3.0
    assert in_words(made.notes) == ()


def test_names_in_passing_do_not_replace_what_was_given() -> None:
    """A loop that happens to use a given name does not take its place."""
    assert (
        call(program("for scale in range(9): pass", "def f(x): return helper(x)", G, stub=STUB), "f", 1) == 2
    )


def test_stub_of_the_student() -> None:
    """A stub that was filled with something that is no Python gives nothing back, and does no harm."""
    made = program(F, G, stub="def f(x:\n")
    assert call(made, "g", 1) == 1


def test_missing_task() -> None:
    """Where a task is missing every function is kept, since one of them may be meant."""
    made = program("def ef(x): return x", G)
    assert "def ef" in made.program.text
    assert in_words(made.notes) == ("No cell defines f.",)


def test_no_tasks_known() -> None:
    """Where nothing is known of the tasks every function is kept."""
    made = program("a = 3", "def h(x): return a", "1 / 0", tasks=())
    assert call(made, "h", 0) == 3


def test_no_code() -> None:
    """A notebook without code is an empty program, given code or not."""
    assert program("", "# nothing", "%%bash\nls", stub=STUB).program.text == ""
    assert program(stub=STUB).program.text == ""


def test_methods() -> None:
    """A task that is a method is found in its class."""
    made = program("class A:\n    def b(self): return 3", tasks=["A.b", "A.c"], stub="class A:\n    pass\n")
    assert call(made, "A").b() == 3  # type: ignore[attr-defined]
    assert in_words(made.notes) == ()


# ---- what is said of the cells -------------------------------------------------------------------------


def test_twice() -> None:
    """A definition that stands in two cells is noted; the last one counts."""
    made = program(F, G, "def f(x): return 5")
    assert call(made, "f", 1) == 5
    assert in_words(made.notes) == ("f is defined in cell 1, cell 3. The one in cell 3 counts.",)


def test_twice_in_a_cell() -> None:
    """Two definitions in one cell are no matter of cells."""
    assert in_words(program(f"{F}\n{F}", G).notes) == ()


def test_renamed() -> None:
    """The only function in a task's cell is the task, whatever it is called."""
    made = program("def ef(x): return 3", G, ids=["answer-f", "answer-g"])
    assert made.program.names == {"f": "ef"}
    assert in_words(made.notes) == ("The cell of f defines ef, which is taken for f.",)


def test_not_renamed() -> None:
    """Where another cell defines the task, or the cell defines several functions, nothing is guessed."""
    assert program("def ef(x): return 3", F, G, ids=["answer-f"]).program.names == {}
    assert program("def a(): pass\ndef b(): pass", G, ids=["answer-f"]).program.names == {}
    assert program("def g(x): pass", ids=["answer-f"]).program.names == {}


def test_order() -> None:
    """Cells in another order are noted."""
    assert in_words(program(G, F, ids=["answer-g", "answer-f"]).notes) == (
        "The cells stand in another order than they were handed out in. That costs nothing.",
    )
    made = program(F, G, F, ids=["answer-f", "answer-g", "answer-f"])
    assert str(made.notes[0]).startswith("f is defined")


# ---- cells that are no Python ----------------------------------------------------------------------------


def test_broken_cell() -> None:
    """A function in a cell that is no Python fails at the cell's line; the others do not."""
    made = program("def f(x):\n    y = (x\n    return y", "def g(x):\n    return 3")
    assert call(made, "g", 1) == 3
    with pytest.raises(SyntaxError, match="was never closed"):
        call(made, "f", 1)
    assert "# %% cell 1, line 2\ndef f(*_, **__): raise SyntaxError(" in made.program.text
    assert in_words(made.notes) == (
        "Cell 1, line 2 is not Python, so this cell is left out: '(' was never closed\n    y = (x\n        ^",
    )


def test_broken_and_mended() -> None:
    """A broken cell costs nothing where another cell defines the same, before it or after it."""
    for cells in (["def f(x:", F, G], [F, "def f(x:", G]):
        assert call(program(*cells), "f", 3) == 3


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("def f(x):\nreturn x", "expected an indented block"),
        ("def f(x):\n    y = x\nreturn y", "'return' outside function"),
        ("def f(x): return x\nyield 1", "'yield' outside function"),
        ("def f(x):\n    break", "'break' outside loop"),
        ("def f(x):\n    for i in x:\n        def h(): continue", "'continue' outside loop"),
        ("class f:\n    return 1", "'return' outside function"),
        ("def f(x, x): pass", "duplicate argument"),
        ("def f(x):\n    nonlocal y", "no binding for nonlocal"),
        ("def f(x): return f'{x'", "f-string"),
        ("def f(x): return '\0'", "null bytes"),
        ("def f(x): return " + "-" * 100_000 + "1", "goes too deep"),
        ("def f(x): return x" + "[0]" * 50_000, "recursion"),
        ("def f(x): return " + "9" * 5_000, "Exceeds the limit"),
    ],
    ids=lambda value: value[:30],
)
def test_refused(text: str, error: str) -> None:
    """Everything that Python refuses is said of the cell, what only its compiler refuses included."""
    made = program(text, "def g(x): return 3")
    assert error in in_words(made.notes)[0]
    assert call(made, "g", 1) == 3
    with pytest.raises(SyntaxError):
        call(made, "f", 1)


def test_at_home_in_a_loop() -> None:
    """Words that end a loop or a function are right inside one."""
    text = "def f(x):\n    while x:\n        if x: break\n        continue\n    return [(yield)]"
    assert in_words(program(text, G).notes) == ()


def test_warnings_cost_nothing() -> None:
    """What Python warns of is no error."""
    assert in_words(program("def f(x):\n    '\\d'\n    return x is 3", G).notes) == ()


@pytest.mark.parametrize(
    "texts",
    [
        ["a = 1;" * 40_000],
        ["%a\n" * 200] * 400,
        ["def f(: pass"] * 1_000,
        ["\n".join(f"a{i} = a{i + 1}" for i in range(1_400)) + "\ndef f(x): return a0"],
        ["\n".join(f"a{i} = h()" for i in range(700)) + "\ndef h(): return a1\ndef f(x): return a0"],
    ],
    ids=["one line", "magics", "broken", "chain", "calls"],
)
def test_patience(texts: list[str]) -> None:
    """A notebook made to keep us busy does not, and its notes fit on a page."""
    started = time.process_time()
    assert len(in_words(program(*texts).notes)) <= 10
    assert time.process_time() - started < 30


# ---- any cells at all ------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *(
            "def f(x): return a",
            "def g(x): return f(x)",
            "a = 3",
            "a = b",
            "b = a",
            "b = f(1)",
            "a += 1",
            "f.c = a",
        ),
        *(
            "import math as b",
            "from math import *",
            "class a(b): c = f",
            "for a in b: f",
            "del a",
            "def f(x:",
            "%a",
        ),
        *(
            "f = lambda: g",
            "@g\ndef h(x=a): return x",
            "a; b; c = a",
            "if a:",
            "return",
            "",
            "# %% cell 9, line 9",
        ),
    ]
)


@settings(max_examples=200)
@given(st.lists(st.lists(PIECES, max_size=3).map("\n".join), max_size=6))
def test_any_cells(texts: list[str]) -> None:
    """Whatever the cells, the program is Python, holds each statement once, and the tasks that there are."""
    made = program(*texts)
    found = units("all", made.program.text)
    assert len({(unit.line, unit.text) for unit in found}) == len(found)
    defined = {name for unit in found if unit.kind is Kind.DEFINITION for name in unit.binds}
    for task in ("f", "g"):
        assert (
            task in defined
            or f"No cell defines {task}." in in_words(made.notes)
            or f"{task} = " in made.program.text
        )


def test_too_many_statements() -> None:
    """What comes after the last statement that is read is named by its cell; what stood before it counts."""
    many = "\n".join(f"x{number} = {number}" for number in range(STATEMENTS_AT_MOST))
    cells = [Cell("cell 1", "def task(x):\n    return 1"), Cell("cell 2", many), Cell("cell 3", "late = 1")]
    made = gather(cells, ["task"], "", "x.ipynb")
    assert made.program.text.count("def task(x)") == 1
    assert [
        note
        for note in in_words(made.notes)
        if "more than 1500 statements" in note and "in cell 2 and" in note
    ]
    assert not gather(cells[:1], ["task"], "", "x.ipynb").notes
