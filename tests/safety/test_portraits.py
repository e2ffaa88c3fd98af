"""The kept portraits go with the family that is forgotten, and come back with the copy."""

from datetime import date

import polars as pl

from core.history import History
from core.safety.copies.making import back_up
from core.safety.copies.restoring import restore
from core.safety.retention import person
from core.safety.retention.orders import Subject
from jpf.home import furnish
from tests.safety.world import living


def painted(house) -> History:
    kept = History(house.settings.portraits_folder)
    for day, colour in ((date(2022, 7, 13), "绿"), (date(2022, 7, 14), "红")):
        frame = pl.DataFrame({"household": ["H1", "H2"], "colour": [colour, colour]})
        kept.remember(day, frame, "m1")
    return kept


def families(kept: History) -> set[str]:
    frames = [pl.read_parquet(path) for path in kept.folder.glob("*.parquet")]
    assert frames
    return set(pl.concat(frames, how="diagonal")["household"])


async def test_the_portraits_of_a_forgotten_family_are_gone_and_its_neighbours_are_not(sqlite_home):
    async with living(sqlite_home) as house:
        kept = painted(house)
        assert families(kept) == {"H1", "H2"}
        await person.forget(house, Subject("household", "H2"), house.clock(), why="request")
        assert families(kept) == {"H1"}


async def test_portraits_come_back_with_a_copy(sqlite_home, place, tmp_path, monkeypatch):
    async with living(sqlite_home) as house:
        before = painted(house).of("H1")
        made = await back_up(house, tmp_path / "copies", at=house.clock())
    monkeypatch.setenv("JPF_CLOCK", "2022-07-15T10:00")
    there = furnish(place)
    await restore(made.folder, there, at=there.clock())
    assert History(there.settings.portraits_folder).of("H1").equals(before)
