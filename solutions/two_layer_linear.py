r"""
# Two layers without a bend: gradients as matrices

A layer takes several numbers in and gives several out. It has a matrix W of weights and a vector b of biases,
and its output is W·x + b. Two layers, one behind the other, are the smallest deep network there is:

    h = W1·x + b1          p = W2·h + b2

Its gradient could be written down weight by weight, as in `backprop_222`. With matrices it takes four short
lines, and they are the same four lines for every size. With d inputs, m hidden nodes and k outputs the shapes
are

    x (d,)    W1 (m, d)    b1 and h (m,)    W2 (k, m)    b2, p and y (k,)

The row i of a matrix holds the weights that lead *to* node i. The loss of one sample is the sum of the
squared errors of its outputs, L = (p_1 - y_1)² + … + (p_k - y_k)².

**Backward.** Let g be the slope of L for the predictions, g = 2·(p - y), a vector with k entries.

- *b2* is added to what arrives at the outputs. If an entry of b2 grows, p grows as much.
- *W2*: the weight in row i and column j leads from h_j to p_i. If it grows a little, p_i grows h_j times as
  much. So its slope is g_i·h_j. The matrix of all such products is called the *outer product* of g and h.
- *h*: what the loss feels of h_j comes back from every output i, by the weight in row i and column j:
  g_1·W2[1, j] + … + g_k·W2[k, j]. Here the sum goes down a *column* of W2, where forward it went along a row.
  So it is a matrix product with W2 turned round, its transpose. Call the result e.
- *b1 and W1*: the first layer is a layer like the second. Its output is h, with the slope e, and its input is
  x.

**One number worked out.** Three inputs, two hidden nodes, one output:

    x = (1, 2, -1)    W1 =  1  1  0    b1 = (0, 1)    W2 = 2  -1    b2 = (1)    y = (4)
                            0  1  2

Forward: W1·x = (3, 0), h = (3, 1), p = 2·3 - 1·1 + 1 = 6, L = (6 - 4)² = 4. Backward: g = 4, so the slope for
b2 is 4 and for W2 it is (4·3, 4·1) = (12, 4). For h it is e = (4·2, 4·(-1)) = (8, -4). This is the slope for
b1 as well, and for W1 it is

    8·1    8·2    8·(-1)         8   16   -8
    -4·1   -4·2   -4·(-1)   =   -4   -8    4

**A batch.** Now let there be n samples, one in each row: x has the shape (n, d), h (n, m), p and y (n, k).
The loss is the mean of the samples' losses, so each slope is the mean of the samples' slopes, of the biases
as of the weights. An outer product for every sample, added up: a matrix product does both at once, because it
multiplies and adds over what its two factors share. Here they share the samples. Be careful to take the
products first and the mean last. The mean of a product is not the product of the means.

**What the second layer is worth.** Put the first formula into the second: p = W2·(W1·x + b1) + b2. Multiplied
out this is some matrix times x plus some vector: one layer! Whatever two such layers can learn, one can. That
is why a network needs a bend between its layers, such as the sigmoid of `backprop_222` or the clamp of
`two_layer_relu`.

**What to write.** The forward pass, the four slopes for one sample and for a batch, and the one layer that
does the work of two. Try your file with `python two_layer_linear.py`, then hand it in.
"""

import numpy as np

from grader.author import alternative, gradients, returns, rewrite, slip, task


def sample_loss(w1, b1, w2, b2, x, y):
    """Return the loss of one sample as a function of the four parameters: one number."""
    _, prediction = forward(w1, b1, w2, b2, x)
    return np.sum((prediction - y) ** 2)


def batch_loss(w1, b1, w2, b2, x, y):
    """Return the mean of the losses of all samples, one in each row of x and y."""
    return np.mean([sample_loss(w1, b1, w2, b2, one, target) for one, target in zip(x, y)])


@task
def forward(w1, b1, w2, b2, x):
    """Return the pair (h, prediction) for one sample.

    w1: shape (m, d).  b1: shape (m,).  w2: shape (k, m).  b2: shape (k,).  x: shape (d,).
    h: shape (m,).  prediction: shape (k,).
    """
    h = w1 @ x + b1
    return h, w2 @ h + b2


@task
def gradient(w1, b1, w2, b2, x, y, h, prediction):
    """Return the slopes of one sample's loss for (w1, b1, w2, b2), four arrays of the parameters' shapes.

    w1: shape (m, d).  b1: shape (m,).  w2: shape (k, m).  b2: shape (k,).  x: shape (d,).  y: shape (k,).
    h, prediction: what forward returned, shapes (m,) and (k,); there is no need to compute them again.
    """
    g = 2 * (prediction - y)
    e = w2.T @ g
    return np.outer(e, x), e, np.outer(g, h), g


@task
def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
    """Return the slopes of the batch's loss, the mean over its samples, for (w1, b1, w2, b2).

    The parameters have the shapes (m, d), (m,), (k, m), (k,), and so have the four arrays you return.
    x: shape (n, d).  y: shape (n, k).  h, prediction: what forward returns for every sample, one in each
    row, shapes (n, m) and (n, k).
    """
    n = len(x)
    g = 2 * (prediction - y) / n
    e = g @ w2
    return e.T @ x, e.sum(axis=0), g.T @ h, g.sum(axis=0)


@task
def collapse(w1, b1, w2, b2):
    """Return the pair (w, b) of the one layer that predicts the same as the two for every x.

    w1: shape (m, d).  b1: shape (m,).  w2: shape (k, m).  b2: shape (k,).
    w: shape (k, d).  b: shape (k,).
    """
    return w2 @ w1, w2 @ b1 + b2


# ---- for instructors ------------------------------------------------------------------------------


def assembled(x, h, e, g):
    """Put the four slopes of one sample together from those of h and of the predictions."""
    return np.outer(e, x), e, np.outer(g, h), g


def assembled_for_all(x, h, e, g):
    """Put the four slopes of a batch together from those of every sample's h and predictions."""
    return e.T @ x, e.sum(axis=0), g.T @ h, g.sum(axis=0)


@alternative(gradient)
def in_single_precision(w1, b1, w2, b2, x, y, h, prediction):
    w2, x, y, h, prediction = (np.float32(array) for array in (w2, x, y, h, prediction))
    g = 2 * (prediction - y)
    return assembled(x, h, g @ w2, g)


@alternative(batch_gradient)
def sample_by_sample(w1, b1, w2, b2, x, y, h, prediction):
    total = [np.zeros_like(parameter) for parameter in (w1, b1, w2, b2)]
    for one in zip(x, y, h, prediction):
        for sum_, slope in zip(total, gradient(w1, b1, w2, b2, *one)):
            sum_ += slope
    return [sum_ / len(x) for sum_ in total]


@alternative(batch_gradient)
def with_means(w1, b1, w2, b2, x, y, h, prediction):
    g = 2 * (prediction - y)
    e = np.einsum("nk,km->nm", g, w2)
    slopes_w1 = e[:, :, None] * x[:, None, :]
    slopes_w2 = g[:, :, None] * h[:, None, :]
    return slopes_w1.mean(axis=0), e.mean(axis=0), slopes_w2.mean(axis=0), g.mean(axis=0)


@alternative(collapse)
def asked_what_it_does(w1, b1, w2, b2):
    b = forward(w1, b1, w2, b2, np.zeros(w1.shape[1]))[1]
    columns = [forward(w1, b1, w2, b2, unit)[1] - b for unit in np.eye(w1.shape[1])]
    return np.stack(columns, axis=1), b


def signed(rng, *shape):
    """Draw numbers of both signs, none near 0."""
    return rng.uniform(0.3, 1.5, shape) * rng.choice([-1.0, 1.0], shape)


def fresh_layers(rng, d=4, m=3, k=2):
    """Draw the parameters of two layers, all sizes different."""
    w1, b1, w2, b2 = signed(rng, m, d), signed(rng, m), signed(rng, k, m), signed(rng, k)
    return {"w1": w1, "b1": b1, "w2": w2, "b2": b2}


def fresh_sample(rng):
    """Draw layers and an input that makes hidden values of both signs."""
    while True:
        given = {**fresh_layers(rng), "x": signed(rng, 4)}
        h, _ = forward(**given)
        if h.min() < -0.3 and h.max() > 0.3:
            return given


def fresh_backward(rng):
    """Draw layers and a sample with its target, and go forward once."""
    given = fresh_sample(rng)
    h, prediction = forward(**given)
    return {**given, "y": prediction - signed(rng, 2), "h": h, "prediction": prediction}


def fresh_batch(rng, n=5):
    """Draw layers and a batch with its targets, and go forward once."""
    layers, x = fresh_layers(rng), signed(rng, n, 4)
    h = x @ layers["w1"].T + layers["b1"]
    prediction = h @ layers["w2"].T + layers["b2"]
    return {**layers, "x": x, "y": prediction - signed(rng, n, 2), "h": h, "prediction": prediction}


# fmt: off
node_by_node = rewrite(forward, "w1 @ x", "np.array([sum(row * x) for row in w1])",
    "w2 @ h", "np.array([sum(row * h) for row in w2])")
with_dot = rewrite(forward, ..., "h = b1 + np.dot(w1, x); return [h, b2 + np.dot(w2, h)]")
with_columns = rewrite(gradient, "(prediction - y)", "(prediction - y)[:, None]",
    "np.outer(e, x), e, np.outer(g, h), g", "e @ x[None], e.ravel(), g @ h[None], g.ravel()")
with_einsum = rewrite(gradient, "w2.T @ g", 'np.einsum("km,k->m", w2, g)',
    "np.outer(e, x)", 'np.einsum("m,d->md", e, x)',
    "np.outer(g, h)", 'np.einsum("k,m->km", g, h)')
first_bias_left_out = slip(forward, "+ b1", "").says("""
    Your hidden values do not notice when b1 changes. Should they?
    Hint: In the worked number W1·x is (3, 0) and h is (3, 1). Which do you have?""")
second_bias_left_out = slip(forward, "+ b2", "").says("""
    Your hidden values are right. With all weights 0, what does your network predict, and what should it?
    Hint: Both layers are built alike. Compare your two lines.""")
first_bias_added_twice = slip(forward, "h +", "(h + b1) +").says("""
    Your h is right, and something that is in it already enters your prediction once more.
    Hint: Set all of W1 and x to 0. What is left of h, and what goes on to the second layer in your code?""")
clamped = slip(forward, "w1 @ x + b1", "np.maximum(w1 @ x + b1, 0)").says("""
    Your hidden values are never negative. Does anything bend in this network?
    Hint: There is a page on a network with a clamp. Which of its steps have you brought along?""")
weights_not_turned = slip(gradient, "w2.T", "w2").says("""
    Where k = m your code runs, and elsewhere it stops. Which way do the slopes go through W2?
    Hint: Forward, W2 makes k numbers of m. How many go in on the way back, and how many should come out?
    Hint: Write out the slope of h for k = m = 2, sum by sum. Does it go along a row of W2 or down a column?
    """)
outer_products_turned_round = slip(gradient, "e, x", "x, e", "g, h", "h, g").says("""
    The slopes of your biases are right, those of the weights lie across. Compare shapes.
    Hint: In an outer product, which of the two factors runs along the rows?
    Hint: The row of a weight says where it leads to. Which slope belongs to that place?""")
entry_by_entry = slip(gradient, "np.outer(e, x)", "e * x", "np.outer(g, h)", "g * h").says("""
    Your code multiplies the first by the first and the second by the second. How many weights are there?
    Hint: Every entry of g meets every entry of h. How many products is that for k = 2 and m = 3?
    Hint: What shape must the slope of W2 have, and what shape does yours have where the code runs?""")
input_in_place_of_hidden_values = slip(gradient, "h", "x").says("""
    Your slopes for the first layer are right. What is it that the second layer multiplies by its weights?
    Hint: In the worked number the slope of W2 is (12, 4), and g is 4. Which vector is (3, 1)?""")
hidden_values_in_place_of_input = slip(gradient,
    ..., "g = 2 * (prediction - y); return assembled(h, h, w2.T @ g, g)").says("""
    Your slopes for the second layer are right. Where do the weights of the first layer begin?
    Hint: Set x to 0. Can W1 then still matter? What is its slope in your code?""")
two_is_missing = slip(gradient, "2 * (prediction - y)", "prediction - y").says("""
    All your slopes are off by one constant. Differentiate u² once more.
    Hint: In the worked number p is 6 and y is 4. What is g there, and in your code?""")
error_sent_back = slip(gradient,
    ..., "g = 2 * (prediction - y); return assembled(x, h, w2.T @ (prediction - y), g)").says("""
    The second layer is right. What do you send back to the first: the error, or its slope?
    Hint: Print what you use for the slope of b2, and beside it what you multiply W2 by.""")
uphill = slip(gradient, ..., "g = 2 * (y - prediction); return assembled(x, h, w2.T @ g, g)").says("""
    All your slopes point the other way. Is your error the prediction minus the target?
    Hint: Where a prediction is too large: does a larger b2 make the loss larger or smaller?""")
target_left_out = slip(gradient, ..., "g = 2 * prediction; return assembled(x, h, w2.T @ g, g)").says("""
    Your slopes are the same whatever y is. Is the loss?
    Hint: Where the prediction meets the target, nothing should pull. What do you get there?""")
weight_slopes_sent_back = slip(gradient,
    ..., "g = 2 * (prediction - y); return assembled(x, h, np.outer(g, h).sum(axis=0), g)").says("""
    The second layer is right, the first is not. What did you make the slope of h from?
    Hint: Set W2 to 0: h has no road to the loss then. Are your slopes for the first layer 0?
    Hint: The slope of W2 says how the loss feels the weights. What comes back to h goes through the weights.
    """)
weight_slopes_times_the_error = slip(gradient,
    ..., "g = 2 * (prediction - y); return assembled(x, h, np.outer(g, h).T @ g, g)").says("""
    The second layer is right. On the way back to h you use the slope of W2 where W2 itself belongs.
    Hint: Set W2 to 0: h has no road to the loss then. Are your slopes for the first layer 0?
    Hint: Read the line for h in the story: which two things does it multiply?""")
biases_without_slope = slip(gradient,
    "np.outer(e, x), e, np.outer(g, h), g", "np.outer(e, x), 0 * e, np.outer(g, h), 0 * g").says("""
    Your weights would learn, your biases never. Does the loss not feel them?
    Hint: Let an entry of b2 grow by 0.01. By how much does the prediction grow?""")
summed_not_averaged = slip(batch_gradient,
    ..., "g = 2 * (prediction - y); return assembled_for_all(x, h, g @ w2, g)").says("""
    Your slopes grow with the number of samples. Does the loss?
    Hint: Give your function every sample twice. What should happen to the slopes?""")
only_the_biases_averaged = slip(batch_gradient, "/ n", "", "e.sum", "e.mean", "g.sum", "g.mean").says("""
    Give your function every sample twice. Two of your slopes stay, as they should, and two double.
    Hint: A matrix product over the samples multiplies and adds. Does it divide as well?""")
only_the_weights_averaged = slip(batch_gradient, "/ n", "", "x,", "x / n,", "h", "h / n").says("""
    Give your function every sample twice. Two of your slopes stay, as they should, and two double.
    Hint: All four belong to the same loss, a mean. Compare how you combine the samples in each.""")
biases_averaged_twice = slip(batch_gradient, "e.sum", "e.mean", "g.sum", "g.mean").says("""
    Your weights are right. Count how often your code divides by n on the way to a bias.
    Hint: Give your function every sample twice. What should happen to the slopes of the biases?
    Hint: In which of your lines does the mean begin, and does everything behind it know of that?""")
averaged_over_every_entry = slip(batch_gradient,
    ..., "g = 2 * (prediction - y) / prediction.size; return assembled_for_all(x, h, g @ w2, g)").says("""
    With one output your slopes are right. Try two, and count what you divide by.
    Hint: The loss is a sum over the outputs and a mean over the samples. Does your slope tell them apart?""")
averaged_before_the_product = slip(batch_gradient,
    ..., "return gradient(w1, b1, w2, b2, *(array.mean(axis=0) for array in (x, y, h, prediction)))").says("""
    Your biases are right, your weights only where there is one sample. What do you average, and when?
    Hint: Take two samples with x = 1 and x = -1 whose errors are 1 and -1. Work out both orders.
    Hint: The mean of the samples' outer products is asked for. How many outer products do you compute?""")
only_the_last_sample = slip(batch_gradient,
    ..., "g = 2 * (prediction[-1] - y[-1]); return assembled(x[-1], h[-1], w2.T @ g, g)").says("""
    Only one of the samples has a say in your slopes. Which one?
    Hint: Does your loop add to the slopes, or does it set them anew each time?""")
a_bias_for_every_sample = slip(batch_gradient, "e.sum(axis=0)", "e", "g.sum(axis=0)", "g").says("""
    The slopes of your biases have a row for every sample. How many vectors b2 are there?
    Hint: All samples share one b2. What becomes of their n slopes for it?""")
second_bias_alone = slip(collapse, "w2 @ b1 + b2", "b2").says("""
    Your w is right. Predict at x = 0, by both layers and by your one layer.
    Hint: Where does b1 end up when you multiply the story's formula out?""")
first_bias_only_carried_on = slip(collapse, "+ b2", "").says("""
    Your w is right. Predict at x = 0, by both layers and by your one layer. What is missing?
    Hint: Two biases go in. Count those that your b is made of.""")
biases_added = slip(collapse, "w2 @ b1", "b1").says("""
    You add up two vectors of different lengths. Through what does b1 pass before it reaches the output?
    Hint: Multiply the formula of the story out: what stands in front of b1 then?""")
product_in_the_other_order = slip(collapse, "return w2 @ w1", "return w1 @ w2").says("""
    Your w has another shape than it should have, or none at all. Which matrix meets x first?
    Hint: Multiply the formula of the story out, and keep the order of its letters.""")
story = {
    "w1": np.array([[1.0, 1.0, 0.0], [0.0, 1.0, 2.0]]),
    "b1": np.array([0.0, 1.0]),
    "w2": np.array([[2.0, -1.0]]),
    "b2": np.array([1.0]),
}
three_outputs = {
    **story,
    "w2": np.array([[2.0, -1.0], [1.0, 1.0], [0.0, 3.0]]),
    "b2": np.array([1.0, 0.0, -1.0]),
}
square = {
    "w1": np.array([[1.0, 2.0], [0.0, -1.0]]),
    "b1": np.array([1.0, -2.0]),
    "w2": np.array([[2.0, 3.0], [-1.0, 4.0]]),
    "b2": np.array([0.5, 1.0]),
}
x_story = np.array([1.0, 2.0, -1.0])
names = ["w1", "b1", "w2", "b2"]
checks = [
    returns(forward, **story, x=x_story, names=["h", "prediction"],
        title="forward through the layers of the story", public=True),
    returns(forward, inputs=fresh_sample, names=["h", "prediction"], title="forward through fresh layers"),
    gradients(gradient, of=sample_loss, wrt=names, **story, x=x_story, y=np.array([4.0]),
        h=np.array([3.0, 1.0]), prediction=np.array([6.0]), names=names,
        title="four slopes at the sample of the story", public=True),
    gradients(gradient, of=sample_loss, wrt=names, **square, x=np.array([1.0, 3.0]), y=np.array([1.0, -30.0]),
        h=np.array([8.0, -5.0]), prediction=np.array([1.5, -27.0]), names=names,
        title="four slopes where all sizes are two", public=True),
    gradients(gradient, of=sample_loss, wrt=names, inputs=fresh_backward, names=names,
        title="four slopes at a fresh sample", points=2),
    gradients(batch_gradient, of=batch_loss, wrt=names, **three_outputs,
        x=np.array([[1.0, 2.0, -1.0], [1.0, 1.0, 0.0]]), y=np.array([[4.0, 5.0, 0.0], [0.0, 1.0, 4.0]]),
        h=np.array([[3.0, 1.0], [2.0, 2.0]]), prediction=np.array([[6.0, 4.0, 2.0], [3.0, 4.0, 5.0]]),
        names=names, title="four slopes of two samples", uses=[forward, gradient], public=True),
    gradients(batch_gradient, of=batch_loss, wrt=names, inputs=fresh_batch, names=names,
        title="four slopes of five fresh samples", uses=[forward, gradient], points=2),
    returns(collapse, w1=np.array([[1.0, 0.0], [2.0, -1.0], [0.0, 3.0]]), b1=np.array([1.0, 0.0, -2.0]),
        w2=np.array([[1.0, 2.0, 0.0], [0.0, -1.0, 1.0]]), b2=np.array([0.5, 4.0]), names=["w", "b"],
        title="two layers in one", uses=[forward], public=True),
    returns(collapse, inputs=fresh_layers, names=["w", "b"], title="two fresh layers in one", uses=[forward]),
]
