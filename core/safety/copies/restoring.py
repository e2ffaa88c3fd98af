"""Restore a copy into an empty home and database; nothing is sent until somebody releases it.

Everything is verified before anything is put in place, and the database comes last: until then the
home counts as empty, so a restore that was killed is simply run again. A restore that was killed after
that is finished by running it again, too.
"""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from core import audit
from core.config import NAME as CONFIG
from core.facts.ledger import sync
from core.house import House
from core.privacy.vault import Vault
from core.problems import Problem
from core.safety import cipher, held
from core.safety.copies import manifest, of_facts, of_postgres, of_sqlite
from core.safety.copies.dumped import Dumped, Table
from core.safety.copies.making import PORTRAITS
from core.safety.copies.manifest import Manifest
from core.safety.held import RESTORED_MARK
from core.safety.lock import alone
from core.safety.retention import orders, person
from core.store import open_store
from core.store.database import atomically
from core.store.marks import Mark
from core.store.upgrade import pending, upgrade

STAGE = ".restore"


class NotEmpty(Problem):
    """Something lies here already: a restore never writes over it."""


@dataclass(frozen=True)
class Restored:
    """A finished restore: the copy, what it would have sent, how many ordered deletions were repeated."""

    manifest: Manifest
    waiting: list[held.Waiting]
    forgotten: int


def check(file: Path, vault: Vault, stage: Path) -> Manifest:
    """Decrypt a copy into *stage* and verify all of it, except that the database is still a dump.

    Raises WrongKey for other keys, Spoilt for anything that is not as it was written.
    """
    known = manifest.read(file, vault)
    for item in known.files:
        source, target = known.folder / item.path, stage / item.name
        if not source.exists() or cipher.fingerprint(source) != item.sha256:
            raise cipher.Spoilt(f"副本里的 {item.name} 缺了或坏了。请换一份副本。")
        target.parent.mkdir(parents=True, exist_ok=True)
        if cipher.decrypt(source, target, item.name, vault) != item.plain:
            raise cipher.Spoilt(f"副本里的 {item.name} 和清单对不上。请换一份副本。")
    of_facts.look_through(stage / "facts", known.facts)
    if known.database == "sqlite":
        tables = [Table(name, "", ()) for name in known.rows]
        agree(known, of_sqlite.look_through(stage / "database" / of_sqlite.FILE, tables))
    return known


def agree(known: Manifest, found: Dumped) -> None:
    """Raises Spoilt unless a database holds exactly what the manifest says."""
    if found.rows != known.rows:
        raise cipher.Spoilt("副本里数据库的行数和清单对不上。请换一份副本。")
    trail = found.trail
    if (trail.length, trail.last) != (known.trail_length, known.trail_hash):
        raise cipher.Spoilt("副本里的审计链和清单留的锚点对不上。请换一份副本。")


async def restore(file: Path, house: House, *, at: datetime) -> Restored:
    """Put a copy in place, at the newest schema, held; then obey the deletions ordered since.

    Raises NotEmpty unless home and database are empty.
    """
    home = house.settings.home
    known = manifest.read(file, house.vault)
    with alone(home):
        if not await _is_half_done(house, known):
            await _refuse_unless_empty(house, known)
            await _put_in_place(file, house, at)
        return await _finish(house, known, at)


async def _put_in_place(file: Path, house: House, at: datetime) -> None:
    """Facts and configuration, then the database; what fails leaves the home as empty as it was."""
    home, url = house.settings.home, house.settings.database_url
    stage, moved = _stage(home, house.facts.folder), []
    try:
        known = check(file, house.vault, stage)
        await _know_schema(known)
        parts = {
            "facts": house.facts.folder,
            PORTRAITS: house.settings.portraits_folder,
            CONFIG: home / CONFIG,
        }
        for source, target in parts.items():
            if (stage / source).is_dir() or not target.exists():
                moved.append(target)
                _move(stage / source, target)
        await _put_database(stage / "database", url, known, at)
    except BaseException:
        for target in moved:
            shutil.rmtree(target, ignore_errors=True)
            target.unlink(missing_ok=True)
        raise
    finally:
        shutil.rmtree(stage, ignore_errors=True)


async def _put_database(dump: Path, url: str, known: Manifest, at: datetime) -> None:
    if known.database == "sqlite":
        of_sqlite.hold(dump / of_sqlite.FILE, known.made, at)
        of_sqlite.put(dump / of_sqlite.FILE, url)
    else:
        await upgrade(url, known.schema)
        loaded = await of_postgres.load(url, dump, known.columns, made=known.made, at=at)
        agree(known, loaded)


async def _know_schema(known: Manifest) -> None:
    """Raises Problem when the copy comes from newer software than this one."""
    ours = {name.split(".")[-1] for name in await pending("sqlite://:memory:")}
    if known.schema not in ours:
        raise Problem(
            f"副本是更新的软件做的（{known.software}，结构 {known.schema}）。请先升级软件再恢复。"
        )


async def _finish(house: House, known: Manifest, at: datetime) -> Restored:
    """Newest schema, deletions ordered since the copy was made, the trail told; then it counts."""
    url, home = house.settings.database_url, house.settings.home
    shutil.rmtree(home / STAGE, ignore_errors=True)
    await upgrade(url)
    async with await open_store(url, house.vault):
        broken = await audit.verify()
        if broken and not known.problem:
            raise cipher.Spoilt(f"恢复后的审计链断了：{broken.why}。请换一份副本。")
        due = orders.since(known.folder.parent / orders.NAME, datetime.fromisoformat(known.made))
        for subject in due:
            await person.again(house, subject, at, why="restored copy")

        async def work() -> None:
            await Mark.filter(name=RESTORED_MARK).delete()
            why = f"copy of {known.made}, trail {known.trail_length}"
            await audit.record("operator", "restore", known.folder.name[:64], at=at, why=why)

        await atomically(work)
        _keep_orders(known, home)
        return Restored(known, await held.waiting(), len(due))


async def _is_half_done(house: House, known: Manifest) -> bool:
    """Whether this very copy was put in place before, but its restore was not finished."""
    url = house.settings.database_url
    if await _is_empty(house, known):
        return False
    async with await open_store(url, house.vault):
        try:
            mark = await Mark.get_or_none(name=RESTORED_MARK)
        except Exception:  # another schema, or no database of ours: certainly not half done
            return False
        return mark is not None and mark.value == known.made


async def _is_empty(house: House, known: Manifest) -> bool:
    url = house.settings.database_url
    kind = "sqlite" if url.startswith("sqlite") else "postgres"
    if kind != known.database:
        words = {"sqlite": "SQLite", "postgres": "PostgreSQL"}
        raise Problem(
            f"副本是 {words[known.database]} 的，这里配的是 {words[kind]}。"
            "请在配置的 [database] url 里写一个同样的空库再恢复。"
        )
    return of_sqlite.is_empty(url) if kind == "sqlite" else await of_postgres.is_empty(url)


async def _refuse_unless_empty(house: House, known: Manifest) -> None:
    home, facts = house.settings.home, house.facts.folder
    ours = (
        home / STAGE
    ).exists()  # left by a restore that was killed before it came to the database
    if not await _is_empty(house, known) or (any(facts.glob("*/*")) and not ours):
        raise NotEmpty(
            f"{home} 或它的数据库里已经有资料，恢复从不覆盖。"
            "请用一个新文件夹（只放密钥文件和配置）和一个空库。"
        )


def _stage(home: Path, facts: Path) -> Path:
    stage = home / STAGE
    if stage.exists():
        shutil.rmtree(facts, ignore_errors=True)
        shutil.rmtree(stage)
    stage.mkdir(mode=0o700)
    sync([home])
    return stage


def _move(source: Path, target: Path) -> None:
    if not source.exists():
        return
    if target.is_dir():
        shutil.rmtree(target)
    source.replace(target)
    sync([target.parent])


def _keep_orders(known: Manifest, home: Path) -> None:
    beside = known.folder.parent / orders.NAME
    if beside.exists() and not (home / orders.NAME).exists():
        shutil.copyfile(beside, home / orders.NAME)
