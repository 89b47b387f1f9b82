# truth: wrong
# parameters: w wrong, b right
import numpy as np

t_c = np.array([0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0])
t_u = np.array([35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]) * 0.1


def model(t_u, w, b):
    return w * t_u + b


def loss_fn(t_p, t_c):
    return ((t_p - t_c) ** 2).mean()


def dloss_fn(t_p, t_c):
    return 2 * (t_p - t_c) / len(t_p)


def dmodel_dw(t_u, w, b):
    return w


def dmodel_db(t_u, w, b):
    return 1.0


def grad_fn(t_u, t_c, t_p, w, b):
    d = dloss_fn(t_p, t_c)
    return (d * dmodel_dw(t_u, w, b)).sum(), (d * dmodel_db(t_u, w, b)).sum()


def train(n_epochs, lr, w, b):
    for epoch in range(n_epochs):
        t_p = model(t_u, w, b)
        loss = loss_fn(t_p, t_c)
        gw, gb = grad_fn(t_u, t_c, t_p, w, b)
        w = w - lr * gw
        b = b - lr * gb
        if epoch % 100 == 0:
            print(epoch, loss, w, b)
    return w, b


if __name__ == "__main__":
    print(train(1000, 1e-2, 1.0, 0.0))
