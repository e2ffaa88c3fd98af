"""Conversations are written as conversations: tests/dialogues/*.txt, readable by anyone.

    时间 2022-07-15 08:30            the clock stands there
    案件 陆家 黄                      a case opens, the whistle is blown
    彭老师> [我来]                     somebody presses a button
    彭老师> 去过了，人在家             somebody says something
      → 彭老师: …                      what is answered, to whom; " / " is a new line, [x] a button
      ✓ …                             the words that come up on the pressed button

`pytest --update tests/test_dialogues.py` writes what is answered now; read the diff aloud.
"""

from pathlib import Path

import pytest

from bot.speak import NoSuchButton, speak
from core.clock import parse_moment
from core.store.casework import Case
from core.store.people import Account
from tests.factories import case, staff

TALKS = sorted(Path(__file__).with_name("dialogues").rglob("*.txt"))
START = "2022-07-15T08:30"


class Stage:
    """Plays one file line by line."""

    def __init__(self) -> None:
        self.now, self.case, self.families = parse_moment(START), None, 0

    async def play(self, line: str) -> list[str]:
        if line.startswith("时间 "):
            self.now = parse_moment(line.removeprefix("时间 ").replace(" ", "T"))
            return []
        if line.startswith("案件 "):
            return await self._open(*line.split()[1:])
        who, _, said = line.partition("> ")
        return await self._speak(who, said.strip())

    async def _open(self, family: str, colour: str) -> list[str]:
        self.families += 1
        self.case = await case(
            self.now, colour=colour, household=family, subject=f"p{self.families}"
        )
        return [f"  # {self.case.number}"]

    async def _speak(self, who: str, said: str) -> list[str]:
        press = said[1:-1] if said.startswith("[") and said.endswith("]") else ""
        handle = next(a.handle for a in await Account.all() if a.name == who)
        try:
            answered = await speak(handle, "" if press else said, at=self.now, press=press)
        except NoSuchButton:
            return [f"  ! no button {said}"]
        names = {a.handle: a.name for a in await Account.all()}
        return [self._line(reply, names) for reply in answered.replies]

    def _line(self, reply: dict, names: dict[str, str]) -> str:
        text = reply["text"].replace("\n", " / ")
        if reply.get("toast"):
            return f"  ✓ {text}"
        buttons = "".join(f" [{b}]" for b in reply["buttons"])
        picture = f" <{reply['picture']}>" if "picture" in reply else ""
        return f"  → {names[reply['to']]}: {text}{picture}{buttons}"


@pytest.mark.parametrize("talk", TALKS, ids=lambda path: path.stem)
async def test_dialogue(talk, db, request):
    stage, played = Stage(), []
    await staff(parse_moment(START))
    wanted = [line.rstrip() for line in talk.read_text("utf-8").splitlines()]
    for line in wanted:
        if line.startswith("  "):
            continue
        played.append(line)
        if line and not line.startswith("#"):
            played += await stage.play(line)
    if request.config.getoption("--update"):
        talk.write_text("\n".join(played) + "\n", encoding="utf-8")
    else:
        assert played == wanted


async def test_no_dialogue_of_receiving_and_tapping_closes_a_case(db):
    await staff(parse_moment(START))
    opened = await case(parse_moment(START))
    now = parse_moment(START)
    for said in ("收到", "1", "好的", "👌", "属实", "ok", opened.number):
        await speak("peng", said, at=now)
    for press in ("我来", "到了，说情况"):
        try:
            await speak("peng", "", at=now, press=press)
        except NoSuchButton:
            continue
    assert (await Case.get(id=opened.id)).state in ("pushed", "taken")
