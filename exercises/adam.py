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


def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)


def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


def averages(m, v, g, beta1, beta2):
    """Return the pair (m, v) of running averages after the slopes g came in.

    m, v, g: arrays of shape (d,).  beta1, beta2: numbers.  The arrays stay as they are.
    """
    raise NotImplementedError("Write averages.")


def corrected(average, beta, t):
    """Return an average without its bias, an array of shape (d,).

    average: an array of shape (d,), after t rounds.  beta: its β.  t: a whole number, 1 in the first round.
    """
    raise NotImplementedError("Write corrected.")


def step(w, m_hat, v_hat, lr, eps):
    """Return the new w, an array of shape (d,).

    w, m_hat, v_hat: parameters and corrected averages, arrays of shape (d,).  lr, eps: numbers.
    """
    raise NotImplementedError("Write step.")


def descend(w, c, lr, beta1, beta2, eps, rounds):
    """Return the pair (w, losses) of some rounds of Adam, with both averages 0 in the beginning.

    w: the start, an array of shape (d,); it stays as it is.  c: the curvatures, shape (d,).  rounds: a whole
    number.  losses: a list with the loss before each round.  The functions loss and slope are given.
    """
    raise NotImplementedError("Write descend.")


if __name__ == "__main__":
    # The public checks: what your functions give, beside what is expected.

    def named(names, value):
        """Put names to what a function returned, in its order."""
        value = value.tolist() if hasattr(value, "tolist") else value
        several = len(names) > 1 and isinstance(value, (list, tuple))
        return dict(zip(names, value)) if several else dict.fromkeys(names[:1], value)

    def text(value):
        """Return numbers with six digits, lists in brackets."""
        value = value.tolist() if hasattr(value, "tolist") else value
        if isinstance(value, (list, tuple)):
            return "[" + ", ".join(text(item) for item in value) + "]"
        return f"{value:.6g}" if type(value) in (int, float) else str(value)

    for title, call, expected in [
        ('three averages', lambda: named(['m', 'v'], averages(np.array([0.4, -0.3, 0.1]), np.array([0.5, 1.2, 0.2]), np.array([3.0, -0.6, 1.3]), 0.9, 0.99)), {'m': '[0.66, -0.33, 0.22]', 'v': '[0.585, 1.1916, 0.2149]'}),
        ('after one round', lambda: named(['corrected'], corrected(np.array([0.4, -0.3, 0.1]), 0.9, 1)), {'corrected': '[4, -3, 1]'}),
        ('after four rounds', lambda: named(['corrected'], corrected(np.array([0.5, 1.2, 0.2]), 0.9, 4)), {'corrected': '[1.45391, 3.48939, 0.581564]'}),
        ('a step with a large ε', lambda: named(['step'], step(np.array([0.8, -1.7, 2.6, 0.3]), np.array([3.0, -0.5, 0.0, 1.4]), np.array([9.0, 0.49, 0.0, 3.1]), 0.2, 0.01)), {'step': '[0.600664, -1.55915, 2.6, 0.141869]'}),
        ('tiny slopes', lambda: named(['step'], step(np.array([0.0, 0.0, 0.0]), np.array([1e-06, -3e-06, 2e-07]), np.array([1e-12, 2e-11, 5e-13]), 0.1, 1e-08)), {'step': '[-0.0990099, 0.0669324, -0.0278898]'}),
        ('five rounds in a valley', lambda: named(['w', 'losses'], descend(np.array([0.8, -1.7]), np.array([300.0, 0.5]), 0.2, 0.9, 0.99, 0.01, 5)), {'w': '[-0.11259, -0.732207]', 'losses': '[96.7225, 54.5657, 24.8333, 7.20034, 0.444604]'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
