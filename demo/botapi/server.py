"""The server's state and its one door: `call` carries out a method of the Bot API."""

import asyncio
import inspect
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.clock import Clock, real_clock
from demo.botapi.asked import Asked
from demo.botapi.commands import Commands
from demo.botapi.faults import Faults
from demo.botapi.files import Shelf
from demo.botapi.human import Person
from demo.botapi.limits import Limits
from demo.botapi.lines import Lines
from demo.botapi.methods import all_methods
from demo.botapi.people import BotAccount, Chat, Json, User
from demo.botapi.refused import Impossible, Refused, bad, too_many
from demo.botapi.rooms import Room
from demo.botapi.truth import Truth
from demo.botapi.updates import Updates, Waiting
from demo.botapi.webhook import Webhook

TOKEN = "9900000001:made-up-token-for-this-machine-only"


@dataclass(frozen=True)
class Query:
    """A pressed button that waits for its answer."""

    chat: int
    message: int
    user: int
    data: str
    born: float


@dataclass
class Times:
    """Adjustable waits, in seconds: how long a pressed button may be answered, the first pause
    after a failed webhook, and its time-out."""

    query: float = 60.0
    webhook_pause: float = 1.0
    webhook_timeout: float = 60.0
    steady: Callable[[], float] = field(default=time.monotonic)


class BotApi:
    """A Bot API of one bot for made-up people, all in memory.

    *limits* default to the service's own numbers; *clock* dates the messages; *language* is what
    the people's apps are set to; *truth_file* keeps the log of what happened.
    """

    def __init__(
        self,
        users: Iterable[User],
        chats: Iterable[Chat] = (),
        token: str = TOKEN,
        faults: Faults | None = None,
        *,
        limits: Limits | None = None,
        clock: Clock = real_clock,
        language: str = "zh",
        times: Times | None = None,
        bot: BotAccount | None = None,
        truth_file: Path | None = None,
    ) -> None:
        self.bot = bot or BotAccount(token)
        self.token, self.clock, self.times = self.bot.token, clock, times or Times()
        self.faults = Faults() if faults is None else faults
        self.limits = Limits() if limits is None else limits
        self.language = language
        self.users = {user.id: user for user in users}
        self.rooms = {user.id: Room.of(user) for user in self.users.values()}
        self.rooms |= {chat.id: Room.of(chat) for chat in chats}
        self.truth, self.lines, self.files = Truth(truth_file), Lines(), Shelf()
        self.commands = Commands()
        self.queries: dict[str, Query] = {}
        self.closing = asyncio.Event()
        self.updates = Updates(self.truth, self.faults)
        self.webhook = Webhook(
            self.updates, self._webhook_answer, self.times.webhook_pause, self.times.webhook_timeout
        )
        self.updates.on_push, self.updates.on_confirm = self.webhook.poke, self._read

    # -- the bot's side

    async def call(self, asked: Asked) -> Any:
        """Carry out one method; its result. Raises Refused."""
        method = all_methods().get(asked.method.lower())
        if not method:
            raise Refused(404, "Not Found: method not found")
        result = method(self, asked)
        return await result if inspect.isawaitable(result) else result

    async def _webhook_answer(self, answer: Json) -> None:
        """A method call in the body of a webhook's answer; its outcome is told to nobody."""
        try:
            await self.call(Asked(str(answer["method"]), answer))
        except Refused as refusal:
            self.truth.note(
                "answer", method=answer["method"], status=refusal.status, executed=False
            )

    def room(self, asked: Asked, name: str = "chat_id") -> Room:
        """The chat a call is about; Refused if there is none."""
        if not asked.text(name):
            raise bad(f"{name} is empty")
        if asked.text(name).startswith("@"):
            wanted = asked.text(name)[1:].lower()
            ids = [u.id for u in self.users.values() if u.username.lower() == wanted]
        else:
            ids = [asked.whole(name)]
        if not ids or ids[0] not in self.rooms:
            raise bad("chat not found")
        return self.rooms[ids[0]]

    def writable(self, asked: Asked, count: int = 1) -> Room:
        """The chat a call writes to, if the bot may and is not too fast."""
        room = self.room(asked)
        room.check_writable()
        if wait := self.limits.admit(room.id, self.times.steady(), count):
            raise too_many(wait)
        return room

    # -- what both sides share

    def now(self) -> int:
        return int(self.clock().timestamp())

    def speaks(self, user: User) -> str:
        """The language code of a person's app."""
        return "en" if self.language.startswith("en") else user.language

    def chat_json(self, room: Room) -> Json:
        return room.who.as_chat(self.language)

    def user_json(self, user_id: int) -> Json:
        user = self.users[user_id]
        return user.as_user(self.speaks(user))

    def post(self, room: Room, sender: Json, content: Json, **marks: Any) -> Json:
        """A message appears in a chat, on every phone that shows it."""
        head = {"from": sender, "chat": self.chat_json(room), "date": self.now()}
        message = room.add({**head, **content}, **marks)
        self.show(room, message)
        return message

    def show(self, room: Room, message: Json, ev: str = "message") -> None:
        number = message["message_id"]
        marks = room.marks.get(number, {})
        self.lines.tell(room.id, ev, message=message, marks=dict(marks))

    def _read(self, taken: Waiting) -> None:
        room = self.rooms.get(taken.chat)
        if room and taken.about in room.marks:
            room.marks[taken.about]["seen"] = True
            self.lines.tell(room.id, "seen", message_id=taken.about)

    # -- people

    def human(self, user_id: int) -> Person:
        """The hands of a person: what they type, press, send."""
        if user_id not in self.users:
            raise Impossible(f"there is no person {user_id}")
        return Person(self, self.users[user_id])

    def ask(self, room: Room, message: int, user: int, data: str) -> str:
        """A pressed button starts to wait for its answer; the id of the query."""
        born = self.times.steady()
        self.truth.note("person", does="press", chat=room.id, user=user, message_id=message)
        query_id = str(4_000_000_000_000 + self.truth.count)
        self.queries[query_id] = Query(room.id, message, user, data, born)
        return query_id

    def speak(self, language: str) -> None:
        """Everybody's app in another language (zh or en), from the next message on."""
        self.language = language
        self.lines.tell_all("again")

    def clear(self) -> None:
        """Empty chats, queues, limits and logs; people, commands and webhook stay."""
        for room in self.rooms.values():
            room.forget()
        self.updates.drop_all()
        self.queries.clear()
        self.limits.forget()
        self.truth.forget()
        self.lines.tell_all("again")

    async def close(self) -> None:
        """Let go of everybody who waits."""
        self.closing.set()
        self.lines.close()
        self.updates.close()
        await self.webhook.close()
        self.truth.close()
