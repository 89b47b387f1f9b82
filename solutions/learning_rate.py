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

from grader.author import alternative, draw, misconception, returns, scenario, task, uniform


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


@alternative(curvature)
def from_the_design_matrix(x):
    design = np.stack([x, np.ones_like(x)], axis=1)
    return 2 * design.T @ design / len(x)


@alternative(curvature)
def with_a_loop(x):
    total = np.zeros((2, 2))
    for xi in x:
        total += [[2 * xi * xi, 2 * xi], [2 * xi, 2]]
    return total / x.size


@alternative(largest_rate)
def from_all_eigenvalues(hessian):
    return 2.0 / max(abs(np.linalg.eigvals(hessian)))


@alternative(largest_rate)
def by_the_spectral_norm(hessian):
    return 2 * np.linalg.norm(np.linalg.inv(hessian), -2)


@alternative(steepest_factor)
def smallest_of_the_factors(hessian, lr):
    return np.linalg.eigvalsh(np.eye(len(hessian)) - lr * hessian)[0]


@alternative(observed_factor)
def ratio_of_roots(losses):
    before, after = losses[-2:]
    return after**0.5 / before**0.5


@alternative(error_factor)
def from_the_slopes(x, lr):
    slopes = np.array([x * x, x, 1.0])
    return 1 - lr * 2 * slopes @ slopes


@alternative(epoch_factor)
def column_by_column(xs, lr):
    columns = []
    for d in np.eye(3):
        for x in xs:
            a = np.array([x * x, x, 1.0])
            d = d - 2 * lr * a * (a @ d)
        columns.append(d)
    return max(abs(value) for value in np.linalg.eigvals(np.array(columns)))


@misconception(curvature)
def half_as_curved(x):
    """Your curvatures are off by one constant. How fast does the slope of a square change?

    Hint: Differentiate (w·x + b - y)² twice in b. What is left?
    Hint: The corner that belongs to b alone does not depend on x. The story gives it for the thermometer.
    """
    return np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])


@misconception(curvature)
def summed_not_averaged(x):
    """Your curvatures grow with the number of samples. Does the mean squared error?

    Hint: Give it every sample twice. What should change?
    Hint: Look at the corner of b. Is it 2, or 2 for each sample?
    """
    return 2 * np.array([[np.sum(x * x), np.sum(x)], [np.sum(x), len(x)]])


@misconception(curvature)
def square_of_the_mean(x):
    """For one sample your matrix is right. Take x = -1 and 1: is the valley flat in w?

    Hint: Work out both by hand for 1 and 3: the mean of the squares, and the square of the mean.
    """
    return 2 * np.array([[np.mean(x) ** 2, np.mean(x)], [np.mean(x), 1.0]])


@misconception(curvature)
def no_corners(x):
    """Your matrix says that the slope in w does not care about b. Does it?

    Hint: dL/dw is the mean of 2·(w·x + b - y)·x. How fast does it change when b does?
    """
    return 2 * np.diag([np.mean(x * x), 1.0])


@misconception(curvature)
def b_before_w(x):
    """Your numbers are right, but two of them stand in each other's place.

    Hint: Read in the docstring which parameter comes first.
    """
    return 2 * np.array([[1.0, np.mean(x)], [np.mean(x), np.mean(x * x)]])


@misconception(curvature)
def inputs_centred(x):
    """Move all inputs by 10. Your matrix stays as it is; does the valley?

    Hint: Which mean did you take: that of the squares of x, or of the squares of what is left of x?
    """
    return 2 * np.array([[np.var(x), np.mean(x)], [np.mean(x), 1.0]])


@misconception(largest_rate)
def flattest_direction(hessian):
    """Your rate suits the flattest direction. What happens in the steepest with it?

    Hint: For the worked number the eigenvalues are 9 and 4. Work out the factor of each with your rate.
    Hint: In which order does `np.linalg.eigvalsh` return them?
    """
    return 2 / np.linalg.eigvalsh(hessian)[0]


@misconception(largest_rate)
def where_the_factor_is_zero(hessian):
    """With your rate the steepest direction arrives in a single step. It may be longer than that.

    Hint: Between which two numbers may the factor lie? You have found the rate for the one in the middle.
    """
    return 1 / np.linalg.eigvalsh(hessian)[-1]


@misconception(largest_rate)
def sum_of_the_curvatures(hessian):
    """Your rate is somewhat too short: it would be right if one direction had all the curvature.

    Hint: For the worked number you get 2/13. Where does the 13 come from?
    Hint: The sum of the diagonal is the sum of the eigenvalues. Which of them sets the limit?
    """
    return 2 / np.trace(hessian)


@misconception(largest_rate)
def largest_entry(hessian):
    """The steepest direction need not be that of a parameter. What does your rate leave out of the matrix?

    Hint: For the worked number you get 2/8. Do the 2 in the corners not matter?
    Hint: The story names a function that finds the curvature of the steepest direction of all.
    """
    return 2 / np.max(np.diag(hessian))


@misconception(largest_rate)
def upside_down(hessian):
    """The steeper the valley, the longer your step may be. Should it not be the other way round?

    Hint: For the worked number you get 4.5 and the story 2/9.
    """
    return np.linalg.eigvalsh(hessian)[-1] / 2


@misconception(steepest_factor)
def size_of_the_factor(hessian, lr):
    """Your factor is never negative. Does the error stay on one side?

    Hint: For the worked number with lr = 0.3 the story gets -1.7.
    """
    return abs(1 - lr * np.linalg.eigvalsh(hessian)[-1])


@misconception(steepest_factor)
def factor_of_the_flattest(hessian, lr):
    """Your factor is that of the flattest direction.

    Hint: For the worked number with lr = 0.3 there are two factors, -1.7 and -0.2. Which is asked for?
    """
    return 1 - lr * np.linalg.eigvalsh(hessian)[0]


@misconception(steepest_factor)
def part_that_is_taken_away(hessian, lr):
    """You return how much of the error a step takes away. What is left of it?

    Hint: With lr = 0 nothing happens to the error. By which factor is it multiplied then?
    """
    return lr * np.linalg.eigvalsh(hessian)[-1]


@misconception(steepest_factor)
def two_once_more(hessian, lr):
    """Your factor reaches -1 at half of the largest rate. Where should it?

    Hint: The 2 of the square is in the matrix already. Is there a second one in your formula?
    """
    return 1 - 2 * lr * np.linalg.eigvalsh(hessian)[-1]


@misconception(steepest_factor)
def factor_of_the_loss(hessian, lr):
    """You return what happens to the loss. What happens to the error?

    Hint: The loss is made of the square of the error. Which of the two doubles when the factor is -2?
    """
    return (1 - lr * np.linalg.eigvalsh(hessian)[-1]) ** 2


@misconception(observed_factor)
def ratio_of_the_losses(losses):
    """You return by how much the loss grew. By how much did the error grow?

    Hint: If the error doubles, what does its square do?
    """
    return losses[-1] / losses[-2]


@misconception(observed_factor)
def first_step(losses):
    """You look at the first step of the training. Which one is asked for?

    Hint: At the start the flat direction still has its say. At the end only one is left.
    """
    return np.sqrt(losses[1] / losses[0])


@misconception(observed_factor)
def whole_training(losses):
    """You compare the last loss with the first. How many steps lie between them?

    Hint: For two losses your answer is right. Which two of a longer list make one step?
    """
    return np.sqrt(losses[-1] / losses[0])


@misconception(observed_factor)
def turned_round(losses):
    """A training that grows gets a factor below 1 from you.

    Hint: For the losses 1 and 4 the error has doubled. What do you return?
    """
    return np.sqrt(losses[-2] / losses[-1])


@misconception(error_factor)
def two_is_missing(x, lr):
    """Your factor is too near to 1. Follow the exponent of the squared error into its slope.

    Hint: At x = 0 only b matters. One step changes b by lr times the slope of (b - y)². How much is that?
    """
    return 1 - lr * (x**4 + x**2 + 1)


@misconception(error_factor)
def slopes_counted_once(x, lr):
    """At x = 1 your factor is right, at x = 5 it is not. A parameter's slope counts twice: where?

    Hint: The step moves w1 by something with x². This moves the prediction by w1's move times … what?
    Hint: In the story, 5 leads to 651. To which number does it lead in your code?
    """
    return 1 - 2 * lr * (x**2 + x + 1)


@misconception(error_factor)
def bias_left_out(x, lr):
    """At x = 0 your factor is 1: the error stays. Is there no parameter that could mend it?

    Hint: The model has three parameters. Count the terms in your bracket.
    """
    return 1 - 2 * lr * (x**4 + x**2)


@misconception(error_factor)
def growing(x, lr):
    """Your factor is above 1 even for a tiny lr. Does every step make the error larger?

    Hint: A step goes against the slope. Which sign does this give what it does to the error?
    """
    return 1 + 2 * lr * (x**4 + x**2 + 1)


@misconception(error_factor)
def without_its_sign(x, lr):
    """Your factor is never negative. Does the error stay on one side?

    Hint: At x = 5 with lr = 0.01 the story gets -12.02.
    """
    return abs(1 - 2 * lr * (x**4 + x**2 + 1))


@misconception(epoch_factor)
def product_of_the_error_factors(xs, lr):
    """You multiply what each sample does to its own error. What does the second sample do to the first one's?

    Hint: With lr = 0.003 your product for the five samples is 0.72 in size, the story's 0.998.
    Hint: For each sample the parameters have three directions. How many does one number describe?
    """
    return abs(np.prod([error_factor_of(x, lr) for x in xs]))


def error_factor_of(x, lr):
    """Return what one sample's step does to its own error, whatever the student's own function does."""
    return 1 - 2 * lr * (x**4 + x**2 + 1)


@misconception(epoch_factor)
def matrices_added_up(xs, lr):
    """You add up what the samples do to the parameters. They come one after the other; is that a sum?

    Hint: With lr = 0 nothing happens in an epoch. Which factor should that give for five samples?
    Hint: The second sample works on what the first has left. Which operation does that to two matrices?
    """
    return np.max(np.abs(np.linalg.eigvals(sum(after_each_sample(xs, lr)))))


@misconception(epoch_factor)
def all_steps_at_once(xs, lr):
    """You add up the steps of all samples, as if each began where the epoch began. Does it?

    Hint: With one sample your factor is right. From where does the second sample step?
    Hint: Multiply the matrices of two samples out: beside the two steps there is another term.
    """
    steps = sum(one - np.eye(3) for one in after_each_sample(xs, lr))
    return np.max(np.abs(np.linalg.eigvals(np.eye(3) + steps)))


@misconception(epoch_factor)
def one_step_of_the_mean(xs, lr):
    """You let all samples take one step together. That is the method of `thermometer`, not of `quadratic`.

    Hint: With one sample your factor is right. How many steps has an epoch of five?
    """
    mean = sum(after_each_sample(xs, lr)) / len(xs)
    return np.max(np.abs(np.linalg.eigvals(mean)))


@misconception(epoch_factor)
def largest_with_its_sign(xs, lr):
    """Where an eigenvalue is far below zero, you take another one. How fast does its direction grow?

    Hint: For the five samples with lr = 0.01 you get 1.005. The story has 24.5.
    Hint: Print all three eigenvalues. Which is the largest if signs don't count?
    """
    return np.max(np.real(np.linalg.eigvals(whole_epoch(xs, lr))))


@misconception(epoch_factor)
def smallest_eigenvalue(xs, lr):
    """You return the eigenvalue of the direction that is done first. Which one decides in the long run?

    Hint: Print the absolute values of all three eigenvalues and compare them with the story's.
    """
    return np.min(np.abs(np.linalg.eigvals(whole_epoch(xs, lr))))


@misconception(epoch_factor)
def largest_stretch(xs, lr):
    """You return how much one epoch can stretch the errors at most. Does it do so again in the next?

    Hint: For a matrix that is not symmetric, its norm and its largest eigenvalue are two numbers.
    Hint: The story names the function of NumPy that it took the eigenvalues with.
    """
    return np.linalg.norm(whole_epoch(xs, lr), 2)


@misconception(epoch_factor)
def only_the_last_sample(xs, lr):
    """Your epoch knows one sample. What has become of the others?

    Hint: Print your matrix in every round of the loop. Does the old one have a part in the new one?
    """
    return np.max(np.abs(np.linalg.eigvals(after_each_sample(xs, lr)[-1])))


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
    scenario(
        largest_rate,
        curvature,
        x=t_u,
        y=t_c,
        part=0.95,
        steps=40,
        title="the thermometer just below its largest rate",
        curve="losses",
        public=True,
    )(losses_at),
    scenario(
        largest_rate,
        curvature,
        x=t_u,
        y=t_c,
        part=1.02,
        steps=40,
        title="the thermometer just above its largest rate",
        curve="losses",
        public=True,
        points=0,
    )(losses_at),
    returns(
        steepest_factor, hessian=worked, lr=0.3, title="the steepest factor of the worked matrix", public=True
    ),
    returns(
        steepest_factor,
        hessian=draw(fresh_hessian),
        lr=uniform(0.35, 0.5),
        title="the steepest factor of a fresh matrix",
    ),
    returns(
        observed_factor,
        losses=[1763.884766, 5802484.5, 19408029696.0],
        title="the factor in the losses of the notes",
        public=True,
    ),
    returns(observed_factor, losses=draw(fresh_losses), title="the factor in fresh losses"),
    scenario(
        observed_factor,
        steepest_factor,
        x=t_u,
        y=t_c,
        lr=0.01,
        steps=5,
        title="predicted and observed",
        public=True,
    )(predicted_and_observed),
    returns(error_factor, x=5.0, lr=0.01, title="one sample at 5", public=True),
    returns(error_factor, x=uniform(-2.5, -1.5), lr=uniform(0.04, 0.06), title="one fresh sample"),
    returns(epoch_factor, xs=five, lr=0.01, title="the epoch that ran away", public=True),
    returns(epoch_factor, xs=five, lr=0.003, title="the epoch that settled", public=True, points=0),
    returns(
        epoch_factor,
        xs=draw(fresh_samples),
        lr=uniform(0.05, 0.06),
        title="an epoch of four fresh samples",
    ),
]
