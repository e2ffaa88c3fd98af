"""`jpf monitor`: every step a person can take, in words for people and in JSON for programs."""

import asyncio
import json

import pytest

from core.clock import at_time
from core.monitoring import flood
from core.privacy.vault import Vault
from core.store.database import open_store
from core.store.monitoring import Guard, Proposal
from jpf.__main__ import main
from tests.factories import CITY, case, person
from tests.scheduler.families import AT

NOON = f"{AT}T12:00"
FIGURES = {
    "precision": {"right": 6, "n": 20}, "causes": {"data": 14},
    "guard": {
        "column": "status", "value": "低保", "words": "户籍", "false_kept_away": 9,
        "right_kept_away": 1, "after": {"right": 5, "n": 10},
    },
}  # fmt: skip


@pytest.fixture
def home(tmp_path, sqlite_url, monkeypatch):
    """An installation with a supervisor of the city, one of a town, and things to decide."""
    config = f'made_up = true\n[database]\nurl = "{sqlite_url}"\n'
    (tmp_path / "jingpingfu.toml").write_text(config, "utf-8")
    monkeypatch.setenv("JPF_CLOCK", f"{NOON}:00+08:00")
    vault = Vault.create(tmp_path / "keys.json")
    asyncio.run(_fill(sqlite_url, vault))
    return tmp_path


async def _fill(url, vault):
    async with await open_store(url, vault):
        since = at_time(AT, 0)
        await person("cheng", "supervisor", since, area="330482")
        await person("town", "supervisor", since, area="330482102")
        usual = {"days": 30, "total": 60, "squares": 200}
        await flood.hold("MON-07", AT, 300, usual, at=since, city=CITY.code)
        await Proposal.create(
            monitor="MON-01", version="1", kind="tighten", figures=FIGURES, made_at=since
        )
        await case(since)


@pytest.fixture
def ask(home, capsys):
    def run(*arguments, as_json=True):
        more = ["--json"] if as_json else []
        code = main(["monitor", *arguments, "--home", str(home), *more])
        said = capsys.readouterr()
        return code, json.loads(said.out) if as_json else said.out

    return run


BOSS = ("--as", "cheng", "--why", "看过了")


def test_the_list_tells_of_each_where_it_stands(ask):
    code, told = ask("list")
    assert code == 0 and len(told) == 54
    assert {one["stage"] for one in told} == {"live"}
    assert [one["id"] for one in told if one["held"]] == ["MON-07"]
    _, words = ask("list", as_json=False)
    assert "停着 300 件" in words and "还没有结论" in words


def test_pausing_and_taking_up_again_are_steps_with_a_name_and_a_reason(ask):
    assert ask("pause", "MON-01", *BOSS)[1]["now"]["stage"] == "paused"
    _, told = ask("promote", "1", *BOSS)
    assert told["now"]["stage"] == "live"
    assert [(s["stage"], s["by"], s["why"]) for s in told["life"]] == [
        ("paused", "cheng", "看过了"),
        ("live", "cheng", "看过了"),
    ]


def test_whoever_watches_over_a_town_moves_no_monitor_of_the_city(ask):
    code, told = ask("pause", "MON-01", "--as", "town", "--why", "吵")
    assert code == 1 and "error" in told
    assert ask("show", "MON-01")[1]["life"] == []


def test_a_monitor_is_told_whole(ask):
    _, words = ask("show", "mon_14_patrol_missed", as_json=False)
    for part in ("MON-14", "为什么：", "叫谁：", "办成：", "时限："):
        assert part in words


def test_the_examples_of_a_monitor_hold(ask):
    code, told = ask("test", "MON-21")
    assert code == 0 and told["examples"] and all(one["holds"] for one in told["examples"])


def test_what_is_held_is_let_go_once(ask):
    assert ask("release", "MON-07", *BOSS)[1]["state"] == "released"
    code, told = ask("release", "MON-07", *BOSS)
    assert code == 1 and "没有停着的提醒" in told["error"]


def test_a_proposal_is_shown_with_its_figures_and_accepted_by_a_person(ask, home, sqlite_url):
    _, words = ask("proposals", as_json=False)
    assert "收紧：户籍 是 低保 时不报；少误报 9 件、漏 1 件" in words
    assert ask("accept", "1", *BOSS)[1]["state"] == "accepted"
    assert ask("proposals", as_json=False)[1].strip() == "没有等着定的提议。"
    assert ask("list")[1][0]["guards"] == ["status = 低保"]

    async def kept():
        async with await open_store(sqlite_url, Vault.open(home / "keys.json")):
            return await Guard.all().count()

    assert asyncio.run(kept()) == 1


def test_corrections_are_listed(ask):
    assert ask("corrections")[1] == {"sources": [], "requests": []}


def test_an_unknown_number_is_a_sentence(ask):
    code, told = ask("show", "MON-99")
    assert code == 1 and "jpf monitor list" in told["error"]


def test_a_backtest_over_an_installation_without_data_finds_nothing_and_says_so(ask):
    days = ("--from", f"{AT}", "--to", f"{AT}", "--alone")
    code, told = ask("backtest", "MON-01", *days)
    assert code == 0
    assert (told["days"], told["opened"], told["cannot_tell"]["share"]) == (1, 0, None)
    _, words = ask("backtest", "MON-01", *days, as_json=False)
    assert "新发现 0 件" in words and "没有跳过" in words and "准确率 还没有结论" in words


def test_days_before_a_monitor_was_in_force_are_a_sentence(ask):
    code, told = ask("backtest", "MON-01", "--from", "2020-01-01", "--to", "2020-01-02")
    assert code == 1 and "还没有施行" in told["error"]
