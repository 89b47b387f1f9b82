"""A page with a mark in every private place, and the search for such marks in files of any kind."""

from __future__ import annotations

import base64
import binascii
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator

import numpy as np

from grader.inside.observation import Leaf, Observation
from grader.keys.key import AnswerKey

PAGE = '''r"""
# A marked page

Twice a number, plus one.

**One number worked out.** With x = 3 it is 7.
"""
import numpy as np

from grader.author import alternative, misconception, normal, returns, scenario, task, uniform


def given(x):
    """Return x, which students may see."""
    return x


@task
def single(x):
    """Return 2·x + 1 for a number."""
    # canary-comment-in-body
    canary_local_name = "canary-text-in-body"
    return canary_helper_name(x)
    # canary-comment-behind-body


@task
def many(xs):
    """Return 2·x + 1 for every x."""
    print("canary-printed-by-reference")
    return 2 * np.asarray(xs) + 1
    # canary-comment-behind-last-body


# canary-comment-below-fold
CANARY_CONSTANT_NAME = 8.125037


def canary_helper_name(x):
    """Say canary-helper-docstring."""
    return 2 * x + 1


@alternative(single)
def canary_alternative_name(x):
    """Say canary-alternative-docstring."""
    return x + x + 1  # canary-alternative-comment


@alternative(many)
def canary_loop_name(xs):
    return [2 * x + 1 for x in xs]


@misconception(single)
def plus_two(x):
    """You add two.

    Hint: Count.
    """
    canary_wrong_local = "canary-misconception-body"  # canary-misconception-comment
    return 2 * x + 2


@misconception(canary_helper_name)
def helper_is_off(x):
    """You add three.

    Hint: Count again.
    """
    return 2 * x + 3


@misconception(many)
def raises(xs):
    """You stop.

    Hint: Read the error.
    """
    raise ValueError("canary-exception-text")


@misconception(single, title="canary hidden misconception title")
def canary_hidden_misconception(x):
    """Say canary-hidden-message, kanarienvögel.

    Hint: canary-hidden-hint
    """
    return 2 * abs(x) + 1


@misconception(many)
def canary_hidden_many(xs):
    """Say canary-hidden-message-two.

    Hint: canary-hidden-hint-two
    """
    return 2 * np.abs(np.asarray(xs)) + 1


@scenario(many, title="in the open", xs=[1.0, 2.5], public=True)
def canary_free_public(program, rng, xs):
    """Say canary-public-experiment-docstring."""
    # canary-public-experiment-comment
    return {"shown": program.many(xs)}


@scenario(many, title="canary hidden experiment title", xs=[-7.390517, 2.204861])
def canary_hidden_experiment(program, rng, xs):
    """Say canary-hidden-experiment-docstring."""
    return {"canary_hidden_value_name": program.many(xs) * 1.370213}


checks = [
    returns(single, x=1.25, title="one and a quarter", public=True),
    returns(single, x=-3.718283, title="canary hidden title", note="canary-note"),
    returns(single, x=uniform(-9, -8), title="canary drawn title"),
    canary_free_public,
    canary_hidden_experiment,
    returns(many, xs=normal(size=3), title="canary array title"),
]
'''

WORD = re.compile(r"canary[\w -]*|kanarien\w*|CANARY\w+")

ALLOWED_NAMES = frozenset({"canary_free_public"})
"""The function of a public experiment is run on the student's machine under its own name."""


def words() -> frozenset[str]:
    """Return every marked text of the page, the longer ones by their first words."""
    found = {word.strip() for word in WORD.findall(PAGE)}
    return frozenset(found - ALLOWED_NAMES)


# ---- numbers ---------------------------------------------------------------------------------------


def numbers(value: object) -> Iterator[float]:
    """Yield every number of an input, an observation or a row of them."""
    if isinstance(value, Observation):
        for array in value.values.values():
            yield from numbers(array)
    elif isinstance(value, Leaf):
        yield from numbers(value.value)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from numbers(item)
    elif isinstance(value, np.ndarray | float | int):
        yield from (float(number) for number in np.ravel(value))


def private_numbers(key: AnswerKey, public: AnswerKey) -> frozenset[float]:
    """Return what a whole key knows and a handed-out one must not: numbers near none that it may hold."""
    shown = {check.id for check in public.checks}
    hidden = [place for place, check in enumerate(key.checks) if check.id not in shown]
    rows = [key.reference, *(known.row for known in (*key.alternatives, *key.misconceptions))]
    secret = [number for place in hidden for number in numbers(key.checks[place].scenario.args)]
    secret += [number for row in rows for place in hidden for number in numbers(row[place])]
    secret += [number for slip in key.mutants for seen in slip.seen.values() for number in numbers(seen)]
    secret += [float(key.checks[place].scenario.seed) for place in hidden]
    secret += [key.checks[place].bound.double for place in hidden] + [8.125037]
    open_rows = [public.reference, *(known.row for known in public.misconceptions)]
    allowed = [number for check in public.checks for number in numbers(check.scenario.args)]
    allowed += [number for row in open_rows for number in numbers(row)]
    allowed += [check.bound.double for check in public.checks] + [
        check.bound.single for check in public.checks
    ]
    return frozenset(
        number for number in secret if abs(number) > 1e-12 and not any(near(number, one) for one in allowed)
    ) - frozenset(float(whole) for whole in range(-100, 101))


def near(one: float, other: float) -> bool:
    """Tell whether two numbers are the same in five digits."""
    return abs(one - other) <= 1e-5 * max(abs(one), abs(other))


# ---- the search --------------------------------------------------------------------------------------


def found_in(data: bytes, words: Iterable[str], secret: Iterable[float]) -> set[str]:
    """Return which words and numbers stand in some bytes, in whatever way they are written there."""
    views = list(unpacked(data))
    hits = {word for word in words if any(form in view for view in views for form in forms_of_text(word))}
    texts = [text for view in views for text in readings(view)]
    read = np.array([number for text in texts for number in decimals(text)])
    for number in secret:
        written = any(form in view for view in views for form in forms_of_number(number))
        size = np.abs(read - number) <= 1e-5 * abs(number) if read.size else np.array([False])
        if written or size.any():
            hits.add(repr(number))
    return hits


def unpacked(data: bytes) -> Iterator[bytes]:
    """Yield bytes, and whatever comes out of them as zip, zlib stream, base64 or JSON text."""
    yield data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from unpacked(archive.read(name))
    for place in (found.start() for found in re.finditer(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b", data)):
        try:
            yield zlib.decompressobj(47).decompress(data[place:])
        except zlib.error:
            continue
    for run in re.findall(rb"[A-Za-z0-9+/_-]{24,}={0,2}", data):
        try:
            yield base64.b64decode(run + b"=" * (-len(run) % 4), altchars=b"-_" if b"_" in run else None)
        except binascii.Error:
            continue
    try:
        yield json.dumps(json.loads(data), ensure_ascii=False).encode()
    except ValueError:
        return


def readings(view: bytes) -> Iterator[str]:
    """Yield bytes as texts in the encodings that files are written in."""
    yield view.decode("latin-1")
    if b"\0" in view:
        for encoding in ("utf-16-le", "utf-16-be", "utf-32-le"):
            yield view.decode(encoding, "replace")


def decimals(text: str) -> Iterator[float]:
    """Yield every number written in a text, in decimal or as ``float.hex`` writes it."""
    for found in re.findall(r"[-+]?0x[01]\.[0-9a-f]+p[-+]\d+", text):
        yield float.fromhex(found)
    for found in re.findall(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?", text):
        if len(found) < 40:
            yield float(found)


def forms_of_text(word: str) -> Iterator[bytes]:
    """Yield the ways in which a word may be written."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
        yield from disguised(word.encode(encoding))
    yield json.dumps(word)[1:-1].encode()


def forms_of_number(number: float) -> Iterator[bytes]:
    """Yield the ways in which a number may be written in bytes; decimals are looked for by their value."""
    for layout in ("<d", ">d", "<f", ">f"):
        try:
            packed = struct.pack(layout, number)
        except OverflowError:
            continue
        yield packed
        if len(packed) == 8:
            yield from disguised(packed)


def disguised(data: bytes) -> Iterator[bytes]:
    """Yield bytes as they are, in hexadecimal, and what of them shows in base64 at any of three offsets."""
    yield data
    yield data.hex().encode()
    for offset in range(3):
        code = base64.b64encode(b"\0" * offset + data + b"\0" * 2)
        first, last = -(-offset * 4 // 3), (offset + len(data)) * 4 // 3
        if last - first >= 6:
            yield code[first + (offset > 0) : last]
