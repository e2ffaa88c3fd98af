"""Several families or case numbers in one reply are taken apart."""

import re

CASE = re.compile(r"(?<![a-z\d])(?:ph-?\d{4}-\d{6}|ph-?\d{3,6}|a\d{4}|0\d{3})(?!\d)", re.IGNORECASE)
_FAMILY = re.compile(
    r"(?:(?<=[，。；：？])|^)(?:(?:上午|下午|今天|昨天|还有|隔壁|另外|然后|第[一二三四五]户)?(?:[老小][一-龥]家?|[一-龥](?:家)(?!里|庭|属|长|具|电|暴|中|床|务|人|政)|\d{1,2}[栋幢号]\d{2,4}室?|[一二三四五六七八九十]{1,2}[栋幢]\d{2,4}|\d{3,4}(?:室)?(?=不在|老|没|的|家|住|空)|一户|另一户|还有一户|第[一二三四五]户)(?:[一-龥]{0,4}：|(?=.)))"
)

_MARKS = str.maketrans(",;. \n:?、！!", "，；。，，：？，。。")


def cases(text: str) -> tuple[str, ...]:
    """Case numbers as written in the raw message, each once."""
    return tuple(dict.fromkeys(m[0] for m in CASE.finditer(text)))


def split(raw: str) -> list[tuple[str, str]]:
    """(whom it is about, what is said) for every family or case; empty when there is only one."""
    marks = [m for m in CASE.finditer(raw)]
    if len({m[0] for m in marks}) < 2 or re.search("是一家|一家人|同一户|重复", raw):
        marks = _families(raw)
    if len(marks) < 2:
        return []
    ends = [m.start() for m in marks[1:]] + [len(raw)]
    return [
        (m[0].strip("：: ，"), raw[m.start() : end].strip("，,；;。 \n"))
        for m, end in zip(marks, ends, strict=True)
    ]


def _families(raw: str) -> list[re.Match[str]]:
    text = raw.translate(_MARKS)
    if re.search("不是老?[一-龥]家[，]?是老?[一-龥]家", text):
        return []
    found = [m for m in _FAMILY.finditer(text)]
    names = {m[0] for m in found}
    return found if len(names) >= 2 else []
