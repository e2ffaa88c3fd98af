"""A safety copy is whole, sealed and restorable; a restored service sends nothing by itself."""

import asyncio
import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest

from bot.deliver import Sender
from bot.pace import Pace
from core import audit
from core.drawing import nothing
from core.privacy.vault import Vault, WrongKey
from core.problems import Problem
from core.safety import cipher, held
from core.safety.copies import last, manifest
from core.safety.copies.dumped import tables
from core.safety.copies.making import back_up, prune
from core.safety.copies.restoring import NotEmpty, check, restore
from core.safety.keys import columns, pages
from core.store.database import atomically, postgres, raw
from core.store.mail import Outbox
from core.store.marks import Mark
from core.store.people import Account
from jpf.home import furnish, open_house
from tests.bot.test_deliver import Spy
from tests.safety.leaks import found_in
from tests.safety.world import LU_ID, PLANTED, living, opened

ROOT = Path(__file__).parents[2]
DAY = date(2022, 7, 15)


async def state_of(house) -> dict[str, list]:
    """Everything in the database and the facts, opened; what a copy must bring back."""
    found = {}
    for table in tables():
        plain = [
            c
            for c in table.columns
            if c not in {k.name for k in columns() if k.table == table.name}
        ]
        names = ", ".join(f'"{c}"' for c in plain)
        rows = await raw(f'SELECT {names} FROM "{table.name}" ORDER BY "{table.key}"')
        found[table.name] = [tuple(map(str, row.values())) for row in rows]
    for column in columns():
        found[column.context] = [
            house.vault.unseal(row["value"], column.context)
            async for rows in pages(column)
            for row in rows
        ]
    for class_id in ("P02-01", "P02-02", "P01-01", "M01-04"):
        for day in (date(2022, 5, 30), DAY):
            rows = house.facts.view(day).records(class_id).sort("record_id").collect()
            opened = [house.facts.unseal(house.vault, class_id, rows[c]).to_list()
                      for c, t in rows.schema.items() if t == pl.Binary]  # fmt: skip
            plain = rows.select(~pl.selectors.binary()).rows()
            found[f"{class_id}@{day}"] = [plain, opened]
    return found


async def sender(house, spy: Spy) -> Sender:
    pace = Pace(overall=9999, per_chat=0, per_group=9999)
    made = Sender({"telegram": spy}, house.clock, nothing, pace)
    await made.start("test")
    return made


async def leave_messages(house) -> dict[str, int]:
    """Messages in every state that is not over; their ids by state."""
    left = {}
    rows = await Outbox.filter(state="pending").order_by("id").limit(3)
    for row, state in zip(rows, ("pending", "sending", "ambiguous"), strict=True):
        await Outbox.filter(id=row.id).update(state=state)
        left[state] = row.id
    return left


async def without_tables(url: str) -> None:
    """A database in which nobody ever made our tables."""
    if url.startswith("asyncpg"):
        connection = await postgres(url)
        await connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        await connection.close()


async def test_the_drill_everything_is_back_and_nothing_is_sent_again(
    home, elsewhere, tmp_path, monkeypatch
):
    async with living(home) as house:
        spy = Spy()
        await (await sender(house, spy)).drain()
        assert spy.sent
        await opened(house, "H2", LU_ID, house.clock())
        left = await leave_messages(house)
        before = await state_of(house)
        made = await back_up(house, tmp_path / "copies", at=house.clock())
        assert made.manifest.problem == ""
        anchor = audit.anchor_words(made.manifest.trail_length, made.manifest.trail_hash)

    monkeypatch.setenv("JPF_CLOCK", "2022-07-15T10:00")
    await without_tables(furnish(elsewhere).settings.database_url)
    done = await restore(made.folder, furnish(elsewhere), at=furnish(elsewhere).clock())
    told = {line.id: line.was for line in done.waiting}
    assert len(told) > len(left) and all(told[row] == state for state, row in left.items())

    async with open_house(elsewhere) as house:
        after = await state_of(house)
        trail = before.pop("audit"), after.pop("audit")
        assert trail[1][: len(trail[0])] == trail[0]
        assert await audit.verify(anchor) is None
        sent_before = [row for row in before.pop("outbox") if "sent" in row]
        assert [row for row in after.pop("outbox") if "sent" in row] == sent_before
        before.pop("mark"), after.pop("mark")
        assert after == before

        spy = Spy()
        assert await (await sender(house, spy)).drain() == 0
        await opened(house, "H2", LU_ID, house.clock())  # the service works on, and is held too
        assert await (await sender(house, spy)).drain() == 0
        assert spy.sent == []

        waiting = await held.release(at=house.clock(), cancel=False)
        await (await sender(house, spy)).drain()
        assert waiting and spy.sent
        cards = [text for _, text in spy.sent if "PH-2022" in text.splitlines()[0]]
        assert cards and all("可能重复" in text.splitlines()[0] for text in cards)
        assert not await Outbox.filter(state="held").exists()
        assert await audit.verify() is None


async def test_what_people_decided_beside_the_facts_comes_back_too(sqlite_home, place, tmp_path):
    async with living(sqlite_home) as house:
        beside = house.facts.folder / "matched"
        (beside / "2022-07-15-abc").mkdir(parents=True)
        (beside / "2022-07-15-abc" / "pairs.parquet").write_bytes(b"worked out again")
        (beside / "decisions.jsonl").write_text('{"a": "x"}\n')
        made = await back_up(house, tmp_path / "copies", at=house.clock())
    await restore(made.folder, furnish(place), at=house.clock())
    back = [p for p in (place / "facts" / "matched").rglob("*") if p.is_file()]
    assert [p.read_text() for p in back] == ['{"a": "x"}\n']


async def test_released_with_cancel_the_old_messages_are_not_sent(
    sqlite_home, place, tmp_path, monkeypatch
):
    async with living(sqlite_home) as house:
        left = await leave_messages(house)
        made = await back_up(house, tmp_path / "copies", at=house.clock())
    monkeypatch.setenv("JPF_CLOCK", "2022-07-15T10:00")
    await restore(made.folder, furnish(place), at=furnish(place).clock())
    async with open_house(place) as house:
        await held.release(at=house.clock(), cancel=True)
        spy = Spy()
        await (await sender(house, spy)).drain()
        assert spy.sent == []
        assert await Outbox.filter(id__in=left.values(), state="cancelled").count() == 3


async def test_a_copy_shows_one_moment_while_others_write(home, tmp_path):
    async with living(home) as house:
        stop = asyncio.Event()

        async def write(n: int) -> None:
            await Account.create(handle=f"x{n}", name="某人", created_at=house.clock())
            await audit.record("x", "add", f"x{n}", at=house.clock())

        async def keep_writing() -> int:
            n = 0
            while not stop.is_set():
                await atomically(lambda n=n: write(n))
                n += 1
            return n

        writing = asyncio.create_task(keep_writing())
        await asyncio.sleep(0.2)
        made = await back_up(house, tmp_path / "copies", at=house.clock())
        stop.set()
        written = await writing
    rows = made.manifest.rows
    (tmp_path / "stage").mkdir()
    check(made.folder, house.vault, tmp_path / "stage")
    assert written and made.manifest.problem == ""
    assert rows["audit"] - rows["account"] == await _audits_beside_accounts(home, house)


async def _audits_beside_accounts(home: Path, house) -> int:
    """Entries of the trail that came without an account; each x-account came with one entry."""
    async with open_house(home):
        others = await raw("SELECT COUNT(*) AS n FROM audit WHERE who <> 'x' AND what <> 'backup'")
        people = await raw("SELECT COUNT(*) AS n FROM account WHERE handle NOT LIKE 'x%'")
    return others[0]["n"] - people[0]["n"]


@pytest.fixture
async def copy(sqlite_home, tmp_path):
    """A good copy of a filled home, and the vault that opens it."""
    async with living(sqlite_home) as house:
        made = await back_up(house, tmp_path / "copies", at=house.clock())
    return made.folder, house.vault


def spoil(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def some_parquet(copy: Path) -> Path:
    return sorted(copy.glob("facts/*/*.parquet.enc"))[0]


SPOILT = {
    "a bit of the database": lambda c: spoil(c / "database/jingpingfu.sqlite3.enc", -40),
    "the head of the database": lambda c: spoil(c / "database/jingpingfu.sqlite3.enc", 3),
    "a bit of a file of facts": lambda c: spoil(some_parquet(c), 100),
    "a ledger gone": lambda c: sorted(c.glob("facts/*/ledger.json.enc"))[0].unlink(),
    "a file of facts gone": lambda c: some_parquet(c).unlink(),
    "a shortened database": lambda c: os.truncate(c / "database/jingpingfu.sqlite3.enc", 9000),
    "an edited manifest": lambda c: (c / manifest.NAME).write_text(
        (c / manifest.NAME).read_text().replace('"trail_length": ', '"trail_length": 1')
    ),
    "a manifest that is none": lambda c: (c / manifest.NAME).write_text("{}"),
    "another kind of file": lambda c: (c / manifest.NAME).write_bytes(b"SQLite format 3\x00\xff"),
}


@pytest.mark.parametrize("harm", SPOILT)
async def test_a_spoilt_copy_is_refused_and_leaves_the_place_empty(copy, place, harm):
    folder, _ = copy
    SPOILT[harm](folder)
    with pytest.raises(cipher.Spoilt):
        await restore(folder, furnish(place), at=furnish(place).clock())
    left = {p.name for p in place.iterdir()}
    assert left == {"keys.json", "jingpingfu.toml", "safety.lock"} or left == {
        "keys.json",
        "jingpingfu.toml",
    }


async def test_pieces_cannot_be_moved_doubled_or_left_out(tmp_path, monkeypatch):
    monkeypatch.setattr(cipher, "PIECE", 64)
    vault, plain, out = Vault.throwaway(), tmp_path / "plain", tmp_path / "out"
    plain.write_bytes(os.urandom(300))
    cipher.encrypt(plain, out, "a", vault)
    whole = out.read_bytes()
    head, body = whole[:12], whole[12:]
    pieces = [body[n : n + 80] for n in range(0, len(body), 80)]
    cipher.decrypt(out, tmp_path / "back", "a", vault)
    assert (tmp_path / "back").read_bytes() == plain.read_bytes()
    harmed = {
        "moved": [pieces[1], pieces[0], *pieces[2:]],
        "left out": pieces[:1] + pieces[2:],
        "cut off": pieces[:-1],
        "doubled": [pieces[0], *pieces],
    }
    for sequence in harmed.values():
        out.write_bytes(head + b"".join(sequence))
        with pytest.raises(cipher.Spoilt):
            cipher.decrypt(out, tmp_path / "back", "a", vault)
    out.write_bytes(whole)
    with pytest.raises(cipher.Spoilt):
        cipher.decrypt(out, tmp_path / "back", "b", vault)


async def test_other_keys_open_no_copy(copy, tmp_path):
    folder, _ = copy
    with pytest.raises(WrongKey, match="不是这份副本的"):
        check(folder, Vault.throwaway(), tmp_path)


async def test_a_copy_holds_no_key_no_secret_and_nobody_in_the_open(copy, tmp_path):
    folder, _ = copy
    keys = json.loads((tmp_path / "home" / "keys.json").read_text())
    secrets = [*keys["keys"].values(), keys["index"], "not-a-real-token"]
    assert not found_in(folder, [*PLANTED, *secrets])
    assert not list(folder.rglob("*keys*.json"))


async def test_the_next_copy_links_what_is_the_same_and_tells_what_was_changed(
    sqlite_home, tmp_path
):
    async with living(sqlite_home) as house:
        first = await back_up(house, tmp_path / "copies", at=house.clock())
        later = house.clock() + timedelta(hours=1)
        second = await back_up(house, tmp_path / "copies", at=later)
        assert first.linked == 0 and second.linked == len(
            list(first.folder.glob("facts/*/*.parquet.enc"))
        )
        victim = sorted(house.facts.folder.glob("*/*.parquet"))[0]
        victim.chmod(0o600)
        spoil(victim, victim.stat().st_size // 2)
        third = await back_up(house, tmp_path / "copies", at=later + timedelta(hours=1))
        assert "被改动过" in third.manifest.problem
        assert last.known(sqlite_home).path == str(second.folder.resolve())
    assert prune(tmp_path / "copies", 1) == [first.folder.name, second.folder.name]
    assert [p.name for p in (tmp_path / "copies").iterdir()] == [third.folder.name]


async def test_a_broken_trail_is_copied_but_the_copy_is_not_called_good(sqlite_home, tmp_path):
    from tests.safety.tampering import lift_guards

    async with living(sqlite_home) as house:
        await lift_guards("audit")
        await raw("UPDATE audit SET who = 'other' WHERE seq = 2 RETURNING seq")
        made = await back_up(house, tmp_path / "copies", at=house.clock())
    assert "第 2 条" in made.manifest.problem
    assert last.known(sqlite_home) is None


# Dies, as by kill -9, at the n-th time it forces something onto the disk.
DIES = """
import os, sys
left, sync = int(sys.argv[1]), os.fsync

def fsync(descriptor):
    global left
    if not left:
        os._exit(9)
    left -= 1
    sync(descriptor)

os.fsync = fsync
from jpf.__main__ import main
sys.exit(main(sys.argv[2:]))
"""


def dies(after: int, *arguments: object) -> bool:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", DIES, str(after), *map(str, arguments)]
    done = subprocess.run(command, env=env, check=False, capture_output=True, text=True)
    assert done.returncode in (0, 9), done.stderr
    return done.returncode == 9


def points_of(home: Path, sqlite: tuple[int, ...], postgres: tuple[int, ...]) -> tuple[int, ...]:
    """When to die; a process of its own is slow to start, so a few moments must do."""
    return postgres if "asyncpg" in (home / "jingpingfu.toml").read_text() else sqlite


async def test_a_killed_backup_leaves_no_copy_or_a_whole_one(home, tmp_path):
    copies = tmp_path / "copies"
    async with living(home) as house:
        made = await back_up(house, copies, at=house.clock() - timedelta(days=1))
    deaths = 0
    for after in points_of(home, (3, 14), (9,)):
        deaths += dies(after, "backup", copies, "--home", home)
        for number, found in enumerate(copies.glob("jpf-*")):
            stage = tmp_path / f"stage{after}.{number}"
            stage.mkdir()
            check(found, house.vault, stage)
    assert deaths and made.folder.exists()
    async with open_house(home) as house:
        await back_up(house, copies, at=house.clock() + timedelta(hours=1))
    assert not list(copies.glob(".part-*")) and not (home / ".backup").exists()


async def test_a_killed_restore_is_run_again(home, elsewhere, tmp_path):
    async with living(home) as house:
        made = await back_up(house, tmp_path / "copies", at=house.clock())
        people = await Account.all().count()
    for after in points_of(home, (12, 14), (25,)):
        assert dies(after, "restore", made.folder, "--home", elsewhere)
        assert not await finished(elsewhere)
    await restore(made.folder, furnish(elsewhere), at=house.clock())
    async with open_house(elsewhere) as house:
        assert await Account.all().count() == people
        assert await held.held_since()
        assert await audit.verify() is None
        assert len(house.facts.batches()) == 5


async def finished(place: Path) -> bool:
    """Whether the last of the killed restores had come to its end."""
    try:
        async with open_house(place):
            return not await Mark.exists(name=held.RESTORED_MARK) and await Account.exists()
    except Problem:
        return False


async def test_nothing_is_restored_over_something(home, elsewhere, tmp_path):
    async with living(home) as house:
        made = await back_up(house, tmp_path / "copies", at=house.clock())
        before = await state_of(house)
    with pytest.raises(NotEmpty, match="从不覆盖"):
        await restore(made.folder, furnish(home), at=house.clock())
    async with open_house(home) as house:
        assert await state_of(house) == before


async def test_a_copy_of_one_kind_of_database_does_not_go_into_another(copy, place):
    folder, _ = copy
    (place / "jingpingfu.toml").write_text(
        'made_up = true\n[database]\nurl = "asyncpg://nobody@127.0.0.1:1/x"\n'
    )
    with pytest.raises(Problem, match="副本是 SQLite 的"):
        await restore(folder, furnish(place), at=furnish(place).clock())


async def test_a_copy_of_newer_software_is_refused(copy, place):
    from dataclasses import replace

    folder, vault = copy
    known = manifest.read(folder, vault)
    manifest.write(replace(known, schema="9999_later"), folder / manifest.NAME, vault)
    with pytest.raises(Problem, match="先升级软件"):
        await restore(folder, furnish(place), at=furnish(place).clock())
    assert not (place / "facts").exists()


async def test_a_copy_made_before_a_rotation_is_restored_with_the_kept_keys(
    sqlite_home, place, tmp_path
):
    from core.safety.rotation import rotate

    async with living(sqlite_home) as house:
        made = await back_up(house, tmp_path / "copies", at=house.clock())
        await rotate(house, at=house.clock(), tell=lambda *_: None)
        again = await back_up(house, tmp_path / "copies", at=house.clock() + timedelta(hours=1))
        assert {item.key for item in again.manifest.files} == {2}
    (place / "keys.json").write_bytes((sqlite_home / "keys.json").read_bytes())
    await restore(made.folder, furnish(place), at=house.clock())
    async with open_house(place) as house:
        assert (await Account.get(handle="lin")).name == "林阿姨"


async def test_the_configuration_comes_back_without_its_secrets(copy, place):
    folder, _ = copy
    (place / "jingpingfu.toml").unlink()
    from core.clock import parse_moment

    os.environ.pop("JPF_CLOCK")
    await restore(folder, furnish(place), at=parse_moment("2022-07-15T09:00"))
    text = (place / "jingpingfu.toml").read_text()
    assert "made_up = true" in text and "not-a-real-token" not in text and 'token = ""' in text


def test_the_verbs_speak_json_and_the_doctor_knows_the_last_copy(
    sqlite_home, place, tmp_path, capsys
):
    async def fill() -> None:
        async with living(sqlite_home):
            pass

    from jpf.__main__ import main

    asyncio.run(fill())
    capsys.readouterr()
    main(["doctor", "--home", str(sqlite_home), "--json"])
    assert doctor(capsys)["backup"]["level"] == "warn"
    assert main(["backup", str(tmp_path / "c"), "--home", str(sqlite_home), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["problem"] is None and told["rows"] > 20
    assert main(["restore", told["copy"], "--check", "--home", str(sqlite_home), "--json"]) == 0
    capsys.readouterr()
    main(["doctor", "--home", str(sqlite_home), "--json"])
    assert doctor(capsys)["backup"]["level"] == "ok"
    assert main(["restore", told["copy"], "--home", str(place), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["held"]
    main(["doctor", "--home", str(place), "--json"])
    assert doctor(capsys)["held"]["level"] == "warn"
    assert main(["restore", "--list", "--home", str(place), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["held_since"]
    assert main(["restore", "--release", "--home", str(place), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["released"] > 0


def doctor(capsys) -> dict:
    return {f["check"]: f for f in json.loads(capsys.readouterr().out)["findings"]}
