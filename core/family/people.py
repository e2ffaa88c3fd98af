"""One member in a few words: able to work or not, what he receives. Nothing of restricted lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from locales import tr


@dataclass(frozen=True)
class Received:
    """Something a person may receive, and the class of data that says so."""

    word: str
    class_id: str


RECEIVED = {
    "dibao_listed": Received("低保", "P01-01"),
    "tekun": Received("特困供养", "P01-02"),
    "resident_pension": Received("居民养老金", "P03-01"),
    "employee_pension": Received("职工养老金", "P03-02"),
    "living_subsidy": Received("残疾人生活补贴", "P01-10"),
    "nursing_subsidy": Received("残疾人护理补贴", "P01-10"),
    "elder_allowance": Received("高龄津贴", "M01-05"),
    "care_bed": Received("家庭养老床位", "M01-03"),
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
    return tr("，", lang).join(said)


def benefits(person: Mapping[str, Any], lang: str) -> str:
    """What he receives, as far as it is on record."""
    held = [tr(one.word, lang) for column, one in RECEIVED.items() if person.get(column)]
    return tr("、", lang).join(held)
