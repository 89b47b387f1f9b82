r"""
# Two losses for one network, and one that does not fit

Which number should a training make small? For the network of `backprop_222` (two inputs, two sigmoid nodes,
two sigmoid outputs, targets 0.23 and -0.07) there are ready-made losses in every library. Two of them are
tried here. The first changes nothing. The second runs without a warning, its curve falls and falls, and it
drives the network away from the targets.

**Mean squared error.** For a batch of n samples with k outputs each, a library's mean squared error with
`reduction='mean'` is the mean over *all* n·k numbers, not over the samples:

    MSE = ( sum of all (o - y)² ) / (n·k)

Since its slope is the slope of the same expression, the same n·k stands there. For one sample with two
outputs you divide by 2: exactly the half of the sum that `backprop_222` took. With three outputs the two
would differ.

**Cross-entropy.** This loss is made for another question: which of k classes is it? The network's k outputs
are turned into shares of 1, all above 0, by the *softmax*,

    s_i = e^(o_i) / (e^(o_1) + … + e^(o_k))

and the target says how probable each class is, t_1 … t_k. The loss is

    L = -( t_1·log s_1 + … + t_k·log s_k )

with the natural logarithm. A share lies between 0 and 1, its logarithm is negative, and the minus makes the
loss positive. It is least where the shares are the target's probabilities.

**Its slope.** Because log s_i = o_i - log(e^(o_1) + … + e^(o_k)), the loss is a sum of terms -t_i·o_i, and of
t_i times one and the same logarithm. The slope of that logarithm for o_i is s_i, as you can check by the
chain rule. So o_i meets t_i once in its own term, and s_i as often as there are terms, each time with the
factor of that term's target. In textbooks the slope is s - t. Look at what they assume about the targets
before you use it.

**One number worked out.** With the start weights of `backprop_222`, o = (0.4769, 0.5287). The squared errors
are 0.2469² and 0.5987², and their mean is 0.2097. The shares are s = (0.4871, 0.5129), and

    L = -( 0.23·log 0.4871 + (-0.07)·log 0.5129 ) = 0.1655 - 0.0467 = 0.1187

The second term is *negative*. The smaller the share s_2, the smaller the loss, without any end.

**What goes wrong.** Numbers are probabilities if two conditions hold: none is below 0, and they add up to 1.
(Then none can be above 1.) The targets 0.23 and -0.07 fail both. Train with cross-entropy all the same, step
10: the loss falls in every round, from 0.1187 to 0.0152 after ten rounds and to -0.0063 after twenty, less
than any cross-entropy of probabilities can be. Meanwhile the outputs go to (0.94, 0.06), and the half sum of
the squared errors, after a dip, *rises* from 0.2097 to 0.2609. A falling loss says that a number is getting
smaller. Whether it is the number you want, it does not say. Libraries do not check: PyTorch's
`CrossEntropyLoss` gives the same 0.1187 without a word.

**What to write.** Both losses with their slopes, the examination of targets, and the training with
cross-entropy that keeps an eye on the squared error too. Try your file with `python losses_222.py`, then
hand it in.
"""

import numpy as np

from grader.author import alternative, gradients, normal, returns, rewrite, scenario, slip, task


def sigmoid(z):
    """Return 1 / (1 + e^(-z))."""
    return 1 / (1 + np.exp(-z))


def forward(w, x):
    """Return the outputs o of the network with the weights w1 … w8, an array of shape (2,)."""
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    h1, h2 = sigmoid(w1 * x[0] + w3 * x[1]), sigmoid(w2 * x[0] + w4 * x[1])
    return np.stack([sigmoid(w5 * h1 + w7 * h2), sigmoid(w6 * h1 + w8 * h2)])


def backward(w, x, slope):
    """Return a loss's slopes for w1 … w8, given its slopes for the two outputs.

    How much the outputs change with each weight is measured, by a tiny step in an imaginary direction:
    nothing cancels there, so that all digits are right. (By hand it goes as in backprop_222.)
    """
    moved = w[:, None] + 1e-20j * np.eye(8, dtype=w.dtype)
    return np.asarray(slope) @ (forward(moved, x).imag / 1e-20)


def half_sum(o, t):
    """Return half the sum of the squared errors of two outputs, one number."""
    return 0.5 * np.sum((o - t) ** 2)


def loss_of_outputs(o, t):
    """Return the cross-entropy as a function of the outputs: one number."""
    return cross_entropy(softmax(o), t)


@task
def mean_squared_error(o, y):
    """Return the mean over all squared errors, one number: what a library calls reduction='mean'.

    o, y: outputs and targets, arrays of shape (n, k), a row for each sample.
    """
    return np.mean((o - y) ** 2)


@task
def mean_squared_slope(o, y):
    """Return the slope of the mean squared error for every output.

    o, y: arrays of shape (n, k).  Returns an array of shape (n, k).
    """
    return 2 * (o - y) / o.size


@task
def softmax(o):
    """Return the shares e^(o_i) / (e^(o_1) + … + e^(o_k)) of one sample.

    o: an array of shape (k,).  Returns an array of shape (k,).
    """
    shares = np.exp(o)
    return shares / np.sum(shares)


@task
def cross_entropy(s, t):
    """Return the cross-entropy of one sample, one number.

    s: the shares, what softmax returned, an array of shape (k,).  t: the targets, shape (k,). They may be
    any numbers, also such as are no probabilities.
    """
    return -np.sum(t * np.log(s))


@task
def cross_entropy_slope(o, t, s):
    """Return the slope of the cross-entropy for the outputs o (not for the shares), for any targets.

    o: the outputs, an array of shape (k,).  t: the targets, shape (k,), which need be no probabilities.
    s: softmax(o), there is no need to compute it again.  Returns an array of shape (k,).
    """
    return s * np.sum(t) - t


@task
def failed_conditions(targets):
    """Return for every row of targets which of the two conditions for probabilities it fails: a pair.

    targets: an array of shape (n, k), a row for each sample.
    The first of the pair: n truth values, True where some target of the row is below 0. The second: n truth
    values, True where the row does not add up to 1. Python's numbers are rounded, 0.7 + 0.22 + 0.08 is not
    exactly 1; a difference as small as that is no failure (np.isclose tells).
    """
    return np.any(targets < 0, axis=1), ~np.isclose(np.sum(targets, axis=1), 1)


@task
def train(w, x, t, step, rounds):
    """Train with cross-entropy; return the triple (weights, losses, errors).

    w: the weights w1 … w8 at the start, shape (8,).  x, t: inputs and targets of one sample, shape (2,).
    step: the learning rate.  rounds: how many updates.
    losses: the cross-entropy of each round.  errors: half_sum of each round, which is only watched.
    Both are computed before the round's update. forward and backward are given.
    """
    losses, errors = [], []
    for _ in range(rounds):
        o = forward(w, x)
        s = softmax(o)
        losses.append(cross_entropy(s, t))
        errors.append(half_sum(o, t))
        w = w - step * backward(w, x, cross_entropy_slope(o, t, s))
    return w, losses, errors


# ---- for instructors ------------------------------------------------------------------------------


def descend(w, x, t, step):
    """Do one right update: what most of the trainings below still do."""
    o = forward(w, x)
    return w - step * backward(w, x, cross_entropy_slope(o, t, softmax(o)))


def watched(w, x, t):
    """Return the cross-entropy and half the sum of the squared errors at some weights."""
    o = forward(w, x)
    return cross_entropy(softmax(o), t), half_sum(o, t)


@alternative(mean_squared_error)
def by_the_library(o, y):
    import torch

    return torch.nn.functional.mse_loss(torch.from_numpy(o), torch.from_numpy(y), reduction="mean")


@alternative(mean_squared_slope)
def by_autograd(o, y):
    import torch

    outputs = torch.from_numpy(o).requires_grad_()
    torch.nn.functional.mse_loss(outputs, torch.from_numpy(y)).backward()
    return outputs.grad


@alternative(cross_entropy_slope)
def by_the_library_and_autograd(o, t, s):
    import torch

    outputs = torch.from_numpy(o).requires_grad_()
    torch.nn.CrossEntropyLoss()(outputs[None], torch.from_numpy(t)[None]).backward()
    return outputs.grad


@alternative(failed_conditions)
def row_by_row(targets):
    negative = [min(row) < 0 for row in targets.tolist()]
    return negative, [abs(sum(row) - 1) > 1e-6 for row in targets.tolist()]


@alternative(train)
def with_arrays_for_the_curves(w, x, t, step, rounds):
    losses, errors, weights = np.zeros(rounds), np.zeros(rounds), w.copy()
    for number in range(rounds):
        losses[number], errors[number] = watched(weights, x, t)
        weights -= step * (weights - descend(weights, x, t, 1.0))
    return weights, losses, errors


def fresh_table(rng):
    """Draw outputs and targets of three samples with four outputs, no error near 0."""
    y = rng.uniform(-2, 2, (3, 4))
    return {"o": y + rng.uniform(0.5, 2, (3, 4)) * rng.choice([-1.0, 1.0], (3, 4)), "y": y}


def fresh_targets(rng, k):
    """Draw targets that are no probabilities, one of them negative, and their sum far from 1."""
    t = rng.permutation(np.linspace(0.3, 0.9, k)) + rng.uniform(-0.05, 0.05, k)
    t[rng.integers(k)] *= -1
    return t + (0.5 if abs(t.sum() - 1) < 0.3 else 0.0)


def fresh_shares(rng):
    """Draw shares of four classes and their targets."""
    return {"s": softmax(rng.uniform(-1.5, 1.5, 4)), "t": fresh_targets(rng, 4)}


def fresh_outputs(rng):
    """Draw outputs and targets of five classes."""
    o = rng.uniform(-1.5, 1.5, 5)
    return {"o": o, "t": fresh_targets(rng, 5), "s": softmax(o)}


def five_rows(rng):
    """Draw five rows of four targets: each condition failed alone, both, none, and a 0 that is allowed.

    A target above 1 stands in a row of which none is below 0: it fails by its sum alone. One row adds up to 1
    but for rounding, in single precision too; two do exactly, being multiples of 1/64.
    """
    awkward = [(0.1, 0.35, 0.47, 0.08), (0.2, 0.3, 0.42, 0.08), (0.25, 0.45, 0.22, 0.08)]
    part = rng.integers(13, 26) / 64
    rows = [
        awkward[rng.integers(3)],
        rng.permutation([part, 1.125, -0.25, 0.125 - part]),
        rng.permutation([part, 1.1, 0.2, 0.0]),
        rng.permutation([part, 0.3, -0.1, 0.2]),
        rng.permutation([0.0, part, 0.0, 1 - part]),
    ]
    return {"targets": rng.permutation(np.array(rows))}


def fresh_training(rng):
    """Draw a network with targets that are no probabilities, and a step at which all is calm."""
    w = (rng.permutation(np.linspace(0.4, 1.8, 8)) + rng.uniform(-0.03, 0.03, 8)) * rng.choice([-1.0, 1.0], 8)
    x = rng.permutation([0.7, 1.4]) * rng.choice([-1.0, 1.0], 2) + rng.uniform(-0.1, 0.1, 2)
    t = rng.permutation([-0.6, 0.4]) + rng.uniform(-0.1, 0.1, 2)
    return {"w": w, "x": x, "t": t, "step": rng.uniform(1.0, 2.0)}


def whole_run(program, rng, w, x, t, step, rounds):
    """Train and name what comes back."""
    weights, losses, errors = program.train(w, x, t, step, rounds)
    return {"losses": losses, "errors": errors, "w": weights}


# fmt: off
mean_of_the_samples_means = rewrite(mean_squared_error,
    "(o - y) ** 2", "[np.mean(np.square(row)) for row in y - o]")
in_single_precision = rewrite(mean_squared_error, "o", "o.astype(np.float32)", "y", "y.astype(np.float32)")
by_rows_and_columns = rewrite(mean_squared_slope, ..., "n, k = o.shape; return (o - y) * 2 / n / k")
without_overflow = rewrite(softmax, "o", "o - np.max(o)", "np.sum(shares)", "shares.sum()")
by_the_logarithm_of_the_sum = rewrite(softmax,
    ..., "return np.exp(o - np.log(sum(np.exp(value) for value in o)))")
with_a_dot_product = rewrite(cross_entropy, "-np.sum(t * np.log(s))", "np.dot(t, np.log(1 / s))")
by_the_jacobian = rewrite(cross_entropy_slope,
    "s * np.sum(t) - t", "(np.diag(s) - np.outer(s, s)) @ (-t / s)")
summed_over_the_outputs = slip(mean_squared_error, "(o - y) ** 2", "np.sum((o - y) ** 2, axis=1)").says("""
    Your loss grows with the number of outputs. Over which numbers does the story take the mean?
    Hint: With one output per sample your loss is right. What do you divide by for two samples of three?""")
half_of_the_sum = slip(mean_squared_error, "np.mean", "0.5 * np.sum").says("""
    For one sample with two outputs your loss is right. Try three outputs, or two samples.
    Hint: In `backprop_222` a fixed factor stood in front. What does it become when there are more numbers?
    """)
halved_beside_the_mean = slip(mean_squared_error, "np", "0.5 * np").says("""
    Compute your loss for one sample, outputs (1, 0) and targets (0, 0). How often do you halve?
    Hint: Some write ½ in front of a sum of squares, some take the mean. What comes out if you do both?""")
root_taken = slip(mean_squared_error, "np.mean", "np.sqrt", "(o - y) ** 2", "np.mean((o - y) ** 2)").says("""
    You go one step further than the formula. What is the last thing your function does?
    Hint: Square your result for the worked number and compare it with the story's 0.2097.""")
divided_by_the_samples_only = slip(mean_squared_slope, "o.size", "len(o)").says("""
    With one output your slope is right. The loss divides by n·k. By what does your slope divide?
    Hint: Move one output by 0.001 each way and look at how much your loss changes.
    Hint: What does `len` say of an array of shape (3, 4)?""")
divided_by_the_outputs_only = slip(mean_squared_slope, "o.size", "o.shape[1]").says("""
    With one sample your slope is right. The loss divides by n·k. By what does your slope divide?
    Hint: Give every sample twice. The loss stays as it is. What should happen to the slope of one entry?""")
not_divided = slip(mean_squared_slope, "/ o.size", "").says("""
    Your slope of an entry is the same however many others there are. Is that entry's share of the mean?
    Hint: Move one of a hundred outputs by 0.01. How much does a mean of hundred numbers feel of it?""")
two_is_missing = slip(mean_squared_slope, "2 *", "").says("""
    All your slopes are off by one constant. Follow the exponent of the square.
    Hint: Work out the slope of u² at u = 3.""")
uphill = slip(mean_squared_slope, ..., "return 2 * (y - o) / o.size").says("""
    Your slope has the opposite sign. If an output is too large, does more of it make the loss larger?
    Hint: Is your error the output minus the target, or the other way round?""")
shares_without_the_exponential = slip(softmax, ..., "return o / np.sum(o)").says("""
    Your shares add up to 1. Try an output of -1: may a share be negative?
    Hint: What happens to every output before it is divided by the sum?""")
divided_by_the_sum_of_the_outputs = slip(softmax, ..., "return np.exp(o) / np.sum(o)").says("""
    Add up your shares. What should come out?
    Hint: What stands below the line in the formula: the sum of the outputs, or of something made from them?
    """)
each_by_itself = slip(softmax, ..., "return 1 / (1 + np.exp(-o))").says("""
    In your code a share does not notice when another output grows. If one gets more, who gets less?
    Hint: Add up your shares. What should come out?""")
sign_forgotten = slip(cross_entropy, "-", "").says("""
    With probabilities as targets your loss is never positive. What sign has the logarithm of a share?
    Hint: Compare with the worked number, which is 0.1187.""")
logarithm_to_base_ten = slip(cross_entropy, "np.log", "np.log10").says("""
    Your loss is smaller than it should be by a factor of 2.3. Which logarithm do you take?
    Hint: The logarithm of e should be 1. What does yours give for 2.71828?""")
averaged_over_the_classes = slip(cross_entropy, "np.sum", "np.mean").says("""
    Your loss is off by a factor that depends on the number of classes. Is there a division in the formula?
    Hint: Work out the worked number by hand: two terms, and what happens to them?""")
only_the_class_with_the_largest_target = slip(cross_entropy, "np.sum", "np.log",
    "t * np.log(s)", "s[np.argmax(t)]").says("""
    Change the second largest target. Does your loss notice?
    Hint: Where a target is one class for sure, a single term is left. Is it so here?
    Hint: How many terms has the sum, and how many have you?""")
every_class_yes_or_no = slip(cross_entropy, "np.log(s)", "np.log(s) + (1 - t) * np.log(1 - s)").says("""
    Your loss has twice as many terms as the formula. Where do those with 1 - s come from?
    Hint: There is a cross-entropy for one question with yes and no. Is that the one of the story?""")
as_in_the_textbook = slip(cross_entropy_slope, "s * np.sum(t)", "s").says("""
    Your slope is right where the targets add up to 1. What is it for t = 0, where the loss is always 0?
    Hint: Move o_1 by 0.0001 each way, with the targets of the story, and see how much the loss changes.
    Hint: How often does the logarithm of the sum stand in the loss, and with which factors?""")
turned_round = slip(cross_entropy_slope, "s", "t - s", "- t", "").says("""
    Your slope has the opposite sign. If the class with all of the target gets more, should the loss grow?
    Hint: Take t = (1, 0). Should a larger o_1 make the loss larger or smaller?""")
slope_for_the_shares = slip(cross_entropy_slope, "s * np.sum(t) - t", "-t / s").says("""
    You answered how the loss changes with the shares. The question is how it changes with the outputs.
    Hint: Raise all outputs by the same amount. The shares stay. What should the slopes add up to?
    Hint: The chain from an output to the loss has two links. Where is the softmax in your slope?""")
the_other_shares_forgotten = slip(cross_entropy_slope, "s", "t", "np.sum(t)", "s").says("""
    You follow how an output changes its own share. Does it change no other?
    Hint: Raise all outputs by the same amount. The loss stays. What should your slopes add up to?
    Hint: All shares have the same sum below the line. Who feels it when o_1 grows?""")
sum_compared_exactly = slip(failed_conditions,
    "~np.isclose(np.sum(targets, axis=1), 1)", "np.sum(targets, axis=1) != 1").says("""
    You find fault with a row that adds up to 1. Print its sum with all digits.
    Hint: What does Python say to 0.1 + 0.2 == 0.3?""")
zero_not_allowed = slip(failed_conditions, "<", "<=").says("""
    You find fault with a probability of 0. What does it mean if a class has that?
    Hint: The first condition speaks of numbers below 0. Try it on the target (1, 0, 0).""")
above_one_in_place_of_below_zero = slip(failed_conditions, "< 0", "> 1").says("""
    You look for targets that are too large. Take the row (0.8, 0.4, -0.2): which condition does it fail?
    Hint: Read in the story what may not be below what.""")
all_must_be_negative = slip(failed_conditions, "np.any", "np.all").says("""
    One negative target in a row escapes you. Must all of them be below 0 for the row to fail?
    Hint: Compare the words "some" and "all", in the docstring and in your code.""")
conditions_that_hold = slip(failed_conditions, "return", "return ~", "~", "").says("""
    Every one of your answers is turned round. Which question do you answer?
    Hint: For the targets of the story both answers should be True.""")
columns_in_place_of_rows = slip(failed_conditions,
    ..., "return np.any(targets < 0, axis=0), ~np.isclose(np.sum(targets, axis=0), 1)").says("""
    You give as many answers as there are classes. How many samples did you get?
    Hint: A row is a sample. Along which axis do its numbers stand?""")
slope_of_the_squared_error = slip(train, "cross_entropy_slope(o, t, s)", "o - t").says("""
    You watch one loss and go down the other. Whose slope do you send back through the network?
    Hint: The squared error should rise in the end, and the cross-entropy fall. What do yours do?""")
slope_taken_once = slip(train, "losses, errors = [], []", "losses, errors, start = [], [], forward(w, x)",
    "cross_entropy_slope(o, t, s)", "cross_entropy_slope(start, t, softmax(start))").says("""
    Your first round is right. Print the slope in every round: does it follow the outputs?
    Hint: Which of your lines stand before the loop? Would they give the same after an update?""")
watched_after_the_update = slip(train,
    "o = forward(w, x)", "w = train(w, x, t, step, 1)[0]; o = forward(w, x)",
    "w = w - step * backward(w, x, cross_entropy_slope(o, t, s))", "").says("""
    Your weights are right, and your two curves begin one round too late.
    Hint: Ask for one round. Is the loss you return that of the weights you were given?""")
curves_exchanged = slip(train,
    ..., "w, losses, errors = train(w, x, t, step, rounds); return w, errors, losses").says("""
    Your weights are right. One of your curves falls, one rises, and each has the other's name.
    Hint: Read in the docstring which comes first. Which of them is the cross-entropy?""")
w_start = np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8])
x_note = np.array([0.5, 0.3])
t_note = np.array([0.23, -0.07])
o_start = forward(w_start, x_note)
names = ["weights", "losses", "errors"]
checks = [
    returns(mean_squared_error, o=np.array([[0.4769, 0.5287]]), y=np.array([[0.23, -0.07]]),
        title="the two outputs of the story", points=0.5, public=True),
    returns(mean_squared_error, o=np.array([[1.0, 0.0, 2.0], [0.0, 3.0, 1.0]]),
        y=np.array([[0.0, 0.0, 1.0], [2.0, 0.0, 1.0]]), title="two samples of three outputs", points=0.5,
        public=True),
    returns(mean_squared_error, inputs=fresh_table, title="three fresh samples of four outputs"),
    gradients(mean_squared_slope, of=mean_squared_error, wrt="o",
        o=np.array([[1.0, 0.0, 2.0], [0.0, 3.0, 1.0]]), y=np.array([[0.0, 0.0, 1.0], [2.0, 0.0, 1.0]]),
        title="the slope at two samples of three outputs", points=0.5, public=True),
    gradients(mean_squared_slope, of=mean_squared_error, wrt="o", inputs=fresh_table,
        title="the slope at three fresh samples"),
    returns(softmax, o=np.array([0.0, 1.0, -1.0]), title="the shares of three outputs", points=0.5,
        public=True),
    returns(softmax, o=normal(size=5), title="the shares of five fresh outputs", points=0.5),
    returns(cross_entropy, s=softmax(o_start), t=t_note, title="cross-entropy of the story", points=0.5,
        public=True),
    returns(cross_entropy, inputs=fresh_shares, title="cross-entropy of four fresh classes"),
    gradients(cross_entropy_slope, of=loss_of_outputs, wrt="o", o=o_start, t=t_note, s=softmax(o_start),
        title="the slope of cross-entropy in the story", points=0.5, public=True),
    gradients(cross_entropy_slope, of=loss_of_outputs, wrt="o", inputs=fresh_outputs,
        title="the slope of cross-entropy at fresh outputs", points=2),
    returns(failed_conditions,
        targets=np.array([[0.7, 0.22, 0.08], [0.23, -0.07, 0.0], [1.25, 0.25, -0.5], [0.6, 0.0, 0.1]]),
        names=["negative", "sum"], title="four rows of targets", points=0.5, public=True),
    returns(failed_conditions, inputs=five_rows, names=["negative", "sum"],
        title="five fresh rows of targets", points=0.5),
    returns(train, w=w_start, x=x_note, t=t_note, step=10.0, rounds=25, names=names,
        title="the loss of twenty-five rounds of step 10", uses=[softmax, cross_entropy, cross_entropy_slope],
        curve="losses", public=True),
    scenario(train, softmax, cross_entropy, cross_entropy_slope, w=w_start, x=x_note, t=t_note, step=1.0,
        rounds=30, title="the squared error of thirty rounds of step 1", points=0.5, curve="errors",
        public=True)(whole_run),
    returns(train, inputs=fresh_training, rounds=6, names=names, title="six rounds from fresh weights",
        uses=[softmax, cross_entropy, cross_entropy_slope]),
]
