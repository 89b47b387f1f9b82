r"""
# A neuron that says how sure it is

A table x of n samples with d features each, and for every sample a label, 0 or 1. One neuron with a weight
for each feature and a bias is to tell the labels apart. It adds up and bends the sum with the sigmoid
σ(z) = 1 / (1 + e^(-z)), which lies between 0 and 1, so what comes out can be read as a probability: how sure
the neuron is that the label is 1. This page builds on `update_step` and `zero_grad`. The notes of the course
have such a neuron, too, but it does not run; you repair it.

**Forward.** With x of shape (n, d), the weights w of shape (d, 1) and b of shape (1,),

    p = σ(x·w + b)          of shape (n, 1)

The product is the one of matrices. It adds up over the features, row by row.

**What the notes did.** With n = 5 and d = 3, their program was in essence this:

    y = torch.randn(5, 3)                   # the label
    p = torch.sigmoid(x @ w + b)            # shape (5, 1)
    difference = y - p
    J.backward()                            # NameError: name 'J' is not defined

Python tells you about the last line: there is no J, nobody ever computed a loss. About the line before it
nobody tells you anything. Five samples have five answers, but that y has fifteen entries. Their difference
has fifteen as well, for where one shape has a 1, torch repeats the single column until it fits:
**broadcasting**. Even a label of shape (5,) is no good as it stands. A missing axis counts as a 1 *in front*,
so (5, 1) and (1, 5) become a table of 5 by 5, every output with every label, and the mean over 25 numbers
looks as harmless as one over 5. To see it coming, line the shapes up from the right. In each place the larger
number counts; a 1 gives way to it.

**Labels that fit.** So bring the labels into the shape of the outputs before anything else, one below the
other in a column of shape (n, 1), and refuse what is not one label for each sample, with `raise ValueError`,
because nothing else will.

**A proper loss.** The difference is none: it can be negative. For probabilities the loss is the **binary
cross-entropy**. A sample with label y and output p costs

    -( y·log(p) + (1 - y)·log(1 - p) )

with the natural logarithm. Where the label is 1 that is -log(p), where it is 0 it is -log(1 - p). The loss is
the mean over the n samples.

**One number worked out.** With w = 0 and b = 0 every output is 0.5, and the loss is -log(0.5) = 0.6931
whatever the labels are. An output of 0.9 costs 0.1054 if the label is 1, and 2.3026 if it is 0: to be sure
and wrong is dear.

**One step.** Forward, labels in a column, loss, `backward()`; under `torch.no_grad()` move w and b in place,
against their slopes by the learning rate lr times the slope; clear both gradient buffers. Report the loss
from before the step.

**What to write.** The size of a broadcast difference, forward, the column of labels, the loss, and the step.
Try your file with `python logistic.py`, then hand it in.
"""

import torch

from grader.author import alternative, draw, leaf, returns, rewrite, scenario, slip, state_after, task, tensor


@task
def entries_compared(output_shape, label_shape):
    """Return how many entries the difference of two tensors of these shapes has, a whole number.

    output_shape: a pair (n, 1).  label_shape: a tuple of one or two whole numbers: (k,), (n, 1) or (n, d).
    """
    rows, columns = label_shape if len(label_shape) == 2 else (1, *label_shape)
    return max(rows, output_shape[0]) * max(columns, output_shape[1])


@task
def forward(x, w, b):
    """Return the outputs σ(x·w + b), a tensor of shape (n, 1).

    x: a tensor of shape (n, d).  w, b: tensors of shapes (d, 1) and (1,) that require grad; autograd must be
    able to follow them.
    """
    return torch.sigmoid(x @ w + b)


@task
def label_column(y, n):
    """Return the labels as a tensor of shape (n, 1).

    y: the labels, a tensor of shape (n,) or (n, 1).  n: how many samples there are.
    Raise ValueError where y does not have exactly one entry for each sample.
    """
    if y.numel() != n:
        raise ValueError(f"{y.numel()} labels for {n} samples")
    return y.reshape(n, 1)


@task
def cross_entropy(p, y):
    """Return the mean binary cross-entropy, a tensor of shape ().

    p: the outputs, between 0 and 1.  y: the labels, 0 or 1.  Both are tensors of shape (n, 1).
    """
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()


@task
def step(w, b, x, y, lr):
    """Do one step of gradient descent on all samples; return the loss from before it, a plain number.

    w, b: tensors of shapes (d, 1) and (1,) that require grad; they are changed in place, still require grad,
    and their gradient buffers are clear afterwards (zero or None).  x: a tensor of shape (n, d).  y: the
    labels, a tensor of shape (n,).  lr: the learning rate.
    """
    loss = cross_entropy(forward(x, w, b), label_column(y, len(x)))
    loss.backward()
    with torch.no_grad():
        w -= lr * w.grad
        b -= lr * b.grad
    w.grad = None
    b.grad = None
    return loss.item()


# ---- for instructors ------------------------------------------------------------------------------


def demand_labels(y, n):
    """Refuse what is no label for each sample."""
    if y.numel() != n:
        raise ValueError("one label for each sample")


@alternative(entries_compared)
def from_the_right(output_shape, label_shape):
    padded, entries = [1, *label_shape], 1
    for place in (-1, -2):
        entries *= max(output_shape[place], padded[place])
    return entries


@alternative(forward)
def written_out(x, w, b):
    return 1 / (1 + torch.exp(-(torch.mm(x, w) + b)))


@alternative(label_column)
def refused_by_torch(y, n):
    # torch refuses another number of entries itself, with a RuntimeError.
    return y.view(n, 1)


@alternative(cross_entropy)
def by_the_library(p, y):
    return torch.nn.functional.binary_cross_entropy(p, y)


@alternative(cross_entropy)
def sample_by_sample(p, y):
    costs = [-torch.log(pi if yi == 1 else 1 - pi) for pi, yi in zip(p.flatten(), y.flatten())]
    return sum(costs) / len(costs)


@alternative(step)
def with_data_and_zero(w, b, x, y, lr):
    for parameter in (w, b):
        if parameter.grad is not None:
            parameter.grad.zero_()
    loss = cross_entropy(forward(x, w, b), label_column(y, x.shape[0]))
    loss.backward()
    for parameter in (w, b):
        parameter.data -= lr * parameter.grad.data
        parameter.grad.zero_()
    return float(loss)


@alternative(step)
def by_hand(w, b, x, y, lr):
    with torch.no_grad():
        p, y = forward(x, w, b), label_column(y, len(x))
        loss = cross_entropy(p, y)
        error = p - y
        w -= lr * x.T @ error / len(x)
        b -= lr * error.mean()
    return loss


def fresh_table(rng, n, d):
    """Draw a table, labels of both kinds, and parameters at which the neuron is neither sure nor right."""
    x = rng.choice([-1.0, 1.0], (n, d)) * rng.uniform(0.4, 1.6, (n, d))
    y = rng.permutation([float(place % 2) for place in range(n)])
    w = rng.permutation(spread_out(d)).reshape(d, 1) * rng.uniform(0.9, 1.1, (d, 1))
    return {"w": leaf(w), "b": leaf(rng.uniform(0.4, 0.6, 1)), "x": tensor(x), "y": tensor(y)}


def spread_out(d):
    """Return d numbers of both signs, none near zero or near another."""
    return [(-1.0) ** place * (0.4 + 0.2 * place) for place in range(d)]


def fresh_inputs(rng):
    """Draw a table and parameters."""
    table = fresh_table(rng, 6, 4)
    return {name: table[name] for name in ("x", "w", "b")}


def fresh_outputs(rng):
    """Draw seven outputs and their labels; the last two are surer than a program may cut off."""
    p = rng.permutation([0.15, 0.35, 0.6, 0.7, 0.9]) + rng.uniform(-0.04, 0.04, 5)
    y = rng.permutation([0.0, 1.0, 0.0, 1.0, 1.0])
    sure = rng.uniform(0.0003, 0.0005, 2)
    p, y = [*p, sure[0], 1 - sure[1]], [*y, 0.0, 1.0]
    return {"p": tensor([[one] for one in p]), "y": tensor([[one] for one in y])}


def fresh_labels(rng):
    """Draw four labels, and labels that do not suit four samples."""
    fitting = rng.uniform(0.1, 0.9, 4)
    wrong = [tensor(rng.integers(0, 2, shape).astype(float)) for shape in [(4, 2), (6,), (4, 6)]]
    return {"fitting": tensor(fitting), "wrong": wrong, "n": 4}


def fresh_step(rng):
    """Draw a table with parameters, and a learning rate."""
    return {**fresh_table(rng, 7, 4), "lr": rng.uniform(0.3, 0.5)}


def refusals(program, rng, fitting, wrong, n):
    """Look at labels that fit, and at which of the others are refused."""
    taken = program.label_column(fitting, n)
    refused = []
    for y in wrong:
        try:
            program.label_column(y, n)
            refused.append(0.0)
        except (ValueError, RuntimeError):  # the second is torch's own, from ``view``
            refused.append(1.0)
        except (AssertionError, TypeError):
            refused.append(0.5)  # refused, but not as the docstring asks
    return {"column": taken, "refused": refused}


def several_steps(program, rng, w, b, x, y, lr, steps):
    """Do several steps and look at the outputs before and after them."""
    before = program.forward(x, w, b)
    losses = [program.step(w, b, x, y, lr) for _ in range(steps)]
    return {"losses": losses, "outputs before": before, "outputs after": program.forward(x, w, b)}


# fmt: off
by_trying = rewrite(entries_compared,
    ..., "return (torch.zeros(tuple(label_shape)) - torch.zeros(tuple(output_shape))).numel()")
with_a_sum = rewrite(forward,
    ..., "z = (x * w.reshape(1, -1)).sum(dim=1, keepdim=True); return 0.5 * (1 + torch.tanh((z + b) / 2))")
by_its_shape = rewrite(label_column, "y.numel() != n", "tuple(y.shape) not in ((n,), (n, 1))",
    "y.reshape(n, 1)", "y if y.dim() == 2 else y.unsqueeze(1)")
labels_counted = slip(entries_compared, ..., "return torch.Size(label_shape).numel()").says("""
    You count the labels. For (5, 1) and (5,) the difference has more entries. Where do they come from?
    Hint: Try `(torch.zeros(5) - torch.zeros(5, 1)).shape`.
    Hint: Write the two shapes below each other, flush right. What stands above an empty place?""")
outputs_counted = slip(entries_compared, ..., "return output_shape[0] * output_shape[1]").says("""
    You count the outputs. Does the difference keep their shape, whatever is subtracted?
    Hint: Try `(torch.zeros(5, 3) - torch.zeros(5, 1)).shape`.
    Hint: What does torch do with the single column, so that it fits three?""")
lined_up_from_the_left = slip(entries_compared, "(1, *label_shape)", "(*label_shape, 1)").says("""
    You line the shapes up from the left. For labels of shape (5,), which axis is missing?
    Hint: Try `(torch.zeros(5) - torch.zeros(5, 1)).shape`. Is it what you expected?
    Hint: An axis that is missing counts as a 1. Is it put in front or behind?""")
all_with_all = slip(entries_compared,
    ..., "return torch.Size(output_shape).numel() * torch.Size(label_shape).numel()").says("""
    You compare every output with every entry of the label. For a column and a column that is too many.
    Hint: Try `(torch.zeros(5, 1) - torch.zeros(5, 1)).shape`.
    Hint: Where both shapes have a 5 in the same place, nothing is repeated.""")
sum_left_straight = slip(forward, "torch.sigmoid(x @ w + b)", "x @ w + b").says("""
    Make w large. Can your output leave the range from 0 to 1? A probability cannot.
    Hint: What should come out for w = 0 and b = 0: 0 or 0.5?
    Hint: The story's formula has one more step after the sum.""")
bracket_missing = slip(forward, "torch.sigmoid(x @ w + b)", "1 / 1 + torch.exp(-(x @ w + b))").says("""
    Your output leaves the range from 0 to 1. What does it give for w = 0 and b = 0?
    Hint: Python divides before it adds. Read your line in that order.""")
falling = slip(written_out, "-(torch.mm(x, w) + b)", "x @ w + b").says("""
    Where the sum is large, your neuron is sure of a 0. Try it with b = 5 and b = -5.
    Hint: For a large sum the sigmoid is close to 1. How large must the exponential be there?""")
bias_left_out = slip(forward, "x @ w + b", "x @ w").says("""
    Put a table of zeros in. Does your output depend on b?
    Hint: The sum has a term without x. Look for it in your code.""")
features_not_added_up = slip(forward, "x @ w", "x * w.reshape(1, -1)").says("""
    You return d numbers for every sample. How many outputs has one neuron?
    Hint: Print the shape of your result for x of shape (5, 3).
    Hint: Multiplying entry by entry is one thing, multiplying matrices another. What do `*` and `@` do?""")
flattened = slip(forward, ..., "return torch.sigmoid(x @ w + b).reshape(-1)").says("""
    Your numbers are right, but they lie in a row where a column is asked for.
    Hint: Print the shape of your result and read the docstring's first line.""")
left_in_a_row = slip(label_column, ..., "demand_labels(y, n); return y").says("""
    You return the labels as they came. Which shape has a row of five, and which have the outputs?
    Hint: Print the shapes of what you are given and of what you return.
    Hint: The difference of (5, 1) and (5,) has 25 entries. Between which labels and which outputs?""")
nothing_done = slip(refused_by_torch, "y.view(n, 1)", "y").says("""
    You return what you are given, whatever it is. Would the labels of the notes come through?
    Hint: Call it with y of shape (5, 3) and n = 5, and with y of shape (5,). What should happen each time?
    Hint: Two things are asked for: refuse some labels, and bring the others into the shape of the outputs.
    """)
whatever_comes = slip(refused_by_torch, "y.view", "y.reshape", "n", "-1").says("""
    You make a column of whatever you are given. Are fifteen labels right for five samples?
    Hint: Call it with y of shape (5, 3) and n = 5. What does the docstring say should happen?
    Hint: Look through your function for its argument n.""")
tables_taken = slip(label_column, "y.numel() != n", "len(y) != n",
    "y.reshape(n, 1)", "y.reshape(n, -1)[:, :1]").says("""
    You take a table of labels, as long as it has n rows. Which of the entries of a row is the label?
    Hint: Call it with y of shape (5, 3) and n = 5. What does the docstring say should happen?
    Hint: What does `len` count in a table, and how many entries does the table have?""")
rows_refused = slip(label_column, "y.numel() != n", "y.shape != (n, 1)").says("""
    You refuse labels that the docstring allows. Which two shapes may they have?
    Hint: Five labels in a row are still five labels. What can you do to make them fit a column?
    Hint: Do you compare the shapes, or the numbers of entries?""")
axis_added_to_anything = slip(refused_by_torch, "y.view(n, 1)", "y.unsqueeze(1)").says("""
    A row of labels becomes a column, but what becomes of a column, and what of a table?
    Hint: `unsqueeze` adds an axis, whether one is missing or not. Print the shapes of what you return.
    Hint: Call it with y of shape (5, 3) and n = 5. What does the docstring say should happen?""")
refused_in_another_way = slip(label_column, "raise ValueError(f\"{y.numel()} labels for {n} samples\")",
    "raise AssertionError").says("""
    You refuse what does not fit, but not by a ValueError. What does the docstring ask you to raise?
    Hint: `assert` raises an AssertionError, and is left out where Python runs with -O.""")
only_the_ones_count = slip(cross_entropy, "+ (1 - y) * torch.log(1 - p)", "").says("""
    Samples with label 0 cost nothing in your loss. What would a neuron learn that always says 1?
    Hint: The worked number says that an output of 0.9 costs 2.3026 if the label is 0. What does it cost
    here?
    Hint: The formula has two terms. Which label does each of them speak for?""")
sign_forgotten = slip(cross_entropy, ..., "return -cross_entropy(p, y)").says("""
    Your loss is never positive, and the surer and wronger the neuron, the smaller it is.
    Hint: The logarithm of a number below 1 has which sign?
    Hint: For p = 0.5 the story gets 0.6931. What do you get?""")
summed_not_averaged = slip(cross_entropy, ..., "return cross_entropy(p, y) * p.numel()").says("""
    Your loss grows with the number of samples. Does a mean?
    Hint: With every output 0.5 the loss is 0.6931, however many samples there are. What is yours for five?
    """)
squared_errors = slip(cross_entropy, ..., "return ((p - y) ** 2).mean()").says("""
    You return the mean of the squares. That is a loss, too, but not the one of this page.
    Hint: An output of 0.9 with label 0 should cost 2.3026. What does it cost with you?
    Hint: For an output that is sure and wrong, the square is at most 1. How large can the story's cost be?
    """)
logarithm_to_base_ten = slip(cross_entropy, "torch.log(p)", "torch.log10(p)",
    "torch.log(1 - p)", "torch.log10(1 - p)").says("""
    Your loss is too small by one constant. For p = 0.5, is it 0.301, or the story's 0.6931?
    Hint: Which number has the logarithm 1 in your function?""")
another_logarithm = slip(cross_entropy,
    ..., "return cross_entropy(p, y) / torch.log(torch.tensor(2.0, dtype=p.dtype))").says("""
    Your loss is off by one constant. For p = 0.5, is it 1, 0.301, or the story's 0.6931?
    Hint: There is a logarithm to the base 2, one to the base 10, and the natural one. How is each called?""")
sigmoid_once_more = slip(by_the_library, "binary_cross_entropy", "binary_cross_entropy_with_logits").says("""
    Your loss bends the outputs a second time. What arrives here: the sum, or the probability?
    Hint: For p = 0.5 your loss depends on the label. Should it?
    Hint: The library has two functions for this loss. The name of one says that it expects the sums.""")
a_name_that_nobody_defined = slip(step, "loss.backward()", "J.backward()").says("""
    Python does not know a name in your step. The program of the notes ended in this way, too.
    Hint: Read the last line of the error. Where should that name have got its value?
    Hint: Of what is a slope wanted, and in which of your lines do you compute it?""")
every_output_with_every_label = slip(step, "label_column(y, len(x))", "y").says("""
    Your loss is a mean over more numbers than there are samples. What shape have the labels in your step?
    Hint: Print the shapes of p, of y and of y·log(p). You have written a function for the size of the last.
    Hint: Another function of yours makes labels fit. Is it called before the loss?""")
never_cleared = slip(step, "w.grad = None", "", "b.grad = None", "").says("""
    One step of yours is right, a second one is not. What is in the buffers when it begins?
    Hint: Do two steps and print `w.grad` right before each `backward()`.
    Hint: `backward()` adds to what the buffer holds. If you do clear it: is the method called, or only
    named?""")
only_w_cleared = slip(step, "b.grad = None", "").says("""
    After your step one buffer is clear and one is not.
    Hint: Print both buffers after a step. How many do you empty?""")
w_and_b_stay = slip(step, "w -= lr * w.grad", "", "b -= lr * b.grad", "pass").says("""
    Your loss is right, and w and b stay where they were. By how much do you move them, and which tensors?
    Hint: Print `w.grad` right before the line that moves w. Is there still a slope in it?
    Hint: Print `id(w)` before and after that line. Does your caller hold the tensor that has moved?""")
uphill = slip(step, ..., "return step(w, b, x, y, -lr)").says("""
    Do two steps with a small lr. Is the second loss smaller than the first?
    Hint: A positive slope says that a larger parameter makes the loss larger. Which way do you want to go?
    """)
bias_stays = slip(step, "b -= lr * b.grad", "").says("""
    One of your two parameters does not move, although its slope is not zero.
    Hint: Print w and b before and after your step.""")
loss_after_the_step = slip(step,
    "loss.item()", "cross_entropy(forward(x, w, b), label_column(y, len(x))).item()").says("""
    Your parameters are right, and your loss is that of the moved ones.
    Hint: With w = 0 and b = 0 at the start, the loss to report is 0.6931. What do you report?""")
slopes_summed = slip(step, "loss.backward()", "(loss * len(x)).backward()").says("""
    Your step gets longer with the number of samples, although your loss does not.
    Hint: Give it every sample twice. The loss stays the same; does the step?
    Hint: Of what did you take the slope: of the mean that you report, or of a sum?""")
other_tensors_moved = slip(step, "w -=", "moved_w = w -", "b -=", "moved_b = b -", "w.grad = None", "",
    "b.grad = None", "").says("""
    Your loss is right, but your caller's w and b have not moved. Which tensors did you move?
    Hint: Print `id(w)` before and after your step. `w = …` gives the name to a new tensor.
    Hint: Who else should notice the step, and which tensor does he hold?""")
table = [[0.5, -1.2, 2.0], [1.5, 0.3, -0.7], [-0.4, 0.8, 1.1], [-1.6, -0.9, 0.2], [0.9, 1.4, -1.3]]
labels = [1.0, 0.0, 1.0, 1.0, 0.0]
w_start = [[0.3], [-0.2], [0.5]]
both = {"w": ["w"], "b": ["b"]}
checks = [
    returns(entries_compared, output_shape=(5, 1), label_shape=(5, 3), title="the label of the notes",
        public=True),
    returns(entries_compared, output_shape=(5, 1), label_shape=(5,), title="a row of labels", public=True),
    returns(entries_compared, output_shape=(4, 1), label_shape=(4, 1), title="a column of labels",
        public=True, points=0),
    returns(entries_compared, output_shape=draw(lambda rng: (int(rng.integers(11, 20)), 1)),
        label_shape=draw(lambda rng: (int(rng.integers(4, 9)),)), title="shapes of another size"),
    returns(forward, x=tensor(table), w=leaf(w_start), b=leaf([0.1]), title="five outputs", public=True),
    returns(forward, inputs=fresh_inputs, title="six fresh outputs"),
    returns(label_column, y=tensor(labels), n=5, title="five labels from a row", public=True),
    returns(label_column, y=tensor([[0.0], [1.0], [1.0], [0.0]]), n=4, title="four labels that fit already",
        public=True, points=0),
    scenario(label_column, fitting=tensor([0.0, 1.0, 0.0, 0.0, 1.0]), wrong=[tensor([[1.0, 0.0, 1.0]] * 5)],
        n=5, title="the label of the notes is refused", public=True)(refusals),
    scenario(label_column, inputs=fresh_labels, title="other labels that do not fit are refused")(refusals),
    returns(cross_entropy, p=tensor([[0.9], [0.2], [0.6]]), y=tensor([[1.0], [0.0], [0.0]]),
        title="the loss of three outputs", public=True),
    returns(cross_entropy, inputs=fresh_outputs, title="the loss of seven fresh outputs"),
    state_after(step, w=leaf(w_start), b=leaf([0.1]), x=tensor(table), y=tensor(labels), lr=0.5, names=both,
        title="what one step does", uses=[forward, label_column, cross_entropy], public=True),
    scenario(step, forward, label_column, cross_entropy, w=leaf([[0.0], [0.0], [0.0]]), b=leaf([0.0]),
        x=tensor(table), y=tensor(labels), lr=0.5, steps=10, title="ten steps from nothing", curve="losses",
        public=True)(several_steps),
    state_after(step, inputs=fresh_step, names=both, title="one step on a fresh table",
        uses=[forward, label_column, cross_entropy]),
    scenario(step, forward, label_column, cross_entropy, inputs=fresh_step, steps=3,
        title="three steps on a fresh table")(several_steps),
]
