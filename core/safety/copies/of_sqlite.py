"""A SQLite file copied while others write to it, and looked through before anybody trusts it."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from core.facts.ledger import sync
from core.safety.cipher import Spoilt
from core.safety.copies.dumped import MIGRATIONS, TRAIL, Dumped, Table
from core.safety.held import HOLD, MARK
from core.store.database import path_of

FILE = "jingpingfu.sqlite3"
WAIT = 30.0  # seconds to wait for a writer


def dump(url: str, folder: Path, tables: list[Table]) -> Dumped:
    """One consistent state of the database, written into *folder* and looked through."""
    target = folder / FILE
    with closing(sqlite3.connect(path_of(url), timeout=WAIT, isolation_level=None)) as live:
        live.execute("VACUUM INTO ?", [str(target)])
    return look_through(target, tables)


def look_through(path: Path, tables: list[Table]) -> Dumped:
    """What this file holds; raises Spoilt when it is no sound database."""
    try:
        with closing(sqlite3.connect(path)) as copy:
            for check in ("integrity_check", "foreign_key_check"):
                found = [row[0] for row in copy.execute(f"PRAGMA {check}")]
                if found not in ([], ["ok"]):
                    raise Spoilt("数据库文件坏了（完整性检查不通过）。请从上一份好的副本恢复。")
            schema = copy.execute(MIGRATIONS).fetchone()[0]
            dumped = Dumped("sqlite", schema)
            for table in tables:
                [count] = copy.execute(f'SELECT COUNT(*) FROM "{table.name}"').fetchone()
                dumped.rows[table.name] = count
            for row in copy.execute(TRAIL):
                dumped.take(row)
            return dumped
    except sqlite3.DatabaseError as error:
        raise Spoilt("数据库文件坏了，或不完整。请从上一份好的副本恢复。") from error


def hold(path: Path, made: str, at: datetime) -> None:
    """Nothing is sent from this database until it is released; the restore is not finished yet."""
    now = at.astimezone(UTC).isoformat(" ")
    with closing(sqlite3.connect(path)) as copy, copy:
        copy.execute("DELETE FROM mark WHERE name IN ('held', 'restored')")
        copy.execute(MARK.format(at="?"), [now])
        copy.execute("INSERT INTO mark (name, value, at) VALUES ('restored', ?, ?)", [made, now])
        copy.execute(HOLD)


def put(source: Path, url: str) -> None:
    """The file becomes the database, in one step."""
    target = path_of(url)
    for rest in ("-wal", "-shm"):
        Path(f"{target}{rest}").unlink(missing_ok=True)
    source.replace(target)
    sync([target, target.parent])


def is_empty(url: str) -> bool:
    """Whether nobody has worked in this database yet (or it does not exist)."""
    path = path_of(url)
    if not path.exists():
        return True
    try:
        with closing(sqlite3.connect(path)) as there:
            tables = {name for (name,) in there.execute("SELECT name FROM sqlite_master")}
            if not {"account", "audit"} <= tables:
                return not tables
            [used] = there.execute(
                "SELECT (SELECT COUNT(*) FROM account) + (SELECT COUNT(*) FROM audit)"
            ).fetchone()
            return not used
    except sqlite3.DatabaseError:
        return False
