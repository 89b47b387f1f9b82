r"""
# How long a step?

Gradient descent has one number that nobody can work out for you: the step size, or learning rate. The slope
says which way is down. It does not say how far you may go. This page tries several steps on the network of
`backprop_222` (two inputs, two hidden nodes, two outputs, all bent by the sigmoid). The slopes are given to
you here, so that only the step is in question.

Every update is the same: each weight minus the step times its slope. The inputs are (0.5, 0.3), the targets
(0.23, -0.07), and the loss is half the sum of the squared errors, 0.2097 at the start. This is the loss after
0, 1, 10, 100 and 1000 updates:

    step        0        1       10      100     1000 updates
     0.1   0.2097   0.2082   0.1952   0.1049   0.0103
       1   0.2097   0.1950   0.1038   0.0103   0.0032
      10   0.2097   0.0906   0.0095   0.0032   0.0025
     100   0.2097   0.0215   0.0026   0.0025   0.0025
    1000   0.2097   0.0289   0.0289   0.0289   0.0289

Read a row: more updates lower the loss. Read a column: a larger step gets there sooner. As long as the steps
are small, ten times the step does in one update what took ten before: 0.0103 stands there twice, and nearly a
third time. (No row goes below ½·0.07² = 0.00245. The second target is negative: the sigmoid cannot follow.)

**Until it does not.** The last row is another story. One update with step 1000 throws the weights so far that
both outputs are 0 to fourteen digits. There the sigmoid is flat. Its steepness o·(1 - o) is 0, all slopes are
0, and the network stays where it is for ever, with the loss ½·(0.23² + 0.07²) = 0.0289. Note that the loss
never rose and no number was `nan`: nothing in the curve says that something went wrong, except that it is
level too soon, and too high. Elsewhere too long a step makes the loss jump up and down, or run away as in
`quadratic`.

**One number worked out.** At the start the slope for w6 is 0.0839. With step 1, w6 goes from -0.5 to -0.5839;
with step 1000 it goes to -84.4. The sum that arrives at o2 is then about -84, and σ(-84) is 3·10^(-37).

**Two traces.** The course's last note trains with step 10 and prints the outputs before each update:

    printed in the note      (0.47695, 0.5287)   (0.39688, 0.3339)    (0.35292, 0.24607)   …
    with the right slopes    (0.47695, 0.5287)   (0.39450, 0.32252)   (0.34030, 0.21985)   …

Both go the right way, and in both the loss falls in every round. But the first was made with wrong slopes for
the hidden weights. You cannot see that in the curve. You see it when you compute the trace once more and
compare it row by row. Row 0 agrees even with wrong slopes, because no slope has been used yet.

**What to write.** The descent, a table like the one above, the number of updates that a step needs, the best
step for each column, and a function that finds the place where a printed trace cannot be right. Try your file
with `python step_size.py`, then hand it in.
"""

# This exercise is solved without torch.

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + e^(-z))."""
    return 1 / (1 + np.exp(-z))


def forward(w, x):
    """Return the outputs o of the network with the weights w1 … w8, an array of shape (2,)."""
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    h1, h2 = sigmoid(w1 * x[0] + w3 * x[1]), sigmoid(w2 * x[0] + w4 * x[1])
    return np.stack([sigmoid(w5 * h1 + w7 * h2), sigmoid(w6 * h1 + w8 * h2)])


def loss(o, y):
    """Return ½(o1 - y1)² + ½(o2 - y2)², one number."""
    return 0.5 * (o[0] - y[0]) ** 2 + 0.5 * (o[1] - y[1]) ** 2


def gradient(w, x, y):
    """Return the slopes of the loss for w1 … w8, an array of shape (8,).

    How much the loss changes with each weight is measured, by a tiny step in an imaginary direction: nothing
    cancels there, so that all digits are right. (By hand it goes as in backprop_222.)
    """
    moved = w[:, None] + 1e-20j * np.eye(8, dtype=w.dtype)
    return loss(forward(moved, x), y).imag / 1e-20


def descend(w, x, y, step, rounds):
    """Return the triple (weights, outputs, losses) of some updates.

    w: the weights at the start, an array of shape (8,); your function leaves this array as it is.
    x, y: inputs and targets, shape (2,).  step: a number.  rounds: how many updates.

    weights: the final weights, shape (8,).  outputs: a list with the outputs before each update, each of
    shape (2,).  losses: a list with the loss before each update.  The functions above are given.
    """
    raise NotImplementedError("Write descend.")


def loss_table(w, x, y, steps, counts):
    """Return the loss for every step and every number of updates: a row for each step.

    w, x, y: as in descend; every row begins at these weights.
    steps: a list of s numbers.  counts: a list of c whole numbers, increasing.
    Returns s rows of c numbers: in row i and column j the loss after counts[j] updates with steps[i].
    """
    raise NotImplementedError("Write loss_table.")


def updates_needed(w, x, y, step, goal, limit):
    """Return the least number of updates after which the loss is not above the goal, a whole number.

    w, x, y, step: as in descend.  goal: a number.  limit: how many updates may be tried, a whole number.
    0 if the loss is not above the goal at the start; -1 if it still is after ``limit`` updates.
    """
    raise NotImplementedError("Write updates_needed.")


def best_steps(table, steps):
    """Return for every column of a table the step that has the least loss in it: c numbers.

    table: what loss_table returned, an array of shape (s, c).  steps: an array of shape (s,).
    """
    raise NotImplementedError("Write best_steps.")


def first_departure(trace, w, x, y, step):
    """Return the first row of a printed trace that cannot be right, counted from 0; -1 if all can.

    trace: the outputs before each of n updates as somebody printed them, an array of shape (n, 2).
    w, x, y, step: the weights at the start, inputs, targets and step, as in descend.
    A row is right if none of its two numbers is off by more than 0.0001: they were rounded for printing.
    """
    raise NotImplementedError("Write first_departure.")


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
        ('step 1', lambda: named(['weights', 'outputs', 'losses'], descend(np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]), np.array([0.5, 0.3]), np.array([0.23, -0.07]), 1.0, 40)), {'weights': '[0.685667, -0.347455, 0.7914, 0.631527, -0.654767, -2.19567, -0.924656, -0.605881]', 'outputs': '[[0.476946, 0.528696], [0.46853, 0.507208], [0.460424, 0.486423], [0.452605, 0.466423], [0.445056, 0.447263], [0.43776, 0.428976], [0.430706, 0.411578], [0.423882, 0.395069], [0.41728, 0.379435], [0.410892, 0.364654], [0.404711, 0.350696], [0.398732, 0.337527], [0.39295, 0.325109], [0.387359, 0.313403], [0.381956, 0.302368], [0.376734, 0.291964], [0.37169, 0.282154], [0.36682, 0.272899], [0.362117, 0.264163], [0.357578, 0.255912], [0.353199, 0.248114], [0.348973, 0.240739], [0.344897, 0.233757], [0.340966, 0.227144], [0.337175, 0.220873], [0.333519, 0.214923], [0.329993, 0.209272], [0.326594, 0.2039], [0.323317, 0.19879], [0.320156, 0.193924], [0.317109, 0.189286], [0.31417, 0.184863], [0.311336, 0.18064], [0.308603, 0.176606], [0.305967, 0.172748], [0.303424, 0.169057], [0.300971, 0.165522], [0.298603, 0.162135], [0.296319, 0.158885], [0.294115, 0.155767]]', 'losses': '[0.20971, 0.195033, 0.181351, 0.168651, 0.156905, 0.146071, 0.1361, 0.12694, 0.118533, 0.110823, 0.103755, 0.0972744, 0.0913319, 0.0858797, 0.0808741, 0.0762746, 0.0720443, 0.0681496, 0.0645599, 0.0612475, 0.0581872, 0.0553565, 0.0527349, 0.0503039, 0.0480468, 0.0459486, 0.0439958, 0.0421759, 0.040478, 0.0388919, 0.0374086, 0.0360198, 0.034718, 0.0334964, 0.0323489, 0.0312697, 0.0302538, 0.0292965, 0.0283934, 0.0275407]'}),
        ('step 10', lambda: named(['weights', 'outputs', 'losses'], descend(np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]), np.array([0.5, 0.3]), np.array([0.23, -0.07]), 10.0, 20)), {'weights': '[1.1465, -0.173233, 1.0679, 0.73606, -0.885054, -3.36121, -1.11325, -1.52318]', 'outputs': '[[0.476946, 0.528696], [0.394499, 0.322521], [0.3403, 0.219849], [0.3042, 0.167063], [0.280352, 0.135665], [0.264323, 0.114904], [0.253315, 0.10013], [0.24562, 0.0890467], [0.240176, 0.0803978], [0.236297, 0.0734404], [0.233529, 0.0677073], [0.23156, 0.0628902], [0.230169, 0.0587773], [0.229199, 0.0552184], [0.228537, 0.0521036], [0.228098, 0.049351], [0.227822, 0.0468979], [0.227662, 0.0446956], [0.227585, 0.0427059], [0.227566, 0.0408979]]', 'losses': '[0.20971, 0.0905665, 0.0480892, 0.0308523, 0.0224167, 0.0176838, 0.0147439, 0.0127699, 0.0113615, 0.0103074, 0.00948788, 0.00883112, 0.00829181, 0.00784014, 0.00745572, 0.00712414, 0.00683493, 0.00658028, 0.00635423, 0.00615214]'}),
        ('step 1000', lambda: named(['weights', 'outputs', 'losses'], descend(np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]), np.array([0.5, 0.3]), np.array([0.23, -0.07]), 1000.0, 10)), {'weights': '[8.62148, -13.0067, 5.55289, -6.96399, -34.533, -84.3661, -30.7946, -73.0447]', 'outputs': '[[0.476946, 0.528696], [1.09142e-15, 2.79976e-37], [1.09142e-15, 2.79976e-37], [1.09142e-15, 2.79976e-37], [1.09142e-15, 2.79976e-37], [1.09142e-15, 2.79976e-37], [1.09142e-15, 2.79976e-37], [1.09142e-15, 2.79976e-37], [1.09142e-15, 2.79976e-37], [1.09142e-15, 2.79976e-37]]', 'losses': '[0.20971, 0.0289, 0.0289, 0.0289, 0.0289, 0.0289, 0.0289, 0.0289, 0.0289, 0.0289]'}),
        ("the beginning of the story's table", lambda: named(['loss_table'], loss_table(np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]), np.array([0.5, 0.3]), np.array([0.23, -0.07]), [0.1, 1.0, 10.0, 100.0], [0, 1, 10])), {'loss_table': '[[0.20971, 0.208219, 0.195245], [0.20971, 0.195033, 0.103755], [0.20971, 0.0905665, 0.00948788], [0.20971, 0.0215095, 0.00258407]]'}),
        ('down to 0.01 with step 10', lambda: named(['updates_needed'], updates_needed(np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]), np.array([0.5, 0.3]), np.array([0.23, -0.07]), 10.0, 0.01, 20)), {'updates_needed': '10'}),
        ('down to 0.01 with step 1000', lambda: named(['updates_needed'], updates_needed(np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]), np.array([0.5, 0.3]), np.array([0.23, -0.07]), 1000.0, 0.01, 20)), {'updates_needed': '-1'}),
        ('a goal that the start just meets', lambda: named(['updates_needed'], updates_needed(np.array([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]), np.array([0.5, 0.3]), np.array([0.25, 0.0]), 1.0, 0.15625, 5)), {'updates_needed': '0'}),
        ('the best of three steps', lambda: named(['best_steps'], best_steps(np.array([[0.195, 0.1038, 0.0103], [0.0906, 0.0095, 0.0032], [0.0289, 0.0289, 0.0289]]), np.array([1.0, 10.0, 1000.0]))), {'best_steps': '[1000, 10, 10]'}),
        ('the trace that the note printed', lambda: named(['first_departure'], first_departure(np.array([[0.47695, 0.5287], [0.39688, 0.3339], [0.35292, 0.24607]]), np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]), np.array([0.5, 0.3]), np.array([0.23, -0.07]), 10.0)), {'first_departure': '1'}),
        ('the trace with the right slopes', lambda: named(['first_departure'], first_departure(np.array([[0.47695, 0.5287], [0.3945, 0.32252], [0.3403, 0.21985]]), np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]), np.array([0.5, 0.3]), np.array([0.23, -0.07]), 10.0)), {'first_departure': '-1'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
