"""The page's guide: three buttons move the story's time, hints say what people would do next."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Any

from core.clock import at_time, day_of, local
from core.store.casework import Call, Case
from core.store.mail import Talk
from demo.people import PLAYERS, ROOM, enrol_everybody
from demo.stage import Stage

LOOKS = 0.3


def hint(chat: int, zh: str, en: str, press: tuple[str, str] | None = None) -> dict[str, Any]:
    told: dict[str, Any] = {"chat": chat, "text": {"zh": zh, "en": en}}
    if press:
        told["press"] = {"zh": press[0], "en": press[1]}
    return told


TAKE = hint(11, "点「我来」，接下这一户", "Tap “I'll go” to take this family", ("我来", "I'll go"))
REPORT_IN = hint(
    ROOM, "替人社局、新埭镇点「我们来」", "Report in for both units", ("我们来", "We'll take it")
)
ARRIVE = hint(
    11, "点「到了，说情况」", "Tap “I'm here, report”", ("到了，说情况", "I'm here, report")
)
TELL = hint(
    11,
    "像聊天一样说，比如：人在家，没上班，学机电的，想找工作",
    "Tell it in Chinese, e.g. 人在家，没上班，学机电的，想找工作",
)
CONFIRM = hint(
    11,
    "看看记得对不对，点「对，交上去」",
    "Check it, tap “Yes, send it”",
    ("对，交上去", "Yes, send it"),
)
FINISH = hint(ROOM, "替人社局点「办好了」", "Tap “Done” for the jobs bureau", ("办好了", "Done"))
RESULT = hint(
    ROOM,
    "以人社局的身份回一句结果，比如：8 月 1 日开课，已报名",
    "As the jobs bureau: 8 月 1 日开课，已报名",
)


class Guide:
    """The story behind the page's buttons (demo.phones.StoryControls)."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.stage: Stage | None = None
        self._busy = True
        self._step = "find"
        self._hints: list[dict[str, Any]] = []

    @asynccontextmanager
    async def over(self, stage: Stage) -> AsyncIterator[None]:
        """Everybody's phone is enrolled; the guide watches the case while the page is on."""
        self.stage = stage
        await self._enrol(stage)
        watching = asyncio.create_task(self._watch(stage))
        self._busy = False
        try:
            yield
        finally:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching

    async def _enrol(self, stage: Stage) -> None:
        codes = await enrol_everybody(stage.clock(), self.lang)
        for player in PLAYERS:
            stage.api.human(player.chat).say(f"/start {codes[player.handle]}")
        await stage.heard()

    async def event(self, name: str) -> None:
        """find: tonight's discovery; morning: the next 08:00; later: thirty days on."""
        if self.stage is None or self._busy:
            return
        self._busy = True
        try:
            await self._move(self.stage, name)
        finally:
            self._busy = False

    async def _move(self, stage: Stage, name: str) -> None:
        today, hour = day_of(stage.clock()), local(stage.clock()).hour
        if name == "find":
            await stage.advance(at_time(today + timedelta(days=1), 7, 31))
        elif name == "morning":
            await stage.advance(at_time(today + timedelta(days=hour >= 8), 8, 1))
        elif name == "later":
            await stage.advance(at_time(today + timedelta(days=30), 9))

    def status(self) -> dict[str, Any]:
        if self.stage is None:
            return {"clock": "", "step": "", "busy": True, "hints": []}
        here = local(self.stage.clock())
        week = "一二三四五六日"[here.weekday()]
        return {
            "clock": {
                "zh": f"{here.year} 年 {here.month} 月 {here.day} 日 周{week} {here:%H:%M}",
                "en": f"{here:%a} {here.day} {here:%b %Y}, {here:%H:%M}",
            },
            "step": "" if self._busy else self._step,
            "busy": self._busy,
            "hints": [] if self._busy else self._hints,
        }

    async def _watch(self, stage: Stage) -> None:
        while True:
            self._step, self._hints = await self._next(stage)
            await asyncio.sleep(LOOKS)

    async def _next(self, stage: Stage) -> tuple[str, list[dict[str, Any]]]:
        """Which story button comes next, and what people would do meanwhile."""
        case = await Case.filter(monitor="MON-01").order_by("-id").first()
        if case is None:
            return "find", []
        if case.closed_at:
            return "done", []
        hints = []
        if await Call.filter(case=case, state="called", unit__in=["M02", case.region[:9]]).exists():
            hints.append(REPORT_IN)
        hints += await self._of_state(case)
        asked = local(stage.clock()).hour < 8
        return "morning" if asked else "" if hints else "later", hints

    async def _of_state(self, case: Case) -> list[dict[str, Any]]:
        if case.state == "pushed":
            return [TAKE]
        if case.state == "taken":
            talk = await Talk.get_or_none(channel="telegram", chat="11")
            asked = {"visit_words": TELL, "visit_confirm": CONFIRM}
            return [asked.get(talk.awaits, ARRIVE) if talk else ARRIVE]
        if case.state in ("planned", "helping"):
            talk = await Talk.get_or_none(channel="telegram", chat=f"{ROOM}:21")
            return [RESULT if talk and talk.awaits == "result" else FINISH]
        return []
