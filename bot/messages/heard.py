"""What we heard a resident say, said back to him before it is used."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from bot.messages import Raw, fill, lines
from bot.messages.relations import called
from locales import tr

if TYPE_CHECKING:
    from core.language import Resident

FACTS = {
    "household_size": "👪 {v} 口人",
    "age": "🎂 {who}{v} 岁",
    "household_income_month": "💰 一家一个月 {v}",
    "person_income_month": "💰 {who}一个月 {v}",
    "income_year": "💰 {who}一年 {v}",
    "deposits": "💰 存款 {v}",
    "has_car": "🚗 有汽车",
    "houses": "🏠 {v} 套房",
    "medical_selfpaid_year": "🏥 {who}看病一年自己付了 {v}",
    "medical_selfpaid_month": "🏥 {who}看病一个月自己付 {v}",
    "illness": "🏥 {who}{v}",
    "disability_grade": "🦽 {who}残疾 {v} 级",
    "disability_kind": "🦽 {who}{v}残疾",
    "unemployed_months": "💼 {who}{v} 个月没工作",
    "can_work": "💼 {who}能干活",
    "lives_alone": "🏠 {who}一个人住",
    "bedridden": "🛏 {who}躺在床上",
    "graduated_years_ago": "🎓 {who}毕业 {v} 年",
    "student_stage": "🎓 {who}在读{v}",
    "widowed": "👤 {who}丧偶",
    "divorced": "👤 {who}离婚",
    "orphan": "👤 {who}没有爸妈了",
    "hukou_local": "📍 {who}户口在本地",
    "receives": "✅ 正在领{v}",
    "town": "📍 {v}",
}  # fmt: skip
DENIED = {
    "has_car": "🚗 没有汽车", "can_work": "💼 {who}干不了活", "hukou_local": "📍 {who}户口不在本地",
    "lives_alone": "🏠 {who}不是一个人住",
}  # fmt: skip
STAGES = {
    "kindergarten": "幼儿园", "primary": "小学", "junior": "初中", "senior": "高中",
    "vocational": "中专", "college": "大学", "graduate": "研究生",
}  # fmt: skip
MONEY = {
    "household_income_month", "person_income_month", "income_year", "deposits",
    "medical_selfpaid_year", "medical_selfpaid_month",
}  # fmt: skip
HIDDEN = ("illness",)  # not said back where the channel leaves the country


def facts_told(heard: "Resident", lang: str, *, domestic: bool) -> Raw | None:
    """The facts we heard, one line each, of each person; None when there was none."""
    told = of_people([heard.facts, *heard.others], lang, domestic=domestic)
    return lines(*told) if told else None


def of_people(people: Iterable[Mapping[str, Any]], lang: str, *, domestic: bool) -> list[str]:
    """One line a fact, each said once."""
    told = [line for one in people for line in _of_one(one, lang, domestic)]
    return list(dict.fromkeys(told))


def _of_one(facts: Mapping[str, Any], lang: str, domestic: bool) -> list[str]:
    who = called(str(facts.get("relation", "")), lang)
    who = f"{who} " if who else ""
    shown = [n for n in facts if n in FACTS and (domestic or n not in HIDDEN)]
    sentences = {n: DENIED.get(n, "") if facts[n] is False else FACTS[n] for n in shown}
    return [
        fill(sentence, lang, v=_told(n, facts[n], lang), who=who)
        for n, sentence in sentences.items()
        if sentence
    ]


def _told(name: str, value: object, lang: str) -> str:
    amount = _amount(value, lang)
    if name not in MONEY:
        return amount
    return tr("{v}元" if amount.endswith(tr("万", lang)) else "{v} 元", lang, v=amount)


def _amount(value: object, lang: str) -> str:
    if isinstance(value, dict):
        least, most = value.get("min"), value.get("max")
        return f"{_number(least, lang)}–{_number(most, lang)}" if least else _number(most, lang)
    if isinstance(value, list | tuple):
        return "、".join(_word(v, lang) for v in value)
    return _word(value, lang) if isinstance(value, str) else _number(value, lang)


def _word(value: object, lang: str) -> str:
    """A topic, a school stage, or somebody's own word."""
    names = {topic: zh for zh, topic in TOPICS.items()}
    word = names.get(str(value)) or STAGES.get(str(value))
    return tr(word, lang) if word else str(value)


def _number(value: object, lang: str) -> str:
    """30000 is said 3 万."""
    if isinstance(value, int | float) and value >= 10000 and value % 1000 == 0:
        return tr("{n} 万", lang, n=f"{value / 10000:g}") if lang == "zh" else f"{value:,}"
    return f"{value:g}" if isinstance(value, float) else str(value)


TOPICS = {
    "低保": "dibao", "特困": "tekun", "低保边缘": "dibao_edge", "支出型": "expenditure_hardship",
    "临时救助": "temporary_assistance", "残疾人生活补贴": "disability_living_subsidy",
    "残疾人护理补贴": "disability_care_subsidy", "高龄津贴": "old_age_allowance",
    "养老服务补贴": "elderly_care_bed", "医疗救助": "medical_assistance", "助学": "education_aid",
    "就业帮扶": "employment_help", "住房救助": "housing", "孩子的补贴": "child_protection",
    "物价补贴": "price_subsidy", "丧葬补贴": "funeral", "电费优惠": "electricity_discount",
    "慈善": "charity", "车祸救助": "traffic_accident_fund", "假肢": "prosthesis",
}  # fmt: skip
