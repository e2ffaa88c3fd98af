"""Every shelf of words carries sentences that must and must not match; here they are tried."""

import pytest

from core.language.reading.message import Message
from core.language.reading.rules import Matcher, rules_of
from core.language.reading.shelf import folder
from core.language.worker.report import Report

YES, NO = True, False  # YAML reads the keys yes and no so
FOLDERS = (
    "crisis",
    "context",
    "resident/topics",
    "resident/intents",
    "resident/facts",
    "resident/money",
    "worker/findings",
    "worker/actions",
)


def _said(name: str, kind: bool) -> list[tuple[str, str]]:
    return [(file, str(s)) for file, content in folder(name) for s in content.get(kind, ())]


def _found(name: str, sentences: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The sentences that hit the shelf they stand on."""
    matcher = Matcher(rule for rule in rules_of(name) if rule.phrases)
    return [(file, s) for file, s in sentences if _hits(matcher, name, file, s)]


def _hits(matcher: Matcher, name: str, file: str, sentence: str) -> bool:
    message = Message(sentence)
    hits = matcher.hits(message)
    if name == "worker/findings":
        return Report(message, hits).has(file)
    if name == "worker/actions":
        return bool(Report(message, hits).cue(file))
    told = hits[f"{name}/{file}"]
    return any(h.rule.data["weight"] >= 1 for h in told) if name == "crisis" else bool(told)


@pytest.mark.parametrize("name", FOLDERS)
def test_a_shelf_finds_its_own_sentences(name: str):
    sentences = _said(name, YES)
    assert sentences
    found = _found(name, sentences)
    assert [s for s in sentences if s not in found] == []


@pytest.mark.parametrize("name", FOLDERS)
def test_a_shelf_lets_sentences_pass_that_only_look_like_it(name: str):
    sentences = _said(name, NO)
    assert sentences
    assert _found(name, sentences) == []


def test_every_finding_and_topic_of_the_contract_has_its_shelf():
    findings = {file for file, _ in folder("worker/findings")}
    assert {"unemployed", "low_food", "domestic_violence", "not_poor", "policy_missing"} <= findings
    assert len(findings) == 57
    assert len(list(folder("resident/topics"))) == 21
