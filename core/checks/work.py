"""Is the work going on? People, data, cases, monitors, messages."""

from core.cases.auditing import heartbeat
from core.cases.auditing import look as audited
from core.checks.finding import Check, Finding
from core.city import Standards
from core.clock import day_of, iso
from core.freshness import late_sources
from core.health import look
from core.house import House
from core.monitoring import checking
from core.portrait.model import current, newest_signed, outgrown
from core.store.casework import Case
from core.store.people import Duty


async def _people(house: House) -> list[Finding]:
    if not await Duty.filter(role="grid").exists():
        words = "一个网格员也没有，案件没有人接。"
        return [Finding("people", "warn", words, "jpf user invite 账号 --role grid --area 村名")]
    return [Finding("people", "ok", "有网格员值守。")]


async def _data(house: House) -> list[Finding]:
    view = house.facts.view(day_of(house.clock()))
    late = late_sources(view)
    if not house.facts.batches():
        return [Finding("data", "warn", "还没有导入过数据。", "jpf import 文件夹 --observed 日期")]
    return [
        Finding(
            "data",
            "warn",
            f"{one.title}（{one.class_id}）上次是 {one.last}，已经超期，相关预警不报。",
            f"jpf import {one.class_id}文件 --observed 日期",
        )
        for one in late
    ] or [Finding("data", "ok", "接进来的数据都没超期。")]


async def _cases(house: House) -> list[Finding]:
    stuck = await Case.filter(state="new", waits="").count()
    if stuck:
        words = f"{stuck} 件案子没有人可推送。"
        return [Finding("cases", "bad", words, "jpf cases --state new")]
    return [Finding("cases", "ok", "没有卡住的案件。")]


async def _auditor(house: House) -> list[Finding]:
    beat = await heartbeat(house.clock())
    if beat.silent:
        words = f"看守案件的审计岗没有动静了，上次是 {iso(beat.at) or '从来没有'}。"
        return [Finding("auditor", "bad", words, "jpf run")]
    found = await audited(house.clock())
    if not found.well:
        words = f"{found.open} 件在办，{len(found.stuck) + found.calls} 件过了时没有动，"
        words += f"{len(found.torn)} 件的记录不完整。"
        return [Finding("auditor", "warn", words, "jpf run，或 jpf cases 看是哪几件")]
    return [Finding("auditor", "ok", f"{found.open} 件在办，每件都在往前走，或有人被提醒过。")]


async def _monitors(house: House) -> list[Finding]:
    return [Finding("monitors", *told) for told in await checking.of_monitors()]


async def _model(house: House) -> list[Finding]:
    return [model_told(house.city.standards(day_of(house.clock())))]


def model_told(std: Standards) -> Finding:
    """A model signed before an indicator came does not weigh it: its type goes by the files."""
    signed = newest_signed(std)
    grown = outgrown(signed, std) if signed else ()
    if signed is None or not grown:
        return Finding("model", "ok", f"画像用的是 {current(std).version} 版。")
    names = "、".join(kind.title() for kind in grown)
    words = (
        f"签过的画像模型 {signed.version} 没有管到{names}现在的指标，{names}先按指标文件的权重算。"
    )
    return Finding("model", "warn", words, "jpf model propose 文件 --as 账号 --why 理由")


async def _sources(house: House) -> list[Finding]:
    return [Finding("sources", *told) for told in await checking.of_sources(house.clock())]


async def _messages(house: House) -> list[Finding]:
    health = await look(house.clock())
    counts = {
        "条消息送不到": health.undeliverable,
        "条消息过了时候还没送出去": health.expired,
        "条来信处理不了": health.inbox_dead,
    }
    if told := [f"{count} {words}" for words, count in counts.items() if count]:
        return [Finding("messages", "warn", "，".join(told) + "。", "jpf export outbox --csv")]
    return [Finding("messages", "ok", f"消息正常，{health.queue} 条在等着发。")]


WORK: dict[str, Check] = {
    "people": _people,
    "data": _data,
    "cases": _cases,
    "auditor": _auditor,
    "monitors": _monitors,
    "model": _model,
    "sources": _sources,
    "messages": _messages,
}
