"""One safety work at a time in a home: a copy is not made while keys are changed or rows deleted."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.problems import Problem


class Busy(Problem):
    """Another safety work is under way."""


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Hold the home's safety lock; raises Busy at once when somebody else has it."""
    with (home / "safety.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Busy("备份、换密钥或清理正在进行，一次只能做一样。请等它做完再试。") from None
        yield
