"""Data files beside a page become inputs; what cannot be read ends in an error of the page's own line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from grader.course.course import Course
from grader.errors import PageError
from grader.keys import staleness
from grader.pages import page
from grader.release.release import bundle

PAGE = '''r"""
# Data

Story.
"""

from grader.author import data, misconception, returns, task


@task
def total(x):
    """Return the sum of x, an array of shape (n,)."""
    return x.sum()


@misconception(total)
def mean(x):
    """Is this the sum?"""
    return x.mean()


checks = [
    returns(total, x=data("flowers.csv", "length")[:2], title="two flowers", public=True),
    returns(total, x=data("hidden/rest.csv", "length"), title="the rest"),
]
'''

TABLE = "length,kind\n1.5,iris\n2.5,rose\n4,iris\n"


@pytest.fixture
def home(tmp_path: Path) -> Course:
    """Return a course with one page that reads data."""
    (tmp_path / "solutions" / "data" / "hidden").mkdir(parents=True)
    (tmp_path / "exercises").mkdir()
    (tmp_path / "solutions" / "flowers.py").write_text(PAGE, encoding="utf-8")
    (tmp_path / "solutions" / "data" / "flowers.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "solutions" / "data" / "hidden" / "rest.csv").write_text(TABLE, encoding="utf-8")
    return Course(tmp_path)


def read_as(home: Course, name: str, content: bytes, words: str) -> object:
    """Write a data file and return what a page reads in it."""
    (home.root / "solutions" / "data" / name).write_bytes(content)
    path = home.page("flowers")
    path.write_text(PAGE.replace('title="two flowers"', f'along="{name}", title="two flowers"'))
    text = path.read_text(encoding="utf-8").replace("checks = [", f"found = data({words})\n\n\nchecks = [", 1)
    path.write_text(text.replace('along="' + name + '", ', ""), encoding="utf-8")
    return page.read(path).constants["found"]


def test_a_column_of_numbers_is_an_array(home: Course) -> None:
    """The first row names the columns; a check gets the numbers of one."""
    asked = page.read(home.page("flowers")).scenarios(0)
    assert np.array_equal(asked[0].args[0], [1.5, 2.5])


@pytest.mark.parametrize(
    ("name", "content", "words", "expected"),
    [
        ("a.csv", b"1,2\n3,4\n", '"a.csv"', [[1.0, 2.0], [3.0, 4.0]]),
        ("a.csv", b"x,y\n3,4\n\n", '"a.csv"', [[3.0, 4.0]]),
        ("a.csv", TABLE.encode(), '"a.csv", "kind"', ["iris", "rose", "iris"]),
        ("a.csv", b"\xef\xbb\xbf" + TABLE.encode(), '"a.csv", "length"', [1.5, 2.5, 4.0]),
        ("a.csv", b"\xef\xbb\xbf1,2\n", '"a.csv"', [[1.0, 2.0]]),
        ("a.txt", "Ünïcode\n".encode(), '"a.txt"', "Ünïcode\n"),
    ],
)
def test_a_file_is_read_by_the_end_of_its_name(
    home: Course, name: str, content: bytes, words: str, expected: object
) -> None:
    """Tables are arrays, columns of words are texts, other files are a text."""
    found = read_as(home, name, content, words)
    assert (found.tolist() if isinstance(found, np.ndarray) else found) == expected


def test_an_array_of_numpy_is_itself(home: Course, tmp_path: Path) -> None:
    """A ``.npy`` keeps its type and shape."""
    np.save(tmp_path / "a.npy", np.arange(6).reshape(2, 3))
    found = read_as(home, "a.npy", (tmp_path / "a.npy").read_bytes(), '"a.npy"')
    assert np.array_equal(found, [[0, 1, 2], [3, 4, 5]])
    assert found.dtype == np.int64


@pytest.mark.parametrize(
    ("name", "content", "words", "says"),
    [
        ("a.csv", b"", '"b.csv"', r"data/b.csv cannot be an input \(No such file"),
        ("a.csv", b"", '"a.csv"', "it is empty"),
        ("a.csv", b"1,2\n3\n", '"a.csv"', "its rows differ in length"),
        ("a.csv", TABLE.encode(), '"a.csv"', "'iris' in it is no number; name one column"),
        ("a.csv", TABLE.encode(), '"a.csv", "width"', "it has no column 'width', but length, kind"),
        ("a.csv", b"1,2\n", '"a.csv", "width"', "it has no column 'width', but no row of names"),
        ("a.txt", b"text", '"a.txt", "width"', "only a .csv has columns"),
        ("a.txt", b"\xff", '"a.txt"', "can't decode byte"),
        ("a.npy", b"", '"a.npy"', "cannot be an input"),
        ("a.npy", b"no array", '"a.npy"', "cannot be an input"),
        ("a.txt", b"", '"../flowers.py"', "it lies outside data/"),
    ],
)
def test_what_cannot_be_read_names_the_line(
    home: Course, name: str, content: bytes, words: str, says: str
) -> None:
    """The error names the page, its line, the file, and what to do."""
    with pytest.raises(PageError, match=says) as fault:
        read_as(home, name, content, words)
    line = PAGE[: PAGE.index("checks = [")].count("\n") + 1
    assert str(fault.value).startswith(f"{home.page('flowers')}:{line}: ")
    assert str(fault.value).endswith("put a .csv, .npy or text file there")


def digests(home: Course) -> Iterator[str]:
    """Yield the digests of the page, of its code and of its text."""
    yield staleness.code_digest(home.page("flowers"))
    yield staleness.text_digest(home.page("flowers"))


def test_changed_data_make_the_key_stale(home: Course) -> None:
    """A key depends on the files that its page may read, and another page's key does not."""
    other = home.root / "solutions" / "other.py"
    other.write_text("x = 1\n")
    before = [*digests(home)], staleness.code_digest(other)
    (home.root / "solutions" / "data" / "hidden" / "rest.csv").write_text("length\n3\n", encoding="utf-8")
    assert not set(before[0]) & {*digests(home)}
    assert staleness.code_digest(other) == before[1]


def test_students_get_the_data_that_are_not_hidden(home: Course) -> None:
    """A release holds ``data/``, without what lies in its folder ``hidden``."""
    files = bundle(home, ["flowers"])
    assert files["data/flowers.csv"] == TABLE.encode()
    assert not any("rest" in name for name in files)
