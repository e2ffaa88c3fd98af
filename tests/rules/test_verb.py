"""`jpf eligible`: one JSON list for programs, short lines for people, one sentence for mistakes."""

import io
import json

import pytest

from jpf.__main__ import main

MOTHER = '{"relation": "mother", "age": 86, "hukou_local": true, "receives": ["dibao"]}'


@pytest.fixture
def ask(tmp_path, capsys, monkeypatch):
    def run(*arguments, told=MOTHER):
        monkeypatch.setattr("sys.stdin", io.StringIO(told))
        code = main(["eligible", *arguments, "--home", str(tmp_path)])
        return code, capsys.readouterr()

    return run


def test_json_is_a_list_of_every_rule_as_promised(ask):
    code, said = ask("--facts", "-", "--at", "2023-07-15", "--json")
    found = json.loads(said.out)
    assert code == 0 and said.err == ""
    assert [v["id"] for v in found] == [f"R-{n:02}" for n in range(1, 35)]
    for verdict in found:
        assert verdict["verdict"] in ("yes", "no", "unknown")
        assert {"name", "because", "ask", "amount", "documents", "where"} <= set(verdict)
        for because in verdict["because"]:
            assert {"condition", "value", "limit", "holds", "source"} <= set(because)
    allowance = found[11]
    assert allowance["verdict"] == "yes"
    assert allowance["where"] == "村（社区）、手机“浙里办”搜“救助一件事”"
    assert allowance["documents"] == ["身份证", "银行卡"]
    assert allowance["amount"]["words"] == "以镇街认定为准"


def test_the_next_question_stands_at_the_rules_it_brings_forward(ask):
    _, said = ask("--facts", "-", "--at", "2023-07-15", "--json")
    found = json.loads(said.out)
    (question,) = {json.dumps(v["next_question"]) for v in found if v["next_question"]}
    concerned = [v["id"] for v in found if v["next_question"]]
    assert json.loads(question)["for"] == concerned
    assert all(v["verdict"] == "unknown" for v in found if v["next_question"])


def test_a_file_is_read_as_well(ask, tmp_path):
    path = tmp_path / "told.json"
    path.write_text('{"facts": {"age": 70}, "others": []}', "utf-8")
    assert ask("--facts", str(path), "--json")[0] == 0


def test_people_get_short_lines_and_the_last_word_is_the_towns(ask):
    code, said = ask("--facts", "-", "--at", "2023-07-15", "--about", "R-15")
    assert code == 0
    assert "很可能可以申请\n　R-05" in said.out
    assert "初步看，最终以镇街认定为准。" in said.out
    assert "高龄津贴：每月一笔津贴（以镇街认定为准）" in said.out
    assert "不符合" not in said.out and "？ 您有残疾证吗？几级？　[没有]" in said.out


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("{", "不是 JSON"),
        ("[]", "JSON 对象"),
        ('{"agee": 3}', "是不是想写“age”"),
        ("3", "JSON 对象"),
    ],
)
def test_mistakes_get_one_sentence(ask, told, words):
    code, said = ask("--facts", "-", told=told)
    assert code == 1 and words in said.err and said.err.count("\n") == 1


def test_without_facts_it_says_what_to_give(ask):
    code, said = ask()
    assert code == 1 and "--facts" in said.err


def test_names_lists_what_may_be_told(ask):
    code, said = ask("--names", "--json")
    names = {fact["name"] for fact in json.loads(said.out)}
    assert code == 0 and {"age", "n_members", "status"} <= names
    assert "age\t年龄" in ask("--names")[1].out
