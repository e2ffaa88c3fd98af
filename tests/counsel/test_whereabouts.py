"""Where somebody is, from a sentence: one place, or nobody guesses."""

import pytest

from core.counsel.whereabouts import home_of, is_guest, place_in
from tests.counsel.talk import who
from tests.factories import CITY, VILLAGE_CODE, person, staff


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("鱼圻塘村", VILLAGE_CODE),
        ("我在鱼圻塘村九组，着火了", VILLAGE_CODE),
        ("我住在新埭鱼圻塘", VILLAGE_CODE),
        ("新埭镇", "330482102"),
        ("当湖街道东方社区", "330482001001"),
        ("我爸在新埭住，我在乍浦", ""),
        ("我是东方人", ""),
        ("我在平湖", ""),
        ("快来人啊", ""),
    ],
)
def test_one_place_or_none(said, code):
    assert place_in(said, CITY) == code


async def test_where_somebody_lives_is_known_or_told(db, now):
    await staff(now)
    await person("guo", "resident", now, name="过路人")
    chen, guest = await who("chen"), await who("guo")
    assert home_of(chen, CITY, "我在乍浦镇") == VILLAGE_CODE
    assert home_of(guest, CITY, "我在新埭镇") == "330482102" and home_of(guest, CITY) == ""
    assert is_guest(guest) and not is_guest(chen) and not is_guest(await who("peng"))
