# kind: wrong
# task: forward_with_bias
# truth: w and b have each other's role: x is multiplied by b and w is added.
# line: 52
# foreseen: unknown
r"""
# A line as a model

A model turns what you know into a guess of what you want to know. The simplest model that can learn anything
is a line through the origin, $\hat y = w x$:

    ŷ = w·x

x is the **input**, ŷ (read "y hat") is the **prediction**, and w is the **weight**, the steepness of the
line. The input comes from the data. The weight belongs to the model: training will turn it, step by step,
until the predictions fit. Working out the prediction for a given weight is called the **forward pass**.
Everything else in this course (the loss, the slopes, the steps) begins with it.

**One number worked out.** With w = 2 and x = 4 the prediction is 2·4 = 8. With w = -2 it is -8: a weight may
well be negative, and so may a prediction.

A line through the origin has to say 0 at x = 0, and many things in the world do not. So a second parameter
is added, the **bias** b, which lifts or lowers the whole line:

    ŷ = w·x + b

**A second number worked out.** A thermometer: degrees Fahrenheit are 1.8 times degrees Celsius, plus 32. So
w = 1.8 and b = 32, and at x = 10 the prediction is 1.8·10 + 32 = 18 + 32 = 50.

**Many samples at once.** Data come as a NumPy array with one input per sample. Arithmetic between a number
and an array happens at every entry, and the result is an array of the same length:

    np.array([1.0, 2.0, 3.0]) - 10    is    np.array([-9.0, -8.0, -7.0])

This is called **broadcasting**: the one number is spread over all samples. There are as many predictions as
samples, each made from its own input and the same parameters.

**What to write.** The two forward passes. `x_data` below holds five inputs to play with; your functions must
work with whatever they are given. Try your file with `python forward.py`, then hand it in.
"""
import numpy as np
x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


def forward(x, w):
    """Return the prediction of the line w·x through the origin, one for every input."""
    return w * x


def forward_with_bias(x, w, b):
    """Return the prediction of the line w·x + b, one for every input."""
    return b * x + w


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
        ('one input', lambda: named(['forward'], forward(4.0, 2.0)), {'forward': '8'}),
        ('five inputs', lambda: named(['forward'], forward(np.array([1.0, 2.0, 3.0, 4.0, 5.0]), 1.5)), {'forward': '[1.5, 3, 4.5, 6, 7.5]'}),
        ('from Celsius to Fahrenheit', lambda: named(['forward_with_bias'], forward_with_bias(np.array([-40.0, 0.0, 10.0, 100.0]), 1.8, 32.0)), {'forward_with_bias': '[-40, 32, 50, 212]'}),
        ('the fitted thermometer of the notes', lambda: named(['forward_with_bias'], forward_with_bias(np.array([3.57, 5.59, 5.82, 8.19, 5.63, 4.89, 3.39, 2.18, 4.84, 6.04, 6.84]), 4.0435, -9.8084)), {'forward_with_bias': '[4.62689, 12.7948, 13.7248, 23.3079, 12.9565, 9.96431, 3.89907, -0.99357, 9.76214, 14.6143, 17.8491]'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
