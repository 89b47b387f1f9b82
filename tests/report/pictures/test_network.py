"""The 2-2-2 network is drawn with the student's slope at each weight, the right one beside what is wrong."""

from __future__ import annotations

import pytest
import reports

from grader.grading.verdict import Picture
from grader.report import html
from grader.report.pictures.network import CROSSING, NODES, network

NAMES = tuple(f"w{place}" for place in range(1, 9))
RIGHT = (-0.00842148, 0.0126067, -0.00505289, 0.00756399, 0.034633, 0.0838661, 0.0304946, 0.0738447)
YOURS = (0.0145833, 0.0130411, 0.00875, 0.00782466, *RIGHT[4:])


def picture(got: tuple[float, ...] = YOURS) -> Picture:
    """Return slopes of which those that are not the right ones are wrong."""
    wrong = tuple(mine != right for mine, right in zip(got, RIGHT, strict=True))
    nodes = (0.5, 0.3, 0.562177, 0.495, 0.476946, 0.528696)
    return Picture("network", "eight-slopes", "eight slopes", NAMES, got, RIGHT, nodes, wrong=wrong)


def test_nodes_carry_their_values() -> None:
    """Every node has its name and its value with three digits."""
    drawn = network(picture())
    assert tuple(node.name for node in drawn.nodes) == NODES
    assert [node.value for node in drawn.nodes] == ["0.5", "0.3", "0.562", "0.495", "0.477", "0.529"]


def test_edges_join_the_nodes_of_the_course() -> None:
    """Two weights that lead to one node end in the same place, two that leave one node start in it."""
    edges = network(picture()).edges
    assert [edges[0].end, edges[1].end] == [edges[2].end, edges[3].end] == [edges[4].start, edges[6].start]
    assert [edge.start for edge in edges[::4]] == [edge.start for edge in edges[1::4]]
    assert len({(edge.start, edge.end) for edge in edges}) == 8


def test_only_wrong_slopes_show_the_right_one() -> None:
    """What is wrong is marked with both numbers in words as well, what is right with its own alone."""
    drawn = network(picture())
    assert [edge.wrong for edge in drawn.edges] == [True] * 4 + [False] * 4
    assert "w3: got 0.00875, expected -0.00505." in drawn.text
    assert "w5: 0.0346, right." in drawn.text


def test_numbers_that_differ_look_different() -> None:
    """A slope that is off in the fifth digit is shown with so many."""
    edge = network(picture((RIGHT[0] * 1.00001, *RIGHT[1:]))).edges[0]
    assert edge.wrong
    assert edge.yours != edge.reference


def test_labels_stand_apart() -> None:
    """No two labels lie on each other: those of crossing edges stand before the crossing."""
    places = [edge.label for edge in network(picture()).edges]
    assert CROSSING < 0.5
    for index, (x, y) in enumerate(places):
        assert all(abs(x - a) >= 104 or abs(y - b) >= 36 for a, b in places[:index])


@pytest.mark.parametrize("words", ["w3: 0.00875", "right: -0.00505", "w5: 0.0346 ✓", "Slopes in the network"])
def test_the_page_draws_it(words: str) -> None:
    """The report's page shows it below its check."""
    failed = reports.verdict("eight slopes", "failed", message="w3 is 0.00875; expected -0.00505289.")
    assert words in html.render(reports.report(failed, pictures=(picture(),)))
