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

import numpy as np

from grader.author import alternative, leaves_unchanged, returns, rewrite, scenario, slip, task


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


@task
def descend(w, x, y, step, rounds):
    """Return the triple (weights, outputs, losses) of some updates.

    w: the weights at the start, an array of shape (8,); your function leaves this array as it is.
    x, y: inputs and targets, shape (2,).  step: a number.  rounds: how many updates.

    weights: the final weights, shape (8,).  outputs: a list with the outputs before each update, each of
    shape (2,).  losses: a list with the loss before each update.  The functions above are given.
    """
    outputs, losses = [], []
    for _ in range(rounds):
        o = forward(w, x)
        outputs.append(o)
        losses.append(loss(o, y))
        w = w - step * gradient(w, x, y)
    return w, outputs, losses


@task
def loss_table(w, x, y, steps, counts):
    """Return the loss for every step and every number of updates: a row for each step.

    w, x, y: as in descend; every row begins at these weights.
    steps: a list of s numbers.  counts: a list of c whole numbers, increasing.
    Returns s rows of c numbers: in row i and column j the loss after counts[j] updates with steps[i].
    """
    table = []
    for step in steps:
        _, _, losses = descend(w, x, y, step, max(counts) + 1)
        table.append([losses[count] for count in counts])
    return table


@task
def updates_needed(w, x, y, step, goal, limit):
    """Return the least number of updates after which the loss is not above the goal, a whole number.

    w, x, y, step: as in descend.  goal: a number.  limit: how many updates may be tried, a whole number.
    0 if the loss is not above the goal at the start; -1 if it still is after ``limit`` updates.
    """
    _, _, losses = descend(w, x, y, step, limit + 1)
    for count, value in enumerate(losses):
        if value <= goal:
            return count
    return -1


@task
def best_steps(table, steps):
    """Return for every column of a table the step that has the least loss in it: c numbers.

    table: what loss_table returned, an array of shape (s, c).  steps: an array of shape (s,).
    """
    return steps[np.argmin(table, axis=0)]


@task
def first_departure(trace, w, x, y, step):
    """Return the first row of a printed trace that cannot be right, counted from 0; -1 if all can.

    trace: the outputs before each of n updates as somebody printed them, an array of shape (n, 2).
    w, x, y, step: the weights at the start, inputs, targets and step, as in descend.
    A row is right if none of its two numbers is off by more than 0.0001: they were rounded for printing.
    """
    _, outputs, _ = descend(w, x, y, step, len(trace))
    for row, (printed, right) in enumerate(zip(trace, outputs)):
        if np.max(np.abs(printed - right)) > 0.0001:
            return row
    return -1


# ---- for instructors ------------------------------------------------------------------------------


def run(w, x, y, step, rounds):
    """Return the weights before the first update and after each one."""
    path = [w]
    for _ in range(rounds):
        path.append(path[-1] - step * gradient(path[-1], x, y))
    return path


@alternative(descend)
def with_arrays(w, x, y, step, rounds):
    weights = np.array(w)
    outputs, losses = np.empty((rounds, 2)), np.empty(rounds)
    for number in range(rounds):
        outputs[number] = forward(weights, x)
        losses[number] = 0.5 * np.sum((outputs[number] - y) ** 2)
        weights -= step * gradient(weights, x, y)
    return weights, outputs, losses


@alternative(descend)
def weight_by_weight(w, x, y, step, rounds):
    path = [list(w)]
    for _ in range(rounds):
        slopes = gradient(np.array(path[-1]), x, y)
        path.append([weight - step * slope for weight, slope in zip(path[-1], slopes)])
    outputs = [forward(weights, x) for weights in path[:-1]]
    return path[-1], outputs, [loss(o, y) for o in outputs]


@alternative(loss_table)
def each_entry_anew(w, x, y, steps, counts):
    def entry(step, count):
        return loss(forward(descend(w, x, y, step, count)[0], x), y)

    return np.array([[entry(step, count) for count in counts] for step in steps])


@alternative(updates_needed)
def one_update_at_a_time(w, x, y, step, goal, limit):
    count = 0
    while loss(forward(w, x), y) > goal:
        if count == limit:
            return -1
        w = w - step * gradient(w, x, y)
        count += 1
    return count


@alternative(first_departure)
def all_rows_at_once(trace, w, x, y, step):
    _, outputs, _ = descend(w, x, y, step, len(trace))
    wrong = ~np.isclose(trace, np.array(outputs), rtol=0, atol=1e-4).all(axis=1)
    return int(np.argmax(wrong)) if wrong.any() else -1


def fresh_network(rng):
    """Draw weights, inputs and targets, all well apart; no output can meet its target."""
    w = (rng.permutation(np.linspace(0.4, 1.8, 8)) + rng.uniform(-0.03, 0.03, 8)) * rng.choice([-1.0, 1.0], 8)
    x = rng.permutation([0.7, 1.4]) * rng.choice([-1.0, 1.0], 2) + rng.uniform(-0.1, 0.1, 2)
    y = rng.permutation([-0.6, 1.5]) + rng.uniform(-0.1, 0.1, 2)
    return {"w": w, "x": x, "y": y}


def fresh_steps(rng):
    """Draw a network with three steps."""
    steps = [rng.uniform(0.2, 0.4), rng.uniform(0.8, 1.2), rng.uniform(2.0, 2.5)]
    return {**fresh_network(rng), "steps": steps}


def fresh_goals(rng):
    """Draw a network with three goals: met at the start, by the last update that is allowed, and never."""
    network, step = fresh_network(rng), rng.uniform(0.8, 1.6)
    losses = [loss(forward(w, network["x"]), network["y"]) for w in run(**network, step=step, rounds=8)]
    goals = [losses[0] * 1.2, (losses[7] + losses[8]) / 2, losses[8] * 0.1]
    return {**network, "step": step, "goals": goals}


def fresh_table(rng):
    """Draw a table of losses with another winner in every column, none of them the largest step."""
    steps = np.sort(rng.uniform(0.5, 20, 4))
    table = rng.uniform(0.2, 0.6, (4, 3))
    table[rng.permutation(3), np.arange(3)] = rng.uniform(0.05, 0.15, 3)
    return {"table": table, "steps": steps}


def fresh_traces(rng):
    """Draw a network with four printed traces: right, slopes that pile up, one number changed, and both."""
    while True:
        network, step = fresh_network(rng), rng.uniform(1.0, 2.0)
        right = np.array([forward(w, network["x"]) for w in run(**network, step=step, rounds=4)])
        piled = piling(**network, step=step, rounds=4)
        if np.all(np.abs(piled - right)[2] > 0.002):
            break
    second, both = right.copy(), right.copy()
    second[3, 1] += 0.01
    both[[1, 3], [1, 0]] -= 0.01
    traces = [np.round(trace, 5) for trace in (piled, right, second, both)]
    return {**network, "step": step, "traces": traces}


def nearly_right_traces(rng):
    """Draw four printed traces: wrong in row 0, just wrong in one number, just right, and both."""
    network, step = fresh_network(rng), rng.uniform(1.0, 2.0)
    right = np.array([forward(w, network["x"]) for w in run(**network, step=step, rounds=4)])
    first, wrong, near, late = (np.round(right, 5) for _ in range(4))  # as they are printed
    first[0, 1] += 0.01
    wrong[2, 0] += 0.00016
    near[1] -= 0.00007
    late[[1, 3], [0, 1]] += np.array([0.00007, 0.00016])
    return {**network, "step": step, "traces": [first, wrong, near, late]}


def piling(w, x, y, step, rounds):
    """Return the outputs of a descent in which the slopes of all weights but w1 add up: a note's mistake."""
    outputs, slopes = [forward(w, x)], np.zeros(8)
    for _ in range(rounds):
        slopes = slopes + gradient(w, x, y)
        w = w - step * slopes
        slopes[0] = 0
        outputs.append(forward(w, x))
    return np.array(outputs)


def twice_from_the_same_start(program, rng, w, x, y, steps):
    """Descend twice from the same array."""
    runs = [program.descend(w, x, y, step, 3) for step in steps]
    return {f"outputs with step {step:g}": outputs for step, (_, outputs, _) in zip(steps, runs)}


def three_goals(program, rng, w, x, y, step, goals):
    """Ask how many updates three goals need."""
    names = ["a goal above the start", "a goal on the way", "a goal out of reach"]
    return {name: program.updates_needed(w, x, y, step, goal, 8) for name, goal in zip(names, goals)}


def four_traces(program, rng, traces, w, x, y, step):
    """Ask for the first departure of four traces, and of one that stands still with step 0 but for a row."""
    still = np.array([forward(w, x)] * 4) + [[0.0], [0.0], [0.01], [0.0]]
    asked = [(trace, step) for trace in traces] + [(still, 0.0)]
    pairs = enumerate(asked, 1)
    return {f"trace {number}": program.first_departure(trace, w, x, y, by) for number, (trace, by) in pairs}


# fmt: off
column_by_column = rewrite(best_steps, ..., "return [min(zip(column, steps))[1] for column in table.T]")
outputs_after_the_update = slip(descend,
    "o = forward(w, x)", "w = w - step * gradient(w, x, y); o = forward(w, x)",
    "w = w - step * gradient(w, x, y)", "").says("""
    Your weights are right, and your outputs and losses begin one update too late.
    Hint: Ask for one round. Are the outputs you return those of the weights you were given?""")
start_weights_changed = slip(descend, "= w -", "-=").says("""
    Call your function twice with the same array w. Why does the second call begin elsewhere?
    Hint: Print w before and after the call. Who changed it?
    Hint: `a -= b` and `a = a - b` do not the same to an array that somebody else holds, too.""")
slopes_taken_once = slip(descend,
    "outputs, losses = [], []", "outputs, losses, slopes = [], [], gradient(w, x, y)",
    "step * gradient(w, x, y)", "step * slopes").says("""
    Your first update is right, the later ones are not. Print the slopes in every round.
    Hint: Which of your lines stand before the loop? Would they give the same after an update?""")
step_ignored = slip(descend, "step *", "").says("""
    With step 1 your descent is right. Try step 0: should anything move?
    Hint: Look through the body of your function for its argument step.""")
uphill = slip(descend, "w - step", "w + step").says("""
    Your outputs move away from their targets. Which way does a slope point?
    Hint: Where the slope is positive, does a larger weight make the loss larger or smaller?""")
back_after_the_first_round = slip(descend, "range(rounds)", "range(1)").says("""
    Ask for 2 rounds and for 11. How many losses do you get back?
    Hint: At which line does your function end, and how often has the loop run by then?""")
rows_that_begin_where_the_last_ended = slip(loss_table,
    "in counts])", "in counts]); w = descend(w, x, y, step, max(counts))[0]").says("""
    Your first row is right. Look at the loss after 0 updates in the others: is it that of the start?
    Hint: Which weights does your second step begin with? Print them.
    Hint: Does a name in front of your loop still mean the same when the loop comes round?""")
one_update_short = slip(loss_table, "losses[count]", "losses[max(count - 1, 0)]").says("""
    Every entry of your table is the loss before its last update, not after it.
    Hint: After 1 update with step 1 the loss is 0.1950. What does your table say?
    Hint: A list of losses begins with the loss after no update at all. Where is the one after three?""")
counted_from_the_loss_before = slip(loss_table, "max(counts) + 1", "max(counts)",
    "losses[count]", "losses[count - 1]").says("""
    Your entries are one update behind, and where no update is asked for, you take the last loss of all.
    Hint: A list of losses begins with the loss after no update at all. Where is the one after three?
    Hint: What does Python give for the place -1 of a list?""")
counts_added_up = slip(loss_table, "max(counts) + 1", "sum(counts) + 1",
    "losses[count] for count in counts", "losses[end] for end in np.cumsum(counts)").says("""
    Your first columns are right, the later ones have had too many updates. How many, for each?
    Hint: Let the counts be 1 and 2. How many updates lie behind the second column in your code?""")
columns_for_the_steps = slip(loss_table, "return table", "return np.transpose(table)").says("""
    All your numbers are there, but your table lies on its side.
    Hint: Read in the docstring what a row stands for. How many rows must there be for four steps?""")
first_step_for_all = slip(loss_table, "y, step,", "y, steps[0],").says("""
    All your rows are the same. What is different from one row to the next?
    Hint: Which name of your loop do you never use inside it?""")
one_too_many = slip(updates_needed, "return count", "return count + 1").says("""
    Let the goal be reached by one update. What does your function say?
    Hint: Do you count updates, or losses that you looked at? The first loss comes before any update.""")
losses_counted = slip(updates_needed, "limit + 1", "limit", "return count", "return count + 1").says("""
    You count the losses that you looked at. How many updates came before the first of them?
    Hint: Let the goal be above the loss at the start. How many updates does that take?""")
one_too_few = slip(updates_needed, "return count", "return count - 1").says("""
    Do as many updates as your function says. Is the loss there not above the goal?
    Hint: Do you count the updates that were enough, or those that were not?""")
limit_in_place_of_minus_one = slip(updates_needed, "-1", "limit").says("""
    Your function says the same if the goal is reached by the last update and if it is never reached.
    Hint: What should come back for a goal of 0, which no training reaches?""")
start_never_looked_at = slip(updates_needed, "return count", "return max(count, 1)").says("""
    Let the goal be 1. How many updates are needed, and what does your function say?
    Hint: What do you do first in your loop: look at the loss, or move?""")
last_update_not_tried = slip(updates_needed, "limit + 1", "limit").says("""
    Let the goal be reached by the very last update that you may try. What does your function say?
    Hint: With ``limit`` updates there are ``limit`` + 1 losses to look at. How many does your loop see?""")
goal_to_be_undercut = slip(updates_needed, "value <= goal", "value < goal").says("""
    Let the goal be the very loss at the start. Is that loss above the goal?
    Hint: Which of your comparisons is true of two equal numbers, and which should be?""")
loss_in_place_of_the_count = slip(updates_needed, "return count", "return value").says("""
    You return a loss. The question is how many updates it takes.
    Hint: Which of your variables grows by 1 in every round?""")
start_moved_by_trying = slip(updates_needed, "_, _, losses", "w[:], _, losses").says("""
    Your count is right, and the weights that you were given have moved along.
    Hint: Print w before and after your call. Which line of yours changes it?""")
place_in_place_of_the_step = slip(best_steps, ..., "return np.argmin(table, axis=0)").says("""
    You say in which row the best loss stands. Which step is that?
    Hint: Could you set one of your numbers as a learning rate?""")
worst_steps = slip(best_steps, "np.argmin", "np.argmax").says("""
    You pick the step with the highest loss. Is that the best?
    Hint: Take the last row of the story's table: why is 1000 not the best step for 10 updates?""")
best_of_the_last_column = slip(best_steps,
    ..., "return np.full(table.shape[1], steps[np.argmin(table[:, -1])])").says("""
    You give the same step for every column. Is the winner after one update also the winner after hundred?
    Hint: Of the steps 10 and 1000 in the story's table, which is best after 1 update, which after 10?""")
largest_step = slip(best_steps, ..., "return np.full(table.shape[1], np.max(steps))").says("""
    You trust that more is better. Look at the last row of the story's table.
    Hint: Does your answer depend on the losses at all?""")
least_losses = slip(best_steps, ..., "return np.min(table, axis=0)").says("""
    You return the least losses. Which steps brought them about?
    Hint: Could you set one of your numbers as a learning rate?""")
falling_loss_is_enough = slip(first_departure, ..., "losses = [loss(o, y) for o in trace]; "
    "return next((row for row in range(1, len(losses)) if losses[row] > losses[row - 1]), -1)").says("""
    You look for a row where the loss rises. Does a falling loss prove that the slopes were right?
    Hint: The loss of the trace in the story falls in every round. What should your function say to it?
    Hint: You have all that is needed to compute the trace once more.""")
compared_exactly = slip(first_departure,
    "np.max(np.abs(printed - right)) > 0.0001", "np.any(printed != right)").says("""
    You find a fault in row 0 already, where no slope has been used. By how much is it off?
    Hint: A printed number has been rounded. How near can it be at best?""")
first_output_alone = slip(first_departure,
    "np.max(np.abs(printed - right))", "abs(printed[0] - right[0])").says("""
    A trace that is wrong in its second column escapes you, or is found too late.
    Hint: How many numbers stand in a row, and how many of them do you compare?""")
both_outputs_must_be_off = slip(first_departure, "np.max", "np.min").says("""
    You let a row pass if one of its numbers is right. Is the row right, then?
    Hint: Read the last sentence of the docstring: "none of its two numbers".""")
last_row_that_is_right = slip(first_departure, "return row", "return row - 1",
    "return -1", "return len(trace) - 1").says("""
    You say how far the trace can be trusted. The question is where it goes wrong first.
    Hint: In the story's trace row 0 is right and row 1 is not. Which of them do you return?""")
counted_from_one = slip(first_departure, "return row", "return row + 1").says("""
    You find the right row and give it the wrong number. Which number has the first row of all?
    Hint: In the story's trace the first row that is wrong is the second. Which number is asked for?""")
rows_that_are_wrong = slip(all_rows_at_once, "np.argmax(wrong)", "np.sum(wrong)").says("""
    You count the rows that are wrong. The question is which of them comes first.
    Hint: The longer the trace, the larger your number. Should it be?""")
start = {
    "w": np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]),
    "x": np.array([0.5, 0.3]),
    "y": np.array([0.23, -0.07]),
}
names = ["weights", "outputs", "losses"]
checks = [
    returns(descend, **start, step=1.0, rounds=40, names=names, title="step 1", curve="losses", public=True),
    returns(descend, **start, step=10.0, rounds=20, names=names, title="step 10", points=0.5, curve="losses",
        public=True),
    returns(descend, **start, step=1000.0, rounds=10, names=names, title="step 1000", points=0.5,
        curve="losses", public=True),
    scenario(descend, **start, steps=[1.0, 10.0], title="two descents from the same weights",
        public=True)(twice_from_the_same_start),
    returns(descend, inputs=lambda rng: {**fresh_network(rng), "step": rng.uniform(1.6, 2.4)}, rounds=5,
        names=names, title="a fresh descent", points=2),
    returns(loss_table, **start, steps=[0.1, 1.0, 10.0, 100.0], counts=[0, 1, 10],
        title="the beginning of the story's table", uses=[descend], public=True),
    returns(loss_table, inputs=fresh_steps, counts=[1, 2, 4, 7], title="three fresh steps, four counts",
        uses=[descend]),
    returns(updates_needed, **start, step=10.0, goal=0.01, limit=20, title="down to 0.01 with step 10",
        points=0.5, uses=[descend], public=True),
    returns(updates_needed, **start, step=1000.0, goal=0.01, limit=20, title="down to 0.01 with step 1000",
        points=0.5, uses=[descend], public=True),
    returns(updates_needed, w=np.zeros(8), x=start["x"], y=np.array([0.25, 0.0]), step=1.0, limit=5,
        goal=0.15625,  # ½·0.25² + ½·0.5², which every way to add it up gives exactly
        title="a goal that the start just meets", points=0.5, uses=[descend], public=True),
    scenario(updates_needed, descend, inputs=fresh_goals, title="three fresh goals")(three_goals),
    leaves_unchanged(updates_needed, **start, step=10.0, goal=0.01, limit=20, names=["w"],
        title="the start stays as it is", points=0.5, uses=[descend], public=True),
    returns(best_steps,
        table=np.array([[0.195, 0.1038, 0.0103], [0.0906, 0.0095, 0.0032], [0.0289, 0.0289, 0.0289]]),
        steps=np.array([1.0, 10.0, 1000.0]), title="the best of three steps", public=True),
    returns(best_steps, inputs=fresh_table, title="the best of four fresh steps"),
    returns(first_departure, trace=np.array([[0.47695, 0.5287], [0.39688, 0.3339], [0.35292, 0.24607]]),
        **start, step=10.0, title="the trace that the note printed", points=0.5, uses=[descend], public=True),
    returns(first_departure, trace=np.array([[0.47695, 0.5287], [0.3945, 0.32252], [0.3403, 0.21985]]),
        **start, step=10.0, title="the trace with the right slopes", points=0.5, uses=[descend], public=True),
    scenario(first_departure, descend, inputs=fresh_traces, title="four fresh traces", points=2)(four_traces),
    scenario(first_departure, descend, inputs=nearly_right_traces,
        title="four traces that are nearly right")(four_traces),
]
