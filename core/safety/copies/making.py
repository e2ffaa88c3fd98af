"""Make a safety copy while the service runs: complete and verified under its final name, or not there.

The database first, in one consistent state; then the facts, whose ledgers decide which files count.
Files of facts are never changed, so they are linked aside in a moment and encrypted afterwards; what
the copy before holds already is linked from there. Everything is encrypted; the keys stay outside.
"""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from core import audit
from core.clock import iso, local
from core.config import NAME as CONFIG
from core.facts.ledger import sync
from core.house import House
from core.privacy.vault import Vault
from core.problems import Problem
from core.safety import cipher
from core.safety.copies import last, manifest, of_facts, of_postgres, of_sqlite
from core.safety.copies.configured import without_secrets
from core.safety.copies.dumped import Dumped, tables
from core.safety.copies.manifest import Item, Manifest
from core.safety.lock import alone
from core.safety.retention.orders import NAME as ORDERS

STAGE, PART, STEM, PORTRAITS = ".backup", ".part-", "jpf-", "portraits"


@dataclass
class Made:
    """A finished copy: where, its manifest, how many files were linked instead of written."""

    folder: Path
    manifest: Manifest
    linked: int = 0
    changed: list[str] = field(default_factory=list)  # facts that should never change, but did


async def back_up(house: House, folder: Path, *, at: datetime) -> Made:
    """A new copy in *folder*; notes it as the last good one unless something in it is not in order."""
    home = house.settings.home
    with alone(home):
        stage = _ready(home, folder)
        try:
            dumped = await _dump(house, stage)
            facts = of_facts.set_aside(house.facts, stage)
            _portraits(house.settings.portraits_folder, stage / PORTRAITS)
            (stage / CONFIG).write_text(without_secrets(home / CONFIG), "utf-8")
            made = _write(house, stage, folder, _described(house, dumped, facts, at))
        finally:
            shutil.rmtree(stage, ignore_errors=True)
        _beside(home / ORDERS, folder / ORDERS)
        if not made.manifest.problem:
            _note(home, made)
        await audit.record("operator", "backup", made.folder.name, at=at)
    return made


def prune(folder: Path, keep: int) -> list[str]:
    """Remove all but the newest *keep* copies of a folder; the names that are gone."""
    copies = sorted(p for p in folder.glob(f"{STEM}*") if (p / manifest.NAME).exists())
    gone = copies[:-keep] if keep > 0 else []
    for copy in gone:
        copy.rename(copy.with_name(f"{PART}{copy.name}"))
        shutil.rmtree(copy.with_name(f"{PART}{copy.name}"))
    return [copy.name for copy in gone]


async def _dump(house: House, stage: Path) -> Dumped:
    folder, url = stage / "database", house.settings.database_url
    folder.mkdir()
    if url.startswith("sqlite"):
        return of_sqlite.dump(url, folder, tables())
    return await of_postgres.dump(url, folder, tables())


def _portraits(folder: Path, target: Path) -> None:
    """The kept portraits: a file is only ever replaced whole, so a link holds it as it is now."""
    for path in sorted(folder.glob("*.parquet")):
        target.mkdir(exist_ok=True)
        of_facts.link(path, target / path.name)


def _described(house: House, dumped: Dumped, facts: dict[str, int], at: datetime) -> dict[str, Any]:
    trail = dumped.trail
    return {
        "made": iso(at),
        "software": _software(),
        "database": dumped.kind,
        "schema": dumped.schema,
        "rows": dumped.rows,
        "columns": dumped.columns,
        "trail_length": trail.length,
        "trail_hash": trail.last,
        "facts": facts,
        "problem": f"审计链断了：{trail.broken.why}。" if trail.broken else "",
        "index": house.vault.blind(manifest.KIND, "index"),
    }


def _write(house: House, stage: Path, folder: Path, about: dict[str, Any]) -> Made:
    """Encrypt what was set aside into a folder that gets its name when everything is on the disk."""
    for old in folder.glob(f"{PART}*"):
        shutil.rmtree(old)
    name = f"{STEM}{local(datetime.fromisoformat(about['made'])):%Y%m%d-%H%M%S}"
    if (folder / name).exists():
        raise Problem(f"{folder / name} 已经有了。请过一秒再试，或换一个文件夹。")
    part, before = folder / f"{PART}{name}", _newest(folder, house.vault)
    part.mkdir(mode=0o700)
    made = Made(folder / name, Manifest(**about, files=[]))
    for path in sorted(p for p in stage.rglob("*") if p.is_file()):
        item = _one(path, str(path.relative_to(stage)), part, before, made, house.vault)
        made.manifest.files.append(item)
    _look_at_changes(stage, made)
    manifest.write(made.manifest, part / manifest.NAME, house.vault)
    sync([part / manifest.NAME, *_folders(part)])
    part.rename(folder / name)
    sync([folder])
    return made


def _one(
    path: Path, name: str, part: Path, before: Manifest | None, made: Made, vault: Vault
) -> Item:
    """One file into the copy: linked from the copy before when it is the same there, else written."""
    target = part / f"{name}.enc"
    target.parent.mkdir(parents=True, exist_ok=True)
    known = before.item(name) if before and name.endswith(".parquet") else None
    if before and known:
        plain = cipher.fingerprint(path)
        if plain != known.plain:
            made.changed.append(name)
        elif known.key == vault.current and _sound(before.folder / known.path, known):
            of_facts.link(before.folder / known.path, target)
            made.linked += 1
            return known
    written = cipher.encrypt(path, target, name, vault)
    if cipher.fingerprint(target) != written.sha256:
        raise Problem(f"{target} 写下去和读回来不一样，磁盘可能坏了。副本没有做成，请换一块盘。")
    return Item(name, written.key, written.bytes, written.plain, written.sha256)


def _look_at_changes(stage: Path, made: Made) -> None:
    """Every file of facts must be readable, and what may never change must not have."""
    wrong = sorted({*made.changed, *of_facts.unreadable(stage)})
    if wrong and not made.manifest.problem:
        words = f"有 {len(wrong)} 个事实文件坏了或被改动过（如 {wrong[0]}），请从上一份副本取回。"
        made.manifest = replace(made.manifest, problem=words)


def _newest(folder: Path, vault: Vault) -> Manifest | None:
    """The newest copy in this folder that our keys open and that is in order."""
    for copy in sorted(folder.glob(f"{STEM}*"), reverse=True):
        try:
            found = manifest.read(copy, vault)
        except (Problem, FileNotFoundError):
            continue
        if not found.problem:
            return found
    return None


def _sound(path: Path, item: Item) -> bool:
    try:
        return cipher.fingerprint(path) == item.sha256
    except FileNotFoundError:
        return False


def _note(home: Path, made: Made) -> None:
    known = made.manifest
    anchor = audit.anchor_words(known.trail_length, known.trail_hash)
    last.note(home, last.Last(known.made, str(made.folder.resolve()), anchor))


def _beside(source: Path, target: Path) -> None:
    """Keep the orders of deletion beside the copies: an older copy must not bring back what is gone."""
    if source.exists():
        tmp = target.with_name(f"{target.name}.tmp")
        shutil.copyfile(source, tmp)
        sync([tmp])
        tmp.replace(target)


def _ready(home: Path, folder: Path) -> Path:
    """The place for copies, and an empty place in the home to set things aside."""
    folder.mkdir(parents=True, exist_ok=True)
    stage = home / STAGE
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(mode=0o700)
    return stage


def _folders(root: Path) -> Iterable[Path]:
    return [*(p for p in root.rglob("*") if p.is_dir()), root]


def _software() -> str:
    try:
        return version("jingpingfu")
    except PackageNotFoundError:
        return "unknown"
