"""Bring a database to the newest schema, and say whether it is there already."""

import contextlib
import io

from tortoise import Tortoise
from tortoise.migrations.api import migrate, plan

from core.store.database import tables_config


async def upgrade(url: str) -> list[str]:
    """Apply what is missing, each migration in a transaction; returns the names applied."""
    waiting = await pending(url)
    if waiting:
        try:
            await migrate(config=tables_config(url))
        finally:
            await Tortoise.close_connections()
    return waiting


async def pending(url: str) -> list[str]:
    """The migrations this database still lacks, oldest first."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # the ORM prints its plan
            lines = await plan(config=tables_config(url))
    finally:
        await Tortoise.close_connections()
    return [line.removeprefix("+").strip() for line in lines if line.startswith("+")]
