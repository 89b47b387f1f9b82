"""Saves are noticed however an editor writes, and keys are read from a terminal that is left as it was."""

from __future__ import annotations

import contextlib
import os
import pty
import queue
import signal
import sys
import termios
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.student.watch.keyboard import leave, presses, single_keys
from grader.student.watch.saves import is_program, is_silent, saves

PATIENCE = 10.0

Noticed = Callable[[], frozenset[Path]]


@contextlib.contextmanager
def watching(folder: Path, poll: bool) -> Iterator[Noticed]:
    """Watch a folder from the side; give a function that waits for the next saves."""
    found: queue.SimpleQueue[frozenset[Path]] = queue.SimpleQueue()
    stop = threading.Event()

    def listen() -> None:
        for paths in saves([folder], poll, stop):
            found.put(paths)

    thread = threading.Thread(target=listen)
    thread.start()
    try:
        begin(folder, found)
        yield lambda: found.get(timeout=PATIENCE)
    finally:
        stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()


def begin(folder: Path, found: queue.SimpleQueue[frozenset[Path]]) -> None:
    """Write until the first save is noticed: from then on none is missed."""
    for turn in range(100):
        (folder / "begin.py").write_text(str(turn))
        with contextlib.suppress(queue.Empty):
            found.get(timeout=0.1)
            break
    with contextlib.suppress(queue.Empty):
        while True:
            found.get(timeout=0.7)


@pytest.mark.parametrize("poll", [True, False], ids=["looks", "notices"])
def test_a_name_that_is_no_text(poll: bool, tmp_path: Path) -> None:
    """A file whose name is no UTF-8 ends the system's notices; later saves are noticed all the same."""
    with watching(tmp_path, poll) as noticed:
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), b"\xff\xfe.py"))).write_text("x = 1\n")
        threading.Event().wait(1.0)  # it takes a moment until the folder is looked at
        (tmp_path / "forward.py").write_text("x = 1\n")
        while tmp_path / "forward.py" not in noticed():
            continue


def in_place(path: Path) -> None:
    """Write as the plainest editors do."""
    path.write_text("x = 1")


def by_rename(path: Path) -> None:
    """Write a new file, then have it take the old one's place."""
    new = path.with_suffix(".tmp")
    new.write_text("x = 2")
    os.replace(new, path)


def with_backup(path: Path) -> None:
    """Put the old file aside, then write a new one, as vim does."""
    path.write_text("x = 0")
    os.replace(path, path.with_name(f"{path.name}~"))
    path.write_text("x = 3")


@pytest.mark.parametrize("save", [in_place, by_rename, with_backup])
def test_without_watchfiles_we_look_ourselves(
    save: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where that library is not installed a save is noticed all the same."""
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with watching(tmp_path, False) as noticed:
        save(tmp_path / "mine.py")
        assert tmp_path / "mine.py" in noticed()


@pytest.mark.parametrize("poll", [False, True])
@pytest.mark.parametrize("save", [in_place, by_rename, with_backup])
def test_a_save_is_noticed(save: Callable[[Path], None], poll: bool, tmp_path: Path) -> None:
    """Whatever an editor does to save, the program's name is told; copies and other files are not."""
    path = tmp_path / "loss.py"
    with watching(tmp_path, poll) as noticed:
        (tmp_path / "notes.txt").write_text("no program")
        save(path)
        assert noticed() == {path}


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """What cannot be watched is an error of the system's."""
    with pytest.raises(OSError, match="No such file"):
        next(saves([tmp_path / "none"], False, threading.Event()))


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("loss.py", True),
        ("loss.ipynb", True),
        ("loss.txt", False),
        ("loss.py~", False),
        (".#loss.py", False),
        (".loss.py.swp", False),
        ("4913", False),
    ],
)
def test_programs_and_editors_files(name: str, is_one: bool) -> None:
    """An editor's locks, copies and probes are no programs."""
    assert is_program(Path("/exercises") / name) is is_one


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/local ext4 rw 0 0
C:\\134 /mnt/c 9p rw 0 0
share /mnt/a\\040name cifs rw 0 0

"""


@pytest.mark.parametrize(
    ("folder", "silent"),
    [
        ("/usr", False),
        ("/home/alice", True),
        ("/home/local/bob", False),
        ("/mnt/c/x", True),
        ("/mnt/a name", True),
    ],
)
def test_drives_of_other_machines(folder: str, silent: bool, tmp_path: Path) -> None:
    """The drive that a folder lies on tells whether its saves are noticed."""
    (tmp_path / "mounts").write_text(MOUNTS)
    assert is_silent(Path(folder), tmp_path / "mounts") is silent


def test_without_a_list_of_drives(tmp_path: Path) -> None:
    """Where the system keeps no such list, notices are expected."""
    assert not is_silent(tmp_path, tmp_path / "none")


# ---- keys --------------------------------------------------------------------------------------------


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """Open a terminal: our end, and the program's."""
    ours, theirs = pty.openpty()
    yield ours, theirs
    for end in (ours, theirs):
        with contextlib.suppress(OSError):
            os.close(end)


def test_every_key_by_itself(terminal: tuple[int, int]) -> None:
    """Letters are told as they are pressed; anything else is one key without a letter."""
    ours, theirs = terminal
    with single_keys(theirs):
        pressed = presses(theirs)
        for data, keys in ((b"h", ["h"]), (b"lq", ["l", "q"]), (b"\x1b[A", [""]), (b"\n", [""])):
            os.write(ours, data)
            assert [next(pressed) for _ in keys] == keys


def test_no_terminal_no_keys(terminal: tuple[int, int]) -> None:
    """Once the terminal is closed there are no keys any more."""
    ours, theirs = terminal
    os.close(ours)
    assert list(presses(theirs)) == []
    reading, writing = os.pipe()
    os.close(writing)
    assert list(presses(reading)) == []
    os.close(reading)


@pytest.mark.parametrize("fault", [None, KeyboardInterrupt, SystemExit, ValueError])
def test_a_terminal_is_left_as_it_was(fault: type[BaseException] | None, terminal: tuple[int, int]) -> None:
    """However the work ends, the terminal and the signals are what they were."""
    before = termios.tcgetattr(terminal[1])
    handler = signal.getsignal(signal.SIGTERM)
    with contextlib.suppress(BaseException), single_keys(terminal[1]):
        assert termios.tcgetattr(terminal[1]) != before
        if fault is not None:
            raise fault
    assert termios.tcgetattr(terminal[1]) == before
    assert signal.getsignal(signal.SIGTERM) is handler


def test_a_stopped_program_takes_the_terminal_up_again(terminal: tuple[int, int]) -> None:
    """After Ctrl-Z and fg, keys come one by one again."""
    before = termios.tcgetattr(terminal[1])
    with single_keys(terminal[1]):
        mine = termios.tcgetattr(terminal[1])
        termios.tcsetattr(terminal[1], termios.TCSANOW, before)
        os.kill(os.getpid(), signal.SIGCONT)
        assert termios.tcgetattr(terminal[1]) == mine


def test_a_signal_ends_the_process_tidily() -> None:
    """The exit code is the shell's for that signal."""
    with pytest.raises(SystemExit) as end:
        leave(signal.SIGTERM, None)
    assert end.value.code == 143
