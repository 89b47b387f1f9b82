"""What of the public checks is drawn: networks and paths only where the numbers say that they are some."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from conftest import Grade
from programs import check, seen

from grader.grading.comparison import Compared
from grader.grading.pictures import NETWORK, flat, network_nodes, over_points
from grader.grading.verdict import Picture, Report
from grader.inside.observation import Scenario
from grader.keys.key import AnswerKey


def drawn(report: Report) -> Mapping[str, str]:
    """Return the kind of each picture by the title of its check."""
    return {picture.title: picture.kind for picture in report.pictures}


def test_the_network_is_drawn(graded: Grade, references: Mapping[str, str]) -> None:
    """The slopes of w1 … w8 are drawn at the edges, and only those out of tolerance are wrong."""
    text = references["backprop_222"].replace("delta_h1 * x2,", "delta_h1 * x1,")
    report = graded("backprop_222", text)
    assert drawn(report)["eight slopes at the weights of the story"] == "network"
    (shown,) = (picture for picture in report.pictures if picture.kind == "network")
    assert shown.wrong == (False, False, True, *[False] * 5)
    assert shown.along[:2] == (0.5, 0.3)


def test_wrong_bars_are_told_from_right_ones(graded: Grade, references: Mapping[str, str]) -> None:
    """Of two slopes of which one is wrong, one is marked."""
    text = references["manual_gradient"] + "\n\nlearned = gradient\n\n\ndef gradient(w, b, x, y):\n"
    report = graded("manual_gradient", f"{text}    dw, db = learned(w, b, x, y)\n    return dw, -db\n")
    bars = [picture for picture in report.pictures if picture.kind == "bars"]
    assert {picture.wrong for picture in bars} == {(False, True)}


@pytest.mark.parametrize("swapped", [(0, 1), (1, 2), (4, 5), (5, 6)])
def test_other_wiring_is_no_such_network(keys: Mapping[str, AnswerKey], swapped: tuple[int, int]) -> None:
    """Weights of the same names that join other nodes are not drawn as if they were the course's."""
    key = keys["backprop_222"]
    place = next(i for i, check in enumerate(key.checks) if check.title.startswith("eight slopes"))
    check, seen = key.checks[place], key.reference[place]
    slopes = [float(seen.values[name]) for name in NETWORK]
    assert len(network_nodes(check, NETWORK, slopes)) == 6
    one, other = swapped
    slopes[one], slopes[other] = slopes[other], slopes[one]
    assert network_nodes(check, NETWORK, slopes) == ()


def test_other_shapes_are_not_drawn(graded: Grade, references: Mapping[str, str]) -> None:
    """Two values that hold as many entries as they should, in other shapes, have nothing to stand beside."""
    text = references["manual_gradient"] + "\n\nlearned = gradient\n\n\ndef gradient(w, b, x, y):\n"
    report = graded("manual_gradient", f"{text}    return np.array(learned(w, b, x, y)), np.zeros(0)\n")
    assert not report.passed
    assert "bars" not in drawn(report).values()


def over_points_of(got: Any, expected: Any) -> list[Picture]:
    """Return what is drawn of a check that gives ``path`` over two points."""
    inputs = Scenario("experiment", "train", ((1.0, 2.0), (2.0, 4.0)), ("x", "y"))
    one = replace(check("path", "train"), scenario=inputs, curve="path", along="x", data="y")
    both = seen(path=got), seen(path=expected)
    mine, right = (flat(["path"], side) for side in both)
    return list(over_points(Compared(one, *both, None), mine, right))


@pytest.mark.parametrize(
    ("row", "names"), [([1.0, 0.5], ("w", "b")), ([1.0], ("w",))], ids=["w and b", "w alone"]
)
def test_paths_are_drawn_over_their_points(row: list[float], names: tuple[str, ...]) -> None:
    """A row of parameters for every epoch is a path; the points below are the check's inputs."""
    (shown,) = over_points_of([row, row, row], [row, row])
    assert (shown.kind, shown.names) == ("path", names)
    assert (shown.along, shown.data) == ((1.0, 2.0), (2.0, 4.0))
    assert len(shown.got) == 3 * len(names)


def test_one_value_for_each_point_is_a_fit() -> None:
    """A value for every point, without rows, is a fitted line."""
    assert [shown.kind for shown in over_points_of([1.0, 2.0], [2.0, 4.0])] == ["fit"]


@pytest.mark.parametrize("got", [[1.0, 2.0], [[1.0], [2.0]], [[1.0, 2.0, 3.0]]], ids=str)
def test_a_path_of_other_parameters_is_not_drawn(got: Any) -> None:
    """What has no row of as many parameters as the reference's has no place over its loss."""
    assert over_points_of(got, [[1.0, 0.5], [1.5, 0.25]]) == []
