"""The limits hold for any stream of messages: overall, per chat, per group."""

from hypothesis import given
from hypothesis import strategies as st

from bot.pace import MINUTE, SECOND, Pace

CHATS = st.sampled_from(["1", "2", "3", "-100"])


def run(wanted: list[str], pace: Pace) -> list[tuple[float, str]]:
    """Send everything as soon as it may go; the moments at which it went."""
    now, sent = 0.0, []
    for chat in wanted:
        now += pace.wait_for(chat, now)
        pace.sent(chat, now)
        sent.append((now, chat))
    return sent


@given(st.lists(CHATS, max_size=120))
def test_no_window_ever_holds_more_than_its_limit(wanted):
    sent = run(wanted, Pace())
    for moment, chat in sent:
        assert sum(moment - SECOND < t <= moment for t, _ in sent) <= 25
        same = [t for t, c in sent if c == chat and t <= moment]
        assert len(same) < 2 or same[-1] - same[-2] >= 1.15 - 1e-9
        if chat.startswith("-"):
            assert sum(moment - MINUTE < t for t in same) <= 18


def test_a_server_that_asks_one_chat_to_wait_holds_up_only_that_chat():
    pace = Pace()
    pace.hold("1", 30.0)
    assert pace.wait_for("1", 0.0) == 30.0
    assert pace.wait_for("2", 0.0) == 0.0


def test_a_server_that_asks_us_to_wait_holds_up_everybody():
    pace = Pace()
    pace.hold("", 5.0)
    assert pace.wait_for("2", 0.0) == 5.0
