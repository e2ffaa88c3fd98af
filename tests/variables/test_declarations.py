"""The declarations of the seventy variables."""

import re

import polars as pl

from core.variables import household_schema, variables

CLASS = re.compile(r"[PM]\d\d-\d\d")


def test_there_are_seventy_variables():
    assert len(variables()) == 70


def test_every_variable_is_read_from_data_classes_except_the_standard():
    bare = [name for name, v in variables().items() if not v.classes]
    assert bare == ["dibao_std"]
    assert all(CLASS.fullmatch(c) for v in variables().values() for c in v.classes)


def test_every_question_is_one_short_spoken_sentence():
    for name, variable in variables().items():
        assert 8 <= len(variable.ask) <= 30, name
        assert variable.ask.count("？") >= 1 and variable.ask.endswith(("？", "。")), name
        assert not re.search(r"是否|贵户|请提供|该户|您处|予以", variable.ask), name


def test_only_departments_may_speak_of_danger():
    assert variables()["crisis"].effort == ("department",)


def test_sources_are_asked_cheapest_first():
    order = ("department", "visit", "resident")
    assert all(v.effort == order[: len(v.effort)] for v in variables().values())


def test_counts_carry_how_many_could_not_be_judged_and_shocks_their_age():
    schema = household_schema()
    assert schema["n_labor_unknown"] == pl.Int64
    assert schema["shock_fire_days"] == pl.Int64
    assert schema["status"] == pl.Enum(["none", "dibao", "danrenbao", "tekun", "edge", "rigid"])
    assert not any(name.endswith("_days") and "shock" not in name for name in schema)
