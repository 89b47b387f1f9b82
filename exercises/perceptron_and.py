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

# This exercise is solved without torch.


samples_of_and = [(1.0, 0.0, -1.0), (0.0, 1.0, -1.0), (0.0, 0.0, -1.0), (1.0, 1.0, 1.0)]


def predict(x1, x2, w1, w2, b):
    """Return the prediction w1·x1 + w2·x2 + b, a number.

    x1, x2: the inputs, numbers.  w1, w2, b: the parameters, numbers.
    """
    raise NotImplementedError("Write predict.")


def decide(prediction):
    """Return 1 where the prediction is positive, and -1 where it is not.

    prediction: a number.
    """
    raise NotImplementedError("Write decide.")


def slopes(x1, x2, target, prediction):
    """Return the slopes of the loss (prediction - target)² for w1, w2 and b, three numbers in this order.

    x1, x2, target: the sample, numbers.  prediction: what the neuron predicts for it, a number.
    """
    raise NotImplementedError("Write slopes.")


def train(samples, w1, w2, b, lr, epochs):
    """Train with one update per sample, in order; return the parameters (w1, w2, b).

    samples: a list of triples (x1, x2, target).  w1, w2, b: the start, numbers.  lr: the learning rate.
    epochs: how many walks through the samples.
    """
    raise NotImplementedError("Write train.")


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
        ('the prediction for 1 and 0', lambda: named(['predict'], predict(1.0, 0.0, 0.666, 0.333, 0.233)), {'predict': '0.899'}),
        ('a prediction below zero', lambda: named(['predict'], predict(-1.0, 2.0, 0.5, -0.25, -0.5)), {'predict': '-1.5'}),
        ('the slopes of the first sample', lambda: named(['w1', 'w2', 'b'], slopes(1.0, 0.0, -1.0, 0.899)), {'w1': '3.798', 'w2': '0', 'b': '3.798'}),
        ('the slopes of another sample', lambda: named(['w1', 'w2', 'b'], slopes(1.0, 3.0, 1.0, 0.5)), {'w1': '-1', 'w2': '-3', 'b': '-1'}),
        ('one epoch of AND', lambda: named(['w1', 'w2', 'b'], train([(1.0, 0.0, -1.0,), (0.0, 1.0, -1.0,), (0.0, 0.0, -1.0,), (1.0, 1.0, 1.0,)], 0.666, 0.333, 0.233, 0.01, 1)), {'w1': '0.626587', 'w2': '0.301007', 'b': '0.139738'}),
        ('twenty epochs of AND', lambda: named(['w1', 'w2', 'b'], train([(1.0, 0.0, -1.0,), (0.0, 1.0, -1.0,), (0.0, 0.0, -1.0,), (1.0, 1.0, 1.0,)], 0.666, 0.333, 0.233, 0.01, 20)), {'w1': '0.45143', 'w2': '0.236903', 'b': '-0.611636'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
