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

import numpy as np

from grader.author import (
    alternative,
    gradients,
    intermediates,
    leaves_unchanged,
    misconception,
    normal,
    returns,
    rewrite,
    slip,
    task,
)


def softmax(scores):
    """Return the shares of each row of scores."""
    powers = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    return powers / np.sum(powers, axis=1, keepdims=True)


def loss(q, k, v, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * (weights(q, k) @ v))


@task
def weights(q, k):
    """Return the shares a, shape (n, m).

    q: shape (n, d).  k: shape (m, d).
    """
    return softmax(q @ k.T / np.sqrt(q.shape[1]))


@task
def causal_weights(scores):
    """Return the shares a where query i sees the keys 0 to i only, shape (n, n).

    scores: shape (n, n), divided by √d already; leave the given array as it is.
    """
    return softmax(np.where(np.tri(len(scores)) == 1, scores, -np.inf))


@task
def slope_of_scores(a, da):
    """Return ds, the slope of the loss for the scores, shape (n, m).

    a: the shares, shape (n, m).  da: the slope of the loss for the shares, shape (n, m).
    """
    return a * (da - np.sum(a * da, axis=1, keepdims=True))


@task
def backward(q, k, v, a, g):
    """Return the slopes of the loss for (q, k, v), three arrays of their shapes.

    q: shape (n, d).  k: shape (m, d).  v: shape (m, e).  a: the shares that weights returned, shape (n, m).
    g: the slope of the loss for out, shape (n, e).

    Call the slope for the shares da and that for the scores ds: where a check fails, you read which is wrong.
    """
    da = g @ v.T
    ds = slope_of_scores(a, da)
    root = np.sqrt(q.shape[1])
    return ds @ k / root, ds.T @ q / root, a.T @ g


# ---- for instructors ------------------------------------------------------------------------------

on_the_way = intermediates(backward, "da", "ds")


def through_softmax(a, da):
    """Return the slope for the scores by the Jacobian of every row."""
    return np.stack([(np.diag(row) - np.outer(row, row)) @ slopes for row, slopes in zip(a, da)])


def assembled(q, k, a, g, ds):
    """Put the three slopes together from that of the scores, the root not yet divided by."""
    root = q.shape[1] ** 0.5
    return ds @ k / root, ds.T @ q / root, a.T @ g


@alternative(weights)
def query_by_query(q, k):
    a = np.zeros((len(q), len(k)))
    for i in range(len(q)):
        powers = [np.exp(sum(q[i] * k[j]) / len(q[i]) ** 0.5) for j in range(len(k))]
        a[i] = [power / sum(powers) for power in powers]
    return a


@alternative(weights)
def queries_scaled_first(q, k):
    powers = np.exp(np.einsum("nd,md->nm", q * q.shape[-1] ** -0.5, k))
    return powers / powers.sum(axis=-1)[:, None]


@alternative(causal_weights)
def row_by_row(scores):
    a = np.zeros(scores.shape)
    for i in range(len(scores)):
        a[i, : i + 1] = softmax(scores[i : i + 1, : i + 1])[0]
    return a


shares_taken_anew = rewrite(
    causal_weights, ..., "a = np.tril(softmax(scores)); return a / a.sum(axis=1, keepdims=True)"
)
with_a_very_negative_number = rewrite(
    causal_weights, ..., "return softmax(scores - 1e9 * np.triu(np.ones(scores.shape), k=1))"
)
with_the_whole_jacobian = rewrite(slope_of_scores, ..., "return through_softmax(a, da)")
taken_apart = rewrite(slope_of_scores, ..., 'return a * da - a * np.einsum("nm,nm->n", a, da)[:, np.newaxis]')
with_einsum = rewrite(
    backward,
    "g @ v.T",
    'np.einsum("ne,me->nm", g, v)',
    "ds @ k",
    'np.einsum("nm,md->nd", ds, k)',
    "ds.T @ q",
    'np.einsum("nm,nd->md", ds, q)',
    "a.T @ g",
    'np.einsum("nm,ne->me", a, g)',
)


@alternative(backward)
def pair_by_pair(q, k, v, a, g):
    dq, dk, dv = np.zeros_like(q), np.zeros_like(k), np.zeros_like(v)
    for i in range(len(q)):
        out = a[i] @ v
        for j in range(len(k)):
            slope = a[i, j] * (g[i] @ (v[j] - out)) / np.sqrt(q.shape[1])
            dq[i] += slope * k[j]
            dk[j] += slope * q[i]
            dv[j] += a[i, j] * g[i]
    return dq, dk, dv


@alternative(backward)
def in_single_precision(q, k, v, a, g):
    q, k, v, a, g = (np.float32(array) for array in (q, k, v, a, g))
    return assembled(q, k, a, g, through_softmax(a, g @ v.T))


not_scaled = slip(weights, "/ np.sqrt(q.shape[1])", "").says("""
    Your shares are sharper than the story's. What are the scores divided by?
    Hint: If d grows, what happens to the sum in an inner product?""")
scaled_without_root = slip(weights, "np.sqrt(q.shape[1])", "q.shape[1]").says("""
    Your shares are too even. Look once more at what the scores are divided by.
    Hint: Scores of random vectors grow with d, but not as fast as d.""")
scaled_by_the_number_of_keys = slip(weights, "q.shape[1]", "len(k)").says("""
    You divide the scores by the root of another size. Is d the number of keys, or how long they are?
    Hint: Print the shapes of q and k, and what you take the root of.""")
scaled_by_the_number_of_queries = slip(weights, "q.shape[1]", "len(q)").says("""
    You divide the scores by the root of another size. Is d the number of queries, or how long they are?
    Hint: Print the shapes of q and k, and what you take the root of.""")
shares_down_the_columns = slip(weights, ..., "return softmax(k @ q.T / np.sqrt(q.shape[1])).T").says("""
    The columns of your shares add up to 1. Who hands out the shares, a query or a key?
    Hint: out is a mean of the values for each query. Which sum has to be 1 for that?""")
scaled_after_the_softmax = slip(weights, ..., "return softmax(q @ k.T) / np.sqrt(q.shape[1])").says("""
    Your shares do not add up to 1. What do you divide, and when?
    Hint: In the story's line for s, find the √d. What comes after it?""")
scores_returned = slip(weights, ..., "return q @ k.T / np.sqrt(q.shape[1])").says("""
    Your numbers are the scores. What makes shares of them?
    Hint: Do your rows add up to 1?""")
masked_after_the_softmax = slip(causal_weights, ..., "return np.tril(softmax(scores))").says("""
    No query looks ahead, as it should be. But do the shares of your first row add up to 1?
    Hint: A share that is wiped out afterwards is missing in the sum. When does the story hide a key?""")
hidden_with_zero = slip(causal_weights, ..., "return softmax(np.tril(scores))").says("""
    Your later keys still get shares. Which share does a score of 0 have?
    Hint: Work out e to the power of 0. Which score makes a power of 0?""")
looks_ahead_only = slip(causal_weights, "==", ".T ==").says("""
    Your queries see the later keys, and the earlier ones are hidden. Which of them are written already?
    Hint: Row 0 may see one key. How many does it see in yours?""")
one_too_far = slip(causal_weights, "np.tri(len(scores))", "np.tri(len(scores), k=1)").says("""
    Every query sees one key more than it should. Where do the hidden keys begin?
    Hint: Print your mask. How many keys may row 0 see?""")


@misconception(causal_weights)
def itself_hidden(scores):
    """Your first query sees nothing at all. May a query see its own place?
    Hint: Print your mask. What stands on its diagonal?"""
    with np.errstate(invalid="ignore"):
        return softmax(np.where(np.tri(len(scores), k=-1) == 1, scores, -np.inf))


nothing_hidden = slip(causal_weights, ..., "return softmax(scores)").says("""
    Your first query has shares in keys that come later. Which may it see?
    Hint: How many entries of the first row should be 0?""")
scores_overwritten = slip(
    causal_weights, ..., "scores[np.tri(len(scores)) == 0] = -np.inf\n    return softmax(scores)"
).says("""
    Your shares are right, and the scores that you were given are no longer what they were.
    Hint: Print the scores before and after your call. Which line of yours changes them?""")
own_share_only = slip(slope_of_scores, ..., "return a * (1 - a) * da").says("""
    You let a score change its own share only. What do the other shares of the row do meanwhile?
    Hint: Add up a row of your ds. If all scores of a query grow alike, do its shares change?
    Hint: a·(1 - a) is how a share feels its own score. There are other pairs.""")
softmax_skipped = slip(slope_of_scores, ..., "return da").says("""
    Your ds is the slope for the shares. What lies between the scores and the shares?
    Hint: Add up a row of your ds. If all scores of a query grow alike, do its shares change?""")
sum_not_taken_off = slip(slope_of_scores, ..., "return a * da").says("""
    Your ds has one of the two parts in the brackets. Add up one of its rows.
    Hint: If all scores of a query grow alike, do its shares change?""")
not_times_the_share = slip(slope_of_scores, ..., "return da - np.sum(a * da, axis=1, keepdims=True)").says("""
    What you take off is right. What stands in front of the brackets?
    Hint: A key with a share of nearly 0: does its score matter much? What is its slope in yours?""")
sum_down_the_columns = slip(slope_of_scores, "1", "0").says("""
    Add up a row of your ds, then a column. Which of the two should give 0?
    Hint: Which shares compete with one another, those of a query or those of a key?""")
shares_left_out_of_the_sum = slip(slope_of_scores, "a * da", "da").says("""
    What you take off is a plain sum of da. With what does the story weigh it?
    Hint: In the worked number you should take off 3. What do you?""")
plain_mean_taken_off = slip(slope_of_scores, "np.sum", "np.mean", "a * da", "da").says("""
    What you take off is the plain mean of da. With what does the story weigh it?
    Hint: In the worked number you should take off 3. What do you?""")
root_forgotten_on_the_way_back = slip(
    backward, "slope_of_scores", "through_softmax", "np.sqrt(q.shape[1])", "1"
).says("""
    Your slope for v is right, the other two are too large by one factor. What divided the scores?
    Hint: If d is 4, by what are you off?""")
root_divided_by_twice = slip(
    backward, "slope_of_scores", "through_softmax", "np.sqrt(q.shape[1])", "q.shape[1]"
).says("""
    Your slope for v is right, the other two are too small by one factor. How often do you scale?
    Hint: If d is 4, by what are you off?""")
root_for_the_queries_only = slip(
    backward, ..., "dq, dk, dv = backward(q, k, v, a, g); return dq, dk * np.sqrt(q.shape[1]), dv"
).says("""
    Your slopes for q and v are right. Does the root divide the keys' slope, too?
    Hint: Exchange q and k: the scores are transposed, nothing else. How should your lines for them compare?
    """)
softmax_skipped_on_the_way_back = slip(backward, ..., "return assembled(q, k, a, g, g @ v.T)").says("""
    Your slope for v is right. The others would be right if out were s·v. What lies between s and a?
    Hint: You have written a function for it.""")
shares_not_transposed = slip(backward, "a.T @ g", "a @ g").says("""
    Where n = m your slope for v runs, elsewhere it stops. Which way do slopes go through the shares?
    Hint: dv has a row for each value. Over what does its sum go?
    Hint: Write down the three shapes: dv, a, g.""")
score_slopes_not_transposed = slip(backward, "slope_of_scores", "through_softmax", "ds.T", "ds").says("""
    Where n = m your slope for k runs, and elsewhere it stops. A key collects from all queries: how?
    Hint: Write down the three shapes: dk, ds, q.""")
values_not_transposed = slip(backward, "v.T", "v").says("""
    Your product of g and v runs only where e = m. What shape has the slope for the shares?
    Hint: Write down the three shapes: da, g, v. Over which of the sizes does the sum go?""")
score_slopes_for_the_values = slip(
    backward, ..., "dq, dk, _ = backward(q, k, v, a, g); return dq, dk, slope_of_scores(a, g @ v.T).T @ g"
).says("""
    Your slopes for q and k are right. What multiplies v in the forward pass, the shares or their slopes?
    Hint: out = a·v. What is the slope of out for one value?""")
slopes_of_queries_and_keys_exchanged = slip(
    backward, ..., "dq, dk, dv = backward(q, k, v, a, g); return dk, dq, dv"
).says("""
    Your first slope belongs to k and your second to q. In which order does the task ask for them?
    Hint: Print the shapes of q and k, and of what you return.""")


def fresh(rng, n=4, m=6, d=3, e=5):
    """Draw a head with the slopes that arrive at its output."""
    q, k, v = rng.normal(size=(n, d)), rng.normal(size=(m, d)), rng.normal(size=(m, e))
    return {"q": q, "k": k, "v": v, "a": weights(q, k), "g": rng.normal(size=(n, e))}


fixed = np.random.default_rng(4)
head = {"q": fixed.normal(size=(2, 4)).round(1), "k": fixed.normal(size=(3, 4)).round(1)}
arriving = {"v": fixed.normal(size=(3, 5)).round(1), "g": fixed.normal(size=(2, 5)).round(1)}
shares = np.array([[0.5, 0.3, 0.2], [0.1, 0.15, 0.75]])
square = {name: fixed.normal(size=(2, 2)).round(1) for name in ("q", "k", "v", "g")}
names = ["q", "k", "v"]

# fmt: off
checks = [
    returns(weights, **head, title="two queries and three keys", public=True),
    returns(weights, q=normal(size=(4, 5)), k=normal(size=(3, 5)), title="four fresh queries"),
    returns(causal_weights, scores=np.array([[0.5, 1.0, -0.3], [2.0, 0.4, 1.2], [-1.0, 0.6, 0.9]]),
        title="three places", public=True),
    returns(causal_weights, scores=normal(size=(5, 5)), title="five fresh places"),
    leaves_unchanged(causal_weights, scores=np.array([[0.5, 1.0, -0.3], [2.0, 0.4, 1.2], [-1.0, 0.6, 0.9]]),
        names=["scores"], title="the scores stay as they are", public=True, points=0.5),
    returns(slope_of_scores, a=np.array([[0.75, 0.25]]), da=np.array([[2.0, 6.0]]),
        title="the scores of the story", public=True),
    returns(slope_of_scores, a=shares, da=np.array([[1.0, -2.0, 0.5], [3.0, 0.7, -1.5]]),
        title="the scores of two queries", public=True),
    returns(slope_of_scores, a=shares[::-1], da=normal(size=(2, 3)), title="fresh slopes for the shares"),
    gradients(backward, of=loss, wrt=names, **head, **arriving, a=weights(**head), names=names,
        title="the slopes of two queries and three keys", uses=[weights, slope_of_scores], public=True),
    gradients(backward, of=loss, wrt=names, **square, a=weights(square["q"], square["k"]), names=names,
        title="the slopes where all sizes are two", uses=[weights, slope_of_scores], public=True),
    gradients(backward, of=loss, wrt=names, inputs=fresh, names=names,
        title="the slopes of four fresh queries", uses=[weights, slope_of_scores], points=3),
]
