"""Change the keys while the service runs.

A new key is added first, then everything is sealed again in small pieces: rows in transactions of a
few hundred, facts file by file. A process killed at any moment leaves every value readable with the
old key or the new one, and the next run goes on. The old key goes only after every value was opened
with the new one. The index key never changes.
"""

import os
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import polars as pl

from core import audit
from core.facts import Facts
from core.facts.rewriting import Change, bury, rewrite, stored
from core.facts.store import PROOF
from core.house import House
from core.privacy import keyring, proof
from core.privacy.vault import Vault, WrongKey
from core.problems import Problem
from core.safety.keys import Column, columns, page, pages, prove
from core.safety.lock import alone
from core.sources import Source, sources
from core.store import guards
from core.store.database import atomically, raw_many
from core.store.marks import Mark

PASSES = 20  # a service that had not seen the new key yet may add old values meanwhile
GRACE = timedelta(hours=1)  # so long an old key stays, for processes that still seal with it
ADDED = "key added"
Tell = Callable[[str, int], None]


class NotYet(Problem):
    """The old key is still needed."""


@dataclass(frozen=True)
class Rotated:
    """What a rotation did: the key in use, values of the database and files of facts sealed again."""

    key: int
    values: int
    files: int


async def rotate(house: House, *, at: datetime, tell: Tell) -> Rotated:
    """Bring everything under the newest key; when all is there already, make a new key first.

    *tell* hears what was just done ("database.column" or a class) and how much of it.
    """
    vault = house.vault
    with alone(house.settings.home):
        vault.look()
        if await _all_new(house):
            await _add_key(house, at)
        values = files = 0
        for _ in range(PASSES):
            more = await _reseal_database(vault, tell)
            again = _reseal_facts(house.facts, vault, tell)
            values, files = values + more, files + again
            if not more and not again:
                break
        await _prove_everywhere(house, at)
        why = f"key {vault.current}, {values} values, {files} files"
        await audit.record("operator", "rotate_keys", "done", at=at, why=why)
    return Rotated(vault.current, values, files)


async def drop_old(house: House, *, at: datetime) -> list[int]:
    """Forget every key but the newest, after every value was opened with it; the numbers gone.

    Raises NotYet while something is sealed with an older key, or a running service may still do so.
    """
    vault = house.vault
    with alone(house.settings.home):
        vault.look()
        await _wait_for_services(vault, at)
        await _opens_all(house)
        await _prove_everywhere(house, at)
        for class_id in sources():
            bury(house.facts, class_id)
        if os.environ.get("JPF_KEYS"):
            raise NotYet(
                f"全部资料都已经在第 {vault.current} 号密钥下，逐条验过。密钥来自环境变量 JPF_KEYS，"
                "请自己把旧的那几把从里面删掉，再重启服务。"
            )
        gone = keyring.drop_old(house.settings.keys_file)
        vault.look()
        await audit.record("operator", "rotate_keys", "drop", at=at, why=f"keys {gone}")
    return gone


async def _add_key(house: House, at: datetime) -> None:
    if os.environ.get("JPF_KEYS"):
        raise Problem(
            "密钥来自环境变量 JPF_KEYS，程序改不了它。"
            "请在里面加一把编号更大的钥匙，重启服务，再运行这条命令。"
        )
    number = keyring.add_key(house.settings.keys_file)
    house.vault.look()

    async def work() -> None:
        await Mark.update_or_create(name=ADDED, defaults={"value": str(number), "at": at})
        await audit.record("operator", "rotate_keys", "start", at=at, why=f"key {number}")

    await atomically(work)


async def _all_new(house: House) -> bool:
    number = house.vault.current
    for column in columns():
        if await page(column, not_under=number, limit=1):
            return False
    return not any(
        _old(stored(house.facts, source.class_id), source, number) for source in _sealing()
    )


async def _reseal_database(vault: Vault, tell: Tell) -> int:
    total = 0
    for column in columns():
        after, done = None, 0
        while rows := await page(column, after=after, not_under=vault.current):
            changes = [
                [vault.reseal(row["value"], column.context), row["key"], row["value"]]
                for row in rows
            ]
            await atomically(partial(_store, column, changes))
            after, done = rows[-1]["key"], done + len(rows)
            tell(column.context, done)
        total += done
    return total


async def _store(column: Column, changes: list[list[object]]) -> None:
    """Replace values, unless somebody has written something newer in between."""
    async with AsyncExitStack() as doors:
        if column.table == "step":
            await doors.enter_async_context(guards.steps_open())
        await raw_many(
            f'UPDATE "{column.table}" SET "{column.name}" = ? '
            f'WHERE "{column.key}" = ? AND "{column.name}" = ?',
            changes,
        )


def _reseal_facts(facts: Facts, vault: Vault, tell: Tell) -> int:
    total = 0
    for source in _sealing():
        change = Change(
            why=f"key{vault.current}",
            concerns=partial(_old, source=source, number=vault.current),
            apply=partial(_under_new_key, source=source, vault=vault),
        )
        done = rewrite(facts, source.class_id, change).files
        if done:
            tell(source.class_id, done)
        total += done
    return total


def _sealing() -> list[Source]:
    return [source for source in sources().values() if source.sealed]


def _old(rows: pl.LazyFrame, source: Source, number: int) -> bool:
    """Whether any sealed value here is under another key."""
    new = bytes([number])
    old = [~pl.col(name).bin.starts_with(new) for name in source.sealed]
    return bool(rows.select(pl.any_horizontal(old).any()).collect().item())


def _under_new_key(rows: pl.DataFrame, source: Source, vault: Vault) -> pl.DataFrame:
    return rows.with_columns(_resealed(rows[n], source.class_id, vault) for n in source.sealed)


def _resealed(sealed: pl.Series, class_id: str, vault: Vault) -> pl.Series:
    context, number = f"{class_id}.{sealed.name}", vault.current
    values = [v if v is None or v[0] == number else vault.reseal(v, context) for v in sealed]
    return pl.Series(sealed.name, values, dtype=pl.Binary)


async def _prove_everywhere(house: House, at: datetime) -> None:
    await prove(house.vault, at)
    if house.facts.folder.exists():
        proof.write(house.vault, house.facts.folder / PROOF)


async def _wait_for_services(vault: Vault, at: datetime) -> None:
    added = await Mark.get_or_none(name=ADDED)
    if added is None or added.value != str(vault.current):
        await Mark.update_or_create(name=ADDED, defaults={"value": str(vault.current), "at": at})
        since = at
    else:
        since = added.at
    if at < since + GRACE:
        left = int((since + GRACE - at).total_seconds() // 60) + 1
        raise NotYet(f"新密钥刚用上，开着的服务可能还在用旧的。请 {left} 分钟以后再运行这条命令。")


async def _opens_all(house: House) -> None:
    """Open every single value with the newest key alone; raises NotYet or WrongKey."""
    vault = house.vault
    for column in columns():
        async for rows in pages(column):
            for row in rows:
                _opens(vault, row["value"], column.context)
    for source in _sealing():
        frame = stored(house.facts, source.class_id).select(source.sealed).collect()
        for name in source.sealed:
            for value in frame[name].drop_nulls():
                _opens(vault, value, f"{source.class_id}.{name}")


def _opens(vault: Vault, sealed: bytes, context: str) -> None:
    if sealed[0] != vault.current:
        raise NotYet(f"{context} 里还有旧密钥封的资料。请先运行 jpf rotate-keys，做完再删旧钥匙。")
    try:
        vault.unseal(sealed, context)
    except WrongKey as error:
        raise WrongKey(f"{context} 里有一条打不开，旧钥匙没有删。{error}") from error
