"""Open a gradebook: its tables, their migrations, and plain words where it cannot be used."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from grader.course.whole import for_owner
from grader.errors import StoreError
from grader.gradebook.paths import owned_folder
from grader.words.catalogue import sentence

APPLICATION = 0x6772_6462
"""Stands in the file's head and tells a gradebook from any other SQLite file."""

BUSY_SECONDS = 60.0
"""How long one run waits while another one writes."""

ONE = """
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, started TEXT NOT NULL, ended TEXT,
    source TEXT NOT NULL, layout TEXT NOT NULL, versions TEXT NOT NULL
);
CREATE TABLE students (
    id INTEGER PRIMARY KEY, student TEXT NOT NULL UNIQUE, name TEXT NOT NULL, email TEXT NOT NULL
);
CREATE TABLE submissions (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY,
    student INTEGER NOT NULL REFERENCES students, exercise TEXT NOT NULL,
    submission TEXT NOT NULL REFERENCES submissions, path TEXT NOT NULL,
    late INTEGER, handed_in TEXT NOT NULL, run INTEGER NOT NULL REFERENCES runs,
    UNIQUE (student, exercise, submission)
);
CREATE TABLE runtimes (
    id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, versions TEXT NOT NULL,
    load REAL NOT NULL, call REAL NOT NULL
);
CREATE TABLE observations (
    program BLOB NOT NULL, scenario BLOB NOT NULL, runtime INTEGER NOT NULL REFERENCES runtimes,
    reply BLOB NOT NULL, seconds REAL NOT NULL, held TEXT NOT NULL,
    PRIMARY KEY (program, scenario, runtime)
) WITHOUT ROWID;
CREATE TABLE grades (
    id INTEGER PRIMARY KEY,
    attempt INTEGER NOT NULL REFERENCES attempts, run INTEGER NOT NULL REFERENCES runs,
    key TEXT NOT NULL, runtime INTEGER NOT NULL REFERENCES runtimes,
    state TEXT NOT NULL, why TEXT NOT NULL, score REAL NOT NULL, max_score REAL NOT NULL,
    diagnoses TEXT NOT NULL, unknown TEXT NOT NULL
);
CREATE TABLE verdicts (
    grade INTEGER NOT NULL REFERENCES grades, place INTEGER NOT NULL,
    id TEXT NOT NULL, title TEXT NOT NULL, task TEXT NOT NULL, status TEXT NOT NULL,
    points REAL NOT NULL, max_points REAL NOT NULL,
    PRIMARY KEY (grade, place)
) WITHOUT ROWID;
CREATE TABLE current (
    student INTEGER NOT NULL REFERENCES students, exercise TEXT NOT NULL,
    grade INTEGER NOT NULL REFERENCES grades,
    PRIMARY KEY (student, exercise)
) WITHOUT ROWID;
"""

TWO = """
CREATE INDEX grades_by_attempt ON grades (attempt);
CREATE INDEX current_by_exercise ON current (exercise);
"""

THREE = """
ALTER TABLE students ADD COLUMN section TEXT NOT NULL DEFAULT '';
ALTER TABLE students ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attempts ADD COLUMN layout TEXT NOT NULL DEFAULT '';
ALTER TABLE attempts ADD COLUMN first_order INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attempts ADD COLUMN last_order INTEGER NOT NULL DEFAULT 0;
CREATE TABLE helpers (
    submission TEXT NOT NULL REFERENCES submissions, module TEXT NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (submission, module)
) WITHOUT ROWID;
"""

FOUR = """
CREATE TABLE changes (
    id INTEGER PRIMARY KEY, student TEXT NOT NULL, exercise TEXT NOT NULL, kind TEXT NOT NULL,
    points REAL NOT NULL, why TEXT NOT NULL, made TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE forgotten (student TEXT PRIMARY KEY, made TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX changes_by_student ON changes (student, exercise);
"""

MIGRATIONS: Sequence[str] = (ONE, TWO, THREE, FOUR)
"""What leads from each version of the tables to the next. Only ever add to its end."""


def open_for_writing(path: Path) -> sqlite3.Connection:
    """Open a gradebook, made where there is none and brought up to date where it is older.

    Raises:
        StoreError: it is damaged, no gradebook, of a newer version, or cannot be written.
    """
    with explained(path):
        owned_folder(path.parent)
        if not path.exists():  # SQLite would let everybody read it; its journals take after it
            os.close(for_owner(str(path), os.O_CREAT | os.O_WRONLY))
        tighten(path)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        with closed_on_fault(connection):
            version = examine(path, connection)
            connection.execute("PRAGMA journal_mode = WAL")
            # A killed process loses nothing by this; a loss of power may cost the last submissions.
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            if version < len(MIGRATIONS):
                migrate(connection)
    return connection


def tighten(path: Path) -> None:
    """Take the right to read a gradebook from everybody but its owner: older graders made it for all."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        with contextlib.suppress(OSError):  # not there, or somebody else's
            one = path.with_name(name)
            one.chmod(one.stat().st_mode & 0o700)


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Open a gradebook to look at; a read-only folder will do.

    Raises:
        StoreError: there is none, or it cannot be read.
    """
    demand_file(path)
    with explained(path):
        try:
            return readable(path, sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None))
        except sqlite3.OperationalError:
            # Nobody can be writing where the folder cannot be written.
            alone = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            return readable(path, sqlite3.connect(alone, uri=True, isolation_level=None))


def readable(path: Path, connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return a connection that reads a gradebook of this version, or close it."""
    with closed_on_fault(connection):
        if (version := examine(path, connection)) < len(MIGRATIONS):
            state = "is of an older version" if version else "holds nothing yet"
            raise StoreError(f"{path}: {state}; run `grade batch` or `grade regrade` once")
        connection.execute("PRAGMA query_only = ON")
    return connection


@contextlib.contextmanager
def closed_on_fault(connection: sqlite3.Connection) -> Iterator[None]:
    """Close a connection where what happens inside fails."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def demand_file(path: Path) -> None:
    """Raise StoreError where there is no gradebook."""
    if not path.is_file():
        raise StoreError(sentence("asked.no_gradebook", path=path))


def examine(path: Path, connection: sqlite3.Connection) -> int:
    """Look a file over before a byte of it is written; return the version of its tables.

    Raises:
        StoreError: it is not whole, not ours, or newer than we are.
        sqlite3.Error: it is no SQLite file, or cannot be opened.
    """
    connection.execute("PRAGMA query_only = ON")
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    # Last: another run that makes the gradebook meanwhile signs it as it makes the first table.
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if (tables or version) and application != APPLICATION:
        raise StoreError(f"{path}: is a database of something else; name another folder with --grades")
    if version > len(MIGRATIONS):
        raise StoreError(
            f"{path}: was written by a newer grader (version {version} of its tables; this one knows "
            f"{len(MIGRATIONS)}); update the grader, or name another folder with --grades"
        )
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise sqlite3.DatabaseError(found)
    connection.execute("PRAGMA query_only = OFF")
    return int(version)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to date, each step whole or not at all; two processes may do it at once."""
    for number, script in enumerate(MIGRATIONS, start=1):
        with transaction(connection):
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version < number:
                for statement in filter(str.strip, script.split(";")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {number}")


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Make what happens inside one change: all of it or nothing, and nobody else's in between."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with contextlib.suppress(sqlite3.Error):  # a full disk has rolled back by itself
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


FULL = "free some space and run the same command again"
REMEDIES: Sequence[tuple[str, str]] = (
    ("full", f"the disk is full; {FULL}"),
    ("disk i/o", f"the disk cannot be written; {FULL}"),
    ("too big", f"the disk cannot be written; {FULL}"),
    ("locked", "another program holds it; end that and run the same command again"),
    ("readonly", "cannot be written; name another folder with --grades"),
    ("unable to open", "cannot be opened; check the folder's permissions, or name another with --grades"),
)
"""What to do, by a word of SQLite's message."""


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk raise into one sentence with a remedy."""
    try:
        yield
    except sqlite3.Error as fault:
        said = str(fault)
        remedy = next((words for word, words in REMEDIES if word in said.lower()), "")
        if not remedy:
            remedy = (
                "is damaged or no gradebook; put a copy of yours in its place, or name another with --grades"
            )
        raise StoreError(f"{path}: {remedy} ({said}); nothing in it was changed or lost") from None
    except OSError as fault:
        raise StoreError(
            f"{path}: cannot be written ({fault.strerror}); check space and permissions, "
            "or name another folder with --grades"
        ) from None
