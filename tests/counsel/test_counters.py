"""Matters of other counters get the right one and its phone; nothing of dibao is told."""

import re

import pytest

from core.counsel.counters import counter_for, counters
from locales.sentences import CHINESE
from tests.counsel.talk import says
from tests.factories import staff

MATTERS = [
    ("新居民孩子积分入学怎么弄", "school_by_points"),
    ("代办营业执照要多少钱", "business_licence"),
    ("我想开个小店，营业执照怎么办", "business_licence"),
    ("医保卡丢了怎么补办", "medical_card"),
    ("社保怎么转过来", "social_insurance"),
    ("公积金能提出来吗", "housing_fund"),
    ("身份证过期了去哪里换", "identity_papers"),
    ("路灯坏了没人修", "neighbourhood"),
    ("老板拖欠工资三个月了", "unpaid_wages"),
    ("离婚打官司要请律师吗", "legal_aid"),
]


@pytest.mark.parametrize(("said", "counter"), MATTERS)
def test_each_matter_has_its_counter(said, counter):
    assert counter_for(said).name == counter


@pytest.mark.parametrize(
    "said", ["家里三口人一个月两千能吃低保吗", "我爸摔伤了看病花了三万", "谢谢你"]
)
def test_a_need_is_nobodys_counter_but_ours(said):
    assert counter_for(said) is None


@pytest.mark.parametrize("counter", counters(), ids=lambda c: c.name)
def test_every_counter_can_be_told(counter):
    assert re.fullmatch(r"1\d{2,4}", counter.phone)
    assert counter.where and not CHINESE.search(counter.title_en + counter.where_en)
    assert not [w for w in counter.words for other in counters() if other != counter
                and w in other.words]  # fmt: skip


@pytest.mark.parametrize(("said", "counter"), MATTERS[:6])
async def test_in_the_conversation_the_way_is_shown_and_nothing_promised(said, counter, db, now):
    await staff(now)
    told = "\n".join(await says("chen", said, at=now))
    meant = next(c for c in counters() if c.name == counter)
    assert meant.phone in told and meant.where in told
    assert "低保" not in told and "申请" not in told
