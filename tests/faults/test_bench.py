"""The service dies by SIGKILL while alerts, taps and answers are under way: nothing lost or doubled.

The short form of `jpf bench faults`; the long one runs on both databases.
"""

from bench import faults


def test_killed_amid_alerts_and_taps_nothing_is_lost_doubled_or_too_fast():
    told = faults.run(kills=2, alerts=10, database="sqlite", seed=5, life=1.0)["sqlite"]
    assert told["wrong"] == {}, told
    assert told["messages_on_phones"] >= 20
    assert told["slots"] > 0
