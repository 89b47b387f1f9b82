"""Messages on a pipe: sized, validated, never pickled.

A request (parent to child) is trusted by the child and a reply is not trusted by the parent.

    frame    u32 length of what follows | 16-byte nonce | body
    request  JSON header | NUL | raw arrays, in the order of the header's places
    reply    u8 outcome | u32 line | text error | text printed | u16 n | n values
    error    source NUL column NUL last line NUL kind NUL text, empty for none
    text     u16 bytes | UTF-8
    value    text name | text kind | u8 type (255: no number) | u8 axes | u32 per axis | raw little-endian

All integers are little-endian. The nonce is a check against desynchronised frames, not authentication:
a hostile program can read it. What it can say with it is a number, which it may return anyway.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable

import numpy as np

from grader.inside.observation import Error, Observation, Outcome, Source

LENGTH = struct.Struct("<I")
LOCKED = b"L"
"""What a child says once, before it reads anything: its rights are gone."""
NONCE_BYTES = 16
REPLY_AT_MOST = 4 << 20
VALUES_AT_MOST = 512
AXES_AT_MOST = 6
NUMBERS_AT_MOST = 1 << 20
NAME_AT_MOST = 200
TEXT_AT_MOST = 8_000

TYPES = tuple(np.dtype(code) for code in ("?", "<i1", "<u1", "<i2", "<i4", "<i8", "<f4", "<f8", "<c16"))
NO_NUMBER = 255
OUTCOMES = tuple(Outcome)
SOURCES = {source.value: source for source in Source}


class WireError(Exception):
    """A frame does not follow the protocol."""


def frame(body: bytes, nonce: bytes) -> bytes:
    """Return a body with its length and nonce in front."""
    return LENGTH.pack(NONCE_BYTES + len(body)) + nonce + body


def reply(seen: Observation, nonce: bytes) -> bytes:
    """Return a frame that carries an observation.

    Raises:
        WireError: it holds more than a reply may.
    """
    names = list(dict.fromkeys([*seen.kinds, *seen.values]))
    if len(names) > VALUES_AT_MOST:
        raise WireError(f"{len(names)} values, {VALUES_AT_MOST} at most")
    head = struct.pack("<BI", OUTCOMES.index(seen.outcome), max(0, min(seen.line, 2**31)))
    parts = [head, text(error_text(seen.error)), text(seen.printed), struct.pack("<H", len(names))]
    for name in names:
        parts += [
            text(name, NAME_AT_MOST),
            text(seen.kinds.get(name, ""), NAME_AT_MOST),
            value(seen.values.get(name)),
        ]
    body = b"".join(parts)
    if NONCE_BYTES + len(body) > REPLY_AT_MOST:
        raise WireError(f"{len(body)} bytes, {REPLY_AT_MOST} at most")
    return frame(body, nonce)


def error_text(error: Error | None) -> str:
    """Return an error's words as one text; the line has a field of its own."""
    if error is None:
        return ""
    numbers = (str(max(0, min(number, 2**29))) for number in (error.column, error.end_line))
    return "\0".join((error.source.value, *numbers, error.kind.replace("\0", "?"), error.text))


def read_error(words: str, line: int) -> Error | None:
    """Return the error in a reply, None where there is none.

    Raises:
        WireError: its parts are not what they should be.
    """
    if not words:
        return None
    if "\0" not in words:  # a program that writes its own frames may leave the parts out
        kind, _, rest = words.partition(": ")
        return Error(kind, rest, line)
    source, column, end, kind, rest = (*words.split("\0", 4), "", "", "")[:5]
    if source not in SOURCES or not all(map(is_number, (column, end))):
        raise WireError("an error of no known source")
    return Error(kind, rest, line, int(column), SOURCES[source], int(end))


def is_number(word: str) -> bool:
    """Tell whether a text is a number of a size that a line or a column may have."""
    return word.isascii() and word.isdigit() and len(word) < 10


def text(words: str, at_most: int = TEXT_AT_MOST) -> bytes:
    """Return a text field, cut to its greatest length."""
    data = words.encode("utf-8", "replace")[:at_most]
    return struct.pack("<H", len(data)) + data


def value(array: np.ndarray | None) -> bytes:
    """Return a value field: type, shape, numbers."""
    if array is None:
        return struct.pack("<BB", NO_NUMBER, 0)
    known = as_known(array)
    if known.ndim > AXES_AT_MOST or numbers_in(known.shape) > NUMBERS_AT_MOST:
        raise WireError(f"an array of shape {known.shape}, {NUMBERS_AT_MOST} numbers at most")
    shape = struct.pack(f"<{known.ndim}I", *known.shape)
    return struct.pack("<BB", TYPES.index(known.dtype), known.ndim) + shape + known.tobytes()


def numbers_in(shape: Iterable[int]) -> int:
    """Return how many numbers a shape holds; an empty axis is left out, so that it hides no huge one."""
    return math.prod(size for size in shape if size)


def as_known(array: np.ndarray) -> np.ndarray:
    """Return an array in one of the types that travel, widened where its own does not."""
    if array.dtype.newbyteorder("<") in TYPES:
        return array.astype(array.dtype.newbyteorder("<"))
    wider = {"u": "<i8", "i": "<i8", "f": "<f4" if array.dtype.itemsize < 4 else "<f8", "c": "<c16"}
    return array.astype(wider[array.dtype.kind])


class Reader:
    """Take fields off the front of a body that nobody vouches for."""

    def __init__(self, body: bytes) -> None:
        """Start at the first byte."""
        self.body, self.place = memoryview(body), 0

    def take(self, size: int) -> memoryview:
        """Return the next bytes.

        Raises:
            WireError: the body ends before.
        """
        if size > len(self.body) - self.place:
            raise WireError("the reply ends too early")
        self.place += size
        return self.body[self.place - size : self.place]

    def numbers(self, form: str) -> tuple[int, ...]:
        """Return the next integers of a struct format."""
        return struct.unpack(form, self.take(struct.calcsize(form)))

    def text(self, at_most: int) -> str:
        """Return the next text, undecodable bytes replaced."""
        (size,) = self.numbers("<H")
        if size > at_most:
            raise WireError(f"a text of {size} bytes, {at_most} at most")
        return bytes(self.take(size)).decode("utf-8", "replace")

    def array(self) -> np.ndarray | None:
        """Return the next value, None where it is no number.

        Raises:
            WireError: unknown type, too many axes or numbers, or a boolean that is neither 0 nor 1.
        """
        code, axes = self.numbers("<BB")
        if code == NO_NUMBER and axes == 0:
            return None
        if code >= len(TYPES) or axes > AXES_AT_MOST:
            raise WireError(f"a value of type {code} with {axes} axes")
        shape = self.numbers(f"<{axes}I")
        if numbers_in(shape) > NUMBERS_AT_MOST:
            raise WireError(f"an array of shape {shape}")
        raw = self.take(TYPES[code].itemsize * math.prod(shape))
        if TYPES[code] == np.bool_ and any(byte > 1 for byte in raw):
            raise WireError("a boolean that is neither 0 nor 1")
        return quiet(np.frombuffer(raw, TYPES[code]).copy()).reshape(shape)


def quiet(array: np.ndarray) -> np.ndarray:
    """Return a flat array with plain NaNs: one whose bits signal would warn wherever it is added."""
    if array.dtype.kind in "fc":
        parts = array.view(array.real.dtype)
        parts[np.isnan(parts)] = np.nan
    return array


def read_reply(body: bytes, nonce: bytes) -> Observation:
    """Return the observation that a reply's frame carries (without its length field).

    Raises:
        WireError: it does not follow the protocol in every field.
    """
    reader = Reader(body)
    if bytes(reader.take(NONCE_BYTES)) != nonce:
        raise WireError("a reply to another question")
    code, line = reader.numbers("<BI")
    if code >= len(OUTCOMES):
        raise WireError(f"outcome {code}")
    error, printed = read_error(reader.text(TEXT_AT_MOST), line), reader.text(TEXT_AT_MOST)
    (count,) = reader.numbers("<H")
    if count > VALUES_AT_MOST:
        raise WireError(f"{count} values")
    values, kinds = read_values(reader, count)
    if reader.place != len(reader.body):
        raise WireError("bytes after the end")
    return Observation(OUTCOMES[code], values, kinds, error, printed)


def read_values(reader: Reader, count: int) -> tuple[dict[str, np.ndarray], dict[str, str]]:
    """Return the named values and kinds of a reply."""
    values: dict[str, np.ndarray] = {}
    kinds: dict[str, str] = {}
    for _ in range(count):
        name = reader.text(NAME_AT_MOST)
        if name in kinds:
            raise WireError(f"two values named {name!r}")
        kinds[name] = reader.text(NAME_AT_MOST)
        array = reader.array()
        if array is not None:
            values[name] = array
    return values, kinds
