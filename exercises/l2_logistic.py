r"""
# Knowing less by heart

A neuron with many weights and few samples can learn the samples by heart, noise included. Its loss on them
falls and falls, and on new samples it rises. Two remedies that belong together: keep the weights small, and
stop in time.

**L2 regularisation.** To the mean cross-entropy of `logistic` comes a penalty on large weights, of some
strength λ:

    L(w, b) = cross-entropy + ½·λ·(w1² + … + wd²)

The bias is not penalised: it only says how common the label 1 is. Since the derivative of ½·w² is w, every
slope of a weight gets λ·w added, which pulls the weight towards 0. The cross-entropy has the slopes you
know:

    mean over the samples of (σ(z) - y)·x for w,  and of (σ(z) - y) for b,  with z = x·w + b

The penalty is added once. It is no part of the mean over the samples.

**Early stopping.** Some samples are set aside for **validation**: no step is made with them. Before every
step the loss on them is written down. Where it has not become lower than its lowest value for `patience`
epochs, training ends, and the parameters *of the best epoch* come back, not the last ones. The validation
loss is the cross-entropy alone. The penalty is a means to an end, and how well new samples are predicted is
the end.

**One number worked out.** w = (2, -1), b = 0.5, λ = 0.4 and one sample x = (1, 3) with label 1: z = 2 - 3 +
0.5 = -0.5, σ(z) = 0.3775, the cross-entropy is -log(0.3775) = 0.9741 and the penalty ½·0.4·(4 + 1) = 1,
together 1.9741. The error is 0.3775 - 1 = -0.6225, so dL/dw = (-0.6225 + 0.8, -1.8674 - 0.4) = (0.1775,
-2.2674) and dL/db = -0.6225. With the validation losses 0.7, 0.5, 0.6, 0.55, 0.4 and patience 2 training
ends in epoch 3 (the first epoch is 0), and epoch 1 is the best. Nobody ever sees the 0.4.

**What to write.** Loss, gradient, the rule for stopping, and the training. Try your file with
`python l2_logistic.py`, then hand it in.
"""

# This exercise is solved without torch.

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + e^(-z))."""
    return 0.5 * (1 + np.tanh(0.5 * z))


def cross_entropy(w, b, x, y):
    """Return the mean cross-entropy of the outputs σ(x·w + b), one number; no penalty is in it."""
    z = x @ w + b
    return np.mean(np.logaddexp(0, z) - y * z)


def penalised_loss(w, b, x, y, strength):
    """Return L, one number.

    w: an array of shape (d,).  b: a number.  x: an array of shape (n, d).  y: the labels, 0 or 1, shape (n,).
    strength: λ, a number.
    """
    raise NotImplementedError("Write penalised_loss.")


def gradient(w, b, x, y, strength):
    """Return the pair (dL/dw, dL/db): an array of shape (d,) and a number. The arguments are those above."""
    raise NotImplementedError("Write gradient.")


def stopping(losses, patience):
    """Return the pair (best, last) of epochs, whole numbers; the first epoch is 0.

    losses: a list of validation losses, one for each epoch.  patience: a whole number, 1 or more.
    last: where training ends: the first epoch that is ``patience`` epochs after the best one so far, or the
    end of the list.  best: the epoch with the lowest loss until then; of equal ones, the first.
    """
    raise NotImplementedError("Write stopping.")


def train(w, b, x, y, x_val, y_val, strength, lr, patience, limit):
    """Return the triple (w, b, losses) of a training with early stopping, a step on all samples an epoch.

    w, b, x, y, strength: as above; they stay as they are.  x_val, y_val: the samples for validation.
    lr: the learning rate.  patience: as above.  limit: how many epochs at most, a whole number.
    losses: a list with the validation loss of each epoch, before its step; the last one included.
    w, b: the parameters that gave the lowest of them.
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
        ('the loss of five samples', lambda: named(['penalised_loss'], penalised_loss(np.array([1.0113275528143615, -1.476243705707704, 0.5808360238956022]), 0.4666978777258466, np.array([[-1.6413972945846467, -0.005203264171931977, -0.6234637409883934], [0.14863152325202633, -1.608187784186389, 0.2417718768768513], [0.23538091873745476, 1.5756260314314627, 0.3166450164719021], [0.5105466616976417, -1.4931166849642326, 2.2527291247240275], [-1.9156455579583005, 1.1018018558224842, -0.3299040738738497]]), np.array([0.0, 0.0, 1.0, 1.0, 1.0]), 0.4493602796356123)), {'penalised_loss': '2.46607'}),
        ('the slopes of five samples', lambda: named(['gradient[0]', 'gradient[1]'], gradient(np.array([1.0113275528143615, -1.476243705707704, 0.5808360238956022]), 0.4666978777258466, np.array([[-1.6413972945846467, -0.005203264171931977, -0.6234637409883934], [0.14863152325202633, -1.608187784186389, 0.2417718768768513], [0.23538091873745476, 1.5756260314314627, 0.3166450164719021], [0.5105466616976417, -1.4931166849642326, 2.2527291247240275], [-1.9156455579583005, 1.1018018558224842, -0.3299040738738497]]), np.array([0.0, 0.0, 1.0, 1.0, 1.0]), 0.4493602796356123)), {'gradient[0]': '[0.755536, -1.43551, 0.292928]', 'gradient[1]': '-0.129906'}),
        ('two valleys', lambda: named(['best', 'last'], stopping([0.7, 0.5, 0.55, 0.45, 0.46, 0.48, 0.44, 0.47, 0.46, 0.6, 0.65, 0.66, 0.3], 3)), {'best': '6', 'last': '9'}),
        ('two equal losses', lambda: named(['best', 'last'], stopping([0.7, 0.5, 0.6, 0.5, 0.55, 0.4, 0.3], 3)), {'best': '1', 'last': '4'}),
        ('a list that ends first', lambda: named(['best', 'last'], stopping([0.7, 0.5, 0.55, 0.45, 0.46, 0.48, 0.44, 0.47, 0.46, 0.6, 0.65, 0.66, 0.3, 0.2], 20)), {'best': '13', 'last': '13'}),
        ('stopped in time', lambda: named(['w', 'b', 'losses'], train(np.array([-0.6676279287800296, 0.8194080230672242, 1.3923413132663787]), 0.7929313593275764, np.array([[-1.5916415000477764, -1.0686767567084927, 1.6341973927702338], [-0.697788872301854, 0.9383077392909055, -0.7373259480091828], [-1.517554543690786, -0.29113227965379235, 0.9870497024113745], [0.09527728597667903, -0.17467331433869565, 0.9747644271454012], [-0.6403373248219071, 0.8410880846427483, 0.42943226929881007], [-0.9108722891404154, 1.0386327323670306, 1.2351939646806611], [-0.13237423930322, 0.22949164643491693, -0.17156587390725997]]), np.array([1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.0]), np.array([[0.025128886851469703, 0.24491490996165258, 0.21127489572918254], [-0.153766408093789, 1.412609267674411, 1.6005057011320494], [0.7781341265414313, -0.908837665865797, 0.5515348954172181], [0.16034540630519856, -0.34652309603417375, -1.4476244917301428], [0.987802288409422, 1.3038776416564222, 0.4158491565337333]]), np.array([1.0, 1.0, 0.0, 0.0, 1.0]), 0.5956968150739088, 3.8544128641298276, 3, 14)), {'w': '[-18.234, 7.25227, 21.6442]', 'b': '1.99464', 'losses': '[0.290156, 2.97778, 0.128559, 7.10537, 0.0329568, 14.3554, 0.0170035, 26.6683, 0.0180889, 47.4334]'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
