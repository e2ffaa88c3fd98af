"""Every role at everything that can be taken away: pictures, workbooks, photos, exports, the morning by
the command line. Who gets it is written in taking.txt; all others are refused or get none of it.
"""

from pathlib import Path

from core import accounts
from core.access import NotAllowed
from core.city import load_city
from core.clock import day_of
from core.config import Settings
from core.facts import Facts
from core.family.drawing import MAKERS, drawer
from core.house import House
from core.safety.export.permit import NotPermitted, permit
from core.safety.export.tables import TABLES
from core.safety.export.taking import take
from core.store.casework import Case
from core.store.database import open_store
from tests.factories import person
from tests.rights.world import PEOPLE, Place, touched, town, tried

WRITTEN = Path(__file__).with_name("taking.txt")
TOWN = "330482102"
DOORS = sorted(
    [*(f"picture {kind}" for kind in MAKERS), *(f"masked {table}" for table in TABLES),
     *(f"full {table}" for table in TABLES), "digest for"]
)  # fmt: skip
NO = (NotAllowed, NotPermitted)


async def attempt(door: str, house: House, place: Place, name: str, number: str) -> bool:
    """Whether *name* gets something of the case of this number, or of its town."""
    kind, _, what = door.partition(" ")

    async def work() -> bool:
        if kind == "picture":
            return await _drawn(what, house, place, name, number)
        if kind == "digest":
            who = await accounts.who(place.people[name])
            return TOWN.startswith(accounts.digest_area(who, day_of(place.at)))
        return await _exported(what, kind == "full", place, name, number)

    try:
        got = await tried(work)
    except NO:
        return False
    return got


async def _drawn(kind: str, house: House, place: Place, name: str, number: str) -> bool:
    case = await Case.get(number=number)
    asked = {"kind": kind, "case": case.id, "account": place.people[name].id, "number": 0,
             "area": TOWN, "day": day_of(place.at).isoformat()}  # fmt: skip
    got = await drawer(house)(asked, place.at)
    traced = kind in ("digest", "walk") or any(n.startswith("audit ") for n in await touched())
    assert got is None or traced, f"{kind} was drawn for {name} without a line in the trail"
    return got is not None


async def _exported(table: str, full: bool, place: Place, name: str, number: str) -> bool:
    boss = "boss" if full else ""
    allowed = await permit(table, at=place.at, by=name, full=full, why="查" if full else "",
                           approved_by=boss)  # fmt: skip
    taken = await take(table, "csv", allowed, at=place.at)
    told = taken.content.decode("utf-8-sig")
    return number in told if table != "audit" else taken.rows > 0


async def matrix(url: str, told: tuple, now, number_of) -> dict[str, list[str]]:
    home, vault = told
    house = House(
        Settings(home=home, made_up=True), vault, load_city(), Facts(home / "facts"), lambda: now
    )  # fmt: skip
    async with await open_store(url, vault), town(now, full=True) as place:
        place.people["boss"] = await person(
            "boss", "supervisor", place.at, name="另一位", area="330482"
        )  # a second supervisor, who signs what others take in full
        number = number_of(place)
        return {
            door: [n for n in PEOPLE if await attempt(door, house, place, n, number)]
            for door in DOORS
        }


async def test_everybody_takes_what_is_written_and_nothing_else(
    told_facts, two_towns, now, request
):
    found = await matrix(two_towns[0], told_facts, now, lambda place: place.number)
    text = "".join(f"{door} | {' '.join(names)}".rstrip() + "\n" for door, names in found.items())
    if request.config.getoption("--update"):
        WRITTEN.write_text(text, "utf-8")
    assert text == WRITTEN.read_text("utf-8")


async def test_nobody_takes_a_matter_of_a_restricted_line_but_its_own_people(
    told_facts, two_towns, now
):
    found = await matrix(two_towns[1], told_facts, now, lambda place: place.child)
    about_the_case = {door: names for door, names in found.items()
                      if door not in ("digest for", "picture digest", "picture workbook",
                                      "picture walk") and "audit" not in door}  # fmt: skip
    assert about_the_case and not any(about_the_case.values()), about_the_case
