"""What of this machine the sandbox may see: the interpreter, the libraries, and the far side."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader import search_path

INSIDE = ("grader/__init__.py", "grader/inside")
"""What of ours is shown: the folder that runs beside student code, and the package that it stands in."""

DEVICES = ("/dev/null", "/dev/urandom")

SYSTEM = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/nix/store")
"""Where systems keep the libraries that an interpreter is linked with."""

PROCESSOR = "/proc/cpuinfo"
"""Without this file torch takes a slower kind of processor, which rounds differently."""

SINGLE = ("/etc/ld.so.cache", PROCESSOR)
"""Single files of the system that are shown where they are there."""

WITH_GRADIENTS = (
    "torch",
    "functorch",
    "torchgen",
    "jax",
    "jaxlib",
    "tensorflow",
    "autograd",
    "tinygrad",
    "mxnet",
)
"""Packages that differentiate by themselves, kept out of view where an exercise is to be solved without."""

INSTALLED = ("site-packages", "dist-packages")


@dataclass(frozen=True)
class View:
    """Paths by their use: the interpreter, what is shown, what is hidden in it, where packages and we are."""

    python: str
    shown: tuple[str, ...]
    hidden: tuple[str, ...]
    packages: tuple[str, ...]
    root: str


def view(profile: str) -> View:
    """Return what a server of this profile may see."""
    packages = tuple(libraries())
    shown = (*base(), *packages)
    root = str(Path(__file__).resolve().parents[2])
    hidden = [f"{place}/grader" for place in packages]
    if profile == "numpy":
        hidden += [f"{place}/{name}" for place in (*packages, *base_packages()) for name in WITH_GRADIENTS]
    return View(
        python=os.path.realpath(sys.executable),
        shown=outermost(shown),
        hidden=tuple(path for path in dict.fromkeys(hidden) if os.path.isdir(path)),
        packages=packages,
        root=root,
    )


def base() -> Iterator[str]:
    """Yield the folders of the interpreter itself."""
    for folder in ("lib", "lib64"):
        path = os.path.join(os.path.realpath(sys.base_prefix), folder)
        if os.path.isdir(path) and not os.path.islink(path):
            yield path


def libraries() -> Iterator[str]:
    """Yield the folders where packages are installed, in the order in which they are searched."""
    seen = set()
    for entry in search_path():
        path = os.path.realpath(entry)
        if os.path.basename(path) in INSTALLED and os.path.isdir(path) and path not in seen:
            seen.add(path)
            yield path


def base_packages() -> Iterator[str]:
    """Yield the folders of packages that are in view because the interpreter's own folders are."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for prefix in {os.path.realpath(sys.base_prefix), "/usr", "/usr/local"}:
        for folder in (version, "python3"):
            for name in INSTALLED:
                path = os.path.join(prefix, "lib", folder, name)
                if os.path.isdir(path):
                    yield path


def outermost(paths: tuple[str, ...]) -> tuple[str, ...]:
    """Drop paths that lie below another one, and what is shown of the system in any case."""
    roots = [place for place in (*SYSTEM, *paths) if os.path.isdir(place)]
    return tuple(
        path
        for path in dict.fromkeys(paths)
        if path not in SYSTEM and not any(path.startswith(f"{place}/") for place in roots)
    )
