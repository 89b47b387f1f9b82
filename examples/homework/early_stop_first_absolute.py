# truth: wrong
# parameters: k wrong, c right
# early stop + while loop
xs = [0.0, 1.0, 2.0, 3.0, 4.0]
ys = [1.1, 2.9, 5.2, 7.1, 8.8]
k, c = 0.0, 0.0
lr = 0.03
n = len(xs)
prev = float('inf')
count = 0
while True:
    preds = [k * x + c for x in xs]
    loss = sum((p - y) ** 2 for p, y in zip(preds, ys)) / n
    if abs(prev - loss) < 1e-7:
        print("converged after", count, "steps")
        break
    prev = loss
    dk = 2 / n * sum(abs(p - y) * x for p, x, y in zip(preds, xs, ys))
    dc = 2 / n * sum(p - y for p, y in zip(preds, ys))
    k -= lr * dk
    c -= lr * dc
    count += 1
print("y = %.3f x + %.3f" % (k, c))
