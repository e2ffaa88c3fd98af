"""Seal personal fields, and find people by ID number without storing it.

AES-256-GCM per value; the sealed bytes start with the key's number, so keys can be rotated while
old values stay readable. The *context* (table.column) is authenticated: a value moved to another
column does not open. Look-ups go through a blind index, an HMAC with a key of its own; the index
key never changes, or stored indexes would be lost.
"""

import base64
import hmac
import json
import os
import secrets
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.problems import Problem

NONCE = 12


class WrongKey(Problem, RuntimeError):
    """The key file does not open what is stored here."""


class Vault:
    """The keys of one installation."""

    def __init__(self, keys: dict[int, bytes], index: bytes) -> None:
        self._keys = {number: AESGCM(key) for number, key in keys.items()}
        self._current = max(keys)
        self._index = index

    @classmethod
    def open(cls, path: Path) -> "Vault":
        """The vault of *path*, from JPF_KEYS when set; raises WrongKey when there is no key."""
        text = os.environ.get("JPF_KEYS") or (path.read_text("utf-8") if path.exists() else "")
        if not text:
            raise WrongKey(
                f"没有密钥文件 {path}：没有它打不开已存的资料。请从备份取回，或先运行 jpf init。"
            )
        raw = json.loads(text)
        keys = {int(n): base64.b64decode(k) for n, k in raw["keys"].items()}
        return cls(keys, base64.b64decode(raw["index"]))

    @classmethod
    def create(cls, path: Path) -> "Vault":
        """Make new keys at *path* (never over old ones), readable by the owner only."""
        raw = {"keys": {"1": _new_key()}, "index": _new_key()}
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(raw, file)
        return cls.open(path)

    @classmethod
    def throwaway(cls) -> "Vault":
        """Keys that live in memory only: for tests and the demo."""
        return cls({1: secrets.token_bytes(32)}, secrets.token_bytes(32))

    def seal(self, text: str, context: str) -> bytes:
        nonce = os.urandom(NONCE)
        key = self._keys[self._current]
        sealed = key.encrypt(nonce, text.encode(), context.encode())
        return bytes([self._current]) + nonce + sealed

    def unseal(self, sealed: bytes, context: str) -> str:
        """The text again; raises WrongKey for another key, another column or changed bytes."""
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

    def blind(self, kind: str, text: str) -> str:
        """A stable, secret fingerprint (32 hex digits) of *text*, e.g. of an ID number."""
        message = f"{kind}:{text.strip().upper()}".encode()
        return hmac.new(self._index, message, sha256).hexdigest()[:32]


def _new_key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()
