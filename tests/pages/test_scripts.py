"""Pages on whole scripts: how they are written, and what is said of one that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import PageError
from grader.keys.making import scriptkey
from grader.pages import page, scripts

PAGE = '''r"""
# A line

Train w.
"""

from grader.author import another, script, slip, wrong

reference = script("w = 1\\nloss = w", model="line", parameters=("w", "b"), most=0.1{more})
other = another("w = 2")
off = slip(reference, "w = 1", "w = 3", says="Too far.", hints=["Look."])
whole = wrong("w = 4", says={says}, hints=[{hints}])
'''


def read(tmp_path: Path, more: str = "", says: str = "'Off.'", hints: str = "") -> page.Exercise:
    """Return the page as it is read."""
    path = tmp_path / "line.py"
    path.write_text(PAGE.format(more=more, says=says, hints=hints), encoding="utf-8")
    return page.read(path)


def test_a_page_has_a_check_for_every_parameter(tmp_path: Path) -> None:
    """The checks follow from what is asked for."""
    made = read(tmp_path)
    assert made.is_script
    assert [check.title for check in made.checks] == [
        "it runs and trains",
        "the loss",
        "the direction of w",
        "the direction of b",
        "the size of the steps",
        "the gradients are cleared",
        "the loss falls",
        "where the training ends",
    ]


def test_scripts_are_right_or_wrong(tmp_path: Path) -> None:
    """An edit of the reference and a wrong script are misconceptions, another script is an alternative."""
    made = read(tmp_path)
    assert [one.id for one in made.alternatives] == ["other"]
    assert {one.id: one.program.text for one in made.misconceptions} == {
        "off": "w = 3\nloss = w",
        "whole": "w = 4",
    }


def test_points_are_given_by_title(tmp_path: Path) -> None:
    """A check is worth a point unless the page says otherwise."""
    made = read(tmp_path, more=', points={"the loss": 3}')
    assert [check.points for check in made.checks][:3] == [1, 3, 1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"more": ', points={"loss": 3}'}, "points for 'loss', which is no check"),
        ({"more": ", data=[([1, 2], [[1], [2]])]"}, "the set 1 of data is no pair"),
        ({"more": ", data=[([[1], [2]], [[1], [2]]), ([[1]], [[1], [2]])]"}, "the set 2 of data is no pair"),
        ({"more": ", data=[([[1], [2, 3]], [[1], [2]])]"}, "lists of numbers of one length"),
        ({"more": ", data=[([['a']], [[1]])]"}, "lists of numbers of one length"),
        ({"says": "' '"}, "whole says nothing"),
        ({"hints": "'a', 'b', 'c', 'd'"}, "4 hints; keep the 3"),
    ],
)
def test_a_page_that_cannot_be_read_says_why(tmp_path: Path, words: dict[str, str], said: str) -> None:
    """The sentence names what is wrong."""
    with pytest.raises(PageError, match=said):
        read(tmp_path, **words)


def test_a_parameter_has_one_name(tmp_path: Path) -> None:
    """The error names it, and the line of the reference."""
    path = tmp_path / "line.py"
    text = PAGE.format(more="", says="'Off.'", hints="").replace('("w", "b")', '("w", "w")')
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PageError, match="the parameter 'w' is named twice") as fault:
        page.read(path)
    assert fault.value.line == text[: text.index("reference =")].count("\n") + 1


def test_one_reference_and_no_second(tmp_path: Path) -> None:
    """Two references are one too many."""
    path = tmp_path / "line.py"
    text = PAGE.format(more="", says="'Off.'", hints="")
    path.write_text(text + '\nmore = script("w = 1", model="line", parameters=("w",))\n', encoding="utf-8")
    with pytest.raises(PageError, match="2 references"):
        page.read(path)


def test_an_edit_has_to_stand_there_once() -> None:
    """What is not there, or is there twice, cannot be exchanged; and pieces come in pairs."""
    made = scripts.Script("w = 1; w = 1")
    with pytest.raises(ValueError, match="stands 2 times"):
        made.slip("w = 1", "w = 2", says="", hints=())
    with pytest.raises(TypeError, match="pairs"):
        made.slip("w = 1", says="", hints=())


def test_the_stub_is_the_story_and_room(tmp_path: Path) -> None:
    """Students get the story and nothing of the scripts."""
    text = scripts.stub(read(tmp_path).source)
    assert text.startswith('r"""\n# A line\n\nTrain w.\n"""\n')
    assert "w = 1" not in text


@pytest.mark.parametrize(
    ("begin", "end"), [('# Ours.\nr"""', '"""'), ("'''", "'''"), ('R"""', '"""'), ('\n"""', '"""')]
)
def test_the_story_is_found_however_it_is_quoted(tmp_path: Path, begin: str, end: str) -> None:
    """It is the page's docstring, and what stands above it is not handed out."""
    text = PAGE.format(more="", says="'Off.'", hints="").partition("from grader")
    story = f"{begin}\n# A line\n\nTrain w.\n{end}"
    path = tmp_path / "line.py"
    path.write_text(f"{story}\n\n{text[1]}{text[2]}", encoding="utf-8")
    assert (
        scripts.stub(page.read(path).source)
        == f"{story.removeprefix('# Ours.').lstrip()}\n\n{scripts.ROOM}\n"
    )


@pytest.mark.parametrize(
    ("model", "remedy"),
    [("lin", "did you mean 'line'"), ("galaxy", "there are: line through the origin, line")],
)
def test_a_model_has_to_be_there(tmp_path: Path, model: str, remedy: str) -> None:
    """A misspelt one is met when the key is made."""
    path = tmp_path / "line.py"
    text = PAGE.replace('"line"', f'"{model}"').format(more="", says="'Off.'", hints="")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PageError, match=rf"line\.py:9: there is no model '{model}'; {remedy}"):
        scriptkey.demand_models(page.read(path))
