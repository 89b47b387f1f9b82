# truth: right
# parameters: w right, b right
x = [0.5, 1.5, 2.0, 3.0]
y = [1.9, 4.1, 4.8, 7.2]
w = 0.0
b = 0.0
eta = 0.05
tol = 1e-8
prev = 1e9
step = 0
while True:
    dw = 0
    db = 0
    loss = 0
    for i in range(len(x)):
        e = y[i] - (w * x[i] + b)
        loss += e ** 2
        dw += -2 * e * x[i]
        db += -2 * e
    loss /= len(x)
    dw /= len(x)
    db /= len(x)
    w = w - eta * dw
    b = b - eta * db
    step += 1
    if abs(prev - loss) < tol or step > 10000:
        break
    prev = loss
print(step, w, b, loss)
