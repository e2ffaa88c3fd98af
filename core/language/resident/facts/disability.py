"""Disability grade (1 to 4) and kind."""

import re
from collections.abc import Iterator

from core.language.reading.values import DIGITS
from core.language.resident.scene import Fact, Scene

KINDS = {
    **{kind: kind for kind in ("肢体", "视力", "听力", "言语", "智力", "精神", "多重")},
    **{"语言": "言语", "智障": "智力", "心智": "智力", "智残": "智力", "盲人": "视力"},
    **{"视障": "视力", "听障": "听力", "腿脚": "肢体", "肢残": "肢体"},
}
_KIND = "|".join(KINDS)
_GRADE = "[一二三四1234]级"
_SPEAKS = re.compile(f"残|{_KIND}|聋|哑|瞎|盲|脑子|傻|智|疯|瘸|拐|证")
_FOUND = re.compile(
    rf"(?P<kind1>{_KIND})?(?:病|分裂症?|类|方面)?(?:重度|轻度|中度)?(?:残疾|残废|残|障碍)?(?:证)?(?:是|为|评了|定了|评的|评定|评为|等级|的|，){{0,5}}(?P<grade1>{_GRADE})(?P<kind2>{_KIND})?"
    rf"|(?P<kind3>{_KIND})(?:类)?(?:重度|轻度|中度)?(?:残疾|障碍|残)"
    rf"|(?<=[，])(?P<kind5>{_KIND})(?:的|类)?(?=[，。])"
    rf"|(?P<kind4>智障|盲人|视障|听障|智残|肢残)(?!按摩|学校|协会)"
)
_OTHER_GRADES = re.compile(r"(?:护理|医院|能力|失能|响应|危房|鉴定为|[a-d]|三甲|等)$")
_NOW_GRADE = re.compile(rf"(?:现在|如今|这次|这回|重新)[^。？]{{0,8}}{_GRADE}")
_PAID_FOR = re.compile("的?(?:护理|生活|两项)?(?:补贴|补助|津贴)")
_LIST = re.compile(rf"{_GRADE}(?:和|、|，|或|跟|还是)?{_GRADE}")


def read(scene: Scene) -> Iterator[Fact]:
    """Grades and kinds said of somebody; a list of grades (一级二级多少钱) is a question about rules."""
    lists = [m.span() for m in _LIST.finditer(scene.text)]
    graded = bool(re.search(_GRADE, scene.text)) and not lists
    for m in _FOUND.finditer(scene.text):
        if any(low <= m.start("grade1") < high for low, high in lists) or _other(scene, m):
            continue
        owner = scene.cast.owner(m.start(), m.end(), of=True)
        kind = m["kind1"] or m["kind2"] or m["kind3"] or m["kind4"] or m["kind5"]
        if m["grade1"] and not _corrected(scene.text, m.end("grade1")):
            yield Fact(
                "disability_grade", _number(m["grade1"]), m.start("grade1"), m.end("grade1"), owner
            )
        if kind and not graded and _PAID_FOR.match(scene.text, m.end()):
            continue  # 我想问问精神残疾的护理补贴
        if kind and (graded or not _about_rules(scene, m)):
            yield Fact("disability_kind", KINDS[kind], m.start(), m.end(), owner)


def _number(grade: str) -> int:
    return DIGITS.get(grade[0]) or int(grade[0])


def _other(scene: Scene, m: re.Match[str]) -> bool:
    """A grade of something else, or one without a word of disability anywhere near it."""
    low = max(0, m.start() - 24)
    near = scene.text[low : m.end() + 12]
    return bool(_OTHER_GRADES.search(scene.text[low : m.start()])) or not _SPEAKS.search(near)


def _corrected(text: str, end: int) -> bool:
    """不是三级是二级: the grade that is taken back does not count."""
    before = text[max(0, end - 6) : end - 2]
    if before.endswith(("原先", "原来", "以前", "之前", "本来")) and _NOW_GRADE.search(text, end):
        return True
    return before.endswith(("不是", "不是说")) or text.startswith(("不对", "是错的", "错了"), end)


def _about_rules(scene: Scene, m: re.Match[str]) -> bool:
    return not m["grade1"] and not scene.cast.owner(m.start(), m.end())
