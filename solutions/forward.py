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

from grader.author import alternative, draw, integers, returns, rewrite, slip, task, uniform

x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


@task
def forward(x, w):
    """Return the prediction of the line w·x through the origin, one for every input.

    x: a number, or an array of shape (n,).  w: a number.  Returns a number or an array, like x.
    """
    return w * x


@task
def forward_with_bias(x, w, b):
    """Return the prediction of the line w·x + b, one for every input.

    x: an array of shape (n,).  w, b: numbers.  Returns an array of shape (n,).
    """
    return w * x + b


# ---- for instructors ------------------------------------------------------------------------------


@alternative(forward)
def with_a_loop(x, w):
    if np.ndim(x) == 0:
        return x * w
    predictions = np.zeros(len(x))
    for i in range(len(x)):
        predictions[i] = w * x[i]
    return predictions


@alternative(forward_with_bias)
def with_tensors(x, w, b):
    import torch

    return torch.addcmul(torch.tensor(b), torch.tensor(w), torch.from_numpy(x))


def both_signs(size):
    """Fresh inputs of both signs, none of them near zero."""
    signs = np.where(np.arange(size) % 2 == 0, 1.0, -1.0)
    return draw(lambda rng: signs * rng.uniform(0.5, 3, size))


# fmt: off
by_multiply = rewrite(forward, "w * x", "np.multiply(x, w)")
with_a_list = rewrite(forward_with_bias, "w * x + b", "[b + w * xi for xi in x]")
with_a_matrix = rewrite(forward_with_bias,
    "w * x + b", "np.stack([x, np.ones_like(x)], axis=1) @ np.array([w, b])")
in_single_precision = rewrite(forward_with_bias, "w", "np.float32(w)", "x", "x.astype(np.float32)",
    "b", "np.float32(b)")
raised_to_a_power = slip(forward, "w * x", "w**x").says("""
    With w = 1 your prediction is 1 wherever you look. Is that what the line 1·x says?
    Hint: Print your predictions for w = 2 and x = 1, 2, 3, 4. Do the four points lie on a straight line?
    Hint: Python has an operation with one star and another with two. Which of them is in ŷ = w·x?""")
added_in_place_of_multiplied = slip(forward, "w * x", "w + x").says("""
    When w grows, your line moves up. Should it move up, or become steeper?
    Hint: What does a line through the origin say at x = 0? What does yours say there?
    Hint: What does the dot in w·x stand for?""")
weight_ignored = slip(forward, "w * x", "x").says("""
    Your prediction is the same for every weight. What could training change, then?
    Hint: Call your function with x = 3 and w = 1, then with x = 3 and w = 10, and compare.
    Hint: Look through the body of your function for its argument w.""")
data_of_the_page = slip(forward, "x", "x_data").says("""
    You are asked about some inputs and answer about others. Where does your function take its x from?
    Hint: Call your function with x = 100. Does the 100 show in the result?
    Hint: A name from outside stays the same at every call. Which names does your function take from outside?
    """)
summed_over_the_samples = slip(forward, "w * x", "np.sum(w * x)").says("""
    You return one number for a whole array of inputs. How many predictions do three inputs have?
    Hint: Compare the shape of your result with the shape of x.
    Hint: A dot product adds its terms up. Is there a sum in ŷ = w·x?""")
return_inside_the_loop = slip(forward,
    "return w * x", "for xi in np.atleast_1d(x):\n        return w * xi").says("""
    You answer for one sample, and the others never get their turn. Which line ends your function?
    Hint: Put a print into your loop and count how often it runs for an array of three inputs.
    Hint: `return` leaves the whole function, not only this round of the loop. How far is it indented?""")
negative_predictions_cut_off = slip(forward, "w * x", "np.maximum(w * x, 0)").says("""
    No prediction of yours is below zero. Does the line w·x stop at zero?
    Hint: Work out w·x by hand for w = 2 and x = -3, and compare it with your function.
    Hint: Cutting off at zero is called ReLU. It will come in a later network; there is none in this formula.
    """)
negative_weights_cut_off = slip(forward, "w", "np.maximum(w, 0)").says("""
    Your line can rise, but it never falls. What happens to a weight of -2 inside your function?
    Hint: Work out w·x by hand for w = -2 and x = 3, and compare it with your function.
    Hint: A weight is used as it is given. What do you do to it before you multiply?""")
bias_forgotten = slip(forward_with_bias, "w * x + b", "w * x").says("""
    Your prediction is the same for every b. What does b do to the line?
    Hint: What should the prediction be at x = 0? What is yours?
    Hint: Look through the body of your function for its argument b.""")
bias_multiplied = slip(forward_with_bias, "+", "*").says("""
    At x = 0 your prediction is 0 whatever b is. What does the Fahrenheit scale say at 0 degrees Celsius?
    Hint: With w = 1.8, b = 32 and x = 10 the story gets 50. Which of your operations leads elsewhere?
    Hint: How does b enter the formula: does it stretch the line, or lift it?""")
bias_inside_the_bracket = slip(forward_with_bias, "w * x + b", "w * (x + b)").says("""
    Your bias is stretched by the weight. Multiply your expression out: is it w·x + b?
    Hint: At x = 0 the prediction should not depend on w. Does yours?
    Hint: Multiplication goes before addition, unless brackets say otherwise. Do yours?""")
weight_and_bias_exchanged = slip(forward_with_bias, "w", "b", "b", "w").says("""
    One of your two parameters does the work of the other. Which one makes the line steeper?
    Hint: Set x = 0 and compare your prediction with w and with b. Which one should be left?
    Hint: Compare the order of the arguments in the first line of your function with the way you use them.""")
every_input_with_every_bias = slip(forward_with_bias, "x", "np.reshape(x, (-1, 1))",
    "b", "np.full(len(x), b)").says("""
    From n inputs come n predictions. How many numbers are in your result?
    Hint: Print the shape of w·x and the shape of what you add to it.
    Hint: NumPy spreads a column of shape (n, 1) and a row of shape (n,) over a whole n by n table.""")
only_the_last_sample = slip(forward_with_bias, "x + b", "x[-1] + b").says("""
    Your loop visits every sample, but only one prediction comes out. What happened to the earlier ones?
    Hint: Print the prediction in every round of the loop. Where is the first one after the second round?
    Hint: A name keeps the last thing that was assigned to it. Where could all the predictions be collected?
    """)
checks = [
    returns(forward, x=4.0, w=2.0, title="one input", public=True),
    returns(forward, x=x_data, w=1.5, title="five inputs", public=True),
    returns(forward, x=both_signs(6), w=uniform(1.5, 3), title="fresh inputs, a rising line", points=2),
    returns(forward, x=integers(2, 9, size=4), w=uniform(-3, -1.5), title="fresh inputs, a falling line"),
    returns(forward_with_bias, x=np.array([-40.0, 0.0, 10.0, 100.0]), w=1.8, b=32.0,
        title="from Celsius to Fahrenheit", public=True),
    returns(forward_with_bias, x=np.array([3.57, 5.59, 5.82, 8.19, 5.63, 4.89, 3.39, 2.18, 4.84, 6.04, 6.84]),
        w=4.0435, b=-9.8084, title="the fitted thermometer of the notes", public=True),
    returns(forward_with_bias, x=both_signs(7), w=uniform(1.5, 3), b=uniform(-3, -1.5),
        title="seven fresh inputs and a bias", points=2),
    returns(forward_with_bias, x=both_signs(1), w=uniform(-3, -1.5), b=uniform(1.5, 3),
        title="an array of one fresh input"),
]
