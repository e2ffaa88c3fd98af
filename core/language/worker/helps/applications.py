"""Applications brought to an end: 低保批了, 残疾证办下来了, 材料替他递到窗口了."""

import re
from collections.abc import Iterator

from core.language.reading.message import Clause
from core.language.worker.helps.given import Given
from core.language.worker.helps.tale import Tale
from core.language.worker.helps.terms import grammar, named
from core.language.worker.model import Help

_UNDONE = re.compile(
    r"没(?!问题|多久|几天|要|收)|不(?!错|到|多|容易|用|久|过)|未|可以(?!用|领|享)|(?<!需)要(?!的材料|是)|想|怎么|能不能|吗|差(?!不多)|补材料|材料(?:差|不|还|缺)|其实|需要|(?<!申)请(?!好)|等(?!级)|[一二三四五六七八九十几两多\d]年了|催|让他|叫他|准备"
)
_PENDING = re.compile(
    "(?:但|但是|不过|现在|目前)?(?:还|目前|暂时)?(?:没|未|等)(?:有|着|待)?(?:批|通过|下来|审核|审批|结果|回音|消息|办好)|还在审|正在审|审核中|等(?:通知|结果|批|审)"
)
_MONEY = re.compile("金(?!手)|认证|的?钱|卡里|到手就")  # 低保金到手就买彩票


def read(tale: Tale) -> Iterator[Given]:
    """Every policy granted, renewed, handed in or paid out."""
    known, pattern = named("policies")
    if not pattern.search(tale.text):
        return
    for at, clause in enumerate(tale.clauses):
        m = grammar("granted").search(clause.text) or grammar("handed_in").search(clause.text)
        if not m or _UNDONE.search(clause.text) or _pending(tale, at) or tale.rejected(at):
            continue
        names = [
            n
            for n in pattern.finditer(tale.text, clause.start, clause.end)
            if not _MONEY.match(tale.text, n.end())
        ] or _before(tale, at, pattern)
        for n in names:
            inside = n.start() >= clause.start
            start, end = n.span() if inside else (clause.start + m.start(),) * 2
            if tale.happened(start, end, wishes=False) and tale.holds(at):
                yield Given(Help("policy_application", known[n[0]]), *n.span())


def _pending(tale: Tale, at: int) -> bool:
    """低保报上去了，还没批: handed in, not yet granted."""
    return any(
        _PENDING.match(c.text) or _PENDING.search(c.text) for c in tale.clauses[at + 1 : at + 2]
    )


def _before(tale: Tale, at: int, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """身份证过期，陪去派出所补好了: the name stands in the clause before."""
    if at == 0 or not grammar("finished").search(tale.clauses[at].text):
        return []
    earlier: Clause = tale.clauses[at - 1]
    if grammar("granted").search(earlier.text):
        return []
    return [m for m in pattern.finditer(tale.text, earlier.start, earlier.end)][-1:]
