# truth: wrong
# parameters: state['w'] wrong, state['b'] wrong
# mistake: only_last
import random

points = [(i / 10, 0.7 * i / 10 - 0.2) for i in range(20)]
state = {"w": random.random(), "b": random.random()}
velocity = {"w": 0.0, "b": 0.0}
lr = 0.05
mu = 0.9


def compute_loss(s):
    return sum((s["w"] * x + s["b"] - y) ** 2 for x, y in points) / len(points)


def compute_grads(s):
    gw = gb = 0.0
    for x, y in points:
        d = s["w"] * x + s["b"] - y
        gw = 2 * d * x
        gb = 2 * d
    return {"w": gw / len(points), "b": gb / len(points)}


for it in range(200):
    g = compute_grads(state)
    for key in state:
        velocity[key] = mu * velocity[key] - lr * g[key]
        state[key] += velocity[key]
    if it % 20 == 0:
        print(f"iter {it}: loss={compute_loss(state):.6f} {state}")
