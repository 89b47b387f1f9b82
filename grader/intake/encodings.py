"""Tell how the names in a zip are written where it does not say so: a wrong name would be a wrong person."""

from __future__ import annotations

import itertools
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable

_SAYS_UTF8 = 0x800
_UNICODE_PATH = 0x7075
"""The extra field in which Info-ZIP writes a name once more, in UTF-8."""

_DOS = re.compile(rb"(?:[\x00-\x7f]|[\x80-\xa5\xe1])+")
"""Letters at whose places the code pages of Western Europe agree, so that a zip's own, 437, reads them."""

_LATIN, _TWO_BYTES = 0xFF, 0x7FF
"""The last letter of Western Europe, and the last that UTF-8 writes in two bytes."""

_COMMON_LEADS = 0xC8
"""Up to here Korean syllables lie where GB 2312 has Chinese characters; those of a class go beyond."""


def raw(member: zipfile.ZipInfo) -> bytes | None:
    """Return the bytes of a name of which the zip does not say how they are written, None where it does."""
    if member.flag_bits & _SAYS_UTF8 or member.orig_filename.isascii() or unicode_path(member):
        return None
    return member.orig_filename.encode("cp437", "replace")


def unicode_path(member: zipfile.ZipInfo) -> str:
    """Return the name that an extra field holds in UTF-8; empty for none, or for one of another name."""
    extra, place = member.extra, 0
    while place + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, place)
        data = extra[place + 4 : place + 4 + size]
        if kind == _UNICODE_PATH and len(data) > 5 and data[0] == 1:
            of = struct.unpack_from("<L", data, 1)[0]
            if of == zlib.crc32(member.orig_filename.encode("cp437", "replace")):
                return data[5:].decode("utf-8", "replace")
        place += 4 + size
    return ""


def is_told(member: zipfile.ZipInfo) -> bool:
    """Tell whether it is plain how a member's name is written, whatever the others are."""
    name = raw(member)
    return name is None or is_utf8(name)


def is_utf8(name: bytes) -> bool:
    """Tell whether a name is UTF-8: of longer ones in other encodings hardly one is by chance."""
    return _is_decoded(name, "utf-8") and not _is_either(name)


def _is_either(name: bytes) -> bool:
    """Tell whether a name is as well UTF-8 as Chinese: few letters of two bytes each, as 郑爽 has them."""
    if not (_is_decoded(name, "utf-8") and _is_decoded(name, "gb2312")):
        return False
    return _LATIN < max(map(ord, name.decode("utf-8"))) <= _TWO_BYTES


def _is_decoded(name: bytes, written: str) -> bool:
    """Tell whether a name may be written in an encoding."""
    try:
        name.decode(written)
    except UnicodeError:
        return False
    return True


def encoding(names: Iterable[bytes]) -> str:
    """Return how all names are written that are not UTF-8; empty where that cannot be told."""
    names = list(names)
    foreign = [name for name in names if not is_utf8(name)]
    if all(map(_is_either, foreign)):
        return "utf-8" if len(foreign) < len(names) else ""
    if all(map(_is_western, foreign)):
        return "cp850"
    chinese = all(_is_decoded(name, "gb2312") and not _is_spliced(name) for name in foreign)
    if chinese and any(_leads(name) for name in foreign):
        return "gbk"
    return ""


def _is_western(name: bytes) -> bool:
    """Tell whether a name is plausible in a code page of Western Europe and not in that of Central Europe."""
    western, central = name.decode("cp850"), name.decode("cp852")
    return (
        _DOS.fullmatch(name) is not None
        and _is_latin(western)
        and (western == central or not _is_latin(central))
    )


def _is_latin(name: str) -> bool:
    """Tell whether a name consists of Latin words, some with accents."""
    return all(map(_is_word, name.split("/")))


def _is_word(text: str) -> bool:
    """Tell whether at least half of the letters are plain, and no capital stands behind a small letter."""
    letters = [letter for letter in text if letter.isalpha()]
    odd = (
        one.islower() and other.isupper() and not (one + other).isascii()
        for one, other in itertools.pairwise(text)
    )
    return 2 * sum(map(str.isascii, letters)) >= len(letters) and not any(odd)


def is_chinese(text: bytes) -> bool:
    """Tell whether a whole text is written as Windows in China writes it."""
    return not text.isascii() and _is_decoded(text, "gbk") and not _is_spliced(text, "gbk")


def _is_spliced(name: bytes, written: str = "gb2312") -> bool:
    """Tell whether one Chinese character stands beside small letters, as where Noëéma is read as Chinese."""
    text = name.decode(written)
    alone = re.finditer(r"(?<![^\x00-\x7f])[^\x00-\x7f](?![^\x00-\x7f])", text)
    return any(re.search("[a-z]", text[max(0, one.start() - 1) : one.end() + 1]) for one in alone)


def _leads(name: bytes) -> bool:
    """Tell whether a character lies where only Chinese has one."""
    return any(
        ord(letter) > 0x7F and letter.encode("gb2312")[0] > _COMMON_LEADS for letter in name.decode("gb2312")
    )
