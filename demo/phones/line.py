"""One phone on the page: everything it shows at first, what happens then, what its person does."""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Any

from aiohttp import WSMsgType, web

from demo.botapi.human import Person
from demo.botapi.lines import Queue
from demo.botapi.people import Chat, Json, Place, User
from demo.botapi.refused import Impossible
from demo.botapi.rooms import Room
from demo.botapi.server import BotApi

SHOWN = 300
PLACES = (
    Place("村便民服务站", 30.7148, 121.0212, "Village service desk"),
    Place("鱼圻塘村 3 组村口", 30.7182, 121.0165, "Yuqitang village, group 3"),
    Place("新埭镇上", 30.7051, 121.0437, "Xindai town centre"),
)

Act = Callable[[Person, Json], Any]
ACTS: dict[str, Act] = {
    "text": lambda who, e: who.say(str(e["text"]), **_where(e), tmp=str(e.get("tmp", ""))),
    "press": lambda who, e: who.press(int(e["message_id"]), str(e["data"]), _chat(e)),
    "location": lambda who, e: who.share_location(
        float(e["latitude"]), float(e["longitude"]), **_where(e), tmp=str(e.get("tmp", ""))
    ),
    "voice": lambda who, e: who.send_voice(**_where(e), tmp=str(e.get("tmp", ""))),
    "contact": lambda who, e: who.share_contact("+86 000 0000 0000"),
    "forward": lambda who, e: who.forward(int(e["message_id"]), int(e["to"]), _chat(e)),
    "react": lambda who, e: who.react(int(e["message_id"]), str(e["emoji"]), _chat(e)),
    "block": lambda who, e: who.block(),
    "unblock": lambda who, e: who.unblock(),
}


async def hold(api: BotApi, room: Room, request: web.Request) -> web.WebSocketResponse:
    """Keep one phone connected until either side hangs up."""
    socket = web.WebSocketResponse(heartbeat=20, max_msg_size=1 << 20)
    await socket.prepare(request)
    queue = api.lines.join(room.id)
    queue.put_nowait({"ev": "again"})
    writer = asyncio.create_task(_write(api, room, socket, queue))
    try:
        async for message in socket:
            if message.type == WSMsgType.TEXT:
                answer(api, room, message.json(), queue)
    finally:
        api.lines.leave(room.id, queue)
        writer.cancel()
        with contextlib.suppress(asyncio.CancelledError, ConnectionError):
            await writer
    return socket


async def _write(api: BotApi, room: Room, socket: web.WebSocketResponse, queue: Queue) -> None:
    while (event := await queue.get()) is not None:
        if event["ev"] in ("again", "commands"):
            event = snapshot(api, room) | {"ev": "hello"}
        await socket.send_json(event)
    await socket.close()


def answer(api: BotApi, room: Room, event: Json, queue: Queue) -> None:
    """Do what the phone asks; a refusal goes back to this phone only."""
    event["chat"] = room.id
    try:
        if not _known(room, event):
            person = api.human(int(event.get("as") or room.id))
            ACTS[str(event["do"])](person, event)
    except (Impossible, KeyError, TypeError, ValueError) as problem:
        why = str(problem) if isinstance(problem, Impossible) else "not understood"
        queue.put_nowait({"ev": "refused", "tmp": event.get("tmp"), "why": why})


def snapshot(api: BotApi, room: Room) -> Json:
    """All that a phone shows when it is opened."""
    shown = list(room.messages.items())[-SHOWN:]
    return {
        "chat": card(api, room.who),
        "bot": {"id": api.bot.id, "name": api.bot.name},
        "people": [card(api, user) for user in _speakers(api, room)],
        "messages": [{"message": m, "marks": room.marks.get(n, {})} for n, m in shown],
        "keyboard": room.keyboard,
        "pinned": room.pinned,
        "topics": room.topics,
        "standing": room.standing,
        "language": api.language,
    }


def card(api: BotApi, who: User | Chat) -> Json:
    """One person or room as the page knows it; people with menu, places and other chats."""
    language = api.language
    plain: Json = {
        "id": who.id,
        "role": who.role,
        "name": who.name_in(language),
        "note": who.note_in(language),
    }
    return plain | _belongings(api, who) if isinstance(who, User) else plain


def _belongings(api: BotApi, user: User) -> Json:
    mine = [room for room in api.rooms.values() if room.member(user.id)]
    spoken = api.speaks(user)
    return {
        "places": [
            {"name": p.in_language(api.language), "latitude": p.latitude, "longitude": p.longitude}
            for p in user.places or PLACES
        ],
        "commands": {room.id: api.commands.shown(room, user.id, spoken) for room in mine},
        "chats": [
            {"id": room.id, "name": room.who.name_in(api.language)} for room in mine if room.group
        ],
    }


def _speakers(api: BotApi, room: Room) -> list[User]:
    """Whose hands are on this phone: departments first, the room's others after them."""
    if isinstance(room.who, User):
        return [room.who]
    members = [api.users[user] for user in room.who.members if user in api.users]
    return sorted(members, key=lambda user: user.role != "department")


def _known(room: Room, event: Json) -> bool:
    """True if a message under this name already came, before the line broke."""
    tmp = event.get("tmp")
    return bool(tmp) and any(marks.get("tmp") == tmp for marks in room.marks.values())


def _chat(event: Json) -> int:
    return int(event["chat"])


def _where(event: Json) -> Json:
    topic = event.get("topic")
    return {"chat": _chat(event), "topic": int(topic) if topic else None}
