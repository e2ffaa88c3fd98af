"""Laws of the rules: knowledge is monotone, ranges are sound, what is missing decides, questions
matter, and one family in a chat is a row of the city."""

from datetime import date

import polars as pl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from core.rules import Facts, Person, Range, eligible, next_question, vocabulary
from core.rules.engine.completions import frame as rows_of
from core.rules.engine.eligible import table
from core.rules.engine.plan import plan, prepared
from core.rules.engine.shelf import all_rules, is_personal
from core.rules.engine.stated import completed
from core.rules.engine.witness import witness
from core.rules.facts import questions
from tests.rules.families import family, frame, standards

STD = standards(date(2023, 7, 15))
QUICK = {"deadline": None, "suppress_health_check": list(HealthCheck)}
QUICK |= {"phases": [Phase.explicit, Phase.reuse, Phase.generate]}
SOME = settings(max_examples=12, **QUICK)
FEW = settings(max_examples=4, **QUICK)
GRAINS = {"yes": True, "no": False, "unknown": None}


def seen(name: str) -> list:
    """Every value a fact has in the examples of the shelf: these are where answers turn."""
    found = {e.row[name] for r in all_rules() for e in r.examples if e.row.get(name) is not None}
    return sorted(found, key=str)


def values(name: str) -> list:
    fact = vocabulary()[name]
    if fact.kind == "bool":
        return [False, True]
    if fact.kind == "choice":
        return list(fact.choices)
    return sorted({0, 1, *seen(name)})


VALUES = {name: values(name) for name in vocabulary()}
VALUES |= {"n_members": [*range(1, 10), 40], "obligor_members": [*range(1, 10), 40]}
ALWAYS = ("wages", "new_wage")
"""Facts that are taken for granted unless told otherwise."""
ROW = st.fixed_dictionaries(
    {n: st.one_of(st.sampled_from(VALUES[n]), st.none()) for n in VALUES if n not in ALWAYS}
    | {n: st.sampled_from(VALUES[n]) for n in ALWAYS}
)
"""A family with anything known and anything not."""
KNOWN = st.fixed_dictionaries({n: st.sampled_from(v) for n, v in VALUES.items()})
FINDINGS = ("counted_income", "pc_income", "after_costs_pc", "rigid_share", "asset_ok")
FINDINGS += ("asset_ok_edge", "special_elder", "support_agreed", "support_paid")
"""What departments have found goes before what people say, so it may turn an answer."""


def consistent(row: dict) -> dict:
    """The same family without findings, a year's income being twelve months'."""
    row = row | dict.fromkeys(FINDINGS)
    month = row["income_month"]
    return row | {
        "income_12m": None if month is None else month * 12,
        "tekun": None if row["status"] is None else row["status"] == "tekun",
    }


RECEIVED = [c.received().alias(rule) for rule, c in plan(STD).rules.items()]
"""What is already received is not judged again, so learning of it may turn a no into a yes."""
TRUE = KNOWN.map(consistent)
ASKABLE = {fact for question in questions() for fact in question.facts}
HIDDEN = st.sets(st.sampled_from(sorted(ASKABLE - {"income_12m"})))


def answers(told: Facts) -> dict:
    return {v.id: GRAINS[v.verdict] for v in eligible(told, STD)}


@SOME
@given(st.lists(ROW, min_size=1, max_size=8))
def test_one_family_in_a_chat_is_a_row_of_the_city(rows):
    city = table(frame(rows), STD).rows(named=True)
    assert [answers(family(row)) for row in rows] == city


@SOME
@given(TRUE, HIDDEN)
def test_learning_more_never_turns_an_answer(row, hidden):
    less = {n: None if n in hidden else v for n, v in row.items()}
    both = frame([less, row])
    before, after = table(both, STD).rows(named=True)
    had = prepared(both.lazy(), STD).select(RECEIVED).collect().rows(named=True)[1]
    for rule, said in before.items():
        assert said is None or said == after[rule] or had[rule], rule


@SOME
@given(ROW, st.data())
def test_an_answer_over_a_range_holds_for_every_value_in_it(row, data):
    numbers = [n for n, v in row.items() if isinstance(v, int) and not isinstance(v, bool)]
    wide = data.draw(st.sets(st.sampled_from(numbers), max_size=3)) if numbers else set()
    low = {n: data.draw(st.sampled_from([0, row[n] // 2, row[n]])) for n in wide}
    ranges = {n: Range(max(low[n], n == "n_members"), row[n] + row[n] // 3) for n in wide}
    for rule, said in answers(family(row | ranges)).items():
        assert said is None or said == table(frame([row]), STD)[rule][0], rule


@SOME
@given(ROW, KNOWN)
def test_supplying_the_missing_facts_decides_the_rule(row, truth):
    found = eligible(family(row), STD)
    open_ = [v for v in found if v.verdict == "unknown"]
    assert all(bool(v.ask) == (v in open_) for v in found)
    told = [row | {name: truth[name] for name in v.ask} for v in open_]
    after = table(frame([row, *told]), STD)[1:].rows(named=True)
    for verdict, said in zip(open_, after, strict=True):
        assert said[verdict.id] is not None, (verdict.id, verdict.ask)


@FEW
@given(ROW)
def test_no_question_is_asked_whose_answer_could_not_change_a_verdict(row):
    told, asked = family(row), set()
    for _ in range(4):
        verdicts = eligible(told, STD)
        found = next_question(verdicts, asked=asked)
        if found is None:
            return
        missing = {v.id: v.ask for v in verdicts}
        pairs = {r: witness(found.facts, r, missing[r], row, STD) for r in found.rules}
        rule, pair = next((r, p) for r, p in pairs.items() if p)
        yes, no = (row | one for one in pair)
        differ = {n for n in VALUES if yes[n] != no[n]}
        assert differ and differ <= set(found.facts)
        assert all(one[n] == v for one in (yes, no) for n, v in row.items() if v is not None)
        assert table(frame([yes, no]), STD)[rule].to_list() == [True, False]
        asked.add(found.key)


@FEW
@given(TRUE)
def test_questions_come_to_an_end_and_leave_only_what_nobody_can_be_asked(truth):
    told = completed({}, (Person("self", {}),))
    asked = set()
    while (found := next_question(eligible(told, STD), asked=asked)) is not None:
        assert found.key not in asked
        asked.add(found.key)
        own = {n: truth[n] for n in found.facts if is_personal(n)}
        rest = {n: truth[n] for n in found.facts if not is_personal(n)}
        told = Facts({**told.household, **rest}, (Person("self", told.people[0].facts | own),))
    for verdict in eligible(told, STD):
        if verdict.rule.is_benefit:
            assert not verdict.ask or any(blocked(name) for name in verdict.ask), verdict.id


def blocked(name: str) -> bool:
    """A fact nobody is asked, or that does not make sense to ask of everybody."""
    fact = vocabulary()[name]
    return fact.question is None or bool(fact.after or fact.unless)


@SOME
@given(KNOWN)
def test_nothing_is_asked_once_everything_is_known(row):
    assert next_question(eligible(family(row), STD)) is None


@SOME
@given(ROW, st.integers(0, 500_000))
def test_less_income_never_takes_dibao_away(row, less):
    poorer = {}
    for name in ("income_month", "counted_income", "pc_income", "income_12m"):
        poorer[name] = None if row[name] is None else max(0, row[name] - less)
    before, after = table(frame([row, row | poorer]), STD)["R-05"]
    assert not (before is True and after is False)


@SOME
@given(KNOWN, st.lists(st.integers(60, 110), min_size=2, max_size=2))
def test_nobody_gets_both_allowances_of_old_age(row, ages):
    rows = [row | {"age": age, "gets_old_age_allowance": False} for age in ages]
    found = table(frame([r | {"gets_centenarian_allowance": False} for r in rows]), STD)
    assert not (found["R-12"] & found["R-13"]).any()


@SOME
@given(st.lists(KNOWN, min_size=1, max_size=5))
def test_dibao_and_low_income_edge_exclude_one_another(rows):
    found = table(frame([row | {"status": "none"} for row in rows]), STD)
    assert not (found["R-05"] & found["R-08"]).any()


def test_a_frame_of_a_family_has_the_columns_of_a_city():
    rows, places = rows_of(family({"age": Range(60, 62), "fin_assets": Range(0, 500)}))
    assert rows.columns == list(vocabulary())
    assert places == [slice(0, 6)]
    assert rows["age"].to_list() == [60, 61, 62, 60, 61, 62]
    assert isinstance(rows, pl.DataFrame)
    assert plan(STD) is plan(STD)
