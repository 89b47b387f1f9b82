"""A key is written and read back to the last bit, or refused."""

from __future__ import annotations

import json
import random
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import REPEATS
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_np
from programs import asked, check, key, known, seen

from grader.errors import UsageError
from grader.inside.observation import Error, Leaf, Observation, Outcome
from grader.keys import keyfile, keyhead
from grader.keys.key import AnswerKey, Mutant
from grader.keys.keyhead import Heading
from grader.keys.profile import torch_of
from grader.numbers.compare import Bound


def alike(one: Any, other: Any) -> bool:
    """Tell whether two values are the same, NaN and the types of arrays included."""
    if isinstance(one, np.ndarray):
        return (
            isinstance(other, np.ndarray)
            and one.dtype == other.dtype
            and np.array_equal(one, other, equal_nan=one.dtype.kind in "fc")
        )
    if is_dataclass(one):
        parts = [part.name for part in fields(one)]
        return type(one) is type(other) and all(alike(getattr(one, p), getattr(other, p)) for p in parts)
    if isinstance(one, dict):
        return list(one) == list(other) and all(alike(one[name], other[name]) for name in one)
    if isinstance(one, list | tuple):
        return type(one) is type(other) and len(one) == len(other) and all(map(alike, one, other))
    return type(one) is type(other) and (one == other or one != one)


def a_key() -> AnswerKey:
    """Return a key with one of everything."""
    leaf = Leaf(np.array([1.0, np.pi]), None)
    scenario = asked("f", leaf, [leaf, (1, 2.5)], np.zeros((0, 2)), True, None, seed=5, wrt=("a",))
    rows = (seen(f=1 / 3), Observation(Outcome.RAISED, error=Error("ValueError", "ünï", 3)))
    return key(
        [check("one", scenario=scenario, bound=Bound(1e-9, 1e-4, {"f": 2.0})), check("two", public=False)],
        rows,
        [known("summed", ["f"], rows, ["one"])],
        [Mutant("squared", {"name": "x"}, "f", {"one": seen(f=np.nan)})],
    )


def test_a_key_comes_back_whole(tmp_path: Path):
    """Every record, array, outcome and number is the same after reading."""
    path = tmp_path / "keys" / "twice.json"
    keyfile.save(a_key(), path, "engine")
    assert alike(keyfile.load(path), a_key())
    assert [file.name for file in path.parent.iterdir()] == ["twice.json"]


def test_a_key_is_strict_json(tmp_path: Path):
    """The file holds no NaN or Infinity, which other readers refuse."""
    path = tmp_path / "twice.json"
    keyfile.save(a_key(), path, "engine")

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    json.loads(path.read_text(encoding="utf-8"), parse_constant=refuse)


VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(),
        st.complex_numbers(),
        st.sampled_from(Outcome),
        st_np.arrays(
            st.sampled_from(["?", "<i8", "<u8", "<f4", "<f8", ">f8", "<c16", "<f2"]),
            st_np.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3),
        ),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(st.text(max_size=3), inner, max_size=3),
    ),
    max_leaves=8,
)


@given(VALUES)
def test_any_value_survives_encoding(value: Any):
    """Decoding gives back what was encoded, through JSON's text."""
    text = json.dumps(keyfile.encode(value), allow_nan=False)
    assert alike(keyfile.decode(json.loads(text)), value)


# ---- is it current? ----


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a key made of the page "digest" by the grader "engine"."""
    path = tmp_path / "twice.json"
    keyfile.save(replace(a_key(), seed=7), path, "engine")
    return path


def test_a_key_is_current_for_its_page_and_grader(path: Path):
    """Another page, another grader or no file at all make it stale."""
    assert not keyhead.stale(path, "digest", "engine")
    assert keyhead.stale(path, "other", "engine")
    assert keyhead.stale(path, "digest", "other")
    assert keyhead.stale(path.with_name("none.json"), "digest", "engine")


def test_a_key_knows_its_page_whoever_made_it(path: Path):
    """By the digest of the page's whole text, so that its title may be read from the key."""
    keyfile.save(a_key(), path, "engine", "text")
    assert keyhead.is_of(path, "text")
    assert not keyhead.is_of(path, "other")
    assert not keyhead.is_of(path.with_name("none.json"), "text")


def test_a_key_of_another_format_is_stale(path: Path):
    """A file that an older or newer grader wrote is made anew, and never half understood."""
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace('"format": 3', '"format": 9', 1), encoding="utf-8")
    assert keyhead.stale(path, "digest", "engine")
    with pytest.raises(
        UsageError, match="is of another version of the grader; make it again with `grade key`"
    ):
        keyfile.load(path)


def test_the_seed_is_kept_apart(path: Path):
    """The seed can be read from a stale or damaged key too; without one it is 0."""
    assert keyhead.seed(path) == 7
    assert keyhead.seed(path.with_name("none.json")) == 0
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")
    path.write_text(first + "\n" + rest[:50], encoding="utf-8")
    assert keyhead.seed(path) == 7
    path.write_text('{"seed": "7",\n"key": 0}', encoding="utf-8")
    assert keyhead.seed(path) == 0


def test_the_head_says_what_the_key_is_about(path: Path):
    """Title, points and story are told by the first line alone; a long first line is no head."""
    told = keyhead.head(path)
    assert (told["title"], told["points"], told["story"]) == ("Twice", a_key().points, "A story.")
    path.write_text(" " * keyhead.HEAD_AT_MOST + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert keyhead.head(path) == {}


DAMAGED = [
    "",
    "{",
    "[]",
    "null",
    '{"format": 3}',
    '{"format": 3, "engine": "e", "key": null}',
    '{"format": 3, "engine": "e", "key": {"AnswerKey": 5}}',
    '{"format": 3, "engine": "e", "key": {"AnswerKey": {"id": "x"}}}',
    '{"format": 3, "engine": "e", "key": {"os": {"name": "x"}}}',
    '{"format": 3, "engine": "e", "key": {"AnswerKey": {}, "more": 1}}',
    '{"format": 3, "engine": "e", "key": {"array": ["<i1", [1], [1000]]}}',
    '{"format": 3, "engine": "e", "key": {"array": ["<f8", [3], [1.0]]}}',
    '{"format": 3, "engine": "e", "key": {"array": ["nonsense", [], []]}}',
    '{"format": 3, "engine": "e", "key": {"outcome": "perfect"}}',
    "[" * 100_000,
]


@pytest.mark.parametrize("text", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_key_is_refused(path: Path, text: str):
    """Whatever the file holds, it is a key, or one sentence that says how to make it again."""
    path.write_text(text, encoding="utf-8")
    assert keyhead.stale(path, "digest", "engine")
    with pytest.raises(UsageError, match="make it again with `grade key`"):
        keyfile.load(path)


def test_bytes_at_random_are_refused(path: Path):
    """A key with a few bytes changed is a key or a UsageError, and nothing else."""
    luck = random.Random(5)
    whole = path.read_bytes()
    for _ in range(100 * REPEATS):
        data = bytearray(whole)
        for _ in range(luck.randint(1, 3)):
            data[luck.randrange(len(data))] = luck.choice(b'\x00\xff"{}[]0:,x')
        path.write_bytes(bytes(data))
        try:
            assert isinstance(keyfile.load(path), AnswerKey)
        except UsageError:
            continue


def test_a_record_that_is_none_of_ours():
    """Only the records of a key are made from a file, whatever it names."""
    with pytest.raises(KeyError):
        keyfile.decode({"Path": {"path": "/etc/passwd"}})


def test_the_heading_tells_tasks_and_torch(path: Path):
    """What starts the right server stands on the first line."""
    key = a_key()
    assert keyhead.heading(path) == Heading(tuple(key.tasks), torch_of(key.scenarios, key.allows_torch))


@pytest.mark.parametrize(
    "line", ["", "{}", '{"tasks": "f", "torch": "needed"}', '{"tasks": [], "torch": "no"}']
)
def test_an_old_key_has_no_heading(path: Path, line: str):
    """A key that does not say so is asked itself."""
    path.write_text(f"{line[:-1]},\n", encoding="utf-8")
    assert keyhead.heading(path) is None
