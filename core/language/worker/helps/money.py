"""What money is called: by its own name, by what it paid for, by who gave it."""

import re

from core.language.worker.helps.terms import named

_NAMES_MONEY = re.compile(".[费金租]$|补贴$|津贴$|补助$|.{2}报销$|赔偿$|押金$|大病")
_ANY_FEE = re.compile(
    "(?P<fee>[油饭路车船]钱|(?:[学书药水电气房油餐饭路车船话网护押定工运托班杂材检诉律拖停维安租餐床伙丧挂保餐]{1,2}|[一-龥]{2})费)"
)
_OFFICE = re.compile("站|中心|所|办|局|[金款]?(?:协会|总会|基金会)")  # 救助站给了路费
_LIABLE = re.compile("工伤|肇事|车祸|保险公司|老板当场|对方赔")
_MEDICAL = re.compile("医|药|针|疫苗|破伤风|住院|检查|看病|急诊|卫生院|配镜|牙")
_ADVANCED = re.compile("垫|付|交|缴|结")
_WORKMAN = re.compile("师傅|修好|修理|维修|接好|通好|换好|电工|水工|木匠|泥瓦")
_GIFT = re.compile("慰问|慈善|红包|村里|社区|镇里|民政|残联|妇联|工会|企业|送")


def nearest(text: str, at: int) -> str:
    """The name of money that stands nearest to a place of a clause, or ""."""
    known, pattern = named("cash_items")
    near = [m for m in pattern.finditer(text) if not _OFFICE.match(text, m.end())]
    if near:
        said = min(near, key=lambda m: min(abs(m.start() - at), abs(m.end() - at)))[0]
        return said if _NAMES_MONEY.search(said) else known[said]
    fee = _ANY_FEE.search(text)
    return fee["fee"] if fee else ""


def unnamed(clause: str, text: str) -> str:
    """What money without a name is called, by who gave it."""
    if re.search("钱(?:已经|都)?打进|打到卡", text):
        return "低保金"
    if "慈善" in clause:
        return "慈善慰问金"
    if _LIABLE.search(text):
        return "赔偿"
    if "欠" in clause:
        return "欠款"
    if _MEDICAL.search(text) and _ADVANCED.search(text):
        return "医药费"
    if _WORKMAN.search(text):
        return "修理费"
    return "慰问金" if _GIFT.search(text) else "现金"
