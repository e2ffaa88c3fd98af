"""Only what was really given is help; what was given is read in many wordings."""

import pytest

from core.language import understand_worker


@pytest.mark.parametrize(
    "said",
    [
        "要是能批下来，先给两千应急",
        "下午把药给她带过去",
        "15号送助行器",
        "我去买床被子再上门",
        "她女儿给买的轮椅放着不用",
        "孩子穿的衣服都是别人给的",
        "他拿着拐杖在门口走",
        "老伴给他换了尿布",
        "正在给小孩洗衣服，人挺精神",
        "他把电动车给侄子了",
        "给她看了药盒，药没按时吃",
        "拿药回来路上摔了",
        "给他红包推来推去最后没要",
        "准备给她申请临时救助，材料还差一个",
        "送餐的人没来",
        "家里添了新冰箱新空调，不像困难的",
        "收到的礼包拿回家了吗",
    ],
)
def test_what_was_planned_owned_or_refused_is_no_help(said: str):
    assert understand_worker(said).helps == ()


@pytest.mark.parametrize(
    ("said", "kind", "amount"),
    [
        ("给了他三百，不对，是两百", "cash", 200),
        ("老人没钱买药我掏了六十", "cash", 60),
        ("村里凑了3600块，今天交到他手上", "cash", 3600),
        ("房租替他交掉了，两个月一千", "cash", 1000),
        ("村医上门挂了盐水", "medical", None),
        ("120接走了", "medical", None),
        ("窗户玻璃碎了，给配上了", "repair", None),
        ("煤气没了帮他扛了一罐", "service", None),
        ("给孩子补了两个钟头数学", "service", None),
        ("保育员培训结业了", "training", None),
        ("防滑垫和夜灯都给装好了", "goods", None),
    ],
)
def test_what_was_given_is_read(said: str, kind: str, amount: int | None):
    helps = understand_worker(said).helps
    assert (kind, amount) in [(h.kind, h.amount_yuan) for h in helps]


@pytest.mark.parametrize(
    "said",
    [
        "人家不领情，说自己过得去",
        "老头脾气犟，门一摔进去了",
        "不让装床垫，说像坐牢",
        "叫我滚，说别来看笑话",
        "儿子不同意老人去敬老院",
    ],
)
def test_who_will_not_have_it_refuses(said: str):
    assert understand_worker(said).action == "refused"
