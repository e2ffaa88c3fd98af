"""The plain way to read people: does a word stand in the message. What understanding is measured against."""

import re
from typing import Any

INTENTS = {
    "crisis": "想死 不想活 自杀 着火 起火 煤气 打我 打死 昏倒 昏迷 走丢 救命 没饭吃 喝农药 跳楼 跳河 被骗",
    "human": "人工 客服 真人 找个人 打电话给我",
    "complaint": "投诉 举报 凭什么 不公平 态度差 没人管",
    "progress": "进度 批了没 审核 到账 什么时候发 还没发 多久",
    "apply": "我要申请 我想申请 帮我申请 登记 报名",
    "update_info": "去世了 搬家 换了 找到工作 离婚了 出院 变更",
    "eligibility": "能不能 能吃 可以申请 符合 有没有补助 有什么补 够不够 怎么办 能办 能拿",
    "policy_info": "是什么 多少钱 怎么申请 材料 标准 条件 哪里办 政策",
}  # fmt: skip
TOPICS = {
    "dibao": "低保",
    "tekun": "特困 五保",
    "dibao_edge": "低边 低保边缘",
    "expenditure_hardship": "支出型",
    "temporary_assistance": "临时救助 没饭吃 没钱吃饭",
    "disability_living_subsidy": "生活补贴 两项补贴",
    "disability_care_subsidy": "护理补贴 两项补贴",
    "old_age_allowance": "高龄 尊老金",
    "elderly_care_bed": "养老床位 居家养老 呼叫",
    "medical_assistance": "医疗救助 医药费 看病 住院费 报销",
    "education_aid": "助学 学费 学杂费 读书",
    "employment_help": "就业 找工作 培训 失业",
    "housing": "危房 漏雨 公租房 廉租房 房租",
    "child_protection": "孤儿 留守 困境儿童 没人管",
    "price_subsidy": "物价补贴 价格补贴",
    "funeral": "丧葬 火化 骨灰",
    "electricity_discount": "电费",
    "charity": "慈善 基金 捐",
    "traffic_accident_fund": "道路救助 车祸 肇事",
    "prosthesis": "假肢",
    "other": "轮椅 证明 慰问金",
}  # fmt: skip
RELATIONS = {
    "mother": "我妈 我娘 母亲",
    "father": "我爸 我爹 父亲",
    "wife": "老婆 妻子",
    "husband": "老公 丈夫",
    "son": "儿子",
    "daughter": "女儿",
    "neighbour": "邻居",
    "grandmother": "奶奶 外婆",
    "grandfather": "爷爷 外公",
    "family": "我家 我们家",
    "self": "我",
}  # fmt: skip
ACTIONS = {
    "refused": "不开门 不让进 拒绝",
    "not_home": "不在家 没人",
    "scheduled": "明天去 下午去 约",
    "false_alarm": "误报 搞错 不实 没有这回事",
    "transferred_wrong_grid": "不是我 不归我 网格",
    "needs_department": "需要 请民政 联系",
    "already_helped": "已经帮 已办 早就",
    "question": "吗 ？",
    "accept": "收到 好的",
    "visited": "去过 去了 上门 看过 见到 走访",
}  # fmt: skip
FINDINGS = {
    "unemployed": "没工作 失业",
    "lives_alone": "独居 一个人住",
    "bedridden": "卧床",
    "ill": "生病",
    "disabled": "残疾",
    "debt": "欠债 借钱",
    "no_money": "没钱",
    "low_food": "没米",
    "house_leak": "漏雨",
    "moved_away": "搬走",
    "deceased": "去世 过世",
    "found_job": "上班",
    "hospitalized": "住院",
    "no_carer": "没人照顾",
    "power_off": "停电 没电",
    "stable": "挺好 正常",
    "not_poor": "不困难",
}  # fmt: skip
DEPARTMENTS = (
    "人社 医保 卫健 教育 残联 住建 民政 慈善 公安 妇联 消防 供电 司法 团委 工会 退役军人 城管"
)
HELPS = {
    "送了": "goods",
    "给了": "cash",
    "带了": "goods",
    "修好": "repair",
    "办好": "policy_application",
}
_AGE = re.compile(r"(\d{1,3})岁?了")
_PEOPLE = re.compile(r"(\d)口人")
_GRADE = re.compile(r"([一二三四1-4])级")
_MONEY = re.compile(r"一?个?月.{0,4}?(\d{3,5})")
_GOODS = re.compile(
    r"(送了|给了|带了|修好|办好)[一二两三四五六七八九十\d]*[袋桶箱斤床个]?(?P<item>[^，。\s]{1,4})"
)


def resident(text: str) -> dict[str, Any]:
    """A resident's message by words that stand in it."""
    facts: dict[str, Any] = {}
    if who := _first(RELATIONS, text):
        facts["relation"] = who
    for key, pattern in (
        ("age", _AGE),
        ("household_size", _PEOPLE),
        ("person_income_month", _MONEY),
    ):
        if m := pattern.search(text):
            facts[key] = int(m[1])
    if m := _GRADE.search(text):
        facts["disability_grade"] = "一二三四".find(m[1]) + 1 or int(m[1])
    return {
        "intent": _first(INTENTS, text) or "greeting_or_other",
        "topics": [t for t, words in TOPICS.items() if _any(words, text)],
        "facts": facts,
    }


def worker(text: str) -> dict[str, Any]:
    """A worker's reply by words that stand in it."""
    helps = [{"kind": HELPS[m[1]], "item": m["item"]} for m in _GOODS.finditer(text)]
    return {
        "action": _first(ACTIONS, text) or "unknown",
        "helps": helps,
        "findings": [f for f, words in FINDINGS.items() if _any(words, text)],
        "departments": [d for d in DEPARTMENTS.split() if d in text],
    }


def _first(shelf: dict[str, str], text: str) -> str | None:
    return next((name for name, words in shelf.items() if _any(words, text)), None)


def _any(words: str, text: str) -> bool:
    return any(word in text for word in words.split())
