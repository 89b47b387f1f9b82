r"""
# Back-propagation through a 2-2-2 network, by hand

A line has one link between a parameter and the loss. In a network a parameter may sit far behind, and its
influence reaches the loss along several roads. Back-propagation is the chain rule again, in an order in which
every piece is worked out once: from the loss backwards. This page does it with NumPy alone, for a network
small enough to check every number on paper: two inputs x1, x2, two hidden nodes h1, h2, two outputs o1, o2.

    x1 ──w1──▶ h1 ──w5──▶ o1
       ╲    ╱     ╲    ╱         w2 leads from x1 to h2,
        ╲  ╱       ╲  ╱          w3 leads from x2 to h1,
         ╳          ╳
        ╱  ╲       ╱  ╲          w6 leads from h1 to o2,
       ╱    ╲     ╱    ╲         w7 leads from h2 to o1.
    x2 ──w4──▶ h2 ──w8──▶ o2

Every hidden and every output node adds up what arrives, each value times the weight on its way, and bends
that sum z with the sigmoid σ(z) = 1 / (1 + e^(-z)), which lies between 0 and 1.

**Forward.** Written out,

    h1 = σ(w1·x1 + w3·x2)        o1 = σ(w5·h1 + w7·h2)
    h2 = σ(w2·x1 + w4·x2)        o2 = σ(w6·h1 + w8·h2)

    L = ½(o1 - y1)² + ½(o2 - y2)²

The half is there so that the slope of a square comes out without a factor.

**Backward.** Three sentences are enough.

1. The *delta* of a node is the slope of L with respect to its sum z: how much the loss feels what arrives
   there.
2. The slope of L for a weight is the value at its beginning times the delta at its end.
3. A delta is what the loss feels of the node's value, times how steep the sigmoid is there. Where the sigmoid
   has the value a = σ(z), its slope is a·(1 - a): you need the value only.

What the loss feels of an output you can read off L. What it feels of h1 comes back along both roads that
leave h1: along each road, the delta at the road's end times the weight on the road. The two roads' shares are
added.

**One number worked out.** Let x = (0.5, 0.3), y = (0.23, -0.07) and w1 … w8 = 0.2, -0.4, 0.5, 0.6, 0.1, -0.5,
-0.3, 0.8. Forward, h1 = σ(0.25) = 0.5622, h2 = σ(-0.02) = 0.4950, o1 = σ(-0.0923) = 0.4769, and o2 = 0.5287;
L = 0.2097. Backward to w5, which leads from h1 to o1: the loss feels 0.4769 - 0.23 = 0.2469 of o1, the
sigmoid there is 0.4769·0.5231 = 0.2495 steep, so the delta of o1 is 0.0616, and dL/dw5 = 0.5622·0.0616 =
0.0346. Rounded to two digits, the slopes for w1 … w8 are -0.01, 0.01, -0.01, 0.01, 0.03, 0.08, 0.03, 0.07.

**Training.** A round is: forward, loss, all eight slopes at the same weights, then every weight minus the
step times its slope. With step 1 the losses of the first rounds are 0.2097, 0.1950, 0.1814.

**A falling loss proves little.** The output weights alone can bring this loss down, and they hang on the
output deltas only. With the four hidden slopes wrong the loss still falls, and with slopes that are too large
it even falls faster. Programs with such mistakes have been published, next to their falling losses. So
compare the slopes and not the curve: `network_loss` below is L as a function of the weights. Move one weight
by 0.0001 each way, and see whether L changes as your slope says.

Nor can the loss fall to 0. The second target is -0.07, and a sigmoid never goes below 0: with o2 at 0 there
would still be ½·0.07² = 0.00245 left. The network keeps pushing o2 down for ever.

**What to write.** The sigmoid, the forward pass, the loss, the eight slopes, the training. Weights come in
one array in the order w1 … w8, and the slopes go out in that order. Try your file with
`python backprop_222.py`, then hand it in.
"""

import numpy as np

from grader.author import (
    alternative,
    gradients,
    intermediates,
    returns,
    rewrite,
    scenario,
    slip,
    task,
    uniform,
)


def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


@task
def sigmoid(z):
    """Return 1 / (1 + e^(-z)).

    z: a number, or an array of any shape; the result has the same shape.
    """
    return 1 / (1 + np.exp(-z))


@task
def forward(w, x):
    """Return the pair (h, o): the values of the hidden nodes and of the outputs.

    w: the weights w1 … w8, an array of shape (8,).  x: an array of shape (2,).
    h, o: arrays of shape (2,).
    """
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    x1, x2 = x
    h1 = sigmoid(w1 * x1 + w3 * x2)
    h2 = sigmoid(w2 * x1 + w4 * x2)
    o1 = sigmoid(w5 * h1 + w7 * h2)
    o2 = sigmoid(w6 * h1 + w8 * h2)
    return np.stack([h1, h2]), np.stack([o1, o2])


@task
def loss(o, y):
    """Return ½(o1 - y1)² + ½(o2 - y2)², one number.

    o, y: arrays of shape (2,), the outputs and their targets.
    """
    return 0.5 * (o[0] - y[0]) ** 2 + 0.5 * (o[1] - y[1]) ** 2


@task
def gradient(w, x, y, h, o):
    """Return the slopes of the loss for the eight weights, an array of shape (8,) in the order of w1 … w8.

    w: the weights, an array of shape (8,).  x, y: inputs and targets, arrays of shape (2,).
    h, o: what forward(w, x) returned, arrays of shape (2,); there is no need to compute them again.

    Call the deltas of the nodes delta_o1, delta_o2, delta_h1 and delta_h2. Where a check fails, you read
    which of them is the first that is wrong.
    """
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    x1, x2 = x
    h1, h2 = h
    delta_o1, delta_o2 = (o - y) * o * (1 - o)
    delta_h1 = (delta_o1 * w5 + delta_o2 * w6) * h1 * (1 - h1)
    delta_h2 = (delta_o1 * w7 + delta_o2 * w8) * h2 * (1 - h2)
    return np.stack(
        [
            delta_h1 * x1,
            delta_h2 * x1,
            delta_h1 * x2,
            delta_h2 * x2,
            delta_o1 * h1,
            delta_o2 * h1,
            delta_o1 * h2,
            delta_o2 * h2,
        ]
    )


@task
def train(w, x, y, step, rounds):
    """Return the pair (weights, losses): the final weights, and a list with the loss of each round.

    w: the weights at the start, an array of shape (8,).  x, y: arrays of shape (2,).
    step: the learning rate.  rounds: how many updates, a whole number.

    The loss of a round is computed before its update, so the first one belongs to the weights at the start.
    """
    losses = []
    for _ in range(rounds):
        h, o = forward(w, x)
        losses.append(loss(o, y))
        w = w - step * gradient(w, x, y, h, o)
    return w, losses


# ---- for instructors ------------------------------------------------------------------------------

deltas = intermediates(gradient, "delta_o1", "delta_o2", "delta_h1", "delta_h2")


def assembled(x, h, delta_o, delta_h):
    """Put the eight slopes in order: the value at the beginning of each weight times the delta at its end."""
    return np.concatenate([np.outer(x, delta_h).ravel(), np.outer(h, delta_o).ravel()])


def output_weights(w):
    """Arrange w5 … w8 as a matrix: a row for each hidden node, a column for each output."""
    return w[4:].reshape(2, 2)


@alternative(forward)
def in_matrix_form(w, x):
    h = sigmoid(x @ w[:4].reshape(2, 2))
    return h, sigmoid(h @ w[4:].reshape(2, 2))


@alternative(loss)
def mean_of_the_two_squares(o, y):
    return np.mean((o - y) ** 2)


@alternative(gradient)
def with_outer_products(w, x, y, h, o):
    delta_o = (o - y) * (o * (1 - o))
    delta_h = output_weights(w) @ delta_o * (h * (1 - h))
    return np.concatenate([np.outer(x, delta_h), np.outer(h, delta_o)]).ravel()


@alternative(gradient)
def with_loops(w, x, y, h, o):
    delta_o = [(o[k] - y[k]) * (o[k] - o[k] ** 2) for k in range(2)]
    delta_h = [sum(w[4 + 2 * j + k] * delta_o[k] for k in range(2)) * (h[j] - h[j] ** 2) for j in range(2)]
    hidden_slopes = [x[i] * delta_h[j] for i in range(2) for j in range(2)]
    return np.array(hidden_slopes + [h[j] * delta_o[k] for j in range(2) for k in range(2)])


@alternative(gradient)
def with_einsum(w, x, y, h, o):
    delta_o = np.einsum("k,k,k->k", o - y, o, 1 - o)
    delta_h = np.einsum("jk,k,j,j->j", output_weights(w), delta_o, h, 1 - h)
    return np.append(np.einsum("i,j->ij", x, delta_h), np.einsum("j,k->jk", h, delta_o))


@alternative(train)
def weight_by_weight(w, x, y, step, rounds):
    weights, losses = list(w), []
    for _ in range(rounds):
        h, o = forward(np.array(weights), x)
        losses += [float(loss(o, y))]
        for index, slope in enumerate(gradient(np.array(weights), x, y, h, o)):
            weights[index] -= slope * step
    return weights, losses


def fresh_network(rng):
    """Draw weights, inputs and targets, all well apart; no output can meet its target."""
    sizes = rng.permutation(np.linspace(0.4, 1.8, 8)) + rng.uniform(-0.03, 0.03, 8)
    w = sizes * rng.choice([-1.0, 1.0], 8)
    x = rng.permutation([0.7, 1.4]) * rng.choice([-1.0, 1.0], 2) + rng.uniform(-0.1, 0.1, 2)
    y = rng.permutation([-0.6, 1.5]) + rng.uniform(-0.1, 0.1, 2)
    return {"w": w, "x": x, "y": y}


def fresh_start(rng):
    """Draw weights and inputs without targets."""
    network = fresh_network(rng)
    return {"w": network["w"], "x": network["x"]}


def fresh_pass(rng):
    """Draw a network and go forward through it once."""
    network = fresh_network(rng)
    h, o = forward(network["w"], network["x"])
    return {**network, "h": h, "o": o}


def output_half(program, rng, w, x, y, h, o):
    """Look at the slopes of the output weights alone: they do not hang on the hidden deltas."""
    w5, w6, w7, w8 = program.gradient(w, x, y, h, o)[4:]
    return {"w5": w5, "w6": w6, "w7": w7, "w8": w8}


def whole_run(program, rng, w, x, y, step, rounds):
    """Train and name the weights."""
    weights, losses = program.train(w, x, y, step, rounds)
    return {"losses": losses, **{f"w{place}": weight for place, weight in enumerate(weights, 1)}}


def outputs_after(program, rng, w, x, y, step, rounds):
    """Train, then go forward once more."""
    weights, _ = program.train(w, x, y, step, rounds)
    _, (o1, o2) = program.forward(weights, x)
    return {"o1": o1, "o2": o2}


# fmt: off
by_the_hyperbolic_tangent = rewrite(sigmoid, ..., "return (1 + np.tanh(z / 2)) / 2")
in_single_precision = rewrite(loss, ..., "return np.sum((o - y).astype(np.float32) ** 2) / 2")
another_bend = slip(sigmoid, "1 / (1 + np.exp(-z))", "np.tanh(z)").says("""
    Your curve has the right look, but at 0 it passes through another height. What should it be there?
    Hint: Work out 1 / (1 + e^0). Your curve also reaches below 0; can 1 divided by a positive number do
    that?""")
bracket_missing = slip(sigmoid, "1 / (1 + np.exp(-z))", "1 / 1 + np.exp(-z)").says("""
    Your sigmoid leaves the range from 0 to 1. What does it give at z = 0?
    Hint: Python divides before it adds. Read your line in that order.
    Hint: What is the whole denominator in the story's formula?""")
falling = slip(sigmoid, "-z", "z").says("""
    Your sigmoid falls where z grows. Try it at z = -5 and z = 5.
    Hint: For a large z the sigmoid is close to 1. How large must the exponential be there?""")
crossing_weights_confused = slip(forward,
    ..., "h = sigmoid(w[:4].reshape(2, 2) @ x); return h, sigmoid(output_weights(w) @ h)").says("""
    Set w2 to 0, then w3. Which hidden node changes?
    Hint: Follow w2 in the drawing: where does it begin, and where does it end?
    Hint: If you use matrices: is a row of yours a beginning or an end?""")
outputs_left_straight = slip(in_matrix_form,
    "sigmoid(h @ w[4:].reshape(2, 2))", "h @ output_weights(w)").says("""
    Your hidden nodes are right. Make w5 … w8 large: can your outputs leave the range from 0 to 1?
    Hint: In how many of the four nodes does the story bend the sum?""")
absolute_errors = slip(loss, ..., "return 0.5 * np.sum(np.abs(o - y))").says("""
    An error of 0.4 counts only twice as much as one of 0.2 in your loss. How much should it count?
    Hint: Look at the exponent in the formula of the loss.""")
length_of_the_error = slip(loss, ..., "return np.sqrt(np.sum((o - y) ** 2))").says("""
    Your loss is the distance between outputs and targets. The formula stops before one step of that.
    Hint: For one output with the error 0.4, the loss should be 0.08. What do you get?""")
half_left_out = slip(mean_of_the_two_squares, "np.mean", "np.sum").says("""
    Compute your loss for o = (1, 0) and y = (0, 0), on paper and by your function.
    Hint: By which constant do the two differ? Is there one in front of the squares?""")
halved_and_averaged = slip(loss, ..., "return np.mean((o - y) ** 2) / 2").says("""
    Compute your loss for o = (1, 0) and y = (0, 0), on paper and by your function.
    Hint: The mean over two outputs divides by two. What does the half in front of it do then?""")
output_bend_of_the_hyperbolic_tangent = slip(with_outer_products, "o * (1 - o)", "1 - o**2").says("""
    At the outputs you use the slope of another curve than the sigmoid.
    Hint: At o = 0.5 the sigmoid is at its steepest, with slope 0.25. What does your formula give there?""")
weights_forgotten_on_the_way_back = slip(with_outer_products,
    "output_weights(w) @ delta_o", "delta_o.sum()").says("""
    Both hidden nodes get the same share of the blame from you. A thick road carries more than a thin one.
    Hint: How much does an output move when h1 moves by 0.01? Which number says so?""")
inputs_exchanged = slip(with_outer_products, "outer(x,", "outer(x[::-1],").says("""
    The slopes of w1 to w4 are right in size for the other input. Which road starts at x1, which at x2?
    Hint: Go through the drawing: w1 and w2 leave the same node. Which one is it?""")
weights_of_the_first_layer_sent_back = slip(with_outer_products,
    "output_weights(w)", "w[:4].reshape(2, 2)").says("""
    On the way back from the outputs you use roads that do not lead there.
    Hint: Which weights stand between the hidden nodes and the outputs in the drawing?""")
hidden_bend_taken_of_the_value = slip(with_outer_products,
    "h * (1 - h)", "sigmoid(h) * (1 - sigmoid(h))").says("""
    At the hidden nodes you put a value through the sigmoid that has been through it already.
    Hint: h is the sigmoid's value already, and the slope of the sigmoid is made of its value.""")
weight_slopes_sent_back = slip(with_outer_products,
    "output_weights(w) @ delta_o", "np.outer(h, delta_o).sum(axis=1)").says("""
    Your output slopes are right, the hidden ones are not. What do you send back from the outputs to h1?
    Hint: Set w5 = w6 = 0. Now h1 has no road to the loss. Which slopes should be zero? Are yours?
    Hint: A delta belongs to a node, a slope to a weight. Which of the two do you add up for h1?""")
output_bend_left_out = slip(with_outer_products, "(o - y) * (o * (1 - o))", "o - y").says("""
    Recompute the worked number of the story for w5. Which of its factors is not in your code?
    Hint: An output near 1 hardly reacts to its sum. Do your slopes know that?
    Hint: Between the sum and the value of an output lies the sigmoid.""")
hidden_bend_left_out = slip(with_outer_products, "@ delta_o * (h * (1 - h))", "@ delta_o").says("""
    Your output slopes are right; the hidden ones are several times too large. What lies between z and h1?
    Hint: At z = 0, let the sum of a hidden node grow by 0.01. By how much does its value grow?
    Hint: Compare how you got the deltas of the outputs with how you got those of the hidden nodes.""")
bend_taken_at_the_value = slip(with_outer_products, "o * (1 - o)", "sigmoid(o) * (1 - sigmoid(o))",
    "h * (1 - h)", "sigmoid(h) * (1 - sigmoid(h))").says("""
    You put something through the sigmoid that has been through it. How steep is the sigmoid at z = 0?
    Hint: At z = 0 the value is 0.5 and the steepness 0.25. What does your formula give when it is handed
    0.5?
    Hint: The story says what the steepness is in terms of the value. Is there a σ left in that?""")
bend_taken_of_the_sum = slip(with_outer_products, "delta_o = (o - y)",
    "z_h, z_o = x @ w[:4].reshape(2, 2), h @ output_weights(w)\n    delta_o = (o - y)",
    "o * (1 - o)", "z_o * (1 - z_o)",
    "h * (1 - h)", "z_h * (1 - z_h)").says("""
    Your steepness can be negative. Can a sigmoid fall?
    Hint: What is your steepness at z = 0, and what is it in truth?
    Hint: In a·(1 - a), is a what arrives at the node or what leaves it?""")
bend_of_the_hyperbolic_tangent = slip(with_outer_products, "o * (1 - o)", "1 - o**2",
    "h * (1 - h)", "1 - h**2").says("""
    You use the steepness of another curve. Which function bends the sums here?
    Hint: Compare yours at the value 0.5 with (σ(0.01) - σ(-0.01)) / 0.02.""")
roads_confused = slip(with_outer_products, "output_weights(w)", "output_weights(w).T").says("""
    With w6 = w7 your slopes are right. Follow in the drawing the two roads that leave h1.
    Hint: Set w7 = 0. Does anything change for h1 in truth? Does it in your code?
    Hint: Forward, a node gathers along its column of the matrix. Along what does it gather backward?""")
error_sent_back = slip(with_outer_products, "@ delta_o", "@ (o - y)").says("""
    Your output slopes are right, the hidden ones are not. What travels back along w5: the error, or more?
    Hint: Each road brings back the delta at its end. Print your delta of o1 and beside it what you send
    back.""")
straight_roads_only = slip(gradient, ...,
    "delta_o = (o - y) * o * (1 - o); return assembled(x, h, delta_o, w[[4, 7]] * delta_o * h * (1 - h))"
).says("""
    Set w5 = 0. Is h1 now cut off from the loss? Look at the drawing, then at your slope for w1.
    Hint: Count the roads that leave h1, and those that your code knows.""")
roads_to_the_first_output_only = slip(with_outer_products,
    "output_weights(w) @ delta_o", "w[[4, 6]] * delta_o[0]").says("""
    Change y2. Do your slopes for w1 … w4 change? Should they?
    Hint: The loss has two halves. How does the second one feel what h1 does?""")
crossing_slopes_exchanged = slip(with_outer_products, "outer(x, delta_h)", "outer(delta_h, x)",
    "outer(h, delta_o)", "outer(delta_o, h)").says("""
    Your numbers are right, but some stand in another's place. Which four weights lead straight across?
    Hint: For each of w2, w3, w6 and w7, read off the drawing where it begins and where it ends.
    Hint: In an outer product, which factor runs along the rows?""")
hidden_values_in_place_of_inputs = slip(gradient, ..., "return gradient(w, h, y, h, o)").says("""
    Your output slopes are right, the hidden ones are not. At which node does w1 begin?
    Hint: Set x1 = 0. Which weights can then no longer matter? Are their slopes zero in your code?""")
inputs_in_place_of_hidden_values = slip(with_outer_products, "outer(h,", "outer(x,").says("""
    Your hidden slopes are right, the output ones are not. At which node does w5 begin?
    Hint: Recompute the worked number of the story for w5, factor by factor.""")
twice_as_large = slip(gradient, ..., "return 2 * gradient(w, x, y, h, o)").says("""
    All your slopes are off by one constant. Differentiate ½u² once more.
    Hint: What does the half in front of the square do to the 2 that comes down from the exponent?""")
uphill = slip(gradient, ..., "return -gradient(w, x, y, h, o)").says("""
    All your slopes point the other way. Is your error the output minus the target, or the other way round?
    Hint: An output above its target: does a larger output make the loss larger?
    Hint: The minus of "downhill" belongs into the update.""")
target_left_out = slip(gradient, ..., "return gradient(w, x, 0 * y, h, o)").says("""
    Your slopes are the same whatever y is. Is the loss?
    Hint: Where should the slopes be zero: at an output of 0, or where the output meets its target?""")
only_the_output_weights_move = slip(train, "w - step * gradient(w, x, y, h, o)",
    "np.concatenate([w[:4], w[4:] - step * gradient(w, x, y, h, o)[4:]])").says("""
    Four of your weights are at the end where they were at the start. Which ones?
    Hint: Print the weights before and after one round, side by side.""")
losses_added_up = slip(train, "loss(o, y)", "loss(o, y) + sum(losses[-1:])").says("""
    Your weights are right, and your losses never fall. What do you note in each round?
    Hint: Does your second loss still contain the first?""")
last_loss_alone = slip(train, ..., "w, losses = train(w, x, y, step, rounds); return w, losses[-1]").says("""
    Your weights are right. One loss comes back where there should be one for every round.
    Hint: Where do the losses of the earlier rounds go?""")
all_but_the_first_pile_up = slip(train, "losses = []", "losses, slopes = [], 0 * w",
    "w = w - step * gradient(w, x, y, h, o)",
    "slopes += gradient(w, x, y, h, o); w = w - step * slopes; slopes[0] = 0").says("""
    Your loss falls faster than it should. Print all eight slopes in each round, right before the update.
    Hint: w1 moves by its slope of this round. What do the other seven move by?
    Hint: Does anything of the last round survive into this one? For how many weights do you clear it away?
    """)
slopes_pile_up = slip(train, "losses = []", "losses, slopes = [], 0 * w",
    "w = w - step * gradient(w, x, y, h, o)",
    "slopes += gradient(w, x, y, h, o); w = w - step * slopes").says("""
    Your first round is right, every later one goes too far. Print the slopes right before each update.
    Hint: Does anything of the last round survive into this one?""")
output_weights_moved_first = slip(train, "w = w - step * gradient(w, x, y, h, o)",
    "moved = np.append(w[:4], (w - step * gradient(w, x, y, h, o))[4:])\n"
    "        w = np.append((w - step * gradient(moved, x, y, h, o))[:4], moved[4:])").says("""
    In the first round w5 … w8 come out right and w1 … w4 do not. Which weights do their slopes belong to?
    Hint: All eight are slopes of one loss at one place. Has anything moved before you take the last one?
    Hint: The way back passes through w5 … w8. The old ones or the new?""")
forward_only_once = slip(train, "losses = []", "losses, (h, o) = [], forward(w, x)",
    "h, o = forward(w, x)", "").says("""
    Print o in every round. Does it follow the weights?
    Hint: Which of your lines stand before the loop? Would they give the same after an update?""")
loss_after_the_update = slip(train, "losses.append(loss(o, y))", "",
    "h, o)\n", "h, o); losses.append(network_loss(w, x, y))\n").says("""
    Your weights are right and each of your losses stands one round too early.
    Hint: Ask for one round. Is the loss you return that of the weights you were given?""")
back_after_the_first_round = slip(train, ..., "return train(w, x, y, step, 1)").says("""
    Ask for 2 rounds and for 11. How many losses do you get back?
    Hint: At which line does your function end, and how often has the loop run by then?""")
w_start = np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8])
x_note = np.array([0.5, 0.3])
y_note = np.array([0.23, -0.07])
h_start, o_start = forward(w_start, x_note)
weight_names = ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8"]
checks = [
    returns(sigmoid, z=np.array([-1.0, 0.0, 2.0]), title="three points of the sigmoid", public=True),
    returns(sigmoid, z=uniform(-3, 3, 5), title="five fresh points of the sigmoid"),
    returns(forward, w=w_start, x=x_note, names=["h", "o"], title="forward from the weights of the story",
        uses=[sigmoid], public=True),
    returns(forward, inputs=fresh_start, names=["h", "o"], title="forward from fresh weights",
        uses=[sigmoid]),
    returns(loss, o=np.array([0.9, 0.4]), y=np.array([0.3, 0.6]), title="loss of two outputs", public=True),
    returns(loss, o=uniform(0.1, 0.9, 2), y=uniform(-1.5, -0.5, 2), title="loss of two fresh outputs"),
    gradients(gradient, of=network_loss, wrt="w", w=w_start, x=x_note, y=y_note, h=h_start, o=o_start,
        names=weight_names, title="eight slopes at the weights of the story", public=True),
    gradients(gradient, of=network_loss, wrt="w", inputs=fresh_pass, names=weight_names,
        title="eight slopes at fresh weights", points=2),
    scenario(gradient, inputs=fresh_pass, title="the four output slopes at fresh weights")(output_half),
    scenario(train, forward, loss, gradient, sigmoid, w=w_start, x=x_note, y=y_note, step=1.0, rounds=11,
        title="eleven rounds of step 1", curve="losses", public=True)(whole_run),
    scenario(train, forward, gradient, sigmoid, w=w_start, x=x_note, y=y_note, step=10.0, rounds=2,
        title="the outputs after two rounds of step 10", public=True)(outputs_after),
    scenario(train, forward, loss, gradient, sigmoid, rounds=6,
        inputs=lambda rng: {**fresh_network(rng), "step": rng.uniform(1.0, 2.0)},
        title="six rounds from fresh weights", points=2)(whole_run),
]
