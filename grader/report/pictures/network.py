"""Turn the slopes of the course's 2-2-2 network into places on a page, ready to be drawn as SVG."""

from __future__ import annotations

from dataclasses import dataclass

from grader.grading.verdict import Picture
from grader.words.catalogue import sentence
from grader.words.plain import number, pair

COLUMNS, ROWS = (30.0, 215.0, 400.0), (78.0, 250.0)
"""Where the layers stand from left to right, and the two nodes of each from top to bottom."""

RADIUS = 26.0

NODES = ("x1", "x2", "h1", "h2", "o1", "o2")

EDGES = ((0, 2), (0, 3), (1, 2), (1, 3), (2, 4), (2, 5), (3, 4), (3, 5))
"""The nodes that w1 … w8 join, by their places in ``NODES``."""

CROSSING = 0.27
"""How far along an edge that crosses another its label stands: before they meet."""

DIGITS = 3


@dataclass(frozen=True)
class Node:
    """A node: its name and value, and its centre."""

    name: str
    value: str
    x: float
    y: float


@dataclass(frozen=True)
class Edge:
    """A weight: its line, the middle of its label, and the slopes that stand there."""

    name: str
    start: tuple[float, float]
    end: tuple[float, float]
    label: tuple[float, float]
    yours: str
    reference: str
    wrong: bool


@dataclass(frozen=True)
class Network:
    """A network of three layers of two nodes, in a frame of ``width`` by ``height``."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    text: str
    notes: tuple[str, ...] = ()
    width: float = COLUMNS[-1] + COLUMNS[0]
    height: float = ROWS[-1] + ROWS[0]
    radius: float = RADIUS


def network(picture: Picture) -> Network:
    """Lay out the student's slopes beside the right ones, each at the edge of its weight."""
    nodes = tuple(
        Node(name, number(value, DIGITS), COLUMNS[place // 2], ROWS[place % 2])
        for place, (name, value) in enumerate(zip(NODES, picture.along, strict=True))
    )
    slopes = zip(picture.names, picture.got, picture.expected, picture.wrong, EDGES, strict=True)
    edges = tuple(edge(name, got, right, off, ends) for name, got, right, off, ends in slopes)
    return Network(nodes, edges, " ".join(told(one) for one in edges))


def edge(name: str, got: float, right: float, wrong: bool, ends: tuple[int, int]) -> Edge:
    """Lay out one weight."""
    start, end = ((COLUMNS[node // 2], ROWS[node % 2]) for node in ends)
    along = 0.5 if start[1] == end[1] else CROSSING
    x, y = (a + along * (b - a) for a, b in zip(start, end, strict=True))
    if start[1] == end[1]:
        y += 30 if y > ROWS[0] else -30
    short = number(got, DIGITS), number(right, DIGITS)
    yours, reference = pair(got, right) if wrong and short[0] == short[1] else short
    return Edge(name, start, end, (x, y), yours, reference, wrong)


def told(one: Edge) -> str:
    """Return one weight in words, for readers who do not see it."""
    id = "report.bars.text" if one.wrong else "report.network.text.right"
    return sentence(id, name=one.name, got=one.yours, expected=one.reference)
