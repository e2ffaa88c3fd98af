"""Services, medical help and labour done for somebody."""

import re
from collections.abc import Iterator

from core.language.reading.rules import Hit
from core.language.worker.helps.given import Given
from core.language.worker.helps.goods import amount_of
from core.language.worker.helps.tale import Tale
from core.language.worker.helps.terms import grammar
from core.language.worker.model import Help

_HELPER = re.compile(
    "帮|给|替|我|上门|免费|医生|护士|村医|卫生院|医院|公益|慈善|医疗|网格|书记|主任|居委|残联|民政|师傅|老师|家庭|已|志愿|社工|义工|阿姨|食堂|网格|村里|陪|社区|党员|妇联|学生|护工|有人"
)
_KIN = re.compile(
    "姑[姑妈父]|舅[舅妈]|姨[妈父]|小姨|叔叔|婶[婶娘]|嫂[嫂子]|外孙|[堂表][哥弟姐妹]|爷爷|奶奶|外婆|外公|儿子|女儿|媳妇|女婿|老伴|老公|老婆|老太婆|男人|姐姐|妹妹|哥哥|弟弟|阿姐|阿妹|公公|婆婆|爸|妈|娘|爹|孙|侄|亲戚|亲眷|邻居|隔壁|自己|家属|全靠|就靠|都是?[他她]|其实|钟点工|保姆"
)
_KIN_CAME = re.compile(
    "(?:儿子|女儿|媳妇|女婿|妹妹|姐姐|弟弟|哥哥|侄女|侄子|孙女|孙子|亲戚|老伴|老公|老婆|护工|保姆|邻居)[^，。？]{0,4}(?:来|在|天天|每天|轮流|照顾|照应|回来|服侍)"
)
_NO_SUBJECT = re.compile("(?:给|帮|替)|$")
_AT_IT = re.compile(
    "(?:奶|爷|婆|公|妈|爸|娘|爹|儿|女|媳妇|老伴|姐|妹|哥|弟|[他她])正?在|(?:^|[，。])(?:他|她|老人|老伯|阿婆)$"
)
_COMPLETE = re.compile("[了过好完掉脱妥成]|干净|清爽")
_FILLER = re.compile("[了过着好帮替给个顿碗一点次些]|[他她](?!们)|老人(?!院)")
_FARM = re.compile(
    r"(?:帮|替|给|为|代)[一-龥]{0,8}?把?(?P<noun>(?:[一二两三四五六七八九十几半\d]+(?:亩|车|袋|担|筐|垄)(?:[一二两三四五六七八九半]分?)?)?[一-龥]{1,4}?)(?:从[一-龥]{1,4}?)?(?:都|也|全)?(?:给)?(?P<verb>收|割|搬|劈|种|浇|喂|卸|晒|挑|砍|拔|扛|摘|挖|翻|锄|打|掰|剥|采|插|施|除|运|拖|腾|扫|掏|刨|捡|扎|捆|晾)(?:进来|上来|下来|上楼|下楼|进屋|进去|到|掉|光|完|好|脱|干净|了(?=[，。？]|$))"
    r"|(?P<noun3>柴火|柴|稻子|稻|谷子|油菜|菜|地|草|玉米|番薯|煤|垃圾|沙|砖|水)(?:都|也)?(?:给|帮|替)(?:他|她|老人|阿婆|大爷|家里)(?P<verb3>收|割|劈|种|浇|晒|挑|拔|挖|翻|锄|摘|运|码|搬|扛)(?:好|完|光|掉|了|来|进来)"
    r"|(?:帮|替|给|为)[一-龥]{0,8}?(?P<verb2>收|割|搬|劈|种|浇|喂|抬|卸|晒|挑|砍|拔|扛|摘|挖|翻|锄|掰|剥|采|插|除|运|腾|刨|捆)(?:了|好|完|掉)?(?:[一二两三四五六七八九十几半\d]+(?:亩|车|袋|担|筐|天|垄|个钟头|下)|一下|些|把)?(?P<noun2>稻谷|谷子|稻子|水稻|稻|柴火|柴|麦子|麦|油菜|菜|青菜|毛豆|羊|家具|煤|东西|粮食|玉米|番薯|草|水|鸡|行李|地|田|秧|西瓜|葡萄|橘子|垃圾|杂物)"
)
_FOR_THEM = re.compile(
    "[帮替给为代][^，。？]{0,15}[收割搬劈种浇喂卸抬晒挑砍拔扛摘挖翻锄打掰剥采插施除运拖腾扫掏刨捡扎捆晾码]"
)
_RESCUED = re.compile(
    r"(?:把|将|帮[他她]?)(?P<what>[一-龥]{0,12}?[一-龥])(?P<how>找回|寻回|抬上|捞上|捞|救|追回|送还|抬出|拖出|拉上|抓回|赶回)(?:来|到|了|起来){1,6}"
)
_REAPED = re.compile(
    "(?:帮|替|给)[^，。？没不]{0,6}(?P<verb>收|割|搬|劈|种|浇|卸|晒|挑|拔|摘|挖|翻|锄|掰|采|插|运|打)(?:光|完|好|掉|脱|上来|进来|了)"
)
_CROP = re.compile(
    "稻子|水稻|稻谷|稻|麦子|油菜|毛豆|玉米|番薯|柴|西瓜|葡萄|橘子|桃子|菜地|菜|地|田|草|煤|粮食"
)
_LABOUR_ITEM = re.compile(
    r"^[一二两三四五六七八九十几半\d]+(?:亩|车|袋|担|筐|垄)(?:[一二两三四五六七八九半]分?)?|^[他她的把]+|家的?"
)
_NOT_LABOUR = re.compile("钱|工资|药|证|款|孩|儿|老人|头|病|电话|针|费|人$")


def read(tale: Tale) -> Iterator[Given]:
    """Every service and medical help that was done."""
    hits = _outermost([h for h in tale.report.hits["worker/helps"] if _stands(tale, h)])
    for hit in hits:
        kind = hit.rule.data["kind"]
        item = hit.rule.data.get("item") or _said(tale.text[hit.start : hit.end])
        yield Given(Help(kind, item), hit.start, hit.end)
    done = {i for h in hits for i in range(h.start, h.end)}
    yield from _labour(tale, done)


def _outermost(hits: list[Hit]) -> list[Hit]:
    """烧热饭 and the 热饭 within are one."""
    return [
        h
        for h in hits
        if not any(
            o is not h and o.start <= h.start and h.end <= o.end and o.rule is h.rule for o in hits
        )
    ]


def _stands(tale: Tale, hit: Hit) -> bool:
    if tale.text[hit.start] in "没不" or (hit.rule.data.get("own") and _own(tale, hit)):
        return False
    if hit.rule.data.get("helped") and not _helped(tale, hit):
        return False
    return tale.happened(hit.start, hit.end)


def _helped(tale: Tale, hit: Hit) -> bool:
    """Whether somebody is told who did it or for whom: 额角缝了五针 alone is only a finding."""
    at = tale.index(hit.start)
    return any(_HELPER.search(c.text) for c in tale.clauses[max(0, at - 1) : at + 2])


def _own(tale: Tale, hit: Hit) -> bool:
    """爷爷烧饭, 炒菜油烟: somebody's own stove; 帮她烧饭 and a bare 烧了顿饭 are help."""
    clause = tale.report.clause(hit.start)
    before, rest = tale.text[clause.start : hit.start], tale.text[hit.start : clause.end]
    if _AT_IT.search(before) or _kin_came(tale, clause.start, before):
        return True
    if _HELPER.search(before):
        return False
    return bool(_KIN.search(before) or not _COMPLETE.search(rest)) and not _HELPER.search(rest)


def _said(words: str) -> str:
    """煮了一碗粥 is 煮粥."""
    return _FILLER.sub("", words)


def _labour(tale: Tale, done: set[int]) -> Iterator[Given]:
    """帮她把两亩油菜收进来了, 把走丢的羊找回来了."""
    for m in _FARM.finditer(tale.text) if _FOR_THEM.search(tale.text) else ():
        noun = _LABOUR_ITEM.sub("", m["noun"] or m["noun2"] or m["noun3"])
        if done.intersection(range(*m.span())) or not noun or _NOT_LABOUR.search(noun):
            continue
        if tale.happened(m.start(), m.end()):
            yield Given(
                Help("service", (m["verb"] or m["verb2"] or m["verb3"]) + noun), *m.span(), 0.6
            )
    for at in range(1, len(tale.clauses)):
        yield from _field_before(tale, at, done)
    for m in _RESCUED.finditer(tale.text):
        what = re.sub(".*的", "", m["what"])[-4:]
        if done.intersection(range(*m.span())) or _NOT_LABOUR.search(what):
            continue
        if tale.happened(m.start(), m.end()):
            yield Given(Help("other", m["how"][0] + what), *m.span(), 0.6)


def _field_before(tale: Tale, at: int, done: set[int]) -> Iterator[Given]:
    """四亩稻子没劳力收，替她割光了: the field stands in the clause before."""
    clause, earlier = tale.clauses[at], tale.clauses[at - 1]
    m = _REAPED.search(tale.text, clause.start, clause.end)
    crop = _CROP.search(earlier.text) if m else None
    if m and crop and not done.intersection(range(*m.span())) and tale.happened(*m.span()):
        yield Given(Help("service", m["verb"] + crop[0]), *m.span(), 0.6)


def _kin_came(tale: Tale, start: int, before: str) -> bool:
    """妹妹来照顾她，给她洗衣做饭: the clause before names a relative who does it."""
    at = tale.index(start)
    if at == 0 or not _NO_SUBJECT.match(before):
        return False
    earlier = tale.clauses[at - 1].text
    return bool(_KIN_CAME.search(earlier)) and "我" not in earlier


MEDICINE = re.compile(
    "(?P<name>[一-龥]{0,2}(?:药(?!店|盒|师|箱|费|钱|房|方|材|膏盒)|胰岛素|膏药|药膏)|氨氯地平|二甲双胍|阿司匹林|降糖药)"
)


def medicines(tale: Tale, taken: set[int]) -> Iterator[Given]:
    """配回来两盒降压药: medicine that was fetched from a doctor or chemist."""
    for at, clause in enumerate(tale.clauses):
        m = grammar("dispensed").search(clause.text)
        if not m or not tale.holds(at):
            continue
        place = clause.start + m.start()
        if place in taken or not tale.happened(place, clause.start + m.end()):
            continue
        drug = _drug(tale, at)
        if drug is None:
            continue
        item = re.sub("^(?:.*的)?[的了把给他她去好些点配开取拿买回来断]*", "", drug["name"])
        quantity, unit = amount_of(tale, drug, False)
        if quantity is None:
            quantity, unit = _counted(tale, at)
        item = item if len(item) > 1 else "药品"
        yield Given(
            Help("medical", item, quantity, unit),
            min(place, drug.start()),
            max(drug.end(), clause.start + m.end()),
        )


def _counted(tale: Tale, at: int) -> tuple[int | float | None, str | None]:
    text = tale.clauses[at].text
    m = re.search("(?P<n>[一二两三四五六七八九十]|\\d+)(?P<unit>盒|瓶|支|片|板|包)", text)
    if not m:
        return None, None
    n = m["n"]
    return (int(n) if n.isdigit() else "零一二三四五六七八九十".find(n.replace("两", "二"))), m[
        "unit"
    ]


def _drug(tale: Tale, at: int) -> re.Match[str] | None:
    """The medicine of this clause, else of the one before or behind."""
    for clause in (tale.clauses[at], *tale.clauses[max(0, at - 1) : at]):
        found = list(MEDICINE.finditer(tale.text, clause.start, clause.end))
        if found:
            return max(found, key=lambda m: len(m[0]))
    return None
