# expect: FAILED
"""Offer objects instead of functions, which decide at each call what they are."""


class Task:
    def __call__(self, *args):
        return self

    def __iter__(self):
        return iter([self])

    def __getattr__(self, name):
        raise AttributeError(name)


residual = slope = Task()
