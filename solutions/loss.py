r"""
# How wrong is a prediction?

A model has made its predictions, and the data say what the answers should have been. The **loss** puts into
one number how far apart the two are. Training will make this number small, so everything depends on working
it out rightly. This page builds on the forward pass; here the predictions are given to you.

**One sample.** The error is the prediction minus the target. An error of -3 is as bad as an error of 3, so
it is squared, which makes it positive and makes large errors count more than small ones:

    squared error = (prediction - y)²

With prediction 3 and target 6 the error is -3 and the squared error is 9.

**A batch of samples.** Every sample has its own squared error, and the loss of the batch is their mean:

    mean squared error = ( (p₁ - y₁)² + (p₂ - y₂)² + … + (pₙ - yₙ)² ) / n

With predictions 1, 2, 3 and targets 2, 4, 6 the errors are -1, -2, -3, their squares 1, 4, 9, and the loss
is 14 / 3 = 4.666… A mean does not grow with the number of samples, so batches of any size can be compared.

**Several outputs.** Some networks give several numbers for one sample. For these the course's last note
takes half of the sum, because the ½ cancels against the 2 that appears when a square is differentiated:

    half squared error = ½ · ( (o₁ - t₁)² + (o₂ - t₂)² + … )

With outputs 3, 1, 5 and targets 1, 2, 1 the errors are 2, -1, 4, and the loss is ½·(4 + 1 + 16) = 10.5.
Beware of trying this one on two outputs only: for two numbers half of the sum happens to be their mean. With
three it is not.

**What to write.** The three losses. Each returns one number. Try your file with
`python loss.py`, then hand it in.
"""

import numpy as np

from grader.author import alternative, returns, rewrite, slip, task, uniform


@task
def squared_error(prediction, y):
    """Return the squared error of one sample, a number.

    prediction, y: numbers.
    """
    return (prediction - y) ** 2


@task
def mean_squared_error(predictions, y):
    """Return the mean of the samples' squared errors, one number.

    predictions, y: arrays of shape (n,).
    """
    return np.mean((predictions - y) ** 2)


@task
def half_squared_error(outputs, targets):
    """Return half the sum of the outputs' squared errors, one number.

    outputs, targets: arrays of shape (k,), for two or more outputs.
    """
    return 0.5 * np.sum((outputs - targets) ** 2)


# ---- for instructors ------------------------------------------------------------------------------


@alternative(mean_squared_error)
def with_a_loop(predictions, y):
    total = 0
    for p, t in zip(predictions, y):
        total += (p - t) ** 2
    return total / len(y)


@alternative(mean_squared_error)
def with_tensors(predictions, y):
    import torch

    return torch.nn.functional.mse_loss(torch.from_numpy(predictions), torch.from_numpy(y))


def guesses_and_targets(rng, size):
    """Fresh guesses and targets; their errors have both signs and none is small."""
    signs = np.where(np.arange(size) % 2 == 0, -1.0, 1.0)
    targets = rng.uniform(-5, 5, size)
    return targets + signs * rng.uniform(1.5, 4, size), targets


def seven_samples(rng):
    """Inputs for the mean squared error."""
    predictions, y = guesses_and_targets(rng, 7)
    return {"predictions": predictions, "y": y}


def five_outputs(rng):
    """Inputs for half the sum."""
    outputs, targets = guesses_and_targets(rng, 5)
    return {"outputs": outputs, "targets": targets}


# fmt: off
target_first = rewrite(squared_error, ..., "error = y - prediction; return error * error")
with_a_dot_product = rewrite(mean_squared_error,
    ..., "error = predictions - y; return error @ error / error.size")
in_single_precision = rewrite(mean_squared_error,
    "(predictions - y) ** 2", "np.square(predictions.astype(np.float32) - y.astype(np.float32))")
with_einsum = rewrite(half_squared_error,
    ..., 'error = targets - outputs; return np.einsum("i,i->", error, error) / 2')
each_square_halved = rewrite(half_squared_error,
    ..., "return sum((o - t) ** 2 / 2 for o, t in zip(outputs, targets))")
not_squared = slip(squared_error, "(prediction - y) ** 2", "prediction - y").says("""
    Your loss can be negative. Would training, which makes it as small as it can, ever come to an end?
    Hint: The target is 6. Compare your loss for the predictions 3 and 6. Which of them should be smaller?
    Hint: You have the error. What does the story do with it?""")
absolute_error = slip(squared_error, "(prediction - y) ** 2", "abs(prediction - y)").says("""
    Your loss is never negative, which is good. How much worse than an error of 1 is an error of 3?
    Hint: In the worked number the error is -3. Compare your result with the story's.
    Hint: There is more than one way to lose the minus sign. Which one does the name of the function mention?
    """)
doubled_in_place_of_squared = slip(squared_error, "**", "*").says("""
    Your loss is negative where the prediction is too small. Can a square be negative?
    Hint: Work out the square of -3, and then what your code makes of -3.
    Hint: In Python `u * 2` and `u ** 2` differ by one star.""")
difference_of_squares = slip(squared_error, "(prediction - y) ** 2", "prediction**2 - y**2").says("""
    At prediction 3 and target 6 your loss is negative. In which order do you subtract and square?
    Hint: Work out (3 - 6)² and 3² - 6² by hand.
    Hint: A square covers the whole bracket. What stands in the bracket of the formula?""")
summed_not_averaged = slip(mean_squared_error, "np.mean", "np.sum").says("""
    Your loss grows with the number of samples, even if every sample is as good as before. Does a mean?
    Hint: Give your function every sample twice. What should happen to the loss?
    Hint: How many samples are there, and where does that number stand in the formula?""")
square_of_the_mean_error = slip(mean_squared_error, ..., "return np.mean(predictions - y) ** 2").says("""
    In your loss an error of 3 and an error of -3 add up to nothing. Are these two predictions perfect?
    Hint: Work out both by hand for the errors 1 and -1: their mean squared, and the mean of their squares.
    Hint: Two things happen to the errors, a square and a mean. Which comes first in the formula?""")
root_taken = slip(mean_squared_error, ..., "return np.sqrt(np.mean((predictions - y) ** 2))").says("""
    You go one step further than the formula. What is the last thing your function does?
    Hint: Square your result and compare it with the story's 14 / 3.
    Hint: There is a loss called RMSE. What does its first letter stand for, and does this page ask for it?
    """)
divided_by_one_too_few = slip(mean_squared_error,
    ..., "return np.sum((predictions - y) ** 2) / (len(y) - 1)").says("""
    Your loss is somewhat too large, and the more so the fewer samples there are. What do you divide by?
    Hint: Try it with two samples whose errors are both 1. What should their mean be?
    Hint: Statistics has a formula for a variance that divides by one less. Is this a variance?""")
averaged_twice = slip(mean_squared_error, ..., "return np.mean((predictions - y) ** 2) / len(y)").says("""
    Your loss shrinks when every sample is given twice. Would a mean?
    Hint: Count how often your code divides by the number of samples. A mean has one such division inside it.
    Hint: After the mean you hold one number. Which operation of yours still treats it as a sum?""")
every_prediction_with_every_target = slip(mean_squared_error,
    "predictions", "np.reshape(predictions, (-1, 1))").says("""
    Your mean is taken over more numbers than there are samples. Which pairs do you compare?
    Hint: Print the shape of your errors for three samples.
    Hint: A column of shape (n, 1) minus a row of shape (n,) is a table of n by n differences.""")
return_inside_the_loop = slip(with_a_loop, "    return", "        return").says("""
    Your loss knows one sample only; the others never get their turn. Which line ends your function?
    Hint: Put a print into your loop and count how often it runs for three samples.
    Hint: `return` leaves the whole function, not only this round of the loop. How far is it indented?""")
total_set_anew = slip(with_a_loop, "+=", "=").says("""
    Your loop visits every sample, yet your loss depends on one of them alone. What becomes of the others?
    Hint: Print your total in every round of the loop. Does it ever go down?
    Hint: Is each square added to the total, or does it take the total's place?""")
two_outputs_and_no_more = slip(half_squared_error,
    ..., "return 0.5 * (outputs[0] - targets[0]) ** 2 + 0.5 * (outputs[1] - targets[1]) ** 2").says("""
    Two of the outputs have a say in your loss. What if the network has three?
    Hint: Give your function three outputs and change the last one. Does your loss notice?
    Hint: Numbers such as 0 and 1 in the brackets are written for one length only.""")
half_forgotten = slip(half_squared_error, "0.5 *", "").says("""
    Your loss is off by a constant factor. Which number in front of the sum is left to account for?
    Hint: Compare your result for the worked number with the story's 10.5.
    Hint: The sum of the squares in the worked number is 21. What happens to it next?""")
mean_in_place_of_half = slip(half_squared_error, "0.5 * np.sum", "np.mean").says("""
    Your loss is right for two outputs and wrong for three. What is it that you divide by?
    Hint: Work out the worked number of the story, which has three outputs, by hand and with your code.
    Hint: The factor in the formula stays the same however many outputs there are. Does yours?""")
square_of_the_sum = slip(half_squared_error, ..., "return 0.5 * np.sum(outputs - targets) ** 2").says("""
    In your loss an output that is too large makes up for another that is too small. Should it?
    Hint: Work out both by hand for the errors 1 and -1: the sum of the squares, and the square of the sum.
    Hint: Two things happen to the errors, a square and a sum. Which comes first in the formula?""")
half_inside_the_square = slip(half_squared_error,
    ..., "return np.sum((0.5 * (outputs - targets)) ** 2)").says("""
    Your loss is half of what it should be, as if ½ had gone into the square. What is the square of ½?
    Hint: Work out (½·4)² and ½·4² by hand.
    Hint: Which is squared in the formula: the error, or half of the error?""")
checks = [
    returns(squared_error, prediction=3.0, y=6.0, title="one sample, predicted too low", public=True),
    returns(squared_error, prediction=uniform(2, 4), y=uniform(-3, -1),
        title="one fresh sample, predicted too high"),
    returns(mean_squared_error, predictions=np.array([1.0, 2.0, 3.0]), y=np.array([2.0, 4.0, 6.0]),
        title="three samples", public=True),
    returns(mean_squared_error,
        predictions=np.array([35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]),
        y=np.array([0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]),
        title="the thermometer of the notes before training", public=True),
    returns(mean_squared_error, inputs=seven_samples, title="seven fresh samples", points=2),
    returns(half_squared_error, outputs=np.array([0.4769, 0.5287]), targets=np.array([0.23, -0.07]),
        title="the two outputs of the notes", public=True),
    returns(half_squared_error, outputs=np.array([3.0, 1.0, 5.0]), targets=np.array([1.0, 2.0, 1.0]),
        title="three outputs", public=True),
    returns(half_squared_error, inputs=five_outputs, title="five fresh outputs", points=2),
]
