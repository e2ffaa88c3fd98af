"""`jpf import` as scripts and data officers use it."""

import json
import stat
from datetime import date
from pathlib import Path

import pytest

from core.facts import Facts
from jpf.__main__ import main
from tests.intake.world import CHINESE


@pytest.fixture
def sent(tmp_path, monkeypatch) -> Path:
    """A folder of deliveries; one row of one file is wrong."""
    monkeypatch.delenv("JPF_KEYS", raising=False)
    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / "P01-01-七月.csv").write_text(CHINESE, "gb18030")
    (folder / "P01-05.csv").write_text("record_id,amount\na,1070\nb,一千\n", "utf-8")
    return folder


def run(tmp_path: Path, *arguments: object) -> int:
    return main(["import", "--home", str(tmp_path / "home"), *map(str, arguments)])


def test_json_is_one_document_with_the_promised_fields(sent, tmp_path, capsys):
    assert run(tmp_path, sent, "--observed", "2022-07-15", "--json") == 0
    out, err = capsys.readouterr()
    first, second = json.loads(out)["files"]
    assert (first["class"], first["rows"], first["accepted"], first["rejected"]) == (
        "P01-01",
        3,
        3,
        0,
    )
    assert (second["class"], second["rows"], second["accepted"], second["rejected"]) == (
        "P01-05",
        2,
        1,
        1,
    )
    assert first["rejects_file"] is None and Path(second["rejects_file"]).exists()
    assert "认不出数" in err and "2 个文件" in err


def test_again_it_adds_nothing_and_is_still_fine(sent, tmp_path, capsys):
    run(tmp_path, sent, "--observed", "2022-07-15")
    capsys.readouterr()
    assert run(tmp_path, sent, "--observed", "2022-07-15", "--json") == 0
    assert [f["accepted"] for f in json.loads(capsys.readouterr().out)["files"]] == [0, 0]


def test_a_file_that_could_not_be_read_is_a_failure_but_the_others_are_taken(
    sent, tmp_path, capsys
):
    (sent / "P01-02.xlsx").write_bytes(b"hello")
    assert run(tmp_path, sent, "--observed", "2022-07-15", "--json") == 1
    files = json.loads(capsys.readouterr().out)["files"]
    assert [f["accepted"] for f in files] == [3, 0, 1] and "不是 xlsx" in files[1]["problem"]


def test_a_dry_run_leaves_the_home_without_facts(sent, tmp_path, capsys):
    assert run(tmp_path, sent, "--dry-run") == 0
    assert "只检查" in capsys.readouterr().err
    assert not list((tmp_path / "home").rglob("*.parquet"))


def test_what_went_back_is_for_the_owner_only(sent, tmp_path, capsys):
    run(tmp_path, sent, "--observed", "2022-07-15")
    (back,) = (tmp_path / "home" / "rejects" / "2022-07-15").iterdir()
    assert stat.S_IMODE(back.stat().st_mode) == 0o600
    assert stat.S_IMODE(back.parent.stat().st_mode) == 0o700


def test_facts_without_their_keys_are_never_written_with_new_ones(sent, tmp_path, capsys):
    run(tmp_path, sent, "--observed", "2022-07-15")
    (tmp_path / "home" / "keys.json").unlink()
    assert run(tmp_path, sent, "--observed", "2022-07-16") == 1
    assert "密钥" in capsys.readouterr().err and not (tmp_path / "home" / "keys.json").exists()


def test_no_file_at_all_and_a_wrong_day_are_told_in_a_sentence(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    assert run(tmp_path, tmp_path / "empty") == 1
    assert "没有找到" in capsys.readouterr().err
    assert run(tmp_path, tmp_path / "empty", "--observed", "七月") == 1
    assert "不是日期" in capsys.readouterr().err


def test_a_held_register_is_released_by_force(tmp_path, sent, capsys):
    for path in sent.iterdir():
        path.unlink()
    register = "record_id,status\n" + "".join(f"r{n},在保\n" for n in range(100))
    (sent / "P01-01-a.csv").write_text(register, "utf-8")
    run(tmp_path, sent, "--observed", "2022-07-15")
    half = "\n".join(register.replace("在保", "渐退").splitlines()[:51])
    (sent / "P01-01-a.csv").write_text(half, "utf-8")
    assert run(tmp_path, sent, "--observed", "2022-08-15") == 1
    assert "--force" in capsys.readouterr().err
    assert run(tmp_path, sent, "--observed", "2022-08-15", "--force") == 0


def test_a_folder_of_days_is_taken_day_by_day_and_past_days_replay(tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("JPF_KEYS", raising=False)
    monkeypatch.setenv("JPF_CLOCK", "2022-08-01T09:00")
    for day, amount in (("2022-07-16", "一千"), ("2022-07-15", "1070"), ("2022-07-17", "2000")):
        folder = tmp_path / "town" / day
        folder.mkdir(parents=True)
        (folder / "P01-05.csv").write_text(f"record_id,amount\na,{amount}\n", "utf-8")
    (tmp_path / "town" / "truth").mkdir()
    (tmp_path / "town" / "P01-05.csv").write_text("record_id,amount\nb,3000\n", "utf-8")
    assert run(tmp_path, tmp_path / "town") == 1  # one file had nothing usable
    told = capsys.readouterr().err
    assert "4 天，4 个文件，3 行入库，1 行退回" in told and "P01-05　1 行" in told
    facts = Facts(tmp_path / "home" / "facts")
    seen = {
        day: facts.view(date(2022, *day)).records("P01-05").select("amount").collect().rows()
        for day in ((7, 15), (7, 16), (7, 17), (8, 1))
    }
    assert seen[7, 15] == seen[7, 16] == [(107_000,)] and seen[7, 17] == [(200_000,)]
    assert sorted(seen[8, 1]) == [(200_000,), (300_000,)]
    assert (tmp_path / "home" / "rejects" / "2022-07-16").is_dir()
