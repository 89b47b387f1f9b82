"""A library whose functions a program replaces is named, and nothing else is said of its numbers."""

from __future__ import annotations

import pytest
from conftest import Grade

from grader.grading.library import replacement
from grader.grading.source import Source

WRONG = """import numpy as np

np.asarray = lambda given, *rest, **others: np.array(given)[::-1]


def forward(x, w):
    return w * np.asarray(x)


def forward_with_bias(x, w, b):
    return w * np.asarray(x) + b
"""


def test_only_the_replacement_is_told(graded: Grade) -> None:
    """What the numbers look like is the work of that function."""
    (found,) = graded("forward", WRONG).diagnoses
    assert found.id == "library_replaced"
    assert "Line 3" in str(found.message)
    assert "np.asarray" in str(found.message)


@pytest.mark.parametrize(
    "text",
    [
        "import torch\ntorch.backends.deterministic = True\n",
        "import numpy as np\nmodel = np\nmodel.f = lambda x: x\n",
        "class A:\n    pass\nA.f = lambda x: x\n",
        "import numpy as np\ndata = np.ones(3)\ndata.flags.writeable = False\n",
    ],
)
def test_settings_and_own_names_are_no_replacement(text: str) -> None:
    """A setting of a library is there to be set, and what is no library may have any function."""
    assert replacement(Source(text)) is None
