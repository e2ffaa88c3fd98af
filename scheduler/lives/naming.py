"""Which monitor somebody means: MON-01, 1, or the name of its file."""

from core.problems import Problem
from scheduler.monitors.shelf import Monitor, monitors


class NoSuchMonitor(Problem, LookupError):
    """There is no monitor of that name."""


def chosen(asked: str) -> Monitor:
    """The monitor called so; raises NoSuchMonitor."""
    wanted = asked.strip().upper()
    number = wanted.removeprefix("MON-").removeprefix("MON")
    by_id = f"MON-{int(number):02}" if number.isascii() and number.isdigit() else wanted
    found = monitors()
    if by_id in found:
        return found[by_id]
    by_name = [m for m in found.values() if m.name.upper() == wanted]
    if not by_name:
        raise NoSuchMonitor(f"没有叫 {asked} 的预警。编号写成 MON-01；jpf monitor list 列出全部。")
    return by_name[0]
