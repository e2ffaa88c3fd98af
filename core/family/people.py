"""One member in a few words: able to work or not, what he receives. Nothing of restricted lines."""

from collections.abc import Mapping
from typing import Any

from locales import tr

BENEFITS = {
    "dibao_listed": "低保",
    "tekun": "特困供养",
    "resident_pension": "居民养老金",
    "employee_pension": "职工养老金",
    "living_subsidy": "残疾人生活补贴",
    "nursing_subsidy": "残疾人护理补贴",
    "elder_allowance": "高龄津贴",
    "care_bed": "家庭养老床位",
}


def work_word(person: Mapping[str, Any], lang: str) -> str:
    """At school, at work, able but without work; "" for those who need not work, or unknown."""
    if person.get("in_school"):
        return tr("在读书", lang)
    if person.get("employed"):
        return tr("在上班", lang)
    if person.get("labour") and person.get("employed") is False:
        return tr("能干活，没上班", lang)
    return ""


def care_word(person: Mapping[str, Any], lang: str) -> str:
    """How far he looks after himself, for the full booklet only; "" when nothing is known."""
    words = {"full": "生活不能自理", "semi": "生活要人帮一把", "able": "生活能自理"}
    said = [tr(words[a], lang)] if (a := str(person.get("ability"))) in words else []
    if person.get("severe_disability"):
        said.append(tr("重度残疾", lang))
    return "，".join(said) if lang != "en" else ", ".join(said)


def benefits(person: Mapping[str, Any], lang: str) -> str:
    """What he receives, as far as it is on record."""
    held = [tr(word, lang) for column, word in BENEFITS.items() if person.get(column)]
    return ("、" if lang != "en" else ", ").join(held)
