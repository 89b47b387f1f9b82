r"""
# Attention, forward and backward

Attention lets every item of a sequence look at other items and take from them what it needs. One *head* has
n queries, m keys and m values, one in each row:

    q (n, d)    k (m, d)    v (m, e)

**Forward.** The score of query i for key j is the inner product of the two, divided by √d so that scores keep
the same size in any dimension. Softmax makes shares of the scores of each query: they are positive, and every
row adds up to 1. The output of a query is the mean of the values, weighted with its shares:

    s = q·kᵀ / √d  (n, m)        a = softmax of each row of s  (n, m)        out = a·v  (n, e)

**Backward.** Let g be the slope of the loss for out, shape (n, e). Every step is a matrix product, and its
slopes are matrix products with one factor transposed, as in `two_layer_linear`. Shapes tell which.

- *v*: out = a·v, so each value gets back the g of all queries, weighted with the shares they gave it.
- *a*: the slope for a share is the inner product of its query's g with its key's value. Call it da, (n, m).
- *s*: if one score grows, its own share grows **and all other shares of the row shrink**. So the slope for
  one score needs the da of the whole row:

      ds[i, j] = a[i, j] · (da[i, j] - the sum over l of a[i, l]·da[i, l])

- *q and k*: s = q·kᵀ / √d, and the √d divides the slopes, too.

**One number worked out.** One query with the scores (ln 3, 0) has the shares a = (0.75, 0.25). The values are
2 and 6, so out = 0.75·2 + 0.25·6 = 3. Let g = 1. Then da = (2, 6), the sum of a·da is 3, and ds = (0.75·(2 -
3), 0.25·(6 - 3)) = (-0.75, 0.75). Every row of ds adds up to 0: if all scores of a query grow by the same
amount, its shares stay as they are.

**Looking back only.** A model that writes a text must not look at words that it has not written yet. Then n =
m, and query i may see the keys 0 to i, itself included, and no later one. The scores of later keys are set to
-∞ *before* the softmax. Their shares become 0, and the other shares of the row still add up to 1.

**What to write.** The shares, the shares that only look back, the slope for the scores, and the slopes for q,
k and v. `softmax` is given. Try your file with `python attention_backward.py`, then hand it in.
"""

# This exercise is solved without torch.

import numpy as np


def softmax(scores):
    """Return the shares of each row of scores."""
    powers = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    return powers / np.sum(powers, axis=1, keepdims=True)


def loss(q, k, v, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * (weights(q, k) @ v))


def weights(q, k):
    """Return the shares a, shape (n, m).

    q: shape (n, d).  k: shape (m, d).
    """
    raise NotImplementedError("Write weights.")


def causal_weights(scores):
    """Return the shares a where query i sees the keys 0 to i only, shape (n, n).

    scores: shape (n, n), divided by √d already; leave the given array as it is.
    """
    raise NotImplementedError("Write causal_weights.")


def slope_of_scores(a, da):
    """Return ds, the slope of the loss for the scores, shape (n, m).

    a: the shares, shape (n, m).  da: the slope of the loss for the shares, shape (n, m).
    """
    raise NotImplementedError("Write slope_of_scores.")


def backward(q, k, v, a, g):
    """Return the slopes of the loss for (q, k, v), three arrays of their shapes.

    q: shape (n, d).  k: shape (m, d).  v: shape (m, e).  a: the shares that weights returned, shape (n, m).
    g: the slope of the loss for out, shape (n, e).

    Call the slope for the shares da and that for the scores ds: where a check fails, you read which is wrong.
    """
    raise NotImplementedError("Write backward.")


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
        ('two queries and three keys', lambda: named(['weights'], weights(np.array([[-0.7, -0.2, 1.7, 0.7], [-1.6, -0.0, -0.6, 0.1]]), np.array([[-1.6, 0.2, 0.2, 1.6], [0.3, 0.5, -1.5, 2.3], [-1.9, 1.1, -0.3, -0.9]]))), {'weights': '[[0.700786, 0.105341, 0.193873], [0.373048, 0.140711, 0.486242]]'}),
        ('three places', lambda: named(['causal_weights'], causal_weights(np.array([[0.5, 1.0, -0.3], [2.0, 0.4, 1.2], [-1.0, 0.6, 0.9]]))), {'causal_weights': '[[1, 0, 0], [0.832018, 0.167982, 0], [0.0791206, 0.391887, 0.528992]]'}),
        ('the scores of the story', lambda: named(['slope_of_scores'], slope_of_scores(np.array([[0.75, 0.25]]), np.array([[2.0, 6.0]]))), {'slope_of_scores': '[[-0.75, 0.75]]'}),
        ('the scores of two queries', lambda: named(['slope_of_scores'], slope_of_scores(np.array([[0.5, 0.3, 0.2], [0.1, 0.15, 0.75]]), np.array([[1.0, -2.0, 0.5], [3.0, 0.7, -1.5]]))), {'slope_of_scores': '[[0.5, -0.6, 0.1], [0.372, 0.213, -0.585]]'}),
        ('the slopes of two queries and three keys', lambda: named(['q', 'k', 'v'], backward(np.array([[-0.7, -0.2, 1.7, 0.7], [-1.6, -0.0, -0.6, 0.1]]), np.array([[-1.6, 0.2, 0.2, 1.6], [0.3, 0.5, -1.5, 2.3], [-1.9, 1.1, -0.3, -0.9]]), np.array([[-0.7, -0.7, 0.4, -0.1, 1.5], [-1.8, -0.0, -0.9, 0.8, -2.1], [-0.3, 0.2, -1.5, 1.0, 0.2]]), np.array([[0.7007861116738109, 0.10534100153044801, 0.19387288679574105], [0.3730475628762219, 0.14071068823228183, 0.48624174889149624]]), np.array([[1.0, 1.0, -1.0, -0.8, -0.2], [0.7, 0.9, -0.7, -0.6, -0.8]]))), {'q': '[[-0.027203, 0.177996, -0.123519, -0.469802], [0.102234, 0.246677, -0.278462, -0.543796]]', 'k': '[[0.682855, 0.0416967, -0.153078, -0.179496], [-0.158813, -0.00321291, -0.0280281, 0.0204682], [-0.524042, -0.0384838, 0.181107, 0.159028]]', 'v': '[[0.961919, 1.03653, -0.961919, -0.784457, -0.438595], [0.203838, 0.231981, -0.203838, -0.168699, -0.133637], [0.534242, 0.63149, -0.534242, -0.446843, -0.427768]]'}),
        ('the slopes where all sizes are two', lambda: named(['q', 'k', 'v'], backward(np.array([[-0.6, -0.2], [-0.1, 2.1]]), np.array([[-0.5, -0.3], [0.5, -1.0]]), np.array([[-0.4, 0.0], [0.8, -1.3]]), np.array([[0.5806078374421505, 0.41939216255784945], [0.7521585004450932, 0.2478414995549067]]), np.array([[1.4, -0.4], [0.2, 0.8]]))), {'q': '[[0.378801, -0.265161], [-0.105453, 0.073817]]', 'k': '[[0.216735, 0.297211], [-0.216735, -0.297211]]', 'v': '[[0.963283, 0.369484], [0.636717, 0.0305163]]'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
