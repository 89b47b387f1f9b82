r"""
# A neuron that says how sure it is

A table x of n samples with d features each, and for every sample a label, 0 or 1. One neuron with a weight
for each feature and a bias is to tell the labels apart. It adds up and bends the sum with the sigmoid
σ(z) = 1 / (1 + e^(-z)), which lies between 0 and 1, so what comes out can be read as a probability: how sure
the neuron is that the label is 1. This page builds on `update_step` and `zero_grad`. The notes of the course
have such a neuron, too, but it does not run; you repair it.

**Forward.** With x of shape (n, d), the weights w of shape (d, 1) and b of shape (1,),

    p = σ(x·w + b)          of shape (n, 1)

The product is the one of matrices. It adds up over the features, row by row.

**What the notes did.** With n = 5 and d = 3, their program was in essence this:

    y = torch.randn(5, 3)                   # the label
    p = torch.sigmoid(x @ w + b)            # shape (5, 1)
    difference = y - p
    J.backward()                            # NameError: name 'J' is not defined

Python tells you about the last line: there is no J, nobody ever computed a loss. About the line before it
nobody tells you anything. Five samples have five answers, but that y has fifteen entries. Their difference
has fifteen as well, for where one shape has a 1, torch repeats the single column until it fits:
**broadcasting**. Even a label of shape (5,) is no good as it stands. A missing axis counts as a 1 *in front*,
so (5, 1) and (1, 5) become a table of 5 by 5, every output with every label, and the mean over 25 numbers
looks as harmless as one over 5. To see it coming, line the shapes up from the right. In each place the larger
number counts; a 1 gives way to it.

**Labels that fit.** So bring the labels into the shape of the outputs before anything else, one below the
other in a column of shape (n, 1), and refuse what is not one label for each sample, with `raise ValueError`,
because nothing else will.

**A proper loss.** The difference is none: it can be negative. For probabilities the loss is the **binary
cross-entropy**. A sample with label y and output p costs

    -( y·log(p) + (1 - y)·log(1 - p) )

with the natural logarithm. Where the label is 1 that is -log(p), where it is 0 it is -log(1 - p). The loss is
the mean over the n samples.

**One number worked out.** With w = 0 and b = 0 every output is 0.5, and the loss is -log(0.5) = 0.6931
whatever the labels are. An output of 0.9 costs 0.1054 if the label is 1, and 2.3026 if it is 0: to be sure
and wrong is dear.

**One step.** Forward, labels in a column, loss, `backward()`; under `torch.no_grad()` move w and b in place,
against their slopes by the learning rate lr times the slope; clear both gradient buffers. Report the loss
from before the step.

**What to write.** The size of a broadcast difference, forward, the column of labels, the loss, and the step.
Try your file with `python logistic.py`, then hand it in.
"""

import torch


def entries_compared(output_shape, label_shape):
    """Return how many entries the difference of two tensors of these shapes has, a whole number.

    output_shape: a pair (n, 1).  label_shape: a tuple of one or two whole numbers: (k,), (n, 1) or (n, d).
    """
    raise NotImplementedError("Write entries_compared.")


def forward(x, w, b):
    """Return the outputs σ(x·w + b), a tensor of shape (n, 1).

    x: a tensor of shape (n, d).  w, b: tensors of shapes (d, 1) and (1,) that require grad; autograd must be
    able to follow them.
    """
    raise NotImplementedError("Write forward.")


def label_column(y, n):
    """Return the labels as a tensor of shape (n, 1).

    y: the labels, a tensor of shape (n,) or (n, 1).  n: how many samples there are.
    Raise ValueError where y does not have exactly one entry for each sample.
    """
    raise NotImplementedError("Write label_column.")


def cross_entropy(p, y):
    """Return the mean binary cross-entropy, a tensor of shape ().

    p: the outputs, between 0 and 1.  y: the labels, 0 or 1.  Both are tensors of shape (n, 1).
    """
    raise NotImplementedError("Write cross_entropy.")


def step(w, b, x, y, lr):
    """Do one step of gradient descent on all samples; return the loss from before it, a plain number.

    w, b: tensors of shapes (d, 1) and (1,) that require grad; they are changed in place, still require grad,
    and their gradient buffers are clear afterwards (zero or None).  x: a tensor of shape (n, d).  y: the
    labels, a tensor of shape (n,).  lr: the learning rate.
    """
    raise NotImplementedError("Write step.")


if __name__ == "__main__":
    # The public checks: what your functions give, beside what is expected.
    def leaf(value, grad=None, requires_grad=True):
        """Return a tensor in double precision with this gradient in its buffer."""
        made = torch.tensor(value, dtype=torch.float64, requires_grad=requires_grad)
        made.grad = None if grad is None else torch.tensor(grad, dtype=torch.float64)
        return made

    def after(places, results, task, *arguments):
        """Call a task; return what it returned and what became of the parameters, by name."""
        held = [list(item) if isinstance(item, (list, tuple)) else [item] for item in arguments]
        values = named(results, task(*arguments))
        for place, names in places.items():
            for name, item in zip(names, held[place]):
                values[name] = item
                # A buffer that was never filled is as good as one that is 0.
                values[name + ".grad"] = torch.zeros_like(item) if item.grad is None else item.grad
        return values

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
        ('the label of the notes', lambda: named(['entries_compared'], entries_compared((5, 1,), (5, 3,))), {'entries_compared': '15'}),
        ('a row of labels', lambda: named(['entries_compared'], entries_compared((5, 1,), (5,))), {'entries_compared': '25'}),
        ('a column of labels', lambda: named(['entries_compared'], entries_compared((4, 1,), (4, 1,))), {'entries_compared': '4'}),
        ('five outputs', lambda: named(['forward'], forward(leaf([[0.5, -1.2, 2.0], [1.5, 0.3, -0.7], [-0.4, 0.8, 1.1], [-1.6, -0.9, 0.2], [0.9, 1.4, -1.3]], requires_grad=False), leaf([[0.3], [-0.2], [0.5]]), leaf([0.1]))), {'forward': '[[0.816078], [0.534943], [0.591459], [0.475021], [0.363547]]'}),
        ('five labels from a row', lambda: named(['label_column'], label_column(leaf([1.0, 0.0, 1.0, 1.0, 0.0], requires_grad=False), 5)), {'label_column': '[[1], [0], [1], [1], [0]]'}),
        ('four labels that fit already', lambda: named(['label_column'], label_column(leaf([[0.0], [1.0], [1.0], [0.0]], requires_grad=False), 4)), {'label_column': '[[0], [1], [1], [0]]'}),
        ('the loss of three outputs', lambda: named(['cross_entropy'], cross_entropy(leaf([[0.9], [0.2], [0.6]], requires_grad=False), leaf([[1.0], [0.0], [0.0]], requires_grad=False))), {'cross_entropy': '0.414932'}),
        ('what one step does', lambda: after({0: ['w'], 1: ['b']}, [], step, leaf([[0.3], [-0.2], [0.5]]), leaf([0.1]), leaf([[0.5, -1.2, 2.0], [1.5, 0.3, -0.7], [-0.4, 0.8, 1.1], [-1.6, -0.9, 0.2], [0.9, 1.4, -1.3]], requires_grad=False), leaf([1.0, 0.0, 1.0, 1.0, 0.0], requires_grad=False), 0.5), {'w': '[[0.0958971], [-0.30358], [0.676931]]', 'w.grad': '[[0], [0], [0]]', 'b': '[0.121895]', 'b.grad': '[0]'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
