"""Write a file whole or not at all: readers find the old one or the new one, a full disk harms neither."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def instead(path: Path) -> Iterator[Path]:
    """Yield a place to write a file or folder at; it takes the place of ``path`` once the block is through.

    Raises:
        OSError: it cannot be written there; what was at ``path`` stays.
    """
    import tempfile  # slow to load, and most commands write nothing

    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".new-") as beside:
        new = Path(beside) / path.name
        yield new
        if path.is_dir() and new.is_dir():
            path.rmdir()
        os.replace(new, path)


def write(path: Path, data: str | bytes, private: bool = False) -> None:
    """Write a file, text in UTF-8; a ``private`` one may be read by its owner only.

    Raises:
        OSError: it cannot be written.
    """
    new = path.with_name(f".new-{os.urandom(8).hex()}")
    try:
        with open(new, "xb", opener=for_owner if private else None) as file:
            file.write(data.encode() if isinstance(data, str) else data)
        os.replace(new, path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def for_owner(path: str, flags: int) -> int:
    """Open a file that only its owner may read, and no link."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o600)
