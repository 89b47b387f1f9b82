r"""
# Dead nodes: the 2-2-2 network with another bend

The network of `backprop_222` again: two inputs, two hidden nodes, two outputs, the same eight weights. This
time every node bends its sum z with the function ReLU in place of the sigmoid:

    relu(z) = z where z is above 0, and 0 where it is not

It is cheap, and above 0 it is a straight line with slope 1, so that slopes do not fade on the way back. The
price is on the other side: there it is flat.

    x1 ──w1──▶ h1 ──w5──▶ o1
       ╲    ╱     ╲    ╱         w2 leads from x1 to h2,
        ╲  ╱       ╲  ╱          w3 leads from x2 to h1,
         ╳          ╳
        ╱  ╲       ╱  ╲          w6 leads from h1 to o2,
       ╱    ╲     ╱    ╲         w7 leads from h2 to o1.
    x2 ──w4──▶ h2 ──w8──▶ o2

    h1 = relu(w1·x1 + w3·x2)     o1 = relu(w5·h1 + w7·h2)
    h2 = relu(w2·x1 + w4·x2)     o2 = relu(w6·h1 + w8·h2)

    L = ½(o1 - y1)² + ½(o2 - y2)²

**Backward.** Nothing changes in the three sentences of `backprop_222` but the steepness of the bend. A delta
is what the loss feels of the node's value, times how steep the bend is there: 1 where the node's sum was
above 0, and 0 where it was not. A node whose sum is not above 0 is *silent*. Its value is 0 and its delta is
0, whatever comes back to it. (At a sum of exactly 0 we take 0 as well.)

**One number worked out.** The start of `backprop_222`: x = (0.5, 0.3), y = (0.23, -0.07), w1 … w8 = 0.2,
-0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8. The sums of the hidden nodes are 0.25 and -0.02, so h = (0.25, 0). The
sums of the outputs are 0.1·0.25 = 0.025 and -0.5·0.25 = -0.125, so o = (0.025, 0). L = ½·0.205² + ½·0.07² =
0.0234625. Backward to w5: the loss feels 0.025 - 0.23 = -0.205 of o1, the bend is 1 steep, and w5 begins at
h1 = 0.25, so dL/dw5 = -0.205·0.25 = -0.05125.

**Too good to be true.** With the sigmoid the loss began at 0.2097, and after ten updates it was 0.1038. Here
it begins at 0.0235, and after ten updates with step 1 it is 0.0037. A better network? Look at the weights:

    at the start        0.2000  -0.4000   0.5000   0.6000   0.1000  -0.5000  -0.3000   0.8000
    after 11 updates    0.3877  -0.4000   0.6126   0.6000   0.5074  -0.5000  -0.3000   0.8000

Only three of eight have moved. The second output says 0 from beginning to end, and it is an accident that its
target, -0.07, lies near 0. The loss cannot fall below ½·0.07² = 0.00245, and the curve does not tell why.

**What a silent node does to the weights.** Two things hold at once. It hands on 0, so the weights that begin
at it multiply nothing. Its delta is 0, so the weights that end at it do not move, and nothing travels back
through it to what lies before. A weight feels nothing of a sample unless there is a road from it to the loss,
with every node on that road awake, and something at its own beginning.

**Silent or dead?** A node that is silent at one sample may be awake at the next: at x = (0.3, 0.5) the sum of
h2 is 0.18. A node that is silent at *every* sample of the data is *dead*. If a hidden node of this network is
dead, its weights never move again, and no training brings it back. Before you believe in a loss, count the
dead nodes.

**What to write.** The bend, the forward pass, the eight slopes; then two functions that examine a network:
which nodes are dead, and which weights are stuck. Try your file with `python relu_222.py`, then hand it in.
"""

import numpy as np

from grader.author import alternative, gradients, intermediates, returns, rewrite, scenario, slip, task


def loss(o, y):
    """Return ½(o1 - y1)² + ½(o2 - y2)², one number."""
    return 0.5 * (o[0] - y[0]) ** 2 + 0.5 * (o[1] - y[1]) ** 2


def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


@task
def relu(z):
    """Return z where it is above 0, and 0 elsewhere.

    z: a number, or an array of any shape; the result has the same shape.
    """
    return np.where(z > 0, z, 0.0)


@task
def forward(w, x):
    """Return the pair (h, o): the values of the hidden nodes and of the outputs.

    w: the weights w1 … w8, an array of shape (8,).  x: an array of shape (2,).
    h, o: arrays of shape (2,).
    """
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    x1, x2 = x
    h1 = relu(w1 * x1 + w3 * x2)
    h2 = relu(w2 * x1 + w4 * x2)
    o1 = relu(w5 * h1 + w7 * h2)
    o2 = relu(w6 * h1 + w8 * h2)
    return np.stack([h1, h2]), np.stack([o1, o2])


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
    delta_o1, delta_o2 = (o - y) * (o > 0)
    delta_h1 = (delta_o1 * w5 + delta_o2 * w6) * (h1 > 0)
    delta_h2 = (delta_o1 * w7 + delta_o2 * w8) * (h2 > 0)
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
def dead_nodes(w, xs):
    """Return which of the nodes h1, h2, o1, o2 are dead: four truth values, in this order.

    w: the weights, an array of shape (8,).  xs: the inputs of all samples, an array of shape (n, 2).
    """
    values = np.array([np.concatenate(forward(w, x)) for x in xs])
    return (values == 0).all(axis=0)


@task
def stuck_weights(w, xs):
    """Return which of w1 … w8 are stuck: eight truth values, True where no sample has a slope for the weight.

    w: the weights, an array of shape (8,).  xs: the inputs of all samples, an array of shape (n, 2). No
    weight is 0, and of a sample's inputs neither is, or both. Nothing is known of the targets: a slope that
    only vanishes because an output happens to meet its target does not count.
    """
    moved = np.zeros(8, dtype=bool)
    for x in xs:
        h, o = forward(w, x)
        felt = (h != 0) & (o != 0).any()
        moved |= np.concatenate([felt, felt, (h[0] != 0) & (o != 0), (h[1] != 0) & (o != 0)])
    return ~moved


# ---- for instructors ------------------------------------------------------------------------------

deltas = intermediates(gradient, "delta_o1", "delta_o2", "delta_h1", "delta_h2")


def output_weights(w):
    """Arrange w5 … w8 as a matrix: a row for each hidden node, a column for each output."""
    return w[4:].reshape(2, 2)


def awake(w, xs):
    """Return which hidden nodes and which outputs are awake at each sample: two arrays of shape (n, 2)."""
    values = [forward(w, x) for x in xs]
    return np.array([h != 0 for h, _ in values]), np.array([o != 0 for _, o in values])


@alternative(forward)
def in_matrix_form(w, x):
    h = relu(x @ w[:4].reshape(2, 2))
    return h, relu(h @ w[4:].reshape(2, 2))


@alternative(gradient)
def with_outer_products(w, x, y, h, o):
    delta_o = (o - y) * (o > 0)
    delta_h = output_weights(w) @ delta_o * (h > 0)
    return np.concatenate([np.outer(x, delta_h), np.outer(h, delta_o)]).ravel()


@alternative(stuck_weights)
def from_who_is_awake(w, xs):
    hidden, outputs = awake(w, xs)
    felt = hidden & outputs.any(axis=1, keepdims=True)
    pairs = hidden[:, :, None] & outputs[:, None, :]
    return ~np.concatenate([felt.any(axis=0)] * 2 + [pairs.any(axis=0).ravel()])


@alternative(stuck_weights)
def by_slopes_for_two_targets(w, xs):
    slopes = []
    for x in xs:
        h, o = forward(w, x)
        slopes += [gradient(w, x, o - np.array(error), h, o) for error in ([1.0, 0.0], [0.0, 1.0])]
    return np.abs(slopes).max(axis=0) == 0


@alternative(stuck_weights)
def by_moving_each_weight(w, xs):
    moved = [w + 0.001 * direction for direction in np.eye(8, dtype=w.dtype)]
    return [all(np.array_equal(forward(w, x)[1], forward(one, x)[1]) for x in xs) for one in moved]


def network_with(rng, *pattern):
    """Draw a network whose nodes h1, h2, o1, o2 are awake as the pattern says, no sum near 0."""
    while True:
        w = rng.permutation(np.linspace(0.4, 1.8, 8)) + rng.uniform(-0.03, 0.03, 8)
        x = rng.permutation([0.7, 1.4]) + rng.uniform(-0.1, 0.1, 2)
        y = rng.permutation([-0.6, 1.5]) + rng.uniform(-0.1, 0.1, 2)
        network = {"w": w * rng.choice([-1.0, 1.0], 8), "x": x * rng.choice([-1.0, 1.0], 2), "y": y}
        z = sums(network["w"], network["x"])
        if np.abs(z).min() > 0.2 and np.array_equal(z > 0, pattern):
            return network


def sums(w, x):
    """Return the sums of the four nodes."""
    h = x @ w[:4].reshape(2, 2)
    return np.concatenate([h, np.maximum(h, 0) @ output_weights(w)])


def fresh_start(rng):
    """Draw weights and inputs at which one node of each layer is silent."""
    network = network_with(rng, True, False, False, True)
    return {"w": network["w"], "x": network["x"]}


def passed(*pattern):
    """Stand for a network whose nodes are awake as the pattern says, and what comes out of them."""

    def drawn(rng):
        network = network_with(rng, *pattern)
        h, o = forward(network["w"], network["x"])
        return {**network, "h": h, "o": o}

    return drawn


def ways_to_be_dead(w, xs):
    """Answer rightly, as each mistake about dead nodes does, and as after a step in place of the bend."""
    silent = ~np.concatenate(awake(w, xs), axis=1)
    most, some, mean = silent.mean(axis=0) > 0.5, silent.any(axis=0), dead_nodes(w, xs.mean(axis=0)[None])
    steps = np.array([[*h, *(h @ output_weights(w) > 0)] for h in 1.0 * (xs @ w[:4].reshape(2, 2) > 0)])
    return [
        dead_nodes(w, xs),
        silent[0],
        silent[-1],
        some,
        most,
        mean,
        ~dead_nodes(w, xs),
        ~steps.any(axis=0),
    ]


def ways_to_be_stuck(w, xs):
    """Answer rightly, and as each mistake about stuck weights does, at both hidden nodes or at one."""
    hidden, outputs = awake(w, xs)
    of_each = [stuck_weights(w, x[None]) for x in xs]
    felt = (hidden & outputs.any(axis=1, keepdims=True)).any(axis=0)
    both = (hidden & outputs.all(axis=1, keepdims=True)).any(axis=0)
    pairs = (hidden[:, :, None] & outputs[:, None, :]).any(axis=0)
    h, o = hidden.any(axis=0), outputs.any(axis=0)
    moved = [(felt, pairs), (felt, [o, o]), (felt, np.repeat(h, 2)), (h, pairs), (both, pairs)]
    moved += [(h & o.any(), h[:, None] & o), (h, [o, o])]
    moved += [(np.where(node, both, felt), pairs) for node in np.eye(2, dtype=bool)]
    answers = [~np.concatenate([first, first, np.ravel(second)]) for first, second in moved]
    return [*answers, ~answers[0], np.any(of_each, axis=0), of_each[0], of_each[-1]]


def fresh_networks(ways, public):
    """Stand for networks with three samples each on which all ways to answer differ, constant ones as well.

    At the last one's samples, which are 0, every node is silent, whatever is made of a sum below 0.
    """

    def drawn(rng):
        networks, answers = [], []
        while not answers or len(set(zip(*answers))) < len(answers[0]):
            w = rng.uniform(0.3, 1.5, 8) * rng.choice([-1.0, 1.0], 8)
            xs = rng.uniform(0.3, 1.5, (3, 2)) * rng.choice([-1.0, 1.0], (3, 2))
            if min(np.abs(z[z != 0]).min() for z in (sums(w, x) for x in xs)) > 0.05:
                networks.append((w, xs))
                answers.append([tuple(map(bool, one)) for one in (*ways(w, xs), 0 * public, public)])
        return {"networks": [*networks, (w, np.zeros((3, 2), dtype=int))]}

    return drawn


def all_dead_nodes(program, rng, networks):
    """Ask for the dead nodes of some networks."""
    return {f"network {number}": program.dead_nodes(w, xs) for number, (w, xs) in enumerate(networks, 1)}


def all_stuck_weights(program, rng, networks):
    """Ask for the stuck weights of some networks."""
    return {f"network {number}": program.stuck_weights(w, xs) for number, (w, xs) in enumerate(networks, 1)}


def descent(program, rng, w, x, y, step, rounds):
    """Train with the program's own slopes, and name the weights."""
    losses = []
    for _ in range(rounds):
        h, o = program.forward(w, x)
        losses.append(0.5 * np.sum((np.asarray(o) - y) ** 2))
        w = w - step * np.asarray(program.gradient(w, x, y, h, o))
    return {"losses": losses, **{f"w{place}": weight for place, weight in enumerate(w, 1)}}


# fmt: off
with_maximum = rewrite(relu, "np.where(z > 0, z, 0.0)", "np.maximum(z, 0)")
half_of_the_sum_with_its_size = rewrite(relu, "np.where(z > 0, z, 0.0)", "(z + np.abs(z)) / 2")
in_single_precision = rewrite(with_outer_products,
    "delta_o = (o", "w, x, y, h, o = (np.float32(array) for array in (w, x, y, h, o))\n    delta_o = (o")
by_the_largest_value = rewrite(dead_nodes,
    "(values == 0).all(axis=0)", "[max(node) <= 0 for node in values.T]")
size_without_sign = slip(relu, "np.where(z > 0, z, 0.0)", "np.abs(z)").says("""
    At z = -2 your bend gives 2. What should a sum below 0 become?
    Hint: Two different things get rid of a minus sign: to drop the sign, and to drop the number.""")
the_other_half = slip(relu, "z > 0", "z < 0").says("""
    Your bend keeps what is below 0 and drops what is above. Compare with the story's formula.
    Hint: Read it as a sentence: is the result the larger of z and 0, or the smaller?""")
numbers_only = slip(relu, "np.where(z > 0, z, 0.0)", "max(z, 0.0)").says("""
    Your bend works for one number and stops at an array. Is an array of three numbers above 0 or below?
    Hint: Read the error's last line. Which of your lines asks an array for a yes or no?
    Hint: The bend is to be taken entry by entry. Which functions of NumPy do that for you?""")
leaking = slip(relu, "0.0", "0.01 * z").says("""
    Below 0 your bend is nearly 0, but not quite. Is that what the formula says?
    Hint: A relative of this function keeps a small slope below 0, so that no node dies. Is it asked for?""")
a_step = slip(relu, "z,", "1.0,").says("""
    Above 0 your bend is flat. Compute it for z = 1 and z = 3.
    Hint: You have worked out whether a sum passes. What passes?""")
outputs_left_straight = slip(in_matrix_form, "relu(h @", "(h @").says("""
    Your hidden nodes are right, and your outputs can be negative. In how many nodes is there a bend?
    Hint: In the worked number the sum of o2 is -0.125. What does the story make of it?""")
hidden_nodes_left_straight = slip(in_matrix_form, "relu(x @", "(x @").says("""
    Your hidden values can be negative. Where does the bend stand in the formulas of h1 and h2?
    Hint: In the worked number the sum of h2 is -0.02. What is h2?""")
crossing_weights_confused = slip(in_matrix_form,
    "x @ w[:4].reshape(2, 2)", "w[:4].reshape(2, 2) @ x",
    "h @ w[4:].reshape(2, 2)", "w[4:].reshape(2, 2) @ h").says("""
    Set w2 to 0, then w3. Which hidden node changes?
    Hint: Follow w2 in the drawing: where does it begin, and where does it end?
    Hint: If you use matrices: is a row of yours a beginning or an end?""")
gradient_clamped = slip(with_outer_products, "(o - y) * (o > 0)", "relu(o - y)",
    "output_weights(w) @ delta_o * (h > 0)", "relu(output_weights(w) @ delta_o)").says("""
    You cut off negative deltas. Was it the delta that was bent on the way forward?
    Hint: In the worked number the loss feels -0.205 of o1. Does o1 sleep?
    Hint: What decides whether a node is silent: its own sum, or what comes back to it?""")
no_bend_on_the_way_back = slip(with_outer_products, " * (o > 0)", "", " * (h > 0)", "").says("""
    A silent node has a delta in your code. Let its sum go from -2 to -1.9: how much does its value change?
    Hint: At the weights of the story five slopes should be 0. Which of yours are not?
    Hint: Compare with `backprop_222`: by what is a delta multiplied there, and what takes its place here?""")
hidden_bend_left_out = slip(with_outer_products, " * (h > 0)", "").says("""
    Your output slopes are right. Let a hidden node be silent: do the weights that lead to it move?
    Hint: Compare how you got the deltas of the outputs with how you got those of the hidden nodes.""")
output_bend_left_out = slip(with_outer_products, " * (o > 0)", "").says("""
    Let an output be silent. Can the loss feel anything of the weights that lead to it?
    Hint: An output's sum of -0.125 becomes 0, and one of -0.124 as well. How steep is that?""")
weight_slopes_sent_back = slip(with_outer_products,
    "output_weights(w) @ delta_o", "np.outer(h, delta_o).sum(axis=1)").says("""
    Your output slopes are right, the hidden ones are not. What do you send back from the outputs to h1?
    Hint: Set w5 = w6 = 0. Now h1 has no road to the loss. Which slopes should be zero? Are yours?
    Hint: A delta belongs to a node, a slope to a weight. Which of the two do you add up for h1?""")
error_sent_back = slip(with_outer_products, "@ delta_o", "@ (o - y)").says("""
    Your output slopes are right, the hidden ones are not. What travels back from a silent output?
    Hint: Each road brings back the delta at its end. Print your deltas of the outputs and what you send
    back.""")
mask_turned_over = slip(with_outer_products, "o > 0", "o <= 0", "h > 0", "h <= 0").says("""
    In your code silent nodes have a delta and those that are awake have none.
    Hint: At a sum of 0.25, a little more sum is a little more value. How steep is the bend there?""")
value_in_place_of_steepness = slip(with_outer_products, "(o > 0)", "o", "(h > 0)", "h").says("""
    Your deltas are multiplied by how large a node's value is. How steep is the bend at a sum of 2?
    Hint: Let the sum go from 2 to 2.01. By how much does the value grow?""")
steepness_of_the_sigmoid = slip(with_outer_products,
    "(o > 0)", "o * (1 - o)", "(h > 0)", "h * (1 - h)").says("""
    You use the steepness of another curve. Which function bends the sums on this page?
    Hint: Above 0, does the steepness of a straight line depend on where you are?""")
roads_confused = slip(with_outer_products,
    "output_weights(w) @ delta_o", "delta_o @ output_weights(w)").says("""
    With w6 = w7 your slopes are right. Follow in the drawing the two roads that leave h1.
    Hint: Set w7 = 0. Does anything change for h1 in truth? Does it in your code?
    Hint: Forward, a node gathers along its column of the matrix. Along what does it gather backward?""")
twice_as_large = slip(gradient, ..., "return 2 * gradient(w, x, y, h, o)").says("""
    All your slopes are off by one constant. Differentiate ½u² once more.
    Hint: What does the half in front of the square do to the 2 that comes down from the exponent?""")
silent_at_the_first_sample = slip(dead_nodes, "in xs", "in xs[:1]").says("""
    You give the same answer whatever the second sample is. May a node not wake up there?
    Hint: How many rows of xs does your code look at?""")
silent_at_the_last_sample = slip(dead_nodes, "in xs", "in xs[-1:]").says("""
    You give the same answer whatever the first sample is. Was a node perhaps awake there?
    Hint: If you go through the samples in a loop: what remains of the earlier ones when it ends?""")
silent_at_some_sample = slip(dead_nodes, "all", "any").says("""
    You call a node dead as soon as one sample finds it silent. What does the story call dead?
    Hint: Nearly every node of a trained network is silent at some sample. Is that network lost?
    Hint: Two words of the story: silent, and dead. How many samples does each speak of?""")
silent_at_most_samples = slip(dead_nodes, "all(axis=0)", "mean(axis=0) > 0.5").says("""
    You count silent samples and let a majority decide. May a dead node be felt at one of them?
    Hint: Let a node be silent at two samples and live at a third. Can training still move its weights?""")
at_the_mean_input = slip(dead_nodes, "in xs", "in [np.mean(xs, axis=0)]").says("""
    You examine a sample that is not in the data. Must what is silent at the mean be silent everywhere?
    Hint: Take two samples at which h1 has the sums 1 and -3. What is its sum at their mean? Is it dead?""")
those_that_live = slip(dead_nodes, "(values == 0)", "~(values == 0)").says("""
    Every one of your four answers is turned round. Which question do you answer?
    Hint: For the weights and the one input of the story, the answer for h1 should be no.""")
only_those_that_lead_to_silent_nodes = slip(from_who_is_awake,
    "[pairs.any(axis=0).ravel()]", "[outputs.any(axis=0)] * 2").says("""
    You look at where a weight ends. What if there is nothing at its beginning?
    Hint: In the story h2 = 0. By how much does o1 change when w7 changes by 0.01?""")
only_those_that_lead_to_dead_nodes = slip(from_who_is_awake,
    "felt.any", "hidden.any", "[pairs.any(axis=0).ravel()]", "[outputs.any(axis=0)] * 2").says("""
    You only ask whether the node at a weight's end is dead. What of its beginning, and of the way on?
    Hint: In the story h2 = 0. By how much does o1 change when w7 changes by 0.01?
    Hint: A hidden node is awake, and both outputs behind it are silent. Does the loss feel its weights?""")
only_those_that_leave_silent_nodes = slip(from_who_is_awake,
    "[pairs.any(axis=0).ravel()]", "[np.repeat(hidden.any(axis=0), 2)]").says("""
    You look at where a weight begins. What if the node at its end is silent?
    Hint: In the story h1 is awake. Does w6 ever change the loss there?""")
the_way_behind_forgotten = slip(from_who_is_awake, "felt.any", "hidden.any").says("""
    A hidden node is awake, and both outputs behind it are silent. Does the loss feel the node's weights?
    Hint: For each sample, follow the road from w1 to the loss. At how many nodes may it be closed?""")
both_ways_needed = slip(from_who_is_awake, "outputs.any", "outputs.all").says("""
    You call w1 stuck as soon as one of the outputs is silent. How many roads lead from h1 to the loss?
    Hint: In the story o2 is silent. Which weights moved all the same?""")
stuck_at_some_sample = slip(stuck_weights,
    ..., "return np.any([stuck_weights(w, x[None]) for x in xs], axis=0)").says("""
    You call a weight stuck as soon as one sample has no slope for it. Does the next sample not move it?
    Hint: The docstring says for how many samples a stuck weight has no slope.""")
stuck_at_the_first_sample = slip(stuck_weights, "in xs", "in xs[:1]").says("""
    You give the same answer whatever the second sample is. May a weight not move there?
    Hint: How many rows of xs does your code look at?""")
stuck_at_the_last_sample = slip(stuck_weights, "in xs", "in xs[-1:]").says("""
    You give the same answer whatever the first sample is. Did it perhaps move a weight?
    Hint: If you go through the samples in a loop: what remains of the earlier ones when it ends?""")
nodes_taken_over_all_samples = slip(from_who_is_awake,
    "awake(w, xs)", "(nodes.any(axis=0, keepdims=True) for nodes in awake(w, xs))").says("""
    For each node you ask whether it is ever awake. Must two nodes on one road be awake at the same sample?
    Hint: Let h1 be awake at the first sample only, and o1 at the second only. Has w5 a slope anywhere?""")
those_that_move = slip(stuck_weights, "~moved", "moved").says("""
    Every one of your eight answers is turned round. Which question do you answer?
    Hint: At the start of the story w1 moves. What should the answer for w1 be?""")
w_start = np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8])
x_note = np.array([0.5, 0.3])
xs_story = np.array([[0.5, 0.3], [0.3, 0.5]])
y_note = np.array([0.23, -0.07])
h_start, o_start = forward(w_start, x_note)
stuck_story = stuck_weights(w_start, xs_story[:1])
weight_names = ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8"]
checks = [
    returns(relu, z=np.array([-2.0, 0.0, 3.0]), title="three points of the bend", public=True),
    returns(relu, inputs=lambda rng: {"z": rng.uniform(-3, 3, (4, 3))},
        title="twelve fresh points of the bend"),
    returns(forward, w=w_start, x=x_note, names=["h", "o"], title="forward from the weights of the story",
        uses=[relu], public=True),
    returns(forward, inputs=fresh_start, names=["h", "o"], title="forward from fresh weights", uses=[relu]),
    gradients(gradient, of=network_loss, wrt="w", w=w_start, x=x_note, y=y_note, h=h_start, o=o_start,
        names=weight_names, title="eight slopes at the weights of the story", public=True),
    gradients(gradient, of=network_loss, wrt="w", inputs=passed(False, True, True, False), names=weight_names,
        title="eight slopes, a node of each layer silent"),
    gradients(gradient, of=network_loss, wrt="w", inputs=passed(True, False, False, True), names=weight_names,
        title="eight slopes, the other node of each layer silent"),
    gradients(gradient, of=network_loss, wrt="w", inputs=passed(True, True, True, True), names=weight_names,
        title="eight slopes, no node silent"),
    scenario(gradient, forward, relu, w=w_start, x=x_note, y=y_note, step=1.0, rounds=11,
        title="eleven rounds of step 1", curve="losses", public=True)(descent),
    returns(dead_nodes, w=w_start, xs=xs_story, names=["h1", "h2", "o1", "o2"],
        title="the network of the story at two samples", uses=[forward, relu], public=True),
    scenario(dead_nodes, forward, relu, inputs=fresh_networks(ways_to_be_dead, np.array([0, 0, 0, 1])),
        title="the dead nodes of fresh networks")(all_dead_nodes),
    returns(stuck_weights, w=w_start, xs=xs_story[:1], names=weight_names,
        title="the stuck weights of the story", uses=[forward, relu], public=True),
    scenario(stuck_weights, forward, relu, inputs=fresh_networks(ways_to_be_stuck, stuck_story),
        title="the stuck weights of fresh networks", points=2)(all_stuck_weights),
]
