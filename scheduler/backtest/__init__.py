"""What a monitor would have done: every stored day once more, as it was known then; nothing is written.

replay.py    day after day: hits, cannot-tells, what opens, what closes
truth.py     against known outcomes, or against the truth of a made-up town
burden.py    the cards it would have cost, worker by worker and week by week
report.py    all of it as one document
"""

from scheduler.backtest.replay import Replayed, replay
from scheduler.backtest.report import backtest

__all__ = ["Replayed", "backtest", "replay"]
