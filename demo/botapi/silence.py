"""Three seconds of silence as a real voice note: Ogg with Opus, made byte by byte.

The page's microphone records nothing; this is what it sends.
"""

import struct
from functools import cache

SECONDS = 3
FRAME = b"\xf8\xff\xfe"  # 20 ms of nothing
RATE, PER_FRAME = 48_000, 960
SERIAL, POLYNOMIAL = 0x6A7066, 0x04C11DB7


@cache
def voice_note() -> bytes:
    """The file: identification, comment, one page of frames."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, RATE, 0, 0)
    vendor = b"jingpingfu demo"
    tags = b"OpusTags" + struct.pack("<I", len(vendor)) + vendor + struct.pack("<I", 0)
    frames = [FRAME] * (SECONDS * RATE // PER_FRAME)
    sound = _page([*frames], 2, flags=4, position=len(frames) * PER_FRAME)
    return _page([head], 0, flags=2) + _page([tags], 1) + sound


def _page(packets: list[bytes], number: int, flags: int = 0, position: int = 0) -> bytes:
    """One Ogg page; every packet here is shorter than 255 bytes, so one lacing value each."""
    head = struct.pack("<4sBBqIII", b"OggS", 0, flags, position, SERIAL, number, 0)
    body = bytes([len(packets)]) + bytes(map(len, packets)) + b"".join(packets)
    return head[:22] + struct.pack("<I", checksum(head + body)) + body


def checksum(page: bytes) -> int:
    """Ogg's CRC-32 of a page whose own checksum field is zero."""
    total = 0
    for byte in page:
        total ^= byte << 24
        for _ in range(8):
            total = (total << 1) ^ (POLYNOMIAL if total & 0x80000000 else 0)
        total &= 0xFFFFFFFF
    return total
