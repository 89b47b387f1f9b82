# kind: wrong
# task: update_step
# truth: The step is added, so every parameter moves uphill.
# line: 48
# foreseen: unknown
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


def update_step(parameters, lr):
    """Take one step of gradient descent with every parameter of the list, in place."""
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p += lr * p.grad


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
        ('one parameter', lambda: after({0: ['w']}, [], update_step, [leaf(1.0, grad=-18.0)], 0.01), {'w': '1.18', 'w.grad': '-18'}),
        ('three parameters of the notes', lambda: after({0: ['w1', 'w2', 'b']}, [], update_step, [leaf(1.0, grad=16.0), leaf(1.0, grad=8.0), leaf(0.0, grad=4.0)], 0.01), {'w1': '0.84', 'w1.grad': '16', 'w2': '0.92', 'w2.grad': '8', 'b': '-0.04', 'b.grad': '4'}),
        ('a parameter without a gradient', lambda: after({0: ['w', 'unused', 'v']}, [], update_step, [leaf(2.0, grad=5.0), leaf(3.0), leaf([1.0, -1.0], grad=[5.0, 20.0])], 0.1), {'w': '1.5', 'w.grad': '5', 'unused': '3', 'unused.grad': '0', 'v': '[0.5, -3]', 'v.grad': '[5, 20]'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
