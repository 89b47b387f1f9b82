"""The path of a training over its loss: any epoch can be chosen, a path that leads away is explained."""

from __future__ import annotations

import re

import numpy as np
import pytest
import reports
from hypothesis import example, given
from hypothesis import strategies as st
from report.pictures.test_valley import X, Y, descend

from grader.grading.verdict import Picture
from grader.report import html
from grader.report.pictures.descent import STOPS, Descent, descent

FLOATS = st.lists(st.tuples(st.floats(), st.floats()), max_size=30)


def picture(got: np.ndarray, right: np.ndarray | None = None, names: tuple[str, ...] = ("w", "b")) -> Picture:
    """Return the picture of a path beside the right one, which takes the same steps if none is given."""
    aim = got if right is None else right
    return Picture("path", "check", "t", names, tuple(got.ravel()), tuple(aim.ravel()), X, Y)


def laid_out(shown: Picture) -> Descent:
    """Return the picture laid out."""
    drawing = descent(shown)
    assert drawing is not None
    return drawing


def test_every_epoch_is_told() -> None:
    """The start and each epoch have parameters and loss, each epoch the factors of its step."""
    stops = laid_out(picture(descend(0.23, 4))).stops
    assert [stop.epoch for stop in stops] == [0, 1, 2, 3, 4]
    assert stops[0].text == "Start: w = -1, b = 4, loss 28."
    assert "across the valley by -0.84, and along it by 0.693." in stops[1].text


def test_one_parameter_is_seen_from_the_side() -> None:
    """For w alone the path lies on the parabola of its loss, and the factor is that of its one error."""
    path = np.array([[0.0], [1.0], [1.5]])
    drawing = laid_out(Picture("path", "check", "t", ("w",), (0, 1, 1.5), (0, 1, 1.5), (1, 2), (2, 4)))
    assert (drawing.x_name, drawing.y_name) == ("w", "loss")
    assert drawing.bowl
    assert not drawing.rings
    assert [stop.text for stop in drawing.stops][
        1
    ] == "Epoch 1: w = 1, loss 2.5. It multiplied the error by 0.5."
    assert len(path) == len(drawing.stops)


@pytest.mark.parametrize(
    ("lr", "said"),
    [
        (0.23, ()),
        (0.26, ("Across the valley every epoch goes past the bottom",)),
        (-0.05, ("on the same side",)),
    ],
)
def test_a_path_that_leads_away_is_explained(lr: float, said: tuple[str, ...]) -> None:
    """An error that grows by one factor is told with it: over the bottom by turns, or straight away."""
    notes = laid_out(picture(descend(lr, 12))).notes
    assert len(notes) == len(said)
    assert all(words in note for words, note in zip(said, notes, strict=True))


def test_one_parameter_has_one_direction() -> None:
    """The error of w alone is the whole error, so no part of it is spoken of."""
    path = (0.0, 4.4, -0.88, 5.456)
    drawing = laid_out(Picture("path", "check", "t", ("w",), path, (0, 1, 1.5, 1.75), (1, 2), (2, 4)))
    assert "Every epoch goes past the bottom" in drawing.notes[0]
    assert "multiplies the error by -1.2" in drawing.notes[0]


def test_a_path_that_leaves_the_picture() -> None:
    """A path that leaves the reference far behind is followed to there; its factor is told all the same."""
    drawing = laid_out(picture(descend(0.7, 12), descend(0.1, 12)))
    assert 0 < len(drawing.stops) < 12
    assert drawing.yours.end is not None
    assert "multiplies that part of the error by -4.6" in drawing.notes[0]
    assert drawing.notes[1] == f"After epoch {len(drawing.stops) - 1} your path leaves the picture."


def test_rounding_is_no_departure() -> None:
    """A parameter that the reference leaves alone may be another by a rounding error."""
    still = np.column_stack([descend(0.1, 5)[:, 0], np.zeros(6)])
    path = still + [[0.0, 1e-17]] * 6
    assert laid_out(picture(path, still)).notes == ()


def test_many_epochs_are_thinned() -> None:
    """Of a long training some epochs can be chosen, the first and the last among them."""
    stops = laid_out(picture(descend(0.05, 100))).stops
    assert len(stops) == STOPS
    assert (stops[0].epoch, stops[-1].epoch) == (0, 100)


def test_the_same_path_is_drawn_once() -> None:
    """Where the student's path is the right one, no second line lies upon it."""
    assert not laid_out(picture(descend(0.1, 3))).reference.path
    assert laid_out(picture(descend(0.1, 3), descend(0.2, 3))).reference.path


@given(FLOATS)
@example([(1.5e308, 1.5e308)])
@example([(0.0, 3.0), (1e300, -1e300), (1.5e308, 1.5e308), (1.5e308, -1.5e308)])
@example([(5.0, 3.0), (1e9, 1e9), (1e158, 1e158), (1.5e308, 1.5e308)])
def test_any_path_stays_in_its_frame(rows: list[tuple[float, float]]) -> None:
    """Whatever a student's path is, every place of it lies in the frame, and nothing stops."""
    drawing = laid_out(picture(np.array(rows, dtype=float).reshape(-1, 2), descend(0.1, 5)))
    for x, y in re.findall(r"[ML](\S+) (\S+)", drawing.yours.path):
        assert 0 <= float(x) <= drawing.width
        assert 0 <= float(y) <= drawing.height


@pytest.mark.parametrize("right", [[[np.nan, 1.0]], [[1.0, 2.0]]], ids=["no number", "a standstill"])
def test_references_without_a_way(right: list[list[float]]) -> None:
    """A reference that is no number is not drawn; one that stands still is a point."""
    drawing = descent(picture(descend(0.1, 2), np.array(right)))
    assert (drawing is None) == bool(np.isnan(right).any())


def test_epochs_are_radio_buttons() -> None:
    """On the page the last epoch is chosen at first, and each button says its epoch."""
    shown = picture(descend(0.23, 4))
    report = reports.report(reports.verdict("check"), pictures=(shown,))
    page = html.render(report)
    assert page.count('type="radio"') == 5
    assert page.count(" checked>") == 1
    assert 'aria-label="epoch 4" checked' in page


def test_points_without_a_line_are_not_drawn() -> None:
    """Where no single line fits best there is no valley, and no picture."""
    flat = Picture("path", "check", "t", ("w", "b"), (1.0, 2.0), (1.0, 2.0), (1.0, 1.0), (2.0, 3.0))
    report = reports.report(reports.verdict("check"), pictures=(flat,))
    assert html.figures(report) == ()
