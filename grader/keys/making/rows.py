"""The file of remembered rows: what was observed, by an id. The file may be deleted at any time."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from grader.keys.staleness import installed

DAYS = 30
"""A row that nobody asked for in so many days is forgotten."""


class Rows:
    """The file of remembered rows. Where it cannot be used, nothing is remembered."""

    def __init__(self, path: Path, engine: str) -> None:
        """Open the file, and forget what another grader observed or nobody asked for."""
        libraries = " ".join(map(installed, ("python", "numpy", "torch")))
        self.engine, self.today = f"{engine} {libraries}", int(time.time() // 86400)
        self.connection: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            path.chmod(0o600)  # it holds right answers to hidden checks
            found = sqlite3.connect(path, timeout=60, isolation_level=None, check_same_thread=False)
            found.execute("CREATE TABLE IF NOT EXISTS rows (id TEXT PRIMARY KEY, engine TEXT, day, data)")
            found.execute("DELETE FROM rows WHERE engine != ? OR day < ?", (self.engine, self.today - DAYS))
            self.connection = found
        except (OSError, sqlite3.Error):
            return

    def close(self) -> None:
        """Remember nothing from here on."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def find(self, id: str) -> bytes | None:
        """Return what is remembered under an id."""
        if self.connection is None:
            return None
        try:
            found = self.connection.execute("SELECT data, day FROM rows WHERE id = ?", (id,)).fetchone()
            if found and found[1] != self.today:
                self.connection.execute("UPDATE rows SET day = ? WHERE id = ?", (self.today, id))
        except sqlite3.Error:
            return None
        return found[0] if found else None

    def keep(self, id: str, data: bytes) -> None:
        """Remember something under an id."""
        self.keep_all({id: data})

    def keep_all(self, found: Mapping[str, bytes]) -> None:
        """Remember several things at once, each under its id."""
        if self.connection is not None and found:
            rows = [(id, self.engine, self.today, data) for id, data in found.items()]
            try:
                self.connection.execute("BEGIN IMMEDIATE")
                self.connection.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?)", rows)
                self.connection.execute("COMMIT")
            except sqlite3.Error:
                with suppress(sqlite3.Error):
                    self.connection.execute("ROLLBACK")
