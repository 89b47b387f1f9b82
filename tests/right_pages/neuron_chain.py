r"""
# One neuron, link by link

A neuron adds up, z = w·x + b, bends the sum, a = tanh(z), and the loss is L = ½(a - y)². On the way back the slope
passes three links: da = a - y, dz = da·(1 - a²), and from dz the slopes dw = dz·x and db = dz follow.

**One pass worked out.** With w = 0.5, b = 0.25, x = 1.5, y = 0.2 the sum is z = 1 and a = 0.7616. So da = 0.5616,
dz = 0.5616·0.41997 = 0.23585, and dw = 0.35378.

**What to write.** The slopes. Name the links da and dz; where a check fails you read which of them is the first that is
wrong. Try your file with `python neuron_chain.py`, then hand it in.
"""

import numpy as np

from grader.author import alternative, gradients, intermediates, part, rewrite, slip, split, task, uniform


def loss(w, b, x, y):
    """Return the loss of the neuron, one number."""
    return 0.5 * (np.tanh(w * x + b) - y) ** 2


@task
def slopes(w, b, x, y):
    """Return the pair (dw, db), two numbers.

    w, b, x, y: numbers.
    """
    a = np.tanh(w * x + b)
    da = a - y
    dz = da * (1 - a**2)
    return dz * x, dz


# ---- for instructors ------------------------------------------------------------------------------

links = intermediates(slopes, "da", "dz")


@alternative(slopes)
def by_hyperbolic_cosine(w, b, x, y):
    z = w * x + b
    return (np.tanh(z) - y) / np.cosh(z) ** 2 * x, (np.tanh(z) - y) / np.cosh(z) ** 2


# fmt: off
in_one_line = rewrite(slopes, ...,
    "a = np.tanh(w * x + b); return tuple((a - y) * (1 + a) * (1 - a) * np.array([x, 1.0]))")
exponentials = rewrite(slopes, "np.tanh(w * x + b)", "1 - 2 / (np.exp(2 * (w * x + b)) + 1)")
bend_left_out = slip(slopes, "da * (1 - a**2)", "da").says("""
    Your slopes are too large in size. What lies between z and a?
    Hint: Print dz and da side by side. Should they be equal?""")
bend_of_the_sigmoid = slip(slopes, "(1 - a**2)", "a * (1 - a)").says("""
    You use the steepness of another curve. Which function bends the sum here?
    Hint: How steep is tanh at 0, and what does your formula give there?""")
uphill = slip(slopes, "a - y", "y - a").says("""
    Your slopes have the wrong sign. Is your error the output minus the target?
    Hint: An output above its target: what does a larger output do to the loss?""")
input_left_out = slip(slopes, "dz * x, dz", "dz, dz").says("""
    Your two slopes are equal. Does x not matter for w?
    Hint: By how much does z grow when w grows by 0.01?""")
exchanged = slip(slopes, "dz * x, dz", "dz, dz * x").says("""
    Your two numbers are right, but each stands where the other belongs.
    Hint: Read the docstring's order.""")
bent_sum = slip(slopes, "(1 - a**2)", "(1 - (w * x + b) ** 2)").says("""
    In 1 - a² you put what arrives at the bend, not what leaves it. Can a tanh fall?
    Hint: Print your a and your z.""")
checks = [
    *split(gradients(slopes, of=loss, wrt=["w", "b"], w=0.5, b=0.25, x=1.5, y=0.2, names=["dw", "db"],
        title="the story's neuron", public=True),
        part("dw of the story", "dw"), part("db of the story", "db")),
    *split(gradients(slopes, of=loss, wrt=["w", "b"], w=uniform(0.4, 1), b=uniform(0.1, 0.3), x=uniform(0.5, 1.2),
        y=uniform(-0.9, -0.5), names=["dw", "db"], title="a fresh neuron"),
        part("dw of a fresh neuron", "dw", points=2), part("db of a fresh neuron", "db")),
]
