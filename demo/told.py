"""The newspaper's story, step by step, each step checked: what `jpf demo --once` runs.

Real files, real sweep, real bot: only the clock and the hands are ours. A step that did not happen ends
the story with its reason; nothing is skipped.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from core.clock import iso, parse_moment
from core.family.drawing import booklet_document
from core.family.portrayed import Portrayed, portray, typed
from core.render.data import Opened
from core.store.casework import Call, Case, Visit
from core.store.mail import Outbox
from demo.hands import Hands, NotThere
from demo.people import PLAYERS, ROOM, enrol_everybody
from demo.stage import Stage

LU = "PH0101"
T = TypeVar("T")
WORDS = "老陆家上门了，儿子陆杰确实没上班，在家，去年6月大专毕业，机电的，想找工作但不晓得哪里找"
RESULT = "数控培训 8 月 1 日开课，陆杰已经报名；设备制造公司装配岗位也推荐了"


@dataclass
class Telling:
    """How far the story is: each step with what was seen, each message in order."""

    stage: Stage
    steps: list[dict[str, Any]] = field(default_factory=list)
    seen: dict[str, Any] = field(default_factory=dict)
    ok: bool = True

    def note(self, step: str, **detail: Any) -> None:
        self.steps.append({"step": step, "at": iso(self.stage.clock()), "ok": True, **detail})


Step = Callable[[Telling], Awaitable[None]]


async def data_arrives(t: Telling) -> None:
    """Department files of 14 July are imported."""
    await t.stage.advance(parse_moment("2022-07-14T20:00"))
    batches = t.stage.house.facts.batches()
    require(batches, "没有收到任何部门文件")
    t.note("部门数据到了", classes=len({b.class_id for b in batches}), batches=len(batches))


async def people_enrol(t: Telling) -> None:
    """Everybody opens the bot with a one-time code."""
    codes = await enrol_everybody(t.stage.clock(), t.stage.lang)
    for player in PLAYERS:
        await Hands(t.stage, player.chat).say(f"/start {codes[player.handle]}")
    t.note("大家都绑好了", people=len(codes))


async def night_finds_him(t: Telling) -> None:
    """The sweep of 15 July finds the graduate; the family is of exactly two types."""
    await t.stage.advance(parse_moment("2022-07-15T02:31"))
    case = present(await Case.filter(household=LU).first(), "夜里的发现没有找到这一户")
    require(case.monitor == "MON-01", f"是 {case.monitor} 找到的，不是 MON-01")
    told = portrait_of(t)
    require(kinds(told) == {"关爱型", "发展型"}, f"画像是 {sorted(kinds(told))}")
    t.seen.update(case=case.number, before=colours(told))
    units = [call.unit for call in await Call.filter(case=case).order_by("id")]
    t.note("夜里发现了", case=case.number, monitor=case.monitor, portrait=colours(told),
           whistled=[t.stage.house.city.unit_name(unit) for unit in units])  # fmt: skip


async def phones_ring(t: Telling) -> None:
    """After the quiet hours the worker and the room have it."""
    await t.stage.advance(parse_moment("2022-07-15T07:31"))
    alert = Hands(t.stage, 11).sees(t.seen["case"])
    require(alert["text"].startswith(t.seen["case"]), "第一行不是案件编号")
    require("陆" not in alert["text"], "推送里有姓名")
    Hands(t.stage, 13).sees(t.seen["case"], ROOM)
    t.note("手机响了", alert=alert["text"])


async def morning_digest(t: Telling) -> None:
    """08:00: the supervisor's digest counts the new family."""
    await t.stage.advance(parse_moment("2022-07-15T08:01"))
    digest = Hands(t.stage, 13).sees("早上好")
    words = digest.get("caption") or digest.get("text")
    new = len(
        set(await Case.filter(opened_on=date(2022, 7, 15)).values_list("household", flat=True))
    )
    require(f"新发现 {new} 户" in str(words), f"早报没有数到：{words}")
    t.note("早报到了", digest=words, picture="photo" in digest)


async def worker_takes_it(t: Telling) -> None:
    """“收到” closes nothing; [我来] takes it."""
    peng = Hands(t.stage, 11)
    await peng.press("我来", about=t.seen["case"])
    peng.sees("接了")
    case = await the_case(t)
    require(case.state == "taken", f"状态是 {case.state}")
    for words in ("收到", "1"):
        await peng.say(words)
    case = await the_case(t)
    require(case.state == "taken", "“收到”或“1”改变了案件")
    t.note("网格员接了", state=case.state)


async def departments_report_in(t: Telling) -> None:
    """The jobs bureau and the town report in, in the room."""
    await Hands(t.stage, 21).press("我们来", ROOM, about=t.seen["case"])
    await Hands(t.stage, 22).press("我们来", ROOM, about=t.seen["case"])
    Hands(t.stage, 21).sees("都到了", ROOM)
    Hands(t.stage, 11).sees("回话了")
    t.note("多部门报到了", units=await answered(t))


async def she_visits(t: Telling) -> None:
    """Her own words, shown back, confirmed: only then there is a visit."""
    await t.stage.advance(parse_moment("2022-07-15T15:20"))
    peng, case = Hands(t.stage, 11), await the_case(t)
    await peng.press("到了，说情况", about=t.seen["case"])
    await peng.say(WORDS)
    summary = peng.sees("我记下了")
    require(not await Visit.filter(case=case).exists(), "还没确认就记了走访")
    await peng.press("对，交上去")
    visit = present(await Visit.get_or_none(case=case), "确认了却没有走访记录")
    case = await the_case(t)
    sent = peng.sees("已经帮您转出去了")
    t.note("上门了", summary=summary["text"], findings=visit.understood.get("findings"),
           state=case.state, sent=sent["text"])  # fmt: skip


async def help_is_given(t: Telling) -> None:
    """The jobs bureau tells its result in words; then the case waits for proof."""
    await t.stage.advance(parse_moment("2022-07-18T10:00"))
    zhou = Hands(t.stage, 21)
    await zhou.press("办好了", ROOM, about=t.seen["case"])
    require((await the_case(t)).state != "closed", "点一下就关了")
    await zhou.say(RESULT, ROOM)
    Hands(t.stage, 11).sees("数控培训")
    case = await the_case(t)
    require(case.state == "proving", f"状态是 {case.state}")
    t.note("培训报上名了", state=case.state, result=RESULT)


async def data_prove_it(t: Telling) -> None:
    """Weeks later insurance is paid for two months: the case closes itself."""
    await t.stage.advance(parse_moment("2022-10-12T09:00"))
    case = await the_case(t)
    require(case.state == "closed" and case.why_closed == "helped", f"状态是 {case.state}")
    told = portrait_of(t)
    after = colours(told)
    require(after.get("发展型", "").startswith("绿"), f"发展型现在是 {after.get('发展型')}")
    require(after.get("关爱型") == t.seen["before"]["关爱型"], "关爱型变了")
    t.seen["after"] = after
    Hands(t.stage, 11).sees("办成了")
    t.note("数据证明帮成了", closed=iso(case.closed_at), portrait=after)


async def digest_counts_it(t: Telling) -> None:
    """The morning after, the digest counts one case done."""
    closed = (await the_case(t)).closed_at
    require(closed, "没有办结的时刻")
    await t.stage.advance(parse_moment("2022-10-13T08:01"))
    t.note("早报数到了", digest=await digest_of_closing(t))


async def booklet_tells_it(t: Telling) -> None:
    """The booklet holds the family, the reasons, the story and the change of colours."""
    opened = Opened(by="程主任", at=t.stage.clock())
    house, at = t.stage.house, t.stage.clock().date()
    drawn = await booklet_document(house, LU, at, opened, lang=t.stage.lang)
    require(drawn.data.startswith(b"%PDF"), "册子不是 PDF")
    t.seen["booklet"] = drawn.data
    t.note("一户一册出来了", bytes=len(drawn.data), name=drawn.name)


STORY: tuple[Step, ...] = (
    data_arrives,
    people_enrol,
    night_finds_him,
    phones_ring,
    morning_digest,
    worker_takes_it,
    departments_report_in,
    she_visits,
    help_is_given,
    data_prove_it,
    digest_counts_it,
    booklet_tells_it,
)


async def tell(t: Telling) -> Telling:
    """Run the story to its end, or to the first step that did not happen."""
    for step in STORY:
        try:
            await step(t)
        except NotThere as problem:
            t.ok = False
            t.steps.append({"step": step.__name__, "ok": False, "why": str(problem)})
            break
    return t


def require(fact: Any, otherwise: str) -> None:
    """The story's step happened, or it ends here with the reason."""
    if not fact:
        raise NotThere(otherwise)


def present(found: T | None, otherwise: str) -> T:
    """What was looked for; NotThere when there is none."""
    if found is None:
        raise NotThere(otherwise)
    return found


def portrait_of(t: Telling) -> Portrayed:
    house = t.stage.house
    return portray(LU, t.stage.clock().date(), house.facts, house.vault, house.city)


def kinds(told: Portrayed) -> set[str]:
    return {reading.title for reading in typed(told)}


def colours(told: Portrayed) -> dict[str, str]:
    """{发展型: 红 70}: colour and score of every type that holds."""
    from core.portrait.explain import colour_words

    return {
        r.title: f"{colour_words(r.colour_low, r.colour_high)} {r.score[0]:g}" for r in typed(told)
    }


async def the_case(t: Telling) -> Case:
    return await Case.get(number=t.seen["case"])


async def answered(t: Telling) -> list[str]:
    case = await the_case(t)
    calls = await Call.filter(case=case, state__not="called").order_by("id")
    return [t.stage.house.city.unit_name(call.unit) for call in calls]


async def digest_of_closing(t: Telling) -> str:
    """The digest that counted the closing, as it stands on the supervisor's phone."""
    sent = await Outbox.filter(notice="supervisor.digest", state="sent").count()
    require(sent, "没有发出早报")
    words = Hands(t.stage, 13).sees("办结 1 户")
    return str(words.get("caption") or words.get("text"))
