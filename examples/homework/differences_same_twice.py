# truth: wrong
# parameters: w right, b wrong
# mistake: slope_of_another
def f(x, w, b):
    return w * x + b


data = [(0, 1), (1, 3), (2, 5), (3, 7)]


def loss(w, b):
    return sum((f(x, w, b) - y) ** 2 for x, y in data) / len(data)


def num_grad(w, b, h=1e-5):
    dw = (loss(w + h, b) - loss(w - h, b)) / (2 * h)
    db = (loss(w + h, b) - loss(w - h, b)) / (2 * h)
    return dw, db


w, b = 0.0, 0.0
epoch = 0
while loss(w, b) > 1e-4 and epoch < 2000:
    dw, db = num_grad(w, b)
    w, b = w - 0.05 * dw, b - 0.05 * db
    epoch += 1
print(epoch, w, b)
