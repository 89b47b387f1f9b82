"""Folders and zips as learning platforms hand them out, made for tests."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path


def folder(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder and return it."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    root.mkdir(parents=True, exist_ok=True)
    return root


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a zip and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def gradescope_list(people: Mapping[str, list[tuple[str, str, str]]]) -> str:
    """Return Gradescope's list of submissions: folder to (name, sid, email) of everyone in the group."""
    lines = ["---"]
    for name, group in people.items():
        lines += [f"{name}:", "  :submitters:"]
        for who, sid, email in group:
            lines += [f"  - :name: {who}", f"    :sid: {sid}", f"    :email: {email}"]
        lines += ["  :created_at: 2026-11-20 17:24:58.117268000 -07:00", "  :score: 0.0", "  :history: []"]
    return "\n".join(lines) + "\n"
