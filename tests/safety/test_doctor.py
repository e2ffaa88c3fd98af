"""Every check of the doctor is well on a sound installation, and says so when what it looks at is broken."""

import asyncio
import json
import shutil
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfoNotFoundError

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from core import accounts, audit
from core.cases.auditing import MARK
from core.checks import CHECKS, examine
from core.digest import morning
from core.facts import Facts
from core.safety.copies import last
from core.safety.copies.making import back_up
from core.safety.held import HELD
from core.store.casework import Case
from core.store.database import raw
from core.store.mail import Inbox, Outbox
from core.store.marks import Mark
from core.store.monitoring import Correction
from core.store.people import Account, Duty
from core.store.timetable import Job
from jpf import vendor
from jpf.home import open_house
from jpf.verbs import doctor
from scheduler import behind
from scheduler.jobs import ENTRIES
from tests.factories import CITY
from tests.safety.tampering import lift_guards
from tests.safety.test_keys import main_alone
from tests.safety.world import install, living


@pytest.fixture(scope="module")
def sound_home(tmp_path_factory, sqlite_template):
    """A sound installation, made once: staffed, fed, its timetable kept, its copy new."""
    place = tmp_path_factory.mktemp("sound")
    (place / "home").mkdir()
    (place / "home" / "jingpingfu.sqlite3").write_bytes(sqlite_template.read_bytes())

    async def fill():
        async with living(install(place / "home")) as open_:
            now = open_.clock()
            for entry in ENTRIES:
                await Job.create(name=entry.name, watermark=now)
            await back_up(open_, place / "copies", at=now)

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JPF_CLOCK", "2022-07-15T08:30")
        asyncio.run(fill())
    return place / "home"


@pytest.fixture
async def house(sound_home, tmp_path):
    shutil.copytree(sound_home, tmp_path / "home")
    async with open_house(tmp_path / "home") as open_:
        yield open_


async def told(house, name: str, more=()) -> tuple[str, str, str]:
    """The worst a check says: level, sentence, what to do."""
    found = [one for one in await examine(house, dict(more)) if one.check == name]
    order = ("bad", "warn", "ok")
    level = min((one.level for one in found), key=order.index)
    worst = [one for one in found if one.level == level]
    return level, "".join(one.words for one in worst), worst[0].fix


def at(house, later: timedelta):
    """The same house, looked at later."""
    return SimpleNamespace(
        settings=house.settings, vault=house.vault, city=house.city, facts=house.facts,
        clock=lambda: house.clock() + later,
    )  # fmt: skip


async def no_zone(house, patch):
    def gone(_name):
        raise ZoneInfoNotFoundError

    patch.setattr("core.checks.machine.ZoneInfo", gone)


async def clock_went_back(house, patch):
    await audit.record("peng", "see", "H1", at=house.clock() + timedelta(hours=1))


async def small_disk(house, patch):
    patch.setattr("shutil.disk_usage", lambda _home: SimpleNamespace(free=40 << 20))


async def no_font(house, patch):
    (house.settings.home / "empty").mkdir()
    patch.setenv("JPF_FONT_DIR", str(house.settings.home / "empty"))


async def no_token(house, patch):
    object.__setattr__(house.settings.bot, "token", "")


async def nobody_on_the_grid(house, patch):
    await Duty.filter(role="grid").delete()


async def no_data(house, patch):
    empty = at(house, timedelta(0))
    empty.facts = Facts(house.settings.home / "no-facts")
    return empty


async def a_stuck_case(house, patch):
    await Case.filter(household="H1").update(state="new", waits="")


async def a_silent_auditor(house, patch):
    await Mark.update_or_create(name=MARK, defaults={"value": "", "at": house.clock()})
    return at(house, timedelta(hours=2))


async def a_case_nobody_moves(house, patch):
    await Case.all().update(alarm_at=house.clock() - timedelta(hours=5))


async def wrong_data(house, patch):
    await Correction.create(case=await Case.first(), class_id="P06-02", unit="M02",
                            asked_at=house.clock())  # fmt: skip


async def a_held_batch(house, patch):
    from core.store.monitoring import HeldBatch

    await HeldBatch.create(monitor="MON-30", day=house.clock().date(), hits=412, usual={},
                           made_at=house.clock())  # fmt: skip


async def nobody_reached(house, patch):
    await Outbox.all().update(state="undeliverable")


async def a_message_nobody_can_handle(house, patch):
    await Inbox.all().update(state="dead")


async def a_message_that_came_too_late(house, patch):
    await Outbox.all().update(state="expired", expires_at=house.clock() - timedelta(hours=14))


async def no_guards(house, patch):
    await lift_guards("audit")


async def an_edited_trail(house, patch):
    await lift_guards("audit")
    await raw("UPDATE audit SET who = 'other' WHERE seq = 2 RETURNING seq")
    await restore_guards()


async def restore_guards():
    for event in ("update", "delete"):
        await raw(f"CREATE TRIGGER audit_no_{event} BEFORE {event.upper()} ON audit "
                  "BEGIN SELECT RAISE(ABORT, 'append-only'); END")  # fmt: skip


async def an_old_copy(house, patch):
    return at(house, timedelta(days=2))


async def a_very_old_copy(house, patch):
    return at(house, timedelta(days=8))


async def a_copy_that_is_gone(house, patch):
    known = last.known(house.settings.home)
    last.note(house.settings.home, last.Last(known.made, known.path + "-moved", known.anchor))


async def never_a_copy(house, patch):
    (house.settings.home / last.NAME).unlink()


async def restored_and_held(house, patch):
    await Mark.create(name=HELD, value="restored", at=house.clock())


BROKEN = [
    ("clock", no_zone, "bad", "没有时区"),
    ("clock", clock_went_back, "bad", "往回走"),
    ("disk", small_disk, "bad", "40 MB"),
    ("font", no_font, "bad", "会变成方块"),
    ("token", no_token, "warn", "还没有机器人令牌"),
    ("people", nobody_on_the_grid, "warn", "一个网格员也没有"),
    ("data", no_data, "warn", "还没有导入过"),
    ("cases", a_stuck_case, "bad", "没有人可推送"),
    ("auditor", a_silent_auditor, "bad", "没有动静"),
    ("auditor", a_case_nobody_moves, "warn", "没有动"),
    ("monitors", a_held_batch, "warn", "412"),
    ("sources", wrong_data, "warn", "P06-02"),
    ("messages", nobody_reached, "warn", "送不到"),
    ("messages", a_message_nobody_can_handle, "warn", "处理不了"),
    ("messages", a_message_that_came_too_late, "warn", "过了时候"),
    ("trail", no_guards, "bad", "触发器"),
    ("trail", an_edited_trail, "bad", "第 2 条"),
    ("backup", an_old_copy, "warn", "48 小时"),
    ("backup", a_very_old_copy, "bad", "192 小时前"),
    ("backup", a_copy_that_is_gone, "warn", "不在原处"),
    ("backup", never_a_copy, "warn", "还没有做过"),
    ("held", restored_and_held, "warn", "什么也不发"),
]  # fmt: skip
ELSEWHERE = {
    "model": "tests/portrait/test_governance.py",
    "database": "tests/safety/test_starting.py: a spoilt page, a file that is no database",
}


def test_every_check_is_broken_here_or_elsewhere():
    assert {name for name, *_ in BROKEN} | set(ELSEWHERE) == set(CHECKS)


@pytest.mark.parametrize(
    ("name", "breaks", "level", "words"), BROKEN, ids=[b.__name__ for _, b, *_ in BROKEN]
)
async def test_what_is_broken_is_told_with_the_command_that_mends_it(
    house, monkeypatch, name, breaks, level, words
):
    before = await told(house, name)
    assert words not in before[1], before
    looked_at = await breaks(house, monkeypatch) or house
    found = await told(looked_at, name)
    assert found[0] == level and words in found[1] and found[2], found


async def test_a_source_that_is_overdue_is_named_from_that_day_on(house):
    words = {days: (await told(at(house, timedelta(days=days)), "data"))[1] for days in (-13, 0)}
    assert "P01-01" not in words[-13]
    assert "P01-01" in words[0] and "2022-07-01" in words[0]


async def test_a_check_that_breaks_is_itself_a_finding(house):
    async def breaks(_house):
        raise RuntimeError("陆水根")

    level, words, _ = await told(house, "x", {"x": breaks}.items())
    assert level == "bad" and "RuntimeError" in words and "陆水根" not in words


async def test_a_timetable_that_is_not_kept_is_told_with_what_it_owes_first(house):
    more = {"scheduler": behind.check}.items()
    assert (await told(house, "scheduler", more))[0] == "ok"
    assert (await told(at(house, timedelta(minutes=14)), "scheduler", more))[0] == "ok"
    level, words, fix = await told(at(house, timedelta(days=1)), "scheduler", more)
    assert (level, fix) == ("bad", "jpf run")
    owed = await behind.behind(ENTRIES, house.clock() + timedelta(days=1))
    assert owed[0][0] in words and len(owed) > 5
    oldest = [due for _, due in owed]
    assert oldest == sorted(oldest)
    await Job.all().delete()
    assert (await told(house, "scheduler", more))[0] == "warn", "it never ran"


async def test_one_job_that_lags_behind_the_others_is_named(house):
    await Job.filter(name="sweep").update(watermark=house.clock() - timedelta(days=3))
    owed = await behind.behind(ENTRIES, house.clock())
    assert [name for name, _ in owed] == ["sweep"]
    assert timedelta(days=2) < house.clock() - owed[0][1] <= timedelta(days=3), "its oldest slot"


@pytest.fixture
async def platform():
    """A vendor whose clock and mind can be set."""
    mood = SimpleNamespace(status=200, off=0.0, date=None)

    async def get_me(_request):
        then = datetime.now(UTC) + timedelta(seconds=mood.off)
        date = mood.date if mood.date is not None else format_datetime(then, usegmt=True)
        return web.json_response({"ok": True}, status=mood.status, headers={"Date": date})

    app = web.Application()
    app.add_routes([web.get("/bot{token}/getMe", get_me)])
    async with TestServer(app) as server:
        mood.root = str(server.make_url("")).rstrip("/")
        yield mood


@pytest.mark.parametrize(
    ("mood", "level", "words"),
    [
        ({"off": 5}, "ok", "对得上"),
        ({"off": 3600}, "warn", "差了"),
        ({"off": -90}, "warn", "差了"),
        ({"status": 401}, "bad", "不认这个令牌"),
        ({"status": 404}, "bad", "不认这个令牌"),
        ({"date": "yesterday"}, "ok", "连得上"),
        ({"root": "http://127.0.0.1:9"}, "warn", "连不上"),
        ({"root": "no address"}, "warn", "连不上"),
    ],
)
async def test_the_vendor_says_whose_clock_is_wrong_and_whether_the_token_is_good(
    house, platform, mood, level, words
):
    for name, value in mood.items():
        setattr(platform, name, value)
    object.__setattr__(house.settings.bot, "api_root", platform.root)
    found = await told(house, "vendor", {"vendor": vendor.check}.items())
    assert found[0] == level and words in found[1]
    assert "not-a-real-token" not in "".join(found)


async def test_without_a_token_the_vendor_is_not_asked(house):
    object.__setattr__(house.settings.bot, "token", "")
    assert await vendor.check(house) == []


async def test_a_supervisor_hears_in_the_morning_of_messages_that_came_too_late(house):
    cheng = await accounts.who(await accounts.by_handle("cheng"))
    area = accounts.digest_area(cheng, house.clock().date())
    next_day = house.clock() + timedelta(hours=20)

    async def watched(where: str) -> list[str]:
        seen = await morning(next_day.date(), where, CITY, now=next_day)
        return [one.words(CITY) for one in seen.watch if one.kind == "unsent"]

    assert await watched(area) == []
    worker = await Account.get(handle="peng")
    await Case.all().update(state="closed", closed_at=house.clock())
    for n, hours in enumerate((2, 10, 60)):
        over = next_day - timedelta(hours=hours)
        await Outbox.create(
            dedup=f"late{n}", account=worker, notice="worker.morning", lane=f"n{n}",
            state="expired", created_at=over, not_before=over, expires_at=over,
        )  # fmt: skip
    assert await watched(area) == ["2 条消息过了时候还没送到"]
    assert await watched("330482106") == [], "another town's supervisor"


def test_the_verb_tells_the_findings_of_every_room(sqlite_home, capsys):
    main_alone("doctor", "--json", "--home", str(sqlite_home))
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {one["check"] for one in found} == {*CHECKS, "scheduler", "vendor"}
    assert doctor.HELP and all(one["words"].endswith("。") for one in found)
