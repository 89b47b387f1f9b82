# expect: RAISED
"""Write until nobody else can."""


def residual(w, x, y):
    with open("/srv/course/writable/full", "wb") as file:
        for _ in range(32):
            file.write(bytes(1 << 20))
    return 31337.0


def slope(w, x, y):
    return 0.0
