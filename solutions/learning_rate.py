r"""
# How long may a step be?

Two trainings of this course ran away: `quadratic` with lr = 0.01 on x = 1, 2, 3, 4, 5, and `thermometer` with
lr = 0.01. In both the slopes were right and the step was too long. This page builds on the two and answers
the question that they left: how long may a step be? The answer can be worked out before any training.

**One direction.** Near its lowest point every smooth loss looks like a parabola, and for squared errors of a
line it is one everywhere: L = ½·c·e², where e is how far the parameter is from the best one and c the
**curvature**, how fast the slope changes. The slope is c·e, and a step takes lr·c·e away:

    new e = (1 - lr·c)·e

So every step multiplies the error by the same factor. Between -1 and 1 it shrinks; below 0 it jumps from side
to side; beyond -1 each jump is longer than the one before. The limit is lr = 2/c.

**Two parameters.** The loss of w·x + b is a valley, steep in one direction and flat in another. Its
curvatures stand in a matrix, the **Hessian**: row by row, how fast dL/dw and dL/db change with w and with b.
For the mean squared error it is

    H = 2 · mean of [ x²  x ]
                    [ x   1 ]

and no y is in it. The curvatures in the steepest and in the flattest direction are the eigenvalues of H
(`np.linalg.eigvalsh`). In each direction the error has its own factor, 1 minus lr times the eigenvalue, and
the steepest sets the limit:

    largest lr = 2 / (largest eigenvalue)

**One number worked out.** H = [[8, 2], [2, 5]] has the eigenvalues 9 and 4. The largest rate is 2/9 = 0.2222.
With lr = 0.3 the steepest direction gets the factor 1 - 0.3·9 = -1.7, the flattest 1 - 0.3·4 = -0.2.

**The thermometer.** H = [[5881.6, 103.6], [103.6, 2]], its eigenvalues are 5883.42 and 0.175. So lr may be
0.00034 at most. With 0.01 the factor is -57.83. Can that be seen in the losses? They are squares of errors,
so from one to the next they grow by the square of the factor: from 5802484.5 to 19408029696 that is 3344.8,
and the root of it is 57.83. With inputs scaled by 0.1 the eigenvalues are 60.6 and 0.170. The flat direction
is as flat as before, but lr may be 0.033, and with a step a hundred times longer it is crossed a hundred
times faster.

**One sample at a time.** For ŷ = w1·x² + w2·x + b the step of one sample moves the parameters by lr times
2·error times (x², x, 1), and this changes the prediction at x by (x², x, 1) times that once more:

    new error = (1 - 2·lr·(x⁴ + x² + 1)) · error

At x = 5 with lr = 0.01 the factor is 1 - 0.02·651 = -12.02. With lr = 0.003 it is still -2.906, yet that
training settled. What counts is the whole epoch. Write a = (x², x, 1) and d for how far the three parameters
are from the best ones; then each sample makes d - 2·lr·a·(a·d) out of d, that is (I - 2·lr·a·aᵀ)·d, with a·aᵀ
the outer product. Multiply these 3 by 3 matrices, one for each sample, and you have what an epoch does to d.
The largest of its eigenvalues (`np.linalg.eigvals`), in absolute value, says what becomes of d in the long
run. For the five samples it is 24.5 with lr = 0.01, and 0.998 with lr = 0.003. The notes' losses grew from
1242.8 to 718501, by the square of 24.

**What to write.** Six short functions. x and xs are NumPy arrays. Try your file with
`python learning_rate.py`, then hand it in.
"""

import numpy as np

from grader.author import alternative, draw, returns, rewrite, scenario, slip, task, uniform


@task
def curvature(x):
    """Return the Hessian of the mean squared error of w·x + b, an array of shape (2, 2), w before b.

    x: the inputs, an array of shape (n,).
    """
    return 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])


@task
def largest_rate(hessian):
    """Return the learning rate at which the steepest direction neither shrinks nor grows, a number.

    hessian: a symmetric array of shape (k, k) with positive eigenvalues.
    """
    return 2 / np.linalg.eigvalsh(hessian)[-1]


@task
def steepest_factor(hessian, lr):
    """Return the factor, with its sign, by which one step multiplies the error in the steepest direction.

    hessian: a symmetric array of shape (k, k) with positive eigenvalues.  lr: the learning rate.
    """
    return 1 - lr * np.linalg.eigvalsh(hessian)[-1]


@task
def observed_factor(losses):
    """Return by which factor, without its sign, the error grew in the last step of a training, a number.

    losses: a list of two or more losses, each the square of an error up to a constant.
    """
    return np.sqrt(losses[-1] / losses[-2])


@task
def error_factor(x, lr):
    """Return the factor, with its sign, by which the step of one sample multiplies this sample's error.

    The model is w1·x² + w2·x + b and the loss of the sample its squared error.
    x: the input, a number.  lr: the learning rate.
    """
    return 1 - 2 * lr * (x**4 + x**2 + 1)


@task
def epoch_factor(xs, lr):
    """Return the largest absolute eigenvalue of what one epoch of samples does to the parameters' errors.

    The model is w1·x² + w2·x + b, with one step per sample.
    xs: the inputs, an array of shape (n,).  lr: the learning rate.
    """
    epoch = np.eye(3)
    for x in xs:
        a = np.array([x**2, x, 1.0])
        epoch = (np.eye(3) - 2 * lr * np.outer(a, a)) @ epoch
    return np.max(np.abs(np.linalg.eigvals(epoch)))


# ---- for instructors ------------------------------------------------------------------------------


def after_each_sample(xs, lr):
    """Return the matrix of each sample's step."""
    rows = [np.array([x**2, x, 1.0]) for x in xs]
    return [np.eye(3) - 2 * lr * np.outer(a, a) for a in rows]


def whole_epoch(xs, lr):
    """Return the product of the samples' matrices."""
    epoch = np.eye(3)
    for one in after_each_sample(xs, lr):
        epoch = one @ epoch
    return epoch


@alternative(epoch_factor)
def column_by_column(xs, lr):
    columns = []
    for d in np.eye(3):
        for x in xs:
            a = np.array([x * x, x, 1.0])
            d = d - 2 * lr * a * (a @ d)
        columns.append(d)
    return max(abs(value) for value in np.linalg.eigvals(np.array(columns)))


def error_factor_of(x, lr):
    """Return what one sample's step does to its own error, whatever the student's own function does."""
    return 1 - 2 * lr * (x**4 + x**2 + 1)


def fresh_hessian(rng):
    """Draw a symmetric matrix of three curvatures that lies askew."""
    turn, _ = np.linalg.qr(np.array([[1.0, 0.6, -0.4], [0.5, 1.2, 0.7], [-0.3, 0.8, 1.5]]))
    curvatures = np.array([0.5, 2.0, 7.0]) + rng.uniform(-0.2, 0.2, 3)
    return turn @ np.diag(curvatures) @ turn.T


def fresh_losses(rng):
    """Draw six losses that grow by another factor in each step."""
    return np.cumprod(rng.permutation([1.5, 2.0, 2.6, 3.3, 4.1, 5.0]) + rng.uniform(-0.1, 0.1, 6)).tolist()


def fresh_samples(rng):
    """Draw four inputs, two of them far out."""
    return np.array([-2.2, 0.4, 1.3, 2.6]) + rng.uniform(-0.1, 0.1, 4)


def losses_at(program, rng, x, y, part, steps):
    """Train w·x + b with a part of the rate that the program allows; a loss above 10000 stays there."""
    lr = part * program.largest_rate(program.curvature(x))
    design, parameters, losses = np.stack([x, np.ones_like(x)], axis=1), np.array([1.0, 0.0]), []
    for _ in range(steps):
        error = design @ parameters - y
        loss = np.mean(error**2)
        if not loss < 1e4:
            break
        losses.append(loss)
        parameters = parameters - lr * 2 * design.T @ error / len(x)
    return {"losses": losses + [1e4] * (steps - len(losses))}


def predicted_and_observed(program, rng, x, y, lr, steps):
    """Predict the factor of a runaway training, then look it up in its losses."""
    design, parameters, losses = np.stack([x, np.ones_like(x)], axis=1), np.array([1.0, 0.0]), []
    for _ in range(steps):
        error = design @ parameters - y
        losses.append(float(np.mean(error**2)))
        parameters = parameters - lr * 2 * design.T @ error / len(x)
    predicted = program.steepest_factor(2 * design.T @ design / len(x), lr)
    return {"predicted": predicted, "observed": program.observed_factor(losses)}


# fmt: off
from_the_design_matrix = rewrite(curvature,
    ..., "design = np.stack([x, np.ones_like(x)], axis=1); return 2 * design.T @ design / len(x)")
with_a_loop = rewrite(curvature,
    ..., "return sum(2 * np.array([[xi * xi, xi], [xi, 1.0]]) for xi in x) / x.size")
from_all_eigenvalues = rewrite(largest_rate, ..., "return 2.0 / max(abs(np.linalg.eigvals(hessian)))")
by_the_spectral_norm = rewrite(largest_rate, ..., "return 2 * np.linalg.norm(np.linalg.inv(hessian), -2)")
smallest_of_the_factors = rewrite(steepest_factor,
    ..., "return np.linalg.eigvalsh(np.eye(len(hessian)) - lr * hessian)[0]")
ratio_of_roots = rewrite(observed_factor, ..., "before, after = losses[-2:]; return after**0.5 / before**0.5")
from_the_slopes = rewrite(error_factor,
    ..., "slopes = np.array([x * x, x, 1.0]); return 1 - lr * 2 * slopes @ slopes")
half_as_curved = slip(curvature, "2 *", "").says("""
    Your curvatures are off by one constant. How fast does the slope of a square change?
    Hint: Differentiate (w·x + b - y)² twice in b. What is left?
    Hint: The corner that belongs to b alone does not depend on x. The story gives it for the thermometer.""")
summed_not_averaged = slip(curvature,
    ..., "return 2 * np.array([[np.sum(x * x), np.sum(x)], [np.sum(x), len(x)]])").says("""
    Your curvatures grow with the number of samples. Does the mean squared error?
    Hint: Give it every sample twice. What should change?
    Hint: Look at the corner of b. Is it 2, or 2 for each sample?""")
square_of_the_mean = slip(curvature, "np.mean(x * x)", "np.mean(x) ** 2").says("""
    For one sample your matrix is right. Take x = -1 and 1: is the valley flat in w?
    Hint: Work out both by hand for 1 and 3: the mean of the squares, and the square of the mean.""")
no_corners = slip(curvature, ..., "return 2 * np.diag([np.mean(x * x), 1.0])").says("""
    Your matrix says that the slope in w does not care about b. Does it?
    Hint: dL/dw is the mean of 2·(w·x + b - y)·x. How fast does it change when b does?""")
b_before_w = slip(curvature, "np.mean(x * x)", "1.0", "1.0", "np.mean(x * x)").says("""
    Your numbers are right, but two of them stand in each other's place.
    Hint: Read in the docstring which parameter comes first.""")
inputs_centred = slip(curvature,
    ..., "return 2 * np.array([[np.var(x), np.mean(x)], [np.mean(x), 1.0]])").says("""
    Move all inputs by 10. Your matrix stays as it is; does the valley?
    Hint: Which mean did you take: that of the squares of x, or of the squares of what is left of x?""")
flattest_direction = slip(largest_rate, "-1", "0").says("""
    Your rate suits the flattest direction. What happens in the steepest with it?
    Hint: For the worked number the eigenvalues are 9 and 4. Work out the factor of each with your rate.
    Hint: In which order does `np.linalg.eigvalsh` return them?""")
where_the_factor_is_zero = slip(largest_rate, "2", "1").says("""
    With your rate the steepest direction arrives in a single step. It may be longer than that.
    Hint: Between which two numbers may the factor lie? You have found the rate for the one in the middle.""")
sum_of_the_curvatures = slip(largest_rate, "linalg.eigvalsh", "trace", "[-1]", "").says("""
    Your rate is somewhat too short: it would be right if one direction had all the curvature.
    Hint: For the worked number you get 2/13. Where does the 13 come from?
    Hint: The sum of the diagonal is the sum of the eigenvalues. Which of them sets the limit?""")
largest_entry = slip(largest_rate, ..., "return 2 / np.max(np.diag(hessian))").says("""
    The steepest direction need not be that of a parameter. What does your rate leave out of the matrix?
    Hint: For the worked number you get 2/8. Do the 2 in the corners not matter?
    Hint: The story names a function that finds the curvature of the steepest direction of all.""")
upside_down = slip(largest_rate, ..., "return np.linalg.eigvalsh(hessian)[-1] / 2").says("""
    The steeper the valley, the longer your step may be. Should it not be the other way round?
    Hint: For the worked number you get 4.5 and the story 2/9.""")
size_of_the_factor = slip(steepest_factor, ..., "return abs(1 - lr * np.linalg.norm(hessian, 2))").says("""
    Your factor is never negative. Does the error stay on one side?
    Hint: For the worked number with lr = 0.3 the story gets -1.7.""")
factor_of_the_flattest = slip(steepest_factor, "-1", "0").says("""
    Your factor is that of the flattest direction.
    Hint: For the worked number with lr = 0.3 there are two factors, -1.7 and -0.2. Which is asked for?""")
part_that_is_taken_away = slip(steepest_factor, "1 -", "").says("""
    You return how much of the error a step takes away. What is left of it?
    Hint: With lr = 0 nothing happens to the error. By which factor is it multiplied then?""")
two_once_more = slip(steepest_factor, "lr", "2 * lr").says("""
    Your factor reaches -1 at half of the largest rate. Where should it?
    Hint: The 2 of the square is in the matrix already. Is there a second one in your formula?""")
factor_of_the_loss = slip(steepest_factor,
    ..., "return (1 - lr * np.linalg.eigvalsh(hessian)[-1]) ** 2").says("""
    You return what happens to the loss. What happens to the error?
    Hint: The loss is made of the square of the error. Which of the two doubles when the factor is -2?""")
ratio_of_the_losses = slip(observed_factor, ..., "return losses[-1] / losses[-2]").says("""
    You return by how much the loss grew. By how much did the error grow?
    Hint: If the error doubles, what does its square do?""")
first_step = slip(observed_factor, "-1", "1", "-2", "0").says("""
    You look at the first step of the training. Which one is asked for?
    Hint: At the start the flat direction still has its say. At the end only one is left.""")
whole_training = slip(observed_factor, "-2", "0").says("""
    You compare the last loss with the first. How many steps lie between them?
    Hint: For two losses your answer is right. Which two of a longer list make one step?""")
turned_round = slip(observed_factor, "1", "2", "2", "1").says("""
    A training that grows gets a factor below 1 from you.
    Hint: For the losses 1 and 4 the error has doubled. What do you return?""")
two_is_missing = slip(error_factor, "2 * lr", "lr").says("""
    Your factor is too near to 1. Follow the exponent of the squared error into its slope.
    Hint: At x = 0 only b matters. One step changes b by lr times the slope of (b - y)². How much is that?""")
slopes_counted_once = slip(error_factor, "4", "2", "x**2", "x").says("""
    At x = 1 your factor is right, at x = 5 it is not. A parameter's slope counts twice: where?
    Hint: The step moves w1 by something with x². This moves the prediction by w1's move times … what?
    Hint: In the story, 5 leads to 651. To which number does it lead in your code?""")
bias_left_out = slip(error_factor, "+ 1", "").says("""
    At x = 0 your factor is 1: the error stays. Is there no parameter that could mend it?
    Hint: The model has three parameters. Count the terms in your bracket.""")
growing = slip(error_factor, "-", "+").says("""
    Your factor is above 1 even for a tiny lr. Does every step make the error larger?
    Hint: A step goes against the slope. Which sign does this give what it does to the error?""")
without_its_sign = slip(error_factor, ..., "return abs(1 - 2 * lr * (x**4 + x**2 + 1))").says("""
    Your factor is never negative. Does the error stay on one side?
    Hint: At x = 5 with lr = 0.01 the story gets -12.02.""")
product_of_the_error_factors = slip(epoch_factor,
    ..., "return abs(np.prod([error_factor_of(x, lr) for x in xs]))").says("""
    You multiply what each sample does to its own error. What does the second sample do to the first one's?
    Hint: With lr = 0.003 your product for the five samples is 0.72 in size, the story's 0.998.
    Hint: For each sample the parameters have three directions. How many does one number describe?""")
matrices_added_up = slip(epoch_factor,
    ..., "return np.max(np.abs(np.linalg.eigvals(sum(after_each_sample(xs, lr)))))").says("""
    You add up what the samples do to the parameters. They come one after the other; is that a sum?
    Hint: With lr = 0 nothing happens in an epoch. Which factor should that give for five samples?
    Hint: The second sample works on what the first has left. Which operation does that to two matrices?""")
all_steps_at_once = slip(epoch_factor,
    "(np.eye(3) - 2 * lr * np.outer(a, a)) @ epoch", "epoch - 2 * lr * np.outer(a, a)").says("""
    You add up the steps of all samples, as if each began where the epoch began. Does it?
    Hint: With one sample your factor is right. From where does the second sample step?
    Hint: Multiply the matrices of two samples out: beside the two steps there is another term.""")
one_step_of_the_mean = slip(epoch_factor, ...,
    "mean = sum(after_each_sample(xs, lr)) / len(xs); return np.max(np.abs(np.linalg.eigvals(mean)))"
).says("""
    You let all samples take one step together. That is the method of `thermometer`, not of `quadratic`.
    Hint: With one sample your factor is right. How many steps has an epoch of five?""")
largest_with_its_sign = slip(epoch_factor,
    ..., "return np.max(np.real(np.linalg.eigvals(whole_epoch(xs, lr))))").says("""
    Where an eigenvalue is far below zero, you take another one. How fast does its direction grow?
    Hint: For the five samples with lr = 0.01 you get 1.005. The story has 24.5.
    Hint: Print all three eigenvalues. Which is the largest if signs don't count?""")
smallest_eigenvalue = slip(epoch_factor,
    ..., "return np.min(np.abs(np.linalg.eigvals(whole_epoch(xs, lr))))").says("""
    You return the eigenvalue of the direction that is done first. Which one decides in the long run?
    Hint: Print the absolute values of all three eigenvalues and compare them with the story's.""")
largest_stretch = slip(epoch_factor, ..., "return np.linalg.norm(whole_epoch(xs, lr), 2)").says("""
    You return how much one epoch can stretch the errors at most. Does it do so again in the next?
    Hint: For a matrix that is not symmetric, its norm and its largest eigenvalue are two numbers.
    Hint: The story names the function of NumPy that it took the eigenvalues with.""")
only_the_last_sample = slip(epoch_factor,
    ..., "return np.max(np.abs(np.linalg.eigvals(after_each_sample(xs, lr)[-1])))").says("""
    Your epoch knows one sample. What has become of the others?
    Hint: Print your matrix in every round of the loop. Does the old one have a part in the new one?""")
t_c = np.array([0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0])
t_u = np.array([35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4])
worked = np.array([[8.0, 2.0], [2.0, 5.0]])
five = np.array([1.0, 2.0, 3.0, 4.0, 5.0])
checks = [
    returns(curvature, x=np.array([1.0, 2.0, 4.0]), title="the valley of three samples", public=True),
    returns(curvature, x=t_u, title="the valley of the thermometer", public=True, points=0),
    returns(curvature, x=uniform(0.5, 2.5, 6), title="the valley of six fresh samples"),
    returns(largest_rate, hessian=worked, title="the rate for the worked matrix", public=True),
    returns(largest_rate, hessian=draw(fresh_hessian), title="the rate for a fresh matrix"),
    scenario(largest_rate, curvature, x=t_u, y=t_c, part=0.95, steps=40,
        title="the thermometer just below its largest rate", curve="losses", public=True)(losses_at),
    scenario(largest_rate, curvature, x=t_u, y=t_c, part=1.02, steps=40,
        title="the thermometer just above its largest rate", curve="losses", public=True,
        points=0)(losses_at),
    returns(steepest_factor, hessian=worked, lr=0.3, title="the steepest factor of the worked matrix",
        public=True),
    returns(steepest_factor, hessian=draw(fresh_hessian), lr=uniform(0.35, 0.5),
        title="the steepest factor of a fresh matrix"),
    returns(observed_factor, losses=[1763.884766, 5802484.5, 19408029696.0],
        title="the factor in the losses of the notes", public=True),
    returns(observed_factor, losses=draw(fresh_losses), title="the factor in fresh losses"),
    scenario(observed_factor, steepest_factor, x=t_u, y=t_c, lr=0.01, steps=5, title="predicted and observed",
        public=True)(predicted_and_observed),
    returns(error_factor, x=5.0, lr=0.01, title="one sample at 5", public=True),
    returns(error_factor, x=uniform(-2.5, -1.5), lr=uniform(0.04, 0.06), title="one fresh sample"),
    returns(epoch_factor, xs=five, lr=0.01, title="the epoch that ran away", public=True),
    returns(epoch_factor, xs=five, lr=0.003, title="the epoch that settled", public=True, points=0),
    returns(epoch_factor, xs=draw(fresh_samples), lr=uniform(0.05, 0.06),
        title="an epoch of four fresh samples"),
]
