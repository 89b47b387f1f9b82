"""Folders and zips are listed without unpacking anything; what is dangerous is named and left alone."""

from __future__ import annotations

import contextlib
import itertools
import os
import stat
import threading
import time
import warnings
import zipfile
from pathlib import Path

import pytest
from handed_in import folder, zipped
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import UsageError
from grader.intake import archive, zips
from grader.intake.archive import look
from grader.intake.entry import READ_AT_MOST, Tree


def names(tree: Tree) -> list[str]:
    """Return the names of the files that may be read."""
    return [entry.name for entry in tree.entries]


def whys(tree: Tree) -> dict[str, str]:
    """Return why each refused file is."""
    return {one.name: one.why for one in tree.refused}


def test_a_folder_and_its_zip_are_alike(tmp_path: Path) -> None:
    """The same files in a folder and in a zip give the same names and bytes, in the same order."""
    files = {"b/x.py": "1", "a.py": "2", "b/c/y.py": "3"}
    trees = look(folder(tmp_path / "f", files)), look(zipped(tmp_path / "f.zip", files))
    read = [[(entry.name, entry.data()) for entry in tree.entries] for tree in trees]
    assert read[0] == read[1] == [("a.py", b"2"), ("b/c/y.py", b"3"), ("b/x.py", b"1")]
    assert [tree.is_folder for tree in trees] == [True, False]


def test_nothing_there(tmp_path: Path) -> None:
    """A path that does not exist is named."""
    with pytest.raises(UsageError, match=r"nobody: there is no such file or folder"):
        look(tmp_path / "nobody")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"hello", b"PK\x05\x06" + b"\xff" * 18])
def test_no_zip(tmp_path: Path, data: bytes) -> None:
    """A file that is no zip, or half of one, is named with the reason."""
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(
        UsageError, match=r"x\.zip: is no folder and cannot be read as a zip .*; download it again"
    ):
        look(tmp_path / "x.zip")


@pytest.mark.parametrize("name", ["class.tar.gz", "class.TGZ", "class.7z"])
def test_another_kind_of_archive(tmp_path: Path, name: str) -> None:
    """A class in one is not read, and it is said what to do."""
    (tmp_path / name).write_bytes(b"\x1f\x8b" + b"0" * 64)
    with pytest.raises(UsageError, match="unpack it, and name its folder"):
        look(tmp_path / name)


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    """A named pipe in the place of a zip is refused at once."""
    os.mkfifo(tmp_path / "p")
    with pytest.raises(UsageError, match="no ordinary file"):
        look(tmp_path / "p")


def test_links_and_devices_of_a_folder(tmp_path: Path) -> None:
    """Links to files and folders, pipes and devices are listed and never opened."""
    root = folder(tmp_path / "f", {"a.py": "1"})
    (root / "file.py").symlink_to("/etc/passwd")
    (root / "all").symlink_to("/")
    os.mkfifo(root / "pipe.py")
    tree = look(root)
    assert names(tree) == ["a.py"]
    assert whys(tree) == {
        "file.py": "is a link, which is not followed",
        "all": "is a link, which is not followed",
        "pipe.py": "is no ordinary file",
    }


def test_a_link_put_there_afterwards(tmp_path: Path) -> None:
    """A file that becomes a link after it was listed is not followed."""
    root = folder(tmp_path / "f", {"a.py": "1"})
    tree = look(root)
    (root / "a.py").unlink()
    (root / "a.py").symlink_to("/etc/passwd")
    with pytest.raises(UsageError, match=r"a\.py: cannot be opened"):
        tree.entries[0].data()


def test_a_pipe_put_there_afterwards(tmp_path: Path) -> None:
    """A file that becomes a pipe after it was listed holds nobody up."""
    root = folder(tmp_path / "f", {"a.py": "1"})
    tree = look(root)
    (root / "a.py").unlink()
    os.mkfifo(root / "a.py")
    with pytest.raises(UsageError, match="no ordinary file"):
        tree.entries[0].data()


@pytest.mark.parametrize(
    "name", ["../a.py", "a/../../b.py", "/etc/a.py", "C:\\a.py", "c:a.py", "..\\a.py", "\\\\host\\a.py", " "]
)
def test_names_that_lead_out(tmp_path: Path, name: str) -> None:
    """A member whose name leads out of the archive, or is none, is refused."""
    tree = look(zipped(tmp_path / "x.zip", {name: "1", "ok.py": "2"}))
    assert names(tree) == ["ok.py"]
    assert len(tree.refused) == 1


def test_links_and_devices_of_a_zip(tmp_path: Path) -> None:
    """A member that claims to be a link or a device is refused."""
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as made:
        for name, kind in (("link.py", stat.S_IFLNK), ("device.py", stat.S_IFBLK), ("ok.py", stat.S_IFREG)):
            member = zipfile.ZipInfo(name)
            member.external_attr = (kind | 0o644) << 16
            made.writestr(member, "/etc/passwd")
    tree = look(tmp_path / "x.zip")
    assert names(tree) == ["ok.py"]
    assert set(whys(tree)) == {"link.py", "device.py"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_duplicate_names(tmp_path: Path) -> None:
    """Of two members with one name neither is taken: which one counts is not ours to guess."""
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as made:
        for name in ("a.py", "a.py", "./a.py", "b.py"):
            made.writestr(name, name)
    tree = look(tmp_path / "x.zip")
    assert names(tree) == ["b.py"]
    assert [one.why for one in tree.refused] == ["has the same name as another"] * 3


def test_a_bomb_is_read_no_further_than_asked(tmp_path: Path) -> None:
    """A gigabyte of zeros in a zip of a megabyte gives one byte more than a submission may have."""
    with (
        zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made,
        made.open("bomb.py", "w") as member,
    ):
        for _ in range(256):
            member.write(bytes(1 << 20))
    (entry,) = look(tmp_path / "x.zip").entries
    assert len(entry.data()) == READ_AT_MOST + 1


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_compression(tmp_path: Path, method: int) -> None:
    """Methods that unpack more than was asked for are refused."""
    with zipfile.ZipFile(tmp_path / "x.zip", "w", method) as made:
        made.writestr("a.py", "1")
    assert whys(look(tmp_path / "x.zip")) == {"a.py": "is compressed in an unusual way"}


def test_encrypted(tmp_path: Path) -> None:
    """An encrypted member is named."""
    path = zipped(tmp_path / "x.zip", {"a.py": "1"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert whys(look(path)) == {"a.py": "is encrypted"}


def test_a_damaged_member(tmp_path: Path) -> None:
    """A member whose bytes do not match its checksum cannot be read; the others can."""
    path = zipped(tmp_path / "x.zip", {"a.py": "x" * 1000, "b.py": "fine"})
    data = bytearray(path.read_bytes())
    start = data.index(b"a.py") + 4
    data[start : start + 4] = b"\x00\xff\xff\xff"
    path.write_bytes(data)
    one, other = look(path).entries
    with pytest.raises(UsageError, match=r"x\.zip: a\.py: cannot be read"):
        one.data()
    assert other.data() == b"fine"


def test_names_in_utf8_without_the_mark(tmp_path: Path) -> None:
    """Names in UTF-8 whose mark is missing, as some platforms write them, are read as UTF-8."""
    path = zipped(tmp_path / "x.zip", {"zoë_刘.py": "1"})
    path.write_bytes(path.read_bytes().replace(b"\x00\x08", b"\x00\x00"))
    assert names(look(path)) == ["zoë_刘.py"]


def test_names_that_are_no_text(tmp_path: Path) -> None:
    """A file on disk whose name is not UTF-8 is listed with its bytes spelt out, and can be read."""
    root = folder(tmp_path / "f", {})
    (Path(os.fsdecode(os.fsencode(root) + b"/z\xff.py"))).write_text("1")
    (entry,) = look(root).entries
    assert entry.name == "z\\xff.py"
    assert entry.data() == b"1"


def test_a_folder_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without permission is listed."""
    root = folder(tmp_path / "f", {"closed/a.py": "1", "b.py": "2"})
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    tree = look(root)
    assert names(tree) == ["b.py"]
    assert whys(tree) == {"closed": "the folder cannot be opened (Permission denied)"}


def test_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder or zip with too many files is refused as a whole."""
    monkeypatch.setattr(archive, "FILES_AT_MOST", 2)
    monkeypatch.setattr(zips, "FILES_AT_MOST", 2)
    files = {f"{n}.py": "1" for n in range(3)}
    for path in (folder(tmp_path / "f", files), zipped(tmp_path / "x.zip", files)):
        with pytest.raises(UsageError, match="holds more than 2 files"):
            look(path)


def test_a_file_that_changes_every_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is another one at every look is given up, with what to do."""
    path = folder(tmp_path / "f", {"a.py": "1"}) / "a.py"
    (entry,) = look(tmp_path / "f").entries
    monkeypatch.setattr(archive.time, "sleep", lambda _: path.write_text(path.read_text() + "1"))
    with pytest.raises(UsageError, match="is being changed while it is read; run the command again"):
        entry.data()


def test_a_file_that_never_rests(tmp_path: Path) -> None:
    """A file that is written to all the time is read whole or not at all, unless its writer pauses so long.

    On a busy machine the system may stop the writer in the middle for longer than we look.
    """
    root = folder(tmp_path / "f", {"a.py": "0" * 50_000})
    (entry,) = look(root).entries
    stop = threading.Event()
    writes: list[tuple[float, float]] = []
    halves: list[tuple[float, float]] = []

    def write() -> None:
        number = 0
        while not stop.is_set():
            number = (number + 1) % 10
            with open(root / "a.py", "r+b") as file:
                for _ in range(10):
                    before = time.monotonic()
                    file.write(str(number).encode() * 5000)
                    file.flush()
                    writes.append((before, time.monotonic()))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(50):
            begin = time.monotonic()
            with contextlib.suppress(UsageError):
                if len(set(entry.data())) > 1:
                    halves.append((begin, time.monotonic()))
    finally:
        stop.set()
        writer.join()
    pauses = [(one[0], other[1]) for one, other in itertools.pairwise(writes)]
    pauses = [(start, end) for start, end in pauses if end - start >= archive.PAUSE_SECONDS]
    for begin, end in halves:
        assert any(start <= end and begin <= stopped for start, stopped in pauses)


@given(st.dictionaries(st.text(min_size=1, max_size=20), st.binary(max_size=50), max_size=8))
def test_any_names(tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]) -> None:
    """Whatever the members are called, every one is either listed or refused, and no name leads out."""
    path = tmp_path_factory.mktemp("any") / "x.zip"
    with zipfile.ZipFile(path, "w") as made:
        kept = 0
        for name, data in files.items():
            try:
                with warnings.catch_warnings(action="ignore"):  # two names that differ behind a NUL are one
                    made.writestr(zipfile.ZipInfo(name), data)
            except (UnicodeError, ValueError):
                continue
            kept += not made.infolist()[-1].filename.endswith("/")
    tree = look(path)
    assert len(tree.entries) + len(tree.refused) == kept
    assert not any(".." in entry.parts or entry.name.startswith("/") for entry in tree.entries)
