"""Templates, and how moments, colours and states are said on a page, in the reader's language."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from core.cases.states import STATE_WORDS
from core.city.english import spoken, village
from core.clock import local
from locales import tr
from web.desk.guard import Look, Visit, fenced

HERE = Path(__file__).parent
TONES = {"红": "red", "黄": "yellow", "绿": "green"}
CALLS = {
    "called": "还没回话",
    "accepted": "来了",
    "declined": "不归他们",
    "passed": "转出去了",
    "done": "办好了",
    "revoked": "撤回了",
}
TASKS = {"proposed": "等回话", "accepted": "在办", "done": "办好了", "dropped": "不办了"}
OUTCOMES = {
    "visited": "见到人了",
    "not_home": "家里没人",
    "refused": "人家不让进门",
    "scheduled": "约好了再去",
    "already_helped": "已经有人帮过了",
    "false_alarm": "情况不属实",
    "needs_department": "要请部门来办",
    "transferred_wrong_grid": "不归这个网格管",
}


@cache
def templates() -> Environment:
    """Every value is escaped; a value that was forgotten is an error."""
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(visit: Visit, template: str, **values: Any) -> web.Response:
    """A page for somebody seated."""
    city = visit.house.city
    words: dict[str, Any] = {
        "who": visit.who,
        "csrf": visit.seat.csrf,
        "until": visit.seat.ends_at,
        "made_up": visit.house.settings.made_up,
        "at": visit.at,
        "here": visit.request.path_qs,
        "place": partial(spoken, city, lang=visit.lang),
        "village": partial(village, city, lang=visit.lang),
        "is_boss": "supervisor" in visit.who.roles(local(visit.at).date()),
    }
    return html(visit.look, template, **words, **values)


def html(look: Look, template: str, *, status: int = 200, **values: Any) -> web.Response:
    """A page with the words every page needs."""
    text = templates().get_template(template).render(**_words(look), **values)
    response = web.Response(text=text, content_type="text/html", charset="utf-8", status=status)
    return fenced(response)


def on_to(where: str) -> web.Response:
    """After a form: the page to look at next."""
    return fenced(web.Response(status=303, headers={"Location": where}))


def _words(look: Look) -> Mapping[str, Any]:
    lang = look.lang

    def said_of(words: Mapping[str, str]) -> Callable[[str], str]:
        return lambda name: tr(words.get(name, name), lang)

    return {
        "t": lambda text, **blanks: tr(text, lang, **blanks),
        "lang": lang,
        "look": look,
        "moment": partial(moment, lang=lang),
        "day": partial(day, lang=lang),
        "state": said_of(STATE_WORDS),
        "states": STATE_WORDS,
        "tones": TONES,
        "call_word": said_of(CALLS),
        "task_word": said_of(TASKS),
        "outcome": said_of(OUTCOMES),
        "ago": partial(ago, lang=lang),
    }


def moment(when: datetime | None, lang: str = "zh") -> str:
    """“7 月 15 日 08:30”; "" when there is none."""
    if when is None:
        return ""
    here = local(when)
    return f"{day(here.date(), lang)} {here:%H:%M}"


def day(when: date | None, lang: str = "zh") -> str:
    if when is None:
        return ""
    if lang == "en":
        return f"{when.day} {when:%b}"
    return tr("{month} 月 {day} 日", lang, month=when.month, day=when.day)


def ago(when: datetime, now: datetime, lang: str = "zh") -> str:
    """How long ago, in the largest whole unit."""
    minutes = max(0, int((now - when).total_seconds() // 60))
    if minutes < 60:
        return tr("{n} 分钟前", lang, n=minutes)
    hours = minutes // 60
    return tr("{n} 小时前", lang, n=hours) if hours < 48 else tr("{n} 天前", lang, n=hours // 24)
