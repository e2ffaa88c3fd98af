"""Chinese letters for browsers on machines that have none: one face out of the font package.

The package holds a collection of ten faces that share tables (OpenType, "TTC Header"); a browser
gets the simplified Chinese one as a font of its own.
"""

import struct
from collections.abc import Iterator
from functools import cache

FAMILY = "Noto Sans CJK SC"
Table = tuple[bytes, int, int, int]  # tag, checksum, offset, length


@cache
def chinese_font() -> bytes:
    """The OpenType font, about 16 MB."""
    from noto_cjk_sans_otc import FONT_PATH  # large; only a browser without Chinese asks for it

    return face(FONT_PATH.read_bytes(), FAMILY)


def face(collection: bytes, family: str) -> bytes:
    """The face named *family* of an OpenType collection as a single font."""
    count = struct.unpack_from(">I", collection, 8)[0]
    for offset in struct.unpack_from(f">{count}I", collection, 12):
        tables = list(_tables(collection, offset))
        if family in _names(collection, tables):
            return _single(collection, collection[offset : offset + 4], tables)
    raise LookupError(f"the font package has no face {family}")


def _tables(collection: bytes, offset: int) -> Iterator[Table]:
    for number in range(struct.unpack_from(">H", collection, offset + 4)[0]):
        yield struct.unpack_from(">4sIII", collection, offset + 12 + 16 * number)


def _names(collection: bytes, tables: list[Table]) -> list[str]:
    """The family names in the face's name table."""
    at = next(offset for tag, _, offset, _ in tables if tag == b"name")
    count, strings = struct.unpack_from(">HH", collection, at + 2)
    found = []
    for number in range(count):
        platform, _, _, kind, length, start = struct.unpack_from(
            ">6H", collection, at + 6 + 12 * number
        )
        if kind == 1 and platform == 3:
            raw = collection[at + strings + start :][:length]
            found.append(raw.decode("utf-16-be"))
    return found


def _single(collection: bytes, version: bytes, tables: list[Table]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    search = 16 << power
    head = struct.pack(">4sHHHH", version, count, search, power, count * 16 - search)
    records, bodies, at = [], [], 12 + 16 * count
    for tag, checksum, offset, length in tables:
        body = collection[offset : offset + length]
        records.append(struct.pack(">4sIII", tag, checksum, at, length))
        bodies.append(body + bytes(-length % 4))
        at += len(bodies[-1])
    return head + b"".join(records) + b"".join(bodies)
