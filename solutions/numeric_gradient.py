r"""
# The slope of a loss, by trying

On the page `loss` you computed how wrong a line is, and on `manual_gradient` how this changes with w and b,
with the chain rule and a pencil. There is a way to find a slope without any mathematics: walk a little to one
side and look how high you are, walk as far to the other side and look again.

    slope of f at v  ≈  ( f(v + δ) - f(v - δ) ) / (2·δ)

This is the **central difference**. The two places are 2·δ apart, and that is what the rise between them is
divided by. One could save a call and compare with f(v) itself, but then the slope belongs to a place half a δ
away. The central difference looks to both sides, and such errors cancel. For a square they cancel altogether,
however large δ is.

**One number worked out.** Take f(v) = v³ at v = 2 with δ = 0.1. The two values are 2.1³ = 9.261 and 1.9³ =
6.859, the rise is 2.402, and 2.402 / 0.2 = 12.01. The chain rule says 3·2² = 12. With δ = 0.001 the
difference would be 12.000001.

**The gradient of a loss.** Readings of a thermometer in an unknown unit, x, are to be turned into degrees
Celsius, y, by a line w·x + b. Its loss is the mean squared error. To find dL/dw, w is moved and *b stays*; to
find dL/db, b is moved and *w stays*. Every slope costs two calls of the loss, so a network with a million
weights would need two million: training wants the chain rule. But the trying needs no knowledge of the
formula, and this makes it the best check of a gradient that was found in any other way.

**One step.** Downhill is against the slope, by the learning rate lr times the slope, for both parameters:

    new w = w - lr·dL/dw          new b = b - lr·dL/db

with both slopes taken at the *old* place (w, b). At w = 1, b = 0 the eleven readings of the course's notes
give a loss of 1763.88 and the slopes 4517.2964 and 82.6. With lr = 0.01 the step leads to w = -44.173,
b = -0.826.

**What the notes did.** They moved w first, and then tried out the slope in b *at the new w*, where the line
is hopelessly wrong already. There the slope in b is not 82.6 but -4597.3, and b becomes 45.97. Only the first
step follows the gradient: all entries of a gradient belong to one place. Nothing warns you when they do not.
So you write both here, to see the difference. (The notes printed 46. They calculated in single precision, in
which a loss of over five million comes in steps of a half, and a difference of two such losses, divided by
0.2, in steps of 2.5. That is the weak side of trying. And that the loss grows from 1763.88 to five million
either way is another story: lr = 0.01 is far too long a step. The pages `thermometer` and `learning_rate`
tell it.)

**What to write.** The central difference of any function, the gradient of the loss made with it, the step
that follows the gradient, and the step of the notes. Try your file with `python numeric_gradient.py`, then
hand it in.
"""

import numpy as np

from grader.author import alternative, normal, returns, rewrite, scenario, slip, task, uniform


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


@task
def central_difference(f, v, delta):
    """Return the slope of f at v, tried out at v + delta and v - delta: one number.

    f: a function that takes one number and returns one.  v: a number.  delta: a positive number.
    """
    return (f(v + delta) - f(v - delta)) / (2.0 * delta)


@task
def gradient(w, b, x, y, delta):
    """Return the pair (dL/dw, dL/db) of the loss above at (w, b), both by central differences.

    w, b: numbers.  x, y: arrays of shape (n,).  delta: how far to move a parameter to each side.
    """
    dw = central_difference(lambda moved: loss(moved, b, x, y), w, delta)
    db = central_difference(lambda moved: loss(w, moved, x, y), b, delta)
    return dw, db


@task
def step(w, b, dw, db, lr):
    """Return the pair (w, b) after one step of gradient descent.

    w, b: numbers.  dw, db: their slopes, numbers.  lr: the learning rate.
    """
    return w - lr * dw, b - lr * db


@task
def step_of_the_notes(w, b, x, y, delta, lr):
    """Return the pair (w, b) after a step as the notes did it: w first, then b with its slope at the new w.

    w, b: numbers.  x, y: arrays of shape (n,).  delta: as in gradient.  lr: the learning rate.
    """
    w = w - lr * central_difference(lambda moved: loss(moved, b, x, y), w, delta)
    b = b - lr * central_difference(lambda moved: loss(w, moved, x, y), b, delta)
    return w, b


# ---- for instructors ------------------------------------------------------------------------------


def slopes(w, b, x, y, delta):
    """Return both slopes of the loss, whatever the student's own functions do."""
    dw = (loss(w + delta, b, x, y) - loss(w - delta, b, x, y)) / (2 * delta)
    db = (loss(w, b + delta, x, y) - loss(w, b - delta, x, y)) / (2 * delta)
    return dw, db


@alternative(gradient)
def written_out(w, b, x, y, delta):
    high_w, low_w = loss(w + delta, b, x, y), loss(w - delta, b, x, y)
    high_b, low_b = loss(w, b + delta, x, y), loss(w, b - delta, x, y)
    return [0.5 * (high_w - low_w) / delta, 0.5 * (high_b - low_b) / delta]


@alternative(gradient)
def in_a_loop(w, b, x, y, delta):
    place, found = np.array([w, b], dtype=float), np.zeros(2)
    for i in range(2):
        shift = np.zeros(2)
        shift[i] = delta
        found[i] = (loss(*(place + shift), x, y) - loss(*(place - shift), x, y)) / (2 * delta)
    return found


def fresh_line(rng, size=7):
    """Draw a line and samples that it fits badly; the slopes are far from each other."""
    x = rng.permutation(np.linspace(1.0, 4.0, size)) + rng.uniform(-0.1, 0.1, size)
    y = -2 * x + rng.uniform(-1.0, 1.0, size)
    w, b, delta = rng.uniform(0.5, 1.5), rng.uniform(2.0, 4.0), rng.uniform(0.2, 0.4)
    return {"w": w, "b": b, "x": x, "y": y, "delta": delta}


def fresh_step(rng):
    """Draw a line, samples and a learning rate."""
    return {**fresh_line(rng, 5), "lr": rng.uniform(0.05, 0.1)}


def slope_of_a_cube(program, rng, v, delta):
    """Try out the slope of v³."""
    return {"slope": program.central_difference(lambda at: at**3, v, delta)}


def slopes_of_a_polynomial(program, rng, places, c, delta):
    """Try out the slope of a fresh polynomial in several places."""

    def f(at):
        return c[0] * at**3 + c[1] * at**2 + c[2] * at

    return {"slopes": [program.central_difference(f, float(place), delta) for place in places]}


# fmt: off
by_the_two_halves = rewrite(central_difference, "(f(v + delta) - f(v - delta)) / (2.0 * delta)",
    "((f(v + delta) - f(v)) / delta + (f(v) - f(v - delta)) / delta) / 2")
with_the_chain_rule = rewrite(gradient,
    ..., "error = w * x + b - y; return np.mean(2 * error * x), np.mean(2 * error)")
as_arrays = rewrite(step, "w - lr * dw, b - lr * db", "np.array([w, b]) - np.array([dw, db]) * lr")
with_gradient_twice = rewrite(step_of_the_notes,
    "central_difference(lambda moved: loss(moved, b, x, y), w, delta)", "gradient(w, b, x, y, delta)[0]",
    "central_difference(lambda moved: loss(w, moved, x, y), b, delta)", "gradient(w, b, x, y, delta)[1]")
forward_difference = slip(central_difference, "v - delta", "v", "2.0 * delta", "delta").says("""
    You look to one side only. For a straight line that is enough; is it for a curve?
    Hint: Work out the story's number for v³ at 2: it is 12.01. Yours is further from 12.
    Hint: How many calls of f does the formula need, and at which two places?""")
backward_difference = slip(central_difference, "v + delta", "v", "2.0 * delta", "delta").says("""
    You look to one side only. For a straight line that is enough; is it for a curve?
    Hint: Work out the story's number for v³ at 2: it is 12.01. Yours is further from 12, and too small.
    Hint: How many calls of f does the formula need, and at which two places?""")
divided_by_delta_alone = slip(central_difference, "2.0 * delta", "delta").says("""
    Try the straight line f(v) = v, whose slope is 1 everywhere. What do you get?
    Hint: From v - delta to v + delta: how far is that?""")
bracket_missing = slip(central_difference, "(2.0 * delta)", "2 * delta").says("""
    The smaller your delta, the smaller your slope. Try f(v) = v with delta = 0.1 and 0.01.
    Hint: Python works off / and * from left to right. What does `1 / 2 * 10` give?
    Hint: Which part of your line is divided by, and which is multiplied with?""")
not_divided = slip(central_difference, ..., "return f(v + delta) - f(v - delta)").says("""
    You return how much higher one side is. How steep is it then: over which distance?
    Hint: Try the straight line f(v) = v with delta = 0.1 and with 0.01. Its slope is 1 both times.""")
halved_only = slip(central_difference, "2.0 * delta", "2").says("""
    You divide by 2 whatever delta is. Try the straight line f(v) = v with delta = 0.1 and with 0.01.
    Hint: A slope is a rise over a distance. How far apart are the two places that you compare?""")
half_as_far = slip(central_difference,
    ..., "return (f(v + delta / 2) - f(v - delta / 2)) / (2 * delta)").says("""
    Your slope is about half of what it should be. How far apart are the two places that you look at?
    Hint: Try the straight line f(v) = v, whose slope is 1 everywhere.
    Hint: From v the formula walks δ to each side. By which distance does it divide, and by which do you?""")
turned_round = slip(central_difference, "+", "-", "v -", "v +", "2.0", "2").says("""
    Try the straight line f(v) = v, which goes up. Does your slope say so?
    Hint: Which of the two values comes first in the formula: the one on the right or on the left?""")
delta_of_its_own = slip(central_difference,
    ..., "own = 0.5; return (f(v + own) - f(v - own)) / (2 * own)").says("""
    Your slope is the same for every delta that is handed in. Where does yours come from?
    Hint: Call your function for v³ at 2 with delta = 0.1 and with delta = 1. The second should give 13.
    Hint: Look through the body of your function for its argument delta.""")
both_moved_at_once = slip(gradient, "loss(moved, b, x, y)", "loss(moved, moved - w + b, x, y)",
    "loss(w, moved, x, y)", "loss(moved - b + w, moved, x, y)").says("""
    Your two slopes are the same number. What stays, while you try out w?
    Hint: To find out what w does to the loss, b must not move.""")
slope_in_w_twice = slip(gradient, ..., "dw, _ = slopes(w, b, x, y, delta); return dw, dw").says("""
    Your second slope is the first once more. Which argument of the loss do you move for it?
    Hint: Print the four pairs (w, b) for which you call the loss.""")
nothing_moved_for_b = slip(gradient, ..., "dw, _ = slopes(w, b, x, y, delta); return dw, 0.0 * dw").says("""
    Your second slope is 0: the loss is the same on both sides. What do you move for it?
    Hint: Print the four pairs (w, b) for which you call the loss. Two of them should differ in b.
    Hint: If you wrote a small function for the loss in b: is its argument used inside?""")
w_left_where_it_was_tried = slip(gradient, "loss(w, moved, x, y)", "loss(w + delta, moved, x, y)").says("""
    Your first slope is right. For the second, where did you leave w?
    Hint: Print the four pairs (w, b) for which you call the loss. Two of them should have the old w.
    Hint: After `w = w + delta`, is there a line that takes it back?""")
slope_of_the_prediction = slip(gradient, ..., "return np.mean(x), 1.0").says("""
    Your slopes are the same whatever y is. Which function did you difference: the loss, or the line?
    Hint: Your slope for b is 1 everywhere. What is it that grows by 1 when b does?""")
order_exchanged = slip(gradient, ..., "dw, db = slopes(w, b, x, y, delta); return db, dw").says("""
    Your two numbers are right, but each stands where the other belongs.
    Hint: Read what the docstring says about the order of the pair.""")
uphill = slip(step, "w -", "w +", "b -", "b +").says("""
    A positive slope says that a larger parameter makes the loss larger. Which way do you go then?
    Hint: Put your new w and b into the loss, with a small lr. Is it smaller than before?""")
rate_forgotten = slip(step, "lr * dw", "dw", "lr * db", "db").says("""
    Your step has the same length for every learning rate.
    Hint: At w = 1 with slope 4517.2964 the story arrives at -44.173. Where do you?
    Hint: Look through your function for its argument lr.""")
slopes_exchanged = slip(step, "dw", "db", "db", "dw").says("""
    Each of your parameters moves by the other one's slope.
    Hint: At the start of the thermometer, b should hardly move at all. How far does yours go?""")
only_w_moves = slip(step, "b - lr * db", "b").says("""
    One of your two parameters stays where it was, although its slope is not zero.
    Hint: Print the pair that you return beside the pair that you were given.""")
step_alone = slip(step, "w", "", "b", "").says("""
    You return by how much the parameters move. Where are they then?
    Hint: With both slopes 0 nothing moves. What should come back, and what do you return?""")
both_at_the_old_place = slip(step_of_the_notes,
    ..., "dw, db = slopes(w, b, x, y, delta); return w - lr * dw, b - lr * db").says("""
    This step follows the gradient, and that is the better one. The question here is what the notes did.
    Hint: In the story, b ends at 45.97 in one step and at -0.826 in the other. Which one do you get?
    Hint: At which w do you try out b: at the old one or at the new one?""")
b_first = slip(step_of_the_notes, ...,
    "b = b - lr * slopes(w, b, x, y, delta)[1]; return w - lr * slopes(w, b, x, y, delta)[0], b").says("""
    You do one after the other, but b goes first. Which of them was first in the notes?
    Hint: Your b is the one of the other step, -0.826 at the start of the story, and your w is not -44.173.
    """)
slope_in_w_used_again = slip(step_of_the_notes,
    ..., "dw, _ = slopes(w, b, x, y, delta); return w - lr * dw, b - lr * dw").says("""
    Your w is right. By which slope does b move: by its own, or by the one that w moved by?
    Hint: Print the two slopes in the order in which you use them. The second is -4597.3 in the story.""")
b_stays = slip(step_of_the_notes, ..., "return w - lr * slopes(w, b, x, y, delta)[0], b").says("""
    Your w is right, and b is the one that you were given. Is its slope zero?
    Hint: Has your function ended before it comes to b, or does it lose what it found?""")
w_moved_again = slip(step_of_the_notes, ...,
    "w = w - lr * slopes(w, b, x, y, delta)[0]; dw, db = slopes(w, b, x, y, delta); "
    "return w - lr * dw, b - lr * db").says("""
    Your b is right, and w has moved twice. How often does w move in one step of the notes?
    Hint: At the new place there are two slopes again. Which of them do the notes use?""")
old_w_returned = slip(step_of_the_notes, ...,
    "new_w = w - lr * slopes(w, b, x, y, delta)[0]; return w, b - lr * slopes(new_w, b, x, y, delta)[1]"
).says("""
    Your b is right, so you have found the new w. Which w do you return?
    Hint: Print the pair that you return beside the pair that you were given.""")
t_c = np.array([0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0])
t_u = np.array([35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4])
checks = [
    scenario(central_difference, v=2.0, delta=0.1, title="the slope of a cube", public=True)(slope_of_a_cube),
    scenario(central_difference, v=2.0, delta=1.0, title="the same with a long delta",
        public=True)(slope_of_a_cube),
    scenario(central_difference, places=uniform(1.0, 2.0, 4), c=uniform(0.5, 1.5, 3), delta=uniform(0.2, 0.4),
        title="the slopes of a fresh polynomial")(slopes_of_a_polynomial),
    scenario(central_difference, places=uniform(1.0, 2.0, 4), c=uniform(-1.5, -0.5, 3),
        delta=uniform(0.2, 0.4), title="the slopes of a polynomial that falls")(slopes_of_a_polynomial),
    returns(gradient, w=1.0, b=0.5, x=np.array([1.0, 2.0, 3.0]), y=np.array([2.0, 4.0, 6.0]), delta=0.5,
        names=["dw", "db"], title="three samples", uses=[central_difference], public=True),
    returns(gradient, w=1.0, b=0.0, x=t_u, y=t_c, delta=0.1, names=["dw", "db"],
        title="the thermometer of the notes", uses=[central_difference], public=True),
    returns(gradient, inputs=fresh_line, names=["dw", "db"], title="seven fresh samples",
        uses=[central_difference], points=2),
    returns(step, w=1.0, b=0.0, dw=4517.2964, db=82.6, lr=0.01, names=["w", "b"],
        title="a step along the gradient", public=True),
    returns(step, w=normal(2.0, 0.1), b=normal(-1.0, 0.1), dw=uniform(3.0, 4.0), db=uniform(-2.0, -1.0),
        lr=uniform(0.2, 0.3), names=["w", "b"], title="a step from a fresh place"),
    returns(step_of_the_notes, w=1.0, b=0.0, x=t_u, y=t_c, delta=2.0, lr=0.01, names=["w", "b"],
        title="the step of the notes", uses=[central_difference, gradient], public=True),
    returns(step_of_the_notes, inputs=fresh_step, names=["w", "b"], title="such a step from a fresh place",
        uses=[central_difference, gradient], points=2),
]
