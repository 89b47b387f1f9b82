r"""
# One neuron learns AND

A neuron with two inputs weighs them, adds a bias, and answers yes where the sum is positive. Can it learn the
logical AND from examples? There are four of them, with 1 for yes and -1 for no:

    x1  x2  target
     1   0    -1
     0   1    -1
     0   0    -1
     1   1     1

This page builds on `manual_gradient`: there were one input and a mean over all samples, here are two inputs,
and the neuron learns from every sample as it comes. No library is used, not even NumPy: numbers are enough.

**Predicting.** The prediction is the sum, a plain number:

    p = w1·x1 + w2·x2 + b

It is a number, not yet an answer. The **decision** is 1 where the prediction is positive, and -1 where it is
not. Learning works with the prediction. A decision jumps from -1 to 1 and is flat everywhere else, so its
slope tells nothing.

**The slopes of one sample.** Its loss is (p - target)². Take the chain rule one link at a time. How does the
square change with p? And how does p change with w1, with w2, and with b? Multiply. There is no mean: the loss
is that of one sample.

**Learning.** An epoch goes through the samples in their order. At each of them: predict, take the three
slopes, move all three parameters against their slopes by the learning rate lr times the slope. The next
sample meets the moved parameters.

**One number worked out.** Let w1 = 0.666, w2 = 0.333, b = 0.233, lr = 0.01, and take the first sample, (1, 0)
with target -1. The prediction is 0.899, the error 1.899. The slopes are 3.798 for w1, 0 for w2 (whatever w2
is, it meets an input of 0) and 3.798 for b. So w1 becomes 0.62802, w2 stays, and b becomes 0.19502.

**What to expect.** After 20 epochs of the four samples the parameters are 0.4514, 0.2369 and -0.6116. The
predictions are -0.16, -0.37, -0.61 and 0.08: three no and one yes, which is AND. The table is right from
epoch 13 on. The predictions are far from -1 and 1 all the same, and they will stay so: no w1, w2 and b meet
all four targets, and the mean loss, 0.52 after 20 epochs, can never fall below 0.25. They only have to come
out on the right side of 0.

**What to write.** Prediction, decision, slopes, training. A sample is a triple (x1, x2, target). Try your
file with `python perceptron_and.py`, then hand it in.
"""

from grader.author import alternative, draw, misconception, returns, rewrite, scenario, slip, task

samples_of_and = [(1.0, 0.0, -1.0), (0.0, 1.0, -1.0), (0.0, 0.0, -1.0), (1.0, 1.0, 1.0)]


@task
def predict(x1, x2, w1, w2, b):
    """Return the prediction w1·x1 + w2·x2 + b, a number.

    x1, x2: the inputs, numbers.  w1, w2, b: the parameters, numbers.
    """
    return w1 * x1 + w2 * x2 + b


@task
def decide(prediction):
    """Return 1 where the prediction is positive, and -1 where it is not.

    prediction: a number.
    """
    return 1 if prediction > 0 else -1


@task
def slopes(x1, x2, target, prediction):
    """Return the slopes of the loss (prediction - target)² for w1, w2 and b, three numbers in this order.

    x1, x2, target: the sample, numbers.  prediction: what the neuron predicts for it, a number.
    """
    slope = 2 * (prediction - target)
    return slope * x1, slope * x2, slope


@task
def train(samples, w1, w2, b, lr, epochs):
    """Train with one update per sample, in order; return the parameters (w1, w2, b).

    samples: a list of triples (x1, x2, target).  w1, w2, b: the start, numbers.  lr: the learning rate.
    epochs: how many walks through the samples.
    """
    for _ in range(epochs):
        for x1, x2, target in samples:
            prediction = predict(x1, x2, w1, w2, b)
            dw1, dw2, db = slopes(x1, x2, target, prediction)
            w1, w2, b = w1 - lr * dw1, w2 - lr * dw2, b - lr * db
    return w1, w2, b


# ---- for instructors ------------------------------------------------------------------------------


def right_prediction(x1, x2, w1, w2, b):
    """Predict, whatever the student's own function does."""
    return w1 * x1 + w2 * x2 + b


def update(sample, w1, w2, b, lr):
    """Return the parameters after one right update."""
    x1, x2, target = sample
    slope = 2 * (right_prediction(x1, x2, w1, w2, b) - target)
    return w1 - lr * slope * x1, w2 - lr * slope * x2, b - lr * slope


@alternative(decide)
def with_an_early_return(prediction):
    if prediction <= 0:
        return -1.0
    return 1.0


@alternative(train)
def with_lists(samples, w1, w2, b, lr, epochs):
    parameters = [w1, w2, b]
    for _ in range(epochs):
        for sample in samples:
            inputs = [*sample[:2], 1.0]
            prediction = sum(p * value for p, value in zip(parameters, inputs))
            error = sample[2] - prediction
            parameters = [p + lr * 2 * error * value for p, value in zip(parameters, inputs)]
    return parameters


@alternative(train)
def number_by_number(samples, w1, w2, b, lr, epochs):
    for turn in range(epochs * len(samples)):
        x1, x2, target = samples[turn % len(samples)]
        found = slopes(x1, x2, target, predict(x1, x2, w1, w2, b))
        w1 -= lr * found[0]
        w2 -= lr * found[1]
        b -= lr * found[2]
    return w1, w2, b


@misconception(train)
def predicted_anew_for_each_parameter(samples, w1, w2, b, lr, epochs):
    """At the first sample your w1 moves rightly, and b does not. To which prediction does its slope belong?
    Hint: In the worked number b becomes 0.19502. What does it become in your code?
    Hint: All three slopes belong to one place. Has anything moved before you take the last one?"""
    for _ in range(epochs):
        for sample in samples:
            w1, _, _ = update(sample, w1, w2, b, lr)
            _, w2, _ = update(sample, w1, w2, b, lr)
            _, _, b = update(sample, w1, w2, b, lr)
    return w1, w2, b


def fresh_prediction(rng):
    """Draw two inputs and three parameters, all well apart; the sum is negative."""
    x1, x2, b = rng.uniform(1.0, 1.5), rng.uniform(2.0, 2.5), rng.uniform(0.6, 0.9)
    return {"x1": x1, "x2": x2, "w1": rng.uniform(0.3, 0.5), "w2": rng.uniform(-2.0, -1.5), "b": b}


def fresh_sample(rng):
    """Draw a sample and a prediction that is too small."""
    x1, x2 = rng.uniform(0.5, 0.9), rng.uniform(1.5, 2.0)
    return {"x1": x1, "x2": x2, "target": rng.uniform(2.0, 3.0), "prediction": rng.uniform(-1.0, -0.5)}


def fresh_training(rng):
    """Draw five samples of no particular rule, a start on the right side for some, and a learning rate."""
    x1 = rng.permutation([-1.5, -0.8, 0.6, 1.1, 1.9]) + rng.uniform(-0.1, 0.1, 5)
    x2 = rng.permutation([-1.7, -0.5, 0.4, 0.9, 1.4]) + rng.uniform(-0.1, 0.1, 5)
    targets = rng.permutation([-1.6, -1.0, 0.7, 1.3, 2.0]) + rng.uniform(-0.1, 0.1, 5)
    samples = [tuple(map(float, sample)) for sample in zip(x1, x2, targets, strict=True)]
    w1, w2, b = rng.uniform(0.2, 0.9, 3).tolist()
    return {"samples": samples, "w1": w1, "w2": w2, "b": b, "lr": rng.uniform(0.04, 0.06)}


def fresh_predictions(rng):
    """Draw predictions on both sides of 0, some of them near it."""
    return rng.permutation([-3.0, -0.3, 0.3, 0.6, 4.0, 6.0]) + rng.uniform(-0.2, 0.2, 6)


def decisions(program, rng, predictions):
    """Decide several times."""
    return {"decisions": [program.decide(float(prediction)) for prediction in predictions]}


def table_after(program, rng, samples, w1, w2, b, lr, epochs):
    """Train epoch by epoch with the mean loss over the samples noted, then go through the table."""
    losses = []
    for _ in range(epochs):
        errors = [program.predict(x1, x2, w1, w2, b) - target for x1, x2, target in samples]
        losses.append(sum(error**2 for error in errors) / len(errors))
        w1, w2, b = program.train(samples, w1, w2, b, lr, 1)
    predictions = [program.predict(x1, x2, w1, w2, b) for x1, x2, _ in samples]
    return {
        "mean_loss": losses,
        "predictions": predictions,
        "decisions": [program.decide(prediction) for prediction in predictions],
    }


# fmt: off
bias_first = rewrite(predict, "w1 * x1", "b", "w2", "x2", "x2", "w2", "b", "x1 * w1")
as_a_sum_of_products = rewrite(predict,
    "w1 * x1 + w2 * x2 + b", "sum(weight * value for weight, value in zip((w1, w2, b), (x1, x2, 1)))")
from_a_truth_value = rewrite(decide, ..., "return 2 * int(prediction > 0) - 1")
target_minus_prediction = rewrite(slopes,
    ..., "error = target - prediction; return [-2 * error * x1, -2 * error * x2, -2 * error]")
bias_left_out = slip(predict, "+ b", "").says("""
    Predict for the inputs 0 and 0. Does your answer depend on b?
    Hint: The sum has three terms. Count those in your code.""")
weights_exchanged = slip(predict, "w1", "w2", "w2", "w1").says("""
    With w1 = w2 your prediction is right. Predict for (1, 0): which weight should count?
    Hint: Compare the order of the arguments in the first line of your function with the way you use them.""")
decided_too_early = slip(predict, "w1", "1.0 if w1", "b", "b > 0 else -1.0").says("""
    You return an answer where a number is asked for. What would the slopes make of it?
    Hint: In the worked number the prediction is 0.899. What is yours?
    Hint: Which other function of this page turns a number into an answer?""")
inputs_multiplied = slip(predict, "+ w2", "* w2").says("""
    Predict for (1, 0). Does the first input count, if the second is 0?
    Hint: AND is what the neuron should learn. It is not to be built in: the two inputs are added up.""")
cut_off_at_zero = slip(predict, "w1 * x1 + w2 * x2 + b", "max(w1 * x1 + w2 * x2 + b, 0.0)").says("""
    None of your predictions is negative. How could the neuron come near a target of -1?
    Hint: With all weights 0 and b = -1, what should the prediction be?
    Hint: Cutting off at zero is called ReLU. There is none in this formula.""")
half_as_the_threshold = slip(decide, "0", "0.5").says("""
    A prediction of 0.08 is a yes. What is it in your function?
    Hint: Halfway between 0 and 1 is one thing, halfway between -1 and 1 another. Which targets are there?""")
zero_for_no = slip(decide, "-1", "0").says("""
    You say yes in the right places. Which number stands for no in the table of the story?
    Hint: Compare what you return for a prediction of -3 with the targets.""")
zero_taken_for_yes = slip(decide, ">", ">=").says("""
    Your decisions are right but for one prediction. Is 0 positive?
    Hint: What is the difference between `>` and `>=`?""")
answers_exchanged = slip(decide, "return", "return -", "-", "").says("""
    You say no where the neuron says yes. Try predictions of -3 and 3.
    Hint: Read your condition aloud, and then what you return where it holds.""")
two_is_missing = slip(slopes, "2 * (prediction - target)", "prediction - target").says("""
    All your slopes are off by one constant. Follow the exponent of the square.
    Hint: In the worked number the error is 1.899. What is the slope for b there?""")
uphill = slip(slopes, "prediction", "target", "target", "prediction").says("""
    All your slopes have the opposite sign. Where the prediction is too large, should b's be negative?
    Hint: The minus of "downhill" belongs into the update. A slope itself points uphill.
    Hint: Is your error the prediction minus the target, or the target minus the prediction?""")
inputs_left_out = slip(slopes, "* x1, slope * x2", ", slope").says("""
    Your three slopes are the same number. Does the sample (1, 0) say anything about w2?
    Hint: Set x2 = 0 and move w2. Does the prediction change?
    Hint: The chain has two links. Which of them depends on the parameter?""")
bias_without_a_slope = slip(slopes, "x2, slope", "x2, 0.0").says("""
    Your bias never moves. Does the prediction not depend on it?
    Hint: Move b by 0.01. By how much does the prediction change?""")
bias_tied_to_the_inputs = slip(slopes, "x2, slope", "x2, slope * (x1 + x2)").says("""
    For the sample (0, 0) all your slopes are 0, although the prediction may be far off. Who could mend it?
    Hint: What stands beside b in w1·x1 + w2·x2 + b? Write the product out.""")
target_left_out = slip(slopes, "prediction - target", "prediction").says("""
    Your slopes are the same for a yes and for a no. Is the loss?
    Hint: Where should the slopes be zero: at prediction 0, or where the prediction meets the target?""")
slopes_in_the_inputs = slip(slopes, "x1", "x2", "x2", "x1").says("""
    You multiply by what you should multiply with something else. What stands beside w1 in the prediction?
    Hint: In the worked number the slope for w2 is 0, since its input is. What makes yours something else?""")
one_update_per_epoch = slip(train, "in samples:", "in samples[-1:]:").says("""
    Count how often your parameters move in one epoch of four samples.
    Hint: Train one epoch on (1, 0, -1), (1, 1, 1), then on (0, 1, -1), (1, 1, 1). Is there a difference?
    Hint: Which of your two loops does the update stand in? Look at how far it is indented.""")
slopes_gathered_over_the_epoch = slip(train,
    "for x1, x2, target in samples:", "old = w1, w2, b\n        for x1, x2, target in samples:",
    "predict(x1, x2, w1, w2, b)", "predict(x1, x2, *old)").says("""
    All samples of your epoch meet the same parameters. What should the first have done for the second?
    Hint: With a single sample your training is right. Print w1 after each of two samples.
    Hint: Moving once per epoch, by all slopes together, is the method of `thermometer`.""")
predictions_of_the_start = slip(train,
    "for _ in range(epochs):", "start = w1, w2, b\n    for _ in range(epochs):",
    "predict(x1, x2, w1, w2, b)", "predict(x1, x2, *start)").says("""
    Your first update is right. Which parameters make the predictions after it: the moved ones?
    Hint: With a single sample, print the prediction in every epoch. Does it change?""")
only_mistakes_count = slip(train,
    "w1, w2, b = w1", "if prediction * target <= 0:\n                w1, w2, b = w1").says("""
    Your neuron stops learning from a sample once it is on the right side. Is its loss zero there?
    Hint: At w1 = w2 = 0, b = -0.5 every no is right already. Should the sample (0, 0, -1) still move b?
    Hint: The rule that learns from mistakes only is another one, and older. This page follows the slope.""")
rule_of_the_perceptron = slip(train, "prediction)", "decide(prediction))",
    "w1 - lr * dw1, w2 - lr * dw2, b - lr * db",
    "w1 - lr / 2 * dw1, w2 - lr / 2 * dw2, b - lr / 2 * db").says("""
    You learn from the difference between target and decision. This page learns from a slope.
    Hint: In the worked number the error is 1.899. Print yours: can it be anything but -2, 0 and 2?
    Hint: Your rule is older than gradient descent, and it is no mistake elsewhere. What does it not need?""")
error_of_the_decision = slip(train, "prediction)", "decide(prediction))").says("""
    You compare the target with the decision. How far off is a prediction of 0.899 if the target is -1?
    Hint: In the worked number the error is 1.899. Print yours.
    Hint: Does the decision change when w1 moves a little? Which of the two can be differentiated?""")
bias_stays = slip(train, "b - lr * db", "b").says("""
    Print all three parameters after an epoch. Has each of them moved?
    Hint: With the bias at 0.233 the neuron says yes to (0, 0). Which parameter could change that?""")
uphill_step = slip(train, ..., "return train(samples, w1, w2, b, -lr, epochs)").says("""
    Train on one sample for two epochs. Does the prediction come nearer to its target?
    Hint: A positive slope says that a larger parameter makes the loss larger. Which way do you want to go?
    """)
back_after_the_first_epoch = slip(train, ..., "return train(samples, w1, w2, b, lr, 1)").says("""
    Ask for 2 epochs and for 20. Does it make a difference?
    Hint: At which line does your function end, and how often has the outer loop run by then?""")
back_after_the_first_sample = slip(train, ..., "return update(samples[0], w1, w2, b, lr)").says("""
    Your training has seen one sample when it comes back. Which line sends it home?
    Hint: Put a print into your inner loop and count how often it runs for four samples.""")
samples_of_its_own = slip(train, ..., "return train(samples_of_and, w1, w2, b, lr, epochs)").says("""
    You are given samples and learn from others. Where does your loop take them from?
    Hint: Train on the single sample (1, 1, 5). Do the parameters notice the 5?
    Hint: A name from outside stays the same at every call. Which names does your loop take from outside?""")
parameters = ["w1", "w2", "b"]
checks = [
    returns(predict, x1=1.0, x2=0.0, w1=0.666, w2=0.333, b=0.233, title="the prediction for 1 and 0",
        public=True),
    returns(predict, x1=-1.0, x2=2.0, w1=0.5, w2=-0.25, b=-0.5, title="a prediction below zero", public=True),
    returns(predict, inputs=fresh_prediction, title="a fresh prediction"),
    scenario(decide, predictions=[-3.0, -0.4, 0.0, 0.08, 3.0], title="five decisions",
        public=True)(decisions),
    scenario(decide, predictions=draw(fresh_predictions), title="six fresh decisions")(decisions),
    returns(slopes, x1=1.0, x2=0.0, target=-1.0, prediction=0.899, names=parameters,
        title="the slopes of the first sample", public=True),
    returns(slopes, x1=1.0, x2=3.0, target=1.0, prediction=0.5, names=parameters,
        title="the slopes of another sample", public=True),
    returns(slopes, inputs=fresh_sample, names=parameters, title="the slopes of a fresh sample"),
    returns(train, samples=samples_of_and, w1=0.666, w2=0.333, b=0.233, lr=0.01, epochs=1, names=parameters,
        title="one epoch of AND", uses=[predict, slopes], public=True),
    returns(train, samples=samples_of_and, w1=0.666, w2=0.333, b=0.233, lr=0.01, epochs=20, names=parameters,
        title="twenty epochs of AND", uses=[predict, slopes], public=True),
    returns(train, inputs=fresh_training, epochs=3, names=parameters,
        title="three epochs of five fresh samples", uses=[predict, slopes], points=2),
    scenario(train, predict, decide, slopes, samples=samples_of_and, w1=0.666, w2=0.333, b=0.233, lr=0.01,
        epochs=20, title="the table of AND after twenty epochs", curve="mean_loss", public=True)(table_after),
]
