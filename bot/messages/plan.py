"""The family's plan: what is under way and what else may help, services and goods apart."""

from collections.abc import Sequence

from bot.message import Button, Message
from bot.messages import Raw, fill, lines
from bot.messages.words import day_words, unit_words
from core.cases.doubles import Earlier, giver_words
from core.cases.fitting import Fit
from core.cases.suggesting import Line
from core.city import City
from core.match import Ranked, Reason
from core.store.casework import Case
from locales import tr

PAPERS, QUESTIONS = 3, 2
MARKS = {"suggested": "💡", "proposed": "⬜", "accepted": "✅", "waiting": "⏰", "done": "🏁"}


def plan(case: Case, found: Sequence[Line], city: City, lang: str, *, mine: bool) -> Message:
    """At most a handful of lines; buttons to add or take out only for whoever works the case."""
    head = fill("<b>{number}</b>\n这一家可以这样帮：", lang, number=case.number)
    if not found:
        return Message(
            fill("<b>{number}</b>\n还没有方案。\n先去看看再说。", lang, number=case.number)
        )
    numbered = list(enumerate(found, 1))
    parts = [head]
    for title, wanted in (("出人出力", True), ("给钱给物", False)):
        group = [_line(n, one, city, lang) for n, one in numbered if one.what.is_service is wanted]
        if group:
            parts += ["", fill("<b>{title}</b>", lang, title=tr(title, lang)), *group]
    rows = _rows(case, numbered, lang) if mine else ()
    return Message(Raw("\n".join(parts)), rows=rows, private=True)


def _line(number: int, one: Line, city: City, lang: str) -> str:
    offer, en = one.what, lang == "en"
    first = fill(
        "{mark} {n}. <b>{title}</b>　{unit}", lang, mark=MARKS[one.state], n=number,
        title=offer.title_en if en else offer.title, unit=unit_words(city, one.unit, lang),
    )  # fmt: skip
    return lines(first, _state(one, lang), _before(one.before, lang), _why(one, lang))


def _why(one: Line, lang: str) -> str:
    """Why this family, within how many days, which papers; only while it is still to be decided."""
    if one.state != "suggested":
        return ""
    papers = "、".join(one.what.documents[:PAPERS])
    why = fill("　{why}", lang, why=one.what.why) if lang != "en" else ""
    rest = fill("　{days} 天里办　带：{papers}", lang, days=one.what.days, papers=papers)
    left = fill("　还剩 {n} 个名额", lang, n=one.left) if one.left is not None else ""
    return lines(why, rest, left, _fit(one.fit, lang))


def _fit(fit: Fit, lang: str) -> str:
    """Whether the family may have it: yes, not by what we know, or what to ask first."""
    if fit.says:
        return fill("　条件对得上", lang)
    if not fit.about:
        return fill("　❓ 还要核一下才说得准", lang)
    titles = [one.title_en if lang == "en" else f"“{one.title}”" for one in fit.about[:QUESTIONS]]
    if fit.says is False:
        return fill("　✖ 看档案不符合：{what}。不对就核一核", lang, what=_and(titles, lang))
    if any(one.seen for one in fit.about):
        return fill("　❓ 您看到的跟档案不一样，核一核：{what}", lang, what=_and(titles, lang))
    asks = titles if lang == "en" else [one.ask for one in fit.about[:QUESTIONS]]
    return fill(
        "　❓ 说不准能不能给，问问：{ask}",
        lang,
        ask=_and(asks, lang) if lang == "en" else "".join(asks),
    )


def _and(words: Sequence[str], lang: str) -> str:
    return (", " if lang == "en" else "、").join(words)


def _state(one: Line, lang: str) -> str:
    if one.state == "waiting":
        return fill("　名额满了，排着队，前面 {n} 家", lang, n=one.ahead)
    return ""


def _before(found: Sequence[Earlier], lang: str) -> str:
    return lines(*(earlier(one, lang) for one in found[:2]))


def earlier(one: Earlier, lang: str) -> str:
    """What the family had before: what, from whom, when."""
    return fill("　⚠️ 近一年给过：{what}{n}（{giver}，{day}）", lang, what=one.what,
                n=f" {one.quantity}" if one.quantity else "",
                giver=giver_words(one) or tr("没写谁给的", lang),
                day=day_words(one.day, lang))  # fmt: skip


def _rows(
    case: Case, numbered: Sequence[tuple[int, Line]], lang: str
) -> tuple[tuple[Button, ...], ...]:
    add = [
        Button(tr("加上 {n}", lang, n=n), "plan_add", case.number, one.offer)
        for n, one in numbered
        if one.state == "suggested"
    ]
    drop = [
        Button(tr("不要 {n}", lang, n=n), "plan_drop", case.number, one.offer)
        for n, one in numbered
        if one.state in ("suggested", "proposed", "accepted", "waiting")
    ]
    jobs = (Button(tr("看岗位", lang), "posts", case.number),)
    wanted = any(one.offer == "HP-02" for _, one in numbered) and case.evidence.get("posts")
    return (*_pairs(add), *_pairs(drop), *((jobs,) if wanted else ()))


def _pairs(buttons: Sequence[Button]) -> list[tuple[Button, ...]]:
    return [tuple(buttons[n : n + 3]) for n in range(0, len(buttons), 3)]


def ask_why_not(case: Case, title: str, lang: str) -> str:
    return fill("<b>{number}</b>\n不要“{title}”。为什么？\n回一句话就行。", lang,
                number=case.number, title=title)  # fmt: skip


def doubled(case: Case, found: Sequence[Earlier], lang: str) -> Message:
    """Before the same is given a second time within a year: shown, and asked; in a room only asked."""
    text = (
        "<b>{number}</b>\n这一家近一年有过差不多的："
        if found
        else "<b>{number}</b>\n这一家近一年有过差不多的。\n是什么，发到您自己那里了。"
    )
    head = fill(text, lang, number=case.number)
    rows = (
        (
            Button(tr("还是要给", lang), "double_yes", case.number),
            Button(tr("先不给了", lang), "double_no", case.number),
        ),
    )
    told = lines(head, *(earlier(one, lang) for one in found[:3]))
    return Message(told, rows=rows, private=bool(found))


def before(case: Case, found: Sequence[Earlier], lang: str) -> Message:
    """The same for one's own phone, when the question was asked in a room."""
    head = fill("<b>{number}</b>\n这一家近一年有过：", lang, number=case.number)
    return Message(lines(head, *(earlier(one, lang) for one in found[:3])), private=True)


def posts(case: Case, found: Sequence[Ranked], city: City, lang: str) -> Message:
    """Three posts for the one who looks for work, each with its reasons."""
    if not found:
        return Message(fill("<b>{number}</b>\n眼下没有合适的岗位。\n有了我告诉您。", lang,
                            number=case.number))  # fmt: skip
    listed = [_post(n, one, city, lang) for n, one in enumerate(found, 1)]
    head = fill("<b>{number}</b>\n给他挑了 {n} 个岗位：", lang, number=case.number, n=len(found))
    return Message(lines(head, *listed), private=True)


def _post(number: int, one: Ranked, city: City, lang: str) -> str:
    post = one.post
    wage = (
        f"{post.wage_min // 100}–{post.wage_max // 100}" if post.wage_min and post.wage_max else ""
    )
    first = fill("{n}. <b>{title}</b>　{employer}　{town}", lang, n=number, title=post.title,
                 employer=post.employer, town=unit_words(city, post.town, lang))  # fmt: skip
    pay = fill("　一个月 {wage} 元", lang, wage=wage) if wage else ""
    why = "、".join(_reason(reason, lang) for reason in one.why)
    return lines(first, pay, fill("　{why}", lang, why=why))


REASONS = {
    "trade": "学的对口：{what}",
    "skill": "会这一手：{what}",
    "wish": "他想做这个：{what}",
    "own_town": "就在本镇",
    "near": "离家 {what} 公里",
    "hours": "{what}",
    "anybody": "不限专业",
}
HOURS = {"day": "白天上班", "part": "时间活络"}


def _reason(reason: Reason, lang: str) -> str:
    what = tr(HOURS[reason.what], lang) if reason.code == "hours" else reason.what
    return tr(REASONS[reason.code], lang, what=what)
