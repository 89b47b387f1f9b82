r"""
# Who checks the gradient?

A gradient written by hand may be wrong and still look well: the loss falls, only more slowly (`step_size`
shows such a trace). So nobody trusts one that was not checked, and the check must be good enough to find
*any* mistake. On this page you write a small backward pass, and a check of it. The grader then damages your
backward pass in one place after another and looks whether your check notices.

**Backward.** The network is h = tanh(x·w1), out = h·w2, and the loss half the mean of the squared errors.
The function `backward` is given. It goes from the end to the beginning through two pieces, which you write.
Through a product out = x·w, and through the bend h = tanh(z), whose slope is 1 - h²:

    dx = dout·wᵀ      dw = xᵀ·dout              dz = dh·(1 - h²), entry by entry

**The numeric gradient.** One entry of w after another is moved by δ to both sides, while all others stay:

    slope ≈ ( f(w with the entry + δ) - f(w with the entry - δ) ) / (2·δ)

With δ = 1e-5 the formula itself is off by about 1e-10, and rounding by about as much. With δ = 1e-12
nothing but rounding would be left.

**How far apart?** A difference of 0.001 is much for slopes of 0.001 and nothing for slopes of 1000. So
divide the largest difference by the largest entry of both:

    relative error = max|a - b| / max(all |a|, all |b|),        and 0 where both gradients are all zeros

A right gradient has a relative error far below 1e-6; that of a mistake is seldom below 1e-3.

**One number worked out.** f(w) = w1³ + 5·w2 at w = (2, 7) with δ = 0.1: (9.261 - 6.859)/0.2 = 12.01 and 5.
The formula gives (12, 5). The relative error is 0.01/12.01 = 0.00083, which a shorter δ makes smaller.
Someone who forgets the 3 gets (4, 5), and the relative error 8.01/12.01 = 0.67.

**What to write.** Two pieces of a backward pass, the numeric gradient, the relative error, and the check.
Try your file with `python gradient_check.py`, then hand it in.
"""

# This exercise is solved without torch.

import numpy as np


def loss(w1, w2, x, y):
    """Return half the mean squared error of tanh(x·w1)·w2, one number."""
    return 0.5 * np.mean((np.tanh(x @ w1) @ w2 - y) ** 2)


def through_product(dout, x, w):
    """Return the pair (dx, dw) for out = x·w.

    dout: the slopes of the loss in out, shape (n, k).  x: shape (n, d).  w: shape (d, k).
    """
    raise NotImplementedError("Write through_product.")


def through_tanh(dh, h):
    """Return dz for h = tanh(z).

    dh: the slopes of the loss in h, shape (n, k).  h: shape (n, k); z is not given.
    """
    raise NotImplementedError("Write through_tanh.")


def backward(w1, w2, x, y):
    """Return the slopes of the loss in w1 and w2, made with your two functions."""
    h = np.tanh(x @ w1)
    dh, dw2 = through_product((h @ w2 - y) / y.size, h, w2)
    _, dw1 = through_product(through_tanh(dh, h), x, w1)
    return dw1, dw2


def numeric_gradient(f, w, delta):
    """Return the central differences of f at w, an array of the shape of w.

    f: a function that takes an array of this shape and returns one number.  w: an array of any shape; it is
    as before when your function returns.  delta: a positive number.
    """
    raise NotImplementedError("Write numeric_gradient.")


def relative_error(a, b):
    """Return the relative error of two gradients, one number.

    a, b: arrays of the same shape.
    """
    raise NotImplementedError("Write relative_error.")


def is_right(f, gradient, w):
    """Return whether a gradient is right at w, True or False.

    f: as above.  gradient: a function that takes an array like w and returns what should be the slopes of f.
    w: an array of any shape.  You choose δ and how large a relative error may be.
    """
    raise NotImplementedError("Write is_right.")


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
        ('through a product', lambda: named(['dx', 'dw'], through_product(np.array([[2.0409191213851825, -2.5556650313141818], [0.41809884672577885, -0.5677696061279298], [-0.45264929211044586, -0.2155971630897659], [-2.019986129147251, -0.23193237764418947], [-0.8652130762749417, 3.3229995166448827]]), np.array([[0.22578661322792176, -0.3526307943415954, -0.2812874181513504, -0.6680463461089501], [-1.0551505512051214, -0.39080097723465473, 0.48194538850678587, -0.2385536065733667], [0.9577587029597641, -0.19980212906658, 0.024259565076664623, 1.545820851212812], [0.5451055226876446, -0.505228735614018, -0.1828389745977349, 0.5405251317548021], [1.9350880340988528, -0.2696203273419135, -0.24355867907910456, 1.0023136012756912]]), np.array([[-0.8864599431605871, -0.291720232439864], [0.8825389674564839, 0.5803500161908991], [0.09151670328235219, 0.6701043548284794], [-2.8281623068437627, 1.02130681750008]]))), {'dx': '[[-1.06365, 0.31801, -1.52578, -8.38217], [-0.204998, 0.0394834, -0.342202, -1.76232], [0.46415, -0.524602, -0.185898, 1.05997], [1.8583, -1.91732, -0.340281, 5.47597], [-0.202409, 1.16492, 2.14757, 5.84077]]', 'dw': '[[-3.18924, 6.11943], [0.46119, 0.387399], [0.196497, -0.326927], [-4.12195, 4.71479]]'}),
        ('through a bend', lambda: named(['through_tanh'], through_tanh(np.array([[0.8280731368532068, 1.7448303114114685, 1.486478316309865], [1.5241983617905253, 1.7301136252558025, 1.142859356447693], [1.6380581917323784, 1.8177202769993808, 0.6534798828831117], [1.7746525061992307, 1.0908909989485027, 1.2195258852684123]]), np.array([[0.2878007418549191, -0.6190558069682561, 0.37518716959271065], [-0.7226834898761536, 0.3652246261688463, -0.537085831238534], [0.4397937326782717, -0.5677456951414636, 0.31798354386327427], [-0.30817252450585714, 0.6481162313899028, -0.6513340510215666]]))), {'through_tanh': '[[0.759484, 1.07616, 1.27723], [0.728153, 1.49934, 0.813189], [1.32123, 1.23181, 0.587404], [1.60611, 0.632657, 0.702159]]'}),
        ('two gradients', lambda: named(['relative_error'], relative_error(np.array([[1.3, -0.7], [0.4, 2.1], [-1.6, 0.9]]), np.array([[1.4000000000000001, -0.8999999999999999], [0.7, 2.15], [-1.5, 1.1]]))), {'relative_error': '0.139535'}),
        ('the same two, exchanged', lambda: named(['relative_error'], relative_error(np.array([[1.4000000000000001, -0.8999999999999999], [0.7, 2.15], [-1.5, 1.1]]), np.array([[1.3, -0.7], [0.4, 2.1], [-1.6, 0.9]]))), {'relative_error': '0.139535'}),
        ('two gradients of zeros', lambda: named(['relative_error'], relative_error(np.array([0.0, 0.0, 0.0]), np.array([0.0, 0.0, 0.0]))), {'relative_error': '0'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
