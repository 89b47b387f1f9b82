"""Attacks in other set-ups than this machine's own: as an ordinary user, and without namespaces.

A sample each, in a machine to throw away; ``bench/hostile_matrix.py`` runs all of them.
"""

from __future__ import annotations

import attacks
import disposable
import pytest
from attacks import ATTACKS
from disposable import Build
from samples import NIGHTLY

from grader.sandbox.policy import LAYERS

BUILDS = (Build("ordinary user"), Build("kernel-only", tier="kernel-only"), Build("root", root=True))
SAMPLE = 12 if NIGHTLY else 36
"""One in so many attacks runs in a set-up; every set-up has others."""


@pytest.mark.skipif(bool(disposable.available()), reason=disposable.available() or "available")
@pytest.mark.parametrize("build", BUILDS, ids=[build.name for build in BUILDS])
def test_a_sample_fails_in_another_set_up(build: Build):
    """Nothing is won but what docs/security.md says of this tier, and all ends as expected."""
    sample = ATTACKS[BUILDS.index(build) :: SAMPLE]
    known = attacks.KNOWN.get(build.tier or "", frozenset())
    expected = {attack.id: attack.expect for attack in sample}
    for one in disposable.tried(build, [attack.id for attack in sample]):
        if one.id not in known:
            assert one.facts == (), one
            assert one.statuses <= expected[one.id], one


@pytest.mark.skipif(bool(disposable.available()), reason=disposable.available() or "available")
def test_a_machine_to_throw_away_is_one():
    """What an attack does there, it does not do here: the worst of them ends only its own machine."""
    weakest = Build("nothing", without=LAYERS)
    (everybody,) = disposable.tried(weakest, ["process/kills_everybody"])
    assert everybody.facts
    won = {
        one.id: one.facts for one in disposable.tried(weakest, ["files/opens_the_solution", "process/forks"])
    }
    assert won == {"files/opens_the_solution": ("read the secret",), "process/forks": ("said that it won",)}
