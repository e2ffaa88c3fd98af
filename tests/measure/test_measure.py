"""The measure reproduces the textbook, adds up, and loses nobody who stands on the line."""

import itertools
import json
import re
from fractions import Fraction
from math import sqrt

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.measure import Design, MeasureError, measure, published
from core.measure.of_types import of_types
from core.portrait import portrait
from jpf.__main__ import main
from tests.portrait.households import frame, seeds, standards

ACHIEVED = pl.DataFrame(
    {
        "income": [13.1, 15.2, 12.5, 20.0],
        "schooling": [14, 7, 10, 11],
        "health": [4, 5, 1, 3],
        "insured": [1, 0, 0, 1],
    }
)
CUTOFFS = {"income": 13, "schooling": 12, "health": 3, "insured": 1}
"""Alkire and Foster (2011), section 4: four persons, four dimensions, z = (13, 12, 3, 1)."""


def textbook(**more):
    return Design(indicators=tuple(CUTOFFS), cutoffs=CUTOFFS, **{"k": Fraction(2), **more})


def test_the_textbook_example_of_alkire_and_foster():
    found = measure(ACHIEVED, textbook())
    assert (found["H"], found["A"], found["M0"]) == (0.5, 0.75, 0.375)
    assert found["n"] == 4
    assert found["uncensored"] == {
        "income": 0.25,
        "schooling": 0.75,
        "health": 0.25,
        "insured": 0.5,
    }
    assert found["censored"] == {"income": 0.25, "schooling": 0.5, "health": 0.25, "insured": 0.5}
    assert found["contribution"] == pytest.approx(
        {"income": 1 / 6, "schooling": 2 / 6, "health": 1 / 6, "insured": 2 / 6}
    )
    assert measure(ACHIEVED, textbook(k=Fraction(1, 2)))["M0"] == 0.375, "2 of 4 is one half"


@pytest.mark.parametrize(
    ("k", "poor"), [("1", 1), ("1/4", 3), ("1/2", 2), ("3/4", 1), ("2", 2), ("4", 1)]
)
def test_k_up_to_one_is_a_share_and_above_one_a_sum(k, poor):
    assert measure(ACHIEVED, textbook(k=Fraction(k)))["n_poor"] == poor


def oracle(rows, weights, k, people=None):
    """H, A, M0 in exact arithmetic, one person at a time."""
    people = people or [1] * len(rows)
    total = sum(weights)
    scores = [sum(w for w, g in zip(weights, row, strict=True) if g) for row in rows]
    poor = [s >= (k * total if k <= 1 else k) for s in scores]
    q = sum(n for n, p in zip(people, poor, strict=True) if p)
    c = sum(n * s for n, s, p in zip(people, scores, poor, strict=True) if p)
    n = sum(people)
    return Fraction(q, n), None if not q else Fraction(c) / (q * total), Fraction(c) / (n * total)


fractions = st.fractions(min_value=0, max_value=3, max_denominator=9)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(*[st.booleans()] * 4), min_size=1, max_size=12),
    st.tuples(*[fractions] * 4).filter(any),
    st.integers(1, 12),
    st.data(),
)
def test_it_is_exact_also_for_those_on_the_line(rows, weights, twelfths, data):
    people = data.draw(st.lists(st.integers(1, 9), min_size=len(rows), max_size=len(rows)))
    frame = pl.DataFrame(rows, schema=list("abcd"), orient="row")
    frame = frame.with_columns(people=pl.Series(people, dtype=pl.Int64))
    k = Fraction(twelfths, 12)
    design = Design(
        indicators=tuple("abcd"),
        weights=dict(zip("abcd", weights, strict=True)),
        k=k,
        weight="people",
    )
    found = measure(frame, design)
    expected = oracle(rows, weights, k, people)
    for name, exact in zip(("H", "A", "M0"), expected, strict=True):
        assert found[name] == (None if exact is None else pytest.approx(float(exact), abs=1e-12))


def test_five_sixths_finds_everybody_on_the_line():
    """Float weights lose those exactly on the line; whole numbers do not."""
    names = tuple("abcdefghij")
    weights = dict.fromkeys(names[:4], Fraction(1, 6)) | dict.fromkeys(names[4:], Fraction(1, 18))
    rows = [row for row in itertools.product((0, 1), repeat=10)]
    frame = pl.DataFrame(rows, schema=list(names), orient="row")
    exact = sum(
        sum(w for w, g in zip(weights.values(), row, strict=True) if g) >= Fraction(5, 6)
        for row in rows
    )
    design = Design(indicators=names, weights=weights, k=Fraction(5, 6))
    assert measure(frame, design)["n_poor"] == exact


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(*[st.booleans()] * 3, st.sampled_from("xyz"), st.integers(1, 5)),
        min_size=1,
        max_size=15,
    )
)
def test_groups_and_indicators_add_up_to_the_whole(rows):
    frame = pl.DataFrame(rows, schema=["a", "b", "c", "town", "w"], orient="row")
    found = measure(
        frame, Design(indicators=("a", "b", "c"), k=Fraction(1, 3), by="town", weight="w")
    )
    groups = found["by"].values()
    assert sum(g["share"] for g in groups) == pytest.approx(1)
    assert sum(g["share"] * g["M0"] for g in groups) == pytest.approx(found["M0"])
    assert sum(g["share"] * g["H"] for g in groups) == pytest.approx(found["H"])
    if found["n_poor"]:
        assert found["M0"] == pytest.approx(found["H"] * found["A"])
        assert sum(found["contribution"].values()) == pytest.approx(1)
        assert sum(g["share_of_M0"] for g in groups) == pytest.approx(1)
        weighted = sum(found["weights"][i] * found["censored"][i] for i in "abc")
        assert weighted == pytest.approx(found["M0"])
    else:
        assert found["A"] is None


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(*[st.sampled_from((0, 1, None))] * 3), min_size=1, max_size=4),
    st.sampled_from([(1, 1, 1), (2, 1, 1), (3, 2, 1)]),
    st.sampled_from([Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), Fraction(1)]),
)
def test_bounds_are_what_the_missing_values_allow_and_no_wider(rows, weights, k):
    frame = pl.DataFrame(rows, schema=dict.fromkeys("abc", pl.Int64), orient="row")
    design = Design(
        indicators=tuple("abc"),
        weights={n: Fraction(w) for n, w in zip("abc", weights, strict=True)},
        k=k,
        missing="bounds",
    )
    found = measure(frame, design)
    holes = [(i, j) for i, row in enumerate(rows) for j, g in enumerate(row) if g is None]
    possible = []
    for filling in itertools.product((0, 1), repeat=len(holes)):
        filled = [list(row) for row in rows]
        for (i, j), g in zip(holes, filling, strict=True):
            filled[i][j] = g
        possible.append(oracle(filled, weights, k))
    for name, ends in zip(("H", "A", "M0"), zip(*possible, strict=True), strict=True):
        told = [float(e) for e in ends if e is not None]
        expected = [min(told), max(told)] if told else [None, None]
        assert found[name] == pytest.approx(expected), name


def test_dropped_rows_are_reported():
    frame = pl.DataFrame({"a": [1, None, 0, 1], "b": [1, 1, None, 0]})
    found = measure(frame, Design(indicators=("a", "b"), k=Fraction(1)))
    assert found["missing"] == {"how": "drop", "rows": 2, "by_indicator": {"a": 1, "b": 1}}
    assert (found["n"], found["H"]) == (2, 0.5)


def test_the_error_of_a_simple_sample_is_that_of_the_textbook():
    rows = [1] * 30 + [0] * 70
    frame = pl.DataFrame({"a": rows, "w": [2] * 100})
    found = measure(frame, Design(indicators=("a",), k=Fraction(1), weight="w"))
    assert found["se"]["H"] == pytest.approx(sqrt(0.3 * 0.7 / 99))
    assert found["se"]["M0"] == pytest.approx(found["se"]["H"])
    assert found["se"]["A"] == pytest.approx(0)


def test_strata_take_the_difference_between_them_out_of_the_error():
    frame = pl.DataFrame({"a": [1] * 20 + [0] * 20, "town": ["x"] * 20 + ["y"] * 20})
    flat = measure(frame, Design(indicators=("a",), k=Fraction(1), cluster="town"))
    layered = measure(frame, Design(indicators=("a",), k=Fraction(1), strata="town"))
    assert layered["se"]["H"] == pytest.approx(0)
    assert flat["se"]["H"] == pytest.approx(0.5), "two villages, one all poor, one not at all"


def test_a_group_has_its_error_from_the_whole_sample():
    frame = pl.DataFrame(
        {"a": [1, 0, 1, 0, 1, 1], "town": list("xxxyyy"), "w": [1.0, 2.0, 1.5, 1.0, 1.0, 1.0]}
    )
    found = measure(frame, Design(indicators=("a",), k=Fraction(1), by="town", weight="w"))
    z = [1 / 4.5 * w * (a - 2.5 / 4.5) for a, w in ((1, 1), (0, 2), (1, 1.5))] + [0, 0, 0]
    expected = sqrt(6 / 5 * sum(x * x for x in z))
    assert found["by"]["x"]["se"]["H"] == pytest.approx(expected)


def test_small_cells_are_held_back_in_what_is_published():
    sizes = {"大镇": (500, 60), "中镇": (300, 30), "小村": (8, 4), "富村": (200, 3)}
    rows = [
        {"a": int(i < poor), "town": town}
        for town, (size, poor) in sizes.items()
        for i in range(size)
    ]
    answer = measure(pl.DataFrame(rows), Design(indicators=("a",), k=Fraction(1), by="town"))
    out = published(answer)["by"]
    assert out["小村"] == {"n": "<10", "share": pytest.approx(8 / 1008), "suppressed": True}
    assert "H" not in out["富村"], "three poor families are a small cell too"
    assert out["大镇"]["H"] == 0.12
    assert answer["by"]["小村"]["H"] == 0.5, "the answer itself stays whole"


def test_a_single_small_cell_takes_the_next_smallest_with_it():
    rows = [{"a": 1, "town": t} for t, n in (("x", 5), ("y", 40), ("z", 90)) for _ in range(n)]
    answer = measure(pl.DataFrame(rows), Design(indicators=("a",), k=Fraction(1), by="town"))
    assert [t for t, g in published(answer)["by"].items() if g.get("suppressed")] == ["x", "y"]


def test_few_poor_in_all_hide_everything_but_the_size():
    frame = pl.DataFrame({"a": [1] * 4 + [0] * 96})
    out = published(measure(frame, Design(indicators=("a",), k=Fraction(1))))
    assert out["suppressed"]
    assert out["n"] == 100
    assert not {"H", "A", "M0", "censored", "uncensored"} & out.keys()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"indicators": ("a", "zz")}, "没有“zz”这一列"),
        ({"indicators": ()}, "没有给出指标"),
        ({"indicators": ("a", "a")}, "列了两次"),
        ({"weights": {"zz": Fraction(1)}}, "权重里的 zz"),
        ({"weights": {"a": Fraction(-1)}}, "负数"),
        ({"k": Fraction(0)}, "不在范围内"),
        ({"k": Fraction(5)}, "不在范围内"),
        ({"indicators": ("c",)}, "0 和 1 以外的值"),
        ({"indicators": ("a", "t")}, "0 和 1 以外的值"),
        ({"cutoffs": {"a": "many"}}, "看不懂"),
        ({"indicators": ("t",), "cutoffs": {"t": 1}}, "不是数字列"),
        ({"weight": "w"}, "空值、负数或文字"),
    ],
)
def test_what_does_not_fit_is_told_in_one_sentence(change, sentence):
    frame = pl.DataFrame({"a": [0, 1], "b": [1, 1], "c": [3, 4], "t": ["x", "y"], "w": [1, None]})
    with pytest.raises(MeasureError, match=sentence):
        measure(frame, Design(**{"indicators": ("a", "b"), "k": Fraction(1), **change}))


@pytest.mark.parametrize(
    ("cutoff", "deprived"),
    [(3, 1), ("< 3", 1), ("<= 3", 2), ("> 3", 1), (">= 3", 2), ("== 3", 1), ("-1", 0), (3.5, 2)],
)
def test_a_cutoff_may_say_how_it_compares(cutoff, deprived):
    frame = pl.DataFrame({"a": [2, 3, 4]})
    found = measure(frame, Design(indicators=("a",), k=Fraction(1), cutoffs={"a": cutoff}))
    assert found["n_poor"] == deprived


def run(capsys, *words):
    code = main(["measure", *map(str, words)])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_jpf_measure_gives_the_textbook_from_a_file(tmp_path, capsys, suffix):
    path = tmp_path / f"people.{suffix}"
    ACHIEVED.write_csv(path) if suffix == "csv" else ACHIEVED.write_parquet(path)
    code, out, _ = run(
        capsys, path, "--indicators", ",".join(CUTOFFS), "--k", "2",
        "--cutoffs", json.dumps(CUTOFFS), "--json",
    )  # fmt: skip
    told = json.loads(out)
    assert code == 0
    assert (told["H"], told["A"], told["M0"], told["n"]) == (0.5, 0.75, 0.375, 4)


def test_jpf_measure_takes_weights_groups_and_bounds(tmp_path, capsys):
    path = tmp_path / "people.csv"
    path.write_text("a,b,town,w\n1,1,x,2\n0,,x,1\n1,0,y,1\n", "utf-8")
    (tmp_path / "weights.json").write_text('{"a": 0.5, "b": "1/2"}', "utf-8")
    asked = [path, "--indicators", "a, b", "--k", "0.33", "--by", "town", "--weight-col", "w"]
    asked += ["--weights", tmp_path / "weights.json"]
    told = json.loads(run(capsys, *asked, "--json")[1])
    assert told["missing"]["rows"] == 1
    assert told["by"]["y"]["M0"] == 0.5
    open_ = json.loads(run(capsys, *asked, "--missing", "bounds", "--json")[1])
    assert open_["H"] == [0.75, 1]
    code, out, _ = run(capsys, *asked)
    assert code == 0
    assert "H=1.0000" in out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--k", "many"], "不是数字"),
        (["--k", "1", "--weights", "{"], "不是 JSON"),
        (["--k", "1", "--weights", "[1]"], "找不到文件"),
        (["--k", "1", "--by", "nowhere"], "没有“nowhere”这一列"),
    ],
)
def test_jpf_measure_says_in_one_sentence_what_is_wrong(tmp_path, capsys, words, sentence):
    path = tmp_path / "people.csv"
    path.write_text("a\n1\n0\n", "utf-8")
    code, out, err = run(capsys, path, "--indicators", "a", *words)
    assert code == 1
    assert out == ""
    assert re.search(sentence, err)
    assert len(err.strip().splitlines()) == 1


def test_jpf_measure_refuses_what_is_not_a_table(tmp_path, capsys):
    (tmp_path / "a.docx").write_text("x")
    (tmp_path / "b.parquet").write_text("not parquet")
    for name in ("a.docx", "b.parquet", "nowhere.csv"):
        code, _, err = run(capsys, tmp_path / name, "--indicators", "a", "--k", "1")
        assert code == 1
        assert name in err


def test_the_types_are_measured_with_what_is_unknown_as_bounds():
    std = standards()
    rows = [seed["input"] for seed in seeds().values()]
    towns = pl.Series("town", ["乍浦镇", "新仓镇"] * 6 + ["乍浦镇"])
    portraits = portrait(frame(rows), std).with_columns(towns)
    found = of_types(portraits, std, by="town")
    assert set(found) == set("ABCDE")
    assert found["A"]["n"] == 3
    assert found["E"]["H"] == [0.75, 0.75], "the Lu family in a job is the one not poor"
    assert sum(group["n"] for group in found["D"]["by"].values()) == found["D"]["n"]
    assert published(found["A"])["suppressed"]
