# kind: wrong
# task: squared_error
# truth: squared_error doubles the error instead of squaring it.
# line: 44
# foreseen: unknown
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


def squared_error(prediction, y):
    """Return the squared error of one sample, a number."""
    return (prediction - y) * 2


def mean_squared_error(predictions, y):
    """Return the mean of the samples' squared errors, one number."""
    return np.mean((predictions - y) ** 2)


def half_squared_error(outputs, targets):
    """Return half the sum of the outputs' squared errors, one number."""
    return np.sum((outputs - targets) ** 2) / 2


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
        ('one sample, predicted too low', lambda: named(['squared_error'], squared_error(3.0, 6.0)), {'squared_error': '9'}),
        ('three samples', lambda: named(['mean_squared_error'], mean_squared_error(np.array([1.0, 2.0, 3.0]), np.array([2.0, 4.0, 6.0]))), {'mean_squared_error': '4.66667'}),
        ('the thermometer of the notes before training', lambda: named(['mean_squared_error'], mean_squared_error(np.array([35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]), np.array([0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]))), {'mean_squared_error': '1763.88'}),
        ('the two outputs of the notes', lambda: named(['half_squared_error'], half_squared_error(np.array([0.4769, 0.5287]), np.array([0.23, -0.07]))), {'half_squared_error': '0.209701'}),
        ('three outputs', lambda: named(['half_squared_error'], half_squared_error(np.array([3.0, 1.0, 5.0]), np.array([1.0, 2.0, 1.0]))), {'half_squared_error': '10.5'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
