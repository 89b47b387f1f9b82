"""What a student's archive claims costs the grader little: headers, names, members and copies without end."""

from __future__ import annotations

import gzip
import io
import resource
import tarfile
import warnings
import zipfile
from pathlib import Path

import pytest
from downloads import EXERCISES, FORWARD, FUNCTIONS, zipped
from handed_in import folder

from grader.intake.archive import look
from grader.intake.entry import Entry
from grader.intake.layouts.recognise import listing
from grader.intake.layouts.tree.found import Asked
from grader.intake.opened import PROGRAMS_AT_MOST, UNPACKED_AT_MOST, opened

LONG = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE)
"""Headers whose text the standard library reads into memory whole."""


def fault(name: str, data: bytes) -> str:
    """Return why an archive is not opened, empty where it is."""
    (found, *_), _ = opened([Entry(name, lambda size: data[:size])])
    return found.fault


def header(kind: bytes, size: int) -> bytes:
    """Return the header of a member of that kind that claims so many bytes."""
    member = tarfile.TarInfo("x")
    member.type, member.size = kind, size
    return member.tobuf(tarfile.GNU_FORMAT)


@pytest.mark.parametrize("kind", LONG)
def test_a_name_that_unpacks_without_end(kind: bytes) -> None:
    """A name of two hundred mebibytes, packed into one, is read no further than a tar may be."""
    packed = io.BytesIO()
    with gzip.open(packed, "wb", 1) as file:
        file.write(header(kind, 200 << 20))
        for _ in range(200):
            file.write(bytes(1 << 20))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert fault("w.tar.gz", packed.getvalue()) == "is an archive that unpacks to more than 128 MiB"
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) << 10
    assert grown < 1.5 * UNPACKED_AT_MOST


@pytest.mark.parametrize("ending", ["gz", "bz2", "xz"])
def test_a_compressed_file_that_breaks_off(ending: str) -> None:
    """It begins as one of its kind, and what follows is none: it is one person's fault, not the class's."""
    magic = {"gz": b"\x1f\x8b\x08", "bz2": b"BZh9", "xz": b"\xfd7zXZ\0"}
    data = magic[ending] + b"nothing of the kind" * 20
    assert fault(f"w.tar.{ending}", data).startswith("is an archive that I cannot open (")


def test_a_member_without_a_name() -> None:
    """It is left out; what else lies there is read."""
    data = zipped({"!.py": "x = 1", "forward.py": FORWARD})
    place = data.index(b"PK\x01\x02")
    name = data.index(b"!.py", place)
    nameless = bytearray(data[:name] + data[name + 4 :])
    nameless[place + 28 : place + 30] = bytes(2)
    end = nameless.index(b"PK\x05\x06")
    nameless[end + 12 : end + 16] = (int.from_bytes(data[end + 16 : end + 20], "little") - 4).to_bytes(
        4, "little"
    )
    found, refused = opened([Entry("w.zip", lambda size: bytes(nameless)[:size])])
    assert [one.inside for one in found] == ["forward.py"]
    assert [one.why for one in refused] == ["has a name that is none"]


def test_a_member_that_claims_everything() -> None:
    """It is not looked for behind as many bytes as it claims to have."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz", format=tarfile.PAX_FORMAT) as tar:
        member = tarfile.TarInfo("forward.py")
        member.pax_headers = {"size": "99999999999999"}
        tar.addfile(member)
    assert fault("w.tar.gz", packed.getvalue()) == "is an archive that unpacks to more than 128 MiB"


def test_many_programs() -> None:
    """So many programs as nobody hands in are not looked into one by one."""
    data = zipped({f"{number}.py": "x = 1" for number in range(PROGRAMS_AT_MOST + 1)})
    assert fault("w.zip", data).startswith("is an archive of more than 500 programs")


def test_an_archive_is_unpacked_once(tmp_path: Path) -> None:
    """However many programs lie in it."""
    data = zipped({f"{number}.py": "x = 1" for number in range(50)} | {"forward.py": FORWARD})
    reads = []

    def read(size: int) -> bytes:
        reads.append(size)
        return data[:size]

    found, _ = opened([Entry("ada/w.zip", read)])
    assert {one.data() for one in found} == {b"x = 1", FORWARD.encode()}
    assert len(reads) == 2


def test_two_members_of_one_name(tmp_path: Path) -> None:
    """Which of them is meant nothing tells: neither counts, and that is said."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made.writestr("forward.py", FORWARD)
        made.writestr("forward.py", FORWARD + "# other")
        made.writestr("loss.py", "x = 1")
    files = {"ada/w.zip": packed.getvalue(), "bo/forward.py": FORWARD}
    found = listing(look(folder(tmp_path / "class", files)), Asked(EXERCISES, functions=FUNCTIONS))
    assert [(one.student, one.exercise) for one in found.handed if one.exercise == "forward"] == [
        ("bo", "forward")
    ]
    assert [one.why for one in found.doubts if one.name == "ada/w.zip/forward.py"] == [
        "is there several times"
    ]
