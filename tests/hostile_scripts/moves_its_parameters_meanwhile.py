"""Have a thread put another number in the parameter's place all the time, and never end."""

import threading
import time

import numpy as np


def move():
    global w
    while True:
        w = 5.0
        time.sleep(0)


threading.Thread(target=move, daemon=True).start()
threading.Thread(target=time.sleep, args=(60,)).start()

x = np.array([1.0, 2.0, 3.0])
y = 2.0 * x
w = 0.5

for epoch in range(20):
    error = w * x - y
    loss = np.mean(error**2)
    w = w - 0.05 * np.mean(2 * error * x)
