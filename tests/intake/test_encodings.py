"""Names in zips that do not say how they are written: read where that is sure, else left to a person."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from downloads import EXERCISES, FORWARD, FUNCTIONS
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import UsageError
from grader.intake import encodings
from grader.intake.archive import look
from grader.intake.layouts.recognise import listing
from grader.intake.layouts.tree.found import Asked, Listing


def zipped_raw(path: Path, names: list[bytes], extra: bytes = b"") -> Path:
    """Write a zip whose names are these bytes, and which does not say how they are written."""
    marks = {name: f"{place:02d}".ljust(len(name), "~").encode() for place, name in enumerate(names)}
    with zipfile.ZipFile(path, "w") as made:
        for name in names:
            member = zipfile.ZipInfo(marks[name].decode())
            member.extra = extra
            made.writestr(member, FORWARD)
    data = path.read_bytes()
    for name, mark in marks.items():
        data = data.replace(mark, name)
    path.write_bytes(data)
    return path


def listed(path: Path) -> Listing:
    """Return who handed in what."""
    return listing(look(path), Asked(EXERCISES, functions=FUNCTIONS))


def students(found: Listing) -> list[str]:
    """Return the students whose work is graded."""
    return [one.student for one in found.handed]


@pytest.mark.parametrize(
    ("people", "written"),
    [
        (["Zoë", "José Núñez", "Jörg"], "cp437"),
        (["Zoë", "Jörg", "Bo"], "cp850"),
        (["张三", "李四", "Bo"], "gbk"),
        (["张三", "Zoë"], "utf-8"),
        (["김민수", "Дмитрий"], "utf-8"),
        (["José"], "utf-8"),
        (["Сан", "Дмитрий"], "utf-8"),
        (["郑爽", "魏巍", "张三"], "gbk"),
        (["Jérôme", "Chloé"], "cp437"),
    ],
)
def test_sure(people: list[str], written: str, tmp_path: Path) -> None:
    """What zips have always been written in, and what Windows writes in China, is read."""
    path = zipped_raw(tmp_path / "x.zip", [f"{name}/forward.py".encode(written) for name in people])
    assert students(listed(path)) == sorted(people)


@pytest.mark.parametrize(
    ("people", "written"),
    [
        (["Zoë", "Jörg"], "cp1252"),
        (["山田太郎", "佐藤"], "shift_jis"),
        (["田中"], "shift_jis"),
        (["김민수", "이영희"], "euc_kr"),
        (["陳大文", "王小明"], "big5"),
        (["Иван", "Дмитрий"], "cp866"),
        (["Дмитрий"], "cp1251"),
        (["Dvořák"], "cp1250"),
        (["Øystein", "Zoë"], "cp850"),
        (["Michał"], "cp852"),
        (["Győző", "Łukasz"], "cp852"),
        (["郑爽"], "gbk"),
        (["卢山", "魏巍"], "gbk"),
        (["Сан"], "utf-8"),
    ],
)
def test_open(people: list[str], written: str, tmp_path: Path) -> None:
    """Of others nobody is graded under a name that is none; whoever is written plainly is."""
    names = [f"{name}/forward.py".encode(written) for name in people]
    found = listed(zipped_raw(tmp_path / "x.zip", [*names, b"Bo/forward.py", b"Bo/notes.txt"]))
    assert students(found) == ["Bo"]
    assert len(found.doubts) == len(people)
    assert all("in an encoding that the zip does not tell" in one.why for one in found.doubts)


def test_nobody_is_sure(tmp_path: Path) -> None:
    """A zip of which no name can be told says that, and what to do."""
    path = zipped_raw(tmp_path / "x.zip", ["Дмитрий/forward.py".encode("cp1251")])
    with pytest.raises(UsageError, match=r"nothing in it can be graded.*unpack it and name the folder"):
        listed(path)


def test_the_extra_field_tells(tmp_path: Path) -> None:
    """A name that is written once more in UTF-8 counts, if it is that member's."""
    raw = "Дмитрий/forward.py".encode("cp1251")
    data = b"\1" + struct.pack("<L", zlib.crc32(raw)) + "Дмитрий/forward.py".encode()
    extra = struct.pack("<HH", 1, 2) + b"xx" + struct.pack("<HH", 0x7075, len(data)) + data
    assert students(listed(zipped_raw(tmp_path / "x.zip", [raw], extra))) == ["Дмитрий"]
    other = extra.replace(struct.pack("<L", zlib.crc32(raw)), b"\0\0\0\0")
    with pytest.raises(UsageError, match="encoding"):
        listed(zipped_raw(tmp_path / "y.zip", [raw], other))


@given(st.binary(max_size=60))
def test_any_extra_field(extra: bytes) -> None:
    """Whatever stands in the extra fields, a name is found there or none."""
    member = zipfile.ZipInfo("x")
    member.extra = extra
    assert encodings.unicode_path(member) == ""


@given(st.lists(st.binary(min_size=1, max_size=30), max_size=4))
def test_any_bytes(names: list[bytes]) -> None:
    """Any bytes are UTF-8, read in one encoding without a fault, or open."""
    written = encodings.encoding(names)
    if written:
        assert all(name.decode(written) for name in names if not encodings.is_utf8(name))


def test_a_name_twice_is_somebody_s(tmp_path: Path) -> None:
    """Two members of one name are not graded, and somebody has to look."""
    path = tmp_path / "x.zip"
    zipped_raw(path, [b"ada/forward.py", b"bob/forward.py", b"cy/forward.py"])
    path.write_bytes(path.read_bytes().replace(b"bob/", b"ada/"))
    found = listed(path)
    assert students(found) == ["cy"]
    assert [one.why for one in found.doubts] == ["has the same name as another"] * 2


def test_a_link_is_somebody_s(tmp_path: Path) -> None:
    """A program that cannot be read is in doubt, anything else is not."""
    (tmp_path / "ada").mkdir()
    (tmp_path / "bo").mkdir()
    (tmp_path / "bo" / "forward.py").write_text(FORWARD)
    for name in ("forward.py", "notes.txt"):
        (tmp_path / "ada" / name).symlink_to("/nowhere")
    assert [one.name for one in listed(tmp_path).doubts] == ["ada/forward.py"]
