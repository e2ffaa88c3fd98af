"""The other side of the server for tests in other processes: /_ctl, JSON in, JSON out.

    POST /_ctl/person   {"user": 11, "does": "press", "message_id": 4, "button": "我来"}
    POST /_ctl/fault    {"kind": "429", "method": "sendMessage", "times": 2, "retry_after": 1}
    POST /_ctl/truth    {"what": "answer", "method": "sendMessage"}

Files are given as base64 in "data".
"""

import base64
import binascii
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from aiohttp import web

from demo.botapi import happenings
from demo.botapi.guard import Handler, programs_only
from demo.botapi.people import Chat, Json, User
from demo.botapi.refused import Impossible
from demo.botapi.rooms import Room
from demo.botapi.server import BotApi
from demo.botapi.updates import Waiting

DOES = (
    "say",
    "start",
    "share_location",
    "share_contact",
    "send_photo",
    "send_document",
    "send_voice",
    "press",
    "forward",
    "edit",
    "react",
    "block",
    "unblock",
)


def routes(api: BotApi) -> list[web.RouteDef]:
    """POST /_ctl/<act> for every act of Control."""
    return [web.post("/_ctl/{act}", programs_only(_handler(Control(api))))]


def _handler(control: "Control") -> Handler:
    async def act(request: web.Request) -> web.StreamResponse:
        found: Callable[..., Any] | None = getattr(control, request.match_info["act"], None)
        if request.match_info["act"].startswith("_") or not callable(found):
            raise web.HTTPNotFound(text="no such act\n")
        try:
            asked = await request.json() if request.can_read_body else {}
            return web.json_response(found(**asked))
        except (Impossible, TypeError, ValueError, KeyError) as problem:
            return web.json_response({"problem": str(problem)}, status=400)

    return act


class Control:
    """Every public method is an act; its arguments are the fields of the JSON body."""

    def __init__(self, api: BotApi) -> None:
        self._api = api

    def person(self, user: int, does: str, **how: Any) -> Any:
        """A person does one of DOES; returns the message or the query id."""
        if does not in DOES:
            raise Impossible(f"a person can {', '.join(DOES)}")
        return getattr(self._api.human(user), does)(**_with_bytes(how))

    def add_user(self, **facts: Any) -> Json:
        user = User(**facts)
        self._api.users[user.id] = user
        self._api.rooms[user.id] = Room.of(user)
        return asdict(user)

    def add_chat(self, **facts: Any) -> Json:
        members = tuple(facts.pop("members", ()))
        chat = Chat(members=members, **facts)
        self._api.rooms[chat.id] = Room.of(chat)
        return asdict(chat)

    def fault(self, **facts: Any) -> Json:
        return asdict(self._api.faults.add(**facts))

    def clear_faults(self) -> bool:
        self._api.faults.clear()
        return True

    def limits(self, **numbers: Any) -> bool:
        """Change single numbers of Limits, or {"on": false}."""
        for name, value in numbers.items():
            if name.startswith("_") or not hasattr(self._api.limits, name):
                raise Impossible(f"there is no limit {name}")
            setattr(self._api.limits, name, value)
        return True

    def update(self, update: Json, chat: int = 0) -> int:
        """A raw update, id and all: duplicates, gaps, nonsense."""
        return self._api.updates.put(Waiting(update, chat, None))

    def standing(self, chat: int, standing: str, user: int) -> bool:
        room = self._api.rooms[chat]
        happenings.stand(self._api, room, standing, self._api.user_json(user))
        return True

    def deactivate(self, user: int) -> bool:
        happenings.deactivate(self._api, user)
        return True

    def move_group(self, chat: int, new_id: int) -> bool:
        happenings.move_group(self._api, chat, new_id)
        return True

    def truth(self, what: str | None = None, since: int = 0, **facts: Any) -> list[Json]:
        """Rows of the truth log after number *since*."""
        rows = [row for row in self._api.truth.where(what, **facts) if row["n"] > since]
        plain: list[Json] = json.loads(json.dumps(rows, default=str))
        return plain

    def messages(self, chat: int) -> list[Json]:
        return list(self._api.rooms[chat].messages.values())

    def waiting(self) -> list[Json]:
        """Updates that the bot has not confirmed."""
        return [waiting.update for waiting in self._api.updates.waiting.values()]

    def clear(self) -> bool:
        self._api.clear()
        return True


def _with_bytes(how: Json) -> Json:
    if "data" not in how:
        return how
    try:
        return {**how, "data": base64.b64decode(how["data"], validate=True)}
    except (binascii.Error, TypeError):
        raise Impossible("data is not base64") from None
