"""Who plays in the made-up Pinghu: accounts in the house, phones in the local Bot API."""

from dataclasses import dataclass
from datetime import datetime

from core import accounts
from core.store.database import atomically
from demo.botapi import Chat, Place, User

VILLAGE, TOWN, CITY = "330482102201", "330482102", "330482"
ROOM = -100


@dataclass(frozen=True)
class Player:
    """One person: the phone, the account, the duty."""

    chat: int
    handle: str
    name: str
    name_en: str
    phone_role: str
    role: str
    area: str = ""
    unit: str = ""
    household: str = ""
    note: str = ""
    note_en: str = ""


PLAYERS = (
    Player(11, "peng", "彭老师", "Teacher Peng", "worker", "grid", VILLAGE, VILLAGE,
           note="鱼圻塘村网格员", note_en="grid worker, Yuqitang village"),
    Player(12, "chen", "陈阿姨", "Mrs Chen", "resident", "resident", VILLAGE, household="PH0108",
           note="鱼圻塘村居民", note_en="resident, Yuqitang village"),
    Player(13, "cheng", "程主任", "Director Cheng", "supervisor", "supervisor", CITY,
           note="平湖市民政局", note_en="Civil Affairs Bureau"),
    Player(14, "wang", "王阿姨", "Mrs Wang", "worker", "grid", "330482001001", "330482001001",
           note="东方社区网格员", note_en="grid worker, Dongfang"),
    Player(15, "shen", "沈师傅", "Mr Shen", "worker", "grid", "330482106201", "330482106201",
           note="龙萌村网格员", note_en="grid worker, Longmeng"),
    Player(21, "zhou", "人社局 小周", "Zhou (Jobs)", "department", "department", unit="M02",
           note="市人社局", note_en="jobs and social security"),
    Player(22, "xindai", "新埭镇 小吴", "Wu (Xindai town)", "department", "office", TOWN, TOWN,
           note="镇救助窗口", note_en="town assistance desk"),
)  # fmt: skip

SHOWN = (11, 12, ROOM, 13)
HOME = Place("鱼圻塘村口", 30.8121, 121.0512, "Yuqitang, village gate")


def phones() -> list[User]:
    return [
        User(p.chat, p.name, p.phone_role, p.name_en, p.note, p.note_en, places=(HOME,))
        for p in PLAYERS
    ]


def rooms() -> list[Chat]:
    return [
        Chat(
            ROOM,
            "新埭镇 帮扶群",
            members=(21, 22, 13),
            title_en="Xindai town room",
            note="一吹哨，多部门来报到",
            note_en="one whistle, every department",
            forum=False,
        )
    ]


async def enrol_everybody(at: datetime, lang: str = "zh") -> dict[str, str]:
    """Make the accounts; each person gets a one-time code to send from the phone: handle → code."""

    async def work() -> dict[str, str]:
        codes = {}
        for p in PLAYERS:
            name = p.name_en if lang == "en" else p.name
            account = await accounts.add(
                p.handle, name, p.role, at=at, area=p.area, unit=p.unit,
                household=p.household, lang=lang,
            )  # fmt: skip
            codes[p.handle] = await accounts.invite(account, at=at)
        room = await accounts.add(
            "room-xindai", "新埭镇帮扶群", "room", at=at, area=TOWN, lang=lang
        )
        await accounts.bind(room, "telegram", str(ROOM), at=at)
        return codes

    return await atomically(work)
