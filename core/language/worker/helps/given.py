"""What all kinds of help share: nouns, quantities, and whether it was done at all."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from core.language.reading.message import Clause
from core.language.reading.numerals import Number
from core.language.reading.shelf import line, read, table, words
from core.language.worker.model import Help
from core.language.worker.report import Report

UNITS = "|".join(line("worker/helps/words", "units"))
QUANTITY = re.compile(rf"(?:多|来)?(?P<unit>{UNITS})(?!人|钱|月|小时|星期|班|家|户)")
_CORRECTED = re.compile(
    r"(?:说|写|报|登记|填)(?:的|成|了)?[^。？]{0,14}?(?P<right>应该是|应为|更正为|改成|改为|其实是|实际是|实际)"
)
_SET_RIGHT = re.compile(
    "(?:块钱|块|元|[一-龥])?[，。](?:不对|说错了?|讲错了?|打错了?|写错了?|更正|错了|噢不|哦不)[，。]?(?:应该)?是?"
)
_TO_ME = re.compile(
    r"(?:给|塞给|送|送给|塞)(?:了)?我(?!们村|们社区|爸|妈|家)|我(?:没|不)(?:收|要)|要(?:送|给)我|硬塞"
)
_DENIAL = re.compile(
    r"没(?:有)?|未|不(?!错|少|仅|但|光|止)|拒|别|忘|还差|差(?!不多)|缺|尚未|嫌|只差"
)
_TURN = re.compile(r".*(?:只|但|就|而是|改|转|倒|先|我(?!们?(?:没|不|还|也没|未)))")
_UNDONE_AFTER = re.compile(
    r"^[^，。？]{0,9}(?:最后|还是|到底|结果|硬是|死活|就是)(?:还是|也)?(?:没|不)(?:肯)?(?:要|收|拿)(?!钱|费)"
    r"|^[^，。？送给带买拿发了]{0,9}(?:没有?|未)敢?(?:给|送|买|带|拿|发|办|装|到|交|付|弄)"
    r"|^(?:的人|的师傅|的阿姨|的志愿者|的)?(?:今天|昨天|这两天)?(?:没来|没有来|不来|没到|断了)"
    r"|^[^，。？]{0,3}(?:拿|送|买|发|给|配|寄)错"
    r"|^[^，。？]{0,3}(?:让|叫|要)我?又?(?:们)?(?:带|拿|拎|提)回"
    r"|^(?:的|老人|人家|他|她)?(?:还|都|也|死活)?(?:在我|没(?!要[一-龥]|收[一-龥]|关系|问题|几天)|未|不(?:要|肯|收(?!钱)|用)(?![一-龥]{1,2}了)|拒收|退(?:回|给|了)|被退|还没|还差|不够)"
)
_REFUSED_NEXT = re.compile(
    r"(?:他|她|老人|老太|人家|家属)?(?:说|讲)?(?:不要|没要|不肯收|没收(?!钱|费)|不收(?!钱|费)|拒收|退(?!休)|不肯要)|(?:他|她|老人|老太|家属|户主)[^，。？]{0,3}没(?:收到|拿到|见到)|(?:还)?没(?:送|给|到|拿)"
)
_WISH = re.compile(
    "(?:想|要|需要|需|缺|(?<!已经帮)(?<!帮他)申请|等|答应|承诺|(?<![总协委善社字工金事员])会|能不能|可以|(?<!申)请(?!人|了|师傅|工)|让|盼|希望|建议|争取|应该|如果|尽快|马上|联系(?!了?(?:120|救护车))|(?<!慰)问)[^，。？]{0,6}$"
)
# What is theirs already, only thought of, long gone or lost again is no help of now.
_NOT_OURS = re.compile(
    "(?:他|她|老人|老太|家里|自家|人家)[^，。？我]{0,3}自己(?:买|种|养|做|配|装|换|出)|(?<![给带送拎捎了点些])自家"
    "|^(?:他|她|老人|老太)?(?:以前|从前|原先|前几年|早几年|老早)"
    "|^(?:他|她)?(?:家里|屋里|家中)[^，。？]{0,6}(?:有|够|剩|堆)|除了|说好|考虑|本来|原本|如果|要是|假如|倘若|应该|最好"
)
_IF = re.compile("要是|如果|假如|倘若|万一|只要|等[^，。？]{1,8}(?:批|下来|到了)")
_FORMER = re.compile("(?:原来|以前|从前|之前|上次|去年)[^，。？]{0,8}的$")
_LOST = re.compile("[^，。？]{0,5}(?:坏|破|丢|用不了|不能用|旧|吃完|用完|没了|过期|吃光|用光)")
_THEIR_OWN = re.compile("(?:送|买|给|发|拿|捐|配)的[新旧老]?$")  # 女儿买的新手机不会用
_AWAY = re.compile("[^，。？]{0,4}(?:但|却)?被(?:偷|骗)|[^，。？]{0,6}(?:不让进|没让进)")
_ROW = re.compile("(?:米[面油蛋肉奶]|油[米面盐]|面油|[米油]和[米油面])")  # 米面油都送到了
_LATER = re.compile("(?:周|星期|礼拜)[一二三四五六日天末]|月底|月初|年底|节前|到时候?")
_TODAY_STILL = re.compile(
    "下午|晚上|傍晚|晚点|晚些|今晚|夜里|下班|顺路|待会|等会|回头|再(?:上门|过去|来|给)"
)
_AGREED = re.compile("[约说讲定谈]好了?|答应了")
# 他把电动车给侄子了, 正在给小孩洗衣服, 老伴给他换了尿布: the people of the house themselves.
_OWN_DOING = re.compile(
    "(?:他|她|老人|老伯|阿婆|大爷|大妈|老头|老太|本人|户主|老伴|夫妻)[^，。？我帮]{0,4}?(?:把|拿着|拿出|拿药|带着|拎着|推着|正在|在给|去领|自己|给(?:他|她|孩子|小孩|儿子|女儿|孙))"
    "|(?:家里|屋里|家中)[^，。？我]{0,3}(?:添|买|换|新装)|(?:人)?正在|在给|老人自己"
)
_IS_FROM = re.compile(
    "是(?:女儿|儿子|子女|亲戚|别人|人家|邻居|自己|老公|老婆|女婿|孙子|孙女)[^，。？我]{0,4}(?:给|送|配|买|装|发)的$|(?:都是|全是)[^，。？我]{1,6}的$"
)
_CAME = re.compile("搬来|到|收|领|拿去|送去|送来|我|给[他她老]")
_ON_THE_WAY = re.compile("(?:回来)?[^，。？]{0,2}(?:路上|途中|的时候|(?<=[回来去])时(?!间))")
_OVER = re.compile("[了已好完]|过(?!去|来|两天|几天)|到位|昨|刚|上[周个星礼]")
_FAILED = re.compile("没去成|没送成|没办成|没给成|没弄成|没做成|没装成")
_PENDING = re.compile(
    "(?:但|但是|不过)?(?:还|目前|暂时)?(?:没|未)(?:有)?(?:批|通过|下来|审核|审批|结果)"
)
_DONE_ANYWAY = re.compile("让我|请他|请了|已经|已帮|刚")


@dataclass(frozen=True, slots=True)
class Given:
    """A help with the span of the words that tell it."""

    help: Help
    start: int
    end: int
    confidence: float = 0.85


@cache
def shelf(name: str) -> re.Pattern[str]:
    """One line of help words as a pattern, longest first."""
    return _pattern(words(read("worker/helps/words")[name]))


@cache
def named(name: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """A table of the help words: what is written -> the item."""
    known = {
        w: item for item, said in read("worker/helps/words")[name].items() for w in words(said)
    }
    return known, _pattern(list(known))


@cache
def nouns(name: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """A shelf of things: what is written -> the item."""
    known = {w: row["item"] for row in table(f"worker/helps/{name}") for w in words(row["words"])}
    return known, _pattern(list(known))


def _pattern(some: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(some, key=len, reverse=True))))


def done(report: Report, start: int, end: int, *, wishes: bool = True) -> bool:
    """Whether the clause tells of something that has happened, not of a plan, a wish or a failure."""
    clause = report.clause(start)
    before, after = report.text[clause.start : start], report.text[end : clause.end]
    if (
        _TO_ME.search(clause.text)
        or _UNDONE_AFTER.match(after)
        or _DENIAL.search(_TURN.sub("", before)[-8:])
        or _NOT_OURS.search(before)
        or (_FORMER.search(before) and _LOST.match(after))
        or _AWAY.match(after)
    ):
        return False
    if _IF.search(report.text, _sentence_start(report, clause), clause.start):
        return False
    if shelf("future").search(clause.text) and not re.search("已经|已|昨天|刚", clause.text):
        return False
    if _planned(report, clause) or _told_otherwise(report, clause, before, after):
        return False
    if _FAILED.search(report.text, clause.start):
        return False
    if _REFUSED_NEXT.match(report.text[clause.end + 1 : clause.end + 10]):
        return False
    return not (wishes and _WISH.search(before) and not _DONE_ANYWAY.search(before))


def _sentence_start(report: Report, clause: Clause) -> int:
    return next(c.start for c in report.message.clauses if c.sentence == clause.sentence)


def _planned(report: Report, clause: Clause) -> bool:
    """下午把药带过去, 15号送助行器: a time that may lie ahead, and no word that it is over."""
    text = _AGREED.sub("", clause.text)
    if _OVER.search(text):
        return False
    ahead = any(
        clause.start <= m.start < clause.end and m.said_day and (m.ahead is None or m.ahead > 0)
        for m in report.moments
    )
    return bool(ahead or _LATER.search(text) or _TODAY_STILL.search(text))


def _told_otherwise(report: Report, clause: Clause, before: str, after: str) -> bool:
    """Asked about, done by the person themselves, had already, or only on the way."""
    return bool(
        clause.mark == "？"
        or clause.text.endswith(("吗", "呢", "没有呢"))
        or _OWN_DOING.match(clause.text)
        or _IS_FROM.search(clause.text)
        or (_THEIR_OWN.search(before) and not _CAME.search(clause.text))
        or _ON_THE_WAY.match(after)
    )


def pending(report: Report, clause: Clause) -> bool:
    """低保报上去了，还没批: handed in, not yet granted."""
    return bool(_PENDING.match(report.text, clause.end + 1))


def current(report: Report) -> list[Number]:
    """The numbers that hold: of 说送50斤，应该是30斤 only the second, in the place of the first."""
    numbers = report.message.numbers
    m = _CORRECTED.search(report.text)
    if not m:
        return _set_right(report, numbers)
    wrong = [n for n in numbers if m.start() <= n.start < m.start("right")]
    right = next((n for n in numbers if n.start >= m.end()), None)
    if not wrong or right is None:
        return numbers
    first = wrong[-1]
    moved = Number(right.low, right.high, first.start, first.end, right.written)
    return [moved if n is first else n for n in numbers if n is not right]


def _set_right(report: Report, numbers: list[Number]) -> list[Number]:
    """给了三百，不对，是两百: the second number in the place of the first."""
    for first, right in pairwise(numbers):
        if _SET_RIGHT.fullmatch(report.text, first.end, right.start):
            moved = Number(right.low, right.high, first.start, first.end, right.written)
            return [moved if n is first else n for n in numbers if n is not right]
    return numbers


def value(number: Number) -> int | float:
    return int(number.low) if float(number.low).is_integer() else number.low


def whole(report: Report, m: re.Match[str]) -> bool:
    """A single character must be a word of its own: 米 but not 厘米, 油 but not 加油."""
    if len(m[0]) > 1:
        return True
    if m.start() in report.message.edges and m.end() in report.message.edges:
        return True
    if _ROW.search(report.text[max(0, m.start() - 2) : m.end() + 2]):
        return True
    return bool(re.search(rf"(?:{UNITS})$", report.text[max(0, m.start() - 2) : m.start()]))


def clauses_before(report: Report, clause: Clause, how_many: int) -> list[Clause]:
    """The clauses right before, the nearest first."""
    at = report.message.clause_index(clause.start)
    return list(reversed(report.message.clauses[max(0, at - how_many) : at]))
