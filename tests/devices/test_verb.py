"""`jpf sensor`: platforms are admitted and shut out, relatives hear what a home agreed to."""

import asyncio
import json

import pytest

from core.clock import at_time
from core.privacy.vault import Vault
from core.store.database import open_store
from jpf.__main__ import main
from tests.factories import person
from tests.scheduler.families import AT


@pytest.fixture
def ask(tmp_path, sqlite_url, monkeypatch, capsys):
    config = f'made_up = true\n[database]\nurl = "{sqlite_url}"\n'
    (tmp_path / "jingpingfu.toml").write_text(config, "utf-8")
    monkeypatch.setenv("JPF_CLOCK", f"{AT}T12:00:00+08:00")
    vault = Vault.create(tmp_path / "keys.json")

    async def fill():
        async with await open_store(sqlite_url, vault):
            await person("daughter", "family", at_time(AT, 0), household="PH0101")

    asyncio.run(fill())

    def run(*arguments, as_json=True):
        more = ["--json"] if as_json else []
        code = main(["sensor", *arguments, "--home", str(tmp_path), *more])
        said = capsys.readouterr().out
        return code, json.loads(said) if as_json else said

    return run


def test_a_secret_is_shown_once_and_every_time_another(ask):
    first, second = (ask("admit", "lianzhong")[1] for _ in range(2))
    assert first["secret"] != second["secret"] and len(second["secret"]) > 30
    assert second["path"] == "/sensors/lianzhong/events"
    _, told = ask("list")
    assert told["sources"] == [{"name": "lianzhong", "active": True, "heard_at": None}]
    assert "secret" not in json.dumps(told)
    assert ask("shut-out", "lianzhong")[0] == 0
    assert "不收了" in ask("list", as_json=False)[1]
    code, told = ask("shut-out", "lianzhongg")
    assert code == 1 and "jpf sensor list" in told["error"]


def test_consent_is_noted_with_how_and_taken_back_at_once(ask):
    code, told = ask("agree", "daughter", "PH0101", "sos", "--how", "本人当面说的")
    assert (code, told["what"]) == (0, "sos")
    (one,) = ask("list")[1]["consents"]
    assert (one["handle"], one["household"], one["until"]) == ("daughter", "PH0101", None)
    assert ask("take-back", "daughter", "PH0101")[1]["taken_back"] == 1
    assert ask("list")[1]["consents"] == []


def test_nobody_agrees_to_hear_of_an_illness(ask):
    code, told = ask("agree", "daughter", "PH0101", "illness", "--how", "口头")
    assert code == 1 and "sos" in told["error"]
