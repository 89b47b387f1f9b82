r"""
# One step downhill

A gradient says how steeply the loss rises when a parameter grows. To make the loss smaller, every parameter
takes a small step the other way. This is **gradient descent**, and the **learning rate** lr says how small:

    new w = w - lr · dL/dw

**One number worked out.** On the page about the gradient, the line with w = 1 met the sample x = 3, y = 6,
and the slope of the loss was dL/dw = -18. With lr = 0.01 the new weight is 1 - 0.01·(-18) = 1 + 0.18 = 1.18:
a negative slope means that a larger w is better, and the step makes it larger.

**How PyTorch keeps a parameter.** On this page the slopes come from PyTorch. A parameter is a tensor made
with `requires_grad=True`. When `backward()` is called on a loss, PyTorch works out the slopes and leaves
them in the parameter's `.grad`, a tensor of the same shape, called the parameter's gradient **buffer**:

    w = torch.tensor(1.0, requires_grad=True)
    loss = (3 * w - 6) ** 2
    loss.backward()
    print(w.grad)                      # tensor(-18.)

The step itself is yours. Three things need care:

1. *The same tensors.* The model, and whoever else uses the parameters, holds these very tensors. The numbers
   inside them have to change. A new tensor with better numbers is one that nobody knows of.
2. *Nothing written down.* PyTorch records every calculation with a parameter, so that it can be
   differentiated later. The step is no part of the loss and must not be recorded. Inside a block that begins
   with `with torch.no_grad():` the recording is off. After the step the parameters still require grad.
3. *The buffers.* Reading `.grad` is all that a step does with it; the buffer keeps its content. Some
   parameters may have taken no part in the loss. Their `.grad` is `None`, and they stay where they are.

**What to write.** One step for a whole list of parameters, which may have different shapes. Nothing needs to
be returned. Try your file with `python update_step.py`, then hand it in.
"""

import torch

from grader.author import alternative, draw, leaf, rewrite, scenario, slip, state_after, task, uniform


@task
def update_step(parameters, lr):
    """Take one step of gradient descent with every parameter of the list, in place.

    parameters: a list of tensors that require grad, of any shapes; `.grad` has its shape or is None.
    lr: a number.  Returns nothing.
    """
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p -= lr * p.grad


# ---- for instructors ------------------------------------------------------------------------------


@alternative(update_step)
def through_data(parameters, lr):
    for p in parameters:
        if p.grad is not None:
            p.data -= lr * p.grad


@alternative(update_step)
def worked_out_and_copied(parameters, lr):
    for p in parameters:
        slope = torch.zeros_like(p) if p.grad is None else p.grad
        with torch.no_grad():
            p.copy_(p - lr * slope)


def fresh(*shape):
    """A fresh parameter with a gradient that has no zero in it."""
    return draw(
        lambda rng: leaf(rng.normal(size=shape), grad=rng.choice([-1, 1], shape) * rng.uniform(1, 4, shape))
    )


def unused(*shape):
    """A fresh parameter that took no part in the loss."""
    return draw(lambda rng: leaf(rng.normal(size=shape)))


@scenario(
    update_step,
    w=draw(lambda rng: leaf(rng.uniform(-1, 1))),
    target=uniform(2, 4),
    lr=uniform(0.05, 0.2),
    title="three steps down a parabola",
    points=2,
)
def descent(program, rng, w, target, lr):
    """Minimise (w - target)² and look at the tensor itself and at the one in the list."""
    parameters = [w]
    path = []
    for _ in range(3):
        w.grad = None
        loss = (w - target) ** 2
        loss.backward()
        program.update_step(parameters, lr)
        path.append(w.item())
    return {"path": path, "w in the list": parameters[0]}


# fmt: off
data_assigned = rewrite(update_step, "p -= lr * p.grad", "p.data.add_(-lr * p.grad)")
with_add = rewrite(update_step, "p -= lr * p.grad", "p.add_(p.grad, alpha=-lr)")
uphill = slip(update_step, "-=", "+=").says("""
    Your step makes the loss larger. Which way does the gradient point: up or down?
    Hint: In the worked number the slope is -18. Should the weight grow or shrink, and what does yours do?
    Hint: Compare the sign in your step with the one in the formula.""")
rate_applied_twice = slip(update_step, "lr * p.grad", "lr * (lr * p.grad)").says("""
    Your steps go the right way but are far too short. How does your step change when lr is halved?
    Hint: With lr = 0.1 and a slope of 1 the step should be 0.1 long. How long is yours?
    Hint: Count how often lr meets the gradient before the parameter is changed.""")
rate_ignored = slip(update_step, "lr *", "").says("""
    Your step is as long as the whole slope, whatever the learning rate is. Who is in charge of its length?
    Hint: Call your function with lr = 0. Should anything move?
    Hint: Look through the body of your function for its argument lr.""")
old_value_dropped = slip(through_data, "-=", "= -").says("""
    Your parameters end up at the step itself. Where did they set out from?
    Hint: With a gradient of zero a parameter should stay where it is. Where does yours go?
    Hint: Python reads `a =- b` as `a = (-b)`. Is there such a place in your code, or a term that is missing?
    """)
nothing_moves = slip(through_data, ".data -=", "= p -").says("""
    After your step every parameter has its old value. If you worked out a new one, where did it go?
    Hint: Print `id(p)` before and after the line that sets the new value. Is it still the same tensor?
    Hint: `p = …` makes the name p point at something else. The tensor it pointed at before does not notice.
    Hint: Which operations write into a tensor, and which make a new one?""")
new_tensor_in_the_list = slip(update_step, "for p in parameters:", "for i, p in enumerate(parameters):",
    "p -= lr * p.grad", "parameters[i] = (p - lr * p.grad).detach().requires_grad_()").says("""
    Your list holds the right numbers, but in new tensors. What do those see who still hold the old ones?
    Hint: Before the step, write `mine = parameters[0]`. After the step, print `mine` and `parameters[0]`.
    Hint: Assigning to `parameters[i]` exchanges the tensor in the list. What would change the tensor itself?
    """)
step_recorded = slip(through_data, "p.data", "p").says("""
    PyTorch stopped your step with an error: it was about to record it. Is the step a part of the loss?
    Hint: Read the error's last line. Which tensors does it speak of, and what does it not allow?
    Hint: The story's second point names a block without recording. Which of your lines belongs into it?""")
gradient_cleared = slip(update_step, "* p.grad", "* p.grad\n                p.grad.zero_()").says("""
    Your parameters move as they should, but afterwards their buffers are empty. Who asked for that?
    Hint: Print `p.grad` before and after your step.
    Hint: Clearing the buffers is the next page's job. What does the third point of the story ask of a step?
    """)
gradient_scaled_in_its_buffer = slip(update_step, "-= lr *", ".grad *= lr\n                p -=").says("""
    Your parameters move as they should, but their gradients have changed. Which line writes into them?
    Hint: Print `p.grad` before and after your step.
    Hint: `a *= b` changes the tensor a. `a * b` makes a new one and leaves a as it is.""")
return_inside_the_loop = slip(update_step, "* p.grad", "* p.grad\n            return").says("""
    Only the first parameter of the list moves. Which line keeps the others from their turn?
    Hint: Put a print into your loop and count how often it runs for a list of three.
    Hint: `return` leaves the whole function, not only this round of the loop. How far is it indented?""")
only_the_last = slip(through_data, "for p in parameters:", "p = parameters[-1]", "        if", "    if",
    "            p", "        p").says("""
    Only the last parameter of the list moves. Is the step taken inside your loop, or after it?
    Hint: Put a print beside the step and count how often it runs for a list of three.
    Hint: After a loop its name p still stands for one tensor. Which one?""")
first_gradient_for_all = slip(update_step, "* p", "* parameters[0]").says("""
    Your parameters all take the same step. Whose gradient is it that you use?
    Hint: Give your function two parameters with gradients 1 and 100 and look at how far each one moves.
    Hint: A slope says something about its own parameter only. Which index or name of yours does not change?
    """)
no_longer_trainable = slip(update_step, "if p.grad", "p.detach_()\n            if p.grad").says("""
    The numbers are right, but your tensors no longer collect gradients. Which line made them stop?
    Hint: Print `p.requires_grad` before and after your step.
    Hint: Switching the recording off for a while is one thing, taking a tensor out of it for good is
    another.""")
stops_at_an_empty_buffer = slip(update_step,
    "if p.grad is not None:", "if p.grad is None:\n                    break\n            else:").says("""
    One parameter has no gradient, and those behind it do not move either. What are they waiting for?
    Hint: Give your function three parameters, the middle one with `.grad` None. Which of them move?
    Hint: `return` and `break` end a loop. Which word goes on with the next round?""")
empty_buffer_not_expected = slip(update_step, "if p.grad is not None:\n                ", "").says("""
    Your step works until it meets a parameter that took no part in the loss. What is in its buffer?
    Hint: Print `.grad` of a new tensor that requires grad, before any call of `backward`.
    Hint: `None` is no number and cannot be multiplied. What does the third point of the story say about it?
    """)
checks = [
    state_after(update_step, parameters=[leaf(1.0, grad=-18.0)], lr=0.01, names={"parameters": ["w"]},
        title="one parameter", public=True),
    state_after(update_step, parameters=[leaf(1.0, grad=16.0), leaf(1.0, grad=8.0), leaf(0.0, grad=4.0)],
        lr=0.01, names={"parameters": ["w1", "w2", "b"]}, title="three parameters of the notes", public=True),
    state_after(update_step, parameters=[leaf(2.0, grad=5.0), leaf(3.0), leaf([1.0, -1.0], grad=[5.0, 20.0])],
        lr=0.1, names={"parameters": ["w", "unused", "v"]}, title="a parameter without a gradient",
        public=True),
    state_after(update_step, parameters=[fresh(), fresh(3), fresh(2, 4)], lr=uniform(0.05, 0.2),
        names={"parameters": ["number", "row", "table"]}, title="a number, a row and a table", points=3),
    state_after(update_step, parameters=[fresh(), unused(5), fresh(2, 3), fresh(4)], lr=uniform(0.05, 0.2),
        names={"parameters": ["number", "unused", "table", "row"]},
        title="fresh parameters, one without a gradient", points=2),
    descent,
]
