"""What the machine offers on which the tests run: a tier that is not there is skipped with its reason."""

from __future__ import annotations

import functools

import pytest

from grader.errors import SandboxError
from grader.inside.observation import Tier
from grader.sandbox.client import Sandbox


@functools.cache
def missing(tier: Tier) -> str:
    """Return why a tier does not hold here, an empty text where it does."""
    try:
        with Sandbox(tier=tier) as tried:
            tried.ready("numpy")
    except SandboxError as fault:
        return str(fault).replace("\n", " ")
    return ""


def needs(tier: Tier) -> None:
    """Skip a test where a tier does not hold, and say why."""
    if missing(tier):
        pytest.skip(f"this machine does not offer {tier}: {missing(tier)}")
