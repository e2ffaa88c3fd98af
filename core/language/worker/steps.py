"""When the visit was, when the next is, and what is to be done next."""

import re

from core.language.reading.moments import Moment
from core.language.reading.shelf import any_of
from core.language.worker.report import Found, Report

GRAMMAR = "worker/steps"
STEPS = ("verify_data", "deliver_goods", "repair", "job_referral", "apply_policy", "report")

_PLACED = re.compile("上工|上班了|上了班|录用|入职|干起来|在做了|签了?合同")
_THIRD = re.compile("(?:两个人|他们|他|她|儿子|女儿|小囡|孩子)(?:还|又|也|都)?$")
_NEXT = ("下周", "下个", "下礼拜", "下星期")
_SET_RIGHT = ("false_alarm", "already_helped")  # after these only the data may be left to mend
_AGREED = re.compile("约好|约定|说好|约了")


def visited_at(report: Report, action: str) -> Moment | None:
    """The latest day told of a visit; only where the reply reports one."""
    if action not in ("visited", "not_home", "refused", "false_alarm"):
        return None
    told = [m for m in report.moments if (m.ahead is None or m.ahead <= 0) and _of_visit(report, m)]
    return told[-1] if told else None


def _of_visit(report: Report, moment: Moment) -> bool:
    clause = report.clause(moment.start)
    rest = clause.text[moment.end - clause.start :]
    before = clause.text[: moment.start - clause.start]
    if moment.day == "just_now" and before in ("", "我", "我们"):
        return not rest.startswith(("说", "讲", "报"))
    reported = moment.day == "just_now" and rest.startswith(("说", "讲", "报"))
    if reported or _THIRD.search(before) or report.text.startswith(_NEXT, moment.start):
        return False
    if (
        moment.day == "just_now"
        or any_of(GRAMMAR, "event").search(rest)
        or re.search("说|讲|邻居|(?<!助)听(?!力|器)|到$", before)
    ):
        return (
            moment.day == "just_now"
            and bool(any_of(GRAMMAR, "visit").search(rest))
            and not any_of(GRAMMAR, "event").search(rest)
        )
    if any_of(GRAMMAR, "visit").search(clause.text) or any_of(GRAMMAR, "seen").search(rest):
        return not re.search("约|再(?:去|来|跑|过去|上门)|改|准备|打算", clause.text)
    following = _following(report, moment)
    only_moment = len(rest) <= 1
    family = bool(re.match("[老小]?[一-龥]{1,2}(?:家|户)", rest))
    return (
        only_moment
        and bool(
            any_of(GRAMMAR, "visit").search(following)
            or "均" in following
            or any(m.start > moment.start for m in report.moments)
        )
    ) or family


def scheduled_at(report: Report, action: str) -> Moment | None:
    """The day told of the next visit."""
    if action in (
        "accept",
        "unknown",
        "question",
        "already_helped",
        "false_alarm",
        "transferred_wrong_grid",
    ):
        return None
    for moment in sorted(report.moments, key=lambda m: (m.ahead or 0) <= 0):
        clause = report.clause(moment.start)
        rest = clause.text[moment.end - clause.start :] or _following(report, moment)
        before = clause.text[: moment.start - clause.start]
        ahead = (moment.ahead or 0) > 0 or (
            moment.ahead in (None, 0) and moment.day != "just_now" and _plans(clause.text, action)
        )
        if (
            ahead
            and (any_of(GRAMMAR, "next").search(rest) or any_of(GRAMMAR, "next").search(before))
            and not (
                any_of(GRAMMAR, "theirs").match(rest)
                and "我" not in rest + _following(report, moment)
            )
            and not any_of(GRAMMAR, "told_them").search(before)
        ):
            return moment
    return None


def _following(report: Report, moment: Moment) -> str:
    """The clause after the one a day stands in."""
    clauses = report.message.clauses[report.message.clause_index(moment.start) + 1 :]
    return clauses[0].text if clauses else ""


def _plans(text: str, action: str) -> bool:
    """A weekday, a date or an hour without a day lies ahead when the clause speaks of a plan."""
    return (
        bool(re.search("约|再去|再来|改|准备|打算|约定|定在|定好|等|我再", text))
        or action == "scheduled"
    )


def next_step(
    report: Report, action: str, departments: list[Found], placed: bool, planned: Moment | None
) -> str | None:
    """The step that is told to come next. *placed*: somebody has got a job already."""
    if action in ("accept", "unknown", "question", "transferred_wrong_grid"):
        return None
    if departments or action == "needs_department":
        return "refer_department"
    placed = placed or bool(_PLACED.search(report.text))
    for name in STEPS[:1] if action in _SET_RIGHT else STEPS:
        if any_of(GRAMMAR, name).search(report.text) and not (name == "job_referral" and placed):
            return name
    ahead = planned is not None and (planned.ahead or 0) > 0 and not _AGREED.search(report.text)
    today = planned is not None and planned.ahead == 0
    if (ahead or (not today and any_of(GRAMMAR, "again").search(report.text))) and action in (
        "not_home",
        "scheduled",
        "visited",
        "refused",
    ):
        return "revisit"
    return None


def follow_up(moment: Moment | None) -> int | None:
    """Days until the next visit, for words that count from today."""
    return (
        moment.ahead
        if moment is not None and moment.ahead and moment.ahead > 0 and moment.day[0] in "t+"
        else None
    )
