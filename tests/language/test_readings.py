"""What residents and workers say in words nobody has listed, read as the contract wants it."""

from itertools import accumulate
from pathlib import Path

import pytest

from core.language import understand_resident, understand_worker
from core.language.learned import sounds
from core.language.learned.train import held_back, rows
from core.language.reading import tokens
from core.language.reading.message import Message
from core.language.reading.shelf import table

DATA = Path(__file__).with_name("data")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("我爸突然昏过去了", "acute_illness"),
        ("我妈昏倒在卫生间，流血了", "acute_illness"),
        ("小侄女被她继父摸", "child_abuse"),
        ("勿想活哉，一了百了", "self_harm"),
        ("我準備從樓上跳下去", "self_harm"),
        ("bu xiang huo le", "self_harm"),
        ("老公拿刀要砍我", "violence"),
        ("奶奶出去买菜到现在没回来，她有痴呆", "missing_elder"),
        ("厨房着火了", "fire"),
        ("煤气味重得很，头晕", "gas"),
        ("家里一粒米都没了，三天没吃", "no_food"),
        ("公安打电话叫我把钱转到安全账户，我转了", "fraud"),
    ],
)
def test_danger_is_heard_first(said: str, kind: str):
    read = understand_resident(said)
    assert (read.intent, read.crisis[0]) == ("crisis", kind)


@pytest.mark.parametrize(
    "said",
    [
        "我妈六十五",
        "饿死了快去吃饭",
        "昨晚梦见房子着火",
        "去年家里着火补助过一次",
        "我家猫不见了",
        "这破手机卡得想跳楼",
        "老公卧床三年",
        "岳父八十，护工四千一个月",
    ],
)
def test_figures_of_speech_and_bare_facts_are_no_danger(said: str):
    assert understand_resident(said).intent != "crisis"


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ("一个月一共才一千八，够低保吗", {"household_income_month": 1800}),
        (
            "我嫂子四十二，精神残疾三级",
            {"age": 42, "disability_kind": "精神", "disability_grade": 3},
        ),
        ("奶奶八十七一个人在乍浦", {"age": 87, "lives_alone": True, "town": "乍浦镇"}),
        ("老爹七十大几了还在扫地", {"age": {"min": 75, "max": 79}}),
        ("wo ma qi shi sui le neng ling gao ling bu tie ma", {"relation": "mother", "age": 70}),
        ("隔壁王阿婆一个人住，八十六了", {"relation": "neighbour", "age": 86}),
        ("我爱人乳腺癌，自费九万", {"relation": "wife", "medical_selfpaid_year": 90000}),
        ("每月吃药五百，医保报两百，自己出三百", {"medical_selfpaid_month": 300}),
    ],
)
def test_facts_are_read_in_any_form(said: str, facts: dict[str, object]):
    read = understand_resident(said).facts
    assert {key: read.get(key) for key in facts} == facts


def test_a_rule_that_is_asked_about_is_nobodys_fact():
    assert understand_resident("护理补贴一级残疾一个月多少").facts == {}


def test_the_month_of_a_dismissal_is_no_span_of_time():
    assert "unemployed_months" not in understand_resident("我五十三，去年八月被裁的").facts


def test_two_sons_are_two_people():
    read = understand_resident("我家大儿子初三小儿子五年级，老公工伤，能申请啥")
    stages = [p.get("student_stage") for p in (read.facts, *read.others)]
    assert {"junior", "primary"} <= set(stages)


@pytest.mark.parametrize(
    "said",
    [
        "答应给两袋米",
        "本来想送油，他不要",
        "本来约好送米，车坏了没去成",
        "轮椅没到货",
        "没给钱",
        "考虑给他装烟感",
        "如果批了低保就好了",
        "他自己买了五十斤米",
        "米送到门口他不让进",
        "原来给的轮椅坏了",
        "红包被他推回来了",
        "低保已经帮她报上去了，还没批",
        "老人给了我两个粽子",
        "阿婆心口痛，我叫了120就走了，没送成",
    ],
)
def test_what_was_not_given_is_no_help(said: str):
    assert [h for h in understand_worker(said).helps if h.kind != "medical"] == []


@pytest.mark.parametrize(
    ("said", "kind", "amount"),
    [
        ("工会慰问了两千", "cash", 2000),
        ("替他把房租交了两个月，一千二", "cash", 1200),
        ("带了两提纸巾，一箱八宝粥", "goods", None),
        ("把空调装上了，残联出的钱", "goods", None),
        ("陪他去银行改了密码", "service", None),
        ("厕所帮他通好了", "repair", None),
    ],
)
def test_help_that_was_given_is_counted(said: str, kind: str, amount: int | None):
    assert (kind, amount) in [(h.kind, h.amount_yuan) for h in understand_worker(said).helps]


@pytest.mark.parametrize(
    ("said", "action"),
    [
        ("收到", "accept"),
        ("没走访，今天开会去了", "unknown"),
        ("敲了门，里面有电视声就是不开", "not_home"),
        ("人家不愿意让我进门", "refused"),
        ("这个人村里没有，查无此人", "false_alarm"),
        ("她已经在领护理补贴了，每月五百", "already_helped"),
    ],
)
def test_actions_are_told_apart(said: str, action: str):
    assert understand_worker(said).action == action


def test_a_department_that_comes_along_is_not_asked():
    assert understand_worker("下周二联合民政一起上门").departments == ()


def test_every_danger_and_fact_points_at_words_of_the_message():
    said = "我爸突然昏过去了，他七十三岁，糖尿病"
    for span in understand_resident(said).spans:
        assert span.said == said[span.start : span.end]


def test_nothing_that_is_measured_was_learned_from():
    learned = {row["text"] for name in ("own_residents", "own_workers") for row in _rows(name)}
    for kind in ("intents", "crisis", "actions", "relations"):
        said = (DATA / f"wordings_{kind}.yaml").read_text("utf-8").splitlines()
        learned |= {line[2:].strip('"') for line in said if line.startswith("- ")}
    kept = [r["text"] for n in ("residents", "workers") for r in _rows(n) if held_back(r["id"])]
    measured = [
        row["text"]
        for kind in ("later", "unseen")
        for who in ("residents", "workers")
        for row in _rows(f"{kind}_{who}")
    ]
    assert kept and measured
    assert learned.isdisjoint([text for text in kept + measured if len(text) > 8])


def test_the_table_of_sounds_is_what_the_library_says():
    told = {row["syllable"]: row["characters"] for row in table("learned/readings")}
    assert told == sounds.readings()


def _rows(name: str) -> list[dict[str, str]]:
    return rows(DATA / f"{name}.jsonl")


def test_words_end_where_the_library_ends_them():
    cut = tokens.tokenizer().cut
    labelled = [row["text"] for name in ("residents", "workers") for row in _rows(name)]
    for text in [
        *(Message(text).text for text in labelled[:300]),
        "ab12 低保2cc#户1",
        "我 a_b-2.5%",
        "",
    ]:
        places = {0} | set(accumulate(len(token) for token in cut(text, HMM=False)))
        assert tokens.edges(text) == places


def test_who_may_be_meant_is_offered_and_the_named_one_is_read():
    words = "爸爸残疾二级，我失业半年，家里能申请低保吗"
    heard = understand_resident(words)
    assert "relation" in heard.uncertain
    assert set(heard.between) == {"self", "father"}
    assert "relation" not in heard.facts
    named = understand_resident(words, about="father")
    assert named.between == ()
    assert named.facts["relation"] == "father"
    assert named.facts["disability_grade"] == 2


def test_nobody_is_asked_for_where_nothing_hangs_on_it():
    assert understand_resident("享受高龄补贴的老人能不能领农保").between == ()
    assert understand_resident("我家三口人，一个月两千，能申请低保吗").between == ()
