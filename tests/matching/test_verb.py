"""`jpf match` as the officer uses it."""

import json
import shutil
import sqlite3

import pytest

from jpf.__main__ import main
from tests.matching.street import REGISTER, THERE, lu, number
from tests.safety.world import install

TITLES = "记录编号,身份证号,姓名,出生日期,区划代码,户号"


@pytest.fixture
def empty(sqlite_template, tmp_path, monkeypatch):
    monkeypatch.delenv("JPF_KEYS", raising=False)
    monkeypatch.setenv("JPF_CLOCK", "2022-07-15T09:00+08:00")
    home = install(tmp_path / "home")
    shutil.copy(sqlite_template, home / "jingpingfu.sqlite3")
    return home


@pytest.fixture
def home(empty, tmp_path):
    """An installation on 15 July: two namesakes, one row that may be either, one marked row."""
    home = empty
    sent = tmp_path / "sent"
    sent.mkdir()
    rows = [lu("r1", id=number(1), home="H1"), lu("r2", id=number(2), home="H2", place=THERE)]
    deliver(sent / f"{REGISTER}.csv", rows, "户籍状态", "正常")
    deliver(sent / "M01-01.csv", [lu("m1", home="")], "类别", "独居")
    for name, mark in (("M07-04-a", "A"), ("M07-04-b", "B")):
        line = f"记录编号,人员标识,身份证号,人户一致\n{name},{mark},{number(1)},是\n"
        (sent / f"{name}.csv").write_text(line, "utf-8")
    assert jpf(home, "import", sent, "--observed", "2022-07-15") == 0
    assert jpf(home, "user", "add", "wu", "--role", "office", "--area", "新埭镇") == 0
    return home


def deliver(path, rows, title, word):
    keys = ("r", "id", "name", "born", "place", "home")
    lines = [",".join([*(row.get(k, "") for k in keys), word]) for row in rows]
    path.write_text("\n".join([f"{TITLES},{title}", *lines]) + "\n", "utf-8")


def jpf(home, *arguments) -> int:
    return main([*map(str, arguments), "--home", str(home)])


def told(home, capsys, *arguments):
    capsys.readouterr()
    assert jpf(home, *arguments, "--json") == 0
    return json.loads(capsys.readouterr().out)


def test_open_pairs_say_why_and_where_to_look_and_name_nobody(home, capsys):
    found = told(home, capsys, "match", "list", "--why", "namesakes")
    assert (found["at"], found["open"]) == ("2022-07-15", 2)
    first = found["pairs"][0]
    assert first["words"].startswith("全市同名") and first["records"][0]["record"] == "m1"
    assert {p["registered"][0]["household"] for p in found["pairs"]} == {"H1", "H2"}
    jpf(home, "match", "list")
    out, err = capsys.readouterr()
    assert "户号 H1，鱼圻塘村" in out and "4 对拿不准" in err
    assert "陆水根" not in out + err + json.dumps(found) and number(1) not in out + err


def test_a_decision_counts_from_today_and_is_in_the_trail(home, capsys, monkeypatch):
    pairs = told(home, capsys, "match", "list", "--class", "M01-01")["pairs"]
    one = next(p["pair"] for p in pairs if p["registered"][0]["household"] == "H2")
    monkeypatch.setenv("JPF_CLOCK", "2022-07-16T09:00+08:00")
    done = told(home, capsys, "match", "same", one, "--by", "wu", "--note", "电话核对")
    assert (done["pairs"], done["at"]) == ([one], "2022-07-16")
    assert told(home, capsys, "match", "list", "--class", "M01-01")["open"] == 0
    assert (
        told(home, capsys, "match", "list", "--class", "M01-01", "--at", "2022-07-15")["open"] == 2
    )
    with sqlite3.connect(home / "jingpingfu.sqlite3") as base:
        trail = base.execute(
            "SELECT who, about, why FROM audit WHERE what = 'match:same'"
        ).fetchall()
    assert trail == [("wu", one, "电话核对")]
    told(home, capsys, "match", "open", one, "--by", "wu")
    assert told(home, capsys, "match", "list", "--class", "M01-01")["open"] == 2


def test_all_pairs_of_one_reason_and_class_can_be_decided_together(home, capsys):
    chosen = ("--why", "unconfirmed", "--class", "M07-04")
    assert told(home, capsys, "match", "list", *chosen)["open"] == 2
    assert len(told(home, capsys, "match", "same", *chosen, "--by", "wu")["pairs"]) == 2
    assert told(home, capsys, "match", "list", *chosen)["open"] == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("same", "00000000", "--by", "wu"), "没有编号 00000000 的一对"),
        (("same", "--by", "wu"), "要定哪一对"),
        (("different", "--by", "wu", "--why", "namesakes"), "要定哪一对"),
        (("same", "00000000", "--by", "nobody"), "没有叫 nobody 的账号"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(home, capsys, arguments, says):
    capsys.readouterr()
    assert jpf(home, "match", *arguments) == 1
    assert says in capsys.readouterr().err


def test_who_has_left_decides_nothing(home, capsys):
    jpf(home, "user", "revoke", "wu")
    one = told(home, capsys, "match", "list")["pairs"][0]["pair"]
    assert jpf(home, "match", "different", one, "--by", "wu") == 1
    assert "已经停用" in capsys.readouterr().err


def test_nothing_open_is_told(empty, capsys):
    assert jpf(empty, "match", "list", "--at", "2022-07-15") == 0
    assert "没有拿不准的" in capsys.readouterr().err
