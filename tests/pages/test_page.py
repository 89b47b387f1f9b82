"""A page is read whole, or refused with the line and the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from programs import PAGES, TINY, line_of, write_page

from grader.errors import PageError
from grader.pages import page

CHECK = 'returns(double, x=1.5, title="one and a half", public=True),'


def test_what_a_page_says():
    """Title, story, tasks with their parameters, programs and checks, in order."""
    read = page.read(PAGES / "unit_line.py")
    assert (read.id, read.title) == ("unit_line", "The slope of a line")
    assert read.story.startswith(r"The model is $\hat y = w x$.")
    assert read.tasks == {"residual": ("w", "x", "y"), "slope": ("w", "x", "y")}
    assert [variant.id for variant in read.misconceptions] == ["turned_round", "summed", "helper_left_out"]
    assert [variant.id for variant in read.alternatives] == ["with_a_loop", "in_single_precision"]
    assert [check.title for check in read.checks][-2:] == ["flat", "downhill"]
    assert not read.allows_torch


def test_a_misconception_has_a_sentence_and_hints():
    """The docstring is the sentence; its last paragraphs are hints."""
    summed = page.read(PAGES / "unit_line.py").misconceptions[1]
    assert summed.message == "Your slope grows with the number of samples. Does the loss?"
    assert summed.hints == ("Give it every sample twice.", "The slope of a mean is the mean of the slopes.")
    assert (summed.title, summed.targets) == ("Summed", ("slope",))


def test_a_title_may_be_written():
    """A title of the author's own stands in the place of the name."""
    titles = [variant.title for variant in page.read(PAGES / "unit_line.py").misconceptions]
    assert titles == ["The wrong way round", "Summed", "Helper left out"]


def test_a_class_replaces_several_methods():
    """A misconception of several targets is a class with a method for each."""
    last = page.read(PAGES / "unit_value.py").misconceptions[-1]
    assert (last.targets, last.title) == (("Value.__mul__", "Value.backward"), "Nothing is recorded")
    assert last.message.startswith("Your product does not know its factors")


def test_torch_is_allowed_where_the_page_imports_it():
    """At any depth: a page that imports torch inside a function allows it too."""
    assert page.read(PAGES / "unit_leaf.py").allows_torch


def test_every_check_has_a_scenario():
    """Inputs are drawn with a seed, an experiment has a text."""
    read = page.read(PAGES / "unit_line.py")
    one, again, other = (read.scenarios(seed) for seed in (0, 0, 1))
    assert one[1].args[0] == again[1].args[0] != other[1].args[0]
    assert [bool(scenario.text) for scenario in one] == [False] * 5 + [True]


def test_a_page_may_have_any_line_ends(tmp_path: Path):
    """Windows' line ends change nothing."""
    path = write_page(tmp_path)
    text = page.read(path).reference.text
    path.write_bytes(TINY.replace("\n", "\r\n").encode())
    assert page.read(path).reference.text == text


# ---- faults ----


@pytest.mark.parametrize(
    ("old", "new", "says", "at"),
    [
        ("return 2 * x\n", "return 2 * x)\n", "this is not Python (unmatched ')'); correct", "2 * x)"),
        ("import numpy as np", "import nothing_there", "ModuleNotFoundError: No module", "import nothing"),
        (
            "x=1.5,",
            "z=1.5,",
            "TypeError: 'z' is neither an input nor a word of a check; inputs: x; correct",
            "z=1.5",
        ),
        (
            "import numpy as np",
            "raise SystemExit('bye')",
            "SystemExit: bye; correct this line",
            "raise System",
        ),
        ("\n@task\n", "\n", "no task: mark what the student writes with @task", ""),
        ('"""Return twice x."""', "pass", "the task double has no docstring", "def double"),
        ("# Twice", "Twice", 'begin the page with a docstring whose first line is "# Title"', '"""'),
        ("misconception(double)", 'misconception("treble")', "there is no treble to replace", "def tripled"),
        ("misconception(double)", 'misconception("double.x")', "there is no double.x to replace", "def tri"),
        ("You take x three times.\n", "", "this misconception says nothing", "def tripled"),
        (
            "Hint: Count.",
            "Hint: a\n    Hint: b\n    Hint: c\n    Hint: d",
            "4 hints; keep the 3",
            "def tripled",
        ),
        ("\nchecks = [", "\nslip(double, '2', '3')\n\nchecks = [", "this edit has no name", "slip(double"),
        (
            "@task\ndef double",
            "early = slip('double', '2', '3')\n\n\n@task\ndef double",
            "early stands above the last task, where students would get it; move it below",
            "early =",
        ),
        ("checks = [", "cheques = [", "no checks: end the page with a list named checks", ""),
        ("checks = [", "checks = [5, ", "the list checks holds 5, which is no check", "checks = ["),
        ("checks = [", "checks = [[], ", "write * in front of it", "checks = ["),
        ("checks = [", "checks = [print, ", "the list checks holds a function", "checks = ["),
        ("checks = [", "checks = (), [", "checks is a tuple; write a list", "checks = ()"),
        ('"a pair"', "5", "the title 5 is no text", "checks = ["),
        (", public=True", ", public=1", "has public=1; write public=True", "returns(double, x=1.5"),
        (", public=True", ", public=True, points=True", "has True points", "returns(double, x=1.5"),
        (", public=True", ", public=True, tolerance=0", "has tolerance=0; leave it", "returns(double, x=1.5"),
        ("@misconception(double)", "@misconception", "@misconception does not say of what", "@misconc"),
        (
            "\nchecks = [",
            "\ndef double(x, y=1):\n    pass\n\nchecks = [",
            "defined once more",
            "def double(x, y",
        ),
        ("# Twice", "# ", "no title: write it behind", '"""'),
        ("checks = [", "checks = []\nrest = [", "no checks", "checks = []"),
        ('"a pair"', '"One and a half"', "two checks are titled 'One and a half'", "checks = ["),
        ("returns(double, x=1.5", "returns(task, 1.5", "is on task, which is no task", "checks ="),
        (
            "checks = [\n    returns(double, x=1.5,",
            'from grader.author import calls\n\nchecks = [\n    calls(double, 1.5, of="duoble",',
            "has of= with 'duoble', which the page does not define; name a function of it, or \"np.dot\"",
            "calls(double",
        ),
        (", public=True", "", "no public check; students need one example", "checks = ["),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, old: str, new: str, says: str, at: str):
    """What is wrong, where it stands, and what to do about it."""
    path = write_page(tmp_path, old, new)
    with pytest.raises(PageError) as fault:
        page.read(path)
    assert says in str(fault.value)
    assert fault.value.line == (line_of(path, at) if at else 0)
    assert str(fault.value).startswith(f"{path}:{fault.value.line}: " if at else f"{path}: ")


def test_a_page_that_is_not_there(tmp_path: Path):
    """The file's own fault is passed on."""
    with pytest.raises(PageError, match=r"cannot be read .*No such file.*save it as UTF-8"):
        page.read(tmp_path / "none.py")


def test_a_page_that_is_no_text(tmp_path: Path):
    """Bytes that are no UTF-8 are refused."""
    path = tmp_path / "latin.py"
    path.write_bytes(b"# caf\xe9\n")
    with pytest.raises(PageError, match="cannot be read"):
        page.read(path)


def test_marks_stand_at_the_top_level(tmp_path: Path):
    """A misconception inside an if has no text of its own to cut."""
    nested = "if True:\n    @misconception(double)\n    def wrong(x):\n        return 4 * x\n\n"
    path = write_page(tmp_path, "\nchecks = [", f"\n{nested}\nchecks = [")
    with pytest.raises(PageError, match="wrong is defined inside another statement"):
        page.read(path)


def test_a_draw_that_forgets_an_input(tmp_path: Path):
    """An input that neither the check nor its function gives is named."""
    path = write_page(tmp_path, CHECK, CHECK.replace("x=1.5", "inputs=lambda rng: {}"))
    with pytest.raises(PageError, match="the check 'one and a half' gives no input 'x'; add it to the check"):
        page.read(path).scenarios(0)


# ---- quantities on the way ----

NAMED = "on_the_way = intermediates(double, {names})\n\nchecks = ["
STEP = (
    ("import alternative,", "import alternative, intermediates,"),
    ("return 2 * x\n", "step = x + x\n    return step\n"),
)


def named(folder: Path, names: str) -> Path:
    """Write the smallest page, whose task has a local variable, with quantities that it names."""
    text = TINY.replace("checks = [", NAMED.format(names=names))
    for old, new in STEP:
        text = text.replace(old, new, 1)
    return write_page(folder, text=text)


def test_quantities_on_the_way_are_asked_of_public_checks_only(tmp_path: Path) -> None:
    """What is said of hidden inputs would tell of them."""
    read = page.read(named(tmp_path, '"step"'))
    assert [asked.intermediates for asked in read.scenarios(0)] == [("step",), ()]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ('"stride"', "'stride' is no variable that double assigns"),
        ('"x"', "'x' is no variable that double assigns"),
        ("", "'' is no variable that double assigns"),
    ],
)
def test_quantities_on_the_way_are_variables_of_the_task(tmp_path: Path, names: str, words: str) -> None:
    """A misspelt one would never be found in anybody's program."""
    path = named(tmp_path, names)
    with pytest.raises(PageError, match=words) as found:
        page.read(path)
    assert found.value.line == line_of(path, "on_the_way =")


def test_quantities_on_the_way_need_a_task_and_a_name(tmp_path: Path) -> None:
    """A helper is nobody's program, and a bare call is lost."""
    path = named(tmp_path, '"step"')
    text = path.read_text(encoding="utf-8")
    write_page(tmp_path, "intermediates(double", 'intermediates("other"', text=text)
    with pytest.raises(PageError, match="other is no task"):
        page.read(path)
    write_page(tmp_path, "on_the_way = ", "", text=text)
    with pytest.raises(PageError, match=r"these intermediates have no name.*write name = intermediates"):
        page.read(path)
