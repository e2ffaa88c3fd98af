"""What a monitor says aloud: short, spoken, easy to read, and nothing that shames or endangers."""

import re

import pytest

from scheduler.monitors import monitors

SHELF = list(monitors().values())
every_monitor = pytest.mark.parametrize("monitor", SHELF, ids=[m.id for m in SHELF])
LONGEST = 26
STIFF = re.compile(
    "予以|上述|相关|进行|系统|用户|提交|填写|及时|请知悉|逾期|办理人|"
    "事项|予|须|兹|尚未|之|贵|特此|核查|审批|开展|落实|帮扶对象|该户"
)
# Dossier 9.1: identity, illness, grade of a disability, violence, crime, why a guardian is gone.
SECRET = re.compile(
    "低保|低边|特困|单人保|困难户|低收入|救助对象|身份证|银行卡|存款|病|"
    "癌|瘤|残|精神|抑郁|障碍|失能|痴呆|家暴|暴力|打人|虐待|警察|民警|"
    "出警|犯|罪|刑|监狱|坐牢|拘|收押|戒毒|吸毒|释放|孤儿|无人抚养|离婚|"
    "失踪|诈骗|学校|姓名"
)
SECRET_EN = re.compile(
    r"\b(?:"
    "dibao|tekun|low-income|poor|disab|ill|sick|cancer|mental|psych|violen|abuse|"
    "beat|police|crime|prison|jail|detain|drug|orphan|divorce|fraud|savings"
    ")"
)


def told(monitor):
    """Every Chinese sentence a worker or a called unit may read in a message."""
    watch = monitor.watch
    return (watch.why, watch.ask, watch.need, watch.proof)


def told_in_english(monitor):
    watch = monitor.watch
    return (watch.why_en, watch.ask_en, watch.need_en, watch.proof_en)


@every_monitor
def test_its_sentences_are_short_and_spoken(monitor):
    for text in told(monitor):
        for sentence in filter(None, re.split(r"[。！？\n]", text)):
            assert len(sentence) <= LONGEST, f"{len(sentence)}: {sentence}"
        assert not STIFF.search(text), text


@every_monitor
def test_its_words_are_among_the_three_thousand_most_common(monitor):
    for han in re.findall(r"[一-鿿]", "".join(told(monitor))):
        first = han.encode("gb2312", "ignore")[:1]
        assert b"\xb0" <= first <= b"\xd7", han


@every_monitor
def test_it_gives_nobody_away(monitor):
    for text in told(monitor):
        assert not SECRET.search(text), text
    for text in told_in_english(monitor):
        assert not SECRET_EN.search(text.lower()), text


@every_monitor
def test_it_asks_a_question_or_says_what_to_do_in_both_languages(monitor):
    assert all(told(monitor)) and all(told_in_english(monitor))
    assert all(re.search(r"[一-鿿]", text) is None for text in told_in_english(monitor))
    assert re.match(r"有? ?1 |答应 1 |物价", monitor.watch.need)
    assert not monitor.watch.need.endswith("。")


def test_children_and_restricted_matters_stay_on_their_line():
    lines = {m.id: m.watch.line for m in SHELF if m.watch.line}
    assert lines == {
        "MON-22": "children",
        "MON-23": "children",
        "MON-24": "children",
        "MON-51": "children",
        "MON-25": "restricted",
        "MON-35": "restricted",
        "MON-48": "restricted",
    }
