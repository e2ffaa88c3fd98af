"""Whether something told was done at all: not a plan, a wish, a refusal, a rumour or the family's own."""

import re

from core.language.reading.message import Clause
from core.language.worker.helps.terms import grammar
from core.language.worker.report import Report

_TO_ME = re.compile(
    r"[他她](?:倒|还|来)?帮(?:我(?!们)|邻居|别人|人家|亲戚)|拿到我|(?:给|塞给|送|送给|塞|倒|递)(?:了)?我(?!们村|们社区|爸|妈|家|帮|替|垫|来)|我(?:没|不)(?:收|要)|(?:要|想|硬)(?:送|给|塞)(?:给)?我|硬塞"
)
_DENIAL = re.compile(
    r"没(?:有)?|未|不(?!错|少|仅|但|光|止|过|到)|拒|别(?!人|的|墅)|忘|还差|差(?!不多)|缺|尚未|嫌|只差|无"
)
_TURN = re.compile(
    r".*(?:只(?!差)|但|就|而是|改|转|倒(?!了)|先|我(?!们?(?:没|不|还|也没|未))|(?<![没不未有肯敢想再来去人])(?:给|帮|替)|(?:叫|请|喊)(?:了|来)?(?:人|师傅|电工|[水木泥瓦]))"
)
_UNDONE_AFTER = re.compile(
    r"^[^，。？]{0,9}(?:最后|还是|到底|结果|硬是|死活|就是)(?:还是|也)?(?:没|不)(?:肯)?(?:要|收|拿)(?!钱|费)"
    r"|^[^，。？送给带买拿发了]{0,9}(?:没有?|未|不)(?:敢|能|曾|来得及|及时)?(?:给|送|买|带|拿|发|办|装|到|交|付|弄|缴|还|批|修|换)"
    r"|^(?:的人|的师傅|的阿姨|的志愿者|的)?(?:今天|昨天|这两天)?(?:没来|没有来|不来|没到|断了$)"
    r"|^[^，。？]{0,3}(?:拿|送|买|发|给|配|寄)错"
    r"|^[^，。？]{0,3}(?:让|叫|要)我?又?(?:们)?(?:带|拿|拎|提)回"
    r"|^(?:的|老人|人家|他|她)?(?:还|都|也|死活)?(?:在我|没(?!要[一-龥]|收[一-龥]|关系|问题|几天)|未|不(?:要|肯|收(?!钱)|用)(?![一-龥]{1,2}了)|拒收|退(?:回|给|了)|被退|还没|还差|不够)"
)
_REFUSED_HERE = re.compile(
    "不收(?!钱|费)|不要(?!钱|紧)|不肯(?:收|要|拿|让|做|去)|没要(?!钱)|退回|退给|推掉|推回|拒收|拒绝|谢绝|不让(?:装|换|放|弄|洗|剪|理|量|进|修|碰|动)|赶(?:了)?(?:他|我|我们)?出来"
    "|(?:抱|拎|拿|带|搬|背)(?:着)?回(?:来|去)?(?:了)?$|被退|打回|驳回"
)
_BACK_HOME = re.compile("配|领|取|买|修|洗|办|接|充|换|拉回")
_WISH = re.compile(
    "(?:想|(?<!需)要(?!是)|需要|需|缺|(?<!已经帮)(?<!帮他)申请(?!了|好|过)|等|答应(?![^，。？]{0,5}的)|承诺|(?<![总协委善社字工金事员联学议])会(?!计|员)|能不能|可以|(?<!申)请(?!人|了|师傅|工|电工|木|泥|瓦)|让(?!我给|他用|她用)|盼|希望|建议|争取|应该|如果|尽快|马上|联系(?!了?(?:120|救护车))|(?<!慰)问|劝|动员|催)[^，。？]{0,6}$"
)
# What is theirs already, only thought of, long gone or lost again is no help of now.
_NOT_OURS = re.compile(
    "赊|挣|(?<![给带送拎捎了点些])自家|^(?:他|她|老人|老太)?(?:以前|从前|原先|前几年|早几年)"
    "|^(?:他|她)?(?:家里|屋里|家中)[^，。？]{0,6}(?:有|够|剩|堆)|除了|说好|考虑|本来|原本|如果|要是|假如|倘若|应该|最好|原则上|按规定|政策上"
)
_IF = re.compile("要是|如果|假如|倘若|万一|只要|等[^，。？]{1,8}(?:批|下来|到了)")
_FORMER = re.compile("(?:原来|以前|从前|之前|上次|上回|去年|前年)[^，。？]{0,8}的$")
_LOST = re.compile("[^，。？]{0,5}(?:坏|破|丢|用不了|不能用|旧|吃完|用完|没了|过期|吃光|用光)")
_THEIR_OWN = re.compile("(?:送|买|给|发|拿|捐|配)的[新旧老]?$")  # 女儿买的新手机不会用
_AWAY = re.compile("[^，。？]{0,4}(?:但|却)?被(?:偷|骗)|[^，。？]{0,6}(?:不让进|没让进)")
_LATER = re.compile("(?:周|星期|礼拜)[一二三四五六日天末]|月底|月初|年底|节前|到时候?")
_TODAY_STILL = re.compile(
    "下午|晚上|傍晚|晚点|晚些|今晚|夜里|下班|顺路|待会|等会|回头|再(?:上门|过去|来|给)"
)
_AGREED = re.compile("[约说讲定谈]好了?(?!把|的)|答应了")
# He has given his bike away, he is washing the child: the people of the house themselves.
_OWN_DOING = re.compile(
    "(?:他|她|老人|老伯|阿婆|大爷|大妈|老头|老太|本人|户主|老伴|夫妻)[^，。？我帮]{0,4}?(?:把|拿着|拿出|拿药|带着|拎着|推着|正在|在给|去领|给(?:他|她|孩子|小孩|儿子|女儿|孙))"
    "|(?:家里|屋里|家中)[^，。？我]{0,3}(?:添|买|换|新装)|^(?:人)?正在|在给|老人自己"
)
_HELPERS = re.compile("我|志愿|社工|网格|村|社区|残联|民政|妇联|师傅|医生|护士|老师|学生|党员")
_IS_FROM = re.compile(
    "是(?:女儿|儿子|子女|亲戚|别人|人家|邻居|自己|老公|老婆|女婿|孙子|孙女)[^，。？我]{0,4}(?:给|送|配|买|装|发)的$|是[他她]?(?:爹|爸|妈|娘|爷爷|奶奶|祖上|上代|老伴)[^，。？我]{0,3}(?:留|传|做|打|给|买)(?:下)?的$|(?:都是|全是)[^，。？我]{1,6}的$"
)
_CAME = re.compile("搬|抬|到|收|领|拿去|送去|送来|装[好牢上]|我|给[他她老]|发的")
_ON_THE_WAY = re.compile("(?:回来)?[^，。？]{0,2}(?:路上|途中|的时候|(?<=[回来去])时(?!间))")
_OVER = re.compile(
    "[了已好完妥牢脱掉]|前[天日晚]|今早|刚才|过(?!去|来|两天|几天)|到位|昨|刚|上[周个星礼]"
)
_FAILED = re.compile("没(?:去|送|办|给|弄|做|装|开|报|买|修|换)成|没开起来|没开班|白跑|没轮到")
_REASON_BACK = re.compile("退件|退件了|被退|打回|驳回|没批|不批|不予|不符合|没通过|未通过|卡住")
_ALREADY = re.compile("已经|已(?!婚)|昨天|刚|上周|上午|早就")


class Tale:
    """A report, and for every clause whether what it tells has come to pass."""

    def __init__(self, report: Report) -> None:
        self.report, self.text = report, report.text
        self.message, self.clauses = report.message, report.message.clauses
        self._held: dict[int, bool] = {}

    def index(self, place: int) -> int:
        return self.message.clause_index(place)

    def happened(self, start: int, end: int, *, wishes: bool = True) -> bool:
        """Whether what stands at start..end of the text was done."""
        at = self.index(start)
        clause = self.clauses[at]
        before, after = self.text[clause.start : start], self.text[end : clause.end]
        return not (
            _undone(clause.text, before, after)
            or (wishes and _WISH.search(before) and not _ALREADY.search(before))
            or not self.holds(at)
            or self.not_taken(at)
        )

    def holds(self, at: int) -> bool:
        """Whether a clause as a whole tells of the past and of people who help."""
        if at not in self._held:
            self._held[at] = self._holds(self.clauses[at])
        return self._held[at]

    def not_taken(self, at: int) -> bool:
        """他不收，又抱回来: the next two clauses take it back."""
        return any(
            grammar("not_taken").match(c.text) and not _BACK_HOME.search(self.clauses[at].text)
            for c in self.clauses[at + 1 : at + 3]
        )

    def _holds(self, clause: Clause) -> bool:
        if _IF.search(self.text, self._sentence(clause), clause.start):
            return False
        if grammar("future").search(clause.text) and not _ALREADY.search(clause.text):
            return False
        if _FAILED.search(self.text, clause.start) or self._rumour(clause.start):
            return False
        return not (self._planned(clause) or _of_others(clause))

    def _sentence(self, clause: Clause) -> int:
        return next(c.start for c in self.clauses if c.sentence == clause.sentence)

    def _rumour(self, place: int) -> bool:
        return bool(grammar("rumour").search(self.text, place))

    def _planned(self, clause: Clause) -> bool:
        """下午把药带过去, 15号送助行器: a time that may lie ahead, and no word that it is over."""
        text = _AGREED.sub("", clause.text)
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


def _undone(text: str, before: str, after: str) -> bool:
    """Denied or refused in its own clause, a gift to the worker, theirs already, lost again."""
    return bool(
        _TO_ME.search(text)
        or _UNDONE_AFTER.match(after)
        or (_REFUSED_HERE.search(after) and not _BACK_HOME.search(text))
        or _DENIAL.search(_TURN.sub("", before)[-8:])
        or _NOT_OURS.search(before)
        or (_FORMER.search(before) and _LOST.match(after))
        or (_THEIR_OWN.search(before) and not _CAME.search(text))
        or _AWAY.match(after)
        or _ON_THE_WAY.match(after)
    )


def _of_others(clause: Clause) -> bool:
    """Asked about, or done by the people of the house themselves."""
    if clause.mark == "？" or clause.text.endswith(("吗", "呢", "没有呢")):
        return True
    if _OWN_DOING.match(clause.text) and not _HELPERS.search(clause.text):
        return True
    own = grammar("family_does").search(clause.text)
    helper = _HELPERS.search(clause.text)
    if own and not (helper and helper.start() < own.start()):
        return True
    return bool(_IS_FROM.search(clause.text))
