"""What `jpf monitor` says to people: short lines, every share with its interval and its number."""

from collections.abc import Callable, Iterator
from typing import Any

from core.cases.brief import TOWN, VILLAGE
from core.city import here
from core.monitoring.interval import Share
from core.monitoring.life import WORDS

CAUSES = {"person": "找错人", "matter": "事不对", "data": "数据不对", "helped": "已帮过",
          "unknown": "没说"}  # fmt: skip
VERDICTS = {"true": "属实", "partly": "部分属实", "false_alarm": "误报", "already_helped": "已帮到",
            "unreachable": "失联"}  # fmt: skip
STATES = {"held": "停着", "released": "放行", "dropped": "作废", "open": "等人定",
          "accepted": "照做了", "refused": "没采纳", "asked": "等回话", "corrected": "改了",
          "stands": "没错", "withdrawn": "不问了"}  # fmt: skip
PLACES = {TOWN: "镇街", VILLAGE: "村（社区）"}
QUESTIONS = {"when": "该不该报", "still": "还算不算", "proven": "办成没有"}


def lines(action: str, document: Any) -> list[str]:
    """The lines of one action."""
    return list(SAYS[action](document))


def share(told: dict[str, Any]) -> str:
    return Share(told["right"], told["n"]).words()


def _stage(told: dict[str, Any]) -> str:
    words = WORDS[told["stage"]]
    return f"{words} {told['share']:.0%}" if told["stage"] == "villages" else words


def _list(document: list[dict[str, Any]]) -> Iterator[str]:
    for one in document:
        night = one["last_night"]
        seen = (
            f"昨夜 {night['hits']} 件、新 {night['new']}、说不准 {night['unknown']}"
            if night
            else "还没跑过"
        )
        held = f"　停着 {one['held']} 件" if one["held"] else ""
        guards = f"　加了 {len(one['guards'])} 条条件" if one["guards"] else ""
        yield (
            f"{one['id']}　{one['title']}　{_stage(one)}　{seen}　在办 {one['open']}"
            f"　准确率 {share(one['precision'])}{held}{guards}"
        )


def _show(told: dict[str, Any]) -> Iterator[str]:
    yield f"{told['id']}　{told['title']}　{_stage(told['now'])}（从 {told['since']} 起；{told['source']}）"
    yield f"为什么：{told['why']}"
    yield f"上门问：{told['ask']}"
    yield f"叫谁：{'、'.join(map(_unit, told['whistle']))}　{told['need']}"
    named = zip(("回话", "上门", "办结"), told["within"].values(), strict=True)
    yield "时限：" + "　".join(f"{name} {limit}" for name, limit in named if limit)
    yield f"办成：{told['proof']}　结案后 {told['quiet_days']} 天不再提醒　什么时候看：{told['every']}"
    yield f"看哪些数据：{'、'.join(told['reads']) or '自己的记录'}　摆出来：{'、'.join(told['shows'])}"
    yield from (f"加的条件：{words}（是这样就不报）" for words in told["guards"])
    yield from (f"{s['at']}　{WORDS[s['stage']]}　{s['by']}　{s['why']}" for s in told["life"])
    for one in told["versions"]:
        yield f"第 {one['version']} 版：准确率 {one['words']}　{_counted(one['verdicts'], VERDICTS)}"
        if one["causes"]:
            yield f"　误报是因为：{_counted(one['causes'], CAUSES)}"
    yield from (_night(one) for one in told["nights"])
    yield from (_batch(one) for one in told["held"])
    yield from (_proposal(one) for one in told["proposals"])


def _unit(code: str) -> str:
    return PLACES.get(code) or here().unit_name(code)


def _counted(counts: dict[str, int], words: dict[str, str]) -> str:
    return "、".join(f"{words.get(name, name)} {n}" for name, n in counts.items())


def _night(one: dict[str, Any]) -> str:
    return (
        f"{one['day']}　是 {one['hits']}　说不准 {one['unknown']}　新 {one['new']}"
        f"　开 {one['opened']}　结 {one['closed']}"
    )


def _batch(one: dict[str, Any]) -> str:
    return f"{one['day']}　{one['hits']} 件{STATES[one['state']]}　{one.get('why') or ''}".rstrip()


def _test(told: dict[str, Any]) -> Iterator[str]:
    wrong = [one for one in told["examples"] if not one["holds"]]
    for one in wrong:
        yield f"✗ {QUESTIONS[one['question']]}　{one['name']}：要 {one['expected']}，答 {one['said']}"
    right = len(told["examples"]) - len(wrong)
    yield f"{told['monitor']}　{told['title']}：{len(told['examples'])} 个例子，{right} 个对。"


def _backtest(told: dict[str, Any]) -> Iterator[str]:
    day, load = told["per_day"], told["burden"]
    yield f"{told['monitor']}　{told['title']}　{told['from']} 到 {told['to']}，看了 {told['days']} 天"
    yield (
        f"新发现 {told['opened']} 件：头一天 {told['first_day']} 件，以后一天平均 {_or(day['mean'])} 件、"
        f"中位 {_or(day['median'])}、最多 {_or(day['most'])}；每天成立 {_or(told['hits_a_day'])} 件"
    )
    doubt = told["cannot_tell"]
    part = "—" if doubt["share"] is None else f"{doubt['share']:.1%}"
    yield f"说不准：一天 {_or(doubt['a_day'])}（{part}），都算在内，没有跳过"
    yield (
        f"要花多少人力：{load['cards']} 张卡片（红 {load['red']}），{load['workers']} 个网格员，"
        f"每人每周 {load['per_worker_week']} 张，最忙的一人一周 {load['busiest_week_of_one']} 张"
    )
    for name, against in (("现场结论", "outcomes"), ("编的真相", "truth")):
        if found := told["against"].get(against):
            yield f"对照{name}：准确率 {share(found['precision'])}，找全率 {share(found['recall'])}"
    for one in told["overlap"]:
        yield f"同一户也被 {one['monitor']} 指到：{one['openings']} 次（{one['share']:.0%}）"


def _or(value: Any) -> str:
    return "—" if value is None else str(value)


def _held(told: dict[str, Any]) -> Iterator[str]:
    after = "过几分钟开案推送。" if told["state"] == "released" else "不开案。"
    yield f"{told['monitor']} {told['day']} 的 {told['hits']} 件{STATES[told['state']]}了，{after}"


def _proposals(document: list[dict[str, Any]]) -> Iterator[str]:
    yield from map(_proposal, document)
    if not document:
        yield "没有等着定的提议。"


def _proposal(one: dict[str, Any]) -> str:
    guard = one.get("guard")
    what = f"收紧：{guard['words']} 是 {guard['value']} 时不报" if guard else "停下来"
    gain = ""
    if guard:
        gain = (
            f"；少误报 {guard['false_kept_away']} 件、漏 {guard['right_kept_away']} 件，"
            f"准确率到 {share(guard['after'])}"
        )
    return (
        f"{one['number']} 号　{one['monitor']}　{STATES[one['state']]}　现在准确率 "
        f"{share(one['precision'])}　提议{what}{gain}"
    )


def _corrections(told: dict[str, Any]) -> Iterator[str]:
    for one in told["sources"]:
        yield f"{one['class']}　{one['title']}　上门说不对 {share(one['wrong'])}，{one['open']} 件等回话"
    for one in told["requests"]:
        yield (
            f"{one['number']} 号　{one['case']}　{one['class']} → {one['unit']}　"
            f"{STATES[one['state']]}　{one['asked_at']}"
        )
    if not told["requests"]:
        yield "没有请部门更正的数据。"


SAYS: dict[str, Callable[[Any], Iterator[str]]] = {
    "list": _list,
    "show": _show,
    "test": _test,
    "backtest": _backtest,
    "promote": _show,
    "pause": _show,
    "release": _held,
    "drop": _held,
    "proposals": _proposals,
    "accept": lambda one: iter((_proposal(one),)),
    "refuse": lambda one: iter((_proposal(one),)),
    "corrections": _corrections,
}
