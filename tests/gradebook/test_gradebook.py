"""The gradebook keeps what it was given, once, and never harms a file that it cannot use."""

from __future__ import annotations

import multiprocessing
import os
import resource
import sqlite3
import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from grader.errors import StoreError
from grader.gradebook import packing, reading, schema
from grader.gradebook.gradebook import Gradebook
from grader.gradebook.observations import New
from grader.gradebook.packing import Runtime
from grader.gradebook.records import GRADED, NOT_GRADED, Attempt, Grade, Mark, Named, Settled, Unknown
from grader.inside.observation import Error, Limits, Observation, Observed, Outcome, Program, Scenario, Source

ADA = Attempt("ada", "Ada L", "loss", "a" * 64, "ada_loss.py", late=True, handed_in="today", email="a@x")
RIGHT = Grade(
    GRADED,
    "",
    3,
    5,
    (Mark("c1", "one", "f", "passed", 3, 3), Mark("c2", "two", "f", "failed", 0, 2)),
    (Named("m", "A slip", ("c2",)),),
    (Unknown("f", "00ff", ("c2",)),),
)
RUNTIME = Runtime({"numpy": "2"}, Limits())
SEEN = Observation(
    Outcome.RETURNED, {"x": np.array([1.5, np.nan])}, {"x": "list"}, printed="hi", seconds=0.25
)
NEW = New(b"p" * 32, (b"s" * 16,), Observed(Observation(Outcome.RETURNED), (SEEN,), ("a jail",)))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Gradebook]:
    """Open a new gradebook."""
    with Gradebook(tmp_path / "grades" / "gradebook.db") as made:
        yield made


def put(
    book: Gradebook, attempt: Attempt = ADA, grade: Grade = RIGHT, key: str = "k", new: New | None = NEW
) -> bool:
    """Save one submission in a run of its own."""
    run = book.start("batch", "x", "flat", {})
    return book.save(run, attempt, b"text", grade, key, book.runtime(RUNTIME), new)


def standing(book: Gradebook) -> list[reading.Standing]:
    """Return what counts for everybody."""
    return list(reading.standings(book.connection))


def test_round_trip(book: Gradebook) -> None:
    """An attempt, its grade, its file and its observations come back as they were put in."""
    assert put(book)
    (row,) = standing(book)
    assert (row.attempt, row.grade, row.key, row.limits) == (ADA, RIGHT, "k", Limits())
    assert reading.data(book.connection, ADA.sha256) == b"text"
    seen = book.seen(NEW.program, None)
    again = packing.observed(seen.load or SEEN, list(seen.by_scenario.values()), seen.held)
    assert again.protections == ("a jail",)
    np.testing.assert_array_equal(again.row[0].values["x"], SEEN.values["x"])
    assert (again.row[0].kinds, again.row[0].printed, again.row[0].seconds) == ({"x": "list"}, "hi", 0.25)


def test_the_same_again_is_not_doubled(book: Gradebook) -> None:
    """Saving the same submission twice leaves one attempt, one grade and one set of observations."""
    assert [put(book), put(book)] == [True, False]
    count = {
        table: book.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("students", "submissions", "attempts", "observations", "grades")
    }
    assert count == {"students": 1, "submissions": 1, "attempts": 1, "observations": 2, "grades": 1}


def test_a_new_key_is_a_new_grade(book: Gradebook) -> None:
    """Under another key the grade is added, the newer counts and the older stays in the history."""
    put(book)
    put(book, grade=Grade(GRADED, "", 5, 5), key="other")
    assert [row.grade.score for row in standing(book)] == [5]
    assert [event.score for event in reading.history(book.connection, "ada")] == [3, 5]


def test_a_fault_of_ours_loses_no_grade(book: Gradebook) -> None:
    """What was graded once stays graded, though a later run fails; what was not is graded by it."""
    put(book)
    assert not put(book, grade=Grade(NOT_GRADED, "the sandbox broke"), key="other")
    assert standing(book)[0].grade.state == GRADED
    put(book, Attempt("bo", "Bo", "loss", "b" * 64, "b.py"), Grade(NOT_GRADED, "the sandbox broke"), new=None)
    assert [row.grade.state for row in standing(book)] == [GRADED, NOT_GRADED]
    put(book, Attempt("bo", "Bo", "loss", "b" * 64, "b.py"), RIGHT)
    assert [row.grade.state for row in standing(book)] == [GRADED, GRADED]


def test_an_earlier_file_handed_in_again_counts(book: Gradebook) -> None:
    """Where a student goes back to an earlier file, that file's grade counts again."""
    other = Attempt("ada", "Ada L", "loss", "c" * 64, "ada_loss.py")
    for attempt in (ADA, other, ADA):
        put(book, attempt)
    assert [row.attempt.sha256 for row in standing(book)] == [ADA.sha256]
    assert book.settled() == {("ada", "loss"): Settled(ADA.sha256, "k", 1, GRADED, "", 0)}


def test_one_students_row_is_not_anothers(book: Gradebook) -> None:
    """Asked for one student or exercise, nobody else's rows come back."""
    put(book)
    put(book, Attempt("bo", "Bo", "forward", "b" * 64, "b.py"))
    rows = list(reading.standings(book.connection, student="bo"))
    assert [(row.attempt.student, row.attempt.exercise) for row in rows] == [("bo", "forward")]
    assert [row.attempt.student for row in reading.standings(book.connection, exercise="loss")] == ["ada"]
    assert reading.exercises(book.connection) == ["forward", "loss"]
    assert reading.find_student(book.connection, "BO") == ["bo"]


def test_observations_of_an_unknown_format_are_as_none(book: Gradebook) -> None:
    """An observation that can no longer be read is not there: the program is run again."""
    put(book)
    broken = sqlite3.Binary(__import__("zlib").compress(b"\xff"))
    book.connection.execute("UPDATE observations SET reply = ?", (broken,))
    assert book.seen(NEW.program, None).by_scenario == {}


def test_a_clock_that_goes_backwards(book: Gradebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order of grades is that of their saving, whatever the clock says."""
    put(book)
    monkeypatch.setattr("grader.gradebook.gradebook.now", lambda: "1970-01-01T00:00:00+00:00")
    put(book, grade=Grade(GRADED, "", 5, 5), key="other")
    assert [row.grade.score for row in standing(book)] == [5]
    assert [event.score for event in reading.history(book.connection, "ada")] == [3, 5]


numbers = npst.arrays(
    st.sampled_from([np.dtype(code) for code in ("?", "<i8", "<f4", "<f8", "<c16")]),
    npst.array_shapes(min_dims=0, max_dims=3, max_side=3),
)


@given(
    st.dictionaries(st.text(max_size=8), numbers, max_size=3), st.sampled_from(Outcome), st.text(max_size=30)
)
def test_packing(values: dict[str, np.ndarray], outcome: Outcome, words: str) -> None:
    """Any observation is unpacked as it was packed, to the last bit."""
    kinds = dict.fromkeys(values, "ndarray")
    seen = Observation(outcome, values, kinds, Error("E", words.encode("utf-8", "replace").decode(), 3), "p")
    again = packing.unpack(packing.pack(seen), 1.0)
    assert again is not None
    assert (again.outcome, again.error, again.kinds, again.seconds) == (outcome, seen.error, kinds, 1.0)
    assert {name: array.tobytes() for name, array in again.values.items()} == {
        name: array.tobytes() for name, array in values.items()
    }


@pytest.mark.parametrize(
    ("outcome", "text", "error"),
    [
        (Outcome.RAISED, "NameError: no x", Error("NameError", "no x", 7)),
        (Outcome.RAISED, "SyntaxError: odd (column 3)", Error("SyntaxError", "odd", 7, 3, Source.FILE)),
        (Outcome.RAISED, "WrongSignature: f(x)", Error("WrongSignature", "f(x)", 7, source=Source.CALL)),
        (Outcome.MISSING, "Missing: f", Error("Missing", "f", source=Source.CALL)),
        (Outcome.MISSING, "Missing: f is of type int", Error("NotCallable", "int", source=Source.CALL)),
        (Outcome.CRASHED, "WireError: closed", Error("Pipe", "closed", source=Source.PROCESS)),
        (Outcome.CRASHED, "Exit: 3", Error("Exit", "3", source=Source.PROCESS)),
        (Outcome.RETURNED, "", None),
    ],
)
def test_what_older_graders_stored_is_read(outcome: Outcome, text: str, error: Error | None) -> None:
    """A gradebook of the first format still tells what stopped a program, now as a record."""
    words = text.encode()
    head = struct.pack("<BIH", list(Outcome).index(outcome), 7, len(words)) + words
    old = head + struct.pack("<H2sH", 2, b"hi", 0)
    assert packing.unpack(old, 2.0) == Observation(outcome, {}, {}, error, "hi", 2.0)


@pytest.mark.parametrize("data", [b"", b"\x10", b"\x10{}\0", b"\x10[]\0", b"\x09\0\0", b"\x11abc"])
def test_what_is_damaged_is_nothing(data: bytes) -> None:
    """Bytes of no known format are observed anew, not guessed at."""
    assert packing.unpack(data, 0.0) is None


def test_digests_tell_what_matters() -> None:
    """A program's digest forgets its file's name; a scenario's knows its inputs to the last bit."""
    one, other = Program("x = 1", filename="a.py"), Program("x = 1", filename="b.py")
    assert packing.program_digest(one) == packing.program_digest(other)
    assert packing.program_digest(one) != packing.program_digest(Program("x = 2"))
    asked = [Scenario("returns", "f", (np.array([number]),)) for number in (0.1 + 0.2, 0.3)]
    assert packing.scenario_digest(asked[0]) != packing.scenario_digest(asked[1])
    assert packing.this_runtime(Limits()).digest != packing.this_runtime(Limits(call=1)).digest


# ---- files that cannot be used -------------------------------------------------------------------


def make_older(path: Path) -> None:
    """Make a gradebook of the first version."""
    connection = sqlite3.connect(path)
    connection.executescript(schema.ONE)
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION}")
    connection.execute("PRAGMA user_version = 1")
    connection.execute("INSERT INTO students VALUES (1, 'ada', 'Ada', '')")
    connection.commit()
    connection.close()


@pytest.mark.parametrize("place", range(6))
def test_another_run_may_make_it_meanwhile(place: int, tmp_path: Path) -> None:
    """A gradebook that another run makes while this one looks it over is ours, whenever that happens."""
    path = tmp_path / "g.db"

    class Overtaken(sqlite3.Connection):
        asked = 0

        def execute(self, *words: object) -> sqlite3.Cursor:
            if self.asked == place:
                schema.open_for_writing(path).close()
            self.asked += 1
            return super().execute(*words)

    connection = sqlite3.connect(path, isolation_level=None, factory=Overtaken)
    assert schema.examine(path, connection) in range(len(schema.MIGRATIONS) + 1)
    connection.close()


def test_one_that_was_only_begun(tmp_path: Path) -> None:
    """Where the disk was full before the first table, nobody is told of an older version."""
    path = tmp_path / "gradebook.db"
    path.touch()
    with pytest.raises(StoreError, match="holds nothing yet; run `grade batch`"):
        schema.open_for_reading(path)


def test_an_older_gradebook_is_brought_up_to_date(tmp_path: Path) -> None:
    """A gradebook of an earlier version keeps its content; before that it cannot be read from."""
    make_older(tmp_path / "g.db")
    with pytest.raises(StoreError, match="is of an older version; run `grade batch`"):
        schema.open_for_reading(tmp_path / "g.db")
    with Gradebook(tmp_path / "g.db") as book:
        assert put(book)
        assert reading.find_student(book.connection, "ada") == ["ada"]
    assert list(reading.standings(schema.open_for_reading(tmp_path / "g.db")))


def unusable(path: Path, kind: str) -> str:
    """Make a file that is no usable gradebook; return what is to be said of it."""
    if kind == "newer":
        with Gradebook(path) as book:
            book.connection.execute("PRAGMA user_version = 99")
        return "was written by a newer grader .* update the grader"
    if kind == "other":
        sqlite3.connect(path).executescript("CREATE TABLE bookmarks (url TEXT)")
        return "is a database of something else"
    if kind == "text":
        path.write_text("dear diary, " * 100)
    if kind == "torn":
        with Gradebook(path) as book:
            for number in range(50):
                put(book, Attempt(f"s{number}", "", "loss", f"{number:064}", "x.py"))
        data = bytearray(path.read_bytes())
        data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
        path.write_bytes(data)
    return "is damaged or no gradebook"


@pytest.mark.parametrize("kind", ["newer", "other", "text", "torn"])
def test_unusable_files_stay_untouched(tmp_path: Path, kind: str) -> None:
    """A damaged, foreign or newer file is named with what to do, and not a byte of it changes."""
    path = tmp_path / "g.db"
    says = unusable(path, kind)
    before = path.read_bytes()
    for opened in (Gradebook, schema.open_for_reading):
        with pytest.raises(StoreError, match=rf"g\.db: {says}"):
            opened(path)
    assert path.read_bytes() == before


def test_no_gradebook(tmp_path: Path) -> None:
    """Looking at a gradebook that is not there makes none."""
    with pytest.raises(StoreError, match="there is no gradebook; make one with `grade batch`"):
        schema.open_for_reading(tmp_path / "g.db")
    assert not list(tmp_path.iterdir())


def test_a_folder_where_a_gradebook_should_be(tmp_path: Path) -> None:
    """A place that cannot be opened or made is named with the remedy."""
    (tmp_path / "g.db").mkdir()
    with pytest.raises(StoreError, match="cannot be opened; check the folder's permissions"):
        Gradebook(tmp_path / "g.db")
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        Gradebook(tmp_path / "file" / "g.db")


def fill(path: str, answers: multiprocessing.Queue[str]) -> None:
    """Save submissions until the disk, that is the limit on a file's size, is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
    __import__("signal").signal(__import__("signal").SIGXFSZ, __import__("signal").SIG_IGN)
    saved = 0
    try:
        with Gradebook(Path(path)) as book:
            run = book.start("batch", "x", "flat", {})
            while True:
                attempt = Attempt(f"s{saved}", "", "loss", f"{saved:064}", "x.py")
                book.save(run, attempt, os.urandom(2000), RIGHT, "k", book.runtime(RUNTIME), None)
                saved += 1
    except StoreError as fault:
        answers.put(f"{saved} {fault}")


def test_a_full_disk(tmp_path: Path) -> None:
    """On a full disk the fault and its remedy are told, and everything saved before is there."""
    answers: multiprocessing.Queue[str] = multiprocessing.Queue()
    filler = multiprocessing.get_context("fork").Process(target=fill, args=(str(tmp_path / "g.db"), answers))
    filler.start()
    saved, _, said = answers.get(timeout=60).partition(" ")
    filler.join()
    assert "free some space and run the same command again" in said
    with Gradebook(tmp_path / "g.db") as book:
        assert len(standing(book)) == int(saved) > 0
        assert put(book)


def write_many(path: str, first: int) -> None:
    """Save the same submissions as another process, in another order."""
    with Gradebook(Path(path)) as book:
        run = book.start("batch", "x", "flat", {})
        runtime = book.runtime(RUNTIME)
        for step in range(60):
            number = (first + step) % 60
            attempt = Attempt(f"s{number:02}", "", "loss", f"{number:064}", "x.py")
            book.save(
                run,
                attempt,
                b"t",
                RIGHT,
                "k",
                runtime,
                New(bytes([number]) * 32, NEW.scenarios, NEW.observed),
            )


def test_two_runs_at_once(tmp_path: Path) -> None:
    """Four processes that make, migrate and fill one gradebook at once corrupt and double nothing."""
    context = multiprocessing.get_context("spawn")
    runs = [context.Process(target=write_many, args=(str(tmp_path / "g.db"), 15 * n)) for n in range(4)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert [run.exitcode for run in runs] == [0, 0, 0, 0]
    with Gradebook(tmp_path / "g.db") as book:
        assert len(standing(book)) == 60
        assert book.connection.execute("SELECT count(*) FROM grades").fetchone() == (60,)
        assert book.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
