"""The measurement itself, and that what was read well once stays so."""

import io
import json

from bench import _keywords
from bench._agreement import Count, compare, f1, facts_of, same_fact, same_help, same_value, share
from bench.understanding import of_residents, of_workers, ours_of_resident, ours_of_worker, parts
from core.language import understand_resident
from jpf.verbs.understand import answer


def test_a_vague_label_is_met_inside_its_range_only():
    vague = {"min": 80, "max": 89}
    assert same_value({"min": 80, "max": 89}, vague)
    assert same_value(85, vague)
    assert not same_value(95, vague)
    assert not same_value({"min": 70, "max": 89}, vague)
    assert not same_value({"min": 1800, "max": 1900}, 1800)


def test_true_is_not_one():
    assert not same_value(True, 1)
    assert same_value(3, 3.0)


def test_facts_count_by_whose_they_are():
    label = {"facts": {"relation": "self", "age": 50}, "others": [{"relation": "son", "age": 20}]}
    swapped = {"facts": {"relation": "self", "age": 20}, "others": [{"relation": "son", "age": 50}]}
    assert list(facts_of(label)) == [
        ("main", "relation", "self"),
        ("main", "age", 50),
        ("son", "age", 20),
    ]
    assert compare(facts_of(swapped), facts_of(label), same_fact) == Count(1, 2, 2)


def test_a_help_of_another_amount_is_another_help():
    one = {"kind": "cash", "item": "慰问金", "amount_yuan": 500}
    assert same_help(one, one | {"item": "慰问款"})
    assert not same_help(one, one | {"amount_yuan": 50})


def test_intervals_hold_the_value_and_widen_with_fewer_messages():
    few, many = share(9, 10), share(900, 1000)
    assert few["low"] < few["value"] < few["high"]
    assert many["high"] - many["low"] < few["high"] - few["low"]
    told = f1([Count(1, 0, 0)] * 8 + [Count(0, 1, 1)] * 2)
    assert told["low"] <= told["f1"] == 0.8 <= told["high"]


def test_nothing_counted_has_no_value():
    assert share(0, 0)["value"] is None


def test_what_was_tuned_on_stays_read():
    residents, workers = parts()["tuned_on"]
    read = of_residents(residents, ours_of_resident) | of_workers(workers, ours_of_worker)
    assert read["intent"]["value"] >= 0.98
    assert read["topics"]["f1"] >= 0.96
    assert read["facts"]["f1"] >= 0.94
    assert read["crisis_recall"]["value"] >= 0.98
    assert read["crisis_false_alarms"]["value"] <= 0.01
    assert read["action"]["value"] >= 0.98
    assert read["helps"]["f1"] >= 0.94
    assert read["findings"]["f1"] >= 0.97


def test_unseen_messages_are_read_far_better_than_by_keywords():
    residents, workers = parts()["held_back"]
    ours, plain = (
        of_residents(residents, ours_of_resident),
        of_residents(residents, _keywords.resident),
    )
    assert ours["intent"]["value"] > plain["intent"]["value"] + 0.3
    assert ours["facts"]["f1"] > plain["facts"]["f1"] + 0.3
    ours, plain = of_workers(workers, ours_of_worker), of_workers(workers, _keywords.worker)
    assert ours["action"]["value"] > plain["action"]["value"] + 0.3
    assert ours["findings"]["f1"] > plain["findings"]["f1"] + 0.3


def test_the_verb_answers_every_line_and_tells_of_those_it_cannot_read():
    lines = io.StringIO('{"id": "1", "text": "我妈九十了"}\nnot json\n{"id": "2"}\n')
    out, errors = io.StringIO(), io.StringIO()
    failed = answer(lines, out, errors, understand_resident, explain=True)
    told = [json.loads(line) for line in out.getvalue().splitlines()]
    assert (failed, len(told), len(errors.getvalue().splitlines())) == (1, 1, 2)
    assert told[0]["facts"]["age"] == 90
    assert told[0]["evidence"]
