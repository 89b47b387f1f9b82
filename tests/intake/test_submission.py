"""A submission is read whole, as the text that its author meant, or refused with a remedy."""

from __future__ import annotations

import codecs
import hashlib
import os
from pathlib import Path

import ipynb
import pytest

from grader.errors import UsageError
from grader.intake import submission

EXERCISES = ("forward", "loss", "zero_grad", "quadratic", "backprop_222")

TEXT = "# Verlust, 损失\ndef loss(p, y):\n    return (p - y) ** 2\n"


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("loss.py", "loss"),
        ("LOSS.py", "loss"),
        ("alice_loss.py", "loss"),
        ("loss (1).py", "loss"),
        ("loss-2.py", "loss"),
        ("hw1.loss.final.py", "loss"),
        ("lovelaceada_12345_67890_quadratic.py", "quadratic"),
        ("zero_grad_loss.py", "zero_grad"),
        ("backprop_222_wrong_hidden_error.py", "backprop_222"),
    ],
)
def test_recognised(name: str, exercise: str) -> None:
    """A file's name tells its exercise, among names, numbers and other words."""
    assert submission.recognise(Path("some") / name, EXERCISES) == exercise


@pytest.mark.parametrize("name", ["homework.py", "losses.py", "forwarding.py", "quadratic2.py", ".py"])
def test_not_recognised(name: str) -> None:
    """A name that tells no exercise is refused, with the option that names one and where the ids stand."""
    with pytest.raises(UsageError, match="--exercise ID; `grade list` names them all"):
        submission.recognise(Path(name), EXERCISES)


def test_two_exercises() -> None:
    """A name that fits two exercises equally well is refused."""
    with pytest.raises(UsageError, match="which exercise"):
        submission.recognise(Path("ab_cd.py"), ("ab", "cd"))


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        codecs.BOM_UTF8 + TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "mark", "crlf", "mark and crlf", "cr"],
)
def test_utf8(tmp_path: Path, data: bytes) -> None:
    """UTF-8 is read with and without a byte order mark, and with any line ends; the digest is the file's."""
    path = tmp_path / "loss.py"
    path.write_bytes(data)
    read = submission.read(path, None, EXERCISES)
    assert read.program.text == TEXT
    assert read.exercise == "loss"
    assert read.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "big5", "latin-1", "cp1252", "shift_jis"])
def test_declared_encoding(encoding: str) -> None:
    """Another encoding is read where the first line declares it."""
    text = f"# -*- coding: {encoding} -*-\nname = '{'é' if encoding in ('latin-1', 'cp1252') else '中'}'\n"
    assert submission.decode(text.encode(encoding), Path("loss.py")) == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("# 损失\n".encode("gbk"), "not in UTF-8.*save it as UTF-8, or declare"),
        ("# 损失\n".encode("utf-16"), "UTF-16; save it as UTF-8"),
        (b"# coding: gbk\n\xff\xff\n", "not in UTF-8"),
        (b"# coding: klingon\n", "unknown encoding"),
        (b"# coding: rot13\n", "not in UTF-8"),
        (b"# coding: punycode\nabc-def\n", "no encoding for programs"),
        (b"PK\x03\x04\x14\x00\x00\x00", "is not text"),
        (b"\xcb\r\r\n\x00\x00\x00\x00", "is not text"),
    ],
    ids=["gbk", "utf-16", "wrong", "unknown", "no text encoding", "slow", "zip", "pyc"],
)
def test_undecodable(data: bytes, words: str) -> None:
    """A file that is no text in its encoding is refused; the message says how to save it."""
    with pytest.raises(UsageError, match=words):
        submission.decode(data, Path("loss.py"))


def test_missing(tmp_path: Path) -> None:
    """A path where nothing is says so, before anything is asked about its exercise."""
    with pytest.raises(UsageError, match="there is no such file"):
        submission.read(tmp_path / "homework.py", None, EXERCISES)


def test_folder(tmp_path: Path) -> None:
    """A folder is refused, with the name of a file that might be meant."""
    with pytest.raises(UsageError, match=r"is a folder; hand in one file, for example .*forward\.py"):
        submission.read(tmp_path, "loss")


def test_named_pipe(tmp_path: Path) -> None:
    """A named pipe is refused at once, even though nobody writes into it."""
    path = tmp_path / "loss.py"
    os.mkfifo(path)
    with pytest.raises(UsageError, match="no ordinary file"):
        submission.read(path, None, EXERCISES)


def test_device() -> None:
    """A device is refused unread, even one that never ends."""
    with pytest.raises(UsageError, match="no ordinary file"):
        submission.read(Path("/dev/zero"), "loss")


def test_large(tmp_path: Path) -> None:
    """A file of 256 KiB is read, one byte more is refused."""
    path = tmp_path / "loss.py"
    path.write_bytes(b"#" * submission.BYTES_AT_MOST)
    assert len(submission.read(path, "loss").program.text) == submission.BYTES_AT_MOST
    path.write_bytes(b"#" * (submission.BYTES_AT_MOST + 1))
    with pytest.raises(UsageError, match="larger than 256 KiB"):
        submission.read(path, "loss")


def test_cannot_be_opened(tmp_path: Path) -> None:
    """A link that leads to itself cannot be opened; the message gives the system's reason."""
    path = tmp_path / "loss.py"
    path.symlink_to(path)
    with pytest.raises(UsageError, match=r"cannot be opened \(.*symbolic links"):
        submission.read(path, "loss")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    """A file without read permission cannot be opened; the message gives the system's reason."""
    path = tmp_path / "loss.py"
    path.write_text(TEXT)
    path.chmod(0)
    with pytest.raises(UsageError, match=r"cannot be opened \(Permission denied\)"):
        submission.read(path, "loss")


def test_files_beside_it_that_it_imports(tmp_path: Path) -> None:
    """What a file imports from its own folder comes along, but no answer, no link out and nothing unread."""
    outside = tmp_path / "outside.py"
    folder = tmp_path / "mine"
    folder.mkdir()
    texts = {
        "loss": f"import {300 * 'x'}, one, numpy, linked, loss, huge\nfrom bob_forward import f\n",
        "one": "def g():\n    from two import h\n",
        "two": "import one",
        "three": "",
        "bob_forward": "",
        "huge": "#" * submission.BYTES_AT_MOST + "#",
    }
    for name, text in texts.items():
        (folder / f"{name}.py").write_text(text)
    outside.write_text("")
    (folder / "linked.py").symlink_to(outside)
    read = submission.read(folder / "loss.py", None, EXERCISES)
    assert read.program.modules == {"one": texts["one"], "two": texts["two"]}


def test_endings_make_no_names_near(tmp_path: Path) -> None:
    """A short name is not near another one because both end in .py."""
    (tmp_path / "nn_module.py").write_text("")
    with pytest.raises(UsageError, match="check the name and the folder"):
        submission.read(tmp_path / "nope.py", None, EXERCISES)


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_a_notebook_that_is_called_py(mark: bytes) -> None:
    """A notebook is one by its bytes, too: a file that was renamed is not read as a script of braces."""
    made = submission.parse(
        mark + ipynb.of(TEXT), Path("loss.py"), "loss", EXERCISES, lambda id: (["loss"], "")
    )
    assert "def loss(p, y):" in made.program.text
    assert "nbformat" not in made.program.text


@pytest.mark.parametrize("text", ['{"names": 3}\n', "{}\n", "x = {'cells': 1}\n"])
def test_a_script_with_braces(text: str) -> None:
    """A script that begins with braces is a script."""
    assert submission.parse(text.encode(), Path("loss.py"), "loss", EXERCISES).program.text == text
