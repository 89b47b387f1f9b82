r"""
# Homework: two layers with a ReLU

Train two matrices on random data: the inputs times $W_1$, every negative number set to 0, the rest times
$W_2$. There are no biases. The sizes are yours; take some ten samples, inputs, hidden units and outputs,
and all of them different: equal sizes hide mistakes.

The loss is the squared error, summed or averaged over samples and outputs; the steps are those of
gradient descent, with a rate that is small enough, for example 0.0001. Work the gradients out by hand, or
let autograd do it.

Hand in a whole script or a notebook, in any style: with NumPy or with torch, with functions or without.
It is graded as it stands. What counts: that the loss is the one asked for, that each parameter's step
follows its slope, that the steps have the length that the rate says, that gradients are cleared before
the next ones, and that the loss falls.
"""

# Write your script here, and hand it in as it stands.
