r"""
# The thermometer without a scale

Somebody brought home an old thermometer. It shows numbers, but not in which unit. So it was read eleven times
beside one that shows degrees Celsius: the readings x, and the temperatures y that they should have been. A
line w·x + b is to turn the one into the other, and gradient descent is to find it. This page builds on
`manual_gradient`: the slopes are yours, no library finds them.

**The gradient once more.** The loss is the mean of the squared errors, mean of (p - y)² with p = w·x + b.
Here the predictions p are handed to you, because the loss needs them as well and nobody wants to compute them
twice. Through p, the loss feels w by x and b by 1.

**Training.** An epoch is one step, made of all samples together:

1. predict with the present w and b, and compute the loss;
2. if the loss is no number any more (`inf` or `nan`; `np.isfinite` tells), stop;
3. note the loss, take both slopes at the present w and b, and move both against their slopes.

**One number worked out.** Start at w = 1, b = 0. The first reading is 35.7 and should have been 0.5, so its
error is 35.2. The mean of all eleven squares is 1763.8848, and the slopes are 4517.2964 for w and 82.6 for b.
With lr = 0.0001 the step leads to w = 1 - 0.45172964 = 0.54827 and b = -0.00826, where the loss is 323.09.

**Too long a step.** Try lr = 0.01, which was right for other pages. The losses are

    1763.88,  5802484.5,  19408029696,  …

Every step overshoots and lands 58 times as far on the other side. In single precision, which ends at
3.4·10³⁸, the notes met `inf` in epoch 11; in double precision there is room for 87 epochs. A training that
has left the numbers cannot come back, so it stops there, and a history that is shorter than asked for says
so.

**Too short a step.** With lr = 0.0001 nothing runs away: the loss is 323.09 in epoch 2 and 29.02 in epoch
100. There it stays, with b = -0.04 and the line still through the origin. The slope in w was 55 times that in
b, because x is about 50: a step that is short enough for w is far too short for b.

**Scaled inputs.** So make x smaller: train on 0.1·x. Now both slopes are of one size, lr can be 0.001, and
after 5000 epochs the loss is 7.85 at w = 4.0435, b = -9.8084. It falls slowly: after a hundred epochs it is
still 28.95. With lr = 0.03, almost the largest that does not run away here, it is 12.71 by then. The readings
were degrees Fahrenheit, for which w = 5.56 and b = -17.8 would be right, so the line is on its way.

The parameters of the scaled inputs are not those of the thermometer. A line in the original unit has to
predict the same for x as the trained one does for scale·x. Write both down, and compare what stands beside x.
With scale 0.1, the line 4·(0.1·x) - 10 is 0.4·x - 10.

**What to write.** The gradient from given predictions, the training with its stop, the way back to the
original unit, and the fit that uses the two. Try your file with `python thermometer.py`, then hand it in.
"""

import numpy as np

from grader.author import alternative, normal, returns, rewrite, scenario, slip, task, uniform


def loss(prediction, y):
    """Mean squared error of the predictions: one number."""
    return np.mean((prediction - y) ** 2)


@task
def gradient(x, y, prediction):
    """Return the pair (dL/dw, dL/db) of the mean squared error, two numbers.

    x, y: arrays of shape (n,).  prediction: what w·x + b gives for them, an array of shape (n,).
    """
    error = prediction - y
    return np.mean(2 * error * x), np.mean(2 * error)


@task
def train(w, b, x, y, lr, epochs):
    """Train with one step per epoch; return (w, b, losses), the losses as a list with one for each epoch.

    w, b: the start, two numbers.  x, y: arrays of shape (n,).  lr: the learning rate.  epochs: how many.

    A loss is computed before its epoch's step. As soon as one is not finite, return w, b and the losses of
    the epochs before.
    """
    losses = []
    for _ in range(epochs):
        prediction = w * x + b
        error = loss(prediction, y)
        if not np.isfinite(error):
            break
        losses.append(float(error))
        dw, db = gradient(x, y, prediction)
        w, b = w - lr * dw, b - lr * db
    return w, b, losses


@task
def in_original_units(w, b, scale):
    """Return the pair (w, b) that predicts for x what the given pair predicts for scale·x.

    w, b: numbers, the line that was trained on scale·x.  scale: a number.
    """
    return w * scale, b


@task
def fit_scaled(w, b, x, y, scale, lr, epochs):
    """Train on the inputs scale·x; return (w, b, losses) with w and b for the original inputs x.

    w, b: the start of the training, for the scaled inputs.  x, y: arrays of shape (n,), x in its original
    unit.  scale, lr: numbers.  epochs: how many steps.
    """
    w, b, losses = train(w, b, scale * x, y, lr, epochs)
    w, b = in_original_units(w, b, scale)
    return w, b, losses


# ---- for instructors ------------------------------------------------------------------------------


@alternative(gradient)
def with_a_loop(x, y, prediction):
    dw = db = 0.0
    for xi, yi, pi in zip(x, y, prediction):
        dw += 2 * (pi - yi) * xi / len(x)
        db += 2 * (pi - yi) / len(x)
    return [dw, db]


@alternative(train)
def in_one_array(w, b, x, y, lr, epochs):
    inputs, parameters, losses = np.stack([x, np.ones_like(x)]), np.array([w, b]), []
    for _ in range(epochs):
        error = parameters @ inputs - y
        height = np.mean(error**2)
        if np.isnan(height) or np.isinf(height):
            return *parameters, losses
        losses += [height]
        parameters = parameters - lr * 2 * inputs @ error / len(x)
    return *parameters, losses


@alternative(train)
def loss_looked_at_behind_the_step(w, b, x, y, lr, epochs):
    heights = [loss(w * x + b, y)]
    for _ in range(epochs):
        if not heights[-1] < np.inf:
            break
        dw, db = gradient(x, y, w * x + b)
        w -= lr * dw
        b -= lr * db
        heights.append(loss(w * x + b, y))
    return [w, b, heights[:-1]]


@alternative(fit_scaled)
def scaled_by_itself(w, b, x, y, scale, lr, epochs):
    scaled = [scale * xi for xi in x]
    w, b, losses = train(w, b, np.array(scaled), y, lr, epochs)
    return [scale * w, b, losses]


def fresh_readings(rng, size, spread=1.0):
    """Draw readings and temperatures of no particular line."""
    x = spread * (rng.permutation(np.linspace(0.5, 2.5, size)) + rng.uniform(-0.1, 0.1, size))
    return {"x": x, "y": rng.permutation(np.linspace(-3.0, 5.0, size)) + rng.uniform(-0.3, 0.3, size)}


def fresh_predictions(rng):
    """Draw six readings with their temperatures, and predictions that are wrong in both directions."""
    readings = fresh_readings(rng, 6)
    return {**readings, "prediction": readings["y"] + rng.permutation([-3.0, -2.0, -1.0, 1.5, 2.5, 3.5])}


def fresh_training(rng):
    """Draw five readings, a start that is not (1, 0), and a learning rate at which their training is calm."""
    w, b = rng.uniform(-1.5, -1.0), rng.uniform(1.5, 2.0)
    return {"w": w, "b": b, **fresh_readings(rng, 5), "lr": rng.uniform(0.08, 0.12)}


def fresh_runaway(rng):
    """Draw four readings in sixty-fourths, which single precision holds as they are, and too long a step."""
    x = np.append(rng.permutation([20.0, 24.0, 28.0]), 16.0) + rng.integers(-32, 32, 4) / 64
    y = rng.permutation([-2.0, 3.0, 5.0, 9.0]) + rng.integers(-16, 16, 4) / 64
    return {"w": 2.0, "b": 1.0, "x": x, "y": y, "lr": rng.integers(90, 110) / 128}


def fresh_fit(rng):
    """Draw five large readings, and a scale that makes them small."""
    w, b, scale = rng.uniform(1.5, 2.0), rng.uniform(-1.5, -1.0), rng.uniform(0.18, 0.22)
    readings = fresh_readings(rng, 5, 5.0)
    return {"w": w, "b": b, **readings, "scale": scale, "lr": rng.uniform(0.006, 0.008)}


def double_precision_run(program, rng, w, b, x, y, lr, epochs):
    """Train in double precision, where numbers end at 1.8e308; such losses compare by their logarithms."""
    doubles = [np.asarray(value, dtype=np.float64) for value in (x, y)]
    _, _, losses = program.train(float(w), float(b), *doubles, float(lr), epochs)
    return {"log10_losses": np.log10([float(value) for value in losses]).astype(np.float32)}


def epoch_by_epoch(program, rng, w, b, x, y, lr, epochs):
    """Train one epoch at a time, and write down the line after each."""
    path = [(w, b)]
    for _ in range(epochs):
        w, b, _ = program.train(w, b, x, y, lr, 1)
        path.append((w, b))
    return {"path": np.array(path, dtype=float)}


def fitted_line(program, rng, x, y, scale, lr, epochs):
    """Train on scaled readings, then predict for them."""
    w, b, losses = program.train(1.0, 0.0, scale * x, y, lr, epochs)
    return {"last_loss": losses[-1], "fitted_line": w * (scale * x) + b}


# fmt: off
divided_first = rewrite(gradient,
    ..., "slope = 2 * (prediction - y) / len(x); return np.sum(slope * x), np.sum(slope)")
by_two_places = rewrite(in_original_units, "w * scale", "(w * scale * 1.0 + b) - (w * scale * 0.0 + b)",
    "b", "w * 0.0 + b")
summed_not_averaged = slip(gradient, "np.mean(2 * error * x)", "np.sum(2 * error * x)",
    "np.mean(2 * error)", "np.sum(2 * error)").says("""
    Your gradient grows with the number of samples. Does the loss?
    Hint: Give it every sample twice. The mean does not change. Does your gradient?""")
averaged_twice = slip(gradient, "2 * error * x", "2 * error / len(x) * x",
    "np.mean(2 * error)", "np.mean(2 * error / len(x))").says("""
    Give your gradient every sample twice: it gets smaller. Does the loss?
    Hint: Count how often your code divides by the number of samples. A mean has one such division inside it.
    """)
two_is_missing = slip(gradient, "2 * error * x", "error * x", "np.mean(2 * error)", "np.mean(error)").says("""
    Both your slopes are off by one constant. Follow the exponent of the square.
    Hint: How steep is u² at u = 3? Compare (3.01)² with 3².""")
uphill = slip(gradient, "error = prediction - y", "error = y - prediction").says("""
    Both your slopes point the other way: they say up where the loss goes down.
    Hint: All eleven readings of the story are predicted too high. Should a larger b make the loss larger?
    Hint: Is your error the prediction minus the target, or the target minus the prediction?""")
inner_slope_missing = slip(gradient, "* x", "").says("""
    Your slope for w is the slope for b. A sample with a large x should pull harder at w.
    Hint: In the story the two slopes are 4517.2964 and 82.6. What makes the first so much larger?
    Hint: By how much does the prediction at x = 50 change when w grows by 0.01?""")
product_of_means = slip(gradient, "np.mean(2 * error * x)", "np.mean(2 * error) * np.mean(x)").says("""
    You average the errors first and multiply by x afterwards. Is that the same with two samples?
    Hint: Take two samples with the errors 1 and -1, at x = 1 and x = 3. Work out both orders.""")
order_exchanged = slip(gradient,
    ..., "error = prediction - y; return np.mean(2 * error), np.mean(2 * error * x)").says("""
    Your two numbers are right, but each stands where the other belongs.
    Hint: Read what the docstring says about the order of the pair.""")
no_stop = slip(train, "not np.isfinite(error)", "False").says("""
    Where the step is too long, your list runs on into `inf` or `nan`. What does that tell a caller?
    Hint: Train the thermometer for 100 epochs with lr = 0.01 and print the last losses.
    Hint: The docstring names what a loss has to be. At which point of an epoch do you ask for it?""")
infinite_loss_noted = slip(train, "if not", "losses.append(float(error))\n        if not",
    "        losses.append(float(error))", "").says("""
    Your training stops, but your list ends with something that is no number. When do you look at the loss?
    Hint: Which comes first in your loop: noting the loss, or asking whether it is finite?""")
looked_at_before_noted_after = slip(train, "losses.append(float(error))", "",
    "b - lr * db", "b - lr * db; losses.append(loss(w * x + b, y))").says("""
    Your w and b are right, and your losses begin one epoch too late. To which w and b does a loss belong?
    Hint: The first loss of the thermometer is 1763.88, before anything has moved. Is it in your list?
    Hint: Is a loss computed above or below the line that moves w?""")
stops_where_the_loss_rises = slip(train, "np.isfinite(error)", "error <= (losses or [np.inf])[-1]").says("""
    Your training gives up as soon as a loss is larger than the one before. Is a larger loss no number?
    Hint: Train the thermometer with lr = 0.01 and count the losses. The third one is 19408029696.
    Hint: Read in the docstring when to stop.""")
b_after_w = slip(train,
    "w, b = w - lr * dw, b - lr * db", "w = w - lr * dw; b = b - lr * gradient(x, y, w * x + b)[1]").says("""
    After one epoch your w is right and your b is not. To which w does the slope of b belong?
    Hint: With lr = 0.0001 the first step should lead to b = -0.00826. Where does yours lead?
    Hint: Both slopes belong to one place. Has anything moved before you take the second one?""")
loss_after_the_step = slip(train, "prediction = w * x + b",
    "dw, db = gradient(x, y, w * x + b); w, b = w - lr * dw, b - lr * db; prediction = w * x + b",
    "dw, db = gradient(x, y, prediction)", "",
    "w, b = w - lr * dw, b - lr * db", "").says("""
    Your parameters are right and your losses stand one epoch too early.
    Hint: Ask for one epoch at w = 1, b = 0. Is the loss you return the story's 1763.88?""")
predicted_only_once = slip(train, "losses = []", "losses, prediction = [], w * x + b",
    "        prediction = w * x + b", "").says("""
    Print the predictions in every epoch. Do they follow the parameters?
    Hint: Which of your lines stand before the loop? Would they give the same after a step?""")
b_stays = slip(train, "w, b = w - lr * dw, b - lr * db", "w = w - lr * dw").says("""
    One of your two parameters is at the end where it was at the start.
    Hint: The slope of b is not zero where the predictions are wrong. What do you do with it?""")
start_of_its_own = slip(train, ..., "return train(0 * w + 1, 0 * b, x, y, lr, epochs)").says("""
    From w = 1, b = 0 your training is right. Start it somewhere else.
    Hint: Ask for 0 epochs from w = 5, b = 7. Which pair should come back?
    Hint: Is there a line in your function that sets w and b, although they were handed in?""")
one_sample_at_a_time = slip(train, "dw, db = gradient(x, y, prediction)", "for xi, yi in zip(x, y):",
    "w, b = w - lr * dw, b - lr * db",
    "    w, b = w - lr * 2 * (w * xi + b - yi) * xi, b - lr * 2 * (w * xi + b - yi)").says("""
    Your parameters move once for every sample. How often should they move in an epoch of this page?
    Hint: With a single sample your training is right. Count the steps of one epoch with two.
    Hint: Learning from one sample after the other is another method, that of `perceptron_and` and `linear`.
    """)
back_after_the_first_epoch = slip(train, ..., "return train(w, b, x, y, lr, 1)").says("""
    Ask for 2 epochs and for 20. How many losses do you get back?
    Hint: At which line does your function end, and how often has the loop run by then?""")
last_loss_alone = slip(train,
    ..., "w, b, losses = train(w, b, x, y, lr, epochs); return w, b, losses[-1]").says("""
    Your parameters are right. One loss comes back where there should be one for every epoch.
    Hint: Where do the losses of the earlier epochs go? A name keeps only the last thing it was given.""")
divided_by_the_scale = slip(in_original_units, "*", "/").says("""
    Your line is too steep. Predict for x = 50 with it, and for the scaled 5 with the trained one.
    Hint: Put scale·x into the trained line and multiply out. What stands beside x?""")
b_scaled_as_well = slip(in_original_units, "b", "b * scale").says("""
    At x = 0 your line and the trained one disagree. Does scaling the inputs move a 0?
    Hint: Put scale·x into the trained line and multiply out. Does b meet the scale?""")
left_as_it_was = slip(in_original_units, "w * scale", "w").says("""
    You return the line that you were given. Does it predict for x = 50 what it predicted for 5?
    Hint: Look through your function for its argument scale.""")
inputs_not_scaled = slip(fit_scaled,
    ..., "w, b, losses = train(w, b, x, y, lr, epochs); return w * scale, b, losses").says("""
    Print the inputs that your training sees. Are they scaled?
    Hint: With scale = 1 your fit is right. Where else does the scale have to appear?
    Hint: The losses begin with that of w·(scale·x) + b. Compare yours.""")
targets_scaled_as_well = slip(fit_scaled,
    ..., "w, b, losses = train(w, b, scale * x, scale * y, lr, epochs); return w * scale, b, losses").says("""
    Your first loss is too small. What happened to the temperatures that the line has to meet?
    Hint: With scale = 1 your fit is right. Which of your two arrays did you scale?""")
still_in_scaled_units = slip(fit_scaled, ..., "return train(w, b, scale * x, y, lr, epochs)").says("""
    Your losses are right. Predict with your line for x = 50: which unit does it expect?
    Hint: The training found a line for scale·x. The docstring asks for one for x.""")
start_rescaled = slip(fit_scaled,
    ..., "w, b, losses = train(w / scale, b, scale * x, y, lr, epochs); return w * scale, b, losses").says("""
    Your first loss belongs to another line than the one that the training should start from.
    Hint: Read in the docstring for which inputs the w and b that are handed in are meant.""")
t_c = np.array([0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0])
t_u = np.array([35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4])
three = np.array([-1.0, 1.0, 3.0])
trained = ["w", "b", "losses"]
checks = [
    returns(gradient, x=np.array([1.0, 2.0, 3.0]), y=np.array([2.0, 4.0, 6.0]),
        prediction=np.array([1.5, 2.5, 3.5]), names=["dw", "db"], title="the slopes of three samples",
        public=True),
    returns(gradient, inputs=fresh_predictions, names=["dw", "db"], title="the slopes of six fresh samples"),
    returns(train, w=1.0, b=0.0, x=t_u, y=t_c, lr=1e-4, epochs=1, names=trained,
        title="one epoch of the thermometer", uses=[gradient], public=True),
    returns(train, w=1.0, b=0.0, x=t_u, y=t_c, lr=1e-4, epochs=20, names=trained,
        title="twenty epochs of the thermometer", uses=[gradient], curve="losses", public=True),
    scenario(train, gradient, w=-1.0, b=4.0, x=three, y=2 * three - 1, lr=0.23, epochs=12,
        title="the path through a small valley", curve="path", along="x", data="y",
        note="a picture: the same steps are paid for above", public=True, points=0)(epoch_by_epoch),
    scenario(train, gradient, w=-1.0, b=4.0, x=three, y=2 * three - 1, lr=0.26, epochs=12,
        title="the same path with a step that is too long", curve="path", along="x", data="y",
        note="a picture: the same steps are paid for above", public=True, points=0)(epoch_by_epoch),
    returns(train, inputs=fresh_training, epochs=6, names=trained, title="six epochs on five fresh readings",
        uses=[gradient], points=2),
    scenario(train, gradient, w=1.0, b=0.0, x=t_u, y=t_c, lr=1e-2, epochs=100,
        title="the training stops where the numbers end", curve="log10_losses",
        public=True)(double_precision_run),
    scenario(train, gradient, inputs=fresh_runaway, epochs=90,
        title="it stops on fresh readings, too")(double_precision_run),
    scenario(train, gradient, x=t_u, y=t_c, scale=0.1, lr=0.03, epochs=100,
        title="the line over the readings after a hundred epochs", curve="fitted_line", along="x", data="y",
        public=True)(fitted_line),
    returns(in_original_units, w=4.0, b=-10.0, scale=0.1, names=["w", "b"], title="back to the original unit",
        public=True),
    returns(in_original_units, w=uniform(2.0, 3.0), b=normal(-5.0, 0.1), scale=uniform(0.3, 0.4),
        names=["w", "b"], title="back from a fresh scale"),
    returns(fit_scaled, w=1.0, b=0.0, x=t_u, y=t_c, scale=0.1, lr=2e-4, epochs=10, names=trained,
        title="ten epochs on scaled readings", uses=[train, gradient, in_original_units], curve="losses",
        public=True),
    returns(fit_scaled, inputs=fresh_fit, epochs=5, names=trained, title="a fit of fresh readings",
        uses=[train, gradient, in_original_units]),
]
