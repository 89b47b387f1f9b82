"""What notebooks import: ``check``, ``plot``, and the magic ``%%grade``."""

from grader.student.notebook import Shown, Stopped, check, load_ipython_extension, plot

__all__ = ["Shown", "Stopped", "check", "load_ipython_extension", "plot"]
