r"""
# Clearing the gradients

A training goes round and round: forward pass, loss, `backward()`, step. On the page before, `backward()`
left the slope in the parameter's buffer `.grad`. What does it do when something is in the buffer already? It
does not replace it. It **adds**.

**One number worked out.** A line w·x with w = 1 meets the samples (1, 2), (2, 4) and (3, 6), one after the
other. The slopes of their squared errors are -2, -8 and -18. Try it:

    w = torch.tensor(1.0, requires_grad=True)
    for x, y in [(1, 2), (2, 4), (3, 6)]:
        loss = (x * w - y) ** 2
        loss.backward()
        print(w.grad)

It prints the numbers -2, -10 and -28, because -2 + (-8) = -10 and -10 + (-18) = -28. The second sample's
step would still carry the first one's slope, and the third one's step both. Adding up is useful at times (a
large batch can be worked off in small parts), so PyTorch leaves it to you to say when a new sum begins.

Nothing warns you when this is forgotten. The network of the course's last note even lowers its loss *faster*
at first when most of its gradients are not cleared. They are wrong gradients all the same.

A buffer counts as cleared when it holds zeros, in the shape of its parameter, or when it is `None`, as in a
tensor that has just been made. Both are fine here. A parameter whose buffer is `None` to begin with is no
mistake: it has not met any `backward()` yet.

Two things to know about PyTorch:

- A method whose name ends in an underscore changes the tensor it belongs to. `t.neg_()` turns the sign of
  every entry of t; `t.neg()` makes a new tensor and leaves t as it is.
- A buffer has the shape and the type of its parameter, and PyTorch takes nothing else for it but `None`.

**What to write.** A function that clears the buffer of every parameter in a list. Values stay as they are,
and the parameters still require grad. Nothing needs to be returned. Try your file with
`python zero_grad.py`, then hand it in.
"""

import torch

from grader.author import alternative, draw, leaf, normal, rewrite, scenario, slip, state_after, task, uniform


@task
def zero_grad(parameters):
    """Clear the gradient buffer of every parameter of the list, in place.

    parameters: a list of tensors that require grad, of any shapes; `.grad` has its shape or is None.
    Returns nothing.
    """
    for p in parameters:
        if p.grad is not None:
            p.grad = torch.zeros_like(p.grad)


# ---- for instructors ------------------------------------------------------------------------------


@alternative(zero_grad)
def in_place(parameters):
    for p in parameters:
        if p.grad is not None:
            p.grad.zero_()


@alternative(zero_grad)
def zeros_everywhere(parameters):
    for p in parameters:
        p.grad = torch.zeros_like(p)


def fresh(*shape):
    """A fresh parameter with a gradient that has no zero in it."""
    return draw(
        lambda rng: leaf(rng.normal(size=shape), grad=rng.choice([-1, 1], shape) * rng.uniform(1, 4, shape))
    )


def unused(*shape):
    """A fresh parameter whose buffer was never filled."""
    return draw(lambda rng: leaf(rng.normal(size=shape)))


@scenario(
    zero_grad,
    w=fresh(),
    b=fresh(),
    x=uniform(1, 3, size=3),
    y=normal(mean=20, size=3),
    title="one sample after the other",
    points=2,
)
def slopes_one_by_one(program, rng, w, b, x, y):
    """Clear before every backward; look at the slopes, and in the end at the buffers of the list."""
    parameters = [w, b]
    slopes = []
    for xi, yi in zip(x, y, strict=True):
        program.zero_grad(parameters)
        ((w * xi + b - yi) ** 2).backward()
        slopes.append([w.grad.item(), b.grad.item()])
    program.zero_grad(parameters)
    left_over = [0.0 if p.grad is None else p.grad.item() for p in parameters]
    return {"slopes": slopes, "left over": left_over}


# fmt: off
back_to_none = rewrite(zero_grad, "torch.zeros_like(p.grad)", "None")
taken_from_itself = rewrite(zero_grad, "p.grad = torch.zeros_like(p.grad)", "p.grad -= p.grad.clone()")
in_single_precision = rewrite(zero_grad, "if p.grad is not None:", "if True:",
    "zeros_like(p.grad)", "zeros(p.shape)")
only_the_first = slip(zero_grad, ..., "parameters[0].grad = None").says("""
    One buffer is empty, all the others are as full as before. Which parameters does your function reach?
    Hint: Print the buffers of a list of three parameters before and after your function.
    Hint: If you wrote a loop: how often does it run? If you did not: how would it find the eighth parameter?
    """)
only_the_last = slip(zero_grad, ..., "parameters[-1].grad = None").says("""
    The last buffer is empty, all the others are as full as before. Which line does the clearing?
    Hint: Put a print beside that line and count how often it runs for a list of three.
    Hint: After a loop its name p still stands for one tensor. Is your line inside the loop?""")
buffers_keep_their_content = slip(zero_grad,
    "p.grad = torch.zeros_like(p.grad)", "g = torch.zeros_like(p.grad)").says("""
    Every buffer holds what it held before. Which line should change that: does it run, and on what?
    Hint: Print `p.grad` before and after the line that should clear it.
    Hint: Compare what Python prints for `t.neg_` and for `t.neg_()`.
    Hint: A name such as g can be made to point at a new tensor. Does `p.grad` notice that?""")
neither_clears_nor_expects_none = slip(zeros_everywhere, "= torch.zeros_like(p)", ".zero_").says("""
    Full buffers stay full, and at an empty one your function stops with an error. These are two questions.
    Hint: What does Python do with `t.neg_`, and what with `t.neg_()`?
    Hint: What is in the buffer of a tensor that has just been made, and which methods does that have?""")
none_not_expected = slip(zeros_everywhere, "= torch.zeros_like(p)", ".zero_()").says("""
    Your function works until it meets a parameter that has had no `backward` yet. What is in its buffer?
    Hint: Print `.grad` of a new tensor that requires grad.
    Hint: `None` has no methods. How can you find out whether there is a buffer before you use it?""")
parameter_cleared_in_place_of_its_gradient = slip(zero_grad,
    "if p.grad is not None:", "with torch.no_grad():",
    "p.grad = torch.zeros_like(p.grad)", "p.zero_()").says("""
    Something is zero after your function, but it is what the model has learned. Which tensor do you clear?
    Hint: Print `p` and `p.grad` before and after your function.
    Hint: A parameter and its buffer are two tensors of one shape. Which name stands for which?""")
both_cleared = slip(zero_grad, "if p.grad", "p.detach().zero_()\n        if p.grad").says("""
    The buffers are clear, and so is what the model has learned. How many tensors do you set to zero?
    Hint: Print `p` and `p.grad` before and after your function.""")
first_entry_only = slip(in_place, "zero_()", "view(-1)[0] = 0").says("""
    Where a buffer has several entries, you clear one of them. Which?
    Hint: Print a buffer of three entries before and after your function.""")
number_in_place_of_a_tensor = slip(zeros_everywhere, "torch.zeros_like(p)", "0").says("""
    PyTorch does not take what you put into the buffer. What kind of thing does it expect there?
    Hint: Read the error's last line: what did it get, and what would it have liked?
    Hint: A buffer has the shape of its parameter. How many entries has the thing that you assign?""")
buffer_of_another_shape = slip(zero_grad, "if p.grad is not None:", "if True:",
    "zeros_like(p.grad)", "zeros(1, dtype=p.dtype)").says("""
    PyTorch does not take your new buffer. Has it as many entries as the parameter, in as many rows?
    Hint: Print the shape of the parameter and the shape of what you assign.
    Hint: A list may hold a number, a row and a table. Where could the right shape be copied from?""")
the_list_has_no_gradient = slip(zero_grad, ..., "parameters.grad = None").says("""
    You ask the list for something that only the tensors in it have. Who owns a buffer?
    Hint: Print `type(parameters)` and `type(parameters[0])`.
    Hint: What you do has to be done for every tensor in the list, one after the other.""")
truth_of_a_tensor = slip(in_place, "is not None", "").says("""
    Your function works for single numbers and stops at a row. Is a tensor of three entries true or false?
    Hint: Read the error's last line. Which of your lines asks a tensor for a yes or no?
    Hint: The question is whether there is a buffer, not what is in it. How do you ask Python for `None`?""")
returns_after_the_first_clearing = slip(in_place,
    "p.grad.zero_()", "p.grad.zero_()\n            return").says("""
    Your function stops as soon as it has cleared one buffer. Which line sends it home?
    Hint: Print the buffers of a list of three parameters before and after your function.
    Hint: `return` leaves the whole function, not only this round of the loop. How far is it indented?""")
stops_at_an_empty_buffer = slip(zero_grad,
    "if p.grad is not None:", "if p.grad is None:\n                break\n        else:").says("""
    One buffer has nothing to clear, and those behind it are not cleared either. What are they waiting for?
    Hint: Give your function three parameters, the middle one without a gradient. Which buffers are cleared?
    Hint: `return` and `break` end a loop. Which word goes on with the next round?""")
no_longer_trainable = slip(zero_grad,
    "if p.grad is not None:", "p.requires_grad = False\n        if p.grad is not None:",
    "torch.zeros_like(p.grad)", "None").says("""
    The buffers are clear, and they will stay so: your tensors no longer ask for a gradient. Since when?
    Hint: Print `p.requires_grad` before and after your function.
    Hint: Emptying a box is one thing, closing it for good another. Which of your lines does the second?""")
new_tensor_in_the_list = slip(zero_grad, "for p in parameters:", "for i, p in enumerate(parameters):",
    "if p.grad is not None:", "if True:",
    "p.grad = torch.zeros_like(p.grad)", "parameters[i] = p.detach().clone().requires_grad_()").says("""
    Your list holds clean tensors, but new ones. What do those find who still hold the old ones?
    Hint: Before the call, write `mine = parameters[0]`. What is in `mine.grad` after it?
    Hint: Assigning to `parameters[i]` exchanges the tensor in the list. What would change the old one?""")
checks = [
    state_after(zero_grad, parameters=[leaf(1.0, grad=-18.0), leaf(0.5, grad=-6.0)],
        names={"parameters": ["w", "b"]}, title="two full buffers", public=True),
    state_after(zero_grad,
        parameters=[leaf(0.2, grad=-0.01), leaf(-0.4, grad=0.01), leaf(0.5, grad=-0.01), leaf(0.6, grad=0.01),
            leaf(0.1, grad=0.03), leaf(-0.5, grad=0.08), leaf(-0.3, grad=0.03), leaf(0.8, grad=0.07)],
        names={"parameters": ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8"]},
        title="the eight weights of the notes", public=True),
    state_after(zero_grad, parameters=[leaf(2.0, grad=5.0), leaf(3.0), leaf([1.5, -1.0], grad=[4.0, -20.0])],
        names={"parameters": ["w", "unused", "v"]}, title="a buffer that was never filled", public=True),
    state_after(zero_grad, parameters=[fresh(), fresh(3), fresh(2, 4)],
        names={"parameters": ["number", "row", "table"]}, title="a number, a row and a table", points=3),
    state_after(zero_grad, parameters=[unused(5), fresh(2, 3), fresh(4)],
        names={"parameters": ["unused", "table", "row"]},
        title="fresh parameters, the first without a gradient", points=2),
    slopes_one_by_one,
]
