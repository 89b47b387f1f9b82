# truth: right
# parameters: w right
forward = lambda x: w * x
loss = lambda x, y: (forward(x) - y) ** 2
grad = lambda x, y: 2 * x * (forward(x) - y)
w = 0.3
data = list(zip([1.0, 2.0, 3.0], [2.0, 4.0, 6.0]))
for epoch in range(60):
    L = 0.0
    for (x, y) in data:
        w = w - 0.02 * grad(x, y)
        L += loss(x, y)
    print(f"{epoch:3d} {w:.4f} {L / 3:.6f}")
