"""Does this service fall over again and again? Each start leaves a slip and holds it while it lives.

A slip nobody holds is a process that fell: by an error, by SIGKILL, with the machine. Who is stopped as
asked takes his slip along, and those of the fallen: a person was there. Locks tell who lives, so several
processes of one installation do not take one another for dead. A slip tells when, and which kind of
error it was; never more.
"""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO

FOLDER = "starts"
MOST, WITHIN = 3, timedelta(minutes=10)


@dataclass
class Start:
    """This process's own slip; *fallen* are the times of those that fell lately, oldest first."""

    slip: IO[str]
    fallen: list[datetime]
    errors: list[str]

    @property
    def trouble(self) -> str:
        """Why this start must not work, in one sentence; "" when it may."""
        if len(self.fallen) < MOST:
            return ""
        why = f"（{'、'.join(dict.fromkeys(self.errors))}）" if self.errors else ""
        return (
            f"服务十分钟里倒了 {len(self.fallen)} 次{why}，先不发消息、不跑任务。"
            "请看日志，运行 jpf doctor，治好以后停下服务再开。"
        )

    def fell(self, error: BaseException) -> None:
        """It ends by an error: the slip stays."""
        self.slip.write(f"\n{type(error).__name__}")
        self.slip.close()

    def ended(self) -> None:
        """It ends as asked: what fell before is a person's matter, and the count begins anew."""
        path = Path(self.slip.name)
        path.unlink(missing_ok=True)
        self.slip.close()
        for fallen, _ in _fallen(path.parent):
            fallen.unlink(missing_ok=True)


def begin(home: Path, at: datetime) -> Start:
    """Leave a slip for this start, held as long as the process lives; read those of the fallen."""
    folder = home / FOLDER
    folder.mkdir(exist_ok=True)
    with _one_at_a_time(folder):
        late = sorted(_lately(folder, at))
        slip = (folder / secrets.token_hex(8)).open("w", encoding="utf-8")
        fcntl.flock(slip, fcntl.LOCK_EX)
        slip.write(at.isoformat())
        slip.flush()
    return Start(slip, [when for when, _ in late], [error for _, error in late if error])


def _lately(folder: Path, at: datetime) -> Iterator[tuple[datetime, str]]:
    """When those fell that fell lately, and by what; older slips go."""
    for path, text in _fallen(folder):
        when, error = _read(text)
        if when and abs(at - when) < WITHIN:
            yield when, error
        else:
            path.unlink(missing_ok=True)


def _fallen(folder: Path) -> Iterator[tuple[Path, str]]:
    """The slips nobody holds, with what they say."""
    for path in sorted(folder.iterdir()):
        with path.open(encoding="utf-8") as slip:
            try:
                fcntl.flock(slip, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                continue
            yield path, slip.read()


def _read(text: str) -> tuple[datetime | None, str]:
    when, _, error = text.partition("\n")
    try:
        return datetime.fromisoformat(when), error
    except ValueError:  # killed while writing it
        return None, ""


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """A slip just made is not held yet: nobody looks at that moment."""
    door = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(door, fcntl.LOCK_EX)
        yield
    finally:
        os.close(door)
