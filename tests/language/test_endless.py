"""Words without end are read to their end: a pattern that tries every way to split them never is."""

import random

import pytest

from core.language import understand_resident, understand_worker
from core.language.learned.train import rows
from tests.language.test_readings import DATA

WORDS = (
    "倒是", "早就", "已经", "照样", "每个月", "前几年", "我家里", "帮他", "替老人", "给了", "一个", "两袋米", "还有",
    "送到了", "刚刚", "好了", "换成", "把他", "户口本上", "妈妈爸爸", "加起来", "全部都", "还给", "现在在",
)  # fmt: skip
LONG = 4_000


@pytest.mark.parametrize("between", ["，", "", " "])
def test_many_replies_in_one_are_read(between: str):
    said = [r["text"] for n in ("workers", "residents", "own_workers") for r in rows(DATA / f"{n}.jsonl")]  # fmt: skip
    random.Random(7).shuffle(said)
    whole = between.join(said)[: 3 * LONG]
    for at in range(0, len(whole), LONG):
        assert understand_worker(whole[at : at + LONG]).action
        assert understand_resident(whole[at : at + LONG]).intent


@pytest.mark.parametrize("word", WORDS)
def test_one_word_again_and_again_is_read(word: str):
    for said in (word * (600 // len(word)), "低保" + word * 60 + "停", "帮" + word * 60):
        assert understand_worker(said).action
        assert understand_resident(said).intent
