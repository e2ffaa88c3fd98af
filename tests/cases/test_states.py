"""The state machine: nothing illegal can happen, everything that happens is kept in order."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.cases.states import MOVES, OPEN, SHUT, STATE_WORDS, IllegalMove, advance, allowed
from core.store.casework import Case, Step
from core.store.database import atomically

STATES = (*OPEN, *SHUT)


def test_every_state_and_move_is_known():
    named = {s for froms, to in MOVES.values() for s in (*froms, to) if s}
    assert named <= set(STATES)
    assert set(STATE_WORDS) == set(STATES)


def test_only_words_and_data_close_a_case_never_receiving_or_tapping():
    closing = {what for what, (_, to) in MOVES.items() if to in SHUT}
    assert closing == {"helped", "mended", "withdraw", "false_alarm", "end"}
    assert not any(allowed(state, "helped") for state in ("new", "pushed", "taken"))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events=st.lists(st.sampled_from(sorted(MOVES)), max_size=25))
async def test_any_order_of_events_leaves_a_gapless_legal_history(db, now, events):
    case = await Case.create(
        number=f"T{abs(hash(tuple(events))) % 10**12}{await Case.all().count()}", monitor="MON-01",
        household="H", region="330482102201", colour="黄", state="", opened_on=now.date(),
        opened_at=now, evidence={},
    )  # fmt: skip
    state = ""
    for what in events:
        legal = allowed(state, what)
        try:
            await atomically(lambda what=what: advance(case, what, at=now))
        except IllegalMove:
            assert not legal
            continue
        assert legal
        state = MOVES[what][1] or state
        assert case.state == state
    steps = await Step.filter(case=case).order_by("number")
    assert [s.number for s in steps] == list(range(1, len(steps) + 1))
    for before, after in itertools.pairwise(steps):
        assert before.after == after.before
    assert (case.closed_at is not None) == (state in SHUT)


async def test_two_writers_of_the_same_step_cannot_both_win(both, now):
    from tortoise.exceptions import IntegrityError

    case = await Case.create(
        number="T1", monitor="MON-01", household="H", region="330482102201", colour="黄",
        state="", opened_on=now.date(), opened_at=now, evidence={},
    )  # fmt: skip
    await atomically(lambda: advance(case, "open", at=now))
    one, two = await Case.get(id=case.id), await Case.get(id=case.id)
    await atomically(lambda: advance(one, "push", at=now))
    with pytest.raises(IntegrityError):
        await atomically(lambda: advance(two, "push", at=now))
