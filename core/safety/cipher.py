"""Whole files encrypted, piece by piece, so that size does not matter.

AES-256-GCM in pieces of a mebibyte, each authenticated with its place and whether it is the last: a
piece that is missing, moved, doubled or changed, and a file put in another's place, do not open. The
key is derived from one of the vault's; its number stands in front.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.privacy.vault import Vault
from core.problems import Problem

MAGIC = b"JPF1"
PIECE = 1 << 20
PREFIX = 7
PURPOSE = "safety copy"


class Spoilt(Problem):
    """A file of a safety copy is not what was written."""


@dataclass(frozen=True)
class Written:
    """An encrypted file: the key's number, its size, fingerprints of what was read and written."""

    key: int
    bytes: int
    plain: str
    sha256: str


def encrypt(source: Path, target: Path, name: str, vault: Vault) -> Written:
    """Write *source* encrypted to *target* and onto the disk; *name* is what it may be opened as."""
    number, prefix = vault.current, os.urandom(PREFIX)
    box = AESGCM(vault.derive(PURPOSE, number))
    plain, cipher, size = sha256(), sha256(), 0
    with source.open("rb") as read, target.open("xb") as write:
        for n, (piece, last) in enumerate(_pieces(read, PIECE)):
            plain.update(piece)
            sealed = box.encrypt(_nonce(prefix, n, last), piece, name.encode())
            out = sealed if n else MAGIC + bytes([number]) + prefix + sealed
            cipher.update(out)
            size += write.write(out)
        write.flush()
        os.fsync(write.fileno())
    return Written(number, size, plain.hexdigest(), cipher.hexdigest())


def decrypt(source: Path, target: Path, name: str, vault: Vault) -> str:
    """Write what *source* holds to *target*, for the owner only; its fingerprint. Raises Spoilt."""
    digest = sha256()
    with source.open("rb") as read:
        head = read.read(len(MAGIC) + 1 + PREFIX)
        if len(head) < len(MAGIC) + 1 + PREFIX or not head.startswith(MAGIC):
            raise Spoilt(f"副本里的 {name} 不是加密文件，可能坏了。请换一份副本。")
        box = AESGCM(vault.derive(PURPOSE, head[len(MAGIC)]))
        target.touch(mode=0o600)
        with target.open("wb") as write:
            for piece in _opened(read, box, head[-PREFIX:], name):
                digest.update(piece)
                write.write(piece)
            write.flush()
            os.fsync(write.fileno())
    return digest.hexdigest()


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file."""
    digest = sha256()
    with path.open("rb") as read:
        while piece := read.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _opened(read: BinaryIO, box: AESGCM, prefix: bytes, name: str) -> Iterator[bytes]:
    try:
        for n, (piece, last) in enumerate(_pieces(read, PIECE + 16)):
            yield box.decrypt(_nonce(prefix, n, last), piece, name.encode())
    except InvalidTag:
        raise Spoilt(f"副本里的 {name} 被改动过或坏了。请换一份副本。") from None


def _pieces(read: BinaryIO, size: int) -> Iterator[tuple[bytes, bool]]:
    """Pieces of a file, and of each whether it is the last; an empty file is one empty piece."""
    piece = read.read(size)
    while True:
        following = read.read(size)
        yield piece, not following
        if not following:
            return
        piece = following


def _nonce(prefix: bytes, number: int, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([last])
