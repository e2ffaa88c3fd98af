"""One file per monitor: a watch over people or households that finds a need before anyone asks.

A monitor is a module: a docstring (what, Why, Who acts, False alarms), a LABEL, a WATCH with its
instructions, `when(std)` with three answers, `proven(std)`, and EXAMPLES that are its tests. The
folder is walked, so nothing is registered and nothing can be forgotten.
"""

from scheduler.monitors.shelf import Monitor, monitors
from scheduler.monitors.watch import Show, Watch

__all__ = ["Monitor", "Show", "Watch", "monitors"]
