r"""
# Who checks the gradient?

A gradient written by hand may be wrong and still look well: the loss falls, only more slowly (`step_size`
shows such a trace). So nobody trusts one that was not checked, and the check must be good enough to find
*any* mistake. On this page you write a small backward pass, and a check of it. The grader then damages your
backward pass in one place after another and looks whether your check notices.

**Backward.** The network is h = tanh(x·w1), out = h·w2, and the loss half the mean of the squared errors.
The function `backward` is given. It goes from the end to the beginning through two pieces, which you write.
Through a product out = x·w, and through the bend h = tanh(z), whose slope is 1 - h²:

    dx = dout·wᵀ      dw = xᵀ·dout              dz = dh·(1 - h²), entry by entry

**The numeric gradient.** One entry of w after another is moved by δ to both sides, while all others stay:

    slope ≈ ( f(w with the entry + δ) - f(w with the entry - δ) ) / (2·δ)

With δ = 1e-5 the formula itself is off by about 1e-10, and rounding by about as much. With δ = 1e-12
nothing but rounding would be left.

**How far apart?** A difference of 0.001 is much for slopes of 0.001 and nothing for slopes of 1000. So
divide the largest difference by the largest entry of both:

    relative error = max|a - b| / max(all |a|, all |b|),        and 0 where both gradients are all zeros

A right gradient has a relative error far below 1e-6; that of a mistake is seldom below 1e-3.

**One number worked out.** f(w) = w1³ + 5·w2 at w = (2, 7) with δ = 0.1: (9.261 - 6.859)/0.2 = 12.01 and 5.
The formula gives (12, 5). The relative error is 0.01/12.01 = 0.00083, which a shorter δ makes smaller.
Someone who forgets the 3 gets (4, 5), and the relative error 8.01/12.01 = 0.67.

**What to write.** Two pieces of a backward pass, the numeric gradient, the relative error, and the check.
Try your file with `python gradient_check.py`, then hand it in.
"""

import numpy as np

from grader.author import alternative, returns, rewrite, scenario, slip, task


def loss(w1, w2, x, y):
    """Return half the mean squared error of tanh(x·w1)·w2, one number."""
    return 0.5 * np.mean((np.tanh(x @ w1) @ w2 - y) ** 2)


@task
def through_product(dout, x, w):
    """Return the pair (dx, dw) for out = x·w.

    dout: the slopes of the loss in out, shape (n, k).  x: shape (n, d).  w: shape (d, k).
    """
    return dout @ w.T, x.T @ dout


@task
def through_tanh(dh, h):
    """Return dz for h = tanh(z).

    dh: the slopes of the loss in h, shape (n, k).  h: shape (n, k); z is not given.
    """
    return dh * (1 - h**2)


def backward(w1, w2, x, y):
    """Return the slopes of the loss in w1 and w2, made with your two functions."""
    h = np.tanh(x @ w1)
    dh, dw2 = through_product((h @ w2 - y) / y.size, h, w2)
    _, dw1 = through_product(through_tanh(dh, h), x, w1)
    return dw1, dw2


@task
def numeric_gradient(f, w, delta):
    """Return the central differences of f at w, an array of the shape of w.

    f: a function that takes an array of this shape and returns one number.  w: an array of any shape; it is
    as before when your function returns.  delta: a positive number.
    """
    found = np.zeros(np.shape(w))
    for index in np.ndindex(found.shape):
        shift = np.zeros(found.shape)
        shift[index] = delta
        found[index] = (f(w + shift) - f(w - shift)) / (2 * delta)
    return found


@task
def relative_error(a, b):
    """Return the relative error of two gradients, one number.

    a, b: arrays of the same shape.
    """
    size = max(np.max(np.abs(a)), np.max(np.abs(b)))
    return 0.0 if size == 0 else np.max(np.abs(a - b)) / size


@task
def is_right(f, gradient, w):
    """Return whether a gradient is right at w, True or False.

    f: as above.  gradient: a function that takes an array like w and returns what should be the slopes of f.
    w: an array of any shape.  You choose δ and how large a relative error may be.
    """
    return relative_error(gradient(w), numeric_gradient(f, w, 1e-5)) < 1e-4


# ---- for instructors ------------------------------------------------------------------------------


def differences(f, w, delta=1e-5):
    """Return central differences, whatever the student's own function does."""
    shifts = delta * np.eye(np.size(w)).reshape(-1, *np.shape(w))
    return np.array([f(w + s) - f(w - s) for s in shifts]).reshape(np.shape(w)) / (2 * delta)


def gap(a, b):
    """Return a relative error that stays finite at 0."""
    return np.max(np.abs(a - b)) / max(np.max(np.abs(a)), np.max(np.abs(b)), 1e-30)


sample_by_sample = rewrite(
    through_product,
    ...,
    "return np.array([w @ row for row in dout]), sum(np.outer(xi, row) for xi, row in zip(x, dout))",
)
multiplied_out = rewrite(through_tanh, "dh * (1 - h**2)", "dh - dh * h * h")


@alternative(numeric_gradient)
def moved_and_put_back(f, w, delta):
    w = np.array(w, dtype=float)
    found = np.zeros(w.size)
    for i in range(w.size):
        before = w.flat[i]
        w.flat[i] = before + delta
        high = f(w)
        w.flat[i] = before - delta
        found[i] = (high - f(w)) / (2 * delta)
        w.flat[i] = before
    return found.reshape(w.shape)


in_one_line = rewrite(relative_error, ..., "return np.abs(a - b).max() / max(np.abs([a, b]).max(), 1e-30)")
entry_by_entry = rewrite(
    is_right,
    ...,
    "return np.allclose(gradient(w), differences(f, w), rtol=0, atol=1e-4 * np.abs(differences(f, w)).max())",
)
averaged_again = slip(
    through_product, ..., "dx, dw = through_product(dout, x, w); return dx, dw / len(x)"
).says("""
    Your dw is divided by the number of samples. Where has the mean of the loss been taken into account?
    Hint: Look where backward divides. What does the formula for dw do with the samples: add, or average?""")
bent_once_more = slip(through_tanh, "h", "np.tanh(h)").says("""
    You take tanh once more. What does your function get: z, or tanh(z)?
    Hint: The slope at z is 1 - tanh(z)². Which part of this is h already?""")
square_forgotten = slip(through_tanh, "h**2", "h").says("""
    tanh is as steep at -z as at z. Is your slope the same for h and -h?
    Hint: Print your slope for h = 0.5 and for h = -0.5.""")
one_side_only = slip(
    numeric_gradient, "(f(w + shift) - f(w - shift)) / (2 * delta)", "(f(w + shift) - f(w)) / delta"
).says("""
    You look to one side only, and the error of your slopes shrinks with δ, not with its square.
    Hint: The story's first slope is 12.01. The central difference needs two places for each entry.""")
all_moved_at_once = slip(
    numeric_gradient, ..., "return np.full(np.shape(w), (f(w + delta) - f(w - delta)) / (2 * delta))"
).says("""
    All your slopes are the same number. How many entries do you move at a time?
    Hint: `w + delta` adds δ to every entry of an array.""")
never_put_back = slip(
    numeric_gradient,
    "shift = np.zeros(found.shape)",
    "",
    "shift[index] = delta",
    "w[index] += delta; high = f(w); w[index] -= 2 * delta",
    "f(w + shift) - f(w - shift)",
    "high - f(w)",
).says("""
    Your first slope is right. Where are the entries that you have moved, when you move the next one?
    Hint: Print w at the end of your function. It should be what it was in the beginning.""")
copy_never_put_back = slip(
    numeric_gradient,
    "shift = np.zeros(found.shape)",
    "",
    "found = np.zeros(np.shape(w))",
    "w = w + 0.0; found = np.zeros(np.shape(w))",
    "shift[index] = delta",
    "w[index] += delta; high = f(w); w[index] -= 2 * delta",
    "f(w + shift) - f(w - shift)",
    "high - f(w)",
).says("""
    Your first slope is right. Where are the entries that you have moved, when you move the next one?
    Hint: Print your copy of w after each of its entries. All but one should be what they were.""")
difference_alone = slip(relative_error, ..., "return np.max(np.abs(a - b))").says("""
    You return the largest difference. Is 0.001 much? That depends on the size of the slopes.
    Hint: Multiply both gradients by 1000. The relative error should stay as it is.""")
sign_kept = slip(
    relative_error, ..., "return np.max(a - b) / max(np.max(np.abs(a)), np.max(np.abs(b)), 1e-30)"
).says("""
    A difference of -5 counts for less than one of 0.1 with you. Which one is further off?
    Hint: Exchange a and b. The relative error should stay as it is.""")
sum_of_the_sizes = slip(
    relative_error, "max(np.max(np.abs(a)), np.max(np.abs(b)))", "np.max(np.abs(a)) + np.max(np.abs(b))"
).says("""
    Your error is half of what it should be where a and b are nearly alike. By what do you divide?
    Hint: Other courses divide by the sum of the two sizes. Which one does this story take?""")
scale_of_the_first = slip(
    relative_error, ..., "return np.max(np.abs(a - b)) / max(np.max(np.abs(a)), 1e-30)"
).says("""
    You divide by the size of one gradient. What if the other one is larger?
    Hint: Exchange a and b. The relative error should stay as it is.""")
scale_of_the_second = slip(
    relative_error, ..., "return np.max(np.abs(a - b)) / max(np.max(np.abs(b)), 1e-30)"
).says("""
    You divide by the size of one gradient. What if the other one is larger?
    Hint: Exchange a and b. The relative error should stay as it is.""")
zero_by_zero = slip(
    relative_error,
    ...,
    "return np.max(np.abs(a - b)) / np.float64(max(np.max(np.abs(a)), np.max(np.abs(b))))",
).says("""
    For two gradients of zeros you return `nan`. The story says what it should be.
    Hint: `nan < 0.001` is False, and a right gradient would be called wrong.""")
absolute_tolerance = slip(
    is_right, ..., "return bool(np.max(np.abs(gradient(w) - differences(f, w))) < 1e-4)"
).says("""
    Your verdict changes when f and its gradient are multiplied by a millionth, or by a million. Should it?
    Hint: You have written a function that does not depend on the size of the slopes.
    Hint: `np.allclose` has a tolerance that is not relative, 1e-8 if you do not say anything else.""")
tolerance_of_the_library = slip(
    is_right, ..., "return bool(np.allclose(gradient(w), differences(f, w)))"
).says("""
    A mistake in slopes of a ten-millionth passes your check. Which of your bounds is not relative?
    Hint: `np.allclose` has two tolerances, `rtol` and `atol`. How large is the second if you do not say?""")
sums_compared = slip(
    is_right, ..., "return bool(gap(np.sum(gradient(w)), np.sum(differences(f, w))) < 1e-4)"
).says("""
    Two slopes that are exchanged pass your check. Do you compare the entries, or their sum?
    Hint: Try the gradients (1, 3) and (3, 1).""")
sizes_compared = slip(
    is_right, ..., "return bool(gap(np.abs(gradient(w)), np.abs(differences(f, w))) < 1e-4)"
).says("""
    A gradient with the wrong sign passes your check. What is left of a sign in an absolute value?
    Hint: Try the gradients (1, 3) and (-1, -3).""")
one_entry_tried = slip(
    is_right, ..., "return bool(gap(gradient(w).flat[0], differences(f, w).flat[0]) < 1e-4)"
).says("""
    A mistake in the last entry passes your check. How many entries do you compare?
    Hint: Does your function leave its loop as soon as one entry is right?""")
too_generous = slip(is_right, ..., "return bool(gap(gradient(w), differences(f, w)) < 0.05)").says("""
    A gradient that is one hundredth off passes your check. How large is the relative error of a right one?
    Hint: Print the relative error of your own backward pass.""")
too_strict = slip(is_right, ..., "return bool(gap(gradient(w), differences(f, w)) < 1e-15)").says("""
    You call right gradients wrong. How exact can a central difference be?
    Hint: Print the relative error of a right gradient for δ = 1e-2, 1e-5 and 1e-12.""")
compared_with_itself = slip(
    is_right, ..., "return bool(gap(gradient(w), gradient(w)) < 1e-4)", title="Every gradient called right"
).says("""
    You call every gradient right, wrong ones too. With what should it be compared?
    Hint: One side must come from f alone, without the gradient that is on trial.""")


def slopes_of_a_cube(program, rng, w, delta):
    """Difference a cubic function of a matrix, and look at the matrix afterwards."""
    given = w + 0.0
    slopes = program.numeric_gradient(lambda v: np.sum(v**3) + v[0, 1] * v[-1, 0], given, delta)
    return {"slopes": slopes, "w afterwards": given}


def verdicts(program, rng, w, sizes):
    """Judge right and wrong gradients of cubic functions of several sizes, and of a constant."""

    def judge(size, fault):
        return float(
            bool(
                program.is_right(
                    lambda v: size * np.sum(v**3), lambda v: fault(size * 3 * v**2), w.astype(float)
                )
            )
        )

    def last_entry(g):
        return np.where(np.arange(g.size).reshape(g.shape) == g.size - 1, 1.01 * g, g)

    faults = [lambda g: -g, lambda g: 1.01 * g, lambda g: g[::-1], last_entry]
    return {
        "right": [judge(size, lambda g: g) for size in [0.0, *sizes]],
        "wrong": [judge(size, fault) for size in sizes for fault in faults],
    }


def damaged(program, rng, w1, w2, x, y):
    """Damage the pieces of the program's own backward pass, one at a time, and ask its own check."""
    names = program.backward.__globals__

    def judge(piece="", fault=None):
        own = names.get(piece)
        if fault:
            names[piece] = lambda *given: fault(own(*given), *given)
        try:
            right = program.is_right(
                lambda w: program.loss(w, w2, x, y),
                lambda w: program.backward(w, w2, x, y)[0],
                w1.astype(float),
            )
        finally:
            if fault:
                names[piece] = own
        return float(bool(right))

    bends = [lambda dz, dh, h: dh, lambda dz, dh, h: dh * (1 - h), lambda dz, dh, h: 1.01 * dz]
    products = [
        lambda pair, dout, x, w: (pair[0], -pair[1]),
        lambda pair, dout, x, w: (pair[0], 1.02 * pair[1]),
        lambda pair, dout, x, w: (pair[0], pair[1] * (np.arange(len(pair[1]))[:, None] > 0)),
        lambda pair, dout, x, w: (2 * pair[0], pair[1]),
    ]
    return {
        "undamaged": judge(),
        "a cube": float(bool(program.is_right(lambda w: np.sum(w**3), lambda w: 3 * w**2, w1.astype(float)))),
        "damaged bend": [judge("through_tanh", fault) for fault in bends],
        "damaged product": [judge("through_product", fault) for fault in products],
    }


def network(rng):
    """Draw weights and samples; all sizes differ."""
    signs = np.resize([1.0, -1.0, -1.0, 1.0, 1.0], (4, 3))
    return {
        "w1": 0.5 * signs * rng.uniform(0.5, 1, (4, 3)),
        "w2": rng.uniform(0.5, 1, (3, 2)),
        "x": rng.normal(size=(5, 4)),
        "y": rng.normal(size=(5, 2)) + 2,
    }


def product(rng):
    """Draw a product and the slopes in its result."""
    return {"dout": rng.normal(size=(5, 2)), "x": rng.normal(size=(5, 4)), "w": rng.normal(size=(4, 2))}


def bend(rng):
    """Draw bent numbers of both signs and the slopes in them."""
    return {
        "dh": rng.uniform(0.5, 2, (4, 3)),
        "h": np.resize([1.0, -1.0], (4, 3)) * rng.uniform(0.2, 0.8, (4, 3)),
    }


def matrix(rng):
    """Draw a matrix and a δ."""
    return {"w": rng.uniform(1, 2, (3, 2)), "delta": rng.uniform(0.1, 0.3)}


def two_gradients(rng):
    """Draw two gradients of which the second is larger in every entry."""
    a = rng.normal(size=(3, 2))
    return {"a": a, "b": a + rng.uniform(0.1, 0.5, (3, 2))}


def two_gradients_below(rng):
    """Draw two gradients below 0 of which the first lies further down in every entry."""
    b = -rng.uniform(0.5, 2, (3, 2))
    return {"a": b - rng.uniform(0.1, 0.5, (3, 2)), "b": b}


fixed = np.random.default_rng(3)
pieces = [through_product, through_tanh]
place = np.array([[1.3, -0.7], [0.4, 2.1], [-1.6, 0.9]])

# fmt: off
checks = [
    returns(through_product, **product(fixed), names=["dx", "dw"], title="through a product", public=True),
    returns(through_product, inputs=product, names=["dx", "dw"], title="through a fresh product"),
    returns(through_tanh, **bend(fixed), title="through a bend", public=True),
    returns(through_tanh, inputs=bend, title="through a fresh bend"),
    scenario(numeric_gradient, w=place, delta=0.1, title="a cube's slopes", public=True)(slopes_of_a_cube),
    scenario(numeric_gradient, inputs=matrix, title="a cube's slopes elsewhere")(slopes_of_a_cube),
    returns(relative_error, place, place + [[0.1, -0.2], [0.3, 0.05], [0.1, 0.2]], title="two gradients",
        public=True),
    returns(relative_error, place + [[0.1, -0.2], [0.3, 0.05], [0.1, 0.2]], place,
        title="the same two, exchanged", public=True, points=0),
    returns(relative_error, np.zeros(3), np.zeros(3), title="two gradients of zeros", public=True),
    returns(relative_error, inputs=two_gradients, title="two fresh gradients"),
    returns(relative_error, inputs=two_gradients_below, title="two fresh gradients below 0"),
    scenario(*(is_right, numeric_gradient, relative_error), w=place, sizes=[1.0, 1e-7, 1e6],
        title="right and wrong gradients", public=True)(verdicts),
    scenario(*(is_right, numeric_gradient, relative_error, *pieces), inputs=network,
        title="your own backward pass, damaged", points=3)(damaged),
]
