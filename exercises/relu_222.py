r"""
# Dead nodes: the 2-2-2 network with another bend

The network of `backprop_222` again: two inputs, two hidden nodes, two outputs, the same eight weights. This
time every node bends its sum z with the function ReLU in place of the sigmoid:

    relu(z) = z where z is above 0, and 0 where it is not

It is cheap, and above 0 it is a straight line with slope 1, so that slopes do not fade on the way back. The
price is on the other side: there it is flat.

    x1 ──w1──▶ h1 ──w5──▶ o1
       ╲    ╱     ╲    ╱         w2 leads from x1 to h2,
        ╲  ╱       ╲  ╱          w3 leads from x2 to h1,
         ╳          ╳
        ╱  ╲       ╱  ╲          w6 leads from h1 to o2,
       ╱    ╲     ╱    ╲         w7 leads from h2 to o1.
    x2 ──w4──▶ h2 ──w8──▶ o2

    h1 = relu(w1·x1 + w3·x2)     o1 = relu(w5·h1 + w7·h2)
    h2 = relu(w2·x1 + w4·x2)     o2 = relu(w6·h1 + w8·h2)

    L = ½(o1 - y1)² + ½(o2 - y2)²

**Backward.** Nothing changes in the three sentences of `backprop_222` but the steepness of the bend. A delta
is what the loss feels of the node's value, times how steep the bend is there: 1 where the node's sum was
above 0, and 0 where it was not. A node whose sum is not above 0 is *silent*. Its value is 0 and its delta is
0, whatever comes back to it. (At a sum of exactly 0 we take 0 as well.)

**One number worked out.** The start of `backprop_222`: x = (0.5, 0.3), y = (0.23, -0.07), w1 … w8 = 0.2,
-0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8. The sums of the hidden nodes are 0.25 and -0.02, so h = (0.25, 0). The
sums of the outputs are 0.1·0.25 = 0.025 and -0.5·0.25 = -0.125, so o = (0.025, 0). L = ½·0.205² + ½·0.07² =
0.0234625. Backward to w5: the loss feels 0.025 - 0.23 = -0.205 of o1, the bend is 1 steep, and w5 begins at
h1 = 0.25, so dL/dw5 = -0.205·0.25 = -0.05125.

**Too good to be true.** With the sigmoid the loss began at 0.2097, and after ten updates it was 0.1038. Here
it begins at 0.0235, and after ten updates with step 1 it is 0.0037. A better network? Look at the weights:

    at the start        0.2000  -0.4000   0.5000   0.6000   0.1000  -0.5000  -0.3000   0.8000
    after 11 updates    0.3877  -0.4000   0.6126   0.6000   0.5074  -0.5000  -0.3000   0.8000

Only three of eight have moved. The second output says 0 from beginning to end, and it is an accident that its
target, -0.07, lies near 0. The loss cannot fall below ½·0.07² = 0.00245, and the curve does not tell why.

**What a silent node does to the weights.** Two things hold at once. It hands on 0, so the weights that begin
at it multiply nothing. Its delta is 0, so the weights that end at it do not move, and nothing travels back
through it to what lies before. A weight feels nothing of a sample unless there is a road from it to the loss,
with every node on that road awake, and something at its own beginning.

**Silent or dead?** A node that is silent at one sample may be awake at the next: at x = (0.3, 0.5) the sum of
h2 is 0.18. A node that is silent at *every* sample of the data is *dead*. If a hidden node of this network is
dead, its weights never move again, and no training brings it back. Before you believe in a loss, count the
dead nodes.

**What to write.** The bend, the forward pass, the eight slopes; then two functions that examine a network:
which nodes are dead, and which weights are stuck. Try your file with `python relu_222.py`, then hand it in.
"""

# This exercise is solved without torch.

import numpy as np


def loss(o, y):
    """Return ½(o1 - y1)² + ½(o2 - y2)², one number."""
    return 0.5 * (o[0] - y[0]) ** 2 + 0.5 * (o[1] - y[1]) ** 2


def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


def relu(z):
    """Return z where it is above 0, and 0 elsewhere.

    z: a number, or an array of any shape; the result has the same shape.
    """
    raise NotImplementedError("Write relu.")


def forward(w, x):
    """Return the pair (h, o): the values of the hidden nodes and of the outputs.

    w: the weights w1 … w8, an array of shape (8,).  x: an array of shape (2,).
    h, o: arrays of shape (2,).
    """
    raise NotImplementedError("Write forward.")


def gradient(w, x, y, h, o):
    """Return the slopes of the loss for the eight weights, an array of shape (8,) in the order of w1 … w8.

    w: the weights, an array of shape (8,).  x, y: inputs and targets, arrays of shape (2,).
    h, o: what forward(w, x) returned, arrays of shape (2,); there is no need to compute them again.

    Call the deltas of the nodes delta_o1, delta_o2, delta_h1 and delta_h2. Where a check fails, you read
    which of them is the first that is wrong.
    """
    raise NotImplementedError("Write gradient.")


def dead_nodes(w, xs):
    """Return which of the nodes h1, h2, o1, o2 are dead: four truth values, in this order.

    w: the weights, an array of shape (8,).  xs: the inputs of all samples, an array of shape (n, 2).
    """
    raise NotImplementedError("Write dead_nodes.")


def stuck_weights(w, xs):
    """Return which of w1 … w8 are stuck: eight truth values, True where no sample has a slope for the weight.

    w: the weights, an array of shape (8,).  xs: the inputs of all samples, an array of shape (n, 2). No
    weight is 0, and of a sample's inputs neither is, or both. Nothing is known of the targets: a slope that
    only vanishes because an output happens to meet its target does not count.
    """
    raise NotImplementedError("Write stuck_weights.")


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
        ('three points of the bend', lambda: named(['relu'], relu(np.array([-2.0, 0.0, 3.0]))), {'relu': '[0, 0, 3]'}),
        ('forward from the weights of the story', lambda: named(['h', 'o'], forward(np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]), np.array([0.5, 0.3]))), {'h': '[0.25, 0]', 'o': '[0.025, 0]'}),
        ('eight slopes at the weights of the story', lambda: named(['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w8'], gradient(np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]), np.array([0.5, 0.3]), np.array([0.23, -0.07]), np.array([0.25, 0.0]), np.array([0.025, 0.0]))), {'w1': '-0.01025', 'w2': '0', 'w3': '-0.00615', 'w4': '0', 'w5': '-0.05125', 'w6': '0', 'w7': '-0', 'w8': '0'}),
        ('the network of the story at two samples', lambda: named(['h1', 'h2', 'o1', 'o2'], dead_nodes(np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]), np.array([[0.5, 0.3], [0.3, 0.5]]))), {'h1': 'False', 'h2': 'False', 'o1': 'False', 'o2': 'True'}),
        ('the stuck weights of the story', lambda: named(['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w8'], stuck_weights(np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]), np.array([[0.5, 0.3]]))), {'w1': 'False', 'w2': 'True', 'w3': 'False', 'w4': 'True', 'w5': 'False', 'w6': 'True', 'w7': 'True', 'w8': 'True'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
