r"""
# How many are right

A classifier gives a row of scores for every sample; the class with the largest score is its answer. The **accuracy** is
the part of the samples whose answer is the label. With a mask some samples are left out: those where it is `False`.

**One batch worked out.** The scores (1, 3, 2), (5, 0, 1), (2, 2, 4), (0, 1, 7) answer 1, 0, 2, 2. With the labels 1, 2, 2, 2
three of four are right: the accuracy is 0.75. With the mask True, True, False, True two of three are right.

**What to write.** The accuracy. Try your file with `python hits.py`, then hand it in.
"""

import numpy as np
import torch

from grader.author import alternative, draw, normal, returns, rewrite, slip, task, tensor


@task
def accuracy(scores, labels, mask):
    """Return the part of the kept samples that is classified rightly, one number.

    scores: a tensor of shape (n, k).  labels: a tensor of n whole numbers.  mask: a tensor of n truth values, or None.
    """
    right = scores.argmax(dim=1) == labels
    if mask is not None:
        right = right[mask]
    return right.double().mean()


# ---- for instructors ------------------------------------------------------------------------------


@alternative(accuracy)
def with_a_loop(scores, labels, mask):
    hits = kept = 0
    for i in range(len(labels)):
        if mask is None or mask[i]:
            kept += 1
            hits += int(scores[i].argmax() == labels[i])
    return hits / kept


# fmt: off
in_numpy = rewrite(accuracy, "right.double().mean()", "np.mean(right.numpy())")
counted = rewrite(accuracy, "right.double().mean()", "float(right.sum()) / right.numel()")
number_right = slip(accuracy, "double().mean()", "double().sum()").says("""
    You return how many are right. Which part of the samples is that?
    Hint: The accuracy lies between 0 and 1.""")
mask_ignored = slip(accuracy, "right = right[mask]", "pass").says("""
    Your accuracy is the same with and without the mask. What does the mask say?
    Hint: In the story three of four become two of three.""")
masked_as_wrong = slip(accuracy, "right[mask]", "right & mask").says("""
    Samples that are left out count as wrong with you. By how many samples do you divide?
    Hint: In the story two of three are right with the mask.""")
mask_turned = slip(accuracy, "right[mask]", "right[~mask]").says("""
    You look at the samples that should be left out. What does True mean in the mask?
    Hint: The third sample of the story is left out.""")
smallest_wins = slip(accuracy, "argmax", "argmin").says("""
    Your classifier answers with the class of the smallest score. Which one is meant?
    Hint: The scores (1, 3, 2) answer 1.""")
wrong_ones = slip(accuracy, "==", "!=").says("""
    You return the part that is wrong. What should a perfect classifier get?
    Hint: What is 1 minus your number?""")
story = {
    "scores": tensor([[1.0, 3.0, 2.0], [5.0, 0.0, 1.0], [2.0, 2.0, 4.0], [0.0, 1.0, 7.0]]),
    "labels": tensor([1, 2, 2, 2]),
}
fresh = {"scores": tensor(normal(size=(11, 4))), "labels": tensor(draw(lambda rng: rng.permutation([0, 1, 2, 3, 0, 1, 2, 3, 1, 2, 1])))}
checks = [
    returns(accuracy, **story, mask=None, title="all samples of the story", public=True),
    returns(accuracy, **story, mask=tensor([True, True, False, True]), title="the story with a mask", public=True),
    returns(accuracy, **fresh, mask=None, title="eleven fresh samples"),
    returns(accuracy, **fresh, mask=tensor(draw(lambda rng: rng.permutation([True, False, True, True, False, True, False, True, True, False, True]))),
        title="eleven fresh samples with a mask", points=2),
]
