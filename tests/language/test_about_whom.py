"""Whom a message is about: each ability with wordings of its own."""

import pytest

from core.language import understand_resident


@pytest.mark.parametrize(
    ("said", "who"),
    [
        # the one something is asked for or brought before the office for
        ("我要替老公报那个焊工班", "husband"),
        ("帮同村的陆阿伯递个特困的表", "villager"),
        ("替我丈母娘问问，八十二了高龄津贴怎么还没有", "relative"),
        ("大姑七十六，姑父八十一，姑父中风躺着，能给姑父装张护理床吗", "uncle"),
        ("爸在外头打工，我上大一，弟弟读初二，弟弟的学费能免吗", "brother"),
        # the word the house itself uses for its people
        ("男人尿毒症，一个礼拜透析三次，自己掏了三万，能救助吗", "husband"),
        ("孩他爸腿摔断了，住院自己付了四万", "husband"),
        ("娃他妈乳腺癌，化疗自费两万", "wife"),
        ("家父八十七，失能两年", "father"),
        ("家母九十，独居", "mother"),
        ("爷娘都八十几了，高龄津贴有伐", "parents"),
        ("嬢嬢六十五，尿毒症，能申请医疗救助吗", "relative"),
        ("我姑娘读大二，学费交不出", "daughter"),
        ("舍弟精神二级，护理补贴能领吗", "brother"),
        # what the speaker is to 他 and 她
        ("我是她孙子。她八十八了一个人住，有人上门照顾吗", "grandmother"),
        ("我是他姐，他视力一级，护理补贴能不能领", "brother"),
        ("我是他大儿子，老头子八十一，失能，养老床位轮得到吗", "father"),
        ("我是她儿媳，她七十九瘫在床上", "relative"),
        # 他 and 她 are the one spoken of, not somebody beside
        ("男人精神二级，两个小孩都上小学，护理补贴他有份吗", "husband"),
        ("侄女父母都没了，跟着奶奶过，孤儿的钱她能拿吗", "niece"),
        ("我老公他弟弟智力三级，生活补贴能给他领吗", "relative"),
        # not me but
        ("不是我生病是我爱人，肺癌，自费花了五万", "spouse"),
    ],
)
def test_the_one_the_question_is_asked_for_is_the_one_it_is_about(said: str, who: str):
    assert understand_resident(said).facts.get("relation") == who


@pytest.mark.parametrize(
    "said",
    [
        "五保老人过世了骨灰盒的钱公家出吗",
        "窗口那个小姑娘态度太差",
        "几个老姐妹都在讲公租房，到底什么条件",
        "单身男人也能申请公租房吗",
        "低保户子女考上大学有没有奖励",
    ],
)
def test_people_in_general_are_nobody(said: str):
    assert "relation" not in understand_resident(said).facts


def test_the_smoke_next_door_endangers_the_one_inside_who_gives_no_answer():
    assert understand_resident("隔壁阿公屋里冒黑烟，喊他没声音").facts["relation"] == "neighbour"
    assert "relation" not in understand_resident("隔壁着火了快来").facts


@pytest.mark.parametrize(
    ("said", "who", "key", "value"),
    [
        ("老公的妹妹四十七了，肢体二级，生活补贴有吗", "relative", "disability_grade", 2),
        ("舅舅脑梗躺床上，舅妈天天服侍。今年自费两万五", "uncle", "medical_selfpaid_year", 25000),
        ("女儿离了，前夫进去了，她一个月三千五", "daughter", "person_income_month", 3500),
        ("就剩我跟老太婆两个，我八十她七十八", "wife", "age", 78),
        ("八十九岁的是我婆婆不是我妈，高龄津贴婆婆能领吗", "relative", "age", 89),
        ("小姑子离婚回来了，带个六岁的，她够低保吗", "nephew", "age", 6),
    ],
)
def test_a_fact_is_told_of_the_one_it_is_said_of(said: str, who: str, key: str, value: object):
    read = understand_resident(said)
    people = [read.facts, *read.others]
    assert value in [p.get(key) for p in people if p.get("relation") == who]


def test_the_friends_of_ones_kin_are_not_ones_kin():
    read = understand_resident("我儿子的同学家里是低保")
    assert all(p.get("relation") != "son" for p in (read.facts, *read.others))


def test_a_child_told_of_next_door_is_in_danger_next_door():
    read = understand_resident("隔壁两口子又打起来了，孩子才三岁，哭得吓人")
    assert (read.intent, read.facts.get("relation")) == ("crisis", "neighbour")
