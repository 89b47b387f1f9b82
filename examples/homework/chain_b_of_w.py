# truth: wrong
# parameters: b wrong, w right
# mistake: slope_of_another
x_data = [338., 333., 328., 207., 226., 25., 179., 60., 208., 606.]
y_data = [640., 633., 619., 393., 428., 27., 193., 66., 226., 1591.]
b = -120
w = -4
lr = 0.0000001
for i in range(1000):
    b_grad = 0.0
    w_grad = 0.0
    loss = 0.0
    for n in range(len(x_data)):
        err = y_data[n] - b - w * x_data[n]
        loss += err ** 2
        b_grad = b_grad - 2.0 * err * x_data[n]
        w_grad = w_grad - 2.0 * err * x_data[n]
    b = b - lr * b_grad
    w = w - lr * w_grad
    if i % 100 == 0:
        print(i, loss)
