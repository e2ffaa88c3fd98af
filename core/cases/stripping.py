"""A picture without where, when and with what it was taken: JPEG and PNG, nothing decoded.

Only what is needed to show the picture is copied. Of a JPEG the orientation stays, as the one tag that
turns it upright; whatever follows its end (a second picture, a film) is cut off.
"""

import struct

SOI, EOI, SOS = b"\xff\xd8", 0xD9, 0xDA
ALONE = (0x01, *range(0xD0, 0xD8))  # markers without a length
KEPT_APPS = (0xE0, 0xEE)  # JFIF, Adobe: how colours are stored
PNG = b"\x89PNG\r\n\x1a\n"
KEPT_CHUNKS = (b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs")
ORIENTATION = 0x0112


class BadPicture(ValueError):
    """Not a whole JPEG or PNG."""


def strip(data: bytes) -> tuple[str, bytes]:
    """("jpg" or "png", the picture alone); raises BadPicture."""
    try:
        if data.startswith(SOI):
            return "jpg", _jpeg(data)
        if data.startswith(PNG):
            return "png", _png(data)
    except (IndexError, struct.error) as error:
        raise BadPicture from error
    raise BadPicture


def _jpeg(data: bytes) -> bytes:
    out, at, turned = [SOI], 2, b""
    while True:
        if data[at] != 0xFF:
            raise BadPicture
        while data[at + 1] == 0xFF:
            at += 1
        marker = data[at + 1]
        if marker == EOI:
            return b"".join((*out[:1], turned, *out[1:], b"\xff\xd9"))
        if marker in ALONE:
            out.append(data[at : at + 2])
            at += 2
            continue
        end = at + 2 + _length(data, at + 2)
        segment = data[at:end]
        turned = turned or _orientation(marker, segment)
        if _is_kept(marker):
            out.append(segment)
        at = end
        if marker == SOS:
            end = _scan_end(data, at)
            out.append(data[at:end])
            at = end


def _length(data: bytes, at: int) -> int:
    (length,) = struct.unpack_from(">H", data, at)
    if length < 2 or at + length > len(data):
        raise BadPicture
    return int(length)


def _is_kept(marker: int) -> bool:
    """Tables, frames and scans; of the notes only how colours are stored."""
    is_note = 0xE0 <= marker <= 0xEF or marker == 0xFE
    return not is_note or marker in KEPT_APPS


def _scan_end(data: bytes, at: int) -> int:
    """Where the next marker begins that is not part of the picture's own bits."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0:
            raise BadPicture
        follows = data[at + 1]
        if follows == 0 or 0xD0 <= follows <= 0xD7:
            at += 2
        else:
            return at


def _orientation(marker: int, segment: bytes) -> bytes:
    """A note that holds the orientation and nothing else; b"" where there is none to keep."""
    if marker != 0xE1 or segment[4:10] != b"Exif\x00\x00":
        return b""
    turn = _tag(segment[10:])
    if not 2 <= turn <= 8:
        return b""
    entry = struct.pack(">HHIHH", ORIENTATION, 3, 1, turn, 0)
    tiff = b"MM\x00\x2a" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    body = b"Exif\x00\x00" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _tag(tiff: bytes) -> int:
    """The orientation in the first directory of a TIFF head, 0 where it cannot be read."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return 0
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    if start + 2 > len(tiff):
        return 0
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for number in range(min(count, (len(tiff) - start - 2) // 12)):
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * number)
        if tag == ORIENTATION and kind == 3:
            return int(value)
    return 0


def _png(data: bytes) -> bytes:
    out, at = [PNG], len(PNG)
    while True:
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data):
            raise BadPicture
        if kind[:1].isupper() or kind in KEPT_CHUNKS:
            out.append(data[at:end])
        if kind == b"IEND":
            return b"".join(out)
        at = end
