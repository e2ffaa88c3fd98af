"""Every role at every button, word and question of the chat, compared with what is written in chat.txt.

Each door is tried by everybody in a town that is full and in the same town empty. Who *reaches* is
answered differently, or changes something else; *own* changes the same in both: his own things. All
others are refused or told nothing, and cannot tell what is there from what is not.

    pytest tests/rights --update      writes what is true now; read the diff word by word
"""

import json
import re
from pathlib import Path

from bot import answering
from bot.handlers import BOOK
from bot.message import Incoming, Press
from core.privacy.vault import Vault
from core.store.casework import Case
from core.store.database import open_store
from core.store.mail import Talk
from tests.rights.world import PEOPLE, SAID, STRANGER, Place, touched, town, tried

WRITTEN = Path(__file__).with_name("chat.txt")
AREA = "330482102"
ABOUT = {
    "list": (AREA, "open"), "figure": ("", "open"), "more_due": ("0", "0"),
    "release": ("MON-30", ""), "drop": ("MON-30", ""),
    "safe": ("turn", "1"), "round_of": ("turn", ""), "wake": ("snooze", ""),
    "corrected": ("correction", ""), "stands": ("correction", ""),
    "accept": ("proposal", ""), "refuse": ("proposal", ""),
    "pass_to": ("", "M06"), "lead": ("", "M02"), "plan_add": ("", "HP-02"),
    "plan_drop": ("", "HP-01"), "cause": ("", "person"), "wrong_piece": ("", "P06-02"),
    "snooze": ("", "1m"), "photo": ("", "0"), "ask_period": ("", "1"),
    "ask_apply": ("", "look"), "ask_rule": ("", "R-05"), "write": (Place.asked, ""),
}  # fmt: skip
NO_CASE = {"figure", "towns", "watch", "sign", "excel", "desk", "roster"}
RESIDENTS = {v for v, h in BOOK.presses.items() if v.startswith(("ask_", "heard_", "person"))}
DRAFT = {"texts": [SAID], "offer": "HP-01", "words": "给了三百元", "to": 1, "kinds": ["fall"]}
ANSWER = {"write_words": "您好，我下午来", "find": "鱼圻塘村", "ask_place": "鱼圻塘村"}
SAME = {handler: word for word, handler in reversed(BOOK.words.items())}  # one name of each
DOORS = sorted(
    [*(f"press {v}" for v in BOOK.presses), *(f"word {w}" for w in SAME.values()),
     *(f"answer {a}" for a in BOOK.awaited), "free words", "free number"]
)  # fmt: skip
LINED = {"plan_add", "plan_drop", "cause", "snooze", "photo", "pass_to", "lead", "wrong_piece"}
NOT_THERE = "PH-2022-000777"
EVERYBODY = (*PEOPLE, STRANGER)


def said(door: str, place: Place, name: str, number: str) -> Incoming:
    kind, _, what = door.partition(" ")
    base = {"channel": "telegram", "chat": f"9{name}", "sender": f"9{name}", "key": "k1",
            "at": place.at, "about": number if kind == "answer" else ""}  # fmt: skip
    if kind == "press":
        about, arg = ABOUT.get(what, ("", ""))
        about = str(place.ids.get(about, about)) if about else "" if what in NO_CASE else number
        return Incoming(**base, press=Press(what, about, str(place.ids.get(arg, arg))))
    words = {"word": what, "answer": ANSWER.get(what, SAID)}.get(kind, SAID)
    if what in ("/find", "/note"):
        words = f"{what} {number} {SAID}" if what == "/note" else f"{what} 鱼圻塘村"
    return Incoming(**base, text=f"{number} {words}" if what == "number" else words)


async def attempt(door: str, place: Place, name: str, number: str = "") -> tuple:
    """What came of it: refused or not, what was said, what was changed, left and noted."""
    asked = said(door, place, name, number or place.number)

    async def work() -> tuple:
        await _talk(door, place, asked)
        reply = await answering.answer(BOOK, asked, 1)
        told = (tuple(m.to_json() for m in reply.messages), reply.toast, reply.react)
        return reply == answering.refusal(asked), words_of(told), await touched()

    try:
        return await tried(work)
    except Exception as error:  # told with every other door that breaks, at the end
        return False, f"broke: {error!r}", ()


async def _talk(door: str, place: Place, asked: Incoming) -> None:
    """The question this answers, or what was said before the button; residents keep their own."""
    kind, _, what = door.partition(" ")
    if kind == "answer" or (kind == "press" and what not in RESIDENTS):
        draft = {**DRAFT, "case": asked.about or (asked.press.about if asked.press else "")}
        talk = {"awaits": what if kind == "answer" else "", "about": asked.about, "draft": draft,
                "updated_at": place.at}  # fmt: skip
        await Talk.update_or_create(channel="telegram", chat=asked.chat, defaults=talk)


def words_of(told: object) -> str:
    text = json.dumps(told, ensure_ascii=False, default=str)
    return re.sub(r"/desk/in/[\w-]+", "/desk/in/…", text)


async def everything(sqlite_url: str, now, cells, *, full: bool) -> dict:
    async with await open_store(sqlite_url, Vault.throwaway()), town(now, full=full) as place:
        return {(door, name): await attempt(door, place, name) for door, name in cells}


def judged(full: tuple, empty: tuple | None) -> str:
    if empty is None:
        return "refused"
    if full[1:] != empty[1:]:
        return "reaches"
    return "own" if full[2] else "same"


def line(door: str, cells: dict[str, str]) -> str:
    """Who may do what at one door; whoever is not named is refused."""
    parts = [door]
    for verdict in ("reaches", "own", "same"):
        names = [name for name, given in cells.items() if given == verdict]
        few = " ".join(names) if len(names) < 6 else f"all but {_but(cells, verdict)}".rstrip()
        parts += [f"{verdict}: {few}"] if names else []
    return " | ".join(parts)


def _but(cells: dict[str, str], verdict: str) -> str:
    return " ".join(name for name, given in cells.items() if given != verdict) or "nobody"


async def test_everybody_reaches_what_is_written_and_nothing_else(two_towns, now, request):
    every = [(door, name) for door in DOORS for name in EVERYBODY]
    full = await everything(two_towns[0], now, every, full=True)
    let_in = [cell for cell in every if not full[cell][0]]  # a refusal is the same words everywhere
    empty = await everything(two_towns[1], now, let_in, full=False)
    found = {door: {} for door in DOORS}
    for door, name in every:
        found[door][name] = judged(full[door, name], empty.get((door, name)))
    broken = {cell: told[1] for cell, told in full.items() if told[1].startswith("broke")}
    assert broken == {}
    text = "\n".join(line(door, found[door]) for door in DOORS) + "\n"
    if request.config.getoption("--update"):
        WRITTEN.write_text(text, "utf-8")
    assert text == WRITTEN.read_text("utf-8")
    for (door, name), (refused, _, noted) in full.items():
        if refused:
            assert noted == ("audit refused",), f"{door}: a refusal to {name} left {noted}"


async def test_a_matter_of_a_restricted_line_is_not_there_for_anybody_else(two_towns, now):
    """Children's matters: their own people alone; for all others as a number that never was."""
    about = [d for d in DOORS if d.startswith(("press", "answer", "free number"))]
    about = [d for d in about if d[6:] not in {*ABOUT, *NO_CASE, *RESIDENTS} or d[6:] in LINED]
    workers = ("grid", "office", "department", "supervisor", "resident")
    async with await open_store(two_towns[0], Vault.throwaway()), town(now, full=True) as place:
        for door in about:
            for name in workers:
                there = await attempt(door, place, name, place.child)
                never = await attempt(door, place, name, NOT_THERE)
                assert there[1].replace(place.child, NOT_THERE) == never[1], (door, name)
                assert there[2] == never[2], (door, name)
            assert (await attempt(door, place, "mei", place.child))[1] != "", door
        assert await Case.exists(number=place.child)
