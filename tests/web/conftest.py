"""The desk's pages on a server of this machine, with the made-up family of the newspaper behind them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace

import pytest
from aiohttp import ClientSession, CookieJar
from aiohttp.test_utils import TestServer
from aiohttp.web import Application

from core import accounts
from core.city import load_city
from core.config import Settings
from core.desk import entry, opening
from core.facts import Facts
from core.house import House
from core.intake import import_paths
from core.privacy.vault import Vault
from core.store.database import atomically, open_store
from tests.factories import VILLAGE_CODE, TestClock, case, staff
from web import desk

LU, DAY = "PH0101", date(2022, 7, 14)
CLASSES = ("P02-01", "P02-02", "P02-03", "P03-03", "M01-01", "M01-02", "P01-01", "M02-02", "P06-02")


@pytest.fixture(scope="session")
def told_facts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Vault]:
    """A fact store with what departments sent about a handful of made-up families."""
    home, vault = tmp_path_factory.mktemp("desk"), Vault.throwaway()
    sent = Path(str(files("demo").joinpath("data"))) / DAY.isoformat()
    folder = home / "sent"
    folder.mkdir()
    for name in CLASSES:
        (folder / f"{name}.csv").write_bytes((sent / f"{name}.csv").read_bytes())
    import_paths([folder], DAY, Facts(home / "facts"), vault, rejects=home / "rejects")
    return home, vault


@asynccontextmanager
async def served(told_facts, sqlite_url: str, now) -> AsyncIterator[SimpleNamespace]:
    """A house with staff and one case of the Lu family, its pages served."""
    home, vault = told_facts
    clock = TestClock(now)
    house = House(
        Settings(home=home, made_up=True), vault, load_city(), Facts(home / "facts"), clock
    )
    async with await open_store(sqlite_url, vault):
        people = await staff(now)
        opened = await case(now, household=LU, person=None)
        app = Application()
        app.add_routes(desk.routes(lambda: house))
        async with TestServer(app) as server:
            root = str(server.make_url("")).rstrip("/")
            opening.opens_at(root)
            try:
                yield SimpleNamespace(
                    house=house, clock=clock, people=people, case=opened, root=root,
                    village=VILLAGE_CODE,
                )  # fmt: skip
            finally:
                opening.opens_at("")


@pytest.fixture
async def place(told_facts, sqlite_url, now) -> AsyncIterator[SimpleNamespace]:
    async with served(told_facts, sqlite_url, now) as place:
        yield place


async def link_for(place: SimpleNamespace, handle: str) -> str:
    who = await accounts.who(await accounts.by_handle(handle))
    secret = await atomically(lambda: entry.link(who, at=place.clock()))
    return f"{place.root}/desk/in/{secret}"


async def sit(place: SimpleNamespace, handle: str, browser: ClientSession) -> None:
    """Go in as a person does: open the link, press the button."""
    link = await link_for(place, handle)
    secret = link.rsplit("/", 1)[1]
    async with browser.get(link) as answer:
        assert answer.status == 200
    async with browser.post(f"{place.root}/desk/in", data={"secret": secret}) as answer:
        assert answer.status == 200, await answer.text()
        assert answer.url.path == "/desk"


@pytest.fixture
async def browser() -> AsyncIterator[ClientSession]:
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as session:
        yield session
