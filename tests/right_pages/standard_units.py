r"""
# Lengths in units of their own spread

Columns of a table have units: centimetres here, grams there. Before training they are put on one scale. From every
entry the column's mean is subtracted, and the difference is divided by the column's standard deviation

    s = √( mean of (x - mean)² ).

The result has the mean 0 and the standard deviation 1.

**One column worked out.** The column 2, 4, 9 has the mean 5, the differences are -3, -1, 4, their squares 9, 1, 16,
and s = √(26/3) = 2.944. So the first entry becomes -3 / 2.944 = -1.019.

**What to write.** The standardised column. Try your file with
`python standard_units.py`, then hand it in.
"""

import numpy as np

from grader.author import alternative, normal, returns, rewrite, slip, task


@task
def standardised(x):
    """Return the column in standard units, an array of shape (n,).

    x: the column, an array of shape (n,).
    """
    return (x - x.mean()) / np.sqrt(np.mean((x - x.mean()) ** 2))


# ---- for instructors ------------------------------------------------------------------------------


@alternative(standardised)
def with_a_loop(x):
    mean = sum(x) / len(x)
    spread = (sum((one - mean) ** 2 for one in x) / len(x)) ** 0.5
    return np.array([(one - mean) / spread for one in x])


# fmt: off
by_the_library = rewrite(standardised, ..., "return (x - np.mean(x)) / np.std(x)")
by_the_moments = rewrite(standardised,
    "np.mean((x - x.mean()) ** 2)", "np.mean(x**2) - x.mean() ** 2")
mean_kept = slip(standardised, "(x - x.mean()) / np", "x / np").says("""
    The mean of your column is not 0. From what should the mean be subtracted?
    Hint: Print the mean of your result.""")
spread_kept = slip(standardised, "/ np.sqrt(np.mean((x - x.mean()) ** 2))", "").says("""
    The mean of your column is 0, and its spread is as it was. What is left to do?
    Hint: Print the standard deviation of your result.""")
root_forgotten = slip(standardised, "np.sqrt(np.mean((x - x.mean()) ** 2))", "np.mean((x - x.mean()) ** 2)").says("""
    You divide by the variance. In which unit is that, where x is in centimetres?
    Hint: The column 2, 4, 9 has the variance 26/3. What does the story divide by?""")
one_less = slip(standardised, "np.sqrt(np.mean((x - x.mean()) ** 2))", "x.std(ddof=1)").says("""
    Your column's standard deviation is a little less than 1. By what do you divide the sum of the squares?
    Hint: There are two formulas for a standard deviation. Which one is a mean?""")
mean_of_distances = slip(standardised, "np.sqrt(np.mean((x - x.mean()) ** 2))", "np.mean(abs(x - x.mean()))").says("""
    You divide by the mean distance. What does the story do with the differences before their mean is taken?
    Hint: The story's squares are 9, 1, 16. Where are yours?""")
range_in_place_of_spread = slip(standardised, "np.sqrt(np.mean((x - x.mean()) ** 2))", "np.ptp(x)").says("""
    You divide by the distance from the smallest to the largest entry. Is that the standard deviation?
    Hint: Change an entry in the middle. Does what you divide by change?""")
checks = [
    returns(standardised, x=np.array([2.0, 4.0, 9.0]), title="the column of the story", public=True),
    returns(standardised, x=np.array([5.1, 4.9, 6.2, 5.8, 7.1]), title="the lengths of five flowers", public=True),
    returns(standardised, x=normal(5, 1, size=6), title="the widths of other flowers"),
    returns(standardised, x=normal(3, 2, size=7), title="seven fresh entries", points=2),
]
