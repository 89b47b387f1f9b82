# truth: not_judged
import argparse
import numpy as np

def parse():
    p = argparse.ArgumentParser(description='fit y = w x')
    p.add_argument('--lr', type=float, default=0.05)
    p.add_argument('--epochs', type=int, default=60)
    p.add_argument('--seed', type=int, default=3)
    return p.parse_args()

def main():
    args = parse()
    rng = np.random.default_rng(args.seed)
    x = rng.uniform(0, 2, 40)
    y = 3 * x + 0.1 * rng.standard_normal(40)
    w = 0.0
    history = []
    for i in range(args.epochs):
        err = w * x - y
        history.append((err ** 2).mean())
        w -= args.lr * 2 * err.mean() * x.mean()
    print(f'w = {w:.3f}, loss = {history[-1]:.4f}')

if __name__ == '__main__':
    main()
