"""What the reply reports: a visit, nobody at home, a refusal, an acknowledgement ..."""

import math
import re

from core.language.learned.weights import load
from core.language.reading.moments import Moment
from core.language.reading.rules import Hit
from core.language.worker.helps import Given
from core.language.worker.report import Found, Report

_BARE = re.compile(r"[\d\W_a-z]*")
_ACK_REST = re.compile(r"[，。？的了啦呀哦噢喔吧我们会就先您你老师领导今天下午上午晚上马上等下立刻尽快去看处理安排过走访这就现在]*")
_STATES_SOMETHING = 7  # so many characters tell more than an acknowledgement
_ASKS_POLICY = re.compile("什么意思|看不懂|怎么回事|能不能|可不可以|必须|补助|补贴|政策|怎么办理|标准|名额|申请|享受|停|报销|算|填|拍|材料|救助|登记|系统")
_OWN_WORDS = re.compile("(?:上次|刚才|之前|昨天|前面)我?说|^。核实：")
_MYSELF = re.compile("我|帮|陪|替|已帮|给(?:他|她|老|阿|孩)|带(?:他|她)")
_OTHERS = re.compile("(?:人社|医保|卫健|卫生院|学校|残联|住建|民政|慈善会?|慈善总会|公安|派出所|妇联|消防|供电所?|司法|团委|工会|退役军人|村里|社区|镇里|街道|政府|村委|单位|厂里|志愿者|好心人|企业|红十字会?|儿子|女儿|子女|侄子|亲戚|邻居|老板)[^，。？]{0,10}(?:给|送|办|发|装|修|介绍|帮|交|评|批|补|捐|打|安排|出)")
_EARLIER = re.compile("早就|早已|早给|早送|早|去年|前年|上个月|上月|上礼拜|上周|之前就|已经给|已经办|开学就|本来就|一直在|每月都|今天批")
_CONTRAST = re.compile("(?<=[，。])(?:不是|没有|并没有|并不是)[^，。？]{1,10}，(?P<right>是|就是|只是|因为|而是)")
_HARMLESS = ("stable", "has_carer", "in_school", "found_job", "lives_alone", "ill", "hospitalized")
_ALARMS = ("unemployed", "divorced", "deceased", "power_off", "water_off", "domestic_violence", "lost_contact", "moved_away", "low_food",
           "lives_alone", "bought_car", "bought_house", "child_dropout", "imprisoned", "hospitalized", "suicidal", "house_leak")  # fmt: skip
_WHO_WHERE = re.compile("(?<!不知道)(?<!不晓得)(?:找谁|谁来|谁开|发哪|交哪|填哪|哪个(?:群|部门|窗口|表)|发给谁|交给谁|怎么填|怎么写|怎么报|什么时候截止)")
_WENT_THEN = re.compile("(?:昨天|前天|今天|上午|下午|早上|昨晚|[号日])[^，。？]{0,8}(?:去的|去了|去过|上门的|到的)|还要再去一趟|再去一趟，")
_PLANNED = re.compile("去|再|来|约|看|送|走访|上门")
_CARE = re.compile("请支援|支援|求支援|请求支援|快派人|派人来")


TOLD = 0.7  # how much the signals count against the learned leaning; measured by cross-validation
_CUES = ("ack", "transferred", "false_alarm", "not_home", "met", "refused", "helped", "question", "unknown", "plan")
_ORDER = (
    "unknown", "accept", "transferred_wrong_grid", "question", "false_alarm", "refused", "not_home", "needs_department",
    "already_helped", "scheduled", "visited",
)  # fmt: skip


class Decision:
    """The signals of one report and the action they add up to."""

    def __init__(self, report: Report, helps: list[Given], departments: list[Found]) -> None:
        self.report, self.helps, self.departments = report, helps, departments
        self.findings = [f for f in report.findings if f.key not in ("data_error", "not_poor")]

    def told(self) -> str:
        """The first action of the contract's order that the signals speak for."""
        for name in _ORDER:
            if getattr(self, f"_{name}")():
                return name
        return "visited" if self._tells() else "unknown"

    def signals(self, strings: frozenset[str]) -> frozenset[str]:
        """What the learned weights look at: strings, cues, help, departments and days."""
        found = {f"@{name}" for name in _CUES if self._cue(name)}
        if self.helps:
            found.add("#theirs" if all(self._by_others(g) for g in self.helps) else "#given")
        if self.departments:
            found.add("#asked")
        for moment in self.report.moments:
            found.add("#day" if moment.ahead is None else "#ahead" if moment.ahead > 0 else "#past" if moment.ahead < 0 else "#today")
        return strings | found

    def action(self, strings: frozenset[str]) -> tuple[str, float]:
        """The action and how sure it is: signals weighed with the learned leaning."""
        told = self.told()
        if told == "accept" or self._bare():
            return told, 0.95
        logs = load("worker_action").logs(self.signals(strings))
        logs[told] += TOLD
        best = max(logs, key=lambda name: logs[name])
        return best, 1 / sum(math.exp(value - logs[best]) for value in logs.values())

    def _bare(self) -> bool:
        return bool(_BARE.fullmatch(self.report.text.strip("。，？：")))

    def _cue(self, name: str) -> list[Hit]:
        return self.report.cue(name)

    def _unknown(self) -> bool:
        text = self.report.text.strip("。，？：")
        if text in ("ok", "okay", "好", "嗯"):
            return False
        if _BARE.fullmatch(text) or (len(text) <= 9 and re.search("图片|照片|语音|视频", text)):
            return True
        return bool(self._cue("unknown")) and not (self.helps or self.findings or self._visit() or self._cue("plan") or self._cue("question"))

    def _accept(self) -> bool:
        """Only acknowledgements and going off to do it; never a visit."""
        cues = self.report.hits["worker/actions/ack"]
        if not cues or self.helps or self.departments or self._moment_told():
            return False
        covered = {i for h in cues for i in range(h.start, h.end)}
        rest = "".join(c for i, c in enumerate(self.report.text) if i not in covered)
        return bool(_ACK_REST.fullmatch(rest)) and not self.report.findings

    def _moment_told(self) -> bool:
        return any((m.said_day and (m.ahead or 0) > 0) or m.time for m in self.report.moments)

    def _transferred_wrong_grid(self) -> bool:
        return bool(self._cue("transferred"))

    def _question(self) -> bool:
        cues = self._cue("question")
        if not cues:
            return bool(_WHO_WHERE.search(self.report.text)) and not (self.helps or self._visit_told() or self.findings)
        clauses = "".join(self.report.clause(h.start).text for h in cues)
        asks = self.report.text.endswith(("？", "？。", "吗。", "啊。")) or bool(_ASKS_POLICY.search(clauses))
        return asks and not (self.helps or self._visit_told())

    def _false_alarm(self) -> bool:
        weight = 2 * (self._contrast() or self._denies()) + sum(h.rule.data["weight"] for h in self._cue("false_alarm"))
        if weight < 2 or self.helps or _OWN_WORDS.search(self.report.text):
            return False
        if self._corrects_names():
            return False
        hard = [f for f in self.findings if f.key not in _HARMLESS]
        return not hard or not self._after_cue(hard)

    def _contrast(self) -> bool:
        """不是断粮，是老人不会用煤气灶: what was reported is set right."""
        pair = _CONTRAST.search(self.report.text)
        return bool(pair) and not any(f.start >= pair.start("right") for f in self.findings)

    def _denies(self) -> bool:
        """她没失业，在超市上班: the alarm itself is denied and nothing else is wrong."""
        denied = [h for h in self.report.hits["worker/findings"] if h.name in _ALARMS and not self.report.holds(h)]
        hard = [f for f in self.findings if f.key not in _HARMLESS]
        return bool(denied) and not hard and len(self.report.message.clauses) > 1 and self.report.message.clause_index(denied[0].start) <= 1

    def _after_cue(self, found: list[Found]) -> bool:
        last = max(h.end for h in self._cue("false_alarm")) if self._cue("false_alarm") else 0
        return any(f.start >= last for f in found)

    def _corrects_names(self) -> bool:
        """不是老张家，是老章家，他…就是感冒: the house was wrong, the report holds."""
        return bool(re.search("不是老?[一-龥]家[，]?是老?[一-龥]家", self.report.text)) and bool(self.findings)

    def _not_home(self) -> bool:
        cues = self._cue("not_home")
        if not cues or self.helps:
            return False
        rest = [f for f in self.findings if f.key not in ("moved_away", "lost_contact", "lives_alone")]
        told = self._visit_told() and any(h.start > cues[-1].start for h in self._cue("met") if self.report.text[h.start : h.end] not in _WENT)
        if self.report.has("moved_away", "lost_contact", "deceased", "hospitalized"):
            return False
        return not rest and not told and not (self.departments or _CARE.search(self.report.text))

    def _refused(self) -> bool:
        return bool(self._cue("refused")) and not self.helps and not self.findings and not self._reported()

    def _reported(self) -> bool:
        return any(self.report.text[h.start : h.end] in ("属实", "情况属实", "属实的", "确实") for h in self._cue("met"))

    def _needs_department(self) -> bool:
        asked = bool(self.departments) or bool(_CARE.search(self.report.text))
        return asked and not self.helps and not self._visit_told()

    def _visit_told(self) -> bool:
        """A visit in so many words, or its day and hour."""
        told = any(self.report.text[h.start : h.end] not in _TALK for h in self._cue("met"))
        return told or bool(_WENT_THEN.search(self.report.text))

    def _visit(self) -> bool:
        return bool(self._cue("met"))

    def _already_helped(self) -> bool:
        """Help that others gave or that was given before; nothing seen, nothing done oneself."""
        if self._observed() or (self._visit_told() and not self._by_hearsay()):
            return False
        if self.helps:
            return all(self._by_others(given) for given in self.helps)
        return bool(self._cue("helped")) and len(self.report.text) <= 14 and not self._visit() and "我" not in self.report.text

    def _by_hearsay(self) -> bool:
        return bool(re.search("(?:女儿|儿子|老太|他|她|大爷|阿婆|老人|家属)(?:说|讲)", self.report.text))

    def _by_others(self, given: Given) -> bool:
        """Whether a help was somebody else's or an earlier one's: 残联给送来, 早就送过, 低保批了."""
        text = self.report.clause(given.start).text
        mine, theirs = _MYSELF.search(text), _OTHERS.search(text)
        if mine and not (theirs and theirs.start() < mine.start()):
            return False
        if theirs or _EARLIER.search(text):
            return True
        passive = given.help.kind == "policy_application" and not re.search("帮|给他|给她|我", text)
        return passive or bool(re.search("打进|到账|发到手|到手|打卡|打到", self.report.text))

    def _observed(self) -> bool:
        """Findings beside the help that somebody must have seen."""
        beside = [f for f in self.findings if f.key not in ("found_job", "disabled", "stable", "graduated", "house_leak", "widowed")]
        return bool(beside)

    def _scheduled(self) -> bool:
        """A plan and nothing seen yet."""
        if self.helps or self.findings or self._past():
            return False
        agreed = any(self.report.text[h.start : h.end].startswith(("约", "改", "预约", "推迟", "延后", "没去成", "另约", "定")) for h in self._cue("plan"))
        return agreed or any(self._ahead(m) for m in self.report.moments)

    def _ahead(self, moment: Moment) -> bool:
        """Whether a day told lies ahead and a visit is meant for it."""
        text = self.report.clause(moment.start).text
        return (moment.ahead is None or moment.ahead >= 0) and bool(_PLANNED.search(text)) and not re.search("了|过(?!去)|叫他|让他|叫她|让她|叫家属|让家属", text)

    def _past(self) -> bool:
        return any(self.report.text[h.start : h.end] not in _TALK | {"去了", "到了", "我带", "我送", "陪", "上门", "去过", "走访"} for h in self._cue("met"))

    def _visited(self) -> bool:
        return self._visit() or bool(self.helps or self.report.findings)

    def _tells(self) -> bool:
        """Something about somebody, though no word of ours."""
        return len(self.report.text) - 2 >= _STATES_SOMETHING


_WENT = frozenset(("去了", "到了", "走了", "上门", "上门了", "去过", "看了", "去看了", "走访", "去过两次", "我看", "问了"))
_TALK = frozenset(("讲", "他说", "她说", "老人说", "老太说", "老头说", "他讲", "她讲", "自己说", "陪", "我看", "我叫", "我帮", "我给", "我带", "确实", "看到", "聊了", "走了", "到了", "我把", "我送"))
