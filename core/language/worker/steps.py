"""When the visit was, when the next is, and what is to be done next."""

import re

from core.language.reading.moments import Moment
from core.language.worker.report import Found, Report

_VISIT = re.compile("去(?!世|年|向)|上门|走访|看望|看过|见到|见了|走了|到他|到她|巡防|探望|聊|访|核实|核过|送|陪|在家")
_SEEN = re.compile("好|稳定|正常|硬朗|平安|没事")
_EVENT = re.compile("开始|去世|走的|死|搬|住院|被抓|打得|生的|出事|毕业|离婚|入职|上班|停电|摔|跌|没去成|下雨|没开门|没吃|失踪|不见|发现|晕|着火|吵")
_NEXT = re.compile("约|去|再|送|来|上门|走访|看|见|办|陪|装|修|核|跑|带|回访|定|改")
_THEIRS = re.compile("厂家|师傅|医生|他女儿|他儿子|女儿|儿子|他们|电工|志愿者|面试|开班|到货|残联说|生效|搬|出院|手术|到期|开学|发")
_TOLD_THEM = re.compile("叫他|让他|叫她|让她|叫家属|让家属|等他来|他来")
_AGREED = re.compile("约好|约定|说好|约了")
_AGAIN = re.compile("再去|再来|再跑|再看|再过去|再上门|再走访|还要再|还要去|回访|复访|再约|改天|改明天|改期|下周再|明天再|后天再|过几天再|过两天再|还要带|再联系|再核|晚点再|没去成|再入户")
_STEPS = (
    ("verify_data", re.compile("系统要改|要改一下|要改数据|数据要改|需更正|要更正|核对一下数据|请更正|请核实数据|系统改|修改信息|更新信息|信息要改|要更新|重新核对|请修改|请改")),
    ("deliver_goods", re.compile("再送|(?:明天|后天|下周|下午|明早|晚上|周.|星期.|改天|过两天)[^，。？]{0,4}(?:送|带|拿)(?!他|她|老人|医|去医|大夫|医生)[^，。？]{0,8}(?:过去|去|来|米|油|轮椅|被|床|药|衣|物资)|还在我车上|准备送|要送去|下次送|下次带")),
    ("repair", re.compile("(?:厂家|师傅|电工|工人|施工队|维修|售后|物业|明天|下午|后天|下周|马上)[^，。？]{0,5}来?(?:换|修|装|检修)(?!好|了|过|上)(?!新的)|报修|等修|要修|需要修|来换|来修|待修|联系维修|叫人修")),
    ("job_referral", re.compile("推荐(?:了|给)?[^，。？]{0,4}(?:家|岗位|厂|公司|企业|工作)|介绍(?:了|几)?[^，。？]{0,3}(?:岗位|厂|工作|家)|推岗|对接(?:企业|岗位)|岗位推荐|联系(?:企业|厂里|工作|岗位)|帮他找工作|帮找工作|帮她找工作|匹配岗位")),
    ("apply_policy", re.compile("(?:帮|给|替|要|准备|打算|下一步|马上|正在|让)[^，。？]{0,6}(?:申请|办|报|申报)(?:一下|个|下)?(?:低保|低边|特困|救助|临时救助|临救|残疾证|护理补贴|高龄|津贴|补贴|公租房|医疗救助|助学)|准备材料|补材料|在办理|材料已收|整理材料|走申请")),
    ("report", re.compile("上报|报告(?:领导|镇里|村里|书记|主任|社区|街道)|汇报|报镇里|报村里|报给书记|报书记|报给镇|已报社区|报街道|已报镇")),
)  # fmt: skip


def visited_at(report: Report, action: str) -> Moment | None:
    """The latest day told of a visit; only where the reply reports one."""
    if action not in ("visited", "not_home", "refused", "false_alarm"):
        return None
    told = [m for m in report.moments if (m.ahead is None or m.ahead <= 0) and _of_visit(report, m)]
    return told[-1] if told else None


def _of_visit(report: Report, moment: Moment) -> bool:
    clause = report.clause(moment.start)
    at = report.message.clause_index(moment.start)
    rest = clause.text[moment.end - clause.start :]
    if moment.day == "just_now" and rest.startswith(("说", "讲", "报")):
        return False
    if moment.day == "just_now" or _EVENT.search(rest) or re.search("说|讲|邻居|听|到$", clause.text[: moment.start - clause.start]):
        return moment.day == "just_now" and bool(_VISIT.search(rest)) and not _EVENT.search(rest)
    if _VISIT.search(clause.text) or _SEEN.search(rest):
        return not re.search("约|再去|改|准备|打算", clause.text)
    following = report.message.clauses[at + 1].text if at + 1 < len(report.message.clauses) else ""
    only_moment = len(rest) <= 1
    family = bool(re.match("[老小]?[一-龥]{1,2}(?:家|户)", rest))
    return (only_moment and bool(_VISIT.search(following) or "均" in following or any(m.start > moment.start for m in report.moments))) or family


def scheduled_at(report: Report, action: str) -> Moment | None:
    """The day told of the next visit."""
    if action in ("accept", "unknown", "question", "already_helped", "false_alarm", "transferred_wrong_grid"):
        return None
    for moment in report.moments:
        clause = report.clause(moment.start)
        rest = clause.text[moment.end - clause.start :]
        before = clause.text[: moment.start - clause.start]
        ahead = (moment.ahead or 0) > 0 or ((moment.ahead is None or not moment.said_day) and _plans(clause.text, action))
        if ahead and (_NEXT.search(rest) or _NEXT.search(before)) and not (_THEIRS.match(rest) and "我" not in rest) and not _TOLD_THEM.search(before):
            return moment
    return None


def _plans(text: str, action: str) -> bool:
    """A weekday, a date or an hour without a day lies ahead when the clause speaks of a plan."""
    return bool(re.search("约|再去|再来|改|准备|打算|约定|定在|定好|等|我再", text)) or action == "scheduled"


def next_step(report: Report, action: str, departments: list[Found], placed: bool, planned: Moment | None) -> str | None:
    """The step that is told to come next. *placed*: somebody has got a job already."""
    if action in ("accept", "unknown", "question", "transferred_wrong_grid"):
        return None
    if departments or action == "needs_department":
        return "refer_department"
    for name, pattern in _STEPS:
        if pattern.search(report.text) and not (name == "job_referral" and placed):
            return name
    ahead = planned is not None and (planned.ahead or 0) > 0 and not _AGREED.search(report.text)
    today = planned is not None and planned.ahead == 0
    if (ahead or (not today and _AGAIN.search(report.text))) and action in ("not_home", "scheduled", "visited", "refused"):
        return "revisit"
    return None


def follow_up(moment: Moment | None) -> int | None:
    """Days until the next visit, for words that count from today."""
    return moment.ahead if moment is not None and moment.ahead and moment.ahead > 0 and moment.day[0] in "t+" else None
