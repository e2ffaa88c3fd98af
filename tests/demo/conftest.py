"""The look-alike on a free port of this machine, and python-telegram-bot pointed at it."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from demo.botapi import BotApi, Chat, Limits, Times, User, application, serving

PENG, CHEN, CHENG, ZHOU, WU, ROOM = 11, 12, 13, 21, 22, -100
PEOPLE = (
    User(PENG, "彭老师", "worker", "Peng", username="peng"),
    User(CHEN, "陈阿姨", "resident", "Mrs Chen"),
    User(CHENG, "程主任", "supervisor", "Director Cheng"),
    User(ZHOU, "人社局 小周", "department", "Zhou"),
    User(WU, "医保站 老吴", "department", "Wu"),
    User(31, "没来过的人", "resident", started=False),
)
TOWN = Chat(ROOM, "新埭镇 帮扶群", (PENG, ZHOU, WU), "Xindai town room", admins=(ZHOU,))


class Hand:
    """The service's steady clock, moved by hand."""

    at = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture(autouse=True)
def the_library_speaks_of_time_spans(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without this the library warns at every 429, and warnings are errors here."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def clock() -> Hand:
    return Hand()


@pytest.fixture
def api(clock: Hand) -> BotApi:
    times = Times(webhook_pause=0.01, steady=clock)
    plain = Chat(-200, "普通群", (PENG, ZHOU), forum=False, bot="member")
    return BotApi(PEOPLE, (TOWN, plain), limits=Limits(on=False), times=times)


@pytest.fixture
async def root(api: BotApi) -> AsyncIterator[str]:
    async with serving(application(api)) as root:
        yield root


def quiet_request(seconds: float = 5.0) -> HTTPXRequest:
    """A client that uses no proxy and waits up to *seconds* for an answer."""
    return HTTPXRequest(read_timeout=seconds, httpx_kwargs={"trust_env": False})


@pytest.fixture
async def bot(api: BotApi, root: str) -> AsyncIterator[Bot]:
    async with bot_at(root, api.token) as bot:
        yield bot


def bot_at(root: str, token: str, seconds: float = 5.0) -> Bot:
    return Bot(
        token,
        base_url=f"{root}/bot",
        base_file_url=f"{root}/file/bot",
        request=quiet_request(seconds),
        get_updates_request=quiet_request(),
    )


@pytest.fixture
def png() -> bytes:
    return picture(40, 30)


def picture(width: int, height: int, shade: int = 180) -> bytes:
    """A grey PNG, made by hand."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + bytes([shade]) * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
