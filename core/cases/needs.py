"""What a visit found or was asked for, as offers of the catalogue, and what it saw of the family."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import yaml

from core.store.casework import Case

_CLAUSE = re.compile(r"[，。；！？、,;!?\s]+")
_ASKS = re.compile(r"缺|没有|少|要|想|盼|求|希望|申请|借|租|配|买不起")
_NOT = re.compile(
    r"不(要|想|用|需|缺|肯|愿)|没(缺|说要|提)|(主|重|只|快)要|已经|送到|送来|装好|领到|拿到|配好"
)


@cache
def _shelf(name: str) -> dict[str, list[str]]:
    path = Path(__file__).with_name(f"{name}.yaml")
    told: dict[str, list[str]] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return told


def needs() -> dict[str, list[str]]:
    """What each finding of a visit asks for."""
    return _shelf("needs")


def wanted(words: str) -> list[str]:
    """Offers that are asked for by name: 还缺轮椅, 要护理床, 想学手艺."""
    asking = [clause for clause in _CLAUSE.split(words) if not _NOT.search(clause)]
    return [
        offer
        for offer, nouns in _shelf("wanted").items()
        if any(_asked(noun, clause) for noun in nouns for clause in asking)
    ]


def _asked(noun: str, clause: str) -> bool:
    before, found, _ = clause.partition(noun)
    return bool(found and _ASKS.search(before))


def note(case: Case, findings: Sequence[str], words: str) -> None:
    """Keep with the case what this visit found beside what earlier ones did; the caller saves it."""
    found = [offer for finding in findings for offer in needs().get(finding, ())]
    seen = [name for finding in findings for name in _shelf("seen").get(finding, ())]
    for key, told in (("found_needs", [*wanted(words), *found]), ("seen", seen)):
        kept = case.evidence.get(key, ())
        case.evidence = {**case.evidence, key: list(dict.fromkeys([*kept, *told]))}
