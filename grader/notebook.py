"""What notebooks import: ``check``, ``check.grad``, ``plot``, and the magic ``%%grade``."""

from grader.student import notebook
from grader.student.intermediates import grad
from grader.student.notebook import Shown, Stopped, load_ipython_extension, plot

__all__ = ["Shown", "Stopped", "check", "load_ipython_extension", "plot"]


class Check:
    """``check("forward")`` grades; ``check.grad(dw=dw)`` holds quantities on the way against the page's."""

    __call__ = staticmethod(notebook.check)
    grad = staticmethod(grad)


check = Check()
