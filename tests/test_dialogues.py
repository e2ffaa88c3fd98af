"""Conversations are written as conversations: tests/dialogues/*.txt, readable by anyone.

    时间 2022-07-15 08:30            the clock stands there
    案件 陆家 黄                      a case opens, the whistle is blown
    彭老师> [我来]                     somebody presses a button
    彭老师> 去过了，人在家             somebody says something
    人物 小林 department Z01          somebody more works here: role, unit or place, line
    家属 周姐 周家 sos                 a relative may hear of this alarm of this home
    走到 2022-07-18 08:30             time passes: every alarm on the way rings, at its minute
    调走 老潘 330482103               he is moved to another place today
    名单 王桂花 patrol 2022-07-17      she is on a roster, to be seen by that day
    夜里 陆家                          the night's job reads the records of one family of the street
    早上                               the nightly job of the rosters and the morning's messages
    数据 对上了                        later data proves the help; 没事了: the reason is gone; 又来了
      → 彭老师: …                      what is answered, to whom; " / " is a new line, [x] a button
      ✓ …                             the words that come up on the pressed button

`pytest --update tests/test_dialogues.py` writes what is answered now; read the diff aloud.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot import notices
from bot.speak import NoSuchButton, as_json, speak
from core import accounts
from core.cases import advice, proof, roster_keeping
from core.cases.brief import Found
from core.cases.handing import release
from core.cases.opening import open_case
from core.cases.roster_due import Due, Known
from core.cases.states import OPEN
from core.clock import day_of, local, parse_moment
from core.devices import relatives
from core.store.casework import Call, Case
from core.store.database import atomically
from core.store.mail import Outbox
from core.store.people import Account
from scheduler.jobs import advice as advising
from scheduler.jobs import clocks, rounds
from scheduler.monitors.shelf import in_force
from tests.factories import CITY, case, person, staff
from tests.scheduler.families import AT, couple, listed, street
from tests.variables.world import standards

TALKS = sorted(Path(__file__).with_name("dialogues").rglob("*.txt"))
START = "2022-07-15T08:30"
FAMILIES = {
    "陆家": listed(("C", {"sex": "男", "birth_date": date(2000, 5, 1)})),
    "王家": couple(("D", {"sex": "女", "birth_date": date(1948, 1, 1)})),
}


class Stage:
    """Plays one file line by line."""

    def __init__(self) -> None:
        self.now, self.case, self.families, self.seen = parse_moment(START), None, 0, 0
        self.acts = {
            "时间": self._jump,
            "走到": self._walk,
            "人物": self._hire,
            "家属": self._relative,
            "案件": self._open,
            "数据": self._data,
            "调走": self._moved,
            "名单": self._listed,
            "早上": self._morning,
            "夜里": self._night,
        }

    async def play(self, line: str) -> list[str]:
        word, _, rest = line.partition(" ")
        if act := self.acts.get(word):
            return await act(*rest.split())
        who, _, said = line.partition("> ")
        return await self._speak(who, said.strip())

    async def _jump(self, day: str, hour: str) -> list[str]:
        self.now = parse_moment(f"{day}T{hour}")
        return []

    async def _walk(self, day: str, hour: str) -> list[str]:
        """Every alarm until then rings at its own minute, as the job of the clocks rings it."""
        until, told = parse_moment(f"{day}T{hour}"), []
        while (at := await self._next_alarm()) and at <= until:
            self.now = max(at, self.now)
            await clocks.run(None, self.now)
            lines = await self._news()
            told += [f"  ⏰ {local(self.now):%Y-%m-%d %H:%M}", *lines] if lines else []
        self.now = until
        return told

    async def _next_alarm(self):
        cases = Case.filter(state__in=OPEN).exclude(alarm_at=None).order_by("alarm_at")
        calls = Call.filter(case__state__in=OPEN).exclude(alarm_at=None).order_by("alarm_at")
        found = [row.alarm_at for row in (await cases.first(), await calls.first()) if row]
        return min(found, default=None)

    async def _hire(self, name: str, role: str, where: str, line: str = "") -> list[str]:
        place = {"area": where} if where.startswith("3304") else {}
        since = parse_moment("2022-01-01T08:00")
        await person(f"u{await Account.all().count()}", role, since, name=name, unit=where,
                     line=line, **place)  # fmt: skip
        return []

    async def _relative(self, name: str, home: str, what: str) -> list[str]:
        since = parse_moment("2022-01-01T08:00")
        one = await person(f"u{await Account.all().count()}", "family", since, name=name,
                           household=home)  # fmt: skip
        await relatives.agree(one, home, what, how="上门当面同意", at=since)
        return []

    async def _moved(self, name: str, where: str) -> list[str]:
        """From this moment he works in another place."""
        one = next(a for a in await Account.all() if a.name == name)

        async def work() -> None:
            account = await accounts.move(one.handle, at=self.now, area=where, unit=where)
            await release(account, at=self.now)

        await atomically(work)
        return await self._news()

    async def _listed(self, name: str, kind: str, by: str) -> list[str]:
        """Two patrols a week, by the day told and by the week's end; all else once."""
        day = date.fromisoformat(by)
        year, week, weekday = day.isocalendar()
        sunday = day + timedelta(days=7 - weekday)
        period = {"patrol": f"{year}-W{week:02}", "child": f"{day:%Y-%m}"}.get(kind, by)
        days = sorted({day, sunday}) if kind == "patrol" else [day]
        found = tuple(
            Due(kind, name, f"{name[0]}家", "330482102201", period, n, due, "due")
            for n, due in enumerate(days, 1)
        )
        names = {name: {"head": name, "who": name}}
        known = Known(found, frozenset())
        await atomically(lambda: roster_keeping.keep(known, names, at=self.now))
        return []

    async def _night(self, family: str) -> list[str]:
        known = advice.read(street({family: FAMILIES[family]}), standards(AT), [family])
        cases = await Case.filter(household=family).values_list("id", flat=True)
        await atomically(lambda: advising.keep(list(cases), known))
        return []

    async def _morning(self) -> list[str]:
        nothing = Known((), frozenset())
        await atomically(lambda: roster_keeping.keep(nothing, {}, at=self.now))
        await rounds.run(None, self.now)
        return await self._news()

    async def _open(self, family: str, colour: str, monitor: str = "", region: str = ""):
        self.families += 1
        if not monitor:
            self.case = await case(
                self.now, colour=colour, household=family, subject=f"p{self.families}"
            )
            return [f"  # {self.case.number}"]
        told = next(m for m in in_force(day_of(self.now)) if m.id == monitor)
        found = Found(told.brief(), family, family, None, region, colour, {"head": family})
        self.case = await atomically(lambda: open_case(found, CITY, at=self.now))
        await atomically(lambda: relatives.tell(self.case, at=self.now))
        return [f"  # {self.case.number}", *await self._news()]

    async def _data(self, said: str) -> list[str]:
        """What a night of new data means for the case on stage."""
        found = await Case.get(id=self.case.id)
        if said == "又来了":
            await atomically(lambda: proof.flare_up(found, at=self.now))
        else:
            proven = said == "对上了"
            await atomically(
                lambda: proof.settle(
                    found, still_true=None if proven else False, proven=proven, at=self.now
                )
            )
        await atomically(lambda: relatives.tell(found, at=self.now))
        return await self._news()

    async def _news(self) -> list[str]:
        """What was left for people since we last looked, as they will read it."""
        rows = Outbox.filter(id__gt=self.seen).order_by("id").prefetch_related("account", "case")
        told = []
        for row in await rows:
            self.seen, when = row.id, max(self.now, row.not_before)
            message = None if row.state == "cancelled" else await notices.word(row, when)
            if message is not None:
                reply = {"to": row.account.handle, **as_json(message)}
                later = f"〔{local(when):%m-%d %H:%M}〕" if when > self.now else ""
                told.append(self._line(reply, {row.account.handle: row.account.name + later}))
        return told

    async def _speak(self, who: str, said: str) -> list[str]:
        press = said[1:-1] if said.startswith("[") and said.endswith("]") else ""
        handle = next(a.handle for a in await Account.all() if a.name == who)
        try:
            answered = await speak(handle, "" if press else said, at=self.now, press=press)
        except NoSuchButton:
            return [f"  ! no button {said}"]
        names = {a.handle: a.name for a in await Account.all()}
        last = await Outbox.all().order_by("-id").first()
        self.seen = last.id if last else 0
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
