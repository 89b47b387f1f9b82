r"""
# All distances at once

From n points in the plane (or in space) to m others there are n·m distances. With two loops they take long; NumPy
takes all differences at once when one array gets an axis more.

**One distance worked out.** From (1, 2) to (4, 6) the differences are 3 and 4, and the distance is √(9 + 16) = 5.

**What to write.** The table of distances, without a loop over the points, and with a `ValueError` that speaks of the
dimension where the points have different numbers of coordinates. The points stay as they are. Try your file with
`python pairwise.py`, then hand it in.
"""

import numpy as np

from grader.author import leaves_unchanged, normal, raises, returns, rewrite, slip, task, vectorised


@task
def distances(a, b):
    """Return the table of distances, an array of shape (n, m).

    a: points, an array of shape (n, d).  b: other points, an array of shape (m, d).
    Raises ValueError where a and b do not have the same dimension d.
    """
    if a.shape[1] != b.shape[1]:
        raise ValueError(f"the dimension {a.shape[1]} is not {b.shape[1]}")
    return np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=2))


# ---- for instructors ------------------------------------------------------------------------------


def clouds(rng, size):
    """Draw two clouds of points."""
    return {"a": rng.normal(size=(size, 3)), "b": rng.normal(size=(size + 1, 3))}


# fmt: off
with_norm = rewrite(distances,
    "np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=2))", "np.linalg.norm(a[:, None] - b, axis=2)")
multiplied_out = rewrite(distances, "np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=2))",
    "np.sqrt(np.maximum((a**2).sum(1)[:, None] + (b**2).sum(1) - 2 * a @ b.T, 0))")
with_einsum = rewrite(distances, "return np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=2))",
    'd = a[:, None] - b; return np.sqrt(np.einsum("nmd,nmd->nm", d, d))')
root_left_out = slip(distances, "np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=2))",
    "((a[:, None] - b[None]) ** 2).sum(axis=2)").says("""
    From (1, 2) to (4, 6) you say 25. Which step is left?
    Hint: In which unit is the square of a length?""")
along_the_axes = slip(distances, "np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=2))",
    "abs(a[:, None] - b[None]).sum(axis=2)").says("""
    You walk along the axes, as a taxi does. How long is the way of a bird?
    Hint: From (1, 2) to (4, 6), which number do you get in place of 5?""")
turned_round = slip(distances, "(a[:, None] - b[None])", "(b[:, None] - a[None])").says("""
    Your table has a row for every point of b. What should its rows be?
    Hint: Compare the shape of your result with (n, m).""")
signs_lost = slip(distances, "((a[:, None] - b[None]) ** 2).sum(axis=2)", "abs((a[:, None] - b[None]).sum(axis=2))").says("""
    A difference of 3 and one of -3 cancel with you. Are the points then at the same place?
    Hint: Which comes first in the formula, the square or the sum?""")
first_coordinate_only = slip(distances, "np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=2))",
    "abs(a[:, None, 0] - b[None, :, 0])").says("""
    Move a point along its last coordinate. Does your distance change?
    Hint: How many coordinates does your code use?""")
no_question_asked = slip(distances, ..., "return np.sqrt(((a[:, None, :2] - b[None, :, :2]) ** 2).sum(axis=2))").says("""
    Points in space and points in the plane have a distance with you. Which coordinate do you leave out?
    Hint: What should your function do where the dimensions differ?""")
checks = [
    returns(distances, a=np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 3.0]]), b=np.array([[4.0, 6.0], [2.0, 0.5]]),
        title="three points and two", public=True),
    returns(distances, a=normal(size=(4, 3)), b=normal(size=(5, 3)), title="four fresh points and five", points=2),
    raises(distances, a=np.zeros((2, 3)), b=np.ones((4, 2)), error=ValueError, says="dimension",
        title="space and plane", public=True),
    raises(distances, a=normal(size=(3, 4)), b=normal(size=(2, 5)), error=ValueError, says="dimension",
        title="four dimensions and five"),
    leaves_unchanged(distances, a=normal(size=(2, 4)), b=normal(size=(3, 4)), names=["a", "b"],
        title="the points stay", note="Some write into them."),
    vectorised(distances, inputs=clouds, title="no loop over points", note="Loops are common."),
]
