"""A case as other programs read it (INTERFACE: `jpf cases --json`), and as lines of a story."""

from datetime import date
from typing import Any

from core.catalogue import offers
from core.city import City
from core.city.english import spoken
from core.clock import day_of, iso
from core.portrait.shelf import indicators
from core.store.casework import Call, Case, Help, Step, Task, Visit
from core.store.people import Account
from locales import tr


async def tasks_of(case: Case) -> list[Task]:
    return await Task.filter(case=case).order_by("id")


async def calls_of(case: Case) -> list[Call]:
    return await Call.filter(case=case).order_by("id")


async def owner_of(case: Case) -> str:
    """The name of who has it in hand; "" when nobody has."""
    owner = await Account.get_or_none(id=case.worker_id)
    return owner.name if owner else ""


async def as_json(case: Case, city: City) -> dict[str, Any]:
    """Everything about a case that its reader may see; people by unit and role, not by name."""
    brief = case.evidence["brief"]
    return {
        "case": case.number,
        "monitor": case.monitor,
        "title": brief["title"],
        "household": case.household,
        "person": case.person,
        "state": case.state,
        "colour": case.colour,
        "opened": case.opened_on.isoformat(),
        "due": iso(case.visit_due),
        "evidence": case.evidence["pieces"],
        "whistled": [_call(call, city) for call in await calls_of(case)],
        "tasks": [_task(task, city) for task in await tasks_of(case)],
        "visits": [_visit(visit) for visit in await Visit.filter(case=case).order_by("at", "id")],
        "help": [_help(given, city) for given in await Help.filter(case=case).order_by("at", "id")],
        "verdict": case.verdict or None,
        "closed": iso(case.closed_at),
        "why_closed": case.why_closed or None,
        "history": [_step(step) for step in await Step.filter(case=case).order_by("number")],
    }


def _call(call: Call, city: City) -> dict[str, Any]:
    return {
        "unit": city.unit_name(call.unit),
        "code": call.unit,
        "state": call.state,
        "due": iso(call.due),
        "answered": iso(call.answered_at),
        "result": call.result,
    }


def _task(task: Task, city: City) -> dict[str, Any]:
    return {
        "unit": city.unit_name(task.unit),
        "offer": task.offer,
        "what": offers()[task.offer].title,
        "state": task.state,
        "due": iso(task.due),
        "note": task.note,
    }


def _visit(visit: Visit) -> dict[str, Any]:
    return {
        "at": iso(visit.at),
        "outcome": visit.outcome,
        "words": visit.words,
        "findings": visit.understood.get("findings", []),
    }


def _help(given: Help, city: City) -> dict[str, Any]:
    known = offers().get(given.item)
    return {
        "at": iso(given.at),
        "kind": given.kind,
        "item": known.title if known else given.item,
        "offer": given.item if known else None,
        "quantity": given.quantity,
        "unit": given.unit or None,
        "amount_yuan": None if given.amount_fen is None else given.amount_fen / 100,
        "giver": city.unit_name(given.giver) if given.giver else None,
    }


def _step(step: Step) -> dict[str, Any]:
    return {"n": step.number, "at": iso(step.at), "what": step.what, "to": step.after}


STORY = {
    "open": "系统发现", "push": "推送给网格员，吹哨叫部门", "take": "网格员接了", "visit": "上门走访",
    "conclude": "有了结论", "plan": "定下帮扶方案", "report_in": "部门报到", "decline": "部门说不归他们",
    "help": "帮扶到位", "await_proof": "等后来的数据核验", "helped": "数据对上了，办结", "mended": "数据对上了，不用上门",
    "withdraw": "新数据说已经没事，撤回", "false_alarm": "上门看过，是误报", "end": "人工终止",
    "flare_up": "同样的难处又来了，重开", "tried_visit": "去了，没见到人", "visit_again": "又去看了一次",
    "hand_over": "转给别人", "note": "记了一笔", "remind": "提醒", "escalate": "升级",
    "pass_on": "部门转给别家", "ask_lead": "请上一级定谁牵头", "set_lead": "定了谁牵头",
    "more_units": "又叫了部门", "change_plan": "改了方案", "change_worker": "换了人",
    "compare": "比了比前后的画像",
}  # fmt: skip


COMPARED = {
    "lifted": "少了 {n} 样难处（{what}）",
    "new": "多了 {n} 样难处（{what}）",
    "back": "{n} 样又回来了（{what}）",
    "still": "{n} 样还在",
    "open": "{n} 样说不准",
}


async def story(household: str, city: City) -> list[dict[str, Any]]:
    """What happened with a family, oldest first: one line a step, with its case."""
    out = []
    for case in await Case.filter(household=household).order_by("opened_at", "id"):
        for step in await Step.filter(case=case).order_by("number"):
            out.append(
                {"at": iso(step.at), "case": case.number, "what": step.what,
                 "words": told(step, city)}
            )  # fmt: skip
    return sorted(out, key=lambda line: str(line["at"]))


def told(step: Step, city: City, lang: str = "zh") -> str:
    """One step in words: what happened, by which unit, what was promised."""
    detail, colon = step.detail or {}, tr("：", lang)
    words = tr("催了一下" if detail.get("nudge") else STORY.get(step.what, step.what), lang)
    if unit := detail.get("unit"):
        words = f"{spoken(city, unit, lang)}{colon}{words}"
    if named := detail.get("offers"):
        words += colon + tr("、", lang).join(offer_title(name, lang) for name in named)
    if step.what == "compare":
        words += colon + _compared(detail, day_of(step.at), lang)
    return words


def _compared(detail: dict[str, Any], on: date, lang: str) -> str:
    """帮了 30 天，少了 2 样难处（…），多了 1 样（…），3 样还在; what cannot be told says so."""
    known, comma = indicators(on), tr("，", lang)
    said = [tr("帮了 {n} 天", lang, n=detail["days"])]
    for key, text in COMPARED.items():
        if names := detail.get(key):
            titles = tr("、", lang).join(known[x].title(lang) for x in names if x in known)
            said.append(tr(text, lang, n=len(names), what=titles))
    if len(said) == 1:
        said.append(tr("没有变化", lang))
    return comma.join(said)


def offer_title(name: str, lang: str) -> str:
    """What an offer is called; its own name when the shelf no longer has it."""
    known = offers().get(name)
    return name if known is None else known.title_en if lang == "en" else known.title
