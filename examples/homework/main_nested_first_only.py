# truth: constant
# parameters: w constant
# mistake: only_first
import random


def main():
    w = random.random()
    xs = [1.0, 2.0, 3.0, 4.0]
    ys = [3.0, 6.0, 9.0, 12.0]

    def forward(x):
        return w * x

    def cost():
        total = 0
        for x, y in zip(xs, ys):
            total += (forward(x) - y) ** 2
        return total / len(xs)

    def grad():
        g = 0
        for x, y in zip(xs, ys):
            g += 2 * x * (forward(x) - y)
            return g / len(xs)
        return g / len(xs)

    cost_list = []
    for epoch in range(100):
        c = cost()
        w -= 0.01 * grad()
        cost_list.append(c)
        if epoch % 10 == 0:
            print('Epoch:%d  w=%.4f  cost=%.6f' % (epoch, w, c))


if __name__ == '__main__':
    main()
