"""Seal personal fields, and find people by ID number without storing it.

AES-256-GCM per value; the sealed bytes start with the key's number, so keys can be rotated while
old values stay readable. The *context* (table.column) is authenticated: a value moved to another
column does not open. Look-ups go through a blind index, an HMAC with a key of its own; the index
key never changes, or stored indexes would be lost.
"""

import hmac
import os
import secrets
import time
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from core.privacy import keyring
from core.privacy.keyring import WrongKey

__all__ = ["Vault", "WrongKey"]

NONCE = 12
LOOK_EVERY = 0.25  # seconds between two looks at the key file


class Vault:
    """The keys of one installation. Opened from a file, it notices when a key is added there."""

    lasting = True  # False: these keys end with the process, nothing sealed is to be opened later

    def __init__(self, keys: dict[int, bytes], index: bytes, path: Path | None = None) -> None:
        self._index = index
        self._path = path
        self._seen, self._looked = _stamp(path), time.monotonic()
        self._take(keys)

    @classmethod
    def open(cls, path: Path) -> "Vault":
        """The vault of *path*, from JPF_KEYS when set; raises WrongKey when there is no key."""
        named = os.environ.get("JPF_KEYS")
        if named:
            return cls(*keyring.read(named))
        if not path.exists():
            raise WrongKey(
                f"没有密钥文件 {path}：没有它打不开已存的资料。请从备份取回，或先运行 jpf init。"
            )
        return cls(*keyring.read(path.read_text("utf-8")), path)

    @classmethod
    def create(cls, path: Path) -> "Vault":
        """Make new keys at *path* (never over old ones), readable by the owner only."""
        keyring.create(path)
        return cls(*keyring.read(path.read_text("utf-8")), path)

    @classmethod
    def throwaway(cls) -> "Vault":
        """Keys that live in memory only: for tests and the demo."""
        made = cls({1: secrets.token_bytes(32)}, secrets.token_bytes(32))
        made.lasting = False
        return made

    @property
    def current(self) -> int:
        """The number of the key that seals now."""
        self.look()
        return self._current

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of all keys that open something."""
        self.look()
        return tuple(sorted(self._raw))

    def seal(self, text: str, context: str) -> bytes:
        if time.monotonic() - self._looked > LOOK_EVERY:
            self.look()
        nonce = os.urandom(NONCE)
        key = self._keys[self._current]
        sealed = key.encrypt(nonce, text.encode(), context.encode())
        return bytes([self._current]) + nonce + sealed

    def unseal(self, sealed: bytes, context: str) -> str:
        """The text again; raises WrongKey for another key, another column or changed bytes."""
        if sealed and sealed[0] not in self._keys:
            self.look()
        key = self._keys.get(sealed[0]) if sealed else None
        if key is None:
            raise WrongKey("这份资料是用别的密钥封的。请取回当时的密钥文件。")
        try:
            return key.decrypt(
                sealed[1 : 1 + NONCE], sealed[1 + NONCE :], context.encode()
            ).decode()
        except InvalidTag as error:
            raise WrongKey(
                "密钥不对，或资料被改动过。请核对密钥文件，必要时从备份恢复。"
            ) from error

    def reseal(self, sealed: bytes, context: str) -> bytes:
        """The same text under the current key; raises WrongKey like `unseal`."""
        return self.seal(self.unseal(sealed, context), context)

    def blind(self, kind: str, text: str) -> str:
        """A stable, secret fingerprint (32 hex digits) of *text*, e.g. of an ID number."""
        message = f"{kind}:{text.strip().upper()}".encode()
        return hmac.new(self._index, message, sha256).hexdigest()[:32]

    def sign(self, kind: str, content: bytes) -> str:
        """A signature (64 hex digits) that only this installation can make, whatever its age."""
        return hmac.new(self._index, f"sign:{kind}:".encode() + content, sha256).hexdigest()

    def derive(self, purpose: str, number: int) -> bytes:
        """32 bytes for another use of key *number*; raises WrongKey when that key is gone."""
        if number not in self._raw:
            self.look()
        if number not in self._raw:
            raise WrongKey(f"缺第 {number} 号密钥。请取回还有这把钥匙的密钥文件再试。")
        return HKDF(SHA256(), 32, None, purpose.encode()).derive(self._raw[number])

    def look(self) -> None:
        """Read the key file again when it was replaced; known keys must be the same there."""
        self._looked = time.monotonic()
        stamp = _stamp(self._path)
        if self._path is None or stamp is None or stamp == self._seen:
            return
        keys, index = keyring.read(self._path.read_text("utf-8"))
        same = all(self._raw.get(n, key) == key for n, key in keys.items())
        if index != self._index or not same:
            raise WrongKey("密钥文件换成了别的一套。请把原来的密钥文件放回去。")
        self._seen = stamp
        self._take(keys)

    def _take(self, keys: dict[int, bytes]) -> None:
        self._raw = keys
        self._keys = {number: AESGCM(key) for number, key in keys.items()}
        self._current = max(keys)


def _stamp(path: Path | None) -> tuple[int, int] | None:
    try:
        found = path.stat() if path else None
    except FileNotFoundError:
        return None
    return (found.st_mtime_ns, found.st_ino) if found else None
