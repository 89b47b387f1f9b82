"""Look at this machine: what grading needs, which protections hold, and what to do about the rest."""

from __future__ import annotations

import os
import platform
import sys
import textwrap
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
from grader.sandbox.client import Sandbox
from grader.sandbox.mounts import view
from grader.sandbox.policy import LAYERS, PHRASES, bubblewrap, can_be_another, known_machine
from grader.sandbox.tiers import TIERS, installed
from grader.words.catalogue import in_language, sentence
from grader.words.lists import with_commas

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
    ("not installed", "bubblewrap"),
    ("uid map", "user_namespaces"),
    (
        "ermi",
        "namespaces",
    ),  # Operation not permitted, Permission denied, No permissions to create a new namespace
    ("Landlock", "landlock"),
)
"""Which sentence says what to do, by a word of the reason."""

ELSEWHERE = {"darwin": "mac", "win32": "windows"}
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
        return Finding("FAIL", "Python", says, sentence("doctor.python.remedy"))
    return Finding("PASS", "Python", says)


def package(name: str, least: tuple[int, int]) -> Finding:
    """Look at an installed package's version."""
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Finding("FAIL", name, sentence("doctor.not_installed"), sentence("doctor.install", name=name))
    numbers = tuple(int(part) for part in version.split("+")[0].split(".")[:2] if part.isdigit())
    if numbers < least:
        return Finding("FAIL", name, version, f"`pip install --upgrade {name}`")
    return Finding("PASS", name, version)


def this_machine() -> str:
    """Return the system and the processor."""
    return f"{platform.system()} {platform.release()} ({platform.machine()})"


def without_torch() -> Finding:
    """Say what goes without PyTorch, and what does not."""
    says, remedy = sentence("doctor.no_torch"), sentence("doctor.no_torch.remedy")
    return Finding("CAUTION", "torch", says, remedy)


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
        return Finding("PASS", "course", sentence("doctor.no_course"))
    place = home.root / ".grade"
    while not place.exists():
        place = place.parent
    if os.access(place, os.W_OK | os.X_OK):
        return Finding("PASS", "course", sentence("doctor.writable", path=home.root))
    return Finding(
        "FAIL", "course", sentence("doctor.unwritable", path=place), sentence("doctor.unwritable.remedy")
    )


# ---- the sandbox ---------------------------------------------------------------------------------


def sandbox(students: bool = False) -> Iterator[Finding]:
    """Try the tiers from the strongest on, and say of each protection whether it holds.

    ``students`` says that only one's own code is to run: there a system without a sandbox will do.
    """
    if not known_machine():
        system = ELSEWHERE.get(sys.platform, "other")
        remedy = "" if students else sentence(f"doctor.elsewhere.{system}")
        state: State = "CAUTION" if students else "FAIL"
        yield Finding(state, "system", sentence("doctor.no_sandbox", system=this_machine()), remedy)
        yield own_code()
        return
    yield Finding("PASS", "system", this_machine())
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
            yield Finding("PASS", "sandbox", sentence("doctor.proved", tier=tier))
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
            return Finding("FAIL", "your own code", str(fault).replace("\n", " "), sentence("doctor.again"))
        return Finding(
            "PASS",
            "your own code",
            sentence("doctor.own_code", protections=", ".join(map(in_language, held))),
        )


def container() -> Finding:
    """Say whether what is left would do in a container for one submission."""
    remedy = sentence("doctor.container.remedy")
    with Sandbox(demand="container") as tried:
        try:
            tried.ready("numpy")
        except SandboxError as fault:
            return Finding("FAIL", "container", str(fault).replace("\n", " "), remedy)
        return Finding("CAUTION", "container", sentence("doctor.container", tier=tried.left[0]), remedy)


def bubble() -> Finding:
    """Look for bubblewrap."""
    found = bubblewrap()
    if found is None:
        return Finding(
            "CAUTION", "bubblewrap", sentence("doctor.not_installed"), sentence("doctor.remedy.bubblewrap")
        )
    return Finding("PASS", "bubblewrap", found)


def refused(tier: Tier, fault: SandboxError) -> Finding:
    """Return what keeps a tier from holding."""
    reason = str(fault).partition(f"{tier}: ")[2] or str(fault)
    return Finding("CAUTION", tier, reason, remedy(reason))


def remedy(reason: str) -> str:
    """Return what to do about a reason."""
    found = (advice for word, advice in REMEDIES if word in reason)
    return sentence(f"doctor.remedy.{next(found, 'other')}")


def layers(held: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for every protection that there is."""
    for layer in (layer for layer in LAYERS if layer in PHRASES):
        if layer in held:
            said = [in_language(phrase) for phrase in PHRASES[layer]]
            yield Finding("PASS", "protection", str(with_commas(said)))
        else:
            means = sentence(f"doctor.without.{layer}") if layer in DISPENSABLE else ""
            yield Finding("CAUTION", "protection", sentence("doctor.without", layer=layer), means)


DISPENSABLE = ("namespaces", "landlock")
"""Layers that may be missing where the sandbox is trusted all the same; a sentence says what that means."""


def torch(tried: Sandbox) -> Finding:
    """Start torch in the sandbox."""
    started = time.monotonic()
    try:
        processor = tried.ready("torch").ready["processor"]
    except SandboxError as fault:
        return Finding("FAIL", "torch inside", str(fault), sentence("doctor.torch_inside.remedy"))
    seconds = time.monotonic() - started
    says = sentence("doctor.torch_inside", seconds=f"{seconds:.1f}", processor=processor)
    return Finding("PASS", "torch inside", says)


def identity(tier: Tier) -> Finding:
    """Say as whom submissions run."""
    if os.getuid() != 0:
        return Finding("PASS", "user", sentence("doctor.user"))
    if can_be_another(view("numpy"), tier == "namespaces"):
        return Finding("PASS", "user", sentence("doctor.root"))
    return Finding("CAUTION", "user", sentence("doctor.root_only"), sentence("doctor.root_only.remedy"))


def show(findings: Iterable[Finding], width: int | None = None) -> Iterator[str]:
    """Yield a terminal's lines as the findings come in, unbroken where no ``width`` in columns is given."""
    for one in findings:
        yield from broken(f"{one.state:8} {one.name:13} ", one.says, width)
        if one.remedy:
            yield from broken(f"{'':8} {'':13} → ", one.remedy, width)


def broken(begin: str, text: str, width: int | None) -> list[str]:
    """Return a text behind its beginning; where it takes more lines they stand under each other."""
    if width is None:
        return [f"{begin}{text}"]
    room = max(width - len(begin), 20)
    lines = textwrap.wrap(str(text), room, break_long_words=False, break_on_hyphens=False)
    return [f"{begin if index == 0 else ' ' * len(begin)}{line}" for index, line in enumerate(lines)]


def verdict(findings: Iterable[Finding], students: bool = False) -> tuple[str, int]:
    """Return the last line, and the exit code."""
    states = [one.state for one in findings]
    if "FAIL" in states:
        return sentence("doctor.mend" if students else "doctor.mend_first"), FAILED
    if students:
        return sentence("doctor.work_here"), 0
    return sentence("doctor.weaker" if "CAUTION" in states else "doctor.well"), 0
