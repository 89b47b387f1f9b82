"""Look at this machine: what grading needs, which protections hold, and what to do about the rest."""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from grader.course.course import Course
from grader.course.finding import find
from grader.errors import GraderError, SandboxError
from grader.inside.observation import Tier
from grader.sandbox.client import TIERS, Sandbox, installed
from grader.sandbox.mounts import view
from grader.sandbox.policy import LAYERS, PHRASES, bubblewrap, can_be_another, known_machine

State = Literal["PASS", "CAUTION", "FAIL"]

FAILED = 1
"""The exit code where something must be mended before submissions can be graded."""

LEAST_PYTHON, LEAST_TORCH, LEAST_NUMPY = (3, 11), (2, 4), (1, 26)


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: how it stands, what was found, and what to do (empty where nothing)."""

    state: State
    name: str
    says: str
    remedy: str = ""


REMEDIES = (
    ("not installed", "`apt install bubblewrap`, `dnf install bubblewrap` or `pacman -S bubblewrap`"),
    (
        "uid map",
        "this system forbids user namespaces to bwrap: on Ubuntu it needs an AppArmor profile with `userns,`",
    ),
    (
        "ermi",  # Operation not permitted, Permission denied, No permissions to create a new namespace
        "this system forbids namespaces: in a container, start it with `--security-opt seccomp=unconfined "
        "--cap-add SYS_ADMIN`",
    ),
    ("Landlock", "use Linux 6.2 or newer with `landlock` among the modules in /sys/kernel/security/lsm"),
)
"""What to do, by a word of the reason."""

ELSEWHERE = {
    "darwin": "a Linux container or a Linux machine",
    "win32": "WSL2, or a Linux machine",
}
"""Where to grade other people's submissions instead."""


def examine(folder: Path | None = None) -> Iterator[Finding]:
    """Yield every finding, the plainest first; the sandbox is really started."""
    yield python()
    yield package("numpy", LEAST_NUMPY)
    yield package("torch", LEAST_TORCH) if installed("torch") else without_torch()
    yield writable(folder)
    yield from sandbox(is_students(folder))


def python() -> Finding:
    """Look at the interpreter."""
    says = f"{platform.python_version()} ({sys.executable})"
    if sys.version_info[:2] < LEAST_PYTHON:
        return Finding("FAIL", "Python", says, "use Python 3.11 or newer")
    return Finding("PASS", "Python", says)


def package(name: str, least: tuple[int, int]) -> Finding:
    """Look at an installed package's version."""
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Finding("FAIL", name, "not installed", f"`pip install {name}` into this environment")
    numbers = tuple(int(part) for part in version.split("+")[0].split(".")[:2] if part.isdigit())
    if numbers < least:
        return Finding("FAIL", name, version, f"`pip install --upgrade {name}`")
    return Finding("PASS", name, version)


def without_torch() -> Finding:
    """Say what goes without PyTorch, and what does not."""
    says = "not installed: exercises with NumPy alone work"
    return Finding("CAUTION", "torch", says, "for the others: pip install 'chainrule[torch]'")


def is_students(folder: Path | None) -> bool:
    """Tell whether a course that was handed out is at hand: then students' own code is all that runs."""
    try:
        return find(folder, Path.cwd()).released
    except GraderError:
        return False


def writable(folder: Path | None) -> Finding:
    """Look whether keys and results can be kept in the course at hand."""
    try:
        home: Course = find(folder, Path.cwd())
    except GraderError:
        return Finding("PASS", "course", "none here, so there is nothing to write")
    place = home.root / ".grade"
    while not place.exists():
        place = place.parent
    if os.access(place, os.W_OK | os.X_OK):
        return Finding("PASS", "course", f"{home.root}: keys and results can be kept")
    return Finding("FAIL", "course", f"{place} cannot be written", "make it writable: keys are kept there")


# ---- the sandbox ---------------------------------------------------------------------------------


def sandbox(students: bool = False) -> Iterator[Finding]:
    """Try the tiers from the strongest on, and say of each protection whether it holds.

    ``students`` says that only one's own code is to run: there a system without a sandbox will do.
    """
    if not known_machine():
        says = f"{platform.system()} on {platform.machine()}"
        place = ELSEWHERE.get(sys.platform, "Linux on x86_64 or aarch64")
        remedy = "" if students else f"use {place}"
        state: State = "CAUTION" if students else "FAIL"
        yield Finding(state, "system", f"{says}: no sandbox for other people's submissions", remedy)
        yield own_code()
        return
    yield Finding("PASS", "system", f"{platform.system()} {platform.release()} on {platform.machine()}")
    yield bubble()
    reasons: list[Finding] = []
    for tier in TIERS["full"]:
        with Sandbox(tier=tier) as tried:
            try:
                held = tried.ready("numpy").held
            except SandboxError as fault:
                reasons.append(refused(tier, fault))
                continue
            yield from reasons
            yield Finding("PASS", "sandbox", f"{tier}: passed its self-test")
            yield from layers(held)
            if installed("torch"):
                yield torch(tried)
            yield identity(tier)
            return
    yield from (Finding("FAIL", one.name, one.says, one.remedy) for one in reasons)
    yield container()


def own_code() -> Finding:
    """Start a process for somebody's own code, and say what it is held to."""
    with Sandbox(demand="own") as tried:
        try:
            held = tried.ready("numpy").protections
        except SandboxError as fault:
            return Finding("FAIL", "your own code", str(fault).replace("\n", " "), "run `grade doctor` again")
        return Finding("PASS", "your own code", f"runs: {', '.join(held)}")


def container() -> Finding:
    """Say whether what is left would do in a container for one submission."""
    remedy = (
        "only in a container that holds one submission and is thrown away (Gradescope): --trust-container"
    )
    with Sandbox(demand="container") as tried:
        try:
            tried.ready("numpy")
        except SandboxError as fault:
            return Finding("FAIL", "container", str(fault).replace("\n", " "), remedy)
        return Finding(
            "CAUTION", "container", f"{tried.left[0]}: fewer protections than grading demands", remedy
        )


def bubble() -> Finding:
    """Look for bubblewrap."""
    found = bubblewrap()
    if found is None:
        return Finding("CAUTION", "bubblewrap", "not installed", remedy("not installed"))
    return Finding("PASS", "bubblewrap", found)


def refused(tier: Tier, fault: SandboxError) -> Finding:
    """Return what keeps a tier from holding."""
    reason = str(fault).partition(f"{tier}: ")[2] or str(fault)
    return Finding("CAUTION", tier, reason, remedy(reason))


def remedy(reason: str) -> str:
    """Return what to do about a reason."""
    found = (advice for word, advice in REMEDIES if word in reason)
    return next(found, "run `grade doctor` again; if it says the same, this is a fault of the grader")


def layers(held: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for every protection that there is."""
    for layer in (layer for layer in LAYERS if layer in PHRASES):
        if layer in held:
            yield from (Finding("PASS", "protection", phrase) for phrase in PHRASES[layer])
        else:
            yield Finding("CAUTION", "protection", f"no {layer}", MISSING.get(layer, ""))


MISSING = {
    "namespaces": "other layers refuse it too; that a file exists, and its size, can still be found out",
    "landlock": "the namespaces refuse it too",
}
"""What it means that a layer does not hold, where the sandbox is trusted all the same."""


def torch(tried: Sandbox) -> Finding:
    """Start torch in the sandbox."""
    started = time.monotonic()
    try:
        processor = tried.ready("torch").ready["processor"]
    except SandboxError as fault:
        return Finding("FAIL", "torch inside", str(fault), "does `python -c 'import torch'` work?")
    seconds = time.monotonic() - started
    return Finding("PASS", "torch inside", f"ready in {seconds:.1f} s, processor {processor}")


def identity(tier: Tier) -> Finding:
    """Say as whom submissions run."""
    if os.getuid() != 0:
        return Finding("PASS", "user", "an ordinary user")
    if can_be_another(view("numpy"), tier == "namespaces"):
        return Finding("PASS", "user", "started as root; submissions run as an ordinary user")
    return Finding(
        "CAUTION",
        "user",
        "started as root, and no other user can read this Python; submissions run as a root without rights",
        "start it as an ordinary user, or install Python where every user may read it",
    )


def show(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the lines that a terminal shows, as the findings come in."""
    for one in findings:
        yield f"{one.state:8} {one.name:13} {one.says}"
        if one.remedy:
            yield f"{'':8} {'':13} → {one.remedy}"


def verdict(findings: Iterable[Finding], students: bool = False) -> tuple[str, int]:
    """Return the last line, and the exit code."""
    states = [one.state for one in findings]
    if students:
        return ("Something must be mended.", FAILED) if "FAIL" in states else ("You can work here.", 0)
    if "FAIL" in states:
        return "Something must be mended before other people's submissions can be graded here.", FAILED
    if "CAUTION" in states:
        return "Submissions can be graded here. CAUTION marks what is weaker than it might be.", 0
    return "All is well: submissions can be graded here.", 0
