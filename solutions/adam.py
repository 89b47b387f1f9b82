r"""
# A step for every parameter

Slopes may differ a thousandfold from one parameter to the next, and then one learning rate suits none.
**Adam** keeps two running averages for each parameter, both 0 in the beginning, of its slope g and of g²:

    m ← β1·m + (1 - β1)·g          v ← β2·v + (1 - β2)·g²

Usually β1 is 0.9 and β2 is 0.999. Everything here happens entry by entry.

**Correcting the bias.** An average that starts at 0 is too small at first. After t rounds the weights of all
slopes so far add up to 1 - β^t only, so both are divided by that sum, with t = 1 in the first round:

    m̂ = m / (1 - β1^t)             v̂ = v / (1 - β2^t)

m and v themselves are kept as they are; the next round continues from them.

**The step.** m̂ is divided by the typical size of the slopes, the root of v̂:

    w ← w - lr · m̂ / ( √v̂ + ε )

A tiny ε, usually 1e-8, prevents 0/0. It is added *after* the root. That matters where slopes are tiny: for
v̂ = 1e-12 the root is 1e-6, and adding 1e-8 to it changes little. Inside the root, √(1e-12 + 1e-8) would be
1e-4, and the step a hundred times too short.

**One number worked out.** First round, g = 3, β1 = 0.9, β2 = 0.99: m = 0.3 and v = 0.09. Corrected they are
0.3/0.1 = 3 and 0.09/0.01 = 9. So w moves by lr·3/(3 + ε), which is lr: the first step is as long as the
learning rate, for any slope that is not tiny.

**What to write.** The averages, their correction, the step, and a descent. The valley is given, the one of
`momentum`. Try your file with `python adam.py`, then hand it in.
"""

import numpy as np

from grader.author import (
    alternative,
    integers,
    leaves_unchanged,
    returns,
    rewrite,
    signed,
    slip,
    task,
    uniform,
)


def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)


def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


@task
def averages(m, v, g, beta1, beta2):
    """Return the pair (m, v) of running averages after the slopes g came in.

    m, v, g: arrays of shape (d,).  beta1, beta2: numbers.  The arrays stay as they are.
    """
    return beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2


@task
def corrected(average, beta, t):
    """Return an average without its bias, an array of shape (d,).

    average: an array of shape (d,), after t rounds.  beta: its β.  t: a whole number, 1 in the first round.
    """
    return average / (1 - beta**t)


@task
def step(w, m_hat, v_hat, lr, eps):
    """Return the new w, an array of shape (d,).

    w, m_hat, v_hat: parameters and corrected averages, arrays of shape (d,).  lr, eps: numbers.
    """
    return w - lr * m_hat / (np.sqrt(v_hat) + eps)


@task
def descend(w, c, lr, beta1, beta2, eps, rounds):
    """Return the pair (w, losses) of some rounds of Adam, with both averages 0 in the beginning.

    w: the start, an array of shape (d,); it stays as it is.  c: the curvatures, shape (d,).  rounds: a whole
    number.  losses: a list with the loss before each round.  The functions loss and slope are given.
    """
    m, v, losses = np.zeros_like(w), np.zeros_like(w), []
    for t in range(1, rounds + 1):
        losses.append(loss(w, c))
        m, v = averages(m, v, slope(w, c), beta1, beta2)
        w = step(w, corrected(m, beta1, t), corrected(v, beta2, t), lr, eps)
    return w, losses


# ---- for instructors ------------------------------------------------------------------------------


def run(w, c, lr, beta1, beta2, eps, rounds, slip=""):
    """Descend with a slip."""
    m, v, losses = np.zeros_like(w), np.zeros_like(w), []
    for t in range(1, rounds + 1):
        losses.append(loss(w, c))
        g = c * w
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
        age = {"correction frozen": 1, "one late": t + 1, "no correction": np.inf}.get(slip, t)
        m_hat, v_hat = m / (1 - beta1**age), v / (1 - beta2**age)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        if slip == "corrected kept":
            m, v = m_hat, v_hat
    return w, losses


towards_the_slope = rewrite(
    averages,
    "beta1 * m + (1 - beta1) * g",
    "m + (1 - beta1) * (g - m)",
    "beta2 * v + (1 - beta2) * g**2",
    "v - (1 - beta2) * (v - g * g)",
)
by_the_sum_of_the_weights = rewrite(
    corrected, "1 - beta**t", "sum((1 - beta) * beta**i for i in range(int(t)))"
)
entry_by_entry = rewrite(
    step,
    "w - lr * m_hat / (np.sqrt(v_hat) + eps)",
    "np.array([a - lr * b / (c**0.5 + eps) for a, b, c in zip(w, m_hat, v_hat)])",
)
written_out = rewrite(descend, ..., "return run(w, c, lr, beta1, beta2, eps, rounds)")


@alternative(descend)
def by_the_library(w, c, lr, beta1, beta2, eps, rounds):
    import torch

    w, c, losses = torch.tensor(w, requires_grad=True), torch.tensor(c), []
    optimiser = torch.optim.Adam([w], lr=float(lr), betas=(float(beta1), float(beta2)), eps=float(eps))
    for _ in range(rounds):
        optimiser.zero_grad()
        value = 0.5 * (c * w**2).sum()
        value.backward()
        losses.append(value.item())
        optimiser.step()
    return w.detach().numpy(), losses


added_up = slip(averages, "(1 - beta1) * g", "g", "(1 - beta2) * g**2", "g**2").says("""
    You add the slopes with full weight, as momentum does. What makes an average of a sum?
    Hint: In the worked round m is 0.3 and v is 0.09. What are yours?""")
weights_exchanged = slip(
    averages,
    "beta1 * m + (1 - beta1) * g",
    "(1 - beta1) * m + beta1 * g",
    "beta2 * v + (1 - beta2) * g**2",
    "(1 - beta2) * v + beta2 * g**2",
).says("""
    Each of your averages forgets almost everything in a round. Which part of the old one should stay?
    Hint: With β1 = 0.9, does 0.9 belong to the old average or to the new slope?""")
slope_not_squared = slip(averages, "g**2", "g").says("""
    Your v averages the slopes themselves. What is its root where a slope is negative?
    Hint: In the worked round v is 0.09. What is yours?""")
square_of_the_average = slip(
    averages,
    "return",
    "m =",
    ", beta2 * v + (1 - beta2) * g**2",
    "\n    return m, beta2 * v + (1 - beta2) * m**2",
).says("""
    Your v takes in the square of m. Of what is it the average?
    Hint: In the worked round 9 comes in, and a hundredth of it stays. What comes in with you?""")
not_corrected = slip(corrected, "average / (1 - beta**t)", "1.0 * average").says("""
    You return the average as it came. After the first round, is 0.3 the average of a single slope 3?
    Hint: Print your result for t = 1 and for t = 100. Which one should differ from the average?""")
same_in_every_round = slip(corrected, "beta**t", "beta").says("""
    Your correction does not depend on t. How large should it be after very many rounds?
    Hint: β^t goes to 0 as t grows. What remains of 1 - β^t?""")
counted_from_zero = slip(corrected, "t", "(t - 1)").says("""
    Your power is one too low: in the first round you divide by 0. Where does your t begin?
    Hint: The docstring says what t is in the first round.""")
eps_inside_the_root = slip(step, "np.sqrt(v_hat) + eps", "np.sqrt(v_hat + eps)").says("""
    You add ε before you take the root. With slopes of a millionth, what is left of your step?
    Hint: For v̂ = 1e-12 and ε = 1e-8 the story compares both orders.""")
eps_left_out = slip(step, "np.sqrt(v_hat) + eps", "np.sqrt(v_hat)").says("""
    Your step does not depend on ε. What does it divide where a slope has always been 0?
    Hint: Call it with a 0 in m_hat and in v_hat.""")
root_forgotten = slip(step, "np.sqrt(v_hat)", "v_hat").says("""
    Your step shrinks when the slope grows. How long should the first step be, for any slope?
    Hint: In the worked round v̂ is 9. By what is 3 divided there?""")
bracket_missing = slip(step, ..., "return w - lr * (m_hat / np.sqrt(v_hat) + eps)").says("""
    You add ε to the quotient. Under which fraction bar does it belong?
    Hint: Python divides before it adds. Read your line in that order.""")
corrected_averages_kept = slip(
    descend,
    "w = step(w, corrected(m, beta1, t), corrected(v, beta2, t), lr, eps)",
    "m, v = corrected(m, beta1, t), corrected(v, beta2, t)\n        w = step(w, m, v, lr, eps)",
).says("""
    Your first round is right, the later ones are not. Which averages does the second round start from?
    Hint: The story says what is kept as it is. Do you give the corrected averages the names m and v?""")
round_never_counted = slip(
    descend,
    "corrected(m, beta1, t), corrected(v, beta2, t)",
    "corrected(m, beta1, 1), corrected(v, beta2, 1)",
).says("""
    You correct every round like the first one. Does your t grow?
    Hint: Print t in every round.""")
first_round_called_two = slip(descend, "range(1, rounds + 1)", "range(2, rounds + 2)").says("""
    Your first step is not as long as lr. Which t does your first round have?
    Hint: Print t right where the averages are corrected.""")
averages_used_raw = slip(descend, "corrected(m, beta1, t), corrected(v, beta2, t)", "m, v").says("""
    Your first step is not as long as lr. Which averages do you give to the step?
    Hint: You have written a function that takes the bias out. Does your descent use it?""")
changed_in_place = slip(averages, "return", "m[:], v[:] =", "g**2", "g**2\n    return m, v").says("""
    You change the arrays that you are given. What does your caller find in m afterwards?
    Hint: Print m before and after your call.""")


m0, v0 = np.array([0.4, -0.3, 0.1]), np.array([0.5, 1.2, 0.2])
w0 = np.array([0.8, -1.7, 2.6, 0.3])
fresh = {"beta1": uniform(0.7, 0.85), "beta2": uniform(0.9, 0.95)}
start_moved = slip(descend, "w = step(", "w[:] = step(").says("""
    Your w and losses are right, and the start that you were given has moved along.
    Hint: Print w before and after your call. Which line of yours changes it?""")


large = {"m_hat": np.array([3.0, -0.5, 0.0, 1.4]), "v_hat": np.array([9.0, 0.49, 0.0, 3.1])}
tiny = {"m_hat": np.array([1e-6, -3e-6, 2e-7]), "v_hat": np.array([1e-12, 2e-11, 5e-13])}
pair, path, parts = ["m", "v"], ["w", "losses"], [averages, corrected, step]
later = integers(3, 6, dtype=int)

# fmt: off
checks = [
    returns(averages, *(m0, v0, np.array([3.0, -0.6, 1.3]), 0.9, 0.99), names=pair, title="three averages",
        public=True),
    returns(averages, *(signed(1, 2, 4), uniform(1, 2, 4), signed(1.5, 3, 4)), **fresh, names=pair,
        title="four fresh averages"),
    leaves_unchanged(averages, *(m0, v0, np.array([3.0, -0.6, 1.3]), 0.9, 0.99), names=["m", "v", "g"],
        title="the arrays stay as they are", public=True),
    returns(corrected, m0, 0.9, 1, title="after one round", public=True),
    returns(corrected, v0, 0.9, 4, title="after four rounds", public=True),
    returns(corrected, signed(1, 2, 5), uniform(0.7, 0.8), later, title="after some more"),
    returns(step, w=w0, **large, lr=0.2, eps=0.01, title="a step with a large ε", public=True),
    returns(step, w=np.zeros(3), **tiny, lr=0.1, eps=1e-8, title="tiny slopes", public=True),
    returns(step,
        *(signed(0.01, 0.02, 4), signed(1e-5, 2e-5, 4), uniform(1e-10, 4e-10, 4), uniform(0.1, 0.2), 1e-8),
        title="fresh tiny slopes", points=2),
    returns(descend, *(w0[:2], np.array([300.0, 0.5]), 0.2, 0.9, 0.99, 0.01, 5), names=path,
        title="five rounds in a valley", uses=parts, public=True),
    returns(descend, *(signed(1, 2, 3), uniform(1, 9, 3), uniform(0.2, 0.3), *fresh.values(), 0.02, 6),
        names=path, title="six rounds in a fresh valley", uses=parts, points=2),
    leaves_unchanged(descend, *(w0[:2], np.array([300.0, 0.5]), 0.2, 0.9, 0.99, 0.01, 5), names=["w", "c"],
        title="the start stays as it is", uses=parts, public=True, points=0.5),
]
