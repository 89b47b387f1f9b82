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

# This exercise is solved without torch.

import numpy as np


def sample_loss(w1, b1, w2, b2, x, y):
    """Return the loss of one sample as a function of the four parameters: one number."""
    _, prediction = forward(w1, b1, w2, b2, x)
    return np.sum((prediction - y) ** 2)


def batch_loss(w1, b1, w2, b2, x, y):
    """Return the mean of the losses of all samples, one in each row of x and y."""
    return np.mean([sample_loss(w1, b1, w2, b2, one, target) for one, target in zip(x, y)])


def forward(w1, b1, w2, b2, x):
    """Return the pair (h, prediction) for one sample.

    w1: shape (m, d).  b1: shape (m,).  w2: shape (k, m).  b2: shape (k,).  x: shape (d,).
    h: shape (m,).  prediction: shape (k,).
    """
    raise NotImplementedError("Write forward.")


def gradient(w1, b1, w2, b2, x, y, h, prediction):
    """Return the slopes of one sample's loss for (w1, b1, w2, b2), four arrays of the parameters' shapes.

    w1: shape (m, d).  b1: shape (m,).  w2: shape (k, m).  b2: shape (k,).  x: shape (d,).  y: shape (k,).
    h, prediction: what forward returned, shapes (m,) and (k,); there is no need to compute them again.
    """
    raise NotImplementedError("Write gradient.")


def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
    """Return the slopes of the batch's loss, the mean over its samples, for (w1, b1, w2, b2).

    The parameters have the shapes (m, d), (m,), (k, m), (k,), and so have the four arrays you return.
    x: shape (n, d).  y: shape (n, k).  h, prediction: what forward returns for every sample, one in each
    row, shapes (n, m) and (n, k).
    """
    raise NotImplementedError("Write batch_gradient.")


def collapse(w1, b1, w2, b2):
    """Return the pair (w, b) of the one layer that predicts the same as the two for every x.

    w1: shape (m, d).  b1: shape (m,).  w2: shape (k, m).  b2: shape (k,).
    w: shape (k, d).  b: shape (k,).
    """
    raise NotImplementedError("Write collapse.")


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
        ('forward through the layers of the story', lambda: named(['h', 'prediction'], forward(np.array([[1.0, 1.0, 0.0], [0.0, 1.0, 2.0]]), np.array([0.0, 1.0]), np.array([[2.0, -1.0]]), np.array([1.0]), np.array([1.0, 2.0, -1.0]))), {'h': '[3, 1]', 'prediction': '[6]'}),
        ('four slopes at the sample of the story', lambda: named(['w1', 'b1', 'w2', 'b2'], gradient(np.array([[1.0, 1.0, 0.0], [0.0, 1.0, 2.0]]), np.array([0.0, 1.0]), np.array([[2.0, -1.0]]), np.array([1.0]), np.array([1.0, 2.0, -1.0]), np.array([4.0]), np.array([3.0, 1.0]), np.array([6.0]))), {'w1': '[[8, 16, -8], [-4, -8, 4]]', 'b1': '[8, -4]', 'w2': '[[12, 4]]', 'b2': '[4]'}),
        ('four slopes where all sizes are two', lambda: named(['w1', 'b1', 'w2', 'b2'], gradient(np.array([[1.0, 2.0], [0.0, -1.0]]), np.array([1.0, -2.0]), np.array([[2.0, 3.0], [-1.0, 4.0]]), np.array([0.5, 1.0]), np.array([1.0, 3.0]), np.array([1.0, -30.0]), np.array([8.0, -5.0]), np.array([1.5, -27.0]))), {'w1': '[[-4, -12], [27, 81]]', 'b1': '[-4, 27]', 'w2': '[[8, -5], [48, -30]]', 'b2': '[1, 6]'}),
        ('four slopes of two samples', lambda: named(['w1', 'b1', 'w2', 'b2'], batch_gradient(np.array([[1.0, 1.0, 0.0], [0.0, 1.0, 2.0]]), np.array([0.0, 1.0]), np.array([[2.0, -1.0], [1.0, 1.0], [0.0, 3.0]]), np.array([1.0, 0.0, -1.0]), np.array([[1.0, 2.0, -1.0], [1.0, 1.0, 0.0]]), np.array([[4.0, 5.0, 0.0], [0.0, 1.0, 4.0]]), np.array([[3.0, 1.0], [2.0, 2.0]]), np.array([[6.0, 4.0, 2.0], [3.0, 4.0, 5.0]]))), {'w1': '[[12, 15, -3], [6, 9, -3]]', 'b1': '[12, 6]', 'w2': '[[12, 8], [3, 5], [8, 4]]', 'b2': '[5, 2, 3]'}),
        ('two layers in one', lambda: named(['w', 'b'], collapse(np.array([[1.0, 0.0], [2.0, -1.0], [0.0, 3.0]]), np.array([1.0, 0.0, -2.0]), np.array([[1.0, 2.0, 0.0], [0.0, -1.0, 1.0]]), np.array([0.5, 4.0]))), {'w': '[[5, -2], [-2, 4]]', 'b': '[1.5, 2]'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
