"""A service on a broken database or trail sends nothing, does nothing, and says why and what to do."""

import sqlite3
from contextlib import closing

import aiohttp
import pytest

from core.problems import Problem
from core.safety.copies.making import back_up
from core.safety.starting import trouble
from core.store.database import raw
from demo.botapi import BotApi, Limits, application, serving
from jpf.home import open_house
from tests.safety.tampering import lift_guards
from tests.safety.test_keys import main_alone
from tests.safety.world import living
from tests.test_service import running, until


async def test_a_sound_installation_has_no_trouble(home):
    async with living(home) as house:
        assert await trouble(house) == ""


async def test_an_edited_trail_is_named(home):
    async with living(home) as house:
        await lift_guards("audit")
        assert "触发器" in await trouble(house)


async def test_a_file_that_is_no_database_any_more_points_at_the_last_good_copy(
    sqlite_home, tmp_path, capsys
):
    async with living(sqlite_home) as house:
        made = await back_up(house, tmp_path / "copies", at=house.clock())
    with (sqlite_home / "jingpingfu.sqlite3").open("r+b") as file:
        file.write(b"\0" * 100)
    with pytest.raises(Problem, match="坏了"):
        async with open_house(sqlite_home):
            pass
    assert main_alone("doctor", "--home", str(sqlite_home)) == 1
    assert f"jpf restore {made.folder}" in capsys.readouterr().out


async def test_a_spoilt_page_is_trouble(sqlite_home):
    async with living(sqlite_home):
        pass
    path = sqlite_home / "jingpingfu.sqlite3"
    with closing(sqlite3.connect(path)) as there:
        [root] = there.execute("SELECT rootpage FROM sqlite_master WHERE name = 'visit'").fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 64)
    async with open_house(sqlite_home, check=False) as house:
        assert "坏了" in await trouble(house)


async def test_the_service_answers_only_healthz_when_the_trail_is_broken(sqlite_home):
    async with living(sqlite_home):
        await lift_guards("audit")
        await raw("UPDATE audit SET who = 'other' WHERE seq = 2 RETURNING seq")
    api = BotApi([], limits=Limits(on=False))
    async with serving(application(api)) as root, running(sqlite_home, root) as (_, address):
        told = await until(lambda: health_of(address))
        assert told["safe_mode"] is True and told["ok"] is False


async def health_of(address: str) -> dict | None:
    async with aiohttp.ClientSession() as session, session.get(f"{address}/healthz") as answer:
        return await answer.json() if answer.status == 503 else None
