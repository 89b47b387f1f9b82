r"""
# A convolution along a line, forward and backward

A convolution layer slides a small window along its input and asks the same question everywhere. The input x
has c channels, each a line of n numbers: shape (c, n). The layer has k filters. Each covers all channels and
`width` places: w has the shape (k, c, width), and b, one bias a filter, the shape (k,).

**Forward.** First put `padding` zeros at either end of every channel. Call the result z. The window begins at
place 0 of z and moves on by `stride` places at a time, as long as it fits. At its position t, filter f gives

    out[f, t] = b[f] + the sum over all channels i and places j of w[f, i, j] · z[i, t·stride + j]

So the filter is laid on the input as it is. (In mathematics a convolution reverses the filter first. In deep
learning nobody does, and what is called a convolution is a cross-correlation.) Places at the end that no
window reaches are left over.

**Backward.** Let g be the slope of the loss for out, with the shape of out.

- *b*: b[f] is added at every position t, so its slope is the sum of g[f, t] over t.
- *w*: at position t, w[f, i, j] is multiplied by z[i, t·stride + j]. Multiply each by g[f, t] and add them
  up over t.
- *z*: at position t, z[i, t·stride + j] is multiplied by w[f, i, j], for every filter f. One place of z lies
  in several windows, and **what comes back from them adds up**. Go through the positions, and add each
  window's share to the places that it covered.
- *x*: x is z without the zeros at its ends, and so are the slopes.

**One number worked out.** One channel, one filter: x = (1, 2, 4, 3, 5), w = (1, 0, -2), b = 0.5, stride 2,
padding 0. There are two windows, (1, 2, 4) and (4, 3, 5), and out = (1 - 8 + 0.5, 4 - 10 + 0.5), that is
(-6.5, -5.5). Let g = (3, -1). Then the slope for b is 2 and for w it is 3·(1, 2, 4) - 1·(4, 3, 5), that is
(-1, 3, 7). The first window sends (3, 0, -6) back and the second (-1, 0, 2). They share the place of the 4,
so the slopes for x are (3, 0, -6 - 1, 0, 2) = (3, 0, -7, 0, 2).

**What to write.** How many positions there are, the forward pass, and the backward pass. Loops are fine here:
the sizes are small. Try your file with `python conv1d_backward.py`, then hand it in.
"""

import numpy as np

from grader.author import alternative, gradients, integers, misconception, returns, rewrite, slip, task


def loss(x, w, b, stride, padding, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, w, b, stride, padding))


@task
def positions(n, width, stride, padding):
    """Return how many positions the window has, a whole number.

    n: how many places the input has, without the padding.  width: how many places the window covers.
    """
    return (n + 2 * padding - width) // stride + 1


@task
def forward(x, w, b, stride, padding):
    """Return the output, shape (k, positions).

    x: shape (c, n).  w: shape (k, c, width).  b: shape (k,).  stride, padding: whole numbers.
    """
    z = np.pad(x, ((0, 0), (padding, padding)))
    starts = range(0, z.shape[1] - w.shape[2] + 1, stride)
    return np.stack([np.tensordot(w, z[:, s : s + w.shape[2]], 2) + b for s in starts], axis=1)


@task
def backward(x, w, b, stride, padding, g):
    """Return the slopes of the loss for (x, w, b), three arrays of their shapes.

    x: shape (c, n).  w: shape (k, c, width).  b: shape (k,).  stride, padding: whole numbers.
    g: the slope of the loss for the output, shape (k, positions).
    """
    z = np.pad(x, ((0, 0), (padding, padding)))
    dz, dw = np.zeros(z.shape), np.zeros(w.shape)
    for t in range(g.shape[1]):
        window = slice(t * stride, t * stride + w.shape[2])
        dw += g[:, t, None, None] * z[:, window]
        dz[:, window] += np.tensordot(g[:, t], w, 1)
    return dz[:, padding : padding + x.shape[1]], dw, g.sum(axis=1)


# ---- for instructors ------------------------------------------------------------------------------


def padded(x, left, right):
    """Return x with zeros at its ends."""
    return np.pad(x, ((0, 0), (left, right)))


def slid(z, w, stride):
    """Return the windows' sums over a line that is padded already, without biases."""
    starts = range(0, z.shape[1] - w.shape[2] + 1, stride)
    return np.stack([np.einsum("kcj,cj->k", w, z[:, s : s + w.shape[2]]) for s in starts], axis=1)


def weight_slopes(z, w, stride, g):
    """Return the slopes for w."""
    windows = [z[:, t * stride : t * stride + w.shape[2]] for t in range(g.shape[1])]
    return np.einsum("kt,tcj->kcj", g, np.stack(windows))


def input_slopes(z, w, stride, g):
    """Return the slopes for the padded line."""
    dz = np.zeros(z.shape)
    for t in range(g.shape[1]):
        dz[:, t * stride : t * stride + w.shape[2]] += np.einsum("k,kcj->cj", g[:, t], w)
    return dz


counted = rewrite(positions, ..., "return len(range(0, n + 2 * padding - width + 1, stride))")


@alternative(forward)
def number_by_number(x, w, b, stride, padding):
    z = padded(x, padding, padding)
    out = np.zeros((len(w), (z.shape[1] - w.shape[2]) // stride + 1))
    for f, t in np.ndindex(*out.shape):
        out[f, t] = b[f]
        for i, j in np.ndindex(*w.shape[1:]):
            out[f, t] += w[f, i, j] * z[i, t * stride + j]
    return out


@alternative(forward)
def with_windows_as_columns(x, w, b, stride, padding):
    windows = np.lib.stride_tricks.sliding_window_view(padded(x, padding, padding), w.shape[2], axis=1)
    columns = windows[:, ::stride].transpose(0, 2, 1).reshape(-1, windows[:, ::stride].shape[1])
    return w.reshape(len(w), -1) @ columns + b.reshape(-1, 1)


@alternative(backward)
def entry_by_entry(x, w, b, stride, padding, g):
    z = padded(x, padding, padding)
    dz, dw, db = np.zeros_like(z), np.zeros_like(w), np.zeros_like(b)
    for f, t in np.ndindex(*g.shape):
        db[f] += g[f, t]
        for i, j in np.ndindex(*w.shape[1:]):
            dw[f, i, j] += g[f, t] * z[i, t * stride + j]
            dz[i, t * stride + j] += g[f, t] * w[f, i, j]
    return [dz[:, padding : dz.shape[1] - padding], dw, db]


@alternative(backward)
def spread_out_and_reversed(x, w, b, stride, padding, g):
    width, z = w.shape[2], padded(x, padding, padding)
    sparse = np.zeros((len(w), z.shape[1] + width - 1))
    sparse[:, width - 1 : width - 1 + (g.shape[1] - 1) * stride + 1 : stride] = g
    dz = slid(sparse, w[:, :, ::-1].transpose(1, 0, 2), 1)
    return dz[:, padding : padding + x.shape[1]], weight_slopes(z, w, stride, g), g.sum(axis=1)


@alternative(backward)
def in_single_precision(x, w, b, stride, padding, g):
    z, w, g = padded(x, padding, padding).astype(np.float32), w.astype(np.float32), g.astype(np.float32)
    dx = input_slopes(z, w, stride, g)[:, padding : padding + x.shape[1]]
    return dx, weight_slopes(z, w, stride, g), g.sum(axis=1)


first_position_not_counted = slip(positions, "+ 1", "").says("""
    You count the moves of the window, not its positions. How many are there when it just fits?
    Hint: Let n = width, with no padding. Can the window lie anywhere?""")
padding_counted_once = slip(positions, "2 *", "").says("""
    Your count is right without padding. At how many ends of the line is it added?
    Hint: n = 4, padding 1: write down the padded line.""")
stride_not_counted = slip(positions, ..., "return n + 2 * padding - width + 1").says("""
    Your count is right for stride 1. Does a window that takes longer steps have as many positions?
    Hint: n = 5, width 3, stride 2: draw all the windows.""")
rounded_up = slip(positions, ..., "return -(-(n + 2 * padding - width) // stride) + 1").says("""
    You count a last position at which the window hangs over the end. Does it have to fit?
    Hint: n = 6, width 3, stride 2: draw all the windows. What happens to the last place?""")
not_a_whole_number = slip(positions, "//", "/").says("""
    Your number of positions need not be a whole number. What happens to places that are left over?
    Hint: n = 6, width 3, stride 2: draw all the windows and count them.""")
filter_reversed = slip(
    forward, ..., "return slid(padded(x, padding, padding), w[:, :, ::-1], stride) + b[:, None]"
).says("""
    You reverse the filter before you lay it on the input. Does the story?
    Hint: In the story's sum, j goes up in w. Which way does it go in z, and in your code?""")
bias_left_out = slip(forward, ..., "return slid(padded(x, padding, padding), w, stride)").says("""
    Your output does not change with b. What does the layer give when all weights are 0?
    Hint: In the worked number both entries of out hold the 0.5. Do yours?""")
bias_for_every_channel = slip(
    forward, ..., "return slid(padded(x, padding, padding), w, stride) + len(x) * b[:, None]"
).says("""
    Your output holds each bias several times. How often does the story add it at one position?
    Hint: With one channel your output is right. Inside which loop, or sum, does the bias stand?""")
stride_ignored = slip(forward, ..., "return slid(padded(x, padding, padding), w, 1) + b[:, None]").says("""
    Your window moves by one place at a time, whatever the stride is.
    Hint: Where does the window with the number t begin?""")
windows_begin_too_close = slip(
    forward,
    ...,
    "out = forward(x, w, b, stride, padding); return forward(x, w, b, 1, padding)[:, : out.shape[1]]",
).says("""
    Your output has the right shape, and only its first column is right. Where does window t begin?
    Hint: Print the windows for the worked number. Is the second one (4, 3, 5)?""")


@misconception(forward)
def side_by_side(x, w, b, stride, padding):
    """Your windows never overlap: each begins where the one before it ended. By how much should it move?
    Hint: Which of the two numbers, width and stride, says where the next window begins?"""
    z, size = padded(x, padding, padding), forward(x, w, b, stride, padding).shape[1]
    return slid(padded(z, 0, size * w.shape[2]), w, w.shape[2])[:, :size] + b[:, None]


padded_at_the_end_only = slip(
    forward, ..., "return slid(padded(x, 0, 2 * padding), w, stride) + b[:, None]"
).says("""
    All the zeros stand at one end of your line. The length is right, the places are not.
    Hint: Print the padded line for padding 1. With what should it begin?""")
padded_with_the_edge = slip(
    forward,
    ...,
    'z = np.pad(x, ((0, 0), (padding, padding)), mode="edge"); return slid(z, w, stride) + b[:, None]',
).says("""
    At the ends your line goes on with numbers other than the story's. What is it padded with?
    Hint: Print the padded line for padding 1.""")
overlaps_replaced = slip(backward, "dz[:, window] +=", "dz[:, window] =").says("""
    Your slopes for w and b are right. Where two windows overlap, only one of them reaches your dx.
    Hint: In the worked number the middle place of x gets -6 and -1. What is yours?
    Hint: Which sign stands between your slice and the share of the window: does it replace or add?""")
filter_reversed_on_the_way_back = slip(
    backward, "np.tensordot(g[:, t], w, 1)", "np.tensordot(g[:, t], w[:, :, ::-1], 1)"
).says("""
    Your slopes for w and b are right. On the way back to x each window's filter is the wrong way round.
    Hint: Forward, w[f, i, 0] met the first place of the window. Which place gets its share back?
    Hint: A formula with a reversed filter slides along g. You go through the windows. Is that the same?""")
padding_not_taken_off = slip(backward, "dz[:, padding : padding + x.shape[1]]", "dz").says("""
    Your slopes for x are longer than x. Which of their places does x not have?
    Hint: Compare the shapes of x and of what you return.""")
nothing_left_without_padding = slip(backward, "padding : padding + x.shape[1]", "padding:-padding").says("""
    With padding your slopes for x are right. Without it none are left. What does your slice do at 0?
    Hint: Try `[1, 2, 3][0:-0]` in Python.""")
padding_taken_off_the_wrong_end = slip(backward, "padding : padding + x.shape[1]", ": x.shape[1]").says("""
    Your slopes for x have the right length and begin at the wrong place. Which places of z are not x's?
    Hint: Where does the first number of x stand in the padded line?""")
stride_forgotten_on_the_way_back = slip(
    backward, "t * stride, t * stride + w.shape[2]", "t, t + w.shape[2]"
).says("""
    With stride 1 your slopes are right. Where did window t begin on the way forward?
    Hint: Your slope for b is right. It is the only one that does not ask where a window lies.""")
averaged_over_positions = slip(
    backward,
    ...,
    "dx, dw, db = backward(x, w, b, stride, padding, g); return dx, dw / g.shape[1], db / g.shape[1]",
).says("""
    Your slopes for w and b shrink with the number of positions. Do their shares add up, or average?
    Hint: In the worked number g is (3, -1). What is the slope for b, and what is yours?""")
last_position_only = slip(backward, "dw +=", "dw =").says("""
    Your slopes for w come from a single position of the window. The filter lay on the input at each.
    Hint: In the worked number, what does each of the two windows say about w?""")
bias_for_every_position = slip(
    backward, ..., "dx, dw, _ = backward(x, w, b, stride, padding, g); return dx, dw, g"
).says("""
    Your slope for b has a number for every position. How many biases does a filter have?
    Hint: All positions share it. What becomes of their slopes?""")
one_bias_for_all = slip(
    backward, ..., "dx, dw, _ = backward(x, w, b, stride, padding, g); return dx, dw, g.sum()"
).says("""
    Your slope for b is a single number. How many filters are there, and do they share a bias?
    Hint: Over which axis of g should the sum go?""")


def fresh(rng, c=3, n=11, k=2, width=4, stride=3, padding=2):
    """Draw an input and filters; the last place of the padded line lies in no window."""
    x, w, b = rng.normal(size=(c, n)), rng.normal(size=(k, c, width)), rng.uniform(0.5, 2, k)
    return {"x": x, "w": w, "b": b, "stride": stride, "padding": padding}


def fresh_backward(rng, **sizes):
    """Draw an input and filters with the slopes that arrive at the output."""
    given = fresh(rng, **sizes)
    return {**given, "g": rng.normal(0.5, 1, forward(**given).shape)}


def without_padding(rng):
    """Draw sizes at which nothing is padded."""
    return fresh_backward(rng, c=2, n=9, k=3, width=4, stride=1, padding=0)


line = np.array([[1.0, 2.0, 4.0, 3.0, 5.0]])
fixed = np.random.default_rng(3)
layer = {
    "x": fixed.normal(size=(2, 11)).round(1),
    "w": fixed.normal(size=(3, 2, 4)).round(1),
    "b": np.array([0.5, -1.0, 2.0]),
    "stride": 2,
    "padding": 1,
}
arriving = fixed.normal(size=(3, 5)).round(1)
names = ["x", "w", "b"]

# fmt: off
checks = [
    returns(positions, n=10, width=4, stride=3, padding=2, title="ten places", public=True),
    returns(positions, n=integers(18, 30, dtype=int), width=5, stride=3, padding=2, title="many places"),
    returns(positions, n=13, width=13, stride=1, padding=0, title="a window that just fits"),
    returns(forward, x=line, w=np.array([[[1.0, 0.0, -2.0]]]), b=np.array([0.5]), stride=2, padding=0,
        title="forward along the line of the story", public=True),
    returns(forward, **layer, title="forward along two channels", public=True),
    returns(forward, inputs=fresh, title="forward along three fresh channels"),
    gradients(backward, of=loss, wrt=names, x=line, w=np.array([[[1.0, 0.0, -2.0]]]), b=np.array([0.5]),
        stride=2, padding=0, g=np.array([[3.0, -1.0]]), names=names, title="the slopes of the story",
        uses=[forward], public=True),
    gradients(backward, of=loss, wrt=names, **layer, g=arriving, names=names,
        title="the slopes of two channels", public=True),
    gradients(backward, of=loss, wrt=names, inputs=fresh_backward, names=names,
        title="the slopes of three fresh channels", points=2),
    gradients(backward, of=loss, wrt=names, inputs=without_padding, names=names,
        title="the slopes of fresh channels without padding"),
]
