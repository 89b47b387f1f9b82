# truth: not_judged
def L(w):
    return (w - 3) ** 2 + 1

def dL(w):
    return 2 * w - 3

w = -4.0
lr = 0.1
path = [w]
for i in range(60):
    w = w - lr * dL(w)
    path.append(w)
    print("step", i, "w =", w, "L(w) =", L(w))
