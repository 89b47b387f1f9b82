r"""
# A step that remembers

In a long valley plain descent has a bad choice: a step short enough for the steep walls is far too short
along the flat bottom (`learning_rate` says how short). A ball does better. It keeps its **velocity**: pushes
across the valley cancel, pushes along it add up. Momentum gives every parameter a velocity v, at rest in the
beginning:

    v ← β·v + g          w ← w - lr·v

g is the slope at the present w, β (often 0.9) is how much of the old velocity is left after a round, and the
w moves by the *new* v. This is what `torch.optim.SGD` does. Other books put lr into the velocity, or weigh g
with 1 - β. These are right as well, but their v holds other numbers, so that lr and β cannot be carried over.

**How fast can it get?** Where the slope stays g, the velocity grows to the sum g·(1 + β + β² + …), which is
g/(1 - β). So in the long run every step is lr·g/(1 - β) long: β = 0.9 is worth ten times the learning rate.

**Nesterov** looks ahead. The next round will move w by β·v in any case, so this round adds it already:

    v ← β·v + g          w ← w - lr·(g + β·v)          with the new v

**One number worked out.** w = 5, v = 2, g = 3, lr = 0.1, β = 0.5: the new v is 0.5·2 + 3 = 4, and w goes to
5 - 0.1·4 = 4.6. Nesterov has the same v and goes to 5 - 0.1·(3 + 0.5·4) = 4.5. With the slope 3 for ever, the
steps would become 0.1·3/(1 - 0.5) = 0.6 long.

**What to write.** Both steps, the length of a step in the long run, and a descent. The valley is given:
½·(c1·w1² + c2·w2² + …), with a curvature c for each parameter. Try your file with `python momentum.py`, then
hand it in.
"""

import numpy as np


def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)


def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


def momentum_step(w, v, g, lr, beta):
    """Return the pair (w, v) after one round of momentum.

    w, v, g: parameters, velocities and slopes, arrays of shape (d,).  lr, beta: numbers.
    """
    raise NotImplementedError("Write momentum_step.")


def nesterov_step(w, v, g, lr, beta):
    """Return the pair (w, v) after one round of Nesterov's momentum; the arguments are those above."""
    raise NotImplementedError("Write nesterov_step.")


def long_run_step(g, lr, beta):
    """Return how far a parameter moves in a round once its slope has been g for very long, a number."""
    raise NotImplementedError("Write long_run_step.")


def descend(w, c, lr, beta, rounds):
    """Return the pair (w, losses) of some rounds of momentum, from rest.

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
        ('three parameters', lambda: named(['w', 'v'], momentum_step(np.array([5.0, -1.2, 0.7]), np.array([2.0, 0.9, -1.5]), np.array([3.0, -0.4, 2.5]), 0.1, 0.6)), {'w': '[4.58, -1.214, 0.54]', 'v': '[4.2, 0.14, 1.6]'}),
        ("Nesterov's round", lambda: named(['w', 'v'], nesterov_step(np.array([5.0, -1.2, 0.7]), np.array([2.0, 0.9, -1.5]), np.array([3.0, -0.4, 2.5]), 0.1, 0.7)), {'w': '[4.392, -1.1761, 0.3485]', 'v': '[4.4, 0.23, 1.45]'}),
        ('a slope of 3 for ever', lambda: named(['long_run_step'], long_run_step(3.0, 0.1, 0.9)), {'long_run_step': '3'}),
        ('six rounds in a valley', lambda: named(['w', 'losses'], descend(np.array([4.0, -3.0]), np.array([0.3, 5.0]), 0.1, 0.8, 6)), {'w': '[2.34657, -0.111555]', 'losses': '[24.9, 7.88316, 2.52394, 9.68699, 11.0153, 4.24104]'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
