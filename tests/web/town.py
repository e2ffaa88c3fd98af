"""A town in full swing behind the desk: late and red, a child's own matter, a visit told, figures kept."""

from datetime import timedelta

from core import accounts
from core.cases import work
from core.city import load_city
from core.clock import day_of
from core.desk.better import Better
from core.desk.better import keep as keep_better
from core.desk.spread import keep as keep_spread
from core.store.database import atomically
from core.store.monitoring import HeldBatch, Proposal
from tests.factories import TOWN_CODE, case, person

SAID = "去过了，人在家，没上班，想找工作"
OTHER_TOWN, OTHER_VILLAGE = "330482103", "330482103201"


async def in_full_swing(place) -> None:
    """Adds to *place*: `late` (red, another town, nobody went), `child` (for children's workers
    only), `visited` (the Lu family's own), a held batch, a proposal, figures of two weeks."""
    now = place.clock()
    long_ago = now - timedelta(days=12)
    place.late = await case(
        long_ago, colour="红", household="PH0109", person=None, region=OTHER_VILLAGE, subject="p9",
        monitor="MON-09", title="突发大病", title_en="Sudden serious illness",
    )  # fmt: skip
    place.child = await case(
        now, colour="红", household="PH0108", person=None, subject="p8", line="children",
        monitor="MON-22", title="孩子没人管", title_en="A child alone",
    )  # fmt: skip
    peng = await accounts.who(place.people["peng"])
    await atomically(lambda: work.take(place.case, peng, at=now))
    told = work.Report(SAID, "visited", ("unemployed", "wants_job"))
    await atomically(lambda: work.report(place.case, peng, told, key="v1", at=now))
    await place.case.refresh_from_db()
    await person("mei", "office", long_ago, name="小梅", area=TOWN_CODE, unit=TOWN_CODE,
                 line="children")  # fmt: skip
    await _to_sign(now)
    await _figures(now)


async def _to_sign(now) -> None:
    await HeldBatch.create(
        monitor="MON-30",
        day=day_of(now),
        hits=412,
        made_at=now,
        usual={"title": "停水的人家", "title_en": "Water cut off"},
    )
    await Proposal.create(
        monitor="MON-47",
        version="1",
        kind="tighten",
        made_at=now,
        figures={
            "title": "照护者病倒",
            "title_en": "Carer ill",
            "precision": {"n": 40, "right": 11},
            "guard": {
                "column": "has_helper", "value": "true",
                "words": "家里另有帮手", "words_en": "Somebody else helps at home",
                "false_kept_away": 19, "right_kept_away": 1,
            },
        },
    )  # fmt: skip


async def _figures(now) -> None:
    day, city = day_of(now), load_city()
    kept = {"n": 40, "H": [0.1, 0.2], "A": [0.4, 0.5], "M0": [0.05, 0.08]}
    for ago, least in ((7, 0.05), (0, 0.04)):
        told = {**kept, "M0": [least, 0.08]}
        await keep_spread(
            "week", day - timedelta(days=ago), {city.code: {"A": told}, TOWN_CODE: {"A": told}}
        )
    await keep_better(day, {TOWN_CODE: Better(families=9, lifted=6, deprivations=7, richer=4,
                                              rise_fen=38_000, jobs=3, seekers=5)})  # fmt: skip
