"""What a month of work writes anywhere names nobody: files and their names, logs, errors, copies, exports."""

import logging
import zipfile

import polars as pl
import pytest
import structlog
from aiohttp.test_utils import TestClient, TestServer

from bot import notices
from bot.buttons import pack
from bot.dialogue import Book
from bot.inbox import Processor
from bot.message import Button, Incoming, Message
from core import audit
from core.audit import entries
from core.family.drawing import drawer
from core.health import look
from core.logs import masked
from core.safety import refusals
from core.safety.copies.making import back_up
from core.safety.retention import person
from core.safety.retention.orders import Subject
from core.safety.rotation import rotate
from core.store.casework import Case
from core.store.mail import Inbox, Outbox
from core.store.people import Account
from jpf.home import open_house
from tests.safety.leaks import found_in
from tests.safety.test_keys import main_alone
from tests.safety.world import CRY, LU, LU_ID, LU_PHONE, PLANTED, living
from web.server import application


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16-le"])
def test_the_search_finds_what_is_there(tmp_path, codec):
    (tmp_path / "a.log").write_bytes(f"… {LU} {LU_ID} …".encode(codec))
    assert found_in(tmp_path, [LU, LU_ID, LU_PHONE]) == [("a.log", LU), ("a.log", LU_ID)]


def test_the_search_looks_into_archives_tables_and_names(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/sharedStrings.xml", LU)
    pl.DataFrame({"name": [LU]}).write_parquet(tmp_path / "b.parquet", compression="zstd")
    (tmp_path / LU).mkdir()
    assert [where for where, _ in found_in(tmp_path, [LU])] == ["a.xlsx", "b.parquet", LU]


async def test_nothing_that_is_written_names_anybody(home, tmp_path, caplog, capfd):
    caplog.set_level(logging.INFO)
    copies, out = tmp_path / "copies", tmp_path / "out"
    out.mkdir()
    async with living(home) as house:
        await back_up(house, copies, at=house.clock())
        await rotate(house, at=house.clock(), tell=lambda *_: None)
        await poison(house)
        await shown(house, out)
        await drawn(house, out)
        await Case.all().update(state="closed", why_closed="withdraw", closed_at=house.clock())
        await person.forget(house, Subject("household", "H2"), house.clock(), why="本人申请")
    everywhere = ["--home", str(home)]
    for table in ("cases", "visits", "outbox", "audit"):
        for form in ("csv", "xlsx", "json"):
            assert main_alone("export", table, "-o", str(out / f"{table}.{form}"), *everywhere) == 0
    main_alone("doctor", *everywhere)
    main_alone("audit", "show", *everywhere)
    main_alone("purge", "--household", "H1", *everywhere)
    main_alone("import", str(home / "none"), *everywhere)
    (home / "keys.json").write_text("{}")
    main_alone("audit", "verify", *everywhere)
    (tmp_path / "said.txt").write_text("\n".join([*capfd.readouterr(), caplog.text]))
    assert (tmp_path / "said.txt").stat().st_size > 1000
    for place in (home, copies, out, tmp_path / "said.txt"):
        assert found_in(place, PLANTED) == []


async def shown(house, out) -> None:
    """What leaves the process beside files and logs: metrics, health, what buttons carry, how
    drawings are called, what the trail and errors of the door say."""

    async def probe():
        return await look(house.clock())

    told = []
    async with TestClient(TestServer(application(probe, []))) as client:
        for path in ("/metrics", "/healthz", f"/{LU}"):
            async with client.get(path) as answer:
                told.append(await answer.text())
    for row in await Outbox.all().prefetch_related("account", "case"):
        message = await notices.word(row, house.clock())
        told += [packed(button, house) for button in message.buttons()] if message else []
        told += [row.dedup, row.lane, row.live, row.last_error, row.chat, row.notice]
    told += [f"{entry.who} {entry.what} {entry.about} {entry.why}" async for entry in entries()]
    (out / "shown.txt").write_text("\n".join(told), "utf-8")


async def drawn(house, out) -> None:
    """A card under the name it is sent by."""
    case, worker = await Case.first(), await Account.get(handle="peng")
    asked = {"kind": "card", "case": case.id, "account": worker.id}
    made = await drawer(house)(asked, house.clock())
    (out / made.name).write_bytes(b"")


def packed(button, house) -> str:
    return pack(button, "11", house.clock().date(), house.vault)


async def a_log_line(house, _out) -> None:
    structlog.get_logger().warning("worker_told", name=LU)


async def a_librarys_log_line(house, _out) -> None:
    logging.getLogger("library").warning("cannot read %s", LU)


async def a_metric(house, _out) -> None:
    refusals.count(LU, "x")


async def a_button(house, _out) -> None:
    message = Message("x", rows=((Button("x", "take", "PH-2022-000001", LU),),))
    await Outbox.create(dedup="b", notice="words", lane="l", body=message.to_json(),
                        created_at=house.clock(), not_before=house.clock())  # fmt: skip


async def a_file_name(house, out) -> None:
    (out / f"{LU}.pdf").write_bytes(b"%PDF")


async def an_error(house, _out) -> None:
    await Outbox.filter(id=1).update(last_error=f"no chat for {LU}")


async def the_trail(house, _out) -> None:
    await audit.record("peng", "see", LU, at=house.clock())


async def a_column_nobody_sealed(house, _out) -> None:
    await Case.filter(id=1).update(household=LU)


@pytest.mark.parametrize(
    "leak",
    [a_log_line, a_librarys_log_line, a_metric, a_button, a_file_name, an_error, the_trail,
     a_column_nobody_sealed],
)  # fmt: skip
async def test_the_search_would_find_a_leak_in(leak, sqlite_home, tmp_path, caplog, capfd):
    """Broken on purpose: each way out is really looked at."""
    (tmp_path / "out").mkdir()
    refusals.counted.clear()
    async with living(sqlite_home) as house:
        assert await nothing_found(house, sqlite_home, tmp_path, caplog, capfd)
        await leak(house, tmp_path / "out")
        assert not await nothing_found(house, sqlite_home, tmp_path, caplog, capfd)
    refusals.counted.clear()


async def nothing_found(house, home, tmp_path, caplog, capfd) -> bool:
    await shown(house, tmp_path / "out")
    told = [*capfd.readouterr(), *(record.getMessage() for record in caplog.records)]
    (tmp_path / "said.txt").write_text("\n".join(told), "utf-8")
    places = (home, tmp_path / "out", tmp_path / "said.txt")
    return not any(found_in(place, PLANTED) for place in places)


async def poison(house) -> None:
    """A message that breaks its handler until it is put aside."""
    payload = {"message": {"text": CRY, "from": {"first_name": LU, "phone": LU_PHONE}}}
    row = await Inbox.create(channel="telegram", update_key="9", chat="31", payload=payload,
                             received_at=house.clock(), tries=4)  # fmt: skip

    async def breaks(said):
        raise ValueError(f"{said.text} {LU_ID}")

    class Ears:
        def read(self, payload, key, at):
            return Incoming(channel="telegram", chat="99", sender="99", text=CRY, key=key, at=at)

    book = Book({}, {}, {}, lambda said: breaks, breaks)
    await Processor(book, {"telegram": Ears()}, house.clock).handle(row.id)
    assert (await Inbox.get(id=row.id)).state == "dead"


def test_log_lines_mask_what_slips_through():
    told = masked(f"no such person {LU_ID}, call {LU_PHONE}")
    assert LU_ID not in told


async def test_errors_of_keys_and_database_name_nobody(sqlite_home):
    from tortoise.exceptions import IntegrityError

    async with living(sqlite_home) as house:
        with pytest.raises(IntegrityError) as twice:
            await Account.create(handle="lin", name=LU, phone=LU_PHONE, created_at=house.clock())
        assert LU not in str(twice.value) and LU_PHONE not in str(twice.value)
    async with open_house(sqlite_home):
        pass


def test_an_error_in_the_log_is_its_kind_and_its_places_not_its_words():
    from core.logs import places

    try:
        try:
            raise ValueError(f"{LU} {LU_ID}")
        except ValueError as error:
            raise RuntimeError(CRY) from error
    except RuntimeError as error:
        told = places(error)
    assert told.startswith("RuntimeError") and "caused by ValueError" in told
    assert "test_leaks.py" in told and not any(words in told for words in PLANTED)
