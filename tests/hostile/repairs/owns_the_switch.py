# expect: FAILED
"""Put something of its own where the grader switches changes on, that bites whoever asks or empties it."""


class Switch(set):
    def __contains__(self, number):
        raise SystemExit(number)

    def clear(self):
        raise KeyboardInterrupt


def residual(w, x, y):
    global grader_active_changes
    grader_active_changes = Switch()
    return w * x + y


def slope(w, x, y):
    return 0.5 * w
