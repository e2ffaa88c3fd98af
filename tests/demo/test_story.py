"""The newspaper's family from the departments' files to the closed case: `jpf demo --once`."""

import re

import pytest

from core.logs import CITIZEN, PHONE
from demo.play import told_once
from demo.told import RESULT, WORDS

ILLNESS = ("病", "癌", "残疾", "精神", "抑郁", "瘫", "糖尿", "高血压")
ADDRESS = re.compile(r"\d+\s*(号|幢|室)|组\d")


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    import asyncio

    return asyncio.run(told_once(tmp_path_factory.mktemp("told")))


def test_every_step_happens(told):
    assert [step["step"] for step in told["steps"] if not step["ok"]] == []
    assert told["ok"]


def test_the_portrait_is_care_and_development_and_development_turns_green(told):
    assert told["portrait"]["before"] == {"关爱型": "绿 8", "发展型": "红 70"}
    assert told["portrait"]["after"] == {"关爱型": "绿 8", "发展型": "绿 20"}


def test_our_messages_carry_no_number_no_illness_no_address_and_no_name(told):
    greeting = "您好，我是精平扶"  # its example speaks of an illness, nobody's
    ours = [m["text"] for m in told["transcript"] if m["who"] == "精平扶"]
    ours = [text for text in ours if not text.startswith(greeting)]
    assert len(ours) > 15
    for text in ours:
        bare = text.replace(RESULT, "").replace(WORDS, "")
        assert not CITIZEN.search(bare) and not PHONE.search(bare)
        assert not [word for word in (*ILLNESS, "陆水根", "陆杰") if word in bare], bare
        assert not ADDRESS.search(bare), bare


def test_nothing_is_closed_by_received_a_number_or_a_tap(told):
    said = {m["text"] for m in told["transcript"] if m["who"] == "彭老师"}
    assert {"收到", "1"} <= said
