"""A program in memory: its names, and calls of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from programs import program

from grader.inside.attempt import Missing, NotCallable, WrongSignature
from grader.inside.observation import Observation, Outcome
from grader.inside.program import PLOTTING, Names, call, find, load


@pytest.fixture(autouse=True)
def modules() -> Iterator[None]:
    """Put back the modules that loading a program exchanges."""
    names = (*PLOTTING, "submission")
    before = {name: sys.modules[name] for name in names if name in sys.modules}
    yield
    for name in names:
        sys.modules.pop(name, None)
    sys.modules.update(before)


def names_of(text: str) -> Mapping[str, Any]:
    """Load a text that holds no fault and return what it left behind."""
    space, seen = load(program(text))
    assert seen == Observation(Outcome.RETURNED)
    return space


def test_loading_leaves_names_behind():
    """A program's functions see each other, as in a module."""
    space = names_of("def one():\n    return 1\n\ndef two():\n    return one() + 1\n")
    assert space["two"]() == 2


def test_the_main_block_does_not_run():
    """A program is imported, not run as a script."""
    assert "ran" not in names_of("if __name__ == '__main__':\n    ran = True\n")


def test_its_classes_know_their_module():
    """Dataclasses and postponed annotations look their module up by its name."""
    text = "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\n"
    assert names_of(f"from __future__ import annotations\n{text}")["P"](3).x == 3


def test_annotations_mean_what_they_mean_everywhere():
    """A program does not inherit the future features of the file that loads it."""
    assert names_of("def f(x: int): ...\n")["f"].__annotations__ == {"x": int}


def test_a_fault_while_loading_keeps_the_names_before_it():
    """The observation tells type and line; nothing is handed on."""
    space, seen = load(program("x = 1\ny = 1 / 0\n"))
    assert (seen.outcome, seen.line, space) == (Outcome.RAISED, 2, {})
    assert str(seen.error) == "ZeroDivisionError: division by zero"


@pytest.mark.parametrize(
    "line",
    [
        "plt.plot([1], [2]); plt.title('loss').set(x=1); plt.show()",
        "figure, axes = plt.subplots()",
        "figure, (left, right) = plt.subplots(1, 2); left.plot([1])",
        "figure, ((a, b), (c, d)) = plt.subplots(2, 2); d.plot([1])",
        "figure, axes = plt.subplots(nrows=2); axes[0].plot([1])",
        "line, = plt.plot([1])",
        "plt.rcParams['font.size'] = 12",
        "with plt.style.context('ggplot'): plt.plot([1])",
        "from matplotlib.animation import FuncAnimation",
        "import seaborn as sns; sns.set_theme()",
        "from mpl_toolkits.mplot3d import Axes3D",
    ],
)
def test_plotting_does_nothing(line: str):
    """A program that draws loads as if the plotting library were there."""
    names_of(f"import matplotlib.pyplot as plt\n{line}\n")


def test_a_plotting_module_keeps_pythons_own_protocol():
    """Dunder names of an inert module are missing, so that nobody takes it for what it is not."""
    with pytest.raises(AttributeError):
        names_of("import matplotlib.pyplot as plt\n")["plt"].__array__  # noqa: B018


# ---- finding and calling ----

TEXT = """
limit = 3

def f(x, y=1):
    return x + y

class Value:
    def double(self):
        return 2
"""


@pytest.fixture
def names() -> Names:
    """Return a program that offers the task ``gradient`` under the name ``f``."""
    return Names(names_of(TEXT), {"gradient": "f"})


def test_names_are_looked_up_by_task(names: Names):
    """A task is found under the name the program gives it, any other name as it is."""
    assert names.gradient(1) == 2
    assert names.f(1) == 2
    assert names.Value().double() == 2


@pytest.mark.parametrize("name", ["g", "Value.triple", "limit.bit", "f.__code__.nothing"])
def test_a_name_that_is_not_there(name: str):
    """Every part of a dotted name must exist."""
    with pytest.raises(Missing, match=name):
        find(names_of(TEXT), name)


def test_dotted_names_reach_methods():
    """A method is found in its class."""
    assert find(names_of(TEXT), "Value.double")(None) == 2


def test_a_missing_name_is_no_attribute_error_for_dunders(names: Names):
    """Copying or printing the namespace does not count as asking the program for something."""
    assert not hasattr(names, "__array__")


def test_calls_reach_the_function(names: Names):
    """Arguments are passed by position; defaults fill the rest."""
    assert call(names, "gradient", [2]) == 3
    assert call(names, "gradient", [2, 3]) == 5


@pytest.mark.parametrize("args", [[], [1, 2, 3]])
def test_the_wrong_number_of_arguments(names: Names, args: list[int]):
    """The message shows how the program defines its function."""
    with pytest.raises(WrongSignature, match=r"^gradient\(x, y=1\) — "):
        call(names, "gradient", args)


def test_a_fault_inside_is_the_functions_own(names: Names):
    """A TypeError that the function itself raises is no wrong signature."""
    with pytest.raises(TypeError, match="unsupported operand"):
        call(names, "gradient", [None])


def test_a_variable_in_the_functions_place(names: Names):
    """What cannot be called is missing, and the message names its type."""
    with pytest.raises(NotCallable, match="int"):
        call(names, "limit", [])


def test_builtins_without_a_signature_are_called():
    """A callable that tells no signature is tried."""
    assert call(Names({"f": max}, {}), "f", [1, 2]) == 2
