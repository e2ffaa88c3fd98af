"""The key file: numbered sealing keys and the one index key, readable by the owner only.

It is replaced in one step, so a crash leaves the old file or the new one, never half of it.
"""

import base64
import binascii
import json
import os
import secrets
from pathlib import Path

from core.problems import Problem

MOST = 255  # a sealed value starts with its key's number in one byte


class WrongKey(Problem, RuntimeError):
    """The key file does not open what is stored here."""


def read(text: str) -> tuple[dict[int, bytes], bytes]:
    """Sealing keys by number, and the index key; raises WrongKey when it is no key file."""
    try:
        raw = json.loads(text)
        keys = {int(n): base64.b64decode(k, validate=True) for n, k in raw["keys"].items()}
        index = base64.b64decode(raw["index"], validate=True)
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error):
        raise WrongKey("密钥文件读不懂，可能坏了。请从离线保管处取回原来的密钥文件。") from None
    if not keys or any(len(key) != 32 for key in (*keys.values(), index)):
        raise WrongKey("密钥文件里的钥匙不完整。请从离线保管处取回原来的密钥文件。")
    return keys, index


def create(path: Path) -> None:
    """New keys at *path*; raises FileExistsError over old ones."""
    raw = {"keys": {"1": _new_key()}, "index": _new_key()}
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(raw, file)
        file.flush()
        os.fsync(file.fileno())


def add_key(path: Path) -> int:
    """One more sealing key, which seals from now on; its number."""
    raw = json.loads(path.read_text("utf-8"))
    number = max(map(int, raw["keys"])) + 1
    if number > MOST:
        raise WrongKey(f"密钥已经换过 {MOST} 次，编号用完了。请联系开发者。")
    raw["keys"][str(number)] = _new_key()
    _replace(path, raw)
    return number


def drop_old(path: Path) -> list[int]:
    """Keep only the newest sealing key; the numbers that are gone for good."""
    raw = json.loads(path.read_text("utf-8"))
    newest = max(raw["keys"], key=int)
    gone = sorted(int(n) for n in raw["keys"] if n != newest)
    raw["keys"] = {newest: raw["keys"][newest]}
    _replace(path, raw)
    return gone


def _replace(path: Path, raw: dict[str, object]) -> None:
    tmp = path.with_name(f"{path.name}.new")
    tmp.unlink(missing_ok=True)
    descriptor = os.open(tmp, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(raw, file)
        file.flush()
        os.fsync(file.fileno())
    tmp.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _new_key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()
