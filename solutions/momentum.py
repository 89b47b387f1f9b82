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

from grader.author import (
    alternative,
    leaves_unchanged,
    misconception,
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
def momentum_step(w, v, g, lr, beta):
    """Return the pair (w, v) after one round of momentum.

    w, v, g: parameters, velocities and slopes, arrays of shape (d,).  lr, beta: numbers.
    """
    v = beta * v + g
    return w - lr * v, v


@task
def nesterov_step(w, v, g, lr, beta):
    """Return the pair (w, v) after one round of Nesterov's momentum; the arguments are those above."""
    v = beta * v + g
    return w - lr * (g + beta * v), v


@task
def long_run_step(g, lr, beta):
    """Return how far a parameter moves in a round once its slope has been g for very long, a number."""
    return lr * g / (1 - beta)


@task
def descend(w, c, lr, beta, rounds):
    """Return the pair (w, losses) of some rounds of momentum, from rest.

    w: the start, an array of shape (d,); it stays as it is.  c: the curvatures, shape (d,).  rounds: a whole
    number.  losses: a list with the loss before each round.  The functions loss and slope are given.
    """
    v, losses = np.zeros_like(w), []
    for _ in range(rounds):
        losses.append(loss(w, c))
        w, v = momentum_step(w, v, slope(w, c), lr, beta)
    return w, losses


# ---- for instructors ------------------------------------------------------------------------------


def run(w, c, lr, rounds, move):
    """Descend with another rule: it gets velocity, slope and round, and returns the new velocity."""
    v, losses = np.zeros_like(w), []
    for i in range(rounds):
        losses.append(loss(w, c))
        v = move(v, c * w, i)
        w = w - lr * v
    return w, losses


parameter_by_parameter = rewrite(
    momentum_step,
    "v = beta * v + g",
    "v = np.array([beta * vi + gi for vi, gi in zip(v, g)])",
    "w - lr * v, v",
    "np.array([wi - lr * vi for wi, vi in zip(w, v)]), v",
)


@alternative(momentum_step)
def by_the_library(w, v, g, lr, beta):
    import torch

    parameter = torch.tensor(w, requires_grad=True)
    optimiser = torch.optim.SGD([parameter], lr=float(lr), momentum=float(beta))
    parameter.grad = torch.tensor(g)
    optimiser.state[parameter]["momentum_buffer"] = torch.tensor(v)
    optimiser.step()
    return parameter.detach().numpy(), optimiser.state[parameter]["momentum_buffer"].numpy()


multiplied_out = rewrite(
    nesterov_step, ..., "return w - lr * (1 + beta) * g - lr * beta**2 * v, g + beta * v"
)


@alternative(long_run_step)
def after_many_rounds(g, lr, beta):
    v = 0.0
    for _ in range(2000):
        v = beta * v + g
    return lr * v


@alternative(descend)
def written_out(w, c, lr, beta, rounds):
    return run(w, c, lr, rounds, lambda v, g, i: g + beta * v)


old_velocity = slip(momentum_step, "v = beta * v + g", "", "lr * v, v", "lr * v, beta * v + g").says("""
    Your v is right, but w moved by the velocity from before. From rest, would your first round move it?
    Hint: In the story the velocity becomes 4. By which velocity does w move there, by 2 or by 4?""")
slope_weighed = slip(momentum_step, "beta * v + g", "beta * v + (1 - beta) * g").says("""
    You weigh the slope with 1 - β. That is an average, and the story's velocity is a sum.
    Hint: From rest, the first round of the story is a step of plain descent. How long is yours?""")
plain_descent = slip(momentum_step, "v = beta * v + g", "v = g").says("""
    Your round forgets the old velocity. What does β do in it?
    Hint: Call it twice with different v. The results should differ.""")
friction_on_the_slope_too = slip(momentum_step, "beta * v + g", "beta * (v + g)").says("""
    You let β shrink the new slope as well. Which of the two terms should it shrink?
    Hint: From rest, the story's new velocity is g itself.""")
rate_in_the_velocity = slip(momentum_step, "+ g", "+ lr * g", "lr * v", "v").says("""
    Your velocity has lr in it. Where does the learning rate stand in the story's two formulas?
    Hint: In the story v becomes 4. Does your v change with lr?""")


@misconception(momentum_step)
def velocity_points_downhill(w, v, g, lr, beta):
    """Your velocity already holds the step, with lr and a minus sign. The story's v is made of slopes alone.
    Hint: In the story v becomes 4, which is positive like the slope, and does not change with lr."""
    v = beta * v - lr * g
    return w + v, v


uphill = slip(momentum_step, "w - lr * v", "w + lr * v").says("""
    Your w moves with the slopes. Which way does the loss fall?
    Hint: With v = 0 and a positive slope, w should become smaller.""")
velocity_not_handed_on = slip(
    momentum_step, "v = beta * v + g", "new = beta * v + g", "w - lr * v, v", "w - lr * new, v"
).says("""
    Your w is right, and the v that you return is the old one. What will the next round start from?
    Hint: Print v before and after your call.""")
plain_momentum = slip(nesterov_step, ..., "return momentum_step(w, v, g, lr, beta)").says("""
    Your w goes where ordinary momentum would take it. Where does your round look ahead?
    Hint: The story's two rules end at 4.6 and at 4.5. Which one do you get?
    Hint: Which velocity stands in the formula for w: the old one, or the new one?""")
slope_left_out = slip(nesterov_step, "lr", "lr * beta", "g + beta * v", "v").says("""
    Your w moves by lr·β·v alone. Which other term is in the bracket?
    Hint: From rest, with β = 0, Nesterov's round is plain descent. Does yours move at all?""")
slope_added_to_all_of_v = slip(nesterov_step, "g + beta * v", "g + v").says("""
    You add the whole new velocity to the slope. How much of it is left for the next round?
    Hint: The story goes to 4.5. The step there is 0.1·(3 + 2), not 0.1·(3 + 4).""")
divided_by_beta = slip(long_run_step, "1 - beta", "beta").says("""
    For β = 0 the step is lr·g. What does yours become when β goes to 0?
    Hint: The series 1 + β + β² + … has the sum 1/(1 - β). By what do you divide?""")
two_rounds_only = slip(long_run_step, "lr * g / (1 - beta)", "lr * g * (1 + beta)").says("""
    You add up two rounds. How many terms has the velocity after very long?
    Hint: Work out the velocity after 1, 2, 3 and 4 rounds with g = 1 and β = 0.9.""")
velocity_returned = slip(long_run_step, "lr * g", "g").says("""
    You return the velocity in the long run. How far does w move with it in a round?
    Hint: Look through your function for its argument lr.""")
at_rest_every_round = slip(written_out, "g + beta * v", "g").says("""
    Every round of yours starts from rest. Which line makes the velocity 0, and how often does it run?
    Hint: Print v at the start of each round.""")
begins_with_the_slope = slip(
    descend, ..., "return run(w, c, lr, rounds, lambda v, g, i: beta * (c * w if i == 0 else v) + g)"
).says("""
    Your first step is too long: the velocity is not 0 when the first round begins.
    Hint: What is the velocity of something at rest?""")
slope_of_the_start = slip(
    written_out, "lambda v, g, i: g + beta * v", "lambda v, g, i, first=c * w: beta * v + first"
).says("""
    You use the slope of the start in every round. Where is w by then?
    Hint: Print the slope in each round. It should change as w does.""")
losses_after_the_rounds = slip(
    descend, ..., "return descend(w, c, lr, beta, rounds)[0], descend(w, c, lr, beta, rounds + 1)[1][1:]"
).says("""
    Your w is right, and each of your losses is one round late. Is the loss of the start among them?
    Hint: Print the loss of the start beside your list.""")
one_round_too_many = slip(descend, ..., "return descend(w, c, lr, beta, rounds + 1)").says("""
    Count the losses that you return, and the rounds that you were asked for.
    Hint: With rounds = 0 the start comes back, and an empty list.""")
start_moved = slip(descend, "w, v =", "w[:], v =").says("""
    Your w and losses are right, and the start that you were given has moved along.
    Hint: Print w before and after your call. Which line of yours changes it?""")


place = {"w": np.array([5.0, -1.2, 0.7]), "v": np.array([2.0, 0.9, -1.5]), "g": np.array([3.0, -0.4, 2.5])}
fresh = {name: signed(1, 3, 4) for name in place}
rates = {"lr": uniform(0.2, 0.4), "beta": uniform(0.6, 0.8)}
valley = {"w": np.array([4.0, -3.0]), "c": np.array([0.3, 5.0])}
pair, path = ["w", "v"], ["w", "losses"]

# fmt: off
checks = [
    returns(momentum_step, **place, lr=0.1, beta=0.6, names=pair, title="three parameters", public=True),
    returns(momentum_step, **fresh, **rates, names=pair, title="four fresh parameters"),
    returns(nesterov_step, **place, lr=0.1, beta=0.7, names=pair, title="Nesterov's round", public=True),
    returns(nesterov_step, **fresh, **rates, names=pair, title="a fresh round of Nesterov's"),
    returns(long_run_step, g=3.0, lr=0.1, beta=0.9, title="a slope of 3 for ever", public=True),
    returns(long_run_step, g=uniform(2, 5), **rates, title="a fresh slope for ever"),
    returns(descend, **valley, lr=0.1, beta=0.8, rounds=6, names=path, title="six rounds in a valley",
        uses=[momentum_step], public=True),
    returns(descend, w=signed(1, 3, 3), c=uniform(0.5, 2, 3), **rates, rounds=5, names=path,
        title="five rounds in a fresh valley", uses=[momentum_step], points=2),
    leaves_unchanged(descend, **valley, lr=0.1, beta=0.8, rounds=6, names=["w", "c"],
        title="the start stays as it is", uses=[momentum_step], public=True),
]
