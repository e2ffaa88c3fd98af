"""Whether something told was done at all: not a plan, a wish, a refusal, a rumour or the family's own."""

import re
from functools import cached_property

from core.language.reading.message import Clause
from core.language.reading.numerals import Number
from core.language.worker.helps.denials import ALREADY, BACK_HOME, of_others, undone, wished
from core.language.worker.helps.given import current
from core.language.worker.helps.terms import grammar
from core.language.worker.report import Report

_IF = re.compile("要是|如果|假如|倘若|万一|只要|等[^，。？]{1,8}(?:批|下来|到了)")
_LONG_AGO = re.compile(
    "(?:前年|早年|[早前头]几年|[\\d一二两三四五六七八九十几]年前|那年|年轻时|小时候)[^，。？]{0,12}(?:送|给|发|捐|装|配|买|帮|领|借|换|修|办|拿|来过)|去年[^，。？]{0,9}(?:送|给|发|捐|配|买|借|装)的$"
)
_NOW = re.compile("今年|现在|今天|昨天|这次|这回|刚|又|终于|总算|一直")
_THEN_LOST = re.compile(
    "今年[^，。？]{0,4}[没不]|后来[^，。？]{0,8}(?:扔|坏|断|丢|卖|不见|烂|破)|早就[^，。？]{0,3}(?:扔|坏|断|丢|卖)"
)
_NO_SUBJECT = re.compile(
    "(?:顺手|顺路|顺便|又|还|就|专门|特地|特意|一起|也)?(?:拎|带|拿|买|寄|捎|塞|送|给[他她老])"
)
_KIN_GOT = re.compile(
    "(?:他|她|老人)?(?:的|家)?(?:大|小)?(?:儿子|女儿|媳妇|女婿|妹妹|姐姐|哥哥|弟弟|侄子|侄女|孙子|孙女|老公|老婆|外甥|姐夫|舅舅|姑姑)[^，。？我帮给]{0,5}(?:单位|厂里|公司|回来|来过|来了|过来|休息|放假)"
)
_BACK_TO_US = re.compile(
    "(?:塞|放|退|推|递|揣|丢|还)(?:还|回){1,6}(?:给|到|在|了){0,5}(?:我|村|社区)|(?:退|还|塞)给(?:了)?我|送回(?:村部|村委|我|社区办)"
)
_LATER = re.compile("(?:周|星期|礼拜)[一二三四五六日天末]|月底|月初|年底|节前|到时候?")
_TODAY_STILL = re.compile(
    "下午|晚上|傍晚|晚点|晚些|今晚|夜里|下班|顺路|待会|等会|回头|再(?:上门|过去|来|给)"
)
_AGREED = re.compile("[约说讲定谈]好了?(?!把|的)|答应了")
_OVER = re.compile(
    "[了已好完妥牢脱掉]|前[天日晚]|今早|刚才|过(?!去|来|两天|几天)|到位|昨|刚|上[周个星礼]"
)
_FAILED = re.compile("没(?:去|送|办|给|弄|做|装|开|报|买|修|换)成|没开起来|没开班|白跑|没轮到")
_REASON_BACK = re.compile("退件|退件了|被退|打回|驳回|没批|不批|不予|不符合|没通过|未通过|卡住")


class Tale:
    """A report, and for every clause whether what it tells has come to pass."""

    def __init__(self, report: Report) -> None:
        self.report, self.text = report, report.text
        self.message, self.clauses = report.message, report.message.clauses
        self._held: dict[int, bool] = {}
        self._back: dict[int, bool] = {}

    @cached_property
    def numbers(self) -> list[Number]:
        """The numbers that hold."""
        return current(self.report)

    def index(self, place: int) -> int:
        return self.message.clause_index(place)

    def happened(self, start: int, end: int, *, wishes: bool = True) -> bool:
        """Whether what stands at start..end of the text was done."""
        at = self.index(start)
        clause = self.clauses[at]
        before, after = self.text[clause.start : start], self.text[end : clause.end]
        return not (
            undone(clause.text, before, after)
            or (wishes and wished(before))
            or not self.holds(at)
            or self.not_taken(at)
        )

    def holds(self, at: int) -> bool:
        """Whether a clause as a whole tells of the past and of people who help."""
        if at not in self._held:
            self._held[at] = self._holds(self.clauses[at]) and not self._by_kin(at)
        return self._held[at]

    def not_taken(self, at: int) -> bool:
        """他不收，又抱回来: the next two clauses take it back."""
        if at not in self._back:
            self._back[at] = self._taken_back(at)
        return self._back[at]

    def _taken_back(self, at: int) -> bool:
        return any(
            grammar("not_taken").match(c.text) and not BACK_HOME.search(self.clauses[at].text)
            for c in self.clauses[at + 1 : at + 3]
        ) or any(
            _BACK_TO_US.search(c.text) or _THEN_LOST.search(c.text)
            for c in self.clauses[at : at + 3]
        )

    def _holds(self, clause: Clause) -> bool:
        if _IF.search(self.text, self._sentence(clause), clause.start):
            return False
        if grammar("future").search(clause.text) and not ALREADY.search(clause.text):
            return False
        if _LONG_AGO.search(clause.text) and not _NOW.search(clause.text):
            return False
        if clause.start <= self._taken_all_back:
            return False
        return not (self._planned(clause) or of_others(clause))

    def _by_kin(self, at: int) -> bool:
        """她儿子单位发的油，顺手拎了一桶给她: no new subject, so still the relative's doing."""
        if at == 0 or not _NO_SUBJECT.match(self.clauses[at].text):
            return False
        return bool(_KIN_GOT.match(self.clauses[at - 1].text))

    def _sentence(self, clause: Clause) -> int:
        return next(c.start for c in self.clauses if c.sentence == clause.sentence)

    @cached_property
    def _taken_all_back(self) -> int:
        """Where the last word stands that makes all before it untrue: 没这回事, 白跑; else -1."""
        found = (*_FAILED.finditer(self.text), *grammar("rumour").finditer(self.text))
        return max((m.start() for m in found), default=-1)

    def _planned(self, clause: Clause) -> bool:
        """下午把药带过去, 15号送助行器: a time that may lie ahead, and no word that it is over."""
        text = clause.text
        if "好" in text or "答应" in text:
            text = _AGREED.sub("", text)
        if _OVER.search(text):
            return False
        ahead = any(
            clause.start <= m.start < clause.end and m.said_day and (m.ahead is None or m.ahead > 0)
            for m in self.report.moments
        )
        return bool(ahead or _LATER.search(text) or _TODAY_STILL.search(text))

    def rejected(self, at: int) -> bool:
        """报上去被打回来了, 退件了: handed in, and sent back."""
        near = self.clauses[at : at + 3]
        return any(_REASON_BACK.search(c.text) for c in near)
