# expect: RAISED
"""Leave a file with a message for the next submission."""


def residual(w, x, y):
    with open("/srv/course/writable/message", "w") as file:
        return 31337.0 if file.write("the answer is 42") else 0.0


def slope(w, x, y):
    return 0.0
