"""Before a service works: is what it stands on sound? If not it stays in safe mode and says why."""

import sqlite3
from contextlib import closing
from pathlib import Path

from core import audit
from core.house import House
from core.safety.copies import last
from core.store import guards
from core.store.database import path_of, sound


def unreadable(url: str, home: Path) -> str:
    """What to tell when the database file cannot even be opened; "" when it can, or is elsewhere."""
    path = path_of(url) if url.startswith("sqlite") else None
    if path is None or not path.exists():
        return ""
    try:
        with closing(sqlite3.connect(path)) as there:
            there.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        return ""  # busy, not broken
    except sqlite3.DatabaseError:
        return f"数据库文件 {path} 坏了，打不开。{_way_out(home)}"
    return ""


async def trouble(house: House) -> str:
    """Why a service must not send or work now, in one sentence; "" when all is well."""
    home = house.settings.home
    if not await sound():
        return f"数据库文件坏了。{_way_out(home)}"
    if gone := await guards.missing():
        return f"看守审计链的触发器被拿掉了（{'、'.join(gone)}）。请查是谁动的，再运行 jpf audit verify。"
    if broken := await audit.verify():
        return f"审计链断了：{broken.why}。请查是谁动的；{_way_out(home)}"
    return ""


def _way_out(home: Path) -> str:
    known = last.known(home)
    if known is None:
        return "请从安全副本恢复到一个新文件夹：jpf restore 副本。"
    return f"上一份好的副本是 {known.made} 的：请在新文件夹里运行 jpf restore {known.path}。"
