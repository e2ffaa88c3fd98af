"""Updates brought to the bot: one lane per chat keeps their order, failures are tried again."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

import aiohttp

from demo.botapi.guard import LOOPBACK
from demo.botapi.people import Json
from demo.botapi.refused import bad
from demo.botapi.updates import Updates, Waiting

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}$")
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LONGEST_PAUSE = 60.0


@dataclass(frozen=True)
class Target:
    """Where updates go, as setWebhook said."""

    url: str
    secret: str = ""
    connections: int = 40

    @classmethod
    def checked(cls, url: str, secret: str, connections: int) -> "Target":
        """Refused unless it lies on this machine and the secret has allowed letters."""
        there = urlsplit(url)
        if there.scheme not in ("http", "https") or there.hostname not in LOOPBACK:
            raise bad("bad webhook: this local server delivers to this machine only")
        if secret and not SECRET.match(secret):
            raise bad("secret token contains unallowed characters")
        return cls(url, secret, min(max(connections, 1), 100))


class Webhook:
    """Delivers what waits in *updates*. *pause* is the first pause after a failure, it doubles."""

    def __init__(
        self,
        updates: Updates,
        answered: Callable[[Json], Awaitable[None]],
        pause: float = 1.0,
        timeout: float = 60.0,
    ) -> None:
        self.updates, self.answered = updates, answered
        self.pause, self.timeout = pause, aiohttp.ClientTimeout(total=timeout)
        self.target: Target | None = None
        self.last_error: tuple[int, str] | None = None
        self._lanes: dict[int, asyncio.Task[None]] = {}
        self._gate = asyncio.Semaphore(40)
        self._session: aiohttp.ClientSession | None = None

    async def point_at(self, target: Target | None) -> None:
        """Deliver there from now on; None stops delivery."""
        await self._stop_lanes()
        self.target, self.last_error = target, None
        if target:
            self._gate = asyncio.Semaphore(target.connections)
            for chat in {waiting.chat for waiting in self.updates.waiting.values()}:
                self.poke(chat)

    def poke(self, chat: int) -> None:
        """Something new waits for this chat's lane."""
        lane = self._lanes.get(chat)
        if self.target and (lane is None or lane.done()):
            self._lanes[chat] = asyncio.get_running_loop().create_task(self._run(chat))

    def info(self) -> Json:
        target = self.target
        told: Json = {
            "url": target.url if target else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self.updates.waiting),
        }
        if target:
            told |= {"max_connections": target.connections, "ip_address": "127.0.0.1"}
        if self.last_error:
            told |= {
                "last_error_date": self.last_error[0],
                "last_error_message": self.last_error[1],
            }
        if self.updates.wanted:
            told["allowed_updates"] = list(self.updates.wanted)
        return told

    async def close(self) -> None:
        await self._stop_lanes()
        if self._session:
            await self._session.close()
            self._session = None

    async def _stop_lanes(self) -> None:
        lanes, self._lanes = list(self._lanes.values()), {}
        for lane in lanes:
            lane.cancel()
        await asyncio.gather(*lanes, return_exceptions=True)

    async def _run(self, chat: int) -> None:
        pause = self.pause
        while waiting := self.updates.of_chat(chat):
            fault = self.updates.faults.for_updates(chat)
            kind = fault.kind if fault else ""
            next_up = waiting[1 if kind == "reorder" and len(waiting) > 1 else 0]
            if await self._bring(next_up):
                if kind == "duplicate":
                    await self._bring(next_up)
                self.updates.confirm(next_up.id)
                pause = self.pause
            else:
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)

    async def _bring(self, waiting: Waiting) -> bool:
        async with self._gate:
            problem, answer = await self._post(waiting.update)
        self.updates.truth.note("webhook", update=waiting.id, chat=waiting.chat, problem=problem)
        if problem:
            self.last_error = (int(datetime.now(UTC).timestamp()), problem)
            return False
        self.updates.handed([waiting.update], by="webhook")
        if answer.get("method"):
            await self.answered(answer)
        return True

    async def _post(self, update: Json) -> tuple[str, Json]:
        """What went wrong ("" for nothing), and the bot's answer in the body if there is one."""
        target = self.target
        if not target:
            return "webhook was removed", {}
        self._session = self._session or aiohttp.ClientSession()
        headers = {SECRET_HEADER: target.secret} if target.secret else {}
        try:
            async with self._session.post(
                target.url,
                json=update,
                headers=headers,
                timeout=self.timeout,
                allow_redirects=False,
                ssl=False,
            ) as response:
                if not 200 <= response.status < 300:
                    reason = f"{response.status} {response.reason}"
                    return f"Wrong response from the webhook: {reason}", {}
                return "", await _answer_in(response)
        except TimeoutError:
            return "Read timeout expired", {}
        except aiohttp.ClientError:
            return "Connection failed", {}


async def _answer_in(response: aiohttp.ClientResponse) -> Json:
    if response.content_type != "application/json":
        return {}
    try:
        body = await response.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}
