# kind: wrong
# task: zero_grad
# truth: A new tensor of zeros is bound to a local name; the buffer itself keeps its content.
# line: 51
# foreseen: unknown
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


def zero_grad(parameters):
    """Clear the gradient buffer of every parameter of the list, in place."""
    for p in parameters:
        if p.grad is not None:
            grad = p.grad
            grad = torch.zeros_like(grad)


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
        ('two full buffers', lambda: after({0: ['w', 'b']}, [], zero_grad, [leaf(1.0, grad=-18.0), leaf(0.5, grad=-6.0)]), {'w': '1', 'w.grad': '0', 'b': '0.5', 'b.grad': '0'}),
        ('the eight weights of the notes', lambda: after({0: ['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w8']}, [], zero_grad, [leaf(0.2, grad=-0.01), leaf(-0.4, grad=0.01), leaf(0.5, grad=-0.01), leaf(0.6, grad=0.01), leaf(0.1, grad=0.03), leaf(-0.5, grad=0.08), leaf(-0.3, grad=0.03), leaf(0.8, grad=0.07)]), {'w1': '0.2', 'w1.grad': '0', 'w2': '-0.4', 'w2.grad': '0', 'w3': '0.5', 'w3.grad': '0', 'w4': '0.6', 'w4.grad': '0', 'w5': '0.1', 'w5.grad': '0', 'w6': '-0.5', 'w6.grad': '0', 'w7': '-0.3', 'w7.grad': '0', 'w8': '0.8', 'w8.grad': '0'}),
        ('a buffer that was never filled', lambda: after({0: ['w', 'unused', 'v']}, [], zero_grad, [leaf(2.0, grad=5.0), leaf(3.0), leaf([1.5, -1.0], grad=[4.0, -20.0])]), {'w': '2', 'w.grad': '0', 'unused': '3', 'unused.grad': '0', 'v': '[1.5, -1]', 'v.grad': '[0, 0]'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
