"""The product itself, set up for made-up Pinghu: real bot, real jobs, a local Bot API.

Nothing here is acted: department files go through the import, the night through the sweep, messages
through inbox and outbox. Only the clock and the people's phones are ours.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

from bot import inbox, photos
from bot.channels.telegram import Telegram, Updates
from bot.deliver import Sender
from bot.handlers import BOOK
from bot.pace import Pace
from core.city import load_city, use_city
from core.clock import day_of, parse_moment
from core.config import BotSettings, Settings
from core.facts import Facts
from core.family.drawing import drawer
from core.house import House
from core.intake import import_paths
from core.privacy.vault import Vault
from core.store import open_store
from core.store.upgrade import upgrade
from demo.botapi import BotApi
from demo.clock import StoryClock
from demo.nights import DATA, entries
from scheduler.timetable import Timetable

START = parse_moment("2022-07-14T18:00")


@dataclass
class Stage:
    """Everything running; `advance` moves the story's time through deliveries, nights, mornings."""

    house: House
    clock: StoryClock
    api: BotApi
    channel: Telegram
    processor: inbox.Processor
    sender: Sender
    timetable: Timetable
    tasks: list[asyncio.Task[Any]]
    lang: str = "zh"

    async def advance(self, until: datetime) -> None:
        """Live through the time up to *until*: what departments send each day, every job due.

        Nights missed on the way are made up for, each with what was known on its own day; of the
        quiet ones one a week.
        """
        day, last = day_of(self.clock()), day_of(until)
        while day <= last:
            await asyncio.to_thread(self.deliver_files, day, again=day == last)
            day += timedelta(days=1)
        self.clock.set(until)
        await self.timetable.run_due()
        await self.settle()

    def deliver_files(self, day: date, *, again: bool) -> None:
        """Import what departments send that day; *again*: they all confirm their newest files.

        Between the days written down nothing changes in this little town, but every department
        still delivers, or its data would count as stale.
        """
        dated = Path(str(files("demo").joinpath(DATA)))
        folder = dated / day.isoformat()
        if not folder.is_dir() and not again:
            return
        rejects = self.house.settings.home / "rejects"
        if not folder.is_dir():
            newest = max((d for d in dated.iterdir() if d.name <= day.isoformat()), default=None)
            if newest is None or self._delivered(day):
                return
            folder = self._confirmed(newest, day)
        import_paths([folder], day, self.house.facts, self.house.vault, rejects=rejects)

    def _delivered(self, day: date) -> bool:
        return any(b.observed == day for b in self.house.facts.batches(class_id="P02-01"))

    def _confirmed(self, newest: Path, day: date) -> Path:
        """The newest files with the new day on them."""
        folder = self.house.settings.home / "sent" / day.isoformat()
        folder.mkdir(parents=True, exist_ok=True)
        for path in newest.glob("*.csv"):
            text = path.read_text("utf-8").replace(newest.name, day.isoformat())
            (folder / path.name).write_text(text, encoding="utf-8")
        return folder

    async def heard(self) -> None:
        """Until what a person just did has reached the bot and been answered."""
        for _ in range(400):
            if not self.api.updates.waiting:
                break
            await asyncio.sleep(0.01)
        await self.settle()

    async def settle(self) -> None:
        """Until nothing more is waiting to be handled or sent."""
        for _ in range(400):
            waiting = await inbox.waiting() + await self.sender.waiting()
            if not waiting:
                return
            self.processor.wake.set()
            self.sender.wake.set()
            await asyncio.sleep(0.02)


@asynccontextmanager
async def stage(
    home: Path, root: str, api: BotApi, clock: StoryClock, lang: str = "zh"
) -> AsyncIterator[Stage]:
    """Set the stage in *home* against the Bot API at *root*; everything is closed at the end."""
    settings = Settings(
        home=home, made_up=True, bot=BotSettings(token=api.token, api_root=root, domestic=True)
    )
    vault, city = Vault.throwaway(), load_city()
    use_city(city)
    house = House(settings, vault, city, Facts(settings.facts_folder), clock)
    await upgrade(settings.database_url)
    async with await open_store(settings.database_url, vault):
        built = await _build(house, api, clock, lang)
        try:
            yield built
        finally:
            for task in built.tasks:
                task.cancel()
            await asyncio.gather(*built.tasks, return_exceptions=True)
            await built.channel.stop()


async def _build(house: House, api: BotApi, clock: StoryClock, lang: str) -> Stage:
    bot = house.settings.bot
    channel = Telegram(bot.token, house.vault, clock, root=bot.api_root, domestic=True)
    pace = Pace(overall=10_000, per_chat=0.0, per_group=10_000)  # the server is our own
    sender = Sender({channel.name: channel}, clock, drawer(house), pace)
    channel.pace = pace
    processor = inbox.Processor(BOOK, {channel.name: channel}, clock)
    processor.after = sender.wake.set
    timetable = Timetable(entries(), house, "demo")
    await channel.start()
    await channel.introduce()
    await sender.start("demo")
    await timetable.note_beginnings()

    async def take(updates: Updates) -> None:
        if updates and await inbox.store(channel.name, updates, clock()):
            processor.wake.set()

    work = (processor.run(), sender.run(), channel.poll(take), photos.run(channel))
    tasks = [asyncio.create_task(part) for part in work]
    return Stage(house, clock, api, channel, processor, sender, timetable, tasks, lang)
