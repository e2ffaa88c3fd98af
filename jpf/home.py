"""Open an installation: settings, keys, database, facts, city; and close it again."""

import fcntl
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO

from core.city import open_pack, use_city
from core.clock import Clock, clock_from
from core.config import Settings, load_settings
from core.facts.here import use_facts
from core.governance import governed
from core.house import House
from core.language import keep_cache_in
from core.matching import MatchedFacts
from core.privacy.vault import Vault
from core.problems import Problem
from core.safety.keys import recognise
from core.safety.starting import unreadable
from core.store import open_store
from core.store.upgrade import pending


class NotSetUp(Problem):
    """There is no installation here, or its database waits for a migration."""


def furnish(home: Path) -> House:
    """What needs no database: settings, keys, the city's pack, the facts, the clock."""
    settings = load_settings(home)
    if not settings.keys_file.exists() and not os.environ.get("JPF_KEYS"):
        raise NotSetUp(f"{home} 里还没有安装好。请先运行 jpf init --home {home}。")
    city = open_pack(settings.city.pack, home)
    use_city(city)
    vault, facts = Vault.open(settings.keys_file), MatchedFacts(settings.facts_folder, city)
    keep_cache_in(settings.home / "cache")
    return House(settings, vault, city, facts, _clock(settings))


def _clock(settings: Settings) -> Clock:
    """The real clock; a test clock only where nothing but made-up data lives."""
    if os.environ.get("JPF_CLOCK") and not settings.made_up:
        raise NotSetUp("JPF_CLOCK 只能用在编的数据上：配置里要写 made_up = true。")
    return clock_from()


@asynccontextmanager
async def open_house(home: Path, *, check: bool = True) -> AsyncIterator[House]:
    """Open everything; the database is closed whatever happens, or the process would not end.

    Raises WrongKey, before anything is written, when the keys are not those of this database.
    """
    house = furnish(home)
    settings = house.settings
    if words := unreadable(settings.database_url, home):
        raise NotSetUp(words)
    if check and (waiting := await pending(settings.database_url)):
        raise NotSetUp(f"数据库还差 {len(waiting)} 步升级。请先运行 jpf migrate --home {home}。")
    store = await open_store(settings.database_url, house.vault)
    try:
        if check:
            await recognise(house.vault, house.clock())
            house = await governed(house)
        use_facts(house.facts)
        yield house
    finally:
        use_facts(None)
        await store.close()


def lock_house(settings: Settings) -> IO[str]:
    """Keep a second service off the same SQLite file; the lock lives as long as the file object."""
    path = settings.home / "service.lock"
    file = path.open("a+", encoding="utf-8")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.seek(0)
        owner = file.read().strip() or "?"
        file.close()
        raise NotSetUp(f"另一个进程（PID {owner}）正在使用这份数据。请先停下它再启动。") from error
    file.seek(0)
    file.truncate()
    file.write(str(os.getpid()))
    file.flush()
    return file
