"""Keys change while the service runs; killed at any moment nothing is lost; wrong keys write nothing."""

import asyncio
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core import audit
from core.facts import Facts
from core.facts.rewriting import stored
from core.privacy import keyring
from core.privacy.vault import Vault, WrongKey
from core.safety.keys import columns, pages
from core.safety.rotation import NotYet, drop_old, rotate
from core.sources import sources
from core.store.casework import Step, Visit
from core.store.database import atomically, raw
from core.store.people import Account
from jpf.__main__ import main
from jpf.home import open_house
from tests.safety.world import LU, WORDS, living

ROOT = Path(__file__).parents[2]


def silent(_what: str, _n: int) -> None:
    """Progress nobody wants to hear here."""


async def under(house) -> set[int]:
    """The numbers of the keys that anything stored is sealed with."""
    found = {value["value"][0] for c in columns() async for rows in pages(c) for value in rows}
    for source in sources().values():
        for name in source.sealed:
            rows = stored(house.facts, source.class_id).select(name).collect()[name]
            found |= {value[0] for value in rows.drop_nulls()}
    return found


async def everything(house) -> dict[str, list[str]]:
    """Every sealed value, opened."""
    found = {
        c.context: [house.vault.unseal(r["value"], c.context) for r in rows]
        for c in columns()
        async for rows in pages(c)
    }
    for source in sources().values():
        for name in source.sealed:
            rows = stored(house.facts, source.class_id).sort("record_id", "observed")
            text = Facts.unseal(house.vault, source.class_id, rows.select(name).collect()[name])
            found[f"{source.class_id}.{name}"] = text.to_list()
    return {name: values for name, values in found.items() if values}


async def test_everything_is_sealed_again_and_says_the_same(home):
    async with living(home) as house:
        before = await everything(house)
        assert LU in before["P02-01.name"]
        done = await rotate(house, at=house.clock(), tell=silent)
        assert done.key == 2 and done.values and done.files
        assert await under(house) == {2}
        assert await everything(house) == before
        assert await audit.verify() is None
    assert sorted(json.loads((home / "keys.json").read_text())["keys"]) == ["1", "2"]


async def test_rotating_again_makes_a_third_key(sqlite_home):
    async with living(sqlite_home) as house:
        for expected in (2, 3):
            assert (await rotate(house, at=house.clock(), tell=silent)).key == expected
            assert await under(house) == {expected}


async def test_a_service_that_runs_meanwhile_reads_on_and_seals_with_the_new_key(sqlite_home):
    async with living(sqlite_home) as house:
        service = Vault.open(sqlite_home / "keys.json")
        old = service.seal("x", "c")
        await rotate(house, at=house.clock(), tell=silent)
        sealed = house.vault.seal(LU, "c")
        assert sealed[0] == 2
        assert service.unseal(sealed, "c") == LU and service.unseal(old, "c") == "x"
        service.look()
        assert service.seal("y", "c")[0] == 2


async def test_the_old_key_goes_only_after_an_hour_and_a_pass_over_everything(home):
    async with living(home) as house:
        before = await everything(house)
        await rotate(house, at=house.clock(), tell=silent)
        with pytest.raises(NotYet, match="分钟以后"):
            await drop_old(house, at=house.clock())
        from datetime import timedelta

        later = house.clock() + timedelta(hours=2)
        assert await drop_old(house, at=later) == [1]
        assert house.vault.numbers == (2,)
        assert await everything(house) == before
        assert not any(house.facts.ledger(c).retired for c in sources())
    async with open_house(home) as house:  # and the house still opens with what is left
        assert (await Account.get(handle="lin")).name


async def test_a_value_sealed_late_with_the_old_key_keeps_the_old_key_alive(sqlite_home):
    from datetime import timedelta

    async with living(sqlite_home) as house:
        await rotate(house, at=house.clock(), tell=silent)
        keys, index = keyring.read((sqlite_home / "keys.json").read_text())
        late = Vault({1: keys[1]}, index).seal("旧的", "account.name")
        await raw("UPDATE account SET name = ? WHERE handle = 'wu' RETURNING id", [late])
        with pytest.raises(NotYet, match="先运行 jpf rotate-keys"):
            await drop_old(house, at=house.clock() + timedelta(hours=2))
        assert (await rotate(house, at=house.clock(), tell=silent)).key == 2  # no third key for it
        assert await drop_old(house, at=house.clock() + timedelta(hours=2)) == [1]
        assert (await Account.get(handle="wu")).name == "旧的"


async def test_a_spoilt_value_keeps_the_old_key_alive(sqlite_home):
    from datetime import timedelta

    async with living(sqlite_home) as house:
        await rotate(house, at=house.clock(), tell=silent)
        [row] = await raw("SELECT name FROM account WHERE handle = 'wu'")
        spoilt = bytes(row["name"][:-1]) + bytes([row["name"][-1] ^ 1])
        await raw("UPDATE account SET name = ? WHERE handle = 'wu' RETURNING id", [spoilt])
        with pytest.raises(WrongKey, match=r"account\.name"):
            await drop_old(house, at=house.clock() + timedelta(hours=2))
        assert house.vault.numbers == (1, 2)


async def test_what_somebody_writes_during_the_rotation_is_not_overwritten(sqlite_home):
    async with living(sqlite_home) as house:
        [row] = await raw("SELECT id, words FROM visit")
        from core.safety.keys import Column
        from core.safety.rotation import _store

        await Visit.filter(id=row["id"]).update(words="后来改的")
        change = [house.vault.reseal(row["words"], "visit.words"), row["id"], row["words"]]
        await atomically(lambda: _store(Column("visit", "id", "words"), [change]))
        assert (await Visit.get(id=row["id"])).words == "后来改的"


# Dies, as by kill -9, at the n-th value sealed anew or thing forced onto the disk.
ROTATE = """
import os, sys
from core.privacy.vault import Vault

left = int(sys.argv[2])

def counted(work):
    def counting(*values):
        global left
        if not left:
            os._exit(9)
        left -= 1
        return work(*values)
    return counting

os.fsync = counted(os.fsync)
Vault.reseal = counted(Vault.reseal)
from jpf.__main__ import main
sys.exit(main(["rotate-keys", "--home", sys.argv[1]]))
"""


def rotated(home: Path, dies_after: int) -> int:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", ROTATE, str(home), str(dies_after)]
    return subprocess.run(command, env=env, check=False, capture_output=True).returncode


async def test_killed_at_any_moment_everything_stays_readable_and_it_goes_on(home):
    async with living(home) as house:
        before = await everything(house)
    deaths = 0
    postgres = "asyncpg" in (home / "jingpingfu.toml").read_text()
    for dies_after in (5,) if postgres else (1, 5, 9):
        deaths += rotated(home, dies_after) == 9
        async with open_house(home) as house:
            assert await everything(house) == before
    assert deaths == (1 if postgres else 3)
    async with open_house(home) as house:
        done = await rotate(house, at=house.clock(), tell=silent)
        assert len(await under(house)) == 1
        assert await everything(house) == before
        assert done.key <= 3  # what was begun was finished; keys are not made for nothing


async def test_foreign_keys_open_nothing_and_write_nothing(home):
    async with living(home):
        pass
    shutil.move(home / "keys.json", home.parent / "right.json")
    Vault.create(home / "keys.json")
    with pytest.raises(WrongKey, match="什么也没有写"):
        async with open_house(home):
            pass
    assert main_alone("rotate-keys", "--home", str(home)) == 1
    assert sorted(json.loads((home / "keys.json").read_text())["keys"]) == ["1"]
    shutil.move(home.parent / "right.json", home / "keys.json")
    async with open_house(home) as house:
        assert (await Visit.first()).words == WORDS
        assert await Step.filter(what="visit").count() == 1
        assert house.vault.numbers == (1,)


def main_alone(*arguments: str) -> int:
    """The command line in a thread of its own, since it owns its event loop."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(main, list(arguments)).result()


def test_lost_keys_are_not_made_anew_beside_old_data(sqlite_home, capsys):
    asyncio.run(_fill(sqlite_home))
    (sqlite_home / "keys.json").unlink()
    assert main(["init", "--home", str(sqlite_home)]) == 1
    assert not (sqlite_home / "keys.json").exists()
    assert "新密钥打不开旧资料" in capsys.readouterr().err


async def _fill(home: Path) -> None:
    async with living(home):
        pass


async def test_facts_refuse_a_delivery_under_foreign_keys(sqlite_home):
    from tests.safety.world import PEOPLE, deliver

    async with living(sqlite_home) as house:
        foreign = Vault.create(sqlite_home / "foreign.json")
        from dataclasses import replace
        from datetime import date

        with pytest.raises(WrongKey):
            deliver(replace(house, vault=foreign), {"P02-01": PEOPLE}, date(2022, 7, 14))
        assert len(house.facts.batches(class_id="P02-01")) == 1


async def test_keys_from_the_environment_are_not_changed_by_us(sqlite_home, monkeypatch):
    async with living(sqlite_home):
        pass
    monkeypatch.setenv("JPF_KEYS", (sqlite_home / "keys.json").read_text())
    (sqlite_home / "keys.json").unlink()
    from core.problems import Problem

    async with open_house(sqlite_home) as house:
        with pytest.raises(Problem, match="JPF_KEYS"):
            await rotate(house, at=house.clock(), tell=silent)
    assert not (sqlite_home / "keys.json").exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"keys": {}, "index": ""}',
                                  '{"keys": {"1": "AAAA"}, "index": "AAAA"}'])  # fmt: skip
def test_a_spoilt_key_file_is_told_in_a_sentence(tmp_path, text):
    (tmp_path / "keys.json").write_text(text)
    with pytest.raises(WrongKey, match="密钥文件"):
        Vault.open(tmp_path / "keys.json")
    assert (tmp_path / "keys.json").read_text() == text
