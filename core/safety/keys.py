"""The database's proof of its keys: wrong or missing keys are refused before anything is written."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise import Tortoise

from core.privacy import proof
from core.privacy.vault import Vault
from core.store.database import raw
from core.store.fields import SealedText
from core.store.marks import Mark

PAGE = 500
PROVEN = "keys"


@dataclass(frozen=True)
class Column:
    """One sealed column of the database."""

    table: str
    key: str
    name: str

    @property
    def context(self) -> str:
        return f"{self.table}.{self.name}"


def columns() -> list[Column]:
    """Every sealed column of the database, as the models say."""
    return [
        Column(model._meta.db_table, model._meta.db_pk_column, field.source_field or name)
        for model in (Tortoise.apps or {})["core"].values()
        for name, field in model._meta.fields_map.items()
        if isinstance(field, SealedText)
    ]


async def recognise(vault: Vault, now: datetime) -> None:
    """Raises WrongKey unless these keys opened this database before; the first time makes the proof."""
    if not vault.lasting:
        return
    known = await Mark.get_or_none(name=PROVEN)
    if known:
        proof.check(vault, json.loads(known.value))
        return
    for column in columns():
        for row in await page(column, limit=1):
            vault.unseal(row["value"], column.context)
    await prove(vault, now)


async def prove(vault: Vault, now: datetime) -> None:
    """Keep a proof of the current key in the database."""
    value = json.dumps(proof.prove(vault))
    await Mark.update_or_create(name=PROVEN, defaults={"value": value, "at": now})


async def page(
    column: Column, *, after: Any = None, not_under: int | None = None, limit: int = PAGE
) -> list[dict[str, Any]]:
    """Key and sealed value of the rows after one; only those sealed with another key than
    *not_under*."""
    conditions, values = [f'"{column.name}" IS NOT NULL'], []
    if after is not None:
        conditions.append(f'"{column.key}" > ?')
        values.append(after)
    if not_under is not None:
        conditions.append(f'substr("{column.name}", 1, 1) <> ?')
        values.append(bytes([not_under]))
    return await raw(
        f'SELECT "{column.key}" AS key, "{column.name}" AS value FROM "{column.table}" '
        f'WHERE {" AND ".join(conditions)} ORDER BY "{column.key}" LIMIT {limit}',
        values,
    )


async def pages(column: Column) -> AsyncIterator[list[dict[str, Any]]]:
    """Every sealed value of a column, some hundred at a time."""
    after = None
    while rows := await page(column, after=after):
        yield rows
        after = rows[-1]["key"]
