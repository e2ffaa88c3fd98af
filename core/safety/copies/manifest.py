"""What a copy holds: fingerprints, row counts, where the trail ended; signed by the installation."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from core.privacy.vault import Vault, WrongKey
from core.safety.cipher import Spoilt

NAME = "manifest.json"
FORMAT = 1
KIND = "manifest"


@dataclass(frozen=True)
class Item:
    """One file of a copy: the name it is opened as, key number, size, fingerprints."""

    name: str
    key: int
    bytes: int
    plain: str
    sha256: str

    @property
    def path(self) -> str:
        return f"{self.name}.enc"


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """A copy as it describes itself. *problem* is "" for a good one."""

    made: str
    software: str
    database: str  # sqlite or postgres
    schema: str
    rows: dict[str, int]
    columns: dict[str, list[str]]
    trail_length: int
    trail_hash: str
    facts: dict[str, int]  # rows by class
    files: list[Item]
    problem: str = ""
    index: str = ""  # fingerprint of the index key: whose keys open this
    folder: Path = field(default=Path(), compare=False)

    def item(self, name: str) -> Item | None:
        return next((item for item in self.files if item.name == name), None)


def write(manifest: Manifest, path: Path, vault: Vault) -> None:
    """The signed manifest as a file; the caller forces it onto the disk."""
    raw = {k: v for k, v in asdict(manifest).items() if k != "folder"} | {"format": FORMAT}
    signed = raw | {"signature": vault.sign(KIND, _canonical(raw))}
    path.write_text(json.dumps(signed, ensure_ascii=False, indent=1), "utf-8")


def read(file: Path, vault: Vault) -> Manifest:
    """The manifest of a copy (its folder or the file itself).

    Raises WrongKey when other keys made it, Spoilt when it was changed or cannot be read.
    """
    path = file / NAME if file.is_dir() else file
    try:
        raw = json.loads(path.read_text("utf-8"))
        signature, version = raw.pop("signature"), raw["format"]
    except (ValueError, KeyError, TypeError):
        raise Spoilt(f"{path} 不是副本的清单。请给出副本的文件夹或其中的 {NAME}。") from None
    if version != FORMAT:
        raise Spoilt(
            f"这份副本的格式是第 {version} 版，这个软件只认第 {FORMAT} 版。请换对应的软件。"
        )
    if raw.get("index") != vault.blind(KIND, "index"):
        raise WrongKey("手上的密钥不是这份副本的。请把做副本时的密钥文件放进来再试。")
    if signature != vault.sign(KIND, _canonical(raw)):
        raise Spoilt("副本的清单被改动过。请换一份副本。")
    del raw["format"]
    items = [Item(**item) for item in raw.pop("files")]
    return Manifest(**raw, files=items, folder=path.parent)


def _canonical(raw: dict[str, Any]) -> bytes:
    return json.dumps(raw, ensure_ascii=False, sort_keys=True).encode()
