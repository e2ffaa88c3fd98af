"""An installation as the bench's own processes open it, and the people and alerts it puts there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from core import accounts
from core.cases.brief import VILLAGE, Brief, Found, Span
from core.cases.opening import open_case
from core.city import City, load_city, use_city
from core.clock import Clock, clock_from, parse_moment
from core.config import Settings, load_settings
from core.privacy.vault import Vault
from core.store.casework import Case
from core.store.database import atomically, open_store
from demo.botapi import User

START = parse_moment("2022-07-15T08:05")
SUPERVISOR, FIRST_WORKER, FIRST_UNIT = 9001, 1001, 5001
RED_EVERY = 10


@dataclass(frozen=True)
class Ground:
    """One open installation."""

    settings: Settings
    vault: Vault
    city: City
    clock: Clock


@asynccontextmanager
async def opened(home: Path) -> AsyncIterator[Ground]:
    """The database of *home*, beside whatever else runs on it."""
    settings, city = load_settings(home), load_city()
    use_city(city)
    vault = Vault.open(settings.keys_file)
    async with await open_store(settings.database_url, vault):
        yield Ground(settings, vault, city, clock_from())


@dataclass(frozen=True)
class Staff:
    """Who lives in the bench: so many grid workers, each with a grid; so many units, one contact."""

    workers: int
    units: int

    def grids(self, city: City) -> list[str]:
        villages = sorted(code for code, place in city.places.items() if place.level == "village")
        return [f"{villages[n % len(villages)]}{n // len(villages) + 1:02d}"
                for n in range(self.workers)]  # fmt: skip

    def departments(self, city: City) -> list[str]:
        return sorted(code for code in city.units if code.startswith("M"))[: self.units]

    def phones(self) -> list[User]:
        workers = [User(FIRST_WORKER + n, f"网格员{n}", "worker") for n in range(self.workers)]
        units = [User(FIRST_UNIT + n, f"联系人{n}", "department") for n in range(self.units)]
        return [*workers, *units, User(SUPERVISOR, "主任", "supervisor")]

    async def enrol(self, ground: Ground) -> None:
        """An account, a duty and a chat for everybody."""
        for n, grid in enumerate(self.grids(ground.city)):
            await _one(f"w{n}", "grid", FIRST_WORKER + n, area=grid, unit=grid[:12])
        for n, unit in enumerate(self.departments(ground.city)):
            await _one(f"d{n}", "department", FIRST_UNIT + n, unit=unit)
        await _one("boss", "supervisor", SUPERVISOR, area=ground.city.code)


async def _one(handle: str, role: str, chat: int, **duty: str) -> None:
    since = START - timedelta(days=30)

    async def work() -> None:
        account = await accounts.add(handle, handle, role, at=since, **duty)
        await accounts.bind(account, "telegram", str(chat), at=since)

    await atomically(work)


def found(n: int, staff: Staff, city: City) -> Found:
    """The *n*-th family in trouble; its worker and its unit follow from the number."""
    units, grids = staff.departments(city), staff.grids(city)
    brief = Brief(
        monitor="MON-01", version="1", title="毕业未就业", title_en="Graduate out of work",
        why="家里有人毕业满一年了，还没有工作。", why_en="Somebody finished school a year ago.",
        ask="问问愿不愿意培训。", ask_en="Ask about training.",
        need="1 户家庭有人毕业满一年没工作", need_en="In 1 family somebody has no job",
        whistle=(units[n % len(units)], VILLAGE), answer_within=Span(hours=24),
        visit_within=Span(days=3), close_within=Span(days=60), offers=("HP-01",),
    )  # fmt: skip
    colour = "红" if n % RED_EVERY == 0 else "黄"
    return Found(brief=brief, subject=f"p{n}", household=f"H{n}", person=f"p{n}",
                 region=grids[n % len(grids)], colour=colour, names={"head": "某人"})  # fmt: skip


async def open_one(n: int, staff: Staff, ground: Ground) -> None:
    """Open the *n*-th case with all its messages, unless it is there already."""

    async def work() -> None:
        if not await Case.exists(household=f"H{n}"):
            await open_case(found(n, staff, ground.city), ground.city, at=ground.clock())

    await atomically(work)
