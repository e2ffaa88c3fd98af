"""The Bot API over HTTP: reads a call in any of its forms, answers in the service's JSON."""

import re
from typing import Any

from aiohttp import web

from demo.botapi import broken
from demo.botapi.asked import Asked, Upload
from demo.botapi.guard import Handler, programs_only, same
from demo.botapi.people import Json
from demo.botapi.refused import Refused, bad
from demo.botapi.server import BotApi

MOST_BYTES = 64 << 20  # the application that holds these routes needs this client_max_size
TOKEN_FORM = re.compile(r"\d+:[\w-]+$")


def routes(api: BotApi) -> list[web.RouteDef]:
    """/bot<token>/<method> and /file/bot<token>/<path>, for programs on this machine."""
    call, download = programs_only(_calls(api)), programs_only(_downloads(api))
    return [
        web.route("*", "/bot{token:[^/]+}/{method}", call),
        web.get("/file/bot{token:[^/]+}/{path:.+}", download),
    ]


def application(api: BotApi, *more: web.RouteDef) -> web.Application:
    """A whole application around *api*; closing it lets go of everybody who waits."""
    app = web.Application(client_max_size=MOST_BYTES)
    app.add_routes([*routes(api), *more])

    async def let_go(app: web.Application) -> None:
        await api.close()

    app.on_shutdown.append(let_go)
    return app


def _calls(api: BotApi) -> Handler:
    async def call(request: web.Request) -> web.StreamResponse:
        try:
            _check_token(api, request.match_info["token"])
            asked = await read(request)
        except Refused as refusal:
            return _refusal(refusal)
        return await _answer(api, request, asked)

    return call


def _downloads(api: BotApi) -> Handler:
    async def download(request: web.Request) -> web.StreamResponse:
        try:
            _check_token(api, request.match_info["token"])
        except Refused as refusal:
            return _refusal(refusal)
        stored = api.files.by_path.get(request.match_info["path"])
        if not stored:
            return _refusal(Refused(404, "Not Found"))
        api.truth.note("call", method="download", chat=None, params={"path": stored.path})
        fault = api.faults.for_call("download", None)
        honest = web.Response(body=stored.data, content_type=stored.mime)
        return await broken.after(api, request, fault, honest) if fault else honest

    return download


def _check_token(api: BotApi, token: str) -> None:
    if not TOKEN_FORM.match(token):
        raise Refused(404, "Not Found")
    if not same(token, api.token):
        raise Refused(401, "Unauthorized")


async def read(request: web.Request) -> Asked:
    """The call in *request*: query, JSON, form or multipart, whatever the client prefers."""
    values: Json = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json" and request.can_read_body:
        values |= await _json_body(request)
    elif request.method == "POST":
        for name, value in (await _form(request)).items():
            if isinstance(value, web.FileField):
                files[name] = Upload(value.filename, value.file.read())
            else:
                values[name] = value
    return Asked(request.match_info["method"], values, files)


async def _json_body(request: web.Request) -> Json:
    try:
        body = await request.json()
    except ValueError:
        raise bad("can't parse JSON object") from None
    if not isinstance(body, dict):
        raise bad("object expected")
    return body


async def _form(request: web.Request) -> Any:
    try:
        return await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise Refused(413, "Request Entity Too Large") from None
    except ValueError:
        raise bad("can't parse the form") from None


async def _answer(api: BotApi, request: web.Request, asked: Asked) -> web.StreamResponse:
    chat = _chat_of(asked)
    about = {"method": asked.method, "chat": chat}
    call = api.truth.note("call", **about, params=asked.summary())
    fault = api.faults.for_call(asked.method, chat)
    kind = fault.kind if fault else None
    if fault and not fault.after:
        api.truth.note("answer", call=call, **about, executed=False, fault=kind)
        return await broken.before(api, request, fault)
    response, done = await _execute(api, asked)
    api.truth.note("answer", call=call, **about, fault=kind, **done)
    return await broken.after(api, request, fault, response) if fault else response


async def _execute(api: BotApi, asked: Asked) -> tuple[web.Response, Json]:
    """The honest response, and what is to be noted of it."""
    try:
        result = await api.call(asked)
    except Refused as refusal:
        return _refusal(refusal), {
            "executed": False,
            "status": refusal.status,
            "why": refusal.description,
        }
    told = {"executed": True, "status": 200, "message_ids": _message_ids(result)}
    return web.json_response({"ok": True, "result": result}), told


def _refusal(refusal: Refused) -> web.Response:
    wait = refusal.parameters.get("retry_after")
    headers = {"Retry-After": str(wait)} if wait is not None else {}
    return web.json_response(refusal.body(), status=refusal.status, headers=headers)


def _chat_of(asked: Asked) -> int | None:
    try:
        return asked.number("chat_id")
    except Refused:
        return None


def _message_ids(result: Any) -> list[int]:
    found = result if isinstance(result, list) else [result]
    return [m["message_id"] for m in found if isinstance(m, dict) and "message_id" in m]
